package main

import (
	"context"
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule/timetable"
)

type frontierAnswer struct {
	Frontier    []point  `json:"frontier"`
	Of          int      `json:"of"` // priority of all items
	Prices      prices   `json:"prices"`
	Budget      *string  `json:"budget"` // null: any amount
	Assumptions []string `json:"assumptions"`
	Unpriced    []string `json:"unpriced"`
	Notes       []string `json:"notes"`
}

type prices struct {
	Book     string `json:"book"`
	Scenario string `json:"scenario"`
	Round    string `json:"round"`
	Day      string `json:"day"`
	Sitting  string `json:"sitting"`
}

type point struct {
	Days             int              `json:"days"` // at most
	Status           timetable.Status `json:"status"`
	Priority         *int             `json:"priority"` // null, as what follows: no timetable
	Bound            *int             `json:"bound"`
	PracticalMinutes att.Count        `json:"practicalMinutes"` // null also where nobody knows what the items are about
	PracticalProven  bool             `json:"practicalProven"`  // no timetable of that priority has more
	DaysUsed         *int             `json:"daysUsed"`
	Sittings         *int             `json:"sittings"`
	Price            *string          `json:"price"`
	PriceProven      bool             `json:"priceProven"` // none that is as good costs less
	Placed           int              `json:"placed"`
	Unplaced         []string         `json:"unplaced"`
}

// frontier says what each further day buys.
func frontier(c *command.Call, s source, q request) (int, error) {
	price, err := q.price(c)
	if err != nil {
		return 0, err
	}
	o := timetable.FrontierOptions{Nodes: q.nodes, Prices: price.prices, Budget: price.budget, Progress: func(x timetable.Progress) { progress(c, x) }}
	if s.round != "" {
		o.Practical = timetable.Practical(s.programme, s.round)
	}
	points, err := timetable.Frontier(context.Background(), s.problem, o)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", s.name, err)
	}
	code := command.Done
	if n := len(points); n == 0 && price.budget > 0 || n > 0 && points[n-1].Status == timetable.Infeasible {
		code = command.No
	}
	if c.JSON {
		return code, c.WriteJSON(wireFrontier(s, points, price))
	}
	textFrontier(c, s, points, price)
	return code, nil
}

func wireFrontier(s source, points []timetable.Point, p pricing) frontierAnswer {
	a := frontierAnswer{
		Frontier: []point{}, Of: total(s.problem), Assumptions: append([]string{}, p.assumed...), Unpriced: append([]string{}, p.unpriced...), Notes: []string{},
		Prices: prices{Book: p.book, Scenario: "likely", Round: p.money(p.prices.Round), Day: p.money(p.prices.Day), Sitting: p.money(p.prices.Sitting)},
	}
	if p.budget > 0 {
		budget := p.money(p.budget)
		a.Budget = &budget
	}
	for _, f := range s.notes {
		a.Notes = append(a.Notes, f.Message.String())
	}
	for _, x := range points {
		w := point{Days: x.Days, Status: x.Status, Placed: len(x.Timetable.Assignments), Unplaced: append([]string{}, x.Unplaced...), PracticalProven: x.Most, PriceProven: x.Least}
		if holds(x) {
			m, price := timetable.Measure(s.problem, x.Timetable), p.money(x.Price)
			w.Priority, w.Bound, w.DaysUsed, w.Sittings, w.Price = &x.Priority.Value, &x.Priority.Bound, &m.Days, &m.Sittings, &price
			w.PracticalMinutes = x.Practical
		}
		a.Frontier = append(a.Frontier, w)
	}
	return a
}

func holds(x timetable.Point) bool {
	return x.Status == timetable.Optimal || x.Status == timetable.Feasible
}

func total(p timetable.Problem) int {
	n := 0
	for _, it := range p.Items {
		n += it.Priority
	}
	return n
}

func textFrontier(c *command.Call, s source, points []timetable.Point, p pricing) {
	fmt.Fprintf(c.Out, "%s: what each day buys", command.Plain(s.problem.Name, 60))
	if p.budget > 0 {
		fmt.Fprintf(c.Out, " within %s", p.money(p.budget))
	}
	fmt.Fprintf(c.Out, "\nAll items together have the priority %d.\n\n", total(s.problem))
	var before *timetable.Point
	for i, x := range points {
		fmt.Fprintf(c.Out, "%7s: ", days(x.Days))
		switch x.Status {
		case timetable.Infeasible:
			fmt.Fprintln(c.Out, "what is required does not fit (proven)")
		case timetable.Undetermined:
			fmt.Fprintln(c.Out, "nobody knows; give the search more -nodes")
		default:
			textPoint(c, s.problem, x, before, p)
			before = &points[i]
		}
	}
	if next := len(points) + 1; next <= calendarDays(s.problem) {
		fmt.Fprintf(c.Out, "%7s: %s with one sitting a day, more than the budget\n", days(next), p.money(p.at(next)))
	}
	fmt.Fprintf(c.Out, "\nPrices: the likely ones of the cost book %q, for what the conference budget pays: %s for the round, %s a day, %s a sitting.\n",
		command.Plain(p.book, 60), p.money(p.prices.Round), p.money(p.prices.Day), p.money(p.prices.Sitting))
	for _, list := range []struct {
		title string
		lines []string
	}{{"Assumed", p.assumed}, {"Not in the price", p.unpriced}} {
		if len(list.lines) > 0 {
			fmt.Fprintf(c.Out, "%s:\n", list.title)
		}
		for _, line := range list.lines {
			fmt.Fprintf(c.Out, "  %s\n", command.Plain(line, 300))
		}
	}
	for _, f := range s.notes {
		fmt.Fprintf(c.Out, "\nnote: %s\n", f.Message)
	}
}

func calendarDays(p timetable.Problem) int {
	days := map[int]bool{}
	for _, s := range p.Sittings {
		days[s.Day] = true
	}
	return len(days)
}

// at is the price of so many days with one sitting each.
func (p pricing) at(n int) int64 { return p.prices.Round + int64(n)*(p.prices.Day+p.prices.Sitting) }

// textPoint writes what some days hold, and how much more that is than before.
func textPoint(c *command.Call, problem timetable.Problem, x timetable.Point, before *timetable.Point, p pricing) {
	if before != nil && x.Priority == before.Priority && x.Priority.Proven() && x.Practical == before.Practical && x.Price == before.Price {
		fmt.Fprintln(c.Out, "no more priority (proven)")
		return
	}
	proof := "proven"
	if !x.Priority.Proven() {
		proof = fmt.Sprintf("not proven, at most %d", x.Priority.Bound)
	}
	fmt.Fprintf(c.Out, "priority %d (%s)", x.Priority.Value, proof)
	if before != nil {
		fmt.Fprintf(c.Out, ", %+d", x.Priority.Value-before.Priority.Value)
	}
	fmt.Fprintf(c.Out, "; practical minutes %s", x.Practical)
	if x.Most {
		fmt.Fprint(c.Out, " (the most, proven)")
	}
	if before != nil && before.Practical.Exact() && x.Practical.Exact() {
		fmt.Fprintf(c.Out, ", %+d", x.Practical.N-before.Practical.N)
	}
	m := timetable.Measure(problem, x.Timetable)
	fmt.Fprintf(c.Out, "\n%9s%s, %d sittings: %s", "", days(m.Days), m.Sittings, p.money(x.Price))
	if x.Least {
		fmt.Fprint(c.Out, " (the least, proven)")
	}
	if before != nil && x.Price >= before.Price {
		fmt.Fprintf(c.Out, ", %s more", p.money(x.Price-before.Price))
	}
	fmt.Fprintln(c.Out)
	if len(x.Unplaced) > 0 {
		fmt.Fprintf(c.Out, "%9sbecome consultations: %s\n", "", command.Plain(strings.Join(x.Unplaced, ", "), 500))
	}
}
