// Package strictjson reads and writes the JSON documents of this module. It is the one home of the
// JSON library, and turns each fault of a document into one [att.InputError] that says where it is
// and what was expected.
package strictjson

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"attwork.example/att"
)

// Bounds of a document. What is larger or deeper is refused.
const (
	MaxBytes  = 8 << 20
	MaxDepth  = 64
	MaxValues = 200_000 // objects, lists, texts, numbers; the largest real document here has a few thousand
)

// Read reads a whole document of at most [MaxBytes] from r.
func Read(name string, r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, &att.InputError{Position: att.Position{Name: name}, Expected: "cannot be read: " + err.Error(), Err: err}
	}
	if len(data) > MaxBytes {
		return nil, &att.InputError{Position: att.Position{Name: name}, Expected: "larger than 8 MiB; expected a smaller document"}
	}
	return data, nil
}

// Decode reads the document in data into v. Its first key must be "format" with the value format.
// The error is an [att.InputError].
func Decode(name, format string, data []byte, v any) error {
	d := document{name: name, data: data}
	body, err := d.scan(format)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(body, v, json.RejectUnknownMembers(true)); err != nil {
		return d.explain(err)
	}
	return nil
}

// MustDecode is [Decode] for documents that are embedded in a program and read by its tests; it panics
// on a malformed one.
func MustDecode(name, format string, data []byte, v any) {
	if err := Decode(name, format, data, v); err != nil {
		panic(err)
	}
}

// Encode returns v as a document of the format, indented, with a line end. Equal values give equal
// bytes. It reports an error when [Decode] would refuse the document.
func Encode(format string, v any) ([]byte, error) {
	body, err := json.Marshal(v, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	doc := fmt.Appendf(nil, `{"format":%q`, format)
	if rest := bytes.TrimPrefix(body, []byte("{")); len(rest) > 1 {
		doc = append(append(doc, ','), rest...)
	} else {
		doc = append(doc, '}')
	}
	indented := jsontext.Value(doc)
	if err := indented.Indent(jsontext.WithIndent("  ")); err != nil {
		return nil, err
	}
	doc = append(indented, '\n')
	if len(doc) > MaxBytes {
		return nil, fmt.Errorf("the document would be larger than 8 MiB")
	}
	if _, err := (document{data: doc}).scan(format); err != nil {
		return nil, err
	}
	return doc, nil
}

type document struct {
	name string
	data []byte
}

// fault returns an error about the byte at offset.
func (d document) fault(offset int, format string, args ...any) *att.InputError {
	offset = min(max(offset, 0), len(d.data))
	return &att.InputError{
		Position: d.position(offset),
		Path:     d.pathTo(offset),
		Expected: fmt.Sprintf(format, args...),
	}
}

func (d document) position(offset int) att.Position {
	before := d.data[:offset]
	line := bytes.Count(before, []byte("\n")) + 1
	return att.Position{Name: d.name, Line: line, Column: offset - bytes.LastIndexByte(before, '\n')}
}

// scan looks at every token: a well-formed object in UTF-8, the format first, no null, no key twice,
// not too deep or too many, nothing behind. It returns the document with the format blanked out, so that every
// offset stays.
func (d document) scan(format string) ([]byte, error) {
	if err := d.preamble(format); err != nil {
		return nil, err
	}
	dec := jsontext.NewDecoder(bytes.NewReader(d.data))
	body := d.data
	values := 0
	for n := 0; ; n++ {
		start := d.skip(int(dec.InputOffset()))
		tok, err := dec.ReadToken()
		if errors.Is(err, io.EOF) {
			return body, nil
		}
		if err != nil {
			return nil, d.explain(err)
		}
		end := int(dec.InputOffset())
		if isValue(dec, tok) {
			values++
		}
		switch {
		case n == 0 && tok.Kind() != '{':
			return nil, d.fault(start, "expected an object in braces that starts with \"format\": %q", format)
		case n == 1 && (tok.Kind() != '"' || tok.String() != "format"):
			return nil, d.fault(start, "expected the first key to be \"format\": %q", format)
		case n == 2 && (tok.Kind() != '"' || tok.String() != format):
			return nil, d.fault(start, "expected the format %q, found %s", format, found(tok))
		case n == 2:
			body = d.withoutFormat(end)
		case n > 2 && dec.StackDepth() == 0 && tok.Kind() == '}':
			if rest := bytes.TrimLeft(d.data[end:], " \t\r\n"); len(rest) > 0 {
				return nil, d.fault(len(d.data)-len(rest), "expected nothing after the end of the document")
			}
		case tok.Kind() == 'n':
			return nil, d.fault(start, "expected a value, found null; leave out what is unknown")
		case dec.StackDepth() > MaxDepth:
			return nil, d.fault(start, "nested deeper than %d levels", MaxDepth)
		case values > MaxValues:
			return nil, d.fault(start, "more than %d values; expected a smaller document", MaxValues)
		}
	}
}

// isValue reports whether the token just read is a value or starts one, and not a key or an end.
func isValue(dec *jsontext.Decoder, tok jsontext.Token) bool {
	switch tok.Kind() {
	case '}', ']':
		return false
	case '"':
		kind, n := dec.StackIndex(dec.StackDepth())
		return kind != '{' || n%2 == 0
	}
	return true
}

// preamble names the faults of files that are no JSON text at all.
func (d document) preamble(format string) error {
	switch {
	case len(d.data) > MaxBytes:
		return &att.InputError{Position: att.Position{Name: d.name}, Expected: "larger than 8 MiB; expected a smaller document"}
	case bytes.HasPrefix(d.data, []byte("\xef\xbb\xbf")):
		return d.fault(0, "starts with a byte-order mark; expected UTF-8 without one")
	case bytes.HasPrefix(d.data, []byte("\xff\xfe")), bytes.HasPrefix(d.data, []byte("\xfe\xff")):
		return d.fault(0, "is in UTF-16; expected UTF-8")
	case len(bytes.TrimSpace(d.data)) == 0:
		return d.fault(0, "the file is empty; expected a document that starts with {\"format\": %q", format)
	}
	return nil
}

// withoutFormat returns a copy of the document in which the first member, whose value ends at end, is
// blank, with the comma behind it.
func (d document) withoutFormat(end int) []byte {
	for end < len(d.data) && strings.IndexByte(" \t\r\n", d.data[end]) >= 0 {
		end++
	}
	if end < len(d.data) && d.data[end] == ',' {
		end++
	}
	body := bytes.Clone(d.data)
	for i := bytes.IndexByte(body, '{') + 1; i < end; i++ {
		if body[i] != '\n' {
			body[i] = ' '
		}
	}
	return body
}

// explain turns an error of the JSON library into words.
func (d document) explain(err error) error {
	if syntax, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		fault := d.fault(int(syntax.ByteOffset), "%s", syntaxWords(syntax))
		fault.Err = err
		return fault
	}
	if meaning, ok := errors.AsType[*json.SemanticError](err); ok {
		unknownKey := errors.Is(meaning.Err, json.ErrUnknownName)
		offset := d.valueAt(meaning.JSONPointer, unknownKey, int(meaning.ByteOffset))
		fault := d.fault(offset, "%s", meaningWords(meaning))
		fault.Err = err
		return fault
	}
	return &att.InputError{Position: att.Position{Name: d.name}, Expected: err.Error(), Err: err}
}

func syntaxWords(e *jsontext.SyntacticError) string {
	err := e.Err
	switch {
	case err == nil:
		return "malformed JSON"
	case errors.Is(err, jsontext.ErrDuplicateName):
		return fmt.Sprintf("the key %s stands here twice; expected each key once", quoted(e.JSONPointer.LastToken()))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "the document ends in the middle; expected its closing braces"
	case strings.Contains(err.Error(), "UTF-8"):
		return "expected text in UTF-8, found other bytes"
	}
	return "malformed JSON: " + err.Error()
}

func meaningWords(e *json.SemanticError) string {
	switch {
	case errors.Is(e.Err, json.ErrUnknownName):
		return fmt.Sprintf("unknown key %s; expected a key of the format", quoted(e.JSONPointer.LastToken()))
	case e.Err != nil && ownWords(e.Err) != "":
		return ownWords(e.Err)
	case e.GoType != nil && e.JSONKind == '0' && wanted(e.GoType) == wholeNumber:
		return fmt.Sprintf("expected %s, found %s", wholeNumber, cut(string(e.JSONValue)))
	case e.GoType != nil:
		return fmt.Sprintf("expected %s, found %s", wanted(e.GoType), kindWords(e.JSONKind))
	}
	return e.Error()
}

// ownWords returns what a type of this module says of a text that it cannot read, "" for another error.
func ownWords(err error) string {
	for _, pkg := range []string{"att: ", "finance: "} {
		if words, ok := strings.CutPrefix(err.Error(), pkg); ok {
			return words
		}
	}
	return ""
}

const wholeNumber = "a whole number"

// wanted says in words what a value of the type is read from. A struct with a text form of its own
// reads a text.
func wanted(t reflect.Type) string {
	if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		return "a text in quotation marks"
	}
	switch t.Kind() {
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Uint, reflect.Uint64:
		return wholeNumber
	case reflect.Bool:
		return "true or false"
	case reflect.Slice, reflect.Array:
		return "a list in square brackets"
	case reflect.Map, reflect.Struct:
		return "an object in braces"
	}
	return "a text in quotation marks"
}

func kindWords(k jsontext.Kind) string {
	switch k {
	case '"':
		return "a text"
	case '0':
		return "a number"
	case 't', 'f':
		return "true or false"
	case '{':
		return "an object"
	case '[':
		return "a list"
	}
	return "something else"
}

func found(tok jsontext.Token) string {
	if tok.Kind() == '"' {
		return quoted(tok.String())
	}
	return kindWords(tok.Kind())
}

func quoted(s string) string { return fmt.Sprintf("%q", cut(s)) }

// cut shortens a text from outside to what fits in a sentence.
func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return s
}
