package document

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// Bounds of sane dates: years of the Treaty's century and around, and a block of meetings that is one.
const (
	firstYear  = 1900
	lastYear   = 2200
	maxMeeting = 31 // days
)

// sane checks the year of a date.
func (s *shape) sane(path check.Path, d att.Date) {
	if !d.IsZero() && (d.Year() < firstYear || d.Year() > lastYear) {
		s.fault(dates, path, check.Say("The year of {date} is not between {first} and {last}.",
			check.Date("date", d), check.Number("first", firstYear), check.Number("last", lastYear)),
			check.Say("Correct the date."))
	}
}

// inOrder checks both dates of a span, whose fields have these names.
func (s *shape) inOrder(path check.Path, first, last string, from, to att.Date) {
	s.sane(path.Field(first), from)
	s.sane(path.Field(last), to)
	if to.Before(from) {
		s.fault(dates, path.Field(last), check.Say("{to} comes before {from}.", check.Date("to", to), check.Date("from", from)),
			check.Say("Correct one of the two dates."), path.Field(first))
	}
}

func (s *shape) checkMeetings() {
	p := s.programme
	sittings := map[string]check.Path{}
	s.sane("conference.cycleStart", p.Conference.CycleStart)
	if body, known := s.bodies[p.Conference.Body]; p.Conference.Body != "" && (!known || body.Kind != att.ConferenceBody) {
		s.refers("conference.body", p.Conference.Body, "body of kind conference", false)
	}
	if p.Conference.Start.Before(p.Conference.CycleStart) {
		s.fault(dates, "conference.start", check.Say("The conference starts before its cycle does."),
			check.Say("Correct one of the two dates."), "conference.cycleStart")
	}
	s.checkMeeting("conference", p.Conference.Meeting, sittings)
	rounds := check.Path("rounds").Elements(len(p.Rounds), func(i int) string { return p.Rounds[i].ID })
	for i, r := range p.Rounds {
		s.refersToBodies(rounds[i].Field("bodies"), r.Bodies)
		s.checkMeeting(rounds[i], r.Meeting, sittings)
	}
	talks := check.Path("consultations").Elements(len(p.Consultations), func(i int) string { return p.Consultations[i].ID })
	for i, c := range p.Consultations {
		s.inOrder(talks[i], "start", "end", c.Start, c.End)
		s.refersToTopics(talks[i].Field("prepares"), c.Prepares)
		s.refersToTopics(talks[i].Field("follows"), c.Follows)
		_, known := s.bodies[c.Convenor]
		s.refers(talks[i].Field("convenor"), c.Convenor, "body or office", known || offices[att.Office(c.Convenor)])
	}
}

// offices are those that may convene a consultation without being a body.
var offices = map[att.Office]bool{
	att.President: true, att.VicePresident: true, att.Chair: true, att.CoChairs: true,
	att.Facilitator: true, att.OfficeHolders: true, att.HeadOfSecretariat: true,
}

func (s *shape) refersToTopics(list check.Path, refs []att.TopicRef) {
	paths := list.Elements(len(refs), func(i int) string { return refs[i].Topic })
	for i, r := range refs {
		s.refersToTopic(paths[i], r)
	}
}

func (s *shape) checkMeeting(path check.Path, m att.Meeting, sittings map[string]check.Path) {
	s.inOrder(path, "start", "end", m.Start, m.End)
	if m.Start.DaysUntil(m.End) >= maxMeeting {
		s.fault(dates, path.Field("end"), check.Say("A block of meetings from {from} to {to} is longer than {most} days.",
			check.Date("from", m.Start), check.Date("to", m.End), check.Number("most", maxMeeting)),
			check.Say("Correct the dates, or declare more than one block."), path.Field("start"))
	}
	dayID := func(i int) string {
		if m.Days[i].Date.IsZero() {
			return ""
		}
		return m.Days[i].Date.String()
	}
	s.unique(path.Field("days"), len(m.Days), dayID)
	days := path.Field("days").Elements(len(m.Days), dayID)
	for i, d := range m.Days {
		s.sane(days[i].Field("date"), d.Date)
		if outside := d.Date.Before(m.Start) || d.Date.After(m.End); outside && !m.End.Before(m.Start) {
			s.fault(dates, days[i], check.Say("{day} lies outside the block from {from} to {to}.",
				check.Date("day", d.Date), check.Date("from", m.Start), check.Date("to", m.End)),
				check.Say("Correct the day, or the start and end of the block."), path)
		}
		s.refersToBodies(days[i].Field("bodies"), d.Bodies)
		s.checkDay(days[i], d, sittings)
	}
}

func (s *shape) checkDay(path check.Path, d att.Day, sittings map[string]check.Path) {
	id := func(i int) string { return d.Sittings[i].ID }
	paths := path.Field("sittings").Elements(len(d.Sittings), id)
	s.firstOf(paths, len(d.Sittings), id, sittings)
	var before att.Clock
	for i, sit := range d.Sittings {
		switch {
		case sit.End.IsZero() || sit.Start.IsZero():
		case sit.End.Compare(sit.Start) <= 0:
			s.fault(hours, paths[i].Field("end"), check.Say("The sitting ends at {end}, not after its start at {start}.",
				check.Text("end", sit.End.String()), check.Text("start", sit.Start.String())), check.Say("Correct one of the hours."))
		case sit.Start.Compare(before) < 0:
			s.fault(hours, paths[i].Field("start"), check.Say("The sitting starts at {start}, before the one in front of it ends at {end}.",
				check.Text("start", sit.Start.String()), check.Text("end", before.String())),
				check.Say("List the sittings in order of time, and let none overlap."), paths[i-1])
		}
		if !sit.End.IsZero() {
			before = sit.End
		}
		s.checkAgenda(paths[i], sit, d.Date)
	}
}

func (s *shape) checkAgenda(path check.Path, sit att.Sitting, day att.Date) {
	paths := path.Field("items").Elements(len(sit.Items), func(i int) string { return sit.Items[i].Topic })
	for i, it := range sit.Items {
		s.refersToBodies(paths[i].Field("bodies"), it.Bodies)
		known := false
		for j, id := range it.Bodies {
			known = known || s.hasTopic(id, it.Topic)
			s.withinMandate(paths[i].Field("bodies").Index(j), s.bodies[id], day)
		}
		s.refers(paths[i].Field("topic"), it.Topic, "topic in the mandate of the item's bodies,", known)
		if length := sit.Minutes(); length > 0 && it.Minutes > length {
			s.fault(hours, paths[i].Field("minutes"), check.Say("The item takes {minutes} minutes, the whole sitting {length}.",
				check.Number("minutes", it.Minutes), check.Number("length", length)),
				check.Say("Split the item over two sittings, or shorten it."), path)
		}
	}
}

// withinMandate checks that the mandate of a body covers a day on which it takes up an item. Without
// dates of its own a mandate runs from one conference's close to the next.
func (s *shape) withinMandate(path check.Path, b att.Body, day att.Date) {
	from, until := b.Mandate.From, b.Mandate.Until
	if from.IsZero() {
		from = s.programme.Conference.CycleStart
	}
	if until.IsZero() {
		until = s.programme.Conference.End
	}
	if day.Before(from) || day.After(until) {
		s.fault(dates, path, check.Say("On {day} the mandate of {body} does not run; it runs from {from} to {until}.",
			check.Date("day", day), check.Text("body", b.ID), check.Date("from", from), check.Date("until", until)),
			check.Say("Move the item into the time of the mandate, or correct the mandate."))
	}
}
