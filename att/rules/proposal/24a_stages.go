package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// stages: each topic of the group on implementation belongs to a stage of implementation (24a.2).
func stages() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24a-stages",
			Sense:    "Each topic of the group on implementation names one stage of the programme's list; room for current issues needs none.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("24a.2", "topics are arranged by the general stages of implementing the Treaty")},
			Axis:     check.Topics,
			When:     "programmes with a list of stages and the group on implementation",
			Passing: func() check.Example {
				return check.Example{Says: "Every topic names its stage.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[0].Mandate.Topics[1].Stage = ""
				return check.Example{Says: "One topic names no stage.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			return len(in.Programme().Stages) > 0 && hasRole(att.WGETI)(in)
		},
		Check: func(in check.In[att.Programme]) check.Result {
			known := map[string]bool{}
			for _, s := range in.Programme().Stages {
				known[s.ID] = s.ID != ""
			}
			topics, missing := topicsOf(in, att.WGETI)
			result := check.Result{Missing: append(unknownBodies(in), missing...)}
			for _, t := range topics {
				if t.Value.Current || known[t.Value.Stage] {
					continue
				}
				result.Findings = append(result.Findings, check.Finding{
					Path:    t.Path,
					Message: departs("paragraph 24a", "topic {topic} names no stage of implementation from the programme's list.", check.Text("topic", t.Value.ID)),
					Remedy:  check.Say("Name the stage that it belongs to, or mark it as room for current issues."),
				})
			}
			return result
		},
	}
}
