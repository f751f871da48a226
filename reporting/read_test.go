package reporting_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/reporting"
)

func readCSV(t *testing.T, table string) (reporting.Register, []check.Finding) {
	t.Helper()
	r, findings, err := reporting.ReadCSV("table.csv", strings.NewReader(table))
	require.NoError(t, err)
	return r, findings
}

// TestRows: each row that cannot be used is a finding with its place, and the others count.
func TestRows(t *testing.T) {
	reg, findings := readCSV(t, `state,duty,period,received,visibility,withheld,nil,source
CHE,,2022,2023-05-31,public,no,no,site
Swaziland,annual-report,2022,2023-05-31,,,,
Nowhere,annual-report,2022,2023-05-31,,,,
AUT,annual-report,2022,31/05/2023,,,,
FRA,annual-report,last year,2023-05-31,,,,
DEU,annual-report,2023,2023-05-31,,,,
ITA,annual-report,2023,2023-05-31,,,yes,in advance
ESP,annual-report,2022,2023-05-31
PRT,annual-report,2022,,,,,
NLD,no-report,2022,2023-05-31,,,,
BEL,annual-report,2022,2023-05-31,secret,,,
LUX,annual-report,2022,2023-05-31,,maybe,,
CHE,annual-report,2022,2023-06-30,,,,a second time
GMB,initial-report,,2024-07-01,,,,
SWE,initial-report,2022,2023-05-31,,,,
NOR,annual-report,,2023-05-31,,,,
`)
	var got []string
	for _, f := range findings {
		got = append(got, strings.TrimPrefix(f.Rule, "submissions/")+" "+f.Position.String())
		assert.NotEmpty(t, f.Remedy.String())
		assert.NotContains(t, f.Message.String(), "{")
	}
	assert.ElementsMatch(t, []string{
		"not-owed table.csv:3:1",    // Eswatini signed only
		"malformed table.csv:4:1",   // no State
		"malformed table.csv:5:24",  // a date that can be read in two ways
		"malformed table.csv:6:19",  // no year
		"malformed table.csv:7:1",   // before the year was over
		"malformed table.csv:9:1",   // too few cells
		"malformed table.csv:10:24", // no day
		"malformed table.csv:11:1",  // no duty
		"malformed table.csv:12:1",  // no visibility
		"malformed table.csv:13:1",  // neither yes nor no
		"repeated table.csv:14:1",
		"not-owed table.csv:15:1",  // before entry into force for the Gambia
		"malformed table.csv:16:1", // an initial report covers no year
		"malformed table.csv:17:1", // an annual report covers one
	}, got)
	assert.Len(t, reg.All(), 5)
	first, ok := reg.Get("CHE", reporting.AnnualReport, 2022)
	require.True(t, ok)
	assert.Equal(t, reporting.Submission{
		State: "CHE", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-05-31"), Visibility: reporting.Public, Withheld: reporting.No, Nil: reporting.No, Source: "site",
	}, first, "the earlier of two")
	assert.Equal(t, "CHE annual-report for 2022, received 2023-05-31", first.String())
	initial, _ := reg.Get("GMB", reporting.InitialReport, 0)
	assert.Equal(t, "GMB initial-report, received 2024-07-01", initial.String())
}

// TestSpreadsheets: what a spreadsheet writes is accepted, and said.
func TestSpreadsheets(t *testing.T) {
	reg, findings := readCSV(t, "\xef\xbb\xbfReceived;State;Period\r\n2023-05-31;\"Türkiye\";2022\r\n")
	require.Len(t, findings, 3)
	rules := map[string]int{}
	for _, f := range findings {
		rules[f.Rule]++
		assert.Equal(t, check.Note, f.Severity)
	}
	assert.Equal(t, map[string]int{"submissions/accepted": 2, "submissions/not-owed": 1}, rules)
	assert.Len(t, reg.All(), 1)
}

func TestUnreadableTables(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"empty":         {"", ":1:1: the table is empty"},
		"no header":     {"CHE,2022,2023-05-31\n", `there is no column "che"`},
		"no day":        {"state,period\nCHE,2022\n", `the column "received" is missing`},
		"column twice":  {"state,state,received\n", `the column "state" stands here twice`},
		"quotes":        {"state,received\n\"CHE,2023-05-31\n", "expected a well-formed table"},
		"latin-1":       {"state,received\nCHE,2023-05-31\nT\xfcrkiye,2023-05-31\n", ":3:1: expected text in UTF-8"},
		"a long column": {strings.Repeat("x", 1000) + "\n", "there is no column"},
		"9 MiB":         {"state,received\n" + strings.Repeat(" ", 9<<20), "larger than 8 MiB"},
	} {
		_, _, err := reporting.ReadCSV("table.csv", strings.NewReader(c.table))
		require.Error(t, err, name)
		var input *att.InputError
		require.ErrorAs(t, err, &input, name)
		assert.Contains(t, err.Error(), c.want, name)
		assert.True(t, strings.HasPrefix(err.Error(), "table.csv"), name)
		assert.Less(t, len(err.Error()), 300, name)
	}
	_, _, err := reporting.ReadCSV("x", failing{})
	require.ErrorContains(t, err, "cannot be read")
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestReadJSON(t *testing.T) {
	const doc = `{"format": "attwork/submissions/1",
"submissions": [
  {"state": "CHE", "duty": "annual-report", "period": 2022, "received": "2023-05-31"},
  {"state": "XXX", "duty": "annual-report", "period": 2022, "received": "2023-05-31"}
]}`
	reg, findings, err := reporting.ReadJSON("s.json", strings.NewReader(doc))
	require.NoError(t, err)
	assert.Len(t, reg.All(), 1)
	require.Len(t, findings, 1)
	assert.Equal(t, "s.json:4:3", findings[0].Position.String())
	assert.Equal(t, check.Path("submissions[#2]"), findings[0].Path)
	for name, text := range map[string]string{
		"no format": `{"submissions": []}`, "unknown key": strings.Replace(doc, `"duty"`, `"what"`, 1), "null": strings.Replace(doc, `"CHE"`, `null`, 1), "cut off": doc[:60], "empty": "",
	} {
		_, _, err := reporting.ReadJSON("s.json", strings.NewReader(text))
		var input *att.InputError
		require.ErrorAs(t, err, &input, name)
		assert.Positive(t, input.Line, name)
	}
	_, _, err = reporting.ReadJSON("x", failing{})
	require.Error(t, err)
}

// FuzzReadCSV: no table makes it panic, every finding has a place, and every submission is well formed.
func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("state,received\nCHE,2023-05-31\n"))
	f.Add([]byte("\xef\xbb\xbfstate;duty;period;received;visibility;withheld;nil;source\nAUT;initial-report;;2016-01-01;public;yes;no;\"a\nb\"\n"))
	f.Add([]byte("state,received\n\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		reg, findings, err := reporting.ReadCSV("f", bytes.NewReader(data))
		if err != nil {
			var input *att.InputError
			require.ErrorAs(t, err, &input)
			return
		}
		for _, finding := range findings {
			require.Positive(t, finding.Position.Line)
			require.NotEmpty(t, finding.Message.String())
		}
		again, more := reporting.NewRegister(reg.All())
		require.Equal(t, reg.All(), again.All())
		for _, finding := range more {
			require.NotEqual(t, "submissions/malformed", finding.Rule)
		}
	})
}

// FuzzReadJSON: the same for documents.
func FuzzReadJSON(f *testing.F) {
	f.Add([]byte(`{"format": "attwork/submissions/1", "submissions": [{"state": "CHE", "duty": "annual-report", "period": 2022, "received": "2023-05-31"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		reg, findings, err := reporting.ReadJSON("f", bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, finding := range findings {
			require.Positive(t, finding.Position.Line)
		}
		require.NotNil(t, append(reg.All(), reporting.Submission{}))
	})
}

// TestRegisterOrder: the order of the list does not matter.
func TestRegisterOrder(t *testing.T) {
	list := []reporting.Submission{
		{State: "CHE", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-06-30")},
		{State: "AUT", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-05-31")},
		{State: "CHE", Duty: reporting.AnnualReport, Period: 2022, Received: day("2023-05-31")},
	}
	a, _ := reporting.NewRegister(list)
	b, _ := reporting.NewRegister([]reporting.Submission{list[2], list[1], list[0]})
	assert.Equal(t, a.All(), b.All())
	got, _ := a.Get("CHE", reporting.AnnualReport, 2022)
	assert.Equal(t, day("2023-05-31"), got.Received)
	_, ok := a.Get("CHE", reporting.AnnualReport, 2021)
	assert.False(t, ok)
}

// TestManySubmissions: both forms of a register have a bound, and the first entry beyond it is named.
func TestManySubmissions(t *testing.T) {
	const most = 20_000
	_, _, err := reporting.ReadJSON("s.json", strings.NewReader("{\"format\": \"attwork/submissions/1\", \"submissions\": [\n"+strings.Repeat("{},\n", most)+"{}]}"))
	require.EqualError(t, err, "s.json:20002:1: submissions[#20001]: expected at most 20000 submissions")
	_, findings, err := reporting.ReadJSON("s.json", strings.NewReader(`{"format": "attwork/submissions/1", "submissions": [`+strings.Repeat("{},", most-1)+"{}]}"))
	require.NoError(t, err)
	assert.Len(t, findings, most)
	_, _, err = reporting.ReadCSV("s.csv", strings.NewReader("state,received\n"+strings.Repeat("CHE,2024-05-31\n", most+1)))
	assert.ErrorContains(t, err, "at most 20000 rows")
}
