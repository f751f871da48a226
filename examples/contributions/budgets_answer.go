package main

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/finance"
	"attwork.example/finance/scale"
)

// twoBudgets is the JSON form of several budgets shared out.
type twoBudgets struct {
	Total    string      `json:"total"` // of all budgets
	Currency string      `json:"currency"`
	Scale    string      `json:"scale"`
	AsOf     att.Date    `json:"asOf"`
	Attend   string      `json:"attending,omitempty"` // which signatories and observers
	Floor    string      `json:"floor,omitempty"`     // in each budget
	Ceiling  string      `json:"ceiling,omitempty"`
	Budgets  []budget    `json:"budgets"`
	Bills    []bill      `json:"shares"`
	Classes  []classPays `json:"classes"`
	Without  []string    `json:"withoutRate"`
	Undated  []string    `json:"undated"`
	Note     string      `json:"note"`
	Saving   string      `json:"saving,omitempty"` // in the conference's budget
}

type budget struct {
	ID         string          `json:"id"`
	Total      string          `json:"total"`
	Payers     int             `json:"payers"`
	Classes    []finance.Class `json:"classes"`
	Confidence att.Confidence  `json:"confidence"` // of who shares it
	Note       string          `json:"note"`
	Ties       []string        `json:"ties"`
}

type bill struct {
	ISO3   string            `json:"iso3"`
	Rate   string            `json:"rate"`
	Share  string            `json:"share"` // of all budgets, in percent
	Amount string            `json:"amount"`
	Class  finance.Class     `json:"class"`
	Parts  map[string]string `json:"parts"` // of the budgets that it shares
	Bounds map[string]string `json:"bounds,omitempty"`
	After  string            `json:"after,omitempty"`
	Saved  string            `json:"saved,omitempty"`
}

type classPays struct {
	Class   finance.Class `json:"class"`
	Payers  int           `json:"payers"`
	Amount  string        `json:"amount"`
	After   string        `json:"after,omitempty"`
	Saved   string        `json:"saved,omitempty"`
	Nothing *int          `json:"saveNothing,omitempty"`
}

func (a shared) wire() twoBudgets {
	w := twoBudgets{
		Total: a.bills.Total.Digits(), Currency: a.bills.Total.Currency(), Scale: a.scale.String(), AsOf: a.asof, Attend: a.words, Bills: []bill{},
		Without: append([]string{}, a.who.without...), Undated: append([]string{}, a.who.undated...), Note: note,
	}
	if !a.limits.Floor.IsZero() {
		w.Floor = a.limits.Floor.Digits()
	}
	if a.limits.Ceiling > 0 {
		w.Ceiling = scale.Percent(a.limits.Ceiling)
	}
	for i, b := range a.budgets {
		shares := a.bills.Budgets[i]
		w.Budgets = append(w.Budgets, budget{
			b.ID, b.Total.Digits(), len(shares.Contributions), b.Classes, b.Provenance.Confidence, b.Provenance.Note, append([]string{}, shares.Ties...),
		})
	}
	for i, b := range a.bills.Bills {
		if !a.paying(i) {
			continue
		}
		one := bill{
			ISO3: b.ID, Rate: scale.Percent(b.Rate), Share: finance.Contribution{Amount: b.Total}.Share(a.bills.Total),
			Amount: b.Total.Digits(), Class: b.Class, Parts: map[string]string{}, Bounds: map[string]string{},
		}
		for j, part := range b.Parts {
			if part.ID != "" {
				one.Parts[a.budgets[j].ID] = part.Amount.Digits()
			}
			if part.Bound != "" {
				one.Bounds[a.budgets[j].ID] = string(part.Bound)
			}
		}
		if a.change != nil {
			one.After, one.Saved = a.change.Payers[i].After.Digits(), a.change.Payers[i].Saved.Digits()
		}
		w.Bills = append(w.Bills, one)
	}
	for i, sum := range a.bills.Classes {
		one := classPays{Class: sum.Class, Payers: sum.Payers, Amount: sum.Total.Digits()}
		if a.change != nil {
			c := a.change.Classes[i]
			one.After, one.Saved, one.Nothing = c.After.Digits(), c.Saved.Digits(), &c.Nothing
		}
		w.Classes = append(w.Classes, one)
	}
	if a.change != nil {
		w.Saving = a.change.Saving.Digits()
	}
	return w
}

// The words for classes of payers; see the constants of package finance.
var classNames = map[finance.Class]string{finance.StateParty: "States Parties", finance.Signatory: "Signatories", finance.Observer: "Observers"}

func (a shared) text(c *command.Call) {
	for i, b := range a.budgets {
		fmt.Fprintf(c.Out, "%s of the %s budget shared out among %d payers by the scale of %s, as of %s\n", b.Total, b.ID, len(a.bills.Budgets[i].Contributions), a.scale, a.asof)
	}
	fmt.Fprintln(c.Out, note)
	fmt.Fprintln(c.Out, "Who shares which budget is recalled of the Financial Rules, whose text was not seen.")
	if a.words != "" {
		fmt.Fprintf(c.Out, "Beside States Parties the conference budget counts %s.\n", a.words)
	}
	if !a.limits.Floor.IsZero() {
		fmt.Fprintf(c.Out, "At least %s each in each budget (your number).\n", a.limits.Floor)
	}
	if a.limits.Ceiling > 0 {
		fmt.Fprintf(c.Out, "At most %s %% each of each budget (your number).\n", scale.Percent(a.limits.Ceiling))
	}
	if len(a.who.undated) > 0 {
		fmt.Fprintf(c.Out, "Among them, without a known day of deposit: %s.\n", strings.Join(a.who.undated, ", "))
	}
	fmt.Fprintf(c.Out, "\n%-5s %8s %-12s", "", "rate", "class")
	for _, b := range a.budgets {
		fmt.Fprintf(c.Out, " %14s", b.ID)
	}
	fmt.Fprintf(c.Out, " %14s", "together")
	if a.change != nil {
		fmt.Fprintf(c.Out, " %14s %12s", "after", "saved")
	}
	fmt.Fprintln(c.Out)
	for i, b := range a.bills.Bills {
		if !a.paying(i) {
			continue
		}
		fmt.Fprintf(c.Out, "%-5s %8s %-12s", b.ID, scale.Percent(b.Rate), b.Class)
		for _, part := range b.Parts {
			amount := "-"
			if part.ID != "" {
				amount = part.Amount.Digits()
			}
			fmt.Fprintf(c.Out, " %14s", amount)
		}
		fmt.Fprintf(c.Out, " %14s", b.Total.Digits())
		if a.change != nil {
			fmt.Fprintf(c.Out, " %14s %12s", a.change.Payers[i].After.Digits(), a.change.Payers[i].Saved.Digits())
		}
		fmt.Fprintln(c.Out)
	}
	a.printClasses(c)
}

func (a shared) printClasses(c *command.Call) {
	fmt.Fprintln(c.Out)
	for i, sum := range a.bills.Classes {
		if sum.Payers == 0 {
			continue
		}
		fmt.Fprintf(c.Out, "%s: %d pay %s together", classNames[sum.Class], sum.Payers, sum.Total)
		if a.change != nil {
			change := a.change.Classes[i]
			fmt.Fprintf(c.Out, "; a saving of %s in the conference budget leaves them %s, and nothing to %d", a.change.Saving.Digits(), change.Saved.Digits(), change.Nothing)
		}
		fmt.Fprintln(c.Out, ".")
	}
}
