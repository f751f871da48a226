package calendar

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"sort"

	"attwork.example/att"
)

// Calendar is a set of events with unique ids. It never changes, and is safe for concurrent use. The zero
// Calendar is empty.
type Calendar struct {
	events  []Event        // in the order of Event.Compare
	dated   int            // how many of them have days; they come first
	reaches []reach        // of the dated ones, by first day
	byID    map[string]int // to the index in events
}

// New returns the calendar of the events, in whatever order they come. It reports an error for an event that is
// malformed, an id used twice, or more than [MaxEvents] events.
func New(events ...Event) (Calendar, error) {
	if len(events) > MaxEvents {
		return Calendar{}, fmt.Errorf("calendar: %d events; expected at most %d", len(events), MaxEvents)
	}
	seen := make(map[string]bool, len(events))
	for _, e := range events {
		if f, bad := e.check(); bad {
			return Calendar{}, fmt.Errorf("calendar: event %s: %s: %s", quote(cmp.Or(e.ID, e.Name)), f.column, f.expected)
		}
		if seen[e.ID] {
			return Calendar{}, fmt.Errorf("calendar: two events have the id %q; expected one", e.ID)
		}
		seen[e.ID] = true
	}
	return build(slices.Clone(events)), nil
}

// build takes over a list of well-formed events with unique ids.
func build(events []Event) Calendar {
	if len(events) == 0 {
		return Calendar{}
	}
	slices.SortFunc(events, Event.Compare)
	c := Calendar{events: events, byID: make(map[string]int, len(events))}
	for i, e := range events {
		c.byID[e.ID] = i
		if e.Dated() {
			c.dated++
		}
	}
	c.reaches = reachesOf(events[:c.dated])
	return c
}

// Len returns the number of events.
func (c Calendar) Len() int { return len(c.events) }

// Event returns the event with the id, and whether there is one.
func (c Calendar) Event(id string) (Event, bool) {
	i, ok := c.byID[id]
	if !ok {
		return Event{}, false
	}
	return c.events[i], true
}

// Events yields all events in the order of [Event.Compare]: by start, end and id, those without days last.
func (c Calendar) Events() iter.Seq[Event] { return slices.Values(c.events) }

// With returns the calendar with the events of a later layer. Where both have an id, the event of the later layer
// replaces the earlier one.
func (c Calendar) With(later Calendar) Calendar {
	events := slices.Clone(later.events)
	for _, e := range c.events {
		if _, replaced := later.byID[e.ID]; !replaced {
			events = append(events, e)
		}
	}
	return build(events)
}

// Without returns the calendar without the events that have these ids. An id that it does not have is no error.
func (c Calendar) Without(ids ...string) Calendar {
	gone := make(map[string]bool, len(ids))
	for _, id := range ids {
		gone[id] = true
	}
	return build(slices.DeleteFunc(slices.Clone(c.events), func(e Event) bool { return gone[e.ID] }))
}

// Undated yields the events without days that are listed for the year, and those for which not even the year is
// known, which may lie in any, in the order of ids, each group by itself. An event with [Event.Vague] has a span
// and is not among them.
func (c Calendar) Undated(year int) iter.Seq[Event] {
	return func(yield func(Event) bool) {
		for _, y := range slices.Compact([]int{0, year}) {
			undated := c.events[c.dated:]
			from := sort.Search(len(undated), func(i int) bool { return undated[i].Year >= y })
			for _, e := range undated[from:] {
				if e.Year != y {
					break
				}
				if !yield(e) {
					return
				}
			}
		}
	}
}

// Coverage says how much the calendar knows of the meetings of a year (see [Category.Meeting]). A meeting that
// crosses the end of a year counts in both.
type Coverage struct {
	Year     int
	Meetings int // listed for the year, whatever is known of their days
	Verified int // those of them whose days are verified
	Vague    int // those whose days lie somewhere in a span that touches the year
	Undated  int // those without days
}

// Coverage counts the meetings of a year. The zero Verified says that whatever is answered for the year rests on
// no verified meeting; that is so for 2027 in [Embedded].
func (c Calendar) Coverage(year int) Coverage {
	cover := Coverage{Year: year}
	for e := range c.Undated(year) {
		if e.Category.Meeting() {
			cover.Meetings++
			cover.Undated++
		}
	}
	first, err1 := att.NewDate(year, 1, 1)
	last, err2 := att.NewDate(year, 12, 31)
	if err1 != nil || err2 != nil {
		return cover
	}
	for e := range c.Overlapping(first, last) {
		if !e.Category.Meeting() || e.End.Before(first) || e.Start.After(last) {
			continue // no meeting, or only its guard touches the year
		}
		cover.Meetings++
		switch {
		case e.Vague:
			cover.Vague++
		case e.Confidence == att.Verified:
			cover.Verified++
		}
	}
	return cover
}

// String returns a line for an answer that rests on the year, as in "2027: no verified meeting among 22; days
// unknown: 10".
func (c Coverage) String() string {
	s := fmt.Sprintf("%d: %d of %d meetings verified", c.Year, c.Verified, c.Meetings)
	switch {
	case c.Meetings == 0:
		return fmt.Sprintf("%d: no meeting is listed", c.Year)
	case c.Verified == 0:
		s = fmt.Sprintf("%d: no verified meeting among %d", c.Year, c.Meetings)
	}
	if c.Vague > 0 {
		s += fmt.Sprintf("; only month or span known: %d", c.Vague)
	}
	if c.Undated > 0 {
		s += fmt.Sprintf("; days unknown: %d", c.Undated)
	}
	return s
}
