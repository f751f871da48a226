package timetable

import (
	"math/bits"
	"slices"
)

// dropped is the bit of a domain that stands for "in no sitting".
const dropped = uint64(1) << 63

// What the earlier timetable says of an item, where it is no sitting.
const (
	wasUnplaced  = -1
	wasElsewhere = -2 // in a sitting that no longer exists
)

// model is a problem in numbers. The search reads it and never changes it.
type model struct {
	problem    Problem // canonical
	minutes    []int32 // of items
	priority   []int
	domain     []uint64 // of items: the sittings that it may use, and dropped
	room       []int32  // of sittings
	after      [][]int  // items that are not before it
	ahead      [][]int  // items that are not after it
	apart      [][]int
	groups     [][]int // parts
	inGroup    [][]int // of items: its groups
	inCircle   []bool  // of items: its order may run in a circle
	circles    bool
	days       []int      // numbers of the days, ascending
	dayMask    []uint64   // the sittings of each of them
	dayAt      []int      // of sittings: index into days
	sorted     bool       // whether the sittings stand in the order of their days
	windowMask [][]uint64 // the sittings from one day to another
	bodies     []string
	members    [][]int // of bodies: items
	earlier    []int   // of items: the index of a sitting, or a constant
	hasMoves   bool
	byMinutes  []int // items, the longest first
	byPrice    []int // items that may be dropped, the cheapest minute first
	unit       int32 // divides the minutes of every item
}

// newModel puts a problem that [Check] finds no error in into numbers. The items named in anywhere may use every
// sitting that is long enough.
func newModel(p Problem, anywhere map[string]bool) *model {
	m := &model{problem: p.Canonical()}
	p = m.problem
	n := len(p.Items)
	index, sitting := map[string]int{}, map[string]int{}
	for i, it := range p.Items {
		index[it.ID] = i
	}
	for k, s := range p.Sittings {
		sitting[s.ID] = k
		m.room = append(m.room, int32(s.Minutes))
	}
	m.addDays()
	m.after, m.ahead, m.apart, m.inGroup = make([][]int, n), make([][]int, n), make([][]int, n), make([][]int, n)
	m.hasMoves = p.Earlier != nil
	for i, it := range p.Items {
		m.minutes = append(m.minutes, int32(it.Minutes))
		m.priority = append(m.priority, it.Priority)
		m.domain = append(m.domain, m.sittingsOf(it, sitting, anywhere[it.ID]))
		m.unit = gcd(m.unit, int32(it.Minutes))
		m.byMinutes = append(m.byMinutes, i)
		was := wasUnplaced
		if id := p.Earlier[it.ID]; id != "" {
			k, there := sitting[id]
			if was = wasElsewhere; there {
				was = k
			}
		}
		m.earlier = append(m.earlier, was)
	}
	slices.SortStableFunc(m.byMinutes, func(a, b int) int { return int(m.minutes[b]) - int(m.minutes[a]) })
	m.addPairs(index)
	m.joinParts()
	m.addBodies()
	for i := range p.Items {
		if m.domain[i]&dropped != 0 {
			m.byPrice = append(m.byPrice, i)
		}
	}
	slices.SortStableFunc(m.byPrice, func(a, b int) int {
		return m.priority[a]*int(m.minutes[b]) - m.priority[b]*int(m.minutes[a])
	})
	return m
}

func (m *model) addDays() {
	for _, s := range m.problem.Sittings {
		m.days = append(m.days, s.Day)
	}
	slices.Sort(m.days)
	m.days = slices.Compact(m.days)
	m.dayMask = make([]uint64, len(m.days))
	for k, s := range m.problem.Sittings {
		d, _ := slices.BinarySearch(m.days, s.Day)
		m.dayMask[d] |= 1 << k
		m.dayAt = append(m.dayAt, d)
	}
	m.sorted = slices.IsSorted(m.dayAt)
	for x := range m.days {
		m.windowMask = append(m.windowMask, make([]uint64, len(m.days)))
		mask := uint64(0)
		for y := x; y < len(m.days); y++ {
			mask |= m.dayMask[y]
			m.windowMask[x][y] = mask
		}
	}
}

// sittingsOf returns where an item may be placed as far as it alone tells.
func (m *model) sittingsOf(it Item, sitting map[string]int, anywhere bool) uint64 {
	allowed := uint64(0)
	for _, id := range it.Allowed {
		allowed |= 1 << sitting[id]
	}
	domain := uint64(0)
	for k, s := range m.problem.Sittings {
		own := (it.Allowed == nil || allowed>>k&1 == 1) && s.Closed == it.Closed
		if (own || anywhere) && it.Minutes <= s.Minutes {
			domain |= 1 << k
		}
	}
	if !it.Required {
		domain |= dropped
	}
	return domain
}

func (m *model) addPairs(index map[string]int) {
	for _, pair := range m.problem.Before {
		m.order(index[pair[0]], index[pair[1]])
	}
	for _, pair := range m.problem.Apart {
		if a, b := index[pair[0]], index[pair[1]]; a != b {
			m.apart[a] = append(m.apart[a], b)
			m.apart[b] = append(m.apart[b], a)
		}
	}
	for g, group := range m.problem.Parts {
		var list []int
		for k, id := range group {
			i := index[id]
			list = append(list, i)
			m.inGroup[i] = append(m.inGroup[i], g)
			if k > 0 {
				m.order(list[k-1], i)
			}
		}
		m.groups = append(m.groups, list)
	}
	m.inCircle = make([]bool, len(m.minutes))
	for i := range m.inCircle {
		if m.reaches(i, i) {
			m.inCircle[i], m.circles = true, true
		}
	}
}

// joinParts makes every part required of which one is, through all groups that share an item.
func (m *model) joinParts() {
	for changed := true; changed; {
		changed = false
		for _, group := range m.groups {
			must := slices.ContainsFunc(group, func(i int) bool { return m.domain[i]&dropped == 0 })
			for _, i := range group {
				if must && m.domain[i]&dropped != 0 {
					m.domain[i] &^= dropped
					changed = true
				}
			}
		}
	}
}

func (m *model) order(a, b int) {
	if a == b {
		m.domain[a] &= dropped // nothing stands before itself
		return
	}
	if !slices.Contains(m.after[a], b) {
		m.after[a] = append(m.after[a], b)
		m.ahead[b] = append(m.ahead[b], a)
	}
}

// reaches reports whether pairs lead from a over at least one step to b.
func (m *model) reaches(a, b int) bool {
	seen := make([]bool, len(m.minutes))
	stack := []int{a}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, next := range m.after[at] {
			if next == b {
				return true
			}
			if !seen[next] {
				seen[next] = true
				stack = append(stack, next)
			}
		}
	}
	return false
}

func (m *model) addBodies() {
	members := map[string][]int{}
	for i, it := range m.problem.Items {
		for _, b := range it.Bodies {
			members[b] = append(members[b], i)
			m.bodies = append(m.bodies, b)
		}
	}
	m.bodies = set(m.bodies)
	for _, b := range m.bodies {
		m.members = append(m.members, members[b])
	}
}

func gcd(a, b int32) int32 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// span returns the length of the window from day x to day y, both indices into days.
func (m *model) span(x, y int) int { return m.days[y] - m.days[x] + 1 }

// fromBit returns the sittings not before that of the lowest bit; upTo those not after that of the highest.
func fromBit(d uint64) uint64 { return ^uint64(0) << bits.TrailingZeros64(d) }
func upToBit(d uint64) uint64 { return ^uint64(0) >> bits.LeadingZeros64(d) }
