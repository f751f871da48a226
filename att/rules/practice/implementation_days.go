package practice

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// The days on which the group on implementation met.
const (
	fewestImplementation = 2 // CSP10
	mostImplementation   = 3 // CSP11, CSP12
)

// implementationDays: the group on implementation has two to three days.
func implementationDays() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "practice/implementation-days",
			Sense:    "The group on implementation meets on two or three days.",
			Severity: check.Note,
			Cites: []att.Citation{
				seen("csp10", "20 and 21 February 2024"), seen("csp11", "25 to 27 February 2025"), seen("csp12", "16 to 18 March 2026"),
			},
			Axis:       check.Time,
			From:       observedFrom,
			When:       "programmes with the group on implementation",
			Thresholds: []check.Threshold{{Name: "days of the group on implementation", Value: "2 to 3 days", Cite: seen("csp10", "the fewest and the most observed")}},
			Passing: func() check.Example {
				return check.Example{Says: "Two days.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds[0].Days[1].Bodies = []string{"wgtr"}
				return check.Example{Says: "One day.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			return in.Programme().Bodies == nil ||
				slices.ContainsFunc(in.Bodies(), func(b check.Placed[att.Body]) bool { return b.Value.Role == att.WGETI })
		},
		Check: func(in check.In[att.Programme]) check.Result {
			m := in.Measures()
			days, unclear := 0, !m.Days.Exact() || in.Programme().Bodies == nil || in.Programme().Rounds == nil
			for _, d := range m.MeetingDays {
				unclear = unclear || d.Bodies == nil
				if slices.ContainsFunc(d.Bodies, func(id string) bool { return in.Role(in.Named(id)) == att.WGETI }) {
					days++
				}
			}
			switch {
			case days > mostImplementation:
			case unclear:
				return daysMissing()
			case days >= fewestImplementation:
				return check.Result{}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "rounds",
				Message: differs("the group on implementation meets on {days} days, and in practice on {fewest} to {most}.",
					check.Number("days", days), check.Number("fewest", fewestImplementation), check.Number("most", mostImplementation)),
				Remedy: check.Say("Nothing need be done; say why the cycle differs, if it is meant to."),
			}}}
		},
	}
}
