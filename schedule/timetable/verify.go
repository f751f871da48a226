package timetable

import (
	"cmp"
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Timetable says where items are placed. What it does not name is unplaced.
type Timetable struct {
	Name        string      `json:"name,omitzero"`
	Assignments []Placement `json:"assignments,omitzero"` // in any order
}

// Placement puts one item into one sitting.
type Placement struct {
	Item    string    `json:"item,omitzero"`
	Sitting string    `json:"sitting,omitzero"`
	Start   att.Count `json:"start,omitzero"`   // minutes of items in front of it in the sitting; unknown: in any order that holds
	Minutes int       `json:"minutes,omitzero"` // as the item says; 0: not said
}

// Measures are the five goals of a timetable, counted from their definitions.
type Measures struct {
	Priority  int       // of all placed items together
	Days      int       // on which something is placed
	Sittings  int       // in which something is placed
	BodyDays  int       // over all bodies, last day minus first day plus one
	Moves     att.Count // against the earlier timetable; unknown: there is none
	Placed    int       // items
	Unplaced  int       // items
	Unplanned int       // minutes of the sittings used in which nothing is placed
}

// Measure counts the goals of a timetable. It takes what names an item and a sitting of the problem, the
// first placement of each item, and leaves out the rest; whether the timetable holds is for [Verify].
func Measure(p Problem, t Timetable) Measures {
	where, _ := placed(p, t)
	byID := map[string]Sitting{}
	for _, s := range p.Sittings {
		byID[s.ID] = s
	}
	var m Measures
	days, used := map[int]bool{}, map[string]bool{}
	first, last := map[string]int{}, map[string]int{}
	moves := 0
	for _, it := range p.Items {
		id, isPlaced := where[it.ID]
		if p.Earlier[it.ID] != id { // absent, null and unplaced are all ""
			moves++
		}
		if !isPlaced {
			m.Unplaced++
			continue
		}
		day := byID[id].Day
		m.Placed++
		m.Priority += it.Priority
		m.Unplanned -= it.Minutes
		days[day], used[id] = true, true
		for _, b := range set(it.Bodies) {
			if _, met := first[b]; !met {
				first[b], last[b] = day, day
			}
			first[b], last[b] = min(first[b], day), max(last[b], day)
		}
	}
	for b := range first {
		m.BodyDays += last[b] - first[b] + 1
	}
	for id := range used {
		m.Unplanned += byID[id].Minutes
	}
	m.Days, m.Sittings = len(days), len(used)
	if p.Earlier != nil {
		m.Moves = att.Exactly(moves)
	}
	return m
}

// placed returns the sitting of each placed item, and the placements that name no item or no sitting of the
// problem or place an item again, by their index.
func placed(p Problem, t Timetable) (where map[string]string, stray []int) {
	items, sittings := map[string]bool{}, map[string]bool{}
	for _, it := range p.Items {
		items[it.ID] = true
	}
	for _, s := range p.Sittings {
		sittings[s.ID] = true
	}
	where = map[string]string{}
	for i, a := range t.Assignments {
		if _, again := where[a.Item]; again || !items[a.Item] || !sittings[a.Sitting] {
			stray = append(stray, i)
			continue
		}
		where[a.Item] = a.Sitting
	}
	return where, stray
}

// Verify judges a timetable, whoever made it, from the definitions of the problem alone; it shares no code
// with the search. It returns one finding of severity error for each constraint that is broken, sorted; none
// when the timetable holds. Paths are those of the timetable's and the problem's documents.
func Verify(p Problem, t Timetable) []check.Finding {
	where, stray := placed(p, t)
	v := verdict{checker: checker{problem: p}, table: t, where: where, at: map[string]int{}}
	for i, s := range p.Sittings {
		v.at[s.ID] = i
	}
	for _, i := range stray {
		a := t.Assignments[i]
		v.fault("assignment", check.Path("assignments").Index(i), "The placement of {item} in {sitting} names something that is not there, or places the item again.",
			check.Text("item", a.Item), check.Text("sitting", a.Sitting))
	}
	v.verifyItems()
	v.verifyRoom()
	v.verifyPairs()
	v.verifyParts()
	v.verifyOrder()
	v.verifyHours()
	check.Sort(v.findings)
	return v.findings
}

type verdict struct {
	checker
	table Timetable
	where map[string]string // placed item to sitting
	at    map[string]int    // sitting to its place in time
}

func (v *verdict) fault(rule string, at check.Path, english string, args ...check.Arg) {
	v.add("verify-"+rule, check.Error, at, "Change the timetable, or the constraint.", english, args...)
}

func (v *verdict) verifyItems() {
	for _, it := range v.problem.Items {
		id, isPlaced := v.where[it.ID]
		at := check.Path("items").ID(it.ID, 0)
		switch {
		case !isPlaced && it.Required:
			v.fault("required", at, "The item {item} is required and not placed.", check.Text("item", it.ID))
		case isPlaced && it.Allowed != nil && !slices.Contains(it.Allowed, id):
			v.fault("allowed", at, "The item {item} may not use the sitting {sitting}.", check.Text("item", it.ID), check.Text("sitting", id))
		}
		if !isPlaced {
			continue
		}
		if shut := v.problem.Sittings[v.at[id]].Closed; shut != it.Closed {
			item, sitting := check.Text("item", it.ID), check.Text("sitting", id)
			if shut {
				v.fault("closed", at, "The open item {item} is in the closed sitting {sitting}.", item, sitting)
			} else {
				v.fault("closed", at, "The closed item {item} is in the open sitting {sitting}.", item, sitting)
			}
		}
	}
}

func (v *verdict) verifyRoom() {
	for _, s := range v.problem.Sittings {
		sum := 0
		for _, it := range v.problem.Items {
			if v.where[it.ID] == s.ID {
				sum += it.Minutes
			}
		}
		if sum > s.Minutes {
			v.fault("minutes", check.Path("sittings").ID(s.ID, v.at[s.ID]), "The sitting {sitting} has {has} minutes and holds {sum}.",
				check.Text("sitting", s.ID), check.Number("has", s.Minutes), check.Number("sum", sum))
		}
	}
}

func (v *verdict) verifyPairs() {
	for i, pair := range v.problem.Before {
		v.inOrder(check.Path("before").Index(i), pair[0], pair[1])
	}
	for i, pair := range v.problem.Apart {
		a, placedA := v.where[pair[0]]
		b, placedB := v.where[pair[1]]
		if placedA && placedB && pair[0] != pair[1] && v.problem.Sittings[v.at[a]].Day == v.problem.Sittings[v.at[b]].Day {
			v.fault("apart", check.Path("apart").Index(i), "{a} and {b} are on one day.", check.Text("a", pair[0]), check.Text("b", pair[1]))
		}
	}
}

func (v *verdict) inOrder(at check.Path, a, b string) {
	first, placedA := v.where[a]
	second, placedB := v.where[b]
	switch {
	case !placedA || !placedB:
	case a == b:
		v.fault("before", at, "{a} stands before itself, so it cannot be placed.", check.Text("a", a))
	case v.at[first] > v.at[second]:
		v.fault("before", at, "{a} is in a later sitting than {b}.", check.Text("a", a), check.Text("b", b))
	}
}

func (v *verdict) verifyParts() {
	for i, group := range v.problem.Parts {
		at, count := check.Path("parts").Index(i), 0
		for k, id := range group {
			if _, isPlaced := v.where[id]; isPlaced {
				count++
			}
			if k > 0 {
				v.inOrder(at, group[k-1], id)
			}
		}
		if count > 0 && count < len(group) {
			v.fault("parts", at, "Of the topic in {n} parts, {count} are placed.", check.Number("n", len(group)), check.Number("count", count))
		}
	}
}

// ordered returns every pair of which both are placed: of Before, and of neighbours inside Parts.
func (v *verdict) ordered() [][2]string {
	var live [][2]string
	keep := func(a, b string) {
		_, placedA := v.where[a]
		_, placedB := v.where[b]
		if placedA && placedB && a != b {
			live = append(live, [2]string{a, b})
		}
	}
	for _, pair := range v.problem.Before {
		keep(pair[0], pair[1])
	}
	for _, group := range v.problem.Parts {
		for k := 1; k < len(group); k++ {
			keep(group[k-1], group[k])
		}
	}
	return live
}

// verifyOrder strikes out items that nothing left stands before, until none is left, or a circle is.
func (v *verdict) verifyOrder() {
	left := v.ordered()
	for {
		waits := map[string]bool{}
		for _, pair := range left {
			waits[pair[1]] = true
		}
		rest := slices.DeleteFunc(slices.Clone(left), func(pair [2]string) bool { return !waits[pair[0]] })
		if len(rest) == len(left) {
			break
		}
		left = rest
	}
	if len(left) > 0 {
		a, b := left[0][0], left[0][1]
		for _, pair := range left { // the least names, whatever the order of the pairs
			if pair[0] < a {
				a, b = pair[0], pair[1]
			}
		}
		v.fault("circle", "before", "The order of {a}, {b} and others runs in a circle, and all of them are placed.", check.Text("a", a), check.Text("b", b))
	}
}

// verifyHours looks at the sittings in which every start is known.
func (v *verdict) verifyHours() {
	minutes := map[string]int{}
	for _, it := range v.problem.Items {
		minutes[it.ID] = it.Minutes
	}
	starts, unknown := map[string]int{}, map[string]bool{}
	bySitting := map[string][]string{}
	for i, a := range v.table.Assignments {
		if v.where[a.Item] != a.Sitting || slices.Contains(bySitting[a.Sitting], a.Item) {
			continue
		}
		bySitting[a.Sitting] = append(bySitting[a.Sitting], a.Item)
		starts[a.Item] = a.Start.N
		unknown[a.Sitting] = unknown[a.Sitting] || !a.Start.Exact()
		if a.Minutes != 0 && a.Minutes != minutes[a.Item] {
			v.fault("length", check.Path("assignments").Index(i), "The item {item} takes {has} minutes and is given {n}.",
				check.Text("item", a.Item), check.Number("has", minutes[a.Item]), check.Number("n", a.Minutes))
		}
	}
	for _, s := range v.problem.Sittings {
		list := bySitting[s.ID]
		if unknown[s.ID] {
			continue
		}
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(starts[a], starts[b]), cmp.Compare(a, b)) })
		end := 0
		for _, id := range list {
			if starts[id] < end || starts[id]+minutes[id] > s.Minutes {
				v.fault("hours", check.Path("sittings").ID(s.ID, v.at[s.ID]), "In the sitting {sitting}, the item {item} overlaps another one or ends too late.", check.Text("sitting", s.ID), check.Text("item", id))
			}
			end = max(end, starts[id]+minutes[id])
		}
	}
	for _, pair := range v.ordered() {
		s := v.where[pair[0]]
		if s == v.where[pair[1]] && !unknown[s] && starts[pair[0]] > starts[pair[1]] {
			v.fault("hours", check.Path("sittings").ID(s, v.at[s]), "In the sitting {sitting}, {a} stands behind {b}.", check.Text("sitting", s), check.Text("a", pair[0]), check.Text("b", pair[1]))
		}
	}
}
