package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// transparencyTime: the topics of the group on transparency and reporting have the time they want (24b).
// However long they take is never too long, and never too short of a whole day (11).
func transparencyTime() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24b-time",
			Sense:    "Each topic of the group on transparency and reporting has at least the minutes on the agenda that it wants; a whole day is not needed.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("24b.1", "the group allots its time sensibly")},
			Axis:     check.Time,
			When:     "programmes with the group on transparency and reporting",
			Thresholds: []check.Threshold{{
				Name: "length of the group's discussions", Value: "no whole day needed", Cite: Cite("11", "the group does not need whole days for its topics"),
			}},
			Passing: func() check.Example {
				return check.Example{Says: "The topic on reports has its ninety minutes, in half a day.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[1].Mandate.Topics[0].Minutes = 120
				return check.Example{Says: "The topic on reports wants two hours and has ninety minutes.", Programme: p}
			},
		},
		Applies: hasRole(att.WGTR),
		Check: func(in check.In[att.Programme]) check.Result {
			topics, missing := topicsOf(in, att.WGTR)
			missing = append(unknownBodies(in), missing...)
			allotted := map[string]int{}
			for _, it := range in.Agenda() {
				allotted[it.Value.Topic] += it.Value.Minutes
			}
			var result check.Result
			for _, t := range topics {
				has, wants := allotted[t.Value.ID], t.Value.Minutes
				if wants == 0 {
					missing = append(missing, check.Say("the minutes that {topic} wants", check.Place("topic", t.Path)))
				}
				if has >= wants || !in.Measures().Minutes.Exact() {
					continue
				}
				result.Findings = append(result.Findings, check.Finding{
					Path: t.Path,
					Message: departs("paragraph 24b", "topic {topic} wants {wants} minutes and has {has} on the agenda.",
						check.Text("topic", t.Value.ID), check.Number("wants", wants), check.Number("has", has)),
					Remedy: check.Say("Give it the time, or have it prepared in a consultation between sessions."),
				})
			}
			if result.Findings == nil {
				if !in.Measures().Minutes.Exact() {
					missing = append(missing, check.Say("the agendas of all sittings"))
				}
				result.Missing = missing
			}
			return result
		},
	}
}
