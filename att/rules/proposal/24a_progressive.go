package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// progressive: the group on implementation carries its discussion on from cycle to cycle (24a, 10.2).
func progressive() check.AnyRule {
	return check.Rule[check.Change]{
		About: check.About{
			ID:       "proposal/24a-progressive",
			Sense:    "The group on implementation carries a topic of the cycle before on, or has a workplan over several years.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("24a.1", "a progressive discussion of what States Parties do"),
				Cite("10.2", "a progressive discussion, with successes and challenges"),
			},
			Axis: check.Topics,
			When: "changes of programmes with the group on implementation",
			Passing: func() check.Example {
				return check.Example{Says: "The topic on transit goes on.", Before: earlier(), Programme: example()}
			},
			Failing: func() check.Example {
				before := earlier()
				for i := range before.Bodies[0].Mandate.Topics {
					before.Bodies[0].Mandate.Topics[i].ID += "-once"
				}
				before.Rounds, before.Documents = []att.Round{}, []att.Document{}
				return check.Example{Says: "All topics are new, and there is no workplan.", Before: before, Programme: example()}
			},
		},
		Applies: func(in check.In[check.Change]) bool {
			return in.Value.After.Bodies == nil || has(in, func(b att.Body) bool { return of(in, b, att.WGETI) })
		},
		Check: func(in check.In[check.Change]) check.Result {
			before, missing := implementationTopics(in.Value.Before, "before")
			after, more := implementationTopics(in.Value.After, "after")
			had := map[string]bool{}
			for _, t := range before {
				had[t.ID] = true
			}
			for _, t := range after {
				if had[t.ID] || !t.Continues.IsZero() {
					return check.Result{}
				}
			}
			p := in.Value.After
			for _, d := range p.Documents {
				if d.Kind == att.Workplan && of(in, in.Named(d.For), att.WGETI) {
					return check.Result{}
				}
			}
			if missing = append(missing, more...); !p.Whole("documents", p.Documents != nil) {
				missing = append(missing, check.Say("whether the group on implementation has a workplan over several years"))
			}
			if missing != nil {
				return check.Result{Missing: missing}
			}
			return check.Result{Findings: []check.Finding{{
				Path:    "bodies",
				Message: departs("paragraph 24a", "no topic of the group on implementation goes on from the cycle before, and there is no workplan over several years."),
				Remedy:  check.Say("Say which topic continues which, or agree on a workplan that takes the topics in turn."),
			}}}
		},
	}
}
