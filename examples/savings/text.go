package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/examples/internal/command"
	"attwork.example/finance"
)

// The words for payers; see the constants of package finance.
var payerNames = map[finance.Payer]string{
	finance.ConferenceBudget: "conference budget (all who are assessed for it)",
	finance.VoluntaryFunds:   "sponsorship programme (donors)",
	finance.Delegations:      "delegations (each pays its own)",
	finance.Host:             "host",
}

// print writes one screen: what changes, what it saves, who gains, what it costs, and what is not known.
func (a comparison) print(out *bytes.Buffer) {
	from, to := a.From, a.To
	fmt.Fprintf(out, "From  %s\nTo    %s\n\n", command.Plain(from.Programme.Name.String(), 90), command.Plain(to.Programme.Name.String(), 90))
	for _, c := range []struct {
		name          string
		before, after att.Count
	}{
		{"rounds of meetings", from.Measures.Rounds, to.Measures.Rounds},
		{"trips to the meetings", from.Measures.Trips, to.Measures.Trips},
		{"meeting days", from.Measures.Days, to.Measures.Days},
		{"sittings", from.Measures.Sittings, to.Measures.Sittings},
		{"minutes on practical implementation", from.Measures.PracticalMinutes, to.Measures.PracticalMinutes},
		{"days with consultations", from.Measures.ConsultationDays, to.Measures.ConsultationDays},
	} {
		fmt.Fprintf(out, "%-48s %14s -> %s\n", c.name, c.before, c.after)
	}
	a.printTable(out)
	a.printFunding(out)
	a.printSensitivity(out)
	a.printLimits(out)
}

func (a comparison) printTable(out *bytes.Buffer) {
	fmt.Fprintf(out, "\n%-48s %15s %15s %15s\n", "Saving in "+a.From.Currency+", at prices that are", "low", "likely", "high")
	row := func(name string, r finance.Range) {
		fmt.Fprintf(out, "%-48s %15s %15s %15s\n", name, grouped(r.Low), grouped(r.Likely), grouped(r.High))
	}
	for _, p := range finance.Payers() {
		title := false
		for _, l := range a.Lines {
			if l.Entry.Payer != p || !l.Saving.Known || nothing(l) {
				continue
			}
			if !title {
				fmt.Fprintf(out, "%s\n", payerNames[p])
				title = true
			}
			row("  "+command.Plain(l.Entry.Title.String(), 45), l.Saving.Range)
		}
	}
	row("all together", a.Saving)
	least, most := a.Saving.Bounds()
	fmt.Fprintf(out, "\nThe saving lies between %s and %s %s; it is an illustration, not a figure of the Treaty's.\n",
		grouped(least), grouped(most), a.From.Currency)
	if s := a.sampling; s != nil {
		fmt.Fprintf(out, "In %d draws of the unit costs (seed %d), nine in ten lie from %s to %s; %d are below nothing.\n",
			s.Draws, s.Seed, grouped(s.P5), grouped(s.P95), s.Below)
	}
}

func (a comparison) printFunding(out *bytes.Buffer) {
	part := []decimal.Decimal{a.percent.Low, a.percent.Likely, a.percent.High}
	fmt.Fprintf(out, "The conference budget's part is %s %% of %s at likely prices, and from %s to %s %% at all three.\n",
		a.percent.Likely.StringFixed(1), a.budget.Currency()+" "+grouped(a.budget),
		slices.MinFunc(part, decimal.Decimal.Cmp).StringFixed(1), slices.MaxFunc(part, decimal.Decimal.Cmp).StringFixed(1))
	var gains, pays []string
	for _, p := range a.ByPayer {
		switch p.Saving.Likely.Sign() {
		case 1:
			gains = append(gains, fmt.Sprintf("%s %s", payerNames[p.Payer], grouped(p.Saving.Likely)))
		case -1:
			pays = append(pays, fmt.Sprintf("%s %s", payerNames[p.Payer], grouped(p.Saving.Likely.Neg())))
		}
	}
	list(out, "Who gains", gains)
	list(out, "Who pays more", pays)
	var costs []string
	for _, l := range a.newCosts() {
		cost := fmt.Sprintf("%s %s", l.Entry.Title, grouped(l.Saving.Likely.Neg()))
		if basis := l.CountAfter.UnitCost.Likely.Basis; basis != "" {
			cost += " (" + basis + ")"
		}
		costs = append(costs, cost)
	}
	list(out, "New costs", costs)
	var kept, open []string
	for _, u := range a.Unpriced {
		switch {
		case u.Driver == finance.PerYear:
			kept = append(kept, fmt.Sprintf("%s (%s)", u.Title, u.Why))
		case u.Before == u.After:
			open = append(open, u.Title.String())
		default:
			open = append(open, fmt.Sprintf("%s (%s -> %s)", u.Title, u.Before, u.After))
		}
	}
	list(out, "Not saved", kept)
	list(out, "Not priced, no public figure", open)
}

func (a comparison) printLimits(out *bytes.Buffer) {
	before, after := a.From.Measures, a.To.Measures
	discussion := []string{fmt.Sprintf("%s meeting days become %s", before.Days, after.Days)}
	if !before.PracticalMinutes.Known || !after.PracticalMinutes.Known {
		discussion = append(discussion, "nobody can say how many minutes on practical implementation that is, since hours are unknown")
	}
	list(out, "What it costs in discussion", discussion)
	list(out, "The comparison leaves open", a.Gaps)
	list(out, "Unknown before", first(a.From.Gaps))
	list(out, "Unknown after", first(a.To.Gaps))
	var assumed, single []string
	for _, q := range a.From.Quantities {
		assumed = append(assumed, fmt.Sprintf("%s: %d", q.Title, q.Value))
	}
	for _, l := range a.Lines {
		for _, t := range a.From.Teams {
			if l.Entry.Team == t.ID {
				assumed = append(assumed, fmt.Sprintf("%s: %d interpreters, each at most %d sittings a day and %d a week (%s)",
					t.Title, t.Interpreters(), t.SittingsADay, t.SittingsAWeek, t.Provenance.Confidence))
			}
		}
		if u := l.CountBefore.UnitCost; u.Single() && !slices.Contains(single, u.Title.String()) {
			single = append(single, u.Title.String())
		}
	}
	list(out, "Assumed", append(assumed, a.From.Exchange...))
	list(out, "No range, one price only", single)
	for _, side := range []struct {
		heading  string
		findings []check.Finding
	}{{"Findings before", a.before}, {"Findings after", a.after}} {
		var entries []string
		milder := 0
		for _, f := range side.findings {
			if f.Severity == check.Error {
				entries = append(entries, fmt.Sprintf("%s: %s", f.Severity, f.Message))
			} else {
				milder++
			}
		}
		if milder > 0 {
			entries = append(entries, fmt.Sprintf("warnings and notes: %d, shown by examples/check", milder))
		}
		if entries == nil {
			entries = []string{"none; it does not depart from the rules that are checked"}
		}
		list(out, side.heading, entries)
	}
}

// list writes a heading and entries in wrapped lines, nothing when there are none.
func list(out *bytes.Buffer, heading string, entries []string) {
	if len(entries) == 0 {
		return
	}
	const width = 98
	line := heading + ":"
	for i, entry := range entries {
		if i > 0 {
			line = strings.TrimSuffix(line, ".") + ";"
		}
		for word := range strings.FieldsSeq(command.Plain(entry, 300)) {
			if len([]rune(line))+1+len([]rune(word)) > width {
				fmt.Fprintln(out, line)
				line = "   "
			}
			line += " " + word
		}
	}
	fmt.Fprintln(out, strings.TrimSuffix(line, ".")+".")
}

// first returns the first two entries, shortened, and how many more there are.
func first(entries []string) []string {
	var list []string
	for _, entry := range entries[:min(2, len(entries))] {
		list = append(list, command.Plain(entry, 120))
	}
	if more := len(entries) - len(list); more > 0 {
		list = append(list, fmt.Sprintf("and %d more, in -format json", more))
	}
	return list
}

func nothing(l finance.ComparedLine) bool {
	return l.Saving.Low.Sign() == 0 && l.Saving.Likely.Sign() == 0 && l.Saving.High.Sign() == 0
}

// grouped writes an amount with commas between thousands, and without cents that are none.
func grouped(m finance.Money) string {
	whole, fraction, _ := strings.Cut(strings.TrimSuffix(m.Digits(), ".00"), ".")
	digits, negative := strings.CutPrefix(whole, "-")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if negative {
		digits = "-" + digits
	}
	if fraction != "" {
		digits += "." + fraction
	}
	return digits
}
