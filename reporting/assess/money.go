package assess

import (
	"reflect"
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/finance"
)

// money takes the measures of the third lens, and returns the comparison behind them.
func (w *work) money() ([]Measure, finance.Comparison, error) {
	cost := definition{
		id: "cost", title: check.Say("Cost of the cycle by the cost book"),
		basis: check.Say("Each cost of the book by what makes it grow, at low, likely and high prices; lines whose count after the change is unknown stand on neither side."), passages: []string{"1", "8.1"},
	}.measure()
	noBook := missing(gap("book", "No cost book is given."))
	priced := !reflect.ValueOf(w.subject.Book).IsZero()
	if !w.compared {
		cost.After = noBook
		if priced {
			e, err := finance.Estimate(w.subject.Programme, w.subject.Book, w.subject.Finance)
			if err != nil {
				return nil, finance.Comparison{}, err
			}
			known := slices.ContainsFunc(e.Lines, func(l finance.Line) bool { return l.Count.Known })
			cost.After = w.amount(e.Total, known, append(uncounted(e.Lines), unpriced(e.Unpriced, "")...))
		}
		return []Measure{cost}, finance.Comparison{}, nil
	}
	var c finance.Comparison
	var err error
	cost.Before, cost.After = noBook, noBook
	if priced {
		if c, err = w.compare(); err != nil {
			return nil, finance.Comparison{}, err
		}
		gaps := append(incomplete(c, ""), unpriced(c.From.Unpriced, "")...)
		cost.Before = w.amount(c.TotalFrom, slices.ContainsFunc(c.Lines, func(l finance.ComparedLine) bool { return l.From.Known }), gaps)
		cost.After = w.amount(c.TotalTo, compared(c, anyLine), gaps)
	}
	measures := []Measure{cost}
	for _, d := range savings() {
		m := d.measure()
		m.OfChange, m.After = true, noBook
		if priced {
			if m.After, err = d.of(w, c); err != nil {
				return nil, finance.Comparison{}, err
			}
		}
		measures = append(measures, m)
	}
	gains, err := w.gains()
	return append(measures, gains...), c, err
}

func (w *work) compare() (finance.Comparison, error) {
	from, err := finance.Estimate(w.subject.Before, w.subject.Book, w.subject.Finance)
	if err != nil {
		return finance.Comparison{}, err
	}
	to, err := finance.Estimate(w.subject.Programme, w.subject.Book, w.subject.Finance)
	if err != nil {
		return finance.Comparison{}, err
	}
	return finance.Compare(from, to)
}

// changed is a measure of a change in money.
type changed struct {
	definition
	of func(*work, finance.Comparison) (Reading, error)
}

// savings are the measures of what a change saves.
func savings() []changed {
	list := []changed{{
		definition{
			id: "saving", title: check.Say("Saving, all payers together"),
			basis: check.Say("Cost before less cost after, at low, likely and high prices; negative: it costs more."), passages: []string{"1", "8.1", "27e"},
		},
		func(w *work, c finance.Comparison) (Reading, error) { return w.saving(c.Saving, c, ""), nil },
	}}
	for _, g := range []struct {
		payer finance.Payer
		id    string
		title check.Message
	}{
		{finance.ConferenceBudget, "saving-conference-budget", check.Say("Saving of the conference budget")},
		{finance.VoluntaryFunds, "saving-voluntary-funds", check.Say("Saving of the sponsorship programme")},
		{finance.Delegations, "saving-delegations", check.Say("Saving of delegations")},
		{finance.Host, "saving-host", check.Say("Saving of the host")},
	} {
		list = append(list, changed{
			definition{id: g.id, title: g.title, basis: check.Say("The part of the saving in lines that this payer bears."), passages: []string{"27e"}},
			func(w *work, c finance.Comparison) (Reading, error) {
				return w.saving(c.SavingOf(g.payer), c, g.payer), nil
			},
		})
	}
	return append(list, changed{
		definition{id: "new-costs", title: check.Say("New costs of the change"), basis: check.Say("Lines of the cost book that cost more after the change than before at likely prices, by how much."), passages: []string{"8.1", "26"}},
		func(w *work, c finance.Comparison) (Reading, error) {
			sum, err := newCosts(c)
			return w.amount(sum, compared(c, anyLine), incomplete(c, "")), err
		},
	}, changed{
		definition{
			id: "break-even-days", title: check.Say("Consultation days at which the conference budget gains nothing any more"),
			basis: check.Say("The smallest whole number of consultation days after the change that eats up what the conference budget saves without them, at likely prices."), passages: []string{"8.1", "26"},
		},
		func(w *work, c finance.Comparison) (Reading, error) { return w.breakEven(c), nil },
	}, changed{
		definition{id: "price-drivers", title: check.Say("Unit costs that move the saving"), basis: check.Say("Ids of unit costs of the cost book, the one that moves the saving most between its low and its high price first."), passages: []string{"27e"}},
		func(w *work, c finance.Comparison) (Reading, error) { return w.priceDrivers(c), nil },
	})
}

// amount is the reading of an amount that is known in part at least.
func (w *work) amount(r finance.Range, known bool, gaps []check.Message) Reading {
	if !known {
		return missing(gaps...)
	}
	return Reading{Value: Amount{r}, Sources: w.bookSources(), Gaps: gaps}
}

// saving is the reading of what a payer saves, of what all do for none.
func (w *work) saving(r finance.Range, c finance.Comparison, p finance.Payer) Reading {
	borne := func(l finance.ComparedLine) bool { return p == "" || l.Entry.Payer == p }
	gaps := append(incomplete(c, p), unpriced(c.From.Unpriced, p)...)
	if !slices.ContainsFunc(c.Lines, borne) {
		gaps = append(gaps, gap("no-line", "The cost book has no priced line for this."))
	}
	return w.amount(r, compared(c, borne), gaps)
}

// compared reports whether one of the lines that fit is compared.
func compared(c finance.Comparison, fits func(finance.ComparedLine) bool) bool {
	return slices.ContainsFunc(c.Lines, func(l finance.ComparedLine) bool { return l.Saving.Known && fits(l) })
}

func anyLine(finance.ComparedLine) bool { return true }

func (w *work) priceDrivers(c finance.Comparison) Reading {
	if !compared(c, anyLine) {
		return missing(incomplete(c, "")...)
	}
	names := Names{List: []string{}}
	for _, s := range c.Tornado() {
		names.List = append(names.List, s.UnitCost.ID)
	}
	return Reading{Value: names, Sources: w.bookSources()}
}

// newCosts adds up the lines that cost more after the change.
func newCosts(c finance.Comparison) (sum finance.Range, err error) {
	sum, err = c.Saving.Add(c.Saving.Neg()) // nothing, in the currency of the comparison
	for _, l := range c.Lines {
		if err == nil && l.Saving.Known && l.Saving.Likely.Sign() < 0 {
			sum, err = sum.Add(l.Saving.Neg())
		}
	}
	return sum, err
}

func (w *work) breakEven(c finance.Comparison) Reading {
	b := c.BreakEvenDays(finance.ConferenceBudget)
	counted := compared(c, func(l finance.ComparedLine) bool {
		return l.Entry.Payer == finance.ConferenceBudget && l.Entry.Driver != finance.PerConsultationDay
	})
	switch {
	case !b.Known:
		return missing(gap("break-even-cost", "No cost of the conference budget grows with the days of consultations."))
	case !counted:
		return missing(incomplete(c, finance.ConferenceBudget)...)
	}
	days := b.At.IntPart()
	const most = 1<<31 - 1 // as in the JSON of a count
	if days > most {
		return missing(gap("break-even", "No number of consultation days that anybody could hold eats the saving up."))
	}
	r := Reading{Value: Count{att.Exactly(int(days))}, Sources: w.bookSources(), Gaps: incomplete(c, finance.ConferenceBudget)}
	if b.At.Sign() == 0 {
		r.Gaps = append(r.Gaps, gap("no-saving", "The conference budget saves nothing even without consultations."))
	}
	return r
}

// gains says what a change does to those who share the conference budget.
func (w *work) gains() ([]Measure, error) {
	s := w.subject.Shares
	given := s.After.Payers != nil
	var i finance.Incidence
	if given {
		var err error
		if i, err = finance.IncidenceOf(s.Before, s.After); err != nil {
			return nil, err
		}
	}
	payers := i.OnFloor + i.AtCeiling + i.Between
	var measures []Measure
	for _, d := range []struct {
		definition
		part int
	}{
		{definition{
			id: "contributions-changed", title: check.Say("Payers whose contribution changes with the total"),
			basis: check.Say("Of those who pay after the change; what joining and leaving do is kept apart."), passages: []string{"27e"},
		}, payers - i.Nothing},
		{definition{
			id: "contributions-on-floor", title: check.Say("Payers who rest on the least contribution"),
			basis: check.Say("Of those who pay after the change; a further saving changes nothing for them."), passages: []string{"27e"},
		}, i.OnFloor},
	} {
		m := d.measure()
		m.OfChange, m.After = true, missing(gap("shares", "No contributions before and after are given, so who gains State by State is unknown."))
		if given {
			m.After = Reading{Value: Share{att.Exactly(d.part), att.Exactly(payers)}}
		}
		measures = append(measures, m)
	}
	return measures, nil
}

// bookSources returns the sources behind the figures of the book.
func (w *work) bookSources() []att.Source {
	titles := map[string]string{}
	for _, s := range w.subject.Book.Sources {
		titles[s.ID] = s.Title
	}
	var list []att.Source
	for _, u := range w.subject.Book.UnitCosts {
		for _, f := range []finance.Figure{u.Low, u.Likely, u.High} {
			for _, id := range f.Sources {
				list = append(list, att.Source{ID: id, Title: titles[id]})
			}
		}
	}
	return inOrder(list)
}

// incomplete names the lines of a payer, of all for none, that are compared in part or not at all.
func incomplete(c finance.Comparison, p finance.Payer) []check.Message {
	var gaps []check.Message
	for _, l := range c.Lines {
		cost := check.Text("cost", l.Entry.Title.String())
		switch {
		case p != "" && l.Entry.Payer != p:
		case !l.Saving.Known:
			gaps = append(gaps, gap("not-compared", "Not compared, since nobody knows how often it is incurred after the change: {cost}.", cost))
		case !l.From.Known:
			gaps = append(gaps, gap("new-in-full", "Counted as a new cost in full, since nobody knows how often it was incurred before the change: {cost}.", cost))
		case l.CountBefore.Count.Minimum || l.CountAfter.Count.Minimum:
			gaps = append(gaps, gap("bound", "Rests on a lower bound of how often it is incurred: {cost}.", cost))
		}
	}
	return gaps
}

// uncounted names the lines of an estimate whose count is unknown or a lower bound.
func uncounted(lines []finance.Line) []check.Message {
	var gaps []check.Message
	for _, l := range lines {
		cost := check.Text("cost", l.Entry.Title.String())
		switch {
		case !l.Count.Known:
			gaps = append(gaps, gap("not-counted", "Left out, since nobody knows how often it is incurred: {cost}.", cost))
		case l.Count.Minimum:
			gaps = append(gaps, gap("bound", "Rests on a lower bound of how often it is incurred: {cost}.", cost))
		}
	}
	return gaps
}

// unpriced names what changes with a programme and has no price, for one payer or, for none, for all.
func unpriced(list []finance.UnpricedLine, p finance.Payer) []check.Message {
	var gaps []check.Message
	for _, u := range list {
		if u.Driver != finance.PerYear && (p == "" || u.Payer == p) {
			gaps = append(gaps, gap("unpriced", "Not priced, for want of a figure: {cost}.", check.Text("cost", u.Title.String())))
		}
	}
	return gaps
}
