package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// impact: the groups discuss the effect that Article 1 envisages (24).
func impact() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24-impact",
			Sense:    "The working groups have a topic on the practical effect of the Treaty that Article 1 envisages.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("24", "the groups dwell on the effect that Article 1 envisages"),
				Cite("9.4", "discussion includes the Treaty's effect on the humanitarian reality"),
			},
			Axis: check.Topics,
			Passing: func() check.Example {
				return check.Example{Says: "One topic is on what the Treaty changes for people.", Programme: example()}
			},
			Failing: func() check.Example {
				return without(att.Impact, "No topic is on the effect of the Treaty.")
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			return someTopicOn(in, att.Impact, check.Finding{
				Path:    "bodies",
				Message: departs("paragraph 24", "no topic of the working groups is on the effect that Article 1 envisages."),
				Remedy:  check.Say("Add a topic on what the Treaty changes in practice, for people too."),
			})
		},
	}
}
