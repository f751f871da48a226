package finance_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/finance"
)

func member(id string, rate int, c finance.Class) finance.Member {
	return finance.Member{Assessed: finance.Assessed{ID: id, Rate: rate}, Class: c}
}

// four are two States Parties, a signatory and an observer.
var four = []finance.Member{
	member("SIG", 20_000, finance.Signatory), member("BBB", 15_000, finance.StateParty),
	member("OBS", 20_000, finance.Observer), member("AAA", 45_000, finance.StateParty),
}

// bills writes who pays what of each budget, and together.
func bills(b finance.Billing) []string {
	var list []string
	for _, bill := range b.Bills {
		line := bill.ID
		for _, part := range bill.Parts {
			line += " " + part.Amount.Digits()
		}
		list = append(list, line+" = "+bill.Total.Digits())
	}
	return list
}

// TestApportionBudgets: of 800 for the Secretariat the two parties pay 45 and 15 of 60, of 1,000 for the conference each of the
// four pays its rate.
func TestApportionBudgets(t *testing.T) {
	b, err := finance.ApportionBudgets(four, finance.TreatyBudgets(usd("800"), usd("1000")))
	require.NoError(t, err)
	assert.Equal(t, []string{"AAA 600.00 450.00 = 1050.00", "BBB 200.00 150.00 = 350.00", "OBS 0.00 200.00 = 200.00", "SIG 0.00 200.00 = 200.00"}, bills(b))
	assert.Equal(t, "USD 1800.00", b.Total.String())
	assert.True(t, b.Bills[2].Parts[0].Amount.IsZero(), "no share, and no share of nothing")
	assert.Equal(t, []finance.ClassSum{
		{Class: finance.StateParty, Payers: 2, Total: usd("1400.00")}, {Class: finance.Signatory, Payers: 1, Total: usd("200.00")}, {Class: finance.Observer, Payers: 1, Total: usd("200.00")},
	}, b.Classes)
	require.Len(t, b.Budgets, 2)
	assert.Len(t, b.Budgets[0].Contributions, 2)

	secretariat := finance.TreatyBudgets(usd("800"), usd("1000"))[:1]
	b, err = finance.ApportionBudgets(four, secretariat)
	require.NoError(t, err)
	assert.Equal(t, "OBS 0.00 = 0.00", bills(b)[2], "it is in the list, with nothing to pay")
	assert.Zero(t, b.Classes[2].Payers)
}

// TestBudgetLimits: each budget has its own floor and ceiling. With a ceiling of half, AAA pays 400 of the Secretariat's 800, where
// its rate would be 600, and is not held by that of the conference.
func TestBudgetLimits(t *testing.T) {
	budgets := finance.TreatyBudgets(usd("800"), usd("1000"))
	budgets[0].Limits.Ceiling = 50_000
	b, err := finance.ApportionBudgets(four, budgets)
	require.NoError(t, err)
	assert.Equal(t, "AAA 400.00 450.00 = 850.00", bills(b)[0])
	assert.Equal(t, []finance.Bound{finance.AtCeiling, ""}, []finance.Bound{b.Bills[0].Parts[0].Bound, b.Bills[0].Parts[1].Bound})
}

func TestTreatyBudgetsAreRecalled(t *testing.T) {
	for _, b := range finance.TreatyBudgets(usd("1"), usd("1")) {
		assert.Equal(t, att.Recalled, b.Provenance.Confidence)
		assert.NotEmpty(t, b.Provenance.Note)
	}
}

// TestCompareBillings: 100 less for the conference are 45, 15, 20 and 20 less; those on a floor save nothing; the Secretariat's
// budget is as before.
func TestCompareBillings(t *testing.T) {
	share := func(members []finance.Member, conference string, floor string) finance.Billing {
		budgets := finance.TreatyBudgets(usd("800"), usd(conference))
		budgets[1].Limits.Floor = usd(floor)
		b, err := finance.ApportionBudgets(members, budgets)
		require.NoError(t, err)
		return b
	}
	c, err := finance.CompareBillings(share(four, "1000", "0"), share(four, "900", "0"))
	require.NoError(t, err)
	assert.Equal(t, "USD 100.00", c.Saving.String())
	saved := func(c finance.BillingChange) (list []string) {
		for _, p := range c.Payers {
			list = append(list, fmt.Sprintf("%s %s %s", p.ID, p.Class, p.Saved.Digits()))
		}
		for _, class := range c.Classes {
			list = append(list, fmt.Sprintf("%s: %d, %d nothing, %s - %s = %s", class.Class, class.Payers, class.Nothing, class.Before.Digits(), class.After.Digits(), class.Saved.Digits()))
		}
		return list
	}
	assert.Equal(t, []string{
		"AAA state-party 45.00", "BBB state-party 15.00", "OBS observer 20.00", "SIG signatory 20.00",
		"state-party: 2, 0 nothing, 1400.00 - 1340.00 = 60.00", "signatory: 1, 0 nothing, 200.00 - 180.00 = 20.00", "observer: 1, 0 nothing, 200.00 - 180.00 = 20.00",
	}, saved(c))

	// With a floor of 200 in the conference's budget, BBB, OBS and SIG rest on it before and after, and AAA saves all.
	c, err = finance.CompareBillings(share(four, "1000", "200"), share(four, "900", "200"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"AAA state-party 100.00", "BBB state-party 0.00", "OBS observer 0.00", "SIG signatory 0.00",
		"state-party: 2, 1 nothing, 1400.00 - 1300.00 = 100.00", "signatory: 1, 1 nothing, 200.00 - 200.00 = 0.00", "observer: 1, 1 nothing, 200.00 - 200.00 = 0.00",
	}, saved(c))

	// The signatory becomes a party, and the observer stays away: of 800 the three pay 45, 15 and 20 of 80, and of 1,000 alike.
	after := []finance.Member{four[1], four[3], member("SIG", 20_000, finance.StateParty)}
	c, err = finance.CompareBillings(share(four, "1000", "0"), share(after, "1000", "0"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"AAA state-party 37.50", "BBB state-party 12.50", "OBS observer 200.00", "SIG state-party -250.00", // 1,050 - 1,012.50; 350 - 337.50; 200 - 450
		"state-party: 3, 0 nothing, 1600.00 - 1800.00 = -200.00", "signatory: 0, 0 nothing, 0.00 - 0.00 = 0.00", "observer: 1, 0 nothing, 200.00 - 0.00 = 200.00",
	}, saved(c))
	back, err := finance.CompareBillings(share(after, "1000", "0"), share(four, "1000", "0"))
	require.NoError(t, err)
	assert.Equal(t, "OBS observer -200.00", saved(back)[2], "it joins")
	other, err := finance.ApportionBudgets(four, finance.TreatyBudgets(finance.MustMoney("CHF 800"), finance.MustMoney("CHF 1000")))
	require.NoError(t, err)
	_, err = finance.CompareBillings(other, share(four, "1000", "0"))
	assert.ErrorIs(t, err, finance.ErrCurrency)
}

func TestApportionBudgetsRefuses(t *testing.T) {
	budgets := finance.TreatyBudgets(usd("800"), usd("1000"))
	_, err := finance.ApportionBudgets(four, nil)
	assert.ErrorIs(t, err, finance.ErrBudgets)
	_, err = finance.ApportionBudgets(four, append(budgets[:2:2], budgets[0]))
	assert.ErrorIs(t, err, finance.ErrBudgets)
	assert.ErrorContains(t, err, `"secretariat" stands there twice`)
	_, err = finance.ApportionBudgets(append(four[:4:4], four[0]), budgets)
	assert.ErrorIs(t, err, finance.ErrPayers)
	_, err = finance.ApportionBudgets([]finance.Member{member("AAA", 1, "friend")}, budgets)
	assert.ErrorContains(t, err, `the class of "AAA" is "friend"; expected one of [state-party signatory observer]`)
	_, err = finance.ApportionBudgets(four[:1], budgets)
	assert.ErrorIs(t, err, finance.ErrPayers, "no party shares the Secretariat's")
	assert.ErrorContains(t, err, "budget secretariat: ")
	_, err = finance.ApportionBudgets(four, finance.TreatyBudgets(usd("800"), finance.MustMoney("CHF 1000")))
	assert.ErrorIs(t, err, finance.ErrCurrency)
}

// TestBillsAddUp: whatever the members and budgets, the bills are the budgets to the cent, in any order of members.
func TestBillsAddUp(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for range 300 {
		members := []finance.Member{member("AAA", 1+random.IntN(99_999), finance.StateParty)}
		for i := range random.IntN(30) {
			members = append(members, member(fmt.Sprintf("X%02d", i), random.IntN(22_001), finance.Classes()[random.IntN(3)]))
		}
		budgets := finance.TreatyBudgets(cents(1+random.Int64N(1e9)), cents(1+random.Int64N(1e9)))
		b, err := finance.ApportionBudgets(members, budgets)
		require.NoError(t, err)
		sum, classes := decimal.Decimal{}, decimal.Decimal{}
		for _, bill := range b.Bills {
			sum = sum.Add(bill.Total.Amount())
		}
		for _, class := range b.Classes {
			classes = classes.Add(class.Total.Amount())
		}
		total := budgets[0].Total.Amount().Add(budgets[1].Total.Amount())
		assert.True(t, sum.Equal(total) && classes.Equal(total) && b.Total.Amount().Equal(total))
		random.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
		again, err := finance.ApportionBudgets(members, budgets)
		require.NoError(t, err)
		assert.Equal(t, bills(b), bills(again))
	}
}

func cents(n int64) finance.Money {
	m, err := finance.NewMoney(decimal.New(n, -2), "USD")
	if err != nil {
		panic(err)
	}
	return m
}
