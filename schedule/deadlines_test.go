package schedule_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule"
)

// csp10 is the cycle as it was held.
func csp10() schedule.Plan {
	return schedule.Plan{
		RoundStart: day("2024-02-20"), RoundEnd: day("2024-02-23"), Conference: day("2024-08-19"), CycleStart: day("2023-08-25"),
	}
}

func dates(steps []schedule.Deadline) map[string]string {
	list := map[string]string{}
	for _, s := range steps {
		list[s.ID] = s.Date.String()
	}
	return list
}

// TestDeadlinesOfCSP10 finds the days that were really met in the cycle, in facts 6.1.
func TestDeadlinesOfCSP10(t *testing.T) {
	steps, gaps, err := schedule.Deadlines(csp10())
	require.NoError(t, err)
	got := dates(steps)
	for id, want := range map[string]string{
		"conference-notification": "2024-05-23", "conference-invitation": "2024-06-06", "round-papers": "2024-01-22",
		"conference-registration": "2024-08-05", "annual-reports": "2024-05-31", "first-committee": "2024-10-01", "payment-plans": "2024-06-20",
	} {
		assert.Equal(t, want, got[id], id)
	}
	assert.Len(t, steps, len(schedule.Leads()))
	assert.Len(t, gaps, 1, "only translation is unknown: %v", gaps)
	for i := 1; i < len(steps); i++ {
		assert.False(t, steps[i].Date.Before(steps[i-1].Date), "in order of date")
	}
	for _, s := range steps {
		assert.Zero(t, s.Late, "nobody said on which day the plan is looked at")
		assert.Equal(t, s.ID == "first-committee", !s.Until.IsZero(), s.ID)
	}
}

// TestLeads holds each default against its observations, and those against the calendar.
func TestLeads(t *testing.T) {
	conferences := map[string]string{"CSP10": "2024-08-19", "CSP12": "2026-08-24", "CSP7, papers": "2021-08-30", "CSP7": "2021-08-30"}
	for _, lead := range schedule.Leads() {
		assert.True(t, att.ValidID(lead.ID), lead.ID)
		assert.NotEmpty(t, lead.Source, lead.ID)
		assert.NotEmpty(t, lead.Confidence, lead.ID)
		longest := 0
		for _, o := range lead.Observed {
			if lead.Anchor == schedule.RoundEnd || lead.Anchor == schedule.CycleStart {
				assert.GreaterOrEqual(t, o.Days, lead.Days, "%s: after a meeting, the default is the soonest seen", lead.ID)
			} else {
				longest = min(longest, o.Days)
			}
			if start, ok := conferences[o.Meeting]; ok && lead.Anchor == schedule.ConferenceStart {
				assert.Equal(t, o.Days, day(start).DaysUntil(o.Date), "%s %s", lead.ID, o.Meeting)
			}
		}
		if longest < 0 {
			assert.Equal(t, longest, lead.Days, "%s: before a meeting, the default gives the most time seen", lead.ID)
		}
	}
	list := schedule.Leads()
	list[0].Title[att.English] = "changed"
	assert.NotEqual(t, "changed", schedule.Leads()[0].Title[att.English])
}

func TestLatePlan(t *testing.T) {
	p := csp10()
	p.AsOf = day("2024-01-25")
	steps, _, err := schedule.Deadlines(p)
	require.NoError(t, err)
	late := map[string]int{}
	for _, s := range steps {
		if s.Late > 0 {
			late[s.ID] = s.Late
		}
	}
	assert.Equal(t, map[string]int{"chairs-named": 108, "round-sponsorship": 23, "round-papers": 3}, late)
	p.AsOf = day("2024-01-22")
	steps, _, _ = schedule.Deadlines(p)
	for _, s := range steps {
		if s.ID == "round-papers" {
			assert.Zero(t, s.Late, "on the day itself it is still possible")
		}
	}
	p.AsOf = day("2024-11-01")
	steps, _, _ = schedule.Deadlines(p)
	for _, s := range steps {
		if s.ID == "first-committee" {
			assert.Equal(t, 1, s.Late, "a step of which only the month is known is late after the month")
			assert.Equal(t, day("2024-10-31"), s.Until)
		}
	}
}

func TestDraftsAndGaps(t *testing.T) {
	p := csp10()
	p.Translation, p.RoundEnd, p.CycleStart = 10, att.Date{}, att.Date{}
	steps, gaps, err := schedule.Deadlines(p)
	require.NoError(t, err)
	got := dates(steps)
	assert.Equal(t, "2024-01-12", got["round-papers-drafts"], "ten days before 22 January")
	assert.Equal(t, "2024-07-09", got["conference-papers-drafts"])
	assert.NotContains(t, got, "chair-summary")
	assert.Contains(t, fmt.Sprint(gaps), "the last day of the round is not given")
	assert.Contains(t, fmt.Sprint(gaps), "the last day of the conference before is not given")
	p = csp10()
	p.Leads = []schedule.Lead{{ID: "own", Title: att.Text{att.English: "Own"}, Anchor: schedule.Year, Month: 2, Day: 30}, {ID: "feb", Anchor: schedule.Year, Month: 2}}
	steps, gaps, err = schedule.Deadlines(p)
	require.NoError(t, err)
	require.Len(t, steps, 1)
	assert.Equal(t, day("2024-02-29"), steps[0].Until)
	assert.Contains(t, fmt.Sprint(gaps), "Own: left out, since its day in the year is not given")
}

func TestDeadlinesRefuse(t *testing.T) {
	for name, change := range map[string]func(*schedule.Plan){
		"no round":                func(p *schedule.Plan) { p.RoundStart = att.Date{} },
		"no conference":           func(p *schedule.Plan) { p.Conference = att.Date{} },
		"a round that ends first": func(p *schedule.Plan) { p.RoundEnd = day("2024-02-19") },
		"after the conference":    func(p *schedule.Plan) { p.RoundEnd = day("2024-08-19") },
		"before the cycle":        func(p *schedule.Plan) { p.CycleStart = day("2024-02-20") },
		"negative translation":    func(p *schedule.Plan) { p.Translation = -1 },
		"beyond the calendar": func(p *schedule.Plan) {
			p.Leads = []schedule.Lead{{ID: "x", Anchor: schedule.RoundStart, Days: 1 << 30}}
		},
	} {
		p := csp10()
		change(&p)
		steps, _, err := schedule.Deadlines(p)
		require.Error(t, err, name)
		assert.Empty(t, steps, name)
	}
}
