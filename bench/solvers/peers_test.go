package solvers_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/bench/solvers"
)

func peer(t *testing.T, name string) solvers.Peer {
	t.Helper()
	for _, p := range solvers.Peers() {
		if p.Name == name {
			return p
		}
	}
	require.Fail(t, "there is no such peer", name)
	return solvers.Peer{}
}

const glpkColumns = `
   No. Column name       Activity     Lower bound   Upper bound
------ ------------    ------------- ------------- -------------
     1 x1           *              1             0             1 
     2 x10          *              1             0             1 
     3 x2           *              0             0             1 

Integer feasibility conditions:
`

// TestReaders: what the programs write about small models, and what it means.
func TestReaders(t *testing.T) {
	for _, c := range []struct {
		peer, out, solution string
		want                solvers.Outcome
		ones                []int
	}{
		{"CBC", "", "Optimal - objective value -7.00000000\n      0 x1                     1                      -7\n     10 x10            0.9999999                       0\n", solvers.Optimal, []int{1, 10}},
		{"CBC", "", "Infeasible - objective value -7.00000000\n      0 x1                     1                      -7\n**      2 x2                     2                       0\n", solvers.Infeasible, nil},
		{"CBC", "", "Integer infeasible - objective value 0.00000000\n", solvers.Infeasible, nil},
		{"CBC", "", "Stopped on time - objective value -6.00000000\n", solvers.Wrong, nil},
		{"CBC", "", "", solvers.Wrong, nil},
		{"GLPK", "", "Status:     INTEGER OPTIMAL\nObjective:  obj = -7 (MINimum)\n" + glpkColumns, solvers.Optimal, []int{1, 10}},
		{"GLPK", "", "Status:     INTEGER EMPTY\nObjective:  obj = 0 (MINimum)\n" + glpkColumns, solvers.Infeasible, nil},
		{"GLPK", "", "Status:     INTEGER UNDEFINED\n", solvers.Wrong, nil},
		{"clasp", "c clasp version 3.3.5\no 0\no -7\nc Answer: 2\nv -x1 x2 -x3\nv x11\ns OPTIMUM FOUND\nc \nc Models         : 2\n", "", solvers.Optimal, []int{1, 10}},
		{"clasp", "c Solving...\ns UNSATISFIABLE\n", "", solvers.Infeasible, nil},
		{"clasp", "v x1\ns SATISFIABLE\nc TIME LIMIT     : 1\n", "", solvers.Wrong, nil},
		{"HiGHS (scipy)", "a warning\n" + `{"start": 0.25, "status": 0, "ones": [1, 10]}`, "", solvers.Optimal, []int{1, 10}},
		{"HiGHS (scipy)", `{"start": 0.25, "status": 2, "ones": []}`, "", solvers.Infeasible, nil},
		{"HiGHS (scipy)", `{"start": 0.25, "status": 4, "ones": []}`, "", solvers.Wrong, nil},
		{"HiGHS (scipy)", "Traceback (most recent call last):\n", "", solvers.Wrong, nil},
	} {
		a := peer(t, c.peer).Read(c.out, c.solution)
		assert.Equal(t, c.want, a.Outcome, "%s: %s%s", c.peer, c.out, c.solution)
		var ones []int
		for v := range 12 {
			if a.Outcome == solvers.Optimal && a.Value(v) {
				ones = append(ones, v)
			}
		}
		assert.Equal(t, c.ones, ones, c.peer)
	}
	assert.Equal(t, 250*time.Millisecond, peer(t, "HiGHS (scipy)").Read(`{"start": 0.25, "status": 2}`, "").Start)
}

func TestModelForHiGHS(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, peer(t, "HiGHS (scipy)").Write(&b, solvers.Question{
		Vars:     3,
		Rows:     []solvers.Row{{Terms: []solvers.Term{{Coef: 1, Var: 0}, {Coef: -1, Var: 2}}, Equal: true, Bound: 0}, {Terms: []solvers.Term{{Coef: 5, Var: 1}}, Bound: -4}},
		Minimise: []solvers.Term{{Coef: -7, Var: 1}},
	}))
	assert.JSONEq(t, `{"vars": 3, "objective": [1], "costs": [-7], "coefs": [1, -1, 5], "columns": [0, 2, 1], "starts": [0, 2, 3], "low": [0, -4], "equal": [true, false]}`, b.String())
}

// TestStages: a solver that claims too much, one that runs out of time, and one that has nothing to say.
func TestStages(t *testing.T) {
	in := func(a solvers.Answer) solvers.Run {
		run, err := solvers.Solve(two, solvers.Plan{Stages: byGoal}, time.Second, func(solvers.Question, time.Duration) (solvers.Answer, error) { return a, nil })
		require.NoError(t, err)
		return run
	}
	nothing := func(int) bool { return false }
	claims := in(solvers.Answer{Outcome: solvers.Optimal, Value: nothing, Used: time.Millisecond, Start: 2 * time.Millisecond})
	assert.Equal(t, solvers.Run{
		Outcome: solvers.Wrong, CPU: time.Millisecond, Starts: 2 * time.Millisecond, Remark: "The item a is required and not placed.",
	}, claims)
	assert.Equal(t, solvers.Run{Outcome: solvers.Capped, CPU: time.Second}, in(solvers.Answer{Outcome: solvers.Optimal, Value: nothing, Used: time.Second}))
	assert.Equal(t, solvers.Run{Outcome: solvers.Infeasible, CPU: 1}, in(solvers.Answer{Outcome: solvers.Infeasible, Used: 1}))
	_, err := solvers.Solve(two, solvers.Plan{Stages: byGoal}, time.Second, func(solvers.Question, time.Duration) (solvers.Answer, error) {
		return solvers.Answer{}, fmt.Errorf("no disk")
	})
	assert.EqualError(t, err, "no disk")
}
