package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// practicalShare: practical implementation is at the centre, so its share does not fall with a change (23).
func practicalShare() check.AnyRule {
	return check.Rule[check.Change]{
		About: check.About{
			ID:       "proposal/23-practical-share",
			Sense:    "With a change, the share of practical implementation in the minutes of discussion is not lower than before.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("23", "practical implementation at the centre; discussion turns to practical measures and national cases"),
				Cite("9.1", "more direct attention to practical implementation"),
				Cite("9.3", "discussion turns to practical measures and to national cases and experience"),
			},
			Axis:     check.Topics,
			When:     "changes",
			Tensions: []string{efficientNotCheap.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "The share rises, though there are fewer minutes.", Before: earlier(), Programme: example()}
			},
			Failing: func() check.Example {
				return check.Example{Says: "The discussion of policy stays while that of practice goes.", Before: earlier(), Programme: withoutPractice()}
			},
		},
		Check: func(in check.In[check.Change]) check.Result {
			before, after := in.Value.MeasuresBefore, in.Value.MeasuresAfter
			missing := unknownMinutes(before, "before")
			if missing = append(missing, unknownMinutes(after, "after")...); missing != nil {
				return check.Result{Missing: missing}
			}
			if !shareFalls(before, after) {
				return check.Result{}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "rounds",
				Message: departs("paragraph 23", "the share of practical implementation in the discussion falls from {before} % to {after} %.",
					check.Number("before", percent(before.PracticalMinutes.N, before.Minutes.N)), check.Number("after", percent(after.PracticalMinutes.N, after.Minutes.N))),
				Remedy: check.Say("Give the time of procedural and policy items to national practice, impact, cooperation and assistance."),
			}}}
		},
	}
}
