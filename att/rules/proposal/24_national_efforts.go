package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// nationalEfforts: the groups discuss what States do, with successes and challenges (24).
func nationalEfforts() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24-national-efforts",
			Sense:    "The working groups have a topic on national efforts, with their successes and challenges.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("24", "the groups dwell on national efforts with successes and challenges"),
				Cite("9.4", "discussion includes national efforts"),
			},
			Axis: check.Topics,
			Passing: func() check.Example {
				return check.Example{Says: "Control lists and transit are discussed as national practice.", Programme: example()}
			},
			Failing: func() check.Example {
				return without(att.NationalPractice, "No topic is on national practice.")
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			return someTopicOn(in, att.NationalPractice, check.Finding{
				Path:    "bodies",
				Message: departs("paragraph 24", "no topic of the working groups is on national efforts in implementing the Treaty."),
				Remedy:  check.Say("Add topics on what States do, with what has worked and what was hard."),
			})
		},
	}
}

// someTopicOn returns the finding unless a topic of the working groups has the focus.
func someTopicOn(in check.In[att.Programme], focus att.Focus, finding check.Finding) check.Result {
	missing := unknownBodies(in)
	for t := range in.TopicsOf(func(b *att.Body) bool { return working(b.Kind) }) {
		switch t.Value.Focus {
		case focus:
			return check.Result{}
		case "":
			missing = append(missing, check.Say("what {topic} is about (its focus)", check.Place("topic", t.Path)))
		}
	}
	missing = append(missing, unknownTopics(in, workingGroup)...)
	if missing != nil {
		return check.Result{Missing: missing}
	}
	return check.Result{Findings: []check.Finding{finding}}
}
