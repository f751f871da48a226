package reporting

import (
	"fmt"

	"attwork.example/att"
)

// Difference is what changed between two answers to one question, as of two days.
type Difference struct {
	Before, After att.Date
	Totals        [2]Tally // before and after
	States        []Change // those that stand otherwise, in the order of ISO codes
}

// Change is one State that stands otherwise.
type Change struct {
	State         string
	Before, After Standing
}

// Compare says what changed between two answers about the same duty and period. It reports an error for answers about
// different ones.
func Compare(before, after Answer) (Difference, error) {
	if before.Duty != after.Duty || before.Period != after.Period {
		return Difference{}, fmt.Errorf("reporting: one answer is about %s %d and the other about %s %d; compare answers about the same", before.Duty, before.Period, after.Duty, after.Period)
	}
	d := Difference{Before: before.AsOf, After: after.AsOf, Totals: [2]Tally{before.Total, after.Total}}
	was := make(map[string]Standing, len(before.States))
	for _, s := range before.States {
		was[s.State] = s
	}
	for _, s := range after.States {
		if old, ok := was[s.State]; !ok || old != s {
			d.States = append(d.States, Change{State: s.State, Before: old, After: s})
		}
	}
	return d, nil
}
