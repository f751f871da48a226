package main

import (
	"context"
	"fmt"
	"time"

	gomoney "github.com/Rhymond/go-money"

	"attwork.example/att/cycles"
	"attwork.example/bench/measure"
	"attwork.example/bench/money"
	"attwork.example/finance"
	"attwork.example/finance/scale"
)

const (
	moneyModule   = "github.com/Rhymond/go-money"
	decimalModule = "github.com/shopspring/decimal"

	cannotMoney = "no floor, no ceiling; who pays the last cents depends on the order of the list"
	cannotFloat = "the same bytes on every machine; sums that are exact"
)

const (
	budget = 97_592_700 // cents
	draws  = 10_000     // a call; of 100,000, one in decimal arithmetic takes longer than a second
	seed   = 1
)

// treatyLimits are those that are recalled of the Treaty: 100 dollars, and 22 percent.
var treatyLimits = finance.Limits{Floor: finance.MustMoney("USD 100"), Ceiling: 22_000}

// payers are the 193 States of the scale of 2025.
func payers() []finance.Assessed {
	s, _ := scale.Of(2025)
	var list []finance.Assessed
	for _, r := range s.Rates() {
		list = append(list, finance.Assessed{ID: r.ISO3, Rate: r.Thousandths})
	}
	return list
}

// apportion shares the budget out.
func apportion(list []finance.Assessed, limits finance.Limits) finance.Apportionment {
	return must(finance.Apportion(total, list, limits))
}

var total = finance.MustMoney("USD 975927.00")

// allocate shares the budget out in go-money.
func allocate(weights []int) []*gomoney.Money {
	return must(gomoney.New(budget, gomoney.USD).Allocate(weights...))
}

func weights(list []finance.Assessed) []int {
	w := make([]int, len(list))
	for i, p := range list {
		w[i] = p.Rate
	}
	return w
}

// moneyRow is one peer of an amount of work that ours is compared with.
type moneyRow struct {
	work                 string
	ours, peer           measure.Peer
	module, does, cannot string
}

func moneyRows() []moneyRow {
	list := payers()
	w := weights(list)
	c := must(money.Comparison())
	share := func(name string, limits finance.Limits) measure.Peer {
		return measure.Peer{Name: name, Run: func() { apportion(list, limits) }}
	}
	theirs := measure.Peer{Name: "go-money", Run: func() { allocate(w) }}
	sample := measure.Peer{Name: "Sample", Run: func() { must(c.Sample(context.Background(), draws, seed)) }}
	exact := measure.Peer{Name: "decimal", Run: func() { money.Decimal(c, draws, seed) }}
	float := measure.Peer{Name: "float64", Run: func() { money.Float(c, draws, seed) }}
	return []moneyRow{
		{"sharing out, no bounds", share("Apportion", finance.Limits{}), theirs, moneyModule, "shares, and their sum", cannotMoney},
		{"sharing out, floor and ceiling", share("Apportion", treatyLimits), theirs, moneyModule, "shares, without bounds", cannotMoney},
		{"drawing a saving", sample, exact, decimalModule, "quantiles from the same random numbers", "nothing: it finds the same"},
		{"drawing a saving", sample, float, "", "quantiles from one random number a line", cannotFloat},
	}
}

// estimate prices the programme of CSP9 by the illustrative book.
func estimate() measure.Peer {
	p, _ := cycles.Programme("csp9")
	b := finance.Illustrative()
	return measure.Peer{Name: "Estimate", Run: func() { must(finance.Estimate(p, b, finance.Options{})) }}
}

func printMoney(rounds int, slice time.Duration) {
	rows := moneyRows()
	fmt.Print("\n## money\n\n")
	fmt.Printf("%s over %d States of the scale of 2025; a comparison of %d lines, each with a unit cost of its own, drawn %d times a call\n",
		total, len(payers()), money.Lines, draws)
	fmt.Print("(not 100,000: one call in decimal arithmetic would take longer than a second), the sorting included.\n" +
		"The targets, in processor time: at most 1.0 to go-money without bounds, and at most 3 with them; at most 0.033 to decimal\n" +
		"arithmetic, and at most 3 to floating point; for an estimate about 0.1 ms and 200 allocations.\n\n")
	fmt.Println("| work | peer | version | same work | ours/peer, processor time | ours/peer, clock | ours, ms | bytes | allocations | peer, ms | bytes | allocations | what it cannot |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, r := range rows {
		s := measure.Interleave([]measure.Peer{r.ours, r.peer}, rounds, slice)
		fmt.Printf("| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", r.work, r.peer.Name, version(r.module), r.does,
			fineRatio(s[0], s[1], measure.CPU), fineRatio(s[0], s[1], measure.Wall), took(s[0]), took(s[1]), r.cannot)
	}
	s := measure.Interleave([]measure.Peer{estimate()}, rounds, slice)
	fmt.Println()
	fmt.Println("| work | milliseconds | bytes | allocations |")
	fmt.Println("| --- | --- | --- | --- |")
	fmt.Printf("| an estimate of CSP9 by the illustrative book | %s |\n\n", took(s[0]))
}

// fineRatio is [ratio] with a digit more, for ratios of a few hundredths.
func fineRatio(a, b []measure.Sample, figure func(measure.Sample) float64) string {
	r := measure.Ratio(a, b, figure)
	return fmt.Sprintf("%.3f (%.3f to %.3f)", r.Median, r.Min, r.Max)
}

func took(s []measure.Sample) string {
	return fmt.Sprintf("%.3f | %s", measure.Of(s, measure.Wall).Median/1e6, memory(s))
}
