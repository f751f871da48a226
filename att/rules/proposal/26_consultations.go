package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// consultationsExist: the single meeting is supplemented by informal consultations (26).
func consultationsExist() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/26-consultations",
			Sense:    "Informal consultations between sessions supplement the meetings.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("26", "informal consultations between sessions supplement the single meeting"),
				Cite("17", "fewer meetings are supplemented by informal consultations"),
			},
			Axis:     check.Methods,
			Tensions: []string{restrictedOrInclusive.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "There are two consultations.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Consultations = []att.Consultation{}
				return check.Example{Says: "There are no consultations.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			return consults(in, "between sessions", func(att.Consultation) (fits, unknown bool) { return true, false }, check.Finding{
				Path:    "consultations",
				Message: departs("paragraph 26", "no informal consultation between sessions supplements the meetings."),
				Remedy:  check.Say("Plan small-group or regional consultations, online, hybrid, or on the restricted platform."),
			})
		},
	}
}
