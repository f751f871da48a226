package finance

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"attwork.example/att"
)

// Rate is an exchange rate on a day: one unit of From is Value units of To.
type Rate struct {
	From, To string
	Value    decimal.Decimal
	Date     att.Date
}

// ParseRate reads a rate of the form CHF/USD=1.12@2024-03-18: one franc was 1.12 dollars that day.
func ParseRate(s string) (Rate, error) {
	pair, rest, ok := strings.Cut(s, "=")
	from, to, pairOK := strings.Cut(pair, "/")
	value, day, dated := strings.Cut(rest, "@")
	if !ok || !pairOK || !dated || !validCurrency(from) || !validCurrency(to) || from == to {
		return Rate{}, fmt.Errorf("finance: %.60q is no rate such as CHF/USD=1.12@2024-03-18", s)
	}
	v, err := ParseAmount(value)
	if err != nil || v.Sign() <= 0 {
		return Rate{}, fmt.Errorf("finance: the rate in %.60q is no positive number", s)
	}
	d, err := att.ParseDate(day)
	if err != nil {
		return Rate{}, fmt.Errorf("finance: the day of the rate in %.60q is not of the form 2024-03-18", s)
	}
	return Rate{From: from, To: to, Value: v, Date: d}, nil
}

// number writes the value without needless digits.
func (r Rate) number() string {
	return strings.TrimSuffix(strings.TrimRight(plain(r.Value), "0"), ".")
}

// String returns the form that [ParseRate] reads.
func (r Rate) String() string {
	return fmt.Sprintf("%s/%s=%s@%s", r.From, r.To, r.number(), r.Date)
}

// exchange converts amounts into one currency. Francs and dollars count one to one when nobody gave a
// rate.
type exchange struct {
	to    string
	rates map[string]Rate   // by the currency that they convert from
	said  map[string]string // currency -> what was assumed, in words
}

// newExchange takes the rates that a caller gave. It reports an error for a rate that would not be
// used: nothing that a caller gives is passed over in silence.
func newExchange(to string, rates []Rate) (*exchange, error) {
	if !validCurrency(to) {
		return nil, fmt.Errorf("finance: %.12q is no currency code such as USD", to)
	}
	x := &exchange{to: to, rates: map[string]Rate{}, said: map[string]string{}}
	for _, r := range rates {
		_, twice := x.rates[r.From]
		switch {
		case r.To != to:
			return nil, fmt.Errorf("finance: the rate %s does not convert into %s; give the rate %s/%s", r, to, other(r, to), to)
		case twice:
			return nil, fmt.Errorf("finance: two rates convert %s into %s", r.From, to)
		}
		x.rates[r.From] = r
	}
	return x, nil
}

// other returns the currency of a rate that is not to.
func other(r Rate, to string) string {
	if r.From == to {
		return r.To
	}
	return r.From
}

func (x *exchange) convert(m Money) (Money, error) {
	if m.currency == x.to {
		return m, nil
	}
	if r, ok := x.rates[m.currency]; ok {
		if x.said[m.currency] == "" {
			x.said[m.currency] = fmt.Sprintf("%s counts as %s at the rate given: 1 %s = %s %s on %s.",
				m.currency, x.to, r.From, r.number(), r.To, r.Date)
		}
		return moneyOf(m.amount().Mul(r.Value), x.to), nil
	}
	francsAndDollars := m.currency == "CHF" && x.to == "USD" || m.currency == "USD" && x.to == "CHF"
	if !francsAndDollars {
		return Money{}, fmt.Errorf("finance: no exchange rate from %s to %s was given", m.currency, x.to)
	}
	if x.said[m.currency] == "" {
		x.said[m.currency] = fmt.Sprintf("%s and %s count one to one, since no exchange rate was given.", m.currency, x.to)
	}
	m.currency = x.to
	return m, nil
}

// assumptions says what was assumed, in the order of the currencies.
func (x *exchange) assumptions() []string {
	var list []string
	for _, currency := range slices.Sorted(maps.Keys(x.rates)) {
		if x.said[currency] == "" {
			list = append(list, fmt.Sprintf("The rate %s was given and not needed.", x.rates[currency]))
		}
	}
	for _, currency := range slices.Sorted(maps.Keys(x.said)) {
		list = append(list, x.said[currency])
	}
	return list
}
