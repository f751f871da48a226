package schedule

import (
	"errors"
	"io"
	"time"

	"attwork.example/att"
	"attwork.example/internal/icalendar"
)

// Entry is one event of a calendar file.
type Entry struct {
	UID         string // the same for the same event in every file
	Sequence    int    // how often its time or place was changed; calendars take the highest
	Status      EntryStatus
	Title       string
	Description string
	Location    string
	Categories  []string
	First, Last att.Date  // its first and last day, both inside
	Start, End  att.Clock // local time in Zone; both unknown: it takes whole days
	Zone        string    // Europe/Zurich or UTC; empty for whole days
}

// EntryStatus says how sure an entry is. The zero EntryStatus says nothing.
type EntryStatus string

// The statuses of an entry.
const (
	Tentative EntryStatus = "tentative" // of a programme that is drafted or proposed
	Confirmed EntryStatus = "confirmed" // of one that is decided or held
	Cancelled EntryStatus = "cancelled"
)

// ICSOptions adjust [WriteICS].
type ICSOptions struct {
	Name  string    // of the calendar, as people see it
	Stamp time.Time // when the file is made; required, since nothing here reads the clock
}

// WriteICS writes entries as an iCalendar file (RFC 5545) in the order given: CRLF, lines folded at 75 octets, the
// zone Europe/Zurich with its rules, whole days with the exclusive end that the standard asks for. It reports an
// error, and writes nothing, for entries without a UID, with a UID that another one has, or without days.
func WriteICS(w io.Writer, entries []Entry, o ICSOptions) error {
	if o.Stamp.IsZero() {
		return errors.New("schedule: a calendar file needs the time at which it is made (Stamp)")
	}
	cal := icalendar.Calendar{ID: "-//attwork//schedule//EN", Name: o.Name, Stamp: o.Stamp.UTC()}
	for _, e := range entries {
		cal.Events = append(cal.Events, icalendar.Event{
			UID: e.UID, Sequence: e.Sequence, Status: icalendar.Status(e.Status), Summary: e.Title, Description: e.Description,
			Location: e.Location, Categories: e.Categories, First: e.First, Last: e.Last,
			AllDay: e.Start.IsZero() && e.End.IsZero(), Start: e.Start, End: e.End, Zone: e.Zone,
		})
	}
	return icalendar.Write(w, cal)
}

// domain ends every UID that this package makes.
const domain = "@attwork.example"

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

// dayAndClock takes a time in UTC apart.
func dayAndClock(t time.Time) (att.Date, att.Clock) {
	t = t.UTC()
	day, err := att.NewDate(t.Year(), t.Month(), t.Day())
	if err != nil {
		return att.Date{}, att.Clock{}
	}
	clock, err := att.NewClock(t.Hour(), t.Minute())
	if err != nil {
		return att.Date{}, att.Clock{}
	}
	return day, clock
}
