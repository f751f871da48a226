package practice

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// preparatoryDays is how long the preparatory meeting lasted in every cycle observed.
const preparatoryDays = 2

// preparatoryMeeting: the preparatory meeting has two days of its own.
func preparatoryMeeting() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:         "practice/preparatory-meeting",
			Sense:      "The informal preparatory meeting has one block of two days.",
			Severity:   check.Note,
			Cites:      []att.Citation{seen("csp10", "16 and 17 May 2024"), seen("csp11", "20 and 21 May 2025")},
			Axis:       check.Time,
			From:       observedFrom,
			Thresholds: []check.Threshold{{Name: "days of the preparatory meeting", Value: "2 days in one block", Cite: seen("csp10", "two days")}},
			Passing: func() check.Example {
				return check.Example{Says: "Two days in May.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds = p.Rounds[:1]
				return check.Example{Says: "No preparatory meeting.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			if in.Programme().Rounds == nil {
				return daysMissing()
			}
			_, preparation := sides(in)
			return preparation.judge(1, preparatoryDays, check.Finding{
				Path: "rounds",
				Message: differs("the preparatory meeting sits on {days} days in {blocks} blocks, and in practice on {usual} in one.",
					check.Number("days", len(preparation.days)), check.Number("blocks", preparation.blocks()), check.Number("usual", preparatoryDays)),
				Remedy: check.Say("Nothing need be done; say why the cycle differs, if it is meant to."),
			})
		},
	}
}
