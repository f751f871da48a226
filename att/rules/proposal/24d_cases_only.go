package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// casesOnly: the forum on diversion shares operational information on cases, and discusses no policy (24d.2).
func casesOnly() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24d-cases-only",
			Sense:    "The topics of the forum on diversion are operational information on suspected or detected cases, not what States do or should do to implement the Treaty.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("24d.2", "the forum shares operational information on suspected or detected cases")},
			Axis:     check.Topics,
			When:     "programmes with the forum",
			Passing: func() check.Example {
				return check.Example{Says: "The forum has one topic, on cases.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[3].Mandate.Topics[0].Focus = att.Policy
				return check.Example{Says: "The forum discusses policy.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool { return mayHave(in, isForum, anyTopic) },
		Check: func(in check.In[att.Programme]) check.Result {
			return eachTopic(in, isForum, anyTopic, func(t *check.Placed[att.Topic]) check.Result {
				switch t.Value.Focus {
				case att.OperationalCase:
					return check.Result{}
				case "":
					return check.Missing(check.Say("what {topic} is about (its focus)", check.Place("topic", t.Path)))
				}
				return departsAt(t.Path,
					departs("paragraph 24d, what is expected", "topic {topic} of the forum is not on cases of diversion.", check.Text("topic", t.Value.ID)),
					check.Say("Leave policy and practice to the group on implementation; the forum's Chair may brief it (Rule 22 of the forum's terms of reference)."))
			})
		},
	}
}

func isForum(b att.Body) bool { return b.Role == att.DIEF }

func anyTopic(*check.Placed[att.Topic]) (applies bool, unknown check.Message) {
	return true, check.Message{}
}
