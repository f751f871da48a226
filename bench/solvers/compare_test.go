package solvers_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"attwork.example/bench/solvers"
)

func TestSummary(t *testing.T) {
	run := func(ms int, o solvers.Outcome) solvers.Run {
		return solvers.Run{Outcome: o, CPU: time.Duration(ms) * time.Millisecond}
	}
	entries := []solvers.Entry{
		{Instance: solvers.Instance{Outcome: solvers.Optimal}, Ours: run(0, solvers.Optimal), Peers: []solvers.Run{run(1, solvers.Optimal), run(4, solvers.Optimal)}},
		{Instance: solvers.Instance{Outcome: solvers.Optimal}, Ours: run(1, solvers.Optimal), Peers: []solvers.Run{run(10_000, solvers.Capped), run(2000, solvers.Optimal)}},
		{Instance: solvers.Instance{Outcome: solvers.Infeasible}, Ours: run(7, solvers.Infeasible), Peers: []solvers.Run{run(5, solvers.Infeasible), run(5000, solvers.Infeasible)}},
		{Instance: solvers.Instance{Outcome: solvers.Optimal}, Ours: run(10, solvers.Optimal), Peers: []solvers.Run{run(100, solvers.Optimal), run(200, solvers.Wrong)}},
	}
	feasible := solvers.Feasible(entries)
	assert.Len(t, feasible, 3)
	// The least that counts is 0.1 ms; 0.1 * 1 * 10 = 1, whose cube root is 1.
	assert.Equal(t, solvers.Summary{Solved: 3, Median: 1, Mean: 1, Most: 10}, rounded(solvers.Summarise(feasible, func(e solvers.Entry) solvers.Run { return e.Ours })))
	// 1 * 10,000 * 100 = 1,000,000.
	assert.Equal(t, solvers.Summary{Solved: 2, Median: 100, Mean: 100, Most: 10_000}, rounded(solvers.Summarise(feasible, func(e solvers.Entry) solvers.Run { return e.Peers[0] })))
	assert.Equal(t, run(2000, solvers.Optimal), entries[1].Best())
	assert.Len(t, solvers.Harder(feasible, time.Millisecond), 2)
	assert.Equal(t, entries[1:2], solvers.Harder(feasible, time.Second), "where the other peer is fast, the instance is not hard")
}

func rounded(s solvers.Summary) solvers.Summary {
	s.Mean = float64(int(s.Mean*1e6+0.5)) / 1e6
	return s
}
