package att_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"attwork.example/att"
)

// block is a round of which only start and end are known.
func block(id, start, end string, format att.Format) att.Round {
	return att.Round{ID: id, Meeting: att.Meeting{
		Start: att.MustDate(start), End: att.MustDate(end), City: "Geneva", Format: format,
		Provenance: att.Provenance{Confidence: att.Recalled},
	}}
}

// days is a round on these days.
func days(id string, dates ...string) att.Round {
	r := att.Round{ID: id, Meeting: att.Meeting{City: "Geneva", Format: att.InPerson}}
	for _, d := range dates {
		r.Days = append(r.Days, att.Day{Date: att.MustDate(d)})
	}
	return r
}

func programme(rounds ...att.Round) att.Programme {
	return att.Programme{Consultations: []att.Consultation{}, Rounds: rounds}
}

// TestMeasureRounds has the counts that the facts give for real cycles: 8 days on 2 trips before CSP9, 6
// on 2 before CSP10, none before CSP7, 4 on 1 before CSP6.
func TestMeasureRounds(t *testing.T) {
	for name, c := range map[string]struct {
		p                   att.Programme
		rounds, trips, days att.Count
		nights              att.Count
	}{
		"CSP9: two rounds of four days": {
			programme(block("r1", "2023-02-14", "2023-02-17", att.InPersonWithStream), block("r2", "2023-05-09", "2023-05-12", att.InPersonWithStream)),
			att.Exactly(2), att.Exactly(2), att.Exactly(8), att.Exactly(8),
		},
		"CSP10: four days, then two": {
			programme(block("r1", "2024-02-20", "2024-02-23", att.InPersonWithStream), block("r2", "2024-05-16", "2024-05-17", att.InPerson)),
			att.Exactly(2), att.Exactly(2), att.Exactly(6), att.Exactly(6),
		},
		"CSP8: hybrid, then with remote access": {
			programme(block("r1", "2022-02-15", "2022-02-18", att.Hybrid), block("r2", "2022-04-26", "2022-04-29", att.InPersonWithRemote)),
			att.Exactly(2), att.Exactly(2), att.Exactly(8), att.Exactly(8),
		},
		"CSP7: one round online": {
			programme(block("r1", "2021-04-26", "2021-04-30", att.Virtual)),
			att.Exactly(1), att.Exactly(0), att.Exactly(0), att.Exactly(0),
		},
		"CSP6: the second round was cancelled": {
			programme(block("r1", "2020-02-04", "2020-02-07", att.InPerson), block("r2", "2020-04-14", "2020-04-17", att.Cancelled)),
			att.Exactly(1), att.Exactly(1), att.Exactly(4), att.Exactly(4),
		},
		"the draft: one block of five days": {
			programme(block("r1", "2024-04-15", "2024-04-19", att.InPerson)),
			att.Exactly(1), att.Exactly(1), att.Exactly(5), att.Exactly(5),
		},
		"a weekend does not end a trip": {
			programme(block("r1", "2024-04-18", "2024-04-23", att.InPerson)),
			att.Exactly(1), att.Exactly(1), att.Exactly(4), att.Exactly(6),
		},
		"one free working day does not end a trip": {
			programme(days("r1", "2024-04-15", "2024-04-17")),
			att.Exactly(1), att.Exactly(1), att.Exactly(2), att.Exactly(3),
		},
		"two free working days end it": {
			programme(days("r1", "2024-04-15", "2024-04-18")),
			att.Exactly(1), att.Exactly(2), att.Exactly(2), att.Exactly(2),
		},
		"two rounds in one week are one trip": {
			programme(days("r1", "2024-04-15"), days("r2", "2024-04-16", "2024-04-15")),
			att.Exactly(2), att.Exactly(1), att.Exactly(2), att.Exactly(2),
		},
		"a round without dates leaves days and trips open": {
			programme(block("r1", "2026-03-16", "2026-03-19", att.InPerson), att.Round{ID: "r2", Meeting: att.Meeting{Format: att.InPerson}}),
			att.Exactly(2), att.AtLeast(1), att.AtLeast(4), att.AtLeast(4),
		},
		"a round in writing, without dates": {
			programme(block("r1", "2026-03-16", "2026-03-19", att.InPerson), att.Round{ID: "r2", Meeting: att.Meeting{Format: att.Written}}),
			att.Exactly(2), att.Exactly(1), att.Exactly(4), att.Exactly(4),
		},
		"a round online, without dates": {
			programme(block("r1", "2026-03-16", "2026-03-19", att.InPerson), att.Round{ID: "r2", Meeting: att.Meeting{Format: att.Virtual}}),
			att.Exactly(2), att.Exactly(1), att.Exactly(4), att.Exactly(4),
		},
		"a round of unknown format": {
			programme(block("r1", "2026-03-16", "2026-03-19", "")),
			att.Exactly(1),
			att.Count{},
			att.Count{},
			att.Count{},
		},
		"a block of more than a month is a slip of the pen": {
			programme(block("r1", "2024-04-15", "2025-04-15", att.InPerson)),
			att.Exactly(1),
			att.Count{},
			att.Count{},
			att.Count{},
		},
		"an end before the start": {
			programme(block("r1", "2024-04-15", "2024-04-11", att.InPerson)),
			att.Exactly(1),
			att.Count{},
			att.Count{},
			att.Count{},
		},
		"rounds: none":   {att.Programme{Rounds: []att.Round{}}, att.Exactly(0), att.Exactly(0), att.Exactly(0), att.Exactly(0)},
		"nothing at all": {att.Programme{}, att.Count{}, att.Count{}, att.Count{}, att.Count{}},
	} {
		m := att.Measure(c.p, att.MeasureOptions{})
		assert.Equal(t, c.rounds, m.Rounds, "%s: rounds", name)
		assert.Equal(t, c.trips, m.Trips, "%s: trips", name)
		assert.Equal(t, c.days, m.Days, "%s: days", name)
		assert.Equal(t, c.nights, m.Nights, "%s: nights", name)
		assert.Len(t, m.Itinerary, m.Trips.N, name)
		assert.Len(t, m.MeetingDays, m.Days.N, name)
	}
}

func TestMeasureOptions(t *testing.T) {
	p := programme(days("r1", "2024-04-15", "2024-04-17", "2024-04-22"))
	assert.Equal(t, att.Exactly(2), att.Measure(p, att.MeasureOptions{}).Trips, "18 and 19 April are free working days")
	assert.Equal(t, att.Exactly(1), att.Measure(p, att.MeasureOptions{FreeDays: 3}).Trips)
	assert.Equal(t, att.Exactly(3), att.Measure(p, att.MeasureOptions{FreeDays: 1}).Trips)
	neverOnThursday := func(d att.Date) bool { return att.MondayToFriday(d) && d.Weekday() != time.Thursday }
	assert.Equal(t, att.Exactly(1), att.Measure(p, att.MeasureOptions{WorkingDay: neverOnThursday}).Trips)
	easter := programme(block("r1", "2024-03-28", "2024-04-02", att.InPerson))
	holidays := func(d att.Date) bool {
		return att.MondayToFriday(d) && d != att.MustDate("2024-03-29") && d != att.MustDate("2024-04-01")
	}
	m := att.Measure(easter, att.MeasureOptions{WorkingDay: holidays})
	assert.Equal(t, att.Exactly(2), m.Days)
	assert.Equal(t, att.Exactly(1), m.Trips)
	assert.Equal(t, att.Recalled, m.MeetingDays[0].Confidence, "a day of a block has the confidence of the block")
	never := func(att.Date) bool { return false }
	far := programme(days("r1", "1900-01-01", "2200-01-01"))
	assert.Equal(t, att.Exactly(2), att.Measure(far, att.MeasureOptions{WorkingDay: never}).Trips, "a gap of more than a month ends a trip, whatever a working day is")
}

func TestMeasureBodies(t *testing.T) {
	p := programme(days("r1", "2024-04-15", "2024-04-16", "2024-04-17", "2024-04-18"))
	p.Bodies = []att.Body{
		{ID: "wgeti", Kind: att.WorkingGroup},
		{ID: "mc", Kind: att.Committee},
		{ID: "dief", Kind: att.Forum},
		{ID: "ipm", Kind: att.PreparatoryMeeting},
	}
	r := &p.Rounds[0]
	r.Days[0].Bodies = []string{"wgeti"}
	r.Days[1].Bodies = []string{"mc"}
	r.Days[2].Bodies = []string{"mc", "dief"}
	m := att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(3), m.Days, "a committee alone makes no meeting day; a day of unknown bodies does")
	assert.Equal(t, []string{"dief", "mc"}, m.MeetingDays[1].Bodies)
	assert.Nil(t, m.MeetingDays[2].Bodies)
	r.Bodies = []string{"mc"}
	assert.Equal(t, att.Exactly(2), att.Measure(p, att.MeasureOptions{}).Days, "the bodies of the round tell for a day that does not")
	p.Rounds = append(p.Rounds, days("r2", "2024-04-15"))
	p.Rounds[1].Days[0].Bodies = []string{"ipm"}
	assert.Equal(t, []string{"ipm", "wgeti"}, att.Measure(p, att.MeasureOptions{}).MeetingDays[0].Bodies, "one day of two rounds")
	p.Rounds[1].Days[0].Bodies = nil
	assert.Nil(t, att.Measure(p, att.MeasureOptions{}).MeetingDays[0].Bodies, "who sits is not known of the whole day")
}

// TestMeasureSittingsOfADay: a day of unknown hours has unknown sittings, those of two rounds add up, and what is not in the
// room does not count.
func TestMeasureSittingsOfADay(t *testing.T) {
	p := programme(days("r1", "2024-04-15", "2024-04-16"))
	p.Rounds[0].Days[0].Sittings = att.WorkingDay(att.MustDate("2024-04-15")).Sittings
	sittings := func() []att.Count {
		var list []att.Count
		for _, d := range att.Measure(p, att.MeasureOptions{}).MeetingDays {
			list = append(list, d.Sittings)
		}
		return list
	}
	assert.Equal(t, []att.Count{att.Exactly(2), {}}, sittings())
	p.Rounds[0].Days[0].Sittings[0].Format = att.Virtual
	assert.Equal(t, []att.Count{att.Exactly(1), {}}, sittings())
	p.Rounds = append(p.Rounds, days("r2", "2024-04-15"))
	assert.Equal(t, []att.Count{{}, {}}, sittings(), "the hours of one of the two rounds are unknown")
	p.Rounds[1].Days[0].Sittings = att.WorkingDay(att.MustDate("2024-04-15")).Sittings
	assert.Equal(t, []att.Count{att.Exactly(3), {}}, sittings())
}

// agenda is a programme with one day of two sittings.
func agenda() att.Programme {
	day := att.WorkingDay(att.MustDate("2024-04-15"))
	day.Sittings[0].Items = []att.Item{
		{Topic: "risk", Bodies: []string{"wgeti"}, Minutes: 60},
		{Topic: "reports", Bodies: []string{"wgeti", "wgtr"}, Minutes: 30},
		{Topic: "join", Bodies: []string{"wgtu"}, Minutes: 40},
	}
	day.Sittings[1].Items = []att.Item{
		{Topic: "case", Bodies: []string{"dief"}, Minutes: 50},
		{Topic: "budget", Bodies: []string{"ipm"}, Minutes: 70},
		{Topic: "rules", Bodies: []string{"wgeti"}, Minutes: 20},
	}
	p := programme(att.Round{ID: "r1", Meeting: att.Meeting{City: "Geneva", Format: att.InPerson, Days: []att.Day{day}}})
	practical := func(id string) []att.Topic {
		return []att.Topic{{ID: id, Focus: att.NationalPractice}, {ID: "rules", Focus: att.Procedural}, {ID: "reports", Focus: att.Impact}}
	}
	p.Bodies = []att.Body{
		{ID: "wgeti", Kind: att.WorkingGroup, Role: att.WGETI, Mandate: att.Mandate{Topics: practical("risk")}},
		{ID: "wgtr", Kind: att.WorkingGroup, Role: att.WGTR},
		{ID: "wgtu", Kind: att.WorkingGroup, Role: att.WGTU, Mandate: att.Mandate{Topics: practical("join")}},
		{ID: "dief", Kind: att.Forum, Role: att.DIEF, Mandate: att.Mandate{Topics: practical("case")}},
		{ID: "ipm", Kind: att.PreparatoryMeeting, Mandate: att.Mandate{Topics: practical("budget")}},
	}
	return p
}

func TestMeasureMinutes(t *testing.T) {
	m := att.Measure(agenda(), att.MeasureOptions{})
	assert.Equal(t, att.Exactly(2), m.Sittings)
	assert.Equal(t, att.Exactly(270), m.Minutes)
	assert.Equal(t, att.Exactly(90), m.PracticalMinutes, "not WGTU alone, the forum, the preparatory meeting or procedure; a joint item once")
	assert.Empty(t, m.Gaps[1:], "only the conference has no dates")

	unknownMinutes := agenda()
	unknownMinutes.Rounds[0].Days[0].Sittings[0].Items[0].Minutes = 0
	m = att.Measure(unknownMinutes, att.MeasureOptions{})
	assert.Equal(t, att.AtLeast(210), m.Minutes)
	assert.Equal(t, att.AtLeast(30), m.PracticalMinutes)

	unknownFocus := agenda()
	unknownFocus.Bodies[0].Mandate.Topics[0].Focus = ""
	m = att.Measure(unknownFocus, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(270), m.Minutes)
	assert.Equal(t, att.AtLeast(30), m.PracticalMinutes)

	elsewhere := agenda()
	elsewhere.Rounds[0].Days[0].Sittings[1].Items[0].Minutes = 0
	m = att.Measure(elsewhere, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(90), m.PracticalMinutes, "the forum's minutes do not matter to practical implementation")

	noAgenda := agenda()
	noAgenda.Rounds[0].Days[0].Sittings[1].Items = nil
	m = att.Measure(noAgenda, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(2), m.Sittings)
	assert.Equal(t, att.AtLeast(130), m.Minutes)

	noGrid := programme(block("r1", "2024-04-15", "2024-04-16", att.InPerson))
	m = att.Measure(noGrid, att.MeasureOptions{})
	assert.Equal(t, att.Count{}, m.Sittings, "unknown, and never none")
	assert.Equal(t, att.Count{}, m.PracticalMinutes)
	assert.Contains(t, m.Gaps[0].String(), "sittings of 2 of its 2")

	subGroup := agenda()
	subGroup.Bodies = append(subGroup.Bodies, att.Body{
		ID: "wgtu-sub", Kind: att.SubWorkingGroup, Parent: "wgtu",
		Mandate: att.Mandate{Topics: []att.Topic{{ID: "join", Focus: att.NationalPractice}}},
	})
	subGroup.Rounds[0].Days[0].Sittings[0].Items[2].Bodies = []string{"wgtu-sub"}
	assert.Equal(t, att.Exactly(90), att.Measure(subGroup, att.MeasureOptions{}).PracticalMinutes, "a sub-group has the role of its group")
}

func TestMeasureSittingFormats(t *testing.T) {
	p := agenda()
	sittings := p.Rounds[0].Days[0].Sittings
	sittings[0].Format = att.Virtual
	m := att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(1), m.Sittings)
	assert.Equal(t, att.Exactly(1), m.Days)
	sittings[1].Format = att.Virtual
	m = att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(0), m.Days)
	assert.Equal(t, att.Exactly(1), m.OnlineDays)
	sittings[1].Format = att.Cancelled
	m = att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(130), m.Minutes)
}

func TestMeasureConsultations(t *testing.T) {
	p := att.Programme{Rounds: []att.Round{}, Consultations: []att.Consultation{
		{ID: "a", Format: att.Virtual, Start: att.MustDate("2024-01-11"), End: att.MustDate("2024-01-15")},
		{ID: "b", Format: att.Virtual, Start: att.MustDate("2024-01-15")},
		{ID: "c", Format: att.Platform, Start: att.MustDate("2024-01-22")},
		{ID: "d", Format: att.Cancelled, Start: att.MustDate("2024-01-23")},
	}}
	m := att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(3), m.Consultations)
	assert.Equal(t, att.Exactly(3), m.ConsultationDays, "Thursday, Friday and Monday; a day once; none on the platform")
	p.Consultations = append(p.Consultations, att.Consultation{ID: "e", Format: att.Virtual})
	m = att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.AtLeast(3), m.ConsultationDays)
	p.Consultations = nil
	m = att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Count{}, m.Consultations, "nobody said whether there are any")
	assert.Equal(t, att.Count{}, m.ConsultationDays)
}

// TestMeasurePartialLists: a list known in part tells lower bounds, and nothing of what it has none of.
func TestMeasurePartialLists(t *testing.T) {
	p := programme(days("r1", "2024-04-15", "2024-04-16"))
	p.Consultations = []att.Consultation{{ID: "a", Format: att.Virtual, Start: att.MustDate("2024-01-15")}}
	p.Partial = []string{"rounds"}
	m := att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, []att.Count{att.AtLeast(1), att.AtLeast(2), att.AtLeast(1), {}}, []att.Count{m.Rounds, m.Days, m.Trips, m.OnlineDays})
	assert.Equal(t, att.Exactly(1), m.ConsultationDays)
	assert.Contains(t, m.Gaps, att.Say("not all rounds of meetings are known"))
	p.Partial = []string{"consultations"}
	m = att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(2), m.Days)
	assert.Equal(t, []att.Count{att.AtLeast(1), att.AtLeast(1)}, []att.Count{m.Consultations, m.ConsultationDays})
	assert.Contains(t, m.Gaps, att.Say("consultations between sessions: not all are known"))
}

func TestMeasureConference(t *testing.T) {
	p := att.Programme{Conference: att.Conference{Meeting: att.Meeting{Start: att.MustDate("2024-08-19"), End: att.MustDate("2024-08-23")}}}
	assert.Equal(t, att.Exactly(5), att.Measure(p, att.MeasureOptions{}).ConferenceDays)
	p.Conference.Format = att.Written
	assert.Equal(t, att.Exactly(0), att.Measure(p, att.MeasureOptions{}).ConferenceDays)
	p.Conference.End = att.Date{}
	assert.Equal(t, att.Count{}, att.Measure(p, att.MeasureOptions{}).ConferenceDays)
}
