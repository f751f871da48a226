package finance

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestMoments: a saving is a sum of prices times quantities, so its mean and its variance are known: a triangular price
// has the mean (a + b + c) / 3 and the variance (a2 + b2 + c2 - ab - ac - bc) / 18.
func TestMoments(t *testing.T) {
	terms := []term{
		{quantity: 3, low: 15_000 * micro, likely: 17_500 * micro, high: 37_000 * micro},
		{quantity: -12, low: 0, likely: 4_531 * micro, high: 7_500 * micro},
		{quantity: 60, low: 700 * micro, likely: 700 * micro, high: 1_500 * micro}, // the likely price at an end
		{quantity: 7, low: 100 * micro, likely: 100 * micro, high: 100 * micro},    // no range
	}
	mean, variance := 0.0, 0.0
	for _, x := range terms {
		q, a, b, c := float64(x.quantity), float64(x.low)/micro, float64(x.likely)/micro, float64(x.high)/micro
		mean += q * (a + b + c) / 3
		variance += q * q * (a*a + b*b + c*c - a*b - a*c - b*c) / 18
	}
	const n = 400_000
	source := rand.New(rand.NewPCG(7, 0))
	sum, squares := 0.0, 0.0
	for range n {
		saving := 0.0
		for _, x := range terms {
			saving += float64(x.quantity) * float64(x.draw(source)) / micro
		}
		sum += saving - mean
		squares += (saving - mean) * (saving - mean)
	}
	assert.InDelta(t, 0, sum/n, 5*math.Sqrt(variance/n), "five standard errors")
	assert.InEpsilon(t, variance, squares/n, 5*math.Sqrt(2.0/n), "five standard errors; a sum of triangles has no heavier tails than a normal distribution")
}

// TestShape: of a triangular price as many draws lie below a bound as its distribution says, at both ends, at the top and
// between, whether the top is in the middle or at an end: (x - a)2 / ((b - a)(c - a)) up to the top, and the rest alike.
func TestShape(t *testing.T) {
	for _, likely := range []uint64{0, 30, 85, 100} {
		x := term{low: 0, likely: likely * micro, high: 100 * micro}
		below := func(bound float64) float64 {
			if top := float64(likely); bound <= top && top > 0 {
				return bound * bound / (top * 100)
			}
			return 1 - (100-bound)*(100-bound)/((100-float64(likely))*100)
		}
		const n = 200_000
		source := rand.New(rand.NewPCG(11, likely))
		bounds := []float64{5, 20, 30, 50, 70, 85, 95}
		counts := make([]int, len(bounds))
		for range n {
			price := float64(x.draw(source)) / micro
			assert.True(t, price >= 0 && price <= 100)
			for i, bound := range bounds {
				if price < bound {
					counts[i]++
				}
			}
		}
		for i, bound := range bounds {
			p := below(bound)
			assert.InDelta(t, p, float64(counts[i])/n, 5*math.Sqrt(p*(1-p)/n), "likely %d, below %v: five standard errors", likely, bound)
		}
	}
}
