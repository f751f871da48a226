package money

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"attwork.example/finance"
)

// Quantiles are what a sampling says of the saving.
type Quantiles[T any] struct {
	P5, P25, P50, P75, P95 T
	Below                  int // draws in which the change costs more than it saves
}

// quantiles takes draws in order of size.
func quantiles[T any](sorted []T, below int) Quantiles[T] {
	at := func(percent int) T { return sorted[(len(sorted)-1)*percent/100] }
	return Quantiles[T]{at(5), at(25), at(50), at(75), at(95), below}
}

// decimalTerm is one line in decimal arithmetic, drawn as [finance.Comparison.Sample] does.
type decimalTerm struct {
	quantity, low decimal.Decimal
	left, right   decimal.Decimal // from low to likely, and from likely to high
}

func decimalTerms(c finance.Comparison) []decimalTerm {
	terms := make([]decimalTerm, len(c.Lines))
	for i, line := range c.Lines {
		low, likely, high := line.CountAfter.Unit.Low.Amount(), line.CountAfter.Unit.Likely.Amount(), line.CountAfter.Unit.High.Amount()
		terms[i] = decimalTerm{
			quantity: decimal.NewFromInt(int64(line.CountBefore.Quantity - line.CountAfter.Quantity)),
			low:      low, left: likely.Sub(low), right: high.Sub(likely),
		}
	}
	return terms
}

// draw multiplies and adds exactly; it never rounds, which would take longer.
func (t decimalTerm) draw(source *rand.Rand) decimal.Decimal {
	u, v := source.Uint64(), source.Uint64()
	return t.low.Add(t.left.Mul(part(max(u, v)))).Add(t.right.Mul(part(min(u, v))))
}

// part is u / 2^64 with eighteen digits after the point.
func part(u uint64) decimal.Decimal {
	const digits = 18
	hi, _ := bits.Mul64(u, 1e18)
	return decimal.New(int64(hi), -digits)
}

// Decimal draws the saving n times in decimal arithmetic, from the same random numbers as
// [finance.Comparison.Sample]. Each line must have a unit cost of its own with a range, and known counts.
func Decimal(c finance.Comparison, n int, seed uint64) Quantiles[decimal.Decimal] {
	terms := decimalTerms(c)
	source := rand.New(rand.NewPCG(seed, 0))
	savings := make([]decimal.Decimal, n)
	for i := range savings {
		for _, t := range terms {
			savings[i] = savings[i].Add(t.quantity.Mul(t.draw(source)))
		}
	}
	slices.SortFunc(savings, decimal.Decimal.Cmp)
	below := slices.IndexFunc(savings, func(d decimal.Decimal) bool { return d.Sign() >= 0 })
	if below < 0 {
		below = n
	}
	return quantiles(savings, below)
}

// floatTerm is one line in floating point.
type floatTerm struct {
	quantity, low, high, width, toLikely, toHigh float64
}

func floatTerms(c finance.Comparison) []floatTerm {
	terms := make([]floatTerm, len(c.Lines))
	for i, line := range c.Lines {
		unit := line.CountAfter.Unit
		low, likely, high := unit.Low.Amount().InexactFloat64(), unit.Likely.Amount().InexactFloat64(), unit.High.Amount().InexactFloat64()
		terms[i] = floatTerm{
			quantity: float64(line.CountBefore.Quantity - line.CountAfter.Quantity),
			low:      low, high: high, width: high - low, toLikely: likely - low, toHigh: high - likely,
		}
	}
	return terms
}

// draw turns one uniform number into one of a triangular distribution.
func (t floatTerm) draw(source *rand.Rand) float64 {
	along := source.Float64() * t.width
	if along < t.toLikely {
		return t.low + math.Sqrt(along*t.toLikely)
	}
	return t.high - math.Sqrt((t.width-along)*t.toHigh)
}

// Float draws the saving n times in floating point. It asks of the comparison what [Decimal] does.
func Float(c finance.Comparison, n int, seed uint64) Quantiles[float64] {
	terms := floatTerms(c)
	source := rand.New(rand.NewPCG(seed, 0))
	savings := make([]float64, n)
	for i := range savings {
		for _, t := range terms {
			savings[i] += t.quantity * t.draw(source)
		}
	}
	slices.Sort(savings)
	below, _ := slices.BinarySearch(savings, 0)
	return quantiles(savings, below)
}
