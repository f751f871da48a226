package practice_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
	"attwork.example/att/cycles"
	"attwork.example/att/document"
	"attwork.example/att/rules/practice"
)

func TestRules(t *testing.T) {
	checktest.Rules(t, practice.Rules())
	for _, about := range practice.Rules().Rules() {
		assert.Equal(t, check.Note, about.Severity, "%s: practice binds nobody", about.ID)
		assert.Empty(t, document.Shape(about.Passing().Programme), about.ID)
		assert.Empty(t, document.Shape(about.Failing().Programme), about.ID)
	}
}

// TestCycles holds the cycles against what the facts say of them: CSP10 and CSP11 are the practice; of CSP12 the
// preparatory meeting is unknown; what was before is no part of it.
func TestCycles(t *testing.T) {
	const p, u, n = check.Passed, check.Undetermined, check.NotInForce
	for name, want := range map[string][]check.Outcome{ // groups-week, implementation-days, months-apart, preparatory-meeting, workplans
		"csp9":  {n, n, n, n, n},
		"csp10": {p, p, p, p, u},
		"csp11": {p, p, p, p, u},
		"csp12": {u, u, u, u, u},
	} {
		programme, ok := cycles.Programme(name)
		assert.True(t, ok)
		var got []check.Outcome
		for _, o := range practice.Rules().Check(programme, check.Options{}).Outcomes {
			got = append(got, o.Outcome)
		}
		assert.Equal(t, want, got, name)
	}
}

func TestDepartures(t *testing.T) {
	day := func(bodies []string, dates ...string) att.Programme {
		r := att.Round{ID: "r", Bodies: bodies, Meeting: att.Meeting{City: "Geneva", Format: att.InPerson}}
		for _, d := range dates {
			r.Days = append(r.Days, att.Day{Date: att.MustDate(d), Bodies: bodies})
		}
		return att.Programme{
			Conference: att.Conference{Meeting: att.Meeting{Start: att.MustDate("2027-08-23")}},
			Bodies: []att.Body{
				{ID: "wgeti", Kind: att.WorkingGroup, Role: att.WGETI},
				{ID: "sub", Kind: att.SubWorkingGroup, Parent: "wgeti"},
				{ID: "ipm", Kind: att.PreparatoryMeeting},
			},
			Rounds: []att.Round{r}, Documents: []att.Document{},
		}
	}
	outcome := func(p att.Programme, rule string, want check.Outcome) {
		t.Helper()
		checktest.Outcome(t, practice.Rules().Check(p, check.Options{}), "practice/"+rule, want)
	}
	five := day([]string{"wgeti"}, "2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04", "2027-03-05")
	outcome(five, "groups-week", check.Failed)
	outcome(five, "implementation-days", check.Failed)
	outcome(five, "months-apart", check.NotApplicable)
	outcome(five, "preparatory-meeting", check.Failed)
	outcome(five, "workplans", check.Failed)
	outcome(day([]string{"sub"}, "2027-03-01", "2027-03-02"), "implementation-days", check.Passed)
	apart := day([]string{"wgeti"}, "2027-03-01", "2027-03-02", "2027-04-01", "2027-04-02")
	outcome(apart, "groups-week", check.Failed)
	joint := day([]string{"wgeti", "ipm"}, "2027-03-01")
	outcome(joint, "months-apart", check.Failed)
	block := joint
	block.Rounds[0].Days[0].Bodies = nil
	outcome(block, "groups-week", check.Undetermined)
	outcome(block, "months-apart", check.Undetermined)
	for _, o := range practice.Rules().Check(att.Programme{}, check.Options{Date: att.MustDate("2025-01-01")}).Outcomes {
		assert.Equal(t, check.Undetermined, o.Outcome, o.Rule)
	}
}
