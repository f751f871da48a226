package cycles_test

import (
	"fmt"

	"attwork.example/att"
	"attwork.example/att/cycles"
)

func ExampleProgramme() {
	for _, name := range cycles.Names() {
		p, _ := cycles.Programme(name)
		m := att.Measure(p, att.MeasureOptions{})
		fmt.Printf("%-6s rounds %s, trips %s, days %s\n", name, m.Rounds, m.Trips, m.Days)
	}
	// Output:
	// csp5   rounds 2, trips 2, days 8
	// csp6   rounds 1, trips 1, days 4
	// csp7   rounds 1, trips 0, days 0
	// csp8   rounds 2, trips 2, days 8
	// csp9   rounds 2, trips 2, days 8
	// csp10  rounds 2, trips 2, days 6
	// csp11  rounds 2, trips 2, days 6
	// csp12  rounds 2, trips at least 1, days at least 4
}
