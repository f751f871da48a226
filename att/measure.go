package att

import (
	"cmp"
	"fmt"
	"slices"
)

// MeasureOptions adjust what [Measure] takes for a working day and for one trip. The zero value is
// the default.
type MeasureOptions struct {
	// WorkingDay reports whether people work on a day at the place of the meetings. Nil means
	// [MondayToFriday].
	WorkingDay func(Date) bool
	// FreeDays is the number of free working days in a row that end a trip. 0 means 2: with one
	// free working day between meetings people stay.
	FreeDays int
}

// Measures are the counts over a programme. Each is unknown, or a lower bound, where the programme
// does not tell enough, and Gaps says why.
type Measures struct {
	Rounds           Count // declared blocks of meetings that were not cancelled
	InPersonRounds   Count // of them, those that bring people together in a room
	Trips            Count // see [Trip]
	Days             Count // dates on which a working group, a sub-group, the forum or the preparatory meeting sits in a room
	Nights           Count // from the eve of each trip to its last day: calendar days of the trips, first to last
	OnlineDays       Count // dates on which they meet without a room
	Sittings         Count // in the room
	Minutes          Count // on the agendas of the rounds, a joint item once
	PracticalMinutes Count // of them, minutes of working groups on practical implementation
	Consultations    Count // between sessions, not cancelled
	ConsultationDays Count // working days with a consultation, other than on the platform or in writing
	ConferenceDays   Count // of the conference itself
	Itinerary        []Trip
	MeetingDays      []MeetingDay // behind Days, in order of date
	Gaps             []Message    // what is missing
}

// Trip is a longest run of meeting days in one place that only days without work, and fewer free
// working days than end a trip, interrupt.
type Trip struct {
	City        string
	First, Last Date
	Days        int // meeting days in it
}

// MeetingDay is a date on which people meet in a room, in a round.
type MeetingDay struct {
	Date       Date
	Round      string // id of the round
	City       string
	Bodies     []string // ids of the bodies that sit, in order; nil: unknown
	Sittings   Count    // in the room
	Confidence Confidence
}

// maxBlock bounds a block of meetings of which only the first and the last day are known. A longer
// one is a slip of the pen, and counts as a block without dates.
const maxBlock = 31

// Measure counts rounds, trips, days, sittings and minutes of a programme. The conference itself,
// and what meets in its week, stand apart in ConferenceDays.
func Measure(p Programme, o MeasureOptions) Measures {
	c := newCounting(p, o)
	if p.Rounds == nil {
		c.gap("the rounds of meetings are unknown")
		for _, t := range c.tallies() {
			t.open = true
		}
	}
	if p.Rounds != nil && !p.Whole("rounds", true) {
		c.gap("not all rounds of meetings are known")
		for _, t := range c.tallies() {
			t.open = true
		}
	}
	for i, r := range p.Rounds {
		if r.Format != Cancelled {
			c.round(r, cmp.Or(r.ID, fmt.Sprintf("#%d", i+1)))
		}
	}
	c.consultations(p.Consultations)
	if p.Consultations != nil && !p.Whole("consultations", true) {
		c.gap("consultations between sessions: not all are known")
		c.talks.open, c.talkDays.open = true, true
	}
	m := c.measures()
	m.ConferenceDays = c.conference(p.Conference)
	m.Gaps = c.gaps
	return m
}

// tally is a running sum that may be open upwards.
type tally struct {
	n    int
	open bool
}

func (t tally) count() Count { return Counted(t.n, t.open) }

type counting struct {
	opts     MeasureOptions
	bodies   map[string]*Body
	focus    map[TopicRef]Focus
	days     map[Date]MeetingDay
	gaps     []Message
	rounds   tally
	inPerson tally
	room     tally // meeting days; n stays 0, the days are in the map
	online   tally
	sittings tally
	minutes  tally
	practice tally
	talks    tally
	talkDays tally
}

func newCounting(p Programme, o MeasureOptions) *counting {
	if o.WorkingDay == nil {
		o.WorkingDay = MondayToFriday
	}
	if o.FreeDays <= 0 {
		o.FreeDays = 2
	}
	topics := 0
	for i := range p.Bodies {
		topics += len(p.Bodies[i].Mandate.Topics)
	}
	c := &counting{opts: o, bodies: make(map[string]*Body, len(p.Bodies)), focus: make(map[TopicRef]Focus, topics), days: map[Date]MeetingDay{}}
	for i := range p.Bodies {
		b := &p.Bodies[i]
		c.bodies[b.ID] = b
		for _, t := range b.Mandate.Topics {
			c.focus[TopicRef{Body: b.ID, Topic: t.ID}] = t.Focus
		}
	}
	return c
}

func (c *counting) tallies() []*tally {
	return []*tally{&c.rounds, &c.inPerson, &c.room, &c.online, &c.sittings, &c.minutes, &c.practice}
}

func (c *counting) gap(english string, args ...Arg) {
	c.gaps = append(c.gaps, Say(english, args...))
}

func (c *counting) round(r Round, name string) {
	c.rounds.n++
	switch {
	case r.Format.InRoom():
		c.inPerson.n++
	case r.Format == "":
		c.gap("round {round}: its format is unknown, so nobody can say whether people met in a room", TextOf("round", name))
		c.inPerson.open, c.sittings.open = true, true
		c.openDays(r)
	case r.Format == Written:
		return
	}
	days := c.daysOf(r, name)
	grids := 0
	for _, d := range days {
		ids := bodiesOn(d)
		if c.counts(ids) && (ids != nil || c.counts(r.Bodies)) {
			c.day(d, r, ids)
		}
		if d.Sittings != nil {
			grids++
		}
	}
	if days == nil || grids < len(days) {
		if days != nil {
			c.gap("round {round}: the sittings of {open} of its {known} known days are unknown, and with them the minutes of discussion",
				TextOf("round", name), NumberOf("open", len(days)-grids), NumberOf("known", len(days)))
		}
		c.minutes.open, c.practice.open = true, true
		c.sittings.open = c.sittings.open || r.Format.InRoom()
	}
}

// openDays notes that not all days of a round are known.
func (c *counting) openDays(r Round) {
	c.room.open = c.room.open || r.Format.InRoom() || r.Format == ""
	c.online.open = c.online.open || r.Format == Virtual || r.Format == ""
}

// daysOf returns the days of a round: those listed, else each working day from its start to its end.
// Nil says that they are unknown.
func (c *counting) daysOf(r Round, name string) []Day {
	known := make([]Day, 0, len(r.Days))
	for _, d := range r.Days {
		if d.Date.IsZero() {
			c.gap("round {round}: the date of a day is unknown", TextOf("round", name))
			c.openDays(r)
			continue
		}
		known = append(known, d)
	}
	if r.Days != nil {
		return known
	}
	span := r.Start.DaysUntil(r.End)
	if r.Start.IsZero() || r.End.IsZero() || span < 0 || span >= maxBlock {
		c.gap("round {round}: its dates are unknown", TextOf("round", name))
		c.openDays(r)
		return nil
	}
	for i := range span + 1 {
		if d := r.Start.AddDays(i); c.opts.WorkingDay(d) {
			known = append(known, Day{Date: d, Provenance: r.Provenance})
		}
	}
	return known
}

// bodiesOn returns the ids of the bodies that sit on d, in order and each once; nil when nobody said.
func bodiesOn(d Day) []string {
	ids := slices.Clone(d.Bodies)
	for _, s := range d.Sittings {
		for _, it := range s.Items {
			ids = append(ids, it.Bodies...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// counts reports whether one of the bodies makes a meeting day. A body that nobody named may be one,
// and so counts.
func (c *counting) counts(ids []string) bool {
	for _, id := range ids {
		switch b, known := c.bodies[id]; {
		case !known, b.Kind == WorkingGroup, b.Kind == SubWorkingGroup, b.Kind == Forum, b.Kind == PreparatoryMeeting:
			return true
		}
	}
	return len(ids) == 0
}

// day counts a day on which the bodies meet.
func (c *counting) day(d Day, r Round, ids []string) {
	inRoom, online := r.Format.InRoom(), r.Format == Virtual
	var sittings Count
	if d.Sittings != nil {
		inRoom, online, sittings = false, false, Exactly(0)
	}
	for _, s := range d.Sittings {
		format := cmp.Or(s.Format, r.Format)
		if format == Cancelled {
			continue
		}
		inRoom, online = inRoom || format.InRoom(), online || format == Virtual
		if format.InRoom() {
			c.sittings.n++
			sittings.N++
		}
		c.agenda(s)
	}
	if inRoom {
		day := MeetingDay{
			Date: d.Date, Round: r.ID, City: r.City, Bodies: ids, Sittings: sittings,
			Confidence: cmp.Or(d.Provenance.Confidence, r.Provenance.Confidence),
		}
		if before, twice := c.days[d.Date]; twice {
			day = before
			day.Bodies = union(before.Bodies, ids)
			if day.Sittings.N += sittings.N; !before.Sittings.Known || !sittings.Known {
				day.Sittings = Count{}
			}
		}
		c.days[d.Date] = day
	} else if online {
		c.online.n++
	}
}

// union joins two sorted lists of bodies; the bodies are unknown when those of one list are.
func union(a, b []string) []string {
	if a == nil || b == nil {
		return nil
	}
	ids := slices.Concat(a, b)
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (c *counting) agenda(s Sitting) {
	if s.Items == nil {
		c.gap("sitting {sitting}: its agenda is unknown", TextOf("sitting", s.ID))
		c.minutes.open, c.practice.open = true, true
	}
	for _, it := range s.Items {
		practical, known := c.practical(it)
		if it.Minutes == 0 {
			c.gap("sitting {sitting}: the minutes for topic {topic} are unknown", TextOf("sitting", s.ID), TextOf("topic", it.Topic))
			c.minutes.open = true
			c.practice.open = c.practice.open || practical || !known
			continue
		}
		c.minutes.n += it.Minutes
		switch {
		case practical:
			c.practice.n += it.Minutes
		case !known:
			c.gap("sitting {sitting}: what topic {topic} is about is unknown", TextOf("sitting", s.ID), TextOf("topic", it.Topic))
			c.practice.open = true
		}
	}
}

// practical reports whether an item is practical implementation in a working group other than the
// one on universalization, and whether that is known.
func (c *counting) practical(it Item) (practical, known bool) {
	groups := false
	var focus Focus
	for _, id := range it.Bodies {
		b, ok := c.bodies[id]
		group := ok && (b.Kind == WorkingGroup || b.Kind == SubWorkingGroup)
		if group && c.role(b) != WGTU {
			groups = true
		}
		focus = cmp.Or(focus, c.focus[TopicRef{Body: id, Topic: it.Topic}])
	}
	if !groups {
		return false, true
	}
	return focus.Practical(), focus != ""
}

// role returns the role of a body, for a sub-group without one that of the group above it.
func (c *counting) role(b *Body) Role {
	if group, known := c.bodies[b.Parent]; known {
		return cmp.Or(b.Role, group.Role)
	}
	return b.Role
}

func (c *counting) consultations(list []Consultation) {
	if list == nil {
		c.gap("consultations between sessions: unknown whether there are any")
		c.talks.open, c.talkDays.open = true, true
	}
	dates := map[Date]bool{}
	for _, t := range list {
		if t.Format == Cancelled {
			continue
		}
		c.talks.n++
		if t.Format == Platform || t.Format == Written {
			continue
		}
		end := t.End
		if end.IsZero() {
			end = t.Start
		}
		span := t.Start.DaysUntil(end)
		if t.Start.IsZero() || span < 0 || span >= maxBlock {
			c.gap("consultation {consultation}: its dates are unknown", TextOf("consultation", t.ID))
			c.talkDays.open = true
			continue
		}
		for i := range span + 1 {
			if d := t.Start.AddDays(i); c.opts.WorkingDay(d) {
				dates[d] = true
			}
		}
	}
	c.talkDays.n = len(dates)
}

func (c *counting) conference(conf Conference) Count {
	span := conf.Start.DaysUntil(conf.End)
	if conf.Start.IsZero() || conf.End.IsZero() || span < 0 || span >= maxBlock {
		c.gap("the dates of the conference are unknown")
		return Count{}
	}
	if conf.Format == Written || conf.Format == Cancelled {
		return Exactly(0)
	}
	n := 0
	for i := range span + 1 {
		if c.opts.WorkingDay(conf.Start.AddDays(i)) {
			n++
		}
	}
	return Exactly(n)
}

func (c *counting) measures() Measures {
	m := Measures{
		Rounds: c.rounds.count(), InPersonRounds: c.inPerson.count(), OnlineDays: c.online.count(),
		Sittings: c.sittings.count(), Minutes: c.minutes.count(), PracticalMinutes: c.practice.count(),
		Consultations: c.talks.count(), ConsultationDays: c.talkDays.count(),
	}
	for _, d := range c.days {
		m.MeetingDays = append(m.MeetingDays, d)
	}
	slices.SortFunc(m.MeetingDays, func(a, b MeetingDay) int { return a.Date.Compare(b.Date) })
	m.Itinerary = c.trips(m.MeetingDays)
	nights := 0
	for _, t := range m.Itinerary {
		nights += t.First.DaysUntil(t.Last) + 1
	}
	open := c.room.open
	m.Days = tally{len(m.MeetingDays), open}.count()
	m.Trips = tally{len(m.Itinerary), open}.count()
	m.Nights = tally{nights, open}.count()
	return m
}

// trips joins meeting days, which come in order of date, into trips, in order of their first day.
func (c *counting) trips(days []MeetingDay) []Trip {
	var trips []Trip
	latest := map[string]int{} // city -> index in trips
	for _, d := range days {
		i, travelled := latest[d.City]
		if !travelled || c.goesHome(trips[i].Last, d.Date) {
			latest[d.City] = len(trips)
			trips = append(trips, Trip{City: d.City, First: d.Date, Last: d.Date, Days: 1})
			continue
		}
		trips[i].Last = d.Date
		trips[i].Days++
	}
	return trips
}

// goesHome reports whether enough free working days lie between two meeting days to end a trip.
func (c *counting) goesHome(from, to Date) bool {
	gap := from.DaysUntil(to) - 1
	if gap >= maxBlock {
		return true
	}
	free := 0
	for i := range gap {
		if c.opts.WorkingDay(from.AddDays(i + 1)) {
			free++
		}
	}
	return free >= c.opts.FreeDays
}
