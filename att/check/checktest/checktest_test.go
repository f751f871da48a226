package checktest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
)

// fewRounds allows at most one round.
func fewRounds() check.Rule[att.Programme] {
	example := func(says string, rounds int) func() check.Example {
		return func() check.Example {
			return check.Example{Says: says, Programme: att.Programme{ID: "p", Rounds: make([]att.Round, rounds)}}
		}
	}
	return check.Rule[att.Programme]{
		About: check.About{
			ID: "our-mission/1-few-rounds", Severity: check.Note, Sense: "At most one round.",
			Cites:   []att.Citation{{Text: "our-mission", Paragraph: "1"}},
			Passing: example("One round.", 1), Failing: example("Two rounds.", 2),
		},
		Check: func(in check.In[att.Programme]) check.Result {
			if len(in.Programme().Rounds) > 1 {
				return in.Departs(check.Say("Too many rounds."), check.Say("Join them."))
			}
			return check.Result{}
		},
	}
}

func TestRulesAcceptsAGoodRule(t *testing.T) {
	set, err := check.NewSet(fewRounds())
	require.NoError(t, err)
	checktest.Rules(t, set)
}

func TestFaults(t *testing.T) {
	calls := 0
	for want, change := range map[string]func(*check.Rule[att.Programme]){
		"no passing or no failing example":          func(r *check.Rule[att.Programme]) { r.Failing = nil },
		"passing example: outcome":                  func(r *check.Rule[att.Programme]) { r.Passing = r.Failing },
		"failing example: outcome":                  func(r *check.Rule[att.Programme]) { r.Failing = r.Passing },
		"message or remedy is empty":                func(r *check.Rule[att.Programme]) { r.Check = departs("", "x") },
		"has an argument left open: \"{n} rounds\"": func(r *check.Rule[att.Programme]) { r.Check = departs("{n} rounds", "x") },
		"does not say what it shows": func(r *check.Rule[att.Programme]) {
			ex := r.Passing()
			ex.Says = ""
			r.Passing = func() check.Example { return ex }
		},
		"a second run gives another report": func(r *check.Rule[att.Programme]) {
			r.Check = func(in check.In[att.Programme]) check.Result {
				calls++
				return in.Departs(check.Say("{n}", check.Number("n", calls)), check.Say("x"))
			}
		},
		"the rule changed the programme": func(r *check.Rule[att.Programme]) {
			r.Check = func(in check.In[att.Programme]) check.Result {
				in.Programme().Rounds[0].ID = "mine"
				return check.Result{}
			}
		},
	} {
		r := fewRounds()
		change(&r)
		set, err := check.NewSet(r)
		require.NoError(t, err)
		assert.Contains(t, strings.Join(checktest.Faults(set, r.About), "\n"), want)
	}
	empty, _ := check.NewSet()
	assert.Contains(t, checktest.Faults(empty, fewRounds().About)[0], "no rule")
}

func departs(message, remedy string) func(check.In[att.Programme]) check.Result {
	return func(in check.In[att.Programme]) check.Result {
		return in.Departs(check.Say(message), check.Say(remedy))
	}
}

func TestChangeRulesGetTheProgrammeBefore(t *testing.T) {
	pair := func(before, after int) func() check.Example {
		return func() check.Example {
			return check.Example{
				Says: "A change.", Before: att.Programme{ID: "before", Rounds: make([]att.Round, before)},
				Programme: att.Programme{ID: "after", Rounds: make([]att.Round, after)},
			}
		}
	}
	set, err := check.NewSet(check.Rule[check.Change]{
		About: check.About{
			ID: "our-mission/2-no-more", Severity: check.Note, Sense: "No more rounds than before.",
			Cites:   []att.Citation{{Text: "our-mission", Paragraph: "2"}},
			Passing: pair(2, 1), Failing: pair(1, 2),
		},
		Check: func(in check.In[check.Change]) check.Result {
			if len(in.Value.After.Rounds) > len(in.Value.Before.Rounds) {
				return in.Departs(check.Say("More rounds."), check.Say("Join them."))
			}
			return check.Result{}
		},
	})
	require.NoError(t, err)
	checktest.Rules(t, set)
}

// recorder takes the complaints of a kit that is itself under test.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Helper()                      {}
func (r *recorder) Errorf(f string, args ...any) { r.said = append(r.said, fmt.Sprintf(f, args...)) }

func TestFindingsAndOutcome(t *testing.T) {
	set, err := check.NewSet(fewRounds())
	require.NoError(t, err)
	report := set.Check(att.Programme{Rounds: make([]att.Round, 2)}, check.Options{})
	var r recorder
	checktest.Findings(&r, report.Findings, checktest.Want{Rule: "our-mission/1-few-rounds"})
	checktest.Outcome(&r, report, "our-mission/1-few-rounds", check.Failed)
	assert.Empty(t, r.said)
	checktest.Findings(&r, report.Findings, checktest.Want{Rule: "our-mission/1-few-rounds", Path: "rounds"})
	checktest.Outcome(&r, report, "our-mission/1-few-rounds", check.Passed)
	checktest.Outcome(&r, report, "our-mission/none", check.Passed)
	require.Len(t, r.said, 4)
	assert.Contains(t, r.said[0], "unexpected finding")
	assert.Contains(t, r.said[1], "missing finding")
	assert.Contains(t, r.said[2], `outcome "failed"`)
	assert.Contains(t, r.said[3], "no rule our-mission/none")
}
