package finance_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestVolumes keeps docs/volumes.md equal to what the real cycles amounted to and what the illustrative book says of it.
// The days and trips that it holds true are those of the facts on the institution.
func TestVolumes(t *testing.T) {
	const name = "../docs/volumes.md"
	var b bytes.Buffer
	b.WriteString(`# What the real cycles amounted to

Written by ` + "`go test ./finance -run TestVolumes -update`" + `; do not edit.

Rounds in person, trips and days of the working groups, the forum and the preparatory meeting in each cycle, as far as is known, and what the illustrative cost book says of
them. **The amounts are no costs of the Treaty**: they are public prices of others times these volumes, in US dollars (Swiss francs counted one to one), and leave
out whatever the cycle does not tell. So a cycle of which less is known looks cheaper; the last column says how many lines of the book that cost something could not be counted at all.
A day of relief is one of a second team of interpreters, where a week has more sittings than the first may work. The translation of first drafts and of the conference's papers
is left out of all rows, since no cycle's list of papers is complete. The last row is not a cycle but the programme constructed from the draft proposal.

| cycle | in-person rounds | trips | days | days of relief | online days | days with consultations | low | likely | high | lines not counted |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
`)
	book := finance.Illustrative()
	book.Entries = slices.DeleteFunc(book.Entries, func(e finance.Entry) bool { return e.Driver == finance.PerTranslation })
	volumes := map[string][3]string{}
	programmes := []att.Programme{}
	for _, name := range cycles.Names() {
		p, _ := cycles.Programme(name)
		programmes = append(programmes, p)
	}
	for _, p := range append(programmes, proposal.Programme()) {
		e, err := finance.Estimate(p, book, finance.Options{})
		require.NoError(t, err)
		m := e.Measures
		var relief att.Count
		volumes[p.ID] = [3]string{m.InPersonRounds.String(), m.Trips.String(), m.Days.String()}
		unknown := 0
		for _, l := range e.Lines {
			if !l.Count.Known && l.Unit.Likely.Sign() > 0 {
				unknown++
			}
			if l.Entry.Driver == finance.PerReliefDay {
				relief = l.Count
			}
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %d |\n", strings.ToUpper(p.ID), m.InPersonRounds, m.Trips, m.Days, relief, m.OnlineDays, m.ConsultationDays,
			e.Total.Low.Digits(), e.Total.Likely.Digits(), e.Total.High.Digits(), unknown)
	}
	assert.Equal(t, [3]string{"2", "2", "8"}, volumes["csp9"])
	assert.Equal(t, [3]string{"2", "2", "6"}, volumes["csp10"])
	assert.Equal(t, [3]string{"2", "2", "6"}, volumes["csp11"])
	assert.Equal(t, [3]string{"1", "1", "5"}, volumes["proposal"])
	if *update {
		require.NoError(t, os.WriteFile(name, b.Bytes(), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String(), "run go test ./finance -run TestVolumes -update")
}
