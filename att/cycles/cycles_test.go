package cycles_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/document"
)

// meeting is a row of the reviewed table of meetings.
type meeting struct{ cycle, round, body, start, end, city, venue, format, confidence, source string }

// meetings reads the reviewed table, of the cycles that are embedded.
func meetings(t *testing.T) []meeting {
	t.Helper()
	f, err := os.Open("testdata/meetings.csv")
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var list []meeting
	for _, r := range rows[1:] {
		m := meeting{r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9]}
		if slices.Contains(cycles.Names(), strings.ToLower(m.cycle)) {
			list = append(list, m)
		}
	}
	require.Len(t, list, 57)
	return list
}

func load(t *testing.T, name string) att.Programme {
	t.Helper()
	p, ok := cycles.Programme(name)
	require.True(t, ok, name)
	return p
}

func TestWellShaped(t *testing.T) {
	for _, name := range cycles.Names() {
		p := load(t, name)
		assert.Equal(t, name, p.ID)
		assert.False(t, p.Constructed, name)
		assert.Empty(t, document.Shape(p), name)
		assert.NotEmpty(t, p.Gaps, "%s: something is always unknown", name)
	}
	_, ok := cycles.Programme("csp99")
	assert.False(t, ok)
	_, ok = cycles.Programme("../cycles/csp9")
	assert.False(t, ok)
}

func TestCopiesAreFresh(t *testing.T) {
	p := load(t, "csp9")
	p.Rounds[0].ID = "mine"
	assert.NotEqual(t, "mine", load(t, "csp9").Rounds[0].ID)
}

// TestMeetings holds every row of the table against the cycles: dates, place, format, confidence and
// sources are the same.
func TestMeetings(t *testing.T) {
	for _, row := range meetings(t) {
		p := load(t, strings.ToLower(row.cycle))
		at := strings.Join([]string{row.cycle, row.round, row.body, row.start}, " ")
		switch {
		case row.body == "CSP":
			sameMeeting(t, at, row, p.Conference.Meeting)
		case row.round == "csp":
			sameDay(t, at, row, p.Conference.Days)
		case row.body == "CONS":
			c := p.Consultations[slices.IndexFunc(p.Consultations, func(c att.Consultation) bool { return date(c.Start) == row.start })]
			assert.Equal(t, []string{row.end, row.format, row.confidence}, []string{date(c.End), string(c.Format), string(c.Provenance.Confidence)}, at)
			sameSources(t, at, row, c.Provenance)
		case row.round == "x":
			assert.Contains(t, strings.Join(p.Gaps, "\n"), row.body, "%s: what is unknown is said", at)
		default:
			i := slices.IndexFunc(p.Rounds, func(r att.Round) bool { return r.ID == "round-"+row.round })
			require.GreaterOrEqual(t, i, 0, at)
			if block(row, meetings(t)) {
				sameMeeting(t, at, row, p.Rounds[i].Meeting)
			} else {
				sameDay(t, at, row, p.Rounds[i].Days)
			}
		}
	}
}

// block reports whether a row covers a whole round: it names all groups, or nothing else in it does.
func block(row meeting, all []meeting) bool {
	if row.body == "WG" || row.body == "WG+IPM" {
		return true
	}
	alone := 0
	for _, m := range all {
		if m.cycle == row.cycle && m.round == row.round {
			alone++
		}
	}
	return alone == 1
}

func date(d att.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func sameMeeting(t *testing.T, at string, row meeting, m att.Meeting) {
	t.Helper()
	assert.Equal(t, []string{row.start, row.end, row.city, row.venue, row.format, row.confidence},
		[]string{date(m.Start), date(m.End), m.City, m.Venue, string(m.Format), string(m.Provenance.Confidence)}, at)
	sameSources(t, at, row, m.Provenance)
}

// sameDay expects each body of the row on one of its days, no better known than the row says, and each
// day of the row with all of them.
func sameDay(t *testing.T, at string, row meeting, days []att.Day) {
	t.Helper()
	ids := strings.Split(strings.ToLower(row.body), "+")
	first, last := att.MustDate(row.start), att.MustDate(row.end)
	for d := first; !d.After(last); d = d.AddDays(1) {
		i := slices.IndexFunc(days, func(day att.Day) bool { return day.Date == d })
		require.GreaterOrEqual(t, i, 0, "%s: there is no day %s", at, d)
		sitting := slices.Clone(days[i].Bodies)
		for _, s := range days[i].Sittings {
			for _, it := range s.Items {
				sitting = append(sitting, it.Bodies...)
			}
		}
		for _, id := range ids {
			assert.Contains(t, sitting, id, "%s on %s", at, d)
		}
		weakest := att.Confidence(row.confidence).Weakest(days[i].Provenance.Confidence)
		assert.Equal(t, days[i].Provenance.Confidence, weakest, "%s on %s is no better known than the table says", at, d)
	}
}

func sameSources(t *testing.T, at string, row meeting, p att.Provenance) {
	t.Helper()
	var want []string
	for s := range strings.SplitSeq(strings.ToLower(row.source), ";") {
		if s != "" {
			want = append(want, s)
		}
	}
	assert.ElementsMatch(t, want, p.Sources, at)
}

// TestNothingElseMet looks from the other side: no round, and no day of a known body, is without a row.
func TestNothingElseMet(t *testing.T) {
	rounds := map[string]int{"csp5": 2, "csp6": 2, "csp7": 1, "csp8": 2, "csp9": 2, "csp10": 2, "csp11": 2, "csp12": 2}
	for _, name := range cycles.Names() {
		p := load(t, name)
		assert.Len(t, p.Rounds, rounds[name], name)
		for _, r := range p.Rounds {
			for _, d := range r.Days {
				assert.False(t, d.Date.Before(r.Start) || d.Date.After(r.End), "%s %s", name, d.Date)
				assert.True(t, att.MondayToFriday(d.Date), "%s %s", name, d.Date)
				assert.NotEmpty(t, d.Provenance.Confidence, "%s %s", name, d.Date)
			}
		}
	}
}

// TestCounts has the counts of the facts: days and trips before each conference.
func TestCounts(t *testing.T) {
	for name, want := range map[string]struct{ rounds, trips, days, online att.Count }{
		"csp5":  {att.Exactly(2), att.Exactly(2), att.Exactly(8), att.Exactly(0)},
		"csp6":  {att.Exactly(1), att.Exactly(1), att.Exactly(4), att.Exactly(0)},
		"csp7":  {att.Exactly(1), att.Exactly(0), att.Exactly(0), att.Exactly(5)},
		"csp8":  {att.Exactly(2), att.Exactly(2), att.Exactly(8), att.Exactly(0)},
		"csp9":  {att.Exactly(2), att.Exactly(2), att.Exactly(8), att.Exactly(0)},
		"csp10": {att.Exactly(2), att.Exactly(2), att.Exactly(6), att.Exactly(0)},
		"csp11": {att.Exactly(2), att.Exactly(2), att.Exactly(6), att.Exactly(0)},
		"csp12": {att.Exactly(2), att.AtLeast(1), att.AtLeast(4), att.Count{}},
	} {
		m := att.Measure(load(t, name), att.MeasureOptions{})
		assert.Equal(t, want.rounds, m.Rounds, name)
		assert.Equal(t, want.trips, m.Trips, name)
		assert.Equal(t, want.days, m.Days, name)
		assert.Equal(t, want.online, m.OnlineDays, name)
	}
	csp6 := att.Measure(load(t, "csp6"), att.MeasureOptions{})
	assert.Equal(t, att.Exactly(0), csp6.ConferenceDays, "CSP6 decided in writing")
	assert.Equal(t, att.Exactly(9), csp6.Sittings, "the one cycle whose half-days are known: seven, and the early exchange on diversion")
	for _, name := range cycles.Names() {
		m := att.Measure(load(t, name), att.MeasureOptions{})
		assert.False(t, m.PracticalMinutes.Exact(), "%s: nobody knows the minutes", name)
	}
}
