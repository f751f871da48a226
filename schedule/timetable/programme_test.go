package timetable_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule/timetable"
)

// autumn is a made-up programme whose problem can be read off it by hand.
func autumn() att.Programme {
	day := att.WorkingDay(att.MustDate("2027-04-19"))
	later := att.WorkingDay(att.MustDate("2027-04-21"))
	day.Sittings[1].Access = att.StatesOnly
	day.Sittings[0].Items = []att.Item{{Topic: "records", Bodies: []string{"wgeti", "wgtr"}, Minutes: 60}, {Topic: "shared", Bodies: []string{"wgeti"}, Minutes: 20}}
	later.Sittings[1].Items = []att.Item{{Topic: "budget", Bodies: []string{"ipm"}, Minutes: 50}}
	return att.Programme{
		ID: "autumn",
		Bodies: []att.Body{
			{ID: "wgeti", Kind: att.WorkingGroup, Mandate: att.Mandate{Topics: []att.Topic{
				{ID: "records", Minutes: 60, Priority: 7},
				{ID: "long", Minutes: 370, Priority: 4, SetBy: att.TheConference},
				{ID: "shared", Priority: 2},
				{ID: "nobody-knows"},
				{ID: "other-round", Minutes: 30},
			}}},
			{ID: "wgtr", Kind: att.WorkingGroup, Mandate: att.Mandate{Topics: []att.Topic{{ID: "shared", Minutes: 30, Outcome: att.ReportOutcome}, {ID: "records", Minutes: 45, Priority: 9}}}},
			{ID: "wgtu", Kind: att.WorkingGroup, Lines: []att.Line{{Sort: att.ContributesTo, To: "wgeti", Topics: []string{"long"}}}},
			{ID: "dief", Kind: att.Forum, Mandate: att.Mandate{Topics: []att.Topic{{ID: "case", Minutes: 90}}}},
			{ID: "ipm", Kind: att.PreparatoryMeeting, Access: att.Open, Mandate: att.Mandate{Topics: []att.Topic{{ID: "budget", Minutes: 50, Outcome: att.DraftDecisionOutcome}}}},
		},
		Rounds: []att.Round{
			{ID: "r1", Bodies: []string{"wgeti", "wgtr", "wgtu", "dief", "ipm"}, Meeting: att.Meeting{Days: []att.Day{later, day, {Date: att.MustDate("2027-04-22")}}}},
			{ID: "r2", Meeting: att.Meeting{Days: []att.Day{{Date: att.MustDate("2027-05-03"), Sittings: []att.Sitting{{ID: "x", Items: []att.Item{{Topic: "other-round", Bodies: []string{"wgeti"}}}}}}}}},
		},
	}
}

func TestFromProgramme(t *testing.T) {
	p, findings := timetable.FromProgramme(autumn(), "r1")
	assert.Equal(t, []timetable.Sitting{
		{ID: "2027-04-19-am", Day: 1, Minutes: 180},
		{ID: "2027-04-19-pm", Day: 1, Minutes: 180, Closed: true},
		{ID: "2027-04-21-am", Day: 3, Minutes: 180},
		{ID: "2027-04-21-pm", Day: 3, Minutes: 180},
	}, p.Sittings)
	assert.ElementsMatch(t, []timetable.Item{
		{ID: "case", Minutes: 90, Bodies: []string{"dief"}, Required: true, Closed: true},
		{ID: "budget", Minutes: 50, Bodies: []string{"ipm"}, Required: true},
		{ID: "records", Minutes: 60, Bodies: []string{"wgeti", "wgtr"}, Priority: 9},
		{ID: "long.part-1", Minutes: 123, Bodies: []string{"wgeti", "wgtu"}, Priority: 4, Required: true},
		{ID: "long.part-2", Minutes: 123, Bodies: []string{"wgeti", "wgtu"}, Required: true},
		{ID: "long.part-3", Minutes: 124, Bodies: []string{"wgeti", "wgtu"}, Required: true},
		{ID: "shared", Minutes: 20, Bodies: []string{"wgeti"}, Priority: 2},
		{ID: "wgtr.shared", Minutes: 30, Bodies: []string{"wgtr"}, Required: true},
	}, p.Items)
	assert.Equal(t, [][]string{{"long.part-1", "long.part-2", "long.part-3"}}, p.Parts)
	require.Len(t, p.Before, 7, "each of the seven others before the budget")
	for _, pair := range p.Before {
		assert.Equal(t, "budget", pair[1])
	}
	var rules []string
	for _, f := range findings {
		rules = append(rules, f.Rule)
	}
	assert.Equal(t, []string{"timetable/hours", "timetable/length", "timetable/cut"}, rules)
	assert.Empty(t, timetable.Check(p))

	a := solved(t, p, timetable.Options{})
	assert.Equal(t, timetable.Optimal, a.Status)
	assert.Equal(t, 2, a.Goals[1].Value, "both days: 466 minutes do not fit in two open sittings")
	agenda := timetable.Agenda(autumn(), "r1", p)
	assert.Equal(t, timetable.Timetable{Name: "autumn-r1", Assignments: []timetable.Placement{
		{Item: "records", Sitting: "2027-04-19-am", Minutes: 60},
		{Item: "shared", Sitting: "2027-04-19-am", Minutes: 20},
		{Item: "budget", Sitting: "2027-04-21-pm", Minutes: 50},
	}}, agenda)
	moves := timetable.Measure(p.Against(agenda), a.Timetable).Moves
	assert.True(t, moves.Exact() && moves.N >= 5, "three parts, the case and wgtr.shared are new")

	undated := autumn() // a day without a date comes first, and is not the first day
	undated.Rounds[0].Days = append(undated.Rounds[0].Days, att.Day{})
	same, _ := timetable.FromProgramme(undated, "r1")
	assert.Equal(t, p, same)

	none, findings := timetable.FromProgramme(autumn(), "r9")
	assert.Empty(t, none.Items)
	require.Len(t, findings, 1)
	assert.Contains(t, findings[0].Message.String(), "There is no round r9.")
}
