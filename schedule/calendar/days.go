package calendar

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"attwork.example/att"
)

// precision says how much a text tells of a date.
type precision int

const (
	nothing precision = iota
	aYear
	aMonth
	aDay
)

const dayForms = "a day such as 2026-09-07, a month such as 2026-09 or a year such as 2026"

// parseSpan reads a day, a month or a year, and returns its first and last day.
func parseSpan(s string) (first, last att.Date, p precision, ok bool) {
	if s == "" {
		return att.Date{}, att.Date{}, nothing, true
	}
	layouts := [...]string{aYear: "2006", aMonth: "2006-01", aDay: time.DateOnly}
	for p, layout := range layouts {
		if len(s) != len(layout) {
			continue
		}
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() < 1 {
			return att.Date{}, att.Date{}, nothing, false
		}
		first := day(t.Year(), t.Month(), t.Day())
		switch precision(p) {
		case aYear:
			return first, day(t.Year(), time.December, 31), aYear, true
		case aMonth:
			end := t.AddDate(0, 1, -1)
			return first, day(end.Year(), end.Month(), end.Day()), aMonth, true
		}
		return first, first, precision(p), true
	}
	return att.Date{}, att.Date{}, nothing, false
}

// setDays reads what a file says of the start and end of an event.
func (e *Event) setDays(start, end string) fault {
	first, last, from, ok := parseSpan(start)
	if !ok {
		return fault{"start", fmt.Sprintf("expected %s, found %s", dayForms, quote(start))}
	}
	_, endLast, to, ok := parseSpan(end)
	switch {
	case !ok:
		return fault{"end", fmt.Sprintf("expected a day such as 2026-09-11, or a month such as 2026-09, found %s", quote(end))}
	case from == nothing && to != nothing:
		return fault{"start", fmt.Sprintf("expected a start for what ends on %s", end)}
	case from == aYear && to != nothing:
		return fault{"end", "expected no end beside a start of which only the year is known, found " + quote(end)}
	case to != nothing && to != from:
		return fault{"end", fmt.Sprintf("expected a day where the start is one and a month where it is one, found %s beside %s", quote(end), quote(start))}
	}
	switch {
	case from == aYear:
		e.Year = first.Year()
	case from != nothing:
		e.Start, e.End, e.Vague = first, last, e.Vague || from == aMonth
		if to != nothing {
			e.End = endLast
		}
	}
	return fault{}
}

// madeID returns an id for an event that has none, from its name and what the file says of its start. Where the
// id cannot hold the whole name, it ends in a hash of it.
func madeID(name, start string) string {
	const most = 40 // with a start of 10, a hash of 8 and two hyphens within the 64 of an id
	var b strings.Builder
	whole := true
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		default:
			whole = whole && r < 0x80
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
		}
		if b.Len() > most {
			whole = false
			break
		}
	}
	parts := []string{strings.Trim(b.String()[:min(b.Len(), most)], "-"), start}
	if !whole || parts[0] == "" {
		h := fnv.New32a()
		h.Write([]byte(name))
		parts = append(parts, fmt.Sprintf("%08x", h.Sum32()))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "-")
}
