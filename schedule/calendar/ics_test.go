package calendar_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

// ics wraps events, each a list of lines, in a calendar file.
func ics(events ...string) string {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n")
	for _, e := range events {
		b.WriteString("BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\n" + e + "\nEND:VEVENT\n")
	}
	return strings.ReplaceAll(b.String()+"END:VCALENDAR\n", "\n", "\r\n")
}

func readICS(t *testing.T, events ...string) (calendar.Calendar, []string) {
	t.Helper()
	cal, notes, err := calendar.ReadICS("own.ics", strings.NewReader(ics(events...)))
	require.NoError(t, err)
	return cal, notes
}

func TestReadICS(t *testing.T) {
	cal, notes := readICS(t,
		"UID:cd-2026-part-3\nDTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260919\nSUMMARY:Conference on Disarmament\\, part 3\nCATEGORIES:Meetings,CD\nLOCATION:Geneva\nSTATUS:CONFIRMED",
		"UID:abc@example.org\nDTSTART:20260810T080000Z\nDTEND:20260812T000000Z\nSUMMARY:Retreat\nLOCATION:Hotel X\\, CH-1201 Genève 20\\, Switzerland\nDESCRIPTION:two\\nlines\nURL:https://x.example/a\nSTATUS:TENTATIVE",
	)
	assert.Empty(t, notes)
	d := att.MustDate
	events := all(cal)
	require.Len(t, events, 2)
	assert.Regexp(t, "^ics-[0-9a-f]{16}$", events[1].ID)
	events[1].ID = ""
	assert.Equal(t, []calendar.Event{
		{ID: "cd-2026-part-3", Name: "Conference on Disarmament, part 3", Start: d("2026-08-03"), End: d("2026-09-18"), Place: "Geneva", Category: calendar.ConferenceOnDisarmament, Source: "own.ics"},
		{Name: "Retreat", Start: d("2026-08-10"), End: d("2026-08-11"), Place: "Geneva", Category: calendar.Other, Note: "Hotel X, CH-1201 Genève 20, Switzerland. two lines", Source: "own.ics, https://x.example/a", Confidence: att.Unknown},
	}, events)
	moved, ok := calendar.Embedded().With(cal).Event("cd-2026-part-3")
	assert.True(t, ok)
	assert.Equal(t, d("2026-08-03"), moved.Start, "a file can replace an embedded event")
}

func TestICSPlaces(t *testing.T) {
	for location, want := range map[string]string{
		"":                                    "",
		"Vienna":                              "Vienna",
		"Room XX\\, Palais\\, 1211 Geneva 10": "Geneva",
		"Palais des Nations\\nGENEVA":         "Geneva",
		"?":                                   "",
		"a\\n b":                              "a b",
		"Genf":                                "Geneva",
		"Lake Geneva\\, Wisconsin":            "Lake Geneva, Wisconsin",
		"Geneva Street 5\\, Paris":            "Geneva Street 5, Paris",
		strings.Repeat("x", 150):              strings.Repeat("x", 99) + "…",
	} {
		cal, _ := readICS(t, "UID:a\nDTSTART;VALUE=DATE:20260803\nSUMMARY:X\nLOCATION:"+location)
		require.Equal(t, 1, cal.Len())
		assert.Equal(t, want, all(cal)[0].Place)
	}
}

// TestICSLeavesOut says what it did not use.
func TestICSLeavesOut(t *testing.T) {
	const same = "UID:same\nDTSTART;VALUE=DATE:20260804\nSUMMARY:Same"
	cal, notes := readICS(t,
		"UID:gone\nDTSTART;VALUE=DATE:20260803\nSUMMARY:Gone\nSTATUS:CANCELLED",
		"UID:old\nDTSTART;VALUE=DATE:18480803\nSUMMARY:Old",
		"UID:series\nDTSTART;VALUE=DATE:20260803\nSUMMARY:Weekly\nRRULE:FREQ=WEEKLY",
		same, same,
		"UID:same\nDTSTART;VALUE=DATE:20260805\nSUMMARY:Same",
		"DTSTART;VALUE=DATE:20260806\nSUMMARY:Nameless",
		"DTSTART;VALUE=DATE:20260807",
		"UID:long\nDTSTART;VALUE=DATE:20260808\nSUMMARY:"+strings.Repeat("é", 600),
	)
	var names []string
	for e := range cal.Events() {
		names = append(names, e.Start.String()+" "+e.Name)
		assert.True(t, att.ValidID(e.ID), e.ID)
	}
	assert.Equal(t, []string{
		"2026-08-03 Weekly", "2026-08-04 Same", "2026-08-05 Same", "2026-08-06 Nameless", "2026-08-07 (no name)",
		"2026-08-08 " + strings.Repeat("é", 499) + "…",
	}, names)
	text := strings.Join(notes, "\n")
	for _, want := range []string{
		`own.ics:4:1: the event "Gone" is cancelled and left out`,
		`own.ics:11:1: the event "Old" is left out: expected a day from 1900 to 2200, found 1848-08-03`,
		`own.ics:30:1: the event "Same" stands in the file twice and counts once`,
		"only its first time is read",
	} {
		assert.Contains(t, text, want)
	}
	_, ok := cal.Event("nameless-2026-08-06")
	assert.True(t, ok)
}

func TestICSFaults(t *testing.T) {
	cal, notes, err := calendar.ReadICS("own.ics", strings.NewReader("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
	var input *att.InputError
	require.ErrorAs(t, err, &input)
	assert.Equal(t, "own.ics", input.Name)
	assert.Positive(t, input.Line)
	assert.Zero(t, cal.Len())
	assert.Nil(t, notes)
}

// TestICSManyNotes keeps the notes of a hostile file short.
func TestICSManyNotes(t *testing.T) {
	var events []string
	for i := range 1000 {
		events = append(events, fmt.Sprintf("UID:e%d\nDTSTART;VALUE=DATE:20260803\nSUMMARY:X\nSTATUS:CANCELLED", i))
	}
	cal, notes := readICS(t, events...)
	assert.Zero(t, cal.Len())
	assert.Len(t, notes, 201)
	assert.Equal(t, "own.ics: and 800 more", notes[200])
}

// TestICSOrder gives the same calendar for every order of the events.
func TestICSOrder(t *testing.T) {
	events := []string{
		"UID:same\nDTSTART;VALUE=DATE:20260804\nSUMMARY:A", "UID:same\nDTSTART;VALUE=DATE:20260804\nSUMMARY:B",
		"UID:other\nDTSTART;VALUE=DATE:20260804\nSUMMARY:C", "DTSTART;VALUE=DATE:20260804\nSUMMARY:D", "DTSTART;VALUE=DATE:20260804\nSUMMARY:D\nLOCATION:Bern",
	}
	want, _ := readICS(t, events...)
	assert.Equal(t, 5, want.Len())
	slices.Reverse(events)
	got, _ := readICS(t, events...)
	assert.Equal(t, want, got)
}

// FuzzReadICS looks for files that panic, or give events that are not well formed.
func FuzzReadICS(f *testing.F) {
	f.Add(ics("UID:a\nDTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260919\nSUMMARY:X\nCATEGORIES:npt\nLOCATION:CICG\\, Geneva"))
	f.Add(ics("UID:a@b\nDTSTART;TZID=Europe/Zurich:20260803T100000\nDURATION:PT3H\nSTATUS:TENTATIVE", "UID:a@b\nDTSTART:20260803T220000Z\nDTEND:20260804T000000Z\nRRULE:FREQ=DAILY\nURL:https://x.example"))
	f.Add("\ufeffBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\\nb\n  c\nDTSTART:18480101\nEND:VEVENT\nEND:VCALENDAR")
	f.Fuzz(func(t *testing.T, in string) {
		cal, notes, err := calendar.ReadICS("own.ics", strings.NewReader(in))
		if err != nil {
			var input *att.InputError
			require.ErrorAs(t, err, &input)
			require.Zero(t, cal.Len())
			require.Nil(t, notes)
			return
		}
		require.LessOrEqual(t, len(notes), 320)
		made, err := calendar.New(all(cal)...)
		require.NoError(t, err, "what is read is well formed")
		require.Equal(t, cal, made)
		again, err := readCSV(writeCSV(cal))
		require.NoError(t, err)
		require.Equal(t, cal, again)
	})
}

// TestICSDays takes the days of hours: an end at midnight is that of the day before, any other is not.
func TestICSDays(t *testing.T) {
	for hours, want := range map[string]string{
		"DTSTART:20260810T080000Z\nDTEND:20260812T170000Z":             "2026-08-10 2026-08-12",
		"DTSTART:20260810T080000Z\nDTEND:20260812T000000Z":             "2026-08-10 2026-08-11",
		"DTSTART:20260810T000000Z\nDTEND:20260810T000000Z":             "2026-08-10 2026-08-10",
		"DTSTART:20260810T000000Z\nDTEND:20260810T170000Z":             "2026-08-10 2026-08-10",
		"DTSTART:20260810T000000Z":                                     "2026-08-10 2026-08-10",
		"DTSTART;VALUE=DATE:20260810\nDTEND;VALUE=DATE:20260812":       "2026-08-10 2026-08-11",
		"DTSTART;VALUE=DATE:20260810":                                  "2026-08-10 2026-08-10",
		"DTSTART;TZID=Europe/Zurich:20260810T230000\nDURATION:PT1H":    "2026-08-10 2026-08-10",
		"DTSTART;TZID=Europe/Zurich:20260810T230000\nDURATION:PT1H30M": "2026-08-10 2026-08-11",
	} {
		cal, _ := readICS(t, "UID:a\nSUMMARY:"+strings.Repeat("x", 500)+"\n"+hours)
		require.Equal(t, 1, cal.Len())
		e := all(cal)[0]
		assert.Equal(t, want, e.Start.String()+" "+e.End.String(), hours)
		assert.Len(t, e.Name, 500)
	}
}
