package timetable

import (
	"fmt"
	"slices"
)

// Goal is one of the things that a timetable is to be good at.
type Goal int

// The goals, in the order that a [Problem] is solved for unless the caller says otherwise.
const (
	Priority Goal = iota // most priority of what is placed
	Days                 // fewest days in use
	Sittings             // fewest sittings in use
	BodyDays             // fewest days over all bodies, each from its first to its last
	Moves                // fewest moves against an earlier timetable
)

// String returns "priority", "days", "sittings", "body-days", "moves" or "invalid".
func (g Goal) String() string {
	names := [...]string{"priority", "days", "sittings", "body-days", "moves"}
	if g < 0 || int(g) >= len(names) {
		return "invalid"
	}
	return names[g]
}

// MarshalText writes the name of the goal.
func (g Goal) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// Status says what an [Answer] is worth. The zero Status is invalid.
type Status int

// The statuses.
const (
	Optimal      Status = iota + 1 // each goal is proven
	Feasible                       // a timetable that holds; not every goal is proven
	Infeasible                     // proven: no timetable holds
	Undetermined                   // none was found, and none was ruled out
)

// String returns "optimal", "feasible", "infeasible", "undetermined" or "invalid".
func (s Status) String() string {
	names := [...]string{"invalid", "optimal", "feasible", "infeasible", "undetermined"}
	if s < 0 || int(s) >= len(names) {
		return names[0]
	}
	return names[s]
}

// MarshalText writes the name of the status.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Stop says what ended a search before it had proven everything. The empty Stop is that nothing did.
type Stop string

// What ends a search early.
const (
	StoppedByNodes   Stop = "nodes"
	StoppedByContext Stop = "context"
)

// Result is what is known of one goal.
type Result struct {
	Goal  Goal
	Value int // of the timetable
	Bound int // no timetable does better that is as good in the goals before this one
}

// Proven reports whether the value is the best there is, among timetables as good in the goals before this one.
func (r Result) Proven() bool { return r.Value == r.Bound }

// Answer is what [Solve] has to say.
type Answer struct {
	Status    Status
	Goals     []Result // in the order asked for; nil without a timetable
	Timetable Timetable
	Unplaced  []string // ids of the items that are in no sitting, sorted
	Conflict  Conflict // why nothing holds, if it was asked for with [Options].Explain
	Nodes     int      // of the search
	Stopped   Stop
}

// costs counts what a complete state costs, for the search; Measure counts it anew from
// the definitions.
func (m *model) costs(domain []uint64) caps {
	var c caps
	var used uint64
	for i, d := range domain {
		if d == dropped {
			c[Priority] += m.priority[i]
		} else {
			used |= d
		}
		if was := m.earlier[i]; m.hasMoves && (was == wasElsewhere || was == wasUnplaced && d != dropped || was >= 0 && d>>was&1 == 0) {
			c[Moves]++
		}
	}
	for k := range m.room {
		c[Sittings] += int(used >> k & 1)
	}
	for _, of := range m.dayMask {
		if used&of != 0 {
			c[Days]++
		}
	}
	for _, list := range m.members {
		var met uint64
		for _, i := range list {
			met |= domain[i] &^ dropped
		}
		first, last := -1, -1
		for d, of := range m.dayMask {
			if met&of != 0 {
				last = d
				if first < 0 {
					first = d
				}
			}
		}
		if first >= 0 {
			c[BodyDays] += m.span(first, last)
		}
	}
	return c
}

// timetable writes a complete state out, each sitting in an order that satisfies its pairs, the least ids first.
func (m *model) timetable(domain []uint64) (t Timetable, unplaced []string) {
	t.Name = m.problem.Name
	for k, s := range m.problem.Sittings {
		start := 0
		for _, i := range m.inOrder(domain, 1<<k) {
			it := m.problem.Items[i]
			t.Assignments = append(t.Assignments, Placement{Item: it.ID, Sitting: s.ID, Start: exactly(start), Minutes: it.Minutes})
			start += it.Minutes
		}
	}
	for i, d := range domain {
		if d == dropped {
			unplaced = append(unplaced, m.problem.Items[i].ID)
		}
	}
	return t, unplaced
}

func (m *model) inOrder(domain []uint64, sitting uint64) []int {
	var left, order []int
	for i, d := range domain {
		if d == sitting {
			left = append(left, i)
		}
	}
	for len(left) > 0 {
		at := slices.IndexFunc(left, func(i int) bool {
			return !slices.ContainsFunc(m.ahead[i], func(j int) bool { return slices.Contains(left, j) })
		})
		at = max(at, 0) // a circle is never wholly placed
		order = append(order, left[at])
		left = slices.Delete(left, at, at+1)
	}
	return order
}

func goalOrder(order []Goal, moves bool) ([]Goal, error) {
	if order == nil {
		order = []Goal{Priority, Days, Sittings, BodyDays, Moves}
	}
	var out []Goal
	for _, g := range order {
		if g.String() == "invalid" || slices.Contains(out, g) {
			return nil, fmt.Errorf("timetable: order of goals: %s is no goal, or stands there twice", g)
		}
		if g != Moves || moves {
			out = append(out, g)
		}
	}
	return out, nil
}
