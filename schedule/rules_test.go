package schedule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

func clashes(t *testing.T, cal calendar.Calendar, points int) check.Set {
	t.Helper()
	set, err := schedule.Rules(cal, schedule.RuleOptions{Points: points})
	require.NoError(t, err)
	return set
}

func TestRules(t *testing.T) {
	busy := event("npt", "2024-04-15", "2024-04-19", calendar.NPT, att.Verified)
	set := clashes(t, made(t, busy), 10)
	checktest.Rules(t, set)
	about := set.Rules()[0]
	assert.Equal(t, check.Note, about.Severity, "the number is the caller's")
	joined, err := proposal.Rules(proposal.Options{}).Join(set)
	require.NoError(t, err, "it adds to the rules of the draft")
	assert.Len(t, joined.Rules(), len(proposal.Rules(proposal.Options{}).Rules())+1)
}

func TestClashesFireAboveTheScore(t *testing.T) {
	csp10, _ := cycles.Programme("csp10")
	outcome := func(points int, p att.Programme) check.Outcome {
		return clashes(t, calendar.Embedded(), points).Check(p, check.Options{}).Outcomes[0].Outcome
	}
	assert.Equal(t, check.NotApplicable, outcome(0, csp10), "nobody set a number")
	assert.Equal(t, check.Failed, outcome(1, csp10), "the Conference on Disarmament was in session")
	assert.Equal(t, check.Passed, outcome(1000, csp10))
	csp5, _ := cycles.Programme("csp5")
	assert.Equal(t, check.Undetermined, outcome(1, csp5), "the calendar begins in 2022")
	csp12, _ := cycles.Programme("csp12")
	report := clashes(t, calendar.Embedded(), 1000).Check(csp12, check.Options{})
	assert.Equal(t, check.Undetermined, report.Outcomes[0].Outcome)
	assert.Equal(t, []check.Message{check.Say("the dates of {round}", check.Place("round", "rounds[round-2]"))}, report.Outcomes[0].Missing)
	virtual := att.Programme{Rounds: []att.Round{{ID: "r", Meeting: att.Meeting{Format: att.Virtual}}}}
	assert.Equal(t, check.NotApplicable, outcome(1, virtual))
	_, err := schedule.Rules(calendar.Calendar{}, schedule.RuleOptions{Weights: schedule.Weights{FreeDay: -1}})
	require.Error(t, err)
}

// TestClashes: days that are not in a row are taken one by one; without days nobody knows, and weights must be sound.
func TestClashes(t *testing.T) {
	cal := made(t, event("npt", "2024-04-15", "2024-04-19", calendar.NPT, att.Verified))
	r := att.Round{Meeting: att.Meeting{City: "Geneva", Format: att.InPerson, Days: []att.Day{{Date: day("2024-04-22")}, {Date: day("2024-04-19")}, {}}}}
	clashes, days, err := schedule.Clashes(cal, r, schedule.DefaultWeights())
	require.NoError(t, err)
	assert.Equal(t, []att.Date{day("2024-04-19"), day("2024-04-22")}, days)
	require.Len(t, clashes, 1)
	assert.Equal(t, []att.Date{day("2024-04-19")}, clashes[0].Overlap)
	assert.Equal(t, schedule.DefaultWeights().Category[calendar.NPT].Here, clashes[0].Points)
	clashes, days, err = schedule.Clashes(cal, att.Round{}, schedule.Weights{})
	require.NoError(t, err)
	assert.Nil(t, clashes)
	assert.Nil(t, days)
	_, _, err = schedule.Clashes(cal, r, schedule.Weights{FreeDay: -1})
	assert.Error(t, err)
}
