package timetable

import (
	"context"
	"math"
	"math/bits"
	"slices"
)

// noCap is a cap that nothing reaches.
const noCap = math.MaxInt32

// caps are what a timetable may cost at most, by goal. For Priority it is the priority of what is dropped.
type caps [5]int

// outcome is what a search for a timetable within the caps comes to.
type outcome int

const (
	refuted outcome = iota // there is none
	found
	stopped // by the budget or the context
)

// run is one call of a solver: the model, the caps of the moment, and what the search needs to work.
type run struct {
	model    *model
	caps     caps
	ctx      context.Context
	nodes    int // so far
	limit    int // of nodes
	early    error
	pause    int // the node at which the attempt ends
	work     int // steps taken in the node of the moment
	extra    int // how many nodes more than one the last one counted for
	attempt  int
	trouble  []int    // of items: how many of their values failed at once
	scouting bool     // what is dropped is decided item by item, only where an item fits nowhere, and no body's window is decided ahead
	best     []uint64 // the domain of each item in the timetable found last

	states []state // by depth
	cache  failures
	active uint64  // sittings that open items may use
	sure   int     // minutes of open items that are surely placed
	fill   []int32 // the most that each sitting can still take
	excess []int32 // minutes by which each sitting is too full
	sums   []int32
	rooms  []int32
	parts  []part
	least  []int
	spans  int
	marks  []int8
	lists  [][]choice // by depth
	ledger ledger
}

type choice struct {
	mask  uint64 // what stays of the domain
	x, y  int
	order int
}

func newRun(ctx context.Context, m *model, limit int) *run {
	return &run{
		model: m, ctx: ctx, limit: limit,
		fill: make([]int32, len(m.room)), excess: make([]int32, len(m.room)),
		sums: make([]int32, 1<<min(wholeFamily, len(m.room))), rooms: make([]int32, 1<<min(wholeFamily, len(m.room))),
		trouble: make([]int, len(m.minutes)),
		parts:   make([]part, 0, len(m.room)),
		least:   make([]int, len(m.bodies)), marks: make([]int8, len(m.minutes)),
	}
}

// firstSlice is how many nodes the first attempt of a search may take; each next one may take twice as many.
const firstSlice = 2000

// ordinary is how many items a problem has whose nodes count for one each, whatever they take. No round has as many. In a
// larger one a node counts for as many as nodeWork goes into its steps over items, pairs and sets of sittings, so that the budget
// bounds the time of a problem at the bounds of the format too.
const (
	ordinary = 128
	nodeWork = 1024
)

const noLast = 1 << 30 // attempts, for a search that only the budget ends

// search looks for a timetable within the caps. A search that takes long starts again, tries the values of
// items in another order, and has more time: one unlucky choice near the root then does not cost everything. What
// has failed is remembered. Attempts are counted from first to last; a search that may try no more is stopped.
func (r *run) search(c caps, first, last int) outcome {
	r.caps = c
	for attempt := first; ; attempt++ {
		r.attempt, r.pause = attempt, r.nodes+firstSlice<<min(attempt, 40)
		r.root()
		if result := r.enter(0); result != stopped || r.over() || attempt >= last {
			return result
		}
	}
}

// root sets the first state to all that the problem leaves open.
func (r *run) root() *state {
	s := r.at(0)
	*s = state{domain: append(s.domain[:0], r.model.domain...), rest: append(s.rest[:0], r.model.room...), open: s.open[:0], worth: s.worth}
	for i := range r.model.domain {
		s.open = append(s.open, int32(i))
	}
	return s
}

// over reports whether no further node may be looked at.
func (r *run) over() bool { return r.nodes >= r.limit || r.early != nil }

func (r *run) at(depth int) *state {
	for len(r.states) <= depth {
		r.states = append(r.states, state{})
		r.lists = append(r.lists, nil)
	}
	return &r.states[depth]
}

// enter explores the state at depth.
func (r *run) enter(depth int) outcome {
	if r.nodes >= min(r.limit, r.pause) || r.early != nil {
		return stopped
	}
	if r.nodes%256 == 0 || r.extra > 0 {
		if r.early = r.ctx.Err(); r.early != nil {
			return stopped
		}
	}
	s := &r.states[depth]
	r.work = 0
	holds := r.holds(s, depth)
	if r.extra = 0; len(r.model.minutes) > ordinary {
		r.extra = r.work / nodeWork
	}
	r.nodes += 1 + r.extra
	if !holds {
		return refuted
	}
	if len(s.open) == 0 {
		r.best = append(r.best[:0], s.domain...)
		return found
	}
	switch {
	case r.daysOpen(s):
		return r.branchDays(depth)
	case r.sittingsOpen(s):
		return r.branchSittings(depth)
	case r.caps[BodyDays] < noCap && !r.scouting:
		if b, ok := r.bodyOpen(s); ok {
			return r.branchBody(depth, b)
		}
	}
	if i, ok := r.droppable(s); ok && !r.scouting {
		return r.branchDrop(depth, i)
	}
	key := r.key(s)
	// Where windows are not decided, what is settled decides spans too, which the key does not say.
	blind := r.scouting && r.caps[BodyDays] < noCap
	if !blind && r.cache.known(key, r.caps[Priority]-s.loss, r.caps[Moves]-s.moves) {
		return refuted
	}
	lossLeft, movesLeft := r.caps[Priority]-s.loss, r.caps[Moves]-s.moves
	result := r.branchItem(depth)
	if result == refuted && !blind {
		r.cache.add(key, lossLeft, movesLeft)
	}
	return result
}

// holds draws conclusions from a state until none is left, and asks all bounds. It returns false when the state
// cannot be completed.
func (r *run) holds(s *state, depth int) bool {
	weighed := !r.weighing()
	for again := true; again; {
		again = false
		if !r.propagate(s) || !r.hopeful(s) || !r.fillExactly(s, &again) {
			return false
		}
		n := rounds
		if depth == 0 {
			n = atRoot
		}
		if again || weighed || depth > 0 && len(s.open) < fewItems {
			continue
		}
		weighed = true
		if !r.weigh(s, n, &again) {
			return false
		}
	}
	return true
}

// weighing reports whether the attempt weighs its states. That takes several times as long as all else; the first two
// attempts are enough for most problems, and among the later ones every other looks at more states instead.
func (r *run) weighing() bool { return r.attempt > 0 && r.attempt%2 == 0 }

// child copies the state at depth one level down.
func (r *run) child(depth int) *state {
	next := r.at(depth + 1)
	next.copyFrom(&r.states[depth])
	return next
}

// without takes sittings from every open item.
func (s *state) without(mask uint64) {
	for _, i := range s.open {
		s.domain[i] &^= mask
	}
}

func (r *run) daysOpen(s *state) bool {
	if r.caps[Days] >= len(r.model.days) {
		return false
	}
	n := 0
	for d, of := range r.model.dayMask {
		if (r.active|s.used)&of != 0 || s.keptDays>>d&1 == 1 {
			n++
		}
	}
	return n > r.caps[Days]
}

// branchDays takes the day that holds the least of what is open, and tries to do without it.
func (r *run) branchDays(depth int) outcome {
	s, m := &r.states[depth], r.model
	pick, least := -1, 0
	for d, of := range m.dayMask {
		if r.active&of == 0 || s.used&of != 0 || s.keptDays>>d&1 == 1 {
			continue
		}
		if w := r.demand(s, of); pick < 0 || w < least {
			pick, least = d, w
		}
	}
	next := r.child(depth)
	next.without(m.dayMask[pick])
	if result := r.enter(depth + 1); result != refuted {
		return result
	}
	next = r.child(depth)
	next.keptDays |= 1 << pick
	return r.enter(depth + 1)
}

// demand counts the minutes that open items would like to spend in some sittings, each item shared out
// over all of its sittings.
func (r *run) demand(s *state, mask uint64) int {
	sum := 0
	for _, i := range s.open {
		d := s.domain[i] &^ dropped
		if n := bits.OnesCount64(d); n > 0 {
			sum += 64 * int(r.model.minutes[i]) * bits.OnesCount64(d&mask) / n
		}
	}
	return sum
}

func (r *run) sittingsOpen(s *state) bool {
	return r.caps[Sittings] < len(r.model.room) && bits.OnesCount64(r.active|s.used|s.kept) > r.caps[Sittings]
}

func (r *run) branchSittings(depth int) outcome {
	s := &r.states[depth]
	pick, least := -1, 0
	for left := r.active &^ (s.used | s.kept); left != 0; left &= left - 1 {
		k := bits.TrailingZeros64(left)
		if w := r.demand(s, 1<<k); pick < 0 || w < least {
			pick, least = k, w
		}
	}
	next := r.child(depth)
	next.without(1 << pick)
	if result := r.enter(depth + 1); result != refuted {
		return result
	}
	next = r.child(depth)
	next.kept |= 1 << pick
	return r.enter(depth + 1)
}

// bodyOpen returns the body with the fewest windows left, of those whose days no branch has fixed.
func (r *run) bodyOpen(s *state) (body int, ok bool) {
	fewest := noCap
	for b := range min(64, len(r.model.bodies)) {
		if s.windowed>>b&1 == 1 || !r.meets(s, b) {
			continue
		}
		if n := len(r.windows(s, b, nil)); n < fewest {
			body, fewest, ok = b, n, true
		}
	}
	return body, ok
}

// meets reports whether an item of the body is open. Without one, its span is known.
func (r *run) meets(s *state, b int) bool {
	return slices.ContainsFunc(r.model.members[b], func(i int) bool { d := s.domain[i]; return d&(d-1) != 0 })
}

// windows lists from which to which day exactly a body may meet, the shortest first. Not to meet at all is a
// window of no days.
func (r *run) windows(s *state, b int, list []choice) []choice {
	m := r.model
	longest := r.caps[BodyDays] - r.spans + r.least[b]
	var union uint64
	sure := false
	for _, i := range m.members[b] {
		union |= s.domain[i]
		sure = sure || s.domain[i]&dropped == 0
	}
	if !sure {
		list = append(list, choice{mask: dropped, x: -1, y: -1})
	}
	for x := range m.days {
		if union&m.dayMask[x] == 0 {
			continue
		}
		for y := x; y < len(m.days); y++ {
			n := m.span(x, y)
			if union&m.dayMask[y] == 0 || n > longest || n < r.least[b] || !r.windowFits(s, b, m.windowMask[x][y], 0) {
				continue
			}
			list = append(list, choice{mask: m.windowMask[x][y] | dropped, x: x, y: y, order: n})
		}
	}
	slices.SortStableFunc(list, func(a, b choice) int { return a.order - b.order })
	return list
}

func (r *run) branchBody(depth, b int) outcome {
	list := r.windows(&r.states[depth], b, r.lists[depth][:0])
	r.lists[depth] = list
	for _, w := range list {
		next := r.child(depth)
		next.windowed |= 1 << b
		next.windows += w.order
		alive := true
		var ignored bool
		for _, i := range r.model.members[b] {
			alive = alive && narrow(next, i, w.mask, &ignored)
		}
		if w.x >= 0 {
			alive = alive && r.touches(next, b, r.model.dayMask[w.x]) && r.touches(next, b, r.model.dayMask[w.y])
		}
		if !alive {
			continue
		}
		if result := r.enter(depth + 1); result != refuted {
			return result
		}
	}
	return refuted
}

// touches reports whether the body can meet on a day at all, and fixes the item when only one can do it.
func (r *run) touches(s *state, b int, day uint64) bool {
	only := -1
	for _, i := range r.model.members[b] {
		if s.domain[i]&day == 0 {
			continue
		}
		if only >= 0 {
			return true
		}
		only = i
	}
	if only < 0 {
		return false
	}
	s.domain[only] &= day
	return true
}

// droppable returns an item that could still be dropped or placed, the longest one. Once it is
// known what is dropped, all else has to fit, and bounds bite.
func (r *run) droppable(s *state) (item int, ok bool) {
	for _, i32 := range s.open {
		i := int(i32)
		if s.domain[i]&dropped == 0 {
			continue
		}
		if !ok || r.model.minutes[i] > r.model.minutes[item] {
			item, ok = i, true
		}
	}
	return item, ok
}

// branchDrop keeps an item, somewhere, or drops it.
func (r *run) branchDrop(depth, i int) outcome {
	r.child(depth).domain[i] &^= dropped
	if result := r.enter(depth + 1); result != refuted {
		return result
	}
	r.child(depth).domain[i] = dropped
	return r.enter(depth + 1)
}

// branchItem takes the item with the fewest values left, the longest of those, and tries each value. Later attempts
// prefer items whose values have often failed at once.
func (r *run) branchItem(depth int) outcome {
	s, m := &r.states[depth], r.model
	pick, fewest := -1, 0
	for _, i32 := range s.open {
		i := int(i32)
		n := 1000 * bits.OnesCount64(s.domain[i])
		if r.attempt > 0 {
			n /= 1 + r.trouble[i]
		}
		if pick < 0 || n < fewest || n == fewest && m.minutes[i] > m.minutes[pick] {
			pick, fewest = i, n
		}
	}
	list := r.lists[depth][:0]
	for left := s.domain[pick]; left != 0; left &= left - 1 {
		bit := left & -left
		list = append(list, choice{mask: bit, order: r.taste(s, pick, bit)})
	}
	slices.SortStableFunc(list, func(a, b choice) int { return a.order - b.order })
	r.lists[depth] = list
	for _, c := range list {
		next := r.child(depth)
		next.domain[pick] = c.mask
		before := r.nodes
		if result := r.enter(depth + 1); result != refuted {
			return result
		}
		if r.nodes == before+1 {
			r.trouble[pick]++
		}
	}
	return refuted
}

// taste orders the values of an item: where it was, then where it leaves the least room, dropped last. Later
// attempts shuffle, each in its own way.
func (r *run) taste(s *state, i int, bit uint64) int {
	k := bits.TrailingZeros64(bit)
	switch {
	case bit == dropped:
		return noCap
	case r.attempt%2 == 1:
		h := stateKey{a: uint64(r.attempt), b: uint64(i)}
		h.mix(uint64(k))
		h.mix(uint64(i))
		return int(h.a >> 40)
	case r.model.earlier[i] == k:
		return -1
	}
	return int(s.rest[k] - r.model.minutes[i])
}
