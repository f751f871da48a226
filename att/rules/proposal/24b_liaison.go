package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// transparencyLiaison: the group on transparency and reporting has its liaison with the group on
// implementation (24b).
func transparencyLiaison() check.AnyRule {
	return check.Rule[att.Body]{
		About: check.About{
			ID:       "proposal/24b-liaison",
			Sense:    "The group on transparency and reporting contributes to the work of the group on implementation.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("24b.1", "the group strengthens its established liaison with the group on implementation")},
			Axis:     check.Methods,
			When:     "the group on transparency and reporting",
			Passing: func() check.Example {
				return check.Example{Says: "It declares that it contributes.", Programme: example()}
			},
			Failing: func() check.Example {
				return check.Example{Says: "It declares nothing, and meets alone.", Programme: alone(1)}
			},
		},
		Applies: the(att.WGTR),
		Check: func(in check.In[att.Body]) check.Result {
			return contributes(in, false, check.Result{Findings: []check.Finding{{
				Path:    in.Path,
				Message: departs("paragraph 24b", "nothing links the group on transparency and reporting with the group on implementation."),
				Remedy:  check.Say("Declare which topics of the group on implementation it contributes to, or hold joint items."),
			}}})
		},
	}
}

// contributes returns the departure unless the body declares a contribution to the group on implementation,
// or the two have a joint item. Where named is set, the contribution must name topics.
func contributes(in check.In[att.Body], named bool, departure check.Result) check.Result {
	implementation := func(id string) bool { return of(in, in.Named(id), att.WGETI) }
	general := false
	for _, line := range in.Value.Lines {
		if line.Sort != att.ContributesTo || !implementation(line.To) {
			continue
		}
		if !named || len(line.Topics) > 0 {
			return check.Result{}
		}
		general = true
	}
	for _, it := range in.Agenda() {
		if slices.Contains(it.Value.Bodies, in.Value.ID) && slices.ContainsFunc(it.Value.Bodies, implementation) {
			return check.Result{}
		}
	}
	var missing []check.Message
	list := "bodies[" + in.Value.ID + "].lines"
	if !in.Programme().Whole(list, in.Value.Lines != nil) {
		missing = append(missing, check.Say("whether {body} contributes to another body's work (its lines)", check.Place("body", in.Path)))
	}
	if general && !in.Measures().Minutes.Exact() {
		missing = append(missing, check.Say("to which topics {body} contributes", check.Place("body", in.Path)))
	}
	if missing != nil {
		return check.Result{Missing: missing}
	}
	return departure
}
