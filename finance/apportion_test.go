package finance_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/finance"
	"attwork.example/finance/scale"
)

func usd(s string) finance.Money { return finance.MustMoney("USD " + s) }

func share(t *testing.T, total string, limits finance.Limits, payers ...finance.Assessed) finance.Apportionment {
	t.Helper()
	a, err := finance.Apportion(usd(total), payers, limits)
	require.NoError(t, err)
	sum := usd("0")
	for _, c := range a.Contributions {
		sum, err = sum.Add(c.Amount)
		require.NoError(t, err)
	}
	require.True(t, sum.Amount().Equal(usd(total).Amount()), "%s shared out, %s asked", sum, total)
	return a
}

func amounts(a finance.Apportionment) string {
	var list []string
	for _, c := range a.Contributions {
		s := c.ID + " " + c.Amount.Digits()
		if c.Bound != "" {
			s += " " + string(c.Bound)
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

// TestApportion goes through the cases that an apportionment must survive (facts on the finances, 3), each reckoned by
// hand.
func TestApportion(t *testing.T) {
	a, b, c := finance.Assessed{ID: "AAA", Rate: 60_000}, finance.Assessed{ID: "BBB", Rate: 30_000}, finance.Assessed{ID: "CCC", Rate: 10_000}
	for name, k := range map[string]struct {
		total  string
		limits finance.Limits
		payers []finance.Assessed
		want   string
	}{
		"pro rata":                           {"1000", finance.Limits{}, []finance.Assessed{a, b, c}, "AAA 600.00, BBB 300.00, CCC 100.00"},
		"rates that do not sum to a hundred": {"900", finance.Limits{}, []finance.Assessed{a, b}, "AAA 600.00, BBB 300.00"},
		"floor binds on one":                 {"1000", finance.Limits{Floor: usd("190")}, []finance.Assessed{a, b, c}, "AAA 540.00, BBB 270.00, CCC 190.00 floor"},
		"ceiling binds":                      {"1000", finance.Limits{Ceiling: 40_000}, []finance.Assessed{a, b, c}, "AAA 400.00 ceiling, BBB 400.00 ceiling, CCC 200.00"},
		"ceiling of 50":                      {"1000", finance.Limits{Ceiling: 50_000}, []finance.Assessed{a, b, c}, "AAA 500.00 ceiling, BBB 375.00, CCC 125.00"},
		"ceiling cascades":                   {"1000", finance.Limits{Ceiling: 45_000}, []finance.Assessed{a, {ID: "BBB", Rate: 35_000}, {ID: "CCC", Rate: 5_000}}, "AAA 450.00 ceiling, BBB 450.00 ceiling, CCC 100.00"},
		"floor and ceiling":                  {"1000", finance.Limits{Floor: usd("150"), Ceiling: 50_000}, []finance.Assessed{a, b, c}, "AAA 500.00 ceiling, BBB 350.00, CCC 150.00 floor"},
		"all on the floor":                   {"300", finance.Limits{Floor: usd("100")}, []finance.Assessed{a, b, c}, "AAA 100.00 floor, BBB 100.00 floor, CCC 100.00 floor"},
		"all at the ceiling":                 {"300", finance.Limits{Ceiling: 50_000}, []finance.Assessed{a, b}, "AAA 150.00 ceiling, BBB 150.00 ceiling"},
		"a third each":                       {"1", finance.Limits{}, []finance.Assessed{{ID: "C", Rate: 1}, {ID: "A", Rate: 1}, {ID: "B", Rate: 1}}, "A 0.34, B 0.33, C 0.33"},
		"two cents, by largest remainder":    {"0.10", finance.Limits{}, []finance.Assessed{{ID: "A", Rate: 1}, {ID: "B", Rate: 2}, {ID: "C", Rate: 4}}, "A 0.01, B 0.03, C 0.06"},
		"no rate pays nothing":               {"10", finance.Limits{}, []finance.Assessed{{ID: "A", Rate: 0}, {ID: "B", Rate: 5}}, "A 0.00, B 10.00"},
		"no rate pays the floor":             {"10", finance.Limits{Floor: usd("1")}, []finance.Assessed{{ID: "A", Rate: 0}, {ID: "B", Rate: 5}}, "A 1.00 floor, B 9.00"},
		"one payer":                          {"12.34", finance.Limits{}, []finance.Assessed{{ID: "A", Rate: 1}}, "A 12.34"},
		"the largest total":                  {"90000000000", finance.Limits{}, []finance.Assessed{a, b, c}, "AAA 54000000000.00, BBB 27000000000.00, CCC 9000000000.00"},
		"a ceiling of part of a cent":        {"1.01", finance.Limits{Ceiling: 33_334}, []finance.Assessed{{ID: "A", Rate: 8}, {ID: "B", Rate: 1}, {ID: "C", Rate: 1}, {ID: "D", Rate: 1}}, "A 0.33 ceiling, B 0.23, C 0.23, D 0.22"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, k.want, amounts(share(t, k.total, k.limits, k.payers...)))
		})
	}
}

func TestApportionTies(t *testing.T) {
	a := share(t, "1", finance.Limits{}, finance.Assessed{ID: "C", Rate: 1}, finance.Assessed{ID: "A", Rate: 1}, finance.Assessed{ID: "B", Rate: 1})
	assert.Equal(t, []string{"A", "B", "C"}, a.Ties, "one cent, three with the same claim to it")
	assert.Empty(t, share(t, "3", finance.Limits{}, finance.Assessed{ID: "A", Rate: 1}, finance.Assessed{ID: "B", Rate: 2}).Ties)
}

// many returns n payers of one rate.
func many(n int) []finance.Assessed {
	list := make([]finance.Assessed, n)
	for i := range list {
		list[i] = finance.Assessed{ID: fmt.Sprintf("P%02d", i), Rate: 1}
	}
	return list
}

// TestCeilingOfPartOfACent: what ten payers at a ceiling of 0.19899 cannot pay is no business of one without a rate.
func TestCeilingOfPartOfACent(t *testing.T) {
	payers := append(many(10), finance.Assessed{ID: "Z"})
	for i := range 10 {
		payers[i].Rate = 1000
	}
	limits := finance.Limits{Ceiling: 9999}
	_, err := finance.Apportion(usd("1.99"), payers, limits)
	require.ErrorIs(t, err, finance.ErrCeiling)
	a := share(t, "1.99", limits, append(payers, finance.Assessed{ID: "B", Rate: 1})...)
	assert.Equal(t, "0.09", a.Contributions[0].Amount.Digits(), "B takes what is left under ten ceilings of 0.19")
	assert.Equal(t, "0.00", a.Contributions[11].Amount.Digits())
}

func TestApportionRefuses(t *testing.T) {
	one := []finance.Assessed{{ID: "A", Rate: 1}, {ID: "B", Rate: 1}}
	for name, k := range map[string]struct {
		total  finance.Money
		limits finance.Limits
		payers []finance.Assessed
		want   error
	}{
		"floor above the total":               {usd("100"), finance.Limits{Floor: usd("50.01")}, one, finance.ErrFloor},
		"a huge floor":                        {usd("100"), finance.Limits{Floor: usd("999999999999999999")}, one, finance.ErrRange},
		"a large floor":                       {usd("100"), finance.Limits{Floor: usd("9000000000000000")}, one, finance.ErrFloor},
		"ceiling below the total":             {usd("100"), finance.Limits{Ceiling: 49_999}, one, finance.ErrCeiling},
		"floor above the ceiling":             {usd("100"), finance.Limits{Floor: usd("40"), Ceiling: 39_000}, []finance.Assessed{{ID: "A", Rate: 1}, {ID: "B", Rate: 1}, {ID: "C", Rate: 0}}, finance.ErrFloor},
		"ceiling above a hundred":             {usd("100"), finance.Limits{Ceiling: 100_001}, one, finance.ErrCeiling},
		"negative ceiling":                    {usd("100"), finance.Limits{Ceiling: -1}, one, finance.ErrCeiling},
		"ceiling, others no rate":             {usd("100"), finance.Limits{Ceiling: 60_000}, []finance.Assessed{{ID: "A", Rate: 1}, {ID: "B", Rate: 0}}, finance.ErrCeiling},
		"no rates at all":                     {usd("100"), finance.Limits{}, []finance.Assessed{{ID: "A"}, {ID: "B"}}, finance.ErrCeiling},
		"no payers":                           {usd("100"), finance.Limits{}, nil, finance.ErrPayers},
		"an id twice":                         {usd("100"), finance.Limits{}, []finance.Assessed{{ID: "A", Rate: 1}, {ID: "A", Rate: 2}}, finance.ErrPayers},
		"negative rate":                       {usd("100"), finance.Limits{}, []finance.Assessed{{ID: "A", Rate: -1}}, finance.ErrPayers},
		"a rate above a hundred":              {usd("100"), finance.Limits{}, []finance.Assessed{{ID: "A", Rate: 100_001}}, finance.ErrPayers},
		"too many payers":                     {usd("100"), finance.Limits{}, make([]finance.Assessed, 10_001), finance.ErrPayers},
		"nothing to share":                    {usd("0"), finance.Limits{}, one, finance.ErrRange},
		"negative":                            {usd("-1"), finance.Limits{}, one, finance.ErrRange},
		"a floor whose sum is beyond 64 bits": {usd("90000000000"), finance.Limits{Floor: usd("44992083146.38")}, many(41), finance.ErrFloor},
		"part of a cent":                      {usd("1.001"), finance.Limits{}, one, finance.ErrRange},
		"above 90 billion":                    {usd("90000000000.01"), finance.Limits{}, one, finance.ErrRange},
		"a floor of part of a cent":           {usd("1"), finance.Limits{Floor: usd("0.001")}, one, finance.ErrRange},
		"a negative floor":                    {usd("1"), finance.Limits{Floor: usd("-1")}, one, finance.ErrRange},
		"another currency":                    {usd("1"), finance.Limits{Floor: finance.MustMoney("CHF 1")}, one, finance.ErrCurrency},
		"a ceiling of part of a cent that whole cents cannot reach": {usd("1.01"), finance.Limits{Ceiling: 50_000}, one, finance.ErrCeiling},
	} {
		_, err := finance.Apportion(k.total, k.payers, k.limits)
		require.ErrorIs(t, err, k.want, name)
	}
}

// reference is a second way to share out, written apart and slow: it looks for the factor among all pairs of how many
// payers rest on either bound, with exact fractions.
func reference(total *big.Rat, payers []finance.Assessed, floor, ceiling *big.Rat) []*big.Rat {
	n := len(payers)
	sorted := slices.Clone(payers)
	slices.SortFunc(sorted, func(a, b finance.Assessed) int { return b.Rate - a.Rate })
	clamp := func(x *big.Rat) *big.Rat {
		switch {
		case x.Cmp(floor) < 0:
			return floor
		case x.Cmp(ceiling) > 0:
			return ceiling
		}
		return x
	}
	for high := 0; high <= n; high++ {
		for low := high; low <= n; low++ {
			left := new(big.Rat).Set(total)
			left.Sub(left, new(big.Rat).Mul(ceiling, big.NewRat(int64(high), 1)))
			left.Sub(left, new(big.Rat).Mul(floor, big.NewRat(int64(n-low), 1)))
			rates := int64(0)
			for _, p := range sorted[high:low] {
				rates += int64(p.Rate)
			}
			factor := new(big.Rat)
			if rates > 0 {
				factor.Quo(left, big.NewRat(rates, 1))
			} else if left.Sign() != 0 {
				continue
			} else if high < n && sorted[high].Rate > 0 {
				factor.Quo(floor, big.NewRat(int64(sorted[high].Rate), 1))
			}
			sum := new(big.Rat)
			exact := map[string]*big.Rat{}
			for _, p := range sorted {
				x := clamp(new(big.Rat).Mul(factor, big.NewRat(int64(p.Rate), 1)))
				exact[p.ID] = x
				sum.Add(sum, x)
			}
			if sum.Cmp(total) == 0 {
				list := make([]*big.Rat, n)
				for i, p := range payers {
					list[i] = exact[p.ID]
				}
				return list
			}
		}
	}
	return nil
}

// TestAgainstReference compares 10,000 random cases with fractions: each amount lies within a cent of the exact one and
// within the bounds, the sum is exact, a higher rate never pays less, and another order of payers gives the same.
func TestAgainstReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	solved := 0
	for i := range 10_000 {
		n := 1 + rng.IntN(7)
		payers := make([]finance.Assessed, n)
		for j := range payers {
			payers[j] = finance.Assessed{ID: fmt.Sprintf("P%02d", j), Rate: []int{rng.IntN(4), rng.IntN(30_000)}[rng.IntN(2)]}
		}
		cents := int64(1 + rng.IntN(100_000))
		limits, floor, ceiling := finance.Limits{}, new(big.Rat), big.NewRat(cents, 1)
		if rng.IntN(2) == 0 {
			f := rng.Int64N(cents/int64(n) + 2)
			limits.Floor, floor = finance.MustMoney(fmt.Sprintf("USD %d.%02d", f/100, f%100)), big.NewRat(f, 1)
		}
		if rng.IntN(2) == 0 {
			limits.Ceiling = 1 + rng.IntN(scale.Whole)
			ceiling = big.NewRat(cents*int64(limits.Ceiling)/scale.Whole, 1) // nobody pays part of a cent
		}
		total, err := finance.NewMoney(decimal.New(cents, -2), "USD")
		require.NoError(t, err)
		a, err := finance.Apportion(total, payers, limits)
		var exact []*big.Rat
		if floor.Cmp(ceiling) <= 0 {
			exact = reference(big.NewRat(cents, 1), payers, floor, ceiling)
		}
		if err != nil {
			require.Nil(t, exact, "case %d: %v", i, err)
			continue
		}
		require.NotNil(t, exact, "case %d", i)
		solved++
		sum := decimal.Decimal{}
		for j, c := range a.Contributions {
			got := new(big.Rat).SetInt64(c.Amount.Amount().Shift(2).IntPart())
			off := new(big.Rat).Sub(got, exact[j])
			require.Negative(t, off.Abs(off).Cmp(big.NewRat(1, 1)), "case %d: %s pays %s, exactly %s", i, c.ID, c.Amount, exact[j].FloatString(4))
			require.True(t, got.Cmp(floor) >= 0 && got.Cmp(ceiling) <= 0, "case %d: %s is out of bounds", i, c.ID)
			sum = sum.Add(c.Amount.Amount())
			for _, d := range a.Contributions {
				require.False(t, c.Rate > d.Rate && c.Amount.Amount().LessThan(d.Amount.Amount()), "case %d: %s has the higher rate and pays less than %s", i, c.ID, d.ID)
			}
		}
		require.True(t, sum.Equal(total.Amount()), "case %d", i)
		rng.Shuffle(n, func(x, y int) { payers[x], payers[y] = payers[y], payers[x] })
		again, err := finance.Apportion(total, payers, limits)
		require.NoError(t, err)
		require.Equal(t, a, again, "case %d: the order of payers does not matter", i)
	}
	assert.Greater(t, solved, 3_000)
}

// FuzzApportion looks for panics and lost cents.
func FuzzApportion(f *testing.F) {
	f.Add(int64(97592700), int64(10_000), 22_000, uint64(1), 193)
	f.Add(int64(1), int64(0), 0, uint64(2), 3)
	f.Add(int64(9_000_000_000_000), int64(4_499_208_314_638), 0, uint64(3), 41)
	f.Fuzz(func(t *testing.T, cents, floor int64, ceiling int, seed uint64, n int) {
		rng := rand.New(rand.NewPCG(seed, 3))
		payers := make([]finance.Assessed, min(max(n, 0), 300))
		for i := range payers {
			payers[i] = finance.Assessed{ID: fmt.Sprint(i), Rate: rng.IntN(scale.Whole + 1)}
		}
		money := func(c int64) finance.Money {
			m, err := finance.NewMoney(decimal.New(c, -2), "USD")
			require.NoError(t, err)
			return m
		}
		total := money(cents)
		a, err := finance.Apportion(total, payers, finance.Limits{Floor: money(floor), Ceiling: ceiling})
		if err != nil {
			return
		}
		sum := decimal.Decimal{}
		for _, c := range a.Contributions {
			sum = sum.Add(c.Amount.Amount())
		}
		require.True(t, sum.Equal(total.Amount()))
	})
}
