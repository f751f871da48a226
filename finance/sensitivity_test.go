package finance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
)

// change compares CSP9 with the constructed programme by the illustrative book.
func change(t *testing.T) finance.Comparison {
	t.Helper()
	return changeTo(t, proposal.Name)
}

// changeTo compares CSP9 with a real cycle, or with the constructed programme.
func changeTo(t *testing.T, name string) finance.Comparison {
	t.Helper()
	csp9, _ := cycles.Programme("csp9")
	after, known := cycles.Programme(name)
	if !known {
		after = proposal.Programme()
	}
	from, err := finance.Estimate(csp9, finance.Illustrative(), finance.Options{})
	require.NoError(t, err)
	to, err := finance.Estimate(after, finance.Illustrative(), finance.Options{})
	require.NoError(t, err)
	c, err := finance.Compare(from, to)
	require.NoError(t, err)
	return c
}

// TestTornado: moving one unit cost from low to high moves the saving by its own lines' difference, and the widest comes
// first. The lines are those that examples/savings prints.
func TestTornado(t *testing.T) {
	c := change(t)
	swings := c.Tornado()
	require.NotEmpty(t, swings)
	for i, s := range swings {
		assert.False(t, s.UnitCost.Single(), s.UnitCost.ID)
		if i > 0 {
			assert.True(t, s.Width.Amount().LessThanOrEqual(swings[i-1].Width.Amount()))
		}
		low, high := c.Saving.Likely.Amount(), c.Saving.Likely.Amount()
		for _, line := range c.Lines {
			if line.Saving.Known && line.CountAfter.UnitCost.ID == s.UnitCost.ID {
				low = low.Add(line.Saving.Low.Amount()).Sub(line.Saving.Likely.Amount())
				high = high.Add(line.Saving.High.Amount()).Sub(line.Saving.Likely.Amount())
			}
		}
		assert.True(t, low.Equal(s.AtLow.Amount()) && high.Equal(s.AtHigh.Amount()), s.UnitCost.ID)
	}
	days := changeTo(t, "csp10")
	for _, s := range days.Tornado() {
		assert.NotEqual(t, "air-fare", s.UnitCost.ID, "both have two trips, so fares move nothing")
	}
	// Fares: 60 delegates, one trip less, 700 to 1,500 each: 42,000 to 90,000, a swing of 48,000. Consultations: twelve
	// days, 0 to 90,000, a swing of 90,000. Interpretation in the room: 45,000 to 111,000, a swing of 66,000.
	var widths []string
	for _, s := range swings[:3] {
		widths = append(widths, s.Width.Digits())
	}
	assert.Equal(t, []string{"90000.00", "66000.00", "48000.00"}, widths)
}

// TestBreakEvenDays: without consultations the conference budget saves 52,500 + 15,000 + 300 at likely prices, and relief adds
// nothing to fees paid by the day; a consultation day costs 54,372 / 12 = 4,531; so the fifteenth day eats the rest.
func TestBreakEvenDays(t *testing.T) {
	c := change(t)
	b := c.BreakEvenDays(finance.ConferenceBudget)
	require.True(t, b.Known)
	assert.Equal(t, "15", b.At.String(), b.Why)
	assert.Contains(t, b.Why, "67800.00")
	none := c.BreakEvenDays(finance.Delegations)
	assert.False(t, none.Known)
	assert.NotEmpty(t, none.Why)
	back, err := finance.Compare(c.To, c.From)
	require.NoError(t, err)
	none = back.BreakEvenDays(finance.ConferenceBudget)
	assert.True(t, none.Known)
	assert.True(t, none.At.IsZero(), "the way back saves nothing to begin with")
	assert.Contains(t, none.Why, "no saving")
}

// TestBreakEvenDaysWithoutAny: from eight days to six, with no consultation yet, two days of interpretation are saved, twice
// 17,500; each consultation day costs 4,531, so the eighth eats the rest. Where nobody knows how many there are, it is the same.
func TestBreakEvenDaysWithoutAny(t *testing.T) {
	csp9, _ := cycles.Programme("csp9")
	from, err := finance.Estimate(csp9, finance.Illustrative(), finance.Options{})
	require.NoError(t, err)
	csp10, _ := cycles.Programme("csp10")
	for _, known := range []bool{true, false} {
		p := csp10
		if p.Consultations = nil; known {
			p.Consultations = []att.Consultation{}
		}
		to, err := finance.Estimate(p, finance.Illustrative(), finance.Options{})
		require.NoError(t, err)
		c, err := finance.Compare(from, to)
		require.NoError(t, err)
		b := c.BreakEvenDays(finance.ConferenceBudget)
		require.True(t, b.Known, b.Why)
		assert.Equal(t, "8", b.At.String(), b.Why)
	}
}

// TestBreakEvenRate: the conference budget saves 3 x 17,500 + 300 francs and spends 54,372 - 15,000 dollars more. So
// there is a saving only where a franc is worth more than 39,372 / 52,800 = 0.745681 dollars. Delegations spend dollars and francs alike less.
func TestBreakEvenRate(t *testing.T) {
	c := change(t)
	b := c.BreakEvenRate(finance.ConferenceBudget, "CHF")
	require.True(t, b.Known, b.Why)
	assert.Equal(t, "0.745682", b.At.String())
	none := c.BreakEvenRate(finance.Delegations, "CHF")
	assert.False(t, none.Known)
	assert.Contains(t, none.Why, "do not pull against each other")
	assert.False(t, c.BreakEvenRate(finance.ConferenceBudget, "EUR").Known)
	itself := c.BreakEvenRate(finance.ConferenceBudget, "USD")
	assert.False(t, itself.Known)
	assert.Contains(t, itself.Why, "has no rate")
}

// TestBreakEvenRateByHand: what is saved in francs is eaten by what is spent in dollars when a franc is worth half a
// dollar.
func TestBreakEvenRateByHand(t *testing.T) {
	book := finance.Book{
		ID: "b", Title: att.Text{att.English: "b"}, Sources: []att.Source{{ID: "s", Title: "s"}},
		UnitCosts: []finance.UnitCost{
			{ID: "day", Title: att.Text{att.English: "day"}, Unit: "day", Likely: finance.Figure{Amount: finance.MustMoney("CHF 200"), Sources: []string{"s"}}},
			{ID: "talk", Title: att.Text{att.English: "talk"}, Unit: "day", Likely: finance.Figure{Amount: finance.MustMoney("USD 100"), Sources: []string{"s"}}},
		},
		Entries: []finance.Entry{
			{ID: "days", Title: att.Text{att.English: "days"}, Driver: finance.PerDay, UnitCost: "day", Payer: finance.ConferenceBudget},
			{ID: "talks", Title: att.Text{att.English: "talks"}, Driver: finance.PerConsultationDay, UnitCost: "talk", Payer: finance.ConferenceBudget},
		},
	}
	cycle := func(days, talks int) att.Programme {
		p := att.Programme{ID: "p", Bodies: []att.Body{{ID: "wg", Kind: att.WorkingGroup}}, Consultations: []att.Consultation{}}
		r := att.Round{ID: "r", Bodies: []string{"wg"}, Meeting: att.Meeting{Format: att.InPerson, City: "Geneva"}}
		for i := range days {
			r.Days = append(r.Days, att.Day{Date: att.MustDate("2024-04-15").AddDays(i), Bodies: []string{"wg"}})
		}
		p.Rounds = []att.Round{r}
		for i := range talks {
			day := att.MustDate("2024-05-06").AddDays(i)
			p.Consultations = append(p.Consultations, att.Consultation{ID: "t", Format: att.Virtual, Start: day, End: day})
		}
		return p
	}
	from, err := finance.Estimate(cycle(4, 0), book, finance.Options{})
	require.NoError(t, err)
	to, err := finance.Estimate(cycle(1, 3), book, finance.Options{})
	require.NoError(t, err)
	c, err := finance.Compare(from, to)
	require.NoError(t, err)
	b := c.BreakEvenRate(finance.ConferenceBudget, "CHF")
	require.True(t, b.Known, b.Why)
	assert.Equal(t, "0.5", b.At.String(), "600 francs saved, 300 dollars spent")
	assert.Equal(t, "6", c.BreakEvenDays(finance.ConferenceBudget).At.String(), "600 saved without talks, 100 a day")
	assert.Empty(t, c.Tornado(), "no unit cost has a range")
	book.Entries[1].Formats = []att.Format{att.Virtual}
	from, err = finance.Estimate(cycle(4, 0), book, finance.Options{})
	require.NoError(t, err)
	c, err = finance.Compare(from, from)
	require.NoError(t, err)
	days := c.BreakEvenDays(finance.ConferenceBudget)
	assert.False(t, days.Known)
	assert.Equal(t, "talks: priced in some forms of consultation only, so a day more has no one price", days.Why)
}

// TestShortfallThatOutweighs: six days instead of eight save the conference budget 35,000 of 975,927 at likely prices, 3.586 %.
func TestShortfallThatOutweighs(t *testing.T) {
	c := changeTo(t, "csp10")
	p, err := c.ShortfallThatOutweighs(usd("975927"))
	require.NoError(t, err)
	assert.Equal(t, "3.6", p.String())
	_, err = c.ShortfallThatOutweighs(usd("0"))
	require.ErrorIs(t, err, finance.ErrRange)
	back, err := finance.Compare(c.To, c.From)
	require.NoError(t, err)
	p, err = back.ShortfallThatOutweighs(usd("975927"))
	require.NoError(t, err)
	assert.True(t, p.IsZero(), "there is no saving to outweigh")
}
