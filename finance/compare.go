package finance

import (
	"errors"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"attwork.example/att"
)

// Side is one side of a compared line: its amount, if anybody knows it.
type Side struct {
	Range
	Known bool
}

// ComparedLine is one entry of the book on both sides of a change.
//
// Where the count before is unknown and the count after is known, the line is a new cost in full:
// the saving is never larger for what is not known. Where the count after is unknown, or both are, or
// the entry is of those that every cycle has, the line is left out of both sides and listed in Gaps.
type ComparedLine struct {
	Entry            Entry
	CountBefore      Line // the lines of the two estimates
	CountAfter       Line
	From, To, Saving Side
}

// Comparison sets the cost of two programmes side by side.
type Comparison struct {
	From, To    Estimation
	Lines       []ComparedLine // in the order of the book
	TotalFrom   Range          // of the lines that are compared
	TotalTo     Range
	Saving      Range // TotalFrom less TotalTo, and the sum of the lines
	ByPayer     []PayerSaving
	Unpriced    []UnpricedChange // of the book, what occurs on either side or may
	Gaps        []string         // why the comparison is not complete, in sentences
	Assumptions []string
}

// UnpricedChange is something without a figure, with how often it occurs before and after the change.
type UnpricedChange struct {
	Unpriced
	Before, After att.Count // of the driver
}

// PayerSaving is what one payer saves.
type PayerSaving struct {
	Payer  Payer
	Saving Range
}

// ErrBooks says that two estimates do not come from one book in one currency.
var ErrBooks = errors.New("finance: the two estimates come from different cost books or currencies")

// Compare sets two estimates, made with one book and the same options, side by side. It reports
// [ErrBooks], or an amount out of bounds.
func Compare(from, to Estimation) (Comparison, error) {
	sameUnpriced := func(a, b UnpricedLine) bool { return a.ID == b.ID }
	if from.Currency != to.Currency || !slices.EqualFunc(from.Lines, to.Lines, sameEntry) || !slices.EqualFunc(from.Unpriced, to.Unpriced, sameUnpriced) {
		return Comparison{}, ErrBooks
	}
	nothing := noMoney(from.Currency)
	c := Comparison{
		From: from, To: to, TotalFrom: nothing, TotalTo: nothing, Saving: nothing, Assumptions: slices.Clone(from.Assumptions),
	}
	for _, p := range Payers() {
		c.ByPayer = append(c.ByPayer, PayerSaving{Payer: p, Saving: nothing})
	}
	for i, before := range from.Lines {
		line, gap, err := compareLine(before, to.Lines[i])
		if err == nil {
			err = c.add(line)
		}
		if err != nil {
			return Comparison{}, err
		}
		if gap != "" {
			c.Gaps = append(c.Gaps, gap)
		}
	}
	for i, u := range from.Unpriced {
		after := to.Unpriced[i].Count
		if never := att.Exactly(0); u.Count != never || after != never {
			c.Unpriced = append(c.Unpriced, UnpricedChange{u.Unpriced, u.Count, after})
		}
	}
	return c, nil
}

func sameEntry(a, b Line) bool {
	return a.Entry.ID == b.Entry.ID && a.Unit.Low.order(b.Unit.Low) == 0 &&
		a.Unit.Likely.order(b.Unit.Likely) == 0 && a.Unit.High.order(b.Unit.High) == 0
}

func compareLine(before, after Line) (line ComparedLine, gap string, err error) {
	line = ComparedLine{Entry: before.Entry, CountBefore: before, CountAfter: after}
	nothing := noMoney(before.Amount.Likely.currency)
	title, driver := before.Entry.Title, before.Entry.Driver
	switch {
	case !after.Count.Known && !before.Count.Known:
		return line, fmt.Sprintf("%s: not compared, since the number of %ss is unknown on both sides", title, driver), nil
	case !after.Count.Known:
		return line, fmt.Sprintf("%s: not compared, since the number of %ss after the change is unknown", title, driver), nil
	case !before.Count.Known && before.Entry.Standing:
		return line, fmt.Sprintf("%s: not compared, since the number of %ss before the change is unknown, and every cycle has some", title, driver), nil
	case !before.Count.Known && before.free():
		line.From = Side{Range: nothing}
	case !before.Count.Known:
		gap = fmt.Sprintf("%s: shown as a new cost in full, since the number of %ss before the change is unknown", title, driver)
		line.From = Side{Range: nothing}
	default:
		line.From = Side{before.Amount, true}
		if (before.Count.Minimum || after.Count.Minimum) && !before.free() {
			gap = fmt.Sprintf("%s: the saving rests on a lower bound (%ss: %s before, %s after)", title, driver, before.Count, after.Count)
		}
	}
	line.To = Side{after.Amount, true}
	saving, err := line.From.Add(after.Amount.Neg())
	line.Saving = Side{saving, true}
	return line, gap, err
}

func (c *Comparison) add(line ComparedLine) error {
	c.Lines = append(c.Lines, line)
	if !line.Saving.Known {
		return nil
	}
	var errs [4]error
	c.TotalFrom, errs[0] = c.TotalFrom.Add(line.From.Range)
	c.TotalTo, errs[1] = c.TotalTo.Add(line.To.Range)
	c.Saving, errs[2] = c.Saving.Add(line.Saving.Range)
	i := slices.Index(Payers(), line.Entry.Payer)
	c.ByPayer[i].Saving, errs[3] = c.ByPayer[i].Saving.Add(line.Saving.Range)
	return errors.Join(errs[:]...)
}

// SavingOf returns what one payer saves.
func (c Comparison) SavingOf(p Payer) Range {
	for _, s := range c.ByPayer {
		if s.Payer == p {
			return s.Saving
		}
	}
	return noMoney(c.From.Currency)
}

// Percent is a part of something in percent, in each of the three price scenarios.
type Percent struct{ Low, Likely, High decimal.Decimal }

// PercentOf returns the part of a budget that each scenario is, rounded to one digit after the point,
// half to even. It reports [ErrCurrency] for another currency, and [ErrRange] for a budget that is not
// positive.
func (r Range) PercentOf(budget Money) (Percent, error) {
	if budget.Sign() <= 0 {
		return Percent{}, fmt.Errorf("%w: a budget must be positive", ErrRange)
	}
	if _, err := r.Likely.Compare(budget); err != nil {
		return Percent{}, err
	}
	part := func(m Money) decimal.Decimal { return percent(m.amount(), budget.amount()) }
	return Percent{part(r.Low), part(r.Likely), part(r.High)}, nil
}

// percent divides exactly, by whole numbers, and rounds once.
func percent(part, whole decimal.Decimal) decimal.Decimal {
	scale := decimal.New(1, maxFraction)
	n := part.Mul(scale).Mul(decimal.NewFromInt(1000)).BigInt()
	d := whole.Mul(scale).BigInt()
	return roundedQuotient(n, d, -1)
}
