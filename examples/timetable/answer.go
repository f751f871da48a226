package main

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule/timetable"
)

type answer struct {
	Status      timetable.Status `json:"status"`
	Goals       []goal           `json:"goals"`
	Assignments []assignment     `json:"assignments"`
	Unplaced    []string         `json:"unplaced"`
	Conflict    []constraint     `json:"conflict"`
	Reasons     []string         `json:"reasons"`
	Irreducible *bool            `json:"irreducible"` // null: nothing was in conflict
	Stopped     *timetable.Stop  `json:"stopped"`     // null: nothing stopped the search
	Nodes       int              `json:"nodes"`
	Changes     []change         `json:"changes"` // against the earlier timetable
	Notes       []string         `json:"notes"`
}

type change struct {
	Item     string `json:"item"`
	From     string `json:"from"` // empty: it was in no sitting
	To       string `json:"to"`   // empty: it is in none now
	Sentence string `json:"sentence"`
}

type goal struct {
	Name  string `json:"name"`
	Value int    `json:"value"`
	Bound int    `json:"bound"`
}

type assignment struct {
	Item    string `json:"item"`
	Sitting string `json:"sitting"`
	Start   int    `json:"start"`
	Minutes int    `json:"minutes"`
}

type constraint struct {
	Kind     timetable.ConstraintKind `json:"kind"`
	IDs      []string                 `json:"ids"`
	Sentence string                   `json:"sentence"`
}

func wire(a timetable.Answer, changes []timetable.Change, notes []check.Finding) answer {
	w := answer{
		Status: a.Status, Goals: []goal{}, Assignments: []assignment{}, Unplaced: append([]string{}, a.Unplaced...),
		Conflict: []constraint{}, Reasons: []string{}, Nodes: a.Nodes, Changes: []change{}, Notes: []string{},
	}
	for _, g := range a.Goals {
		w.Goals = append(w.Goals, goal{g.Goal.String(), g.Value, g.Bound})
	}
	for _, p := range a.Timetable.Assignments {
		w.Assignments = append(w.Assignments, assignment{p.Item, p.Sitting, p.Start.N, p.Minutes})
	}
	for _, c := range a.Conflict.Constraints {
		w.Conflict = append(w.Conflict, constraint{c.Kind, c.IDs, c.Sentence.String()})
	}
	for _, r := range a.Conflict.Reasons {
		w.Reasons = append(w.Reasons, r.String())
	}
	if a.Status == timetable.Infeasible {
		w.Irreducible = &a.Conflict.Irreducible
	}
	if a.Stopped != "" {
		w.Stopped = &a.Stopped
	}
	for _, x := range changes {
		w.Changes = append(w.Changes, change{x.Item, x.From, x.To, x.Message().String()})
	}
	for _, f := range notes {
		w.Notes = append(w.Notes, f.Message.String())
	}
	return w
}

var names = map[timetable.Goal]string{
	timetable.Priority: "priority placed", timetable.Days: "days", timetable.Sittings: "sittings",
	timetable.BodyDays: "days over all bodies, each from its first to its last", timetable.Moves: "moves against the earlier timetable",
}

func text(c *command.Call, p timetable.Problem, a timetable.Answer, changes []timetable.Change, notes []check.Finding) {
	fmt.Fprintf(c.Out, "%s: %s (%d nodes searched)\n", command.Plain(p.Name, 60), a.Status, a.Nodes)
	if a.Stopped != "" {
		fmt.Fprintf(c.Out, "stopped by %s\n", a.Stopped)
	}
	for _, g := range a.Goals {
		proof := "proven"
		if !g.Proven() {
			proof = fmt.Sprintf("not proven, bound %d", g.Bound)
		}
		fmt.Fprintf(c.Out, "%6d  %s (%s)\n", g.Value, names[g.Goal], proof)
	}
	grid(c, p, a)
	if len(a.Unplaced) > 0 {
		fmt.Fprintf(c.Out, "\nnot placed: %s\n", command.Plain(strings.Join(a.Unplaced, ", "), 2000))
	}
	if a.Status == timetable.Infeasible {
		conflict(c, a.Conflict)
	}
	if len(changes) > 0 {
		fmt.Fprintf(c.Out, "\nWhat changes:\n")
	}
	for _, x := range changes {
		fmt.Fprintf(c.Out, "  %s\n", command.Plain(x.Message().String(), 200))
	}
	for _, f := range notes {
		fmt.Fprintf(c.Out, "\nnote: %s\n", f.Message)
	}
}

// grid writes each sitting in use with its items, and when it ends.
func grid(c *command.Call, p timetable.Problem, a timetable.Answer) {
	for _, s := range p.Sittings {
		end := 0
		for _, x := range a.Timetable.Assignments {
			if x.Sitting != s.ID {
				continue
			}
			if end == 0 {
				fmt.Fprintf(c.Out, "\n%s (day %d)\n", command.Plain(s.ID, 60), s.Day)
			}
			end = x.Start.N + x.Minutes
			fmt.Fprintf(c.Out, "  %4d-%-4d %s\n", x.Start.N, end, command.Plain(x.Item, 60))
		}
		if end > 0 {
			fmt.Fprintf(c.Out, "  ends after %d of %d minutes\n", end, s.Minutes)
		}
	}
}

func conflict(c *command.Call, x timetable.Conflict) {
	for _, r := range x.Reasons {
		fmt.Fprintf(c.Out, "\n%s\n", r)
	}
	if x.Irreducible {
		fmt.Fprintf(c.Out, "\nThese %d cannot hold together; without any one of them the others can:\n", len(x.Constraints))
	} else {
		fmt.Fprintf(c.Out, "\nThese %d cannot hold together; some of them may not be needed for that:\n", len(x.Constraints))
	}
	for _, k := range x.Constraints {
		fmt.Fprintf(c.Out, "  %s\n", k.Sentence)
	}
}

type verdict struct {
	Holds    bool      `json:"holds"`
	Goals    []value   `json:"goals"`
	Findings []finding `json:"findings"`
}

type value struct {
	Name  string `json:"name"`
	Value *int   `json:"value"` // null: there is no earlier timetable
}

type finding struct {
	Rule    string     `json:"rule"`
	Path    check.Path `json:"path"`
	Message string     `json:"message"`
}

// judge says whether a timetable made elsewhere holds, and what it is worth.
func judge(c *command.Call, p timetable.Problem, t timetable.Timetable, name string) (int, error) {
	faults, m := timetable.Verify(p, t), timetable.Measure(p, t)
	v := verdict{Holds: len(faults) == 0, Findings: []finding{}}
	for _, g := range []struct {
		goal  timetable.Goal
		count att.Count
	}{
		{timetable.Priority, att.Exactly(m.Priority)},
		{timetable.Days, att.Exactly(m.Days)},
		{timetable.Sittings, att.Exactly(m.Sittings)},
		{timetable.BodyDays, att.Exactly(m.BodyDays)},
		{timetable.Moves, m.Moves},
	} {
		one := value{Name: g.goal.String()}
		if g.count.Known {
			one.Value = &g.count.N
		}
		v.Goals = append(v.Goals, one)
	}
	for _, f := range faults {
		v.Findings = append(v.Findings, finding{f.Rule, f.Path, f.Message.String()})
	}
	code := command.Done
	if !v.Holds {
		code = command.No
	}
	if c.JSON {
		return code, c.WriteJSON(v)
	}
	if v.Holds {
		fmt.Fprintf(c.Out, "%s holds.\n", command.Plain(name, 100))
	}
	for _, f := range v.Findings {
		fmt.Fprintf(c.Out, "%s: %s\n", f.Path, f.Message)
	}
	for _, g := range v.Goals {
		if g.Value != nil {
			fmt.Fprintf(c.Out, "%6d  %s\n", *g.Value, g.Name)
		}
	}
	return code, nil
}
