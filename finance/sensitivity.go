package finance

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Swing is how far one unit cost moves the saving when all others stay at their likely price.
type Swing struct {
	UnitCost UnitCost
	AtLow    Money // the saving with this unit cost at its low price
	AtHigh   Money
	Width    Money // from the least to the most saving at its low, likely and high price
}

// Tornado returns the unit costs that move the saving, the one that moves it most first, among equals by id.
func (c Comparison) Tornado() []Swing {
	var swings []Swing
	index := map[string]int{}
	for _, line := range c.Lines {
		u := line.CountAfter.UnitCost
		if !line.Saving.Known || u.Single() {
			continue
		}
		i, met := index[u.ID]
		if !met {
			i = len(swings)
			index[u.ID] = i
			swings = append(swings, Swing{UnitCost: u, AtLow: c.Saving.Likely, AtHigh: c.Saving.Likely})
		}
		swings[i].AtLow = swings[i].AtLow.plus(line.Saving.Low.minus(line.Saving.Likely))
		swings[i].AtHigh = swings[i].AtHigh.plus(line.Saving.High.minus(line.Saving.Likely))
	}
	for i, s := range swings {
		// The likely price lies between the two, unless an exchange rate turned the figures round.
		least, most := Range{s.AtLow, c.Saving.Likely, s.AtHigh}.Bounds()
		swings[i].Width = most.minus(least)
	}
	swings = slices.DeleteFunc(swings, func(s Swing) bool { return s.Width.Sign() == 0 })
	slices.SortFunc(swings, func(a, b Swing) int {
		return cmp.Or(b.Width.order(a.Width), strings.Compare(a.UnitCost.ID, b.UnitCost.ID))
	})
	return swings
}

// BreakEven says how much of something eats the saving up.
type BreakEven struct {
	Known bool
	// At is the smallest whole number that leaves no saving, or the exact value, rounded up to six decimals; zero where there
	// is no saving to begin with.
	At  decimal.Decimal
	Why string // in a sentence; also where it is not known
}

// BreakEvenDays says how many consultation days after the change eat up what a payer saves without them, at likely
// prices. It is not known where no line of the payer is priced by the consultation day, or one only in some forms of consultation.
func (c Comparison) BreakEvenDays(p Payer) BreakEven {
	saved, perDay := decimal.Decimal{}, decimal.Decimal{}
	for _, line := range c.Lines {
		switch {
		case line.Entry.Payer != p:
		case line.Entry.Driver == PerConsultationDay && !line.Entry.everywhere():
			return BreakEven{Why: fmt.Sprintf("%s: priced in some forms of consultation only, so a day more has no one price", line.Entry.Title)}
		case line.Entry.Driver == PerConsultationDay:
			perDay = perDay.Add(line.CountAfter.Unit.Likely.amount().Mul(decimal.NewFromInt(int64(line.CountAfter.Each))))
			if line.Saving.Known {
				saved = saved.Add(line.From.Likely.amount())
			}
		case line.Saving.Known:
			saved = saved.Add(line.Saving.Likely.amount())
		}
	}
	switch {
	case perDay.Sign() <= 0:
		return BreakEven{Why: "no line of this payer is priced by the consultation day, so nobody can say"}
	case saved.Sign() <= 0:
		return BreakEven{Known: true, Why: "there is no saving before any consultation"}
	}
	days := ceiling(saved, perDay, 0)
	return BreakEven{Known: true, At: days, Why: fmt.Sprintf("%s saved without consultations, %s for each consultation day, at likely prices", plain(saved), plain(perDay))}
}

// BreakEvenRate says at which exchange rate, from a currency into that of the comparison, what a payer saves vanishes, at
// likely prices. It is not known where no rate does that: where what is saved and what is spent in that currency do not
// pull against the rest.
func (c Comparison) BreakEvenRate(p Payer, currency string) BreakEven {
	if currency == c.From.Currency {
		return BreakEven{Why: fmt.Sprintf("the result is in %s itself, which has no rate", currency)}
	}
	foreign, home := decimal.Decimal{}, decimal.Decimal{} // of the saving, in its own currency and in that of the result
	for _, line := range c.Lines {
		if line.Entry.Payer != p || !line.Saving.Known {
			continue
		}
		u := line.CountAfter.UnitCost.Likely.Amount
		if u.currency != currency {
			home = home.Add(line.Saving.Likely.amount())
			continue
		}
		quantity := -line.CountAfter.Quantity
		if line.From.Known {
			quantity += line.CountBefore.Quantity
		}
		foreign = foreign.Add(u.amount().Mul(decimal.NewFromInt(int64(quantity))))
	}
	if foreign.Sign() == 0 || foreign.Sign() == home.Sign() || home.Sign() == 0 {
		return BreakEven{Why: fmt.Sprintf("no exchange rate from %s makes the saving vanish: what is saved in it and what is saved otherwise do not pull against each other", currency)}
	}
	rate := ceiling(home.Abs(), foreign.Abs(), 6)
	return BreakEven{Known: true, At: rate, Why: fmt.Sprintf("%s %s of the saving are in %s, and %s %s are not", currency, plain(foreign), currency, c.From.Currency, plain(home))}
}

// ShortfallThatOutweighs returns which part of a budget, in percent rounded up to one decimal, must stay unpaid to
// outweigh what the conference budget saves at likely prices; zero where it saves nothing, and above 100 where no shortfall
// can. It reports the errors of [Range.PercentOf].
func (c Comparison) ShortfallThatOutweighs(budget Money) (decimal.Decimal, error) {
	if _, err := c.Saving.PercentOf(budget); err != nil {
		return decimal.Decimal{}, err
	}
	saved := c.SavingOf(ConferenceBudget).Likely.amount()
	if saved.Sign() <= 0 {
		return decimal.Decimal{}, nil
	}
	return ceiling(saved.Mul(decimal.NewFromInt(100)), budget.amount(), 1), nil
}

// ceiling returns n divided by d, both positive, rounded up to a number of decimals.
func ceiling(n, d decimal.Decimal, places int32) decimal.Decimal {
	const fine = maxFraction + 6
	num, den := n.Shift(fine+places).BigInt(), d.Shift(fine).BigInt()
	quotient, rest := new(big.Int).QuoRem(num, den, new(big.Int))
	if rest.Sign() > 0 {
		quotient.Add(quotient, big.NewInt(1))
	}
	return decimal.NewFromBigInt(quotient, -places)
}
