package attwork_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// importable are the packages whose documentation importers read.
var importable = []string{"att", "att/check", "att/check/checktest", "att/cycles", "att/document", "att/guidance", "att/rules/practice", "att/rules/proposal", "finance", "finance/scale", "att/parties", "reporting", "reporting/assess", "reporting/paper", "schedule", "schedule/calendar", "schedule/timetable"}

// entryPoints are the functions with which the use of a package begins. Each has a runnable Example.
var entryPoints = map[string][]string{
	"att":                 {"Measure", "ParseDate", "WorkingDay", "Count", "Text", "ParseSymbol"},
	"att/check":           {"NewSet", "Rule", "Set_Check", "Set_CheckChange", "Set_Without"},
	"att/check/checktest": {"Rules", "Findings"},
	"att/cycles":          {"Programme"},
	"att/document":        {"Read", "Write", "Shape", "Schema", "FindingsSchema"},
	"att/guidance":        {"Register"},
	"att/rules/practice":  {"Rules"},
	"att/rules/proposal":  {"Rules", "Programme", "Passages", "Possibilities", "Tensions", "PapersFor", "Spare"},
	"att/parties":         {"AsOf", "Find", "Party_InForce"},
	"reporting":           {"Compliance", "ReadCSV", "Compare", "InitialDue", "Duties", "Rules"},
	"reporting/assess":    {"Assess", "Share"},
	"reporting/paper":     {"Paper_Write", "Embedded", "Catalogue_With"},
	"schedule":            {"Find", "Clashes", "Deadlines", "Leads", "Consultations", "WriteICS", "RoundEntries", "Rules", "DefaultWeights"},
	"schedule/calendar":   {"Embedded", "New", "ReadCSV", "Calendar_With", "Calendar_Overlapping", "WesternEaster"},
	"schedule/timetable":  {"Solve", "FromProgramme", "Verify", "ReadProblem", "Problem_Write", "Forced", "Changes", "Frontier", "WithAgenda", "Practical"},
	"finance":             {"Estimate", "Compare", "ReadBook", "Illustrative", "Money", "Comparison_Sample", "Apportion", "IncidenceOf", "Collect", "Pull", "PaymentPlan", "Comparison_Tornado"},
	"finance/scale":       {"At"},
}

func parsed(t *testing.T, dir string) *doc.Package {
	t.Helper()
	fset := token.NewFileSet()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var files []*ast.File
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".go") {
			f, err := parser.ParseFile(fset, dir+"/"+e.Name(), nil, parser.ParseComments)
			require.NoError(t, err)
			files = append(files, f)
		}
	}
	p, err := doc.NewFromFiles(fset, files, module+"/"+dir)
	require.NoError(t, err)
	return p
}

// TestDocComments finds exported names without a doc comment. Members of one const or var group may
// share the comment of the group or have one on their line.
func TestDocComments(t *testing.T) {
	for _, dir := range importable {
		p := parsed(t, dir)
		require.NotEmpty(t, p.Doc, "package %s has no comment", dir)
		funcs := func(list []*doc.Func) {
			for _, f := range list {
				require.True(t, strings.HasPrefix(f.Doc, f.Name+" "), "%s: the comment of %s does not start with its name", dir, f.Name)
			}
		}
		values := func(list []*doc.Value) {
			for _, v := range list {
				exported := false
				for _, name := range v.Names {
					exported = exported || token.IsExported(name)
				}
				require.True(t, v.Doc != "" || !exported || commented(v), "%s: %v have no comment", dir, v.Names)
			}
		}
		funcs(p.Funcs)
		values(p.Consts)
		values(p.Vars)
		for _, typ := range p.Types {
			require.NotEmpty(t, typ.Doc, "%s: type %s has no comment", dir, typ.Name)
			funcs(typ.Funcs)
			funcs(typ.Methods)
			values(typ.Consts)
			values(typ.Vars)
		}
	}
}

// commented reports whether every value of a group has a comment of its own.
func commented(v *doc.Value) bool {
	for _, spec := range v.Decl.Specs {
		if s, ok := spec.(*ast.ValueSpec); ok && s.Doc == nil && s.Comment == nil {
			return false
		}
	}
	return true
}

// TestEveryPackageIsListed finds a package that an importer can use and that the lists above leave out.
func TestEveryPackageIsListed(t *testing.T) {
	var found []string
	for name := range packages(t) {
		if name != "" && !strings.HasPrefix(name, "internal/") && name != "examples" && !strings.HasPrefix(name, "examples/") {
			found = append(found, name)
		}
	}
	require.ElementsMatch(t, found, importable)
	require.ElementsMatch(t, found, slices.Collect(maps.Keys(entryPoints)))
}

func TestEntryPointsHaveExamples(t *testing.T) {
	for _, dir := range importable {
		p := parsed(t, dir)
		have := map[string]bool{}
		add := func(list []*doc.Example) {
			for _, e := range list {
				require.NotEmpty(t, e.Output, "%s: Example %s is not run, since it has no output", dir, e.Name)
				base, _, _ := strings.Cut(e.Name, "_custom")
				have[base] = true
			}
		}
		add(p.Examples)
		for _, f := range p.Funcs {
			add(f.Examples)
		}
		for _, typ := range p.Types {
			add(typ.Examples)
			for _, f := range append(typ.Funcs, typ.Methods...) {
				add(f.Examples)
			}
		}
		require.NotEmpty(t, entryPoints[dir], dir)
		for _, name := range entryPoints[dir] {
			require.True(t, have[name], "%s: %s has no Example; there are %v", dir, name, have)
		}
	}
}

// TestReadmeProgram keeps the one program of the README, and what it prints, equal to a tested Example.
func TestReadmeProgram(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, rest, ok := strings.Cut(string(readme), "```go\n")
	require.True(t, ok, "README.md has no program")
	program, rest, _ := strings.Cut(rest, "```")
	require.NotContains(t, rest, "```go\n", "a second program in README.md is tested by nothing")
	example, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, body, ok := strings.Cut(string(example), "func Example() {\n")
	require.True(t, ok)
	body, output, _ := strings.Cut(body, "\t// Output:\n")
	before, inMain, ok := strings.Cut(program, "func main() {\n")
	require.True(t, ok, "the README's program has no main")
	require.Contains(t, string(example), strings.TrimPrefix(before, "package main\n"), "the README's program imports something else")
	require.Equal(t, strings.TrimSpace(body), strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(inMain), "}")))
	_, printed, ok := strings.Cut(rest, "It prints\n\n```\n")
	require.True(t, ok, "README.md does not say what the program prints")
	printed, _, _ = strings.Cut(printed, "```")
	require.Equal(t, strings.ReplaceAll(strings.TrimSuffix(output, "}\n"), "\t// ", ""), printed)
}
