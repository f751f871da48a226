package examples_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type frontier struct {
	Frontier []struct {
		Days, Placed                        int
		Status                              string
		Priority, Bound, DaysUsed, Sittings *int
		PracticalMinutes                    any
		PriceProven                         bool
		PracticalProven                     bool
		Price                               *string
		Unplaced                            []string
	}
	Of                           int
	Prices                       map[string]string
	Budget                       *string
	Assumptions, Unpriced, Notes []string
}

// mini is a round of three sittings. Of a (40 minutes, required), b (20) and c (50) the first two fit into the hour of Monday
// morning; c, of which nobody says what it is about, finds room on Tuesday only.
const mini = `{"format": "attwork/programme/1", "id": "mini", "name": {"en": "Mini"}, "status": "decided",
 "bodies": [{"id": "wgeti", "name": {"en": "Implementation"}, "kind": "working-group", "role": "wgeti", "mandate": {"topics": [
   {"id": "a", "title": {"en": "Alpha"}, "minutes": 40, "priority": 3, "outcome": "report", "focus": "national-practice"},
   {"id": "b", "title": {"en": "Beta, and more"}, "minutes": 20, "priority": 2, "focus": "impact"},
   {"id": "c", "title": {"en": "Gamma"}, "minutes": 50, "priority": 1}]}}],
 "rounds": [{"id": "spring", "title": {"en": "Spring round"}, "bodies": ["wgeti"], "start": "2027-04-19", "end": "2027-04-20",
   "city": "Geneva", "zone": "Europe/Zurich", "format": "in-person", "days": [
   {"date": "2027-04-19", "sittings": [{"id": "mon-am", "start": "10:00", "end": "11:00"}, {"id": "mon-pm", "start": "15:00", "end": "15:30"}]},
   {"date": "2027-04-20", "sittings": [{"id": "tue-am", "start": "10:00", "end": "10:50"}]}]}]}`

// costs are USD 100 a round, 1,000 a day and twice 125.25 a sitting for the conference budget, and more that it does not pay
// or that no timetable tells.
const costs = `{"format": "attwork/cost-book/1", "id": "test", "title": {"en": "Test prices"},
 "unitCosts": [{"id": "room", "title": {"en": "Room"}, "unit": "day", "low": {"amount": "USD 900", "sources": ["s"]}, "likely": {"amount": "USD 1000", "sources": ["s"]}, "high": {"amount": "USD 1200", "sources": ["s"]}, "together": "made up"},
   {"id": "team", "title": {"en": "Team"}, "unit": "sitting", "likely": {"amount": "USD 125.25", "sources": ["s"]}},
   {"id": "badges", "title": {"en": "Badges"}, "unit": "round", "likely": {"amount": "USD 100", "sources": ["s"]}}],
 "entries": [{"id": "room", "title": {"en": "Room"}, "driver": "day", "unitCost": "room", "payer": "conference-budget"},
   {"id": "teams", "title": {"en": "Teams"}, "driver": "sitting", "times": ["teams"], "unitCost": "team", "payer": "conference-budget"},
   {"id": "badges", "title": {"en": "Badges"}, "driver": "round", "unitCost": "badges", "payer": "conference-budget"},
   {"id": "again", "title": {"en": "Revised papers"}, "driver": "extra-round", "unitCost": "badges", "payer": "conference-budget"},
   {"id": "talks", "title": {"en": "Consultations"}, "driver": "consultation-day", "unitCost": "badges", "payer": "conference-budget"},
   {"id": "fares", "title": {"en": "Fares"}, "driver": "day", "unitCost": "room", "payer": "delegations"}],
 "unpriced": [{"id": "guards", "title": {"en": "Guards"}, "driver": "day", "payer": "conference-budget", "why": "secret"},
   {"id": "rent", "title": {"en": "Rent"}, "driver": "year", "payer": "conference-budget", "why": "as before"},
   {"id": "taxis", "title": {"en": "Taxis"}, "driver": "day", "payer": "delegations", "why": "theirs"}],
 "assumptions": [{"id": "teams", "title": {"en": "Teams a sitting"}, "value": 2, "note": "For the test."}, {"id": "idle", "title": {"en": "Idle"}, "value": 7}],
 "sources": [{"id": "s", "title": "made up"}]}`

// TestFrontier: more days never hold less, all five hold everything, and one day cannot hold what is required.
func TestFrontier(t *testing.T) {
	var a frontier
	r := run(t, "", "timetable", "-frontier", "-format", "json")
	decode(t, r, &a)
	assert.Empty(t, r.stderr)
	require.Len(t, a.Frontier, 5)
	assert.Equal(t, "infeasible", a.Frontier[0].Status)
	assert.Nil(t, a.Frontier[0].Priority)
	assert.Nil(t, a.Frontier[0].Price)
	assert.Nil(t, a.Frontier[0].PracticalMinutes)
	most, minutes := 0, 0.0
	for i, p := range a.Frontier {
		assert.Equal(t, i+1, p.Days)
		if p.Status == "optimal" {
			assert.GreaterOrEqual(t, *p.Priority, most)
			assert.GreaterOrEqual(t, p.PracticalMinutes.(float64), minutes)
			assert.True(t, p.PracticalProven)
			most, minutes = *p.Priority, p.PracticalMinutes.(float64)
		}
	}
	last := a.Frontier[4]
	assert.Equal(t, "optimal", last.Status)
	assert.Equal(t, 26, last.Placed)
	assert.Equal(t, a.Of, *last.Priority)
	assert.Empty(t, last.Unplaced)
	assert.Equal(t, "USD 87800.00", *last.Price, "five days of interpretation at CHF 17,500, one to one, and a set-up at CHF 300")
	assert.Nil(t, a.Budget)
	assert.Contains(t, strings.Join(a.Assumptions, " "), "No figure is the Arms Trade Treaty's")
	assert.Contains(t, strings.Join(a.Assumptions, " "), "CHF and USD count one to one")
	text := run(t, "", "timetable", "-frontier").stdout
	assert.Contains(t, text, "1 day: what is required does not fit (proven)")
	assert.Contains(t, text, fmt.Sprintf("5 days: priority %d (proven), +", most))
	assert.Contains(t, text, "become consultations: ")
	// a takes 40 of 60 minutes, and the day holds b besides; c of 50 finds room nowhere.
	ofInstance := run(t, "", "timetable", "-frontier", instance(t, `"required": false`)).stdout
	assert.Contains(t, ofInstance, "1 day: priority 5 (proven); practical minutes unknown\n")
	assert.Contains(t, ofInstance, "become consultations: c\n")
	nothing := run(t, "", "timetable", "-frontier", instance(t, `"required": true`))
	assert.Contains(t, nothing.stdout, "does not fit")
	assert.Equal(t, 1, nothing.code)
	assert.Contains(t, run(t, "", "timetable", "-frontier", "-nodes", "1").stdout, "5 days: nobody knows; give the search more -nodes")
}

// TestFrontierWithBudget: Monday costs 100 + 1,000 + 250.50, and both days with one sitting each 2,601.
func TestFrontierWithBudget(t *testing.T) {
	plan, book := write(t, mini), write(t, costs)
	for budget, n := range map[string]int{"USD 2601": 2, "USD 2600.99": 1, "USD 2600.999": 1, "USD 1350.50": 1, "USD 1350.49": 0, "USD 1": 0} {
		var a frontier
		r := run(t, "", "timetable", "-frontier", "-budget", budget, "-costs", book, "-format", "json", plan)
		decode(t, r, &a)
		assert.Len(t, a.Frontier, n, budget)
		assert.Equal(t, n == 0, r.code == 1, budget)
		prices := []string{"USD 1350.50", "USD 2601.00"}
		for i, p := range a.Frontier {
			assert.Equal(t, prices[i], *p.Price)
			assert.Equal(t, []int{5, 6}[i], *p.Priority)
			assert.Equal(t, []any{60.0, "at least 60"}[i], p.PracticalMinutes, "nobody says what c is about")
			assert.False(t, p.PracticalProven)
			assert.True(t, p.PriceProven)
		}
		assert.Equal(t, map[string]string{"book": "Test prices", "scenario": "likely", "round": "USD 100.00", "day": "USD 1000.00", "sitting": "USD 250.50"}, a.Prices)
		assert.Equal(t, []string{"Teams a sitting: 2. For the test."}, a.Assumptions)
		assert.Equal(t, []string{"Consultations: grows with each consultation-day, which a timetable does not tell", "Guards: secret"}, a.Unpriced)
	}
	text := run(t, "", "timetable", "-frontier", "-budget", "USD 2000", "-costs", book, plan).stdout
	assert.Contains(t, text, "spring: what each day buys within USD 2000.00\n")
	assert.Contains(t, text, "2 days: USD 2601.00 with one sitting a day, more than the budget\n")
	assert.Contains(t, run(t, "", "timetable", "-frontier", "-budget", "USD 1", "-costs", book, plan).stdout, "1 day: USD 1350.50 with one sitting a day, more than the budget\n")
	assert.NotContains(t, run(t, "", "timetable", "-frontier", "-budget", "USD 9000", "-costs", book, plan).stdout, "more than the budget")
	francs := run(t, "", "timetable", "-frontier", "-budget", "CHF 9000", "-rate", "USD/CHF=0.9@2027-01-04", "-costs", book, plan).stdout
	assert.Contains(t, francs, "CHF 90.00 for the round, CHF 900.00 a day, CHF 225.45 a sitting")
	assert.Contains(t, francs, "1 USD = 0.9 CHF on 2027-01-04")

	for want, args := range map[string][]string{
		"no amount such as":                      {"-budget", "5"},
		"expected more than nothing":             {"-budget", "USD 0"},
		"expected a cent at least":               {"-budget", "USD 0.001"},
		"cannot be weighed":                      {"-budget", "USD 99999999999999999"},
		"no exchange rate from USD":              {"-budget", "EUR 5", "-costs", book},
		"no rate such as":                        {"-rate", "3"},
		"there is no such file":                  {"-costs", "none.json"},
		"expected the format":                    {"-costs", plan},
		"entry teams: an amount of":              {"-costs", write(t, strings.Replace(costs, `"USD 125.25"`, `"USD 90000000000000"`, 1))},
		"price of a sitting is 1470000000000000": {"-costs", write(t, strings.NewReplacer(`"USD 125.25"`, `"USD 4900000000000"`, `"driver": "extra-round", "unitCost": "badges"`, `"driver": "sitting", "unitCost": "team"`).Replace(costs))},
	} {
		unusable(t, run(t, "", "timetable", append(append([]string{"-frontier"}, args...), plan)...), want)
	}
}
