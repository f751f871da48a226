package attwork_test

import (
	"fmt"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
)

// The program of the README.
func Example() {
	before, _ := cycles.Programme("csp9")
	after := proposal.Programme()
	for _, p := range []att.Programme{before, after} {
		m := att.Measure(p, att.MeasureOptions{})
		fmt.Printf("%s: rounds %s, trips %s, days %s\n", p.ID, m.Rounds, m.Trips, m.Days)
		for _, f := range proposal.Rules(proposal.Options{}).Check(p, check.Options{}).Findings {
			fmt.Printf("- %s: %s\n", f.Severity, f.Message)
		}
	}
	book := finance.Illustrative()
	from, err1 := finance.Estimate(before, book, finance.Options{})
	to, err2 := finance.Estimate(after, book, finance.Options{})
	change, err3 := finance.Compare(from, to)
	if err1 != nil || err2 != nil || err3 != nil {
		fmt.Println(err1, err2, err3)
	}
	least, most := change.SavingOf(finance.ConferenceBudget).Bounds()
	fmt.Printf("the conference budget saves %s to %s\n", least, most)
	// Output:
	// csp9: rounds 2, trips 2, days 8
	// - error: Departs from the draft's recommendation (paragraphs 15 and 25): 8 meeting days in person, 3 more than the 5 of the draft; working groups and preparatory meeting are read together.
	// - error: Departs from the draft's recommendation (paragraph 25): the cycle has 2 in-person rounds instead of one; working groups and preparatory meeting are read together.
	// - note: Departs from the draft's recommendation (paragraph 16, what some delegations said): the round of 2023-02-14 to 2023-02-17 does not lie between 1 March and 31 May.
	// proposal: rounds 1, trips 1, days 5
	// the conference budget saves USD -700.00 to USD 60300.00
}
