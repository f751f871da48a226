package timetable

import (
	"math/bits"
	"slices"
)

const (
	point    = 256     // of worth: one point of priority, or one move
	mostOf   = 1 << 40 // worth, of one item: sums never overflow
	rounds   = 3       // in which worths are corrected in a state
	atRoot   = 100     // rounds there: below, each state goes on from the worths of the one above
	fewItems = 8       // open ones, with which a state is sooner searched than weighed
)

// ledger is what weighing a state works with.
type ledger struct {
	accounts []account // of sittings
	takers   []taker   // of the sitting that was looked at last
	rows     [][]int64 // what the first takers earn at most, by units: none, one, two ...
	back     []int64   // what the last ones earn
	times    []int64   // of items: how often they are taken
	saved    []int64   // of items: what the sum loses when no sitting may take it and it is not dropped
}

type taker struct {
	item  int32
	units int
	value int64
}

// account says what a sitting earns.
type account struct {
	earns         int64
	taken         []int32
	without, with []int64 // by item: how much less it earns when it must do without, and when it must take it
}

func newLedger(m *model) ledger {
	n := len(m.minutes)
	l := ledger{accounts: make([]account, len(m.room)), back: make([]int64, maxUnits+1), times: make([]int64, n), saved: make([]int64, n)}
	l.rows = append(l.rows, make([]int64, maxUnits+1))
	for k := range l.accounts {
		l.accounts[k].without, l.accounts[k].with = make([]int64, n), make([]int64, n)
	}
	return l
}

// weigh asks whether what is open can be had for what the caps on priority and moves still allow. Suppose that each
// item is worth something to whoever places it, whatever that is. Then a timetable costs at least the worth of all
// items, less what dropping saves, less what each sitting earns with the best items that it has the minutes for: for
// them alone, an exact calculation. Worths are raised for items that nobody takes and lowered for those that are taken
// twice (the Lagrange multipliers of a generalised assignment problem). Whatever they are, the bound holds; whole
// numbers make it the same on every machine. At the end, sittings in which an item would cost too much are taken from it.
func (r *run) weigh(s *state, n int, changed *bool) bool {
	m := r.model
	if r.ledger.accounts == nil {
		r.ledger = newLedger(m)
	}
	if len(s.worth) == 0 {
		for _, minutes := range m.minutes {
			s.worth = append(s.worth, int64(minutes)*point/32)
		}
	}
	var drop, move, budget int64
	if r.caps[Priority] < noCap {
		drop = point
		budget += drop * int64(r.caps[Priority]-s.loss)
	}
	if r.caps[Moves] < len(m.minutes) {
		move = point
		budget += move * int64(r.caps[Moves]-s.moves)
	}
	for ; ; n-- {
		cost := r.dropping(s, drop, move)
		for left := r.active; left != 0; left &= left - 1 {
			r.earn(s, bits.TrailingZeros64(left), move, n == 0)
		}
		sum, idle := r.earned(s)
		cost -= sum
		switch {
		case cost > budget:
			return false
		case n == 0:
			return idle != 0 || r.pickOut(s, budget-cost, changed)
		case !r.correct(s, r.active&^idle, budget+1-cost):
			n = 1 // each item is taken once: there is nothing to correct
		}
	}
}

// dropping adds up the worth of what is open, less what is saved by dropping items for which that is cheaper.
func (r *run) dropping(s *state, drop, move int64) int64 {
	m, l := r.model, &r.ledger
	sum := int64(0)
	for _, i := range s.open {
		l.times[i], l.saved[i] = 0, 0
		sum += s.worth[i]
		if s.domain[i]&dropped == 0 {
			continue
		}
		cost := drop * int64(m.priority[i])
		if m.earlier[i] != wasUnplaced {
			cost += move
		}
		if s.worth[i] > cost {
			l.times[i], l.saved[i] = 1, s.worth[i]-cost
			sum -= l.saved[i]
		}
	}
	return sum
}

// earned adds up what the sittings earn. Where not all may be in use, those that earn least stay idle.
func (r *run) earned(s *state) (sum int64, idle uint64) {
	at := r.ledger.accounts
	for left := r.active; left != 0; left &= left - 1 {
		sum += at[bits.TrailingZeros64(left)].earns
	}
	counted := s.used | s.kept
	free := r.active &^ counted
	for n := bits.OnesCount64(free|counted) - r.caps[Sittings]; n > 0 && free != 0; n-- {
		least := bits.TrailingZeros64(free)
		for left := free; left != 0; left &= left - 1 {
			if k := bits.TrailingZeros64(left); at[k].earns < at[least].earns {
				least = k
			}
		}
		free &^= 1 << least
		idle |= 1 << least
		sum -= at[least].earns
	}
	return sum, idle
}

// correct changes the worths by a step that would close the gap if the bound were linear. It returns false when
// each item is taken once.
func (r *run) correct(s *state, busy uint64, gap int64) bool {
	l := &r.ledger
	for left := busy; left != 0; left &= left - 1 {
		for _, i := range l.accounts[bits.TrailingZeros64(left)].taken {
			l.times[i]++
		}
	}
	norm := int64(0)
	for _, i := range s.open {
		norm += (1 - l.times[i]) * (1 - l.times[i])
	}
	if norm == 0 {
		return false
	}
	for _, i := range s.open {
		lack := 1 - l.times[i]
		step := lack * gap / norm
		if step == 0 {
			step = lack
		}
		s.worth[i] = min(max(0, s.worth[i]+step), mostOf)
	}
	return true
}

// pickOut takes from items the sittings in which they would cost more than is left.
func (r *run) pickOut(s *state, left int64, changed *bool) bool {
	l := &r.ledger
	for _, i := range s.open {
		places := s.domain[i] &^ dropped
		all := l.saved[i]
		for d := places; d != 0; d &= d - 1 {
			all += l.accounts[bits.TrailingZeros64(d)].without[i]
		}
		mask := ^uint64(0)
		for d := places; d != 0; d &= d - 1 {
			k := bits.TrailingZeros64(d)
			if a := &l.accounts[k]; a.with[i]+all-a.without[i] > left {
				mask &^= 1 << k
			} else if a.without[i] > left {
				mask &= 1 << k
			}
		}
		if !narrow(s, int(i), mask, changed) {
			return false
		}
	}
	return true
}

// earn finds the items with which a sitting earns most. With exact, it also says what each item changes.
func (r *run) earn(s *state, k int, move int64, exact bool) {
	m, l, a := r.model, &r.ledger, &r.ledger.accounts[k]
	unit := max(m.unit, s.rest[k]/maxUnits+1) // rounded down, items fit that do not: the bound holds all the same
	if s.rest[k]/m.unit <= maxUnits {
		unit = m.unit
	}
	l.takers, a.taken, a.earns = l.takers[:0], a.taken[:0], 0
	minutes := int32(0)
	for _, i := range s.open {
		if s.domain[i]>>k&1 == 0 {
			continue
		}
		v := s.worth[i]
		if m.earlier[i] != k {
			v -= move
		}
		a.without[i], a.with[i] = max(v, 0), max(-v, 0)
		if v > 0 {
			l.takers = append(l.takers, taker{i, int(m.minutes[i] / unit), v})
			a.taken = append(a.taken, i)
			a.earns += v
			minutes += m.minutes[i]
		}
	}
	if minutes <= s.rest[k] {
		return // it takes all
	}
	high := int(s.rest[k] / unit)
	r.fillRows(high)
	a.earns = l.rows[len(l.takers)][high]
	a.taken = a.taken[:0]
	left := high
	for n := len(l.takers); n > 0; n-- {
		if l.rows[n][left] != l.rows[n-1][left] {
			a.taken = append(a.taken, l.takers[n-1].item)
			left -= l.takers[n-1].units
		}
	}
	if !exact {
		return
	}
	for _, i := range s.open {
		if s.domain[i]>>k&1 == 1 && a.without[i] == 0 { // no taker
			a.with[i] += a.earns - l.rows[len(l.takers)][high-int(m.minutes[i]/unit)]
		}
	}
	r.change(a, high)
}

// fillRows calculates what the first takers earn at most in each number of units.
func (r *run) fillRows(high int) {
	l := &r.ledger
	for len(l.rows) <= len(l.takers) {
		l.rows = append(l.rows, make([]int64, maxUnits+1))
	}
	for n, t := range l.takers {
		row, next := l.rows[n][:high+1], l.rows[n+1][:high+1]
		copy(next[:t.units], row)
		for u := t.units; u <= high; u++ {
			next[u] = max(row[u], row[u-t.units]+t.value)
		}
	}
}

// change calculates, from the takers in front of each and those behind it, what the sitting earns without it, and what with it.
func (r *run) change(a *account, high int) {
	l := &r.ledger
	back := l.back[:high+1]
	clear(back)
	for n, t := range slices.Backward(l.takers) {
		row := l.rows[n]
		without, with := int64(0), int64(0)
		for u := 0; u <= high; u++ {
			without = max(without, row[u]+back[high-u])
		}
		for u := 0; u <= high-t.units; u++ {
			with = max(with, row[u]+back[high-t.units-u])
		}
		a.without[t.item], a.with[t.item] = a.earns-without, a.earns-with-t.value
		for u := high; u >= t.units; u-- {
			back[u] = max(back[u], back[u-t.units]+t.value)
		}
	}
}
