package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// paperDays: the papers of the round are out the caller's number of days before it (16.2).
func paperDays(days int) check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:         "proposal/16-paper-days",
			Sense:      "The papers for a round, its bodies and their topics go out the caller's number of days before it opens.",
			Severity:   check.Note,
			Cites:      []att.Citation{Cite("16.2", "documents go out in time, and delegations have time to prepare")},
			Axis:       check.Time,
			When:       "rounds with papers, if the caller sets the days",
			Thresholds: parameter("days by which papers are out before the round", days, "days"),
			Passing: func() check.Example {
				return check.Example{Says: "The papers are out six weeks before the round.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Documents[1].Distributed = att.MustDate("2024-04-12")
				return check.Example{Says: "A paper goes out three days before the round.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Round]) bool { return days > 0 && in.Value.Format != att.Cancelled },
		Check:   func(in check.In[att.Round]) check.Result { return late(in, days, "proposal/16-paper-days") },
	}
}
