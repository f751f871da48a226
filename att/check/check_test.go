package check_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
)

var cites = []att.Citation{{Text: "some-text", Paragraph: "3"}}

// rule returns a rule on the rounds of a programme.
func rule(id string, judge func(check.In[att.Round]) check.Result) check.Rule[att.Round] {
	return check.Rule[att.Round]{
		About: check.About{ID: id, Sense: "Something.", Severity: check.Warning, Cites: cites},
		Check: judge,
	}
}

func fails(in check.In[att.Round]) check.Result {
	return in.Departs(check.Say("Round {id} departs.", check.Text("id", in.Value.ID)), check.Say("Do better."))
}
func passes(check.In[att.Round]) check.Result  { return check.Result{} }
func unsure(check.In[att.Round]) check.Result  { return check.Missing(check.Say("the hours")) }
func crashes(check.In[att.Round]) check.Result { panic("index out of range\x1b[31m") }

func set(t *testing.T, rules ...check.AnyRule) check.Set {
	t.Helper()
	s, err := check.NewSet(rules...)
	require.NoError(t, err)
	return s
}

func rounds(ids ...string) att.Programme {
	p := att.Programme{ID: "p", Rounds: []att.Round{}}
	for _, id := range ids {
		p.Rounds = append(p.Rounds, att.Round{ID: id})
	}
	return p
}

func outcomes(r check.Report) []check.Outcome {
	var list []check.Outcome
	for _, o := range r.Outcomes {
		list = append(list, o.Outcome)
	}
	return list
}

func TestOutcomes(t *testing.T) {
	mixed := func(first, second func(check.In[att.Round]) check.Result) func(check.In[att.Round]) check.Result {
		return func(in check.In[att.Round]) check.Result {
			if in.Value.ID == "a" {
				return first(in)
			}
			return second(in)
		}
	}
	for name, c := range map[string]struct {
		judge func(check.In[att.Round]) check.Result
		want  check.Outcome
	}{
		"all pass":                 {passes, check.Passed},
		"one fails":                {mixed(passes, fails), check.Failed},
		"one is undetermined":      {mixed(passes, unsure), check.Undetermined},
		"failed wins":              {mixed(unsure, fails), check.Failed},
		"a fault is undetermined":  {mixed(passes, crashes), check.Undetermined},
		"failed wins over a fault": {mixed(crashes, fails), check.Failed},
		"findings win over what lacks": {func(in check.In[att.Round]) check.Result {
			r := fails(in)
			r.Missing = []check.Message{check.Say("x")}
			return r
		}, check.Failed},
	} {
		report := set(t, rule("some-text/rule", c.judge)).Check(rounds("a", "b"), check.Options{})
		assert.Equal(t, c.want, report.Outcomes[0].Outcome, name)
	}
	s := set(t, rule("some-text/rule", fails))
	assert.Equal(t, check.NotApplicable, s.Check(rounds(), check.Options{}).Outcomes[0].Outcome, "no round")
	some := rule("some-text/rule", fails)
	some.Applies = func(in check.In[att.Round]) bool { return in.Value.ID == "b" }
	report := set(t, some).Check(rounds("a", "b"), check.Options{})
	require.Len(t, report.Findings, 1)
	assert.Equal(t, check.Path("rounds[b]"), report.Findings[0].Path)
	some.Applies = func(check.In[att.Round]) bool { return false }
	assert.Equal(t, check.NotApplicable, set(t, some).Check(rounds("a"), check.Options{}).Outcomes[0].Outcome)
}

func TestFaultyRuleIsNamed(t *testing.T) {
	report := set(t, rule("some-text/bad", crashes), rule("some-text/good", fails)).Check(rounds("a"), check.Options{})
	assert.Equal(t, []check.Outcome{check.Undetermined, check.Failed}, outcomes(report))
	assert.Contains(t, report.Outcomes[0].Missing[0].String(), "index out of range")
	require.Len(t, report.Findings, 2)
	fault := report.Findings[1]
	assert.Equal(t, "some-text/bad", fault.Rule)
	assert.Equal(t, check.Note, fault.Severity, "a faulty rule says nothing of the document")
	assert.Contains(t, fault.Message.String(), "some-text/bad is faulty")
	assert.NotContains(t, fault.Message.String(), "\x1b")
	crash := rule("some-text/bad", passes)
	crash.Applies = func(check.In[att.Round]) bool { panic("no") }
	assert.Equal(t, check.Undetermined, set(t, crash).Check(rounds("a"), check.Options{}).Outcomes[0].Outcome)
}

func TestInForce(t *testing.T) {
	dated := rule("some-text/dated", fails)
	dated.From, dated.Until = att.MustDate("2024-01-01"), att.MustDate("2024-12-31")
	s := set(t, dated)
	p := rounds("a")
	for day, want := range map[string]check.Outcome{
		"2023-12-31": check.NotInForce, "2024-01-01": check.Failed, "2024-12-31": check.Failed, "2025-01-01": check.NotInForce,
	} {
		assert.Equal(t, want, s.Check(p, check.Options{Date: att.MustDate(day)}).Outcomes[0].Outcome, day)
	}
	assert.Equal(t, check.Undetermined, s.Check(p, check.Options{}).Outcomes[0].Outcome, "nobody knows the day")
	p.Conference.Start = att.MustDate("2025-08-25")
	assert.Equal(t, check.NotInForce, s.Check(p, check.Options{}).Outcomes[0].Outcome, "the day of the conference counts")
	assert.Equal(t, check.Failed, set(t, rule("some-text/always", fails)).Check(rounds("a"), check.Options{}).Outcomes[0].Outcome)
}

func TestLevels(t *testing.T) {
	about := func(id string) check.About {
		return check.About{ID: "some-text/" + id, Sense: "s", Severity: check.Note, Cites: cites}
	}
	var seen []string
	var pass check.Result
	note := func(level string, p check.Path) { seen = append(seen, level+" "+string(p)) }
	s := set(t,
		check.Rule[att.Programme]{About: about("1"), Check: func(in check.In[att.Programme]) check.Result { note("programme", in.Path); return pass }},
		check.Rule[att.Body]{About: about("2"), Check: func(in check.In[att.Body]) check.Result { note("body", in.Path); return pass }},
		check.Rule[att.Mandate]{About: about("3"), Check: func(in check.In[att.Mandate]) check.Result { note("mandate of "+in.Body().ID, in.Path); return pass }},
		check.Rule[att.Topic]{About: about("4"), Check: func(in check.In[att.Topic]) check.Result { note("topic of "+in.Body().ID, in.Path); return pass }},
		check.Rule[att.Round]{About: about("5"), Check: func(in check.In[att.Round]) check.Result { note("round", in.Path); return pass }},
		check.Rule[check.Change]{About: about("6"), Check: func(in check.In[check.Change]) check.Result {
			note(fmt.Sprintf("change from %s to %s, %s and %s rounds", in.Value.Before.ID, in.Value.After.ID, in.Value.MeasuresBefore.Rounds, in.Measures().Rounds), in.Path)
			return pass
		}},
	)
	p := rounds("r1")
	p.Bodies = []att.Body{
		{ID: "wgeti", Mandate: att.Mandate{Topics: []att.Topic{{ID: "t1"}, {ID: "t1"}, {}}}},
		{ID: "wgeti"},
		{ID: "No Id"},
	}
	report := s.Check(p, check.Options{})
	assert.Equal(t, []string{
		"programme ", "body bodies[wgeti]", "body bodies[#2]", "body bodies[#3]", "mandate of wgeti bodies[wgeti].mandate",
		"topic of wgeti bodies[wgeti].mandate.topics[t1]", "topic of wgeti bodies[wgeti].mandate.topics[#2]",
		"topic of wgeti bodies[wgeti].mandate.topics[#3]", "round rounds[r1]",
	}, seen)
	assert.Equal(t, check.NotApplicable, report.Outcomes[5].Outcome, "there is no programme before")
	seen = nil
	before := rounds("r1", "r2")
	before.ID = "old"
	s.CheckChange(before, p, check.Options{})
	assert.Contains(t, seen, "change from old to p, 2 and 1 rounds ")
}

func TestAgenda(t *testing.T) {
	day := att.WorkingDay(att.MustDate("2024-04-15"))
	day.Sittings[0].Items = []att.Item{{Topic: "a", Bodies: []string{"x"}}, {Topic: "a", Bodies: []string{"x"}}}
	day.Sittings[1].Items = []att.Item{{Topic: "b", Bodies: []string{"x"}}}
	day.Sittings[1].Format = att.Cancelled
	p := rounds("r1", "r2")
	p.Rounds[0].Days = []att.Day{day, {Sittings: []att.Sitting{{ID: "s", Items: []att.Item{{Topic: "c"}}}}}}
	p.Rounds[1].Days = []att.Day{day}
	p.Rounds[1].Format = att.Cancelled
	var paths []check.Path
	s := set(t, check.Rule[att.Programme]{
		About: check.About{ID: "some-text/a", Sense: "s", Severity: check.Note, Cites: cites},
		Check: func(in check.In[att.Programme]) check.Result {
			for _, it := range in.Agenda() {
				paths = append(paths, it.Path)
			}
			assert.Len(t, in.Rounds(), 2)
			assert.Empty(t, in.Bodies())
			assert.Empty(t, in.Topics())
			assert.Equal(t, "p", in.Programme().ID)
			return check.Result{}
		},
	})
	s.Check(p, check.Options{})
	assert.Equal(t, []check.Path{
		"rounds[r1].days[2024-04-15].sittings[2024-04-15-am].items[a]",
		"rounds[r1].days[2024-04-15].sittings[2024-04-15-am].items[#2]",
		"rounds[r1].days[#2].sittings[s].items[c]",
	}, paths)
}

func TestNewSetRefuses(t *testing.T) {
	good := rule("some-text/rule", passes)
	for name, change := range map[string]func(*check.Rule[att.Round]){
		"id":       func(r *check.Rule[att.Round]) { r.ID = "rule" },
		"slug":     func(r *check.Rule[att.Round]) { r.ID = "some-text/Rule" },
		"severity": func(r *check.Rule[att.Round]) { r.Severity = 0 },
		"too far":  func(r *check.Rule[att.Round]) { r.Severity = check.Error + 1 },
		"sense":    func(r *check.Rule[att.Round]) { r.Sense = "" },
		"cites":    func(r *check.Rule[att.Round]) { r.Cites = nil },
		"check":    func(r *check.Rule[att.Round]) { r.Check = nil },
	} {
		bad := good
		change(&bad)
		_, err := check.NewSet(bad)
		assert.Error(t, err, name)
	}
	_, err := check.NewSet(good, good)
	assert.ErrorContains(t, err, "two rules have the id some-text/rule")
	s := set(t, good)
	_, err = s.Add(good)
	assert.Error(t, err, "taken in the set already")
	assert.Len(t, s.Rules(), 1)
}

func TestSelection(t *testing.T) {
	s := set(t, rule("some-text/b", fails), rule("some-text/a", fails), rule("some-text/c", fails))
	p := rounds("r1")
	without, err := s.Without(check.Choice{Rule: "some-text/b", Reason: "decided otherwise by CSP9"})
	require.NoError(t, err)
	report := without.Check(p, check.Options{})
	assert.Len(t, report.Outcomes, 2)
	assert.Equal(t, []check.Choice{{Rule: "some-text/b", Reason: "decided otherwise by CSP9"}}, report.Off)
	only, err := without.Only(check.Choice{Rule: "some-text/c", Reason: "the question at hand"})
	require.NoError(t, err)
	report = only.Check(p, check.Options{})
	assert.Equal(t, "some-text/c", report.Outcomes[0].Rule)
	assert.Len(t, report.Off, 2, "what was switched off before stays listed")
	louder, err := s.WithSeverity(check.Choice{Rule: "some-text/c", Severity: check.Error, Reason: "our government insists"})
	require.NoError(t, err)
	report = louder.Check(p, check.Options{})
	assert.Equal(t, "some-text/c", report.Findings[0].Rule)
	assert.Equal(t, check.Error, report.Worst())
	assert.Equal(t, check.Warning, s.Check(p, check.Options{}).Worst(), "the set itself is unchanged")
	assert.Len(t, s.Check(p, check.Options{}).Outcomes, 3)
	assert.Zero(t, set(t).Check(p, check.Options{}).Worst())

	for name, choose := range map[string]func(...check.Choice) (check.Set, error){"only": s.Only, "without": s.Without, "severity": s.WithSeverity} {
		_, err := choose(check.Choice{Rule: "some-text/none", Reason: "x", Severity: check.Note})
		assert.ErrorIs(t, err, check.ErrNoRule, name)
		_, err = choose(check.Choice{Rule: "some-text/a", Reason: " ", Severity: check.Note})
		assert.ErrorContains(t, err, "no reason", name)
	}
	_, err = s.WithSeverity(check.Choice{Rule: "some-text/a", Reason: "x"})
	assert.ErrorContains(t, err, "severity")
}

func TestSetFillsInFindings(t *testing.T) {
	quiet := rule("some-text/rule", func(in check.In[att.Round]) check.Result {
		r := fails(in)
		r.Findings[0].Severity = check.Note
		r.Findings = append(r.Findings, check.Finding{Severity: check.Error, Message: check.Say("more").Keyed("some-text/rule.more")})
		return r
	})
	f := set(t, quiet).Check(rounds("a"), check.Options{}).Findings
	require.Len(t, f, 2)
	assert.Equal(t, check.Warning, f[0].Severity, "no finding is more severe than its rule")
	assert.Equal(t, "some-text/rule.more", f[0].Message.Key)
	assert.Equal(t, check.Path("rounds[a]"), f[0].Path)
	assert.Empty(t, f[0].Remedy.Key)
	assert.Equal(t, check.Note, f[1].Severity, "but it may be milder")
	assert.Equal(t, "some-text/rule", f[1].Rule)
	assert.Equal(t, "some-text/rule", f[1].Message.Key)
	assert.Equal(t, "some-text/rule.remedy", f[1].Remedy.Key)
	assert.Equal(t, cites, f[1].Cites)
}

func TestSetKeepsItsOwn(t *testing.T) {
	s := set(t, rule("some-text/rule", fails))
	report := s.Check(rounds("a"), check.Options{})
	report.Findings[0].Cites[0].Paragraph = "mine"
	s.Rules()[0].Cites[0].Paragraph = "mine"
	assert.Equal(t, "3", s.Check(rounds("a"), check.Options{}).Findings[0].Cites[0].Paragraph)
	assert.Equal(t, "3", s.Rules()[0].Cites[0].Paragraph)
}

// TestOrder shuffles findings and expects one order.
func TestOrder(t *testing.T) {
	var list []check.Finding
	for _, s := range []check.Severity{check.Error, check.Note} {
		for _, r := range []string{"a/a", "a/b"} {
			for _, p := range []check.Path{"p", "q"} {
				for _, rel := range [][]check.Path{nil, {"x"}} {
					for _, m := range []string{"m", "n"} {
						list = append(list, check.Finding{Severity: s, Rule: r, Path: p, Related: rel, Message: check.Say(m)})
					}
				}
			}
		}
	}
	for shift := range list {
		shuffled := slices.Concat(list[shift:], list[:shift])
		slices.Reverse(shuffled)
		check.Sort(shuffled)
		require.Equal(t, list, shuffled)
	}
}

func TestPath(t *testing.T) {
	p := check.Path("").Field("bodies").ID("wgeti", 0).Field("mandate").Field("topics").ID("a b]", 4)
	assert.Equal(t, check.Path("bodies[wgeti].mandate.topics[#5]"), p)
	assert.Equal(t, []string{"bodies", "[wgeti]", "mandate", "topics", "[#5]"}, p.Steps())
	assert.Empty(t, check.Path("").Steps())
	assert.Equal(t, []string{"days", "[2024-04-15]"}, check.Path("days[2024-04-15]").Steps())
	ids := []string{"a", "a", "", "b"}
	assert.Equal(t, []check.Path{"x[a]", "x[#2]", "x[#3]", "x[b]"}, check.Path("x").Elements(4, func(i int) string { return ids[i] }))
}

func TestMessages(t *testing.T) {
	m := check.Say("{n} days from {day} at {place}: {title}",
		check.Number("n", 3), check.Date("day", att.MustDate("2024-04-15")), check.Place("place", "rounds[r1]"), check.Text("title", "x{n}"))
	assert.Equal(t, "3 days from 2024-04-15 at rounds[r1]: x{n}", m.String(), "an argument is not searched for arguments")
	assert.True(t, check.Message{}.IsZero())
	assert.False(t, m.IsZero())
	hostile := check.Text("t", "a\x1b[31m\u202eb\u2066\u200f\x00\n\u2028c\ufffd")
	assert.Equal(t, "a[31mbc", hostile.String())
	long := check.Text("t", strings.Repeat("é", 1<<19))
	assert.Less(t, len(long.String()), 250)
	assert.True(t, strings.HasSuffix(long.String(), "…"))
	for s, want := range map[check.Severity]string{0: "invalid", check.Note: "note", check.Warning: "warning", check.Error: "error", 9: "invalid"} {
		assert.Equal(t, want, s.String())
	}
}

func TestSetIsSafeForConcurrentUse(t *testing.T) {
	s := set(t, rule("some-text/a", fails), rule("some-text/b", crashes), rule("some-text/c", unsure))
	want := s.Check(rounds("a", "b"), check.Options{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			less, err := s.Without(check.Choice{Rule: "some-text/a", Reason: "x"})
			assert.NoError(t, err)
			assert.Len(t, less.Rules(), 2)
			assert.Equal(t, want, s.Check(rounds("a", "b"), check.Options{}))
		})
	}
	wg.Wait()
}
