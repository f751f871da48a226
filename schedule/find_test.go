package schedule_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

func day(s string) att.Date { return att.MustDate(s) }

func event(id, start, end string, c calendar.Category, conf att.Confidence) calendar.Event {
	return calendar.Event{ID: id, Name: id, Start: day(start), End: day(end), Place: "Geneva", Category: c, Confidence: conf}
}

func made(t *testing.T, events ...calendar.Event) calendar.Calendar {
	t.Helper()
	c, err := calendar.New(events...)
	require.NoError(t, err)
	return c
}

func find(t *testing.T, c calendar.Calendar, r schedule.Request) schedule.Answer {
	t.Helper()
	a, err := schedule.Find(c, r)
	require.NoError(t, err)
	return a
}

func starts(a schedule.Answer) []string {
	var list []string
	for _, c := range a.Candidates {
		list = append(list, c.Blocks[0].Start.String())
	}
	return list
}

// april is a window of two weeks, Monday to Friday.
func april(days ...int) schedule.Request {
	return schedule.Request{From: day("2024-04-15"), To: day("2024-04-26"), Blocks: days, Venue: calendar.Abroad}
}

func TestFindRanks(t *testing.T) {
	cal := made(t,
		event("npt", "2024-04-17", "2024-04-18", calendar.NPT, att.Verified),
		event("cd", "2024-04-22", "2024-04-26", calendar.ConferenceOnDisarmament, att.Recalled))
	a := find(t, cal, april(5))
	assert.Equal(t, 6, a.Considered)
	w := schedule.DefaultWeights()
	npt, cd := w.Category[calendar.NPT].Here, w.Category[calendar.ConferenceOnDisarmament].Here
	// The second week has the Conference on Disarmament on five days; every other start has a weekend inside.
	require.Equal(t, day("2024-04-22"), a.Candidates[0].Blocks[0].Start)
	assert.Equal(t, 5*cd, a.Candidates[0].Score)
	assert.Equal(t, 1, a.Candidates[0].VerifiedRank)
	first := a.Candidates[slices.Index(starts(a), "2024-04-15")]
	assert.Equal(t, 2*npt, first.Score)
	require.Len(t, first.Clashes, 1)
	assert.Equal(t, []att.Date{day("2024-04-17"), day("2024-04-18")}, first.Clashes[0].Overlap)
	assert.NotEmpty(t, first.Clashes[0].Reason)
	friday := a.Candidates[slices.Index(starts(a), "2024-04-19")]
	assert.Equal(t, schedule.Span{Start: day("2024-04-19"), End: day("2024-04-25"), Free: 2}, friday.Blocks[0])
	assert.Equal(t, 2*w.FreeDay, friday.FreeDays)
	assert.Equal(t, 2*w.FreeDay+4*cd, friday.Score)
	assert.Len(t, find(t, cal, schedule.Request{From: day("2024-04-15"), To: day("2024-04-26"), Blocks: []int{5}, Top: 2}).Candidates, 2)
}

func TestUnverifiedEvents(t *testing.T) {
	cal := made(t,
		event("rumour", "2024-04-15", "2024-04-19", calendar.NPT, att.Recalled),
		event("cd", "2024-04-22", "2024-04-26", calendar.ConferenceOnDisarmament, att.Verified))
	a := find(t, cal, april(5))
	assert.Equal(t, "2024-04-22", starts(a)[0])
	assert.Equal(t, 1, a.Candidates[slices.Index(starts(a), "2024-04-15")].VerifiedRank, "without the rumour it is the best")
	assert.Contains(t, fmt.Sprint(a.Notes), "the start on 2024-04-15 would rank first")
}

func TestHardConstraints(t *testing.T) {
	holidays := made(t,
		event("canton", "2024-04-16", "2024-04-16", calendar.GenevaHoliday, att.Computed),
		event("un", "2024-04-17", "2024-04-17", calendar.UNHoliday, att.Recalled),
		event("doubt", "2024-04-18", "2024-04-18", calendar.UNHoliday, att.Unknown))
	open := func(v calendar.Venue) []string {
		r := april(1)
		r.Venue = v
		list := starts(find(t, holidays, r))
		slices.Sort(list)
		return list[:min(len(list), 4)]
	}
	assert.Equal(t, []string{"2024-04-15", "2024-04-17", "2024-04-18", "2024-04-19"}, open(calendar.CICG), "the canton's list closes the CICG")
	assert.Equal(t, []string{"2024-04-15", "2024-04-16", "2024-04-18", "2024-04-19"}, open(calendar.Palais), "the circular closes the Palais; what is in doubt does not")
	assert.Equal(t, []string{"2024-04-15", "2024-04-16", "2024-04-17", "2024-04-18"}, open(""), "nobody knows the venue")
	r := april(1)
	r.Venue = calendar.Palais
	assert.Contains(t, fmt.Sprint(find(t, holidays, r).Notes), "in doubt")
	r.Venue = ""
	assert.Contains(t, fmt.Sprint(find(t, holidays, r).Notes), "venue is not known")

	none := calendar.Calendar{}
	r = april(1)
	r.Conference, r.Distance = day("2024-04-30"), 10
	list := starts(find(t, none, r))
	assert.Equal(t, "2024-04-19", list[len(list)-1], "ten days lie between the 19th and the 30th")
	r.Distance = 11
	list = starts(find(t, none, r))
	assert.Equal(t, "2024-04-18", list[len(list)-1])
	r = april(1)
	r.Conference = day("2024-04-17")
	assert.Equal(t, []string{"2024-04-15", "2024-04-16"}, starts(find(t, none, r)), "before the conference, whatever the distance")
	r = april(5)
	r.NotBefore = day("2024-04-17")
	assert.Equal(t, "2024-04-22", starts(find(t, none, r))[0])
	assert.NotContains(t, starts(find(t, none, r)), "2024-04-16")
	r.NotBefore = day("2024-04-23")
	a := find(t, none, r)
	assert.Empty(t, a.Candidates)
	assert.Contains(t, fmt.Sprint(a.Notes), "6 come too early for the papers")
}

func TestTwoBlocks(t *testing.T) {
	cal := made(t, event("npt", "2024-05-13", "2024-05-14", calendar.NPT, att.Verified))
	r := schedule.Request{From: day("2024-04-15"), To: day("2024-05-17"), Blocks: []int{4, 2}, Gap: 20, Venue: calendar.Abroad}
	a := find(t, cal, r)
	best := a.Candidates[0]
	assert.Equal(t, day("2024-04-15"), best.Blocks[0].Start)
	assert.Equal(t, schedule.Span{Start: day("2024-05-09"), End: day("2024-05-10")}, best.Blocks[1], "20 days lie between 18 April and 9 May; the first of the cheapest")
	for _, c := range a.Candidates {
		assert.GreaterOrEqual(t, c.Blocks[0].End.DaysUntil(c.Blocks[1].Start)-1, 20)
	}
	r.Gap = 60
	a = find(t, cal, r)
	assert.Empty(t, a.Candidates)
	assert.Contains(t, fmt.Sprint(a.Notes), "too short for two blocks")
}

func TestGuardAndVague(t *testing.T) {
	feast := event("feast", "2024-04-17", "2024-04-17", calendar.Religious, att.Computed)
	feast.Guard, feast.Place = 1, ""
	vague := event("vague", "2024-04-01", "2024-04-30", calendar.NPT, att.Verified)
	vague.Vague = true
	undated := calendar.Event{ID: "undated", Name: "Undated", Year: 2024, Category: calendar.BWC}
	a := find(t, made(t, feast, vague, undated), april(1))
	w := schedule.DefaultWeights().Category[calendar.Religious]
	scores := map[string]int{}
	for _, c := range a.Candidates {
		scores[c.Blocks[0].Start.String()] = c.Score
		assert.Len(t, c.Possible, 1, "the vague event may lie anywhere in April, and costs nothing")
	}
	assert.Equal(t, []int{0, w.Guard, w.Here, w.Guard, 0},
		[]int{scores["2024-04-15"], scores["2024-04-16"], scores["2024-04-17"], scores["2024-04-18"], scores["2024-04-19"]})
	require.Len(t, a.Undated, 1)
	assert.Equal(t, "undated", a.Undated[0].ID)
}

func TestElsewhereAndLong(t *testing.T) {
	away := event("away", "2024-04-15", "2024-04-15", calendar.NPT, att.Verified)
	away.Place = "New York"
	long := event("long", "2024-04-16", "2024-04-30", calendar.Religious, att.Computed)
	a := find(t, made(t, away, long), april(1))
	w := schedule.DefaultWeights()
	score := func(d string) int { return a.Candidates[slices.Index(starts(a), d)].Score }
	assert.Equal(t, w.Category[calendar.NPT].Elsewhere, score("2024-04-15"))
	assert.Equal(t, w.Category[calendar.Religious].Long, score("2024-04-16"))
	r := april(1)
	r.City = "New York"
	a = find(t, made(t, away), r)
	assert.Equal(t, w.Category[calendar.NPT].Here, score("2024-04-15"), "there it takes rooms")
	r.Weights = w.With(calendar.NPT, schedule.Weight{})
	assert.Zero(t, find(t, made(t, away), r).Candidates[0].Score)
}

func TestFindRefuses(t *testing.T) {
	for name, change := range map[string]func(*schedule.Request){
		"no window":          func(r *schedule.Request) { r.From = att.Date{} },
		"reversed window":    func(r *schedule.Request) { r.From, r.To = r.To, r.From },
		"no blocks":          func(r *schedule.Request) { r.Blocks = nil },
		"three blocks":       func(r *schedule.Request) { r.Blocks = []int{1, 1, 1} },
		"no days":            func(r *schedule.Request) { r.Blocks = []int{0} },
		"negative days":      func(r *schedule.Request) { r.Blocks = []int{-1} },
		"more than a window": func(r *schedule.Request) { r.Blocks = []int{13} },
		"a huge block":       func(r *schedule.Request) { r.Blocks = []int{32} },
		"year 1899":          func(r *schedule.Request) { r.From = day("1899-12-31") },
		"year 2201":          func(r *schedule.Request) { r.To = day("2201-01-01") },
		"a century":          func(r *schedule.Request) { r.To = day("2124-01-01") },
		"negative gap":       func(r *schedule.Request) { r.Gap = -1 },
		"huge distance":      func(r *schedule.Request) { r.Distance = 1 << 40 },
		"negative weight": func(r *schedule.Request) {
			r.Weights = schedule.DefaultWeights().With(calendar.NPT, schedule.Weight{Here: -1})
		},
		"huge weight": func(r *schedule.Request) { r.Weights = schedule.Weights{FreeDay: 1 << 40} },
	} {
		r := april(5)
		change(&r)
		a, err := schedule.Find(calendar.Calendar{}, r)
		require.Error(t, err, name)
		assert.Regexp(t, "^schedule: ", err.Error(), name)
		assert.Empty(t, a.Candidates, name)
	}
}

// brute ranks by going through every day of every event for every start.
func brute(events []calendar.Event, r schedule.Request) []string {
	w := schedule.DefaultWeights()
	var working []att.Date
	for d := r.From; !d.After(r.To); d = d.AddDays(1) {
		if att.MondayToFriday(d) {
			working = append(working, d)
		}
	}
	cost := func(days []att.Date) int {
		points := (days[0].DaysUntil(days[len(days)-1]) + 1 - len(days)) * w.FreeDay
		for _, e := range events {
			weight := w.Category[e.Category]
			for _, d := range days {
				here := weight.Here
				if e.Place != "" && e.Place != "Geneva" {
					here = weight.Elsewhere
				}
				if weight.Long > 0 && e.Start.DaysUntil(e.End) >= 14 {
					here = weight.Long
				}
				switch {
				case !d.Before(e.Start) && !d.After(e.End):
					points += here
				case !d.Before(e.Start.AddDays(-e.Guard)) && !d.After(e.End.AddDays(e.Guard)):
					points += weight.Guard
				}
			}
		}
		return points
	}
	type option struct {
		score int
		dates string
	}
	var options []option
	n := r.Blocks[0]
	for i := 0; i+n <= len(working); i++ {
		one := working[i : i+n]
		best := option{score: -1}
		if len(r.Blocks) == 1 {
			best = option{cost(one), one[0].String()}
		} else {
			m := r.Blocks[1]
			for j := i + n; j+m <= len(working); j++ {
				two := working[j : j+m]
				if one[n-1].DaysUntil(two[0])-1 < r.Gap {
					continue
				}
				if s := cost(one) + cost(two); best.score < 0 || s < best.score {
					best = option{s, one[0].String() + " " + two[0].String()}
				}
			}
		}
		if best.score >= 0 {
			options = append(options, best)
		}
	}
	slices.SortStableFunc(options, func(a, b option) int { return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.dates, b.dates)) })
	var list []string
	for _, o := range options {
		list = append(list, fmt.Sprint(o.dates, " ", o.score))
	}
	return list
}

func ranked(a schedule.Answer) []string {
	var list []string
	for _, c := range a.Candidates {
		dates := c.Blocks[0].Start.String()
		if len(c.Blocks) > 1 {
			dates += " " + c.Blocks[1].Start.String()
		}
		list = append(list, fmt.Sprint(dates, " ", c.Score))
	}
	return list
}

// FuzzFind compares with brute force, adds clashes up to scores, and puts events in another order.
func FuzzFind(f *testing.F) {
	f.Add(uint64(1), 5, 0, 0)
	f.Add(uint64(2), 4, 2, 30)
	f.Add(uint64(3), 1, 1, 0)
	f.Fuzz(func(t *testing.T, seed uint64, n, m, gap int) {
		rng := rand.New(rand.NewPCG(seed, 7))
		r := schedule.Request{From: day("2025-01-06"), To: day("2025-05-30"), Blocks: []int{1 + abs(n)%8}, Gap: abs(gap) % 60, Venue: calendar.Abroad}
		if m != 0 {
			r.Blocks = append(r.Blocks, 1+abs(m)%8)
		}
		var events []calendar.Event
		for i := range rng.IntN(40) {
			start := r.From.AddDays(rng.IntN(160) - 10)
			categories := calendar.Categories()
			events = append(events, calendar.Event{
				ID: fmt.Sprint("e", i), Name: "e", Start: start, End: start.AddDays(rng.IntN(25)), Guard: rng.IntN(3),
				Place: []string{"", "Geneva", "New York"}[rng.IntN(3)], Category: categories[rng.IntN(len(categories))],
				Confidence: []att.Confidence{att.Verified, att.Recalled, att.Unknown}[rng.IntN(3)],
			})
		}
		a := find(t, made(t, events...), r)
		require.Equal(t, brute(events, r), ranked(a))
		for _, c := range a.Candidates {
			sum := c.FreeDays
			for _, x := range c.Clashes {
				sum += x.Points
			}
			require.Equal(t, c.Score, sum, "every point has its event")
		}
		rng.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		require.Equal(t, a, find(t, made(t, events...), r), "the order of events does not matter")
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

// TestNoVerifiedMeetingIn2027: every answer for 2027 says that none of its meetings is verified.
func TestNoVerifiedMeetingIn2027(t *testing.T) {
	a := find(t, calendar.Embedded(), schedule.Request{From: day("2027-03-01"), To: day("2027-05-31"), Blocks: []int{5}, Venue: calendar.CICG, Top: 1})
	assert.Contains(t, fmt.Sprint(a.Notes), "2027: no verified meeting")
	a = find(t, calendar.Embedded(), schedule.Request{From: day("2024-03-01"), To: day("2024-05-31"), Blocks: []int{5}, Venue: calendar.CICG, Top: 1})
	assert.NotContains(t, fmt.Sprint(a.Notes), "no verified meeting")
}

// TestNoVerifiedMeetingSaysAsCoverage: the note about a year says what the calendar's own line about it does.
func TestNoVerifiedMeetingSaysAsCoverage(t *testing.T) {
	plain := event("plain", "2024-09-02", "2024-09-02", calendar.NPT, att.Recalled)
	vague := event("vague", "2024-10-01", "2024-10-31", calendar.NPT, att.Recalled)
	vague.Vague = true
	undated := calendar.Event{ID: "undated", Name: "undated", Year: 2024, Category: calendar.NPT, Confidence: att.Recalled}
	for _, events := range [][]calendar.Event{{}, {plain}, {plain, vague}, {plain, undated}, {vague, undated}} {
		cal := made(t, events...)
		assert.Equal(t, cal.Coverage(2024).String()+"; an empty week there says little.", find(t, cal, april(5)).Notes[0].String())
	}
}

// TestNoWeekOfSpringIsFree: no week of March to May 2024 is free of every event, so a rule on any overlap would
// always fire.
func TestNoWeekOfSpringIsFree(t *testing.T) {
	a := find(t, calendar.Embedded(), schedule.Request{From: day("2024-03-01"), To: day("2024-05-31"), Blocks: []int{5}, Venue: calendar.CICG})
	for _, c := range a.Candidates {
		assert.NotEmpty(t, c.Clashes, c.Blocks[0].Start)
	}
}
