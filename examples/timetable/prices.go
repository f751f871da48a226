package main

import (
	"cmp"
	"fmt"

	"github.com/shopspring/decimal"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/examples/internal/costs"
	"attwork.example/finance"
	"attwork.example/schedule/timetable"
)

// pricing is what days and sittings cost the conference budget, in cents, and what that leaves open.
type pricing struct {
	book     string
	currency string
	prices   timetable.Prices
	budget   int64 // 0: any amount
	assumed  []string
	unpriced []string
}

// price takes prices from a cost book: the likely ones of what the conference budget pays by day, by sitting and by round.
func (q *request) price(c *command.Call) (pricing, error) {
	var budget finance.Money
	if q.budget != "" {
		var err error
		if budget, err = finance.ParseMoney(q.budget); err != nil {
			return pricing{}, fmt.Errorf("-budget: %w", err)
		}
		if budget.Sign() <= 0 {
			return pricing{}, fmt.Errorf("-budget %s: expected more than nothing", budget)
		}
	}
	book, err := costs.Book(c, q.costs)
	if err != nil {
		return pricing{}, err
	}
	// The estimate of a programme of which nothing is known has each line's price for one of its driver.
	e, err := finance.Estimate(att.Programme{}, book, finance.Options{Currency: budget.Currency(), Rates: *q.rates})
	if err != nil {
		return pricing{}, err
	}
	p := pricing{book: book.Title.String(), currency: e.Currency}
	if book.Note != "" {
		p.assumed = append(p.assumed, book.Note)
	}
	if err := p.read(e); err != nil {
		return pricing{}, err
	}
	// Less than a cent of the budget pays for nothing.
	if p.budget, err = cents(budget.Amount().Shift(2).Floor()); err != nil {
		return pricing{}, fmt.Errorf("-budget: %w", err)
	}
	if p.budget == 0 && q.budget != "" {
		return pricing{}, fmt.Errorf("-budget %s: expected a cent at least", budget)
	}
	return p, nil
}

func (p *pricing) read(e finance.Estimation) error {
	used := map[string]bool{}
	for _, l := range e.Lines {
		if l.Entry.Payer != finance.ConferenceBudget {
			continue
		}
		sum := map[finance.Driver]*int64{finance.PerDay: &p.prices.Day, finance.PerSitting: &p.prices.Sitting, finance.PerRound: &p.prices.Round}[l.Entry.Driver]
		if sum == nil {
			if l.Entry.Driver != finance.PerExtraRound { // there is one round
				p.unpriced = append(p.unpriced, fmt.Sprintf("%s: grows with each %s, which a timetable does not tell", l.Entry.Title, l.Entry.Driver))
			}
			continue
		}
		n, err := cents(l.Unit.Likely.Amount().Mul(decimal.NewFromInt(int64(l.Each))).Shift(2).RoundBank(0))
		if err != nil {
			return fmt.Errorf("entry %s: %w", l.Entry.ID, err)
		}
		*sum += n
		for _, id := range l.Entry.Times {
			used[id] = true
		}
	}
	for _, a := range e.Quantities {
		if used[a.ID] {
			p.assumed = append(p.assumed, fmt.Sprintf("%s: %d. %s", a.Title, a.Value, a.Note))
		}
	}
	for _, m := range e.Exchange {
		p.assumed = append(p.assumed, m.String())
	}
	for _, u := range e.Unpriced {
		if u.Payer == finance.ConferenceBudget && u.Driver != finance.PerYear && u.Driver != finance.PerExtraRound {
			p.unpriced = append(p.unpriced, fmt.Sprintf("%s: %s", u.Title, cmp.Or(u.Why, "no figure")))
		}
	}
	return nil
}

// cents returns a number of cents that is whole already.
func cents(d decimal.Decimal) (int64, error) {
	if most := decimal.NewFromInt(timetable.MaxPrice); d.Abs().Cmp(most) > 0 {
		return 0, fmt.Errorf("an amount of more than %s cannot be weighed", most.Shift(-2))
	}
	return d.IntPart(), nil
}

// money writes cents as an amount.
func (p pricing) money(n int64) string {
	m, err := finance.NewMoney(decimal.New(n, -2), p.currency)
	if err != nil {
		return "more than can be written"
	}
	return m.String()
}
