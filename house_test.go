package attwork_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the package graph in CONTRIBUTING.md")

const module = "attwork.example"

// mayImport lists, for each package, the packages of the module that it may import. A package that is
// not listed fails the test, so that a new one is placed with thought.
var mayImport = map[string][]string{
	"":                          {},
	"att":                       {},
	"att/check":                 {"att"},
	"att/check/checktest":       {"att", "att/check"},
	"att/cycles":                {"att", "internal/strictjson"},
	"att/document":              {"att", "att/check", "internal/strictjson"},
	"att/guidance":              {"att", "internal/strictjson"},
	"att/rules/practice":        {"att", "att/check"},
	"att/rules/proposal":        {"att", "att/check", "att/guidance", "internal/likeness", "internal/strictjson"},
	"att/parties":               {"att"},
	"reporting":                 {"att", "att/check", "att/parties", "internal/icalendar", "internal/strictjson"},
	"reporting/assess":          {"att", "att/check", "att/rules/proposal", "finance", "schedule", "schedule/calendar"},
	"reporting/paper":           {"att", "att/check", "att/parties", "att/rules/proposal", "finance", "reporting", "reporting/assess", "schedule", "schedule/calendar", "schedule/timetable"},
	"schedule":                  {"att", "att/check", "att/rules/proposal", "internal/icalendar", "internal/strictjson", "schedule/calendar"},
	"schedule/calendar":         {"att", "internal/icalendar"},
	"schedule/timetable":        {"att", "att/check", "internal/strictjson"},
	"finance":                   {"att", "att/check", "finance/scale", "internal/strictjson"},
	"finance/scale":             {"att"},
	"internal/icalendar":        {"att", "att/check"},
	"internal/likeness":         {"att"},
	"internal/sentences":        {},
	"internal/strictjson":       {"att", "att/check"},
	"examples":                  {},
	"examples/check":            {"*"},
	"examples/compliance":       {"*"},
	"examples/contributions":    {"*"},
	"examples/dates":            {"*"},
	"examples/deadlines":        {"*"},
	"examples/paper":            {"*"},
	"examples/savings":          {"*"},
	"examples/timetable":        {"*"},
	"examples/internal/command": {"*"},
	"examples/internal/costs":   {"*"},
}

// mayCompile lists the packages that may have code of another module compiled in, directly or through
// others.
var mayCompile = map[string][]string{
	"github.com/go-json-experiment/json": {"internal/strictjson", "att/cycles", "att/document", "att/guidance", "att/rules/proposal", "finance", "reporting", "schedule", "examples"},
	"github.com/go-playground/validator": {"att/document", "examples"},
	"golang.org/x/text":                  {"internal/likeness", "att/rules/proposal", "att/document", "schedule", "reporting/assess", "reporting/paper", "examples"},
	"github.com/shopspring/decimal":      {"finance", "reporting/assess", "reporting/paper", "examples/savings", "examples/contributions", "examples/paper", "examples/timetable", "examples/internal/costs"},
	"github.com/stretchr/testify":        {},
}

type pkg struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

func packages(t *testing.T) map[string]pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Deps", "./...").Output()
	require.NoError(t, err)
	list := map[string]pkg{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p pkg
		require.NoError(t, dec.Decode(&p))
		if name, ours := inside(p.ImportPath); ours {
			list[name] = p
		}
	}
	return list
}

func inside(path string) (name string, ours bool) {
	if path == module {
		return "", true
	}
	return strings.CutPrefix(path, module+"/")
}

func TestArrowsGoOneWay(t *testing.T) {
	for name, p := range packages(t) {
		allowed, placed := mayImport[name]
		require.True(t, placed, "package %q has no place in the house: add it to mayImport", name)
		for _, path := range p.Imports {
			if other, ours := inside(path); ours && !slices.Contains(allowed, "*") {
				require.Contains(t, allowed, other, "package %q must not import %q", name, other)
			}
		}
	}
}

func TestCompiledIn(t *testing.T) {
	for name, p := range packages(t) {
		for _, dep := range p.Deps {
			first, _, _ := strings.Cut(dep, "/")
			if _, ours := inside(dep); ours || !strings.Contains(first, ".") {
				continue // of this module or the standard library
			}
			if name == "att" || name == "" || name == "att/check" || name == "att/check/checktest" {
				t.Errorf("package %q compiles in %s; it may use the standard library only", name, dep)
			}
			for prefix, allowed := range mayCompile {
				within := slices.ContainsFunc(allowed, func(a string) bool { return name == a || strings.HasPrefix(name, a+"/") })
				if strings.HasPrefix(dep, prefix) && !within {
					t.Errorf("package %q must not compile in %s", name, dep)
				}
			}
		}
	}
}

// TestGraph keeps the picture of the house in CONTRIBUTING.md equal to the imports.
func TestGraph(t *testing.T) {
	const start, end = "<!-- graph -->\n```\n", "```\n<!-- /graph -->"
	list := packages(t)
	var graph strings.Builder
	for _, name := range slices.Sorted(maps.Keys(list)) {
		var arrows []string
		for _, path := range list[name].Imports {
			if other, ours := inside(path); ours {
				arrows = append(arrows, other)
			}
		}
		if len(arrows) > 0 {
			slices.Sort(arrows)
			fmt.Fprintf(&graph, "%-25s -> %s\n", name, strings.Join(arrows, ", "))
		}
	}
	text, err := os.ReadFile("CONTRIBUTING.md")
	require.NoError(t, err)
	before, rest, ok := strings.Cut(string(text), start)
	require.True(t, ok, "CONTRIBUTING.md has lost the start of its graph")
	drawn, after, ok := strings.Cut(rest, end)
	require.True(t, ok, "CONTRIBUTING.md has lost the end of its graph")
	if *update {
		require.NoError(t, os.WriteFile("CONTRIBUTING.md", []byte(before+start+graph.String()+end+after), 0o644))
		return
	}
	require.Equal(t, graph.String(), drawn, "run go test . -run TestGraph -update")
}
