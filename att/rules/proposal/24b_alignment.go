package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// transparencyAlignment: after CSP9 the group on transparency and reporting explores aligning its work with
// the mainstream (24b.3).
func transparencyAlignment() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24b-alignment",
			Sense:    "The group on transparency and reporting looks at how its own work fits the mainstream of the group on implementation: a review of the group is planned.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("24b.3", "after CSP9 the group explores aligning its work with the mainstream")},
			Axis:     check.Methods,
			From:     att.MustDate(draftDay),
			When:     "programmes with the group on transparency and reporting, from the cycle of CSP10 on",
			Passing: func() check.Example {
				return check.Example{Says: "A review of the group's work is planned.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Reviews = slices.DeleteFunc(p.Reviews, func(r att.Review) bool { return r.Subject == "wgtr" })
				return check.Example{Says: "No review of the group's work is planned.", Programme: p}
			},
		},
		Applies: hasRole(att.WGTR),
		Check: func(in check.In[att.Programme]) check.Result {
			return reviewed(in, func(b att.Body) bool { return of(in, b, att.WGTR) }, check.Finding{
				Path:    "reviews",
				Message: departs("paragraph 24b, what is expected", "nothing says that the group on transparency and reporting explores aligning its work with that on implementation."),
				Remedy:  check.Say("Plan a review of the group's work, by itself or by the conference."),
			})
		},
	}
}

// reviewed returns the finding unless a review of such a body is planned.
func reviewed(in check.In[att.Programme], which func(att.Body) bool, finding check.Finding) check.Result {
	p := in.Programme()
	for _, r := range p.Reviews {
		if r.Subject != "" && which(in.Named(r.Subject)) {
			return check.Result{}
		}
	}
	if missing := unknownBodies(in); missing != nil || !p.Whole("reviews", p.Reviews != nil) {
		return check.Result{Missing: append(missing, check.Say("which reviews are planned"))}
	}
	return check.Result{Findings: []check.Finding{finding}}
}
