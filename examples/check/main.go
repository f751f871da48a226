// Check holds programmes of work against the rules of a text, and says where they depart from it, what would
// remedy it, and where the text itself pulls two ways.
//
//	go run ./examples/check [-rules proposal|practice|proposal,practice] [-reading together|apart] [-set NAME=NUMBER]...
//		[-before FILE|NAME] [-date DAY] [-list] [-format text|json] [FILE|NAME...]
//
// A NAME such as csp9 means embedded data; without any, it checks csp10. It exits with 1 when a finding
// is an error.
package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
)

func main() {
	command.Main("check [flags] [FILE|NAME...]", run)
}

type outcome struct {
	File    string          `json:"file"`
	Rule    string          `json:"rule"`
	Outcome string          `json:"outcome"`
	Missing []check.Message `json:"missing,omitempty"`
}

// possibility is what the draft leaves open, and whether a programme uses it.
type possibility struct {
	File  string         `json:"file"`
	ID    string         `json:"id"`
	Cites []command.Cite `json:"cites"`
	Sense string         `json:"sense"`
	Use   proposal.Use   `json:"use"`
	Where []check.Path   `json:"where"`
}

// tension is a place where the draft pulls two ways, with what its rules came to.
type tension struct {
	File  string      `json:"file"`
	Sense string      `json:"sense"`
	Sides [2][]string `json:"sides"`
	Rules []ruled     `json:"rules"`
}

type ruled struct {
	Rule    string `json:"rule"`
	Outcome string `json:"outcome"`
}

type answer struct {
	Findings      []check.Finding `json:"findings"`
	Outcomes      []outcome       `json:"outcomes"`
	Possibilities []possibility   `json:"possibilities"`
	Tensions      []tension       `json:"tensions"`
}

func run(c *command.Call) (int, error) {
	texts := c.Flags.String("rules", "proposal", "the `TEXTS` whose rules to check: proposal, practice, or both with a comma between them")
	reading := c.Flags.String("reading", "together", "how paragraph 25 is read: working groups and preparatory meeting `together or apart`")
	before := c.Flags.String("before", "", "the programme that the ones named would replace: `FILE or NAME`")
	date := c.Flags.String("date", "", "the `DAY` on which rules must be in force (default: the conference's first)")
	list := c.Flags.Bool("list", false, "list the rules instead")
	var options proposal.Options
	c.Flags.Func("set", "a number that the draft does not have, as `NAME=NUMBER`; names are "+strings.Join(numberNames(), ", "), func(s string) error {
		return set(&options.Numbers, s)
	})
	args, err := c.Parse()
	if err != nil {
		return 0, err
	}
	rules, err := rules(*texts, *reading, options)
	if err != nil {
		return 0, err
	}
	if *list {
		return command.Done, catalogue(c, rules)
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
	a := answer{Findings: []check.Finding{}, Outcomes: []outcome{}, Possibilities: []possibility{}, Tensions: []tension{}}
	for _, arg := range args {
		if err := a.add(c, arg, rules, old, o); err != nil {
			return 0, err
		}
	}
	code := command.Done
	if slices.ContainsFunc(a.Findings, func(f check.Finding) bool { return f.Severity == check.Error }) {
		code = command.No
	}
	if c.JSON {
		return code, c.WriteJSON(a)
	}
	a.print(c)
	return code, nil
}

// numbers names the fields of proposal.Numbers.
func numbers(n *proposal.Numbers) map[string]*int {
	return map[string]*int{
		"participation": &n.Participation, "practical": &n.Practical, "topics": &n.Topics,
		"paper-days": &n.PaperDays, "consultation-days": &n.ConsultationDays, "reserve": &n.Reserve,
	}
}

func numberNames() []string {
	var names []string
	for name := range numbers(&proposal.Numbers{}) {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func set(n *proposal.Numbers, s string) error {
	name, value, _ := strings.Cut(s, "=")
	field, known := numbers(n)[name]
	if !known {
		return fmt.Errorf("expected NAME=NUMBER with one of %s", strings.Join(numberNames(), ", "))
	}
	number, err := strconv.ParseUint(value, 10, 16)
	if err != nil || number == 0 {
		return fmt.Errorf("expected a whole number above 0 after %s=", name)
	}
	*field = int(number)
	return nil
}

func rules(texts, reading string, o proposal.Options) (check.Set, error) {
	switch reading {
	case "together":
	case "apart":
		o.Reading = proposal.Apart
	default:
		return check.Set{}, fmt.Errorf("-reading %q: expected together or apart", reading)
	}
	switch texts {
	case "proposal":
		return proposal.Rules(o), nil
	case "practice":
		return practice.Rules(), nil
	case "proposal,practice", "practice,proposal":
		return proposal.Rules(o).Join(practice.Rules())
	}
	return check.Set{}, fmt.Errorf("-rules %q: expected proposal, practice, or proposal,practice", texts)
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
	outcomes := map[string]check.Outcome{}
	for _, out := range report.Outcomes {
		outcomes[out.Rule] = out.Outcome
		a.Outcomes = append(a.Outcomes, outcome{File: arg, Rule: out.Rule, Outcome: string(out.Outcome), Missing: out.Missing})
	}
	a.addDraft(arg, p.Programme, set, outcomes)
	return nil
}

// addDraft adds what the draft leaves open, and the tensions in which a rule failed, each with all its rules.
func (a *answer) addDraft(arg string, p att.Programme, set check.Set, outcomes map[string]check.Outcome) {
	list := set.Rules()
	if !slices.ContainsFunc(list, func(r check.About) bool { return r.Cites[0].Text == proposal.Text }) {
		return
	}
	for _, x := range proposal.Possibilities(p) {
		a.Possibilities = append(a.Possibilities, possibility{
			File: arg, ID: x.ID, Cites: command.Cites(x.Cites), Sense: x.Sense, Use: x.Use, Where: append([]check.Path{}, x.Where...),
		})
	}
	for _, t := range proposal.Tensions() {
		of := tension{File: arg, Sense: t.Sense, Sides: t.Sides}
		failed := false
		for _, r := range list {
			if slices.Contains(r.Tensions, t.Sense) {
				of.Rules = append(of.Rules, ruled{Rule: r.ID, Outcome: string(outcomes[r.ID])})
				failed = failed || outcomes[r.ID] == check.Failed
			}
		}
		if failed {
			a.Tensions = append(a.Tensions, of)
		}
	}
}

func (a answer) print(c *command.Call) {
	for _, f := range a.Findings {
		fmt.Fprintln(c.Out, command.Lines(f))
	}
	for _, t := range a.Tensions {
		fmt.Fprintf(c.Out, "%s: the draft pulls two ways here: %s\n", t.File, t.Sense)
		for _, r := range t.Rules {
			fmt.Fprintf(c.Out, "    %s: %s\n", r.Rule, r.Outcome)
		}
	}
	for _, p := range a.Possibilities {
		fmt.Fprintf(c.Out, "%s: what may be done (paragraph %s), %s: %s\n", p.File, p.Cites[0].Paragraph, p.Use, p.Sense)
	}
	for _, o := range a.Outcomes {
		fmt.Fprintf(c.Out, "%s: %s: %s\n", o.File, o.Rule, o.Outcome)
		for _, m := range o.Missing {
			fmt.Fprintf(c.Out, "    missing: %s\n", command.Plain(m.String(), 200))
		}
	}
}
