// Package checktest tests rules: the rules of this module, and those of whoever writes their own.
//
// [Rules] holds every rule of a set against what a rule promises. [Findings] compares findings by rule
// and place, so that a test does not break when a sentence is polished.
package checktest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"attwork.example/att/check"
)

// Rules tests each rule of a set: that it shows a passing and a failing example, that the first passes
// and the second fails, that every finding has a message and a remedy with all arguments
// filled in, and that judging twice gives the same and leaves the programme as it was.
func Rules(t *testing.T, set check.Set) {
	t.Helper()
	for _, about := range set.Rules() {
		t.Run(about.ID, func(t *testing.T) {
			for _, fault := range Faults(set, about) {
				t.Error(fault)
			}
		})
	}
}

// Faults returns, in sentences, what is wrong with one rule of a set. It is what [Rules] reports.
func Faults(set check.Set, about check.About) []string {
	if about.Passing == nil || about.Failing == nil {
		return []string{"the rule has no passing or no failing example"}
	}
	only, err := set.Only(check.Choice{Rule: about.ID, Reason: "under test"})
	if err != nil {
		return []string{err.Error()}
	}
	faults := judge(only, about, "passing", about.Passing(), check.Passed)
	return append(faults, judge(only, about, "failing", about.Failing(), check.Failed)...)
}

func judge(set check.Set, about check.About, name string, ex check.Example, want check.Outcome) []string {
	var faults []string
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Sprintf("%s example: ", name)+fmt.Sprintf(format, args...))
	}
	if ex.Says == "" {
		fault("does not say what it shows")
	}
	before := fmt.Sprintf("%v", ex)
	o := check.Options{Date: about.From}
	report := run(set, ex, o)
	if got := report.Outcomes[0]; got.Outcome != want {
		fault("outcome is %q %v, want %q", got.Outcome, got.Missing, want)
	}
	for _, f := range report.Findings {
		for _, text := range []string{f.Message.String(), f.Remedy.String()} {
			if text == "" || strings.ContainsAny(text, "{}") {
				fault("message or remedy is empty or has an argument left open: %q", text)
			}
		}
	}
	if again := run(set, ex, o); fmt.Sprint(again) != fmt.Sprint(report) {
		fault("a second run gives another report")
	}
	if fmt.Sprintf("%v", ex) != before {
		fault("the rule changed the programme")
	}
	return faults
}

func run(set check.Set, ex check.Example, o check.Options) check.Report {
	if ex.Before.ID == "" {
		return set.Check(ex.Programme, o)
	}
	return set.CheckChange(ex.Before, ex.Programme, o)
}

// Want is a finding that a test expects, by rule and place.
type Want struct {
	Rule string
	Path check.Path
}

// Findings reports each expected finding that is missing, and each finding that nobody expects. Their
// order does not matter.
func Findings(t testing.TB, got []check.Finding, want ...Want) {
	t.Helper()
	rest := slices.Clone(want)
	for _, f := range got {
		i := slices.Index(rest, Want{f.Rule, f.Path})
		if i < 0 {
			t.Errorf("unexpected finding of %s at %q: %s", f.Rule, f.Path, f.Message)
			continue
		}
		rest = slices.Delete(rest, i, i+1)
	}
	for _, w := range rest {
		t.Errorf("missing finding of %s at %q", w.Rule, w.Path)
	}
}

// Outcome reports a rule that came to another outcome than wanted.
func Outcome(t testing.TB, report check.Report, rule string, want check.Outcome) {
	t.Helper()
	i := slices.IndexFunc(report.Outcomes, func(o check.RuleOutcome) bool { return o.Rule == rule })
	if i < 0 {
		t.Errorf("the report has no rule %s", rule)
	} else if got := report.Outcomes[i]; got.Outcome != want {
		t.Errorf("rule %s: outcome %q %v, want %q", rule, got.Outcome, got.Missing, want)
	}
}
