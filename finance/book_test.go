package finance_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/finance"
)

const book = `{
  "format": "attwork/cost-book/1",
  "id": "test",
  "title": {"en": "A test"},
  "unitCosts": [
    {"id": "team", "title": {"en": "A team"}, "unit": "day",
     "low": {"amount": "CHF 100.10", "sources": ["s"]}, "likely": {"amount": "CHF 200", "sources": ["s"]}, "high": {"amount": "CHF 400", "sources": ["s"]},
     "together": "made up"},
    {"id": "fare", "title": {"en": "A fare"}, "unit": "fare", "likely": {"amount": "USD 1000", "sources": ["s"]}}
  ],
  "teams": [{"id": "booths", "title": {"en": "Booths"}, "booths": {"en": 2, "fr": 3}, "sittingsADay": 2, "sittingsAWeek": 4,
    "provenance": {"confidence": "recalled", "sources": ["s"], "note": "made up"}}],
  "entries": [
    {"id": "teams", "title": {"en": "Teams"}, "driver": "day", "unitCost": "team", "payer": "conference-budget"},
    {"id": "fares", "title": {"en": "Fares"}, "driver": "trip", "times": ["people"], "unitCost": "fare", "payer": "delegations"}
  ],
  "unpriced": [{"id": "rent", "title": {"en": "Rent"}, "driver": "year", "payer": "host", "why": "unknown"}],
  "assumptions": [{"id": "people", "title": {"en": "People"}, "value": 3, "note": "made up"}],
  "sources": [{"id": "s", "title": "nobody"}]
}
`

func testBook(t *testing.T) finance.Book {
	t.Helper()
	b, err := finance.ReadBook("book.json", strings.NewReader(book))
	require.NoError(t, err)
	return b
}

func TestBookRoundTrip(t *testing.T) {
	for _, b := range []finance.Book{testBook(t), finance.Illustrative()} {
		var out, twice bytes.Buffer
		require.NoError(t, finance.WriteBook(&out, b))
		again, err := finance.ReadBook("again.json", bytes.NewReader(out.Bytes()))
		require.NoError(t, err)
		require.NoError(t, finance.WriteBook(&twice, again))
		assert.Equal(t, out.String(), twice.String())
	}
	assert.Error(t, finance.WriteBook(&bytes.Buffer{}, finance.Book{ID: "\xff"}))
}

func TestBookFaults(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`"id": "test"`, `"id": "Test"`, `book.json:3:9: id: expected an id`},
		{`"id": "fare", `, `"id": "team", `, `unitCosts[#2]: the id team stands in the list twice`},
		{`"title": {"en": "A fare"}, `, ``, `unitCosts[fare].title: expected a title`},
		{`"unit": "fare"`, `"unit": ""`, `unitCosts[fare].unit: expected what the amounts are the price of`},
		{`"low": {"amount": "CHF 100.10", "sources": ["s"]}, `, ``, `unitCosts[team]: expected both a low and a high figure`},
		{`"amount": "CHF 200"`, `"amount": "CHF -200"`, `unitCosts[team].likely.amount: expected an amount that is not negative`},
		{`"amount": "CHF 200"`, `"amount": "CHF 1e10000"`, `unitCosts[team].likely.amount: not an amount of at most 18 digits`},
		{`"amount": "CHF 200"`, `"amount": 200`, `unitCosts[team].likely.amount: expected a text in quotation marks, found a number`},
		{`"likely": {"amount": "USD 1000", "sources": ["s"]}`, `"likely": {"sources": ["s"]}`, `unitCosts[fare].likely: expected an amount such as`},
		{`{"amount": "USD 1000", "sources": ["s"]}`, `{"amount": "USD 1000"}`, `unitCosts[fare].likely: expected the sources`},
		{`{"amount": "USD 1000", "sources": ["s"]}`, `{"amount": "USD 1000", "sources": ["t"]}`, `unitCosts[fare].likely.sources[#1]: there is no source "t"`},
		{`{"amount": "USD 1000", "sources": ["s"]}`, `{"amount": "USD 1000", "team": "nobody", "sources": ["s"]}`, `unitCosts[fare].likely.team: there is no team "nobody"`},
		{`"booths": {"en": 2, "fr": 3}, `, ``, `teams[booths]: expected the interpreters in the booth of each language`},
		{`"fr": 3`, `"fr": 0`, `teams[booths].booths: expected languages such as "en", each with 1 to 100 interpreters`},
		{`"fr": 3`, `"fr": 101`, `teams[booths].booths: expected languages`},
		{`"fr": 3`, `"all of them": 3`, `teams[booths].booths: expected languages`},
		{`"sittingsADay": 2`, `"sittingsADay": 0`, `teams[booths].sittingsADay: expected how many sittings one interpreter works in a day, 1 to 16`},
		{`"sittingsADay": 2`, `"sittingsADay": 17`, `teams[booths].sittingsADay: expected how many`},
		{`"sittingsAWeek": 4`, `"sittingsAWeek": 1`, `teams[booths].sittingsAWeek: expected how many sittings one interpreter works in a week: at least those of a day`},
		{`"sittingsAWeek": 4`, `"sittingsAWeek": 113`, `teams[booths].sittingsAWeek: expected how many`},
		{`"confidence": "recalled", "sources": ["s"]`, `"confidence": "recalled", "sources": ["t"]`, `teams[booths].provenance.sources[#1]: there is no source "t"`},
		{`"id": "booths", `, `"id": "Booths", `, `teams[#1]: expected an id`},
		{`"driver": "day"`, `"driver": "relief-day"`, `entries[teams].team: there is no team ""`},
		{`"driver": "trip"`, `"driver": "trip", "team": "booths"`, `entries[fares].team: only the driver relief-day takes a team`},
		{`"driver": "year"`, `"driver": "relief-day", "team": "team"`, `unpriced[rent].team: there is no team "team"`},
		{`"together": "made up"`, `"together": ""`, `unitCosts[team]: expected, under "together", why`},
		{`"driver": "trip"`, `"driver": "mile"`, `entries[fares].driver: unknown driver "mile"`},
		{`"payer": "delegations"`, `"payer": "me"`, `entries[fares].payer: unknown payer "me"`},
		{`"unitCost": "fare"`, `"unitCost": "far"`, `entries[fares].unitCost: there is no unit cost "far"`},
		{`"times": ["people"]`, `"times": ["persons"]`, `entries[fares].times[#1]: there is no assumption "persons"`},
		{`"id": "teams"`, `"id": "fares"`, `entries[#2]: the id fares stands in the list twice`},
		{`"driver": "year"`, `"driver": "day off"`, `unpriced[rent].driver: unknown driver`},
		{`"payer": "host"`, `"payer": "hosts"`, `unpriced[rent].payer: unknown payer`},
		{`"id": "rent"`, `"id": ""`, `unpriced[#1]: expected an id`},
		{`"value": 3`, `"value": -3`, `assumptions[people].value: expected a whole number from 0`},
		{`"value": 3`, `"value": 2000000`, `assumptions[people].value: expected a whole number from 0`},
		{`"id": "people", `, `"id": "People", `, `assumptions[#1]: expected an id`},
		{`"format": "attwork/cost-book/1"`, `"format": "attwork/programme/1"`, `book.json:2:13: format: expected the format`},
	} {
		require.Equal(t, 1, strings.Count(book, c.from), c.from)
		_, err := finance.ReadBook("book.json", strings.NewReader(strings.Replace(book, c.from, c.to, 1)))
		var input *att.InputError
		require.ErrorAs(t, err, &input, "%s", c.to)
		assert.ErrorContains(t, err, c.want)
		assert.NotZero(t, input.Line)
	}
	assert.ErrorContains(t, finance.Book{ID: "b"}.Check(), "entries: expected at least one entry")
	_, err := finance.ReadBook("book.json", strings.NewReader(strings.Repeat(" ", 9<<20)))
	assert.ErrorContains(t, err, "8 MiB")
}

// unitCosts reads the reviewed unit costs: id -> the figure in each column.
func unitCosts(t *testing.T) map[string]map[string]string {
	t.Helper()
	f, err := os.Open("testdata/unit_costs.csv")
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	table := map[string]map[string]string{}
	for _, row := range rows[1:] {
		table[row[0]] = map[string]string{}
		for i, column := range rows[0] {
			table[row[0]][column] = row[i]
		}
	}
	return table
}

// TestIllustrativeFigures derives each figure of the embedded book from the rows of unit_costs.csv that
// its basis names, so that none is anybody's invention.
func TestIllustrativeFigures(t *testing.T) {
	table := unitCosts(t)
	factor := func(cell string) decimal.Decimal {
		row, column, _ := strings.Cut(cell, ".")
		require.NotEmpty(t, table[row][column], cell)
		return decimal.RequireFromString(table[row][column])
	}
	want := map[string][]string{ // figure -> cells whose product it is
		"interpretation-six low":             {"team-6lang.low", "interp-market-ch.likely"},
		"interpretation-six likely":          {"team-6lang.likely", "interp-market-ch.likely"},
		"interpretation-six high":            {"interp-day-unon.likely"},
		"relief-six low":                     nil, // by the day: the price of the meeting day has it
		"relief-six likely":                  nil,
		"relief-six high":                    {"interp-day-unon.likely"},
		"consultation-interpretation low":    nil, // English only: a choice, and no price
		"consultation-interpretation likely": {"interp-3lang-sitting.likely"},
		"consultation-interpretation high":   {"team-3lang.likely", "interp-market-ch.likely"},
		"translation likely":                 {"translation-1000-words.likely"},
		"room-set-up likely":                 {"room-reconfiguration.likely"},
		"venue-cicg likely":                  {"venue-cicg.likely"},
		"air-fare low":                       {"airfare-washington-2013.low"},
		"air-fare likely":                    {"airfare-planning-2005.likely"},
		"air-fare high":                      {"airfare-planning-2002.likely"},
		"hotel-night low":                    {"hotel-geneva-2013.low"},
		"hotel-night likely":                 {"hotel-geneva-average.likely"},
		"hotel-night high":                   {"hotel-geneva-2013.high"},
	}
	figures := 0
	people := map[string]int{"": 1}
	for _, team := range finance.Illustrative().Teams {
		people[team.ID] = team.Interpreters()
	}
	for _, u := range finance.Illustrative().UnitCosts {
		for name, f := range map[string]finance.Figure{"low": u.Low, "likely": u.Likely, "high": u.High} {
			if f.Amount.IsZero() {
				continue
			}
			figures++
			cells, named := want[u.ID+" "+name]
			require.True(t, named, "%s %s rests on no row", u.ID, name)
			if cells == nil {
				assert.Zero(t, f.Amount.Sign(), "%s %s: only nothing can rest on no row", u.ID, name)
				continue
			}
			product := decimal.NewFromInt(1)
			for _, cell := range cells {
				product = product.Mul(factor(cell))
				row, _, _ := strings.Cut(cell, ".")
				if source := strings.ToLower(table[row]["source"]); source != "" {
					assert.Contains(t, f.Sources, source, "%s %s", u.ID, name)
				}
				if currency := table[row]["currency"]; currency != "" {
					assert.Equal(t, currency, f.Amount.Currency(), "%s %s", u.ID, name)
				}
			}
			price := f.Amount.Amount().Mul(decimal.NewFromInt(int64(people[f.Team])))
			assert.True(t, product.Equal(price), "%s %s: %s, the rows say %s", u.ID, name, price, product)
		}
	}
	assert.Len(t, want, figures)
	for _, team := range finance.Illustrative().Teams {
		assert.True(t, factor("slots-per-interpreter-day.likely").Equal(decimal.NewFromInt(int64(team.SittingsADay))), team.ID)
		assert.True(t, factor("slots-per-interpreter-week.high").Equal(decimal.NewFromInt(int64(team.SittingsAWeek))), team.ID)
		assert.Equal(t, att.Recalled, team.Provenance.Confidence)
	}
}
