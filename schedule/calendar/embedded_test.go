package calendar_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

// reviewed reads the reviewed table row by row, without the reader under test, as events without id and guard.
// Its rows are sorted by year, and what has no date stands at the end of its year.
func reviewed(t *testing.T) []calendar.Event {
	t.Helper()
	f, err := os.Open("testdata/calendar.csv")
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"start", "end", "event", "place", "category", "source", "confidence"}, rows[0])
	var list []calendar.Event
	year := 0
	for _, r := range rows[1:] {
		e := calendar.Event{
			Name: r[2], Place: strings.Trim(r[3], "?"), Category: calendar.Category(r[4]), Source: r[5],
			Confidence: att.Confidence(r[6]),
		}
		switch {
		case r[0] != "":
			e.Start, e.End = att.MustDate(r[0]), att.MustDate(r[1])
			year = e.Start.Year()
		case strings.HasSuffix(e.Name, ": July 2026, days not found"):
			e.Start, e.End, e.Vague = att.MustDate("2026-07-01"), att.MustDate("2026-07-31"), true
		case strings.HasSuffix(e.Name, ": September 2026, days not found"):
			e.Start, e.End, e.Vague = att.MustDate("2026-09-01"), att.MustDate("2026-09-30"), true
		default:
			assert.NotContains(t, e.Name, "days not found", "the month is known")
			e.Year = year
		}
		list = append(list, e)
	}
	return list
}

// bare returns an event as the reviewed table has it.
func bare(e calendar.Event) calendar.Event {
	e.ID, e.Guard, e.Note = "", 0, ""
	return e
}

func all(c calendar.Calendar) []calendar.Event { return slices.Collect(c.Events()) }

// TestEveryRow holds the reviewed table against the embedded calendar in both directions.
func TestEveryRow(t *testing.T) {
	rows := reviewed(t)
	require.Len(t, rows, 397)
	count := map[calendar.Event]int{}
	for _, e := range rows {
		count[e]++
	}
	for e := range calendar.Embedded().Events() {
		assert.Positive(t, count[bare(e)], "%s is invented: %+v", e.ID, e)
		count[bare(e)]--
	}
	for e, n := range count {
		assert.Zero(t, n, "the row is lost: %+v", e)
	}
	assert.Equal(t, 397, calendar.Embedded().Len())
}

// TestComputedRows holds what is computed against the reviewed table: each day of the six years is one of its rows,
// and no such row is stored beside it.
func TestComputedRows(t *testing.T) {
	computed := all(calendar.Computed(calendar.EmbeddedFrom, calendar.EmbeddedTo))
	require.Len(t, computed, 6*(9+6))
	rows := reviewed(t)
	for _, e := range computed {
		assert.Contains(t, rows, bare(e), e.ID)
	}
	stored, err := os.ReadFile("events.csv")
	require.NoError(t, err)
	for _, word := range []string{"geneva_holiday", "Western Easter", "Orthodox", "Passover", "Rosh Hashanah", "Yom Kippur"} {
		assert.NotContains(t, string(stored), word)
	}
	assert.Equal(t, 1+397-len(computed), strings.Count(string(stored), "\n"))
}

// TestUNHolidaysHang tests the holidays of the United Nations, which are data, against the days that they hang on.
func TestUNHolidaysHang(t *testing.T) {
	cal := calendar.Embedded()
	for year := calendar.EmbeddedFrom; year <= calendar.EmbeddedTo; year++ {
		for _, h := range calendar.GenevaHolidays(year) {
			id := strings.Replace(h.ID, "geneva-", "unog-", 1)
			un, ok := cal.Event(id)
			if strings.HasSuffix(id, "national-day") || strings.HasSuffix(id, "restoration") {
				assert.False(t, ok, "the United Nations do not keep %s", h.Name)
				continue
			}
			require.True(t, ok, id)
			assert.Equal(t, h.Start, un.Start, id)
			contested := year >= 2024 && (strings.HasSuffix(id, "whit-monday") || strings.HasSuffix(id, "jeune-genevois"))
			assert.Equal(t, contested, un.InDoubt(), id)
			assert.Equal(t, contested, strings.Contains(un.Name, "in doubt"), id)
		}
	}
}

// TestGuards derives the guard of each event from its name, by the rule of the package comment.
func TestGuards(t *testing.T) {
	soft := []string{
		"begins the evening before", "Ramadan", "Eid al-Fitr", "Eid al-Adha", "Lunar New Year", "Vesak", "Diwali", "Gurpurab",
	}
	for e := range calendar.Embedded().Events() {
		want := 0
		holy := e.Category == calendar.Religious || e.Category == calendar.UNHoliday
		if holy && slices.ContainsFunc(soft, func(s string) bool { return strings.Contains(e.Name, s) }) {
			want = 1
		}
		if strings.Contains(e.Name, "observed weekday") {
			want = 2
			w := e.Start.Weekday()
			assert.True(t, w == time.Saturday || w == time.Sunday, e.ID)
		}
		assert.Equal(t, want, e.Guard, e.ID)
	}
}

// TestSpellsIDs holds the ids against their shape: whose time, the year, what.
func TestSpellsIDs(t *testing.T) {
	prefix := map[calendar.Category]string{calendar.UNHoliday: "unog", calendar.GenevaHoliday: "geneva", calendar.GenevaEvent: "geneva-event"}
	for e := range calendar.Embedded().Events() {
		year := e.Year
		if e.Dated() {
			year = e.Start.Year()
		}
		p := prefix[e.Category]
		if p == "" {
			p = string(e.Category)
		}
		assert.Regexp(t, "^"+p+"-"+itoa(year)+"-[a-z0-9-]+$", e.ID)
	}
	for _, id := range []string{
		"cd-2024-part-1", "unog-2026-good-friday", "geneva-2026-jeune-genevois", "religious-2027-orthodox-easter",
		"ccm-2026-third-review-conference", "geneva-event-2027-geneva-peace-week", "unga1-2025-80th-session",
	} {
		_, ok := calendar.Embedded().Event(id)
		assert.True(t, ok, id)
	}
}

func TestUndatedAndVague(t *testing.T) {
	cal := calendar.Embedded()
	var counts []int
	for year := 2021; year <= 2028; year++ {
		undated := slices.Collect(cal.Undated(year))
		counts = append(counts, len(undated))
		for _, e := range undated {
			assert.Equal(t, year, e.Year, e.ID)
			assert.False(t, e.Dated(), e.ID)
			assert.True(t, e.InDoubt(), e.ID)
		}
		assert.True(t, slices.IsSortedFunc(undated, calendar.Event.Compare))
	}
	assert.Equal(t, []int{0, 0, 0, 0, 1, 5, 11, 0}, counts)
	var vague []string
	for e := range cal.Events() {
		if e.Vague {
			vague = append(vague, e.ID)
		}
	}
	assert.Equal(t, []string{"space-2026-oewg-paros-session-3", "ccm-2026-third-review-conference"}, vague)
	for range cal.Undated(2027) {
		break // an iterator may be left early
	}
}

// TestCoverage counts the meetings in the reviewed table.
func TestCoverage(t *testing.T) {
	cal := calendar.Embedded()
	for year := calendar.EmbeddedFrom; year <= calendar.EmbeddedTo; year++ {
		want := calendar.Coverage{Year: year}
		for _, e := range reviewed(t) {
			if !e.Category.Meeting() || e.Start.Year() != year && e.Year != year {
				continue
			}
			want.Meetings++
			switch {
			case !e.Dated():
				want.Undated++
			case e.Vague:
				want.Vague++
			case e.Confidence == att.Verified:
				want.Verified++
			}
		}
		assert.Equal(t, want, cal.Coverage(year))
		if year < 2027 {
			assert.Positive(t, want.Verified, year)
		}
	}
	assert.Equal(t, "2022: 15 of 31 meetings verified", cal.Coverage(2022).String())
	assert.Equal(t, "2026: 10 of 30 meetings verified; only month or span known: 2; days unknown: 4", cal.Coverage(2026).String())
	assert.Zero(t, cal.Coverage(2027).Verified)
	assert.Equal(t, "2027: no verified meeting among 22; days unknown: 10", cal.Coverage(2027).String())
	assert.Equal(t, "2031: no meeting is listed", cal.Coverage(2031).String())
	assert.Equal(t, calendar.Coverage{Year: -5}, cal.Coverage(-5))
}

// TestCoverageAcrossYears has a meeting that crosses the end of a year, and one of which only the guard does.
func TestCoverageAcrossYears(t *testing.T) {
	cal := mustNew(t,
		calendar.Event{ID: "a", Name: "A", Start: att.MustDate("2029-12-30"), End: att.MustDate("2030-01-02"), Category: calendar.NPT, Confidence: att.Verified},
		calendar.Event{ID: "b", Name: "B", Start: att.MustDate("2029-12-31"), End: att.MustDate("2029-12-31"), Guard: 5, Category: calendar.NPT},
		calendar.Event{ID: "c", Name: "C", Category: calendar.NPT},
		calendar.Event{ID: "d", Name: "D", Category: calendar.Other},
	)
	assert.Equal(t, calendar.Coverage{Year: 2029, Meetings: 3, Verified: 1, Undated: 1}, cal.Coverage(2029))
	assert.Equal(t, calendar.Coverage{Year: 2030, Meetings: 2, Verified: 1, Undated: 1}, cal.Coverage(2030))
}

// TestConcurrent reads one calendar, first use included, from many goroutines; -race watches.
func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			cal := calendar.Embedded()
			for e := range cal.Events() {
				got, ok := cal.Event(e.ID)
				assert.True(t, ok)
				assert.Equal(t, e, got)
			}
			n := 0
			for range cal.With(calendar.Computed(2028, 2029)).Without("cd-2026-part-1").Overlapping(att.MustDate("2026-01-01"), att.MustDate("2028-12-31")) {
				n++
			}
			assert.Positive(t, n)
			assert.Zero(t, cal.Coverage(2027).Verified)
			assert.NotEmpty(t, cal.Closed(calendar.CICG, att.MustDate("2026-12-31")))
		})
	}
	wg.Wait()
}
