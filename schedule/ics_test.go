package schedule_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/internal/icalendar"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

var stamp = time.Date(2024, 1, 31, 12, 0, 0, 0, time.UTC)

// written writes entries and reads them back.
func written(t *testing.T, entries []schedule.Entry) []icalendar.Event {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, schedule.WriteICS(&b, entries, schedule.ICSOptions{Name: "Test", Stamp: stamp}))
	cal, notes, err := icalendar.Read("test.ics", &b)
	require.NoError(t, err)
	require.Empty(t, notes)
	require.Len(t, cal.Events, len(entries))
	return cal.Events
}

// TestProgrammeEntries reads the constructed programme back from the file: its round, ten sittings with hours in
// Geneva, consultations and conference.
func TestProgrammeEntries(t *testing.T) {
	p := proposal.Programme()
	entries, gaps := schedule.ProgrammeEntries(p, schedule.EntryOptions{Sequence: 3})
	assert.Empty(t, gaps)
	require.Len(t, entries, 1+10+len(p.Consultations)+1)
	events := written(t, entries)
	round := events[0]
	assert.Equal(t, "proposal-round-1@attwork.example", round.UID)
	assert.True(t, round.AllDay)
	assert.Equal(t, []att.Date{day("2024-04-22"), day("2024-04-26")}, []att.Date{round.First, round.Last})
	assert.Equal(t, icalendar.Tentative, round.Status, "a draft is never in force")
	assert.Equal(t, "CICG, Geneva", round.Location)
	sitting := events[1]
	assert.Equal(t, "proposal-round-1-2024-04-22-am@attwork.example", sitting.UID)
	assert.Equal(t, []string{"10:00", "13:00", "Europe/Zurich"}, []string{sitting.Start.String(), sitting.End.String(), sitting.Zone})
	assert.Equal(t, "Working Group on Effective Treaty Implementation", sitting.Summary)
	assert.Contains(t, sitting.Description, "Competent authorities and how they work together (85 min)")
	assert.Equal(t, 3, sitting.Sequence)
	conference := events[len(events)-1]
	assert.Equal(t, "Tenth Conference of States Parties to the Arms Trade Treaty", conference.Summary)
}

// TestClosedItemsKeepTheirTitles: no title of the forum's items leaves the programme, in any language.
func TestClosedItemsKeepTheirTitles(t *testing.T) {
	for _, l := range att.Languages() {
		p := proposal.Programme()
		entries, _ := schedule.ProgrammeEntries(p, schedule.EntryOptions{Lang: l})
		var b bytes.Buffer
		require.NoError(t, schedule.WriteICS(&b, entries, schedule.ICSOptions{Stamp: stamp}))
		unfolded := strings.ReplaceAll(b.String(), "\r\n ", "")
		for _, body := range p.Bodies {
			for _, topic := range body.Mandate.Topics {
				title, _ := topic.Title.In(l)
				title = strings.NewReplacer(",", `\,`, ";", `\;`).Replace(title)
				assert.Equal(t, body.Role != att.DIEF, strings.Contains(unfolded, title), "%s %s", l, topic.ID)
			}
		}
		assert.Contains(t, unfolded, ": closed")
	}
}

// TestEntriesOfRealCycles: what a cycle does not tell is left out and named, and the rest is a file that can be
// read.
func TestEntriesOfRealCycles(t *testing.T) {
	for _, name := range cycles.Names() {
		p, _ := cycles.Programme(name)
		entries, gaps := schedule.ProgrammeEntries(p, schedule.EntryOptions{})
		written(t, entries)
		if name == "csp12" {
			require.Len(t, gaps, 1)
			assert.Equal(t, "Informal preparatory meeting: its dates are unknown", gaps[0].String())
		}
		if name == "csp6" {
			assert.Contains(t, statuses(entries), schedule.Cancelled, "the second round of 2020")
		}
	}
}

func statuses(entries []schedule.Entry) []schedule.EntryStatus {
	var list []schedule.EntryStatus
	for _, e := range entries {
		list = append(list, e.Status)
	}
	return list
}

// TestRoundEntries: the round and its sittings alone, with the hours at which items begin as far as minutes are known.
func TestRoundEntries(t *testing.T) {
	p := proposal.Programme()
	all, _ := schedule.ProgrammeEntries(p, schedule.EntryOptions{Sequence: 2})
	entries, gaps := schedule.RoundEntries(p, "round-1", schedule.EntryOptions{Sequence: 2})
	assert.Empty(t, gaps)
	assert.Equal(t, all[:11], entries)

	morning := att.WorkingDay(day("2024-04-15"))
	item := func(topic string, minutes int) att.Item {
		return att.Item{Topic: topic, Bodies: []string{"wgeti"}, Minutes: minutes}
	}
	morning.Sittings[0].Items = []att.Item{item("a", 45), item("b", 0), item("c", 20)}
	morning.Sittings[1].Items = []att.Item{}
	late := att.Sitting{ID: "late", Start: att.MustClock("22:30"), End: att.MustClock("23:30"), Items: []att.Item{item("d", 100), item("e", 5)}}
	made := att.Programme{ID: "p", Rounds: []att.Round{
		{ID: "r0", Meeting: att.Meeting{Start: day("2024-03-04"), End: day("2024-03-05")}},
		{ID: "r", Title: att.Text{att.English: "Spring round"}, Meeting: att.Meeting{Days: []att.Day{morning, {Date: day("2024-04-16"), Sittings: []att.Sitting{late}}}}},
	}}
	entries, gaps = schedule.RoundEntries(made, "r", schedule.EntryOptions{Starts: true})
	assert.Empty(t, gaps)
	events := written(t, entries)
	require.Len(t, events, 4)
	assert.Equal(t, "10:00 wgeti: a (45 min)\n10:45 wgeti: b\nwgeti: c (20 min)", events[1].Description, "how long b takes is unknown")
	assert.Equal(t, "Spring round (no items)", events[2].Summary)
	assert.Equal(t, "22:30 wgeti: d (100 min)\nwgeti: e (5 min)", events[3].Description, "past midnight there is no hour of that day")

	none, gaps := schedule.RoundEntries(made, "r9", schedule.EntryOptions{})
	assert.Empty(t, none)
	require.Len(t, gaps, 1)
	assert.Equal(t, "round r9: the programme has no such round", fmt.Sprint(gaps[0]))
}

func TestGapsOfSittings(t *testing.T) {
	r := att.Round{ID: "r", Meeting: att.Meeting{Zone: "America/New_York", Days: []att.Day{
		att.WorkingDay(day("2024-04-15")),
		{Date: day("2024-04-16"), Sittings: []att.Sitting{{ID: "s"}, {}}},
	}}}
	entries, gaps := schedule.ProgrammeEntries(att.Programme{ID: "p", Rounds: []att.Round{r}}, schedule.EntryOptions{})
	require.Len(t, entries, 1, "the round itself, from its days")
	assert.Equal(t, []att.Date{day("2024-04-15"), day("2024-04-16")}, []att.Date{entries[0].First, entries[0].Last})
	require.Len(t, gaps, 5)
	assert.Contains(t, gaps[0].String(), "America/New_York")
	assert.Contains(t, gaps[2].String(), "sitting s: its day or its hours are unknown")
	assert.Contains(t, gaps[3].String(), "sitting #2 of 2024-04-16")
}

func TestDeadlineEntries(t *testing.T) {
	steps, _, err := schedule.Deadlines(csp10())
	require.NoError(t, err)
	before := schedule.DeadlineEntries(steps, schedule.EntryOptions{Cycle: "csp10"})
	events := written(t, before)
	for i, e := range events {
		assert.True(t, e.AllDay)
		assert.Equal(t, steps[i].Date, e.First)
		if steps[i].ID == "first-committee" {
			assert.Equal(t, day("2024-10-31"), e.Last)
			assert.Contains(t, e.Description, "Only the month is known.")
		} else {
			assert.Equal(t, e.First, e.Last)
		}
	}
	moved := csp10()
	moved.Conference = day("2024-08-26")
	steps, _, err = schedule.Deadlines(moved)
	require.NoError(t, err)
	uids := func(list []schedule.Entry) map[string]bool {
		set := map[string]bool{}
		for _, e := range list {
			set[e.UID] = true
		}
		return set
	}
	assert.Equal(t, uids(before), uids(schedule.DeadlineEntries(steps, schedule.EntryOptions{Cycle: "csp10"})), "a step that moves keeps its UID")
}

func TestPlacedEntries(t *testing.T) {
	places := []schedule.Place{{Name: "Geneva", Zone: "Europe/Zurich"}, {Name: "Apia", Zone: "Pacific/Apia"}}
	list := placed(t, calendar.Calendar{}, gaps(
		schedule.Wish{ID: "a", Title: att.Text{att.English: "Ünïcode, and more"}, Format: att.Virtual, Minutes: 120, Places: places},
		schedule.Wish{ID: "b", Format: att.Platform}))
	events := written(t, schedule.PlacedEntries(list, schedule.EntryOptions{Cycle: "csp10"}))
	assert.Equal(t, "csp10-consultation-a@attwork.example", events[0].UID)
	assert.Equal(t, "Ünïcode, and more", events[0].Summary)
	assert.Equal(t, "UTC", events[0].Zone)
	assert.Equal(t, list[0].Start.Format("15:04"), events[0].Start.String())
	assert.Contains(t, events[0].Description, "Apia: ")
	assert.Contains(t, events[0].Description, "(outside humane hours)")
	assert.True(t, events[1].AllDay)
	assert.Contains(t, events[1].Description, "only States Parties and signatories")
}

func TestWriteICSRefuses(t *testing.T) {
	entry := schedule.Entry{UID: "a@b", Title: "A", First: day("2024-04-15"), Last: day("2024-04-15")}
	for name, c := range map[string]struct {
		entries []schedule.Entry
		o       schedule.ICSOptions
	}{
		"no stamp":    {[]schedule.Entry{entry}, schedule.ICSOptions{}},
		"a UID twice": {[]schedule.Entry{entry, entry}, schedule.ICSOptions{Stamp: stamp}},
		"no UID":      {[]schedule.Entry{{Title: "A", First: day("2024-04-15"), Last: day("2024-04-15")}}, schedule.ICSOptions{Stamp: stamp}},
		"no days":     {[]schedule.Entry{{UID: "a@b", Title: "A"}}, schedule.ICSOptions{Stamp: stamp}},
	} {
		var b bytes.Buffer
		require.Error(t, schedule.WriteICS(&b, c.entries, c.o), name)
		assert.Zero(t, b.Len(), "%s: nothing is half-written", name)
	}
}
