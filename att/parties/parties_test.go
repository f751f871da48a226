package parties_test

import (
	"encoding/csv"
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/parties"
)

func day(s string) att.Date { return att.MustDate(s) }

// TestPublishedTotals reproduces what was published: the fiftieth deposit was reached on 25 September 2014 with 53,
// the Treaty was in force for 61 in 2015, for 89 in 2017 and for 110 in 2022 from the first day of those years on, and
// 118 are parties today, two of them undated.
func TestPublishedTotals(t *testing.T) {
	assert.Len(t, parties.AsOf(day("2014-09-25")).Deposited, 53)
	assert.Less(t, len(parties.AsOf(day("2014-09-24")).Deposited), 50)
	for asof, want := range map[string]int{"2014-12-23": 0, "2014-12-24": 61, "2014-12-31": 61, "2016-12-31": 89, "2021-12-31": 110} {
		assert.Len(t, parties.AsOf(day(asof)).InForce, want, asof)
	}
	today := parties.AsOf(parties.DataDate())
	assert.Len(t, today.Deposited, 118)
	assert.Equal(t, []string{"ECU", "VUT"}, codes(today.Undated))
	assert.Equal(t, "118, of which 2 undated", today.String())
	assert.Len(t, parties.All(), 118+25, "25 signatories that are no parties")
	assert.Len(t, today.Signed, 25)
}

func codes(list []parties.Party) []string {
	var out []string
	for _, p := range list {
		out = append(out, p.ISO3)
	}
	return out
}

// TestArticle22: the eight that deposited between the fiftieth deposit and the entry into force of the Treaty take its
// day; later ones wait ninety days. Depositary values are from the facts.
func TestArticle22(t *testing.T) {
	for _, code := range []string{"GIN", "SRB", "KNA", "LIE", "POL", "LTU", "NLD", "ZAF"} {
		p, ok := parties.Get(code)
		require.True(t, ok, code)
		assert.True(t, p.Deposited.After(day("2014-09-25")) && !p.Deposited.After(day("2014-12-24")), code)
		assert.Equal(t, day("2014-12-24"), p.InForce(), code)
	}
	for code, want := range map[string]string{
		"AFG": "2020-10-27", "AND": "2023-03-02", "BRB": "2015-08-18", "BLZ": "2015-06-17", "BEN": "2017-02-05", "CHE": "2015-04-30", "MEX": "2014-12-24",
	} {
		p, _ := parties.Get(code)
		assert.Equal(t, day(want), p.InForce(), code)
	}
	usa, _ := parties.Get("USA")
	assert.True(t, usa.InForce().IsZero(), "a signature binds nobody to report")
	assert.False(t, usa.IsParty())
}

// TestProvisionalApplication is no entry into force.
func TestProvisionalApplication(t *testing.T) {
	some := 0
	for _, p := range parties.All() {
		if !p.Provisional.IsZero() && p.IsParty() {
			some++
			bound, _ := p.BoundTo(p.InForce().AddDays(-1))
			assert.False(t, bound, p.ISO3)
		}
	}
	assert.Positive(t, some)
}

func TestUndated(t *testing.T) {
	vanuatu, _ := parties.Get("VUT")
	assert.True(t, vanuatu.Undated())
	assert.True(t, vanuatu.InForce().IsZero())
	for asof, want := range map[string][2]bool{ // bound, certain
		"2025-03-31": {false, true}, // ninety days after 1 January 2025 are over on 1 April
		"2025-04-01": {false, false},
		"2026-03-30": {false, false},
		"2026-03-31": {true, true}, // ninety days after 31 December 2025
	} {
		bound, certain := vanuatu.BoundTo(day(asof))
		assert.Equal(t, want, [2]bool{bound, certain}, asof)
	}
	m := parties.AsOf(day("2025-06-30"))
	assert.Equal(t, []string{"VUT"}, codes(m.Undated))
	assert.NotContains(t, codes(m.Deposited), "VUT")
	assert.Contains(t, m.String(), "1 more may have deposited by then")
	assert.Empty(t, parties.AsOf(day("2024-12-31")).Undated)
}

func TestDisputed(t *testing.T) {
	m := parties.AsOf(day("2016-02-29"))
	assert.Contains(t, codes(m.Disputed), "GRC", "deposited on 29 February or on 1 March 2016")
	assert.NotContains(t, codes(m.Deposited), "GRC")
	assert.Contains(t, codes(parties.AsOf(day("2016-03-01")).Weak), "GRC")
	assert.Contains(t, m.String(), "of 1 the day is disputed")
	assert.Empty(t, parties.AsOf(day("2014-08-06")).Disputed)
	assert.Equal(t, []string{"DOM"}, codes(parties.AsOf(day("2014-08-08")).Disputed))
}

// TestWithdrawal: no State has withdrawn; one that did is bound until its withdrawal takes effect.
func TestWithdrawal(t *testing.T) {
	p, _ := parties.Get("CHE")
	p.Withdrawn = day("2030-01-01")
	bound, certain := p.BoundTo(day("2029-12-31"))
	assert.True(t, bound && certain)
	bound, certain = p.BoundTo(day("2030-01-01"))
	assert.True(t, !bound && certain)
	for _, p := range parties.All() {
		assert.True(t, p.Withdrawn.IsZero(), p.ISO3)
	}
}

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"CHE": "CHE", "che": "CHE", "Switzerland": "CHE", "Eswatini": "SWZ", "Swaziland": "SWZ", "Türkiye": "TUR", "Turkey": "TUR", "TURKIYE": "TUR", "Tu\u0308rkiye": "TUR",
		"Côte d'Ivoire": "CIV", "Cote d’Ivoire": "CIV", "COTE DIVOIRE": "CIV", "Ivory Coast": "CIV", "Czech Republic": "CZE", "Czechia": "CZE", "FYROM": "MKD", "U.K.": "GBR",
		"The Gambia": "GMB", "Gambia (Islamic Republic of the)": "GMB", "State of Palestine": "PSE", "South Korea": "KOR", "St. Lucia": "LCA",
		"Niger": "NER", "Nigeria": "NGA", "Dominica": "DMA", "Dominican Republic": "DOM", "Congo": "COG", "Guinea": "GIN", "Guinea-Bissau": "GNB", "Guinea Bissau": "GNB",
	} {
		p, err := parties.Find(name)
		require.NoError(t, err, name)
		assert.Equal(t, want, p.ISO3, name)
	}
	for _, name := range []string{
		"Democratic Republic of the Congo", "DR Congo", "COD", "Equatorial Guinea", "Papua New Guinea", "Korea", "North Korea", "Russia", "Republic", "", "Niger ia", "Switz", "🇨🇭",
		strings.Repeat("x", 10_000),
	} {
		_, err := parties.Find(name)
		require.ErrorIs(t, err, parties.ErrUnknown, name)
		assert.Less(t, len(err.Error()), 300)
	}
}

// TestTable holds the embedded table against the reviewed one, cell by cell; ours has two columns more.
func TestTable(t *testing.T) {
	file, err := os.Open("testdata/parties.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	require.Len(t, parties.All(), len(rows)-1)
	column := func(name string) int { return slices.Index(rows[0], name) }
	date := func(d att.Date) string {
		if d.IsZero() {
			return ""
		}
		return d.String()
	}
	for _, row := range rows[1:] {
		p, ok := parties.Get(row[column("iso3")])
		require.True(t, ok, row)
		got := []string{
			p.ISO3, p.Name, string(p.Region), date(p.Signed), date(p.Provisional), date(p.Deposited), date(p.Alternative), string(p.Kind), string(p.Evidence), p.Source, p.Note,
		}
		assert.Equal(t, row, got)
		assert.Contains(t, parties.Regions(), p.Region)
		assert.Equal(t, p.Undated(), !p.From.IsZero() && !p.By.IsZero(), p.ISO3)
		assert.Equal(t, p.Undated(), p.Evidence == parties.YearOnly, p.ISO3)
	}
	assert.True(t, slices.IsSortedFunc(parties.All(), func(a, b parties.Party) int { return strings.Compare(a.ISO3, b.ISO3) }))
}

// FuzzAsOf: membership only grows while nobody withdraws, and whoever is bound had deposited.
func FuzzAsOf(f *testing.F) {
	f.Add(0, 1)
	f.Add(640, 4000)
	f.Fuzz(func(t *testing.T, a, b int) {
		first := day("2013-04-02").AddDays(max(min(a, 10_000), -10_000))
		second := first.AddDays(max(min(b, 10_000), 0))
		before, after := parties.AsOf(first), parties.AsOf(second)
		for _, p := range before.Deposited {
			require.Contains(t, codes(after.Deposited), p.ISO3)
		}
		for _, p := range before.InForce {
			require.Contains(t, codes(after.InForce), p.ISO3)
			require.Contains(t, codes(before.Deposited), p.ISO3)
		}
	})
}

// FuzzFind never panics, and finds what it returns again by its own name.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"Türkiye", "CHE", "a\u0300", "\xff", "Saint Kitts & Nevis"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parties.Find(s)
		if err != nil {
			require.True(t, errors.Is(err, parties.ErrUnknown))
			return
		}
		again, err := parties.Find(p.Name)
		require.NoError(t, err)
		require.Equal(t, p, again)
	})
}

func TestFreshCopiesAndConcurrency(t *testing.T) {
	list := parties.All()
	list[0].Name = "changed"
	assert.NotEqual(t, "changed", parties.All()[0].Name)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			_, _ = parties.Find("Swaziland")
			_ = parties.AsOf(day("2020-01-01"))
		})
	}
	wg.Wait()
}
