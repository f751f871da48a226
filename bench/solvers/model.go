// Package solvers sets package timetable next to general solvers: mixed-integer ones (CBC, GLPK, HiGHS) and one of
// pseudo-Boolean constraints (clasp). It writes a problem as a model of 0/1 variables, runs a solver on it goal by goal
// or with several goals in one weighted sum, and reads the timetable back.
package solvers

import (
	"slices"

	"attwork.example/schedule/timetable"
)

// Term is a whole number times a variable.
type Term struct{ Coef, Var int }

// Row says that a sum of terms is not less than a number, or is equal to it.
type Row struct {
	Terms []Term
	Equal bool
	Bound int
}

// Sum is a constant and terms.
type Sum struct {
	Constant int
	Terms    []Term
}

// Model is a problem as rows over 0/1 variables 0 to Vars-1. Each goal is a sum to be minimised: the priority of what is
// not placed, days, sittings, days of bodies, and moves, if there is an earlier timetable.
type Model struct {
	Vars  int
	Rows  []Row
	Goals []Sum
	Most  []int // what each goal can come to, at most

	problem  timetable.Problem
	lean     bool
	at       [][]int // variable of an item in a sitting, -1: it may not be there
	calendar []int   // days from the first one to the last, free ones between them too
	used     []int   // variable of a sitting
	days     map[int]int
	spans    []map[int]int // variable of a body and a calendar day
	bodies   []string
	needs    [][]int // bodies of an item
	placed   []int   // variable of an item that may be left out: whether it is placed; -1 for a required one
}

// NewModel returns the model of a problem that has no finding of severity error. A lean one has no rows that follow from others in
// whole numbers and only help with fractions; some solvers find them, or do better, without.
func NewModel(p timetable.Problem, lean bool) Model {
	m := Model{problem: p, lean: lean, days: map[int]int{}}
	m.place()
	m.count()
	m.room()
	m.pairs()
	m.goals()
	return m
}

func (m *Model) variable() int {
	m.Vars++
	return m.Vars - 1
}

// atLeast adds a row. One without terms that cannot hold is written as a contradiction, since no format has an empty row.
func (m *Model) atLeast(bound int, terms ...Term) {
	if len(terms) == 0 && bound > 0 {
		v := m.variable()
		m.Rows = append(m.Rows, Row{Terms: []Term{{1, v}}, Bound: 1}, Row{Terms: []Term{{-1, v}}, Bound: 0})
	}
	if len(terms) > 0 {
		m.Rows = append(m.Rows, Row{Terms: terms, Bound: bound})
	}
}

func (m *Model) atMost(bound int, terms ...Term) { m.atLeast(-bound, scaled(-1, terms)...) }

func (m *Model) equal(bound int, terms ...Term) {
	if len(terms) == 0 {
		m.atLeast(max(bound, -bound))
		return
	}
	m.Rows = append(m.Rows, Row{Terms: terms, Equal: true, Bound: bound})
}

// implies says that of the terms, of which at most one is 1, one is only when the variable is.
func (m *Model) implies(terms []Term, v int) {
	if len(terms) > 0 {
		m.atMost(0, append(slices.Clone(terms), Term{-1, v})...)
	}
}

func scaled(by int, terms []Term) []Term {
	out := make([]Term, len(terms))
	for i, t := range terms {
		out[i] = Term{by * t.Coef, t.Var}
	}
	return out
}

// in returns the terms of an item over the sittings that a test lets through.
func (m *Model) in(item int, through func(sitting int) bool) []Term {
	var terms []Term
	for s, v := range m.at[item] {
		if v >= 0 && through(s) {
			terms = append(terms, Term{1, v})
		}
	}
	return terms
}

func (m *Model) anywhere(item int) []Term { return m.in(item, func(int) bool { return true }) }

func (m *Model) onDay(item, day int) []Term {
	return m.in(item, func(s int) bool { return m.problem.Sittings[s].Day == day })
}

// place makes the variables of items in sittings. An item that stands before itself has none.
func (m *Model) place() {
	self := map[string]bool{}
	for _, b := range m.problem.Before {
		if b[0] == b[1] {
			self[b[0]] = true
		}
	}
	for i, it := range m.problem.Items {
		row := make([]int, len(m.problem.Sittings))
		for s, at := range m.problem.Sittings {
			row[s] = -1
			allowed := it.Allowed == nil || slices.Contains(it.Allowed, at.ID)
			if allowed && !self[it.ID] && it.Minutes <= at.Minutes && it.Closed == at.Closed {
				row[s] = m.variable()
			}
		}
		m.at = append(m.at, row)
		terms := m.anywhere(i)
		if it.Required {
			m.placed = append(m.placed, -1)
			m.equal(1, terms...)
			continue
		}
		v := m.variable()
		m.placed = append(m.placed, v)
		m.equal(0, append(terms, Term{-1, v})...)
	}
}

// count makes the variables that goals count: sittings, days, and days of bodies without a hole.
func (m *Model) count() {
	p := m.problem
	for range p.Sittings {
		m.used = append(m.used, m.variable())
	}
	for _, s := range p.Sittings {
		if _, known := m.days[s.Day]; !known {
			m.days[s.Day] = m.variable()
		}
	}
	if len(p.Sittings) > 0 {
		byDay := func(a, b timetable.Sitting) int { return a.Day - b.Day }
		for d := slices.MinFunc(p.Sittings, byDay).Day; d <= slices.MaxFunc(p.Sittings, byDay).Day; d++ {
			m.calendar = append(m.calendar, d)
		}
	}
	for _, it := range p.Items {
		var needs []int
		for _, b := range slices.Compact(slices.Sorted(slices.Values(it.Bodies))) {
			if !slices.Contains(m.bodies, b) {
				m.bodies = append(m.bodies, b)
				m.spans = append(m.spans, m.span())
			}
			needs = append(needs, slices.Index(m.bodies, b))
		}
		m.needs = append(m.needs, needs)
	}
}

// span makes the variables of the days of a body: they rise from 0 to 1 once at most, so there is no hole.
func (m *Model) span() map[int]int {
	days := map[int]int{}
	var once []Term
	for k, d := range m.calendar {
		days[d] = m.variable()
		rise := m.variable()
		once = append(once, Term{1, rise})
		terms := []Term{{1, rise}, {-1, days[d]}}
		if k > 0 {
			terms = append(terms, Term{1, days[d-1]})
		}
		m.atLeast(0, terms...)
	}
	m.atMost(1, once...)
	return days
}

// room binds items to the minutes of sittings, and to what goals count.
func (m *Model) room() {
	p := m.problem
	for s, at := range p.Sittings {
		full := []Term{{-at.Minutes, m.used[s]}}
		for i, it := range p.Items {
			if v := m.at[i][s]; v >= 0 {
				full = append(full, Term{it.Minutes, v})
				if !m.lean {
					m.implies([]Term{{1, v}}, m.used[s])
				}
			}
		}
		m.atMost(0, full...)
		m.implies([]Term{{1, m.used[s]}}, m.days[at.Day])
	}
	for i := range p.Items {
		for d, v := range sortedDays(m.days) {
			terms := m.onDay(i, d)
			if !m.lean && len(terms) > 1 { // one alone is implied
				m.implies(terms, v)
			}
			for _, b := range m.needs[i] {
				m.implies(terms, m.spans[b][d])
			}
		}
	}
}

// sortedDays goes through a map from days in the order of days.
func sortedDays(days map[int]int) func(yield func(day, variable int) bool) {
	keys := make([]int, 0, len(days))
	for d := range days {
		keys = append(keys, d)
	}
	slices.Sort(keys)
	return func(yield func(int, int) bool) {
		for _, d := range keys {
			if !yield(d, days[d]) {
				return
			}
		}
	}
}

// pairs adds what binds items to each other.
func (m *Model) pairs() {
	index := map[string]int{}
	for i, it := range m.problem.Items {
		index[it.ID] = i
	}
	var before [][2]int
	for _, b := range m.problem.Before {
		before = append(before, [2]int{index[b[0]], index[b[1]]})
	}
	for _, group := range m.problem.Parts {
		for k := 1; k < len(group); k++ {
			i, j := index[group[k-1]], index[group[k]]
			before = append(before, [2]int{i, j})
			m.equal(0, append(m.anywhere(i), scaled(-1, m.anywhere(j))...)...)
		}
	}
	for _, b := range before {
		m.ordered(b[0], b[1])
	}
	for _, circle := range circles(len(m.problem.Items), before) {
		var terms []Term
		for _, i := range circle {
			terms = append(terms, m.anywhere(i)...)
		}
		m.atMost(len(circle)-1, terms...)
	}
	for _, a := range m.problem.Apart {
		if i, j := index[a[0]], index[a[1]]; i != j {
			for d := range sortedDays(m.days) {
				m.notBoth(m.onDay(i, d), m.onDay(j, d))
			}
		}
	}
}

// ordered keeps item i from standing in a later sitting than item j: for no sitting is j there or before and i after it.
func (m *Model) ordered(i, j int) {
	for k := range m.problem.Sittings {
		m.notBoth(m.in(j, func(s int) bool { return s <= k }), m.in(i, func(s int) bool { return s > k }))
	}
}

func (m *Model) notBoth(a, b []Term) {
	if len(a) > 0 && len(b) > 0 {
		m.atMost(1, slices.Concat(a, b)...)
	}
}

// goals writes the sums to be minimised, in their order.
func (m *Model) goals() {
	p := m.problem
	var priority, days, sittings, bodies, moves Sum
	worth := 0
	for i, it := range p.Items {
		if v := m.placed[i]; v >= 0 && it.Priority > 0 {
			priority.Constant += it.Priority
			priority.Terms = append(priority.Terms, Term{-it.Priority, v})
			worth += it.Priority
		}
		m.moves(i, &moves)
	}
	for _, v := range sortedDays(m.days) {
		days.Terms = append(days.Terms, Term{1, v})
	}
	for _, v := range m.used {
		sittings.Terms = append(sittings.Terms, Term{1, v})
	}
	for _, span := range m.spans {
		for _, v := range sortedDays(span) {
			bodies.Terms = append(bodies.Terms, Term{1, v})
		}
	}
	m.Goals = []Sum{priority, days, sittings, bodies}
	m.Most = []int{worth, len(m.days), len(m.used), len(bodies.Terms)}
	if p.Earlier != nil {
		m.Goals, m.Most = append(m.Goals, moves), append(m.Most, len(p.Items))
	}
}

// moves adds what item i costs against the earlier timetable.
func (m *Model) moves(i int, sum *Sum) {
	id := m.problem.Items[i].ID
	was := m.problem.Earlier[id]
	switch s := slices.IndexFunc(m.problem.Sittings, func(s timetable.Sitting) bool { return s.ID == was }); {
	case was == "" && m.placed[i] >= 0:
		sum.Terms = append(sum.Terms, Term{1, m.placed[i]})
	case s >= 0 && m.at[i][s] >= 0:
		sum.Constant++
		sum.Terms = append(sum.Terms, Term{-1, m.at[i][s]})
	default: // placed where it was not, or gone from a sitting that it cannot have again
		sum.Constant++
	}
}

// timetable reads the values of the variables as a timetable.
func (m *Model) timetable(value func(v int) bool) timetable.Timetable {
	var t timetable.Timetable
	for i, row := range m.at {
		for s, v := range row {
			if v >= 0 && value(v) {
				t.Assignments = append(t.Assignments, timetable.Placement{Item: m.problem.Items[i].ID, Sitting: m.problem.Sittings[s].ID})
			}
		}
	}
	return t
}
