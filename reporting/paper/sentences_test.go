package paper_test

import (
	"encoding/csv"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/parties"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
	"attwork.example/internal/sentences"
	"attwork.example/reporting"
	"attwork.example/reporting/paper"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

var update = flag.Bool("update", false, "add rows for new sentences to the catalogues, and take out what nobody says any more")

// said returns every English text that a paper on embedded data can say.
func said(t *testing.T) []string {
	t.Helper()
	all := map[string]bool{}
	add := func(list ...string) {
		for _, s := range list {
			if s != "" {
				all[s] = true
			}
		}
	}
	messages, err := sentences.Extract("../..", "att", "schedule", "finance", "reporting")
	require.NoError(t, err)
	for _, m := range messages {
		add(m.English)
	}
	add(literals(t, ".", "say")...)
	add(literals(t, "../../examples/paper", "en")...)
	clashes, err := schedule.Rules(calendar.Embedded(), schedule.RuleOptions{Points: 1})
	require.NoError(t, err)
	for _, set := range []check.Set{proposal.Rules(proposal.Options{}), practice.Rules(), clashes, reporting.Rules()} {
		for _, about := range set.Rules() {
			add(about.Sense)
			add(about.Tensions...)
		}
	}
	for _, p := range proposal.Passages() {
		add(p.Sense)
	}
	for _, p := range proposal.Possibilities(att.Programme{}) {
		add(p.Sense)
	}
	constructed := proposal.Programme()
	add(constructed.Note)
	add(constructed.Gaps...)
	add(cities()...)
	for _, state := range parties.All() {
		add(state.Name)
	}
	for _, title := range titles() {
		if len(title) == 1 { // one that has the other languages itself needs no catalogue
			add(title[att.English])
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// programmes are the embedded ones.
func programmes() []att.Programme {
	list := []att.Programme{proposal.Programme()}
	for _, name := range cycles.Names() {
		p, _ := cycles.Programme(name)
		list = append(list, p)
	}
	return list
}

// cities are the cities and houses of embedded programmes.
func cities() []string {
	var list []string
	for _, p := range programmes() {
		list = append(list, p.Conference.City, p.Conference.Venue)
		for _, r := range p.Rounds {
			list = append(list, r.City, r.Venue)
		}
		for _, c := range p.Consultations {
			list = append(list, c.City, c.Region)
		}
	}
	return list
}

// titles are those of embedded data.
func titles() []att.Text {
	var list []att.Text
	book := finance.Illustrative()
	for _, e := range book.Entries {
		list = append(list, e.Title)
	}
	for _, u := range book.Unpriced {
		list = append(list, u.Title)
	}
	for _, a := range book.Assumptions {
		list = append(list, a.Title)
	}
	for _, l := range schedule.Leads() {
		list = append(list, l.Title)
	}
	for _, p := range programmes() {
		list = append(list, p.Name, p.Conference.Title)
		for _, b := range p.Bodies {
			list = append(list, b.Name)
		}
		for _, r := range p.Rounds {
			list = append(list, r.Title)
		}
		for _, c := range p.Consultations {
			list = append(list, c.Title)
		}
	}
	return list
}

// literals returns the constant texts that the Go files of a folder hand to a function or method as the first argument.
func literals(t *testing.T, dir, function string) []string {
	t.Helper()
	files, err := filepath.Glob(dir + "/*.go")
	require.NoError(t, err)
	var list []string
	fset := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || called(call.Fun) != function {
				return true
			}
			lit, constant := call.Args[0].(*ast.BasicLit)
			if !assert.True(t, constant || name == "speaker.go", "%s: %s is called with a text that no test finds", fset.Position(call.Pos()), function) || !constant {
				return true
			}
			s, err := strconv.Unquote(lit.Value)
			require.NoError(t, err)
			list = append(list, s)
			return true
		})
	}
	require.NotEmpty(t, list, "%s calls %s nowhere", dir, function)
	return list
}

func called(f ast.Expr) string {
	switch f := f.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

var braces = regexp.MustCompile(`\{[^{}]*\}`)

// TestCatalogues: each language has a sentence for everything that a paper says, with the same arguments, and nothing else.
func TestCatalogues(t *testing.T) {
	english := said(t)
	for _, lang := range att.Languages() {
		if lang == att.English {
			continue
		}
		name := "lang/" + string(lang) + ".csv"
		rows := readRows(t, name)
		if *update {
			writeRows(t, name, english, rows)
			continue
		}
		for _, s := range english {
			row, there := rows[s]
			if !assert.True(t, there && row[1] != "", "%s lacks %q; go test ./reporting/paper -run TestCatalogues -update adds the row", name, s) {
				continue
			}
			want, got := braces.FindAllString(s, -1), braces.FindAllString(row[1], -1)
			slices.Sort(want)
			slices.Sort(got)
			assert.Equal(t, slices.Compact(want), slices.Compact(got), "%s: the arguments of %q", name, s)
			assert.Contains(t, []string{"", "reviewed"}, row[2], "%s: %q", name, s)
			delete(rows, s)
		}
		assert.Empty(t, slices.Sorted(maps.Keys(rows)), "%s has sentences that nobody says", name)
		_, err := paper.Embedded(lang)
		require.NoError(t, err)
	}
}

func readRows(t *testing.T, name string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	list, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	require.NoError(t, err, name)
	require.Equal(t, []string{"english", "translation", "reviewed"}, list[0], name)
	rows := map[string][]string{}
	for _, row := range list[1:] {
		require.NotContains(t, rows, row[0], "%s has it twice", name)
		rows[row[0]] = row
	}
	return rows
}

func writeRows(t *testing.T, name string, english []string, rows map[string][]string) {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	require.NoError(t, w.Write([]string{"english", "translation", "reviewed"}))
	for _, s := range english {
		row := rows[s]
		if row == nil {
			row = []string{s, "", ""}
		}
		require.NoError(t, w.Write(row))
	}
	w.Flush()
	require.NoError(t, os.WriteFile(name, []byte(b.String()), 0o644))
}
