package main

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/examples/internal/command"
)

// rule is one entry of the catalogue.
type rule struct {
	ID         string         `json:"id"`
	Severity   check.Severity `json:"severity"`
	Cites      []command.Cite `json:"cites"`
	Sense      string         `json:"sense"`
	Axis       check.Axis     `json:"axis"`
	When       string         `json:"when,omitempty"`
	From       *att.Date      `json:"from,omitempty"`
	Until      *att.Date      `json:"until,omitempty"`
	Thresholds []threshold    `json:"thresholds"`
	Tensions   []string       `json:"tensions"`
	Examples   []example      `json:"examples"`
}

// threshold is a number of a rule: the text's own, or a model parameter that the caller sets.
type threshold struct {
	Name      string `json:"name"`
	Value     string `json:"value,omitempty"`
	Parameter bool   `json:"parameter"`
	Paragraph string `json:"paragraph,omitempty"`
}

type example struct {
	Outcome check.Outcome `json:"outcome"`
	Says    string        `json:"says"`
}

func entry(about check.About) rule {
	r := rule{
		ID: about.ID, Severity: about.Severity, Cites: command.Cites(about.Cites), Sense: about.Sense, Axis: about.Axis, When: about.When,
		Thresholds: []threshold{}, Tensions: append([]string{}, about.Tensions...), Examples: []example{},
	}
	if !about.From.IsZero() {
		r.From = &about.From
	}
	if !about.Until.IsZero() {
		r.Until = &about.Until
	}
	for _, t := range about.Thresholds {
		r.Thresholds = append(r.Thresholds, threshold{Name: t.Name, Value: t.Value, Parameter: t.Parameter(), Paragraph: t.Cite.Paragraph})
	}
	if about.Passing != nil && about.Failing != nil {
		r.Examples = append(r.Examples, example{check.Passed, about.Passing().Says}, example{check.Failed, about.Failing().Says})
	}
	return r
}

func catalogue(c *command.Call, set check.Set) error {
	list := []rule{}
	for _, about := range set.Rules() {
		list = append(list, entry(about))
	}
	if c.JSON {
		return c.WriteJSON(map[string][]rule{"rules": list})
	}
	for _, r := range list {
		var paragraphs []string
		for _, cite := range r.Cites {
			paragraphs = append(paragraphs, cite.Paragraph+" "+string(cite.Voice))
		}
		fmt.Fprintf(c.Out, "%s (%s; paragraph %s)\n    %s\n", r.ID, r.Severity, strings.Join(paragraphs, ", "), r.Sense)
		if r.When != "" {
			fmt.Fprintf(c.Out, "    applies to %s\n", r.When)
		}
		if r.From != nil || r.Until != nil {
			fmt.Fprintf(c.Out, "    in force %s\n", interval(r.From, r.Until))
		}
		for _, t := range r.Thresholds {
			fmt.Fprintf(c.Out, "    %s: %s\n", t.Name, t.words())
		}
		for _, e := range r.Examples {
			fmt.Fprintf(c.Out, "    %s: %s\n", e.Outcome, e.Says)
		}
		for _, t := range r.Tensions {
			fmt.Fprintf(c.Out, "    in tension: %s\n", t)
		}
	}
	return nil
}

func (t threshold) words() string {
	switch {
	case !t.Parameter:
		return t.Value + " (paragraph " + t.Paragraph + ")"
	case t.Value == "":
		return "a model parameter that is not set"
	}
	return t.Value + " (a model parameter, as set)"
}

func interval(from, until *att.Date) string {
	var parts []string
	if from != nil {
		parts = append(parts, "from "+from.String())
	}
	if until != nil {
		parts = append(parts, "until "+until.String())
	}
	return strings.Join(parts, " ")
}
