// Deadlines plans the steps around a round and a conference, backwards and forwards, from lead times that were
// observed or that a rule sets.
//
//	go run ./examples/deadlines [-conference DAY] [-round DAY] [-round-end DAY] [-before DAY] [-programme FILE|NAME]
//		[-asof DAY] [-translation DAYS] [-stamp TIME] [-format text|json|ics]
//
// With -programme the dates are those of its first in-person round and its conference, and the calendar file has its
// rounds, sittings and consultations too. Without flags that is the cycle of CSP10 as it was held. With -asof it says which steps are late, and exits with
// 1 when one is.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule"
)

func main() {
	command.Main("deadlines [flags]", run)
}

type answer struct {
	Deadlines []deadline    `json:"deadlines"`
	LeftOut   []att.Message `json:"leftOut"`
	Entries   []entry       `json:"entries"` // of the calendar file
}

// entry is an event of the calendar file.
type entry struct {
	UID         string   `json:"uid"`
	Sequence    int      `json:"sequence"`
	Status      string   `json:"status"`
	Summary     string   `json:"summary"`
	Description string   `json:"description"`
	Location    string   `json:"location"`
	Categories  []string `json:"categories"`
	AllDay      bool     `json:"allDay"`
	Start       string   `json:"start"` // 2024-02-20, or 2024-02-20T10:00 local in the zone
	End         string   `json:"end"`   // inclusive where it takes whole days
	Zone        string   `json:"zone"`
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
	round := c.Date("round", att.Date{}, "first `DAY` of the round")
	conference := c.Date("conference", att.Date{}, "first `DAY` of the conference")
	end := c.Date("round-end", att.Date{}, "last `DAY` of the round")
	before := c.Date("before", att.Date{}, "last `DAY` of the conference before")
	programme := c.Flags.String("programme", "", "take the dates from a programme: `FILE or NAME` (default: csp10, unless -round is given)")
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
	p := schedule.Plan{RoundStart: *round, RoundEnd: *end, Conference: *conference, CycleStart: *before, AsOf: *asof, Translation: *translation}
	var entries []schedule.Entry
	var gaps []att.Message
	cycle := fmt.Sprintf("conference-%d", p.Conference.Year())
	switch given := !round.IsZero() || !conference.IsZero(); {
	case given && *programme != "":
		return 0, errors.New("give either -programme, or -round and -conference")
	case given && (round.IsZero() || conference.IsZero()):
		return 0, errors.New("give both -round and -conference, or neither")
	case !given:
		name := cmp.Or(*programme, "csp10")
		loaded, err := c.Load(name)
		if err != nil {
			return 0, err
		}
		if err := dates(&p, loaded.Programme); err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		entries, gaps = schedule.ProgrammeEntries(loaded.Programme, schedule.EntryOptions{})
		cycle = cmp.Or(loaded.ID, cycle)
	}
	steps, leftOut, err := schedule.Deadlines(p)
	if err != nil {
		return 0, err
	}
	entries = append(entries, schedule.DeadlineEntries(steps, schedule.EntryOptions{Cycle: cycle})...)
	leftOut = append(leftOut, gaps...)
	code := command.Done
	for _, s := range steps {
		if s.Late > 0 {
			code = command.No
		}
	}
	switch {
	case c.JSON:
		return code, c.WriteJSON(wire(p, steps, leftOut, entries))
	case c.Other == "ics":
		return code, writeICS(c, p, entries, *stamp)
	}
	text(c, steps, leftOut)
	return code, nil
}

// dates takes what the plan needs from a programme.
func dates(p *schedule.Plan, from att.Programme) error {
	for _, r := range from.Rounds {
		if r.Format.InRoom() && !r.Start.IsZero() {
			p.RoundStart, p.RoundEnd = r.Start, r.End
			break
		}
	}
	p.Conference, p.CycleStart = from.Conference.Start, cmp.Or(p.CycleStart, from.Conference.CycleStart)
	if p.RoundStart.IsZero() || p.Conference.IsZero() {
		return errors.New("the programme does not tell the dates of an in-person round and of the conference; give -round and -conference")
	}
	return nil
}

func wire(p schedule.Plan, steps []schedule.Deadline, leftOut []att.Message, entries []schedule.Entry) answer {
	a := answer{Deadlines: []deadline{}, LeftOut: append([]att.Message{}, leftOut...), Entries: []entry{}}
	for _, e := range entries {
		w := entry{
			UID: e.UID, Sequence: e.Sequence, Status: string(e.Status), Summary: e.Title, Description: e.Description, Location: e.Location,
			Categories: append([]string{}, e.Categories...), AllDay: e.Start.IsZero(), Start: e.First.String(), End: e.Last.String(), Zone: e.Zone,
		}
		if !w.AllDay {
			w.Start, w.End = w.Start+"T"+e.Start.String(), w.End+"T"+e.End.String()
		}
		a.Entries = append(a.Entries, w)
	}
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

func writeICS(c *command.Call, p schedule.Plan, entries []schedule.Entry, stamp string) error {
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
	return schedule.WriteICS(c.Out, entries, schedule.ICSOptions{Name: "Programme of work", Stamp: at})
}

func text(c *command.Call, steps []schedule.Deadline, leftOut []att.Message) {
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
