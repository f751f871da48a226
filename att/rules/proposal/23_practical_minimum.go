package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// practicalMinimum: practical implementation has at least the caller's share of the minutes (23).
func practicalMinimum(least int) check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:         "proposal/23-practical-minimum",
			Sense:      "Practical implementation has at least the caller's share of the minutes of discussion.",
			Severity:   check.Note,
			Cites:      []att.Citation{Cite("23", "practical implementation at the centre")},
			Axis:       check.Topics,
			When:       "programmes, if the caller sets the share",
			Thresholds: parameter("share of practical implementation in the minutes of discussion, at least", least, "%"),
			Passing: func() check.Example {
				return check.Example{Says: "Most of the discussion is on practice.", Programme: example()}
			},
			Failing: func() check.Example {
				return check.Example{Says: "Little of the discussion is on practice.", Programme: withoutPractice()}
			},
		},
		Applies: func(check.In[att.Programme]) bool { return least > 0 },
		Check: func(in check.In[att.Programme]) check.Result {
			m := in.Measures()
			if missing := unknownMinutes(m, "in the rounds"); missing != nil {
				return check.Result{Missing: missing}
			}
			if int64(m.PracticalMinutes.N)*100 >= int64(m.Minutes.N)*int64(least) {
				return check.Result{}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "rounds",
				Message: departs("paragraph 23", "practical implementation has {share} % of the minutes of discussion, less than the {least} % that you set.",
					check.Number("share", percent(m.PracticalMinutes.N, m.Minutes.N)), check.Number("least", least)),
				Remedy: check.Say("Give the time of procedural and policy items to national practice, impact, cooperation and assistance."),
			}}}
		},
	}
}
