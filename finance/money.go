package finance

import (
	"cmp"
	"errors"
	"fmt"
	"math/bits"
	"strings"

	"github.com/shopspring/decimal"
)

// Money is an exact amount in one currency. The zero Money is no amount in no currency; adding it
// changes nothing.
type Money struct {
	// Most amounts are whole cents, and adding those needs no memory. What is none stands in exact, and cents is 0 then.
	cents    int64
	exact    decimal.Decimal
	currency string
}

// Bounds of an amount, in digits.
const (
	maxWhole    = 18
	maxFraction = 6
	maxCents    = 1_000_000_000_000_000_000 // of an amount that stands in cents, so that two of them add up in 64 bits
)

// ErrCurrency says that amounts in different currencies were mixed.
var ErrCurrency = errors.New("finance: amounts in different currencies")

// ErrAmount says that a text is no amount, or that an amount has more than 18 digits before or 6
// digits after the point.
var ErrAmount = errors.New("finance: not an amount of at most 18 digits before and 6 after the point")

// ErrRange says that an amount, or a rate, is none that makes sense where it stands.
var ErrRange = errors.New("finance: out of range")

// NewMoney returns an amount in a currency given by its three-letter code. It reports [ErrAmount] for
// an amount out of bounds.
func NewMoney(amount decimal.Decimal, currency string) (Money, error) {
	if !validCurrency(currency) {
		return Money{}, fmt.Errorf("finance: %.12q is no currency code such as USD", currency)
	}
	if amount.IsZero() {
		amount = decimal.Decimal{}
	}
	if e := amount.Exponent(); e >= -maxFraction && e <= 0 && amount.NumDigits()+int(e) <= maxWhole {
		return moneyOf(amount, currency), nil
	}
	// First the exponent, so that no amount is written out that has a million zeros.
	if e := amount.Exponent(); e > maxWhole || e < -2*maxWhole || amount.NumDigits() > 3*maxWhole {
		return Money{}, ErrAmount
	}
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(plain(amount), "-"), ".")
	if len(whole) > maxWhole || len(fraction) > maxFraction {
		return Money{}, ErrAmount
	}
	return moneyOf(amount, currency), nil
}

// moneyOf puts an amount of at most sixteen digits into cents, if it is a whole number of them.
func moneyOf(amount decimal.Decimal, currency string) Money {
	const digits = 16
	if amount.IsZero() {
		return Money{currency: currency}
	}
	if e := amount.Exponent(); e >= -maxFraction && e <= 0 && amount.NumDigits() <= digits {
		n, part := amount.CoefficientInt64(), int64(1)
		for ; e > -2; e-- {
			n *= 10
		}
		for ; e < -2; e++ {
			part *= 10
		}
		if n%part == 0 {
			return Money{cents: n / part, currency: currency}
		}
	}
	return Money{exact: amount, currency: currency}
}

// inCents reports whether the amount stands in cents.
func (m Money) inCents() bool { return m.exact == decimal.Decimal{} }

// amount returns the amount as a decimal number.
func (m Money) amount() decimal.Decimal {
	if m.inCents() && m.cents != 0 {
		return decimal.New(m.cents, -2)
	}
	return m.exact
}

// plus adds without a look at currencies or bounds.
func (m Money) plus(n Money) Money {
	if sum := m.cents + n.cents; m.inCents() && n.inCents() && -maxCents < sum && sum < maxCents {
		return Money{cents: sum, currency: m.currency}
	}
	return moneyOf(m.amount().Add(n.amount()), m.currency)
}

// minus subtracts like plus.
func (m Money) minus(n Money) Money { return m.plus(n.Neg()) }

// times multiplies by a number of units, without a look at bounds.
func (m Money) times(units int) Money {
	hi, lo := bits.Mul64(uint64(max(m.cents, -m.cents)), uint64(max(units, -units)))
	if m.inCents() && hi == 0 && lo < maxCents {
		return Money{cents: m.cents * int64(units), currency: m.currency}
	}
	return moneyOf(m.amount().Mul(decimal.NewFromInt(int64(units))), m.currency)
}

// rounded rounds to cents, half to even. It reports [ErrAmount].
func (m Money) rounded() (Money, error) {
	if m.inCents() {
		return m, nil
	}
	return NewMoney(m.exact.RoundBank(2), m.currency)
}

// ParseMoney reads a text such as "USD 975927.00": the currency, a space, and the amount in digits
// with an optional sign and point. An exponent is refused.
func ParseMoney(s string) (Money, error) {
	currency, amount, ok := strings.Cut(s, " ")
	if !ok || !validCurrency(currency) {
		return Money{}, fmt.Errorf("finance: %.40q is no amount such as \"USD 975927.00\"", s)
	}
	d, err := ParseAmount(amount)
	if err != nil {
		return Money{}, err
	}
	return NewMoney(d, currency)
}

// MustMoney is [ParseMoney] for literals and tests; it panics on a malformed text.
func MustMoney(s string) Money {
	m, err := ParseMoney(s)
	if err != nil {
		panic(err)
	}
	return m
}

// ParseAmount reads a decimal number of at most 18 digits before and 6 after the point, without an
// exponent. It reports [ErrAmount].
func ParseAmount(s string) (decimal.Decimal, error) {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	digits := func(s string, most int) bool {
		return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == ""
	}
	if !digits(whole, maxWhole) || point && !digits(fraction, maxFraction) {
		return decimal.Decimal{}, fmt.Errorf("%w: %.40q", ErrAmount, s)
	}
	return decimal.NewFromString(s)
}

func validCurrency(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// Amount returns the amount without its currency.
func (m Money) Amount() decimal.Decimal { return m.amount() }

// Currency returns the three-letter code, "" for the zero Money.
func (m Money) Currency() string { return m.currency }

// IsZero reports whether m is the zero Money. An amount of nothing in a currency is not.
func (m Money) IsZero() bool { return m.currency == "" && m.Sign() == 0 }

// Sign returns -1, 0 or +1.
func (m Money) Sign() int {
	if m.inCents() {
		return cmp.Compare(m.cents, 0)
	}
	return m.exact.Sign()
}

// Neg returns the amount with the other sign.
func (m Money) Neg() Money {
	if m.inCents() {
		return Money{cents: -m.cents, currency: m.currency}
	}
	return Money{exact: m.exact.Neg(), currency: m.currency}
}

// Add returns the sum. It reports [ErrCurrency] when the currencies differ, and [ErrAmount] when the
// sum is out of bounds.
func (m Money) Add(n Money) (Money, error) {
	switch {
	case m.IsZero():
		return n, nil
	case n.IsZero():
		return m, nil
	case m.currency != n.currency:
		return Money{}, fmt.Errorf("%w: %s and %s", ErrCurrency, m.currency, n.currency)
	}
	if sum := m.plus(n); sum.inCents() {
		return sum, nil
	}
	return NewMoney(m.amount().Add(n.amount()), m.currency)
}

// Sub returns the difference. It reports what [Money.Add] does.
func (m Money) Sub(n Money) (Money, error) { return m.Add(n.Neg()) }

// Compare returns -1, 0 or +1 as m is less than, equal to or more than n. It reports [ErrCurrency].
func (m Money) Compare(n Money) (int, error) {
	if !m.IsZero() && !n.IsZero() && m.currency != n.currency {
		return 0, fmt.Errorf("%w: %s and %s", ErrCurrency, m.currency, n.currency)
	}
	return m.order(n), nil
}

// order compares without a look at currencies.
func (m Money) order(n Money) int {
	if m.inCents() && n.inCents() {
		return cmp.Compare(m.cents, n.cents)
	}
	return m.amount().Cmp(n.amount())
}

// Digits returns the amount without its currency, with at least two digits after the point, as in
// "52500.00".
func (m Money) Digits() string { return plain(m.amount()) }

// String returns the currency and the amount, as in "USD 52500.00"; "0.00" for the zero Money.
func (m Money) String() string {
	if m.currency == "" {
		return m.Digits()
	}
	return m.currency + " " + m.Digits()
}

// MarshalText writes what [Money.String] returns.
func (m Money) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what [ParseMoney] reads.
func (m *Money) UnmarshalText(text []byte) error {
	parsed, err := ParseMoney(string(text))
	if err == nil {
		*m = parsed
	}
	return err
}

// plain writes a number with at least two digits after the point and no needless ones behind them. It
// does not go through the decimal library's own formatting, which an importer can switch.
func plain(d decimal.Decimal) string {
	digits, negative := strings.CutPrefix(d.Coefficient().String(), "-")
	if e := int(d.Exponent()); e > 0 {
		digits += strings.Repeat("0", e)
	}
	scale := max(0, -int(d.Exponent()))
	digits = strings.Repeat("0", max(0, scale-len(digits)+1)) + digits
	whole, fraction := digits[:len(digits)-scale], strings.TrimRight(digits[len(digits)-scale:], "0")
	fraction += strings.Repeat("0", max(0, 2-len(fraction)))
	if negative {
		whole = "-" + whole
	}
	return whole + "." + fraction
}
