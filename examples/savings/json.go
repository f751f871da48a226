package main

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/finance"
)

// answer is the JSON form of a comparison. Money is in decimal strings, and what nobody knows is null.
type answer struct {
	From     side            `json:"from"`
	To       side            `json:"to"`
	Saving   saving          `json:"saving"`
	Lines    []line          `json:"lines"`       // add up to the totals
	Open     []unpriced      `json:"notCompared"` // lines of which nobody knows a count, and so no saving
	ByPayer  []payer         `json:"byPayer"`
	Unpriced []unpriced      `json:"unpriced"` // what occurs on a side, or may
	Gaps     []string        `json:"gaps"`
	Findings []check.Finding `json:"findings"`

	Sensitivity sensitivity `json:"sensitivity"`
}

type side struct {
	Name             string   `json:"name"`
	Rounds           *int     `json:"rounds"`
	Trips            *int     `json:"trips"`
	Days             *int     `json:"days"`
	Sittings         *int     `json:"sittings"`
	PracticalMinutes *int     `json:"practicalMinutes"`
	AtLeast          []string `json:"atLeast,omitempty"` // which of the counts are lower bounds
	Total            amounts  `json:"total"`
	Gaps             []string `json:"gaps"`
	Assumptions      []string `json:"assumptions"`
}

type amounts struct {
	Low    string `json:"low"`
	Likely string `json:"likely"`
	High   string `json:"high"`
}

type saving struct {
	amounts
	Currency  string    `json:"currency"`
	Percent   string    `json:"percent"` // of the budget, at likely prices, for the conference budget alone
	PercentOf percentOf `json:"percentOf"`
	Sampled   *sampled  `json:"sampled,omitempty"`
}

type percentOf struct {
	Budget string `json:"budget"`
	Payer  string `json:"payer"`
	amounts
}

type sampled struct {
	Draws     int               `json:"draws"`
	Seed      uint64            `json:"seed"`
	Quantiles map[string]string `json:"quantiles"`
	Below     int               `json:"drawsBelowZero"`
}

type line struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Driver string  `json:"driver"`
	Payer  string  `json:"payer"`
	From   amounts `json:"from"`
	To     amounts `json:"to"`
	Saving amounts `json:"saving"`
	// How often the driver occurs on each side: null where nobody knows, a text where it is a lower bound.
	CountFrom att.Count `json:"countFrom"`
	CountTo   att.Count `json:"countTo"`
	Basis     string    `json:"basis,omitempty"` // of the likely price
	// FromUnknown says that nobody knows the count before the change: From adds nothing to its total, and the
	// line is a new cost in full.
	FromUnknown bool `json:"fromUnknown,omitempty"`
}

type payer struct {
	Payer  string  `json:"payer"`
	Saving amounts `json:"saving"`
}

type unpriced struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Driver string `json:"driver"`
	Payer  string `json:"payer"`
	Why    string `json:"why"`
	// How often the driver occurs on each side, as in a line.
	CountFrom att.Count `json:"countFrom"`
	CountTo   att.Count `json:"countTo"`
}

func (a comparison) answer() answer {
	out := answer{
		From: newSide(a.From, a.TotalFrom), To: newSide(a.To, a.TotalTo),
		Saving: saving{
			amounts: digits(a.Saving), Currency: a.From.Currency, Percent: a.percent.Likely.StringFixed(1),
			PercentOf: percentOf{
				Budget: a.budget.String(), Payer: string(finance.ConferenceBudget),
				amounts: amounts{a.percent.Low.StringFixed(1), a.percent.Likely.StringFixed(1), a.percent.High.StringFixed(1)},
			},
		},
		Lines: []line{}, Open: []unpriced{}, Unpriced: []unpriced{}, Gaps: append([]string{}, a.Gaps...), Findings: slices.Concat(a.before, a.after), Sensitivity: a.sensitivity(),
	}
	if s := a.sampling; s != nil {
		out.Saving.Sampled = &sampled{Draws: s.Draws, Seed: s.Seed, Below: s.Below, Quantiles: map[string]string{
			"5": s.P5.Digits(), "25": s.P25.Digits(), "50": s.P50.Digits(), "75": s.P75.Digits(), "95": s.P95.Digits(),
		}}
	}
	for _, l := range a.Lines {
		e := l.Entry
		if !l.Saving.Known {
			why := "the number of " + string(e.Driver) + "s after the change is unknown"
			if l.CountAfter.Count.Known {
				why = "the number of " + string(e.Driver) + "s before the change is unknown, and every cycle has some"
			}
			out.Open = append(out.Open, unpriced{e.ID, e.Title.String(), string(e.Driver), string(e.Payer), why, l.CountBefore.Count, l.CountAfter.Count})
			continue
		}
		out.Lines = append(out.Lines, line{
			ID: e.ID, Title: e.Title.String(), Driver: string(e.Driver), Payer: string(e.Payer),
			From: digits(l.From.Range), To: digits(l.To.Range), Saving: digits(l.Saving.Range), FromUnknown: !l.From.Known,
			CountFrom: l.CountBefore.Count, CountTo: l.CountAfter.Count, Basis: l.CountAfter.UnitCost.Likely.Basis,
		})
	}
	for _, p := range a.ByPayer {
		out.ByPayer = append(out.ByPayer, payer{string(p.Payer), digits(p.Saving)})
	}
	for _, u := range a.Unpriced {
		out.Unpriced = append(out.Unpriced, unpriced{u.ID, u.Title.String(), string(u.Driver), string(u.Payer), u.Why, u.Before, u.After})
	}
	return out
}

func newSide(e finance.Estimation, total finance.Range) side {
	m := e.Measures
	s := side{
		Name: e.Programme.Name.String(), Total: digits(total),
		Gaps: append([]string{}, e.Gaps...), Assumptions: append([]string{}, e.Assumptions...),
	}
	for _, c := range []struct {
		name  string
		to    **int
		count att.Count
	}{
		{"rounds", &s.Rounds, m.Rounds},
		{"trips", &s.Trips, m.Trips},
		{"days", &s.Days, m.Days},
		{"sittings", &s.Sittings, m.Sittings},
		{"practicalMinutes", &s.PracticalMinutes, m.PracticalMinutes},
	} {
		if c.count.Known {
			*c.to = &c.count.N
		}
		if c.count.Minimum {
			s.AtLeast = append(s.AtLeast, c.name)
		}
	}
	return s
}

func digits(r finance.Range) amounts {
	return amounts{r.Low.Digits(), r.Likely.Digits(), r.High.Digits()}
}

// newCosts returns the lines in which the change costs more than before.
func (a comparison) newCosts() []finance.ComparedLine {
	return slices.DeleteFunc(slices.Clone(a.Lines), func(l finance.ComparedLine) bool {
		return !l.Saving.Known || l.Saving.Likely.Sign() >= 0
	})
}
