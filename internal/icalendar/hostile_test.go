package icalendar_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/internal/icalendar"
)

// TestReadHostile reads files made to take time or memory. Each is refused, or read, in a moment.
func TestReadHostile(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, (icalendar.MaxBytes-200)/len(s)) }
	const start = "BEGIN:VCALENDAR\n"
	events := strings.Repeat("BEGIN:VEVENT\nDTSTART:20250224\nEND:VEVENT\n", icalendar.MaxEvents)
	for name, test := range map[string]struct{ file, says string }{
		"three million BEGIN":    {strings.Repeat("BEGIN:X\r\n", 3_000_000), "larger than 8 MiB"},
		"8 MiB of BEGIN":         {start + fill("BEGIN:X\n"), "5:1: \"X\" is component 5 inside another"},
		"8 MiB in one line":      {fill("A"), "1:1: expected BEGIN:VCALENDAR"},
		"8 MiB without colon":    {start + fill("A"), "2:1: expected a line of the form NAME:VALUE"},
		"a text of 8 MiB":        {file("DTSTART:20250224", "SUMMARY:"+fill("A")), ""},
		"8 MiB of escapes":       {file("DTSTART:20250224", "SUMMARY:"+fill(`\n`)), ""},
		"8 MiB of commas":        {file("DTSTART:20250224", "CATEGORIES:"+fill(",")), ""},
		"8 MiB of categories":    {file("DTSTART:20250224", "CATEGORIES:"+fill("a,")), ""},
		"8 MiB of parameters":    {file("DTSTART" + fill(";A=b") + ":20250224"), ""},
		"8 MiB of values":        {file("DTSTART;TZID=" + fill("b,") + ":20250224"), ""},
		"8 MiB of quotations":    {file("DTSTART;TZID=" + fill(`"",`) + ":20250224"), ""},
		"8 MiB of zone":          {file("DTSTART;TZID=" + fill("z") + ":20250224T100000"), "5:1: the zone \"zzzzzzzzz"},
		"8 MiB of digits":        {file("DTSTART:" + fill("1")), "5:9: expected a day and hour"},
		"8 MiB of duration":      {file("DTSTART:20250224", "DURATION:P"+fill("1W")), "6:10: expected a duration"},
		"8 MiB of line ends":     {start + fill("\n") + "END:VCALENDAR", ""},
		"8 MiB of folds":         {start + "SUMMARY:" + fill("\n ") + "\nEND:VCALENDAR", ""},
		"8 MiB of short lines":   {start + fill("A:\n"), "400001:1: a calendar of more than 400000 lines"},
		"8 MiB of definitions":   {start + "BEGIN:VTIMEZONE\n" + fill("TZID:"+strings.Repeat("0123456789", 4)+"\n"), "the file ends within VTIMEZONE"},
		"8 MiB of second texts":  {file("DTSTART:20250224", fill("SUMMARY:012345678901234\n")), ""},
		"a name of 8 MiB":        {start + "BEGIN:" + fill("x"), "the file ends within \"XXXXXXXX"},
		"an event in 4 MiB":      {start + "BEGIN:" + strings.Repeat("x", 4<<20) + "\nBEGIN:VEVENT", "VEVENT begins within \"XXXXXXXX"},
		"an END of 4 MiB":        {start + "END:" + strings.Repeat("x", 4<<20), "expected END:VCALENDAR"},
		"a component of 4 MiB":   {start + "BEGIN:A\nBEGIN:B\nBEGIN:C\nBEGIN:" + strings.Repeat("x", 4<<20), "component 5 inside another"},
		"8 MiB of NUL":           {fill("\x00"), "1:1: a byte that no text has (0)"},
		"8 MiB of half runes":    {start + "X:" + fill("\xff"), "2:3: a byte that is not UTF-8"},
		"a fault behind 8 MiB":   {start + "DTSTART:" + fill("\n ") + "\x00", "a byte that no text has (0)"},
		"just enough events":     {start + events + "END:VCALENDAR", ""},
		"one event too many":     {start + events + "BEGIN:VEVENT\n", "60002:1: more than 20000 events"},
		"8 MiB of half a member": {file("DTSTART" + fill(";A=") + `":`), "expected a second quotation mark"},
	} {
		t.Run(name, func(t *testing.T) { // what is quadratic would run into the time limit of the tests
			_, notes, err := icalendar.Read("test.ics", strings.NewReader(test.file))
			assert.LessOrEqual(t, len(notes), icalendar.MaxNotes+1)
			for _, n := range notes {
				assert.Less(t, len(n.Message.String()), 400)
			}
			if test.says == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, test.says)
			assert.Less(t, len(err.Error()), 600)
		})
	}
}

// TestReadManyZones uses as many zones as there can be events.
func TestReadManyZones(t *testing.T) {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\n")
	for i := range icalendar.MaxEvents {
		fmt.Fprintf(&b, "BEGIN:VTIMEZONE\nTZID:z%d\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:%d\nDTSTART;TZID=z%d:20250224T100000\nEND:VEVENT\n", i, i, i)
	}
	b.WriteString("END:VCALENDAR\n")
	c, notes := read(t, b.String())
	assert.Len(t, c.Events, icalendar.MaxEvents)
	assert.Len(t, notes, icalendar.MaxNotes+1)
}

// FuzzRead asks of any bytes: no panic, bounded answers, an error with its place, and that what was
// read can be written and read again.
func FuzzRead(f *testing.F) {
	f.Add(smallFile)
	f.Add(strings.ReplaceAll(smallFile, "\r\n", "\n"))
	f.Add("\ufeff" + strings.ReplaceAll(smallFile, "\r\n", "\r"))
	f.Add(file(`DTSTART;X="a:;",b;TZID="America/New_York":20250224T100000`, "DURATION:P1WT2H3M4S", `SUMMARY:a\,\n\\`, "RRULE:FREQ=DAILY", "CATEGORIES:a,b\\,c,"))
	f.Add(file("DTSTART:20250224", "DTEND:20250224", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM", "URL:https://a.example/", "STATUS:x", "DTSTAMP:y"))
	f.Add(file("DTSTART:20250224T100000", "RECURRENCE-ID:x", "SUMMARY:a\r\n b\r\n \xc3\r\n \xa9"))
	f.Add("BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=x:20250224T100001\nEND:VEVENT\nEND:VCALENDAR")
	f.Add("BEGIN:A\nBEGIN:B\nBEGIN:C\n\x00\xff")
	f.Fuzz(func(t *testing.T, data string) {
		c, notes, err := icalendar.Read("fuzz.ics", strings.NewReader(data))
		require.LessOrEqual(t, len(notes), icalendar.MaxNotes+1)
		for _, n := range notes {
			requirePlaced(t, data, n.Position)
			require.Less(t, len(n.Message.String()), 400)
		}
		if err != nil {
			fault, ok := errors.AsType[*att.InputError](err)
			require.True(t, ok)
			require.NotEmpty(t, fault.Expected)
			require.Less(t, len(err.Error()), 600)
			require.True(t, validUTF8(err.Error()))
			requirePlaced(t, data, fault.Position)
			return
		}
		requireWritable(t, c)
	})
}

// requirePlaced asks that the place is one of the file.
func requirePlaced(t *testing.T, data string, p att.Position) {
	t.Helper()
	require.Equal(t, "fuzz.ics", p.Name)
	if p.Line == 0 {
		require.Zero(t, p.Column)
		return
	}
	lines := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(data), "\n") + 1
	require.GreaterOrEqual(t, p.Line, 1)
	require.LessOrEqual(t, p.Line, lines)
	require.GreaterOrEqual(t, p.Column, 1)
	require.LessOrEqual(t, p.Column, len(data)+1)
}

// requireWritable makes of a calendar that was read one that can be written, and asks that it comes
// back as it was.
func requireWritable(t *testing.T, c icalendar.Calendar) {
	t.Helper()
	c.Stamp = stamp
	if strings.TrimSpace(c.ID) == "" {
		c.ID = "x"
	}
	var own []icalendar.Event
	for i, e := range withoutLines(c.Events) {
		e.UID = fmt.Sprintf("%d%s", i, e.UID)
		e.Recurs = false
		if !e.AllDay && e.Zone != icalendar.UTC {
			e.Zone = icalendar.UTC
		}
		own = append(own, e)
	}
	c.Events = own
	written := write(t, c)
	requireFolded(t, written)
	again, notes := read(t, written)
	require.Empty(t, notes)
	if len(own) == 0 {
		again.Stamp = stamp // no event, no stamp
	} else {
		again.Events = withoutLines(again.Events)
	}
	require.Equal(t, c, again)
}

// FuzzRoundTrip writes any event that can be written, and reads it again.
func FuzzRoundTrip(f *testing.F) {
	f.Add("a@b", "summary; a, b\\", "line\nline", "Geneva", "a|b,c", "https://a.example/?b=c;d,e", 1, uint16(1), 735000, 4, 600, 780, uint8(1))
	f.Add("b", strings.Repeat("文件👍", 60), "", "", "", "", 0, uint16(0), 735000, 0, 0, 0, uint8(0))
	f.Add("c", " \t x", `\n\N\,`, ":\"", "|", "", 0, uint16(3), 735000, 0, 600, 600, uint8(2))
	f.Fuzz(func(t *testing.T, uid, summary, description, location, categories, url string, sequence int, status uint16, days, length, start, end int, kind uint8) {
		first := att.MustDate("0001-01-01").AddDays(days)
		e := icalendar.Event{
			UID: uid, Summary: summary, Description: description, Location: location, URL: url, Sequence: sequence,
			Status: []icalendar.Status{"", icalendar.Tentative, icalendar.Confirmed, icalendar.Cancelled}[status%4],
			First:  first, Last: first.AddDays(length), AllDay: kind%3 == 0,
		}
		if categories != "" {
			e.Categories = strings.Split(categories, "|")
		}
		if !e.AllDay {
			e.Start, _ = att.NewClock(start/60, start%60)
			e.End, _ = att.NewClock(end/60, end%60)
			e.Zone = []string{icalendar.Zurich, icalendar.UTC}[kind%2]
		}
		var out strings.Builder
		if err := icalendar.Write(&out, calendar(e)); err != nil {
			require.Empty(t, out.String())
			return
		}
		requireFolded(t, out.String())
		c, notes := read(t, out.String())
		require.Empty(t, notes)
		require.Len(t, c.Events, 1)
		e.Summary, e.Description, e.Location = tame(summary), tame(description), tame(location)
		var kept []string
		for _, c := range e.Categories {
			if c = strings.TrimSpace(tame(c)); c != "" {
				kept = append(kept, c)
			}
		}
		e.Categories = kept
		require.Equal(t, []icalendar.Event{e}, withoutLines(c.Events))
	})
}

// tame says again what may become of a text: no controls, one sort of line end.
func tame(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	var kept []rune
	for _, r := range s {
		if r == '\n' || r == '\t' || r >= 0x20 && r != 0x7f {
			kept = append(kept, r)
		}
	}
	return string(kept)
}
