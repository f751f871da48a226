package plain

import (
	"slices"
	"time"

	"attwork.example/att"
)

const lists = "the agendas of all sittings"

// onRounds makes the checks that look at rounds and at the days in them.
func (c *checker) onRounds() {
	for i := range c.rounds {
		r := &c.rounds[i]
		if r.inRoom {
			c.marchToMay(i, r)
			c.presidentDates(i, r)
			c.consulted(i, r)
			c.sittings(i, r)
			c.present(i, r)
		}
		if r.Format != att.Cancelled {
			c.preparationLast(i, r)
			c.stagesTogether(i, r)
		}
	}
	c.fiveDays()
	c.oneRound()
	c.practicalMinimum()
	c.consultationTime()
}

// inRound reports whether a meeting of these bodies belongs to the round of paragraph 25.
func (c *checker) inRound(ids []string) bool {
	for _, id := range ids {
		i, known := c.byID[id]
		if !known || id == "" || c.bodies[i].Kind == "" || c.bodies[i].group || c.bodies[i].Kind == att.PreparatoryMeeting {
			return true
		}
	}
	return len(ids) == 0
}

func (c *checker) marchToMay(i int, r *roundOf) {
	if !c.inRound(r.bodies) {
		return
	}
	c.answers[marchToMay].applied = true
	switch {
	case r.first.IsZero() || r.end.IsZero():
		c.miss(marchToMay, "the first and the last day of "+c.roundPath(i))
	case r.first.Month() < time.March || r.end.Month() > time.May || r.first.Year() != r.end.Year():
		c.find(marchToMay, c.roundPath(i), nil, "the round of {first} to {last} does not lie between 1 March and 31 May.",
			"Choose a week between 1 March and 31 May, with the disarmament calendar in view.", Arg{Name: "first", Date: r.first}, Arg{Name: "last", Date: r.end})
	}
}

func (c *checker) presidentDates(i int, r *roundOf) {
	c.answers[presidentDates].applied = true
	switch r.DatesSetBy {
	case att.President:
	case "":
		c.miss(presidentDates, "who set the dates of "+c.roundPath(i))
	default:
		c.find(presidentDates, c.roundPath(i), nil, "the dates are set by {office}.", "Let the President of the conference set them.",
			Arg{Name: "office", Text: string(r.DatesSetBy)})
	}
}

func (c *checker) consulted(i int, r *roundOf) {
	c.answers[officesConsulted].applied = true
	switch {
	case r.Consulted == nil:
		c.miss(officesConsulted, "who was consulted before days and hours of "+c.roundPath(i)+" were set")
		return
	case r.HoursSetBy == "":
		c.miss(officesConsulted, "who set days and hours of "+c.roundPath(i))
		return
	}
	holders, secretariat := false, false
	for _, o := range r.Consulted {
		holders = holders || o == att.OfficeHolders || o == att.Chair || o == att.CoChairs || o == att.Facilitator
		secretariat = secretariat || o == att.HeadOfSecretariat
	}
	if !holders || !secretariat || r.HoursSetBy != att.President {
		c.find(officesConsulted, c.roundPath(i), nil, "days and hours were not set by the President in consultation with both the office holders and the Secretariat.",
			"Let the President ask the chairs and facilitators concerned, and the Secretariat, before the hours are fixed.")
	}
}

// sittings checks whether items fit into their hours, and how much of the hours is left.
func (c *checker) sittings(i int, r *roundOf) {
	c.answers[hoursFit].applied, c.answers[reserve].applied = true, true
	all, used, allKnown := 0, 0, r.agendas
	for j := range r.Days {
		for k := range r.Days[j].Sittings {
			s := &r.Days[j].Sittings[k]
			if s.Format == att.Cancelled {
				continue
			}
			has, wanted, known := s.Minutes(), 0, true
			for l := range s.Items {
				wanted += s.Items[l].Minutes
				known = known && s.Items[l].Minutes > 0
			}
			known = known && has > 0
			all, used, allKnown = all+has, used+wanted, allKnown && known
			switch {
			case s.Items != nil && len(s.Items) == 0:
				c.find(hoursFit, c.sittingPath(i, j, k), nil, "the sitting has no items.", "Give the sitting up, or move items into it.")
			case has > 0 && wanted > has:
				c.find(hoursFit, c.sittingPath(i, j, k), nil, "the items want {wanted} minutes, and the sitting has {has}.",
					"Move an item to another sitting or into a consultation, or lengthen the sitting.", Arg{Name: "wanted", Number: wanted}, Arg{Name: "has", Number: has})
			case !known || s.Items == nil:
				c.miss(hoursFit, "the hours of "+c.sittingPath(i, j, k)+", or the minutes of its items")
			}
		}
	}
	if !r.agendas {
		c.miss(hoursFit, "the sittings of "+c.roundPath(i)+" and their agendas")
	}
	free := all - used
	switch {
	case !allKnown || all == 0:
		c.miss(reserve, "the hours of the sittings of "+c.roundPath(i)+", and the minutes of their items")
	case int64(free)*100 > int64(all)*mostFree:
		c.find(reserve, c.roundPath(i), nil, "{free} of {has} minutes ({share} %) are without items, more than the reserve of {most} % that you set.",
			"Shorten the round, or give the time to practical implementation.",
			Arg{Name: "free", Number: free}, Arg{Name: "has", Number: all}, Arg{Name: "share", Number: percent(free, all)}, Arg{Name: "most", Number: mostFree})
	}
}

func (c *checker) present(i int, r *roundOf) {
	c.answers[participationShare].applied = true
	for _, p := range r.Participation {
		if p.Group != att.StatesParties || !p.Count.Exact() || !p.Of.Exact() || p.Of.N <= 0 {
			continue
		}
		if int64(p.Count.N)*100 < int64(p.Of.N)*leastPresent {
			c.find(participationShare, c.roundPath(i), nil, "{count} of {of} States Parties take part, less than the {least} % that you set.", "Ask those who stay away why.",
				Arg{Name: "count", Number: p.Count.N}, Arg{Name: "of", Number: p.Of.N}, Arg{Name: "least", Number: leastPresent})
		}
		return
	}
	c.miss(participationShare, "how many States Parties took part in "+c.roundPath(i)+", and how many there were")
}

func (c *checker) fiveDays() {
	n := &c.counts
	if n.inPerson == 0 && !n.inPersonOpen {
		return
	}
	c.answers[fiveDays].applied = true
	days := 0
	for _, d := range n.days {
		ids := d.bodies
		if ids == nil {
			for j := range c.p.Rounds {
				if c.p.Rounds[j].ID == d.round {
					ids = c.p.Rounds[j].Bodies
				}
			}
		}
		if c.inRound(ids) {
			days++
		}
	}
	const most = 5
	switch {
	case days > most:
		var rounds []string
		for i := range c.rounds {
			if c.rounds[i].Format.InRoom() {
				rounds = append(rounds, c.roundPath(i))
			}
		}
		path := "rounds"
		if len(rounds) == 1 {
			path, rounds = rounds[0], nil
		}
		c.find(fiveDays, path, rounds, "{days} meeting days in person, {over} more than the {most} of the draft; working groups and preparatory meeting are read {reading}.",
			"Give up {over} of the days.", Arg{Name: "days", Number: days}, Arg{Name: "over", Number: days - most}, Arg{Name: "most", Number: most}, Arg{Name: "reading", Text: "together"})
	case n.daysOpen:
		c.miss(fiveDays, "the dates of all meeting days")
	}
}

func (c *checker) oneRound() {
	c.answers[oneRound].applied = true
	if c.p.Rounds == nil {
		c.miss(oneRound, "the rounds of meetings")
		return
	}
	var rounds []string
	unclear := false
	for i := range c.rounds {
		r := &c.rounds[i]
		switch {
		case r.Format == att.Cancelled || !c.inRound(r.bodies):
		case r.Format == "":
			unclear = true
			c.miss(oneRound, "the format of "+c.roundPath(i)+": whether people meet in a room")
		case r.Format.InRoom():
			rounds = append(rounds, c.roundPath(i))
			if trips := c.tripsTo(r.ID); trips > 1 {
				c.find(oneRound, c.roundPath(i), nil, "what is declared as one round takes {trips} trips, since working days without meetings part it.",
					"Put the meeting days of the round next to each other.", Arg{Name: "trips", Number: trips})
			}
		}
	}
	switch {
	case len(rounds) > 1:
		c.find(oneRound, rounds[1], slices.Delete(slices.Clone(rounds), 1, 2), "the cycle has {rounds} in-person rounds instead of one; working groups and preparatory meeting are read {reading}.",
			"Join the rounds into one.", Arg{Name: "rounds", Number: len(rounds)}, Arg{Name: "reading", Text: "together"})
	case len(rounds) == 0 && !unclear:
		c.find(oneRound, "rounds", nil, "the cycle has no in-person round.", "Plan one in-person round of at most five days.")
	}
}

func (c *checker) practicalMinimum() {
	n := &c.counts
	c.answers[practicalMinimum].applied = true
	switch {
	case !c.minutesKnown():
		c.miss(practicalMinimum, "the minutes of discussion in the rounds, and what each item is about")
	case int64(n.practical)*100 < int64(n.minutes)*leastPractical:
		c.find(practicalMinimum, "rounds", nil, "practical implementation has {share} % of the minutes of discussion, less than the {least} % that you set.",
			"Give the time of procedural and policy items to national practice, impact, cooperation and assistance.",
			Arg{Name: "share", Number: percent(n.practical, n.minutes)}, Arg{Name: "least", Number: leastPractical})
	}
}

// span returns the first day of the first round that is held and the last of the last; zero where one is unknown.
func (c *checker) span() (first, last att.Date) {
	for i := range c.rounds {
		r := &c.rounds[i]
		if r.Format == att.Cancelled || r.Format == att.Written {
			continue
		}
		if r.first.IsZero() || r.end.IsZero() {
			return att.Date{}, att.Date{}
		}
		if first.IsZero() || r.first.Before(first) {
			first = r.first
		}
		if last.IsZero() || r.end.After(last) {
			last = r.end
		}
	}
	return first, last
}

func (c *checker) consultationTime() {
	if c.p.Rounds != nil && len(c.p.Rounds) == 0 {
		return
	}
	c.answers[consultationTime].applied = true
	first, last := c.span()
	if first.IsZero() {
		c.miss(consultationTime, "the dates of the rounds")
	}
	gap := func(path string, from, to att.Date) {
		if days := from.DaysUntil(to) - 1; days < leastGap && !first.IsZero() {
			c.find(consultationTime, path, nil, "{days} days lie between {from} and {to}, fewer than the {least} that you set.", "Move the round, so that consultations have time on both sides.",
				Arg{Name: "days", Number: days}, Arg{Name: "from", Date: from}, Arg{Name: "to", Date: to}, Arg{Name: "least", Number: leastGap})
		}
	}
	if start := c.p.Conference.CycleStart; start.IsZero() {
		c.miss(consultationTime, "the last day of the conference before")
	} else {
		gap("conference.cycleStart", start, first)
	}
	if opens := c.p.Conference.Start; opens.IsZero() {
		c.miss(consultationTime, "the first day of the conference")
	} else {
		gap("conference.start", last, opens)
	}
}

func percent(part, whole int) int {
	if whole <= 0 {
		return 0
	}
	return int(int64(part) * 100 / int64(whole))
}
