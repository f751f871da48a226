package measure_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"attwork.example/bench/measure"
)

func TestSpread(t *testing.T) {
	assert.Equal(t, measure.Spread{Median: 2, Min: 1, Max: 9}, measure.SpreadOf([]float64{9, 1, 2}))
	assert.Equal(t, measure.Spread{Median: 2.5, Min: 1, Max: 9}, measure.SpreadOf([]float64{9, 1, 2, 3}))
	assert.Equal(t, measure.Spread{Median: 7, Min: 7, Max: 7}, measure.SpreadOf([]float64{7}))
}

func TestRatioGoesRoundByRound(t *testing.T) {
	a := []measure.Sample{{Wall: 10}, {Wall: 40}, {Wall: 9}}
	b := []measure.Sample{{Wall: 5}, {Wall: 10}, {Wall: 3}}
	assert.Equal(t, measure.Spread{Median: 3, Min: 2, Max: 4}, measure.Ratio(a, b, measure.Wall))
}

var sink []byte

func TestInterleave(t *testing.T) {
	var order []string
	note := func(name string, size int) measure.Peer {
		return measure.Peer{Name: name, Run: func() {
			if len(order) == 0 || order[len(order)-1] != name {
				order = append(order, name)
			}
			sink = make([]byte, size)
		}}
	}
	samples := measure.Interleave([]measure.Peer{note("a", 1<<12), note("b", 1<<16)}, 3, time.Millisecond)
	assert.Equal(t, []string{"a", "b", "a", "b", "a", "b", "a", "b"}, order, "once to calibrate, then in turn")
	assert.Len(t, samples, 2)
	assert.Len(t, samples[0], 3)
	assert.InDelta(t, 1<<12, measure.Of(samples[0], measure.Bytes).Median, 1<<10)
	assert.InDelta(t, 1<<16, measure.Of(samples[1], measure.Bytes).Median, 1<<10)
	assert.InDelta(t, 1, measure.Of(samples[1], measure.Allocs).Median, 0.5)
	assert.Positive(t, measure.Of(samples[1], measure.Wall).Min)
}
