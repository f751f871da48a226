package parties_test

import (
	"fmt"

	"attwork.example/att"
	"attwork.example/att/parties"
)

func ExampleAsOf() {
	for _, s := range []string{"2014-09-25", "2025-06-30", "2026-11-23"} {
		m := parties.AsOf(att.MustDate(s))
		fmt.Printf("%s: deposited %s; in force for %d\n", s, m, len(m.InForce))
	}
	// Output:
	// 2014-09-25: deposited 53; in force for 0
	// 2025-06-30: deposited 116; 1 more may have deposited by then, on an unknown day; in force for 116
	// 2026-11-23: deposited 118, of which 2 undated; in force for 118
}

func ExampleFind() {
	p, err := parties.Find("Swaziland")
	fmt.Println(p.ISO3, p.Name, p.IsParty(), err)
	_, err = parties.Find("DR Congo")
	fmt.Println(err)
	// Output:
	// SWZ Eswatini false <nil>
	// parties: "DR Congo" is no State Party or signatory; expected an ISO 3166-1 alpha-3 code such as CHE, or a name such as Switzerland
}

// Switzerland deposited after the Treaty had entered into force, so it waited ninety days.
func ExampleParty_InForce() {
	p, _ := parties.Get("CHE")
	fmt.Println(p.Deposited, p.InForce())
	// Output: 2015-01-30 2015-04-30
}
