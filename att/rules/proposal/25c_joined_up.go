package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// joinedUp: the workflows of the subsidiary bodies are joined up (25c). The forum is no subsidiary body.
func joinedUp() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/25c-joined-up",
			Sense:    "Each working group contributes to another one, or is contributed to, or has joint items with one.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("25c", "the workflows of the subsidiary bodies are joined up"),
			},
			Axis: check.Methods,
			When: "programmes with two working groups or more",
			Passing: func() check.Example {
				return check.Example{Says: "The other two groups contribute to the group on implementation.", Programme: example()}
			},
			Failing: func() check.Example {
				return check.Example{Says: "One group stands alone.", Programme: alone(2)}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			n := 0
			for _, b := range in.Bodies() {
				if b.Value.Kind == att.WorkingGroup {
					n++
				}
			}
			return in.Programme().Bodies == nil || n > 1
		},
		Check: standAlone,
	}
}

func standAlone(in check.In[att.Programme]) check.Result {
	groupOf := func(id string) string { // the working group of a group or sub-group; empty for anything else
		b := in.Named(id)
		if b.Kind == att.SubWorkingGroup {
			b = in.Named(b.Parent)
		}
		if b.Kind == att.WorkingGroup {
			return b.ID
		}
		return ""
	}
	linked := map[string]bool{}
	link := func(a, b string) {
		if a, b = groupOf(a), groupOf(b); a != b && a != "" && b != "" {
			linked[a], linked[b] = true, true
		}
	}
	result := check.Result{Missing: unknownBodies(in)}
	for _, b := range in.Bodies() {
		for _, line := range b.Value.Lines {
			if line.Sort == att.ContributesTo {
				link(b.Value.ID, line.To)
			}
		}
	}
	for _, it := range in.Agenda() {
		for _, id := range it.Value.Bodies {
			link(it.Value.Bodies[0], id)
		}
	}
	var missing []check.Message
	for _, b := range in.Bodies() {
		if working(b.Value.Kind) && !in.Programme().Whole("bodies["+b.Value.ID+"].lines", b.Value.Lines != nil) {
			missing = append(missing, check.Say("whether {body} contributes to another body's work (its lines)", check.Place("body", b.Path)))
		}
	}
	if missing == nil && !agendasKnown(in) {
		missing = []check.Message{check.Say("the agendas of all sittings, where joint items would stand")}
	}
	for _, b := range in.Bodies() {
		if b.Value.Kind != att.WorkingGroup || linked[b.Value.ID] {
			continue
		}
		if missing != nil {
			result.Missing = missing
			continue
		}
		result.Findings = append(result.Findings, check.Finding{
			Path: b.Path,
			Message: departs("paragraph 25c", "{body} neither contributes to another working group, nor is contributed to, nor has joint items with one.",
				check.Text("body", b.Value.ID)),
			Remedy: check.Say("Declare a contribution, or take up a topic jointly."),
		})
	}
	return result
}

// agendasKnown reports whether every round that was held has all its agendas.
func agendasKnown(in check.In[att.Programme]) bool {
	for _, r := range in.Rounds() {
		if r.Value.Format != att.Cancelled && r.Value.Format != att.Written && !agendaKnown(r.Value) {
			return false
		}
	}
	return in.Programme().Rounds != nil
}
