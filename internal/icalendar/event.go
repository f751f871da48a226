package icalendar

import (
	"time"

	"attwork.example/att"
)

// The zones that [Write] knows.
const (
	Zurich = "Europe/Zurich"
	UTC    = "UTC"
)

// Calendar is a calendar file.
type Calendar struct {
	ID     string    // the program that made it, as PRODID asks for: -//attwork//calendar//EN
	Name   string    // shown as the name of the calendar; may be empty
	Stamp  time.Time // when it was made, given by the caller; after reading, the latest DTSTAMP of an event
	Events []Event   // in the order of the file
}

// Event is one event. Both First and Last are always known; Start and End are, unless it is AllDay.
type Event struct {
	UID         string // the same for the same event in each file; never that of another
	Sequence    int    // how often it was moved or otherwise changed in substance
	Status      Status
	Summary     string
	Description string
	Location    string
	URL         string // absolute, http or https
	Categories  []string
	AllDay      bool
	First, Last att.Date  // both inclusive; with hours: the day on which it starts, and on which it ends
	Start, End  att.Clock // local in Zone; unknown if AllDay
	Zone        string    // empty if AllDay, and after reading if the hours name no zone
	Recurs      bool      // after reading: it is one of a series that is not expanded
	Line        int       // after reading: where the event begins in the file; not written
}

// Status says how sure an event is. Empty means that the file does not tell.
type Status string

// The statuses of an event.
const (
	Tentative Status = "tentative"
	Confirmed Status = "confirmed"
	Cancelled Status = "cancelled"
)

func (s Status) valid() bool {
	return s == "" || s == Tentative || s == Confirmed || s == Cancelled
}
