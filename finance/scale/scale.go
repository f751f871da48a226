// Package scale has the scale of assessments of the United Nations as data: four periods, 193 States each.
//
// It is the scale of the regular budget of the United Nations, and no scale of the Arms Trade Treaty: how the Treaty
// applies it is in no public document that was seen. A new scale is adopted in late December for the three years that
// follow, while the Treaty's conference adopts its budget in August; so which scale applied is part of any answer.
// The State of Palestine and Niue are States Parties without a rate, and the Holy See has none either: they are never
// guessed.
package scale

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"attwork.example/att"
)

// Whole is 100 percent in the unit of a [Rate].
const Whole = 100_000

// Scale is the scale of one period.
type Scale struct {
	First, Last int    // years in which it holds, as in 2022 and 2024
	Resolution  string // of the General Assembly
	Source      string
	rates       []Rate // in the order of ISO codes
}

// Rate is the rate of one State.
type Rate struct {
	ISO3        string // ISO 3166-1 alpha-3
	State       string
	Thousandths int // of a percent: 22000 is 22.000 %
}

// String returns the rate in percent with three decimals, as in "22.000".
func (r Rate) String() string { return Percent(r.Thousandths) }

// Percent writes thousandths of a percent, as in "22.000".
func Percent(thousandths int) string {
	return fmt.Sprintf("%d.%03d", thousandths/1000, thousandths%1000)
}

//go:embed un_scale.csv
var scaleCSV []byte

const source = "workbook of the UN Committee on Contributions; the last three periods checked against ST/ADM/SER.B circulars"

// scales is read on first use and never changed.
var scales = sync.OnceValue(func() []Scale {
	list := []Scale{
		{First: 2016, Last: 2018, Resolution: "70/245", Source: source},
		{First: 2019, Last: 2021, Resolution: "73/271", Source: source},
		{First: 2022, Last: 2024, Resolution: "76/238", Source: source},
		{First: 2025, Last: 2027, Resolution: "79/249", Source: source},
	}
	rows, err := csv.NewReader(bytes.NewReader(scaleCSV)).ReadAll()
	if err != nil {
		panic(err) // the embedded table is malformed; its tests read it
	}
	for i := range list {
		column := slices.Index(rows[0], strconv.Itoa(list[i].First))
		for _, row := range rows[1:] {
			n, err := Parse(row[column])
			if err != nil {
				panic(err)
			}
			list[i].rates = append(list[i].rates, Rate{ISO3: row[0], State: row[1], Thousandths: n})
		}
		slices.SortFunc(list[i].rates, func(a, b Rate) int { return strings.Compare(a.ISO3, b.ISO3) })
	}
	return list
})

// Parse reads a percentage of at most three decimals, from 0 to 100, as in "22.000", into thousandths.
func Parse(s string) (int, error) {
	whole, fraction, point := strings.Cut(s, ".")
	digits := func(s string, most int) bool { return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == "" }
	if !digits(whole, 3) || point && !digits(fraction, 3) {
		return 0, fmt.Errorf("scale: %.20q is no percentage of at most three decimals such as 22.000", s)
	}
	n, _ := strconv.Atoi(whole + (fraction + "000")[:3])
	if n > Whole {
		return 0, fmt.Errorf("scale: %.20q is more than 100 percent", s)
	}
	return n, nil
}

// All returns the scales in the order of their periods.
func All() []Scale { return slices.Clone(scales()) }

// Of returns the scale whose period begins in a year, as in 2022.
func Of(first int) (Scale, bool) {
	for _, s := range scales() {
		if s.First == first {
			return s, true
		}
	}
	return Scale{}, false
}

// At returns the scale that holds on a day. Before 2016 and after 2027 none is here.
func At(d att.Date) (Scale, bool) {
	for _, s := range scales() {
		if d.Year() >= s.First && d.Year() <= s.Last {
			return s, true
		}
	}
	return Scale{}, false
}

// Rates returns the rates in the order of ISO codes, a fresh copy at each call.
func (s Scale) Rates() []Rate { return slices.Clone(s.rates) }

// Rate returns the rate of a State, and whether it has one.
func (s Scale) Rate(iso3 string) (Rate, bool) {
	i, ok := slices.BinarySearchFunc(s.rates, iso3, func(r Rate, code string) int { return strings.Compare(r.ISO3, code) })
	if !ok {
		return Rate{}, false
	}
	return s.rates[i], true
}

// String names the scale, as in "2022-2024 (resolution 76/238)".
func (s Scale) String() string {
	return fmt.Sprintf("%d-%d (resolution %s)", s.First, s.Last, s.Resolution)
}
