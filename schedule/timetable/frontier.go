package timetable

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"attwork.example/att"
)

// Prices are what a round costs, in whole units of one currency, such as cents: once, for each day in use, and for
// each sitting in use. Each is from 0 to [MaxPrice].
type Prices struct {
	Round   int64
	Day     int64
	Sitting int64
}

// MaxPrice bounds each of the [Prices], and a budget: sums then never overflow.
const MaxPrice int64 = 1_000_000_000_000_000

// of returns the price of so many days and sittings.
func (p Prices) of(days, sittings int) int64 {
	return p.Round + int64(days)*p.Day + int64(sittings)*p.Sitting
}

// FrontierOptions say what the points of a [Frontier] know beside priority. The zero value is the default.
type FrontierOptions struct {
	Nodes     int             // of the search for each point, at most; 0: [DefaultNodes]
	Practical map[string]bool // by id of an item, whether it is practical implementation, as [Practical] tells; an item left out: unknown
	Prices    Prices          // zero: a round costs nothing
	Budget    int64           // what may be spent at most, in the units of Prices; 0: any amount
	Progress  func(Progress)  // of the most priority of each point; see [Options]
}

// Point is the best that so many days can hold.
type Point struct {
	Days      int       // in use, at most
	Status    Status    // Optimal: the most priority is proven
	Priority  Result    // zero without a timetable
	Practical att.Count // minutes on practical implementation in the timetable; unknown, or a lower bound, where nobody says what an item is about
	Most      bool      // whether it is proven that no timetable with as much priority has more of those minutes
	Price     int64     // of the days and sittings that the timetable uses
	Least     bool      // whether it is proven that no timetable with as much priority and as many of those minutes costs less
	Timetable Timetable
	Unplaced  []string // they become consultations
}

// Frontier returns, for each number of days from one to all of the problem's, the most priority that can be placed:
// what a further day buys. Each point has its own proof and its own budget of nodes. Among the timetables with the most
// priority it looks for those with the most minutes on practical implementation, and among these for the lowest price,
// while nodes are left; [Point].Most and Least say whether that is proven too.
//
// With a budget a point holds the most priority of all timetables of at most so many days whose price is within it,
// and the points end where the budget has not enough for so many days with a sitting in each; none are returned where it
// has not enough for one. The error is that of [Solve], or says which price is out of range.
func Frontier(ctx context.Context, p Problem, o FrontierOptions) ([]Point, error) {
	if err := errors.Join(refused(p), o.fault()); err != nil {
		return nil, err
	}
	if o.Nodes <= 0 {
		o.Nodes = DefaultNodes
	}
	f := newFrontier(ctx, p, o)
	var points []Point
	for n := 1; n <= len(f.model.days); n++ {
		c := uncapped()
		c[Days] = n
		if o.Budget > 0 {
			if o.Prices.of(n, n) > o.Budget {
				return points, nil
			}
			if o.Prices.Sitting > 0 {
				c[Sittings] = int(min((o.Budget-o.Prices.of(n, 0))/o.Prices.Sitting, noCap))
			}
		}
		f.reached = append(f.reached, f.reach(n, c))
		points = append(points, f.point(n))
	}
	return points, nil
}

func (o FrontierOptions) fault() error {
	for _, x := range []struct {
		what  string
		price int64
	}{{"price of a round", o.Prices.Round}, {"price of a day", o.Prices.Day}, {"price of a sitting", o.Prices.Sitting}, {"budget", o.Budget}} {
		if x.price < 0 || x.price > MaxPrice {
			return fmt.Errorf("timetable: the %s is %d, and may be from 0 to %d", x.what, x.price, MaxPrice)
		}
	}
	return nil
}

type frontier struct {
	ctx     context.Context
	o       FrontierOptions
	model   *model
	weighed *model // the same, with priorities that count minutes of practice among equals; nil: none is known, or they get too large
	weight  int    // of one of priority in it
	minutes int    // on practice, of all items
	known   bool   // what every item is about
	reached []reached
}

// reached is what the search for timetables within the caps of one number of days came to.
type reached struct {
	outcome   outcome
	covers    bool // its caps leave room for whatever fewer days hold
	priority  int
	bound     int
	practical int
	most      int // no timetable with a priority of bound has more minutes on practice
	price     int64
	sittings  int // no timetable as good uses fewer
	timetable Timetable
	unplaced  []string
}

func newFrontier(ctx context.Context, p Problem, o FrontierOptions) *frontier {
	f := &frontier{ctx: ctx, o: o, model: newModel(p, nil), known: true}
	for _, it := range p.Items {
		practical, known := o.Practical[it.ID]
		if practical {
			f.minutes += it.Minutes
		}
		f.known = f.known && known
	}
	f.weight = f.minutes + 1
	if f.minutes == 0 || f.model.total() >= noCap/f.weight-1 {
		return f
	}
	p.Items = slices.Clone(p.Items)
	for i, it := range p.Items {
		p.Items[i].Priority *= f.weight
		if o.Practical[it.ID] {
			p.Items[i].Priority += it.Minutes
		}
	}
	f.weighed = newModel(p, nil)
	return f
}

// reach looks for the most priority within the caps, then for the most practice, then for the fewest sittings. The lowest
// price follows: among timetables that are as good, none of exactly n days uses fewer sittings than the one for at most n days.
func (f *frontier) reach(n int, c caps) reached {
	total := f.model.total()
	x := reached{covers: c[Sittings] >= len(f.model.room), bound: total, most: f.minutes}
	r := watched{run: newRun(f.ctx, f.model, f.o.Nodes), days: n, watch: f.o.Progress}
	if x.outcome = r.possible(c); x.outcome != found {
		return x
	}
	best := slices.Clone(r.best)
	value := f.model.costs(best)
	low := r.improve(Priority, 0, &c, &best, &value)
	x.bound = total - low
	if low == value[Priority] {
		if r.watch = nil; f.weighed != nil {
			// What failed is remembered by what may still be dropped, so another model needs a run of its own.
			next := newRun(f.ctx, f.weighed, f.o.Nodes)
			next.nodes, next.early, r.run = r.nodes, r.early, next
			value = f.weighed.costs(best)
			least := low * f.weight
			x.most = f.minutes - (r.improve(Priority, least, &c, &best, &value) - least)
		}
		c[Priority] = value[Priority]
		x.sittings = r.improve(Sittings, 0, &c, &best, &value)
	}
	x.timetable, x.unplaced = f.model.timetable(best)
	m := Measure(f.model.problem, x.timetable)
	x.priority, x.price = m.Priority, f.o.Prices.of(m.Days, m.Sittings)
	for _, a := range x.timetable.Assignments {
		if f.o.Practical[a.Item] {
			x.practical += a.Minutes
		}
	}
	return x
}

// point returns the best of what at most n days have reached.
func (f *frontier) point(n int) Point {
	point, rivals := Point{Days: n, Status: Infeasible}, f.reached
	if last := f.reached[n-1]; last.covers {
		rivals = f.reached[n-1:]
	}
	var best *reached
	for i := range f.reached {
		if x := &f.reached[i]; x.outcome == found && (best == nil || x.better(*best)) {
			best = x
		}
	}
	bound := 0
	for _, x := range rivals {
		if x.outcome != refuted {
			bound = max(bound, x.bound)
			point.Status = Undetermined
		}
	}
	if best == nil {
		return point
	}
	point.Priority = Result{Goal: Priority, Value: best.priority, Bound: bound}
	point.Timetable, point.Unplaced, point.Price = best.timetable, best.unplaced, best.price
	point.Practical = f.practical(*best)
	if point.Status = Feasible; point.Priority.Proven() {
		point.Status = Optimal
		point.Most = f.known && !slices.ContainsFunc(rivals, func(x reached) bool {
			return x.outcome != refuted && x.bound == bound && x.most > best.practical
		})
		point.Least = f.least(*best)
	}
	return point
}

// least reports whether it is proven, number by number of days, that no timetable as good as this best one costs less. An
// empty one needs no look: each search begins with it, and keeps it where nothing is better.
func (f *frontier) least(best reached) bool {
	for i, x := range f.reached {
		asGood := x.outcome != refuted && x.bound >= best.priority && x.most >= best.practical
		if asGood && f.o.Prices.of(i+1, x.sittings) < best.price {
			return false
		}
	}
	return true
}

// better reports whether a timetable is to be shown rather than another one.
func (x reached) better(than reached) bool {
	return cmp.Or(cmp.Compare(than.priority, x.priority), cmp.Compare(than.practical, x.practical), cmp.Compare(x.price, than.price)) < 0
}

func (f *frontier) practical(x reached) att.Count {
	for _, a := range x.timetable.Assignments {
		if _, known := f.o.Practical[a.Item]; !known && x.practical == 0 {
			return att.Count{}
		} else if !known {
			return att.AtLeast(x.practical)
		}
	}
	if f.o.Practical == nil {
		return att.Count{}
	}
	return att.Exactly(x.practical)
}
