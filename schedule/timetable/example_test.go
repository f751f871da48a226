package timetable_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"attwork.example/att"
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

// short is a problem with too little time for all.
func short() timetable.Problem {
	return timetable.Problem{
		Items:    []timetable.Item{{ID: "art-11", Minutes: 90, Priority: 5}, {ID: "reporting", Minutes: 60, Priority: 3}, {ID: "outreach", Minutes: 60, Priority: 2}},
		Sittings: []timetable.Sitting{{ID: "mon-am", Day: 1, Minutes: 90}, {ID: "tue-am", Day: 2, Minutes: 60}},
	}
}

// What does it cost to take up outreach?
func ExampleForced() {
	free, _ := timetable.Solve(context.Background(), short(), timetable.Options{})
	forced, err := timetable.Forced(context.Background(), short(), "outreach", nil, timetable.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, g := range forced.Goals {
		fmt.Println(g.Goal, free.Goals[i].Value, "->", g.Value)
	}
	// Output:
	// priority 8 -> 7
	// days 2 -> 2
	// sittings 2 -> 2
	// body-days 0 -> 0
}

func ExampleChanges() {
	before := timetable.Timetable{Assignments: []timetable.Placement{{Item: "art-11", Sitting: "mon-am"}, {Item: "outreach", Sitting: "mon-am"}}}
	after := timetable.Timetable{Assignments: []timetable.Placement{{Item: "art-11", Sitting: "tue-am"}, {Item: "reporting", Sitting: "mon-am"}}}
	for _, c := range timetable.Changes(before, after) {
		fmt.Println(c.Message())
	}
	// Output:
	// art-11 moves from mon-am to tue-am.
	// outreach is no longer taken up; it was in mon-am.
	// reporting is now taken up, in mon-am.
}

// What does the second day buy, and what does it cost?
func ExampleFrontier() {
	points, err := timetable.Frontier(context.Background(), short(), timetable.FrontierOptions{
		Practical: map[string]bool{"art-11": true, "reporting": false, "outreach": false},
		Prices:    timetable.Prices{Round: 300, Day: 17500, Sitting: 250},
		Budget:    40000,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range points {
		fmt.Printf("%d: %s, priority %d, %s minutes of practice, price %d, without %v\n",
			p.Days, p.Status, p.Priority.Value, p.Practical, p.Price, p.Unplaced)
	}
	// Output:
	// 1: optimal, priority 5, 90 minutes of practice, price 18050, without [outreach reporting]
	// 2: optimal, priority 8, 90 minutes of practice, price 35800, without [outreach]
}

// What each day holds of practical implementation is for a programme to tell.
func ExamplePractical() {
	p := proposal.Programme()
	problem, _ := timetable.FromProgramme(p, "round-1")
	points, err := timetable.Frontier(context.Background(), problem, timetable.FrontierOptions{Practical: timetable.Practical(p, "round-1")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(points[4].Days, "days hold", points[4].Practical, "of", att.Measure(p, att.MeasureOptions{}).PracticalMinutes, "minutes")
	// Output:
	// 5 days hold 965 of 965 minutes
}

// The best timetable as the agenda of the round.
func ExampleWithAgenda() {
	p := proposal.Programme()
	problem, _ := timetable.FromProgramme(p, "round-1")
	answer, err := timetable.Solve(context.Background(), problem, timetable.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	arranged, err := timetable.WithAgenda(p, "round-1", answer.Timetable)
	if err != nil {
		fmt.Println(err)
		return
	}
	last := arranged.Rounds[0].Days[4].Sittings[1]
	for _, it := range last.Items {
		fmt.Println(last.ID, it.Bodies, it.Topic, it.Minutes)
	}
	// Output:
	// 2024-04-26-pm [ipm] ipm-budget 55
	// 2024-04-26-pm [ipm] ipm-conference 50
	// 2024-04-26-pm [ipm] ipm-programme 60
}

// How far the search is, for whoever waits.
func ExampleProgress() {
	_, err := timetable.Solve(context.Background(), short(), timetable.Options{
		Order:    []timetable.Goal{timetable.Priority},
		Progress: func(x timetable.Progress) { fmt.Println(x.Goal, x.Value, "at most", x.Bound) },
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// priority 0 at most 10
	// priority 0 at most 9
	// priority 0 at most 8
	// priority 8 at most 8
}
