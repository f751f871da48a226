package finance_test

import (
	"context"
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
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
	for _, u := range finance.Illustrative().Prices() {
		if u.Single() {
			fmt.Printf("%s: %s per %s, no range\n", u.Title, u.Likely.Amount, u.Unit)
		} else {
			fmt.Printf("%s: %s, %s or %s per %s\n", u.Title, u.Low.Amount, u.Likely.Amount, u.High.Amount, u.Unit)
		}
	}
	// Output:
	// Interpretation into six languages: CHF 15000.00, CHF 17500.00 or USD 37000.00 per meeting day of two sittings
	// Relief of a team for six languages: CHF 0.00, CHF 0.00 or USD 37000.00 per day of relief, two sittings
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

func ExampleApportion() {
	a, err := finance.Apportion(finance.MustMoney("USD 1000"), []finance.Assessed{
		{ID: "AAA", Rate: 60_000}, {ID: "BBB", Rate: 30_000}, {ID: "CCC", Rate: 10_000},
	}, finance.Limits{Floor: finance.MustMoney("USD 150"), Ceiling: 50_000})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range a.Contributions {
		fmt.Printf("%s %s %q\n", c.ID, c.Amount, c.Bound)
	}
	// Output:
	// AAA USD 500.00 "ceiling"
	// BBB USD 350.00 ""
	// CCC USD 150.00 "floor"
}

// A State that joins lowers the share of the others, which is no saving.
func ExampleIncidenceOf() {
	i, err := finance.IncidenceOf(
		finance.Assessment{Total: finance.MustMoney("USD 900"), Payers: []finance.Assessed{{ID: "AAA", Rate: 60_000}, {ID: "BBB", Rate: 30_000}}},
		finance.Assessment{Total: finance.MustMoney("USD 800"), Payers: []finance.Assessed{{ID: "AAA", Rate: 60_000}, {ID: "BBB", Rate: 30_000}, {ID: "CCC", Rate: 10_000}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range i.Payers {
		fmt.Println(e.ID, "by membership", e.ByMembership, "by the total", e.ByTotal)
	}
	// Output:
	// AAA by membership USD 60.00 by the total USD 60.00
	// BBB by membership USD 30.00 by the total USD 30.00
	// CCC by membership USD -90.00 by the total USD 10.00
}

// Each budget has payers of its own, so a State has no one percentage.
func ExampleApportionBudgets() {
	b, err := finance.ApportionBudgets([]finance.Member{
		{Assessed: finance.Assessed{ID: "AAA", Rate: 45_000}, Class: finance.StateParty},
		{Assessed: finance.Assessed{ID: "BBB", Rate: 15_000}, Class: finance.StateParty},
		{Assessed: finance.Assessed{ID: "CCC", Rate: 40_000}, Class: finance.Signatory},
	}, finance.TreatyBudgets(finance.MustMoney("USD 800"), finance.MustMoney("USD 1000")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, bill := range b.Bills {
		fmt.Println(bill.ID, bill.Class, bill.Parts[0].Amount, bill.Parts[1].Amount, "together", bill.Total)
	}
	// Output:
	// AAA state-party USD 600.00 USD 450.00 together USD 1050.00
	// BBB state-party USD 200.00 USD 150.00 together USD 350.00
	// CCC signatory 0.00 USD 400.00 together USD 400.00
}

// What a saving in one budget means for each class.
func ExampleCompareBillings() {
	members := []finance.Member{
		{Assessed: finance.Assessed{ID: "AAA", Rate: 60_000}, Class: finance.StateParty},
		{Assessed: finance.Assessed{ID: "CCC", Rate: 40_000}, Class: finance.Signatory},
	}
	before, err1 := finance.ApportionBudgets(members, finance.TreatyBudgets(finance.MustMoney("USD 800"), finance.MustMoney("USD 1000")))
	after, err2 := finance.ApportionBudgets(members, finance.TreatyBudgets(finance.MustMoney("USD 800"), finance.MustMoney("USD 900")))
	change, err3 := finance.CompareBillings(before, after)
	if err1 != nil || err2 != nil || err3 != nil {
		fmt.Println(err1, err2, err3)
		return
	}
	for _, c := range change.Classes {
		fmt.Println(c.Class, c.Saved)
	}
	// Output:
	// state-party USD 60.00
	// signatory USD 40.00
	// observer USD 0.00
}

// The documented year: 975,927 budgeted for 2018, 270,370 credited, and about 15 % not paid.
func ExampleCollect() {
	c, err := finance.Collect(finance.CollectionPlan{
		First: 2018, Budgets: []finance.Money{finance.MustMoney("USD 975927")}, Credits: []finance.Money{finance.MustMoney("USD 270370")}, OnTimeRate: 85_000,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Years[0].Assessed, "assessed,", c.Gap, "not paid")
	// Output: USD 705557.00 assessed, USD 105833.55 not paid
}

// What a saving and a better collection each do to the gap.
func ExamplePull() {
	plan := finance.CollectionPlan{First: 2024, Budgets: []finance.Money{finance.MustMoney("USD 975927")}, OnTimeRate: 85_000}
	l, err := finance.Pull(plan, finance.MustMoney("USD 52500"), 90_000)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("a saving of 52,500:", l.BySaving)
	fmt.Println("five percent more paid on time:", l.ByCollection)
	// Output:
	// a saving of 52,500: USD 7875.00
	// five percent more paid on time: USD 48796.35
}

func ExamplePaymentPlan() {
	_, err := finance.PaymentPlan(finance.MustMoney("USD 6000"), 6, att.MustDate("2026-07-01"), att.MustDate("2026-08-24"))
	fmt.Println(err)
	// Output: finance: Financial Rule 8(1)(d) does not allow this payment plan: it was asked for 54 days before the conference; expected 60 at least, by 2026-06-25
}

func ExampleComparison_Tornado() {
	csp9, _ := cycles.Programme("csp9")
	from, _ := finance.Estimate(csp9, finance.Illustrative(), finance.Options{})
	to, _ := finance.Estimate(proposal.Programme(), finance.Illustrative(), finance.Options{})
	c, _ := finance.Compare(from, to)
	for _, s := range c.Tornado()[:2] {
		fmt.Println(s.UnitCost.Title, s.Width)
	}
	fmt.Println(c.BreakEvenDays(finance.ConferenceBudget).At, "consultation days eat the saving of the conference budget")
	// Output:
	// Interpretation of a consultation USD 90000.00
	// Interpretation into six languages USD 66000.00
	// 15 consultation days eat the saving of the conference budget
}
