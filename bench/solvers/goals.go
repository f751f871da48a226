package solvers

import (
	"slices"
	"time"

	"attwork.example/schedule/timetable"
)

// Outcome says how a run ended.
type Outcome string

// The outcomes of a run.
const (
	Optimal    Outcome = "optimal"    // each goal is proven
	Infeasible Outcome = "infeasible" // proven
	Capped     Outcome = "capped"     // the time was over
	Wrong      Outcome = "wrong"      // a timetable that does not hold, or nothing that can be read
)

// Question is a model for a solver: 0/1 variables, rows that bind them, and a sum to be minimised.
type Question struct {
	Vars     int
	Rows     []Row
	Minimise []Term
}

// Answer is what a solver found out.
type Answer struct {
	Outcome Outcome
	Value   func(v int) bool // of the variables; needed when the outcome is optimal
	Start   time.Duration    // processor time until the solver begins to read the model
	Used    time.Duration    // processor time after that
}

// Run is what came of one problem.
type Run struct {
	Outcome Outcome
	Goals   []int         // priority, days, sittings, days of bodies, and moves, if there is an earlier timetable
	CPU     time.Duration // user and system, without what it takes to start
	Starts  time.Duration // what it took to start
	Reading time.Duration // ours only: what reading the instance took on top
	Remark  string        // what is wrong
}

// Plan says how a solver is asked.
type Plan struct {
	Stages [][]int // goals that are optimised in one weighted sum, run after run; later runs keep what earlier ones have reached
	Lean   bool    // whether the model is lean, see [NewModel]
}

// Solve asks a solver about a problem. A timetable that does not hold ends the run.
func Solve(p timetable.Problem, plan Plan, limit time.Duration, ask func(q Question, left time.Duration) (Answer, error)) (Run, error) {
	m := NewModel(p, plan.Lean)
	rows := slices.Clone(m.Rows)
	var run Run
	for _, stage := range plan.Stages {
		stage = slices.DeleteFunc(slices.Clone(stage), func(g int) bool { return g >= len(m.Goals) })
		if len(stage) == 0 {
			continue
		}
		a, err := ask(Question{m.Vars, rows, m.weighted(stage)}, limit-run.CPU)
		if err != nil {
			return run, err
		}
		run.CPU += a.Used
		run.Starts += a.Start
		run.Outcome = a.Outcome
		if run.CPU >= limit {
			run.Outcome = Capped
		}
		if run.Outcome != Optimal {
			return run, nil
		}
		t := m.timetable(a.Value)
		if faults := timetable.Verify(p, t); len(faults) > 0 {
			run.Outcome, run.Remark = Wrong, faults[0].Message.String()
			return run, nil
		}
		run.Goals = Goals(timetable.Measure(p, t))
		for _, g := range stage {
			if row := m.keep(g, run.Goals[g]); len(row.Terms) > 0 {
				rows = append(rows, row)
			}
		}
	}
	return run, nil
}

// Goals returns the goals of a timetable in their order.
func Goals(m timetable.Measures) []int {
	goals := []int{m.Priority, m.Days, m.Sittings, m.BodyDays}
	if m.Moves.Known {
		goals = append(goals, m.Moves.N)
	}
	return goals
}

// keep returns the row that keeps a goal at least as good as a value of it.
func (m *Model) keep(goal, value int) Row {
	if goal == 0 { // the sum is of what is not placed
		all := 0
		for _, it := range m.problem.Items {
			all += it.Priority
		}
		value = all - value
	}
	sum := m.Goals[goal]
	return Row{Terms: scaled(-1, sum.Terms), Bound: sum.Constant - value}
}

// weighted returns a sum that is least where the goals are best in their order: one step of a goal weighs more than all
// that the goals after it can come to.
func (m *Model) weighted(goals []int) []Term {
	var terms []Term
	weight := 1
	for _, g := range slices.Backward(goals) {
		terms = append(terms, scaled(weight, m.Goals[g].Terms)...)
		weight *= m.Most[g] + 1
	}
	return merged(terms)
}

// merged adds up the terms of each variable.
func merged(terms []Term) []Term {
	sums := map[int]int{}
	for _, t := range terms {
		sums[t.Var] += t.Coef
	}
	var out []Term
	for _, t := range terms {
		if sums[t.Var] != 0 {
			out = append(out, Term{sums[t.Var], t.Var})
			sums[t.Var] = 0
		}
	}
	return out
}
