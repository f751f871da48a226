package timetable

import "math/bits"

// state is one node of the search: what is still possible for each item.
type state struct {
	domain   []uint64
	rest     []int32 // minutes left in each sitting
	open     []int32 // items that are neither placed nor dropped, ascending
	loss     int     // priority of what is dropped
	moves    int     // of items that are placed or dropped
	used     uint64  // sittings with something in them
	kept     uint64  // sittings that a branch keeps for use
	keptDays uint64  // days likewise, by their index
	windowed uint64  // bodies whose first and last day a branch has fixed
	windows  int     // their days, added up
	worth    []int64 // of items: see weigh
}

func (s *state) copyFrom(o *state) {
	s.domain = append(s.domain[:0], o.domain...)
	s.rest = append(s.rest[:0], o.rest...)
	s.open = append(s.open[:0], o.open...)
	s.worth = append(s.worth[:0], o.worth...)
	s.loss, s.moves, s.used = o.loss, o.moves, o.used
	s.kept, s.keptDays, s.windowed, s.windows = o.kept, o.keptDays, o.windowed, o.windows
}

// propagate draws conclusions until none is left. It returns false when the state cannot be completed within
// the caps.
func (r *run) propagate(s *state) bool {
	for changed := true; changed; {
		changed = false
		r.work += len(s.open)
		left := s.open[:0]
		for _, at := range s.open {
			i := int(at)
			d := r.fitting(s, i)
			if d == 0 {
				return false
			}
			if d != s.domain[i] {
				s.domain[i] = d
				changed = true
			}
			if !r.tell(s, i, d, &changed) {
				return false
			}
			if d = s.domain[i]; d == 0 { // what it told came back to it
				return false
			}
			if d&(d-1) != 0 {
				left = append(left, at)
				continue
			}
			changed = true
			if !r.settle(s, i, d) {
				return false
			}
		}
		s.open = left
		if !r.holdCounts(s, &changed) || !r.holdMoves(s, &changed) {
			return false
		}
	}
	return !r.model.circles || r.runsStraight(s)
}

// fitting returns the domain of an item without the sittings that are too full for it, and without being
// dropped where that costs too much.
func (r *run) fitting(s *state, i int) uint64 {
	d := s.domain[i]
	need := r.model.minutes[i]
	for left := d &^ dropped; left != 0; left &= left - 1 {
		if k := bits.TrailingZeros64(left); s.rest[k] < need {
			d &^= 1 << k
		}
	}
	if d&dropped != 0 && s.loss+r.model.priority[i] > r.caps[Priority] {
		d &^= dropped
	}
	return d
}

// settle takes account of an item whose domain has one value left.
func (r *run) settle(s *state, i int, d uint64) bool {
	if r.moved(i, d) {
		s.moves++
	}
	if d == dropped {
		s.loss += r.model.priority[i]
		return s.loss <= r.caps[Priority]
	}
	k := bits.TrailingZeros64(d)
	s.rest[k] -= r.model.minutes[i]
	s.used |= d
	return s.rest[k] >= 0
}

// tell passes on to other items what is known of one.
func (r *run) tell(s *state, i int, d uint64, changed *bool) bool {
	m := r.model
	if d == dropped {
		for _, g := range m.inGroup[i] {
			r.work += len(m.groups[g])
			for _, j := range m.groups[g] {
				if !narrow(s, j, dropped, changed) {
					return false
				}
			}
		}
		return true
	}
	if d&dropped != 0 {
		return true // pairs bind only when it is surely placed
	}
	r.work += len(m.after[i]) + len(m.ahead[i])
	for _, j := range m.after[i] {
		if !narrow(s, j, fromBit(d)|dropped, changed) {
			return false
		}
	}
	for _, j := range m.ahead[i] {
		if !narrow(s, j, upToBit(d)|dropped, changed) {
			return false
		}
	}
	if len(m.apart[i]) > 0 {
		r.work += len(m.apart[i])
		if day := m.dayMask[m.dayAt[bits.TrailingZeros64(d)]]; d&^day == 0 {
			for _, j := range m.apart[i] {
				if !narrow(s, j, ^day, changed) {
					return false
				}
			}
		}
	}
	for _, g := range m.inGroup[i] {
		r.work += len(m.groups[g])
		for _, j := range m.groups[g] {
			if !narrow(s, j, ^dropped, changed) {
				return false
			}
		}
	}
	return true
}

// narrow takes from the domain of an item what is not in mask. It returns false when nothing is left.
func narrow(s *state, i int, mask uint64, changed *bool) bool {
	d := s.domain[i]
	if d&^mask != 0 {
		d &= mask
		s.domain[i] = d
		*changed = true
	}
	return d != 0
}

// moved reports whether an item moves against the earlier timetable, whichever value of its domain it takes.
func (r *run) moved(i int, d uint64) bool {
	switch was := r.model.earlier[i]; was {
	case wasUnplaced:
		return d&dropped == 0
	case wasElsewhere:
		return true
	default:
		return d>>was&1 == 0
	}
}

// holdCounts keeps the sittings and days in use within their caps.
func (r *run) holdCounts(s *state, changed *bool) bool {
	m, sure := r.model, s.used|s.kept
	mask := ^uint64(0)
	if r.caps[Sittings] < len(m.room) {
		n := bits.OnesCount64(sure)
		if n > r.caps[Sittings] {
			return false
		}
		if n == r.caps[Sittings] {
			mask &= sure | dropped
		}
	}
	if r.caps[Days] < len(m.days) {
		n, days := 0, uint64(0)
		for d, of := range m.dayMask {
			if sure&of != 0 || s.keptDays>>d&1 == 1 {
				n++
				days |= of
			}
		}
		if n > r.caps[Days] {
			return false
		}
		if n == r.caps[Days] {
			mask &= days | dropped
		}
	}
	if mask == ^uint64(0) {
		return true
	}
	for _, i := range s.open {
		if !narrow(s, int(i), mask, changed) {
			return false
		}
	}
	return true
}

// holdMoves keeps the moves within their cap: when no further one is left, what has not moved stays.
func (r *run) holdMoves(s *state, changed *bool) bool {
	if r.caps[Moves] >= len(r.model.minutes) {
		return true
	}
	n := s.moves
	for _, i := range s.open {
		if r.moved(int(i), s.domain[i]) {
			n++
		}
	}
	if n > r.caps[Moves] {
		return false
	}
	if n < r.caps[Moves] {
		return true
	}
	for _, i := range s.open {
		if r.moved(int(i), s.domain[i]) {
			continue
		}
		stay := dropped
		if was := r.model.earlier[i]; was >= 0 {
			stay = 1 << was
		}
		if !narrow(s, int(i), stay, changed) {
			return false
		}
	}
	return true
}

// runsStraight reports whether the items that are surely placed can stand in an order. Only items on a circle
// of the problem are looked at.
func (r *run) runsStraight(s *state) bool {
	m := r.model
	mark := r.marks // 0 unseen, 1 on the way, 2 done
	clear(mark)
	var visit func(i int) bool
	visit = func(i int) bool {
		mark[i] = 1
		for _, j := range m.after[i] {
			if !m.inCircle[j] || s.domain[j]&dropped != 0 {
				continue
			}
			if mark[j] == 1 || mark[j] == 0 && !visit(j) {
				return false
			}
		}
		mark[i] = 2
		return true
	}
	for i, in := range m.inCircle {
		if in && mark[i] == 0 && s.domain[i]&dropped == 0 && !visit(i) {
			return false
		}
	}
	return true
}
