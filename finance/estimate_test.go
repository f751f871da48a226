package finance_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/finance"
)

// block is a programme with one round for each pair of days, and no consultations.
func block(days ...string) att.Programme {
	p := att.Programme{Rounds: []att.Round{}, Consultations: []att.Consultation{}}
	for i := 0; i < len(days); i += 2 {
		p.Rounds = append(p.Rounds, att.Round{ID: fmt.Sprintf("round-%d", i), Meeting: att.Meeting{
			Start: att.MustDate(days[i]), End: att.MustDate(days[i+1]), City: "Geneva", Format: att.InPerson,
		}})
	}
	return p
}

var (
	eightDays = block("2023-02-14", "2023-02-17", "2023-05-09", "2023-05-12")
	fiveDays  = block("2024-04-15", "2024-04-19")
)

func estimate(t *testing.T, p att.Programme, b finance.Book, o finance.Options) finance.Estimation {
	t.Helper()
	e, err := finance.Estimate(p, b, o)
	require.NoError(t, err)
	return e
}

func TestEstimate(t *testing.T) {
	e := estimate(t, eightDays, testBook(t), finance.Options{})
	require.Len(t, e.Lines, 2)
	assert.Equal(t, "USD 800.80", e.Lines[0].Amount.Low.String(), "8 days at 100.10")
	assert.Equal(t, "USD 1600.00", e.Lines[0].Amount.Likely.String())
	assert.Equal(t, "USD 3200.00", e.Lines[0].Amount.High.String())
	assert.Equal(t, 6, e.Lines[1].Quantity, "2 trips of 3 people")
	assert.Equal(t, "USD 6000.00", e.Lines[1].Amount.Low.String(), "one figure stands in all three scenarios")
	assert.Equal(t, "USD 6800.80", e.Total.Low.String())
	assert.Equal(t, "USD 9200.00", e.Total.High.String())
	said := strings.Join(e.Assumptions, "\n")
	assert.Contains(t, said, "People: 3. made up")
	assert.Contains(t, said, "A fare: one figure only (USD 1000.00 per fare), so it has no range.")
	assert.Contains(t, said, "CHF and USD count one to one")
	assert.Equal(t, "rent", e.Unpriced[0].ID)
}

func TestEstimateRates(t *testing.T) {
	rate := func(s string) finance.Rate {
		r, err := finance.ParseRate(s)
		require.NoError(t, err)
		return r
	}
	e := estimate(t, eightDays, testBook(t), finance.Options{Rates: []finance.Rate{rate("CHF/USD=1.125@2024-03-18")}})
	assert.Equal(t, "USD 900.90", e.Lines[0].Amount.Low.String(), "8 x 100.10 x 1.125")
	assert.Contains(t, strings.Join(e.Assumptions, "\n"), "1 CHF = 1.125 USD on 2024-03-18")
	e = estimate(t, eightDays, testBook(t), finance.Options{Currency: "CHF"})
	assert.Equal(t, "CHF 6800.80", e.Total.Low.String())
	// Half to even, once, on the line: 1 day at 100.10 x 1.00005 is 100.105005, and 100.10 x 1.00055 is 100.155055.
	one := block("2024-04-15", "2024-04-15")
	e = estimate(t, one, testBook(t), finance.Options{Rates: []finance.Rate{rate("CHF/USD=1.00055@2024-03-18")}})
	assert.Equal(t, "USD 100.16", e.Lines[0].Amount.Low.String())
	e = estimate(t, one, testBook(t), finance.Options{Rates: []finance.Rate{rate("CHF/USD=0.00025@2024-03-18")}})
	assert.Equal(t, "USD 0.05", e.Lines[0].Amount.Likely.String(), "0.050 to cents")
	assert.Equal(t, "USD 0.03", e.Lines[0].Amount.Low.String(), "0.025025 to cents")

	unused := estimate(t, one, testBook(t), finance.Options{Rates: []finance.Rate{rate("EUR/USD=1.1@2024-03-18")}})
	assert.Contains(t, strings.Join(unused.Assumptions, "\n"), "The rate EUR/USD=1.1@2024-03-18 was given and not needed.")
	for want, o := range map[string]finance.Options{
		"give the rate CHF/USD":     {Rates: []finance.Rate{rate("USD/CHF=0.9@2024-03-18")}},
		"two rates convert CHF":     {Rates: []finance.Rate{rate("CHF/USD=1@2024-03-18"), rate("CHF/USD=2@2024-03-18")}},
		"no exchange rate from CHF": {Currency: "EUR", Rates: []finance.Rate{rate("USD/EUR=0.9@2024-03-18")}},
		"is no currency code":       {Currency: "euro"},
		"give the rate EUR/USD":     {Rates: []finance.Rate{rate("EUR/CHF=0.9@2024-03-18")}},
	} {
		_, err := finance.Estimate(one, testBook(t), o)
		assert.ErrorContains(t, err, want)
	}
}

func TestEstimateRefuses(t *testing.T) {
	b := testBook(t)
	b.UnitCosts[0].Low.Amount = finance.MustMoney("CHF 201")
	_, err := finance.Estimate(eightDays, b, finance.Options{})
	assert.ErrorContains(t, err, "unitCosts[team]: expected figures that rise")
	b = testBook(t)
	b.UnitCosts[1].Likely.Amount = finance.MustMoney("USD 999999999999999999")
	_, err = finance.Estimate(eightDays, b, finance.Options{})
	assert.ErrorIs(t, err, finance.ErrAmount)
	b = testBook(t)
	b.Assumptions[0].Value = 1_000_000
	b.Entries[1].Times = []string{"people", "people"}
	_, err = finance.Estimate(eightDays, b, finance.Options{})
	assert.ErrorContains(t, err, "quantity is larger")
	b.ID = "B"
	_, err = finance.Estimate(eightDays, b, finance.Options{})
	assert.Error(t, err)
}

// teamOf is the team that an entry of the test book needs for a driver.
func teamOf(d finance.Driver) string {
	if d == finance.PerReliefDay {
		return "booths"
	}
	return ""
}

// TestDrivers counts each driver once in a programme that has something of each.
func TestDrivers(t *testing.T) {
	day := att.WorkingDay(att.MustDate("2024-05-13"))
	day.Sittings[0].Items, day.Sittings[1].Items = []att.Item{}, []att.Item{}
	p := block("2024-04-15", "2024-04-19")
	p.Rounds[0].Days = []att.Day{}
	for i := range 5 {
		p.Rounds[0].Days = append(p.Rounds[0].Days, att.Day{Date: att.MustDate("2024-04-15").AddDays(i), Sittings: day.Sittings[:1]})
	}
	p.Rounds = append(p.Rounds, att.Round{ID: "b", Meeting: att.Meeting{City: "Geneva", Format: att.InPerson, Days: []att.Day{day}}},
		att.Round{ID: "c", Meeting: att.Meeting{Format: att.Virtual, Start: att.MustDate("2024-06-03"), End: att.MustDate("2024-06-03")}})
	p.Consultations = append(p.Consultations, att.Consultation{ID: "t", Format: att.Virtual, Start: att.MustDate("2024-06-10"), End: att.MustDate("2024-06-11")})
	p.Conference.Start, p.Conference.End = att.MustDate("2024-08-19"), att.MustDate("2024-08-23")
	p.Documents = []att.Document{{ID: "d", Languages: []att.Lang{att.English, att.French, att.Arabic}}}
	want := map[finance.Driver]int{
		finance.PerDay: 6, finance.PerSitting: 7, finance.PerReliefDay: 1, finance.PerOnlineDay: 1, finance.PerRound: 2, finance.PerExtraRound: 2, finance.PerTrip: 2, finance.PerNight: 6,
		finance.PerConsultation: 1, finance.PerDocument: 1, finance.PerTranslation: 2,
		finance.PerConsultationDay: 2, finance.PerConferenceDay: 5, finance.PerYear: 1,
	}
	require.Len(t, want, len(finance.Drivers()))
	b := testBook(t)
	for driver, n := range want {
		b.Entries[0].Driver, b.Entries[0].Team = driver, teamOf(driver)
		assert.Equal(t, n, estimate(t, p, b, finance.Options{}).Lines[0].Quantity, driver)
	}
	b.Entries[0].Driver, b.Entries[0].Team = finance.PerExtraRound, ""
	assert.Zero(t, estimate(t, block(), b, finance.Options{}).Lines[0].Quantity, "without rounds there is none to be extra")
}

func TestUnknownCounts(t *testing.T) {
	b := testBook(t)
	b.Entries[0].Driver = finance.PerConsultationDay
	known, unknown := fiveDays, fiveDays
	known.Consultations = []att.Consultation{{ID: "t", Format: att.Virtual, Start: att.MustDate("2024-01-15")}}
	unknown.Consultations = nil
	with, without := estimate(t, known, b, finance.Options{}), estimate(t, unknown, b, finance.Options{})
	assert.Contains(t, without.Gaps, "Teams: not priced, since the number of consultation-days is unknown")
	assert.Equal(t, "USD 3000.00", without.Total.Likely.String(), "only the fares")

	c, err := finance.Compare(without, with)
	require.NoError(t, err)
	assert.False(t, c.Lines[0].From.Known)
	assert.Equal(t, "USD -200.00", c.Lines[0].Saving.Likely.String(), "a new cost in full")
	assert.Contains(t, c.Gaps[0], "shown as a new cost in full")
	checkSums(t, c)

	c, err = finance.Compare(with, without)
	require.NoError(t, err)
	assert.False(t, c.Lines[0].Saving.Known, "nobody knows whether it is saved")
	assert.Equal(t, "USD 0.00", c.Saving.Likely.String())
	assert.Contains(t, c.Gaps[0], "after the change is unknown")
	checkSums(t, c)

	c, err = finance.Compare(without, without)
	require.NoError(t, err)
	assert.Contains(t, c.Gaps[0], "unknown on both sides")
	checkSums(t, c)

	open := fiveDays
	open.Rounds = append(open.Rounds[:1:1], att.Round{ID: "later", Meeting: att.Meeting{Format: att.InPerson}})
	atLeast := estimate(t, open, testBook(t), finance.Options{})
	assert.Contains(t, atLeast.Gaps, "Teams: a lower bound, since the number of days is at least 5")
	c, err = finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), atLeast)
	require.NoError(t, err)
	assert.Contains(t, c.Gaps[0], "the saving rests on a lower bound (days: 8 before, at least 5 after)")
}

// checkSums expects that lines add up to totals, and payers to the saving, to the cent, in all three
// scenarios.
func checkSums(t *testing.T, c finance.Comparison) {
	t.Helper()
	pick := []func(finance.Range) finance.Money{
		func(r finance.Range) finance.Money { return r.Low },
		func(r finance.Range) finance.Money { return r.Likely },
		func(r finance.Range) finance.Money { return r.High },
	}
	for _, of := range pick {
		var from, to, saving, payers decimal.Decimal
		for _, l := range c.Lines {
			if l.From.Known {
				from = from.Add(of(l.From.Range).Amount())
			}
			if l.To.Known {
				to = to.Add(of(l.To.Range).Amount())
			}
			if l.Saving.Known {
				saving = saving.Add(of(l.Saving.Range).Amount())
			}
		}
		for _, p := range c.ByPayer {
			payers = payers.Add(of(p.Saving).Amount())
		}
		assert.True(t, from.Equal(of(c.TotalFrom).Amount()))
		assert.True(t, to.Equal(of(c.TotalTo).Amount()))
		assert.True(t, saving.Equal(of(c.Saving).Amount()))
		assert.True(t, from.Sub(to).Equal(saving))
		assert.True(t, payers.Equal(saving))
	}
}

func TestCompare(t *testing.T) {
	c, err := finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), estimate(t, fiveDays, testBook(t), finance.Options{}))
	require.NoError(t, err)
	checkSums(t, c)
	assert.Equal(t, "USD 300.30", c.Lines[0].Saving.Low.String(), "3 days at 100.10")
	assert.Equal(t, "USD 3000.00", c.SavingOf(finance.Delegations).Likely.String(), "one trip of 3")
	assert.Equal(t, "USD 0.00", c.SavingOf("nobody").Likely.String())
	percent, err := c.SavingOf(finance.ConferenceBudget).PercentOf(finance.MustMoney("USD 10000"))
	require.NoError(t, err)
	assert.Equal(t, []string{"3", "6", "12"}, []string{percent.Low.String(), percent.Likely.String(), percent.High.String()})
	_, err = c.Saving.PercentOf(finance.MustMoney("USD 0"))
	assert.ErrorIs(t, err, finance.ErrRange)
	_, err = c.Saving.PercentOf(finance.MustMoney("CHF 1"))
	assert.ErrorIs(t, err, finance.ErrCurrency)
	least, most := c.Saving.Neg().Bounds()
	assert.Equal(t, "USD -4200.00", least.String(), "the scenarios are not in order of size; the bounds are")
	assert.Equal(t, "USD -3300.30", most.String())

	assert.Equal(t, []finance.UnpricedChange{{testBook(t).Unpriced[0], att.Exactly(1), att.Exactly(1)}}, c.Unpriced)
	never := testBook(t)
	never.Unpriced[0].Driver = finance.PerConsultation
	talks := fiveDays
	talks.Consultations = []att.Consultation{{ID: "t", Format: att.Virtual, Start: att.MustDate("2024-01-15")}}
	c, err = finance.Compare(estimate(t, fiveDays, never, finance.Options{}), estimate(t, fiveDays, never, finance.Options{}))
	require.NoError(t, err)
	assert.Empty(t, c.Unpriced, "it occurs on neither side")
	c, err = finance.Compare(estimate(t, fiveDays, never, finance.Options{}), estimate(t, talks, never, finance.Options{}))
	require.NoError(t, err)
	assert.Equal(t, []att.Count{att.Exactly(0), att.Exactly(1)}, []att.Count{c.Unpriced[0].Before, c.Unpriced[0].After})
	without := testBook(t)
	without.Unpriced = nil
	other := testBook(t)
	other.Entries = other.Entries[:1]
	_, err = finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), estimate(t, fiveDays, other, finance.Options{}))
	assert.ErrorIs(t, err, finance.ErrBooks)
	_, err = finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), estimate(t, fiveDays, testBook(t), finance.Options{Currency: "CHF"}))
	assert.ErrorIs(t, err, finance.ErrBooks)
	_, err = finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), estimate(t, fiveDays, without, finance.Options{}))
	assert.ErrorIs(t, err, finance.ErrBooks)
	dearer := testBook(t)
	dearer.UnitCosts[0].Likely.Amount = finance.MustMoney("CHF 201")
	_, err = finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), estimate(t, fiveDays, dearer, finance.Options{}))
	assert.ErrorIs(t, err, finance.ErrBooks)
}

// TestPercentRoundsOnce has quotients that a division to sixteen digits would get wrong or right by luck.
func TestPercentRoundsOnce(t *testing.T) {
	for _, c := range []struct{ part, whole, want string }{
		{"1", "3", "33.3"},
		{"2", "3", "66.7"},
		{"1", "8", "12.5"},
		{"-1", "3", "-33.3"},
		{"1", "1600", "0.1"},
		{"0.5", "1000", "0"},
		{"1.5", "1000", "0.2"},
		{"2.5", "1000", "0.2"},
		{"-1.5", "1000", "-0.2"},
		{"52500", "975927", "5.4"},
	} {
		m := finance.MustMoney("USD " + c.part)
		p, err := finance.Range{Low: m, Likely: m, High: m}.PercentOf(finance.MustMoney("USD " + c.whole))
		require.NoError(t, err)
		assert.True(t, decimal.RequireFromString(c.want).Equal(p.Likely), "%s of %s: %s", c.part, c.whole, p.Likely)
	}
}

// TestRandomComparisons holds sums over random books and programmes.
func TestRandomComparisons(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for range 200 {
		b := testBook(t)
		b.Entries = nil
		for i := range 1 + random.IntN(12) {
			b.Entries = append(b.Entries, finance.Entry{
				ID: fmt.Sprintf("e%d", i), Title: att.Text{"en": "e"}, Driver: finance.Drivers()[random.IntN(len(finance.Drivers()))],
				UnitCost: b.UnitCosts[random.IntN(2)].ID, Payer: finance.Payers()[random.IntN(4)],
			})
			b.Entries[i].Team = teamOf(b.Entries[i].Driver)
			if random.IntN(2) == 0 {
				b.Entries[i].Times = []string{"people"}
			}
		}
		r, err := finance.ParseRate(fmt.Sprintf("CHF/USD=%d.%06d@2024-03-18", random.IntN(3), 1+random.IntN(999999)))
		require.NoError(t, err)
		o := finance.Options{Rates: []finance.Rate{r}}
		sides := []att.Programme{eightDays, fiveDays, block(), {}}
		c, err := finance.Compare(estimate(t, sides[random.IntN(4)], b, o), estimate(t, sides[random.IntN(4)], b, o))
		require.NoError(t, err)
		checkSums(t, c)
	}
}

func TestSample(t *testing.T) {
	c, err := finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), estimate(t, fiveDays, testBook(t), finance.Options{}))
	require.NoError(t, err)
	const n = 100_000
	s, err := c.Sample(context.Background(), n, 42)
	require.NoError(t, err)
	again, err := c.Sample(context.Background(), n, 42)
	require.NoError(t, err)
	assert.Equal(t, s, again)
	other, err := c.Sample(context.Background(), n, 43)
	require.NoError(t, err)
	assert.NotEqual(t, s.P50, other.P50)
	assert.Zero(t, s.Below)
	// The saving is 3000 + 3 X with X triangular on 100.10, 200, 400. Its quantile function is known.
	low, likely, high := 100.10, 200.0, 400.0
	quantile := func(p float64) float64 {
		if p < (likely-low)/(high-low) {
			return 3000 + 3*(low+math.Sqrt(p*(high-low)*(likely-low)))
		}
		return 3000 + 3*(high-math.Sqrt((1-p)*(high-low)*(high-likely)))
	}
	for p, got := range map[float64]finance.Money{0.05: s.P5, 0.25: s.P25, 0.5: s.P50, 0.75: s.P75, 0.95: s.P95} {
		value, _ := got.Amount().Float64()
		assert.InDelta(t, quantile(p), value, 5, "quantile %v; 5 is more than six standard errors", p)
	}
	backwards, err := finance.Compare(c.To, c.From)
	require.NoError(t, err)
	s, err = backwards.Sample(context.Background(), 1000, 1)
	require.NoError(t, err)
	assert.Equal(t, 1000, s.Below, "going back costs more in every draw")
}

func TestSampleRefuses(t *testing.T) {
	c, err := finance.Compare(estimate(t, eightDays, testBook(t), finance.Options{}), estimate(t, fiveDays, testBook(t), finance.Options{}))
	require.NoError(t, err)
	for _, n := range []int{0, -1, 1_000_001} {
		_, err := c.Sample(context.Background(), n, 1)
		assert.ErrorIs(t, err, finance.ErrDraws)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = c.Sample(ended, 1, 1)
	assert.ErrorIs(t, err, context.Canceled)
	mixed := testBook(t)
	mixed.UnitCosts[0].Likely.Amount = finance.MustMoney("USD 150")
	strong, err := finance.ParseRate("CHF/USD=2@2024-03-18")
	require.NoError(t, err)
	o := finance.Options{Rates: []finance.Rate{strong}}
	c, err = finance.Compare(estimate(t, eightDays, mixed, o), estimate(t, fiveDays, mixed, o))
	require.NoError(t, err, "scenarios need no order")
	_, err = c.Sample(context.Background(), 1, 1)
	assert.ErrorContains(t, err, "unit cost team: finance: at the exchange rate given the figures do not rise")
	dear := testBook(t)
	dear.UnitCosts[0].High.Amount = finance.MustMoney("CHF 10000000000000")
	c, err = finance.Compare(estimate(t, eightDays, dear, finance.Options{}), estimate(t, fiveDays, dear, finance.Options{}))
	require.NoError(t, err)
	_, err = c.Sample(context.Background(), 1, 1)
	assert.ErrorIs(t, err, finance.ErrAmount)
	dear.UnitCosts[0].High.Amount = finance.MustMoney("CHF 900000000000")
	dear.Entries[0].Times = []string{"people"}
	dear.Assumptions[0].Value = 100_000
	c, err = finance.Compare(estimate(t, eightDays, dear, finance.Options{}), estimate(t, fiveDays, dear, finance.Options{}))
	require.NoError(t, err)
	_, err = c.Sample(context.Background(), 1, 1)
	assert.ErrorIs(t, err, finance.ErrAmount, "no sum overflows in silence")
}
