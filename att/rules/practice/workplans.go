package practice

import (
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
)

// workplans: the groups on implementation and on transparency each work to a plan over several years.
func workplans() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "practice/workplans",
			Sense:    "The group on implementation and the group on transparency and reporting each have a workplan over several years.",
			Severity: check.Note,
			Cites: []att.Citation{
				seen("csp10", "CSP10 welcomed the workplan of the sub-group on the exchange of national implementation practices; one for the exchange of transparency practice was prepared in 2024"),
			},
			Axis: check.Topics,
			From: observedFrom,
			When: "programmes with these groups",
			Passing: func() check.Example {
				return check.Example{Says: "Both groups have a workplan.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Documents = p.Documents[:1]
				return check.Example{Says: "Only one group has a workplan.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			return in.Programme().Bodies == nil || len(planning(in)) > 0
		},
		Check: func(in check.In[att.Programme]) check.Result {
			p := in.Programme()
			has := map[att.Role]bool{}
			for _, d := range p.Documents {
				if d.Kind == att.Workplan {
					has[in.Role(in.Named(d.For))], has[in.Role(in.Named(d.Issuer))] = true, true
				}
			}
			var without []string
			for _, b := range planning(in) {
				if !has[b.Role] {
					without = append(without, b.ID)
				}
			}
			switch {
			case p.Bodies == nil:
				return check.Missing(check.Say("the bodies and their mandates"))
			case without == nil:
				return check.Result{}
			case !p.Whole("documents", p.Documents != nil):
				return check.Missing(check.Say("the documents of the cycle"))
			}
			return check.Result{Findings: []check.Finding{{
				Path:    "documents",
				Message: differs("no workplan over several years is there for {bodies}.", check.Text("bodies", strings.Join(without, ", "))),
				Remedy:  check.Say("Nothing need be done; a workplan tells delegations which topic comes when."),
			}}}
		},
	}
}

// planning returns the groups that have workplans in practice.
func planning(in check.In[att.Programme]) []att.Body {
	var groups []att.Body
	for _, b := range in.Bodies() {
		if b.Value.Kind == att.WorkingGroup && (b.Value.Role == att.WGETI || b.Value.Role == att.WGTR) {
			groups = append(groups, b.Value)
		}
	}
	return groups
}
