package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// review: the model is looked at again from the experience of applying it (28, 7.3).
func review() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/28-review",
			Sense:    "The programme of work itself is reviewed after a round held under it, and again in later cycles.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("28", "the model is adapted, refined and reviewed from the experience of applying it"),
				Cite("7.3", "no change is fixed for good; it is kept under review"),
			},
			Axis: check.Methods,
			Passing: func() check.Example {
				return check.Example{Says: "A review follows the round, and recurs.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Reviews[0].Date = att.MustDate("2024-04-10")
				return check.Example{Says: "The review comes before the round.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			p := in.Programme()
			_, last := roundsSpan(p)
			recurs, follows, unclear := false, false, false
			for _, r := range p.Reviews {
				if r.Subject != "" {
					continue
				}
				recurs = recurs || r.Recurs
				follows = follows || r.Date.After(last)
				unclear = unclear || r.Date.IsZero() || last.IsZero()
			}
			switch {
			case recurs && follows:
				return check.Result{}
			case unclear || !p.Whole("reviews", p.Reviews != nil):
				return check.Missing(check.Say("when the programme of work itself is reviewed, and whether again"))
			}
			return check.Result{Findings: []check.Finding{{
				Path:    "reviews",
				Message: departs("paragraph 28", "no review of the programme of work itself follows the round and recurs in later cycles."),
				Remedy:  check.Say("Plan a review after the round, by the Management Committee or the conference, and again in each cycle."),
			}}}
		},
	}
}
