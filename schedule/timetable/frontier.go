package timetable

import "context"

// Point is the best that so many days can hold.
type Point struct {
	Days      int    // in use, at most
	Status    Status // of this point
	Priority  Result // zero without a timetable
	Timetable Timetable
	Unplaced  []string
}

// Frontier returns, for each number of days from one to all of the problem's, the most priority that can be placed:
// what a further day buys. Each point has its own proof and its own budget of nodes. The timetables are not optimised
// for any other goal. The error is that of [Solve].
func Frontier(ctx context.Context, p Problem, o Options) ([]Point, error) {
	if err := refused(p); err != nil {
		return nil, err
	}
	if o.Nodes <= 0 {
		o.Nodes = DefaultNodes
	}
	m := newModel(p, nil)
	var points []Point
	for n := 1; n <= len(m.days); n++ {
		c := uncapped()
		c[Days] = n
		r := newRun(ctx, m, o.Nodes)
		point := Point{Days: n}
		switch r.possible(c) {
		case refuted:
			point.Status = Infeasible
		case stopped:
			point.Status = Undetermined
		case found:
			a := r.optimise([]Goal{Priority}, c)
			point.Status, point.Priority, point.Timetable, point.Unplaced = a.Status, a.Goals[0], a.Timetable, a.Unplaced
		}
		points = append(points, point)
	}
	return points, nil
}
