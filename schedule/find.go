package schedule

import (
	"cmp"
	"fmt"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

// Request asks for dates. Fields that are zero ask for nothing.
type Request struct {
	From, To   att.Date       // the window; all meeting days lie in it
	Blocks     []int          // meeting days of each block, one or two blocks, as in 5, or 4 and 2
	Gap        int            // calendar days that lie between two blocks at least
	Conference att.Date       // the first day of the conference
	Distance   int            // calendar days that lie between the last meeting day and the conference at least
	NotBefore  att.Date       // the first meeting day for which papers can be out
	City       string         // of the meetings; empty: Geneva
	Venue      calendar.Venue // whose holidays close it; zero: unknown, and both lists cost points
	Weights    Weights        // zero: [DefaultWeights]
	Top        int            // how many candidates to return; 0: all
}

// Span is a block of meeting days with its first and last day.
type Span struct {
	Start, End att.Date
	Free       int // days inside on which nobody meets
}

// Candidate is one way to place the blocks. Candidates rank by score, then by their dates.
type Candidate struct {
	Blocks       []Span
	Score        int // points, fewer are better
	FreeDays     int // points of it for free days inside the blocks
	Rank         int // from 1
	VerifiedRank int // its rank if only verified and computed events counted
	Clashes      []Clash
	Possible     []calendar.Event // events of which only the month is known, and that may lie on it; they cost nothing
}

// Clash is an event that costs a candidate points.
type Clash struct {
	Event   calendar.Event
	Overlap []att.Date // meeting days that it lies on
	Guarded []att.Date // meeting days on which it may lie, since its own days are not certain
	Points  int
	Reason  string
}

// Answer is what [Find] found.
type Answer struct {
	Candidates []Candidate // the best first
	Considered int         // how many starts are possible at all
	Undated    []calendar.Event
	Notes      []att.Message // what the answer rests on
}

// Bounds of a request: nobody plans further, and no request should take longer.
const (
	maxWindow = 3 * 366
	maxBlock  = 31
)

// Find ranks every start in the window. A start of two blocks comes with the best second block for it. It
// reports an error for a request that cannot be meant, and none when nothing fits: then there are no
// candidates, and a note says why.
func Find(cal calendar.Calendar, r Request) (Answer, error) {
	if err := r.fault(); err != nil {
		return Answer{}, err
	}
	r.City = cmp.Or(r.City, "Geneva")
	if r.Weights.IsZero() {
		r.Weights = DefaultWeights()
	}
	f := newFinding(cal, r)
	return f.answer(), nil
}

func (r Request) fault() error {
	if r.From.IsZero() || r.To.IsZero() {
		return fmt.Errorf("schedule: the window needs a first and a last day")
	}
	for _, d := range []att.Date{r.From, r.To} {
		if d.Year() < 1900 || d.Year() > 2200 {
			return fmt.Errorf("schedule: %s is outside the years 1900 to 2200", d)
		}
	}
	window := r.From.DaysUntil(r.To) + 1
	switch {
	case window <= 0:
		return fmt.Errorf("schedule: the window ends on %s, before it begins on %s", r.To, r.From)
	case window > maxWindow:
		return fmt.Errorf("schedule: the window is longer than three years; give a shorter one")
	case len(r.Blocks) == 0 || len(r.Blocks) > 2:
		return fmt.Errorf("schedule: give the meeting days of one block, or of two")
	case r.Gap < 0 || r.Distance < 0 || r.Top < 0:
		return fmt.Errorf("schedule: a gap, a distance and a number of candidates are not negative")
	case r.Gap > maxWindow || r.Distance > maxWindow:
		return fmt.Errorf("schedule: a gap or a distance of more than three years is not planned")
	}
	days := 0
	for _, n := range r.Blocks {
		if n < 1 || n > maxBlock {
			return fmt.Errorf("schedule: a block has 1 to %d meeting days, not %d", maxBlock, n)
		}
		days += n
	}
	if days > window {
		return fmt.Errorf("schedule: %d meeting days do not fit into a window of %d days", days, window)
	}
	return r.Weights.fault()
}

// finding holds the points of every working day of the window, as running sums: a block's points are one
// difference, however many events there are.
type finding struct {
	cal     calendar.Calendar
	r       Request
	working []att.Date // days on which people can meet, in order
	all     []int      // points of working[:i], all events
	sure    []int      // the same, verified and computed events only
}

func newFinding(cal calendar.Calendar, r Request) *finding {
	f := &finding{cal: cal, r: r}
	n := r.From.DaysUntil(r.To) + 1
	steps, sureSteps := make([]int, n+1), make([]int, n+1)
	for e := range cal.Events() {
		if !f.costs(e) {
			continue
		}
		day, guard := r.Weights.of(e, r.City)
		add := func(from, to att.Date, points int) {
			a, b := max(r.From.DaysUntil(from), 0), min(r.From.DaysUntil(to)+1, n)
			if a >= b || points == 0 {
				return
			}
			steps[a] += points
			steps[b] -= points
			if certain(e) {
				sureSteps[a] += points
				sureSteps[b] -= points
			}
		}
		add(e.Start, e.End, day)
		if first, last := e.Reach(); e.Guard > 0 {
			add(first, e.Start.AddDays(-1), guard)
			add(e.End.AddDays(1), last, guard)
		}
	}
	closed := f.closedDays()
	f.all, f.sure = []int{0}, []int{0}
	points, surePoints := 0, 0
	for i := range n {
		points += steps[i]
		surePoints += sureSteps[i]
		d := r.From.AddDays(i)
		if !att.MondayToFriday(d) || closed[d] {
			continue
		}
		f.working = append(f.working, d)
		f.all = append(f.all, f.all[len(f.all)-1]+points)
		f.sure = append(f.sure, f.sure[len(f.sure)-1]+surePoints)
	}
	return f
}
