package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// cooperation: the groups discuss cooperation and assistance under Articles 15 and 16 (24, 10.3).
func cooperation() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24-cooperation",
			Sense:    "The working groups have a topic on international cooperation and assistance.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("24", "the structure of the groups serves cooperation and assistance between States Parties"),
				Cite("10.3", "the discussion takes in cooperation and assistance under Articles 15 and 16"),
			},
			Axis: check.Topics,
			Passing: func() check.Example {
				return check.Example{Says: "One topic is on assistance.", Programme: example()}
			},
			Failing: func() check.Example {
				return without(att.CooperationAndAssistance, "No topic is on cooperation and assistance.")
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			return someTopicOn(in, att.CooperationAndAssistance, check.Finding{
				Path:    "bodies",
				Message: departs("paragraphs 24 and 10", "no topic of the working groups is on cooperation and assistance under Articles 15 and 16."),
				Remedy:  check.Say("Add a topic on needs for and offers of cooperation and assistance."),
			})
		},
	}
}
