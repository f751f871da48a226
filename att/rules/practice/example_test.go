package practice_test

import (
	"fmt"

	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
)

// One cycle, held against the draft and against practice.
func ExampleRules() {
	p, _ := cycles.Programme("csp11")
	for _, set := range []check.Set{proposal.Rules(proposal.Options{}), practice.Rules()} {
		for _, o := range set.Check(p, check.Options{}).Outcomes {
			if o.Outcome == check.Failed || o.Rule == "practice/groups-week" {
				fmt.Println(o.Rule, o.Outcome)
			}
		}
	}
	// Output:
	// proposal/16-march-to-may failed
	// proposal/25-five-days failed
	// proposal/25-one-round failed
	// practice/groups-week passed
}
