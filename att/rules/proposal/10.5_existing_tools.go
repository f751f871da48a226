package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// existingTools: before a new tool or guidance is developed, the existing ones are assessed (10.5).
func existingTools() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/10.5-existing-tools",
			Sense:    "For a topic that is to lead to a tool or guidance, the existing ones were assessed first.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("10.5", "existing resources are assessed before a new tool or guidance is developed, where necessary")},
			Axis:     check.Topics,
			When:     "programmes with topics of working groups that are to lead to a tool or guidance",
			Passing: func() check.Example {
				p := example()
				p.Bodies[0].Mandate.Topics[0].Outcome = att.Tool
				p.Bodies[0].Mandate.Topics[0].Assessed = []string{"Guide to control lists"}
				return check.Example{Says: "An existing guide was assessed first.", Programme: p}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[0].Mandate.Topics[0].Outcome = att.Tool
				p.Bodies[0].Mandate.Topics[0].Assessed = []string{}
				return check.Example{Says: "Nothing that exists was assessed.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool { return mayHave(in, workingGroup, forTool) },
		Check: func(in check.In[att.Programme]) check.Result {
			return eachTopic(in, workingGroup, forTool, func(t *check.Placed[att.Topic]) check.Result {
				switch {
				case t.Value.Assessed == nil:
					return check.Missing(check.Say("which existing tools were assessed for {topic}", check.Place("topic", t.Path)))
				case len(t.Value.Assessed) > 0:
					return check.Result{}
				}
				return departsAt(t.Path,
					departs("paragraph 10, what a participant noted", "topic {topic} is to lead to a new tool or guidance, and no existing one was assessed first.", check.Text("topic", t.Value.ID)),
					check.Say("List the tools and guidance that exist, and say what the new one adds."))
			})
		},
	}
}

func forTool(t *check.Placed[att.Topic]) (applies bool, unknown check.Message) {
	if t.Value.Outcome == "" {
		return false, check.Say("the outcome of {topic}", check.Place("topic", t.Path))
	}
	return t.Value.Outcome == att.Tool, check.Message{}
}
