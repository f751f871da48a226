package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// fewTopics: the group on implementation does not take up more topics in one round than the caller allows
// (10.4).
func fewTopics(most int) check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:         "proposal/10.4-few-topics",
			Sense:      "The group on implementation takes up no more topics in one round than the caller allows.",
			Severity:   check.Note,
			Cites:      []att.Citation{Cite("10.4", "the group keeps to few topics; many side by side have proved unsustainable")},
			Axis:       check.Topics,
			When:       "programmes with the group on implementation, if the caller sets the number",
			Thresholds: parameter("topics of the group on implementation in one round, at most", most, "topics"),
			Tensions:   []string{fullerOrFewer.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Five topics in the round.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				for _, id := range []string{"t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11"} {
					p.Bodies[0].Mandate.Topics = append(p.Bodies[0].Mandate.Topics, topic(id, "Topic "+id, "effect", att.Impact, "1"))
					sitting := &p.Rounds[0].Days[0].Sittings[0]
					sitting.Items = append(sitting.Items, att.Item{Topic: id, Bodies: []string{"wgeti"}, Minutes: 1})
				}
				return check.Example{Says: "Sixteen topics in the round.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool { return most > 0 && hasRole(att.WGETI)(in) },
		Check: func(in check.In[att.Programme]) check.Result {
			topics := map[string]map[string]bool{} // by round
			for _, it := range in.Agenda() {
				round := it.Round().ID
				for _, id := range it.Value.Bodies {
					if of(in, in.Named(id), att.WGETI) {
						if topics[round] == nil {
							topics[round] = map[string]bool{}
						}
						topics[round][it.Value.Topic] = true
					}
				}
			}
			var result check.Result
			for _, r := range in.Rounds() {
				if n := len(topics[r.Value.ID]); n > most {
					result.Findings = append(result.Findings, check.Finding{
						Path: r.Path,
						Message: departs("paragraph 10, what a participant noted", "the group on implementation takes up {topics} topics in one round, more than the {most} that you set.",
							check.Number("topics", n), check.Number("most", most)),
						Remedy: check.Say("Leave some to later cycles, in a workplan over several years, or to consultations between sessions (26)."),
					})
				}
			}
			if result.Findings == nil {
				result.Missing = unknownBodies(in)
				if !in.Measures().Minutes.Exact() {
					result.Missing = append(result.Missing, check.Say("the agendas of all sittings"))
				}
			}
			return result
		},
	}
}
