package examples_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite README.md")

// questions are what the programs answer, in the order in which a programme flows through them.
var questions = []struct{ program, asked, extra string }{
	{"savings", "What would one programme save against another, for whom, and what is unknown about that?", "-to csp10 -samples 10000"},
	{"check", "What departs from the draft proposal, or from practice, and in which paragraph?", "-rules proposal,practice -before csp10 csp11"},
	{"dates", "Which days are free for a round, and what does each start cost?", "-days 4+2 -gap 60 -from 2027-02-01 -to 2027-06-30"},
	{"deadlines", "What is due by when, around a round and a conference?", "-round 2027-04-19 -conference 2027-08-23 -format ics"},
	{"timetable", "In what order do the topics of a round go, and is that the best there is?", "-frontier"},
	{"contributions", "What would each State pay of a total, and what does a saving mean for it?", "-saving 52500 -floor 100"},
	{"compliance", "Who owed which report, and who was late, as of when?", "-year 2022 -format json"},
	{"paper", "How does all of that look as a paper, in six languages?", "-lang fr -o paper.html"},
}

// TestReadme keeps README.md equal to what the programs print.
func TestReadme(t *testing.T) {
	const shown, width = 6, 110 // lines of each program, and characters of a line
	var b strings.Builder
	b.WriteString("# The example programs\n\nOne small program for each question. Written by `go test ./examples -run TestReadme -update`; do not edit.\n\n" +
		"Each runs on embedded data without arguments, takes `-h` and `-format`, and says on standard error what is wrong.\n")
	mains, err := filepath.Glob("*/main.go")
	require.NoError(t, err)
	require.Len(t, mains, len(questions), "a program has no question here")
	for _, q := range questions {
		r := run(t, "", q.program, "-format", "text")
		require.LessOrEqual(t, r.code, 1, r.stderr)
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n    go run ./examples/%s\n    go run ./examples/%s %s\n\nIt begins:\n\n", q.program, q.asked, q.program, q.program, q.extra)
		lines := 0
		for line := range strings.Lines(r.stdout) {
			line = strings.TrimRight(line, "\n ")
			if line == "" {
				continue
			}
			if runes := []rune(line); len(runes) > width {
				line = string(runes[:width-1]) + "…"
			}
			b.WriteString("    " + line + "\n")
			if lines++; lines == shown {
				break
			}
		}
		require.Equal(t, shown, lines, q.program)
	}
	if *update {
		require.NoError(t, os.WriteFile("README.md", []byte(b.String()), 0o644))
		return
	}
	got, err := os.ReadFile("README.md")
	require.NoError(t, err)
	require.Equal(t, b.String(), string(got), "run go test ./examples -run TestReadme -update")
}

var (
	commands = regexp.MustCompile(`go run \./examples/(\S+)([^` + "`" + `\n]*)`)
	words    = regexp.MustCompile(`"[^"]*"|\S+`)
)

// TestShownCommands runs each command of an example program that a page of the repository shows.
func TestShownCommands(t *testing.T) {
	var list []string
	require.NoError(t, filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		text, err := os.ReadFile(path)
		for _, found := range commands.FindAllStringSubmatch(string(text), -1) {
			args, _, _ := strings.Cut(found[2], "#")
			list = append(list, found[1]+" "+strings.TrimSpace(args))
		}
		return err
	}))
	slices.Sort(list)
	list = slices.Compact(list)
	require.Greater(t, len(list), len(questions))
	for _, command := range list {
		t.Run(command, func(t *testing.T) {
			var args []string
			for _, word := range words.FindAllString(command, -1) {
				word = strings.Trim(word, `"`)
				args = append(args, strings.ReplaceAll(word, "paper.html", filepath.Join(t.TempDir(), "paper.html")))
			}
			r := run(t, "", args[0], args[1:]...)
			require.LessOrEqual(t, r.code, 1, r.stderr)
		})
	}
}
