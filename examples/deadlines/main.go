// Deadlines plans the steps around a round and a conference, backwards and forwards, from lead times that were
// observed or that a rule sets.
//
//	go run ./examples/deadlines [-conference DAY] [-round DAY] [-round-end DAY] [-before DAY] [-asof DAY] [-translation DAYS]
//		[-stamp TIME] [-format text|json|ics]
//
// Without flags it plans the cycle of CSP10 as it was held. With -asof it says which steps are late, and exits with
// 1 when one is.
package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule"
)

func main() {
	command.Main("deadlines [flags]", run)
}

type answer struct {
	Deadlines []deadline `json:"deadlines"`
	LeftOut   []string   `json:"leftOut"`
}

type deadline struct {
	ID         string                 `json:"id"`
	Title      string                 `json:"title"`
	Date       att.Date               `json:"date"`
	Until      *att.Date              `json:"until,omitempty"` // only the month is known
	Late       *int                   `json:"late"`            // days; null without -asof
	Anchor     schedule.Anchor        `json:"anchor"`
	Days       int                    `json:"days"`
	Observed   []schedule.Observation `json:"observed"`
	Confidence att.Confidence         `json:"confidence"`
	Source     string                 `json:"source"`
}

func run(c *command.Call) (int, error) {
	held, _ := cycles.Programme("csp10")
	given := false
	round := c.Date("round", att.Date{}, "first `DAY` of the round (default: that of CSP10, 2024-02-20)")
	conference := c.Date("conference", att.Date{}, "first `DAY` of the conference (default: that of CSP10, 2024-08-19)")
	end := c.Date("round-end", att.Date{}, "last `DAY` of the round")
	before := c.Date("before", att.Date{}, "last `DAY` of the conference before")
	asof := c.Date("asof", att.Date{}, "the `DAY` on which the plan is looked at; steps before it are late")
	translation := c.Flags.Int("translation", 0, "`days` that translation takes; 0: unknown")
	stamp := c.Flags.String("stamp", "", "`TIME` at which the calendar file is made, as in 2024-01-31T12:00:00Z (default: midnight of -asof, else of the round)")
	args, err := c.Parse("ics")
	if err != nil {
		return 0, err
	}
	if len(args) > 0 {
		return 0, fmt.Errorf("%q: unexpected argument; -h lists the flags", args[0])
	}
	given = !round.IsZero() || !conference.IsZero()
	p := schedule.Plan{RoundStart: *round, RoundEnd: *end, Conference: *conference, CycleStart: *before, AsOf: *asof, Translation: *translation}
	if !given {
		p.RoundStart, p.RoundEnd = held.Rounds[0].Start, held.Rounds[0].End
		p.Conference, p.CycleStart = held.Conference.Start, held.Conference.CycleStart
	}
	if p.RoundStart.IsZero() || p.Conference.IsZero() {
		return 0, errors.New("give both -round and -conference, or neither")
	}
	steps, leftOut, err := schedule.Deadlines(p)
	if err != nil {
		return 0, err
	}
	code := command.Done
	for _, s := range steps {
		if s.Late > 0 {
			code = command.No
		}
	}
	switch {
	case c.JSON:
		return code, c.WriteJSON(wire(p, steps, leftOut))
	case c.Other == "ics":
		return code, writeICS(c, p, steps, *stamp)
	}
	text(c, steps, leftOut)
	return code, nil
}

func wire(p schedule.Plan, steps []schedule.Deadline, leftOut []string) answer {
	a := answer{Deadlines: []deadline{}, LeftOut: append([]string{}, leftOut...)}
	for _, s := range steps {
		d := deadline{
			ID: s.ID, Title: s.Title.String(), Date: s.Date, Anchor: s.Anchor, Days: s.Days,
			Observed: append([]schedule.Observation{}, s.Observed...), Confidence: s.Confidence, Source: s.Source,
		}
		if !s.Until.IsZero() {
			d.Until = &s.Until
		}
		if !p.AsOf.IsZero() {
			d.Late = &s.Late
		}
		a.Deadlines = append(a.Deadlines, d)
	}
	return a
}

func writeICS(c *command.Call, p schedule.Plan, steps []schedule.Deadline, stamp string) error {
	at := p.RoundStart.Time()
	if !p.AsOf.IsZero() {
		at = p.AsOf.Time()
	}
	if stamp != "" {
		t, err := time.Parse(time.RFC3339, stamp)
		if err != nil {
			return fmt.Errorf("-stamp %q: expected a time such as 2024-01-31T12:00:00Z", stamp)
		}
		at = t
	}
	return schedule.WriteICS(c.Out, schedule.DeadlineEntries(steps, schedule.EntryOptions{
		Cycle: fmt.Sprintf("conference-%d", p.Conference.Year()),
	}), schedule.ICSOptions{Name: "Deadlines", Stamp: at})
}

func text(c *command.Call, steps []schedule.Deadline, leftOut []string) {
	for _, s := range steps {
		day := s.Date.String()
		if !s.Until.IsZero() {
			day = day[:len("2024-01")] + "   "
		}
		fmt.Fprintf(c.Out, "%s %s  %s\n", s.Date.Weekday().String()[:3], day, s.Title)
		if s.Late > 0 {
			fmt.Fprintf(c.Out, "                late by %d days: no longer possible in time\n", s.Late)
		}
		var seen []string
		for _, o := range s.Observed {
			seen = append(seen, fmt.Sprintf("%s (%s)", o.Date, o.Meeting))
		}
		if seen != nil {
			fmt.Fprintf(c.Out, "                seen: %s\n", strings.Join(seen, "; "))
		}
		fmt.Fprintf(c.Out, "                %s; %s\n", s.Confidence, s.Source)
	}
	for _, s := range leftOut {
		fmt.Fprintf(c.Out, "\n%s\n", s)
	}
}
