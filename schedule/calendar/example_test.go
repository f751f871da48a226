package calendar_test

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

func Example() {
	own, _ := calendar.ReadCSV("own.csv", strings.NewReader("start,end,event,place\n2026-04-13,2026-04-15,Retreat of the group,Montreux\n"))
	cal := calendar.Embedded().With(own).Without("undc-2026-session")
	for e := range cal.Overlapping(att.MustDate("2026-04-13"), att.MustDate("2026-04-17")) {
		fmt.Printf("%s to %s: %s (%s)\n", e.Start, e.End, e.Name, e.Category)
	}
	// Output:
	// 2026-04-10 to 2026-04-13: Orthodox Easter (Good Friday to Monday) (religious)
	// 2026-04-13 to 2026-04-15: Retreat of the group (other)
	// 2026-04-14 to 2026-04-20: Watches and Wonders (hotel price peak) (geneva_event)
}

func ExampleEmbedded() {
	cal := calendar.Embedded()
	fmt.Println(cal.Len(), "events")
	fmt.Println(cal.Coverage(2025))
	fmt.Println(cal.Coverage(2027))
	// Output:
	// 397 events
	// 2025: 14 of 31 meetings verified; days unknown: 1
	// 2027: no verified meeting among 22; days unknown: 10
}

func ExampleNew() {
	cal, err := calendar.New(calendar.Event{
		ID: "csp13", Name: "Conference of States Parties", Start: att.MustDate("2027-08-23"), End: att.MustDate("2027-08-27"),
		Place: "Geneva", Category: calendar.Other, Confidence: att.Unknown,
	})
	fmt.Println(cal.Len(), err)
	_, err = calendar.New(calendar.Event{ID: "csp13", Name: "Conference of States Parties", Start: att.MustDate("2027-08-23")})
	fmt.Println(err)
	// Output:
	// 1 <nil>
	// calendar: event "csp13": end: expected the last day of what starts on 2027-08-23
}

func ExampleReadCSV() {
	cal, _ := calendar.ReadCSV("own.csv", strings.NewReader(`event,start,end,category
"Expert meeting, first session",2027-03-08,2027-03-12,ammo
Review conference,2027-11,,ccm
Regional seminar,2027,,
`))
	for e := range cal.Events() {
		fmt.Println(e.ID, e.Start, e.End, e.Vague, e.Year)
	}
	_, err := calendar.ReadCSV("own.csv", strings.NewReader("event,start,end\nSeminar,12.3.2027,\n"))
	fmt.Println(err)
	// Output:
	// expert-meeting-first-session-2027-03-08 2027-03-08 2027-03-12 false 0
	// review-conference-2027-11 2027-11-01 2027-11-30 true 0
	// regional-seminar-2027 unknown unknown false 2027
	// own.csv:2:9: expected a day such as 2026-09-07, a month such as 2026-09 or a year such as 2026, found "12.3.2027"
}

func ExampleReadICS() {
	cal, notes, err := calendar.ReadICS("own.ics", strings.NewReader(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:retreat@example.org
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260907
DTEND;VALUE=DATE:20260909
SUMMARY:Retreat
RRULE:FREQ=YEARLY
END:VEVENT
END:VCALENDAR
`))
	for e := range cal.Events() {
		fmt.Println(e.Start, e.End, e.Name)
	}
	fmt.Println(notes, err)
	// Output:
	// 2026-09-07 2026-09-08 Retreat
	// [own.ics:10:1: The event recurs; only its first time is read.] <nil>
}

func ExampleCalendar_With() {
	base := calendar.Embedded()
	e, _ := base.Event("unog-2026-whit-monday")
	e.Name, e.Source, e.Confidence = "UNOG official holiday: Whit Monday", "the circular on my desk", att.Verified
	circular, _ := calendar.New(e)

	day := att.MustDate("2026-05-25")
	for _, cal := range []calendar.Calendar{base, base.With(circular), base.Without(e.ID)} {
		closed := cal.Closed(calendar.Palais, day)
		fmt.Println(len(closed), len(closed) > 0 && closed[0].InDoubt())
	}
	// Output:
	// 1 true
	// 1 false
	// 0 false
}

func ExampleCalendar_Overlapping() {
	for e := range calendar.Embedded().Overlapping(att.MustDate("2026-09-14"), att.MustDate("2026-09-18")) {
		switch {
		case e.Vague:
			fmt.Println("perhaps:", e.Name)
		case !e.On(att.MustDate("2026-09-14")):
			fmt.Println("by its guard:", e.Name)
		default:
			fmt.Println(e.Name)
		}
	}
	// Output:
	// perhaps: CCM Third Review Conference: September 2026, days not found
	// Human Rights Council session 63 (end estimated)
	// by its guard: Rosh Hashanah (begins the evening before)
}

func ExampleCalendar_Closed() {
	for _, day := range []string{"2026-03-20", "2026-12-31"} {
		for _, venue := range []calendar.Venue{calendar.Palais, calendar.CICG} {
			for _, e := range calendar.Embedded().Closed(venue, att.MustDate(day)) {
				fmt.Println(day, venue, e.Name)
			}
		}
	}
	// Output:
	// 2026-03-20 palais UNOG official holiday: Eid al-Fitr
	// 2026-12-31 palais End-of-year recess: no meetings in practice
	// 2026-12-31 cicg Geneva cantonal holiday: Restoration of the Republic
}

func ExampleWesternEaster() {
	fmt.Println(calendar.WesternEaster(2027), calendar.OrthodoxEaster(2027))
	// Output: 2027-03-28 2027-05-02
}

func ExampleGenevaHolidays() {
	for _, e := range calendar.GenevaHolidays(2028)[6:] {
		fmt.Println(e.Start, e.Name)
	}
	// Output:
	// 2028-09-07 Geneva cantonal holiday: Jeune genevois (Thursday after the first Sunday of September)
	// 2028-12-25 Geneva cantonal holiday: Christmas
	// 2028-12-31 Geneva cantonal holiday: Restoration of the Republic
}
