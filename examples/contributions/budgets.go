package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/finance"
	"attwork.example/finance/scale"
)

// budgets are the flags of the second form.
type budgets struct{ secretariat, conference, attending *string }

func budgetFlags(c *command.Call) budgets {
	return budgets{
		secretariat: c.Flags.String("secretariat", "", "the `AMOUNT` of the Secretariat's budget, in dollars"),
		conference:  c.Flags.String("conference", "", "the `AMOUNT` of the conference's budget, in dollars"),
		attending:   c.Flags.String("attending", "", "with -conference, the signatories and observers that attend: a `FILE` with a code or name in each line (default: all signatories)"),
	}
}

func (b budgets) asked() bool { return *b.secretariat+*b.conference+*b.attending != "" }

// question is what the two forms have in common.
type question struct {
	asof   att.Date
	scale  scale.Scale
	limits finance.Limits
	saving string
}

// shared is everything the answer is made of.
type shared struct {
	question
	budgets []finance.Budget
	words   string // who attends
	who     payers
	bills   finance.Billing
	after   finance.Billing
	change  *finance.BillingChange // nil: no saving was asked for
}

// conferenceBudget is the id of the budget in which a saving is made.
const conferenceBudget = "conference"

func (b budgets) run(c *command.Call, q question) (int, error) {
	var refused error
	c.Flags.Visit(func(f *flag.Flag) {
		if f.Name == "total" || f.Name == "payers" {
			refused = fmt.Errorf("-%s: not with -secretariat, -conference or -attending, which say what is shared out and among whom", f.Name)
		}
	})
	if refused != nil {
		return 0, refused
	}
	a := shared{question: q}
	var err error
	if a.budgets, err = b.list(q.limits); err != nil {
		return 0, err
	}
	members, err := b.members(c, &a)
	if err != nil {
		return 0, err
	}
	if a.bills, err = finance.ApportionBudgets(members, a.budgets); err != nil {
		return 0, err
	}
	if q.saving != "" {
		if err := a.save(members); err != nil {
			return 0, err
		}
	}
	switch {
	case c.JSON:
		return command.Done, c.WriteJSON(a.wire())
	case c.Other == "csv":
		return command.Done, a.table(c)
	}
	a.text(c)
	return command.Done, nil
}

// list returns the budgets that were given.
func (b budgets) list(limits finance.Limits) ([]finance.Budget, error) {
	list := finance.TreatyBudgets(finance.Money{}, finance.Money{})
	for i, given := range []*string{b.secretariat, b.conference} {
		if *given == "" {
			continue
		}
		var err error
		if list[i].Total, err = dollars(list[i].ID, *given); err != nil {
			return nil, err
		}
		list[i].Limits = limits
	}
	list = slices.DeleteFunc(list, func(b finance.Budget) bool { return b.Total.IsZero() })
	if len(list) == 0 || *b.attending != "" && *b.conference == "" {
		return nil, fmt.Errorf("-attending %s: expected -conference too, the budget that those who attend share", *b.attending)
	}
	return list, nil
}

// members finds the payers of each class and their rates.
func (b budgets) members(c *command.Call, a *shared) ([]finance.Member, error) {
	party, err := load(c, "parties", a.asof, a.scale)
	if err != nil {
		return nil, err
	}
	signed, err := load(c, "signatories", a.asof, a.scale)
	if err != nil {
		return nil, err
	}
	isParty := func(code string) bool { return contains(party.list, code) || slices.Contains(party.without, code) }
	var others []finance.Assessed
	switch {
	case *b.conference == "":
		a.who = party
	case *b.attending == "":
		a.who, a.words = signed, "all signatories, as if each attended"
		others = slices.DeleteFunc(slices.Clone(signed.list), func(p finance.Assessed) bool { return isParty(p.ID) })
	default:
		a.who, a.words = party, "those of "+*b.attending+" that attend"
		if others, err = b.attend(c, a, isParty); err != nil {
			return nil, err
		}
	}
	slices.Sort(a.who.without)
	if len(a.who.without) > 0 {
		c.Complain("without a rate on the scale of %s, and so in no share: %s", a.scale, strings.Join(a.who.without, ", "))
	}
	if len(party.unsure) > 0 {
		c.Complain("nobody knows whether they were States Parties on %s, so they do not count as such: %s", a.asof, strings.Join(party.unsure, ", "))
	}
	var members []finance.Member
	for _, p := range party.list {
		members = append(members, finance.Member{Assessed: p, Class: finance.StateParty})
	}
	for _, p := range others {
		class := finance.Observer
		if contains(signed.list, p.ID) {
			class = finance.Signatory
		}
		members = append(members, finance.Member{Assessed: p, Class: class})
	}
	return members, nil
}

// attend reads the signatories and observers that attend, and notes those without a rate.
func (b budgets) attend(c *command.Call, a *shared, isParty func(code string) bool) ([]finance.Assessed, error) {
	codes, err := read(c, *b.attending, a.scale)
	if err != nil {
		return nil, err
	}
	var list []finance.Assessed
	for _, code := range codes {
		r, rated := a.scale.Rate(code)
		switch {
		case isParty(code):
			return nil, fmt.Errorf("%s: %s is a State Party on %s and shares the conference's budget in any case; expected signatories and observers only", *b.attending, code, a.asof)
		case !rated:
			a.who.without = append(a.who.without, code)
		default:
			list = append(list, finance.Assessed{ID: code, Rate: r.Thousandths})
		}
	}
	return list, nil
}

func contains(list []finance.Assessed, id string) bool {
	return slices.ContainsFunc(list, func(p finance.Assessed) bool { return p.ID == id })
}

// save takes the saving off the budget of the conference, in which the meetings are.
func (a *shared) save(members []finance.Member) error {
	less, err := dollars("saving", a.saving)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(a.budgets, func(b finance.Budget) bool { return b.ID == conferenceBudget })
	if i < 0 {
		return fmt.Errorf("-saving %s: expected -conference too, the budget in which meetings are", a.saving)
	}
	smaller := slices.Clone(a.budgets)
	if smaller[i].Total, err = smaller[i].Total.Sub(less); err != nil {
		return err
	}
	if smaller[i].Total.Sign() <= 0 {
		return fmt.Errorf("-saving %s: expected less than the conference's budget of %s", a.saving, a.budgets[i].Total.Digits())
	}
	if a.after, err = finance.ApportionBudgets(members, smaller); err != nil {
		return fmt.Errorf("after the saving: %w", err)
	}
	change, err := finance.CompareBillings(a.bills, a.after)
	a.change = &change
	return err
}

// paying leaves out who shares no budget.
func (a shared) paying(i int) bool {
	return slices.ContainsFunc(a.budgets, func(b finance.Budget) bool { return slices.Contains(b.Classes, a.bills.Bills[i].Class) })
}

func (a shared) table(c *command.Call) error {
	out := csv.NewWriter(c.Out)
	header := []string{"iso3", "rate", "share", "amount", "class"}
	for _, b := range a.budgets {
		header = append(header, b.ID)
	}
	if a.change != nil {
		header = append(header, "after", "saved")
	}
	rows := [][]string{header}
	for i, b := range a.bills.Bills {
		if !a.paying(i) {
			continue
		}
		row := []string{b.ID, scale.Percent(b.Rate), finance.Contribution{Amount: b.Total}.Share(a.bills.Total), b.Total.Digits(), string(b.Class)}
		for _, part := range b.Parts {
			row = append(row, part.Amount.Digits())
		}
		if a.change != nil {
			row = append(row, a.change.Payers[i].After.Digits(), a.change.Payers[i].Saved.Digits())
		}
		rows = append(rows, row)
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}
