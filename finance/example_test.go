package finance_test

import (
	"context"
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/finance"
)

func round(start, end string) att.Programme {
	return att.Programme{Consultations: []att.Consultation{}, Rounds: []att.Round{{ID: "round-1", Meeting: att.Meeting{
		Start: att.MustDate(start), End: att.MustDate(end), City: "Geneva", Format: att.InPerson,
	}}}}
}

func ExampleEstimate() {
	e, err := finance.Estimate(round("2024-04-15", "2024-04-19"), finance.Illustrative(), finance.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	line := e.Lines[0]
	fmt.Println(line.Entry.Title, "for", line.Count, "days")
	fmt.Println(line.Amount.Low, line.Amount.Likely, line.Amount.High)
	// Output:
	// Interpretation in the room, six languages for 5 days
	// USD 75000.00 USD 87500.00 USD 185000.00
}

func compared() (finance.Comparison, error) {
	book := finance.Illustrative()
	from, err := finance.Estimate(round("2024-04-15", "2024-04-19"), book, finance.Options{})
	if err != nil {
		return finance.Comparison{}, err
	}
	to, err := finance.Estimate(round("2024-04-15", "2024-04-18"), book, finance.Options{})
	if err != nil {
		return finance.Comparison{}, err
	}
	return finance.Compare(from, to)
}

func ExampleCompare() {
	c, err := compared()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range c.ByPayer {
		fmt.Println(p.Payer, p.Saving.Likely)
	}
	least, most := c.Saving.Bounds()
	fmt.Println("all together", least, "to", most)
	// Output:
	// conference-budget USD 17500.00
	// voluntary-funds USD 1800.00
	// delegations USD 9000.00
	// host USD 0.00
	// all together USD 23400.00 to USD 51400.00
}

func ExampleComparison_Sample() {
	c, err := compared()
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := c.Sample(context.Background(), 10_000, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	order, _ := s.P5.Compare(s.P95)
	fmt.Println(s.Draws, "draws;", s.Below, "below nothing; the fifth percentile is the lower one:", order < 0)
	// Output: 10000 draws; 0 below nothing; the fifth percentile is the lower one: true
}

func ExampleReadBook() {
	_, err := finance.ReadBook("book.json", strings.NewReader(`{
  "format": "attwork/cost-book/1",
  "id": "ours",
  "title": {"en": "Our costs"},
  "unitCosts": [{"id": "night", "title": {"en": "Hotel"}, "unit": "night", "likely": {"amount": "CHF 180"}}],
  "entries": []
}`))
	fmt.Println(err)
	// Output: book.json:5:86: unitCosts[night].likely: expected the sources of the figure
}

func ExampleIllustrative() {
	for _, u := range finance.Illustrative().UnitCosts {
		if u.Single() {
			fmt.Printf("%s: %s per %s, no range\n", u.Title, u.Likely.Amount, u.Unit)
		} else {
			fmt.Printf("%s: %s, %s or %s per %s\n", u.Title, u.Low.Amount, u.Likely.Amount, u.High.Amount, u.Unit)
		}
	}
	// Output:
	// Interpretation into six languages: CHF 15000.00, CHF 17500.00 or USD 37000.00 per meeting day of two sittings
	// Interpretation of a consultation: CHF 0.00, USD 4531.00 or CHF 7500.00 per consultation of at most one sitting
	// Translation: USD 300.00 per 1,000 words into one language, no range
	// Setting up the room: CHF 300.00 per set-up, no range
	// Rooms at the CICG: CHF 0.00 per day, no range
	// Air fare to Geneva and back: CHF 700.00, USD 1000.00 or USD 1500.00 per fare
	// Hotel in Geneva: CHF 140.00, CHF 180.00 or CHF 240.00 per night
}

func ExampleMoney() {
	a := finance.MustMoney("USD 10.10")
	b := finance.MustMoney("USD 0.205")
	sum, err := a.Add(b)
	fmt.Println(sum, err)
	_, err = a.Add(finance.MustMoney("CHF 1"))
	fmt.Println(err)
	// Output:
	// USD 10.305 <nil>
	// finance: amounts in different currencies: USD and CHF
}
