package icalendar_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/internal/icalendar"
)

// nasty has what breaks careless programs: each sort of text in each property that has one, and hours
// around the clock changes of the first, a present and the last year.
func nasty() icalendar.Calendar {
	c := small()
	for i, text := range []string{
		`a, b; c: "d" 'e' \ \n \, \; \\n`,
		"سياسة العمل: الفريق العامل، الاجتماع؛ البند ٦ و٧ من المعاهدة بشأن تجارة الأسلحة، جنيف، سويسرا",
		strings.Repeat("武器贸易条约工作方案", 20),
		strings.Repeat("👍🏽👨‍👩‍👧‍👦🇨🇭é", 15),
		strings.Repeat("x", 300),
		strings.Repeat("long words and ", 20) + "end",
		"line\nline\n\nline,\n;",
		"  spaces around  ",
		"\ttab\t",
		"direction \u202b mark \u200f",
		"=C3=A9 %C3%A9 ^n ^' &amp;",
		"BEGIN:VEVENT\nEND:VEVENT",
		strings.Repeat(`\`, 100),
		strings.Repeat(",", 100),
		strings.Repeat("\n", 50) + "x",
	} {
		e := timed(fmt.Sprintf("text-%d, a; b:é@attwork.example", i), "2025-02-25", "10:00", "13:00", icalendar.Zurich)
		e.Summary, e.Description, e.Location, e.Sequence = text, text+"!", "in "+text, i
		e.Categories = []string{strings.TrimSpace(text), "b"}
		c.Events = append(c.Events, e)
	}
	for _, year := range []string{"1996", "2025", "2037", "2099"} {
		for _, day := range []string{"01-01", "03-24", "03-25", "03-31", "04-01", "07-01", "10-24", "10-25", "10-31", "11-01"} {
			e := timed("hours-"+year+"-"+day, year+"-"+day, "12:00", "23:59", icalendar.Zurich)
			e.Last = e.Last.AddDays(1)
			c.Events = append(c.Events, e)
		}
	}
	change := timed("change", "2025-03-29", "22:00", "04:00", icalendar.Zurich)
	change.Last = att.MustDate("2025-03-30")
	c.Events = append(c.Events, change, allDay("leap", "2024-02-28", "2024-02-29"))
	return c
}

// expected returns the events as tools/e2e/ics_compare.py takes them.
func expected(c icalendar.Calendar) []map[string]any {
	var list []map[string]any
	for _, e := range c.Events {
		start, end := e.First.String(), e.Last.String()
		if !e.AllDay {
			start, end = start+"T"+e.Start.String(), end+"T"+e.End.String()
		}
		m := map[string]any{
			"uid": e.UID, "sequence": e.Sequence, "status": e.Status, "stamp": "2025-01-15T09:30Z", "summary": e.Summary,
			"description": e.Description, "location": e.Location, "url": e.URL, "categories": append([]string{}, e.Categories...),
			"allDay": e.AllDay, "start": start, "end": end, "zone": e.Zone,
		}
		if e.UID == "change" {
			m["startsAt"], m["endsAt"] = "2025-03-29T21:00Z", "2025-03-30T02:00Z"
		}
		list = append(list, m)
	}
	return list
}

// TestNasty keeps the files that tools/e2e gives to two readers that are not ours.
func TestNasty(t *testing.T) {
	c := nasty()
	file := write(t, c)
	requireFolded(t, file)
	list, err := json.MarshalIndent(expected(c), "", " ")
	require.NoError(t, err)
	for name, text := range map[string]string{"testdata/nasty.ics": file, "testdata/nasty.json": string(list) + "\n"} {
		if *update {
			require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
		}
		kept, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, string(kept), text, "run go test ./internal/icalendar -update, and read what it changes")
	}
	again, notes := read(t, file)
	assert.Empty(t, notes)
	assert.Equal(t, c.Events, withoutLines(again.Events))
}
