// Package sentences lists, for tests, every English sentence that the module says as an att.Message, and every
// English word that stands in one. It reads the source. A sentence that is put together while the program runs cannot
// be found in a catalogue of another language, and is an error here.
package sentences

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// Sentence is a text that a catalogue of another language has to know.
type Sentence struct {
	English string // a sentence with its braces, or a word
	Word    bool   // it is a word that stands in sentences
	File    string // of the first place that says it, relative to the root of the module
	Line    int
}

// Extract returns the sentences and the words of the packages below the folders of the module at root, and of those
// that they import, each once and in order. The error names every place where one is no constant.
func Extract(root string, folders ...string) ([]Sentence, error) {
	m, err := load(root, folders)
	if err != nil {
		return nil, err
	}
	r := reading{module: m, says: map[types.Object][]said{}}
	for again := true; again; { // a function that hands its parameter to one that says it says it too
		again = false
		r.found, r.faults = nil, nil
		for _, file := range m.files {
			again = r.file(file) || again
		}
	}
	if len(r.faults) > 0 {
		slices.Sort(r.faults)
		return nil, fmt.Errorf("sentences: no constant: %s", strings.Join(slices.Compact(r.faults), ", "))
	}
	slices.SortFunc(r.found, func(a, b Sentence) int {
		word := strings.Compare(fmt.Sprint(a.Word), fmt.Sprint(b.Word))
		return cmp.Or(strings.Compare(a.English, b.English), word, strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return slices.CompactFunc(r.found, func(a, b Sentence) bool { return a.English == b.English && a.Word == b.Word }), nil
}

// said is what a function makes a sentence or a word of, once it is called.
type said struct {
	value value
	word  bool
}

// reading walks through the files of a module.
type reading struct {
	module *module
	says   map[types.Object][]said // by function
	found  []Sentence
	faults []string
}

// file looks at every message and argument that a file makes, and at every call of a function that says its
// parameters. It reports whether it learned of another such function.
func (r *reading) file(file *ast.File) (learned bool) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if text, word := r.text(n); text != nil {
				learned = r.say(text, said{r.module.evaluate(text), word}) || learned
			}
		case *ast.CallExpr:
			callee := r.module.callee(n)
			if len(r.says[callee]) == 0 {
				break
			}
			arguments := r.module.arguments(callee, n)
			for _, s := range r.says[callee] {
				learned = r.say(n, said{s.value.with(arguments), s.word}) || learned
			}
		}
		return true
	})
	return learned
}

// text returns the expression in a literal that is the sentence of a message or the word of an argument.
func (r *reading) text(literal *ast.CompositeLit) (text ast.Expr, word bool) {
	named, ok := types.Unalias(r.module.info.TypeOf(literal)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != modulePath+"att" {
		return nil, false
	}
	fields := map[string]ast.Expr{}
	for _, element := range literal.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			fields[types.ExprString(pair.Key)] = pair.Value
		}
	}
	switch named.Obj().Name() {
	case "Message":
		return fields["English"], false
	case "Arg":
		if kind := fields["Kind"]; kind != nil && types.ExprString(kind) == "WordArg" {
			return fields["Text"], true
		}
	}
	return nil, false
}

// say notes what is said at a place: a constant is found, and what hangs on a parameter is said by its function. It
// reports whether that is news.
func (r *reading) say(at ast.Node, s said) bool {
	file, line := r.module.place(at.Pos())
	if s.value == nil {
		r.faults = append(r.faults, fmt.Sprintf("%s:%d", file, line))
		return false
	}
	if param := s.value.param(); param != nil {
		owner := r.module.owners[param]
		known := func(o said) bool { return o.word == s.word && o.value.key() == s.value.key() }
		if slices.ContainsFunc(r.says[owner], known) {
			return false
		}
		r.says[owner] = append(r.says[owner], s)
		return true
	}
	for _, text := range s.value.texts() {
		r.found = append(r.found, Sentence{English: text, Word: s.word, File: file, Line: line})
	}
	return false
}
