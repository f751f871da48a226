package checktest_test

import (
	"fmt"
	"testing"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
)

// In the test file of a package of rules:
//
//	func TestRules(t *testing.T) { checktest.Rules(t, mission.Rules()) }
func ExampleRules() {
	set, _ := check.NewSet(fewRounds())
	for _, about := range set.Rules() {
		fmt.Println(about.ID, "faults:", len(checktest.Faults(set, about)))
	}
	// Output: our-mission/1-few-rounds faults: 0
}

func ExampleFindings() {
	set, _ := check.NewSet(fewRounds())
	report := set.Check(att.Programme{Rounds: make([]att.Round, 2)}, check.Options{})
	t := &testing.T{} // a test gets its own
	checktest.Findings(t, report.Findings, checktest.Want{Rule: "our-mission/1-few-rounds", Path: ""})
	fmt.Println("failed:", t.Failed())
	// Output: failed: false
}
