package assess_test

import (
	"fmt"

	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
	"attwork.example/reporting/assess"
	"attwork.example/schedule/calendar"
)

func ExampleAssess() {
	before, _ := cycles.Programme("csp9")
	a, err := assess.Assess(assess.Subject{
		Before: before, Programme: proposal.Programme(), Book: finance.Illustrative(), Calendar: calendar.Embedded(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	show := func(v assess.Value) string {
		switch v := v.(type) {
		case assess.Count:
			return v.String()
		case assess.Share:
			return fmt.Sprintf("%s of %s", v.Part, v.Whole)
		case assess.Days:
			return fmt.Sprintf("%d to %d", v.Least, v.Most)
		}
		return "unknown"
	}
	for _, id := range []string{"practical-minutes", "stages-covered", "round-paper-days", "days-after-rounds", "clash-points"} {
		m, _ := a.Measure(id)
		fmt.Printf("%s: %s -> %s\n", m.Title, show(m.Before.Value), show(m.After.Value))
	}
	for _, adv := range a.Advantages {
		fmt.Printf("%s %s\n", adv.Passage.Number, adv.Verdict)
	}
	fmt.Println("first of", len(a.Advantages[0].Missing()), "gaps of 27a:", a.Advantages[0].Missing()[0].Message)
	// Output:
	// Minutes on practical implementation: unknown -> 965
	// Stages of implementation with a topic: unknown -> 5 of 5
	// Days by which papers were out before the round: 14 to 14 -> 33 to 129
	// Days between the last meeting and the conference: 100 -> 114
	// Points of clashes with other events: 37 -> 27
	// 27a unknown
	// 27b measured in part
	// 27c measured in part
	// 27d unknown
	// 27e measured in part
	// first of 4 gaps of 27a: Sittings, their hours and agendas, or what their items are about, are not all known.
}

func ExampleShare() {
	minutes := assess.Share{}
	_, known := minutes.Percent()
	fmt.Println("known:", known)
	a, err := assess.Assess(assess.Subject{Programme: proposal.Programme()})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, _ := a.Measure("practical-share")
	percent, _ := m.After.Value.(assess.Share).Percent()
	fmt.Println(percent, "percent of the discussion is on practical implementation")
	// Output:
	// known: false
	// 58 percent of the discussion is on practical implementation
}
