package timetable_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/schedule/timetable"
)

// holding reports whether any timetable holds when only these constraints of a problem are asked for. It goes
// through all of them.
func holding(p timetable.Problem, list []timetable.Constraint) bool {
	asked := func(k timetable.ConstraintKind, id string) bool {
		return slices.ContainsFunc(list, func(c timetable.Constraint) bool { return c.Kind == k && c.IDs[0] == id })
	}
	q := timetable.Problem{}
	free := map[string]bool{}
	for _, it := range p.Items {
		it.Required = asked(timetable.RequiredItem, it.ID)
		free[it.ID] = !asked(timetable.WindowOfItem, it.ID)
		q.Items = append(q.Items, it)
	}
	for _, s := range p.Sittings {
		if !asked(timetable.MinutesOfRoom, s.ID) {
			s.Minutes = 1_000_000
		}
		q.Sittings = append(q.Sittings, s)
	}
	for _, c := range list {
		switch c.Kind {
		case timetable.BeforePair:
			q.Before = append(q.Before, [2]string{c.IDs[0], c.IDs[1]})
		case timetable.ApartPair:
			q.Apart = append(q.Apart, [2]string{c.IDs[0], c.IDs[1]})
		case timetable.PartsOfOneItem:
			q.Parts = append(q.Parts, c.IDs)
		}
	}
	return (&oracle{p: q, order: usual, free: free}).solve() != nil
}

func TestConflictIsIrreducible(t *testing.T) {
	kinds := map[timetable.ConstraintKind]int{}
	explained := 0
	for seed := range uint64(600) {
		p := small(rand.New(rand.NewPCG(seed, 6)))
		if len(p.Items) > 5 {
			p.Items = p.Items[:5]
			p = onlyKnown(p)
		}
		a := solved(t, p, timetable.Options{Explain: true})
		if a.Status != timetable.Infeasible {
			assert.Equal(t, timetable.Conflict{}, a.Conflict)
			continue
		}
		explained++
		c := a.Conflict
		require.True(t, c.Irreducible, seed)
		require.False(t, holding(p, c.Constraints), "seed %d: they hold together: %v", seed, c)
		for i, x := range c.Constraints {
			kinds[x.Kind]++
			rest := slices.Delete(slices.Clone(c.Constraints), i, i+1)
			require.True(t, holding(p, rest), "seed %d: without %s %v it does not hold: %v", seed, x.Kind, x.IDs, c)
			assert.NotContains(t, x.Sentence.String(), "{")
		}
		assert.Equal(t, a, solved(t, shuffled(rand.New(rand.NewPCG(seed, 7)), p), timetable.Options{Explain: true}))
	}
	assert.Greater(t, explained, 100)
	assert.Len(t, kinds, 6, "each kind occurs: %v", kinds)
}

// onlyKnown takes out of the pairs and groups what names no item.
func onlyKnown(p timetable.Problem) timetable.Problem {
	known := func(ids ...string) bool {
		return !slices.ContainsFunc(ids, func(id string) bool {
			return !slices.ContainsFunc(p.Items, func(it timetable.Item) bool { return it.ID == id })
		})
	}
	p.Before = slices.DeleteFunc(p.Before, func(x [2]string) bool { return !known(x[:]...) })
	p.Apart = slices.DeleteFunc(p.Apart, func(x [2]string) bool { return !known(x[:]...) })
	p.Parts = slices.DeleteFunc(p.Parts, func(g []string) bool { return !known(g...) })
	return p
}

func TestReasons(t *testing.T) {
	sittings := []timetable.Sitting{{ID: "am", Day: 1, Minutes: 60}, {ID: "pm", Day: 1, Minutes: 60}}
	item := func(id string, minutes int, allowed ...string) timetable.Item {
		return timetable.Item{ID: id, Minutes: minutes, Required: true, Allowed: allowed}
	}
	for want, p := range map[string]timetable.Problem{
		"The required item a of 70 minutes has no sitting that it may use and that is long enough.": {Items: []timetable.Item{item("a", 70)}},
		"The order of the required items a, b runs in a circle.": {
			Items: []timetable.Item{item("a", 10), item("b", 10)}, Before: [][2]string{{"a", "b"}, {"b", "a"}},
		},
		"The required items a, b take 80 minutes together and may use only am, which have 60.": {Items: []timetable.Item{item("a", 40, "am"), item("b", 40, "am")}},
	} {
		p.Sittings = sittings
		a := solved(t, p, timetable.Options{Explain: true})
		require.Equal(t, timetable.Infeasible, a.Status)
		require.NotEmpty(t, a.Conflict.Reasons)
		assert.Equal(t, want, a.Conflict.Reasons[0].String())
		assert.Contains(t, a.Conflict.String(), want)
		assert.Contains(t, a.Conflict.String(), fmt.Sprintf("required: a must be placed; it takes %d minutes.", p.Items[0].Minutes))
	}
}
