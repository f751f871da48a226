package main

import (
	"fmt"
	"strings"

	"attwork.example/examples/internal/command"
	"attwork.example/schedule/timetable"
)

type point struct {
	Days     int              `json:"days"` // at most
	Status   timetable.Status `json:"status"`
	Priority int              `json:"priority"`
	Bound    int              `json:"bound"`
	Placed   int              `json:"placed"`
	Unplaced []string         `json:"unplaced"`
}

// writeFrontier says what each further day buys.
func writeFrontier(c *command.Call, p timetable.Problem, points []timetable.Point) error {
	list := []point{}
	for _, x := range points {
		list = append(list, point{
			Days: x.Days, Status: x.Status, Priority: x.Priority.Value, Bound: x.Priority.Bound, Placed: len(x.Timetable.Assignments),
			Unplaced: append([]string{}, x.Unplaced...),
		})
	}
	if c.JSON {
		return c.WriteJSON(map[string]any{"frontier": list})
	}
	fmt.Fprintf(c.Out, "%s: what each day buys\n", command.Plain(p.Name, 60))
	for i, x := range list {
		switch x.Status {
		case timetable.Infeasible:
			fmt.Fprintf(c.Out, "%3d days: what is required does not fit (proven)\n", x.Days)
			continue
		case timetable.Undetermined:
			fmt.Fprintf(c.Out, "%3d days: nobody knows; give the search more -nodes\n", x.Days)
			continue
		}
		proof := "proven"
		if x.Status != timetable.Optimal {
			proof = fmt.Sprintf("not proven, at most %d", x.Bound)
		}
		fmt.Fprintf(c.Out, "%3d days: priority %d (%s)", x.Days, x.Priority, proof)
		if i > 0 && list[i-1].Placed > 0 {
			fmt.Fprintf(c.Out, ", %+d", x.Priority-list[i-1].Priority)
		}
		if len(x.Unplaced) > 0 {
			fmt.Fprintf(c.Out, "; not placed: %s", command.Plain(strings.Join(x.Unplaced, ", "), 500))
		}
		fmt.Fprintln(c.Out)
	}
	return nil
}
