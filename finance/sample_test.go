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
