package calendar_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

func mustNew(t testing.TB, events ...calendar.Event) calendar.Calendar {
	t.Helper()
	c, err := calendar.New(events...)
	require.NoError(t, err)
	return c
}

// meeting is a well-formed event that the tests change.
func meeting() calendar.Event {
	return calendar.Event{
		ID: "m", Name: "Meeting", Start: att.MustDate("2026-03-02"), End: att.MustDate("2026-03-06"),
		Place: "Geneva", Category: calendar.CCW, Guard: 1, Note: "n", Source: "s", Confidence: att.Recalled,
	}
}

func TestNewRefuses(t *testing.T) {
	_, err := calendar.New(meeting())
	require.NoError(t, err)
	for _, c := range []struct {
		name, want string
		change     func(*calendar.Event)
	}{
		{"no id", `calendar: event "Meeting": id: expected an id`, func(e *calendar.Event) { e.ID = "" }},
		{"id with a space", `calendar: event "a b": id:`, func(e *calendar.Event) { e.ID = "a b" }},
		{"no name", "event: expected a text, found none", func(e *calendar.Event) { e.Name = "" }},
		{"long name", "event: expected at most 500 characters, found 501", func(e *calendar.Event) { e.Name = strings.Repeat("é", 501) }},
		{"two lines", `event: expected one line without control characters, found "a\nb"`, func(e *calendar.Event) { e.Name = "a\nb" }},
		{"other bytes", "note: expected text in UTF-8", func(e *calendar.Event) { e.Note = "\xff" }},
		{"long note", "note: expected at most 2000", func(e *calendar.Event) { e.Note = strings.Repeat("x", 2001) }},
		{"long place", "place: expected at most 100", func(e *calendar.Event) { e.Place = strings.Repeat("x", 101) }},
		{"long source", "source: expected at most 1000", func(e *calendar.Event) { e.Source = strings.Repeat("x", 1001) }},
		{"category", `category: expected one of cd, hrc, unga1, npt, ccw, bwc, apmbc, ccm, poa, ammo, ict, space, tpnw, cwc, undc, untoc, who, ilo, unga, geneva_event, un_holiday, geneva_holiday, religious, other, found "x"`, func(e *calendar.Event) { e.Category = "x" }},
		{"confidence", `confidence: expected one of verified, computed, inferred, recalled, unknown, found "sure"`, func(e *calendar.Event) { e.Confidence = "sure" }},
		{"guard", "guard: expected 0 to 31 days, found 32", func(e *calendar.Event) { e.Guard = 32 }},
		{"guard below", "guard: expected 0 to 31 days, found -1", func(e *calendar.Event) { e.Guard = -1 }},
		{"no start", "start: expected the first day of what ends on 2026-03-06", func(e *calendar.Event) { e.Start = att.Date{} }},
		{"no end", "end: expected the last day of what starts on 2026-03-02", func(e *calendar.Event) { e.End = att.Date{} }},
		{"reversed", "end: expected a last day on or after the first day 2026-03-02, found 2026-03-01", func(e *calendar.Event) { e.End = att.MustDate("2026-03-01") }},
		{"too early", "start: expected a day from 1900 to 2200, found 1899-12-31", func(e *calendar.Event) { e.Start = att.MustDate("1899-12-31") }},
		{"too late", "end: expected a day from 1900 to 2200, found 2201-01-01", func(e *calendar.Event) { e.End = att.MustDate("2201-01-01") }},
		{"year beside days", "start: expected no year beside the first day 2026-03-02", func(e *calendar.Event) { e.Year = 2026 }},
		{"vague without days", "vague: expected a first and a last day", func(e *calendar.Event) { e.Start, e.End, e.Vague = att.Date{}, att.Date{}, true }},
		{"year", "start: expected a year from 1900 to 2200, found 20266", func(e *calendar.Event) { e.Start, e.End, e.Year = att.Date{}, att.Date{}, 20266 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := meeting()
			c.change(&e)
			cal, err := calendar.New(e)
			assert.ErrorContains(t, err, c.want)
			assert.Zero(t, cal.Len())
		})
	}
	_, err = calendar.New(meeting(), meeting())
	assert.EqualError(t, err, `calendar: two events have the id "m"; expected one`)
	_, err = calendar.New(make([]calendar.Event, calendar.MaxEvents+1)...)
	assert.EqualError(t, err, "calendar: 100001 events; expected at most 100000")
}

func TestZero(t *testing.T) {
	var zero calendar.Calendar
	assert.Empty(t, all(zero))
	assert.Zero(t, zero.Len())
	_, ok := zero.Event("m")
	assert.False(t, ok)
	assert.Empty(t, slices.Collect(zero.Undated(2026)))
	assert.Empty(t, slices.Collect(zero.Overlapping(att.MustDate("1900-01-01"), att.MustDate("2200-12-31"))))
	assert.Empty(t, zero.Closed("", att.MustDate("2026-01-01")))
	assert.Equal(t, calendar.Coverage{Year: 2026}, zero.Coverage(2026))
	assert.Equal(t, zero, mustNew(t))
	assert.Equal(t, zero, zero.With(zero).Without("m"))
	assert.Equal(t, all(mustNew(t, meeting())), all(zero.With(mustNew(t, meeting()))))
	assert.Equal(t, zero, mustNew(t, meeting()).Without("m"))
	first, last := calendar.Event{Guard: 3}.Reach()
	assert.True(t, first.IsZero() && last.IsZero())
	assert.True(t, calendar.Event{}.InDoubt())
	assert.False(t, calendar.Event{}.On(att.Date{}))
}

// TestOrder gives the same calendar for every order of the input.
func TestOrder(t *testing.T) {
	want := all(calendar.Embedded())
	assert.True(t, slices.IsSortedFunc(want, calendar.Event.Compare))
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		mixed := slices.Clone(want)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		before := slices.Clone(mixed)
		cal := mustNew(t, mixed...)
		assert.Equal(t, want, all(cal))
		assert.Equal(t, before, mixed, "the caller's list stays")
		clear(mixed)
		assert.Equal(t, want, all(cal), "and is not kept")
	}
	undated := func(id string, year int) calendar.Event { return calendar.Event{ID: id, Name: id, Year: year} }
	long, short := meeting(), meeting()
	long.ID, short.ID, short.End = "a", "z", short.Start
	var ids []string
	for e := range mustNew(t, undated("y", 2027), undated("x", 2026), undated("w", 2027), undated("v", 0), long, short).Events() {
		ids = append(ids, e.ID)
	}
	assert.Equal(t, []string{"z", "a", "v", "x", "w", "y"}, ids, "start, end, id; without days last, by year and id")
}

func TestLayers(t *testing.T) {
	named := func(id, name string) calendar.Event { e := meeting(); e.ID, e.Name = id, name; return e }
	base := mustNew(t, named("a", "base a"), named("b", "base b"), named("c", "base c"))
	own := mustNew(t, named("b", "own b"), named("d", "own d"))
	moved := named("a", "moved a")
	moved.Start, moved.End = att.MustDate("2027-01-04"), att.MustDate("2027-01-08")
	names := func(c calendar.Calendar) string {
		var list []string
		for e := range c.Events() {
			list = append(list, e.Name)
		}
		return strings.Join(list, ", ")
	}
	assert.Equal(t, "base a, own b, base c, own d", names(base.With(own)))
	assert.Equal(t, "base a, base b, base c, own d", names(own.With(base)), "the later layer wins")
	assert.Equal(t, "own b, base c, own d, moved a", names(base.With(own).With(mustNew(t, moved))))
	assert.Equal(t, names(base.With(own).With(mustNew(t, moved))), names(base.With(own.With(mustNew(t, moved)))), "layering is associative")
	assert.Equal(t, "base a, base b, base c", names(base), "a layer below does not change")
	assert.Equal(t, "base b", names(base.Without("a", "c", "nothing")))
	got, ok := base.With(own).Event("b")
	assert.True(t, ok)
	assert.Equal(t, "own b", got.Name)
	week := slices.Collect(base.With(mustNew(t, moved)).Overlapping(att.MustDate("2026-03-02"), att.MustDate("2026-03-06")))
	assert.Len(t, week, 2, "the replaced event is gone from where it was")
}

func TestOverlapping(t *testing.T) {
	e := meeting() // 2 to 6 March, guard 1
	vague := calendar.Event{ID: "v", Name: "V", Start: att.MustDate("2026-05-01"), End: att.MustDate("2026-05-31"), Vague: true}
	cal := mustNew(t, e, vague, calendar.Event{ID: "u", Name: "U", Year: 2026})
	for _, c := range []struct {
		first, last string
		want        int
	}{
		{"2026-02-01", "2026-02-28", 0},
		{"2026-02-01", "2026-03-01", 1}, // its guard
		{"2026-03-04", "2026-03-04", 1},
		{"2026-03-07", "2026-03-09", 1}, // its guard
		{"2026-03-08", "2026-04-30", 0},
		{"2026-05-04", "2026-05-08", 1}, // the vague one
		{"2026-01-01", "2026-12-31", 2},
		{"2026-03-06", "2026-03-02", 0}, // reversed
	} {
		assert.Len(t, slices.Collect(cal.Overlapping(att.MustDate(c.first), att.MustDate(c.last))), c.want, c.first)
	}
	assert.Empty(t, slices.Collect(cal.Overlapping(att.Date{}, att.MustDate("2026-12-31"))))
	assert.Empty(t, slices.Collect(cal.Overlapping(att.MustDate("2026-01-01"), att.Date{})))
	assert.True(t, e.On(att.MustDate("2026-03-06")))
	assert.False(t, e.On(att.MustDate("2026-03-07")), "a guard is no day of the event")
	assert.False(t, vague.On(att.MustDate("2026-05-04")), "no day is known")
	for range cal.Overlapping(att.MustDate("2026-01-01"), att.MustDate("2026-12-31")) {
		break // an iterator may be left early
	}
}

// overlapping is the answer that Overlapping must give, by looking at each event.
func overlapping(cal calendar.Calendar, first, last att.Date) []calendar.Event {
	var list []calendar.Event
	for e := range cal.Events() {
		from, to := e.Start.AddDays(-e.Guard), e.End.AddDays(e.Guard)
		if e.Dated() && !to.Before(first) && !from.After(last) {
			list = append(list, e)
		}
	}
	return list
}

// FuzzOverlapping makes a calendar of five bytes an event, and asks for every interval of a stretch.
func FuzzOverlapping(f *testing.F) {
	f.Add([]byte("0123456789abcdefghij"))
	f.Add([]byte{0, 200, 0, 0, 0, 10, 1, 0, 0, 0, 20, 1, 5, 0, 0, 10, 1, 31, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		var events []calendar.Event
		origin := att.MustDate("2026-01-01")
		for i := 0; i+5 <= len(data) && i < 5*64; i += 5 {
			e := calendar.Event{ID: fmt.Sprintf("e%d", i), Name: "E", Guard: int(data[i+2] % 32), Vague: data[i+3]%4 == 1}
			if data[i+4]%8 == 0 {
				e.Vague, e.Year = false, 2026
			} else {
				e.Start = origin.AddDays(int(data[i]))
				e.End = e.Start.AddDays(int(data[i+1]) % 60)
			}
			events = append(events, e)
		}
		cal := mustNew(t, events...)
		slices.Reverse(events)
		require.Equal(t, cal, mustNew(t, events...))
		for from := -40; from < 360; from += 7 {
			for _, length := range []int{0, 1, 4, 30, 400} {
				first, last := origin.AddDays(from), origin.AddDays(from+length)
				require.Equal(t, overlapping(cal, first, last), slices.Collect(cal.Overlapping(first, last)))
			}
		}
	})
}

// TestOverlappingEmbedded asks the embedded calendar for each week of its years and more.
func TestOverlappingEmbedded(t *testing.T) {
	cal := calendar.Embedded()
	for d := att.MustDate("2021-11-01"); d.Year() < 2029; d = d.AddDays(1) {
		require.Equal(t, overlapping(cal, d, d.AddDays(4)), slices.Collect(cal.Overlapping(d, d.AddDays(4))))
	}
}

// TestClosed has one town and two lists.
func TestClosed(t *testing.T) {
	cal := calendar.Embedded()
	for _, c := range []struct {
		venue calendar.Venue
		day   string
		want  string
	}{
		{calendar.Palais, "2026-12-31", "unog-2026-end-of-year-recess"},
		{calendar.CICG, "2026-12-31", "geneva-2026-restoration"},
		{calendar.Palais, "2026-03-20", "unog-2026-eid-al-fitr"},
		{calendar.Palais, "2026-03-21", ""}, // the guard closes nothing
		{calendar.CICG, "2026-03-20", ""},
		{calendar.InGeneva, "2026-08-01", "geneva-2026-national-day"},
		{calendar.Palais, "2026-08-01", ""},
		{calendar.Palais, "2026-04-03", "unog-2026-good-friday"},
		{"", "2026-04-03", "geneva-2026-good-friday unog-2026-good-friday"},
		{"a name that nobody knows", "2026-04-03", "geneva-2026-good-friday unog-2026-good-friday"},
		{calendar.Abroad, "2026-04-03", ""},
		{calendar.Palais, "2026-04-10", ""}, // Orthodox Good Friday closes nothing
		{calendar.Palais, "2026-12-25", "unog-2026-end-of-year-recess unog-2026-christmas"},
	} {
		var ids []string
		for _, e := range cal.Closed(c.venue, att.MustDate(c.day)) {
			ids = append(ids, e.ID)
		}
		assert.Equal(t, c.want, strings.Join(ids, " "), "%s on %s", c.venue, c.day)
	}
	doubt := cal.Closed(calendar.Palais, att.MustDate("2026-05-25"))
	require.Len(t, doubt, 1)
	assert.True(t, doubt[0].InDoubt(), "it says so")
	assert.False(t, cal.Closed(calendar.CICG, att.MustDate("2026-05-25"))[0].InDoubt())
	assert.Empty(t, cal.Closed(calendar.Palais, att.Date{}))
	day := att.MustDate("2026-11-26")
	elsewhere := calendar.Event{ID: "a", Name: "A", Start: day, End: day, Place: "New York", Category: calendar.UNHoliday}
	assert.Empty(t, mustNew(t, elsewhere).Closed(calendar.Palais, day))
	elsewhere.Place = ""
	assert.Len(t, mustNew(t, elsewhere).Closed(calendar.Palais, day), 1)
}

func TestCategories(t *testing.T) {
	count := map[calendar.Category]int{}
	for _, e := range reviewed(t) {
		count[e.Category]++
	}
	assert.Len(t, count, 24)
	meetings := 0
	for _, c := range calendar.Categories() {
		assert.Positive(t, count[c], "%s is in the reviewed table", c)
		assert.False(t, c.Meeting() && c.Holiday())
		if c.Meeting() {
			meetings++
		}
	}
	assert.Len(t, calendar.Categories(), 24)
	assert.Equal(t, 19, meetings)
	assert.True(t, calendar.UNHoliday.Holiday() && calendar.GenevaHoliday.Holiday())
	for _, c := range []calendar.Category{"", "x", calendar.Religious, calendar.Other, calendar.GenevaEvent} {
		assert.False(t, c.Meeting() || c.Holiday(), c)
	}
	calendar.Categories()[0] = "mine"
	assert.Equal(t, calendar.ConferenceOnDisarmament, calendar.Categories()[0])
	assert.Equal(t, calendar.UNHoliday, calendar.Palais.Holidays())
	assert.Equal(t, calendar.GenevaHoliday, calendar.InGeneva.Holidays())
	assert.Empty(t, calendar.Abroad.Holidays())
	assert.Empty(t, calendar.Venue("").Holidays())
}

// TestBounds accepts what is just within each bound.
func TestBounds(t *testing.T) {
	events := make([]calendar.Event, calendar.MaxEvents)
	for i := range events {
		events[i] = calendar.Event{ID: fmt.Sprintf("e%d", i), Name: "E"}
	}
	assert.Equal(t, calendar.MaxEvents, mustNew(t, events...).Len())
	e := meeting()
	e.Start, e.End, e.Guard = att.MustDate("1900-01-01"), att.MustDate("2200-12-31"), 31
	e.Name, e.Place = strings.Repeat("é", 500), strings.Repeat("é", 100)
	e.Source, e.Note = strings.Repeat("é", 1000), strings.Repeat("é", 2000)
	mustNew(t, e, calendar.Event{ID: "first", Name: "E", Year: 1900}, calendar.Event{ID: "last", Name: "E", Year: 2200})
	e.Category = calendar.Category(strings.Repeat("x", 40))
	_, err := calendar.New(e)
	assert.ErrorContains(t, err, `found "`+strings.Repeat("x", 40)+`"`, "forty characters fit in a sentence")
	e.Category += "x"
	_, err = calendar.New(e)
	assert.ErrorContains(t, err, `found "`+strings.Repeat("x", 40)+`…"`)
}

func TestVenueOf(t *testing.T) {
	for want, list := range map[calendar.Venue][]att.Meeting{
		calendar.Palais: {{City: "Geneva", Venue: "Palais des Nations"}, {Venue: "Palais des Nations"}},
		calendar.CICG:   {{City: "Geneva", Venue: "CICG"}},
		calendar.Abroad: {{City: "Tokyo"}, {City: "Tokyo", Venue: "CICG"}},
		"":              {{}, {City: "Geneva"}, {City: "Geneva", Venue: "a house that nobody knows"}},
	} {
		for _, m := range list {
			assert.Equal(t, want, calendar.VenueOf(m), "%+v", m)
		}
	}
}
