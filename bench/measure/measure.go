// Package measure times several functions side by side in one run, so that whatever else the machine does falls
// on all of them alike.
package measure

import (
	"runtime"
	"slices"
	"time"
)

// Peer is a function to be timed.
type Peer struct {
	Name string
	Run  func()
}

// Sample is what one call took on average, in one slice of time.
type Sample struct {
	Wall, CPU     float64 // nanoseconds; CPU is that of the whole process, with its garbage collector, and 0 where it is unknown
	Bytes, Allocs float64
}

// Interleave gives each peer in turn a slice of time, and repeats that for the given number of rounds. It returns
// the samples of each peer, one for each round.
func Interleave(peers []Peer, rounds int, slice time.Duration) [][]Sample {
	calls := make([]int, len(peers))
	for i, p := range peers {
		calls[i] = calibrate(p.Run, slice)
	}
	samples := make([][]Sample, len(peers))
	for range rounds {
		for i, p := range peers {
			samples[i] = append(samples[i], sample(p.Run, calls[i]))
		}
	}
	return samples
}

// calibrate returns how many calls fill a slice of time, after a first call that warms up.
func calibrate(run func(), slice time.Duration) int {
	run()
	for n := 1; ; n *= 2 {
		start := time.Now()
		for range n {
			run()
		}
		if took := time.Since(start); took > slice/4 {
			return max(1, int(float64(n)*float64(slice)/float64(took)))
		}
	}
}

func sample(run func(), n int) Sample {
	runtime.GC() // what the peer before has left is not this one's to clear away
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	cpu, start := ProcessTime(), time.Now()
	for range n {
		run()
	}
	wall, used := time.Since(start), ProcessTime()-cpu
	runtime.ReadMemStats(&after)
	return Sample{
		Wall: float64(wall) / float64(n), CPU: float64(used) / float64(n),
		Bytes: float64(after.TotalAlloc-before.TotalAlloc) / float64(n), Allocs: float64(after.Mallocs-before.Mallocs) / float64(n),
	}
}

// Spread is a median with the least and the most.
type Spread struct{ Median, Min, Max float64 }

// SpreadOf returns the spread of a list that is not empty.
func SpreadOf(list []float64) Spread {
	sorted := slices.Sorted(slices.Values(list))
	n := len(sorted)
	return Spread{Median: (sorted[(n-1)/2] + sorted[n/2]) / 2, Min: sorted[0], Max: sorted[n-1]}
}

// Of returns the spread of one figure of the samples.
func Of(samples []Sample, figure func(Sample) float64) Spread {
	list := make([]float64, len(samples))
	for i, s := range samples {
		list[i] = figure(s)
	}
	return SpreadOf(list)
}

// Ratio returns how many times the figure of a is that of b, round by round.
func Ratio(a, b []Sample, figure func(Sample) float64) Spread {
	list := make([]float64, len(a))
	for i := range a {
		list[i] = figure(a[i]) / figure(b[i])
	}
	return SpreadOf(list)
}

// The figures of a sample.
var (
	Wall   = func(s Sample) float64 { return s.Wall }
	CPU    = func(s Sample) float64 { return s.CPU }
	Bytes  = func(s Sample) float64 { return s.Bytes }
	Allocs = func(s Sample) float64 { return s.Allocs }
)
