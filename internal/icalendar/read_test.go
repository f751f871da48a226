package icalendar_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/internal/icalendar"
)

// file puts the lines of one event into a file; the event begins in line 3.
func file(lines ...string) string {
	all := append([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a"}, lines...)
	return strings.Join(append(all, "END:VEVENT", "END:VCALENDAR", ""), "\r\n")
}

// keys returns what the notes are about, with their lines.
func keys(notes []icalendar.Note) []string {
	var list []string
	for _, n := range notes {
		list = append(list, strings.TrimPrefix(n.Message.Key, "icalendar/")+" "+n.String())
	}
	return list
}

func TestReadTimes(t *testing.T) {
	for name, test := range map[string]struct {
		lines            []string
		first, last      string
		start, end, zone string // empty: whole days
		notes            []string
		recurs           bool
	}{
		"days":                      {lines: []string{"DTSTART;VALUE=DATE:20250224", "DTEND;VALUE=DATE:20250301"}, first: "2025-02-24", last: "2025-02-28"},
		"one day, no end":           {lines: []string{"DTSTART;VALUE=DATE:20250224"}, first: "2025-02-24", last: "2025-02-24"},
		"one day, end on it":        {lines: []string{"DTSTART;VALUE=DATE:20250224", "DTEND;VALUE=DATE:20250224"}, first: "2025-02-24", last: "2025-02-24", notes: []string{"one-day test.ics:3:1"}},
		"days without VALUE":        {lines: []string{"DTSTART:20250224", "DTEND:20250226"}, first: "2025-02-24", last: "2025-02-25"},
		"days, duration":            {lines: []string{"DTSTART;VALUE=DATE:20250224", "DURATION:P1W"}, first: "2025-02-24", last: "2025-03-02"},
		"days, duration in hours":   {lines: []string{"DTSTART;VALUE=DATE:20250224", "DURATION:PT48H"}, first: "2025-02-24", last: "2025-02-25"},
		"end before start in lines": {lines: []string{"DTEND:20250226", "DTSTART:20250224"}, first: "2025-02-24", last: "2025-02-25"},
		"a zone of days":            {lines: []string{"DTSTART;TZID=Nowhere;VALUE=DATE:20250224"}, first: "2025-02-24", last: "2025-02-24"},
		"Zurich":                    {lines: []string{"DTSTART;TZID=Europe/Zurich:20250225T100000", "DTEND;TZID=Europe/Zurich:20250225T130000"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "13:00", zone: "Europe/Zurich"},
		"another zone, in quotes":   {lines: []string{`DTSTART;X-A=1,"2:;,";TZID="America/New_York";VALUE=DATE-TIME:20250225T230000`, "DURATION:PT2H"}, first: "2025-02-25", last: "2025-02-26", start: "23:00", end: "01:00", zone: "America/New_York"},
		"UTC keeps its day":         {lines: []string{"DTSTART:20250225T233000Z", "DTEND:20250226T003000Z"}, first: "2025-02-25", last: "2025-02-26", start: "23:30", end: "00:30", zone: "UTC"},
		"UTC beats a zone":          {lines: []string{"DTSTART;TZID=Nowhere:20250225T233000Z"}, first: "2025-02-25", last: "2025-02-25", start: "23:30", end: "23:30", zone: "UTC"},
		"no end":                    {lines: []string{"DTSTART:20250225T100000Z"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "10:00", zone: "UTC"},
		"end at its start":          {lines: []string{"DTSTART:20250225T100000Z", "DTEND:20250225T100000Z"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "10:00", zone: "UTC"},
		"no zone":                   {lines: []string{"DTSTART:20250225T100000"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "10:00", notes: []string{"no-zone test.ics:5:1"}},
		"seconds":                   {lines: []string{"DTSTART:20250225T000030Z", "DURATION:PT23H59M29S"}, first: "2025-02-25", last: "2025-02-25", start: "00:00", end: "23:59", zone: "UTC", notes: []string{"seconds test.ics:3:1"}},
		"leap second":               {lines: []string{"DTSTART:20161231T235960Z"}, first: "2016-12-31", last: "2016-12-31", start: "23:59", end: "23:59", zone: "UTC", notes: []string{"seconds test.ics:3:1"}},
		"every unit":                {lines: []string{"DTSTART:20250225T000000Z", "DURATION:+P1W1DT1H1M60S"}, first: "2025-02-25", last: "2025-03-05", start: "00:00", end: "01:02", zone: "UTC"},
		"recurs":                    {lines: []string{"RRULE:FREQ=SECONDLY", "DTSTART:20250225T100000Z"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "10:00", zone: "UTC", recurs: true, notes: []string{"recurs test.ics:5:1"}},
		"more dates":                {lines: []string{"RDATE:20250226T100000Z", "RDATE:20250227T100000Z", "DTSTART:20250225T100000Z"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "10:00", zone: "UTC", recurs: true, notes: []string{"recurs test.ics:5:1"}},
		"instance":                  {lines: []string{"RECURRENCE-ID:20250226T100000Z", "DTSTART:20250225T100000Z"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "10:00", zone: "UTC", recurs: true, notes: []string{"instance test.ics:5:1"}},
		"small letters":             {lines: []string{"dtstart;tzid=Europe/Zurich;value=date-time:20250225T100000"}, first: "2025-02-25", last: "2025-02-25", start: "10:00", end: "10:00", zone: "Europe/Zurich"},
		"the last day that can be":  {lines: []string{"DTSTART:99991230"}, first: "9999-12-30", last: "9999-12-30"},
	} {
		t.Run(name, func(t *testing.T) {
			c, notes := read(t, file(test.lines...))
			want := icalendar.Event{
				UID: "a", Line: 3, AllDay: test.start == "", Zone: test.zone, Recurs: test.recurs,
				First: att.MustDate(test.first), Last: att.MustDate(test.last),
			}
			if test.start != "" {
				want.Start, want.End = att.MustClock(test.start), att.MustClock(test.end)
			}
			assert.Equal(t, []icalendar.Event{want}, c.Events)
			assert.Equal(t, test.notes, keys(notes))
		})
	}
}

func TestReadTexts(t *testing.T) {
	c, notes := read(t, file("DTSTART:20250224",
		`SUMMARY;LANGUAGE=en;ALTREP="http://a.example/x:y;z":a\, b\; c\\n\n\Nd C:\path \`,
		"SUMMARY:second",
		"DESCRIPTION:a\tb\x01",
		"LOCATION:",
		"CATEGORIES:a\\,b, c ,,d\\\\", "CATEGORIES:e\\",
		"URL:javascript:alert(1)",
		"STATUS:NEEDS-ACTION",
		"SEQUENCE: 7",
		"DTSTAMP:yesterday",
		"X-ANYTHING;=;;:x", "ATTENDEE;CN=\"half:mailto:a@a.example", "BEGIN:VALARM", "DTSTART:nonsense", "END:VALARM",
	))
	e := c.Events[0]
	assert.Equal(t, "a, b; c\\n\n\nd C:\\path \\", e.Summary)
	assert.Equal(t, "a\tb", e.Description)
	assert.Equal(t, []string{"a,b", "c", `d\`, `e\`}, e.Categories)
	assert.Equal(t, 7, e.Sequence)
	assert.Empty(t, e.Location+e.URL+string(e.Status))
	assert.True(t, c.Stamp.IsZero())
	assert.Equal(t, []string{"second test.ics:7:1", "url test.ics:12:1", "status test.ics:13:1", "stamp test.ics:15:1"}, keys(notes))
	assert.Equal(t, "javascript:alert(1) is no address of the web and is not used.", notes[1].Message.String())
}

// TestReadLineEnds reads the same calendar as other programs hand it on.
func TestReadLineEnds(t *testing.T) {
	c := small()
	c.Events[0].Summary = strings.Repeat("文件", 100)
	proper := write(t, c)
	runes := strings.NewReplacer("文", "\xe6\r\n \x96\x87") // a program that folds by bytes
	for name, file := range map[string]string{
		"CRLF":               proper,
		"LF":                 strings.ReplaceAll(proper, "\r\n", "\n"),
		"CR":                 strings.ReplaceAll(proper, "\r\n", "\r"),
		"CR CR LF":           strings.ReplaceAll(proper, "\r\n", "\r\r\n"),
		"folded by tabs":     strings.ReplaceAll(proper, "\r\n ", "\r\n\t"),
		"byte order mark":    "\ufeff" + proper,
		"empty lines":        "\n\n" + strings.ReplaceAll(proper, "\r\n", "\r\n\r\n") + "\n",
		"no end of the last": strings.TrimRight(proper, "\r\n"),
		"runes cut":          runes.Replace(strings.ReplaceAll(proper, "\r\n ", "")),
	} {
		t.Run(name, func(t *testing.T) {
			got, notes := read(t, file)
			assert.Empty(t, notes)
			got.Events = withoutLines(got.Events)
			assert.Equal(t, c, got)
		})
	}
}

func TestReadZones(t *testing.T) {
	const event = "BEGIN:VEVENT\nDTSTART;TZID=%:20250225T100000\nUID:u\nEND:VEVENT\n"
	const definition = "BEGIN:VTIMEZONE\nTZID:%\nBEGIN:STANDARD\nTZID:Elsewhere\nEND:STANDARD\nEND:VTIMEZONE\n"
	in := func(body, zone string) string {
		return "BEGIN:VCALENDAR\n" + strings.ReplaceAll(body, "%", zone) + "END:VCALENDAR\n"
	}
	for name, body := range map[string]string{"defined before": definition + event, "defined behind": event + definition} {
		t.Run(name, func(t *testing.T) {
			c, notes := read(t, in(body, "W. Europe Standard Time"))
			assert.Equal(t, "W. Europe Standard Time", c.Events[0].Zone)
			require.Len(t, notes, 1)
			assert.Equal(t, "icalendar/zone", notes[0].Message.Key)
		})
	}
	_, notes := read(t, in(definition+event, "Europe/Zurich"))
	assert.Empty(t, notes, "a known name is a known name")
	for _, zone := range []string{"W. Europe Standard Time", "Elsewhere", "europe/zurich", "Europe/Geneva"} {
		_, _, err := icalendar.Read("test.ics", strings.NewReader(in(strings.Replace(definition, "%", "Another", 1)+event, zone)))
		assert.EqualError(t, err, `test.ics:9:1: the zone "`+zone+`" is not defined: expected a VTIMEZONE with this TZID in the file, or a name such as Europe/Zurich`)
	}
}

func TestReadSeveral(t *testing.T) {
	one := strings.Replace(file("DTSTART:20250224"), "VERSION:2.0", "METHOD:REQUEST\nPRODID:one\nX-WR-CALNAME:x\nNAME:first", 1)
	two := strings.Replace(file("DTSTART:20250225"), "VERSION:2.0", "PRODID:two\nX-WR-CALNAME:second", 1)
	c, notes := read(t, one+two+strings.ReplaceAll(two, "VEVENT", "VTODO"))
	assert.Equal(t, "one", c.ID)
	assert.Equal(t, "first", c.Name)
	assert.Len(t, c.Events, 2)
	assert.Equal(t, []string{"method test.ics:2:1", "same-uid test.ics:14:1", "component test.ics:22:1"}, keys(notes))
	c, notes = read(t, file("DTSTART:20250224", "RRULE:FREQ=DAILY", "END:VEVENT", "BEGIN:VEVENT", "UID:a", "RECURRENCE-ID:20250225", "DTSTART:20250226"))
	assert.Len(t, c.Events, 2)
	assert.Equal(t, []string{"recurs test.ics:6:1", "instance test.ics:10:1"}, keys(notes), "a changed one of a series has its UID")
	again := strings.Repeat("BEGIN:VEVENT\nDTSTART:20250224\nEND:VEVENT\n", 200)
	c, notes = read(t, "BEGIN:VCALENDAR\n"+again+"END:VCALENDAR")
	assert.Len(t, c.Events, 200)
	require.Len(t, notes, icalendar.MaxNotes+1)
	assert.Equal(t, "There are 100 more notes.", notes[100].Message.String())
	assert.Equal(t, "test.ics", notes[100].String())
}

func TestReadStamp(t *testing.T) {
	c, _ := read(t, file("DTSTART:20250224", "DTSTAMP:20250115T093000Z"))
	assert.Equal(t, stamp, c.Stamp)
}

func TestReadRefuses(t *testing.T) {
	const start = "DTSTART:20250225T100000Z"
	for name, test := range map[string]struct{ file, says string }{
		"nothing":                {"", "1:1: the file is empty"},
		"empty lines":            {"\r\n\r\n", "3:1: the file is empty"},
		"a page":                 {"<!DOCTYPE html>\n", `1:1: expected BEGIN:VCALENDAR, with which a calendar file starts, found "<!DOCTYPE html>"`},
		"an address book":        {"BEGIN:VCARD\n", `1:1: expected BEGIN:VCALENDAR, with which a calendar file starts, found "BEGIN:VCARD"`},
		"a space first":          {" BEGIN:VCALENDAR\n", "1:1: expected BEGIN:VCALENDAR"},
		"UTF-16":                 {"\xff\xfeB\x00E\x00", "1:4: a byte that no text has (0)"},
		"something behind":       {file(start) + "BEGIN:VEVENT\n", "8:1: expected BEGIN:VCALENDAR"},
		"version 1.0":            {"BEGIN:VCALENDAR\nVERSION:1.0\n", "2:9: version 1.0 (vCalendar)"},
		"another calendar":       {"BEGIN:VCALENDAR\nCALSCALE:HIJRI\n", `2:10: expected the calendar GREGORIAN, found "HIJRI"`},
		"name without colon":     {"BEGIN:VCALENDAR\nPRODID;A=b\n", "2:1: expected a line of the form NAME:VALUE"},
		"missing END":            {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "4:1: the file ends within VEVENT, which begins in line 2; expected END:VEVENT"},
		"missing END of all":     {strings.TrimSuffix(file(start), "END:VCALENDAR\r\n"), "7:1: the file ends within VCALENDAR"},
		"another END":            {file("BEGIN:VALARM", start), "7:1: expected END:VALARM for the VALARM that begins in line 5, found END:VEVENT"},
		"event in event":         {file(start, "BEGIN:VEVENT"), "6:1: VEVENT begins within VEVENT of line 3; expected END:VEVENT before it"},
		"event in a zone":        {"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nBEGIN:VEVENT", "3:1: VEVENT begins within VTIMEZONE of line 2"},
		"calendar in calendar":   {"BEGIN:VCALENDAR\nBEGIN:VCALENDAR", "2:1: VCALENDAR begins within VCALENDAR of line 1"},
		"too deep":               {file("BEGIN:A", "BEGIN:B", "BEGIN:C"), `7:1: "C" is component 5 inside another; expected at most 4`},
		"a wild name":            {file("BEGIN:\u202eA", "BEGIN:B", "END:\u202eA"), `7:1: expected END:B for the B that begins in line 6, found END:"\u202eA"`},
		"no colon":               {file("DESCRIPTION:Dear all,", "please note"), `6:1: expected a line of the form NAME:VALUE, found "please note"`},
		"no start":               {file("SUMMARY:x"), "3:1: the event has no start; expected a DTSTART"},
		"parameter without =":    {file("DTSTART;VALUE:20250225"), "5:9: expected a parameter of the form NAME=VALUE"},
		"half a quotation":       {file(`DTSTART;TZID="Europe/Zurich:20250225T100000`), "5:14: expected a second quotation mark"},
		"quotation too early":    {file(`DTSTART;TZID=a"b":20250225T100000`), "5:15: expected a colon and the value of DTSTART"},
		"kind of value":          {file("DTSTART;VALUE=PERIOD:20250225"), `5:22: expected VALUE=DATE or VALUE=DATE-TIME, found "PERIOD"`},
		"no day":                 {file("DTSTART:20250229"), `5:9: expected a day and hour of the form 20250226T100000, or a day of the form 20250226, found "20250229"`},
		"an hour as day":         {file("DTSTART;VALUE=DATE:20250225T100000"), "5:20: expected a day of the form 20250226, found"},
		"a day as hour":          {file("DTSTART;VALUE=DATE-TIME:20250225"), "5:25: expected a day and hour"},
		"no hour":                {file("DTSTART:20250225T240000Z"), "5:9: expected a day and hour"},
		"no minute":              {file("DTSTART:20250225T106000Z"), "5:9: expected a day and hour"},
		"no second":              {file("DTSTART:20250225T100061Z"), "5:9: expected a day and hour"},
		"signs":                  {file("DTSTART:+2025225"), "5:9: expected a day and hour"},
		"the year 0":             {file("DTSTART:00000101"), "5:9: expected a day and hour"},
		"offset":                 {file("DTSTART:20250225T100000+0100"), "5:9: expected a day and hour"},
		"the last day of all":    {file("DTSTART:99991231"), "5:9: expected a day before 9999-12-31"},
		"two starts":             {file(start, start), "6:1: a second DTSTART in the event that begins in line 3; expected one"},
		"two UIDs":               {file("UID:b"), "5:1: a second UID"},
		"end before start":       {file(start, "DTEND:20250225T095959Z"), "6:7: the event ends before it starts (line 5); expected a later DTEND"},
		"last before first":      {file("DTSTART:20250225", "DTEND:20250224"), "6:7: the event ends before it starts (line 5)"},
		"a day as end":           {file(start, "DTEND;VALUE=DATE:20250226"), "6:18: expected DTEND to be a day if DTSTART (line 5) is one, and an hour if that is one"},
		"another zone":           {file(start, "DTEND;TZID=Europe/Zurich:20250225T120000"), `6:26: expected DTEND in the zone of DTSTART, "UTC", found "Europe/Zurich"`},
		"end and duration":       {file(start, "DTEND:20250225T110000Z", "DURATION:PT1H"), "7:1: the event has both DTEND and DURATION; expected one of them"},
		"negative duration":      {file(start, "DURATION:-PT1H"), `6:10: expected a duration such as P1D or PT3H, found "-PT1H"`},
		"no duration":            {file(start, "DURATION:P"), "6:10: expected a duration"},
		"half a duration":        {file(start, "DURATION:P1"), "6:10: expected a duration"},
		"duration upside down":   {file(start, "DURATION:PT1S1H"), "6:10: expected a duration"},
		"duration with two T":    {file(start, "DURATION:PT1HT1S"), "6:10: expected a duration"},
		"hours without T":        {file(start, "DURATION:P1H"), "6:10: expected a duration"},
		"duration without digit": {file(start, "DURATION:PTH"), "6:10: expected a duration"},
		"a long duration":        {file(start, "DURATION:P999999999W"), "6:10: expected a duration in whole days for whole days, and an end before the year 10000"},
		"a very long duration":   {file(start, "DURATION:P9999999999W"), "6:10: expected a duration such as"},
		"hours of a whole day":   {file("DTSTART:20250225", "DURATION:PT1H"), "6:10: expected a duration in whole days"},
		"sequence":               {file(start, "SEQUENCE:-1"), `6:10: expected a whole number as SEQUENCE, found "-1"`},
		"large sequence":         {file(start, "SEQUENCE:2147483648"), "6:10: expected a whole number"},
		"not UTF-8":              {file("SUMMARY:G\xe9neve"), "5:10: a byte that is not UTF-8"},
		"not UTF-8, folded":      {file("SUMMARY:G\r\n  \xe9neve"), "6:3: a byte that is not UTF-8"},
		"folded twice":           {file("X:G\r\n\r\n \r\n\t\x00neve"), "8:2: a byte that no text has (0)"},
	} {
		t.Run(name, func(t *testing.T) {
			c, notes, err := icalendar.Read("test.ics", strings.NewReader(test.file))
			var fault *att.InputError
			require.ErrorAs(t, err, &fault)
			assert.True(t, strings.HasPrefix(err.Error(), "test.ics:"+test.says), "%s", err)
			assert.Zero(t, c)
			assert.Empty(t, notes)
		})
	}
}

func TestReadFailing(t *testing.T) {
	broken := errors.New("the network is down")
	_, _, err := icalendar.Read("test.ics", io.MultiReader(strings.NewReader(file("DTSTART:20250225")), iotest.ErrReader(broken)))
	assert.ErrorIs(t, err, broken)
	assert.EqualError(t, err, "test.ics: cannot be read: the network is down")
}
