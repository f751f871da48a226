package assess_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/finance"
	"attwork.example/reporting/assess"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

func en(s string) att.Text { return att.Text{att.English: s} }

func session(start, end string) calendar.Event {
	return calendar.Event{
		ID: "cd", Name: "Conference on Disarmament", Start: att.MustDate(start), End: att.MustDate(end), Place: "Geneva",
		Category: calendar.ConferenceOnDisarmament, Confidence: att.Recalled, Source: "made up",
	}
}

// small is a cycle with one round of two days, 9 and 10 April 2024, of which all is known.
func small() att.Programme {
	day := att.WorkingDay
	p := att.Programme{
		ID: "small", Name: en("Small"), Constructed: true,
		Conference: att.Conference{Body: "csp", CycleStart: att.MustDate("2023-08-25"), Meeting: att.Meeting{Start: att.MustDate("2024-08-19"), End: att.MustDate("2024-08-23")}},
		Stages:     []att.Stage{{ID: "before"}, {ID: "after"}},
		Bodies: []att.Body{
			{ID: "a", Kind: att.WorkingGroup, Role: att.WGETI, Lines: []att.Line{}, Mandate: att.Mandate{Topics: []att.Topic{
				{ID: "lists", Stage: "before", Focus: att.NationalPractice, Support: []string{"fund"}},
				{ID: "news", Focus: att.NationalPractice, Current: true, Support: []string{}},
			}}},
			{ID: "a-1", Kind: att.SubWorkingGroup, Parent: "a", Lines: []att.Line{}, Mandate: att.Mandate{Topics: []att.Topic{
				{ID: "records", Stage: "before", Focus: att.Policy, Support: []string{"sponsors"}},
			}}},
			{ID: "b", Kind: att.WorkingGroup, Role: att.WGTR, Lines: []att.Line{}, Mandate: att.Mandate{Topics: []att.Topic{}}},
			{ID: "c", Kind: att.WorkingGroup, Role: att.WGTU, Lines: []att.Line{{Sort: att.ContributesTo, To: "a", Topics: []string{"lists"}}}, Mandate: att.Mandate{Topics: []att.Topic{}}},
			{ID: "csp", Kind: att.ConferenceBody},
			{ID: "fund", Kind: att.Fund, Role: att.VoluntaryTrustFund},
			{ID: "sponsors", Kind: att.Fund, Role: att.SponsorshipProgramme},
		},
		Consultations: []att.Consultation{
			{ID: "north", Shape: att.Regional, Region: "North", Format: att.Virtual, Start: att.MustDate("2024-02-01")},
			{ID: "south", Shape: att.Regional, Region: "South", Format: att.Cancelled},
		},
		Documents: []att.Document{
			{ID: "early", Kind: att.NationalWorkingPaper, For: "lists", Distributed: att.MustDate("2024-03-10")},
			{ID: "late", Kind: att.OtherDocument, For: "round", Distributed: att.MustDate("2024-04-10")},
			{ID: "too-late", Kind: att.OtherDocument, For: "a", Distributed: att.MustDate("2024-04-11")},
			{ID: "drafts", Kind: att.ChairReport, For: "csp", Distributed: att.MustDate("2024-08-09")},
			{ID: "final-report", Kind: att.Report, For: "csp", Distributed: att.MustDate("2024-08-23")},
		},
		Rounds: []att.Round{{
			ID: "round", Bodies: []string{"a", "a-1", "b", "c"},
			Meeting:       att.Meeting{City: "Geneva", Format: att.InPerson, Days: []att.Day{day(att.MustDate("2024-04-09")), day(att.MustDate("2024-04-10"))}},
			Participation: []att.Participation{{Group: att.StatesParties, Count: att.Exactly(90), Of: att.Exactly(113)}, {Group: att.CapitalExperts, Count: att.Exactly(7)}},
		}},
	}
	items := [][]att.Item{
		{{Topic: "lists", Bodies: []string{"a", "c"}, Minutes: 180}},
		{{Topic: "records", Bodies: []string{"a-1"}, Minutes: 120}},
		{{Topic: "news", Bodies: []string{"a"}, Minutes: 60}},
		{{Topic: "records", Bodies: []string{"a-1"}, Minutes: 60}},
	}
	for i := range items {
		p.Rounds[0].Days[i/2].Sittings[i%2].Items = items[i]
	}
	return p
}

func TestSmall(t *testing.T) {
	a := assessed(t, assess.Subject{Programme: small()})
	values{
		"practical-minutes":     {nil, exactly(240)}, // lists 180, news 60
		"practical-share":       {nil, of(240, 420)},
		"stages-covered":        {nil, of(1, 2)},
		"national-papers":       {nil, exactly(1)},
		"regions":               {nil, assess.Names{List: []string{"North"}}},
		"states-parties":        {nil, of(90, 113)},
		"groups-joined":         {nil, of(2, 3)}, // b stands alone
		"contributions":         {nil, exactly(1)},
		"round-papers-out":      {nil, of(1, 2)}, // one came on the second day; what came after the round is not for it
		"round-paper-days":      {nil, assess.Days{Least: -1, Median: -1, Most: 30, Known: 2, Of: att.Exactly(2)}},
		"conference-papers-out": {nil, of(1, 1)},
		"conference-paper-days": {nil, assess.Days{Least: 10, Median: 10, Most: 10, Known: 1, Of: att.Exactly(1)}},
		"consultations":         {nil, exactly(1)},
		"consultation-days":     {nil, exactly(1)},
		"days-before-rounds":    {nil, exactly(227)}, // 6 of August, 30, 31, 30, 31, 31, 29, 31, 8 of April
		"days-after-rounds":     {nil, exactly(130)}, // 20 of April, 31, 30, 31, 18 of August
		"fund-topics":           {nil, of(1, 3)},
		"sponsorship-topics":    {nil, of(1, 3)},
		"spare-minutes":         {nil, of(300, 720)},
		"current-topics":        {nil, exactly(1)},
		"capital-experts":       {nil, exactly(7)},
		"clash-points":          {nil, nil},
	}.hold(t, a)
	assert.Equal(t, []string{"No calendar is given."}, texts(measure(t, a, "clash-points").After.Gaps))
	percent, known := measure(t, a, "practical-share").After.Value.(assess.Share).Percent()
	assert.Equal(t, []any{57, true}, []any{percent, known}, "240 of 420 is 57.1 %")
	assert.Equal(t, assess.Measured, a.Advantages[0].Verdict, "spare minutes, current topics and participation are all known")
	assert.Equal(t, assess.Measured, a.Advantages[2].Verdict)
}

// TestInPart: what is known in part is a lower bound, and what is not known at all is unknown.
func TestInPart(t *testing.T) {
	p := small()
	p.Partial = []string{"documents", "consultations", "bodies[a].mandate.topics", "bodies[b].lines"}
	p.Documents[0].Distributed = att.Date{}
	p.Rounds[0].Participation = []att.Participation{{Group: att.StatesParties, Count: att.AtLeast(80)}}
	p.Rounds = append(p.Rounds, att.Round{ID: "other", Meeting: att.Meeting{Format: att.Virtual, Start: att.MustDate("2024-05-06"), End: att.MustDate("2024-05-06")}})
	p.Bodies[0].Mandate.Topics[1].Support = nil
	a := assessed(t, assess.Subject{Programme: p})
	values{
		"practical-minutes": {nil, atLeast(240)},
		"practical-share":   {nil, assess.Share{Part: att.AtLeast(240), Whole: att.AtLeast(420)}},
		"stages-covered":    {nil, assess.Share{Part: att.AtLeast(1), Whole: att.Exactly(2)}},
		"national-papers":   {nil, atLeast(1)},
		"regions":           {nil, assess.Names{List: []string{"North"}, Partial: true}},
		"states-parties":    {nil, nil}, // nobody knows of how many
		"groups-joined":     {nil, nil},
		"contributions":     {nil, atLeast(1)},
		"round-papers-out":  {nil, nil}, // of the two, one came late and of the other nobody knows
		"round-paper-days":  {nil, assess.Days{Least: -1, Median: -1, Most: -1, Known: 1, Of: att.AtLeast(2)}},
		"consultations":     {nil, atLeast(1)},
		"fund-topics":       {nil, assess.Share{Part: att.AtLeast(1), Whole: att.AtLeast(3)}},
		"current-topics":    {nil, atLeast(1)},
		"capital-experts":   {nil, nil},
	}.hold(t, a)
	_, known := measure(t, a, "practical-share").After.Value.(assess.Share).Percent()
	assert.False(t, known, "a bound of a bound is no share")
	assert.Contains(t, texts(measure(t, a, "round-paper-days").After.Gaps), "Papers of which nobody knows when they went out, or when their meeting opened: 1.")
	assert.NotEmpty(t, measure(t, a, "national-papers").After.Gaps)
	assert.False(t, measure(t, a, "national-papers").After.Exact())
	assert.Equal(t, assess.MeasuredPart, a.Advantages[1].Verdict)

	p = small()
	p.Consultations[0].Region = ""
	p.Stages = []att.Stage{}
	p.Documents = []att.Document{}
	p.Rounds[0].Days[0].Sittings[0].Items[0].Minutes = 600
	p.Bodies = p.Bodies[:1]
	a = assessed(t, assess.Subject{Programme: p})
	values{
		"regions": {nil, nil}, "stages-covered": {nil, of(0, 0)}, "national-papers": {nil, exactly(0)}, "round-paper-days": {nil, nil},
		"round-papers-out": {nil, of(0, 0)}, "spare-minutes": {nil, of(0, 720)}, "groups-joined": {nil, nil},
	}.hold(t, a)
	_, known = measure(t, a, "stages-covered").After.Value.(assess.Share).Percent()
	assert.False(t, known, "a share of nothing")
	assert.Equal(t, []string{"There are no such papers."}, texts(measure(t, a, "round-paper-days").After.Gaps))
	assert.Equal(t, []string{"The items want 120 minutes more than the sittings have."}, texts(measure(t, a, "spare-minutes").After.Gaps))
	p.Rounds[0].Days[0].Sittings[0].Items[0].Minutes = 480
	full := measure(t, assessed(t, assess.Subject{Programme: p}), "spare-minutes").After
	assert.Equal(t, of(0, 720), full.Value)
	assert.Empty(t, full.Gaps, "full to the minute is not too full")
	assert.Equal(t, []string{"There are fewer than two working groups to join up."}, texts(measure(t, a, "groups-joined").After.Gaps))
}

// TestNoRound: a cycle without an in-person round has no such participation, time or rank; that is known, and no lack of data.
func TestNoRound(t *testing.T) {
	p := small()
	p.Rounds = []att.Round{{ID: "online", Meeting: att.Meeting{Format: att.Virtual, Start: att.MustDate("2024-04-09"), End: att.MustDate("2024-04-10")}}}
	cal, err := calendar.New(session("2024-04-09", "2024-04-09"))
	require.NoError(t, err)
	a := assessed(t, assess.Subject{Programme: p, Calendar: cal})
	for _, id := range []string{"states-parties", "capital-experts", "days-before-rounds", "spare-minutes"} {
		assert.Equal(t, []string{"There is no in-person round."}, texts(measure(t, a, id).After.Gaps), id)
	}
	values{"dates": {nil, assess.Periods{}}, "clash-points": {nil, exactly(0)}, "clashes": {nil, assess.Clashes{}}, "rank": {nil, assess.Ranks{}}, "verified-meetings": {nil, of(0, 0)}}.hold(t, a)
}

// TestRank counts the starts of two days in a row by hand. The Conference on Disarmament costs 2 points a day in Geneva.
func TestRank(t *testing.T) {
	cal, err := calendar.New(session("2024-04-10", "2024-04-12"), calendar.Event{
		ID: "vague", Name: "A meeting of April", Start: att.MustDate("2024-04-01"), End: att.MustDate("2024-04-30"), Vague: true, Category: calendar.CCW, Confidence: att.Recalled,
	}, calendar.Event{
		ID: "vague-too", Name: "A course", Start: att.MustDate("2024-04-02"), End: att.MustDate("2024-04-30"), Vague: true, Category: calendar.Other, Confidence: att.Recalled,
	})
	require.NoError(t, err)
	s := assess.Subject{Programme: small(), Calendar: cal, Options: assess.Options{First: time.April, Last: time.April}}
	a := assessed(t, s)
	// April 2024 has 22 working days, so 21 starts. The event takes Wednesday to Friday: the start on 9 April meets it on one day,
	// those on 10 and 11 on two, that on Friday 12 on one and has a weekend inside, which costs too, as it does from 5, 19 and 26.
	// The other 14 cost nothing.
	want := assess.Rank{
		Round: "round", From: att.MustDate("2024-04-01"), To: att.MustDate("2024-04-30"), Points: 2, Better: 14, Same: 0, Of: 21,
		VerifiedRank: 6, // no event is verified, so those without a weekend rank by date: 1 to 4 and 8 April come before
	}
	values{"rank": {nil, assess.Ranks{want}}, "clash-points": {nil, exactly(2)}, "verified-meetings": {nil, of(0, 2)}}.hold(t, a)
	m := measure(t, a, "clashes")
	require.Len(t, m.After.Value, 1)
	assert.Equal(t, []att.Source{{ID: "cd", Title: "made up"}}, m.After.Sources)
	assert.Equal(t, att.Recalled, m.After.Confidence)
	assert.Equal(t, []string{"Only the month is known, so it costs nothing: A course.", "Only the month is known, so it costs nothing: A meeting of April."}, texts(m.After.Gaps))

	s.Options.First, s.Options.Last = time.May, time.June
	m = measure(t, assessed(t, s), "rank")
	assert.Nil(t, m.After.Value)
	assert.Contains(t, texts(m.After.Gaps), "Round round has no rank: its days are none of the starts from 2024-05-01 to 2024-06-30.")

	s.Options = assess.Options{}
	s.Programme.Rounds[0].Days[1].Date = att.MustDate("2024-06-13") // not in a row, and beyond May
	m = measure(t, assessed(t, s), "rank")
	assert.Contains(t, texts(m.After.Gaps), "Round round has no rank: its days are none of the starts from 2024-03-01 to 2024-06-30.")
	values{"clash-points": {nil, exactly(0)}}.hold(t, assessed(t, s))

	s.Programme.Rounds[0].Days = nil
	s.Programme.Rounds[0].Start = att.MustDate("2024-04-09") // and no end
	for _, id := range []string{"dates", "clash-points", "rank", "verified-meetings"} {
		m = measure(t, assessed(t, s), id)
		assert.Nil(t, m.After.Value, id)
		assert.Equal(t, []string{"The dates of the in-person rounds are not all known."}, texts(m.After.Gaps), id)
	}

	s.Options.Weights = schedule.Weights{FreeDay: -1}
	_, err = assess.Assess(s)
	assert.ErrorContains(t, err, "weight")
	s.Before = small()
	_, err = assess.Assess(s)
	assert.ErrorContains(t, err, "weight")
}

// TestDecember: a window may begin a year before it ends.
func TestDecember(t *testing.T) {
	p := small()
	p.Conference.Start, p.Conference.End = att.Date{}, att.Date{}
	p.Rounds = append(p.Rounds, p.Rounds[0])
	p.Rounds[0].Days = []att.Day{att.WorkingDay(att.MustDate("2023-02-01"))}
	p.Rounds[1].Days = []att.Day{att.WorkingDay(att.MustDate("2023-12-29"))}
	cal, err := calendar.New(session("2023-12-29", "2023-12-29"), calendar.Event{
		ID: "vague", Name: "A meeting of the year", Start: att.MustDate("2023-01-01"), End: att.MustDate("2023-12-31"), Vague: true, Category: calendar.CCW, Confidence: att.Recalled,
	})
	require.NoError(t, err)
	a := assessed(t, assess.Subject{Programme: p, Calendar: cal})
	assert.Len(t, measure(t, a, "clashes").After.Gaps, 1, "an event that may lie on both rounds is named once")
	assert.Len(t, measure(t, a, "rank").After.Gaps, 2, "the year without a verified meeting and the unknown venue, once for both")
	ranks := measure(t, a, "rank").After.Value.(assess.Ranks)
	require.Len(t, ranks, 2)
	assert.Equal(t, []att.Date{att.MustDate("2023-02-01"), att.MustDate("2023-12-31")}, []att.Date{ranks[1].From, ranks[1].To})
	assert.Equal(t, 2, ranks[1].Points)
	assert.Equal(t, ranks[1].Of-1, ranks[1].Better)
	s := assess.Subject{Programme: p, Calendar: cal, Options: assess.Options{First: time.November, Last: 13}} // the thirteenth is January
	m := measure(t, assessed(t, s), "rank")
	require.Len(t, m.After.Value, 1)
	assert.Equal(t, att.MustDate("2024-01-31"), m.After.Value.(assess.Ranks)[0].To)
}

// TestShares: 1,000 in four equal parts with a floor of 200 becomes 700. The three that rest on no floor pay less.
func TestShares(t *testing.T) {
	share := func(total string) finance.Assessment {
		return finance.Assessment{
			Total: finance.MustMoney("USD " + total), Limits: finance.Limits{Floor: finance.MustMoney("USD 100.00")},
			Payers: []finance.Assessed{{ID: "AAA", Rate: 30_000}, {ID: "BBB", Rate: 30_000}, {ID: "CCC", Rate: 30_000}, {ID: "DDD", Rate: 1}},
		}
	}
	s := assess.Subject{Before: small(), Programme: small(), Shares: assess.Shares{Before: share("1000.00"), After: share("700.00")}}
	a := assessed(t, s)
	values{"contributions-changed": {nil, of(3, 4)}, "contributions-on-floor": {nil, of(1, 4)}, "saving": {nil, nil}}.hold(t, a)
	assert.Equal(t, []string{"No cost book is given."}, texts(measure(t, a, "saving").After.Gaps))
	s.Shares.After.Total = finance.MustMoney("USD 1.00")
	_, err := assess.Assess(s)
	assert.ErrorIs(t, err, finance.ErrFloor)
}

// TestMoneyCannot: what package finance refuses is an error, on either side.
func TestMoneyCannot(t *testing.T) {
	b := book(t)
	b.Entries[0].Payer = "nobody"
	for _, before := range []att.Programme{{}, small()} {
		_, err := assess.Assess(assess.Subject{Before: before, Programme: small(), Book: b})
		assert.Error(t, err)
	}
	var refused *att.InputError
	_, err := assess.Assess(assess.Subject{Before: small(), Programme: small(), Book: b})
	assert.ErrorAs(t, err, &refused)
}

// TestBreakEven: no number where no cost grows with consultations, where nothing else of the budget is compared, where there is
// no saving, or where no calendar has so many days.
func TestBreakEven(t *testing.T) {
	longer := small()
	longer.Rounds[0].Days = append(longer.Rounds[0].Days, att.WorkingDay(att.MustDate("2024-04-11")))
	unknown := small()
	unknown.Rounds = nil
	cheap, without := book(t), book(t)
	cheap.UnitCosts[1].Likely.Amount = finance.MustMoney("USD 0.0001")
	cheap.UnitCosts[1].High.Amount = finance.MustMoney("USD 0.0001")
	cheap.UnitCosts[0].Likely.Amount = finance.MustMoney("USD 1000000")
	cheap.UnitCosts[0].High.Amount = finance.MustMoney("USD 1000000")
	without.Entries = without.Entries[:1]
	for name, c := range map[string]struct {
		before, after att.Programme
		book          finance.Book
		value         assess.Value
		gap           string
	}{
		"no such cost":        {longer, small(), without, nil, "No cost of the conference budget grows with the days of consultations."},
		"nothing compared":    {small(), unknown, book(t), nil, "Not compared, since nobody knows how often it is incurred after the change: Rooms."},
		"no saving":           {small(), longer, book(t), exactly(0), "The conference budget saves nothing even without consultations."},
		"beyond any calendar": {longer, small(), cheap, nil, "No number of consultation days that anybody could hold eats the saving up."},
	} {
		r := measure(t, assessed(t, assess.Subject{Before: c.before, Programme: c.after, Book: c.book}), "break-even-days").After
		assert.Equal(t, c.value, r.Value, name)
		assert.Contains(t, texts(r.Gaps), c.gap, name)
	}
}

// TestBounds: money that rests on a lower bound says so, alone and compared.
func TestBounds(t *testing.T) {
	p := small()
	p.Consultations[0].Format = att.Virtual
	p.Consultations = append(p.Consultations, att.Consultation{ID: "undated", Format: att.Virtual})
	gaps := texts(measure(t, assessed(t, assess.Subject{Programme: p, Book: book(t)}), "cost").After.Gaps)
	assert.Contains(t, gaps, "Rests on a lower bound of how often it is incurred: Consultations.")
	p.Consultations = nil
	gaps = texts(measure(t, assessed(t, assess.Subject{Programme: p, Book: book(t)}), "cost").After.Gaps)
	assert.Contains(t, gaps, "Left out, since nobody knows how often it is incurred: Consultations.")
	p.Consultations = []att.Consultation{{ID: "dated", Format: att.Virtual, Start: att.MustDate("2024-02-01")}, {ID: "undated", Format: att.Virtual}}
	gaps = texts(measure(t, assessed(t, assess.Subject{Before: small(), Programme: p, Book: book(t)}), "saving").After.Gaps)
	assert.Contains(t, gaps, "Rests on a lower bound of how often it is incurred: Consultations.")
}

func TestLens(t *testing.T) {
	a := assessed(t, assess.Subject{Programme: small()})
	for _, id := range []assess.LensID{assess.Goals, assess.Support, assess.Finance, assess.Calendar} {
		l := a.Lens(id)
		assert.Equal(t, id, l.ID)
		assert.Equal(t, "1", l.Cites[0].Paragraph)
		assert.NotEmpty(t, l.Measures)
	}
	assert.Empty(t, a.Lens("score"))
	_, ok := a.Measure("score")
	assert.False(t, ok, "there is none")
}

// TestWords: each measure and lens has words, citations and a key of its own.
func TestWords(t *testing.T) {
	a := whole(t, small(), small())
	met := map[string]bool{}
	once := func(m check.Message) {
		assert.NotEmpty(t, m.English)
		assert.False(t, met[m.Key], m.Key)
		met[m.Key] = true
	}
	own := map[string]bool{"spare-minutes": true, "current-topics": true, "capital-experts": true}
	for _, l := range a.Lenses {
		once(l.Title)
		for _, m := range l.Measures {
			once(m.Title)
			once(m.Basis)
			assert.NotEmpty(t, m.Cites, m.ID)
			assert.True(t, att.ValidID(m.ID), m.ID)
		}
	}
	for _, adv := range a.Advantages {
		assert.NotEmpty(t, adv.Measures, adv.Passage.Number)
		assert.NotEmpty(t, adv.Passage.Sense, adv.Passage.Number)
		for _, m := range adv.Measures {
			if own[m.ID] {
				once(m.Title)
				assert.NotEmpty(t, m.Cites, m.ID)
			}
		}
	}
}

// TestChangesNothing: a subject is as it was, and what it assesses is not shared between two assessments.
func TestChangesNothing(t *testing.T) {
	s := assess.Subject{Before: small(), Programme: small(), Book: book(t), Calendar: calendar.Embedded()}
	first := assessed(t, s)
	assert.Equal(t, small(), s.Programme)
	assert.Equal(t, small(), s.Before)
	assert.Equal(t, book(t), s.Book)
	for i := range first.Lenses {
		for j := range first.Lenses[i].Measures {
			first.Lenses[i].Measures[j].After = assess.Reading{}
			clear(first.Lenses[i].Measures[j].Cites)
		}
	}
	second := assessed(t, s)
	assert.Equal(t, exactly(240), measure(t, second, "practical-minutes").After.Value)
	assert.Equal(t, "9.1", measure(t, second, "practical-minutes").Cites[0].Paragraph)
}

// TestSources: sources are those of the programme, in order and each once, and one that it does not list keeps its id; the
// weakest confidence counts.
func TestSources(t *testing.T) {
	p := small()
	p.Sources = []att.Source{{ID: "b", Title: "A paper"}}
	p.Documents = append(p.Documents, p.Documents[0])
	p.Documents[0].Provenance = att.Provenance{Confidence: att.Verified, Sources: []string{"b", "a"}}
	p.Documents[5].Provenance = att.Provenance{Confidence: att.Recalled, Sources: []string{"b"}}
	r := measure(t, assessed(t, assess.Subject{Programme: p}), "national-papers").After
	assert.Equal(t, exactly(2), r.Value)
	assert.Equal(t, []att.Source{{ID: "a"}, {ID: "b", Title: "A paper"}}, r.Sources)
	assert.Equal(t, att.Recalled, r.Confidence)
}

// TestConferenceLater: a round after the conference opens is no time between, and a rank must lie before it.
func TestConferenceLater(t *testing.T) {
	p := small()
	p.Conference.Start, p.Conference.End = att.MustDate("2024-04-08"), att.MustDate("2024-04-12")
	cal, err := calendar.New(session("2024-04-09", "2024-04-09"))
	require.NoError(t, err)
	a := assessed(t, assess.Subject{Programme: p, Calendar: cal})
	values{"days-after-rounds": {nil, nil}, "rank": {nil, nil}, "clash-points": {nil, exactly(2)}}.hold(t, a)
}

// TestOtherBodies: a committee that plays the part of the group on implementation is no working group, and its topics do not
// count.
func TestOtherBodies(t *testing.T) {
	p := small()
	p.Bodies = append(p.Bodies, att.Body{ID: "d", Kind: att.Committee, Role: att.WGETI, Lines: []att.Line{{Sort: att.ContributesTo, To: "a"}}, Mandate: att.Mandate{Topics: []att.Topic{
		{ID: "end-use", Stage: "after", Current: true, Support: []string{"fund"}},
	}}})
	values{
		"stages-covered": {nil, of(1, 2)}, "current-topics": {nil, exactly(1)}, "fund-topics": {nil, of(1, 3)}, "contributions": {nil, exactly(1)}, "groups-joined": {nil, of(2, 3)},
	}.hold(t, assessed(t, assess.Subject{Programme: p}))
}

// TestTurnOfTheYear: a round over New Year rests on the calendar of both years, and half a window is none.
func TestTurnOfTheYear(t *testing.T) {
	p := small()
	p.Rounds[0].Days = []att.Day{att.WorkingDay(att.MustDate("2023-12-28")), att.WorkingDay(att.MustDate("2023-12-29")), att.WorkingDay(att.MustDate("2024-01-02"))}
	before, after := session("2023-03-01", "2023-03-02"), session("2024-03-01", "2024-03-02")
	after.ID, after.Confidence = "later", att.Verified
	cal, err := calendar.New(before, after)
	require.NoError(t, err)
	values{"verified-meetings": {nil, of(1, 2)}}.hold(t, assessed(t, assess.Subject{Programme: p, Calendar: cal}))
	s := assess.Subject{Programme: small(), Calendar: cal, Options: assess.Options{First: time.April}}
	assert.Equal(t, att.MustDate("2024-03-01"), measure(t, assessed(t, s), "rank").After.Value.(assess.Ranks)[0].From)
}

// TestOnce: a region or a stage that comes twice counts once; and once every stage has a topic, topics that nobody knows change
// nothing about it.
func TestOnce(t *testing.T) {
	p := small()
	p.Consultations = append(p.Consultations, p.Consultations[0])
	p.Bodies[0].Mandate.Topics = append(p.Bodies[0].Mandate.Topics, att.Topic{ID: "use", Stage: "after", Support: []string{}})
	p.Partial = []string{"bodies[a].mandate.topics"}
	a := assessed(t, assess.Subject{Programme: p})
	values{"regions": {nil, assess.Names{List: []string{"North"}}}, "stages-covered": {nil, of(2, 2)}}.hold(t, a)
	assert.Empty(t, measure(t, a, "stages-covered").After.Gaps)
}
