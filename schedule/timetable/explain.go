package timetable

import (
	"context"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"attwork.example/att/check"
)

// Conflict says why no timetable holds. The zero Conflict says nothing.
type Conflict struct {
	Reasons     []check.Message // culprits that can be named at once, if any
	Constraints []Constraint    // which cannot hold together
	Irreducible bool            // whether it is proven that without any one of them the others can
}

// ConstraintKind says what a [Constraint] asks.
type ConstraintKind string

// The kinds of constraints.
const (
	RequiredItem   ConstraintKind = "required" // the item must be placed
	WindowOfItem   ConstraintKind = "window"   // the item may use some sittings only: those allowed, closed or open as it is
	MinutesOfRoom  ConstraintKind = "minutes"  // the sitting has so many minutes
	BeforePair     ConstraintKind = "before"
	ApartPair      ConstraintKind = "apart"
	PartsOfOneItem ConstraintKind = "parts"
)

// Constraint is one demand of a problem.
type Constraint struct {
	Kind     ConstraintKind
	IDs      []string // of the item or items, or of the sitting
	Sentence check.Message
}

// explain finds a set of constraints that cannot hold together, by leaving out what is not needed to make the
// problem infeasible: large pieces first, then each one. The budget is shared by all searches.
func explain(ctx context.Context, p Problem, nodes int) Conflict {
	p = p.Canonical()
	e := explainer{ctx: ctx, problem: p, all: constraints(p), left: nodes, sure: true}
	e.keep = make([]bool, len(e.all))
	for i := range e.keep {
		e.keep[i] = true
	}
	// The search keeps whichever constraints it looks at last: requirements go first, so that few items are left.
	e.leaveOut(0, len(e.all))
	c := Conflict{Reasons: reasons(newModel(p, nil)), Irreducible: e.sure}
	for i, kept := range e.keep {
		if kept {
			c.Constraints = append(c.Constraints, e.all[i])
		}
	}
	return c
}

type explainer struct {
	ctx     context.Context
	problem Problem
	all     []Constraint
	keep    []bool
	left    int // nodes
	sure    bool
}

// leaveOut takes the constraints from a to b out if the rest stays infeasible without them; else it tries
// each half.
func (e *explainer) leaveOut(a, b int) {
	if a >= b {
		return
	}
	for i := a; i < b; i++ {
		e.keep[i] = false
	}
	switch e.probe() {
	case refuted:
		return
	case stopped:
		e.sure = e.sure && b-a > 1 // smaller pieces may still be told
	}
	for i := a; i < b; i++ {
		e.keep[i] = true
	}
	if b-a > 1 {
		middle := (a + b) / 2
		e.leaveOut(a, middle)
		e.leaveOut(middle, b)
	}
}

func (e *explainer) probe() outcome {
	if e.left <= 0 {
		return stopped
	}
	var kept []Constraint
	for i, c := range e.all {
		if e.keep[i] {
			kept = append(kept, c)
		}
	}
	p, anywhere := only(e.problem, kept)
	r := newRun(e.ctx, newModel(p, anywhere), e.left)
	result := r.possible(uncapped())
	e.left -= r.nodes
	return result
}

// only returns the problem with these constraints and no others, and the items that may use any sitting.
func only(p Problem, kept []Constraint) (Problem, map[string]bool) {
	has := map[string]bool{}
	for _, c := range kept {
		has[string(c.Kind)+" "+c.IDs[0]] = true
	}
	q := Problem{Sittings: slices.Clone(p.Sittings)}
	anywhere, total := map[string]bool{}, 0
	for _, it := range p.Items {
		total += it.Minutes
		it.Required = it.Required && has[string(RequiredItem)+" "+it.ID]
		anywhere[it.ID] = !has[string(WindowOfItem)+" "+it.ID]
		q.Items = append(q.Items, it)
	}
	for k, s := range q.Sittings {
		if !has[string(MinutesOfRoom)+" "+s.ID] {
			q.Sittings[k].Minutes = max(s.Minutes, total)
		}
	}
	for _, c := range kept {
		switch c.Kind {
		case BeforePair:
			q.Before = append(q.Before, [2]string{c.IDs[0], c.IDs[1]})
		case ApartPair:
			q.Apart = append(q.Apart, [2]string{c.IDs[0], c.IDs[1]})
		case PartsOfOneItem:
			q.Parts = append(q.Parts, c.IDs)
		}
	}
	return q, anywhere
}

// constraints lists what a problem asks, in a fixed order.
func constraints(p Problem) []Constraint {
	var list []Constraint
	add := func(k ConstraintKind, m check.Message, ids ...string) {
		list = append(list, Constraint{Kind: k, IDs: ids, Sentence: m.Keyed("timetable/conflict-" + string(k))})
	}
	for _, it := range p.Items {
		if it.Required {
			add(RequiredItem, check.Say("{item} must be placed; it takes {minutes} minutes.", check.Text("item", it.ID), check.Number("minutes", it.Minutes)), it.ID)
		}
	}
	for _, x := range p.Apart {
		add(ApartPair, check.Say("{a} and {b} are on different days.", check.Text("a", x[0]), check.Text("b", x[1])), x[0], x[1])
	}
	for _, x := range p.Before {
		add(BeforePair, check.Say("{a} is not after {b}.", check.Text("a", x[0]), check.Text("b", x[1])), x[0], x[1])
	}
	for _, g := range p.Parts {
		if len(g) > 0 {
			add(PartsOfOneItem, check.Say("The parts {parts} are all placed or none, in this order.", check.Text("parts", strings.Join(g, ", "))), g...)
		}
	}
	for _, it := range p.Items {
		add(WindowOfItem, windowSentence(p, it), it.ID)
	}
	for _, s := range p.Sittings {
		add(MinutesOfRoom, check.Say("The sitting {sitting} has {minutes} minutes.", check.Text("sitting", s.ID), check.Number("minutes", s.Minutes)), s.ID)
	}
	return list
}

func windowSentence(p Problem, it Item) check.Message {
	var may []string
	for _, s := range p.Sittings {
		if s.Closed == it.Closed && (it.Allowed == nil || slices.Contains(it.Allowed, s.ID)) {
			may = append(may, s.ID)
		}
	}
	item, sittings := check.Text("item", it.ID), check.Text("sittings", strings.Join(may, ", "))
	switch {
	case may == nil && it.Closed:
		return check.Say("The closed item {item} may use no sitting.", item)
	case may == nil:
		return check.Say("The open item {item} may use no sitting.", item)
	case it.Closed:
		return check.Say("The closed item {item} may use only {sittings}.", item, sittings)
	}
	return check.Say("The open item {item} may use only {sittings}.", item, sittings)
}

// reasons names culprits that need no search: a required item without a sitting, an order that runs in a circle,
// and sittings that are too short for the items that may go nowhere else.
func reasons(m *model) []check.Message {
	var list []check.Message
	say := func(key, english string, args ...check.Arg) {
		list = append(list, check.Say(english, args...).Keyed("timetable/reason-"+key))
	}
	var circle []string
	for i, d := range m.domain {
		id := m.problem.Items[i].ID
		switch {
		case d == 0:
			say("no-sitting", "The required item {item} of {minutes} minutes has no sitting that it may use and that is long enough.", check.Text("item", id), check.Number("minutes", int(m.minutes[i])))
		case m.inCircle[i] && d&dropped == 0 && m.reachesBack(i):
			circle = append(circle, id)
		}
	}
	if circle != nil {
		say("circle", "The order of the required items {items} runs in a circle.", check.Text("items", strings.Join(circle, ", ")))
	}
	seen := map[uint64]bool{}
	for _, d := range m.domain {
		if d == 0 || d&dropped != 0 || seen[d] {
			continue
		}
		seen[d] = true
		need, room := 0, 0
		var items, sittings []string
		for i, other := range m.domain {
			if other&^d == 0 && other != 0 {
				need += int(m.minutes[i])
				items = append(items, m.problem.Items[i].ID)
			}
		}
		for left := d; left != 0; left &= left - 1 {
			k := bits.TrailingZeros64(left)
			room += int(m.room[k])
			sittings = append(sittings, m.problem.Sittings[k].ID)
		}
		if need > room {
			say("too-long", "The required items {items} take {need} minutes together and may use only {sittings}, which have {room}.", check.Text("items", strings.Join(items, ", ")),
				check.Number("need", need), check.Text("sittings", strings.Join(sittings, ", ")), check.Number("room", room))
		}
	}
	return list
}

// reachesBack reports whether pairs lead from an item to itself over required items alone.
func (m *model) reachesBack(i int) bool {
	seen, stack := map[int]bool{}, []int{i}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, next := range m.after[at] {
			if next == i {
				return true
			}
			if !seen[next] && m.domain[next]&dropped == 0 {
				seen[next] = true
				stack = append(stack, next)
			}
		}
	}
	return false
}

// String writes the conflict in lines.
func (c Conflict) String() string {
	var b strings.Builder
	for _, r := range c.Reasons {
		fmt.Fprintf(&b, "%s\n", r)
	}
	for _, x := range c.Constraints {
		fmt.Fprintf(&b, "%s: %s\n", x.Kind, x.Sentence)
	}
	return b.String()
}
