package schedule_test

import (
	"fmt"
	"strings"
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

func ExampleFind() {
	answer, err := schedule.Find(calendar.Embedded(), schedule.Request{
		From: att.MustDate("2024-03-01"), To: att.MustDate("2024-05-31"), Blocks: []int{5},
		Conference: att.MustDate("2024-08-19"), Distance: 90, Venue: calendar.CICG, Top: 1,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range answer.Candidates {
		fmt.Println(c.Blocks[0].Start, "to", c.Blocks[0].End, c.Score, "points, of", answer.Considered, "starts")
		for _, x := range c.Clashes {
			fmt.Println("-", x.Event.Name, x.Points, x.Event.Confidence)
		}
	}
	// Output:
	// 2024-05-13 to 2024-05-17 10 points, of 49 starts
	// - Conference on Disarmament part 2 10 recalled
}

// A caller to whom the Conference on Disarmament means more says so.
func ExampleDefaultWeights() {
	w := schedule.DefaultWeights()
	cd := w.Category[calendar.ConferenceOnDisarmament]
	fmt.Println(cd.Here, cd.Elsewhere, cd.Reason)
	cd.Here = 5
	fmt.Println(w.With(calendar.ConferenceOnDisarmament, cd).Category[calendar.ConferenceOnDisarmament].Here)
	// Output:
	// 2 1 sits 24 weeks a year: a cost, never a block
	// 5
}

func ExampleDeadlines() {
	steps, leftOut, err := schedule.Deadlines(schedule.Plan{
		RoundStart: att.MustDate("2027-04-19"), RoundEnd: att.MustDate("2027-04-23"), Conference: att.MustDate("2027-08-23"),
		AsOf: att.MustDate("2027-03-24"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range steps[:3] {
		fmt.Println(s.Date, s.Title, s.Late)
	}
	fmt.Println(leftOut[0])
	// Output:
	// 2027-03-01 Last day for requests of sponsorship for the round 23
	// 2027-03-21 Papers for the round are out 3
	// 2027-04-05 Last day for requests of side events at the round 0
	// Chairs of the working groups are named: left out, since the last day of the conference before is not given
}

func ExampleLeads() {
	for _, lead := range schedule.Leads() {
		if lead.ID == "payment-plans" {
			fmt.Println(lead.Days, lead.Confidence, lead.Source)
		}
	}
	// Output: -60 verified S90: at least 60 days before the conference, procedure of CSP7
}

func ExampleConsultations() {
	placed, err := schedule.Consultations(calendar.Embedded(), schedule.ConsultationRequest{
		CycleStart: att.MustDate("2023-08-25"), RoundStart: att.MustDate("2024-04-22"), RoundEnd: att.MustDate("2024-04-26"), Conference: att.MustDate("2024-08-19"),
		Wishes: []schedule.Wish{{
			ID: "on-transit", Shape: att.SmallGroup, Format: att.Virtual, Minutes: 60,
			Places: []schedule.Place{{Name: "Geneva", Zone: "Europe/Zurich"}, {Name: "Lima", Zone: "America/Lima"}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range placed[0].Hours {
		fmt.Println(h.Place.Name, h.Start.Format("15:04"), h.Humane)
	}
	// Output:
	// Geneva 14:00 true
	// Lima 08:00 true
}

// One round for the calendars of those who take part, with the hour of each item.
func ExampleRoundEntries() {
	entries, gaps := schedule.RoundEntries(proposal.Programme(), "round-1", schedule.EntryOptions{Starts: true})
	fmt.Println(len(entries), "entries,", len(gaps), "left out")
	last := entries[len(entries)-1]
	fmt.Println(last.First, last.Start, last.Title)
	fmt.Println(last.Description)
	// Output:
	// 11 entries, 0 left out
	// 2024-04-26 15:00 Informal preparatory meeting
	// 15:00 Informal preparatory meeting: Draft budget for 2025 and state of contributions (55 min)
	// 15:55 Informal preparatory meeting: Five days in one week: what the first experience tells about the programme of work (60 min)
	// 16:55 Informal preparatory meeting: Agenda, timetable and officers of the Tenth Conference (50 min)
}

func ExampleWriteICS() {
	csp10, _ := cycles.Programme("csp10")
	entries, _ := schedule.ProgrammeEntries(csp10, schedule.EntryOptions{})
	var file strings.Builder
	err := schedule.WriteICS(&file, entries[:1], schedule.ICSOptions{Stamp: time.Date(2024, 1, 31, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(strings.ReplaceAll(file.String(), "\r\n", "\n"))
	// Output:
	// BEGIN:VCALENDAR
	// VERSION:2.0
	// PRODID:-//attwork//schedule//EN
	// CALSCALE:GREGORIAN
	// BEGIN:VEVENT
	// UID:csp10-round-1@attwork.example
	// DTSTAMP:20240131T120000Z
	// SEQUENCE:0
	// DTSTART;VALUE=DATE:20240220
	// DTEND;VALUE=DATE:20240224
	// SUMMARY:Working groups
	// LOCATION:CICG\, Geneva
	// CATEGORIES:round
	// STATUS:CONFIRMED
	// TRANSP:TRANSPARENT
	// END:VEVENT
	// END:VCALENDAR
}

// The one rule of the draft that needs a calendar joins the others.
func ExampleRules() {
	set, err := schedule.Rules(calendar.Embedded(), schedule.RuleOptions{Points: 30})
	if err != nil {
		fmt.Println(err)
		return
	}
	csp9, _ := cycles.Programme("csp9")
	for _, f := range set.Check(csp9, check.Options{}).Findings {
		fmt.Println(f.Severity, f.Path, f.Message)
	}
	// Output:
	// note rounds[round-1] Departs from the draft's recommendation (paragraph 25a): the round of 2023-02-14 to 2023-02-17 clashes with other events by 37 points, more than the 30 that you set: Conference on Disarmament part 1 (8); OEWG conventional ammunition session 3 (28); Munich Security Conference (1).
}

func ExampleClashes() {
	csp9, _ := cycles.Programme("csp9")
	clashes, days, err := schedule.Clashes(calendar.Embedded(), csp9.Rounds[0], schedule.Weights{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(days), "days")
	for _, c := range clashes {
		fmt.Println(c.Points, c.Event.Name)
	}
	// Output:
	// 4 days
	// 28 OEWG conventional ammunition session 3
	// 8 Conference on Disarmament part 1
	// 1 Munich Security Conference
}
