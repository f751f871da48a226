package examples_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func rows(t *testing.T, r result) [][]string {
	t.Helper()
	require.Zero(t, r.code, r.stderr)
	list, err := csv.NewReader(strings.NewReader(r.stdout)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"iso3", "rate", "share", "amount"}, list[0][:4])
	return list[1:]
}

func sum(t *testing.T, rows [][]string, column int) decimal.Decimal {
	t.Helper()
	total := decimal.Decimal{}
	for _, row := range rows {
		total = total.Add(decimal.RequireFromString(row[column]))
	}
	return total
}

// TestContributions: shares add up to the total to the cent, sorted by code; States without a rate are named and never
// guessed.
func TestContributions(t *testing.T) {
	r := run(t, "", "contributions", "-total", "1000000", "-format", "csv")
	list := rows(t, r)
	assert.Len(t, list, 116, "118 parties, two of them without a rate")
	assert.True(t, slices.IsSortedFunc(list, func(a, b []string) int { return strings.Compare(a[0], b[0]) }))
	assert.True(t, sum(t, list, 3).Equal(decimal.NewFromInt(1_000_000)))
	assert.Contains(t, r.stderr, "NIU, PSE")
	all := rows(t, run(t, "", "contributions", "-payers", "all", "-scale", "2016", "-total", "100000", "-format", "csv"))
	assert.Len(t, all, 193)
	for _, row := range all { // 100,000 dollars over rates that sum to 100.000 %: a thousandth of a percent is a dollar
		assert.Equal(t, strings.TrimLeft(strings.ReplaceAll(row[1], ".", ""), "0")+".00", row[3], row[0])
	}
	r = run(t, "", "contributions", "-asof", "2025-01-01", "-format", "csv")
	assert.NotContains(t, r.stdout, "COL,", "Colombia had deposited on 15 October 2024, and the Treaty came into force for it on 13 January")
	assert.Contains(t, r.stderr, "nobody knows whether they were States Parties on 2025-01-01, so they are in no share: VUT")
	signatories := rows(t, run(t, "", "contributions", "-payers", "signatories", "-asof", "2018-06-01", "-format", "csv"))
	at := slices.IndexFunc(signatories, func(r []string) bool { return r[0] == "USA" })
	require.GreaterOrEqual(t, at, 0, "the United States had signed and not yet withdrawn its signature")
	assert.Equal(t, "22.000", signatories[at][1])
}

// TestContributionBounds: with a floor of 100 and a ceiling of 22 %, in 2026 China is at the ceiling, and rates up to 0.006
// rest on the floor at a total of a million (facts on the finances, 3).
func TestContributionBounds(t *testing.T) {
	var a struct {
		Scale       string
		WithoutRate []string
		Shares      []struct{ ISO3, Rate, Amount, Bound, Saved string }
		Incidence   struct{ OnFloor, AtCeiling, SaveNothing int }
	}
	decode(t, run(t, "", "contributions", "-total", "1000000", "-floor", "100", "-ceiling", "22", "-saving", "52500", "-format", "json"), &a)
	assert.Contains(t, a.Scale, "2025-2027")
	sum := decimal.Decimal{}
	for _, s := range a.Shares {
		sum = sum.Add(decimal.RequireFromString(s.Amount))
		switch {
		case s.ISO3 == "CHN":
			assert.Equal(t, []string{"220000.00", "ceiling", "11550.00"}, []string{s.Amount, s.Bound, s.Saved})
		case s.Rate <= "0.006":
			assert.Equal(t, []string{"100.00", "floor", "0.00"}, []string{s.Amount, s.Bound, s.Saved}, s.ISO3)
		default:
			assert.Empty(t, s.Bound, s.ISO3)
		}
	}
	assert.True(t, sum.Equal(decimal.NewFromInt(1_000_000)))
	assert.Equal(t, 1, a.Incidence.AtCeiling)
	nothing := 0
	for _, s := range a.Shares {
		if s.Saved == "0.00" {
			nothing++
		}
	}
	assert.Equal(t, nothing, a.Incidence.SaveNothing)
	assert.LessOrEqual(t, nothing, a.Incidence.OnFloor, "others come down to the floor and save something")
	text := run(t, "", "contributions", "-floor", "100", "-saving", "52500")
	assert.Contains(t, text.stdout, "and no bill")
	assert.Contains(t, text.stdout, "After a saving of USD 52500.00 43 payers rest on the floor, 0 are at the ceiling, and 73 lie in between; 39 save nothing.")
}

// TestTwoBudgets: two payers in each class. In 2018 Japan (9.680) is a State Party and the United States (22.000) a signatory; the
// rates of States Parties sum to 50.278 and those of the other signatories to 30.3 (facts on the finances, 3). So Japan pays more
// where 9.680/50.278 of the Secretariat's budget are more than 12.320/80.6 of the conference's, that is where the first is more
// than 0.794 of the second.
func TestTwoBudgets(t *testing.T) {
	for secretariat, first := range map[string]string{"850000": "JPN", "750000": "USA"} {
		r := run(t, "", "contributions", "-secretariat", secretariat, "-conference", "1000000", "-asof", "2018-01-01", "-format", "csv")
		list := rows(t, r)
		largest := slices.MaxFunc(list, func(a, b []string) int {
			return decimal.RequireFromString(a[3]).Cmp(decimal.RequireFromString(b[3]))
		})
		assert.Equal(t, first, largest[0], secretariat)
		total := decimal.RequireFromString(secretariat)
		assert.True(t, sum(t, list, 5).Equal(total))
		assert.True(t, sum(t, list, 6).Equal(decimal.NewFromInt(1_000_000)))
		assert.True(t, sum(t, list, 3).Equal(total.Add(decimal.NewFromInt(1_000_000))))
		for _, row := range list {
			assert.True(t, row[4] == "state-party" || row[5] == "0.00", "only States Parties share the Secretariat's: %s", row[0])
		}
	}
	list := rows(t, run(t, "", "contributions", "-secretariat", "500000", "-format", "csv"))
	assert.Len(t, list, 116, "the Secretariat's budget alone has the States Parties alone")
}

// TestTwoBudgetsAttending: with the United States as the one signatory (22.000) and India as an observer (its rate of 2025 is
// 1.106), the conference's budget is shared by both; the Secretariat's is not.
func TestTwoBudgetsAttending(t *testing.T) {
	file := filepath.Join(t.TempDir(), "attending.txt")
	require.NoError(t, os.WriteFile(file, []byte("United States of America\nIND\n"), 0o600))
	var a struct {
		Total, Attending, Saving string
		Budgets                  []struct {
			ID, Total, Confidence string
			Payers                int
			Classes               []string
		}
		Shares []struct {
			ISO3, Class, Amount, After, Saved string
			Parts, Bounds                     map[string]string
		}
		Classes []struct {
			Class, Amount, After, Saved string
			Payers, SaveNothing         int
		}
	}
	args := []string{"-secretariat", "500000", "-conference", "475927", "-attending", file, "-floor", "100", "-ceiling", "22", "-saving", "52500"}
	r := run(t, "", "contributions", append(args, "-format", "json")...)
	decode(t, r, &a)
	assert.Equal(t, []string{"975927.00", "52500.00"}, []string{a.Total, a.Saving})
	assert.Equal(t, []int{116, 118}, []int{a.Budgets[0].Payers, a.Budgets[1].Payers})
	assert.Equal(t, "recalled", a.Budgets[0].Confidence)
	assert.Len(t, a.Shares, 118)
	saved, of := decimal.Decimal{}, map[string]decimal.Decimal{}
	nothing := map[string]int{}
	for _, s := range a.Shares {
		amount := decimal.RequireFromString(s.Saved)
		saved = saved.Add(amount)
		of[s.Class] = of[s.Class].Add(amount)
		if amount.IsZero() {
			nothing[s.Class]++
		}
		switch s.ISO3 {
		case "USA":
			assert.Equal(t, "signatory", s.Class)
			assert.Equal(t, map[string]string{"conference": s.Amount}, s.Parts)
		case "IND":
			assert.Equal(t, "observer", s.Class)
		case "CHN": // at the ceiling in the Secretariat's budget: 22 % of 500,000
			assert.Equal(t, []string{"110000.00", "ceiling"}, []string{s.Parts["secretariat"], s.Bounds["secretariat"]})
		case "AFG":
			assert.Equal(t, []string{"200.00", "200.00", "0.00"}, []string{s.Amount, s.After, s.Saved}, "on the floor of both")
		}
	}
	assert.True(t, saved.Equal(decimal.NewFromInt(52_500)), "what all save is the saving")
	require.Len(t, a.Classes, 3)
	for _, c := range a.Classes {
		assert.True(t, of[c.Class].Equal(decimal.RequireFromString(c.Saved)), c.Class)
		assert.Equal(t, nothing[c.Class], c.SaveNothing, c.Class)
		assert.Equal(t, map[string]int{"state-party": 116, "signatory": 1, "observer": 1}[c.Class], c.Payers)
	}
	text := run(t, "", "contributions", args...)
	for _, want := range []string{
		"USD 475927.00 of the conference budget shared out among 118 payers", "and no bill", "recalled of the Financial Rules", "that attend",
		"At least USD 100.00 each in each budget", "At most 22.000 % each of each budget", "secretariat     conference       together          after        saved",
		"Signatories: 1 pay USD ", "a saving of 52500.00 in the conference budget leaves them",
	} {
		assert.Contains(t, text.stdout, want)
	}
	saving := rows(t, run(t, "", "contributions", append(args, "-format", "csv")...))
	assert.True(t, sum(t, saving, 8).Equal(decimal.NewFromInt(52_500)))
	assert.Contains(t, run(t, "", "contributions", "-conference", "10", "-asof", "2025-01-01").stderr, "so they do not count as such: VUT")

	wrong := filepath.Join(t.TempDir(), "wrong.txt")
	require.NoError(t, os.WriteFile(wrong, []byte("CHN\n"), 0o600))
	for want, args := range map[string][]string{
		"CHN is a State Party":                    {"-conference", "10", "-attending", wrong},
		"-total: not with":                        {"-conference", "10", "-total", "10"},
		"-payers: not with":                       {"-conference", "10", "-payers", "parties"},
		`-secretariat "much": expected an amount`: {"-secretariat", "much"},
		"expected -conference too, the budget that those who attend share": {"-secretariat", "10", "-attending", file},
		"expected -conference too, the budget in which meetings are":       {"-secretariat", "10", "-saving", "5"},
		"expected less than the conference's budget":                       {"-conference", "10", "-saving", "10"},
		`-saving "x": expected an amount`:                                  {"-conference", "10", "-saving", "x"},
		"budget conference: finance: the floor cannot be met":              {"-conference", "10", "-floor", "1"},
		"after the saving: budget conference: finance: the floor":          {"-conference", "11800", "-floor", "100", "-attending", file, "-saving", "1"},
		"nobody.txt": {"-conference", "10", "-attending", "nobody.txt"},
	} {
		r := run(t, "", "contributions", args...)
		unusable(t, r, "contributions: ")
		assert.Contains(t, r.stderr, want)
	}
}

func TestContributionPayersOfAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "payers.txt")
	require.NoError(t, os.WriteFile(file, []byte("\ufeffSwitzerland\n# a remark\nAUT\n\nIND\nPSE\n"), 0o600))
	r := run(t, "", "contributions", "-payers", file, "-total", "10", "-format", "csv")
	list := rows(t, r)
	assert.Equal(t, []string{"AUT", "CHE", "IND"}, []string{list[0][0], list[1][0], list[2][0]})
	assert.True(t, sum(t, list, 3).Equal(decimal.NewFromInt(10)))
	assert.Contains(t, r.stderr, "PSE")
}

func TestUnusableContributionFlags(t *testing.T) {
	dir := t.TempDir()
	twice := filepath.Join(dir, "twice.txt")
	require.NoError(t, os.WriteFile(twice, []byte("CHE\nSwitzerland\n"), 0o600))
	unknown := filepath.Join(dir, "unknown.txt")
	require.NoError(t, os.WriteFile(unknown, []byte("CHE\nAtlantis\n"), 0o600))
	long := filepath.Join(dir, "long.txt")
	require.NoError(t, os.WriteFile(long, []byte(strings.Repeat("x", 100_000)), 0o600))
	large := filepath.Join(dir, "large.txt")
	require.NoError(t, os.WriteFile(large, []byte("CHE\n"+strings.Repeat("# nothing\n", 120_000)+"FRA\n"), 0o600))
	without := filepath.Join(dir, "without.txt")
	require.NoError(t, os.WriteFile(without, []byte("NIU\nPSE\n"), 0o600))
	for _, args := range [][]string{
		{"extra"},
		{"-total", "much"},
		{"-total", "1e10000"},
		{"-total", "0"},
		{"-total", "-5"},
		{"-total", "1.001"},
		{"-total", "99999999999999"},
		{"-scale", "2018"},
		{"-asof", "2010-01-01"},
		{"-floor", "10000"},
		{"-floor", "x"},
		{"-ceiling", "0"},
		{"-ceiling", "0.5"},
		{"-ceiling", "101"},
		{"-saving", "975928"},
		{"-saving", "x"},
		{"-payers", "nobody.txt"},
		{"-payers", dir},
		{"-payers", twice},
		{"-payers", unknown},
		{"-payers", long},
		{"-payers", large},
		{"-payers", without},
		{"-saving", "-100"},
		{"-total", "90000000000", "-floor", "15902365580.79"},
		{"-format", "ics"},
	} {
		unusable(t, run(t, "", "contributions", args...), "contributions: ")
	}
}
