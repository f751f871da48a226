package practice

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// groupsDays is how long the working groups met in every cycle observed.
const groupsDays = 4

// groupsWeek: the working groups meet once, for four days.
func groupsWeek() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "practice/groups-week",
			Sense:    "The working groups meet in one block of four days.",
			Severity: check.Note,
			Cites: []att.Citation{
				seen("csp10", "20 to 23 February 2024"), seen("csp11", "25 to 28 February 2025, the last day recalled"), seen("csp12", "16 to 19 March 2026"),
			},
			Axis:       check.Time,
			From:       observedFrom,
			Thresholds: []check.Threshold{{Name: "days of the working groups", Value: "4 days in one block", Cite: seen("csp10", "four days")}},
			Passing: func() check.Example {
				return check.Example{Says: "Four days in February.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds[0].Days = p.Rounds[0].Days[:3]
				return check.Example{Says: "Three days in February.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			if in.Programme().Rounds == nil {
				return daysMissing()
			}
			groups, _ := sides(in)
			return groups.judge(1, groupsDays, check.Finding{
				Path: "rounds",
				Message: differs("the working groups meet on {days} days in {blocks} blocks, and in practice on {usual} in one.",
					check.Number("days", len(groups.days)), check.Number("blocks", groups.blocks()), check.Number("usual", groupsDays)),
				Remedy: check.Say("Nothing need be done; say why the cycle differs, if it is meant to."),
			})
		},
	}
}
