package timetable

import (
	"context"

	"attwork.example/att"
)

// DefaultNodes is the budget of a search where the caller sets none.
const DefaultNodes = 1_000_000

// Options say how a problem is solved. The zero value is the default.
type Options struct {
	Nodes   int    // of the search, at most; 0: [DefaultNodes]. A node of a problem with more than 128 items may count for several. Nothing but this number decides where a search stops, unless a context ends it sooner
	Explain bool   // whether an infeasible problem is explained, with a budget of nodes of its own
	Order   []Goal // what is optimised first, second and so on; a goal left out is not optimised; nil: the order of the constants

	// Progress is called, in the goroutine of the caller, when a goal is taken up and at each better value or bound of it.
	// The same problem gives the same calls. Nil: nobody watches.
	Progress func(Progress)
}

// Progress is what a search knows at one moment of the goal that it is at. Goals come in their order; of one goal the
// value never gets worse and the bound never weaker, and the last ones are those of the answer.
type Progress struct {
	Days  int // in use at most, at a point of [Frontier]; 0: no such limit
	Goal  Goal
	Value int // of the best timetable so far
	Bound int // no timetable does better that is as good in the goals before this one
	Nodes int // searched so far
}

// watched is a run that tells its progress.
type watched struct {
	*run
	days  int
	watch func(Progress)
}

// tell reports value and bound of a goal as the search has them.
func (r watched) tell(g Goal, value, bound int) {
	if r.watch == nil {
		return
	}
	if g == Priority { // inside, it is the priority of what is dropped
		value, bound = r.model.total()-value, r.model.total()-bound
	}
	r.watch(Progress{Days: r.days, Goal: g, Value: value, Bound: bound, Nodes: r.nodes})
}

// total returns the priority of all items.
func (m *model) total() int {
	total := 0
	for _, v := range m.priority {
		total += v
	}
	return total
}

// Solve looks for the best timetable, goal by goal: each is optimised with all earlier ones at their best. It
// is exact; the status and the bounds of the answer say how far it came. The same problem in another order
// gives the same answer. The error says that the problem has a finding of severity error (see [Check]), or that
// the order of goals makes no sense.
func Solve(ctx context.Context, p Problem, o Options) (Answer, error) {
	if err := refused(p); err != nil {
		return Answer{}, err
	}
	order, err := goalOrder(o.Order, p.Earlier != nil)
	if err != nil {
		return Answer{}, err
	}
	if o.Nodes <= 0 {
		o.Nodes = DefaultNodes
	}
	m := newModel(p, nil)
	r := watched{run: newRun(ctx, m, o.Nodes), watch: o.Progress}
	var a Answer
	switch r.possible(uncapped()) {
	case refuted:
		a.Status = Infeasible
		if o.Explain {
			a.Conflict = explain(ctx, p, o.Nodes)
		}
	case stopped:
		a.Status = Undetermined
	case found:
		a = r.optimise(order, uncapped())
	}
	a.Nodes, a.Stopped = r.nodes, r.stop()
	if a.Status == Optimal || a.Status == Infeasible {
		a.Stopped = ""
	}
	return a, nil
}

func (r *run) stop() Stop {
	if r.early != nil {
		return StoppedByContext
	}
	return StoppedByNodes
}

func uncapped() caps { return caps{noCap, noCap, noCap, noCap, noCap} }

// possible looks for any timetable within the caps, which leave out priority and moves. Dropping never breaks a constraint, so every item that may be dropped is.
func (r *run) possible(c caps) outcome {
	whole := r.model.domain
	bare := append([]uint64{}, whole...)
	for i, d := range bare {
		if d&dropped != 0 {
			bare[i] = dropped
		}
	}
	r.model.domain = bare
	defer func() { r.model.domain = whole }()
	return r.search(c, 0, noLast)
}

// optimise improves the timetable found last, goal by goal, within caps for goals that are not optimised.
func (r watched) optimise(order []Goal, c caps) Answer {
	m := r.model
	best := append([]uint64{}, r.best...)
	value := m.costs(best)
	proven := true
	a := Answer{Status: Optimal}
	for _, g := range order {
		low := r.improve(g, 0, &c, &best, &value)
		if bound := r.glance(g, c, low, value[g]); bound > low {
			low = bound
			r.tell(g, value[g], low)
		}
		proven = proven && low == value[g]
		c[g] = value[g]
		a.Goals = append(a.Goals, Result{Goal: g, Value: value[g], Bound: low})
	}
	if !proven {
		a.Status = Feasible
	}
	total := m.total()
	for i, res := range a.Goals {
		if res.Goal == Priority { // inside, it is the priority of what is dropped
			a.Goals[i].Value, a.Goals[i].Bound = total-value[Priority], total-res.Bound
		} else {
			a.Goals[i].Value = value[res.Goal]
		}
	}
	a.Timetable, a.Unplaced = m.timetable(best)
	return a
}

// improve tests caps for one goal from below, a bound that is known, until one can be met, and returns a bound that no
// timetable within the other caps beats. The bound equals the value when it is proven. The steps widen when many caps in
// a row are refuted, as with priorities in the hundreds.
func (r watched) improve(g Goal, low int, c *caps, best *[]uint64, value *caps) int {
	const patience = 12
	step, refutations, halve, scouted := 1, 0, false, false
	for told := [2]int{-1, -1}; ; {
		if now := [2]int{value[g], low}; now != told {
			r.tell(g, value[g], low)
			told = now
		}
		if low >= value[g] {
			return low
		}
		probe := low + step - 1
		if halve {
			probe = low + (value[g]-low)/2
		}
		probe = min(probe, value[g]-1)
		c[g] = probe
		result := r.search(*c, 0, 0)
		if result == stopped && !r.over() {
			if !scouted { // it is hard: a good timetable first, the proof afterwards
				scouted = true
				r.scout(g, *c, low, best, value)
				continue
			}
			result, probe = r.persist(g, *c, value[g]-1)
		}
		switch result {
		case found:
			r.keep(best, value)
			halve = true
		case refuted:
			low = probe + 1
			if refutations++; refutations >= patience {
				step *= 2
			}
		case stopped:
			return low
		}
	}
}

// persist searches within the cap of c for a goal, and in turn within one that asks only for something better
// than what is known and decides less ahead, until one of the searches ends or the budget does. It returns the cap of that search.
func (r *run) persist(g Goal, c caps, better int) (outcome, int) {
	probe := c[g]
	for attempt := 1; ; attempt++ {
		for _, c[g] = range []int{probe, better} {
			r.scouting = c[g] != probe
			result := r.search(c, attempt, attempt)
			r.scouting = false
			if result != stopped || r.over() {
				return result, c[g]
			}
			if probe == better {
				break
			}
		}
	}
}

// glance raises the bound of a goal by what can be said without a search, at no node: it gives one to goals
// for which no budget is left.
func (r *run) glance(g Goal, c caps, low, value int) int {
	r.attempt = 2 // the first that weighs
	for step := 1; low < value; {
		c[g] = min(low+step, value) - 1
		r.caps = c
		switch {
		case !r.holds(r.root(), 0):
			low = c[g] + 1
			step *= 2
		case step == 1:
			return low
		default:
			step = 1
		}
	}
	return low
}

// scout looks for a better timetable not far from the bound, a short attempt at a time, each time with a cap that
// leaves more room.
func (r *run) scout(g Goal, c caps, low int, best *[]uint64, value *caps) {
	r.scouting = true
	defer func() { r.scouting = false }()
	for shift := 6; shift >= 0; shift-- {
		probe := low + (value[g]-low)>>shift
		if probe == low {
			continue
		}
		c[g] = min(probe, value[g]-1)
		if r.search(c, 0, 1) == found {
			r.keep(best, value)
			return
		}
	}
}

// keep takes the timetable found last for the best one.
func (r *run) keep(best *[]uint64, value *caps) {
	*best = append((*best)[:0], r.best...)
	*value = r.model.costs(*best)
}

func exactly(n int) att.Count { return att.Exactly(n) }
