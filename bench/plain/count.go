package plain

import (
	"cmp"
	"slices"

	"attwork.example/att"
)

// counts are those of package att's measures that the checks need.
type counts struct {
	inPerson                                              int
	inPersonOpen, daysOpen, minutesOpen, practicalUnknown bool
	minutes, practical                                    int
	days                                                  []meetingDay // in order of date
	trips                                                 []trip
}

type meetingDay struct {
	date   att.Date
	round  string
	city   string
	bodies []string // nil: unknown
}

type trip struct {
	city        string
	first, last att.Date
}

const (
	maxBlock    = 31 // days
	daysEndTrip = 2  // free working days
)

func (c *checker) count() {
	n := &c.counts
	if c.p.Rounds == nil {
		n.inPersonOpen, n.daysOpen, n.minutesOpen, n.practicalUnknown = true, true, true, true
	}
	for i := range c.p.Rounds {
		r := &c.p.Rounds[i]
		switch {
		case r.Format == att.Cancelled:
			continue
		case r.Format == att.Written:
			continue
		case r.Format.InRoom():
			n.inPerson++
		case r.Format == "":
			n.inPersonOpen, n.daysOpen = true, true
		}
		c.countRound(r)
	}
	slices.SortFunc(n.days, func(a, b meetingDay) int { return a.date.Compare(b.date) })
	c.countTrips()
}

func (c *checker) countRound(r *att.Round) {
	n := &c.counts
	if r.Days == nil {
		n.minutesOpen, n.practicalUnknown = true, true
		c.countSpan(r)
		return
	}
	for i := range r.Days {
		d := &r.Days[i]
		if d.Date.IsZero() {
			n.daysOpen = n.daysOpen || r.Format.InRoom() || r.Format == ""
			continue
		}
		if d.Sittings == nil {
			n.minutesOpen, n.practicalUnknown = true, true
		}
		ids := slices.Clone(d.Bodies)
		for j := range d.Sittings {
			for k := range d.Sittings[j].Items {
				for _, id := range d.Sittings[j].Items[k].Bodies {
					if !slices.Contains(ids, id) {
						ids = append(ids, id)
					}
				}
			}
		}
		if c.meets(ids) && (ids != nil || c.meets(r.Bodies)) {
			c.countDay(r, d, ids)
		}
	}
}

// countSpan counts the working days of a round of which only the first and the last day are known.
func (c *checker) countSpan(r *att.Round) {
	span := r.Start.DaysUntil(r.End)
	if r.Start.IsZero() || r.End.IsZero() || span < 0 || span >= maxBlock {
		c.counts.daysOpen = c.counts.daysOpen || r.Format.InRoom() || r.Format == ""
		return
	}
	if !r.Format.InRoom() || !c.meets(r.Bodies) {
		return
	}
	for i := range span + 1 {
		if d := r.Start.AddDays(i); att.MondayToFriday(d) {
			c.meetingDay(meetingDay{date: d, round: r.ID, city: r.City})
		}
	}
}

// meets reports whether one of the bodies makes a meeting day; a body that nobody named does.
func (c *checker) meets(ids []string) bool {
	for _, id := range ids {
		i, known := c.byID[id]
		if !known || c.bodies[i].group || c.bodies[i].Kind == att.PreparatoryMeeting {
			return true
		}
	}
	return len(ids) == 0
}

func (c *checker) countDay(r *att.Round, d *att.Day, ids []string) {
	inRoom := d.Sittings == nil && r.Format.InRoom()
	for i := range d.Sittings {
		s := &d.Sittings[i]
		format := cmp.Or(s.Format, r.Format)
		if format == att.Cancelled {
			continue
		}
		inRoom = inRoom || format.InRoom()
		if s.Items == nil {
			c.counts.minutesOpen, c.counts.practicalUnknown = true, true
		}
		for j := range s.Items {
			c.countItem(&s.Items[j])
		}
	}
	if inRoom {
		c.meetingDay(meetingDay{d.Date, r.ID, r.City, ids})
	}
}

// meetingDay adds a day, or joins its bodies to those of the same day.
func (c *checker) meetingDay(d meetingDay) {
	for i := range c.counts.days {
		same := &c.counts.days[i]
		if same.date != d.date {
			continue
		}
		if same.bodies == nil || d.bodies == nil {
			same.bodies = nil
		} else {
			same.bodies = append(same.bodies, d.bodies...)
		}
		return
	}
	c.counts.days = append(c.counts.days, d)
}

func (c *checker) countItem(it *att.Item) {
	n := &c.counts
	practical, known := c.practical(it)
	if it.Minutes == 0 {
		n.minutesOpen = true
		n.practicalUnknown = n.practicalUnknown || practical || !known
		return
	}
	n.minutes += it.Minutes
	switch {
	case practical:
		n.practical += it.Minutes
	case !known:
		n.practicalUnknown = true
	}
}

// practical reports whether an item is practical implementation in a working group other than that on
// universalization, and whether that is known.
func (c *checker) practical(it *att.Item) (practical, known bool) {
	groups := false
	var focus att.Focus
	for _, id := range it.Bodies {
		i, ok := c.byID[id]
		if !ok {
			continue
		}
		groups = groups || c.bodies[i].working && c.bodies[i].role != att.WGTU
		if focus != "" {
			continue
		}
		if t, ok := c.topicOf[it.Topic]; ok {
			for at := c.topics[t].first; at >= 0; at = c.places[at].next {
				if int(c.places[at].body) == i {
					focus = c.places[at].Focus
				}
			}
		}
	}
	if !groups {
		return false, true
	}
	return focus.Practical(), focus != ""
}

func (c *checker) countTrips() {
	for _, d := range c.counts.days {
		last := -1
		for i := range c.counts.trips {
			if c.counts.trips[i].city == d.city {
				last = i
			}
		}
		if last < 0 || goesHome(c.counts.trips[last].last, d.date) {
			c.counts.trips = append(c.counts.trips, trip{d.city, d.date, d.date})
			continue
		}
		c.counts.trips[last].last = d.date
	}
}

func goesHome(from, to att.Date) bool {
	gap := from.DaysUntil(to) - 1
	if gap >= maxBlock {
		return true
	}
	free := 0
	for i := range gap {
		if att.MondayToFriday(from.AddDays(i + 1)) {
			free++
		}
	}
	return free >= daysEndTrip
}

// tripsTo counts the trips that the meeting days of a round take.
func (c *checker) tripsTo(round string) int {
	n := 0
	for _, t := range c.counts.trips {
		for _, d := range c.counts.days {
			if d.round == round && d.city == t.city && !d.date.Before(t.first) && !d.date.After(t.last) {
				n++
				break
			}
		}
	}
	return n
}

// minutesKnown reports whether the share of practical implementation can be told.
func (c *checker) minutesKnown() bool {
	return !c.counts.practicalUnknown && !c.counts.minutesOpen && c.counts.minutes > 0
}
