// Timetable places the topics of one round in its sittings, proves how good the result is, and says why when
// nothing fits.
//
//	go run ./examples/timetable [-round ID] [-nodes N] [-earlier FILE] [-force ITEM[=SITTING,...]] [-stamp TIME] [-sequence N] [-format text|json|ics] [FILE|NAME]
//	go run ./examples/timetable -frontier [-budget AMOUNT] [-costs FILE] [-rate FROM/TO=R@DATE]... [-round ID] [-nodes N] [-format text|json] [FILE|NAME]
//	go run ./examples/timetable -verify FILE [-earlier FILE] [-round ID] [-format text|json] [FILE|NAME]
//
// FILE is a programme or a bare instance ("format": "attwork/timetable-instance/1"). Without one it arranges the
// constructed proposal. -earlier takes a timetable ("attwork/timetable/1") against which moves are counted, and
// says what changes; -force puts one item into one of some sittings, to see what that costs; -verify judges a
// timetable instead of making one.
//
// -format ics puts the timetable back onto the agenda of the round and writes it as a calendar file: one entry for the round
// and one for each sitting, with the hour of each item in its description. An instance has neither dates nor hours, so
// it takes a programme. Sittings and the round keep their UIDs when the timetable changes, and calendars take the file with the
// highest -sequence; -stamp says when it was made, midnight of the first day of the round if nothing else is said.
//
// -frontier says what each further day buys: the most priority and, among equals, the most minutes on practical
// implementation, at the lowest price, each with its proof; and what becomes a consultation. With -budget only what it pays for is
// looked at. Prices are the likely ones of the cost book, for what the conference budget pays by day, by sitting and by
// round; the embedded book is an illustration, and none of its figures is the Treaty's.
//
// On a terminal, standard error shows how far the search is. It exits with 1 when nothing fits, or when -verify finds a
// fault; a calendar file is then not written, and standard error says why.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
	"attwork.example/examples/internal/costs"
	"attwork.example/finance"
	"attwork.example/schedule/timetable"
)

func main() {
	command.Main("timetable [flags] [FILE|NAME]", run)
}

// request is what the flags ask for.
type request struct {
	nodes, sequence        int
	round, earlier, verify string
	force, stamp           string
	frontier               bool
	budget, costs          string
	rates                  *[]finance.Rate
}

func run(c *command.Call) (int, error) {
	var q request
	q.define(c.Flags)
	args, err := c.Parse("ics")
	if err != nil {
		return 0, err
	}
	if len(args) > 1 {
		return 0, fmt.Errorf("%q: unexpected argument; -h lists the flags", args[1])
	}
	if err := q.check(c); err != nil {
		return 0, err
	}
	name := proposal.Name
	if len(args) == 1 {
		name = args[0]
	}
	s, err := load(c, name, q.round)
	if err != nil {
		return 0, err
	}
	if c.Other == "ics" && s.round == "" {
		return 0, fmt.Errorf("%s: -format ics: an instance numbers its days and knows no hours; give a programme whose round has dates and hours", name)
	}
	if q.frontier {
		return frontier(c, s, q)
	}
	before := timetable.Timetable{}
	if q.earlier != "" {
		if before, err = readTimetable(c, q.earlier); err != nil {
			return 0, err
		}
		s = s.against(before)
	}
	if q.verify != "" {
		t, err := readTimetable(c, q.verify)
		if err != nil {
			return 0, err
		}
		return judge(c, s.problem, t, q.verify)
	}
	a, err := q.solve(c, s)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	if c.Other == "ics" {
		return writeICS(c, s, a, q)
	}
	var changes []timetable.Change
	if q.earlier != "" && a.Goals != nil {
		changes = timetable.Changes(before, a.Timetable)
	}
	code := command.Done
	if a.Status == timetable.Infeasible {
		code = command.No
	}
	if c.JSON {
		return code, c.WriteJSON(wire(a, changes, s.notes))
	}
	text(c, s.problem, a, changes, s.notes)
	return code, nil
}

func (q *request) define(f *flag.FlagSet) {
	f.IntVar(&q.nodes, "nodes", timetable.DefaultNodes, "how many `NODES` the search may look at; with -frontier, for each number of days")
	f.StringVar(&q.round, "round", "", "which `ROUND` of a programme to arrange; default: the first one that was not cancelled")
	f.StringVar(&q.earlier, "earlier", "", "`FILE` with an earlier timetable, against which moves are counted")
	f.StringVar(&q.verify, "verify", "", "`FILE` with a timetable to judge")
	f.StringVar(&q.force, "force", "", "`ITEM` that must be placed, or ITEM=SITTING,... to say where")
	f.StringVar(&q.stamp, "stamp", "", "with -format ics, `TIME` at which the file is made, as in 2024-01-31T12:00:00Z (default: midnight of the round)")
	f.IntVar(&q.sequence, "sequence", 0, "with -format ics, `NUMBER` of the file among those of the round; calendars take the highest")
	f.BoolVar(&q.frontier, "frontier", false, "say for each number of days the most that can be placed, and its price")
	f.StringVar(&q.budget, "budget", "", "with -frontier, what the conference budget may pay for the round: `AMOUNT`, as in \"USD 60000\"")
	f.StringVar(&q.costs, "costs", "", "with -frontier, a cost book (default: the illustrative one): `FILE`")
	q.rates = costs.Rates(f)
}

// check refuses flags that would do nothing: whoever gives one expects it to count.
func (q *request) check(c *command.Call) error {
	if q.nodes < 1 {
		return fmt.Errorf("-nodes %d: expected a number from 1 up", q.nodes)
	}
	task, may := "where a timetable is made", []string{"earlier", "force", "nodes"}
	switch {
	case q.frontier && q.verify != "":
		return errors.New("give either -frontier or -verify")
	case c.Other == "ics" && (q.frontier || q.verify != ""):
		return errors.New("-format ics writes a timetable that is made; leave out -frontier or -verify")
	case c.Other == "ics":
		task, may = "with -format ics", append(may, "stamp", "sequence")
	case q.frontier:
		task, may = "with -frontier", []string{"frontier", "budget", "costs", "rate", "nodes"}
	case q.verify != "":
		task, may = "with -verify", []string{"verify", "earlier"}
	}
	var err error
	c.Flags.Visit(func(f *flag.Flag) {
		if err == nil && !slices.Contains(append(may, "round", "format"), f.Name) {
			err = fmt.Errorf("-%s has no use %s; -h says what each flag is for", f.Name, task)
		}
	})
	if err == nil && q.sequence < 0 {
		err = fmt.Errorf("-sequence %d: expected a number from 0 up", q.sequence)
	}
	return err
}

// solve arranges the problem, with an item forced into its place if that is asked for.
func (q *request) solve(c *command.Call, s source) (timetable.Answer, error) {
	o := timetable.Options{Nodes: q.nodes, Explain: true, Progress: func(x timetable.Progress) { progress(c, x) }}
	if q.force == "" {
		return timetable.Solve(context.Background(), s.problem, o)
	}
	item, where, _ := strings.Cut(q.force, "=")
	var sittings []string
	if where != "" {
		sittings = strings.Split(where, ",")
	}
	return timetable.Forced(context.Background(), s.problem, item, sittings, o)
}

// progress shows how far a search is.
func progress(c *command.Call, x timetable.Progress) {
	of, bound := "", "at least"
	if x.Days > 0 {
		of = days(x.Days) + ": "
	}
	if x.Goal == timetable.Priority {
		bound = "at most"
	}
	c.Progress("%s%s %d, %s %d (%d nodes)", of, x.Goal, x.Value, bound, x.Bound, x.Nodes)
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
