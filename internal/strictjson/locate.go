package strictjson

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Locate returns the position of each path in the document that data holds. A path to something that
// is not there gets the position of the nearest thing around it. It reads data once, however many
// paths there are.
func Locate(name string, data []byte, paths []check.Path) []att.Position {
	d := document{name: name, data: data}
	root := &place{offset: -1}
	for _, p := range paths {
		root.add(p.Steps())
	}
	start := len(data) - len(bytes.TrimLeft(data, " \t\r\n"))
	d.visit(jsontext.NewDecoder(bytes.NewReader(data)), 0, start, root)
	lines := []int{0} // offsets at which lines start
	for i, b := range data {
		if b == '\n' {
			lines = append(lines, i+1)
		}
	}
	positions := make([]att.Position, len(paths))
	for i, p := range paths {
		offset := max(root.find(p.Steps()), 0)
		line, found := slices.BinarySearch(lines, offset)
		if !found {
			line--
		}
		positions[i] = att.Position{Name: name, Line: line + 1, Column: offset - lines[line] + 1}
	}
	return positions
}

// place is a node in the tree of the steps that are looked for.
type place struct {
	offset int // of the value in the document; -1: not met
	inside map[string]*place
}

func (p *place) add(steps []string) {
	for _, s := range steps {
		next := p.inside[s]
		if next == nil {
			next = &place{offset: -1}
			if p.inside == nil {
				p.inside = map[string]*place{}
			}
			p.inside[s] = next
		}
		p = next
	}
}

func (p *place) find(steps []string) int {
	offset := p.offset
	for _, s := range steps {
		if p = p.inside[s]; p == nil || p.offset < 0 {
			break
		}
		offset = p.offset
	}
	return offset
}

// visit reads one value, which starts at offset; the decoder's own offsets are relative to base.
// It stops quietly at a fault, since Decode has reported it.
func (d document) visit(dec *jsontext.Decoder, base, offset int, p *place) bool {
	p.offset = offset
	if p.inside == nil {
		return dec.SkipValue() == nil
	}
	switch dec.PeekKind() {
	case '{':
		return d.visitObject(dec, base, p)
	case '[':
		return d.visitArray(dec, base, p)
	}
	return dec.SkipValue() == nil
}

func (d document) visitObject(dec *jsontext.Decoder, base int, p *place) bool {
	if _, err := dec.ReadToken(); err != nil {
		return false
	}
	for dec.PeekKind() == '"' {
		tok, err := dec.ReadToken()
		if err != nil {
			return false
		}
		next := p.inside[tok.String()]
		if next == nil {
			if dec.SkipValue() != nil {
				return false
			}
			continue
		}
		if !d.visit(dec, base, d.skip(base+int(dec.InputOffset())), next) {
			return false
		}
	}
	_, err := dec.ReadToken()
	return err == nil
}

func (d document) visitArray(dec *jsontext.Decoder, base int, p *place) bool {
	if _, err := dec.ReadToken(); err != nil {
		return false
	}
	seen := map[string]bool{}
	for i := 0; dec.PeekKind() != ']'; i++ {
		value, err := dec.ReadValue()
		if err != nil {
			return false
		}
		offset := base + int(dec.InputOffset()) - len(value)
		next := p.inside[elementName(value, i, seen)]
		if next == nil {
			continue
		}
		value = value.Clone()
		if !d.visit(jsontext.NewDecoder(bytes.NewReader(value)), offset, offset, next) {
			return false
		}
	}
	_, err := dec.ReadToken()
	return err == nil
}

// elementName returns the step to an element of a list: by its id, else its date, else its topic, as
// [check.Path] names elements; by its place when it has none that is well formed and new.
func elementName(value jsontext.Value, i int, seen map[string]bool) string {
	id := ""
	if value.Kind() == '{' {
		id = nameOf(value)
	}
	if id == "" || seen[id] || !att.ValidID(id) {
		return "[#" + strconv.Itoa(i+1) + "]"
	}
	seen[id] = true
	return "[" + id + "]"
}

// namers are the members that name an object among its like, the best first.
var namers = [...]string{"id", "date", "topic"}

// nameOf returns the text of the best naming member of an object, "" when there is none.
func nameOf(object jsontext.Value) string {
	dec := jsontext.NewDecoder(bytes.NewReader(object))
	if _, err := dec.ReadToken(); err != nil {
		return ""
	}
	best, rank := "", len(namers)
	for rank > 0 && dec.PeekKind() == '"' {
		key, err := dec.ReadToken()
		if err != nil {
			break
		}
		r := slices.Index(namers[:rank], key.String())
		if r < 0 || dec.PeekKind() != '"' {
			if dec.SkipValue() != nil {
				break
			}
			continue
		}
		text, err := dec.ReadToken()
		if err != nil {
			break
		}
		best, rank = text.String(), r
	}
	return best
}

// skip returns the first offset from offset on at which a value or a key starts.
func (d document) skip(offset int) int {
	for offset < len(d.data) && strings.IndexByte(" \t\r\n:,", d.data[offset]) >= 0 {
		offset++
	}
	return offset
}

// valueAt returns the offset of the value that a JSON pointer names, or of its key; fallback when it is
// not met.
func (d document) valueAt(pointer jsontext.Pointer, key bool, fallback int) int {
	dec := jsontext.NewDecoder(bytes.NewReader(d.data))
	depth := strings.Count(string(pointer), "/")
	for {
		start := d.skip(int(dec.InputOffset()))
		tok, err := dec.ReadToken()
		if err != nil {
			return fallback
		}
		level := dec.StackDepth()
		if k := tok.Kind(); k == '{' || k == '[' {
			level--
		}
		if level != depth || dec.StackPointer() != pointer {
			continue
		}
		if kind, n := dec.StackIndex(dec.StackDepth()); kind == '{' && n%2 == 1 && !key {
			return d.skip(int(dec.InputOffset()))
		}
		return start
	}
}

// pathTo returns the path of the value that holds the byte at offset, as far as the document can be
// read up to there.
func (d document) pathTo(offset int) string {
	dec := jsontext.NewDecoder(bytes.NewReader(d.data))
	var open []frame
	for {
		tok, err := dec.ReadToken()
		if err != nil || int(dec.InputOffset()) > offset {
			return render(open, err == nil && tok.Kind() != ']')
		}
		open = step(open, tok)
	}
}

// frame is an object or list that is open while a document is read.
type frame struct {
	list    bool
	inValue bool            // of an object: its key is read, its value is not complete
	key     string          // of an object: the latest key
	name    string          // of an object: its text in the best naming member so far
	rank    int             // of that member
	index   int             // of a list: the latest element, from 0
	seen    map[string]bool // of a list: names of its complete elements
}

func step(open []frame, tok jsontext.Token) []frame {
	if n := len(open); n > 0 && tok.Kind() != '}' && tok.Kind() != ']' {
		top := &open[n-1]
		switch {
		case top.list:
			top.index++
		case !top.inValue:
			top.inValue, top.key = true, tok.String()
			return open
		default:
			if r := slices.Index(namers[:top.rank], top.key); r >= 0 && tok.Kind() == '"' {
				top.name, top.rank = tok.String(), r
			}
		}
	}
	switch tok.Kind() {
	case '{':
		return append(open, frame{rank: len(namers)})
	case '[':
		return append(open, frame{list: true, index: -1, seen: map[string]bool{}})
	case '}', ']':
		closed := open[len(open)-1]
		open = open[:len(open)-1]
		if n := len(open); n > 0 && open[n-1].list && closed.name != "" {
			open[n-1].seen[closed.name] = true
		}
	}
	if n := len(open); n > 0 {
		open[n-1].inValue = false
	}
	return open
}

func render(open []frame, before bool) string {
	var p check.Path
	for i, f := range open {
		last := i == len(open)-1
		switch {
		case !f.list && f.inValue:
			p = p.Field(f.key)
		case f.list && last && before:
			p = p.Index(f.index + 1)
		case f.list && !last && !f.seen[open[i+1].name]:
			p = p.ID(open[i+1].name, f.index)
		case f.list && !last:
			p = p.Index(f.index)
		}
	}
	return string(p)
}
