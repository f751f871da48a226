package att_test

import (
	"fmt"

	"attwork.example/att"
)

func ExampleMeasure() {
	p := att.Programme{Rounds: []att.Round{
		{ID: "round-1", Meeting: att.Meeting{
			Start: att.MustDate("2024-02-20"), End: att.MustDate("2024-02-23"), City: "Geneva", Format: att.InPersonWithStream,
		}},
		{ID: "round-2", Meeting: att.Meeting{
			Start: att.MustDate("2024-05-16"), End: att.MustDate("2024-05-17"), City: "Geneva", Format: att.InPerson,
		}},
	}}
	m := att.Measure(p, att.MeasureOptions{})
	fmt.Println("rounds:", m.Rounds)
	fmt.Println("trips:", m.Trips)
	fmt.Println("meeting days:", m.Days)
	fmt.Println("sittings:", m.Sittings)
	for _, gap := range m.Gaps {
		fmt.Println("-", gap)
	}
	// Output:
	// rounds: 2
	// trips: 2
	// meeting days: 6
	// sittings: unknown
	// - round round-1: the sittings of 4 of its 4 known days are unknown, and with them the minutes of discussion
	// - round round-2: the sittings of 2 of its 2 known days are unknown, and with them the minutes of discussion
	// - consultations between sessions: unknown whether there are any
	// - the dates of the conference are unknown
}

func ExampleParseDate() {
	d, err := att.ParseDate("2024-03-18")
	fmt.Println(d, d.Weekday(), err)
	_, err = att.ParseDate("18 March")
	fmt.Println(err)
	// Output:
	// 2024-03-18 Monday <nil>
	// att: "18 March" is no day of the form 2024-03-18
}

func ExampleWorkingDay() {
	for _, s := range att.WorkingDay(att.MustDate("2024-03-18")).Sittings {
		fmt.Println(s.ID, s.Start, s.End, s.Minutes())
	}
	// Output:
	// 2024-03-18-am 10:00 13:00 180
	// 2024-03-18-pm 15:00 18:00 180
}

func ExampleCount() {
	fmt.Println(att.Exactly(0), att.AtLeast(6), att.Count{})
	// Output: 0 at least 6 unknown
}

func ExampleText() {
	title := att.Text{att.English: "Brokering", att.French: "Courtage"}
	s, lang := title.In(att.French)
	fmt.Println(s, lang)
	s, lang = title.In(att.Arabic)
	fmt.Println(s, lang)
	// Output:
	// Courtage fr
	// Brokering en
}
