package proposal_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// letters stand for outcomes in the golden table.
var letters = map[check.Outcome]string{
	check.Passed: "P", check.Failed: "F", check.NotApplicable: ".", check.Undetermined: "?", check.NotInForce: "-",
}

// TestCorpus holds every real cycle, and the change to it from the cycle before, against the draft, with the
// numbers of this test set, and against practice. The table in testdata was reviewed line by line against the facts: what a real
// cycle does not tell is undetermined, and neither passes nor fails.
func TestCorpus(t *testing.T) {
	set, err := all(proposal.Together).Join(practice.Rules())
	require.NoError(t, err)
	names := append(cycles.Names(), proposal.Name)
	columns := make([]map[string]check.Outcome, len(names))
	for i, name := range names {
		report := reportOn(t, set, names, i)
		columns[i] = map[string]check.Outcome{}
		for _, o := range report.Outcomes {
			columns[i][o.Rule] = o.Outcome
			require.Equal(t, o.Outcome == check.Undetermined, len(o.Missing) > 0 && o.Outcome != check.Failed, "%s %s says what is missing, and only then", name, o.Rule)
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "P passed, F failed, . not applicable, ? undetermined, - not in force\n%-36s %s\n", "", strings.Join(names, " "))
	for _, about := range set.Rules() {
		fmt.Fprintf(&table, "%-36s", about.ID)
		for i, name := range names {
			fmt.Fprintf(&table, " %-*s", len(name), letters[columns[i][about.ID]])
		}
		table.WriteString("\n")
	}
	golden(t, "testdata/cycles.golden", strings.ReplaceAll(table.String(), " \n", "\n"))
}

// reportOn checks a cycle with the one before it; the first one alone, and the constructed one after CSP9.
func reportOn(t *testing.T, set check.Set, names []string, i int) check.Report {
	load := func(name string) att.Programme {
		if name == proposal.Name {
			return proposal.Programme()
		}
		p, ok := cycles.Programme(name)
		require.True(t, ok, name)
		return p
	}
	switch {
	case names[i] == proposal.Name:
		return set.CheckChange(load("csp9"), load(names[i]), check.Options{})
	case i == 0:
		return set.Check(load(names[i]), check.Options{})
	}
	return set.CheckChange(load(names[i-1]), load(names[i]), check.Options{})
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), got, "review the change, then run the test with -update")
}
