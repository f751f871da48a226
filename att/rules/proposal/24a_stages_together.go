package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// stagesTogether: on the agenda, topics of one stage stand together (24a.2). The draft demands no order of
// the stages.
func stagesTogether() check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:       "proposal/24a-stages-together",
			Sense:    "In a round, the items of the group on implementation that belong to one stage follow each other, in whatever order the stages come.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("24a.2", "topics are arranged by the general stages of implementing the Treaty")},
			Axis:     check.Topics,
			When:     "rounds of the group on implementation, in programmes with a list of stages",
			Tensions: []string{linkedOrTwice.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "The control system first, then the transfer, then the effect.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				sitting := &p.Rounds[0].Days[1].Sittings[0]
				sitting.Items = append(sitting.Items, att.Item{Topic: "control-lists", Bodies: []string{"wgeti"}, Minutes: 10})
				return check.Example{Says: "The control system comes back after the transfer.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Round]) bool {
			if len(in.Programme().Stages) == 0 || in.Value.Format == att.Cancelled {
				return false
			}
			for _, id := range bodiesOf(in.Value) {
				if of(in, in.Named(id), att.WGETI) {
					return true
				}
			}
			return false
		},
		Check: together,
	}
}

func together(in check.In[att.Round]) check.Result {
	topics, missing := topicsOf(in, att.WGETI)
	stageOf := make(map[string]string, len(topics))
	for _, t := range topics {
		if !t.Value.Current {
			stageOf[t.Value.ID] = t.Value.Stage
		}
	}
	left := map[string]check.Path{} // stages that another one has followed, to their last item
	var stage string
	var last check.Path
	var result check.Result
	for _, it := range in.Agenda() {
		if it.Round().ID != in.Value.ID || len(it.Value.Bodies) == 0 || !of(in, in.Named(it.Value.Bodies[0]), att.WGETI) {
			continue
		}
		next := stageOf[it.Value.Topic]
		if next == "" {
			continue
		}
		if next != stage && stage != "" {
			left[stage] = last
		}
		if before, back := left[next]; back && next != stage {
			result.Findings = append(result.Findings, check.Finding{
				Path: it.Path, Related: []check.Path{before},
				Message: departs("paragraph 24a", "stage {stage} comes back after another stage.", check.Text("stage", next)),
				Remedy:  check.Say("Put the items of one stage next to each other."),
			})
		}
		stage, last = next, it.Path
	}
	if result.Findings == nil {
		result.Missing = missing
		if in.Value.Days == nil || !agendaKnown(in.Value) {
			result.Missing = append(result.Missing, check.Say("the agendas of all sittings of {round}", check.Place("round", in.Path)))
		}
	}
	return result
}

// agendaKnown reports whether every sitting of a round has its agenda.
func agendaKnown(r att.Round) bool {
	for _, d := range r.Days {
		if d.Sittings == nil {
			return false
		}
		for _, s := range d.Sittings {
			if s.Items == nil && s.Format != att.Cancelled {
				return false
			}
		}
	}
	return r.Days != nil
}
