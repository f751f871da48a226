package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/reporting"
)

// TestComplianceAgrees: the plain loop does the same work, State by State.
func TestComplianceAgrees(t *testing.T) {
	states, register := world()
	for _, day := range []string{"2015-01-01", "2020-02-29", "2024-06-03", "2030-06-30"} {
		asof := att.MustDate(day)
		answers, err := reporting.Periods(reporting.Question{AsOf: asof, Grace: 7, Register: &register, Parties: states}, firstPeriod, lastPeriod)
		require.NoError(t, err)
		plain := complied(states, index(register), asof, 7)
		require.Len(t, answers, len(plain))
		for i, a := range answers {
			for j, s := range a.States {
				p := plain[i].states[j]
				assert.Equal(t, p, standing{s.State, s.Due, s.Received, s.Status}, "%s, period %d", day, a.Period)
			}
		}
	}
}

func TestEvents(t *testing.T) {
	list := events(10_000)
	pass(list).Run()
	assert.InDelta(t, 10_000/6, inWindow, 200, "a sixth of the events lies in a year of six")
	find(list, 0).Run()
}
