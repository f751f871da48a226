package proposal

import (
	"cmp"

	"attwork.example/att"
	"attwork.example/att/check"
)

// currentIssues: the group on implementation has room for current issues, open to other stakeholders (24a.3).
func currentIssues() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24a-current-issues",
			Sense:    "The group on implementation keeps room for current issues of implementation, which States Parties and other stakeholders can raise.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("24a.3", "room for States Parties and other stakeholders to raise and discuss current issues, as applicable")},
			Axis:     check.Topics,
			When:     "programmes with the group on implementation",
			Passing: func() check.Example {
				return check.Example{Says: "One topic is room for current issues, in an open sitting.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[0].Mandate.Topics[4].Current = false
				return check.Example{Says: "No topic is room for current issues.", Programme: p}
			},
		},
		Applies: hasRole(att.WGETI),
		Check: func(in check.In[att.Programme]) check.Result {
			topics, missing := topicsOf(in, att.WGETI)
			missing = append(unknownBodies(in), missing...)
			var closed []*check.Placed[att.Topic]
			for _, t := range topics {
				if !t.Value.Current {
					continue
				}
				switch access := accessTo(in, t); access {
				case att.Open:
					return check.Result{}
				case "":
					missing = append(missing, check.Say("who may be there when {topic} is discussed", check.Place("topic", t.Path)))
				default:
					closed = append(closed, t)
				}
			}
			switch {
			case missing != nil:
				return check.Result{Missing: missing}
			case closed != nil:
				return check.Result{Findings: []check.Finding{{
					Path: closed[0].Path, Related: paths(closed[1:]),
					Message: departs("paragraph 24a", "other stakeholders cannot be there when current issues of implementation are discussed.").Keyed("proposal/24a-current-issues.closed"),
					Remedy:  check.Say("Open the sitting, or an item of it, to observers and civil society.").Keyed("proposal/24a-current-issues.closed.remedy"),
				}}}
			}
			return check.Result{Findings: []check.Finding{{
				Path:    "bodies",
				Message: departs("paragraph 24a", "no topic of the group on implementation is room for current issues that States Parties and other stakeholders raise."),
				Remedy:  check.Say("Add such an item to the agenda of the group, or say why it does not apply in this cycle."),
			}}}
		},
	}
}

// accessTo returns who may be there when the topic is discussed: on the agenda, else in the body at all. Of
// several items the widest counts.
func accessTo(in check.In[att.Programme], t *check.Placed[att.Topic]) att.Access {
	var widest att.Access
	for _, it := range in.Agenda() {
		if it.Value.Topic != t.Value.ID {
			continue
		}
		access := cmp.Or(it.Value.Access, it.Sitting().Access)
		if widest == "" || access == att.Open {
			widest = access
		}
	}
	return cmp.Or(widest, t.Body().Access, in.Named(t.Body().Parent).Access)
}
