package icalendar

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"attwork.example/att"
)

// The years in which the rules of [zurichRules] are right.
const (
	firstYear = 1996
	lastYear  = 2099
)

// Write writes the calendar. When it cannot be said rightly Write returns an error and writes
// nothing: each event needs a UID of its own, days, an end that is not before its start, and a zone
// that this package can define.
func Write(w io.Writer, c Calendar) error {
	if err := c.fault(); err != nil {
		return err
	}
	seen := make(map[string]bool, len(c.Events))
	for i, e := range c.Events {
		if err := e.fault(); err != nil {
			return fmt.Errorf("icalendar: event %d (%s): %w", i+1, quote(e.UID), err)
		}
		if seen[e.UID] {
			return fmt.Errorf("icalendar: event %d (%s): another event has this UID", i+1, quote(e.UID))
		}
		seen[e.UID] = true
	}
	file := c.encode()
	if len(file) > MaxBytes {
		return errors.New("icalendar: the file would be larger than 8 MiB, which cannot be read again")
	}
	_, err := w.Write(file)
	return err
}

func (c Calendar) fault() error {
	switch year := c.Stamp.UTC().Year(); {
	case c.Stamp.IsZero() || year < 1 || year > 9999:
		return errors.New("icalendar: the calendar needs the moment of its making in Stamp")
	case clean(c.ID) == "":
		return errors.New("icalendar: the calendar needs the program that made it in ID")
	case !utf8.ValidString(c.ID) || !utf8.ValidString(c.Name):
		return errors.New("icalendar: ID or Name is not UTF-8")
	case len(c.Events) > MaxEvents:
		return fmt.Errorf("icalendar: %d events; at most %d can be read again", len(c.Events), MaxEvents)
	}
	return nil
}

func (e Event) fault() error {
	switch {
	case e.UID == "" || clean(e.UID) != e.UID || strings.TrimSpace(e.UID) != e.UID:
		return errors.New("expected a UID without control characters and without spaces around it")
	case e.Sequence < 0 || e.Sequence > math.MaxInt32:
		return fmt.Errorf("expected a sequence from 0 to 2147483647, found %d", e.Sequence)
	case !e.Status.valid():
		return fmt.Errorf("expected the status tentative, confirmed or cancelled, found %s", quote(string(e.Status)))
	case e.URL != "" && !webAddress(e.URL):
		return fmt.Errorf("expected an absolute address of the web in ASCII, found %s", quote(e.URL))
	case e.Recurs:
		return errors.New("it is one of a series, which cannot be written again")
	case len(e.Categories) > MaxCategories:
		return fmt.Errorf("expected at most %d categories, found %d", MaxCategories, len(e.Categories))
	case e.First.IsZero() || e.Last.IsZero():
		return errors.New("expected its first and last day, found an unknown one")
	case e.Last.Before(e.First):
		return fmt.Errorf("it ends on %s, before it starts on %s", e.Last, e.First)
	}
	for _, text := range append([]string{e.UID, e.Summary, e.Description, e.Location}, e.Categories...) {
		if !utf8.ValidString(text) {
			return fmt.Errorf("expected texts in UTF-8, found %s", quote(text))
		}
	}
	return e.hoursFault()
}

func (e Event) hoursFault() error {
	switch {
	case e.AllDay && (!e.Start.IsZero() || !e.End.IsZero() || e.Zone != ""):
		return errors.New("it lasts whole days and has hours or a zone as well")
	case e.AllDay && e.Last.AddDays(1).IsZero():
		return fmt.Errorf("expected a last day before %s, since a file names the day after it", e.Last)
	case e.AllDay:
		return nil
	case e.Start.IsZero() || e.End.IsZero():
		return errors.New("expected the hours of its start and end, found an unknown one")
	case e.First == e.Last && e.End.Compare(e.Start) < 0:
		return fmt.Errorf("it ends at %s, before it starts at %s", e.End, e.Start)
	case e.Zone == UTC:
		return nil
	case e.Zone != Zurich:
		return fmt.Errorf("expected the zone %s or %s, found %s", Zurich, UTC, quote(e.Zone))
	case e.First.Year() < firstYear || e.Last.Year() > lastYear:
		return fmt.Errorf("hours in %s are written from %d to %d; expected hours in UTC", Zurich, firstYear, lastYear)
	}
	return nil
}

// zurichRules defines Europe/Zurich from 29 October 1995 on (section 3.6.5). The winter rule starts a
// year before the summer rule so that it holds for the first months of 1996.
const zurichRules = `BEGIN:VTIMEZONE
TZID:Europe/Zurich
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19951029T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE`

// lines collects content lines.
type lines []byte

func (l *lines) add(name, value string) { *l = fold(*l, name+":"+value) }

// text adds a property with a TEXT value, unless there is no text.
func (l *lines) text(name, value string) {
	if value = clean(value); value != "" {
		l.add(name, escape(value))
	}
}

// encode expects a calendar without fault.
func (c Calendar) encode() []byte {
	var l lines
	l.add("BEGIN", "VCALENDAR")
	l.add("VERSION", "2.0")
	l.text("PRODID", c.ID)
	l.add("CALSCALE", "GREGORIAN")
	l.text("NAME", c.Name) // RFC 7986, section 5.1
	l.text("X-WR-CALNAME", c.Name)
	needed := len(c.Events) == 0
	for _, e := range c.Events {
		needed = needed || e.Zone == Zurich
	}
	if needed {
		for line := range strings.SplitSeq(zurichRules, "\n") {
			l = fold(l, line)
		}
	}
	stamp := c.Stamp.UTC().Format("20060102T150405Z")
	for _, e := range c.Events {
		l.event(e, stamp)
	}
	l.add("END", "VCALENDAR")
	return l
}

func (l *lines) event(e Event, stamp string) {
	l.add("BEGIN", "VEVENT")
	l.text("UID", e.UID)
	l.add("DTSTAMP", stamp)
	l.add("SEQUENCE", strconv.Itoa(e.Sequence))
	if e.AllDay {
		l.add("DTSTART;VALUE=DATE", day(e.First))
		l.add("DTEND;VALUE=DATE", day(e.Last.AddDays(1)))
	} else {
		l.moment("DTSTART", e.First, e.Start, e.Zone)
		if e.First != e.Last || e.Start != e.End {
			l.moment("DTEND", e.Last, e.End, e.Zone)
		}
	}
	l.text("SUMMARY", e.Summary)
	l.text("DESCRIPTION", e.Description)
	l.text("LOCATION", e.Location)
	if e.URL != "" {
		l.add("URL", e.URL) // a URI is not escaped (section 3.3.13)
	}
	if list := categories(e.Categories); list != "" {
		l.add("CATEGORIES", list)
	}
	if e.Status != "" {
		l.add("STATUS", strings.ToUpper(string(e.Status)))
	}
	if e.AllDay {
		l.add("TRANSP", "TRANSPARENT")
	}
	l.add("END", "VEVENT")
}

func (l *lines) moment(name string, d att.Date, c att.Clock, zone string) {
	value := fmt.Sprintf("%sT%02d%02d00", day(d), c.Minutes()/60, c.Minutes()%60)
	if zone == UTC {
		l.add(name, value+"Z")
		return
	}
	l.add(name+";TZID="+zone, value)
}

func day(d att.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year(), int(d.Month()), d.Day()) }

func categories(list []string) string {
	var values []string
	for _, c := range list {
		if c = strings.TrimSpace(clean(c)); c != "" {
			values = append(values, escape(c))
		}
	}
	return strings.Join(values, ",")
}
