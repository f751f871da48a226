// Savings says what changing from one programme of work to another saves, with its range, who gains,
// what it costs in discussion time, and what nobody knows.
//
//	go run ./examples/savings [-from FILE|NAME] [-to FILE|NAME] [-costs FILE] [-rate FROM/TO=R@DATE]... [-budget AMOUNT] [-samples N] [-seed N] [-format text|json]
//
// Without flags it compares the CSP9 cycle as held with a programme constructed from the draft proposal,
// by an illustrative cost book none of whose figures is the Treaty's. The question has no "no" for an
// answer, so findings about the rules do not change the exit code; faults in a document's shape do.
package main

import (
	"context"
	"fmt"

	"github.com/shopspring/decimal"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
	"attwork.example/examples/internal/costs"
	"attwork.example/finance"
)

func main() {
	command.Main("savings [flags]", run)
}

// comparison is everything the answer is made of.
type comparison struct {
	finance.Comparison
	budget  finance.Money
	percent finance.Percent
	// shortfall is the part of the budget, in percent, that must stay unpaid to outweigh what the conference budget saves.
	shortfall decimal.Decimal
	before    []check.Finding
	after     []check.Finding
	sampling  *finance.Sampling // nil: not asked for
}

func run(c *command.Call) (int, error) {
	from := c.Flags.String("from", "csp9", "the programme before the change: `FILE or NAME`")
	to := c.Flags.String("to", proposal.Name, "the programme after it: `FILE or NAME`")
	bookName := c.Flags.String("costs", "", "a cost book (default: the illustrative one): `FILE`")
	budgetFlag := c.Flags.String("budget", costs.DocumentedBudget, "what the saving is set against: `AMOUNT`")
	samples := c.Flags.Int("samples", 0, "draw the unit costs this many times at random: `N`")
	seed := c.Flags.Uint64("seed", 1, "of the random numbers: `N`")
	rates := costs.Rates(c.Flags)
	args, err := c.Parse()
	if err != nil {
		return 0, err
	}
	if len(args) > 0 {
		return 0, fmt.Errorf("unexpected argument %q; name the programmes with -from and -to", args[0])
	}
	budget, err := finance.ParseMoney(*budgetFlag)
	if err != nil {
		return 0, fmt.Errorf("-budget: %w", err)
	}
	book, err := costs.Book(c, *bookName)
	if err != nil {
		return 0, err
	}
	before, err := c.Load(*from)
	if err != nil {
		return 0, err
	}
	after, err := c.Load(*to)
	if err != nil {
		return 0, err
	}
	a, err := compare(before.Programme, after.Programme, book, *rates, budget)
	if err != nil {
		return 0, err
	}
	if *samples != 0 {
		s, err := a.Sample(context.Background(), *samples, *seed)
		if err != nil {
			return 0, fmt.Errorf("-samples: %w", err)
		}
		a.sampling = &s
	}
	a.before, a.after = judge(*from, before, nil), judge(*to, after, &before)
	code := command.Done
	if len(before.Shape)+len(after.Shape) > 0 {
		code = command.No
	}
	if c.JSON {
		return code, c.WriteJSON(a.answer())
	}
	a.print(c.Out)
	return code, nil
}

func compare(before, after att.Programme, book finance.Book, rates []finance.Rate, budget finance.Money) (comparison, error) {
	o := finance.Options{Currency: budget.Currency(), Rates: rates}
	a := comparison{budget: budget}
	from, err := finance.Estimate(before, book, o)
	if err != nil {
		return a, err
	}
	to, err := finance.Estimate(after, book, o)
	if err != nil {
		return a, err
	}
	if a.Comparison, err = finance.Compare(from, to); err != nil {
		return a, err
	}
	if a.percent, err = a.SavingOf(finance.ConferenceBudget).PercentOf(budget); err != nil {
		return a, err
	}
	a.shortfall, err = a.ShortfallThatOutweighs(budget)
	return a, err
}

// judge returns the findings about one programme, and, where there is one before, about the change.
func judge(name string, p command.Programme, before *command.Programme) []check.Finding {
	set := proposal.Rules(proposal.Options{})
	report := set.Check(p.Programme, check.Options{})
	if before != nil {
		report = set.CheckChange(before.Programme, p.Programme, check.Options{})
	}
	findings := append(p.Shape, p.Locate(report.Findings)...)
	check.Sort(findings)
	return command.Of(name, findings)
}
