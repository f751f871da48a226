package reporting

import (
	"fmt"
	"maps"
	"slices"

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
	Before, After Standing // zero for a State that the answer does not have
}

// Compare says what changed between two answers about the same duty, period and days of grace. It reports an error for answers about
// different ones.
func Compare(before, after Answer) (Difference, error) {
	if before.Duty != after.Duty || before.Period != after.Period || before.Grace != after.Grace {
		return Difference{}, fmt.Errorf("reporting: one answer is about %s %d with %d days of grace and the other about %s %d with %d; compare answers about the same",
			before.Duty, before.Period, before.Grace, after.Duty, after.Period, after.Grace)
	}
	d := Difference{Before: before.AsOf, After: after.AsOf, Totals: [2]Tally{before.Total, after.Total}}
	changes := make(map[string]Change, len(before.States))
	for _, s := range before.States {
		changes[s.State] = Change{State: s.State, Before: s}
	}
	for _, s := range after.States {
		changes[s.State] = Change{State: s.State, Before: changes[s.State].Before, After: s}
	}
	for _, state := range slices.Sorted(maps.Keys(changes)) {
		if c := changes[state]; c.Before != c.After {
			d.States = append(d.States, c)
		}
	}
	return d, nil
}
