package sentences

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// modulePath begins the import path of every package of the module.
const modulePath = "attwork.example/"

// module holds packages of the module with the types of their expressions.
type module struct {
	root     string
	fset     *token.FileSet
	info     *types.Info
	standard types.Importer
	checked  map[string]*types.Package // by import path
	files    []*ast.File               // of the packages of the module
	funcs    map[types.Object]function
	owners   map[types.Object]types.Object // of parameters: the function
}

// function is a function of the module, or one that a variable holds.
type function struct {
	params []types.Object // nil: without a name
	body   *ast.BlockStmt
}

// load reads the packages below the folders, and those that they import.
func load(root string, folders []string) (*module, error) {
	m := &module{
		root: root, fset: token.NewFileSet(), standard: importer.Default(), checked: map[string]*types.Package{},
		info: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		},
		funcs: map[types.Object]function{}, owners: map[types.Object]types.Object{},
	}
	for _, folder := range folders {
		err := fs.WalkDir(os.DirFS(root), folder, func(dir string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() || d.Name() == "testdata" {
				return err
			}
			_, err = m.Import(modulePath + dir)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, file := range m.files {
		ast.Inspect(file, m.note)
	}
	return m, nil
}

// Import returns a package: of the module from its source, of the standard library, or an empty one in the place of
// any other, which has no sentences.
func (m *module) Import(name string) (*types.Package, error) {
	if p, ok := m.checked[name]; ok {
		return p, nil
	}
	dir, ours := strings.CutPrefix(name, modulePath)
	if !ours {
		p, err := m.standard.Import(name)
		if err != nil {
			p = types.NewPackage(name, path.Base(name))
			p.MarkComplete()
		}
		m.checked[name] = p
		return p, nil
	}
	files, err := m.parse(filepath.Join(m.root, filepath.FromSlash(dir)))
	if err != nil {
		return nil, err
	}
	m.files = append(m.files, files...)
	conf := types.Config{Importer: m, Error: func(error) {}} // what comes from an empty package is an error of no matter
	p, _ := conf.Check(name, m.fset, files, m.info)
	m.checked[name] = p
	return p, nil
}

func (m *module) parse(dir string) ([]*ast.File, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	names = slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	files := make([]*ast.File, len(names))
	for i, name := range names {
		if files[i], err = parser.ParseFile(m.fset, name, nil, parser.SkipObjectResolution); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// note notes the functions of a file and what holds them.
func (m *module) note(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		m.add(n.Name, n.Type, n.Body)
	case *ast.AssignStmt:
		for i, value := range n.Rhs {
			name, isName := n.Lhs[i].(*ast.Ident)
			if literal, ok := value.(*ast.FuncLit); ok && isName {
				m.add(name, literal.Type, literal.Body)
			}
		}
	}
	return true
}

func (m *module) add(name *ast.Ident, t *ast.FuncType, body *ast.BlockStmt) {
	owner := m.info.Defs[name]
	if owner == nil {
		return
	}
	f := function{body: body}
	for _, field := range t.Params.List {
		for _, param := range field.Names {
			object := m.info.Defs[param]
			f.params, m.owners[object] = append(f.params, object), owner
		}
		if field.Names == nil {
			f.params = append(f.params, nil)
		}
	}
	m.funcs[owner] = f
}

// place returns the file, relative to the root, and the line of a position.
func (m *module) place(at token.Pos) (file string, line int) {
	p := m.fset.Position(at)
	name, err := filepath.Rel(m.root, p.Filename)
	if err != nil {
		name = p.Filename
	}
	return filepath.ToSlash(name), p.Line
}
