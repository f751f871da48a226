package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/parties"
	"attwork.example/bench/measure"
	"attwork.example/reporting"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

// events returns n meetings of one to ten days, spread over six years, the same ones at each call.
func events(n int) []calendar.Event {
	r := rand.New(rand.NewPCG(1, 2))
	kinds := []calendar.Category{calendar.ConferenceOnDisarmament, calendar.SmallArms, calendar.Other, calendar.Religious}
	list := make([]calendar.Event, n)
	for i := range list {
		start := att.MustDate("2022-01-01").AddDays(r.IntN(6 * 365))
		list[i] = calendar.Event{
			ID: fmt.Sprint("event-", i), Name: fmt.Sprint("Meeting ", i), Start: start, End: start.AddDays(r.IntN(10)),
			Place: "Geneva", Category: kinds[r.IntN(len(kinds))], Confidence: att.Verified,
		}
	}
	return list
}

// find ranks the starts of a year for four days and two, and explains the best of them; 0: all.
func find(list []calendar.Event, top int) measure.Peer {
	cal := must(calendar.New(list...))
	request := schedule.Request{From: att.MustDate("2025-01-01"), To: att.MustDate("2025-12-31"), Blocks: []int{4, 2}, Gap: 30, Top: top}
	return measure.Peer{Name: "Find", Run: func() { must(schedule.Find(cal, request)) }}
}

var inWindow int // what a pass found; kept so that the pass is not compiled away

// pass looks at each event once.
func pass(list []calendar.Event) measure.Peer {
	from, to := att.MustDate("2025-01-01"), att.MustDate("2025-12-31")
	return measure.Peer{Name: "one pass", Run: func() {
		inWindow = 0
		for _, e := range list {
			if first, last := e.Reach(); !first.After(to) && !last.Before(from) {
				inWindow++
			}
		}
	}}
}

const firstPeriod, lastPeriod = 2015, 2029

// world is 193 States with deposits over fifteen years. A register takes reports of parties only, so those that are
// parties today have sent a report for most periods, and the others none.
func world() ([]parties.Party, reporting.Register) {
	r := rand.New(rand.NewPCG(3, 4))
	states := parties.All()
	for i := len(states); i < 193; i++ {
		code := string([]byte{'X', byte('A' + i/26%26), byte('A' + i%26)})
		states = append(states, parties.Party{ISO3: code, Name: code, Region: parties.African})
	}
	var sent []reporting.Submission
	for i, p := range states {
		states[i].Deposited, states[i].From, states[i].By = att.MustDate("2013-06-03").AddDays(r.IntN(15*365)), att.Date{}, att.Date{}
		states[i].Kind, states[i].Evidence, states[i].Alternative = parties.Ratification, parties.Verified, att.Date{}
		for period := firstPeriod; p.IsParty() && period <= lastPeriod; period++ {
			if r.IntN(4) > 0 {
				received := reporting.AnnualDue(period).AddDays(r.IntN(200) - 120)
				sent = append(sent, reporting.Submission{State: p.ISO3, Duty: reporting.AnnualReport, Period: period, Received: received})
			}
		}
	}
	slices.SortFunc(states, func(a, b parties.Party) int { return strings.Compare(a.ISO3, b.ISO3) })
	register, findings := reporting.NewRegister(sent)
	for _, f := range findings {
		if f.Severity == check.Error {
			panic(f.Message) // the reports are made here
		}
	}
	return states, register
}

// compliance asks who complied in each of fifteen periods.
func compliance() measure.Peer {
	states, register := world()
	q := reporting.Question{AsOf: att.MustDate("2030-06-30"), Grace: 7, Register: &register, Parties: states}
	return measure.Peer{Name: "Periods", Run: func() { must(reporting.Periods(q, firstPeriod, lastPeriod)) }}
}

// compliancePlain is what one would write for the same standings and totals over dates that are parsed already.
func compliancePlain() measure.Peer {
	states, register := world()
	received, asof := index(register), att.MustDate("2030-06-30")
	return measure.Peer{Name: "plain", Run: func() { complied(states, received, asof, 7) }}
}

type standing struct {
	state    string
	due      att.Date
	received att.Date
	status   reporting.Status
}

type year struct {
	states            []standing
	due, onTime, late int
}

type key struct {
	state  string
	period int
}

func index(register reporting.Register) map[key]att.Date {
	received := map[key]att.Date{}
	for _, s := range register.All() {
		received[key{s.State, s.Period}] = s.Received
	}
	return received
}

// complied returns each State's standing in each period.
func complied(states []parties.Party, received map[key]att.Date, asof att.Date, grace int) []year {
	var years []year
	for period := firstPeriod; period <= lastPeriod; period++ {
		deadline := att.MustDate(fmt.Sprintf("%d-05-31", period+1))
		y := year{states: make([]standing, 0, len(states))}
		for _, p := range states {
			s := standing{state: p.ISO3, status: reporting.NotRequired}
			if s.received = received[key{p.ISO3, period}]; s.received.After(asof) {
				s.received = att.Date{}
			}
			if p.InForce().Year() < period && !p.Deposited.After(asof) {
				s.due = deadline
				switch {
				case s.received.IsZero() && asof.Before(deadline):
					s.status = reporting.NotYetDue
				case s.received.IsZero() && !asof.After(deadline.AddDays(grace)):
					s.status = reporting.Due
				case s.received.IsZero():
					s.status = reporting.Missing
				case s.received.After(deadline.AddDays(grace)):
					s.status = reporting.Late
					y.late++
				default:
					s.status = reporting.OnTime
					y.onTime++
				}
				y.due++
			}
			y.states = append(y.states, s)
		}
		years = append(years, y)
	}
	return years
}

func printDates(rounds int, slice time.Duration) {
	list := events(10_000)
	s := measure.Interleave([]measure.Peer{find(list, 1), find(list, 10), find(list, 0), pass(list), compliance(), compliancePlain()}, rounds, slice)
	fmt.Print("\n## dates and reports\n\n")
	fmt.Print("The targets: ranking in at most 50 passes; compliance in at most 5 times a plain loop, and in at most 1 ms.\n\n")
	fmt.Println("| what | peer | ratio, processor time | ratio, clock | milliseconds | bytes | allocations |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- |")
	const ranked = "the starts of a year for 4 + 2 days ranked against 10,000 events, "
	const onePass = "one pass over the events"
	for _, row := range []struct {
		what, peer   string
		ours, theirs []measure.Sample
	}{
		{ranked + "the best one explained", onePass, s[0], s[3]},
		{ranked + "ten explained", onePass, s[1], s[3]},
		{ranked + "all explained", onePass, s[2], s[3]},
		{"193 States over 15 periods", "plain loop, the same standings and totals", s[4], s[5]},
	} {
		fmt.Printf("| %s | %s | %s | %s | %.3f | %s |\n", row.what, row.peer, ratio(row.ours, row.theirs, measure.CPU), ratio(row.ours, row.theirs, measure.Wall),
			measure.Of(row.ours, measure.Wall).Median/1e6, memory(row.ours))
	}
}
