package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// trustFund: the work on universalization uses the Voluntary Trust Fund (12.2).
func trustFund() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/12.2-trust-fund",
			Sense:    "A topic of the group on universalization refers to the Voluntary Trust Fund.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("12.2", "the fund is a useful tool for universalization")},
			Axis:     check.Methods,
			When:     "programmes with the group on universalization",
			Passing: func() check.Example {
				return check.Example{Says: "The topic on joining the Treaty refers to the fund.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[2].Mandate.Topics[0].Support = []string{}
				return check.Example{Says: "No topic of the group refers to the fund.", Programme: p}
			},
		},
		Applies: hasRole(att.WGTU),
		Check: func(in check.In[att.Programme]) check.Result {
			topics, missing := topicsOf(in, att.WGTU)
			for _, t := range topics {
				if t.Value.Support == nil {
					missing = append(missing, check.Say("the support mechanisms of {topic}", check.Place("topic", t.Path)))
				}
				if slices.ContainsFunc(t.Value.Support, func(id string) bool { return in.Named(id).Role == att.VoluntaryTrustFund }) {
					return check.Result{}
				}
			}
			if missing != nil || in.Programme().Bodies == nil {
				return check.Result{Missing: append(missing, unknownBodies(in)...)}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "bodies", Related: paths(topics),
				Message: departs("paragraph 12, what a participant noted", "no topic of the group on universalization refers to the Voluntary Trust Fund."),
				Remedy:  check.Say("Say in one of its topics how the fund can help States to join."),
			}}}
		},
	}
}
