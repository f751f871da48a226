package reporting_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/parties"
	"attwork.example/internal/icalendar"
	"attwork.example/reporting"
)

func day(s string) att.Date { return att.MustDate(s) }

func ask(t *testing.T, q reporting.Question) reporting.Answer {
	t.Helper()
	a, err := reporting.Compliance(q)
	require.NoError(t, err)
	return a
}

// published reads submissions that were made up to fit published totals: which States they were is not known, so
// they are the first ones by code.
func published(t *testing.T, period, submitted, onTime int) *reporting.Register {
	t.Helper()
	var list []reporting.Submission
	for _, p := range parties.All() {
		if owes, _ := reporting.Owes(p, period); owes && len(list) < submitted {
			s := reporting.Submission{State: p.ISO3, Duty: reporting.AnnualReport, Period: period, Received: reporting.AnnualDue(period).AddDays(-1)}
			if len(list) >= onTime {
				s.Received = reporting.AnnualDue(period).AddDays(100)
			}
			list = append(list, s)
		}
	}
	r, findings := reporting.NewRegister(list)
	require.Empty(t, findings)
	return &r
}

// TestPublishedTotals reproduces what was published: 61 reports due for 2015, 89 for 2017, 110 for 2022 (facts on
// reporting, 4); 54 in by March 2019 for 2017, 61 %; 69 in for 2022, 63 %, 38 of them on time, 34.5 %.
func TestPublishedTotals(t *testing.T) {
	for period, want := range map[int]int{2015: 61, 2017: 89, 2022: 110} {
		a := ask(t, reporting.Question{Period: period, AsOf: parties.DataDate()})
		assert.Equal(t, att.Exactly(want), a.Total.Due, period)
		assert.False(t, a.Total.Submitted.Known, "nobody knows what was submitted")
		assert.Empty(t, a.Unsure)
		for _, s := range a.States {
			assert.Contains(t, []reporting.Status{reporting.NotRequired, reporting.StatusUnknown}, s.Status)
		}
	}
	of2017 := ask(t, reporting.Question{Period: 2017, AsOf: day("2019-03-31"), Register: published(t, 2017, 54, 40)}).Total
	assert.Equal(t, "54 of 89 (60.7 %)", of2017.SubmittedRate().String())
	of2022 := ask(t, reporting.Question{Period: 2022, AsOf: day("2024-12-31"), Register: published(t, 2022, 69, 38)}).Total
	assert.Equal(t, "69 of 110 (62.7 %)", of2022.SubmittedRate().String())
	assert.Equal(t, "38 of 110 (34.5 %)", of2022.OnTimeRate().String())
	assert.Equal(t, att.Exactly(31), of2022.Late)
	assert.Equal(t, att.Exactly(41), of2022.Missing)
	early := ask(t, reporting.Question{Period: 2022, AsOf: day("2023-06-01"), Register: published(t, 2022, 69, 38)}).Total
	assert.Equal(t, att.Exactly(38), early.Submitted, "the late ones had not arrived then")
}

func TestStatuses(t *testing.T) {
	reg, findings := reporting.NewRegister([]reporting.Submission{
		{State: "CHE", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-05-31")},
		{State: "AUT", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-06-07")},
		{State: "FRA", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-06-08"), Visibility: reporting.StatesOnly},
		{State: "USA", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-05-01")},
	})
	require.Len(t, findings, 1, "the United States owed nothing")
	status := func(state, asof string, grace int) reporting.Status {
		for _, s := range ask(t, reporting.Question{Period: 2022, AsOf: day(asof), Grace: grace, Register: &reg}).States {
			if s.State == state {
				return s.Status
			}
		}
		return ""
	}
	for _, c := range []struct {
		state, asof string
		grace       int
		want        reporting.Status
	}{
		{"CHE", "2023-05-30", 0, reporting.NotYetDue},
		{"CHE", "2023-05-31", 0, reporting.OnTime},
		{"AUT", "2023-05-31", 0, reporting.Due},
		{"AUT", "2023-06-01", 0, reporting.Missing},
		{"AUT", "2023-06-06", 7, reporting.Due},
		{"AUT", "2023-06-07", 7, reporting.OnTime},
		{"AUT", "2023-06-07", 0, reporting.Late},
		{"FRA", "2023-06-07", 7, reporting.Due},
		{"FRA", "2023-06-08", 7, reporting.Late},
		{"DEU", "2023-06-08", 7, reporting.Missing},
		{"USA", "2023-06-08", 0, reporting.NotRequired},
		{"GMB", "2026-11-23", 0, reporting.NotRequired}, // joined in 2024
	} {
		assert.Equal(t, c.want, status(c.state, c.asof, c.grace), "%s as of %s with %d days", c.state, c.asof, c.grace)
	}
	a := ask(t, reporting.Question{Period: 2022, AsOf: day("2023-07-01"), Register: &reg})
	assert.Equal(t, 1, a.Unowed)
	assert.Equal(t, day("2023-05-31"), a.Deadline)
}

// TestUndatedStates: a State whose deposit has no known day counts once it owes a report for certain, and is named as
// long as nobody can tell.
func TestUndatedStates(t *testing.T) {
	unsure := func(period int) []string {
		return ask(t, reporting.Question{Period: period, AsOf: parties.DataDate()}).Unsure
	}
	assert.Empty(t, unsure(2025))
	assert.Equal(t, []string{"VUT"}, unsure(2026), "in force for it on some day from April 2025 to March 2026")
	assert.Empty(t, unsure(2027))
	before, after := ask(t, reporting.Question{Period: 2026, AsOf: parties.DataDate()}), ask(t, reporting.Question{Period: 2027, AsOf: parties.DataDate()})
	assert.Equal(t, before.Total.Due.N+2, after.Total.Due.N, "Vanuatu and Ecuador")
	initial := ask(t, reporting.Question{Duty: reporting.InitialReport, AsOf: parties.DataDate()})
	assert.Equal(t, []string{"ECU", "VUT"}, initial.Unsure, "the Treaty is in force for both, and nobody knows since when")
	assert.Equal(t, att.Exactly(116), initial.Total.Due)
}

func TestInitialDue(t *testing.T) {
	for code, want := range map[string]string{"MEX": "2015-12-23", "CHE": "2016-04-29", "ZAF": "2015-12-23"} {
		p, _ := parties.Get(code)
		assert.Equal(t, day(want), reporting.InitialDue(p, reporting.LastDay), code)
		assert.Equal(t, day(want).AddDays(1), reporting.InitialDue(p, reporting.Anniversary), code)
	}
	// Entry into force on 29 February 2028: deposited ninety days before.
	leap := parties.Party{ISO3: "XXX", Kind: parties.Accession, Deposited: day("2028-02-29").AddDays(-90)}
	require.Equal(t, day("2028-02-29"), leap.InForce())
	assert.Equal(t, day("2029-03-01"), reporting.InitialDue(leap, reporting.Anniversary))
	assert.Equal(t, day("2029-02-28"), reporting.InitialDue(leap, reporting.LastDay))
	around := parties.Party{ISO3: "XXX", Kind: parties.Accession, Deposited: day("2027-03-01").AddDays(-90)}
	assert.Equal(t, day("2028-02-29"), reporting.InitialDue(around, reporting.LastDay), "a calendar year, not 365 days")
	usa, _ := parties.Get("USA")
	assert.True(t, reporting.InitialDue(usa, reporting.LastDay).IsZero())
	a := ask(t, reporting.Question{Duty: reporting.InitialReport, AsOf: day("2015-12-23")})
	assert.Equal(t, att.Exactly(73), a.Total.Due)
}

// TestFirstYears: for every dated party so far the initial report falls due in the first year for which an annual one
// is owed (facts on reporting, 3.1).
func TestFirstYears(t *testing.T) {
	for _, p := range parties.All() {
		earliest, latest := reporting.FirstPeriod(p)
		switch {
		case !p.IsParty():
			assert.Zero(t, earliest+latest, p.ISO3)
		case !p.Undated():
			assert.Equal(t, earliest, latest, p.ISO3)
			assert.Equal(t, earliest, reporting.InitialDue(p, reporting.LastDay).Year(), p.ISO3)
		}
	}
	vanuatu, _ := parties.Get("VUT")
	earliest, latest := reporting.FirstPeriod(vanuatu)
	assert.Equal(t, []int{2026, 2027}, []int{earliest, latest})
}

func TestAnnualDueKeepsWeekends(t *testing.T) {
	for _, period := range []int{2019, 2024, 2025} { // 31 May was a Sunday, a Saturday, a Sunday
		due := reporting.AnnualDue(period)
		assert.False(t, att.MondayToFriday(due))
		assert.Equal(t, "05-31", due.String()[5:])
	}
	assert.True(t, reporting.AnnualDue(9999).IsZero())
}

func TestWithdrawal(t *testing.T) {
	p, _ := parties.Get("CHE")
	p.Withdrawn = day("2030-06-01")
	for period, want := range map[int]bool{2029: true, 2030: false, 2031: false} {
		owes, certain := reporting.Owes(p, period)
		assert.True(t, certain)
		assert.Equal(t, want, owes, "the report on %d", period)
	}
	p.Withdrawn = day("2022-06-01")
	for _, asof := range []string{"2022-05-31", "2022-06-01"} {
		a := ask(t, reporting.Question{Duty: reporting.InitialReport, AsOf: day(asof), Register: &reporting.Register{}, Parties: []parties.Party{p}})
		assert.Equal(t, reporting.Missing, a.States[0].Status, "a withdrawal cancels no duty that arose before it (Article 24(3))")
	}
}

func TestQuestionsRefused(t *testing.T) {
	for name, q := range map[string]reporting.Question{
		"no day":               {Period: 2022},
		"no period":            {AsOf: day("2024-01-01")},
		"before the Treaty":    {AsOf: day("2024-01-01"), Period: 2013},
		"beyond":               {AsOf: day("2024-01-01"), Period: 2201},
		"an undated duty":      {AsOf: day("2024-01-01"), Duty: "update"},
		"a period for initial": {AsOf: day("2024-01-01"), Duty: reporting.InitialReport, Period: 2022},
		"much grace":           {AsOf: day("2024-01-01"), Period: 2022, Grace: 32},
		"negative grace":       {AsOf: day("2024-01-01"), Period: 2022, Grace: -1},
	} {
		_, err := reporting.Compliance(q)
		require.Error(t, err, name)
	}
	_, err := reporting.Periods(reporting.Question{AsOf: day("2024-01-01")}, 2022, 2015)
	require.Error(t, err)
	_, err = reporting.Periods(reporting.Question{AsOf: day("2024-01-01")}, 2000, 2022)
	require.Error(t, err)
}

func TestPeriodsAndLastPeriod(t *testing.T) {
	answers, err := reporting.Periods(reporting.Question{AsOf: parties.DataDate()}, 2015, 2022)
	require.NoError(t, err)
	require.Len(t, answers, 8)
	for i := 1; i < len(answers); i++ {
		assert.GreaterOrEqual(t, answers[i].Total.Due.N, answers[i-1].Total.Due.N, "nobody has withdrawn")
	}
	for asof, want := range map[string]int{"2026-11-23": 2025, "2026-05-31": 2025, "2026-05-30": 2024, "2027-01-01": 2025} {
		assert.Equal(t, want, reporting.LastPeriod(day(asof)), asof)
	}
}

func TestCompare(t *testing.T) {
	reg := published(t, 2022, 69, 38)
	q := reporting.Question{Period: 2022, AsOf: day("2023-06-01"), Register: reg}
	before := ask(t, q)
	q.AsOf = day("2024-12-31")
	after := ask(t, q)
	d, err := reporting.Compare(before, after)
	require.NoError(t, err)
	assert.Len(t, d.States, 31, "the late ones came in")
	for _, c := range d.States {
		assert.Equal(t, []reporting.Status{reporting.Missing, reporting.Late}, []reporting.Status{c.Before.Status, c.After.Status}, c.State)
	}
	graced, lost := after, after
	graced.Grace = 7
	_, err = reporting.Compare(after, graced)
	require.ErrorContains(t, err, "days of grace")
	lost.States = after.States[1:]
	d, err = reporting.Compare(after, lost)
	require.NoError(t, err)
	assert.Equal(t, []reporting.Change{{State: after.States[0].State, Before: after.States[0]}}, d.States, "one State that the second answer does not have")
	same, err := reporting.Compare(after, after)
	require.NoError(t, err)
	assert.Empty(t, same.States)
	_, err = reporting.Compare(before, ask(t, reporting.Question{Period: 2021, AsOf: day("2023-06-01")}))
	require.Error(t, err)
}

// FuzzAsOf: what is due and what is submitted only grow with the day; counts equal lists; regions add up.
func FuzzAsOf(f *testing.F) {
	f.Add(2022, 0, 100, 7)
	f.Add(2015, -900, 4000, 0)
	f.Fuzz(func(t *testing.T, period, a, b, grace int) {
		period = 2014 + max(period%30, -period%30)
		q := reporting.Question{Period: period, Grace: max(grace%31, -grace%31), Register: published(t, period, 40, 20)}
		q.AsOf = day("2018-01-01").AddDays(a % 5000)
		before := ask(t, q)
		q.AsOf = q.AsOf.AddDays(max(b%5000, -b%5000))
		after := ask(t, q)
		require.GreaterOrEqual(t, after.Total.Due.N, before.Total.Due.N)
		require.GreaterOrEqual(t, after.Total.Submitted.N, before.Total.Submitted.N)
		for _, answer := range []reporting.Answer{before, after} {
			count := map[reporting.Status]int{}
			required, sum := 0, 0
			for _, s := range answer.States {
				count[s.Status]++
				if s.Required {
					required++
				}
			}
			for _, r := range answer.Regions {
				sum += r.Due.N
			}
			require.Equal(t, answer.Total.Due.N, required)
			require.Equal(t, required, sum)
			require.Equal(t, answer.Total.OnTime.N, count[reporting.OnTime])
			require.Equal(t, answer.Total.Missing.N, count[reporting.Missing])
			require.Equal(t, answer.Total.Submitted.N, answer.Total.OnTime.N+answer.Total.Late.N)
		}
	})
}

func TestDuties(t *testing.T) {
	dated := 0
	for _, d := range reporting.Duties() {
		assert.True(t, d.Article.Valid(), d.ID)
		assert.NotEmpty(t, d.Source, d.ID)
		assert.NotEmpty(t, d.Version, d.ID)
		assert.False(t, d.From.IsZero(), d.ID)
		if d.Force != reporting.Shall {
			assert.False(t, d.Dated(), "%s is never overdue", d.ID)
		}
		if d.Dated() {
			dated++
		}
	}
	assert.Equal(t, 2, dated)
}

func TestExports(t *testing.T) {
	var b bytes.Buffer
	own := append(parties.All()[:1], parties.Party{ISO3: "XXX", Name: "=cmd|' /C calc'!A0", Source: "+1"})
	require.NoError(t, reporting.WriteMembersCSV(&b, own, day("2020-10-26")))
	rows, err := csv.NewReader(&b).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, []string{"2020-10-26", "AFG", "Afghanistan", "APG", "", "2020-07-29", "2020-10-27", "no", "accession", "verified"}, rows[1][:10])
	assert.Equal(t, "'=cmd|' /C calc'!A0", rows[2][2], "no cell starts a formula")
	assert.Equal(t, "'+1", rows[2][10])
	b.Reset()
	require.NoError(t, ask(t, reporting.Question{Period: 2022, AsOf: day("2023-06-01")}).WriteCSV(&b))
	rows, err = csv.NewReader(&b).ReadAll()
	require.NoError(t, err)
	assert.Len(t, rows, 1+len(parties.All()))
	assert.Equal(t, []string{"2023-06-01", "annual-report", "2022", "AFG", "APG", "2023-05-31", "", "unknown", "", "verified"}, rows[1])
	vanuatu := 0
	b.Reset()
	require.NoError(t, reporting.WriteMembersCSV(&b, parties.All(), day("2025-06-30")))
	for line := range strings.Lines(b.String()) {
		if strings.Contains(line, "Vanuatu") {
			vanuatu++
			assert.Contains(t, line, ",unknown,ratification,year-only")
		}
	}
	assert.Equal(t, 1, vanuatu)
	require.Error(t, reporting.WriteMembersCSV(broken{}, parties.All(), day("2025-06-30")))
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestDueDatesAsCalendar(t *testing.T) {
	var b bytes.Buffer
	stamp := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	require.NoError(t, reporting.WriteICS(&b, parties.All(), reporting.LastDay, day("2015-01-01"), day("2017-12-31"), stamp))
	cal, _, err := icalendar.Read("due.ics", &b)
	require.NoError(t, err)
	annual, initial := 0, map[string]att.Date{}
	for _, e := range cal.Events {
		assert.True(t, e.AllDay && e.First == e.Last)
		if strings.HasPrefix(e.UID, "annual-report-") {
			annual++
		} else {
			initial[strings.TrimSuffix(strings.TrimPrefix(e.UID, "initial-report-"), "@attwork.example")] = e.First
		}
	}
	assert.Equal(t, 3, annual)
	assert.Equal(t, day("2015-12-23"), initial["mex"])
	assert.NotContains(t, initial, "usa")
	require.Error(t, reporting.WriteICS(&b, nil, reporting.LastDay, day("2017-12-31"), day("2015-01-01"), stamp))
	require.Error(t, reporting.WriteICS(&b, nil, reporting.LastDay, att.Date{}, day("2015-01-01"), stamp))
}

func TestRates(t *testing.T) {
	for _, c := range []struct {
		n, of int
		want  string
	}{{1, 3, "33.3"}, {2, 3, "66.7"}, {1, 8, "12.5"}, {1, 16, "6.3"}, {0, 5, "0.0"}, {5, 5, "100.0"}} {
		assert.Equal(t, c.want, reporting.Rate{Count: att.Exactly(c.n), Of: att.Exactly(c.of)}.Percent(), fmt.Sprint(c))
	}
	assert.Empty(t, reporting.Rate{Count: att.Exactly(0), Of: att.Exactly(0)}.Percent())
	assert.Equal(t, "unknown of 110", reporting.Rate{Of: att.Exactly(110)}.String())
}
