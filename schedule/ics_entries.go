package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"attwork.example/att"
)

// EntryOptions adjust the making of entries.
type EntryOptions struct {
	Cycle    string   // which cycle they belong to, as in "csp10"; it begins every UID, so that an entry keeps its UID when its day moves
	Lang     att.Lang // of titles, where there are any; empty: English
	Sequence int      // of all entries; higher after each change
	Starts   bool     // whether agendas show when each item begins, reckoned from the minutes of those in front of it, as far as they are known
}

// uid makes the UID of an entry from what stays the same when it moves.
func (o EntryOptions) uid(parts ...string) string {
	return strings.Join(append([]string{cmp.Or(o.Cycle, "cycle")}, parts...), "-") + domain
}

// DeadlineEntries returns a whole-day entry for each step. A step of which only the month is known takes the
// month, and says so.
func DeadlineEntries(steps []Deadline, o EntryOptions) []Entry {
	var entries []Entry
	for _, s := range steps {
		e := Entry{
			UID: o.uid("deadline", s.ID), Sequence: o.Sequence, Status: Tentative,
			Title: s.Title.String(), Categories: []string{"deadline"}, First: s.Date, Last: s.Date,
		}
		lines := []string{}
		if !s.Until.IsZero() {
			e.Last = s.Until
			lines = append(lines, "Only the month is known.")
		}
		for _, o := range s.Observed {
			lines = append(lines, fmt.Sprintf("Seen: %s (%s).", o.Date, o.Meeting))
		}
		lines = append(lines, fmt.Sprintf("%s; %s", s.Confidence, s.Source))
		if s.Late > 0 {
			lines = append(lines, fmt.Sprintf("Late by %d days.", s.Late))
		}
		e.Description = strings.Join(lines, "\n")
		entries = append(entries, e)
	}
	return entries
}

// ProgrammeEntries returns the entries of a programme, whose id is the cycle where none is given: each round, its sittings with their agendas where they are
// known, the consultations and the conference. Sittings that are closed show who may be there and never the titles of
// their items. What has no dates is left out, and named in gaps.
func ProgrammeEntries(p att.Programme, o EntryOptions) (entries []Entry, gaps []att.Message) {
	o.Cycle = cmp.Or(o.Cycle, p.ID)
	f := newFeed(p, o)
	for i, r := range p.Rounds {
		f.round(r, i)
	}
	for i, t := range p.Consultations {
		f.consultation(t, i)
	}
	f.whole("conference", "conference", f.say(p.Conference.Title, "Conference of States Parties"), p.Conference.Meeting)
	return f.entries, f.gaps
}

type feed struct {
	p       att.Programme
	o       EntryOptions
	status  EntryStatus
	bodies  map[string]att.Body
	topics  map[att.TopicRef]att.Topic
	entries []Entry
	gaps    []att.Message
}

// say returns a text in the language asked for, or what stands in for it.
func (f *feed) say(t att.Text, otherwise string) string {
	s, _ := t.In(cmp.Or(f.o.Lang, att.English))
	return cmp.Or(s, otherwise)
}

func (f *feed) statusOf(format att.Format) EntryStatus {
	if format == att.Cancelled {
		return Cancelled
	}
	return f.status
}

// whole adds an entry of whole days for a meeting.
func (f *feed) whole(uid, category, title string, m att.Meeting) {
	if m.Start.IsZero() || m.End.IsZero() || m.End.Before(m.Start) {
		f.gaps = append(f.gaps, att.Say("{meeting}: its dates are unknown", att.TextOf("meeting", title)))
		return
	}
	f.entries = append(f.entries, Entry{
		UID: f.o.uid(uid), Sequence: f.o.Sequence, Status: f.statusOf(m.Format), Title: title, Categories: []string{category},
		Location: place(m.Venue, m.City), First: m.Start, Last: m.End,
	})
}

func place(venue, city string) string {
	return strings.Join(slices.DeleteFunc([]string{venue, city}, func(s string) bool { return s == "" }), ", ")
}

func (f *feed) round(r att.Round, index int) {
	name := cmp.Or(r.ID, fmt.Sprintf("#%d", index+1))
	m := r.Meeting
	m.Start, m.End = cmp.Or(m.Start, firstDay(r)), cmp.Or(m.End, lastDay(r))
	f.whole(name, "round", f.say(r.Title, "Round "+name), m)
	for _, d := range r.Days {
		for j, s := range d.Sittings {
			if d.Date.IsZero() || s.Start.IsZero() || s.End.IsZero() || s.End.Compare(s.Start) <= 0 {
				f.gaps = append(f.gaps, unknownHours(d, s, j))
				continue
			}
			f.sitting(r, d, s, name, j)
		}
	}
}

func unknownHours(d att.Day, s att.Sitting, index int) att.Message {
	if s.ID == "" {
		return att.Say("sitting #{n} of {day}: its day or its hours are unknown", att.NumberOf("n", index+1), att.DateOf("day", d.Date))
	}
	return att.Say("sitting {sitting}: its day or its hours are unknown", att.TextOf("sitting", s.ID))
}

func firstDay(r att.Round) att.Date {
	if days := meetingDays(r); len(days) > 0 {
		return days[0]
	}
	return att.Date{}
}

func lastDay(r att.Round) att.Date {
	if days := meetingDays(r); len(days) > 0 {
		return days[len(days)-1]
	}
	return att.Date{}
}

func (f *feed) sitting(r att.Round, d att.Day, s att.Sitting, round string, index int) {
	if r.Zone != "" && r.Zone != "Europe/Zurich" && r.Zone != "UTC" {
		f.gaps = append(f.gaps, att.Say("sitting {sitting}: hours in the zone {zone} cannot be written", att.TextOf("sitting", s.ID), att.TextOf("zone", r.Zone)))
		return
	}
	bodies, lines := f.agenda(s)
	title := cmp.Or(strings.Join(bodies, ", "), f.say(r.Title, "Sitting"))
	if s.Items != nil && len(s.Items) == 0 {
		title += " (no items)"
	}
	f.entries = append(f.entries, Entry{
		UID: f.o.uid(round, cmp.Or(s.ID, fmt.Sprintf("%s-%d", d.Date, index+1))), Sequence: f.o.Sequence, Status: f.statusOf(cmp.Or(s.Format, r.Format)),
		Title: title, Description: strings.Join(lines, "\n"), Categories: []string{"sitting"},
		Location: place(r.Venue, r.City), First: d.Date, Last: d.Date, Start: s.Start, End: s.End, Zone: cmp.Or(r.Zone, "Europe/Zurich"),
	})
}

// closed reports whether an item keeps its title to itself: the forum's always, and any that is not open.
func (f *feed) closed(it att.Item, access att.Access) bool {
	forum := slices.ContainsFunc(it.Bodies, func(id string) bool { return f.bodies[id].Kind == att.Forum })
	return forum || access != "" && access != att.Open
}

func (f *feed) title(it att.Item) att.Text {
	for _, id := range it.Bodies {
		if t, ok := f.topics[att.TopicRef{Body: id, Topic: it.Topic}]; ok {
			return t.Title
		}
	}
	return nil
}

func (f *feed) consultation(t att.Consultation, index int) {
	name := cmp.Or(t.ID, fmt.Sprintf("#%d", index+1))
	m := att.Meeting{Start: t.Start, End: cmp.Or(t.End, t.Start), City: t.City, Format: t.Format}
	if t.Format == att.Platform {
		m.Venue = "information-exchange platform (restricted)"
	}
	f.whole("consultation-"+name, "consultation", f.say(t.Title, "Consultation "+name), m)
}

// PlacedEntries returns the entries of consultations that [Consultations] placed: with hours in UTC where they have
// any, and the local hours of each place in the description.
func PlacedEntries(placed []Placed, o EntryOptions) []Entry {
	var entries []Entry
	for _, p := range placed {
		c := p.Consultation
		title, _ := c.Title.In(cmp.Or(o.Lang, att.English))
		e := Entry{
			UID: o.uid("consultation", c.ID), Sequence: o.Sequence, Status: Tentative, Title: cmp.Or(title, "Consultation "+c.ID),
			Categories: []string{"consultation"}, First: c.Start, Last: cmp.Or(c.End, c.Start),
		}
		lines := []string{}
		if !p.Start.IsZero() {
			end := p.Start.Add(minutes(p.Minutes))
			e.First, e.Start = dayAndClock(p.Start)
			e.Last, e.End = dayAndClock(end)
			e.Zone = "UTC"
			for _, h := range p.Hours {
				line := fmt.Sprintf("%s: %s to %s", h.Place.Name, h.Start.Format("2 January 15:04"), h.End.Format("15:04"))
				if !h.Humane {
					line += " (outside humane hours)"
				}
				lines = append(lines, line)
			}
		}
		if !p.Note.IsZero() {
			lines = append(lines, p.Note.String())
		}
		e.Description = strings.Join(lines, "\n")
		entries = append(entries, e)
	}
	return entries
}
