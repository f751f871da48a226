package engines_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/bench/engines"
	"attwork.example/bench/synthetic"
)

var set = proposal.Rules(proposal.Options{})

// programmes returns those on which the engines must agree with the rules: among them each rule's own examples.
func programmes(t *testing.T) map[string]att.Programme {
	list := map[string]att.Programme{"proposal": proposal.Programme(), "nothing known": {}, "40 topics": synthetic.Programme(40), "200 topics": synthetic.Programme(200)}
	for _, name := range cycles.Names() {
		p, ok := cycles.Programme(name)
		require.True(t, ok, name)
		list[name] = p
	}
	for _, about := range set.Rules() {
		list[about.ID+", passing"] = about.Passing().Programme
		list[about.ID+", failing"] = about.Failing().Programme
	}
	return list
}

// expected counts the findings of each rule. That one round takes two trips is what no engine can say.
func expected(p att.Programme) map[string]int {
	found := map[string]int{}
	for _, f := range set.Check(p, check.Options{}).Findings {
		if f.Message.Key != "proposal/25-one-round.trips" {
			found[f.Rule]++
		}
	}
	return found
}

func TestEnginesAgree(t *testing.T) {
	checks := engines.All()
	departs, passes := map[string]bool{}, map[string]bool{}
	for _, mode := range []engines.Mode{engines.Verdicts, engines.Places} {
		cel, err := engines.NewCEL(checks, mode)
		require.NoError(t, err)
		expr, err := engines.NewExpr(checks, mode)
		require.NoError(t, err)
		for name, p := range programmes(t) {
			want := expected(p)
			view := engines.NewView(p)
			input, err := cel.Input(view)
			require.NoError(t, err)
			ofCEL, err := cel.Run(input, nil)
			require.NoError(t, err)
			ofExpr, err := expr.Run(&view, nil)
			require.NoError(t, err)
			assert.Equal(t, ofCEL, ofExpr, name)
			for i, c := range checks {
				assert.Equal(t, want[c.Rule] > 0, ofCEL[i].Departs, "%s: %s", name, c.Rule)
				if mode == engines.Places && c.List != "" {
					assert.Equal(t, want[c.Rule], ofCEL[i].Places, "%s: %s", name, c.Rule)
				}
				departs[c.Rule] = departs[c.Rule] || ofCEL[i].Departs
				passes[c.Rule] = passes[c.Rule] || !ofCEL[i].Departs
			}
		}
	}
	for _, c := range checks {
		assert.True(t, departs[c.Rule], "no programme departs from %s, so the test proves little", c.Rule)
		assert.True(t, passes[c.Rule], "no programme passes %s, so the test proves little", c.Rule)
	}
}

// TestEnginesCanDisagree: the comparison notices an engine that says something else.
func TestEnginesCanDisagree(t *testing.T) {
	p := synthetic.Programme(40)
	checks := engines.Simple()
	for i := range checks {
		if checks[i].Rule == "proposal/10.5-existing-tools" {
			checks[i].CEL = `x.Working && x.Outcome == "exchange"`
		}
	}
	cel, err := engines.NewCEL(checks, engines.Places)
	require.NoError(t, err)
	input, err := cel.Input(engines.NewView(p))
	require.NoError(t, err)
	answers, err := cel.Run(input, nil)
	require.NoError(t, err)
	assert.NotEqual(t, expected(p)["proposal/10.5-existing-tools"], answers[0].Places)
}
