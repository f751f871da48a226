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
	// - rounds[round-1] note
	//   paragraph 16.1 some-delegations
	// read apart
	// - rounds[round-1] note
	//   paragraph 16.1 some-delegations
}

// The draft does not say how few topics are few. The caller does, and the finding is a note.
func ExampleRules_numbers() {
	set := proposal.Rules(proposal.Options{Numbers: proposal.Numbers{Topics: 8, Reserve: 5}})
	for _, f := range set.Check(proposal.Programme(), check.Options{}).Findings {
		fmt.Println(f.Severity, f.Rule)
	}
	// Output:
	// note proposal/10.4-few-topics
	// note proposal/25b-reserve
}

// What may be done is shown as used or not, and never judged.
func ExamplePossibilities() {
	p, _ := cycles.Programme("csp10")
	for _, x := range proposal.Possibilities(p) {
		if x.Use != proposal.UseUnknown {
			fmt.Printf("%s: %s\n", x.ID, x.Use)
		}
	}
	// Output:
	// 11-part-days: not used
	// 24d-briefing: used
}

func ExamplePassages() {
	for _, p := range proposal.Passages() {
		if p.Force == proposal.Recommends {
			fmt.Println(p.Number, p.Voice, p.Sense)
		}
	}
	// Output:
	// 25 committee The intensity of meetings in a cycle must be rationalised: the Committee recommends (in bold) one in-person round of at most five days of working groups and preparatory meeting in each cycle, with the flexibility of a to d.
	// 25d committee Duplicated work is done away with, and nothing is discussed twice.
}

func ExampleTensions() {
	for _, t := range proposal.Tensions() {
		fmt.Println(t.Sides[0], "against", t.Sides[1])
	}
	// Output:
	// [15 16 17 25] against [18]
	// [1 27e] against [8.1]
	// [14.3 26] against [13]
	// [10.1 24a.1] against [10.4]
	// [10.4 24a.2 24b.2 24c.1] against [25d]
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
