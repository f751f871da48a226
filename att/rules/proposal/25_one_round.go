package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// oneRound: the Committee recommends one in-person round in each cycle (25).
func oneRound(reading Reading) check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/25-one-round",
			Sense:    "Each cycle has exactly one in-person round of meetings, and people travel to it once.",
			Severity: check.Error,
			Cites:    []att.Citation{recommendation("one round in each cycle, in person, of working groups and preparatory meeting")},
			Axis:     check.Time,
			Tensions: []string{oneRoundOrTwo.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "One round of three days holds the working groups and the preparatory meeting.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds = append(p.Rounds, round("round-2", "2024-05-13", "2024-05-14", "wgeti", "ipm"))
				return check.Example{Says: "Two rounds in one cycle.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result { return countRounds(in, reading) },
	}
}

func countRounds(in check.In[att.Programme], reading Reading) check.Result {
	p := in.Programme()
	if p.Rounds == nil {
		return check.Missing(check.Say("the rounds of meetings"))
	}
	var result check.Result
	var rounds []check.Path
	for _, r := range in.Rounds() {
		switch {
		case r.Value.Format == att.Cancelled || !inRound(in, reading, bodiesOf(r.Value)):
		case reading == Apart && len(bodiesOf(r.Value)) == 0:
			result.Missing = append(result.Missing, check.Say("which bodies meet in {round}, since the preparatory meeting is read apart", check.Place("round", r.Path)))
		case r.Value.Format == "":
			result.Missing = append(result.Missing, check.Say("the format of {round}: whether people meet in a room", check.Place("round", r.Path)))
		case r.Value.Format.InRoom():
			rounds = append(rounds, r.Path)
			if trips := tripsTo(r.Value.ID, in.Measures()); trips > 1 {
				result.Findings = append(result.Findings, check.Finding{
					Path: r.Path,
					Message: departs("paragraph 25", "what is declared as one round takes {trips} trips, since working days without meetings part it.",
						check.Number("trips", trips)).Keyed("proposal/25-one-round.trips"),
					Remedy: check.Say("Put the meeting days of the round next to each other.").Keyed("proposal/25-one-round.trips.remedy"),
				})
			}
		}
	}
	if len(rounds) > 1 {
		result.Findings = append(result.Findings, check.Finding{
			Path: rounds[1], Related: slices.Delete(slices.Clone(rounds), 1, 2),
			Message: departs("paragraph 25", "the cycle has {rounds} in-person rounds instead of one; working groups and preparatory meeting are read {reading}.",
				check.Number("rounds", len(rounds)), check.Word("reading", reading.String())),
			Remedy: check.Say("Join the rounds into one, and move what does not fit into informal consultations between sessions (26)."),
		})
	}
	if len(rounds) == 0 && result.Missing == nil {
		result.Findings = append(result.Findings, check.Finding{
			Path:    "rounds",
			Message: departs("paragraph 25", "the cycle has no in-person round.").Keyed("proposal/25-one-round.none"),
			Remedy:  check.Say("Plan one in-person round of at most five days.").Keyed("proposal/25-one-round.none.remedy"),
		})
	}
	return result
}

// bodiesOf returns the ids of all bodies known to meet in a round.
func bodiesOf(r att.Round) []string {
	ids := slices.Clone(r.Bodies)
	var many map[string]bool // once there are too many to go through each time
	add := func(list []string) {
		for _, id := range list {
			const few = 16
			if len(ids) < few {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
				continue
			}
			if many == nil {
				many = make(map[string]bool, 2*few)
				for _, known := range ids {
					many[known] = true
				}
			}
			if !many[id] {
				many[id] = true
				ids = append(ids, id)
			}
		}
	}
	for i := range r.Days {
		d := &r.Days[i]
		add(d.Bodies)
		for j := range d.Sittings {
			items := d.Sittings[j].Items
			for k := range items {
				add(items[k].Bodies)
			}
		}
	}
	return ids
}

// tripsTo counts the trips that the meeting days of a round take.
func tripsTo(round string, m att.Measures) int {
	trips := 0
	for _, t := range m.Itinerary {
		if slices.ContainsFunc(m.MeetingDays, func(d att.MeetingDay) bool {
			return d.Round == round && d.City == t.City && !d.Date.Before(t.First) && !d.Date.After(t.Last)
		}) {
			trips++
		}
	}
	return trips
}
