package paper_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/finance"
	"attwork.example/reporting/paper"
)

// TestWhatAmountsAssume: all that is assumed stands in the paper, in its language, with amounts as that writes them; a sentence
// without a translation stays as it is.
func TestWhatAmountsAssume(t *testing.T) {
	csp9, _ := cycles.Programme("csp9")
	cost := func(p att.Programme) finance.Estimation {
		e, err := finance.Estimate(p, finance.Illustrative(), finance.Options{})
		require.NoError(t, err)
		return e
	}
	later := csp9
	later.ID, later.Rounds = "later", nil
	c, err := finance.Compare(cost(csp9), cost(later))
	require.NoError(t, err)
	c.Assumptions = append(c.Assumptions, check.Say("It costs {much}, at {rate}.", check.Amount("much", "-52500.00", "CHF"), check.Amount("rate", "1.125", "")))
	french := paper.NewCatalogue(att.French, map[string]string{
		"It costs {much}, at {rate}.": "Cela coûte {much}, à {rate}.",
		"{cost}: not compared, since the number of {drivers} after the change is unknown": "{cost} : pas comparé, faute du nombre de {drivers}",
		"days": "jours",
	})
	write := func(catalogue paper.Catalogue) string {
		var page strings.Builder
		require.NoError(t, paper.Paper{Before: csp9, Programme: later, Savings: c}.Write(&page, paper.Markdown, catalogue))
		return page.String()
	}
	said := write(paper.Catalogue{})
	require.Greater(t, len(c.Assumptions), 12)
	for _, list := range [][]att.Message{c.Gaps, c.Assumptions[:len(c.Assumptions)-1]} {
		for _, m := range list { // but those with a price, which the page writes in its own way
			if !strings.Contains(m.English, "{price}") {
				assert.Contains(t, said, m.String())
			}
		}
	}
	assert.Contains(t, said, "It costs CHF\u00a0−52,500, at 1.125.")
	said = write(french)
	assert.Contains(t, said, "Cela coûte −52\u202f500\u00a0CHF, à 1,125.")
	assert.Contains(t, said, " : pas comparé, faute du nombre de jours")
}
