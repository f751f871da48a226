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
		fmt.Printf("%s: %s rounds, %s trips, %s days\n", p.ID, m.Rounds, m.Trips, m.Days)
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
}
