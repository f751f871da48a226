package timetable

import "math/bits"

const (
	wholeFamily = 12 // up to so many sittings, every set of them is looked at
	sumWords    = 4  // of 64 bits: how many units a sitting may have for its sums to be followed
	maxUnits    = 64*sumWords - 1
)

// hopeful reports whether bounds leave the state a chance. Each is a relaxation: it forgets some
// constraints, and what it refutes is impossible with all of them.
func (r *run) hopeful(s *state) bool {
	var union uint64
	r.sure = 0
	for _, i := range s.open {
		d := s.domain[i]
		union |= d
		if d&dropped == 0 {
			r.sure += int(r.model.minutes[i])
		}
	}
	r.active = union &^ dropped
	r.usable(s)
	return r.enoughRoom(s, r.sure) && r.setsHold(s) && r.spansHold(s) && r.movesHold(s)
}

// usable sets r.fill to the most minutes that items which may still go there can fill in each sitting.
func (r *run) usable(s *state) {
	m := r.model
	for k := range m.room {
		r.fill[k] = 0
		if r.active>>k&1 == 1 {
			r.fill[k] = s.rest[k]
		}
	}
	if m.unit == 0 {
		return
	}
	for left := r.active; left != 0; left &= left - 1 {
		k := bits.TrailingZeros64(left)
		units := s.rest[k] / m.unit
		if units > maxUnits {
			continue
		}
		sums := [sumWords]uint64{1}
		for _, i := range s.open {
			if s.domain[i]>>k&1 == 1 {
				orShifted(&sums, uint(m.minutes[i]/m.unit))
			}
		}
		r.fill[k] = m.unit * int32(highestUpTo(&sums, uint(units)))
	}
}

func orShifted(sums *[sumWords]uint64, by uint) {
	words, n := int(by/64), by%64
	for w := sumWords - 1; w >= words; w-- {
		v := sums[w-words] << n
		if n > 0 && w > words {
			v |= sums[w-words-1] >> (64 - n)
		}
		sums[w] |= v
	}
}

func highestUpTo(sums *[sumWords]uint64, most uint) int {
	for w := int(most / 64); w >= 0; w-- {
		v := sums[w]
		if w == int(most/64) {
			v &= ^uint64(0) >> (63 - most%64)
		}
		if v != 0 {
			return 64*w + 63 - bits.LeadingZeros64(v)
		}
	}
	return 0
}

// enoughRoom asks whether the sittings and the days that the caps still allow can hold what is surely placed.
func (r *run) enoughRoom(s *state, sure int) bool {
	m := r.model
	counted := s.used | s.kept
	single := r.parts[:0]
	for k := range m.room {
		single = append(single, part{minutes: int(r.fill[k]), counted: counted>>k&1 == 1})
	}
	if most(single, r.caps[Sittings], sure) < sure {
		return false
	}
	if r.caps[Days] >= len(m.days) {
		return true
	}
	days := r.parts[:0]
	for d, of := range m.dayMask {
		p := part{counted: counted&of != 0 || s.keptDays>>d&1 == 1}
		for left := of & r.active; left != 0; left &= left - 1 {
			p.minutes += int(r.fill[bits.TrailingZeros64(left)])
		}
		days = append(days, p)
	}
	return most(days, r.caps[Days], sure) >= sure
}

// part is a sitting or a day: what it can still hold, and whether it is in use in any case.
type part struct {
	minutes int
	counted bool
}

// most returns the minutes that so many parts can hold, all counted ones among them, or enough of them.
func most(list []part, n, enough int) int {
	total, all := 0, n >= len(list)
	for i := range list {
		if all || list[i].counted {
			total += list[i].minutes
			list[i].minutes = 0
			n--
		}
	}
	for ; n > 0 && total < enough; n-- {
		best := 0
		for i := range list {
			if list[i].minutes > list[best].minutes {
				best = i
			}
		}
		if list[best].minutes == 0 {
			break
		}
		total += list[best].minutes
		list[best].minutes = 0
	}
	return total
}

// setsHold asks for sets of sittings whether they can hold the items that may go nowhere else, and what
// dropping the rest costs at least.
func (r *run) setsHold(s *state) bool {
	if n := bits.OnesCount64(r.active); n <= wholeFamily {
		return r.everySetHolds(s, n)
	}
	for _, i := range s.open {
		if !r.setHolds(s, s.domain[i]&^dropped) {
			return false
		}
	}
	for from := r.active; from != 0; from &= from - 1 {
		stretch := uint64(0) // of active sittings, one after the other
		for left := from; left != 0; left &= left - 1 {
			stretch |= left & -left
			if !r.setHolds(s, stretch) {
				return false
			}
		}
	}
	return true
}

func (r *run) everySetHolds(s *state, n int) bool {
	var at [64]uint8 // place of each active sitting in a small mask
	var back [wholeFamily]uint64
	small := uint8(0)
	for left := r.active; left != 0; left &= left - 1 {
		k := bits.TrailingZeros64(left)
		at[k] = small
		back[small] = 1 << k
		small++
	}
	size := 1 << n
	sum, room := r.sums[:size], r.rooms[:size]
	clear(sum)
	for _, i := range s.open {
		mask := uint(0)
		for d := s.domain[i] &^ dropped; d != 0; d &= d - 1 {
			mask |= 1 << at[bits.TrailingZeros64(d)]
		}
		sum[mask] += r.model.minutes[i]
	}
	for b := 1; b < size; b <<= 1 {
		for base := 0; base < size; base += 2 * b {
			low, high := sum[base:base+b], sum[base+b:base+2*b]
			for k, v := range low {
				high[k] += v
			}
		}
	}
	room[0] = 0
	for mask := 1; mask < size; mask++ {
		low := mask & -mask
		room[mask] = room[mask^low] + r.fill[bits.TrailingZeros64(back[bits.TrailingZeros(uint(low))])]
		if sum[mask] > room[mask] {
			wide := uint64(0)
			for left := uint(mask); left != 0; left &= left - 1 {
				wide |= back[bits.TrailingZeros(left)]
			}
			if !r.affordable(s, wide, sum[mask]-room[mask]) {
				return false
			}
		}
	}
	return true
}

func (r *run) setHolds(s *state, set uint64) bool {
	over := int32(0)
	r.work += len(s.open)
	for left := set; left != 0; left &= left - 1 {
		over -= r.fill[bits.TrailingZeros64(left)]
	}
	for _, i := range s.open {
		if s.domain[i]&^dropped&^set == 0 {
			over += r.model.minutes[i]
		}
	}
	return over <= 0 || r.affordable(s, set, over)
}

// affordable reports whether items that may go only into the set can be dropped, to make it so many minutes
// lighter, within the cap: the cheapest minutes first, and the last item in part.
func (r *run) affordable(s *state, set uint64, over int32) bool {
	m, budget := r.model, r.caps[Priority]-s.loss
	for _, i := range m.byPrice {
		d := s.domain[i]
		if d&dropped == 0 || d == dropped || d&^dropped&^set != 0 {
			continue
		}
		if m.minutes[i] >= over {
			return m.priority[i]*int(over) <= budget*int(m.minutes[i])
		}
		over -= m.minutes[i]
		if budget -= m.priority[i]; budget < 0 {
			return false
		}
	}
	return false
}

// spansHold adds up the fewest days of each body.
func (r *run) spansHold(s *state) bool {
	if r.caps[BodyDays] >= noCap {
		return true
	}
	total := s.windows
	for b := range r.model.bodies {
		r.least[b] = 0
		if b < 64 && s.windowed>>b&1 == 1 {
			continue
		}
		r.least[b] = r.leastSpan(s, b)
		total += r.least[b]
	}
	r.spans = total
	return total <= r.caps[BodyDays]
}

// leastSpan returns the length of the shortest window that meets the domain of every item of a body that is
// surely placed, and has the minutes for them.
func (r *run) leastSpan(s *state, b int) int {
	m, best := r.model, noCap
	last := len(m.days) - 1
	lo, hi := len(m.days), -1
	need, meets := 0, false
	for _, i := range m.members[b] {
		d := s.domain[i]
		if d&dropped != 0 {
			continue
		}
		meets = true
		from, to := m.dayAt[bits.TrailingZeros64(d)], m.dayAt[63-bits.LeadingZeros64(d)]
		if m.sorted {
			lo, hi = min(lo, to), max(hi, from)
		}
		if d&(d-1) != 0 {
			need += int(m.minutes[i])
		}
	}
	if !meets {
		return 0
	}
	for x := 0; x <= last && (!m.sorted || x <= lo); x++ {
		for y := max(x, hi); y <= last; y++ {
			if m.span(x, y) >= best {
				break
			}
			if r.windowFits(s, b, m.windowMask[x][y], need) {
				best = m.span(x, y)
			}
		}
	}
	return best
}

func (r *run) windowFits(s *state, b int, window uint64, need int) bool {
	m := r.model
	for left := window & r.active; left != 0 && need > 0; left &= left - 1 {
		need -= int(r.fill[bits.TrailingZeros64(left)])
	}
	if need > 0 {
		return false
	}
	for _, i := range m.members[b] {
		if d := s.domain[i]; d&dropped == 0 && d&window == 0 {
			return false
		}
	}
	return true
}

// movesHold counts the moves that are certain, and those without which a sitting stays too full.
func (r *run) movesHold(s *state) bool {
	m := r.model
	if r.caps[Moves] >= len(m.minutes) {
		return true
	}
	n := s.moves
	over := r.excess
	for k := range over {
		over[k] = -s.rest[k]
	}
	for _, i := range s.open {
		d := s.domain[i]
		switch was := m.earlier[i]; {
		case r.moved(int(i), d):
			n++
			if d&(d-1) == 0 {
				over[bits.TrailingZeros64(d)] += m.minutes[i]
			}
		case was >= 0:
			over[was] += m.minutes[i]
		}
	}
	for _, i := range m.byMinutes {
		d, was := s.domain[i], m.earlier[i]
		if was >= 0 && over[was] > 0 && d&(d-1) != 0 && d>>was&1 == 1 {
			over[was] -= m.minutes[i]
			n++
		}
	}
	return n <= r.caps[Moves]
}
