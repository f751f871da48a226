package finance

import (
	"context"
	"errors"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"
)

// Sampling is what a comparison saves when each unit cost is drawn at random between its low and high
// price, most often near the likely one (a triangular distribution). One unit cost is one draw, on both
// sides and in every line that shares it. A unit cost with one figure does not vary.
type Sampling struct {
	Draws                  int
	Seed                   uint64
	P5, P25, P50, P75, P95 Money // quantiles of the saving, to a millionth of the currency's unit
	Below                  int   // draws in which the change costs more than it saves
}

// Bounds of a sampling.
const (
	maxDraws = 1_000_000
	micro    = 1_000_000    // units of the drawn amounts in one unit of the currency
	maxPrice = 1e12 * micro // of a unit cost, in micro-units
)

// ErrDraws says that a number of draws is not between 1 and 1,000,000.
var ErrDraws = errors.New("finance: draws must be from 1 to 1000000")

// Sample draws the saving n times. The same seed gives the same bytes on every machine: the arithmetic
// is in whole micro-units, and the source of numbers is a seeded PCG. It reports [ErrDraws], an amount
// out of bounds, figures that do not rise in the currency of the result, or why the context ended.
func (c Comparison) Sample(ctx context.Context, n int, seed uint64) (Sampling, error) {
	if n < 1 || n > maxDraws {
		return Sampling{}, ErrDraws
	}
	terms, err := c.terms()
	if err != nil {
		return Sampling{}, err
	}
	source := rand.New(rand.NewPCG(seed, 0))
	savings := make([]int64, n)
	for i := range savings {
		if i%4096 == 0 && ctx.Err() != nil {
			return Sampling{}, ctx.Err()
		}
		for _, t := range terms {
			savings[i] += t.quantity * t.draw(source)
		}
	}
	slices.Sort(savings)
	s := Sampling{Draws: n, Seed: seed}
	s.Below, _ = slices.BinarySearch(savings, 0)
	quantile := func(percent int) Money {
		at := (n - 1) * percent / 100
		return moneyOf(decimal.New(savings[at], -6), c.From.Currency)
	}
	s.P5, s.P25, s.P50, s.P75, s.P95 = quantile(5), quantile(25), quantile(50), quantile(75), quantile(95)
	return s, nil
}

// term is one unit cost: what the change saves of it is quantity times an amount from low to high, in
// micro-units.
type term struct {
	quantity          int64
	low, likely, high uint64
}

// terms gathers the compared lines by unit cost, in the order of the lines.
func (c Comparison) terms() ([]term, error) {
	var terms []term
	index := map[string]int{}
	for _, line := range c.Lines {
		if !line.Saving.Known {
			continue
		}
		i, met := index[line.Entry.UnitCost]
		if !met {
			i = len(terms)
			index[line.Entry.UnitCost] = i
			t, err := newTerm(line.CountAfter.Unit)
			if err != nil {
				return nil, fmt.Errorf("unit cost %s: %w", line.Entry.UnitCost, err)
			}
			terms = append(terms, t)
		}
		if line.From.Known {
			terms[i].quantity += int64(line.CountBefore.Quantity)
		}
		terms[i].quantity -= int64(line.CountAfter.Quantity)
	}
	var largest uint64 // no sum of a draw can be larger
	for _, t := range terms {
		hi, lo := bits.Mul64(uint64(max(t.quantity, -t.quantity)), t.high)
		if largest += lo; hi > 0 || lo > 1<<62 || largest > 1<<62 {
			return nil, ErrAmount
		}
	}
	return terms, nil
}

var errFalling = errors.New("finance: at the exchange rate given the figures do not rise from low over likely to high, so they cannot be drawn")

func newTerm(unit Range) (term, error) {
	var t term
	for _, f := range []struct {
		unit Money
		to   *uint64
	}{{unit.Low, &t.low}, {unit.Likely, &t.likely}, {unit.High, &t.high}} {
		units := f.unit.amount().Mul(decimal.NewFromInt(micro)).RoundBank(0)
		if units.GreaterThan(decimal.NewFromInt(maxPrice)) {
			return t, ErrAmount
		}
		*f.to = uint64(units.IntPart())
	}
	if t.low > t.likely || t.likely > t.high {
		return t, errFalling
	}
	return t, nil
}

// draw returns a price with a triangular distribution, without any floating point. Of two uniform numbers the larger
// one has a density that rises and the smaller one a density that falls; as parts of the way from low to likely and of that
// from likely to high they add up to a triangle with its top at the likely price (Stein and Keblis, 2009, the "MINMAX" method).
func (t term) draw(source *rand.Rand) int64 {
	if t.high == t.low {
		return int64(t.likely)
	}
	u, v := source.Uint64(), source.Uint64()
	rising, _ := bits.Mul64(t.likely-t.low, max(u, v))
	falling, _ := bits.Mul64(t.high-t.likely, min(u, v))
	return int64(t.low + rising + falling)
}
