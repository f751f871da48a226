package main

import (
	"fmt"
	"strings"
	"time"

	"attwork.example/examples/internal/command"
	"attwork.example/schedule"
	"attwork.example/schedule/timetable"
)

// writeICS writes the round as it is under a timetable as a calendar file. What the file cannot say stands on standard
// error; without a timetable, nothing else is written.
func writeICS(c *command.Call, s source, a timetable.Answer, q request) (int, error) {
	switch a.Status {
	case timetable.Infeasible:
		for _, r := range a.Conflict.Reasons {
			c.Complain("%s", r)
		}
		for _, k := range a.Conflict.Constraints {
			c.Complain("cannot hold together: %s", k.Sentence)
		}
		return command.No, nil
	case timetable.Undetermined:
		c.Complain("no timetable was found and none was ruled out; give the search more -nodes")
		return command.No, nil
	case timetable.Feasible:
		c.Complain("the timetable holds, and is not proven to be the best one")
	}
	programme, err := timetable.WithAgenda(s.programme, s.round, a.Timetable)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", s.name, err)
	}
	entries, gaps := schedule.RoundEntries(programme, s.round, schedule.EntryOptions{Starts: true, Sequence: q.sequence})
	if len(entries) < 2 && len(gaps) > 0 { // the round, and no sitting
		return 0, fmt.Errorf("%s: no sitting can be written: %s", s.name, gaps[0])
	}
	at := entries[0].First.Time()
	if q.stamp != "" {
		if at, err = time.Parse(time.RFC3339, q.stamp); err != nil {
			return 0, fmt.Errorf("-stamp %q: expected a time such as 2024-01-31T12:00:00Z", q.stamp)
		}
	}
	for _, gap := range gaps {
		c.Complain("left out: %s", gap)
	}
	for _, f := range s.notes {
		c.Complain("%s", f.Message)
	}
	if len(a.Unplaced) > 0 {
		c.Complain("not placed, and so for consultations: %s", command.Plain(strings.Join(a.Unplaced, ", "), 2000))
	}
	return command.Done, schedule.WriteICS(c.Out, entries, schedule.ICSOptions{Name: command.Plain(programme.Name.String(), 100), Stamp: at})
}
