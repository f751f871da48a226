package attwork_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
)

// TestRulesDoc keeps docs/rules.md equal to the catalogue.
func TestRulesDoc(t *testing.T) {
	const name = "docs/rules.md"
	var b bytes.Buffer
	writeRules(&b)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, b.Bytes(), 0o644))
		return
	}
	got, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(got), "run go test . -run TestRulesDoc -update")
}

func writeRules(b *bytes.Buffer) {
	draft, observed := proposal.Rules(proposal.Options{}).Rules(), practice.Rules().Rules()
	applied := proposal.Rules(proposal.Options{Numbers: shown})
	b.WriteString(`# The rules, beside their text

Written from the catalogue by ` + "`go test . -run TestRulesDoc -update`" + `; do not edit.

The draft proposal of the Management Committee to the Ninth Conference of States Parties (2023) binds nobody, and what the
conference decided differs from it. A finding says that a programme departs from the draft's recommendation, and nothing more.
Severity follows the verb and the voice. The senses below are ours, from the Chinese text; they are no quotation.

## Passage by passage

| passage | voice | force | sense | covered by |
| --- | --- | --- | --- | --- |
`)
	for _, p := range proposal.Passages() {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", p.Number, p.Voice, p.Force, cell(p.Sense), cell(coverage(p, draft)))
	}
	b.WriteString("\n## Tensions\n\nWhere the draft pulls two ways, rules of both sides carry the same sentence.\n\n")
	for _, t := range proposal.Tensions() {
		fmt.Fprintf(b, "- %s Carried by: %s.\n", t.Sense, strings.Join(carriers(draft, t.Sense), ", "))
	}
	b.WriteString("\n## What may be done\n\nNever a finding; shown as used, not used or unknown.\n\n")
	for _, p := range proposal.Possibilities(att.Programme{}) {
		var numbers []string
		for _, c := range p.Cites {
			numbers = append(numbers, c.Paragraph)
		}
		fmt.Fprintf(b, "- `%s` (paragraph %s): %s\n", p.ID, strings.Join(numbers, ", "), p.Sense)
	}
	b.WriteString("\n## The rules of the draft\n")
	for _, about := range applied.Rules() {
		writeRule(b, applied, about)
	}
	b.WriteString("\n## The rules of practice since CSP10\n\nAn observed profile: all of them are notes.\n")
	for _, about := range observed {
		writeRule(b, practice.Rules(), about)
	}
}

func coverage(p proposal.Passage, rules []check.About) string {
	var by []string
	for _, about := range rules {
		if slices.ContainsFunc(about.Cites, func(c att.Citation) bool { return c.Text == proposal.Text && c.Paragraph == p.Number }) {
			by = append(by, link(about.ID))
		}
	}
	for _, x := range proposal.Possibilities(att.Programme{}) {
		if slices.ContainsFunc(x.Cites, func(c att.Citation) bool { return c.Paragraph == p.Number }) {
			by = append(by, "`"+x.ID+"` (may)")
		}
	}
	switch {
	case p.Assessment != "":
		by = append(by, "assessment: "+p.Assessment)
	case p.Reason != "":
		by = append(by, "nothing to check: "+p.Reason)
	}
	return strings.Join(by, "; ")
}

func carriers(rules []check.About, sense string) []string {
	var by []string
	for _, about := range rules {
		if slices.Contains(about.Tensions, sense) {
			by = append(by, link(about.ID))
		}
	}
	return by
}

func link(id string) string {
	return "[" + id + "](#" + strings.NewReplacer("/", "", ".", "").Replace(id) + ")"
}

// shown are the numbers with which the failing examples of rules that need one are judged here.
var shown = proposal.Numbers{Participation: 60, Practical: 50, Topics: 12, PaperDays: 14, ConsultationDays: 60, Reserve: 25}

func writeRule(b *bytes.Buffer, set check.Set, about check.About) {
	fmt.Fprintf(b, "\n### %s\n\n**%s.** %s\n\n", about.ID, about.Severity, about.Sense)
	if about.When != "" {
		fmt.Fprintf(b, "Applies to %s.\n", about.When)
	}
	if !about.From.IsZero() || !about.Until.IsZero() {
		fmt.Fprintf(b, "In force from %s until %s.\n", about.From, about.Until)
	}
	for _, t := range about.Thresholds {
		value := t.Value
		if t.Parameter() {
			value = "a model parameter of the caller, none by default (here " + value + ")"
		}
		fmt.Fprintf(b, "Threshold, %s: %s.\n", t.Name, value)
	}
	b.WriteString("\n")
	for _, c := range about.Cites {
		fmt.Fprintf(b, "- %s, %s (%s): %s\n", c.Text, c.Paragraph, c.Voice, c.Sense)
	}
	fmt.Fprintf(b, "- passes: %s\n- fails: %s\n", about.Passing().Says, about.Failing().Says)
	ex := about.Failing()
	report := set.CheckChange(ex.Before, ex.Programme, check.Options{Date: about.From})
	for _, f := range report.Findings {
		if f.Rule == about.ID {
			fmt.Fprintf(b, "    - at `%s`: %s *%s*\n", f.Path, f.Message, f.Remedy)
		}
	}
	for _, t := range about.Tensions {
		fmt.Fprintf(b, "- in tension: %s\n", t)
	}
}

// cell keeps a text inside one cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }
