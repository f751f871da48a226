package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// afterTheRound: what a second round gave to the preparation of the conference has a place (18).
func afterTheRound() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/18-after-the-round",
			Sense:    "Between a single round and the conference, a consultation or written comments take up the drafts for the conference, as a second round did.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("18", "what two rounds give to the preparation of the conference is not lost")},
			Axis:     check.Methods,
			When:     "programmes with one in-person round",
			Tensions: []string{oneRoundOrTwo.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Written comments on the drafts follow the round.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Consultations = p.Consultations[:1]
				return check.Example{Says: "Nothing follows the round.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			n := in.Measures().InPersonRounds
			return !n.Exact() && n.N <= 1 || n == att.Exactly(1)
		},
		Check: func(in check.In[att.Programme]) check.Result {
			_, last := roundsSpan(in.Programme())
			opens := in.Programme().Conference.Start
			return consults(in, "between the round and the conference", func(t att.Consultation) (fits, unknown bool) {
				return t.Start.After(last) && t.Start.Before(opens), t.Start.IsZero() || last.IsZero() || opens.IsZero()
			}, check.Finding{
				Path:    "consultations",
				Message: departs("paragraph 18, what some delegations said", "nothing between the round and the conference takes the place of the second round."),
				Remedy:  check.Say("Hold a consultation, or invite written comments, on draft reports, decisions and mandates after the round."),
			})
		},
	}
}
