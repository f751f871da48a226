package examples_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type amounts struct{ Low, Likely, High string }

type saved struct {
	From, To struct {
		Name                                            string
		Rounds, Trips, Days, Sittings, PracticalMinutes *int
		Total                                           amounts
		Gaps, Assumptions                               []string
	}
	Saving struct {
		amounts
		Low, Likely, High, Currency, Percent string
		Sampled                              *struct{ Draws int }
	}
	Lines []struct {
		ID, Driver, Payer string
		From, To, Saving  *amounts
		FromUnknown       bool
		CountFrom         any
		CountTo           any
		Basis             string
	}
	NotCompared []struct{ ID, Driver, Why string }
	Unpriced    []struct {
		ID                 string
		CountFrom, CountTo any
	}
	Findings []finding
}

func TestSavings(t *testing.T) {
	r := run(t, "", "savings", "-format", "json")
	require.Zero(t, r.code, r.stderr)
	var a saved
	decode(t, r, &a)
	assert.Equal(t, []int{2, 2, 8}, []int{*a.From.Rounds, *a.From.Trips, *a.From.Days})
	assert.Nil(t, a.From.Sittings, "nobody knows the half-days of CSP9")
	assert.Nil(t, a.From.PracticalMinutes)
	assert.Equal(t, []int{1, 1}, []int{*a.To.Rounds, *a.To.Trips})
	assert.LessOrEqual(t, *a.To.Days, 5)
	assert.NotNil(t, a.To.PracticalMinutes)
	assert.NotEmpty(t, a.From.Gaps)
	assert.NotEmpty(t, a.To.Assumptions)
	assert.Equal(t, "USD", a.Saving.Currency)
	for name, pick := range map[string]func(amounts) string{
		"low": func(x amounts) string { return x.Low }, "likely": func(x amounts) string { return x.Likely }, "high": func(x amounts) string { return x.High },
	} {
		var from, to, saving decimal.Decimal
		for _, l := range a.Lines {
			add := func(sum *decimal.Decimal, x *amounts) { *sum = sum.Add(decimal.RequireFromString(pick(*x))) }
			add(&from, l.From)
			add(&to, l.To)
			add(&saving, l.Saving)
		}
		total := amounts{a.Saving.Low, a.Saving.Likely, a.Saving.High}
		assert.True(t, from.Equal(decimal.RequireFromString(pick(a.From.Total))), name)
		assert.True(t, to.Equal(decimal.RequireFromString(pick(a.To.Total))), name)
		assert.True(t, saving.Equal(decimal.RequireFromString(pick(total))), name)
		assert.True(t, saving.Equal(from.Sub(to)), name)
	}
	for _, l := range a.Lines {
		if l.ID == "relief-interpreters" {
			assert.Equal(t, []any{0.0, 1.0}, []any{l.CountFrom, l.CountTo}, "ten sittings in the one week, and four days in each of the two before")
			assert.Equal(t, []string{"0.00", "0.00", "-37000.00"}, []string{l.Saving.Low, l.Saving.Likely, l.Saving.High})
			assert.Contains(t, l.Basis, "paid by the day")
		}
		assert.Equal(t, l.FromUnknown, l.CountFrom == nil, l.ID)
		unknown := l.Driver == "consultation-day" || l.ID == "venue"
		assert.Equal(t, unknown, l.FromUnknown, "only the consultations of CSP9 are unknown, and where its second round met: %s", l.ID)
	}
	require.Len(t, a.NotCompared, 1, "nobody knows all papers of CSP9")
	assert.Equal(t, "papers", a.NotCompared[0].ID)
	assert.Contains(t, a.NotCompared[0].Why, "before the change is unknown, and every cycle has some")
	counts := map[string][2]any{}
	for _, u := range a.Unpriced {
		counts[u.ID] = [2]any{u.CountFrom, u.CountTo}
	}
	assert.Equal(t, [2]any{"at least 4", 0.0}, counts["palais"])
	assert.Equal(t, [2]any{nil, 12.0}, counts["platform"])
	assert.NotContains(t, counts, "remote-access", "nobody took part from afar on either side")
	errors := 0
	for _, f := range a.Findings {
		assert.Equal(t, "csp9", f.File, "the proposal departs from nothing")
		if f.Severity == "error" {
			errors++
		}
	}
	assert.Equal(t, 2, errors, "csp9 departs from one round and from five days")
	text := run(t, "", "savings")
	require.Zero(t, text.code)
	for _, want := range []string{
		"2 -> 1", "8 -> 5", "Interpretation in the room", "The saving lies between", "Who gains", "New costs", "Not saved: Salaries",
		"The conference itself", "Translation of first drafts", "Not priced", "Rooms at the Palais des", "Unknown before", "Assumed", "one to one", "Findings before: error", "Findings after: none",
	} {
		assert.Contains(t, text.stdout, want)
	}
	assert.LessOrEqual(t, strings.Count(text.stdout, "\n"), 70, "it is to fit a screen")
	for line := range strings.Lines(text.stdout) {
		assert.LessOrEqual(t, len([]rune(line)), 111, line)
	}
}

func TestSavingsOfPractice(t *testing.T) {
	var a saved
	decode(t, run(t, "", "savings", "-to", "csp10", "-format", "json"), &a)
	assert.Equal(t, []int{2, 2, 6}, []int{*a.To.Rounds, *a.To.Trips, *a.To.Days}, "six days, still two trips")
	for _, l := range a.Lines {
		if l.Driver == "trip" {
			assert.Equal(t, "0.00", l.Saving.Likely, "no fare is saved")
		}
	}
	require.Len(t, a.NotCompared, 2)
	assert.Equal(t, []string{"translation", "consultation-day"}, []string{a.NotCompared[0].Driver, a.NotCompared[1].Driver})
	assert.Contains(t, a.NotCompared[1].Why, "after the change is unknown")
	assert.Contains(t, run(t, "", "savings", "-to", "csp10").stdout, "Findings after: error: Departs")
}

func TestSavingsOptions(t *testing.T) {
	var plain, dear saved
	decode(t, run(t, "", "savings", "-format", "json"), &plain)
	decode(t, run(t, "", "savings", "-format", "json", "-rate", "CHF/USD=1.25@2024-03-18", "-samples", "100"), &dear)
	assert.Equal(t, 100, dear.Saving.Sampled.Draws)
	assert.True(t, decimal.RequireFromString(dear.Saving.Likely).GreaterThan(decimal.RequireFromString(plain.Saving.Likely)))
	assert.Contains(t, strings.Join(dear.To.Assumptions, "\n"), "1 CHF = 1.25 USD on 2024-03-18")
	assert.Contains(t, run(t, "", "savings", "-samples", "100").stdout, "In 100 draws")
	shape := run(t, "", "savings", "-to", "testdata/six-faults.json")
	assert.Equal(t, 1, shape.code, "a document with faults in its shape is compared, and said to have them")
	assert.Contains(t, strings.Join(strings.Fields(shape.stdout), " "), "There is no stage transfer")
}

// TestSensitivity: the constructed programme has 12 days with consultations and ten sittings in one week. A consultation costs
// 0, 4,531 or 7,500, so its price moves the saving by 12 x 7,500; three days less of six languages move it by 3 x (37,000 -
// 15,000), and a day of relief by 37,000. Without consultations the conference budget saves 52,500 + 15,000 + 300 = 67,800,
// which is just under 15 days of them; with them 13,428.
func TestSensitivity(t *testing.T) {
	var a struct {
		Sensitivity struct {
			Swings           []struct{ UnitCost, Width string }
			ConsultationDays struct{ At string }
			ExchangeRate     struct{ At string }
			ShortfallPercent string
		}
	}
	decode(t, run(t, "", "savings", "-format", "json"), &a)
	s := a.Sensitivity
	require.Len(t, s.Swings, 5)
	assert.Equal(t, "consultation-interpretation", s.Swings[0].UnitCost)
	assert.Equal(t, []string{"90000.00", "66000.00"}, []string{s.Swings[0].Width, s.Swings[1].Width})
	assert.Equal(t, "15", s.ConsultationDays.At)
	assert.Equal(t, "0.745682", s.ExchangeRate.At, "(54,372 - 15,000) / (3 x 17,500 + 300)")
	assert.Equal(t, "1.4", s.ShortfallPercent, "13,428 of 975,927, rounded up")
	text := strings.Join(strings.Fields(run(t, "", "savings").stdout), " ")
	assert.Contains(t, text, "with 15 days of consultations; at a rate of 0.745682 from CHF to USD; when 1.4 % of the budget stays unpaid.")
	assert.Contains(t, text, "Team for six languages: 14 interpreters, each at most 2 sittings a day and 8 a week (recalled)")
	assert.Contains(t, text, "Relief of interpreters in compact weeks 0 0 -37,000")
	text = strings.Join(strings.Fields(run(t, "", "savings", "-to", "csp10").stdout), " ")
	assert.Contains(t, text, "when 3.6 % of the budget stays unpaid", "35,000 of 975,927")
	back := run(t, "", "savings", "-from", "proposal", "-to", "csp9").stdout
	assert.NotContains(t, back, "gains nothing any more", "there is no gain to begin with")
}
