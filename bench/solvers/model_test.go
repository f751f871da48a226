package solvers_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/bench/solvers"
	"attwork.example/schedule/timetable"
)

// two: the required item does not fit the first sitting, and both items share the second one only if the pair allows it.
var two = timetable.Problem{
	Items: []timetable.Item{
		{ID: "a", Minutes: 60, Bodies: []string{"x"}, Priority: 2, Required: true},
		{ID: "b", Minutes: 30, Bodies: []string{"x"}, Priority: 3},
	},
	Sittings: []timetable.Sitting{{ID: "s1", Day: 1, Minutes: 30}, {ID: "s2", Day: 3, Minutes: 90}},
}

var byGoal, atOnce = [][]int{{0}, {1}, {2}, {3}, {4}}, [][]int{{0, 1, 2, 3, 4}}

func TestSmallProblem(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*timetable.Problem)
		want   []int // nil: infeasible
	}{
		"both in the second sitting":                  {func(*timetable.Problem) {}, []int{5, 1, 1, 1}},
		"apart, with a free day between":              {func(p *timetable.Problem) { p.Apart = [][2]string{{"a", "b"}} }, []int{5, 2, 2, 3}},
		"the required one first":                      {func(p *timetable.Problem) { p.Before = [][2]string{{"a", "b"}} }, []int{5, 1, 1, 1}},
		"first, and apart: b stays out":               {func(p *timetable.Problem) { p.Before, p.Apart = [][2]string{{"a", "b"}}, [][2]string{{"a", "b"}} }, []int{2, 1, 1, 1}},
		"a circle: b stays out":                       {func(p *timetable.Problem) { p.Before = [][2]string{{"a", "b"}, {"b", "a"}} }, []int{2, 1, 1, 1}},
		"a circle in parts":                           {func(p *timetable.Problem) { p.Before, p.Parts = [][2]string{{"b", "a"}}, [][]string{{"a", "b"}} }, nil},
		"before itself":                               {func(p *timetable.Problem) { p.Before = [][2]string{{"a", "a"}} }, nil},
		"closed":                                      {func(p *timetable.Problem) { p.Items[0].Closed = true }, nil},
		"nowhere":                                     {func(p *timetable.Problem) { p.Items[0].Allowed = []string{} }, nil},
		"one move: b was in the first":                {func(p *timetable.Problem) { p.Earlier = map[string]string{"a": "s2", "b": "s1"} }, []int{5, 1, 1, 1, 1}},
		"two moves: a was out, b where nobody is now": {func(p *timetable.Problem) { p.Earlier = map[string]string{"b": "gone"} }, []int{5, 1, 1, 1, 2}},
	} {
		p := two
		p.Items = slices.Clone(p.Items)
		c.change(&p)
		eachWay(t, p, func(way string, run solvers.Run) {
			want := solvers.Run{Outcome: solvers.Optimal, Goals: c.want}
			if c.want == nil {
				want.Outcome = solvers.Infeasible
			}
			assert.Equal(t, want, run, "%s, %s", name, way)
		})
	}
}

// eachWay solves a problem through each format, goal by goal and in one sum, lean and not.
func eachWay(t *testing.T, p timetable.Problem, then func(way string, run solvers.Run)) {
	t.Helper()
	for _, plan := range []solvers.Plan{{Stages: byGoal}, {Stages: byGoal, Lean: true}, {Stages: atOnce}} {
		lp, err := solvers.Solve(p, plan, 1, exact(t, solvers.WriteLP, readLP))
		require.NoError(t, err)
		then(fmt.Sprint("LP ", plan), lp)
		opb, err := solvers.Solve(p, plan, 1, exact(t, solvers.WriteOPB, readOPB))
		require.NoError(t, err)
		then(fmt.Sprint("OPB ", plan), opb)
	}
}

// TestEveryArrangement: on small random problems the model has the goals of the best of all arrangements that hold.
func TestEveryArrangement(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	outcomes := map[solvers.Outcome]int{}
	for n := range 60 {
		p := random(r)
		want := solvers.Run{Outcome: solvers.Infeasible}
		try(p, timetable.Timetable{}, func(tt timetable.Timetable) {
			if len(timetable.Verify(p, tt)) > 0 {
				return
			}
			g := solvers.Goals(timetable.Measure(p, tt))
			if want.Goals == nil || g[0] > want.Goals[0] || g[0] == want.Goals[0] && slices.Compare(g[1:], want.Goals[1:]) < 0 {
				want = solvers.Run{Outcome: solvers.Optimal, Goals: g}
			}
		})
		outcomes[want.Outcome]++
		eachWay(t, p, func(way string, run solvers.Run) {
			require.Equal(t, want, run, "problem %d, %s: %+v", n, way, p)
		})
	}
	require.Greater(t, outcomes[solvers.Optimal], 15)
	require.Greater(t, outcomes[solvers.Infeasible], 5)
}

// try goes through every arrangement of the items that are not in a timetable yet.
func try(p timetable.Problem, t timetable.Timetable, then func(timetable.Timetable)) {
	tryFrom(p, 0, t, then)
}

func tryFrom(p timetable.Problem, item int, t timetable.Timetable, then func(timetable.Timetable)) {
	if item == len(p.Items) {
		then(t)
		return
	}
	tryFrom(p, item+1, t, then)
	for _, s := range p.Sittings {
		more := append(slices.Clone(t.Assignments), timetable.Placement{Item: p.Items[item].ID, Sitting: s.ID})
		tryFrom(p, item+1, timetable.Timetable{Assignments: more}, then)
	}
}

// random returns a problem of four items and three sittings, with whatever can bind them.
func random(r *rand.Rand) timetable.Problem {
	var p timetable.Problem
	day := 1
	for s := range 3 {
		day += r.IntN(3)
		p.Sittings = append(p.Sittings, timetable.Sitting{ID: fmt.Sprint("s", s), Day: day, Minutes: 60, Closed: r.IntN(6) == 0})
	}
	id := func() string { return fmt.Sprint("t", r.IntN(4)) }
	sitting := func() string { return fmt.Sprint("s", r.IntN(4)) } // the last one is gone
	for i := range 4 {
		it := timetable.Item{
			ID: fmt.Sprint("t", i), Minutes: 20 + r.IntN(30), Priority: r.IntN(4), Required: r.IntN(3) == 0, Closed: r.IntN(8) == 0,
			Bodies: []string{"x", "y"}[:r.IntN(3)],
		}
		if r.IntN(3) == 0 {
			it.Allowed = []string{fmt.Sprint("s", r.IntN(3))}
		}
		p.Items = append(p.Items, it)
	}
	for range r.IntN(4) {
		p.Before = append(p.Before, [2]string{id(), id()})
	}
	for range r.IntN(3) {
		p.Apart = append(p.Apart, [2]string{id(), id()})
	}
	if r.IntN(3) == 0 {
		p.Parts = [][]string{{"t0", "t2"}}
	}
	if r.IntN(2) == 0 {
		p.Earlier = map[string]string{id(): sitting(), id(): sitting()}
	}
	return p
}

// TestWrittenText: one item, one sitting, nothing else to choose. The variables are the item in the sitting, whether it is
// placed, the sitting, its day, the day of the body and its rise.
func TestWrittenText(t *testing.T) {
	p := timetable.Problem{
		Items:    []timetable.Item{{ID: "a", Minutes: 45, Bodies: []string{"x"}, Priority: 7}},
		Sittings: []timetable.Sitting{{ID: "s1", Day: 1, Minutes: 60}},
	}
	m := solvers.NewModel(p, false)
	q := solvers.Question{Vars: m.Vars, Rows: m.Rows, Minimise: m.Goals[0].Terms}
	text := func(write func(io.Writer, solvers.Question) error) string {
		var b bytes.Buffer
		require.NoError(t, write(&b, q))
		return b.String()
	}
	assert.Equal(t, `Min
 obj: -7 x1
Subject To
 r0: +1 x0 -1 x1 = 0
 r1: +1 x5 -1 x4 >= 0
 r2: -1 x5 >= -1
 r3: -1 x0 +1 x2 >= 0
 r4: +60 x2 -45 x0 >= 0
 r5: -1 x2 +1 x3 >= 0
 r6: -1 x0 +1 x4 >= 0
Binary
 x0
 x1
 x2
 x3
 x4
 x5
End
`, text(solvers.WriteLP))
	assert.Equal(t, `* #variable= 6 #constraint= 7
min: -7 x2 ;
 +1 x1 -1 x2 = 0 ;
 +1 x6 -1 x5 >= 0 ;
 -1 x6 >= -1 ;
 -1 x1 +1 x3 >= 0 ;
 +60 x3 -45 x1 >= 0 ;
 -1 x3 +1 x4 >= 0 ;
 -1 x1 +1 x5 >= 0 ;
`, text(solvers.WriteOPB))
}
