package money_test

import (
	"context"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/bench/money"
	"attwork.example/finance"
)

func sampled(t *testing.T, n int, seed uint64) (finance.Comparison, finance.Sampling) {
	t.Helper()
	c, err := money.Comparison()
	require.NoError(t, err)
	s, err := c.Sample(context.Background(), n, seed)
	require.NoError(t, err)
	return c, s
}

// TestComparison: each line is one that the peers can draw, and the change saves something of it.
func TestComparison(t *testing.T) {
	c, _ := sampled(t, 1, 1)
	require.Len(t, c.Lines, money.Lines)
	costs := map[string]bool{}
	for _, line := range c.Lines {
		assert.True(t, line.Saving.Known && line.From.Known && line.To.Known, line.Entry.ID)
		assert.Positive(t, line.Saving.Likely.Sign(), line.Entry.ID)
		assert.False(t, line.CountAfter.UnitCost.Single(), line.Entry.ID)
		costs[line.Entry.UnitCost] = true
	}
	assert.Len(t, costs, money.Lines)
	assert.Empty(t, c.Gaps)
}

// TestDecimalAgrees: from the same random numbers come the same quantiles, but for the millionths below which
// Comparison.Sample drops what a price has, once on the way up to the likely price and once behind it.
func TestDecimalAgrees(t *testing.T) {
	c, ours := sampled(t, 2000, 7)
	theirs := money.Decimal(c, 2000, 7)
	most := decimal.Decimal{}
	for _, line := range c.Lines {
		most = most.Add(decimal.New(2*int64(line.CountBefore.Quantity-line.CountAfter.Quantity), -6))
	}
	for name, pair := range map[string][2]decimal.Decimal{
		"P5": {theirs.P5, ours.P5.Amount()}, "P25": {theirs.P25, ours.P25.Amount()}, "P50": {theirs.P50, ours.P50.Amount()},
		"P75": {theirs.P75, ours.P75.Amount()}, "P95": {theirs.P95, ours.P95.Amount()},
	} {
		off := pair[0].Sub(pair[1]).Abs()
		assert.True(t, off.LessThanOrEqual(most), "%s: %s and %s", name, pair[0], pair[1])
	}
	assert.Equal(t, ours.Below, theirs.Below)
}

// TestFloatAgrees: other random numbers of the same distribution give quantiles that differ by less than one percent
// of the width from the fifth percentile to the ninety-fifth.
func TestFloatAgrees(t *testing.T) {
	c, ours := sampled(t, 50_000, 1)
	theirs := money.Float(c, 50_000, 2)
	low, high := ours.P5.Amount().InexactFloat64(), ours.P95.Amount().InexactFloat64()
	within := (high - low) / 100
	require.Positive(t, within)
	assert.InDelta(t, low, theirs.P5, within)
	assert.InDelta(t, ours.P50.Amount().InexactFloat64(), theirs.P50, within)
	assert.InDelta(t, high, theirs.P95, within)
	assert.Equal(t, ours.Below, theirs.Below)
}
