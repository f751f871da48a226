package schedule_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// held is a real round with where it ranked in its window.
type held struct {
	cycle     string
	round     att.Round
	days      int
	venue     calendar.Venue
	answer    schedule.Answer
	candidate schedule.Candidate
	better    int
}

// backTest ranks every real in-person round of the years that the calendar covers among all starts of the same
// number of meeting days from February to May of its year, the months in which rounds were held.
func backTest(t *testing.T) []held {
	t.Helper()
	var list []held
	for _, name := range cycles.Names() {
		p, _ := cycles.Programme(name)
		for _, r := range p.Rounds {
			year := r.Start.Year()
			if year < 2022 || !r.Format.InRoom() {
				continue
			}
			h := held{cycle: name, round: r, days: len(r.Days), venue: map[string]calendar.Venue{"CICG": calendar.CICG, "Palais des Nations": calendar.Palais}[r.Venue]}
			h.answer = find(t, calendar.Embedded(), schedule.Request{
				From: day(fmt.Sprintf("%d-02-01", year)), To: day(fmt.Sprintf("%d-05-31", year)), Blocks: []int{h.days}, Venue: h.venue, Conference: p.Conference.Start,
			})
			found := false
			for _, c := range h.answer.Candidates {
				if c.Blocks[0].Start == r.Start {
					require.Equal(t, r.End, c.Blocks[0].End, "%s %s was held on working days", name, r.ID)
					h.candidate, found = c, true
				}
			}
			require.True(t, found, "%s %s: its start is not possible at all", name, r.ID)
			for _, c := range h.answer.Candidates {
				if c.Score < h.candidate.Score {
					h.better++
				}
			}
			list = append(list, h)
		}
	}
	return list
}

// TestBackTest keeps docs/backtest.md equal to what the weights say of history, whatever they say.
func TestBackTest(t *testing.T) {
	const name = "../docs/backtest.md"
	list := backTest(t)
	assert.Len(t, list, 9, "the rounds of CSP8 to CSP11, and the working groups of CSP12")
	var b bytes.Buffer
	b.WriteString(`# Real rounds, ranked

Written by ` + "`go test ./schedule -run TestBackTest -update`" + `; do not edit.

Each in-person round of the years 2022 to 2026 (which the embedded calendar covers; CSP5 to CSP7 lie before it), among all starts
of the same number of consecutive working days from February to May of its year, the months in which rounds were held. Fewer points are better; "better" counts the starts
with fewer points. The weights are judgement, set before this table was made, and were not tuned to it. Where the venue is not
known, no holiday closes it.

Presidents did not choose by these weights: they also had to heed rooms, the days that their predecessors had used, and people whom
no calendar knows. So a low rank is no mistake, and a high one no proof.

| round | dates | days | venue | points | better | of | rank without unverified events | best start | its points |
| --- | --- | ---: | --- | ---: | ---: | ---: | ---: | --- | ---: |
`)
	for _, h := range list {
		best := h.answer.Candidates[0]
		venue := h.round.Venue
		if venue == "" {
			venue = "unknown"
		}
		fmt.Fprintf(&b, "| %s %s | %s to %s | %d | %s | %d | %d | %d | %d | %s | %d |\n", strings.ToUpper(h.cycle), h.round.Title, h.round.Start, h.round.End,
			h.days, venue, h.candidate.Score, h.better, h.answer.Considered, h.candidate.VerifiedRank, best.Blocks[0].Start, best.Score)
	}
	b.WriteString("\n## What each round clashed with\n")
	for _, h := range list {
		fmt.Fprintf(&b, "\n%s, %s to %s\n\n", strings.ToUpper(h.cycle), h.round.Start, h.round.End)
		for _, x := range h.candidate.Clashes {
			fmt.Fprintf(&b, "- %d points: %s (%s to %s, %s)\n", x.Points, x.Event.Name, x.Event.Start, x.Event.End, x.Event.Confidence)
		}
		if h.candidate.Clashes == nil {
			b.WriteString("- nothing\n")
		}
	}
	if *update {
		require.NoError(t, os.WriteFile(name, b.Bytes(), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String(), "run go test ./schedule -run TestBackTest -update")
}
