package timetable_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/schedule/timetable"
)

// better reports whether a value of a goal is better than another one: more priority, and less of the rest.
func better(g timetable.Goal, than, value int) bool {
	if g == timetable.Priority {
		return value > than
	}
	return value < than
}

// TestProgress records what is told on the way to an answer: goals in their order, values that never get worse, bounds
// that never get weaker, each step something new, and the last one of each goal what the answer says.
func TestProgress(t *testing.T) {
	steps := 0
	for seed := range uint64(600) {
		p := small(rand.New(rand.NewPCG(seed, 12)))
		for _, nodes := range []int{0, 9} {
			var seen []timetable.Progress
			o := timetable.Options{Nodes: nodes, Progress: func(x timetable.Progress) { seen = append(seen, x) }}
			a := solved(t, p, o)
			last := map[timetable.Goal]timetable.Progress{}
			for i, x := range seen {
				require.Zero(t, x.Days)
				if i > 0 {
					was := seen[i-1]
					require.LessOrEqual(t, was.Nodes, x.Nodes)
					require.LessOrEqual(t, was.Goal, x.Goal)
					if was.Goal == x.Goal {
						require.False(t, better(x.Goal, x.Value, was.Value), "seed %d: %v after %v", seed, x, was)
						require.False(t, better(x.Goal, was.Bound, x.Bound), "seed %d: %v after %v", seed, x, was)
						require.NotEqual(t, [2]int{was.Value, was.Bound}, [2]int{x.Value, x.Bound})
						steps++
					}
				}
				last[x.Goal] = x
			}
			require.Len(t, last, len(a.Goals))
			for _, g := range a.Goals {
				require.Equal(t, g, timetable.Result{Goal: g.Goal, Value: last[g.Goal].Value, Bound: last[g.Goal].Bound}, seed)
			}
			o.Progress = nil
			require.Equal(t, a, solved(t, p, o), "watching changes nothing")
		}
	}
	assert.Greater(t, steps, 100, "there is progress to tell of")
}

// TestProgressOfFrontier: each point tells of priority alone, and ends with what it says.
func TestProgressOfFrontier(t *testing.T) {
	for seed := range uint64(100) {
		p := small(rand.New(rand.NewPCG(seed, 13)))
		last := map[int]timetable.Progress{}
		days := 0
		points, err := timetable.Frontier(context.Background(), p, timetable.FrontierOptions{Progress: func(x timetable.Progress) {
			require.Equal(t, timetable.Priority, x.Goal)
			require.GreaterOrEqual(t, x.Days, days)
			days, last[x.Days] = x.Days, x
		}})
		require.NoError(t, err)
		for _, point := range points {
			x, told := last[point.Days]
			require.Equal(t, point.Status == timetable.Optimal, told)
			if told {
				require.Equal(t, point.Priority, timetable.Result{Goal: timetable.Priority, Value: x.Value, Bound: x.Bound})
			}
		}
	}
}
