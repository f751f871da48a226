package timetable_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/schedule/timetable"
)

// week has three days, the second a day off; s3 is closed.
func week() timetable.Problem {
	return timetable.Problem{
		Sittings: []timetable.Sitting{{ID: "s1", Day: 1, Minutes: 100}, {ID: "s2", Day: 1, Minutes: 60}, {ID: "s3", Day: 3, Minutes: 60, Closed: true}, {ID: "s4", Day: 3, Minutes: 60}},
		Items: []timetable.Item{
			{ID: "a", Minutes: 50, Bodies: []string{"x", "y", "x"}, Priority: 3, Required: true, Allowed: []string{"s1", "s4"}},
			{ID: "b", Minutes: 50, Bodies: []string{"y"}, Priority: 4},
			{ID: "c", Minutes: 20, Bodies: []string{"x"}, Priority: 2, Closed: true},
			{ID: "d", Minutes: 10, Priority: 1},
			{ID: "e", Minutes: 10, Priority: 7},
		},
		Before:  [][2]string{{"a", "b"}, {"d", "d"}},
		Apart:   [][2]string{{"a", "c"}, {"b", "b"}},
		Parts:   [][]string{{"b", "e"}},
		Earlier: map[string]string{"a": "s4", "b": "s1", "c": "", "d": "gone", "zz": "s1"},
	}
}

func at(pairs ...string) timetable.Timetable {
	var t timetable.Timetable
	for i := 0; i < len(pairs); i += 2 {
		t.Assignments = append(t.Assignments, timetable.Placement{Item: pairs[i], Sitting: pairs[i+1]})
	}
	return t
}

func rules(list []check.Finding) []string {
	var ids []string
	for _, f := range list {
		ids = append(ids, strings.TrimPrefix(f.Rule, "timetable/"))
	}
	return ids
}

func TestVerifyNamesEachFault(t *testing.T) {
	circle := week()
	circle.Before = append(circle.Before, [2]string{"e", "a"})
	for name, c := range map[string]struct {
		problem timetable.Problem
		table   timetable.Timetable
		want    []string
	}{
		"holds":             {week(), at("a", "s1", "b", "s1", "c", "s3", "e", "s4"), nil},
		"only the required": {week(), at("a", "s4"), nil},
		"required":          {week(), at("c", "s3"), []string{"verify-required"}},
		"allowed":           {week(), at("a", "s2"), []string{"verify-allowed"}},
		"closed item":       {week(), at("a", "s1", "c", "s4"), []string{"verify-closed"}},
		"open item":         {week(), at("a", "s1", "b", "s3", "e", "s4"), []string{"verify-closed"}},
		"minutes":           {week(), at("a", "s4", "b", "s4", "e", "s4"), []string{"verify-minutes"}},
		"before":            {week(), at("a", "s4", "b", "s1", "e", "s1"), []string{"verify-before"}},
		"before itself":     {week(), at("a", "s1", "d", "s1"), []string{"verify-before"}},
		"apart":             {week(), at("a", "s4", "c", "s3"), []string{"verify-apart"}},
		"parts":             {week(), at("a", "s1", "b", "s1"), []string{"verify-parts"}},
		"parts in order":    {week(), at("a", "s1", "b", "s2", "e", "s1"), []string{"verify-before"}},
		"circle":            {circle, at("a", "s4", "b", "s4", "e", "s4"), []string{"verify-circle", "verify-minutes"}},
		"again":             {week(), at("a", "s1", "a", "s4"), []string{"verify-assignment"}},
		"unknown":           {week(), at("a", "s1", "q", "s1", "b", "s9"), []string{"verify-assignment", "verify-assignment"}},
	} {
		found := timetable.Verify(c.problem, c.table)
		assert.Equal(t, c.want, rules(found), name)
		for _, f := range found {
			assert.NotContains(t, f.Message.String(), "{", name)
			assert.Equal(t, check.Error, f.Severity)
		}
		mixed := timetable.Timetable{Assignments: slices.Clone(c.table.Assignments)}
		if name != "again" { // there the first placement counts
			slices.Reverse(mixed.Assignments)
			assert.Equal(t, c.want, rules(timetable.Verify(c.problem, mixed)), name)
		}
	}
}

func TestVerifyHours(t *testing.T) {
	start := func(t timetable.Timetable, minutes ...int) timetable.Timetable {
		for i, n := range minutes {
			t.Assignments[i].Start = att.Exactly(n)
		}
		return t
	}
	p := week()
	p.Parts = nil
	both := func() timetable.Timetable { return at("a", "s1", "b", "s1") }
	assert.Empty(t, timetable.Verify(p, start(both(), 0, 50)))
	assert.Empty(t, timetable.Verify(p, start(both(), 0)), "one start is unknown")
	assert.Equal(t, []string{"verify-hours"}, rules(timetable.Verify(p, start(both(), 50, 0))), "a stands before b")
	assert.Equal(t, []string{"verify-hours"}, rules(timetable.Verify(p, start(both(), 0, 49))), "they overlap")
	assert.Equal(t, []string{"verify-hours"}, rules(timetable.Verify(p, start(both(), 0, 51))), "ends too late")
	long := start(both(), 0, 50)
	long.Assignments[1].Minutes = 40
	assert.Equal(t, []string{"verify-length"}, rules(timetable.Verify(p, long)))
}

func TestMeasure(t *testing.T) {
	m := timetable.Measure(week(), at("a", "s1", "b", "s1", "c", "s3", "e", "s4"))
	assert.Equal(t, timetable.Measures{
		Priority: 16, Days: 2, Sittings: 3,
		BodyDays:  3 + 1,          // x from day 1 to 3, y on day 1
		Moves:     att.Exactly(4), // a, c, d (its sitting is gone) and e; b stays
		Placed:    4,
		Unplaced:  1,
		Unplanned: 0 + 40 + 50,
	}, m)
	p := week()
	p.Earlier = nil
	assert.False(t, timetable.Measure(p, at("a", "s1")).Moves.Known)
	assert.Equal(t, timetable.Measures{Unplaced: 5}, timetable.Measure(p, timetable.Timetable{}))
}

// TestVerifyAgainstBruteForce changes timetables at random: Verify finds nothing exactly when the oracle holds.
func TestVerifyAgainstBruteForce(t *testing.T) {
	holds, broken := 0, 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 8))
		p := small(r)
		o := oracle{p: p, order: usual, at: make([]int, len(p.Items))}
		var table timetable.Timetable
		fits := true
		room := map[int]int{}
		for i, it := range p.Items {
			o.at[i] = r.IntN(len(p.Sittings)+1) - 1
			if r.IntN(3) == 0 {
				o.at[i] = -1
			}
			k := o.at[i]
			if k < 0 {
				fits = fits && !it.Required
				continue
			}
			room[k] += it.Minutes
			s := p.Sittings[k]
			fits = fits && room[k] <= s.Minutes && s.Closed == it.Closed && (it.Allowed == nil || slices.Contains(it.Allowed, s.ID))
			table.Assignments = append(table.Assignments, timetable.Placement{Item: it.ID, Sitting: s.ID})
		}
		want := fits && o.holds()
		if want {
			holds++
			m := timetable.Measure(p, table)
			v := []int{-m.Priority, m.Days, m.Sittings, m.BodyDays}
			if p.Earlier != nil {
				v = append(v, m.Moves.N)
			}
			require.Equal(t, o.values(), v, seed)
		} else {
			broken++
		}
		require.Equal(t, want, len(timetable.Verify(p, table)) == 0, fmt.Sprint("seed ", seed))
	}
	assert.Greater(t, holds, 100)
	assert.Greater(t, broken, 100)
}

func TestCheckProblem(t *testing.T) {
	assert.Equal(t, []string{"earlier", "earlier", "twice"}, rules(timetable.Check(week())), "notes only")
	for want, change := range map[string]func(p *timetable.Problem){
		"sittings[#2]: Two sittings have the id s1.": func(p *timetable.Problem) {
			p.Sittings[1].ID = "s1"
			p.Items = nil
			p.Before = nil
			p.Apart = nil
			p.Parts = nil
		},
		"items[#2]: Two items have the id a.":                                          func(p *timetable.Problem) { p.Items[1].ID = "a"; p.Parts = nil; p.Before = nil; p.Apart = nil },
		"items[#5]: The item has no id.":                                               func(p *timetable.Problem) { p.Items[4].ID = ""; p.Parts = nil },
		"items[a].minutes: The item a takes 0 minutes.":                                func(p *timetable.Problem) { p.Items[0].Minutes = 0 },
		"items[a].minutes: The item a takes -5 minutes.":                               func(p *timetable.Problem) { p.Items[0].Minutes = -5 },
		"items[a].priority: The item a has the priority -1.":                           func(p *timetable.Problem) { p.Items[0].Priority = -1 },
		"sittings[s1].minutes: The sitting s1 has -1 minutes.":                         func(p *timetable.Problem) { p.Sittings[0].Minutes = -1 },
		"sittings[s4].day: The day 2000000 of the sitting s4 is out of range.":         func(p *timetable.Problem) { p.Sittings[3].Day = 2_000_000 },
		"items[a].allowed[#2]: The item a may use the sitting s9, which is not there.": func(p *timetable.Problem) { p.Items[0].Allowed = []string{"s1", "s9"} },
		"before[#1]: q is no item of the problem.":                                     func(p *timetable.Problem) { p.Before[0][1] = "q" },
		"apart[#2]: q is no item of the problem.":                                      func(p *timetable.Problem) { p.Apart[1][0] = "q" },
		"parts[#1]: q is no item of the problem.":                                      func(p *timetable.Problem) { p.Parts[0][1] = "q" },
		"parts[#1]: A topic in parts names a part twice.":                              func(p *timetable.Problem) { p.Parts[0] = []string{"b", "b"} },
		"sittings: There are 64 sittings, and at most 63 can be arranged.":             func(p *timetable.Problem) { *p = large(1, 64) },
		"items: There are 1001 items, and at most 1000 can be arranged.":               func(p *timetable.Problem) { *p = large(1001, 1) },
		"items[a].minutes: The item a takes 1000001 minutes.":                          func(p *timetable.Problem) { p.Items[0].Minutes = 1_000_001 },
	} {
		p := week()
		change(&p)
		found := timetable.Check(p)
		require.NotEmpty(t, found, want)
		assert.Equal(t, want, fmt.Sprintf("%s: %s", found[0].Path, found[0].Message))
		_, err := timetable.Solve(t.Context(), p, timetable.Options{})
		require.EqualError(t, err, "timetable: "+want)
	}
	late := week()
	late.Sittings[3].Day = 2
	assert.Contains(t, rules(timetable.Check(late)), "order")
}

func large(items, sittings int) timetable.Problem {
	var p timetable.Problem
	for i := range items {
		p.Items = append(p.Items, timetable.Item{ID: fmt.Sprintf("t%d", i), Minutes: 60, Bodies: []string{fmt.Sprintf("b%d", i)}, Priority: 1})
	}
	for i := range sittings {
		p.Sittings = append(p.Sittings, timetable.Sitting{ID: fmt.Sprintf("s%d", i), Day: i / 2, Minutes: 120})
	}
	return p
}

// TestLarge goes past what the bounds look at whole: 64 bodies, 12 sittings, 63 sittings in all.
func TestLarge(t *testing.T) {
	for _, c := range []struct{ items, sittings, placed int }{{70, 63, 70}, {70, 20, 40}, {0, 3, 0}, {3, 0, 0}, {0, 0, 0}} {
		order := usual
		if c.items > c.placed { // which of seventy alike are left out makes for too many spans to prove
			order = usual[:3]
		}
		a := solved(t, large(c.items, c.sittings), timetable.Options{Nodes: 50_000, Order: order})
		require.Equal(t, timetable.Optimal, a.Status, c)
		assert.Equal(t, c.placed, a.Goals[0].Value, c)
		assert.Equal(t, (c.placed+3)/4, a.Goals[1].Value, "four items fill a day: %v", c)
		assert.Equal(t, (c.placed+1)/2, a.Goals[2].Value, c)
		if len(order) > 3 {
			assert.Equal(t, c.placed, a.Goals[3].Value, "each body has one item: %v", c)
		}
	}
}

// TestTwoFit has twenty-five items that each take more than a third of a sitting. There are minutes for all of them,
// but a sitting holds no more than two, so that twelve sittings leave one out.
func TestTwoFit(t *testing.T) {
	var p timetable.Problem
	for k := range 12 {
		p.Sittings = append(p.Sittings, timetable.Sitting{ID: fmt.Sprintf("s%d", k), Day: k / 2, Minutes: 122})
	}
	for i := range 25 {
		p.Items = append(p.Items, timetable.Item{ID: fmt.Sprintf("t%02d", i), Minutes: 41 + i, Priority: 1 + i%2})
	}
	a := solved(t, p, timetable.Options{Nodes: 50_000, Order: usual[:1]})
	require.Equal(t, timetable.Optimal, a.Status)
	assert.Equal(t, 13+2*12-1, a.Goals[0].Value, "one of the thirteen of priority 1 is left out")
}

func TestOrderOfGoals(t *testing.T) {
	for _, order := range [][]timetable.Goal{{timetable.Days, timetable.Days}, {7}, {-1}} {
		_, err := timetable.Solve(t.Context(), week(), timetable.Options{Order: order})
		require.Error(t, err)
	}
	// Moves first keeps all that can stay: a in s4, b in s1 with e unplaced is impossible, since b needs e.
	a := solved(t, week(), timetable.Options{Order: []timetable.Goal{timetable.Moves}})
	require.Len(t, a.Goals, 1)
	assert.Equal(t, 2, a.Goals[0].Value, "b is dropped, since a stays in s4 behind it; d's sitting is gone")
}

func TestReadProblem(t *testing.T) {
	const doc = `{"format": "attwork/timetable-instance/1", "name": "n",
 "items": [{"id": "a", "minutes": 5, "bodies": [], "priority": 1, "required": false, "closed": false, "allowed": []}],
 "sittings": [{"id": "s", "day": 1, "minutes": 9}],
 "earlier": {"a": null, "null": "s"}}`
	p, err := timetable.ReadProblem("f.json", strings.NewReader(doc))
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"a": "", "null": "s"}, p.Earlier)
	assert.Equal(t, []string{}, p.Items[0].Allowed)
	p, err = timetable.ReadProblem("f.json", strings.NewReader(`{"format": "attwork/timetable-instance/1", "earlier": null}`))
	require.NoError(t, err)
	assert.Nil(t, p.Earlier)
	for want, change := range map[string][2]string{
		`f.json:4:23: earlier.null: expected a text in quotation marks, found a number`:                                 {`"null": "s"`, `"null": 5`},
		`f.json:2:56: items[a].priority: expected a value, found null; leave out what is unknown`:                       {`"priority": 1`, `"priority": null`},
		`f.json:3:28: sittings[s]: unknown key "days"`:                                                                  {`"day"`, `"days"`},
		`f.json:1:12: format: expected the format "attwork/timetable-instance/1", found "attwork/timetable-instance/2"`: {"instance/1", "instance/2"},
	} {
		_, err := timetable.ReadProblem("f.json", strings.NewReader(strings.Replace(doc, change[0], change[1], 1)))
		var input *att.InputError
		require.ErrorAs(t, err, &input, want)
		assert.NotZero(t, input.Line)
		if !assert.Contains(t, err.Error(), want[strings.Index(want, ": ")+2:]) {
			t.Log(want)
		}
	}
	faults := timetable.Locate("f.json", []byte(doc), timetable.Check(timetable.Problem{Items: []timetable.Item{{ID: "a"}}}))
	require.Len(t, faults, 1)
	assert.Equal(t, 2, faults[0].Position.Line)
}

func TestTimetableDocument(t *testing.T) {
	table := timetable.Timetable{Name: "x", Assignments: []timetable.Placement{{Item: "a", Sitting: "s1", Start: att.Exactly(0), Minutes: 50}, {Item: "b", Sitting: "s1"}}}
	var b bytes.Buffer
	require.NoError(t, table.Write(&b))
	back, err := timetable.ReadTimetable("t.json", &b)
	require.NoError(t, err)
	assert.Equal(t, table, back)
	for _, doc := range []string{"", "{}", `{"format":"attwork/timetable/1","assignments":[{"item":"a","sitting":"s","start":"at least 3"}]}`, `{"format":"attwork/timetable/1","assignments":[{"item":"a","start":-1}]}`} {
		_, err := timetable.ReadTimetable("t.json", strings.NewReader(doc))
		var input *att.InputError
		require.ErrorAs(t, err, &input, doc)
	}
}
