package finance_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/finance"
)

func TestMoneyText(t *testing.T) {
	for in, want := range map[string]string{
		"USD 975927":                    "USD 975927.00",
		"CHF 0":                         "CHF 0.00",
		"CHF -0.5":                      "CHF -0.50",
		"USD 1.234567":                  "USD 1.234567",
		"USD 100.100":                   "USD 100.10",
		"USD 0.000001":                  "USD 0.000001",
		"USD 000012":                    "USD 12.00",
		"USD 123456789012345678.123456": "USD 123456789012345678.123456",
	} {
		m, err := finance.ParseMoney(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, m.String())
		again, err := finance.ParseMoney(m.String())
		require.NoError(t, err)
		cmp, err := m.Compare(again)
		require.NoError(t, err)
		assert.Zero(t, cmp)
	}
	for _, bad := range []string{
		"", "USD", "USD ", "975927", "usd 1", "USDX 1", "USD 1e3", "USD 1e10000", "USD +1", "USD 1,000", "USD 1.", "USD .5", "USD --1",
		"USD 1234567890123456789", "USD 0.1234567", "USD NaN", "USD 1 ", "USD  1", "USD ١",
	} {
		_, err := finance.ParseMoney(bad)
		assert.Error(t, err, bad)
		assert.NotContains(t, err.Error(), "\n")
	}
	assert.Panics(t, func() { finance.MustMoney("much") })
}

func TestNewMoneyBounds(t *testing.T) {
	for _, d := range []decimal.Decimal{
		decimal.New(1, 18), decimal.New(1, -7), decimal.New(1, 1<<30), decimal.New(1, -1<<30),
		decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(5000), nil), -5000),
	} {
		_, err := finance.NewMoney(d, "USD")
		assert.ErrorIs(t, err, finance.ErrAmount)
	}
	m, err := finance.NewMoney(decimal.New(0, 1<<30), "USD")
	require.NoError(t, err, "nothing is nothing, however it is written")
	assert.Equal(t, "USD 0.00", m.String())
	m, err = finance.NewMoney(decimal.New(12, 3), "USD")
	require.NoError(t, err)
	assert.Equal(t, "USD 12000.00", m.String())
	_, err = finance.NewMoney(decimal.New(1, 0), "dollars")
	assert.ErrorContains(t, err, "currency")
}

func TestMoneyArithmetic(t *testing.T) {
	a, b := finance.MustMoney("USD 10.10"), finance.MustMoney("USD 0.20")
	sum, err := a.Add(b)
	require.NoError(t, err)
	assert.Equal(t, "USD 10.30", sum.String())
	difference, err := b.Sub(a)
	require.NoError(t, err)
	assert.Equal(t, "USD -9.90", difference.String())
	assert.Equal(t, -1, difference.Sign())
	assert.Equal(t, "9.90", difference.Neg().Digits())
	same, err := finance.Money{}.Add(a)
	require.NoError(t, err)
	assert.Equal(t, a.String(), same.String())
	same, err = a.Add(finance.Money{})
	require.NoError(t, err)
	assert.Equal(t, a.String(), same.String())
	_, err = a.Add(finance.MustMoney("CHF 1"))
	assert.ErrorIs(t, err, finance.ErrCurrency)
	_, err = a.Compare(finance.MustMoney("CHF 1"))
	assert.ErrorIs(t, err, finance.ErrCurrency)
	_, err = finance.MustMoney("USD 999999999999999999").Add(finance.MustMoney("USD 1"))
	assert.ErrorIs(t, err, finance.ErrAmount, "nothing overflows in silence")
	c, err := a.Compare(finance.Money{})
	require.NoError(t, err)
	assert.Equal(t, 1, c)
	assert.True(t, finance.Money{}.IsZero())
	assert.False(t, finance.MustMoney("USD 0").IsZero(), "nothing in dollars is an amount")
	assert.Equal(t, "0.00", finance.Money{}.String())
	assert.Equal(t, "USD", a.Currency())
	assert.True(t, a.Amount().Equal(decimal.RequireFromString("10.1")))
}

// TestBytesDoNotDependOnTheDecimalLibrarysSwitches flips what an importer may flip.
func TestBytesDoNotDependOnTheDecimalLibrarysSwitches(t *testing.T) {
	m := finance.MustMoney("USD 1234567.50")
	want, err := json.Marshal(m)
	require.NoError(t, err)
	assert.JSONEq(t, `"USD 1234567.50"`, string(want))
	quotes, zeros, scientific := decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation
	defer func() {
		decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = quotes, zeros, scientific
	}()
	decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = !quotes, !zeros, !scientific
	got, err := json.Marshal(m)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
	var again finance.Money
	require.NoError(t, json.Unmarshal(got, &again))
	assert.Equal(t, "USD 1234567.50", again.String())
	assert.Error(t, again.UnmarshalText([]byte("1234")))
}

// FuzzMoney compares sums with those of exact fractions.
func FuzzMoney(f *testing.F) {
	f.Add("USD 1.10", "USD 2.205")
	f.Add("CHF -0.000001", "CHF 999999999999999999.999999")
	f.Fuzz(func(t *testing.T, s, u string) {
		a, errA := finance.ParseMoney(s)
		b, errB := finance.ParseMoney(u)
		if errA != nil || errB != nil {
			return
		}
		sum, err := a.Add(b)
		if err != nil {
			return
		}
		rat := func(m finance.Money) *big.Rat {
			r, ok := new(big.Rat).SetString(m.Digits())
			require.True(t, ok, m.Digits())
			return r
		}
		require.Zero(t, rat(sum).Cmp(new(big.Rat).Add(rat(a), rat(b))))
		back, err := sum.Sub(b)
		require.NoError(t, err)
		require.Zero(t, rat(back).Cmp(rat(a)))
		_, fraction, _ := strings.Cut(sum.Digits(), ".")
		require.GreaterOrEqual(t, len(fraction), 2)
	})
}

func TestParseRate(t *testing.T) {
	r, err := finance.ParseRate("CHF/USD=1.12@2024-03-18")
	require.NoError(t, err)
	assert.Equal(t, "CHF/USD=1.12@2024-03-18", r.String())
	for _, bad := range []string{
		"", "CHF", "CHF/USD", "CHF/USD=1.12", "CHF/USD=@2024-03-18", "CHF/USD=0@2024-03-18", "CHF/USD=-1@2024-03-18",
		"CHF/USD=1.12@today", "CHF/CHF=1@2024-03-18", "chf/USD=1@2024-03-18", "CHF-USD=1@2024-03-18", "CHF/USD=1e9@2024-03-18",
	} {
		_, err := finance.ParseRate(bad)
		assert.Error(t, err, bad)
	}
}

// TestMoneyIsExact holds sums, differences and orders against rational numbers, over amounts of all sizes: those that stand in
// cents, those with parts of a cent, and those of too many digits for 64 bits.
func TestMoneyIsExact(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	number := func() string {
		text := fmt.Sprint(random.Int64N(int64(math.Pow10(1 + random.IntN(17)))))
		if n := random.IntN(7); n > 0 {
			text += fmt.Sprintf(".%0*d", n, random.Int64N(int64(math.Pow10(n))))
		}
		if random.IntN(2) == 0 {
			text = "-" + text
		}
		return text
	}
	rat := func(s string) *big.Rat {
		r, ok := new(big.Rat).SetString(s)
		require.True(t, ok, s)
		return r
	}
	for range 20_000 {
		a, b := number(), number()
		m, n := usd(a), usd(b)
		require.Zero(t, rat(a).Cmp(rat(m.Digits())), a)
		again, err := usd(m.Digits()).Compare(m)
		require.NoError(t, err)
		require.Zero(t, again, "an amount is the same however it was written: %s", a)
		sum, err := m.Add(n)
		require.NoError(t, err)
		require.Zero(t, new(big.Rat).Add(rat(a), rat(b)).Cmp(rat(sum.Digits())), "%s + %s = %s", a, b, sum)
		difference, err := m.Sub(n)
		require.NoError(t, err)
		require.Zero(t, new(big.Rat).Sub(rat(a), rat(b)).Cmp(rat(difference.Digits())), "%s - %s = %s", a, b, difference)
		order, err := m.Compare(n)
		require.NoError(t, err)
		require.Equal(t, rat(a).Cmp(rat(b)), order, "%s and %s", a, b)
		require.Equal(t, rat(a).Sign(), m.Sign(), a)
		require.Zero(t, new(big.Rat).Neg(rat(a)).Cmp(rat(m.Neg().Digits())), a)
		require.Equal(t, 0, rat(m.Amount().String()).Cmp(rat(a)), a)
	}
	most := usd("999999999999999999.999999")
	_, err := most.Add(usd("0.000001"))
	require.ErrorIs(t, err, finance.ErrAmount)
	_, err = most.Add(usd("1"))
	require.ErrorIs(t, err, finance.ErrAmount)
}
