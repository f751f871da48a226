package scale_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/finance/scale"
)

// TestSums: each scale has 193 States and sums to 100.000 %; its largest rate is 22 %, its smallest 0.001 %.
func TestSums(t *testing.T) {
	require.Len(t, scale.All(), 4)
	for _, s := range scale.All() {
		sum, most, least := 0, 0, scale.Whole
		for _, r := range s.Rates() {
			sum += r.Thousandths
			most, least = max(most, r.Thousandths), min(least, r.Thousandths)
		}
		assert.Len(t, s.Rates(), 193, s)
		assert.Equal(t, scale.Whole, sum, s)
		assert.Equal(t, 22_000, most, s)
		assert.Equal(t, 1, least, s)
	}
}

// TestKnownRates are those in the facts on the finances: Japan 9.680, China 7.921, Azerbaijan 0.060 for 2016-2018.
func TestKnownRates(t *testing.T) {
	s, ok := scale.Of(2016)
	require.True(t, ok)
	for code, want := range map[string]string{"JPN": "9.680", "CHN": "7.921", "USA": "22.000", "AZE": "0.060"} {
		r, ok := s.Rate(code)
		require.True(t, ok, code)
		assert.Equal(t, want, r.String(), code)
	}
	for _, code := range []string{"PSE", "NIU", "VAT", "", "jpn"} {
		_, ok := s.Rate(code)
		assert.False(t, ok, code)
	}
}

// TestTable holds each rate against the reviewed table, which labels a period by its first year.
func TestTable(t *testing.T) {
	file, err := os.Open("un_scale.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	for _, row := range rows[1:] {
		for i, s := range scale.All() {
			r, ok := s.Rate(row[0])
			require.True(t, ok)
			assert.Equal(t, row[2+i], r.String(), "%s %s", row[0], s)
			assert.Equal(t, fmt.Sprint(s.First), rows[0][2+i])
		}
	}
}

func TestAt(t *testing.T) {
	for day, want := range map[string]int{"2016-01-01": 2016, "2018-12-31": 2016, "2019-01-01": 2019, "2024-08-19": 2022, "2027-12-31": 2025} {
		s, ok := scale.At(att.MustDate(day))
		require.True(t, ok, day)
		assert.Equal(t, want, s.First, day)
	}
	for _, day := range []string{"2015-12-31", "2028-01-01"} {
		_, ok := scale.At(att.MustDate(day))
		assert.False(t, ok, day)
	}
	_, ok := scale.Of(2018)
	assert.False(t, ok, "periods are called by their first year")
}

func TestParse(t *testing.T) {
	for text, want := range map[string]int{"22": 22_000, "22.5": 22_500, "0.001": 1, "100.000": 100_000, "0": 0} {
		n, err := scale.Parse(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, n, text)
	}
	for _, text := range []string{"", ".5", "5.", "1.0001", "-1", "101", "1e3", "22 %", "1000"} {
		_, err := scale.Parse(text)
		assert.Error(t, err, text)
	}
}

func TestFreshCopies(t *testing.T) {
	s, _ := scale.Of(2022)
	s.Rates()[0].Thousandths = -1
	again, _ := scale.Of(2022)
	assert.NotEqual(t, -1, again.Rates()[0].Thousandths)
}

func ExampleAt() {
	// The conference of August 2024 adopts the budget of 2025, and the scale for that year comes in December.
	for _, day := range []string{"2024-08-23", "2025-01-01"} {
		s, _ := scale.At(att.MustDate(day))
		r, _ := s.Rate("CHN")
		fmt.Println(day, s, r)
	}
	// Output:
	// 2024-08-23 2022-2024 (resolution 76/238) 15.254
	// 2025-01-01 2025-2027 (resolution 79/249) 20.004
}
