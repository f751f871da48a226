package calendar

import (
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"unicode"

	"attwork.example/att"
	"attwork.example/internal/icalendar"
)

// maxNotes bounds what is said of a file.
const maxNotes = 200

// ReadICS reads a calendar from an iCalendar file (RFC 5545); name is what errors call it, and the source of its
// events. It also returns what it met and did not use, in sentences with their line: a series, of which only the
// first event is taken; events that were cancelled, or lie outside the years [FirstYear] to [LastYear]. A cancelled
// event takes none out of an earlier layer; [Calendar.Without] does.
//
// Of an event it takes the days, in the zone that the file gives them; hours do not count, and an end at midnight
// is that of the day before. The category is the first of CATEGORIES that is one of [Categories], else [Other].
// The place is the LOCATION, or "Geneva" where one of its parts between commas is that city. The confidence
// stays empty, and is [att.Unknown] for a tentative event. The id is the UID where that may be one (see
// [att.ValidID]), so that a file can replace an embedded event, else made from it; without a UID it is made from the
// name and the start. Events that share one each get another, made from all that is known of them.
//
// Errors are [att.InputError].
func ReadICS(name string, r io.Reader) (Calendar, []string, error) {
	file, said, err := icalendar.Read(name, r)
	if err != nil {
		return Calendar{}, nil, err
	}
	var notes []string
	for _, n := range said {
		notes = append(notes, n.String()+": "+n.Message.String())
	}
	more := 0
	note := func(e icalendar.Event, why string) {
		if len(notes) >= maxNotes {
			more++
			return
		}
		at := att.Position{Name: name, Line: e.Line, Column: 1}
		notes = append(notes, fmt.Sprintf("%s: the event %s %s", at, quote(e.Summary), why))
	}
	times := map[string]int{}
	for _, e := range file.Events {
		times[idFrom(e)]++
	}
	seen := map[string]Event{}
	for _, entry := range file.Events {
		e := eventFrom(name, entry, times[idFrom(entry)] > 1)
		_, twice := seen[e.ID]
		f, bad := e.check()
		switch {
		case entry.Status == icalendar.Cancelled:
			note(entry, "is cancelled and left out")
		case twice:
			note(entry, "stands in the file twice and counts once")
		case bad:
			note(entry, "is left out: "+f.expected)
		default:
			seen[e.ID] = e
		}
	}
	if more > 0 {
		notes = append(notes, fmt.Sprintf("%s: and %d more", name, more))
	}
	events := make([]Event, 0, len(seen))
	for _, e := range seen {
		events = append(events, e)
	}
	return build(events), notes, nil
}

// eventFrom turns an entry of a file into an event; shared says that others have its identity too.
func eventFrom(name string, entry icalendar.Event, shared bool) Event {
	e := Event{
		Name: cut(entry.Summary, maxName), Start: entry.First, End: entry.Last, Category: Other,
		Note: entry.Description, Source: name,
	}
	if !entry.AllDay && !entry.End.IsZero() && entry.End.Minutes() == 0 && entry.Last.After(entry.First) {
		e.End = entry.Last.AddDays(-1)
	}
	if e.Name == "" {
		e.Name = "(no name)"
	}
	if entry.Status == icalendar.Tentative {
		e.Confidence = att.Unknown
	}
	if entry.URL != "" {
		e.Source += ", " + entry.URL
	}
	for _, c := range slices.Backward(entry.Categories) {
		if own := Category(strings.ToLower(strings.TrimSpace(c))); own.known() {
			e.Category = own
		}
	}
	e.Place = knownPlace(cut(entry.Location, maxPlace))
	if inGeneva(entry.Location) {
		e.Place = "Geneva"
		if cut(entry.Location, maxPlace) != "Geneva" {
			e.Note = entry.Location + ". " + e.Note // which keeps the house and the street
		}
	}
	e.Note, e.Source = cut(e.Note, maxNote), cut(e.Source, maxSource)
	e.ID = idFrom(entry)
	if shared {
		e.ID = fmt.Sprintf("ics-%s-%s-%s", hash(e.ID), e.Start, hash(fmt.Sprint(e)))
	}
	return e
}

// idFrom returns the id of an event by what a file says of its identity.
func idFrom(entry icalendar.Event) string {
	switch {
	case entry.UID == "":
		return madeID(cut(entry.Summary, maxName), entry.First.String())
	case att.ValidID(entry.UID):
		return entry.UID
	}
	return "ics-" + hash(entry.UID)
}

func hash(s string) string {
	h := fnv.New64a()
	h.Write([]byte(s))
	return fmt.Sprintf("%016x", h.Sum64())
}

// inGeneva reports whether a part of a location between commas is Geneva, with or without its postcode.
func inGeneva(location string) bool {
	for part := range strings.FieldsFuncSeq(location, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		part = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(part)), "ch-")
		switch strings.Trim(part, "0123456789 ") {
		case "geneva", "genève", "geneve", "genf", "ginevra":
			return true
		}
	}
	return false
}

// cut puts a text on one line without control characters, and within a bound.
func cut(s string, most int) string {
	gap := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	s = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), gap), " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most-1]) + "…"
	}
	return s
}
