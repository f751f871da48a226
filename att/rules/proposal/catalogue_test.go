package proposal_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
)

// TestCoverage keeps text and code together: each passage of the draft has rules, belongs to an assessment, is
// left open, or has a reason why nothing in it can be checked; and a reason is stale once a rule cites the
// passage.
func TestCoverage(t *testing.T) {
	rules := map[string][]string{} // by passage
	for _, about := range all(proposal.Together).Rules() {
		for _, c := range about.Cites {
			if c.Text == proposal.Text {
				rules[c.Paragraph] = append(rules[c.Paragraph], about.ID)
			}
		}
	}
	open := map[string]bool{}
	for _, p := range proposal.Possibilities(att.Programme{}) {
		for _, c := range p.Cites {
			open[c.Paragraph] = true
		}
	}
	known := map[string]bool{}
	for _, p := range proposal.Passages() {
		require.False(t, known[p.Number], "passage %s stands twice", p.Number)
		known[p.Number] = true
		require.NotEmpty(t, p.Sense, p.Number)
		require.NotEmpty(t, p.Voice, p.Number)
		covered := len(rules[p.Number]) > 0
		switch {
		case p.Reason != "":
			assert.False(t, covered, "%s has a reason why nothing can be checked, and yet %v cite it", p.Number, rules[p.Number])
			assert.Empty(t, p.Assessment, p.Number)
		case p.Force == proposal.May:
			assert.False(t, covered, "%s says what may be done; %v must not judge it", p.Number, rules[p.Number])
			assert.True(t, open[p.Number], "%s says what may be done, and no possibility shows it", p.Number)
		default:
			assert.True(t, covered || p.Assessment != "", "%s has no rule, assessment or reason", p.Number)
		}
	}
	for number := range rules {
		assert.True(t, known[number], "rules cite passage %s, which the draft does not have", number)
	}
	for number := range open {
		assert.True(t, known[number], number)
	}
}

// TestPassagesAreTheDrafts holds the numbers of the passages against the paragraphs of the draft: 28, with
// sub-paragraphs a to d of 24 and 25 and a to e of 27.
func TestPassagesAreTheDrafts(t *testing.T) {
	var want []string
	for n := range 28 {
		number := string(rune('0'+(n+1)/10)) + string(rune('0'+(n+1)%10))
		number = strings.TrimPrefix(number, "0")
		want = append(want, number)
		for _, sub := range map[string]string{"24": "abcd", "25": "abcd", "27": "abcde"}[number] {
			want = append(want, number+string(sub))
		}
	}
	var got []string
	for _, p := range proposal.Passages() {
		number, _, _ := strings.Cut(p.Number, ".")
		if len(got) == 0 || got[len(got)-1] != number {
			got = append(got, number)
		}
	}
	got = slices.DeleteFunc(got, func(s string) bool { return s == "27" })
	want = slices.DeleteFunc(want, func(s string) bool { return s == "27" }) // its opening words only announce the advantages
	assert.Equal(t, want, got)
}

// TestSeverityFollowsForce holds each rule to the verb and the voice of the passage that it cites first.
func TestSeverityFollowsForce(t *testing.T) {
	most := map[proposal.Force]check.Severity{
		proposal.Noted: check.Note, proposal.Expected: check.Note, proposal.Should: check.Warning, proposal.Recommends: check.Error,
	}
	force := map[string]proposal.Force{}
	for _, p := range proposal.Passages() {
		force[p.Number] = p.Force
	}
	errors := []string{}
	for _, about := range all(proposal.Together).Rules() {
		first := about.Cites[0]
		assert.LessOrEqual(t, about.Severity, most[force[first.Paragraph]], "%s is more severe than %s allows", about.ID, first.Paragraph)
		assert.NotEmpty(t, about.Axis, about.ID)
		if about.Severity == check.Error {
			errors = append(errors, about.ID)
		}
		for _, threshold := range about.Thresholds {
			if threshold.Parameter() {
				assert.Equal(t, check.Note, about.Severity, about.ID)
				assert.NotEmpty(t, threshold.Value, "%s: this test sets every number", about.ID)
			}
		}
	}
	assert.Equal(t, []string{"proposal/25-five-days", "proposal/25-one-round", "proposal/25d-same-topic"}, errors, "only the bold sentence and 25d by id are errors")
	own := 0
	for _, about := range proposal.Rules(proposal.Options{}).Rules() {
		for _, threshold := range about.Thresholds {
			if threshold.Parameter() {
				assert.Empty(t, threshold.Value, "%s: the draft has no such number", about.ID)
				own++
			}
		}
	}
	assert.Equal(t, 6, own, "one for each of proposal.Numbers")
}

// TestIDs keeps ids well formed and never reused: those once published stand in testdata/ids.golden, which may
// only grow.
func TestIDs(t *testing.T) {
	form := regexp.MustCompile(`^proposal/[0-9]{1,2}[a-e]?(\.[0-9])?-[a-z]+(-[a-z]+)*$`)
	var ids []string
	for _, about := range all(proposal.Together).Rules() {
		assert.Regexp(t, form, about.ID)
		number, _, _ := strings.Cut(strings.TrimPrefix(about.ID, "proposal/"), "-")
		assert.True(t, slices.ContainsFunc(about.Cites, func(c att.Citation) bool {
			return c.Paragraph == number || strings.HasPrefix(c.Paragraph, number+".")
		}), "%s does not cite the paragraph in its name", about.ID)
		ids = append(ids, about.ID+" "+about.Severity.String())
	}
	golden(t, "testdata/ids.golden", strings.Join(ids, "\n")+"\n")
}

// TestTensions finds each tension in rules of both of its sides, or in a passage of a side that has no rule.
func TestTensions(t *testing.T) {
	carried := map[string][]string{}
	for _, about := range all(proposal.Together).Rules() {
		for _, tension := range about.Tensions {
			carried[tension] = append(carried[tension], about.ID)
		}
	}
	passages := map[string]bool{}
	for _, p := range proposal.Passages() {
		number, _, _ := strings.Cut(p.Number, ".")
		passages[p.Number], passages[number] = true, true
	}
	for _, tension := range proposal.Tensions() {
		assert.NotEmpty(t, carried[tension.Sense], tension.Sense)
		delete(carried, tension.Sense)
		for _, side := range tension.Sides {
			for _, number := range side {
				assert.True(t, passages[number], "%s stands in a tension and not in the draft", number)
			}
		}
	}
	assert.Empty(t, carried, "a rule carries a tension that the list does not have")
}

// TestConstructedProgramme: the constructed programme departs from nothing that the Committee recommends, must
// or should; and uses all but nothing of what may be.
func TestConstructedProgramme(t *testing.T) {
	csp9, ok := cycles.Programme("csp9")
	require.True(t, ok)
	report := all(proposal.Together).CheckChange(csp9, proposal.Programme(), check.Options{})
	for _, f := range report.Findings {
		assert.Fail(t, "the constructed programme departs", "%s %s %s", f.Rule, f.Path, f.Message)
	}
	unsure := map[string]bool{ // on the side of CSP9 nobody knows minutes or topics; nobody took part in what was never held
		"proposal/23-practical-share": true, "proposal/24a-fuller-mandate": true, "proposal/6-participation": true,
		"proposal/6-participation-share": true, "proposal/8-not-cost-cutting": true,
	}
	for _, o := range report.Outcomes {
		assert.Equal(t, unsure[o.Rule], o.Outcome == check.Undetermined, "%s: %s %v", o.Rule, o.Outcome, o.Missing)
	}
	for _, p := range proposal.Possibilities(proposal.Programme()) {
		assert.Equal(t, proposal.Used, p.Use, p.ID)
		assert.NotEmpty(t, p.Where, p.ID)
	}
}

func TestPossibilities(t *testing.T) {
	use := func(p att.Programme) map[string]proposal.Use {
		uses := map[string]proposal.Use{}
		for _, x := range proposal.Possibilities(p) {
			uses[x.ID] = x.Use
		}
		return uses
	}
	for id, u := range use(att.Programme{}) {
		assert.Equal(t, proposal.UseUnknown, u, id)
	}
	csp10, _ := cycles.Programme("csp10")
	got := use(csp10)
	assert.Equal(t, proposal.Used, got["24d-briefing"], "the forum's terms of reference allow it")
	assert.Equal(t, proposal.UseUnknown, got["26-online"], "nobody knows the consultations of CSP10")
	csp12, _ := cycles.Programme("csp12")
	assert.Equal(t, proposal.Used, use(csp12)["11-part-days"], "on 19 March 2026 two groups shared the day")
	p := proposal.Programme()
	p.Consultations = p.Consultations[:1] // one small group, online
	got = use(p)
	assert.Equal(t, proposal.Used, got["26-small-group"])
	assert.Equal(t, proposal.Used, got["26-online"])
	assert.Equal(t, proposal.NotUsed, got["26-regional"])
	assert.Equal(t, proposal.NotUsed, got["26-platform"])
	p.Consultations[0].Shape = ""
	assert.Equal(t, proposal.UseUnknown, use(p)["26-regional"])
}

// TestEveryRuleFires reads a small set of documents, and one pair, that together make every rule fire.
func TestEveryRuleFires(t *testing.T) {
	fired := map[string]bool{}
	fire := func(report check.Report) {
		for _, f := range report.Findings {
			fired[f.Rule] = true
			for _, text := range []string{f.Message.String(), f.Remedy.String()} {
				assert.NotEmpty(t, text)
				assert.NotContains(t, text, "{", f.Rule)
			}
			assert.Contains(t, f.Message.String(), "Departs from the draft's recommendation (paragraph", f.Rule)
			assert.NotContains(t, f.Message.String(), "violat", f.Rule)
			assert.True(t, strings.HasPrefix(f.Message.Key, f.Rule), "%s has the key %s", f.Rule, f.Message.Key)
		}
	}
	set := all(proposal.Together)
	crowded, bare, before := load(t, "crowded"), load(t, "bare"), load(t, "before")
	fire(set.Check(crowded, check.Options{}))
	fire(set.CheckChange(before, bare, check.Options{}))
	for _, about := range set.Rules() {
		assert.True(t, fired[about.ID], "no document makes %s fire", about.ID)
	}
}

func load(t *testing.T, name string) att.Programme {
	t.Helper()
	file, err := os.Open("testdata/" + name + ".json")
	require.NoError(t, err)
	defer file.Close()
	f, err := document.Read(name+".json", file)
	require.NoError(t, err)
	require.Empty(t, f.Shape(), "%s departs from the draft, not from the format", name)
	return f.Programme
}
