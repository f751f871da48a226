package main

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

type answer struct {
	Candidates []candidate `json:"candidates"`
	Considered int         `json:"considered"`
	Undated    []event     `json:"undated"`
	Notes      []string    `json:"notes"`
}

type candidate struct {
	Rank         int     `json:"rank"`
	VerifiedRank int     `json:"verifiedRank"`
	Blocks       []span  `json:"blocks"`
	Score        int     `json:"score"`
	FreeDays     int     `json:"freeDays"` // points for days inside a block on which nobody meets
	Clashes      []clash `json:"clashes"`
	Possible     []event `json:"possible"`
}

type span struct {
	Start att.Date `json:"start"`
	End   att.Date `json:"end"`
}

type event struct {
	ID         string            `json:"id"`
	Event      string            `json:"event"`
	Start      *att.Date         `json:"start"` // null: unknown
	End        *att.Date         `json:"end"`
	Place      string            `json:"place"`
	Category   calendar.Category `json:"category"`
	Confidence att.Confidence    `json:"confidence"`
	Source     string            `json:"source"`
}

type clash struct {
	event
	Weight  int        `json:"weight"` // points
	Overlap []att.Date `json:"overlap"`
	Guarded []att.Date `json:"guarded"`
	Reason  string     `json:"reason"`
}

func wire(a schedule.Answer, notes []string) answer {
	w := answer{Candidates: []candidate{}, Considered: a.Considered, Undated: events(a.Undated), Notes: append([]string{}, notes...)}
	for _, c := range a.Candidates {
		one := candidate{
			Rank: c.Rank, VerifiedRank: c.VerifiedRank, Score: c.Score, FreeDays: c.FreeDays, Clashes: []clash{}, Possible: events(c.Possible),
		}
		for _, b := range c.Blocks {
			one.Blocks = append(one.Blocks, span{b.Start, b.End})
		}
		for _, x := range c.Clashes {
			one.Clashes = append(one.Clashes, clash{
				event: eventOf(x.Event), Weight: x.Points, Overlap: append([]att.Date{}, x.Overlap...), Guarded: append([]att.Date{}, x.Guarded...), Reason: x.Reason,
			})
		}
		w.Candidates = append(w.Candidates, one)
	}
	return w
}

func events(list []calendar.Event) []event {
	out := make([]event, 0, len(list))
	for _, e := range list {
		out = append(out, eventOf(e))
	}
	return out
}

func eventOf(e calendar.Event) event {
	w := event{ID: e.ID, Event: e.Name, Place: e.Place, Category: e.Category, Confidence: e.Confidence, Source: e.Source}
	if !e.Start.IsZero() {
		w.Start = &e.Start
	}
	if !e.End.IsZero() {
		w.End = &e.End
	}
	return w
}

func text(c *command.Call, a schedule.Answer, notes []string) {
	fmt.Fprintf(c.Out, "%d starts are possible; fewer points are better.\n", a.Considered)
	for _, one := range a.Candidates {
		var blocks []string
		for _, b := range one.Blocks {
			blocks = append(blocks, fmt.Sprintf("%s %s to %s %s", weekday(b.Start), b.Start, weekday(b.End), b.End))
		}
		fmt.Fprintf(c.Out, "\n%d. %s: %d points (rank %d without unverified events)\n", one.Rank, strings.Join(blocks, " and "), one.Score, one.VerifiedRank)
		if one.FreeDays > 0 {
			fmt.Fprintf(c.Out, "   %5d  days inside on which nobody meets\n", one.FreeDays)
		}
		for _, x := range one.Clashes {
			days := fmt.Sprintf("on %d days", len(x.Overlap))
			if len(x.Guarded) > 0 {
				days += fmt.Sprintf(", and perhaps on %d more", len(x.Guarded))
			}
			fmt.Fprintf(c.Out, "   %5d  %s (%s to %s; %s; %s): %s\n", x.Points, plain(x.Event.Name), x.Event.Start, x.Event.End, days, x.Event.Confidence, x.Reason)
		}
		for _, e := range one.Possible {
			fmt.Fprintf(c.Out, "       ?  %s: only the month is known\n", plain(e.Name))
		}
	}
	if len(a.Undated) > 0 {
		fmt.Fprintln(c.Out, "\nWithout a date, so in no ranking:")
		for _, e := range a.Undated {
			fmt.Fprintf(c.Out, "   %s\n", plain(e.Name))
		}
	}
	for _, n := range notes {
		fmt.Fprintf(c.Out, "\n%s\n", plain(n))
	}
}

func weekday(d att.Date) string { return d.Weekday().String()[:3] }

// plain keeps texts from a user's file fit for a terminal.
func plain(s string) string { return check.Text("", s).String() }
