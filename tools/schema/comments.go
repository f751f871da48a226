package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// comments are what the sources of one package say of types, fields and words. The library's own reader
// of comments knows nothing of words, and an editor shows them where one is chosen.
type comments struct {
	types  map[string]string // by type
	fields map[string]string // by type and field, as in Round.Title
	words  map[string][]word // by type, in the order of the source
}

// word is one value of a type of texts, such as "verified", with what is said of it.
type word struct{ value, comment string }

func readComments(dir string) (comments, error) {
	c := comments{types: map[string]string{}, fields: map[string]string{}, words: map[string][]word{}}
	names, err := filepath.Glob(filepath.Join(dir, "*.go")) // in order of name
	if err != nil {
		return c, err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return c, err
		}
		for _, decl := range f.Decls {
			if d, ok := decl.(*ast.GenDecl); ok {
				c.readDecl(d)
			}
		}
	}
	if len(c.types) == 0 {
		return c, fmt.Errorf("%s has no Go types", dir)
	}
	return c, nil
}

func (c comments) readDecl(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			c.types[s.Name.Name] = plain(cmp.Or(s.Doc.Text(), d.Doc.Text()))
			if body, ok := s.Type.(*ast.StructType); ok {
				c.readFields(s.Name.Name, body)
			}
		case *ast.ValueSpec:
			c.readWord(s)
		}
	}
}

func (c comments) readFields(owner string, body *ast.StructType) {
	for _, f := range body.Fields.List {
		for _, name := range f.Names {
			c.fields[owner+"."+name.Name] = plain(cmp.Or(f.Doc.Text(), f.Comment.Text()))
		}
	}
}

// readWord keeps a constant of the form X T = "word".
func (c comments) readWord(s *ast.ValueSpec) {
	owner, named := s.Type.(*ast.Ident)
	if !named || len(s.Values) != 1 {
		return
	}
	value, ok := s.Values[0].(*ast.BasicLit)
	if !ok || value.Kind != token.STRING {
		return
	}
	if text, err := strconv.Unquote(value.Value); err == nil {
		c.words[owner.Name] = append(c.words[owner.Name], word{text, plain(cmp.Or(s.Comment.Text(), s.Doc.Text()))})
	}
}

var (
	docLink = regexp.MustCompile(`(^|[^\w\]])\[\*?((?:[a-z]+\.)?[A-Z]\w*(?:\.\w+)?)\]`)
	zero    = regexp.MustCompile(`\b(nil|zero): `)
)

// plain puts a comment on one line, and into words for somebody who writes JSON and no Go.
func plain(comment string) string {
	line := strings.Join(strings.Fields(comment), " ")
	return zero.ReplaceAllString(docLink.ReplaceAllString(line, "$1$2"), "left out: ")
}

// describe is what the schema says of a type or, when one is named, of a field of it: the field's comment, else
// that of its type, else the names of both; then how it is written, and what is said of its words.
func (c comments) describe(t reflect.Type, field string) string {
	if field == "" {
		return c.describeType(t)
	}
	f, _ := t.FieldByName(field)
	text, written := c.fields[t.Name()+"."+field], forms[f.Type.Name()]
	switch first, _, _ := strings.Cut(text, " "); {
	case text == "" && (written != "" || c.describeType(f.Type) == ""):
		text = spaced(field) + " of the " + strings.ToLower(spaced(t.Name()))
	case text == "":
		text = c.describeType(f.Type)
	case slices.Contains([]string{"as", "before", "for", "in", "of", "to", "wanted"}, first): // the comment goes on from the name
		text = spaced(field) + " " + text
	case first == "0:", first == "empty:":
		text = spaced(field) + "; " + text
	}
	return strings.TrimSuffix(capital(text), ".") + "." + written + c.describeWords(f)
}

// forms say how types with a form of their own are written.
var forms = map[string]string{
	"Date":  " Written as in 2024-03-18.",
	"Clock": " Written as in 09:30.",
	"Count": ` A whole number, or a text such as "at least 8".`,
	"Text":  ` Texts by language, as in {"en": "Transit"}.`,
}

// describeType returns the comment of a type without its Go name, where that only starts the sentence.
func (c comments) describeType(t reflect.Type) string {
	text := c.types[t.Name()]
	for _, verb := range []string{" is ", " says "} {
		if rest, ok := strings.CutPrefix(text, t.Name()+verb); ok {
			return capital(rest)
		}
	}
	return capital(text)
}

// describeWords says what is known of the words of a field, of which its tag may allow a part only.
func (c comments) describeWords(f reflect.StructField) string {
	t := f.Type
	for t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	allowed, closed := oneOf(f)
	var said []string
	for _, w := range c.words[t.Name()] {
		if w.comment != "" && (!closed || allowed[w.value]) {
			said = append(said, w.value+" ("+w.comment+")")
		}
	}
	if said == nil {
		return ""
	}
	return " Words: " + strings.Join(said, ", ") + "."
}

// oneOf returns the words of a closed list, and whether the field has one.
func oneOf(f reflect.StructField) (words map[string]bool, closed bool) {
	words = map[string]bool{}
	for rule := range strings.SplitSeq(f.Tag.Get("validate"), ",") {
		if list, ok := strings.CutPrefix(rule, "oneof="); ok {
			closed = true
			for w := range strings.FieldsSeq(list) {
				words[w] = true
			}
		}
	}
	return words, closed
}

func capital(s string) string {
	for i, r := range s {
		return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

var joint = regexp.MustCompile(`([a-z])([A-Z])`)

// spaced splits a Go name into words.
func spaced(name string) string {
	if name == strings.ToUpper(name) {
		return name // as in ID
	}
	return capital(strings.ToLower(joint.ReplaceAllString(name, "$1 $2")))
}
