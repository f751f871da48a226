// Package examples_test runs the example programs as a user does: built, with files and flags.
package examples_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var bin string

func TestMain(m *testing.M) {
	os.Exit(build(m))
}

func build(m *testing.M) int {
	dir, err := os.MkdirTemp("", "examples")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	bin = dir
	// go test keeps a result until a file that the test opened changes; the sources of the programs are such.
	if err := filepath.WalkDir("..", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && strings.HasPrefix(d.Name(), ".g") {
			return filepath.SkipDir
		}
		return err
	}); err != nil {
		panic(err)
	}
	if out, err := exec.Command("go", "build", "-o", dir+"/", "./savings", "./check", "./dates", "./deadlines", "./compliance", "./contributions", "./timetable", "./paper").CombinedOutput(); err != nil {
		panic(string(out))
	}
	return m.Run()
}

type result struct {
	code           int
	stdout, stderr string
}

func run(t *testing.T, stdin, program string, args ...string) result {
	t.Helper()
	return runWith(t, nil, stdin, program, args...)
}

func runWith(t *testing.T, env []string, stdin, program string, args ...string) result {
	t.Helper()
	cmd := exec.Command(filepath.Join(bin, program), args...)
	var out, problems bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &problems
	cmd.Env = append(os.Environ(), env...)
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	return result{cmd.ProcessState.ExitCode(), out.String(), problems.String()}
}

// unusable expects one clear line on standard error, nothing on standard output, and the exit code 2.
func unusable(t *testing.T, r result, want ...string) {
	t.Helper()
	assert.Equal(t, 2, r.code, r.stderr)
	assert.Empty(t, r.stdout)
	assert.Equal(t, 1, strings.Count(r.stderr, "\n"), r.stderr)
	assert.Less(t, len(r.stderr), 400)
	for _, w := range want {
		assert.Contains(t, r.stderr, w)
	}
}

func write(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plan.json")
	require.NoError(t, os.WriteFile(name, []byte(content), 0o600))
	return name
}

func TestUnusableInput(t *testing.T) {
	six, err := os.ReadFile("testdata/six-faults.json")
	require.NoError(t, err)
	doc := string(six)
	for _, c := range map[string]struct{ content, want string }{
		"empty":         {"", ":1:1: the file is empty"},
		"9 MiB":         {strings.Repeat(" ", 9<<20), "larger than 8 MiB"},
		"deep":          {`{"format": "attwork/programme/1", "bodies": ` + strings.Repeat("[", 100_000), ":1:108: bodies"},
		"duplicate key": {strings.Replace(doc, `"id": "ipm",`, `"id": "ipm", "id": "ipm",`, 1), `:8:19: bodies[ipm]: the key "id" stands here twice`},
		"null":          {strings.Replace(doc, `"stage": "transfer"`, `"stage": null`, 1), ":12:63: bodies[wgeti].mandate.topics[transit].stage: expected a value, found null"},
		"format":        {strings.Replace(doc, "programme/1", "programme/9", 1), `:2:13: format: expected the format "attwork/programme/1", found "attwork/programme/9"`},
		"no format":     {`{"id": "x"}`, `expected the first key to be "format"`},
		"unknown key":   {strings.Replace(doc, `"city"`, `"town"`, 1), `rounds[spring]: unknown key "town"`},
		"wrong type":    {strings.Replace(doc, `"2024-04-15", "end"`, `20240415, "end"`, 1), "rounds[spring].start: expected a text in quotation marks, found a number"},
		"trailing data": {doc + "{}", "expected nothing after the end of the document"},
		"cut off":       {doc[:len(doc)/2], "the document ends in the middle"},
		"latin-1":       {strings.Replace(doc, "Forum", "For\xfcm", 1), "expected text in UTF-8"},
		"not JSON":      {"<html>", ":1:1: malformed JSON"},
	} {
		file := write(t, c.content)
		unusable(t, run(t, "", "check", file), "check: ", file, c.want)
		unusable(t, run(t, "", "savings", "-to", file), "savings: ", file, c.want)
		unusable(t, run(t, c.content, "check", "-format", "json", "-"), "check: -", c.want)
	}
	dir := t.TempDir()
	unusable(t, run(t, "", "check", dir), dir, "is a directory")
	unusable(t, run(t, "", "check", filepath.Join(dir, "none.json")), "there is no such file")
	unusable(t, run(t, "", "check", "csp99"), "csp99: there is no such file, and embedded are only csp5", "proposal")
	unusable(t, run(t, "", "check", "csp9", filepath.Join(dir, "none.json")), "there is no such file")
	unusable(t, run(t, "", "check", "bad\nname\x1b.json"), "there is no such file")
}

func TestUnusableFlags(t *testing.T) {
	for _, args := range [][]string{
		{"check", "-nope"},
		{"check", "-format", "xml"},
		{"check", "-rules", "none"},
		{"check", "-reading", "sideways"},
		{"check", "-date", "soon"},
		{"check", "-before", "nothing.json"},
		{"check", "-rules", "proposal,proposal"},
		{"check", "-set", "topics"},
		{"check", "-set", "topics=0"},
		{"check", "-set", "wishes=3"},
		{"savings", "-nope"},
		{"savings", "extra"},
		{"savings", "-rate", "1.12"},
		{"savings", "-rate", "USD/CHF=0.9@2024-03-18"},
		{"savings", "-samples", "x"},
		{"savings", "-samples", "-1"},
		{"savings", "-budget", "much"},
		{"savings", "-budget", "USD 0"},
		{"savings", "-costs", "none.json"},
		{"savings", "-costs", "."},
		{"savings", "-costs", "testdata/six-faults.json"},
		{"savings", "-from", "csp1"},
		{"savings", "-seed", "-1"},
	} {
		unusable(t, run(t, "", args[0], args[1:]...), args[0]+": ")
	}
}

func TestHelp(t *testing.T) {
	for _, program := range []string{"savings", "check", "dates", "deadlines", "compliance", "contributions", "timetable", "paper"} {
		r := run(t, "", program, "-h")
		assert.Zero(t, r.code)
		assert.Contains(t, r.stdout, "usage: "+program)
		assert.Contains(t, r.stdout, "-format")
		assert.Empty(t, r.stderr)
	}
}

type finding struct {
	Rule, Severity, File, Path, Message, Remedy string
	Line, Column                                int
	Related                                     []string
	Cites                                       []struct{ Text, Paragraph string }
}

type checked struct {
	Findings []finding
	Outcomes []struct {
		File, Rule, Outcome string
		Missing             []string
	}
}

func decode(t *testing.T, r result, v any) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(r.stdout), v), r.stderr)
}

// TestSixFaults reads a file with six planted faults, and expects all six, with place, line, paragraph
// and remedy. Lines are counted in the file by hand.
func TestSixFaults(t *testing.T) {
	const file = "testdata/six-faults.json"
	r := run(t, "", "check", "-format", "json", file)
	assert.Equal(t, 1, r.code)
	assert.Empty(t, r.stderr)
	var a checked
	decode(t, r, &a)
	type place struct {
		rule, path string
		line       int
		paragraph  string
	}
	var got []place
	for _, f := range a.Findings {
		if f.Severity == "error" { // what the draft or the format says in so many words
			got = append(got, place{f.Rule, f.Path, f.Line, f.Cites[0].Paragraph})
		}
		assert.NotEmpty(t, f.Remedy)
		assert.NotEmpty(t, f.Message)
		assert.Equal(t, file, f.File)
		assert.NotZero(t, f.Column)
	}
	assert.ElementsMatch(t, []place{
		{"proposal/25-five-days", "rounds", 20, "25"},
		{"proposal/25-one-round", "rounds[spring]", 21, "25"},
		{"proposal/25-one-round", "rounds[summer]", 26, "25"},
		{"proposal/25d-same-topic", "bodies[wgtr].mandate.topics[diversion]", 16, "25d"},
		{"shape/references", "bodies[wgeti].mandate.topics[transit].stage", 12, "3"},
		{"shape/dates", "rounds[summer].end", 26, "4"},
	}, got)
	text := run(t, "", "check", file)
	assert.Equal(t, 1, text.code)
	for _, want := range []string{file + ":16:", file + ":26:", "paragraph 25d", "(committee)", "see also bodies[wgeti].mandate.topics[diversion]", "contributes to it (24b, 24c)"} {
		assert.Contains(t, text.stdout, want)
	}
	whole, err := os.ReadFile(file)
	require.NoError(t, err)
	fromStdin := run(t, string(whole), "check", "-format", "json", "-")
	assert.Equal(t, strings.ReplaceAll(r.stdout, file, "-"), fromStdin.stdout)
}

// outcomes returns what each rule came to for one file.
func (a checked) outcomes(file string) map[string]string {
	list := map[string]string{}
	for _, o := range a.Outcomes {
		if o.File == file {
			list[o.Rule] = o.Outcome
		}
	}
	return list
}

func TestCheck(t *testing.T) {
	clean := run(t, "", "check", "-format", "json", "proposal")
	assert.Zero(t, clean.code, clean.stdout)
	var a checked
	decode(t, clean, &a)
	assert.Empty(t, a.Findings)
	for _, o := range a.Outcomes {
		assert.Contains(t, []string{"passed", "not applicable"}, o.Outcome, o.Rule)
	}
	practice := run(t, "", "check", "-format", "json")
	assert.Equal(t, 1, practice.code, "CSP10 held two rounds")
	decode(t, practice, &a)
	assert.Equal(t, "csp10", a.Findings[0].File)
	apart := run(t, "", "check", "-reading", "apart", "-format", "json", "csp10")
	decode(t, apart, &a)
	for _, rule := range []string{"proposal/25-five-days", "proposal/25-one-round"} {
		assert.Equal(t, "passed", a.outcomes("csp10")[rule], "with the preparatory meeting apart, CSP10 held one round of four days")
	}
	assert.Zero(t, apart.code, "what is left are notes")
	two := run(t, "", "check", "-format", "json", "-before", "csp9", "-date", "2024-08-19", "csp5", "proposal")
	decode(t, two, &a)
	assert.Equal(t, "passed", a.outcomes("proposal")["proposal/24a-progressive"], "with -before, the rules on a change apply")
	assert.Len(t, a.outcomes("csp5"), len(a.outcomes("proposal")))
}

// TestTensionsAndPossibilities: what pulls two ways is shown together, and what may be done is no finding.
func TestTensionsAndPossibilities(t *testing.T) {
	var a struct {
		Tensions []struct {
			Sense string
			Sides [2][]string
			Rules []struct{ Rule, Outcome string }
		}
		Possibilities []struct{ ID, Use, Sense string }
	}
	decode(t, run(t, "", "check", "-format", "json", "csp10"), &a)
	require.Len(t, a.Tensions, 1)
	assert.Equal(t, [2][]string{{"15", "16", "17", "25"}, {"18"}}, a.Tensions[0].Sides)
	assert.Contains(t, a.Tensions[0].Rules, struct{ Rule, Outcome string }{"proposal/25-one-round", "failed"})
	assert.Len(t, a.Possibilities, 8)
	text := run(t, "", "check", "csp10").stdout
	assert.Contains(t, text, "the draft pulls two ways here")
	assert.Contains(t, text, "what may be done (paragraph 24d.4), used")
}

// TestSideBySide holds one programme against the draft and against practice.
func TestSideBySide(t *testing.T) {
	var a checked
	r := run(t, "", "check", "-rules", "proposal,practice", "-format", "json", "csp11")
	assert.Equal(t, 1, r.code)
	decode(t, r, &a)
	assert.Equal(t, "failed", a.outcomes("csp11")["proposal/25-five-days"])
	assert.Equal(t, "passed", a.outcomes("csp11")["practice/groups-week"])
	alone := run(t, "", "check", "-rules", "practice", "-format", "json", "proposal")
	assert.Zero(t, alone.code, "practice is a note")
	decode(t, alone, &a)
	assert.Equal(t, "failed", a.outcomes("proposal")["practice/preparatory-meeting"])
}

func TestNumbersOfTheCaller(t *testing.T) {
	var a checked
	r := run(t, "", "check", "-set", "topics=8", "-set", "reserve=5", "-format", "json", "proposal")
	assert.Zero(t, r.code, "findings of model parameters are notes")
	decode(t, r, &a)
	require.Len(t, a.Findings, 2)
	for _, f := range a.Findings {
		assert.Equal(t, "note", f.Severity)
	}
}

func TestCatalogue(t *testing.T) {
	var list struct {
		Rules []struct {
			ID, Severity, Sense, From string
			Cites                     []struct{ Text, Paragraph, Voice string }
			Thresholds                []struct {
				Name, Value string
				Parameter   bool
			}
			Tensions []string
			Examples []struct{ Outcome, Says string }
		}
	}
	decode(t, run(t, "", "check", "-list", "-format", "json"), &list)
	byID := map[string]int{}
	for i, r := range list.Rules {
		byID[r.ID] = i
		assert.Len(t, r.Examples, 2, r.ID)
		assert.NotEmpty(t, r.Cites[0].Voice, r.ID)
	}
	assert.Equal(t, "5 days", list.Rules[byID["proposal/25-five-days"]].Thresholds[0].Value)
	assert.True(t, list.Rules[byID["proposal/10.4-few-topics"]].Thresholds[0].Parameter)
	assert.Equal(t, "2023-08-26", list.Rules[byID["proposal/24b-alignment"]].From)
	text := run(t, "", "check", "-list").stdout
	assert.Contains(t, text, "proposal/25-five-days (error; paragraph 25 committee, 15 some-delegations)")
	assert.Contains(t, text, "a model parameter that is not set")
}

// TestSameBytes runs each program twice, on one processor and on two.
func TestSameBytes(t *testing.T) {
	for _, args := range [][]string{
		{"savings"},
		{"savings", "-format", "json", "-samples", "1000", "-seed", "9"},
		{"check", "csp9", "csp10", "proposal"},
		{"check", "-format", "json", "testdata/six-faults.json"},
		{"check", "-list"},
		{"check", "-rules", "proposal,practice", "-before", "csp9", "-set", "topics=8", "csp10"},
		{"dates", "-days", "4+2", "-gap", "60", "-format", "json"},
		{"deadlines", "-format", "ics"},
		{"compliance", "-format", "json"},
		{"contributions", "-floor", "100", "-ceiling", "22", "-saving", "50000"},
		{"compliance", "-format", "csv", "-members"},
		{"timetable", "-format", "json"},
		{"paper", "-lang", "ar"},
		{"paper", "-format", "csv", "csp10"},
		{"timetable", "-format", "ics"},
		{"timetable", "-format", "json", "testdata/small-instance.json"},
		{"deadlines", "-programme", "csp11", "-asof", "2025-01-15"},
		{"contributions", "-secretariat", "700000", "-conference", "300000", "-format", "csv"},
		{"timetable", "-frontier", "-budget", "USD 75000", "-format", "json"},
		{"compliance", "-format", "ics"},
	} {
		one := runWith(t, []string{"GOMAXPROCS=1"}, "", args[0], args[1:]...)
		two := runWith(t, []string{"GOMAXPROCS=2", "TZ=Asia/Tokyo", "LANG=fr_FR.UTF-8"}, "", args[0], args[1:]...)
		assert.Equal(t, one, two)
	}
}

// TestShuffledInput: where the order of a document has no meaning, another order gives the same bytes.
func TestShuffledInput(t *testing.T) {
	events, err := os.ReadFile("../schedule/calendar/testdata/calendar.csv")
	require.NoError(t, err)
	for _, c := range []struct {
		args, name, head string
		lines            []string
		foot             string
	}{
		{"contributions -payers FILE", "w.txt", "", strings.SplitAfter(seedPayers, "\n"), ""},
		{"contributions -conference 500000 -attending FILE -format csv", "w.txt", "", strings.SplitAfter(seedAttending, "\n"), ""},
		{"compliance -year 2022 -format csv -submissions FILE", "s.csv", "state,period,received\n", []string{"CHE,2022,2023-05-31\n", "FRA,2022,2023-06-30\n", "DEU,2022,2023-05-01\n", "AUT,2022,2023-05-02\n"}, ""},
		{"dates -calendar FILE -format json", "c.csv", strings.SplitAfter(string(events), "\n")[0], strings.SplitAfter(string(events), "\n")[1:], ""},
		{
			"timetable -format json FILE", "i.json", `{"format": "attwork/timetable-instance/1", "sittings": [{"id": "am", "day": 1, "minutes": 60}, {"id": "pm", "day": 2, "minutes": 60}], "items": [{"id": "o", "minutes": 5, "bodies": ["x"]}`,
			[]string{`, {"id": "a", "minutes": 40, "bodies": ["x", "y"], "priority": 3}`, `, {"id": "b", "minutes": 40, "bodies": ["y", "x"], "priority": 3}`, `, {"id": "c", "minutes": 40, "bodies": ["z"], "priority": 3}`},
			"]}",
		},
		{"timetable -format json FILE", "i.json", `{"format": "attwork/timetable-instance/1", "sittings": [{"id": "am", "day": 1, "minutes": 60}, {"id": "pm", "day": 2, "minutes": 60}], "items": [{"id": "a", "minutes": 20, "bodies": ["x"], "priority": 1},
			{"id": "b", "minutes": 20, "bodies": ["x"], "priority": 1}, {"id": "c", "minutes": 20, "bodies": ["x"], "priority": 1}], "before": [["a", "a"]`, []string{`, ["a", "b"]`, `, ["c", "b"]`, `, ["a", "c"]`}, "]}"},
	} {
		file := filepath.Join(t.TempDir(), c.name)
		args := strings.Fields(strings.ReplaceAll(c.args, "FILE", file))
		var want result
		for i := range 4 {
			require.NoError(t, os.WriteFile(file, []byte(c.head+strings.Join(c.lines, "")+c.foot), 0o600))
			got := runWith(t, []string{"GOMAXPROCS=" + []string{"1", "2"}[i%2]}, "", args[0], args[1:]...)
			if i == 0 {
				want = got
				require.NotEqual(t, 2, want.code, want.stderr)
			}
			assert.Equal(t, want, got, c.args)
			slices.Reverse(c.lines)
			if i == 1 {
				rand.New(rand.NewPCG(1, 2)).Shuffle(len(c.lines), func(a, b int) { c.lines[a], c.lines[b] = c.lines[b], c.lines[a] })
			}
		}
	}
}
