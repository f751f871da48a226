package proposal_test

import (
	"fmt"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
)

func ExampleRules() {
	p, _ := cycles.Programme("csp10")
	for _, reading := range []proposal.Reading{proposal.Together, proposal.Apart} {
		fmt.Println("read", reading)
		for _, f := range proposal.Rules(proposal.Options{Reading: reading}).Check(p, check.Options{}).Findings {
			fmt.Println("-", f.Path, f.Severity)
			fmt.Println("  paragraph", f.Cites[0].Paragraph, f.Cites[0].Voice)
		}
	}
	// Output:
	// read together
	// - rounds error
	//   paragraph 25 committee
	// - rounds[round-2] error
	//   paragraph 25 committee
	// read apart
}

func ExampleProgramme() {
	p := proposal.Programme()
	fmt.Println(p.Name, p.Constructed)
	fmt.Println(p.Rounds[0].Start, "to", p.Rounds[0].End)
	m := att.Measure(p, att.MeasureOptions{})
	fmt.Println(m.Rounds, "round", m.Days, "days", m.Sittings, "sittings")
	// Output:
	// CSP10 cycle as the draft proposal would have it (constructed) true
	// 2024-04-22 to 2024-04-26
	// 1 round 5 days 10 sittings
}
