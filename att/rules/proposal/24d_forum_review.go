package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// forumReview: CSP10 reviews the forum on diversion (24d.5).
func forumReview() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24d-forum-review",
			Sense:    "A review of the forum on diversion and of its usefulness is planned at CSP10.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("24d.5", "a review of the forum is planned at CSP10")},
			Axis:     check.Methods,
			From:     att.MustDate(draftDay),
			Until:    att.MustDate("2024-08-23"), // the last day of CSP10
			When:     "programmes with the forum, in the cycle of CSP10",
			Passing: func() check.Example {
				return check.Example{Says: "The conference reviews the forum.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Reviews = slices.DeleteFunc(p.Reviews, func(r att.Review) bool { return r.Subject == "dief" })
				return check.Example{Says: "No review of the forum is planned.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			return in.Programme().Bodies == nil || has(in, func(b att.Body) bool { return b.Role == att.DIEF })
		},
		Check: func(in check.In[att.Programme]) check.Result {
			return reviewed(in, func(b att.Body) bool { return b.Role == att.DIEF }, check.Finding{
				Path:    "reviews",
				Message: departs("paragraph 24d, what is planned", "no review of the forum on diversion is planned."),
				Remedy:  check.Say("Put the review of the forum on the agenda of the conference."),
			})
		},
	}
}
