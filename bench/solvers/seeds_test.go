package solvers_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/bench/solvers"
	"attwork.example/schedule/timetable"
)

// TestReference: on each of the 100 instances, package timetable has the status and the goals of the reference, and its
// timetable holds.
func TestReference(t *testing.T) {
	list, err := solvers.Instances()
	require.NoError(t, err)
	require.Len(t, list, 100)
	outcomes := map[solvers.Outcome]int{}
	for i, in := range list {
		require.Equal(t, fmt.Sprintf("g%04d", i+1), in.Name)
		outcomes[in.Outcome]++
		a, err := timetable.Solve(context.Background(), in.Problem, timetable.Options{})
		require.NoError(t, err, in.Name)
		require.Equal(t, string(in.Outcome), a.Status.String(), in.Name)
		if a.Status != timetable.Optimal {
			continue
		}
		assert.Empty(t, timetable.Verify(in.Problem, a.Timetable), in.Name)
		assert.Equal(t, in.Goals, solvers.Goals(timetable.Measure(in.Problem, a.Timetable)), in.Name)
		for k, g := range a.Goals {
			assert.Equal(t, in.Goals[k], g.Value, "%s: %s", in.Name, g.Goal)
			assert.True(t, g.Proven(), "%s: %s", in.Name, g.Goal)
		}
	}
	assert.Equal(t, map[solvers.Outcome]int{solvers.Optimal: 74, solvers.Infeasible: 26}, outcomes, "the reference finished all")
}
