package finance_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
)

// week is a programme with one round on the days from a first one, each with so many sittings; below nothing: unknown hours.
func week(first string, sittings ...int) att.Programme {
	r := att.Round{ID: "r", Meeting: att.Meeting{City: "Geneva", Format: att.InPerson, Days: []att.Day{}}}
	for i, n := range sittings {
		d := att.Day{Date: att.MustDate(first).AddDays(i)}
		if n >= 0 {
			d.Sittings = []att.Sitting{}
		}
		for j := range n {
			d.Sittings = append(d.Sittings, att.Sitting{ID: fmt.Sprintf("s%d-%d", i, j), Items: []att.Item{}})
		}
		r.Days = append(r.Days, d)
	}
	return att.Programme{Consultations: []att.Consultation{}, Rounds: []att.Round{r}}
}

// relieved is the test book with the first entry by relief day, of a team that works so many sittings a day and a week.
func relieved(t *testing.T, day, week int) finance.Book {
	b := testBook(t)
	b.Teams[0].SittingsADay, b.Teams[0].SittingsAWeek = day, week
	b.Entries[0].Driver, b.Entries[0].Team = finance.PerReliefDay, "booths"
	return b
}

// TestReliefDays has the cases by hand: a day of relief is two sittings of a second team.
func TestReliefDays(t *testing.T) {
	const monday = "2024-04-15"
	open := week(monday, 2, 2, 2, 2, 2)
	open.Rounds = append(open.Rounds, att.Round{ID: "later", Meeting: att.Meeting{Format: att.InPerson}})
	for name, c := range map[string]struct {
		p    att.Programme
		want att.Count
	}{
		"ten sittings in five days: two beyond eight":         {week(monday, 2, 2, 2, 2, 2), att.Exactly(1)},
		"nine: one beyond eight is a day too":                 {week(monday, 2, 2, 2, 2, 1), att.Exactly(1)},
		"eight in four days":                                  {week(monday, 2, 2, 2, 2), att.Exactly(0)},
		"eight in five days":                                  {week(monday, 2, 2, 2, 1, 1), att.Exactly(0)},
		"a third sitting in a day":                            {week(monday, 3), att.Exactly(1)},
		"a fifth sitting in a day":                            {week(monday, 5), att.Exactly(2)},
		"nine in four days: the second team takes two":        {week(monday, 2, 3, 2, 2), att.Exactly(1)},
		"a third sitting on two days are two second teams":    {week(monday, 3, 3, 1), att.Exactly(2)},
		"twelve: the second teams of two days work 4 of them": {week(monday, 3, 3, 2, 2, 2), att.Exactly(2)},
		"nine days in two weeks have a limit each":            {week("2024-04-11", 2, 2, 2, 2, 2, 2, 2, 2, 2), att.Exactly(1)}, // Thursday to Sunday, Monday to Friday
		"a day without sittings":                              {week(monday, 2, 2, 2, 2, 0), att.Exactly(0)},
		"four days of unknown hours have eight at most":       {week(monday, -1, -1, -1, -1), att.Exactly(0)},
		"five of unknown hours: five to ten":                  {week(monday, -1, -1, -1, -1, -1), att.Count{}},
		"eight known, one day unknown: nine or ten":           {week(monday, 2, 2, 2, 2, -1), att.Exactly(1)},
		"nine known, one day unknown: ten or eleven":          {week(monday, 2, 2, 2, 2, 1, -1), att.AtLeast(1)},
		"nine known, two unknown: eleven to thirteen":         {week(monday, 2, 2, 2, 2, 1, -1, -1), att.AtLeast(2)},
		"some days are unknown":                               {open, att.AtLeast(1)},
		"nobody knows the rounds":                             {att.Programme{Consultations: []att.Consultation{}}, att.Count{}},
	} {
		e := estimate(t, c.p, relieved(t, 2, 8), finance.Options{})
		assert.Equal(t, c.want, e.Lines[0].Count, name)
	}
}

// TestReliefDaysFollowTheBook: the limits are the book's.
func TestReliefDaysFollowTheBook(t *testing.T) {
	ten := week("2024-04-15", 2, 2, 2, 2, 2)
	for _, c := range []struct{ day, week, want int }{
		{2, 8, 1}, {2, 7, 2}, {2, 10, 0}, {1, 5, 5}, {2, 2, 4}, {3, 7, 1},
	} {
		e := estimate(t, ten, relieved(t, c.day, c.week), finance.Options{})
		assert.Equal(t, att.Exactly(c.want), e.Lines[0].Count, "%d a day, %d a week", c.day, c.week)
	}
}

// TestFigureOfOneInterpreter: five interpreters at 40.10 are 200.50 a day, and three days of them 601.50.
func TestFigureOfOneInterpreter(t *testing.T) {
	b := testBook(t)
	b.UnitCosts[0].Likely = finance.Figure{Amount: finance.MustMoney("CHF 40.10"), Team: "booths", Sources: []string{"s"}}
	e := estimate(t, block("2024-04-15", "2024-04-17"), b, finance.Options{})
	assert.Equal(t, 5, b.Teams[0].Interpreters())
	assert.Equal(t, "CHF 200.50", e.Lines[0].UnitCost.Likely.Amount.String())
	assert.Equal(t, "USD 601.50", e.Lines[0].Amount.Likely.String())
	assert.Equal(t, "CHF 40.10", b.UnitCosts[0].Likely.Amount.String(), "the book is as before")
	assert.Contains(t, e.Assumptions, "Booths: 5 interpreters for 2 languages, each at most 2 sittings a day and 4 a week (recalled). made up")
	b.UnitCosts[0].Likely.Amount = finance.MustMoney("CHF 20")
	require.ErrorContains(t, b.Check(), "expected figures that rise", "100.10 at low prices, and five times 20 at likely ones")
}

// TestReliefOfRealPrograms: a round of four days needs no relief, whatever its hours; the constructed programme has ten
// sittings in its week, so one day of it. CSP6 sat three times on one of its four days.
func TestReliefOfRealPrograms(t *testing.T) {
	relief := func(p att.Programme) finance.Line {
		for _, l := range estimate(t, p, finance.Illustrative(), finance.Options{}).Lines {
			if l.Entry.Driver == finance.PerReliefDay {
				return l
			}
		}
		t.Fatal("no line of relief")
		return finance.Line{}
	}
	for name, want := range map[string]att.Count{"csp9": att.Exactly(0), "csp10": att.Exactly(0), "csp6": att.Exactly(1), "csp7": att.Exactly(0), "csp12": {}} {
		p, _ := cycles.Programme(name)
		assert.Equal(t, want, relief(p).Count, name)
	}
	l := relief(proposal.Programme())
	assert.Equal(t, att.Exactly(1), l.Count)
	assert.Equal(t, []string{"USD 0.00", "USD 0.00", "USD 37000.00"}, // fees by the day, and a day of the UNON estimate
		[]string{l.Amount.Low.String(), l.Amount.Likely.String(), l.Amount.High.String()})
}
