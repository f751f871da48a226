package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// universalizationContributes: the group on universalization contributes to discussions of the group on
// implementation (24c.1).
func universalizationContributes() check.AnyRule {
	return check.Rule[att.Body]{
		About: check.About{
			ID:       "proposal/24c-contributes",
			Sense:    "The group on universalization contributes to discussions of the group on implementation.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("24c.1", "the group contributes to discussions on universalization and related matters")},
			Axis:     check.Methods,
			When:     "the group on universalization",
			Tensions: []string{linkedOrTwice.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "It contributes to the topic on assistance.", Programme: example()}
			},
			Failing: func() check.Example {
				return check.Example{Says: "It declares nothing, and meets alone.", Programme: alone(2)}
			},
		},
		Applies: the(att.WGTU),
		Check: func(in check.In[att.Body]) check.Result {
			return contributes(in, false, check.Result{Findings: []check.Finding{{
				Path:    in.Path,
				Message: departs("paragraph 24c, what is expected", "nothing links the group on universalization with the group on implementation."),
				Remedy:  check.Say("Declare which topics of the group on implementation it contributes to, or hold joint items."),
			}}})
		},
	}
}
