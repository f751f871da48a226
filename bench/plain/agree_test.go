package plain_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/guidance"
	"attwork.example/att/rules/proposal"
	"attwork.example/bench/plain"
	"attwork.example/bench/synthetic"
)

var (
	set      = proposal.Rules(proposal.Options{Numbers: proposal.Numbers{Participation: 60, Practical: 50, Topics: 12, PaperDays: 14, ConsultationDays: 60, Reserve: 25}})
	register = guidance.Register()
)

// line is what both implementations must agree on: everything but the wording.
type line struct {
	rule, path, related string
	severity, args      int
}

func ofRules(p att.Programme) (lines []line, outcomes map[string]string) {
	report := set.Check(p, check.Options{})
	for _, f := range report.Findings {
		lines = append(lines, line{f.Rule, string(f.Path), fmt.Sprint(f.Related), int(f.Severity), len(f.Message.Args)})
	}
	outcomes = map[string]string{}
	for _, o := range report.Outcomes {
		outcomes[o.Rule] = fmt.Sprint(o.Outcome, ", missing ", len(o.Missing))
	}
	return lines, outcomes
}

func ofPlain(p att.Programme) (lines []line, outcomes map[string]string) {
	report := plain.Check(p, plain.Options{Register: register, Titles: true})
	for _, f := range report.Findings {
		lines = append(lines, line{f.Rule, f.Path, fmt.Sprint(f.Related), f.Severity, len(f.Args)})
	}
	outcomes = map[string]string{}
	for _, o := range report.Outcomes {
		outcomes[o.Rule] = fmt.Sprint(o.Verdict, ", missing ", len(o.Missing))
	}
	return lines, outcomes
}

func agree(t *testing.T, p att.Programme, name string) {
	t.Helper()
	wantLines, wantOutcomes := ofRules(p)
	lines, outcomes := ofPlain(p)
	require.Equal(t, wantOutcomes, outcomes, name)
	require.Equal(t, wantLines, lines, name)
}

// TestAgreesOnWholeProgrammes: the rules and the plain function say the same, in the same order.
func TestAgreesOnWholeProgrammes(t *testing.T) {
	for _, n := range []int{0, 1, 12, 40, 200, 1000} {
		agree(t, synthetic.Programme(n), fmt.Sprint(n, " topics"))
	}
	for _, id := range cycles.Names() {
		p, ok := cycles.Programme(id)
		require.True(t, ok, id)
		agree(t, p, id)
	}
	agree(t, proposal.Programme(), "proposal")
	agree(t, att.Programme{}, "nothing known")
	for _, about := range set.Rules() {
		agree(t, about.Passing().Programme, about.ID+", passing")
		agree(t, about.Failing().Programme, about.ID+", failing")
	}
}

// TestAgreesOnMutations changes, forgets and empties fields at random, with a fixed seed, and expects that both
// still say the same.
func TestAgreesOnMutations(t *testing.T) {
	seen := map[string]bool{}
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 25))
		p := synthetic.Programme(8 + r.IntN(60))
		if seed%3 == 0 {
			p = proposal.Programme()
		}
		for range 1 + r.IntN(30) {
			mutate(r, reflect.ValueOf(&p).Elem())
		}
		agree(t, p, fmt.Sprint("seed ", seed))
		_, outcomes := ofPlain(p)
		for rule, o := range outcomes {
			seen[rule+" "+o[:4]] = true
		}
	}
	open := 0
	for _, about := range set.Rules() {
		onChange := []string{"proposal/23-practical-share", "proposal/24a-fuller-mandate", "proposal/24a-progressive", "proposal/6-participation", "proposal/7-open-change", "proposal/8-not-cost-cutting"}
		if slices.Contains(onChange, about.ID) {
			continue
		}
		for _, verdict := range []string{"pass", "fail", "unde"} {
			if !seen[about.ID+" "+verdict] {
				t.Log(about.ID, verdict)
				open++
			}
		}
	}
	assert.LessOrEqual(t, open, 4, "the mutations no longer reach nearly every outcome of every rule")
}

// TestSubset: what the plain function says of the rules that engines can say as well is what it says of them among
// all others.
func TestSubset(t *testing.T) {
	for _, twice := range []bool{true, false} {
		p := synthetic.Programme(200)
		subset := plain.Subset(p, twice)
		met := map[string]bool{}
		for _, f := range subset {
			met[f.Rule] = true
		}
		assert.Equal(t, twice, met["proposal/25d-same-topic"])
		var want []plain.Finding
		for _, f := range plain.Check(p, plain.Options{}).Findings {
			if met[f.Rule] {
				want = append(want, f)
			}
		}
		assert.Equal(t, want, subset)
	}
}

// TestCanDisagree: the comparison notices one topic with one article less, a date that is a day later, and a
// programme of which one rule is told something else.
func TestCanDisagree(t *testing.T) {
	for name, change := range map[string]func(*att.Programme){
		"a topic on cases becomes one on policy": func(p *att.Programme) { p.Bodies[6].Mandate.Topics[1].Focus = att.Policy },
		"the conference before ends later":       func(p *att.Programme) { p.Conference.CycleStart = att.MustDate("2024-02-01") },
		"a topic loses its focus":                func(p *att.Programme) { p.Bodies[0].Mandate.Topics[1].Focus = "" },
	} {
		p, other := synthetic.Programme(200), synthetic.Programme(200)
		change(&other)
		lines, outcomes := ofRules(p)
		otherLines, otherOutcomes := ofPlain(other)
		assert.False(t, reflect.DeepEqual(lines, otherLines) && reflect.DeepEqual(outcomes, otherOutcomes), name)
	}
}

// mutate walks down to a random field, and forgets it, empties it, or gives it the value of its like elsewhere.
func mutate(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[att.Date]() {
			d := v.Addr().Interface().(*att.Date)
			*d = d.AddDays(r.IntN(200) - 100)
			return
		}
		if v.Type() == reflect.TypeFor[att.Clock]() || v.Type() == reflect.TypeFor[att.Count]() {
			v.SetZero()
			return
		}
		f := v.Type().Field(r.IntN(v.NumField()))
		if f.Name == "ID" || f.Name == "Provenance" {
			return // ids stay unique
		}
		if fv := v.FieldByIndex(f.Index); r.IntN(6) == 0 {
			fv.SetZero()
		} else {
			mutate(r, fv)
		}
	case reflect.Slice:
		switch n := v.Len(); {
		case n == 0:
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		case r.IntN(12) == 0:
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		case r.IntN(6) == 0:
			v.Set(v.Slice(0, n-1))
		default:
			mutate(r, v.Index(r.IntN(n)))
		}
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(int64(r.IntN(200)))
	case reflect.String:
		if words := vocabulary[v.Type()]; words != nil {
			v.SetString(words[r.IntN(len(words))])
		}
	}
}

var vocabulary = map[reflect.Type][]string{
	reflect.TypeFor[att.Format]():       {"in-person", "in-person+stream", "hybrid", "virtual", "written", "platform", "cancelled", ""},
	reflect.TypeFor[att.BodyKind]():     {"conference", "preparatory-meeting", "working-group", "sub-working-group", "forum", "fund", ""},
	reflect.TypeFor[att.Role]():         {"wgeti", "wgtr", "wgtu", "dief", "voluntary-trust-fund", "secretariat", ""},
	reflect.TypeFor[att.Access]():       {"members", "states", "governments", "open", ""},
	reflect.TypeFor[att.Focus]():        {"national-practice", "impact", "cooperation-and-assistance", "policy", "operational-case", ""},
	reflect.TypeFor[att.Outcome]():      {"exchange", "tool", "report", ""},
	reflect.TypeFor[att.Office]():       {"president", "chair", "head-of-secretariat", ""},
	reflect.TypeFor[att.DocumentKind](): {"background-paper", "national-working-paper", "chair-report", "guidance", "report", ""},
	reflect.TypeFor[att.LineSort]():     {"contributes-to", "reports-to"},
	reflect.TypeFor[string]():           {"wgeti", "wgtr", "wgtu", "dief", "ipm", "topic-00004", "topic-00008", "round-1", "pressing", "vtf", "secretariat", "control-system", "bodies[wgeti].mandate.topics", "documents", "consultations", "reviews", "bodies[wgtr].lines", ""},
}
