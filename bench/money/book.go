// Package money has what the arithmetic of package finance is measured against, as one would write it without that
// package, and the comparison that all of them draw from.
package money

import (
	"fmt"

	"github.com/shopspring/decimal"

	"attwork.example/att"
	"attwork.example/finance"
)

// Lines is the number of lines of the comparison.
const Lines = 40

// Comparison sets a round of five days beside one of three by a made-up book, in which each line has a unit cost of its
// own with a low, a likely and a high price. It is the same at each call.
func Comparison() (finance.Comparison, error) {
	b := book()
	long, err := finance.Estimate(programme("2024-04-15", "2024-04-19"), b, finance.Options{})
	if err != nil {
		return finance.Comparison{}, err
	}
	short, err := finance.Estimate(programme("2024-04-15", "2024-04-17"), b, finance.Options{})
	if err != nil {
		return finance.Comparison{}, err
	}
	return finance.Compare(long, short)
}

func programme(start, end string) att.Programme {
	return att.Programme{Rounds: []att.Round{{ID: "round-1", Meeting: att.Meeting{
		Start: att.MustDate(start), End: att.MustDate(end), City: "Geneva", Format: att.InPerson,
	}}}}
}

func book() finance.Book {
	b := finance.Book{
		ID: "made-up", Title: english("A made-up book"),
		Sources:     []att.Source{{ID: "nowhere", Title: "Made up for measuring"}},
		Assumptions: []finance.Assumption{{ID: "people", Title: english("People who travel"), Value: 60, Note: "Made up."}},
	}
	for i := range Lines {
		id := fmt.Sprint("cost-", i)
		likely := 100 + 37*i
		low, high := likely-10-i, likely+25+7*i // longer to the right, as costs are
		b.UnitCosts = append(b.UnitCosts, finance.UnitCost{
			ID: id, Title: english(id), Unit: "unit", Low: figure(low), Likely: figure(likely), High: figure(high), Together: "made up",
		})
		e := finance.Entry{ID: id, Title: english(id), Driver: finance.PerDay, UnitCost: id, Payer: finance.Payers()[i%2]}
		if i%4 == 3 {
			e.Driver, e.Times, e.Payer = finance.PerNight, []string{"people"}, finance.Delegations
		}
		b.Entries = append(b.Entries, e)
	}
	return b
}

func english(s string) att.Text { return att.Text{att.English: s} }

// figure is a number of dollars and 25 cents.
func figure(dollars int) finance.Figure {
	amount, err := finance.NewMoney(decimal.New(int64(100*dollars+25), -2), "USD")
	if err != nil {
		panic(err) // a small whole number in a known currency
	}
	return finance.Figure{Amount: amount, Sources: []string{"nowhere"}}
}
