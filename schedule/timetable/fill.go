package timetable

import "math/bits"

// tight is the slack over all sittings together, in minutes, up to which it pays to ask how each is filled.
const tight = 30

// fillExactly looks at how each sitting can be filled when little time is left over. All sittings together may
// leave slack minutes empty, so none may leave more. An item goes where others can fill up the rest, and has to go
// where they cannot do without it. It returns false when a sitting cannot be filled.
func (r *run) fillExactly(s *state, changed *bool) bool {
	slack := -r.sure
	for left := r.active; left != 0; left &= left - 1 {
		slack += int(r.fill[bits.TrailingZeros64(left)])
	}
	if slack > tight {
		return true
	}
	for left := r.active; left != 0; left &= left - 1 {
		k := bits.TrailingZeros64(left)
		if int(r.fill[k]) > slack && r.fill[k]/r.model.unit <= maxUnits && !r.fillSitting(s, k, slack, changed) {
			return false
		}
	}
	return true
}

// fillSitting counts, for one sitting, the sets of items by their minutes. Counts of fewer than 64 items fit a word
// exactly, so that an item can be taken out again.
func (r *run) fillSitting(s *state, k, slack int, changed *bool) bool {
	unit := r.model.unit
	high := int(r.fill[k] / unit)
	low := (int(r.fill[k]) - slack + int(unit) - 1) / int(unit)
	var counts, without [maxUnits + 1]uint64
	counts[0] = 1
	n := 0
	for _, i := range s.open {
		if s.domain[i]>>k&1 == 0 {
			continue
		}
		if n++; n > 63 {
			return true
		}
		m := int(r.model.minutes[i] / unit)
		for u := high; u >= m; u-- {
			counts[u] += counts[u-m]
		}
	}
	for _, i := range s.open {
		if s.domain[i]>>k&1 == 0 {
			continue
		}
		m := int(r.model.minutes[i] / unit)
		copy(without[:high+1], counts[:high+1])
		for u := m; u <= high; u++ {
			without[u] -= without[u-m]
		}
		mask := ^uint64(0)
		if !some(without[max(low-m, 0):max(high-m+1, 0)]) {
			mask = ^(uint64(1) << k)
		}
		if !some(without[low : high+1]) {
			mask &= 1 << k
		}
		if !narrow(s, int(i), mask, changed) {
			return false
		}
	}
	return some(counts[low : high+1])
}

func some(counts []uint64) bool {
	for _, n := range counts {
		if n > 0 {
			return true
		}
	}
	return false
}
