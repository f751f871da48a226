package reporting_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/reporting"
)

const aligned = "reporting/workplans-aligned"

func TestAlignment(t *testing.T) {
	checktest.Rules(t, reporting.Rules())
	p := proposal.Programme()
	report := reporting.Rules().Check(p, check.Options{})
	var keys []string
	for _, f := range report.Findings {
		keys = append(keys, f.Message.Key+" "+string(f.Path))
		assert.Equal(t, check.Note, f.Severity)
	}
	// Records and diversion are joint items; of the control system the initial reports are a natural pair.
	assert.Equal(t, []string{
		"reporting/workplans-aligned.gap bodies[wgeti].mandate.topics[art-11]",
		"reporting/workplans-aligned.pair bodies[wgtr].mandate.topics[reporting-duties]",
	}, keys)
	csp10, _ := cycles.Programme("csp10")
	checktest.Outcome(t, reporting.Rules().Check(csp10, check.Options{}), aligned, check.Undetermined)
	checktest.Outcome(t, reporting.Rules().Check(att.Programme{}, check.Options{}), aligned, check.Undetermined)
	checktest.Outcome(t, reporting.Rules().Check(att.Programme{Bodies: []att.Body{}}, check.Options{}), aligned, check.NotApplicable)
}

func TestAlignmentByJointItem(t *testing.T) {
	p := reporting.Rules().Rules()[0].Failing().Programme
	day := att.WorkingDay(day("2024-04-15"))
	day.Sittings[0].Items = []att.Item{{Topic: "diversion", Bodies: []string{"wgeti", "wgtr"}, Minutes: 60}}
	p.Rounds = []att.Round{{ID: "r", Meeting: att.Meeting{Days: []att.Day{day}}}}
	checktest.Outcome(t, reporting.Rules().Check(p, check.Options{}), aligned, check.Passed)
}
