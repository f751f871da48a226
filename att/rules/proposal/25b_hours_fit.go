package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// hoursFit: days and hours fit the agenda (25b): no sitting is overfull, and none has nothing to do.
func hoursFit() check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:       "proposal/25b-hours-fit",
			Sense:    "The items of a sitting fit into its hours, and no sitting is without items.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("25b", "days and hours fit the agenda")},
			Axis:     check.Time,
			When:     "in-person rounds",
			Passing: func() check.Example {
				return check.Example{Says: "Each sitting has items for its three hours or less.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				sitting := &p.Rounds[0].Days[0].Sittings[0]
				sitting.Items = append(sitting.Items, att.Item{Topic: "art-9", Bodies: []string{"wgeti"}, Minutes: 60})
				return check.Example{Says: "A sitting of three hours has items for longer.", Programme: p}
			},
		},
		Applies: inRoom,
		Check: func(in check.In[att.Round]) check.Result {
			var result check.Result
			eachSitting(in, func(path check.Path, s att.Sitting) {
				wanted, known := 0, s.Items != nil && s.Minutes() > 0
				for _, it := range s.Items {
					wanted += it.Minutes
					known = known && it.Minutes > 0
				}
				switch {
				case s.Items != nil && len(s.Items) == 0:
					result.Findings = append(result.Findings, check.Finding{
						Path: path, Message: departs("paragraph 25b", "the sitting has no items.").Keyed("proposal/25b-hours-fit.idle"),
						Remedy: check.Say("Give the sitting up, or move items into it.").Keyed("proposal/25b-hours-fit.idle.remedy"),
					})
				case s.Minutes() > 0 && wanted > s.Minutes():
					result.Findings = append(result.Findings, check.Finding{
						Path: path,
						Message: departs("paragraph 25b", "the items want {wanted} minutes, and the sitting has {has}.",
							check.Number("wanted", wanted), check.Number("has", s.Minutes())),
						Remedy: check.Say("Move an item to another sitting or into a consultation, or lengthen the sitting."),
					})
				case !known:
					result.Missing = append(result.Missing, check.Say("the hours of {sitting}, or the minutes of its items", check.Place("sitting", path)))
				}
			})
			if in.Value.Days == nil || !agendaKnown(in.Value) {
				result.Missing = append(result.Missing, check.Say("the sittings of {round} and their agendas", check.Place("round", in.Path)))
			}
			return result
		},
	}
}

// eachSitting calls visit for every sitting of a round that was not cancelled, with its place.
func eachSitting(in check.In[att.Round], visit func(check.Path, att.Sitting)) {
	days := dayPaths(in.Path, in.Value.Days)
	for i, d := range in.Value.Days {
		sittings := days[i].Field("sittings").Elements(len(d.Sittings), func(j int) string { return d.Sittings[j].ID })
		for j, s := range d.Sittings {
			if s.Format != att.Cancelled {
				visit(sittings[j], s)
			}
		}
	}
}
