package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// notCostCutting: where meetings are given up, practical implementation does not pay for it (8). It goes by
// minutes; money is compared in package finance.
func notCostCutting() check.AnyRule {
	return check.Rule[check.Change]{
		About: check.About{
			ID:       "proposal/8-not-cost-cutting",
			Sense:    "A change that gives up meeting days does not lower the share of practical implementation in the discussion.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("8.1", "the review does not become cost-cutting, and looks at practical implementation")},
			Axis:     check.Topics,
			When:     "changes to fewer meeting days",
			Tensions: []string{efficientNotCheap.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Fewer days, and most of what is left is on practical implementation.", Before: earlier(), Programme: example()}
			},
			Failing: func() check.Example {
				return check.Example{Says: "Fewer days, and the discussion of policy stays while that of practice goes.", Before: earlier(), Programme: withoutPractice()}
			},
		},
		Applies: func(in check.In[check.Change]) bool {
			before, after := in.Value.MeasuresBefore.Days, in.Value.MeasuresAfter.Days
			return !before.Exact() || !after.Exact() || after.N < before.N
		},
		Check: func(in check.In[check.Change]) check.Result {
			before, after := in.Value.MeasuresBefore, in.Value.MeasuresAfter
			missing := unknownMinutes(before, "before")
			missing = append(missing, unknownMinutes(after, "after")...)
			if !before.Days.Exact() || !after.Days.Exact() {
				missing = append(missing, check.Say("the dates of all meeting days on both sides"))
			}
			if missing != nil {
				return check.Result{Missing: missing}
			}
			if !shareFalls(before, after) {
				return check.Result{}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "rounds",
				Message: departs("paragraph 8, what other delegations said",
					"{days} meeting days are given up, and the share of practical implementation falls from {before} % to {after} % ({minutesBefore} to {minutesAfter} minutes; {talks} consultations between sessions stand beside them).",
					check.Number("days", before.Days.N-after.Days.N),
					check.Number("before", percent(before.PracticalMinutes.N, before.Minutes.N)), check.Number("after", percent(after.PracticalMinutes.N, after.Minutes.N)),
					check.Number("minutesBefore", before.PracticalMinutes.N), check.Number("minutesAfter", after.PracticalMinutes.N),
					check.Count("talks", after.Consultations)),
				Remedy: check.Say("Give up procedural and policy items first, and keep the time of national practice, impact, cooperation and assistance."),
			}}}
		},
	}
}

// unknownMinutes says what is missing to tell the share of practical implementation.
func unknownMinutes(m att.Measures, side string) []check.Message {
	if m.PracticalMinutes.Exact() && m.Minutes.Exact() && m.Minutes.N > 0 {
		return nil
	}
	return []check.Message{check.Say("the minutes of discussion {side}, and what each item is about", check.Word("side", side))}
}

// shareFalls reports whether the share of practical implementation falls, exactly.
func shareFalls(before, after att.Measures) bool {
	return int64(after.PracticalMinutes.N)*int64(before.Minutes.N) < int64(before.PracticalMinutes.N)*int64(after.Minutes.N)
}
