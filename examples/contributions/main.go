// Contributions shares a total out among States by the scale of assessments of the United Nations, with a floor and a
// ceiling that the caller sets, exact to the cent.
//
//	go run ./examples/contributions [-total AMOUNT] [-scale 2016|2019|2022|2025] [-payers FILE|parties|signatories|all] [-asof DAY]
//		[-floor AMOUNT] [-ceiling PERCENT] [-saving AMOUNT] [-format text|json|csv]
//	go run ./examples/contributions [-secretariat AMOUNT] [-conference AMOUNT] [-attending FILE] [the flags above but -total and -payers]
//
// No assessment table of the Treaty is public: this is arithmetic, and no bill. Without flags it shares out the one
// documented budget (USD 975,927 for 2018) among the States Parties of the day. States without a rate are listed on
// standard error and never guessed. With -saving it shows what that means for each payer.
//
// The Treaty has two budgets: States Parties share that of the Secretariat, and signatories and observers that attend share that
// of the conference with them (recalled, not verified). The second form shares each out among its own payers and adds up what
// each pays; a saving is then one in the budget of the conference, in which meetings are.
package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"attwork.example/att"
	"attwork.example/att/parties"
	"attwork.example/examples/internal/command"
	"attwork.example/finance"
	"attwork.example/finance/scale"
)

func main() {
	command.Main("contributions [flags]", run)
}

// payers are who shares a total, and what an answer must say of them.
type payers struct {
	words   string
	list    []finance.Assessed
	without []string // no rate on the scale
	undated []string // parties whose day of deposit is unknown, counted all the same
	unsure  []string // parties of whom nobody knows whether they were on the day, not counted
}

func run(c *command.Call) (int, error) {
	total := c.Flags.String("total", "975927.00", "the `AMOUNT` to share out, in dollars")
	period := c.Flags.Int("scale", 0, "first `YEAR` of the scale's period: 2016, 2019, 2022 or 2025 (default: the one that holds on -asof)")
	who := c.Flags.String("payers", "parties", "who pays: `parties, signatories (with the parties), all (States with a rate) or FILE` with a code or name in each line")
	asof := c.Date("asof", parties.DataDate(), "the `DAY` on which the payers, and the scale, are looked at")
	floor := c.Flags.String("floor", "", "`AMOUNT` that each pays at least; that of the Treaty is recalled as 100 and not verified")
	ceiling := c.Flags.String("ceiling", "", "`PERCENT` of the total that each pays at most; that of the Treaty is recalled as 22 and not verified")
	saving := c.Flags.String("saving", "", "show what a saving of this `AMOUNT` means for each")
	two := budgetFlags(c)
	args, err := c.Parse("csv")
	switch {
	case err != nil:
		return 0, err
	case len(args) > 0:
		return 0, fmt.Errorf("%q: unexpected argument; -h lists the flags", args[0])
	}
	limits, err := bounds(*floor, *ceiling)
	if err != nil {
		return 0, err
	}
	s, err := scaleOf(*period, *asof)
	if err != nil {
		return 0, err
	}
	if two.asked() {
		return two.run(c, question{*asof, s, limits, *saving})
	}
	amount, err := dollars("total", *total)
	if err != nil {
		return 0, err
	}
	p, err := load(c, *who, *asof, s)
	if err != nil {
		return 0, err
	}
	if len(p.without) > 0 {
		c.Complain("without a rate on the scale of %s, and so in no share: %s", s, strings.Join(p.without, ", "))
	}
	if len(p.unsure) > 0 {
		c.Complain("nobody knows whether they were States Parties on %s, so they are in no share: %s", *asof, strings.Join(p.unsure, ", "))
	}
	if len(p.list) == 0 {
		return 0, fmt.Errorf("-payers %s: nobody among %s on %s has a rate on the scale of %s", *who, p.words, *asof, s)
	}
	a, err := finance.Apportion(amount, p.list, limits)
	if err != nil {
		return 0, err
	}
	incidence, err := incidenceOf(*saving, finance.Assessment{Total: amount, Payers: p.list, Limits: limits})
	if err != nil {
		return 0, err
	}
	switch {
	case c.JSON:
		return command.Done, c.WriteJSON(wire(a, s, p, *asof, limits, incidence))
	case c.Other == "csv":
		return command.Done, table(c, a, incidence)
	}
	text(c, a, s, p, *asof, limits, incidence)
	return command.Done, nil
}

// scaleOf is the scale of a period, or where none is given the one that holds on a day.
func scaleOf(period int, asof att.Date) (scale.Scale, error) {
	s, ok := scale.At(asof)
	if period != 0 {
		s, ok = scale.Of(period)
	}
	if !ok {
		return scale.Scale{}, fmt.Errorf("no scale of %d is here; give -scale 2016, 2019, 2022 or 2025", cmp.Or(period, asof.Year()))
	}
	return s, nil
}

// incidenceOf says what a saving means for each payer, nil where none was asked for.
func incidenceOf(saving string, before finance.Assessment) (*finance.Incidence, error) {
	if saving == "" {
		return nil, nil
	}
	less, err := dollars("saving", saving)
	if err != nil {
		return nil, err
	}
	after := before
	if after.Total, err = before.Total.Sub(less); err != nil {
		return nil, err
	}
	if after.Total.Sign() <= 0 {
		return nil, fmt.Errorf("-saving %s: expected less than the total of %s", saving, before.Total.Digits())
	}
	incidence, err := finance.IncidenceOf(before, after)
	return &incidence, err
}

// most is the largest total that is shared out.
var most = decimal.New(90, 9)

func dollars(flag, s string) (finance.Money, error) {
	amount, err := finance.ParseAmount(s)
	if err != nil || amount.Sign() <= 0 || !amount.Shift(2).IsInteger() || amount.GreaterThan(most) {
		return finance.Money{}, fmt.Errorf("-%s %.40q: expected an amount above 0, in whole cents and up to 90 billion, such as 975927.00", flag, s)
	}
	return finance.NewMoney(amount, "USD")
}

func bounds(floor, ceiling string) (finance.Limits, error) {
	var l finance.Limits
	var err error
	if floor != "" {
		if l.Floor, err = dollars("floor", floor); err != nil {
			return l, err
		}
	}
	if ceiling != "" {
		if l.Ceiling, err = scale.Parse(ceiling); err != nil || l.Ceiling == 0 {
			return l, fmt.Errorf("-ceiling %.20q: expected a percentage above 0 and up to 100, such as 22", ceiling)
		}
	}
	return l, nil
}

// load finds the payers and their rates.
func load(c *command.Call, who string, asof att.Date, s scale.Scale) (payers, error) {
	var p payers
	var codes []string
	switch m := parties.AsOf(asof); who {
	case "parties", "signatories":
		p.words = "States Parties for which the Treaty was in force"
		members := m.InForce
		if who == "signatories" {
			p.words = "States Parties, States that had deposited, and other signatories"
			members = append(m.Deposited, m.Signed...)
		}
		for _, state := range members {
			codes = append(codes, state.ISO3)
			if state.Undated() {
				p.undated = append(p.undated, state.ISO3)
			}
		}
		for _, state := range m.Undated {
			if !slices.Contains(codes, state.ISO3) && !asof.Before(state.From) {
				p.unsure = append(p.unsure, state.ISO3)
			}
		}
	case "all":
		p.words = "States with a rate"
		for _, r := range s.Rates() {
			codes = append(codes, r.ISO3)
		}
	default:
		p.words = "the States of " + who
		list, err := read(c, who, s)
		if err != nil {
			return p, err
		}
		codes = list
	}
	slices.Sort(codes)
	for _, code := range codes {
		if r, ok := s.Rate(code); ok {
			p.list = append(p.list, finance.Assessed{ID: code, Rate: r.Thousandths})
		} else {
			p.without = append(p.without, code)
		}
	}
	return p, nil
}

// read takes a code or a name from each line of a file.
func read(c *command.Call, name string, s scale.Scale) ([]string, error) {
	r, err := c.Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	const most = 1 << 20
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: cannot be read: %w", name, err)
	case len(data) > most:
		return nil, fmt.Errorf("%s: larger than 1 MiB; expected a code or a name of a State in each line", name)
	}
	var codes []string
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		word := strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if word == "" || strings.HasPrefix(word, "#") {
			continue
		}
		code := strings.ToUpper(word)
		if _, rated := s.Rate(code); !rated {
			if code, err = codeOf(word, s); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		if slices.Contains(codes, code) {
			return nil, fmt.Errorf("%s:%d: %s stands here a second time", name, n, code)
		}
		codes = append(codes, code)
	}
	return codes, nil
}

// codeOf finds a State by its name, also one that neither is a party nor signed.
func codeOf(name string, s scale.Scale) (string, error) {
	for _, r := range s.Rates() {
		if strings.EqualFold(r.State, name) {
			return r.ISO3, nil
		}
	}
	state, err := parties.Find(name)
	return state.ISO3, err
}

func table(c *command.Call, a finance.Apportionment, incidence *finance.Incidence) error {
	out := csv.NewWriter(c.Out)
	header := []string{"iso3", "rate", "share", "amount"}
	if incidence != nil {
		header = append(header, "after", "saved")
	}
	rows := [][]string{header}
	for i, x := range a.Contributions {
		row := []string{x.ID, scale.Percent(x.Rate), x.Share(a.Total), x.Amount.Digits()}
		if incidence != nil {
			row = append(row, incidence.Payers[i].After.Amount.Digits(), incidence.Payers[i].Saved.Digits())
		}
		rows = append(rows, row)
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}
