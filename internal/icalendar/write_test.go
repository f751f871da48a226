package icalendar_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/internal/icalendar"
)

var stamp = time.Date(2025, time.January, 15, 9, 30, 0, 0, time.UTC)

// calendar returns a calendar with the events.
func calendar(events ...icalendar.Event) icalendar.Calendar {
	return icalendar.Calendar{ID: "-//attwork//test//EN", Stamp: stamp, Events: events}
}

func allDay(uid, first, last string) icalendar.Event {
	return icalendar.Event{UID: uid, AllDay: true, First: att.MustDate(first), Last: att.MustDate(last)}
}

func timed(uid, day, start, end, zone string) icalendar.Event {
	d := att.MustDate(day)
	return icalendar.Event{UID: uid, First: d, Last: d, Start: att.MustClock(start), End: att.MustClock(end), Zone: zone}
}

func write(t *testing.T, c icalendar.Calendar) string {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, icalendar.Write(&file, c))
	return file.String()
}

func read(t *testing.T, file string) (icalendar.Calendar, []icalendar.Note) {
	t.Helper()
	c, notes, err := icalendar.Read("test.ics", strings.NewReader(file))
	require.NoError(t, err)
	return c, notes
}

// withoutLines returns the events as they were before they stood in a file.
func withoutLines(events []icalendar.Event) []icalendar.Event {
	list := append([]icalendar.Event{}, events...)
	for i := range list {
		list[i].Line = 0
	}
	return list
}

// small has one of each: days, hours in Zurich, a moment in UTC.
func small() icalendar.Calendar {
	round := allDay("csp11-r1@attwork.example", "2025-02-24", "2025-02-28")
	round.Summary, round.Status, round.Location = "Working groups; first round", icalendar.Confirmed, "Geneva, CICG"
	round.URL = "https://thearmstradetreaty.org/a,b;c"
	sitting := timed("csp11-r1-2025-02-25-am@attwork.example", "2025-02-25", "10:00", "13:00", icalendar.Zurich)
	sitting.Sequence, sitting.Status = 2, icalendar.Tentative
	sitting.Summary = "WGETI"
	sitting.Description = "1. Article 6, 7\n2. Back\\slash"
	sitting.Categories = []string{"WGETI", "closed, no titles"}
	due := timed("papers@attwork.example", "2025-01-27", "23:00", "23:00", icalendar.UTC)
	due.Summary, due.Status = "Papers due – 文件", icalendar.Cancelled
	c := calendar(round, sitting, due)
	c.Name = "CSP11"
	return c
}

// smallFile was written by hand from RFC 5545. Sections stand beside what follows from them.
var smallFile = strings.Join([]string{ // 3.1: lines end with CRLF
	"BEGIN:VCALENDAR",
	"VERSION:2.0",                 // 3.7.4
	"PRODID:-//attwork//test//EN", // 3.7.3
	"CALSCALE:GREGORIAN",          // 3.7.1
	"NAME:CSP11",                  // RFC 7986, 5.1
	"X-WR-CALNAME:CSP11",          // 3.8.8.2
	"BEGIN:VTIMEZONE",             // 3.6.5: one for each TZID used
	"TZID:Europe/Zurich",
	"BEGIN:DAYLIGHT",
	"DTSTART:19960331T020000", // 3.6.5: local, in the offset before the change
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
	"TZOFFSETFROM:+0100",
	"TZOFFSETTO:+0200",
	"TZNAME:CEST",
	"END:DAYLIGHT",
	"BEGIN:STANDARD",
	"DTSTART:19951029T030000",
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	"TZOFFSETFROM:+0200",
	"TZOFFSETTO:+0100",
	"TZNAME:CET",
	"END:STANDARD",
	"END:VTIMEZONE",
	"BEGIN:VEVENT",
	"UID:csp11-r1@attwork.example", // 3.8.4.7
	"DTSTAMP:20250115T093000Z",     // 3.8.7.2: in UTC
	"SEQUENCE:0",                   // 3.8.7.4
	"DTSTART;VALUE=DATE:20250224",  // 3.8.2.4
	"DTEND;VALUE=DATE:20250301",    // 3.6.1: "the non-inclusive end"
	`SUMMARY:Working groups\; first round`,
	`LOCATION:Geneva\, CICG`,                   // 3.3.11
	"URL:https://thearmstradetreaty.org/a,b;c", // 3.3.13: a URI is not escaped
	"STATUS:CONFIRMED",                         // 3.8.1.11
	"TRANSP:TRANSPARENT",                       // 3.8.2.7
	"END:VEVENT",
	"BEGIN:VEVENT",
	"UID:csp11-r1-2025-02-25-am@attwork.example",
	"DTSTAMP:20250115T093000Z",
	"SEQUENCE:2",
	"DTSTART;TZID=Europe/Zurich:20250225T100000", // 3.3.5, form 3
	"DTEND;TZID=Europe/Zurich:20250225T130000",
	"SUMMARY:WGETI",
	`DESCRIPTION:1. Article 6\, 7\n2. Back\\slash`, // 3.3.11
	`CATEGORIES:WGETI,closed\, no titles`,          // 3.8.1.2
	"STATUS:TENTATIVE",
	"END:VEVENT",
	"BEGIN:VEVENT",
	"UID:papers@attwork.example",
	"DTSTAMP:20250115T093000Z",
	"SEQUENCE:0",
	"DTSTART:20250127T230000Z", // 3.3.5, form 2; 3.8.2.2: no DTEND, which would have to be later
	"SUMMARY:Papers due – 文件",
	"STATUS:CANCELLED",
	"END:VEVENT",
	"END:VCALENDAR",
	"",
}, "\r\n")

func TestWriteSmall(t *testing.T) {
	got := write(t, small())
	assert.Equal(t, smallFile, got)
	assert.Equal(t, got, write(t, small()), "equal input gives equal bytes")
}

func TestReadSmall(t *testing.T) {
	c, notes := read(t, smallFile)
	assert.Empty(t, notes)
	assert.Equal(t, []int{24, 36, 47}, []int{c.Events[0].Line, c.Events[1].Line, c.Events[2].Line})
	c.Events = withoutLines(c.Events)
	assert.Equal(t, small(), c)
}

func TestWriteZoneOnlyIfNeeded(t *testing.T) {
	days := allDay("a", "2025-02-24", "2025-02-28")
	assert.NotContains(t, write(t, calendar(days)), "VTIMEZONE")
	assert.NotContains(t, write(t, calendar(days, timed("b", "1990-07-01", "10:00", "13:00", "UTC"))), "VTIMEZONE")
	file := write(t, calendar(days, timed("b", "2025-02-24", "10:00", "13:00", "Europe/Zurich"), timed("c", "2025-02-25", "10:00", "13:00", "Europe/Zurich")))
	assert.Equal(t, 1, strings.Count(file, "BEGIN:VTIMEZONE"))
	// Section 3.6: a file needs at least one component.
	assert.Equal(t, 1, strings.Count(write(t, calendar()), "BEGIN:VTIMEZONE"))
}

func TestWriteStampOfAnotherZone(t *testing.T) {
	c := calendar(allDay("a", "2025-02-24", "2025-02-28"))
	c.Stamp = stamp.In(time.FixedZone("", 2*60*60)).Add(time.Millisecond)
	assert.Contains(t, write(t, c), "DTSTAMP:20250115T093000Z\r\n")
}

func TestWriteTamesTexts(t *testing.T) {
	e := allDay("a", "2025-02-24", "2025-02-24")
	e.Summary = "a\x00b\x1bc\x7fd\te"
	e.Description = "1\r\n2\r3\n4\u20285\u20296\u00857"
	e.Location = "\x00"
	e.Categories = []string{" ", "\x01", " x "}
	file := write(t, calendar(e))
	assert.Contains(t, file, "SUMMARY:abcd\te\r\n")
	assert.Contains(t, file, `DESCRIPTION:1\n2\n3\n4\n5\n6\n7`+"\r\n")
	assert.NotContains(t, file, "LOCATION")
	assert.Contains(t, file, "CATEGORIES:x\r\n")
}

func TestWriteRefuses(t *testing.T) {
	sitting := func(change func(*icalendar.Event)) icalendar.Calendar {
		e := timed("a", "2025-02-25", "10:00", "13:00", icalendar.Zurich)
		change(&e)
		return calendar(e)
	}
	days := func(change func(*icalendar.Event)) icalendar.Calendar {
		e := allDay("a", "2025-02-25", "2025-02-26")
		change(&e)
		return calendar(e)
	}
	with := func(change func(*icalendar.Calendar)) icalendar.Calendar {
		c := small()
		change(&c)
		return c
	}
	type event = icalendar.Event
	for name, test := range map[string]struct {
		calendar icalendar.Calendar
		says     string
	}{
		"no stamp":           {with(func(c *icalendar.Calendar) { c.Stamp = time.Time{} }), "Stamp"},
		"stamp too late":     {with(func(c *icalendar.Calendar) { c.Stamp = stamp.AddDate(9000, 0, 0) }), "Stamp"},
		"no ID":              {with(func(c *icalendar.Calendar) { c.ID = "\x01" }), "ID"},
		"name not UTF-8":     {with(func(c *icalendar.Calendar) { c.Name = "\xff" }), "UTF-8"},
		"same UID":           {with(func(c *icalendar.Calendar) { c.Events[2].UID = c.Events[0].UID }), `event 3 ("csp11-r1@attwork.example"): another event has this UID`},
		"too many events":    {with(func(c *icalendar.Calendar) { c.Events = make([]event, icalendar.MaxEvents+1) }), "20001 events"},
		"no UID":             {sitting(func(e *event) { e.UID = "" }), `event 1 (""): expected a UID`},
		"UID with control":   {sitting(func(e *event) { e.UID = "a\x00" }), "expected a UID"},
		"UID with spaces":    {sitting(func(e *event) { e.UID = " a" }), "expected a UID"},
		"UID not UTF-8":      {sitting(func(e *event) { e.UID = "\xc3" }), "expected"},
		"negative sequence":  {sitting(func(e *event) { e.Sequence = -1 }), "sequence"},
		"large sequence":     {sitting(func(e *event) { e.Sequence = 1 << 31 }), "sequence"},
		"status":             {sitting(func(e *event) { e.Status = "CONFIRMED" }), "status"},
		"relative URL":       {sitting(func(e *event) { e.URL = "/a" }), "address"},
		"script as URL":      {sitting(func(e *event) { e.URL = "javascript:alert(1)" }), "address"},
		"URL with line end":  {sitting(func(e *event) { e.URL = "https://a.example/\r\nSUMMARY:x" }), "address"},
		"recurs":             {sitting(func(e *event) { e.Recurs = true }), "series"},
		"categories":         {sitting(func(e *event) { e.Categories = make([]string, 65) }), "64 categories"},
		"summary not UTF-8":  {sitting(func(e *event) { e.Summary = "a\xff" }), "UTF-8"},
		"category not UTF-8": {sitting(func(e *event) { e.Categories = []string{"\xff"} }), "UTF-8"},
		"first unknown":      {sitting(func(e *event) { e.First = att.Date{} }), "unknown"},
		"last unknown":       {sitting(func(e *event) { e.Last = att.Date{} }), "unknown"},
		"start unknown":      {sitting(func(e *event) { e.Start = att.Clock{} }), "unknown"},
		"end unknown":        {sitting(func(e *event) { e.End = att.Clock{} }), "unknown"},
		"last before first":  {days(func(e *event) { e.Last = att.MustDate("2025-02-24") }), "ends on 2025-02-24, before it starts on 2025-02-25"},
		"end before start":   {sitting(func(e *event) { e.End = att.MustClock("09:59") }), "ends at 09:59, before it starts at 10:00"},
		"days with hours":    {days(func(e *event) { e.Start = att.MustClock("10:00") }), "hours"},
		"days with zone":     {days(func(e *event) { e.Zone = "UTC" }), "zone"},
		"last day of all":    {days(func(e *event) { e.Last = att.MustDate("9999-12-31") }), "9999-12-31"},
		"no zone":            {sitting(func(e *event) { e.Zone = "" }), "expected the zone"},
		"another zone":       {sitting(func(e *event) { e.Zone = "Asia/Tokyo" }), `found "Asia/Tokyo"`},
		"before the rules":   {sitting(func(e *event) { e.First = att.MustDate("1995-12-31") }), "1996"},
		"after the rules":    {sitting(func(e *event) { e.Last = att.MustDate("2100-01-01") }), "2099"},
		"too large a file":   {sitting(func(e *event) { e.Description = strings.Repeat("a", icalendar.MaxBytes) }), "8 MiB"},
	} {
		t.Run(name, func(t *testing.T) {
			var file bytes.Buffer
			assert.ErrorContains(t, icalendar.Write(&file, test.calendar), test.says)
			assert.Empty(t, file.Bytes(), "nothing is written")
		})
	}
}

func TestWriteFailing(t *testing.T) {
	reader, writer := io.Pipe()
	broken := errors.New("the disk is full")
	require.NoError(t, reader.CloseWithError(broken))
	assert.ErrorIs(t, icalendar.Write(writer, small()), broken)
}

// TestFold puts runes of each length at each offset of the first three lines.
func TestFold(t *testing.T) {
	for _, r := range []string{"é", "ا", "文", "👍", "\U0001F468\u200D\U0001F469", "\\", ",", "\n"} {
		for offset := range 240 {
			e := allDay("a", "2025-02-24", "2025-02-24")
			e.Summary = strings.Repeat("a", offset) + r + strings.Repeat(r, 30) + "z"
			file := write(t, calendar(e))
			requireFolded(t, file)
			c, _ := read(t, file)
			require.Equal(t, e.Summary, c.Events[0].Summary)
		}
	}
}

func TestFoldUsesTheWholeLine(t *testing.T) {
	e := allDay("a", "2025-02-24", "2025-02-24")
	e.Summary = strings.Repeat("a", 75-len("SUMMARY:"))
	assert.Contains(t, write(t, calendar(e)), "\r\nSUMMARY:"+e.Summary+"\r\nTRANSP")
	e.Summary += "b" + strings.Repeat("c", 73) + "d"
	assert.Contains(t, write(t, calendar(e)), "a\r\n b"+strings.Repeat("c", 73)+"\r\n d\r\n")
}

// requireFolded holds the file against section 3.1.
func requireFolded(t *testing.T, file string) {
	t.Helper()
	require.True(t, strings.HasSuffix(file, "\r\n"))
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		require.LessOrEqual(t, len(line), 75)
		require.NotEmpty(t, line)
		require.NotContains(t, line, "\n")
		require.NotContains(t, line, "\r")
		require.True(t, validUTF8(line), "a rune is cut: %q", line)
	}
}

func validUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }
