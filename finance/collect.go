package finance

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"attwork.example/att"
)

// Collection is what becomes of a budget over the years: what is assessed, what comes in on time, late, and never.
type Collection struct {
	Years []Collected
	Gap   Money // at the end: assessed and not received
}

// Collected is one financial year.
type Collected struct {
	Year     int
	Budget   Money
	Credit   Money // unspent balance of an earlier year that is netted off
	Assessed Money // budget less credit
	OnTime   Money // received in the year
	Late     Money // received in this year for earlier ones
	Unpaid   Money // of this year's assessment, at its end
	Arrears  Money // of all years, at its end
}

// CollectionPlan says what is budgeted, and how payers pay. Rates are in thousandths of a percent and a model of the
// caller's: how much the Treaty's members pay late or never is known for few years only.
type CollectionPlan struct {
	First      int     // year
	Budgets    []Money // one for each year
	Credits    []Money // netted off in each year; shorter: none
	OnTimeRate int     // of a year's assessment, what is received in the year
	LateRate   int     // of the arrears at the beginning of a year, what is received in it
	Opening    Money   // arrears before the first year
}

// Collect runs a plan through its years. It reports [ErrRange] for a credit larger than its budget or without one, for
// amounts not in whole cents, and for rates outside 0 to 100 percent, and [ErrCurrency].
func Collect(p CollectionPlan) (Collection, error) {
	const whole = 100_000
	if len(p.Budgets) == 0 || len(p.Budgets) > 100 || p.OnTimeRate < 0 || p.OnTimeRate > whole || p.LateRate < 0 || p.LateRate > whole || p.Opening.Sign() < 0 {
		return Collection{}, fmt.Errorf("%w: a plan has 1 to 100 budgets, rates from 0 to 100 percent, and arrears that are not negative", ErrRange)
	}
	if len(p.Credits) > len(p.Budgets) {
		return Collection{}, fmt.Errorf("%w: %d credits, and budgets of %d years only", ErrRange, len(p.Credits), len(p.Budgets))
	}
	for _, m := range slices.Concat(p.Budgets, p.Credits, []Money{p.Opening}) {
		if _, err := wholeCents(m); err != nil {
			return Collection{}, fmt.Errorf("%w: %s is not in whole cents", ErrRange, m)
		}
	}
	var c Collection
	arrears := p.Opening
	part := func(m Money, rate int) Money {
		return moneyOf(m.amount().Mul(decimal.NewFromInt(int64(rate))).Shift(-5).RoundBank(2), m.currency)
	}
	for i, budget := range p.Budgets {
		year := Collected{Year: p.First + i, Budget: budget}
		if i < len(p.Credits) {
			year.Credit = p.Credits[i]
		}
		var err1, err2, err3, err4 error
		year.Assessed, err1 = budget.Sub(year.Credit)
		if budget.Sign() < 0 || year.Credit.Sign() < 0 || year.Assessed.Sign() < 0 {
			return Collection{}, fmt.Errorf("%w: the credit of %d is larger than its budget, or one of the two is negative", ErrRange, year.Year)
		}
		year.OnTime, year.Late = part(year.Assessed, p.OnTimeRate), part(arrears, p.LateRate)
		year.Unpaid, err2 = year.Assessed.Sub(year.OnTime)
		arrears, err3 = arrears.Sub(year.Late)
		if err3 == nil {
			arrears, err4 = arrears.Add(year.Unpaid)
		}
		if err := cmp.Or(err1, err2, err3, err4); err != nil {
			return Collection{}, err
		}
		year.Arrears = arrears
		c.Years = append(c.Years, year)
	}
	c.Gap = arrears
	return c, nil
}

// Levers sets side by side what a saving and a better collection each do to what stays unpaid.
type Levers struct {
	AsIs, WithSaving, WithCollection Collection
	BySaving, ByCollection           Money // by how much the gap at the end is smaller
}

// Pull runs a plan as it is, with each budget smaller by a saving, and with another rate of payment on time. It reports the
// errors of [Collect].
func Pull(p CollectionPlan, saving Money, onTimeRate int) (Levers, error) {
	asIs, err := Collect(p)
	if err != nil {
		return Levers{}, err
	}
	smaller := p
	smaller.Budgets = make([]Money, len(p.Budgets))
	for i, b := range p.Budgets {
		if smaller.Budgets[i], err = b.Sub(saving); err != nil {
			return Levers{}, err
		}
	}
	better := p
	better.OnTimeRate = onTimeRate
	l := Levers{AsIs: asIs}
	if l.WithSaving, err = Collect(smaller); err != nil {
		return Levers{}, fmt.Errorf("with the saving: %w", err)
	}
	if l.WithCollection, err = Collect(better); err != nil {
		return Levers{}, fmt.Errorf("with better collection: %w", err)
	}
	var err1, err2 error
	l.BySaving, err1 = asIs.Gap.Sub(l.WithSaving.Gap)
	l.ByCollection, err2 = asIs.Gap.Sub(l.WithCollection.Gap)
	return l, cmp.Or(err1, err2)
}

// The limits of a payment plan under Financial Rule 8(1)(d), as the procedure of CSP7 has them.
const (
	MostPlanYears  = 6  // years that a plan lasts at most
	LeastPlanAhead = 60 // days before the conference by which a State asks for it at least
)

// ErrPlan says that a payment plan is not what Financial Rule 8(1)(d) allows.
var ErrPlan = errors.New("finance: Financial Rule 8(1)(d) does not allow this payment plan")

// PaymentPlan parts arrears into yearly instalments under Financial Rule 8(1)(d): equal ones, in whole cents, the cents
// that are left in the first. It reports [ErrPlan] for a plan of more than six years, or one that is asked for less than
// sixty days before the conference, and [ErrRange] for arrears that are not positive or not in whole cents.
func PaymentPlan(owed Money, years int, asked, conference att.Date) ([]Money, error) {
	cents, err := wholeCents(owed)
	switch {
	case err != nil || cents <= 0:
		return nil, fmt.Errorf("%w: arrears are positive and in whole cents", ErrRange)
	case years < 1 || years > MostPlanYears:
		return nil, fmt.Errorf("%w: it lasts %d years; expected 1 to %d", ErrPlan, years, MostPlanYears)
	case asked.IsZero() || conference.IsZero():
		return nil, fmt.Errorf("%w: the day on which it was asked for, or that of the conference, is missing", ErrPlan)
	case asked.After(conference):
		return nil, fmt.Errorf("%w: it was asked for after the conference had begun; expected %d days before at least, by %s", ErrPlan, LeastPlanAhead, conference.AddDays(-LeastPlanAhead))
	case asked.DaysUntil(conference) < LeastPlanAhead:
		return nil, fmt.Errorf("%w: it was asked for %d days before the conference; expected %d at least, by %s", ErrPlan, asked.DaysUntil(conference), LeastPlanAhead, conference.AddDays(-LeastPlanAhead))
	}
	instalments := make([]Money, years)
	for i := range instalments {
		part := cents / int64(years)
		if i == 0 {
			part += cents % int64(years)
		}
		instalments[i] = Money{cents: part, currency: owed.currency}
	}
	return instalments, nil
}

// Due is what one payer owed for a year.
type Due struct {
	Year   int
	Amount Money
}

// Payment is what one payer paid.
type Payment struct {
	Date   att.Date
	Amount Money
}

// Open is what is left of a year's due.
type Open struct {
	Year   int
	Amount Money
}

// yearly adds up what is due for the same year: a State Party has a part in two budgets.
func yearly(dues []Due) ([]Due, error) {
	var list []Due
	for _, d := range dues {
		if d.Amount.Sign() < 0 {
			return nil, fmt.Errorf("%w: the due of %d is negative", ErrRange, d.Year)
		}
		i := slices.IndexFunc(list, func(o Due) bool { return o.Year == d.Year })
		if i < 0 {
			list = append(list, d)
			continue
		}
		sum, err := list[i].Amount.Add(d.Amount)
		if err != nil {
			return nil, err
		}
		list[i].Amount = sum
	}
	return list, nil
}

// Arrears says what of earlier years a payer still owes on a day: payments by then go to the oldest year first, and the
// year of the day itself is no arrears yet. What is due for one year is added up, so the number of entries is the years in arrears; from how many on they have
// consequences is recalled and not verified, and the caller's to say. It reports [ErrCurrency], and [ErrRange] for a
// negative amount.
func Arrears(dues []Due, payments []Payment, asof att.Date) ([]Open, error) {
	dues, err := yearly(dues)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(dues, func(a, b Due) int { return cmp.Compare(a.Year, b.Year) })
	var paid Money
	for _, p := range payments {
		if p.Amount.Sign() < 0 {
			return nil, fmt.Errorf("%w: a payment is negative", ErrRange)
		}
		if p.Date.IsZero() || p.Date.After(asof) {
			continue
		}
		var err error
		if paid, err = paid.Add(p.Amount); err != nil {
			return nil, err
		}
	}
	var open []Open
	for _, d := range dues {
		left, err := d.Amount.Sub(paid)
		if err != nil {
			return nil, err
		}
		if left.Sign() <= 0 {
			paid = left.Neg()
			continue
		}
		paid = Money{currency: d.Amount.currency}
		if d.Year < asof.Year() {
			open = append(open, Open{Year: d.Year, Amount: left})
		}
	}
	return open, nil
}
