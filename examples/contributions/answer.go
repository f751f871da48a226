package main

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/finance"
	"attwork.example/finance/scale"
)

type answer struct {
	Total     string   `json:"total"`
	Currency  string   `json:"currency"`
	Scale     string   `json:"scale"`
	AsOf      att.Date `json:"asOf"`
	Payers    string   `json:"payers"`
	Floor     string   `json:"floor,omitempty"`
	Ceiling   string   `json:"ceiling,omitempty"`
	Shares    []share  `json:"shares"`
	Without   []string `json:"withoutRate"`
	Undated   []string `json:"undated"`
	Ties      []string `json:"ties"`
	Note      string   `json:"note"`
	Incidence *effect  `json:"incidence,omitempty"`
}

type share struct {
	ISO3   string        `json:"iso3"`
	Rate   string        `json:"rate"`
	Share  string        `json:"share"` // of the total, in percent
	Amount string        `json:"amount"`
	Bound  finance.Bound `json:"bound,omitempty"`
	After  string        `json:"after,omitempty"`
	Saved  string        `json:"saved,omitempty"`
	// BoundAfter is where the payer rests after the saving.
	BoundAfter finance.Bound `json:"boundAfter,omitempty"`
}

type effect struct {
	Saving    string `json:"saving"`
	OnFloor   int    `json:"onFloor"` // after the saving
	AtCeiling int    `json:"atCeiling"`
	Between   int    `json:"between"`
	Nothing   int    `json:"saveNothing"`
}

const note = "Arithmetic on the scale of the United Nations, and no bill: no assessment table of the Treaty is public."

func wire(a finance.Apportionment, s scale.Scale, p payers, asof att.Date, limits finance.Limits, incidence *finance.Incidence) answer {
	w := answer{
		Total: a.Total.Digits(), Currency: a.Total.Currency(), Scale: s.String(), AsOf: asof, Payers: p.words, Shares: []share{},
		Without: append([]string{}, p.without...), Undated: append([]string{}, p.undated...), Ties: append([]string{}, a.Ties...), Note: note,
	}
	if !limits.Floor.IsZero() {
		w.Floor = limits.Floor.Digits()
	}
	if limits.Ceiling > 0 {
		w.Ceiling = scale.Percent(limits.Ceiling)
	}
	for i, x := range a.Contributions {
		one := share{ISO3: x.ID, Rate: scale.Percent(x.Rate), Share: x.Share(a.Total), Amount: x.Amount.Digits(), Bound: x.Bound}
		if incidence != nil {
			e := incidence.Payers[i]
			one.After, one.Saved, one.BoundAfter = e.After.Amount.Digits(), e.Saved.Digits(), e.After.Bound
		}
		w.Shares = append(w.Shares, one)
	}
	if incidence != nil {
		w.Incidence = &effect{incidence.Saving.Digits(), incidence.OnFloor, incidence.AtCeiling, incidence.Between, incidence.Nothing}
	}
	return w
}

func text(c *command.Call, a finance.Apportionment, s scale.Scale, p payers, asof att.Date, limits finance.Limits, incidence *finance.Incidence) {
	fmt.Fprintf(c.Out, "%s shared out among %d payers (%s as of %s) by the scale of %s\n%s\n", a.Total, len(a.Contributions), p.words, asof, s, note)
	if !limits.Floor.IsZero() {
		fmt.Fprintf(c.Out, "At least %s each (your number).\n", limits.Floor)
	}
	if limits.Ceiling > 0 {
		fmt.Fprintf(c.Out, "At most %s %% each (your number).\n", scale.Percent(limits.Ceiling))
	}
	if len(p.undated) > 0 {
		fmt.Fprintf(c.Out, "Among them, without a known day of deposit: %s.\n", strings.Join(p.undated, ", "))
	}
	if len(a.Ties) > 0 {
		fmt.Fprintf(c.Out, "The order of codes alone decided who of these pays the last cent: %s.\n", strings.Join(a.Ties, ", "))
	}
	fmt.Fprintf(c.Out, "\n%-5s %8s %11s %14s", "", "rate", "share", "amount")
	if incidence != nil {
		fmt.Fprintf(c.Out, " %14s %12s", "after", "saved")
	}
	fmt.Fprintln(c.Out)
	for i, x := range a.Contributions {
		fmt.Fprintf(c.Out, "%-5s %8s %11s %14s", x.ID, scale.Percent(x.Rate), x.Share(a.Total), x.Amount.Digits())
		if incidence != nil {
			fmt.Fprintf(c.Out, " %14s %12s", incidence.Payers[i].After.Amount.Digits(), incidence.Payers[i].Saved.Digits())
		}
		bound := x.Bound
		if incidence != nil {
			bound = incidence.Payers[i].After.Bound
		}
		if bound != "" {
			fmt.Fprintf(c.Out, "  %s", bound)
		}
		fmt.Fprintln(c.Out)
	}
	if incidence != nil {
		fmt.Fprintf(c.Out, "\nAfter a saving of %s %d payers rest on the floor, %d are at the ceiling, and %d lie in between; %d save nothing.\n",
			incidence.Saving, incidence.OnFloor, incidence.AtCeiling, incidence.Between, incidence.Nothing)
	}
}
