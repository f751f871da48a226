package examples_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type compliance struct {
	Duty                                  string
	Period                                *int
	AsOf                                  string
	Due, Submitted, OnTime, Late, Missing *int
	Rates                                 map[string]*struct{ Percent string }
	States                                []struct{ ISO3, Due, Submitted, Status *string }
	Undated                               []string
	Unowed                                int
	Findings                              []finding
	Changes                               *struct {
		States []struct{ ISO3, Before, After *string }
	}
}

// TestComplianceTotals reproduces the published totals of what was due; without submissions the rest is null.
func TestComplianceTotals(t *testing.T) {
	for year, want := range map[string]int{"2015": 61, "2017": 89, "2022": 110} {
		var a compliance
		decode(t, run(t, "", "compliance", "-year", year, "-format", "json"), &a)
		assert.Equal(t, want, *a.Due, year)
		assert.Nil(t, a.Submitted)
		assert.Nil(t, a.OnTime)
		assert.Nil(t, a.Missing)
		assert.Nil(t, a.Rates["submitted"])
		due := 0
		for _, s := range a.States {
			if s.Due != nil {
				due++
				assert.Nil(t, s.Status, "nobody knows what was submitted")
			}
		}
		assert.Equal(t, want, due)
	}
	var a compliance
	decode(t, run(t, "", "compliance", "-format", "json"), &a)
	assert.Equal(t, 2025, *a.Period, "the last one that was due")
	assert.Equal(t, "2026-11-23", a.AsOf)
	decode(t, run(t, "", "compliance", "-kind", "initial", "-format", "json"), &a)
	assert.Nil(t, a.Period)
	assert.Equal(t, []string{"ECU", "VUT"}, a.Undated)
}

func TestMembers(t *testing.T) {
	var m struct {
		AsOf               string
		Deposited, InForce int
		Undated            []string
	}
	for asof, want := range map[string][2]int{"2014-09-25": {53, 0}, "2014-12-24": {61, 61}, "2026-11-23": {118, 118}} {
		r := run(t, "", "compliance", "-members", "-asof", asof, "-format", "json")
		decode(t, r, &m)
		assert.Equal(t, asof, m.AsOf)
		assert.GreaterOrEqual(t, m.Deposited, want[0], asof)
		assert.Equal(t, want[1], m.InForce, asof)
	}
	decode(t, run(t, "", "compliance", "-members", "-format", "json"), &m)
	assert.Equal(t, 118, m.Deposited)
	assert.Equal(t, []string{"ECU", "VUT"}, m.Undated)
	assert.Contains(t, run(t, "", "compliance", "-members").stdout, "118, of which 2 undated")
}

func TestSubmissions(t *testing.T) {
	file := filepath.Join(t.TempDir(), "submissions.csv")
	require.NoError(t, os.WriteFile(file, []byte("state,period,received\nCHE,2022,2023-05-31\nAustria,2022,2023-06-05\nNowhere,2022,2023-05-31\nUSA,2022,2023-05-31\n"), 0o600))
	var a compliance
	args := []string{"-year", "2022", "-submissions", file, "-asof", "2024-01-01", "-format", "json"}
	decode(t, run(t, "", "compliance", args...), &a)
	assert.Equal(t, []int{110, 2, 1, 1, 108}, []int{*a.Due, *a.Submitted, *a.OnTime, *a.Late, *a.Missing})
	assert.Equal(t, "1.8", a.Rates["submitted"].Percent)
	assert.Equal(t, 1, a.Unowed)
	require.Len(t, a.Findings, 2)
	assert.Equal(t, 4, a.Findings[0].Line, "the row of a State that does not exist")
	decode(t, run(t, "", "compliance", append(args, "-grace", "7")...), &a)
	assert.Equal(t, 2, *a.OnTime)
	strict := run(t, "", "compliance", append(args, "-strict")...)
	assert.Equal(t, 1, strict.code, "reports are missing")
	decode(t, run(t, "", "compliance", append(args, "-since", "2023-06-01")...), &a)
	require.Len(t, a.Changes.States, 1)
	assert.Equal(t, []string{"AUT", "missing", "late"}, []string{*a.Changes.States[0].ISO3, *a.Changes.States[0].Before, *a.Changes.States[0].After})
	text := run(t, "", "compliance", args[:len(args)-2]...).stdout
	assert.Contains(t, text, "2 of 110 (1.8 %)")
	assert.Contains(t, text, "late: AUT")
	stdin := run(t, "state,period,received\nCHE,2022,2023-05-31\n", "compliance", "-year", "2022", "-submissions", "-", "-format", "json")
	decode(t, stdin, &a)
	assert.Equal(t, 1, *a.OnTime)
	table := run(t, "", "compliance", append(args[:len(args)-1], "csv")...).stdout
	assert.Contains(t, table, "2024-01-01,annual-report,2022,AUT,WEOG,2023-05-31,2023-06-05,late,,verified")
	ics := run(t, "", "compliance", "-format", "ics").stdout
	assert.Contains(t, ics, "SUMMARY:Annual reports for 2026 are due")
	assert.True(t, strings.HasSuffix(ics, "END:VCALENDAR\r\n"))
}

func TestUnusableComplianceFlags(t *testing.T) {
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.json")
	require.NoError(t, os.WriteFile(broken, []byte(`{"format": "attwork/submissions/1", "submissions": [null]}`), 0o600))
	empty := filepath.Join(dir, "empty.csv")
	require.NoError(t, os.WriteFile(empty, nil, 0o600))
	for _, args := range [][]string{
		{"extra"},
		{"-kind", "monthly"},
		{"-year", "1999"},
		{"-year", "x"},
		{"-year", "2022", "-kind", "initial"},
		{"-asof", "31.05.2023"},
		{"-grace", "100"},
		{"-grace", "-1"},
		{"-submissions", filepath.Join(dir, "none.csv")},
		{"-submissions", dir},
		{"-submissions", broken},
		{"-submissions", empty},
		{"-members", "-format", "ics"},
		{"-format", "xml"},
	} {
		unusable(t, run(t, "", "compliance", args...), "compliance: ")
	}
}
