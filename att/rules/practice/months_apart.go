package practice

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// The days from the last one of the working groups to the first one of the preparatory meeting.
const (
	fewestApart = 81 // CSP11
	mostApart   = 83 // CSP10
)

// monthsApart: the preparatory meeting comes some eighty days after the working groups, so that people travel
// twice.
func monthsApart() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "practice/months-apart",
			Sense:    "The preparatory meeting opens some eighty days after the working groups have ended.",
			Severity: check.Note,
			Cites: []att.Citation{
				seen("csp10", "83 days, from 23 February to 16 May 2024"), seen("csp11", "81 days, from 28 February (recalled) to 20 May 2025"),
			},
			Axis: check.Time,
			From: observedFrom,
			When: "programmes in which working groups and a preparatory meeting sit",
			Thresholds: []check.Threshold{{
				Name: "days from the end of the working groups to the preparatory meeting", Value: "81 to 83 days", Cite: seen("csp10", "the smallest and the largest gap observed"),
			}},
			Passing: func() check.Example {
				return check.Example{Says: "83 days, from February to May.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds[1].Days = days("ipm", "2024-02-26", "2024-02-27")
				return check.Example{Says: "The preparatory meeting follows on the next Monday.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			groups, preparation := sides(in)
			return groups.unclear || len(groups.days) > 0 && len(preparation.days) > 0
		},
		Check: func(in check.In[att.Programme]) check.Result {
			groups, preparation := sides(in)
			if groups.unclear || in.Programme().Rounds == nil {
				return daysMissing()
			}
			from, to := groups.days[len(groups.days)-1], preparation.days[0]
			gap := from.Date.DaysUntil(to.Date)
			if gap >= fewestApart && gap <= mostApart {
				return check.Result{}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "rounds",
				Message: differs("{gap} days lie between the working groups and the preparatory meeting, and in practice {fewest} to {most}.",
					check.Number("gap", gap), check.Number("fewest", fewestApart), check.Number("most", mostApart)),
				Remedy: check.Say("Nothing need be done; the draft would have them in one round (25)."),
			}}}
		},
	}
}
