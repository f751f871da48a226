// Package costs is what the example programs that speak of money share.
package costs

import (
	"flag"

	"attwork.example/examples/internal/command"
	"attwork.example/finance"
)

// DocumentedBudget is the one budget of the Treaty that is documented: its total for 2018.
const DocumentedBudget = "USD 975927"

// Book reads a cost book; without a name it is the illustrative one.
func Book(c *command.Call, name string) (finance.Book, error) {
	if name == "" {
		return finance.Illustrative(), nil
	}
	r, err := c.Open(name)
	if err != nil {
		return finance.Book{}, err
	}
	defer r.Close()
	return finance.ReadBook(name, r)
}

// Rates is the flag -rate, which may be given again.
func Rates(flags *flag.FlagSet) *[]finance.Rate {
	var rates []finance.Rate
	flags.Func("rate", "an exchange rate, as in `CHF/USD=1.12@2024-03-18`; may be given again", func(s string) error {
		r, err := finance.ParseRate(s)
		rates = append(rates, r)
		return err
	})
	return &rates
}
