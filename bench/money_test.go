package main

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/bench/measure"
	"attwork.example/bench/money"
	"attwork.example/finance"
)

// cents returns what each payer pays, by id, and the sum.
func cents(a finance.Apportionment) (amounts map[string]int64, sum int64) {
	amounts = map[string]int64{}
	for _, c := range a.Contributions {
		n := c.Amount.Amount().Shift(2).IntPart()
		amounts[c.ID] = n
		sum += n
	}
	return amounts, sum
}

// allocated returns what each payer pays by go-money, by id, and the sum.
func allocated(list []finance.Assessed) (amounts map[string]int64, sum int64) {
	amounts = map[string]int64{}
	for i, m := range allocate(weights(list)) {
		amounts[list[i].ID] = m.Amount()
		sum += m.Amount()
	}
	return amounts, sum
}

// TestAllocateAgrees: go-money shares the same sum out; each share is at most one cent off, the one that it deals out.
func TestAllocateAgrees(t *testing.T) {
	list := payers()
	require.Len(t, list, 193)
	ours, sum := cents(apportion(list, finance.Limits{}))
	theirs, theirSum := allocated(list)
	assert.EqualValues(t, budget, sum)
	assert.EqualValues(t, budget, theirSum)
	require.Len(t, ours, len(list))
	for id, n := range ours {
		assert.InDelta(t, n, theirs[id], 1, id)
	}
}

// TestAllocateByOrder: a list the other way round gives other shares in go-money, and the same ones here.
func TestAllocateByOrder(t *testing.T) {
	list := payers()
	ours, _ := cents(apportion(list, finance.Limits{}))
	theirs, _ := allocated(list)
	slices.Reverse(list)
	again, _ := cents(apportion(list, finance.Limits{}))
	theirsAgain, _ := allocated(list)
	assert.Equal(t, ours, again)
	assert.NotEqual(t, theirs, theirsAgain)
}

// TestBounds: the bounds that are measured bind, and the sum stays.
func TestBounds(t *testing.T) {
	a := apportion(payers(), treatyLimits)
	amounts, sum := cents(a)
	assert.EqualValues(t, budget, sum)
	bounds := map[finance.Bound]int{}
	for _, c := range a.Contributions {
		bounds[c.Bound]++
		assert.GreaterOrEqual(t, amounts[c.ID], int64(10_000), c.ID)
		assert.LessOrEqual(t, amounts[c.ID], int64(budget*22/100), c.ID)
	}
	assert.Positive(t, bounds[finance.AtFloor])
	assert.Less(t, bounds[finance.AtFloor], len(a.Contributions))
}

// TestMoneyPeersRun: every peer of the table runs.
func TestMoneyPeersRun(t *testing.T) {
	for _, r := range moneyRows()[:2] { // the draws run in package money
		require.NotPanics(t, r.ours.Run, r.work)
		require.NotPanics(t, r.peer.Run, r.work)
	}
	require.NotPanics(t, estimate().Run)
}

func BenchmarkApportion(b *testing.B) {
	list := payers()
	w := weights(list)
	bench(b, "no-bounds", measure.Peer{Run: func() { apportion(list, finance.Limits{}) }})
	bench(b, "bounds", measure.Peer{Run: func() { apportion(list, treatyLimits) }})
	bench(b, "go-money", measure.Peer{Run: func() { allocate(w) }})
}

func BenchmarkSample(b *testing.B) {
	c := must(money.Comparison())
	bench(b, "ours", measure.Peer{Run: func() { must(c.Sample(context.Background(), draws, seed)) }})
	bench(b, "decimal", measure.Peer{Run: func() { money.Decimal(c, draws, seed) }})
	bench(b, "float64", measure.Peer{Run: func() { money.Float(c, draws, seed) }})
}

func BenchmarkEstimate(b *testing.B) { bench(b, "csp9", estimate()) }
