package attwork_test

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAPI keeps docs/api.txt equal to what importers can use, so that a change of it is seen in review.
func TestAPI(t *testing.T) {
	const name = "docs/api.txt"
	var b strings.Builder
	for _, dir := range slices.Sorted(slices.Values(importable)) {
		b.WriteString("package " + module + "/" + dir + "\n\n")
		for _, d := range exported(t, dir) {
			b.WriteString(d + "\n")
		}
		b.WriteString("\n")
	}
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(b.String()), 0o644))
		return
	}
	got, err := os.ReadFile(name)
	require.NoError(t, err)
	want, now := strings.Split(string(got), "\n"), strings.Split(b.String(), "\n")
	for i := range min(len(want), len(now)) {
		require.Equal(t, want[i], now[i], "docs/api.txt, line %d: what importers can use has changed; if that is meant, run go test . -run TestAPI -update and say so in CHANGELOG.md", i+1)
	}
	require.Len(t, now, len(want), "docs/api.txt")
}

// exported returns the exported declarations of a package, without comments and bodies, sorted.
func exported(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(dir + "/*.go")
	require.NoError(t, err)
	var out []string
	fset := token.NewFileSet()
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, file, nil, 0)
		require.NoError(t, err)
		if !ast.FileExports(f) {
			continue
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv != nil && !ofExported(d.Recv.List[0].Type) {
					continue
				}
				d.Body = nil
			case *ast.GenDecl:
				if d.Tok == token.IMPORT {
					continue
				}
			}
			var b bytes.Buffer
			require.NoError(t, format.Node(&b, fset, d))
			out = append(out, b.String())
		}
	}
	slices.Sort(out)
	return out
}

func ofExported(receiver ast.Expr) bool {
	switch x := receiver.(type) {
	case *ast.StarExpr:
		return ofExported(x.X)
	case *ast.IndexExpr: // of a generic type
		return ofExported(x.X)
	case *ast.Ident:
		return x.IsExported()
	}
	return true
}
