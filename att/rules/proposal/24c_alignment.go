package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// universalizationAlignment: the group on universalization explores aligning its work with the mainstream
// (24c.3).
func universalizationAlignment() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24c-alignment",
			Sense:    "The group on universalization looks at how its own work fits the mainstream of the group on implementation: a review of the group is planned.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("24c.3", "the group explores aligning its work with the mainstream")},
			Axis:     check.Methods,
			When:     "programmes with the group on universalization",
			Passing: func() check.Example {
				return check.Example{Says: "A review of the group's work is planned.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Reviews = slices.DeleteFunc(p.Reviews, func(r att.Review) bool { return r.Subject == "wgtu" })
				return check.Example{Says: "No review of the group's work is planned.", Programme: p}
			},
		},
		Applies: hasRole(att.WGTU),
		Check: func(in check.In[att.Programme]) check.Result {
			return reviewed(in, func(b att.Body) bool { return of(in, b, att.WGTU) }, check.Finding{
				Path:    "reviews",
				Message: departs("paragraph 24c, what is expected", "nothing says that the group on universalization explores aligning its work with that on implementation."),
				Remedy:  check.Say("Plan a review of the group's work, by itself or by the conference."),
			})
		},
	}
}
