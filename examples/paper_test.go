package examples_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPaperRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want []string
	}{
		"unknown flag":     {[]string{"-nope"}, []string{"there is no flag"}},
		"unknown format":   {[]string{"-format", "pdf"}, []string{`"pdf"`, "html, markdown, csv, json or text"}},
		"unknown language": {[]string{"-lang", "de"}, []string{`"de"`, "en, fr, es, ru, ar or zh"}},
		"hostile language": {[]string{"-lang", strings.Repeat("x\n", 200)}, []string{"-lang"}},
		"three programmes": {[]string{"csp9", "csp10", "csp11"}, []string{`"csp11"`, "two to compare"}},
		"unknown name":     {[]string{"csp99"}, []string{"csp99", "csp5", "proposal"}},
		"missing file":     {[]string{"csp9", "none.json"}, []string{"none.json: there is no such file"}},
		"flag behind":      {[]string{"csp9", "csp10", "-lang", "fr"}, []string{`"-lang"`}},
		"nothing arranged": {[]string{"-arrange", "csp10"}, []string{"-arrange", "proposal"}},
		"no such reports":  {[]string{"-reports", "1999"}, []string{"-reports 1999", "2014"}},
		"not a programme":  {[]string{write(t, "<html>")}, []string{"malformed JSON"}},
	} {
		t.Run(name, func(t *testing.T) {
			unusable(t, run(t, "", "paper", c.args...), append(c.want, "paper: ")...)
			out := filepath.Join(t.TempDir(), "paper.html")
			unusable(t, run(t, "", "paper", append([]string{"-o", out}, c.args...)...), c.want...)
			assert.NoFileExists(t, out, "nothing is written when something is wrong")
		})
	}
}

func TestPaperFormats(t *testing.T) {
	markdown := run(t, "", "paper", "-format", "markdown", "csp10")
	require.Zero(t, markdown.code, markdown.stderr)
	assert.Equal(t, markdown, run(t, "", "paper", "-format", "text", "csp10"))
	assert.Contains(t, markdown.stdout, "\n## ")

	html := run(t, "", "paper")
	require.Zero(t, html.code, html.stderr)
	assert.Equal(t, html, run(t, "", "paper", "-format", "html", "csp9", "proposal"), "what is done without arguments")
	assert.Equal(t, html, run(t, "", "paper", "-lang", "en"))
	assert.Contains(t, html.stdout, "<!DOCTYPE html>")
	assert.Contains(t, html.stdout, "go run ./examples/paper -lang en -format html csp9 proposal")

	sheet := run(t, "", "paper", "-format", "csv", "csp10")
	require.Zero(t, sheet.code, sheet.stderr)
	assert.True(t, strings.HasPrefix(sheet.stdout, "\ufeff"))

	for _, lang := range []string{"en", "fr", "es", "ru", "ar", "zh"} {
		var page struct {
			Format, Lang, Dir string
			Sections          []struct{ ID string }
		}
		r := run(t, "", "paper", "-format", "json", "-lang", lang)
		require.Zero(t, r.code, r.stderr)
		require.NoError(t, json.Unmarshal([]byte(r.stdout), &page))
		assert.Equal(t, "attwork/paper/1", page.Format)
		assert.Equal(t, lang, page.Lang)
		assert.Equal(t, map[bool]string{true: "rtl", false: "ltr"}[lang == "ar"], page.Dir)
		var ids []string
		for _, s := range page.Sections {
			ids = append(ids, s.ID)
		}
		for _, want := range []string{"counts", "meetings", "timetable", "frontier", "savings", "contributions", "findings", "coverage", "basis"} {
			assert.Contains(t, ids, want)
		}
	}
}

func TestPaperGoesToAFile(t *testing.T) {
	want := run(t, "", "paper", "csp10")
	require.Zero(t, want.code)
	assert.Equal(t, want, run(t, "", "paper", "-o", "-", "csp10"), "- is standard output")

	dir := t.TempDir()
	name := filepath.Join(dir, "paper.html")
	quiet := run(t, "", "paper", "-o", name, "csp10")
	assert.Equal(t, result{}, quiet)
	content := func(name string) string {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		return string(data)
	}
	assert.Equal(t, want.stdout, content(name))

	// A file that is there is replaced whole, keeps who may read it, and stays where a link leads.
	require.NoError(t, os.WriteFile(name, []byte(strings.Repeat("old ", 100_000)), 0o600))
	require.NoError(t, os.Chmod(name, 0o600))
	link := filepath.Join(dir, "link.html")
	require.NoError(t, os.Symlink(name, link))
	assert.Equal(t, result{}, run(t, "", "paper", "-o", link, "csp10"))
	assert.Equal(t, want.stdout, content(name))
	info, err := os.Lstat(name)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode())
	info, err = os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 2, "nothing is left beside them")

	missing := filepath.Join(dir, "no", "paper.html")
	r := run(t, "", "paper", "-o", missing, "csp10")
	unusable(t, r, missing, "there is no folder "+filepath.Dir(missing))
	assert.NotContains(t, r.stderr, ".paper-")
	unusable(t, run(t, "", "paper", "-o", dir, "csp10"), "is a folder or a device")
	unusable(t, run(t, "", "paper", "-o", os.DevNull, "csp10"), "is a folder or a device")
	info, err = os.Stat(os.DevNull)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeDevice)
}

func TestPaperOfFiles(t *testing.T) {
	faulty := "testdata/six-faults.json"
	r := run(t, "", "paper", "-format", "text", faulty)
	assert.Equal(t, 1, r.code)
	assert.NotEmpty(t, r.stdout, "the paper is there all the same")
	assert.Contains(t, r.stderr, "paper: "+faulty+":")
	faults := strings.Count(r.stderr, "\n")
	assert.Positive(t, faults)
	both := run(t, "", "paper", "-format", "text", faulty, faulty)
	assert.Equal(t, 1, both.code)
	assert.Equal(t, 2*faults, strings.Count(both.stderr, "\n"), "of both programmes")
	out := filepath.Join(t.TempDir(), "paper.md")
	saved := run(t, "", "paper", "-format", "text", "-o", out, faulty)
	assert.Equal(t, result{1, "", r.stderr}, saved)
	data, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, r.stdout, string(data))

	six, err := os.ReadFile(faulty)
	require.NoError(t, err)
	piped := run(t, string(six), "paper", "-format", "text", "-")
	assert.Equal(t, 1, piped.code)
	assert.Contains(t, piped.stderr, "paper: -:")

	odd := filepath.Join(t.TempDir(), "our 'plan'.json")
	require.NoError(t, os.WriteFile(odd, six, 0o600))
	assert.Contains(t, run(t, "", "paper", "-format", "text", odd).stdout, `-format markdown 'our '\''plan'\''.json'`, "a command that a shell understands")
}

// TestPaperOfAnyProgramme: what is missing, or too much, keeps nobody from getting a paper.
func TestPaperOfAnyProgramme(t *testing.T) {
	empty := write(t, `{"format": "attwork/programme/1"}`)
	var rounds []string
	for i := range 300 {
		rounds = append(rounds, fmt.Sprintf(`{"id": "r%d", "format": "in-person", "start": "2024-02-05", "end": "2024-02-09"}`, i))
	}
	// It costs more than the whole budget that is known, so a change away from it saves more than there is.
	dear := write(t, `{"format": "attwork/programme/1", "id": "dear", "rounds": [`+strings.Join(rounds, ",")+`], "consultations": [], "conference": {"start": "2024-08-19"}}`)
	// Sittings without ids cannot be arranged, and that takes nothing from the rest of the paper.
	nameless := write(t, `{"format": "attwork/programme/1", "id": "nameless", "bodies": [{"id": "wgtu", "kind": "working-group", "mandate": {"topics": [{"id": "reach", "minutes": 60}]}}],
		"rounds": [{"id": "r", "format": "in-person", "bodies": ["wgtu"], "days": [{"date": "2024-02-05", "sittings": [{"start": "10:00", "end": "13:00"}]}]}]}`)
	for _, args := range [][]string{{nameless}, {empty}, {empty, "csp9"}, {"csp9", empty}, {empty, empty}, {dear}, {dear, "csp9"}, {"csp9", dear}} {
		for _, format := range []string{"html", "csv", "json"} {
			r := run(t, "", "paper", append([]string{"-format", format}, args...)...)
			assert.Equal(t, 1, r.code, "%v: %s", args, r.stderr)
			assert.NotEmpty(t, r.stdout)
		}
	}
}

// TestPaperOfTheWhole: the same programme with its round arranged anew and with the reports that were due.
func TestPaperOfTheWhole(t *testing.T) {
	r := run(t, "", "paper", "-arrange", "-reports", "2022", "-format", "markdown", "proposal")
	require.Zero(t, r.code, r.stderr)
	assert.Contains(t, r.stdout, "The answer: proven best.")
	assert.Contains(t, r.stdout, "What changes against the earlier timetable:")
	assert.Contains(t, r.stdout, "| All | 110 |", "110 annual reports for 2022 were due")
	assert.Contains(t, r.stdout, "-arrange=true -reports 2022 proposal")
}

// TestPaperOfOnesOwnPrices: with a franc at 1.25 dollars the three days of interpretation save a quarter more.
func TestPaperOfOnesOwnPrices(t *testing.T) {
	r := run(t, "", "paper", "-rate", "CHF/USD=1.25@2024-03-18", "-format", "markdown")
	require.Zero(t, r.code, r.stderr)
	assert.Contains(t, r.stdout, "| 56,250 to 111,000 |", "3 x 15,000 x 1.25 at low prices; the high one is in dollars")
	assert.Contains(t, r.stdout, "-rate CHF/USD=1.25@2024-03-18 csp9 proposal")
	unusable(t, run(t, "", "paper", "-costs", "testdata/six-faults.json"), "paper: testdata/six-faults.json:")
	unusable(t, run(t, "", "paper", "-rate", "USD/CHF=0.9@2024-03-18"), "paper: ")
}
