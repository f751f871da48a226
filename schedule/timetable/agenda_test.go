package timetable_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
	"attwork.example/schedule/timetable"
)

// placements returns items in a sitting, one behind the other.
func placements(sitting string, items ...string) []timetable.Placement {
	var list []timetable.Placement
	for i, id := range items {
		list = append(list, timetable.Placement{Item: id, Sitting: sitting, Start: att.Exactly(i)})
	}
	return list
}

// TestWithAgenda puts a timetable back by hand: parts as their topic, body.topic as the topic, joint bodies, access only
// where it is not that of the sitting, and what nobody could arrange behind the rest.
func TestWithAgenda(t *testing.T) {
	before := autumn()
	unknown := att.Item{Topic: "nobody-knows", Bodies: []string{"wgeti"}}
	before.Rounds[0].Days[1].Sittings[0].Items = append(before.Rounds[0].Days[1].Sittings[0].Items, unknown)
	off := att.Sitting{ID: "off", Format: att.Cancelled, Start: att.MustClock("19:00"), End: att.MustClock("20:00")}
	open := att.Sitting{ID: "open", Items: []att.Item{{Topic: "budget", Bodies: []string{"ipm"}}}}
	before.Rounds[0].Days[1].Sittings = append(before.Rounds[0].Days[1].Sittings, off, open)
	table := timetable.Timetable{Assignments: slices.Concat(
		[]timetable.Placement{{Item: "records", Sitting: "2027-04-21-am"}, {Item: "long.part-2", Sitting: "2027-04-21-am"}},
		placements("2027-04-21-am", "long.part-1", "shared", "wgtr.shared"),
		placements("2027-04-19-am", "budget"),
		placements("2027-04-19-pm", "case"))}
	after, err := timetable.WithAgenda(before, "r1", table)
	require.NoError(t, err)
	days := after.Rounds[0].Days // in the order of the document
	assert.Equal(t, []att.Item{
		{Topic: "long", Bodies: []string{"wgeti"}, Minutes: 123},
		{Topic: "shared", Bodies: []string{"wgeti"}, Minutes: 20},
		{Topic: "shared", Bodies: []string{"wgtr"}, Minutes: 30},
		{Topic: "records", Bodies: []string{"wgeti", "wgtr"}, Minutes: 60},
		{Topic: "long", Bodies: []string{"wgeti"}, Minutes: 123},
	}, days[0].Sittings[0].Items, "records and the second part have no start, and stand last")
	assert.Equal(t, []att.Item{}, days[0].Sittings[1].Items, "nothing is placed there")
	assert.Equal(t, []att.Item{{Topic: "budget", Bodies: []string{"ipm"}, Minutes: 50, Access: att.Open}, unknown}, days[1].Sittings[0].Items)
	assert.Equal(t, []att.Item{{Topic: "case", Bodies: []string{"dief"}, Minutes: 90}}, days[1].Sittings[1].Items)
	assert.Equal(t, off, days[1].Sittings[2])
	assert.Equal(t, []att.Item{}, days[1].Sittings[3].Items, "the budget has moved from a sitting whose hours are unknown")
	assert.Nil(t, days[2].Sittings, "what is unknown stays unknown")
	assert.Equal(t, autumn().Rounds[1], after.Rounds[1], "the other round stays as it is")
	untouched := autumn()
	untouched.Rounds[0].Days[1].Sittings[0].Items = append(untouched.Rounds[0].Days[1].Sittings[0].Items, unknown)
	untouched.Rounds[0].Days[1].Sittings = append(untouched.Rounds[0].Days[1].Sittings, off, open)
	assert.Equal(t, untouched, before)
}

// TestWithAgendaReadsBack: the timetable that the new agenda is, is the one that was put there.
func TestWithAgendaReadsBack(t *testing.T) {
	doubled := autumn() // the long topic in two mandates: each is cut
	long := doubled.Bodies[0].Mandate.Topics[1]
	doubled.Bodies[1].Mandate.Topics = append(doubled.Bodies[1].Mandate.Topics, long)
	for _, day := range []string{"2027-04-23", "2027-04-24", "2027-04-25"} {
		doubled.Rounds[0].Days = append(doubled.Rounds[0].Days, att.WorkingDay(att.MustDate(day)))
	}
	for name, c := range map[string]struct {
		programme att.Programme
		round     string
	}{"made-up": {autumn(), "r1"}, "a topic cut twice": {doubled, "r1"}, "proposal": {proposal.Programme(), "round-1"}} {
		p, _ := timetable.FromProgramme(c.programme, c.round)
		a := solved(t, p, timetable.Options{})
		require.Equal(t, timetable.Optimal, a.Status, name)
		after, err := timetable.WithAgenda(c.programme, c.round, a.Timetable)
		require.NoError(t, err, name)
		back := timetable.Agenda(after, c.round, p)
		assert.Empty(t, timetable.Verify(p, back), name)
		assert.Empty(t, timetable.Changes(a.Timetable, back), name)
		assert.Len(t, back.Assignments, len(a.Timetable.Assignments), name)
		if a.Unplaced == nil {
			again, _ := timetable.FromProgramme(after, c.round)
			assert.Equal(t, p.Canonical(), again.Canonical(), "%s: everything is placed, so the problem is the same", name)
		}
	}
}

// TestWithAgendaMoves: what moves takes the access to it along where the new sitting has another one, and a topic in two
// mandates that belongs together moves from wherever either body has it.
func TestWithAgendaMoves(t *testing.T) {
	sitting := func(id, start, end string, access att.Access, items ...att.Item) att.Sitting {
		return att.Sitting{ID: id, Start: att.MustClock(start), End: att.MustClock(end), Access: access, Items: items}
	}
	p := att.Programme{
		ID: "p", Bodies: []att.Body{
			{ID: "wgeti", Kind: att.WorkingGroup, Mandate: att.Mandate{Topics: []att.Topic{{ID: "x", Minutes: 30}, {ID: "z", Minutes: 10}}}},
			{ID: "wgtr", Kind: att.WorkingGroup, Access: att.Open, Lines: []att.Line{{Sort: att.ContributesTo, To: "wgeti", Topics: []string{"x"}}}, Mandate: att.Mandate{Topics: []att.Topic{{ID: "x", Minutes: 30}}}},
		},
		Rounds: []att.Round{{ID: "r", Bodies: []string{"wgeti", "wgtr"}, Meeting: att.Meeting{Days: []att.Day{{Date: att.MustDate("2027-04-19"), Sittings: []att.Sitting{
			sitting("a", "10:00", "11:00", att.StatesOnly, att.Item{Topic: "z", Bodies: []string{"wgeti"}}),
			sitting("b", "11:00", "12:00", att.StatesOnly),
			sitting("c", "12:00", "13:00", att.Members),
			sitting("d", "15:00", "16:00", "", att.Item{Topic: "x", Bodies: []string{"wgtr"}, Minutes: 30}),
			sitting("e", "16:00", "17:00", att.Open),
		}}}}}},
	}
	moved := func(x, z string) [][]att.Item {
		after, err := timetable.WithAgenda(p, "r", timetable.Timetable{Assignments: append(placements(x, "x"), placements(z, "z")...)})
		require.NoError(t, err)
		var items [][]att.Item
		for _, s := range after.Rounds[0].Days[0].Sittings {
			items = append(items, s.Items)
		}
		return items
	}
	item := func(topic string, minutes int, access att.Access, bodies ...string) []att.Item {
		return []att.Item{{Topic: topic, Bodies: bodies, Minutes: minutes, Access: access}}
	}
	none := []att.Item{}
	assert.Equal(t, [][]att.Item{none, item("z", 10, "", "wgeti"), none, none, item("x", 30, "", "wgeti", "wgtr")}, moved("e", "b"))
	assert.Equal(t, [][]att.Item{none, none, item("z", 10, att.StatesOnly, "wgeti"), item("x", 30, att.Open, "wgeti", "wgtr"), none}, moved("d", "c"))
}

func TestWithAgendaRefuses(t *testing.T) {
	for want, c := range map[string]struct {
		round string
		table timetable.Timetable
	}{
		`there is no round "r9"`: {"r9", timetable.Timetable{}},
		`no item "x"`:            {"r1", timetable.Timetable{Assignments: placements("2027-04-19-am", "x")}},
		`no sitting "x"`:         {"r1", timetable.Timetable{Assignments: placements("x", "case")}},
		"placed again":           {"r1", timetable.Timetable{Assignments: placements("2027-04-19-pm", "case", "case")}},
	} {
		_, err := timetable.WithAgenda(autumn(), c.round, c.table)
		require.ErrorContains(t, err, want)
	}
	twice := autumn()
	twice.Rounds[0].Days[1] = twice.Rounds[0].Days[0]
	_, err := timetable.WithAgenda(twice, "r1", timetable.Timetable{})
	require.ErrorContains(t, err, "Two sittings have the id 2027-04-21-am")
}

// TestPractical: what a topic is about decides, in a working group other than that on universalization; a topic of which
// nobody says what it is about is left out.
func TestPractical(t *testing.T) {
	p := autumn()
	p.Bodies[0].Mandate.Topics[0].Focus = att.NationalPractice // records, jointly with the other group
	p.Bodies[0].Mandate.Topics[1].Focus = att.Policy           // long
	p.Bodies[2].Role = att.WGTU
	p.Bodies[2].Mandate.Topics = []att.Topic{{ID: "join", Minutes: 10, Focus: att.CooperationAndAssistance}}
	assert.Equal(t, map[string]bool{
		"records": true, "long.part-1": false, "long.part-2": false, "long.part-3": false,
		"join": false, "case": false, "budget": false,
	}, timetable.Practical(p, "r1"), "shared has no focus in either group")
	assert.Empty(t, timetable.Practical(p, "r9"))
	whole := timetable.Practical(proposal.Programme(), "round-1")
	assert.Len(t, whole, 26)
	minutes := 0
	problem, _ := timetable.FromProgramme(proposal.Programme(), "round-1")
	for _, it := range problem.Items {
		if whole[it.ID] {
			minutes += it.Minutes
		}
	}
	assert.Equal(t, att.Measure(proposal.Programme(), att.MeasureOptions{}).PracticalMinutes, att.Exactly(minutes), "all of it is on the agenda")
}

// FuzzWithAgenda: whatever a document decodes to, a timetable of one of its rounds can be put back and read again.
func FuzzWithAgenda(f *testing.F) {
	for _, p := range []att.Programme{autumn(), proposal.Programme()} {
		var b bytes.Buffer
		require.NoError(f, document.Write(&b, p))
		f.Add(b.String())
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := document.Read("fuzz", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, r := range file.Programme.Rounds {
			p, _ := timetable.FromProgramme(file.Programme, r.ID)
			timetable.Practical(file.Programme, r.ID)
			timetable.Agenda(file.Programme, r.ID, p)
			a, err := timetable.Solve(t.Context(), p, timetable.Options{Nodes: 300})
			if err != nil {
				continue
			}
			after, err := timetable.WithAgenda(file.Programme, r.ID, a.Timetable)
			require.NoError(t, err)
			require.Empty(t, timetable.Changes(a.Timetable, timetable.Agenda(after, r.ID, p)))
		}
	})
}
