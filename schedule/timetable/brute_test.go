package timetable_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/schedule/timetable"
)

// small makes a random problem of up to 8 items and 2 to 5 sittings with every kind of constraint.
func small(r *rand.Rand) timetable.Problem {
	var p timetable.Problem
	day := 1 + r.IntN(3)
	for k := range 2 + r.IntN(4) {
		p.Sittings = append(p.Sittings, timetable.Sitting{ID: fmt.Sprintf("s%d", k), Day: day, Minutes: r.IntN(7) * 10, Closed: r.IntN(6) == 0})
		if r.IntN(2) == 0 {
			day += 1 + r.IntN(2)
		}
	}
	for i := range 1 + r.IntN(8) {
		it := timetable.Item{
			ID: fmt.Sprintf("t%d", i), Minutes: 5 * (1 + r.IntN(6)), Priority: r.IntN(5), Required: r.IntN(3) == 0, Closed: r.IntN(8) == 0,
		}
		for b := range 3 {
			if r.IntN(3) == 0 {
				it.Bodies = append(it.Bodies, fmt.Sprintf("b%d", b))
			}
		}
		if r.IntN(3) == 0 {
			it.Allowed = []string{}
			for _, s := range p.Sittings {
				if r.IntN(3) > 0 {
					it.Allowed = append(it.Allowed, s.ID)
				}
			}
		}
		p.Items = append(p.Items, it)
	}
	item := func() string { return p.Items[r.IntN(len(p.Items))].ID }
	for range r.IntN(4) {
		p.Before = append(p.Before, [2]string{item(), item()})
	}
	for range r.IntN(3) {
		p.Apart = append(p.Apart, [2]string{item(), item()})
	}
	if r.IntN(3) == 0 {
		group := []string{item(), item(), item()}[:2+r.IntN(2)]
		if g := slices.Compact(slices.Sorted(slices.Values(group))); len(g) == len(group) {
			p.Parts = append(p.Parts, group)
		}
	}
	if r.IntN(2) == 0 {
		p.Earlier = map[string]string{"gone": "s0"}
		for _, it := range p.Items {
			switch r.IntN(6) {
			case 0:
				p.Earlier[it.ID] = ""
			case 1:
				p.Earlier[it.ID] = "elsewhere"
			case 2:
			default:
				p.Earlier[it.ID] = p.Sittings[r.IntN(len(p.Sittings))].ID
			}
		}
	}
	return p
}

// oracle goes through every timetable of a problem. It is written from the words of the format and judges each
// one as a whole; minutes alone are looked at on the way.
type oracle struct {
	p         timetable.Problem
	order     []timetable.Goal
	at        []int // of items: sitting, or -1
	room      []int
	best      []int                          // nil: nothing holds
	within    func(days, sittings int) bool  // nil: any number of them
	price     func(days, sittings int) int64 // that counts last; nil: nothing does
	practical map[string]bool                // items whose minutes count behind the goals, the more the better
	free      map[string]bool                // items that may use every sitting
	each      func(v []int)                  // sees the values of every timetable that holds; may be nil
}

func (o *oracle) place(i int) {
	if i == len(o.p.Items) {
		if o.holds() {
			v := o.values()
			if o.each != nil {
				o.each(v)
			}
			if o.within != nil && !o.within(o.used()) {
				return
			}
			if o.best == nil || slices.Compare(v, o.best) < 0 {
				o.best = v
			}
		}
		return
	}
	it := o.p.Items[i]
	if !it.Required {
		o.at[i] = -1
		o.place(i + 1)
	}
	for k, s := range o.p.Sittings {
		window := s.Closed == it.Closed && (it.Allowed == nil || slices.Contains(it.Allowed, s.ID))
		if o.room[k] < it.Minutes || !window && !o.free[it.ID] {
			continue
		}
		o.at[i] = k
		o.room[k] -= it.Minutes
		o.place(i + 1)
		o.room[k] += it.Minutes
	}
}

func (o *oracle) index(id string) int {
	return slices.IndexFunc(o.p.Items, func(it timetable.Item) bool { return it.ID == id })
}

func (o *oracle) holds() bool {
	var live [][2]int
	pair := func(a, b string) bool {
		i, j := o.index(a), o.index(b)
		if o.at[i] < 0 || o.at[j] < 0 {
			return true
		}
		live = append(live, [2]int{i, j})
		return i != j && o.at[i] <= o.at[j]
	}
	for _, x := range o.p.Before {
		if !pair(x[0], x[1]) {
			return false
		}
	}
	for _, g := range o.p.Parts {
		for k := range g {
			if (o.at[o.index(g[k])] < 0) != (o.at[o.index(g[0])] < 0) || k > 0 && !pair(g[k-1], g[k]) {
				return false
			}
		}
	}
	for _, x := range o.p.Apart {
		i, j := o.index(x[0]), o.index(x[1])
		if i != j && o.at[i] >= 0 && o.at[j] >= 0 && o.p.Sittings[o.at[i]].Day == o.p.Sittings[o.at[j]].Day {
			return false
		}
	}
	return straight(len(o.at), live)
}

// straight reports whether there is an order: every item gets a rank above those in front of it, which ends unless
// ranks grow for ever.
func straight(n int, live [][2]int) bool {
	rank := make([]int, n)
	for grown := true; grown; {
		grown = false
		for _, x := range live {
			if rank[x[1]] <= rank[x[0]] {
				rank[x[1]] = rank[x[0]] + 1
				grown = true
				if rank[x[1]] > n {
					return false
				}
			}
		}
	}
	return true
}

func (o *oracle) used() (days, sittings int) {
	ofDays, ofSittings := map[int]bool{}, map[int]bool{}
	for _, k := range o.at {
		if k >= 0 {
			ofDays[o.p.Sittings[k].Day], ofSittings[k] = true, true
		}
	}
	return len(ofDays), len(ofSittings)
}

func (o *oracle) values() []int {
	priority, moves := 0, 0
	days, used := map[int]bool{}, map[int]bool{}
	met := map[string][]int{}
	for i, it := range o.p.Items {
		id := ""
		if k := o.at[i]; k >= 0 {
			id = o.p.Sittings[k].ID
			priority += it.Priority
			days[o.p.Sittings[k].Day], used[k] = true, true
			for _, b := range it.Bodies {
				met[b] = append(met[b], o.p.Sittings[k].Day)
			}
		}
		if o.p.Earlier[it.ID] != id {
			moves++
		}
	}
	span := 0
	for _, list := range met {
		span += slices.Max(list) - slices.Min(list) + 1
	}
	all := map[timetable.Goal]int{timetable.Priority: -priority, timetable.Days: len(days), timetable.Sittings: len(used), timetable.BodyDays: span, timetable.Moves: moves}
	v := []int{}
	for _, g := range o.order {
		if g != timetable.Moves || o.p.Earlier != nil {
			v = append(v, all[g])
		}
	}
	minutes := 0
	for i, it := range o.p.Items {
		if o.at[i] >= 0 && o.practical[it.ID] {
			minutes += it.Minutes
		}
	}
	if o.practical != nil {
		v = append(v, -minutes)
	}
	if o.price != nil {
		v = append(v, int(o.price(o.used())))
	}
	return v
}

func (o *oracle) solve() []int {
	o.at = make([]int, len(o.p.Items))
	for _, s := range o.p.Sittings {
		o.room = append(o.room, s.Minutes)
	}
	o.place(0)
	return o.best
}

var usual = []timetable.Goal{timetable.Priority, timetable.Days, timetable.Sittings, timetable.BodyDays, timetable.Moves}

func solved(t *testing.T, p timetable.Problem, o timetable.Options) timetable.Answer {
	t.Helper()
	a, err := timetable.Solve(context.Background(), p, o)
	require.NoError(t, err)
	return a
}

// expectOracle compares the answer with the best that going through all timetables finds.
func expectOracle(t *testing.T, p timetable.Problem, o timetable.Options, name string) {
	t.Helper()
	a := solved(t, p, o)
	order := usual
	if o.Order != nil {
		order = o.Order
	}
	best := (&oracle{p: p, order: order}).solve()
	if best == nil {
		require.Equal(t, timetable.Infeasible, a.Status, name)
		return
	}
	require.Equal(t, timetable.Optimal, a.Status, name)
	got := []int{}
	for _, g := range a.Goals {
		require.True(t, g.Proven(), name)
		v := g.Value
		if g.Goal == timetable.Priority {
			v = -v
		}
		got = append(got, v)
	}
	require.Equal(t, best, got, name)
	require.Empty(t, timetable.Verify(p, a.Timetable), name)
	m := timetable.Measure(p, a.Timetable)
	for _, g := range a.Goals {
		want := map[timetable.Goal]int{timetable.Priority: m.Priority, timetable.Days: m.Days, timetable.Sittings: m.Sittings, timetable.BodyDays: m.BodyDays, timetable.Moves: m.Moves.N}
		require.Equal(t, want[g.Goal], g.Value, name)
	}
	require.Len(t, a.Unplaced, m.Unplaced, name)
}

func TestBruteForce(t *testing.T) {
	infeasible := 0
	for seed := range uint64(3000) {
		p := small(rand.New(rand.NewPCG(seed, 1)))
		expectOracle(t, p, timetable.Options{}, fmt.Sprint("seed ", seed))
		if (&oracle{p: p, order: usual}).solve() == nil {
			infeasible++
		}
	}
	assert.Greater(t, infeasible, 300, "the infeasible ones are tested too")
	assert.Less(t, infeasible, 2000)
}

func TestBruteForceInOtherOrders(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 2))
		order := slices.Clone(usual)
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		expectOracle(t, small(r), timetable.Options{Order: order[:1+r.IntN(5)]}, fmt.Sprint("seed ", seed, order))
	}
}

func TestContextEndsTheSearch(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a, err := timetable.Solve(ctx, small(rand.New(rand.NewPCG(1, 1))), timetable.Options{})
	require.NoError(t, err)
	assert.Equal(t, timetable.Undetermined, a.Status)
	assert.Equal(t, timetable.StoppedByContext, a.Stopped)
	assert.Empty(t, a.Goals)
}

// shuffled says the same as p in another order.
func shuffled(r *rand.Rand, p timetable.Problem) timetable.Problem {
	q := timetable.Problem{Name: p.Name, Sittings: p.Sittings, Earlier: p.Earlier}
	for _, i := range r.Perm(len(p.Items)) {
		it := p.Items[i]
		it.Bodies, it.Allowed = slices.Clone(it.Bodies), slices.Clone(it.Allowed)
		r.Shuffle(len(it.Bodies), func(i, j int) { it.Bodies[i], it.Bodies[j] = it.Bodies[j], it.Bodies[i] })
		r.Shuffle(len(it.Allowed), func(i, j int) { it.Allowed[i], it.Allowed[j] = it.Allowed[j], it.Allowed[i] })
		q.Items = append(q.Items, it)
	}
	for _, i := range r.Perm(len(p.Before)) {
		q.Before = append(q.Before, p.Before[i])
	}
	for _, i := range r.Perm(len(p.Apart)) {
		q.Apart = append(q.Apart, [2]string{p.Apart[i][1], p.Apart[i][0]})
	}
	for _, i := range r.Perm(len(p.Parts)) {
		q.Parts = append(q.Parts, p.Parts[i])
	}
	return q
}

func TestOrderOfInputDoesNotMatter(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		p := small(r)
		q := shuffled(r, p)
		nodes := 1 + r.IntN(60) // also where the budget ends in the middle
		assert.Equal(t, solved(t, p, timetable.Options{Nodes: nodes}), solved(t, q, timetable.Options{Nodes: nodes}), seed)
		var one, two bytes.Buffer
		require.NoError(t, p.Write(&one))
		require.NoError(t, q.Write(&two))
		require.Equal(t, one.String(), two.String())
		back, err := timetable.ReadProblem("again", &one)
		require.NoError(t, err)
		require.Equal(t, solved(t, p, timetable.Options{}), solved(t, back, timetable.Options{}))
	}
}

// costs returns the values and the bounds of an answer, each the better the lower.
func costs(a timetable.Answer) (values, bounds []int) {
	for _, g := range a.Goals {
		sign := 1
		if g.Goal == timetable.Priority {
			sign = -1
		}
		values, bounds = append(values, sign*g.Value), append(bounds, sign*g.Bound)
	}
	return values, bounds
}

// expectBounds holds each bound against all timetables that are as good in the goals before. It returns how many
// goals behind an unproven one have a bound above 0.
func expectBounds(t *testing.T, p timetable.Problem, a timetable.Answer, name string) (late int) {
	t.Helper()
	values, bounds := costs(a)
	o := &oracle{p: p, order: usual, each: func(v []int) {
		for i := range values {
			require.GreaterOrEqual(t, v[i], bounds[i], name)
			if v[i] > values[i] {
				return
			}
		}
	}}
	o.solve()
	unproven := false
	for i, g := range a.Goals {
		if unproven && bounds[i] > 0 {
			late++
		}
		unproven = unproven || !g.Proven()
	}
	return late
}

func TestBudgetAlwaysTellsTheTruth(t *testing.T) {
	statuses, late := map[timetable.Status]int{}, 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 4))
		p := small(r)
		best := (&oracle{p: p, order: usual}).solve()
		a := solved(t, p, timetable.Options{Nodes: 1 + r.IntN(12)})
		statuses[a.Status]++
		late += expectBounds(t, p, a, fmt.Sprint("seed ", seed))
		switch a.Status {
		case timetable.Infeasible:
			require.Nil(t, best, seed)
		case timetable.Optimal, timetable.Feasible:
			require.NotNil(t, best, seed)
			require.Empty(t, timetable.Verify(p, a.Timetable), seed)
			values, _ := costs(a)
			require.GreaterOrEqual(t, slices.Compare(values, best), 0, seed)
			if a.Status == timetable.Optimal {
				require.Equal(t, best, values, seed)
			}
		}
		if a.Status == timetable.Optimal || a.Status == timetable.Infeasible {
			require.Empty(t, a.Stopped)
		} else {
			require.Equal(t, timetable.StoppedByNodes, a.Stopped)
		}
	}
	require.Len(t, statuses, 4, "each status occurs: %v", statuses)
	assert.Greater(t, late, 20, "goals behind an unproven one have bounds too")
}

func FuzzSolve(f *testing.F) {
	for seed := range uint64(20) {
		var b bytes.Buffer
		require.NoError(f, small(rand.New(rand.NewPCG(seed, 5))).Write(&b))
		f.Add(b.String())
	}
	f.Fuzz(func(t *testing.T, document string) {
		p, err := timetable.ReadProblem("fuzz", strings.NewReader(document))
		if err != nil {
			return
		}
		a, err := timetable.Solve(context.Background(), p, timetable.Options{Nodes: 300})
		timetable.Measure(p, a.Timetable)
		timetable.Verify(p, a.Timetable)
		points, _ := timetable.Frontier(t.Context(), p, timetable.FrontierOptions{Nodes: 100, Prices: timetable.Prices{Day: 3, Sitting: 2}, Budget: 20})
		for _, point := range points {
			if point.Status == timetable.Optimal || point.Status == timetable.Feasible {
				require.Empty(t, timetable.Verify(p, point.Timetable))
				require.LessOrEqual(t, point.Price, int64(20))
			}
		}
		if err != nil {
			return
		}
		if a.Status == timetable.Optimal || a.Status == timetable.Feasible {
			require.Empty(t, timetable.Verify(p, a.Timetable))
		}
	})
}
