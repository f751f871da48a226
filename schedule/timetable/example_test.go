package timetable_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"attwork.example/att/rules/proposal"
	"attwork.example/schedule/timetable"
)

func ExampleSolve() {
	p := timetable.Problem{
		Sittings: []timetable.Sitting{{ID: "mon-am", Day: 1, Minutes: 180}, {ID: "tue-am", Day: 2, Minutes: 180}},
		Items: []timetable.Item{
			{ID: "art-11", Minutes: 90, Bodies: []string{"wgeti"}, Priority: 5, Required: true},
			{ID: "reporting", Minutes: 60, Bodies: []string{"wgtr"}, Priority: 3},
			{ID: "outreach", Minutes: 60, Bodies: []string{"wgtu"}, Priority: 2},
		},
		Before: [][2]string{{"reporting", "art-11"}},
	}
	a, err := timetable.Solve(context.Background(), p, timetable.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Status)
	for _, g := range a.Goals {
		fmt.Println(g.Goal, g.Value, g.Proven())
	}
	// Output:
	// optimal
	// priority 10 true
	// days 2 true
	// sittings 2 true
	// body-days 3 true
}

func ExampleFromProgramme() {
	p, findings := timetable.FromProgramme(proposal.Programme(), "round-1")
	fmt.Println(len(p.Items), "items,", len(p.Sittings), "sittings,", len(findings), "findings")
	agenda := timetable.Agenda(proposal.Programme(), "round-1", p)
	fmt.Println("faults of its own agenda:", len(timetable.Verify(p, agenda)))
	// Output:
	// 26 items, 10 sittings, 0 findings
	// faults of its own agenda: 0
}

func ExampleVerify() {
	p := timetable.Problem{
		Sittings: []timetable.Sitting{{ID: "am", Day: 1, Minutes: 60}},
		Items:    []timetable.Item{{ID: "a", Minutes: 40}, {ID: "b", Minutes: 30}},
	}
	t := timetable.Timetable{Assignments: []timetable.Placement{{Item: "a", Sitting: "am"}, {Item: "b", Sitting: "am"}}}
	for _, f := range timetable.Verify(p, t) {
		fmt.Println(f.Path, f.Message)
	}
	// Output:
	// sittings[am] The sitting am has 60 minutes and holds 70.
}

func ExampleReadProblem() {
	p, err := timetable.ReadProblem("plan.json", strings.NewReader(`{"format": "attwork/timetable-instance/1",
	"items": [{"id": "a", "minutes": 0}], "sittings": []}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range timetable.Check(p) {
		fmt.Println(f.Path, f.Message)
	}
	// Output:
	// items[a].minutes The item a takes 0 minutes.
}

func ExampleProblem_Write() {
	p := timetable.Problem{Items: []timetable.Item{{ID: "a", Minutes: 5}}}
	if err := p.Write(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "format": "attwork/timetable-instance/1",
	//   "items": [
	//     {
	//       "id": "a",
	//       "minutes": 5
	//     }
	//   ]
	// }
}
