package main

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/examples/internal/command"
	"attwork.example/reporting"
)

type answer struct {
	Duty      string           `json:"duty"`
	Period    *int             `json:"period"` // the calendar year covered; null for initial reports
	AsOf      att.Date         `json:"asOf"`
	Grace     int              `json:"grace"`
	Deadline  *att.Date        `json:"deadline"`
	Due       att.Count        `json:"due"`
	Submitted att.Count        `json:"submitted"`
	OnTime    att.Count        `json:"onTime"`
	Late      att.Count        `json:"late"`
	Missing   att.Count        `json:"missing"`
	Rates     map[string]*rate `json:"rates"`
	Regions   []region         `json:"regions"`
	States    []state          `json:"states"`
	Undated   []string         `json:"undated"` // nobody knows whether they owed it; in no count
	Weak      []string         `json:"weak"`
	Unowed    int              `json:"unowed"`
	Findings  []check.Finding  `json:"findings"`
	Changes   *changes         `json:"changes,omitempty"`
}

type rate struct {
	Count   att.Count `json:"count"`
	Of      att.Count `json:"of"`
	Percent string    `json:"percent"`
}

type region struct {
	Region    string    `json:"region"`
	Due       att.Count `json:"due"`
	Submitted att.Count `json:"submitted"`
	OnTime    att.Count `json:"onTime"`
	Missing   att.Count `json:"missing"`
}

type state struct {
	ISO3      string    `json:"iso3"`
	Due       *att.Date `json:"due"`
	Submitted *att.Date `json:"submitted"`
	Status    *string   `json:"status"` // null: unknown
}

type changes struct {
	Since  att.Date `json:"since"`
	Due    []string `json:"due"` // before and after
	States []change `json:"states"`
}

type change struct {
	ISO3   string  `json:"iso3"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

func wire(a reporting.Answer, findings []check.Finding, d *reporting.Difference) answer {
	w := answer{
		Duty: a.Duty, AsOf: a.AsOf, Grace: a.Grace, Due: a.Total.Due, Submitted: a.Total.Submitted, OnTime: a.Total.OnTime, Late: a.Total.Late, Missing: a.Total.Missing,
		Rates:   map[string]*rate{"submitted": wireRate(a.Total.SubmittedRate()), "onTime": wireRate(a.Total.OnTimeRate())},
		Regions: []region{}, States: []state{}, Undated: append([]string{}, a.Unsure...), Weak: append([]string{}, a.Weak...), Unowed: a.Unowed,
		Findings: append([]check.Finding{}, findings...),
	}
	if a.Period > 0 {
		w.Period, w.Deadline = &a.Period, &a.Deadline
	}
	for _, r := range a.Regions {
		w.Regions = append(w.Regions, region{string(r.Region), r.Due, r.Submitted, r.OnTime, r.Missing})
	}
	for _, s := range a.States {
		w.States = append(w.States, state{ISO3: s.State, Due: known(s.Due), Submitted: known(s.Received), Status: status(s)})
	}
	if d != nil {
		w.Changes = &changes{Since: d.Before, Due: []string{d.Totals[0].Due.String(), d.Totals[1].Due.String()}, States: []change{}}
		for _, c := range d.States {
			w.Changes.States = append(w.Changes.States, change{ISO3: c.State, Before: status(c.Before), After: status(c.After)})
		}
	}
	return w
}

func wireRate(r reporting.Rate) *rate {
	if r.Percent() == "" {
		return nil
	}
	return &rate{r.Count, r.Of, r.Percent()}
}

func known(d att.Date) *att.Date {
	if d.IsZero() {
		return nil
	}
	return &d
}

func status(s reporting.Standing) *string {
	if s.Status == reporting.StatusUnknown || s.Status == "" {
		return nil
	}
	word := string(s.Status)
	return &word
}

func text(c *command.Call, a reporting.Answer, findings []check.Finding, d *reporting.Difference) {
	for _, f := range findings {
		fmt.Fprintln(c.Out, command.Lines(f))
	}
	if a.Period > 0 {
		fmt.Fprintf(c.Out, "Annual reports for %d, due on %s, as of %s\n\n", a.Period, a.Deadline, a.AsOf)
	} else {
		fmt.Fprintf(c.Out, "Initial reports, as of %s\n\n", a.AsOf)
	}
	row := func(name string, t reporting.Tally) {
		fmt.Fprintf(c.Out, "%-8s due %-4s submitted %-22s on time %-22s missing %s\n", name, t.Due, t.SubmittedRate(), t.OnTimeRate(), t.Missing)
	}
	row("all", a.Total)
	for _, r := range a.Regions {
		if r.Due.N > 0 {
			row(string(r.Region), r.Tally)
		}
	}
	for _, group := range []reporting.Status{reporting.Missing, reporting.Late, reporting.Due, reporting.NotYetDue} {
		var list []string
		for _, s := range a.States {
			if s.Status == group {
				list = append(list, s.State)
			}
		}
		if len(list) > 0 {
			fmt.Fprintf(c.Out, "\n%s: %s\n", group, strings.Join(list, " "))
		}
	}
	if len(a.Unsure) > 0 {
		fmt.Fprintf(c.Out, "\nIn no count, since nobody knows whether they owed it: %s\n", strings.Join(a.Unsure, " "))
	}
	if len(a.Weak) > 0 {
		fmt.Fprintf(c.Out, "\n%d of those due rest on a deposit known from one secondary source, or with two candidate dates.\n", len(a.Weak))
	}
	if !a.Total.Submitted.Known {
		fmt.Fprintln(c.Out, "\nWhat was submitted is unknown without -submissions.")
	}
	if d != nil {
		fmt.Fprintf(c.Out, "\nSince %s, due went from %s to %s:\n", d.Before, d.Totals[0].Due, d.Totals[1].Due)
		for _, s := range d.States {
			fmt.Fprintf(c.Out, "  %s: %s -> %s\n", s.State, word(s.Before), word(s.After))
		}
	}
}

func word(s reporting.Standing) string {
	if w := status(s); w != nil {
		return *w
	}
	return "unknown"
}
