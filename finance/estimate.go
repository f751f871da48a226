package finance

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"attwork.example/att"
)

// Options adjust an estimate. The zero value is the default.
type Options struct {
	Currency string             // of the result; empty: USD
	Rates    []Rate             // into that currency; without one, francs and dollars count one to one
	Measure  att.MeasureOptions // how the programme is counted
}

// Range is an amount in each of the three price scenarios, never put in order of size.
type Range struct{ Low, Likely, High Money }

// Bounds returns the smallest and the largest of the three amounts.
func (r Range) Bounds() (least, most Money) {
	list := []Money{r.Low, r.Likely, r.High}
	return slices.MinFunc(list, Money.order), slices.MaxFunc(list, Money.order)
}

// Add returns the sum in each scenario. It reports what [Money.Add] does.
func (r Range) Add(s Range) (Range, error) {
	low, err1 := r.Low.Add(s.Low)
	likely, err2 := r.Likely.Add(s.Likely)
	high, err3 := r.High.Add(s.High)
	return Range{low, likely, high}, cmp.Or(err1, err2, err3)
}

// Neg returns the range with the other sign in each scenario.
func (r Range) Neg() Range { return Range{r.Low.Neg(), r.Likely.Neg(), r.High.Neg()} }

// Line is the cost of one entry of the book.
type Line struct {
	Entry    Entry
	UnitCost UnitCost  // its figures for a whole team, where the book has them for one interpreter
	Count    att.Count // of the driver
	Each     int       // the assumptions, multiplied: units of the unit cost for each of the driver
	Quantity int       // the count, or its lower bound, times Each; 0 when the count is unknown
	Unit     Range     // the unit cost in the currency of the result, not rounded
	Amount   Range     // rounded to cents; nothing of its own to say when the count is unknown
}

// UnpricedLine is something without a figure, with how often it occurs: more or less of it costs more or less, whatever that is.
type UnpricedLine struct {
	Unpriced
	Count att.Count // of the driver
}

// Estimation is what a programme costs by a book, as far as both tell.
type Estimation struct {
	Programme   att.Programme
	Measures    att.Measures
	Currency    string
	Lines       []Line // in the order of the book
	Total       Range  // of the lines whose count is known
	Unpriced    []UnpricedLine
	Gaps        []string     // what is missing in programme and book, in sentences
	Quantities  []Assumption // what the programme does not tell and the book assumes
	Teams       []Team       // of interpreters, which the book assumes too
	Exchange    []string     // how currencies were converted, in sentences
	Assumptions []string     // all that was assumed, in sentences
}

// Estimate prices a programme by a book. Counts that the programme tells only from below give amounts
// from below, and a count that nobody knows gives no amount: Gaps lists both. It reports an error for
// a book that fails [Book.Check], a missing exchange rate, or an amount out of bounds.
func Estimate(p att.Programme, b Book, o Options) (Estimation, error) {
	if err := b.Check(); err != nil {
		return Estimation{}, err
	}
	x, err := newExchange(cmp.Or(o.Currency, "USD"), o.Rates)
	if err != nil {
		return Estimation{}, err
	}
	e := Estimation{
		Programme: p, Measures: att.Measure(p, o.Measure), Currency: x.to,
		Total: noMoney(x.to), Quantities: slices.Clone(b.Assumptions), Teams: slices.Clone(b.Teams),
	}
	e.Gaps = slices.Clone(p.Gaps)
	for _, gap := range e.Measures.Gaps {
		e.Gaps = append(e.Gaps, gap.String())
	}
	c := &counter{book: b, programme: p, options: o.Measure, whole: e.Measures}
	for _, entry := range b.Entries {
		line, err := price(entry, c.count(entry.Driver, entry.Scope, entry.Team), b, x)
		if err != nil {
			return Estimation{}, err
		}
		if gap := line.gap(); gap != "" {
			e.Gaps = append(e.Gaps, gap)
		}
		e.Lines = append(e.Lines, line)
		if e.Total, err = e.Total.Add(line.Amount); err != nil {
			return Estimation{}, err
		}
	}
	for _, u := range b.Unpriced {
		line := UnpricedLine{u, c.count(u.Driver, u.Scope, u.Team)}
		e.Unpriced = append(e.Unpriced, line)
		if gap := line.gap(); gap != "" {
			e.Gaps = append(e.Gaps, gap)
		}
	}
	e.Exchange = x.assumptions()
	e.Assumptions = append(assumptions(b), e.Exchange...)
	return e, nil
}

// maxQuantity bounds the product of a count and its assumptions, so that no amount overflows silently.
const maxQuantity = 1_000_000_000

func price(e Entry, n att.Count, b Book, x *exchange) (Line, error) {
	u, _ := b.unitCost(e.UnitCost) // Check has found it
	line := Line{Entry: e, UnitCost: u, Count: n, Each: 1, Quantity: n.N}
	for _, id := range e.Times {
		a, _ := b.assumption(id)
		line.Each *= a.Value
		line.Quantity *= a.Value
		if max(line.Each, line.Quantity) > maxQuantity {
			return Line{}, fmt.Errorf("finance: entry %s: the quantity is larger than %d", e.ID, maxQuantity)
		}
	}
	low, high := u.Low, u.High
	if u.Single() {
		low, high = u.Likely, u.Likely
	}
	var err error
	scenario := func(f Figure) (unit, amount Money) {
		unit, convertErr := x.convert(f.Amount)
		amount, amountErr := unit.times(line.Quantity).rounded()
		err = cmp.Or(err, convertErr, amountErr)
		return unit, amount
	}
	line.Unit.Low, line.Amount.Low = scenario(low)
	line.Unit.Likely, line.Amount.Likely = scenario(u.Likely)
	line.Unit.High, line.Amount.High = scenario(high)
	if err != nil {
		return Line{}, fmt.Errorf("entry %s: %w", e.ID, err)
	}
	return line, nil
}

// free reports whether the price is nothing, so that no count matters.
func (l Line) free() bool {
	return l.Unit.Low.Sign() == 0 && l.Unit.Likely.Sign() == 0 && l.Unit.High.Sign() == 0
}

// gap says what the count of a line leaves open, "" when nothing.
func (l Line) gap() string {
	switch {
	case l.free():
		return ""
	case !l.Count.Known:
		return fmt.Sprintf("%s: not priced, since the number of %ss is unknown", l.Entry.Title, l.Entry.Driver)
	case l.Count.Minimum:
		return fmt.Sprintf("%s: a lower bound, since the number of %ss is %s", l.Entry.Title, l.Entry.Driver, l.Count)
	}
	return ""
}

// gap says what the place or the form of a meeting costs that the book cannot tell, "" when it costs nothing of the kind. What every
// programme leaves unpriced, wherever and however it meets, is in Unpriced alone.
func (u UnpricedLine) gap() string {
	switch {
	case u.everywhere() || u.Count == att.Exactly(0):
		return ""
	case !u.Count.Known:
		return fmt.Sprintf("%s: not priced (%s), and the number of %ss is unknown", u.Title, u.Why, u.Driver)
	}
	return fmt.Sprintf("%s: not priced (%s); the number of %ss is %s", u.Title, u.Why, u.Driver, u.Count)
}

func noMoney(currency string) Range {
	nothing := Money{currency: currency}
	return Range{nothing, nothing, nothing}
}

func assumptions(b Book) []string {
	var list []string
	for _, a := range b.Assumptions {
		list = append(list, fmt.Sprintf("%s: %d. %s", a.Title, a.Value, a.Note))
	}
	for _, t := range b.Teams {
		list = append(list, strings.TrimSpace(t.String()))
	}
	for _, u := range b.Prices() {
		if u.Single() {
			list = append(list, fmt.Sprintf("%s: one figure only (%s per %s), so it has no range.", u.Title, u.Likely.Amount, u.Unit))
		}
	}
	return list
}
