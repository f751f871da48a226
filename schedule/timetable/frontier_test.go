package timetable_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule/timetable"
)

// daysOf counts the days of a problem.
func daysOf(p timetable.Problem) int {
	days := map[int]bool{}
	for _, s := range p.Sittings {
		days[s.Day] = true
	}
	return len(days)
}

// expectPoint holds a point against the best that going through all timetables finds.
func expectPoint(t *testing.T, p timetable.Problem, o timetable.FrontierOptions, point timetable.Point, name string) {
	t.Helper()
	price := func(days, sittings int) int64 {
		return o.Prices.Round + int64(days)*o.Prices.Day + int64(sittings)*o.Prices.Sitting
	}
	all := &oracle{p: p, order: usual[:1], practical: o.Practical, price: price, within: func(days, sittings int) bool {
		return days <= point.Days && (o.Budget == 0 || price(days, sittings) <= o.Budget)
	}}
	best := all.solve()
	if best == nil {
		require.Equal(t, timetable.Infeasible, point.Status, name)
		require.Zero(t, point.Priority, name)
		return
	}
	require.Equal(t, timetable.Optimal, point.Status, name)
	require.Equal(t, timetable.Result{Goal: timetable.Priority, Value: -best[0], Bound: -best[0]}, point.Priority, name)
	require.Empty(t, timetable.Verify(p, point.Timetable), name)
	m := timetable.Measure(p, point.Timetable)
	require.LessOrEqual(t, m.Days, point.Days, name)
	require.Equal(t, point.Priority.Value, m.Priority, name)
	require.Len(t, point.Unplaced, m.Unplaced, name)
	require.Equal(t, price(m.Days, m.Sittings), point.Price, name)
	require.Equal(t, int64(best[len(best)-1]), point.Price, name)
	require.True(t, point.Least, name)
	if o.Budget > 0 {
		require.LessOrEqual(t, point.Price, o.Budget, name)
	}
	if o.Practical == nil {
		require.Equal(t, len(p.Items) == 0, point.Most, name)
		require.Equal(t, att.Count{}, point.Practical, name)
		return
	}
	require.True(t, point.Most, name)
	require.Equal(t, att.Exactly(-best[1]), point.Practical, name)
}

func TestFrontier(t *testing.T) {
	more := 0
	for seed := range uint64(300) {
		p := small(rand.New(rand.NewPCG(seed, 9)))
		points, err := timetable.Frontier(t.Context(), p, timetable.FrontierOptions{})
		require.NoError(t, err)
		require.Len(t, points, daysOf(p))
		for i, point := range points {
			require.Equal(t, i+1, point.Days)
			expectPoint(t, p, timetable.FrontierOptions{}, point, fmt.Sprint("seed ", seed))
			if i > 0 && points[i-1].Status == timetable.Optimal && point.Priority.Value > points[i-1].Priority.Value {
				more++
			}
		}
	}
	assert.Greater(t, more, 20, "a further day often buys something")
}

// TestFrontierWithBudget goes through all timetables that a budget can pay, with prices that make few days dear, or
// many sittings, and with minutes of practice among equals.
func TestFrontierWithBudget(t *testing.T) {
	short, dearer := 0, 0
	for seed := range uint64(800) {
		r := rand.New(rand.NewPCG(seed, 10))
		p := small(r)
		o := timetable.FrontierOptions{
			Prices:    timetable.Prices{Round: int64(r.IntN(3)), Day: int64(r.IntN(4)), Sitting: int64(1 + r.IntN(3))},
			Practical: map[string]bool{},
		}
		o.Budget = int64(1 + r.IntN(10))
		for _, it := range p.Items {
			o.Practical[it.ID] = r.IntN(2) == 0
		}
		points, err := timetable.Frontier(t.Context(), p, o)
		require.NoError(t, err)
		affordable := 0
		for n := 1; n <= daysOf(p) && o.Prices.Round+int64(n)*(o.Prices.Day+o.Prices.Sitting) <= o.Budget; n++ {
			affordable = n
		}
		require.Len(t, points, affordable, seed)
		if affordable < daysOf(p) {
			short++
		}
		free, err := timetable.Frontier(t.Context(), p, timetable.FrontierOptions{Practical: o.Practical, Prices: o.Prices})
		require.NoError(t, err)
		for i, point := range points {
			expectPoint(t, p, o, point, fmt.Sprint("seed ", seed))
			expectPoint(t, p, timetable.FrontierOptions{Practical: o.Practical, Prices: o.Prices}, free[i], fmt.Sprint("seed ", seed))
			if free[i].Priority.Value > point.Priority.Value {
				dearer++
			}
		}
	}
	assert.Greater(t, short, 50, "the budget often ends before the days")
	assert.Greater(t, dearer, 20, "the budget often costs priority")
}

// TestFrontierOfWhatIsUnknown: minutes are a lower bound, or unknown, where nobody says what an item is about.
func TestFrontierOfWhatIsUnknown(t *testing.T) {
	p := short() // art-11 and reporting are placed on two days, art-11 alone on one
	practical := func(known map[string]bool) []timetable.Point {
		points, err := timetable.Frontier(t.Context(), p, timetable.FrontierOptions{Practical: known})
		require.NoError(t, err)
		require.Len(t, points, 2)
		return points
	}
	points := practical(map[string]bool{"art-11": true})
	assert.Equal(t, att.Exactly(90), points[0].Practical)
	assert.False(t, points[0].Most, "what the others are about is unknown")
	assert.Equal(t, att.AtLeast(90), points[1].Practical)
	points = practical(map[string]bool{"art-11": false})
	assert.Equal(t, att.Exactly(0), points[0].Practical)
	assert.Equal(t, att.Count{}, points[1].Practical)
	points = practical(map[string]bool{"art-11": true, "reporting": false, "outreach": true})
	assert.Equal(t, att.Exactly(90), points[1].Practical)
	assert.True(t, points[1].Most)
	p.Items[2].Minutes = 900 // fits nowhere
	for i := range p.Items {
		p.Items[i].Priority = 1_000_000 // too much to be weighed against minutes
	}
	points = practical(map[string]bool{"art-11": true, "reporting": false, "outreach": true})
	assert.Equal(t, timetable.Optimal, points[1].Status)
	assert.False(t, points[1].Most, "nothing was proven about minutes")
}

func TestFrontierStopsOrRefuses(t *testing.T) {
	_, err := timetable.Frontier(t.Context(), timetable.Problem{Items: []timetable.Item{{}}}, timetable.FrontierOptions{})
	require.Error(t, err)
	for _, o := range []timetable.FrontierOptions{
		{Budget: -1}, {Budget: timetable.MaxPrice + 1}, {Prices: timetable.Prices{Round: -1}}, {Prices: timetable.Prices{Day: -1}}, {Prices: timetable.Prices{Sitting: math.MaxInt64}},
	} {
		_, err := timetable.Frontier(t.Context(), short(), o)
		require.ErrorContains(t, err, "may be from 0 to")
	}
}

// TestFrontierUnderFewNodes: whatever a point claims after a search that was cut short is so.
func TestFrontierUnderFewNodes(t *testing.T) {
	claims := map[string]int{}
	seeds := []uint64{355, 848} // where more is proven of more days than of fewer, which is rare
	for seed := range uint64(100) {
		seeds = append(seeds, seed)
	}
	for _, seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 14))
		p := small(r)
		o := timetable.FrontierOptions{Prices: timetable.Prices{Day: int64(r.IntN(3)), Sitting: 1}, Budget: int64(r.IntN(3) * 4), Practical: map[string]bool{}}
		for _, it := range p.Items {
			o.Practical[it.ID] = r.IntN(2) == 0
		}
		for o.Nodes = 1; o.Nodes < 40; o.Nodes += 3 {
			points, err := timetable.Frontier(t.Context(), p, o)
			require.NoError(t, err)
			bound, total := 0, 0 // the weakest so far, and of nothing known
			for _, it := range p.Items {
				total += it.Priority
			}
			for _, point := range points {
				claims[claim(t, p, o, point)]++
				if point.Status == timetable.Optimal && point.Priority.Bound < bound {
					claims["more is known of more days"]++
				}
				bound = max(bound, point.Priority.Bound)
				if point.Status == timetable.Undetermined {
					bound = total
				}
			}
		}
	}
	for _, kind := range []string{
		"optimal true true", "optimal true false", "optimal false true", "optimal false false", "feasible false false", "undetermined false false", "infeasible false false",
		"more is known of more days",
	} {
		assert.Positive(t, claims[kind], "%s: %v", kind, claims)
	}
}

// claim holds what a point claims against all timetables, and returns it in a word: status, minutes proven, price proven.
func claim(t *testing.T, p timetable.Problem, o timetable.FrontierOptions, point timetable.Point) string {
	t.Helper()
	all := &oracle{p: p, order: usual[:1], practical: o.Practical, price: func(days, sittings int) int64 {
		return int64(days)*o.Prices.Day + int64(sittings)*o.Prices.Sitting
	}}
	cheapest := int64(math.MaxInt64) // of those as good as the point
	all.within = func(days, _ int) bool {
		v := all.values()
		fits := days <= point.Days && (o.Budget == 0 || int64(v[2]) <= o.Budget)
		if fits && -v[0] >= point.Priority.Value && -v[1] >= point.Practical.N {
			cheapest = min(cheapest, int64(v[2]))
		}
		return fits
	}
	best := all.solve()
	switch point.Status {
	case timetable.Infeasible:
		require.Nil(t, best)
	case timetable.Optimal:
		require.Equal(t, -best[0], point.Priority.Value)
	case timetable.Feasible:
		require.LessOrEqual(t, point.Priority.Value, -best[0])
		require.GreaterOrEqual(t, point.Priority.Bound, -best[0])
	}
	if point.Most {
		require.Equal(t, -best[1], point.Practical.N)
	}
	if point.Least {
		require.Equal(t, cheapest, point.Price)
	}
	return fmt.Sprintf("%s %t %t", point.Status, point.Most, point.Least)
}

// TestFrontierPrice: six items fill three sittings of the first day, or one of them and the long one of the second day.
// Which is cheaper depends on the prices.
func TestFrontierPrice(t *testing.T) {
	p := timetable.Problem{Sittings: []timetable.Sitting{
		{ID: "s1", Day: 1, Minutes: 60}, {ID: "s2", Day: 1, Minutes: 60}, {ID: "s3", Day: 1, Minutes: 60}, {ID: "long", Day: 2, Minutes: 120},
	}}
	for i := range 6 {
		p.Items = append(p.Items, timetable.Item{ID: fmt.Sprint("t", i), Minutes: 30, Priority: 1})
	}
	for _, c := range []struct {
		prices        timetable.Prices
		first, second int64
	}{
		{timetable.Prices{Day: 1, Sitting: 5}, 16, 12},
		{timetable.Prices{Day: 10, Sitting: 1}, 13, 13},
	} {
		points, err := timetable.Frontier(t.Context(), p, timetable.FrontierOptions{Prices: c.prices})
		require.NoError(t, err)
		for i, price := range []int64{c.first, c.second} {
			assert.Equal(t, 6, points[i].Priority.Value)
			assert.Equal(t, price, points[i].Price)
			assert.True(t, points[i].Least)
		}
	}
}

// TestFrontierTradesPractice: a second day has room for a topic in two parts, which is worth more than the practice that
// it takes the place of. That the first day holds more practice proves nothing about the second.
func TestFrontierTradesPractice(t *testing.T) {
	p := timetable.Problem{
		Sittings: []timetable.Sitting{{ID: "d1", Day: 1, Minutes: 60}, {ID: "d2", Day: 2, Minutes: 60}, {ID: "closed", Day: 2, Minutes: 60, Closed: true}},
		Items: []timetable.Item{
			{ID: "practice", Minutes: 60, Priority: 5, Allowed: []string{"d1"}},
			{ID: "part-1", Minutes: 60, Priority: 8, Allowed: []string{"d1"}},
			{ID: "part-2", Minutes: 60, Allowed: []string{"d2"}},
		},
		Parts: [][]string{{"part-1", "part-2"}},
	}
	points, err := timetable.Frontier(t.Context(), p, timetable.FrontierOptions{
		Prices: timetable.Prices{Sitting: 1}, Budget: 2, Practical: map[string]bool{"practice": true, "part-1": false, "part-2": false},
	})
	require.NoError(t, err)
	require.Len(t, points, 2)
	for i, want := range []struct{ priority, practical int }{{5, 60}, {8, 0}} {
		assert.Equal(t, want.priority, points[i].Priority.Value)
		assert.Equal(t, att.Exactly(want.practical), points[i].Practical)
		assert.True(t, points[i].Most && points[i].Least)
	}
}
