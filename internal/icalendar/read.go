package icalendar

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Bounds of a file that [Read] accepts, and of what it returns.
const (
	MaxBytes      = 8 << 20
	MaxDepth      = 4       // components inside each other; VCALENDAR is the first
	MaxLines      = 400_000 // content lines; a full calendar of ours has fewer
	MaxEvents     = 20_000
	MaxCategories = 64  // of one event; more are not used, with a note
	MaxNotes      = 100 // and one that counts the others
)

// Read reads a calendar. name is what the errors and notes call the file. The error is an
// [att.InputError]. What Read returns, [Write] accepts once it has a Stamp and an ID, as long as
// no event recurs or shares its UID, and each has a UID and a zone that Write knows.
func Read(name string, r io.Reader) (Calendar, []Note, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Calendar{}, nil, &att.InputError{Position: att.Position{Name: name}, Expected: "cannot be read: " + err.Error(), Err: err}
	}
	if len(data) > MaxBytes {
		return Calendar{}, nil, &att.InputError{Position: att.Position{Name: name}, Expected: "larger than 8 MiB; expected a smaller calendar"}
	}
	rd := reader{name: name, defined: map[string]bool{}, uids: map[string]bool{}, used: map[string]bool{}}
	rd.scan = scanner{data: data, row: 1}
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		rd.scan.next = len("\ufeff")
	}
	if err := rd.read(); err != nil {
		return Calendar{}, nil, err
	}
	return rd.calendar, rd.notes.all(name), nil
}

// reader is the state of reading one file.
type reader struct {
	name     string
	scan     scanner
	calendar Calendar
	notes    notes
	open     []component
	event    *draft          // the VEVENT that is open
	uids     map[string]bool // of complete events
	defined  map[string]bool // zones with a VTIMEZONE
	used     map[string]bool // zones of events
	uses     []use           // the first of each of them, in the order of the file
	full     bool            // a VCALENDAR was complete
}

// component is a component that is open.
type component struct {
	name  string
	begin content
}

// use is the place of a zone in a property of an event.
type use struct {
	zone string
	at   content
}

func (r *reader) read() error {
	for n := 1; ; n++ {
		c, ok := r.scan.line()
		if !ok {
			break
		}
		if n > MaxLines {
			return r.fault(c, 0, "a calendar of more than %d lines; expected a smaller one", MaxLines)
		}
		if err := r.line(c); err != nil {
			return err
		}
	}
	end := content{offset: len(r.scan.data), row: r.scan.row}
	if n := len(r.open); n > 0 {
		last := r.open[n-1]
		return r.fault(end, 0, "the file ends within %s, which begins in line %d; expected END:%s. Part of the file may be missing",
			shown(last.name), last.begin.row, shown(last.name))
	}
	if !r.full {
		return r.fault(end, 0, "the file is empty; expected a calendar that starts with BEGIN:VCALENDAR")
	}
	return r.checkZones()
}

// fault returns an error about the byte at index of a content line.
func (r *reader) fault(c content, index int, format string, args ...any) *att.InputError {
	return &att.InputError{Position: r.position(c, index), Expected: fmt.Sprintf(format, args...)}
}

func (r *reader) position(c content, index int) att.Position {
	p := r.scan.position(c, index)
	p.Name = r.name
	return p
}

func (r *reader) note(c content, key, english string, args ...check.Arg) {
	r.notes.add(r.position(c, 0), key, english, args...)
}

func (r *reader) line(c content) error {
	if i := strings.IndexByte(c.text, 0); i >= 0 {
		return r.fault(c, i, "a byte that no text has (0); expected a calendar file in UTF-8")
	}
	if i := invalidUTF8(c.text); i >= 0 {
		return r.fault(c, i, "a byte that is not UTF-8; expected a calendar file saved as UTF-8")
	}
	name := c.name()
	inside := len(r.open) > 0
	if !inside && name != "BEGIN" {
		return r.fault(c, 0, "expected BEGIN:VCALENDAR, with which a calendar file starts, found %s", quote(c.text))
	}
	if name == "" || !strings.Contains(c.text, ":") {
		return r.fault(c, 0, "expected a line of the form NAME:VALUE, found %s. If it belongs to the text before it, that text was cut without a space at the start of the next line", quote(c.text))
	}
	if name == "BEGIN" || name == "END" {
		_, value, _ := strings.Cut(c.text, ":")
		value = strings.ToUpper(strings.TrimSpace(value))
		if name == "BEGIN" {
			return r.begin(value, c)
		}
		return r.end(value, c)
	}
	switch {
	case len(r.open) == 1:
		return r.ofCalendar(name, c)
	case len(r.open) == 2 && r.event != nil:
		return r.ofEvent(name, c)
	case len(r.open) == 2 && r.open[1].name == "VTIMEZONE" && name == "TZID":
		p, fault, at := c.parse()
		if fault != "" {
			return r.fault(c, at, "%s", fault)
		}
		r.defined[strings.TrimSpace(p.value)] = true
	}
	return nil
}

func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

func (r *reader) begin(name string, c content) error {
	depth := len(r.open)
	switch {
	case depth == 0 && name != "VCALENDAR":
		return r.fault(c, 0, "expected BEGIN:VCALENDAR, with which a calendar file starts, found %s", quote(c.text))
	case depth == MaxDepth:
		return r.fault(c, 0, "%s is component %d inside another; expected at most %d, as a calendar has them", quote(name), depth+1, MaxDepth)
	case depth > 1 && name == "VEVENT", depth > 0 && name == "VCALENDAR":
		last := r.open[depth-1]
		return r.fault(c, 0, "%s begins within %s of line %d; expected END:%s before it", name, shown(last.name), last.begin.row, shown(last.name))
	case name == "VEVENT":
		if len(r.calendar.Events) == MaxEvents {
			return r.fault(c, 0, "more than %d events; expected a smaller calendar", MaxEvents)
		}
		r.event = &draft{begin: c, seen: map[string]bool{}}
	case depth == 1 && (name == "VTODO" || name == "VJOURNAL" || name == "VFREEBUSY"):
		r.note(c, "component", "{component} is not read; only events are.", check.Text("component", name))
	}
	r.open = append(r.open, component{name: name, begin: c})
	return nil
}

func (r *reader) end(name string, c content) error {
	last := r.open[len(r.open)-1]
	if name != last.name {
		return r.fault(c, 0, "expected END:%s for the %s that begins in line %d, found END:%s", shown(last.name), shown(last.name), last.begin.row, shown(name))
	}
	r.open = r.open[:len(r.open)-1]
	switch {
	case len(r.open) == 0:
		r.full = true
	case len(r.open) == 1 && r.event != nil:
		d := r.event
		r.event = nil
		return r.complete(d)
	}
	return nil
}

// shown returns the name of a component for a sentence. Only a name of the standard is sure to be tame.
func shown(name string) string {
	if c := (content{text: name + ":"}); c.name() != "" && len(name) <= 40 {
		return name
	}
	return quote(name)
}

// ofCalendar takes a property of the calendar itself. Of several calendars in a file the first names
// them all.
func (r *reader) ofCalendar(name string, c content) error {
	switch name {
	case "PRODID", "NAME", "X-WR-CALNAME", "VERSION", "CALSCALE", "METHOD":
	default:
		return nil
	}
	p, fault, at := c.parse()
	if fault != "" {
		return r.fault(c, at, "%s", fault)
	}
	value := strings.ToUpper(strings.TrimSpace(p.value))
	switch {
	case name == "PRODID" && r.calendar.ID == "":
		r.calendar.ID = unescape(p.value)
	case name == "NAME" || name == "X-WR-CALNAME" && r.calendar.Name == "":
		r.calendar.Name = unescape(p.value)
	case name == "VERSION" && value == "1.0":
		return r.fault(c, p.valueAt, "version 1.0 (vCalendar); expected 2.0, which programs offer as iCalendar")
	case name == "CALSCALE" && value != "GREGORIAN":
		return r.fault(c, p.valueAt, "expected the calendar GREGORIAN, found %s", quote(value))
	case name == "METHOD" && value != "PUBLISH":
		r.note(c, "method", "The file is a message ({method}) about its events; they are read as they stand in it.", check.Text("method", value))
	}
	return nil
}

// checkZones looks at the end of the file whether each zone is known, since a definition may stand
// behind its use.
func (r *reader) checkZones() error {
	names := strings.Fields(zoneNames)
	for _, u := range r.uses {
		_, known := slices.BinarySearch(names, u.zone)
		switch {
		case known:
		case r.defined[u.zone]:
			r.note(u.at, "zone", "The zone {zone} is defined by the file alone; its hours are read as local hours of that name.", check.Text("zone", u.zone))
		default:
			return r.fault(u.at, 0, "the zone %s is not defined: expected a VTIMEZONE with this TZID in the file, or a name such as Europe/Zurich", quote(u.zone))
		}
	}
	return nil
}
