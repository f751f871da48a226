package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// preparationLast: in one block, the conference is prepared after the groups have met (18).
func preparationLast() check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:       "proposal/18-preparation-last",
			Sense:    "Where the preparatory meeting shares a round with the groups, its items come after theirs, so that it can take up what they bring.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("18", "what two rounds give to the preparation of the conference is not lost")},
			Axis:     check.Methods,
			When:     "rounds of the groups and the preparatory meeting",
			Tensions: []string{oneRoundOrTwo.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "The preparatory meeting has the last day.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				days := p.Rounds[0].Days
				days[0].Sittings, days[2].Sittings = days[2].Sittings, days[0].Sittings
				return check.Example{Says: "The preparatory meeting has the first day.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Round]) bool {
			prepares := func(id string) bool { return in.Named(id).Kind == att.PreparatoryMeeting }
			works := func(id string) bool { return working(in.Named(id).Kind) }
			ids := bodiesOf(in.Value)
			return in.Value.Format != att.Cancelled && slices.ContainsFunc(ids, prepares) && slices.ContainsFunc(ids, works)
		},
		Check: func(in check.In[att.Round]) check.Result {
			early, group, known := preparationOrder(in)
			switch {
			case early != "":
				return check.Result{Findings: []check.Finding{{
					Path: early, Related: []check.Path{group},
					Message: departs("paragraph 18, what some delegations said", "the preparatory meeting sits before the groups have ended."),
					Remedy:  check.Say("Put the items of the preparatory meeting at the end of the round."),
				}}}
			case !known:
				return check.Missing(check.Say("in which order the bodies of {round} sit", check.Place("round", in.Path)))
			}
			return check.Result{}
		},
	}
}

// preparationOrder goes through a round in order of time. It returns the first place where the preparatory
// meeting sits with a working group still to come, and the last place of such a group; and whether the
// order is known throughout.
func preparationOrder(in check.In[att.Round]) (early, lastGroup check.Path, known bool) {
	known = in.Value.Days != nil
	first := check.Path("")
	note := func(path check.Path, ids []string) (both bool) {
		prepares := slices.ContainsFunc(ids, func(id string) bool { return in.Named(id).Kind == att.PreparatoryMeeting })
		works := slices.ContainsFunc(ids, func(id string) bool { return working(in.Named(id).Kind) })
		if works && first != "" {
			early, lastGroup = first, path
		}
		if prepares && first == "" {
			first = path
		}
		return prepares && works
	}
	days := dayPaths(in.Path, in.Value.Days)
	for i, d := range in.Value.Days {
		if d.Sittings == nil { // who comes first on a day that both share, nobody says
			both := note(days[i], d.Bodies)
			known = known && len(d.Bodies) > 0 && !both
			continue
		}
		sittings := days[i].Field("sittings").Elements(len(d.Sittings), func(j int) string { return d.Sittings[j].ID })
		for j, s := range d.Sittings {
			if s.Format == att.Cancelled {
				continue
			}
			known = known && s.Items != nil
			items := sittings[j].Field("items").Elements(len(s.Items), func(k int) string { return s.Items[k].Topic })
			for k, it := range s.Items {
				note(items[k], it.Bodies)
			}
		}
	}
	return early, lastGroup, known
}
