package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/bench/solvers"
)

// TestTimetableTable: a solver that is not installed has a row that says so, and one that gives each model the same answer is
// found out. No solver needs to be installed.
func TestTimetableTable(t *testing.T) {
	var missing, stubborn solvers.Peer
	for _, p := range solvers.Peers() {
		if p.Name == "GLPK" {
			missing = p
			missing.Version = []string{"a program that nobody has", "--version"}
		}
		if p.Name == "clasp" {
			stubborn = p
			stubborn.Version = []string{"echo", "version 1.2"}
			stubborn.Command = func(string, string) []string { return []string{"echo", "v x1\ns OPTIMUM FOUND"} }
		}
	}
	var table, progress bytes.Buffer
	require.NoError(t, printTimetable(solverOptions{first: 1, instances: 10, limit: time.Minute, peers: []solvers.Peer{missing, stubborn}, table: &table, progress: &progress}))
	row := func(name string) []string {
		line := regexp.MustCompile(`(?m)^\| ` + name + ` \|.*$`).FindString(table.String())
		require.NotEmpty(t, line, "%s: %s", name, table.String())
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		return cells
	}
	ours, theirs := row("ours"), row("clasp")
	assert.Equal(t, "10", ours[4], "all solved")
	assert.Empty(t, ours[9])
	assert.Equal(t, []string{"1.2", "0", "60000.00", "60000.00"}, []string{theirs[1], theirs[4], theirs[5], theirs[6]}, "nothing solved, so each counts as the cap")
	assert.Contains(t, theirs[9], "g0001: ")
	assert.Contains(t, theirs[9], "g0010: ", "and that it has none is not seen")
	assert.Equal(t, "not installed (Debian: glpk-utils)", row("GLPK")[1])
	assert.Contains(t, table.String(), "where the best peer needs more than 1s (9 instances)", "nine of the ten have a timetable")
	assert.Equal(t, 10, strings.Count(progress.String(), "\n"))
	assert.Contains(t, progress.String(), "g0010 infeasible: ours ")
}
