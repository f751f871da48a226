package attwork_test

import (
	"go/ast"
	"go/doc"
	"go/doc/comment"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

// bracketed is what looks like a link to a Go name. Where the parser made no link of it, none exists.
var bracketed = regexp.MustCompile(`\[\*?(\w+\.)?[A-Z]\w*(\.[A-Z]\w*)?\]|\[[a-z]\w*(\.[a-z]+)?(/[a-z]\w*)+(\.\w+)*\]`)

// TestDocLinks finds links in doc comments that lead nowhere.
func TestDocLinks(t *testing.T) {
	has := map[string]func(receiver, name string) bool{}
	for _, dir := range importable {
		has[module+"/"+dir] = parsed(t, dir).Parser().LookupSym
	}
	links := 0
	for _, dir := range append([]string{"."}, importable...) {
		p := parsed(t, dir)
		for _, text := range commentsOf(p) {
			for _, piece := range piecesOf(p.Parser().Parse(text).Content) {
				switch piece := piece.(type) {
				case comment.Plain:
					for _, found := range bracketed.FindAllString(string(piece), -1) {
						assert.Fail(t, "broken link", "%s: %s leads nowhere, in %q", dir, found, text)
					}
				case *comment.Link:
					assert.NotContains(t, piece.URL, module, "%s: no page of this module is on the web; name the symbol, in %q", dir, text)
				case *comment.DocLink:
					links++
					symbol, known := has[piece.ImportPath]
					if _, ours := inside(piece.ImportPath); ours {
						assert.True(t, known, "%s: no package %s, in %q", dir, piece.ImportPath, text)
					}
					if known && piece.Name != "" {
						assert.True(t, symbol(piece.Recv, piece.Name), "%s: %s has no %s, in %q", dir, piece.ImportPath, piece.Name, text)
					}
				}
			}
		}
	}
	assert.NotZero(t, links, "no link at all was found")
}

// commentsOf are all comments of a package that a reader of its documentation sees, those of fields too.
func commentsOf(p *doc.Package) []string {
	texts := []string{p.Doc}
	lines := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Field:
				texts = append(texts, n.Doc.Text(), n.Comment.Text())
			case *ast.ValueSpec:
				texts = append(texts, n.Doc.Text(), n.Comment.Text())
			}
			return true
		})
	}
	values := func(list []*doc.Value) {
		for _, v := range list {
			texts = append(texts, v.Doc)
			lines(v.Decl)
		}
	}
	funcs := func(list []*doc.Func) {
		for _, f := range list {
			texts = append(texts, f.Doc)
		}
	}
	values(p.Consts)
	values(p.Vars)
	funcs(p.Funcs)
	for _, typ := range p.Types {
		texts = append(texts, typ.Doc)
		lines(typ.Decl)
		values(typ.Consts)
		values(typ.Vars)
		funcs(typ.Funcs)
		funcs(typ.Methods)
	}
	return texts
}

// piecesOf are the pieces of running text, without code.
func piecesOf(blocks []comment.Block) []comment.Text {
	var all []comment.Text
	for _, block := range blocks {
		switch block := block.(type) {
		case *comment.Paragraph:
			all = append(all, block.Text...)
		case *comment.Heading:
			all = append(all, block.Text...)
		case *comment.List:
			for _, item := range block.Items {
				all = append(all, piecesOf(item.Content)...)
			}
		}
	}
	return all
}
