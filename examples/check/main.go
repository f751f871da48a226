// Check holds programmes of work against the rules of a text, and says where they depart from it and
// what would remedy it.
//
//	go run ./examples/check [-rules proposal] [-reading together|apart] [-before FILE|NAME] [-date DAY] [-list] [-format text|json] [FILE|NAME...]
//
// A NAME such as csp9 means embedded data; without any, it checks csp10. It exits with 1 when a finding
// is an error.
package main

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
)

func main() {
	command.Main("check [flags] [FILE|NAME...]", run)
}

type outcome struct {
	File    string   `json:"file"`
	Rule    string   `json:"rule"`
	Outcome string   `json:"outcome"`
	Missing []string `json:"missing,omitempty"`
}

type answer struct {
	Findings []check.Finding `json:"findings"`
	Outcomes []outcome       `json:"outcomes"`
}

func run(c *command.Call) (int, error) {
	text := c.Flags.String("rules", "proposal", "the `text` whose rules to check: proposal")
	reading := c.Flags.String("reading", "together", "how paragraph 25 is read: working groups and preparatory meeting `together or apart`")
	before := c.Flags.String("before", "", "the programme that the ones named would replace: `FILE or NAME`")
	date := c.Flags.String("date", "", "the `DAY` on which rules must be in force (default: the conference's first)")
	list := c.Flags.Bool("list", false, "list the rules instead")
	args, err := c.Parse()
	if err != nil {
		return 0, err
	}
	set, err := rules(*text, *reading)
	if err != nil {
		return 0, err
	}
	if *list {
		return command.Done, catalogue(c, set)
	}
	var o check.Options
	if *date != "" {
		if o.Date, err = att.ParseDate(*date); err != nil {
			return 0, fmt.Errorf("-date %q: expected a day such as 2024-08-19", *date)
		}
	}
	if len(args) == 0 {
		args = []string{"csp10"}
	}
	var old *command.Programme
	if *before != "" {
		p, err := c.Load(*before)
		if err != nil {
			return 0, err
		}
		old = &p
	}
	a := answer{Findings: []check.Finding{}, Outcomes: []outcome{}}
	for _, arg := range args {
		if err := a.add(c, arg, set, old, o); err != nil {
			return 0, err
		}
	}
	code := command.Done
	for _, f := range a.Findings {
		if f.Severity == check.Error {
			code = command.No
		}
	}
	if c.JSON {
		return code, c.WriteJSON(a)
	}
	a.print(c)
	return code, nil
}

func rules(text, reading string) (check.Set, error) {
	if text != "proposal" {
		return check.Set{}, fmt.Errorf("-rules %q: expected proposal", text)
	}
	switch reading {
	case "together":
		return proposal.Rules(proposal.Options{}), nil
	case "apart":
		return proposal.Rules(proposal.Options{Reading: proposal.Apart}), nil
	}
	return check.Set{}, fmt.Errorf("-reading %q: expected together or apart", reading)
}

func (a *answer) add(c *command.Call, arg string, set check.Set, old *command.Programme, o check.Options) error {
	p, err := c.Load(arg)
	if err != nil {
		return err
	}
	var report check.Report
	if old != nil {
		report = set.CheckChange(old.Programme, p.Programme, o)
	} else {
		report = set.Check(p.Programme, o)
	}
	findings := append(p.Shape, p.Locate(report.Findings)...)
	check.Sort(findings)
	a.Findings = append(a.Findings, command.Of(arg, findings)...)
	for _, out := range report.Outcomes {
		a.Outcomes = append(a.Outcomes, outcome{File: arg, Rule: out.Rule, Outcome: string(out.Outcome), Missing: out.Missing})
	}
	return nil
}

func (a answer) print(c *command.Call) {
	for _, f := range a.Findings {
		fmt.Fprintln(c.Out, command.Lines(f))
	}
	for _, o := range a.Outcomes {
		fmt.Fprintf(c.Out, "%s: %s: %s\n", o.File, o.Rule, o.Outcome)
		for _, m := range o.Missing {
			fmt.Fprintf(c.Out, "    missing: %s\n", m)
		}
	}
}

type rule struct {
	ID       string         `json:"id"`
	Severity string         `json:"severity"`
	Cites    []command.Cite `json:"cites"`
	Sense    string         `json:"sense"`
	Axis     check.Axis     `json:"axis"`
	When     string         `json:"when,omitempty"`
	Tensions []string       `json:"tensions,omitempty"`
}

func catalogue(c *command.Call, set check.Set) error {
	list := []rule{}
	for _, about := range set.Rules() {
		list = append(list, rule{
			ID: about.ID, Severity: about.Severity.String(), Cites: command.Cites(about.Cites), Sense: about.Sense,
			Axis: about.Axis, When: about.When, Tensions: about.Tensions,
		})
	}
	if c.JSON {
		return c.WriteJSON(map[string][]rule{"rules": list})
	}
	for _, r := range list {
		var paragraphs []string
		for _, cite := range r.Cites {
			paragraphs = append(paragraphs, cite.Paragraph)
		}
		fmt.Fprintf(c.Out, "%s (%s; paragraph %s)\n    %s\n", r.ID, r.Severity, strings.Join(paragraphs, ", "), r.Sense)
		for _, t := range r.Tensions {
			fmt.Fprintf(c.Out, "    in tension with: %s\n", t)
		}
	}
	return nil
}
