package solvers

import (
	"fmt"
	"math"
	"slices"
	"time"
)

// Installed is a peer that this machine has.
type Installed struct {
	Peer
	Told  string        // version
	Start time.Duration // of one process, when the comparison began
}

// Entry is what ours and the peers, in their order, made of one instance.
type Entry struct {
	Instance  Instance
	Ours      Run
	Kilobytes int // of memory of our process, at most
	Peers     []Run
}

// Compare runs ours and the peers on one instance, one after the other.
func (h Machine) Compare(in Instance, peers []Installed) (Entry, error) {
	e := Entry{Instance: in}
	var err error
	e.Ours, err = median(func() (Run, error) {
		run, kilobytes, err := h.Ours(in.Document)
		e.Kilobytes = max(e.Kilobytes, kilobytes)
		return run, err
	})
	if err != nil {
		return e, err
	}
	e.Ours = h.judged(e.Ours, in)
	for _, p := range peers {
		start := p.Start
		if !p.Tells {
			if start, err = h.Start(p.Peer); err != nil {
				return e, err
			}
		}
		run, err := median(func() (Run, error) { return h.Solve(p.Peer, in.Problem, start) })
		if err != nil {
			return e, err
		}
		e.Peers = append(e.Peers, h.judged(run, in))
	}
	return e, nil
}

// short is a time below which a run is too easily disturbed to be measured once.
const short = 100 * time.Millisecond

// median repeats short runs and returns the one in the middle.
func median(once func() (Run, error)) (Run, error) {
	var runs []Run
	for range 3 {
		run, err := once()
		if err != nil || run.CPU >= short {
			return run, err
		}
		runs = append(runs, run)
	}
	slices.SortFunc(runs, func(a, b Run) int { return int(a.CPU - b.CPU) })
	return runs[len(runs)/2], nil
}

// judged holds a run against the reference. What is not solved counts as the cap.
func (h Machine) judged(run Run, in Instance) Run {
	switch {
	case run.Outcome == Capped || run.Outcome == Wrong:
	case run.Outcome != in.Outcome:
		run.Outcome, run.Remark = Wrong, fmt.Sprintf("%s, and the reference says %s", run.Outcome, in.Outcome)
	case run.Outcome == Optimal && !slices.Equal(run.Goals, in.Goals):
		run.Outcome, run.Remark = Wrong, fmt.Sprintf("goals %d, and the reference says %d", run.Goals, in.Goals)
	}
	if !run.Solved() {
		run.CPU = h.Cap
	}
	return run
}

// Solved reports whether a run came to a proven end.
func (r Run) Solved() bool { return r.Outcome == Optimal || r.Outcome == Infeasible }

// Best returns the run of the peer that was the fastest.
func (e Entry) Best() Run {
	return slices.MinFunc(e.Peers, func(a, b Run) int { return int(a.CPU - b.CPU) })
}

// Feasible returns the entries whose instances have a timetable.
func Feasible(entries []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.Instance.Outcome != Optimal })
}

// Harder returns the entries for which the best peer needs more than some time.
func Harder(entries []Entry, than time.Duration) []Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.Best().CPU <= than })
}

// Summary is what one solver needed over some entries, in milliseconds.
type Summary struct {
	Solved             int
	Median, Mean, Most float64 // the mean is geometric
}

// least is the least time that counts, in milliseconds: one below may be a start that took a little less than most.
const least = 0.1

// Summarise goes through the runs that a function takes from entries; there is at least one entry.
func Summarise(entries []Entry, of func(Entry) Run) Summary {
	var s Summary
	var times []float64
	logarithms := 0.0
	for _, e := range entries {
		run := of(e)
		if run.Solved() {
			s.Solved++
		}
		ms := max(least, float64(run.CPU)/float64(time.Millisecond))
		times = append(times, ms)
		logarithms += math.Log(ms)
	}
	slices.Sort(times)
	n := len(times)
	s.Median, s.Most = (times[(n-1)/2]+times[n/2])/2, times[n-1]
	s.Mean = math.Exp(logarithms / float64(n))
	return s
}
