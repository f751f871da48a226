package att_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
)

// symbols are those in the facts on the process, the finances and reporting.
var symbols = map[string]att.Symbol{
	"ATT/CSP1/CONF/1":                                       {Conference: 1, Series: "CONF", Number: 1},
	"ATT/CSP1/CONF/2":                                       {Conference: 1, Series: "CONF", Number: 2},
	"ATT/CSP1/CONF/4":                                       {Conference: 1, Series: "CONF", Number: 4},
	"ATT/CSP1/2015/5":                                       {Conference: 1, Year: 2015, Number: 5},
	"ATT/CSP1/2015/INF.2":                                   {Conference: 1, Year: 2015, Series: "INF", Number: 2},
	"ATT/CSP1/2015/WP.6/Rev.1":                              {Conference: 1, Year: 2015, Series: "WP", Number: 6, Revision: 1},
	"ATT/CSP2/2016/5":                                       {Conference: 2, Year: 2016, Number: 5},
	"ATT/CSP2/2016/WP.6":                                    {Conference: 2, Year: 2016, Series: "WP", Number: 6},
	"ATT/CSP2/2016/WP.4/Rev.1":                              {Conference: 2, Year: 2016, Series: "WP", Number: 4, Revision: 1},
	"ATT/CSP3.WGETI/2017/CHAIR/158":                         {Conference: 3, Body: "WGETI", Year: 2017, Issuer: "CHAIR", Number: 158},
	"ATT/CSP3.WGTU/2017/CHAIR/160":                          {Conference: 3, Body: "WGTU", Year: 2017, Issuer: "CHAIR", Number: 160},
	"ATT/CSP5.WGTU/2019/CHAIR/443":                          {Conference: 5, Body: "WGTU", Year: 2019, Issuer: "CHAIR", Number: 443},
	"ATT/CSP5.WGTU/2019/CHAIR/443/M2.DiscPaper":             {Conference: 5, Body: "WGTU", Year: 2019, Issuer: "CHAIR", Number: 443, Type: "M2.DiscPaper"},
	"ATT/CSP5.WGETI/2019/CHAIR/529/Conf.Rep":                {Conference: 5, Body: "WGETI", Year: 2019, Issuer: "CHAIR", Number: 529, Type: "Conf.Rep"},
	"ATT/CSP5/2019/SEC/536/Conf.FinRep.Rev1":                {Conference: 5, Year: 2019, Issuer: "SEC", Number: 536, Type: "Conf.FinRep", Revision: 1},
	"ATT/CSP6.WGETI/2020/CHAIR/584":                         {Conference: 6, Body: "WGETI", Year: 2020, Issuer: "CHAIR", Number: 584},
	"ATT/CSP6.WGETI/2020/CHAIR/584/M1.LetterWorkPlans.Rev1": {Conference: 6, Body: "WGETI", Year: 2020, Issuer: "CHAIR", Number: 584, Type: "M1.LetterWorkPlans", Revision: 1},
	"ATT/CSP6.WGTR/2020/CHAIR/578/M1.IntroPaper":            {Conference: 6, Body: "WGTR", Year: 2020, Issuer: "CHAIR", Number: 578, Type: "M1.IntroPaper"},
	"ATT/CSP6/2020/SEC/635":                                 {Conference: 6, Year: 2020, Issuer: "SEC", Number: 635},
	"ATT/CSP7.MC/2021/MC/660/PM.PropArr8(1)d":               {Conference: 7, Body: "MC", Year: 2021, Issuer: "MC", Number: 660, Type: "PM.PropArr8(1)d"},
	"ATT/CSP7/2021/SEC/681/Conf.FinRep.Rev1":                {Conference: 7, Year: 2021, Issuer: "SEC", Number: 681, Type: "Conf.FinRep", Revision: 1},
	"ATT/CSP9.MC/2023/MC/747/PM1.BackgrPaper":               {Conference: 9, Body: "MC", Year: 2023, Issuer: "MC", Number: 747, Type: "PM1.BackgrPaper"},
	"ATT/CSP9/2023/SEC/773/Conf.FinRep.Rev2":                {Conference: 9, Year: 2023, Issuer: "SEC", Number: 773, Type: "Conf.FinRep", Revision: 2},
	"ATT/CSP10.WGTU/2024/CHAIR/776":                         {Conference: 10, Body: "WGTU", Year: 2024, Issuer: "CHAIR", Number: 776},
	"ATT/CSP10.WGTU/2024/CHAIR/777/DrWP":                    {Conference: 10, Body: "WGTU", Year: 2024, Issuer: "CHAIR", Number: 777, Type: "DrWP"},
	"ATT/CSP10.WGTR/2024/CHAIR/778/AnnAgenda":               {Conference: 10, Body: "WGTR", Year: 2024, Issuer: "CHAIR", Number: 778, Type: "AnnAgenda"},
	"ATT/CSP10/2024/PRES/782":                               {Conference: 10, Year: 2024, Issuer: "PRES", Number: 782},
	"ATT/VTF/2019/CHAIR/531/Conf.Rep":                       {Body: "VTF", Year: 2019, Issuer: "CHAIR", Number: 531, Type: "Conf.Rep"},
	"ATT/VTF/2020/CHAIR/614/Conf.Rep":                       {Body: "VTF", Year: 2020, Issuer: "CHAIR", Number: 614, Type: "Conf.Rep"},
}

func TestSymbols(t *testing.T) {
	for text, want := range symbols {
		got, err := att.ParseSymbol(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
		assert.Equal(t, text, got.String())
		assert.Equal(t, want.Issuer == "", got.Early(), text)
	}
	assert.Empty(t, att.Symbol{}.String())
}

func TestNoSymbols(t *testing.T) {
	for _, text := range []string{
		"", "ATT", "ATT/CSP10", "ATT/CSP10/2024", "att/csp10/2024/CHAIR/778", "UN/CSP10/2024/CHAIR/778", "ATT/CSP/2024/CHAIR/778", "ATT/CSP0/2024/CHAIR/778",
		"ATT/CSP10.wgtr/2024/CHAIR/778", "ATT/CSP10/2024/CHAIR", "ATT/CSP10/2024/CHAIR/0778", "ATT/CSP10/2024/CHAIR/x", "ATT/CSP10/2024/CHAIR/778/", "ATT/CSP10/2024/CHAIR/778/A/B",
		"ATT/CSP10/2024/CHAIR/778/Å", "ATT/CSP10/2024/CHAIR/778/Rep.Rev0x", "ATT/CSP10/2024/WP.x", "ATT/CSP1/2015/WP.6/Rev.x", "ATT/CSP10/1999/CHAIR/778", "ATT//2024/CHAIR/778", "ATT/CSP10/2024/CHAIR/999999",
	} {
		s, err := att.ParseSymbol(text)
		if text == "ATT/CSP10/2024/CHAIR/778/Rep.Rev0x" { // no revision, but a type with an odd end
			require.NoError(t, err)
			assert.Equal(t, "Rep.Rev0x", s.Type)
			continue
		}
		require.Error(t, err, text)
		assert.True(t, s.IsZero(), text)
	}
}

// FuzzSymbol: what is read prints as it was, and nothing panics.
func FuzzSymbol(f *testing.F) {
	for text := range symbols {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if s, err := att.ParseSymbol(text); err == nil {
			require.Equal(t, text, s.String())
		}
	})
}

func ExampleParseSymbol() {
	s, err := att.ParseSymbol("ATT/CSP10.WGTR/2024/CHAIR/778/AnnAgenda")
	fmt.Println(s.Conference, s.Body, s.Year, s.Issuer, s.Number, s.Type, err)
	// Output: 10 WGTR 2024 CHAIR 778 AnnAgenda <nil>
}
