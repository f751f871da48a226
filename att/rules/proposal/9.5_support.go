package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// supportMechanisms: where capacity is discussed, so is the support that exists for it (9.5).
func supportMechanisms() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/9.5-support",
			Sense:    "A topic on cooperation and assistance refers to the internal support mechanisms, such as the Voluntary Trust Fund.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("9.5", "discussions of capacity consider the internal support mechanisms too")},
			Axis:     check.Topics,
			When:     "programmes with topics of working groups on cooperation and assistance",
			Passing: func() check.Example {
				return check.Example{Says: "The topic on assistance refers to the fund.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[0].Mandate.Topics[3].Support = []string{}
				return check.Example{Says: "The topic on assistance refers to no fund.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool { return mayHave(in, workingGroup, onAssistance) },
		Check: func(in check.In[att.Programme]) check.Result {
			return eachTopic(in, workingGroup, onAssistance, func(t *check.Placed[att.Topic]) check.Result {
				if t.Value.Support == nil {
					return check.Missing(check.Say("the support mechanisms of {topic}", check.Place("topic", t.Path)))
				}
				if slices.ContainsFunc(t.Value.Support, func(id string) bool { return in.Named(id).Kind == att.Fund }) {
					return check.Result{}
				}
				return departsAt(t.Path,
					departs("paragraph 9, what a participant noted", "topic {topic} is on cooperation and assistance and refers to no fund that could support it.", check.Text("topic", t.Value.ID)),
					check.Say("Name the Voluntary Trust Fund or the sponsorship programme under the topic, and invite those who run it."))
			})
		},
	}
}

func onAssistance(t *check.Placed[att.Topic]) (applies bool, unknown check.Message) {
	if t.Value.Focus == "" {
		return false, check.Say("the focus of {topic}", check.Place("topic", t.Path))
	}
	return t.Value.Focus == att.CooperationAndAssistance, check.Message{}
}
