package paper

import (
	"slices"
	"unicode/utf8"
)

// A picture is drawn on a plane of Width by Height; x grows in the direction of reading. Whoever does not see it reads
// the Title and the Description, and the table that stands by it.
type picture struct {
	Title, Description text
	Width, Height      int
	Shapes             []shape
}

// A shape is a rectangle, a line or a label.
type shape struct {
	Kind   shapeKind
	X, Y   int
	W, H   int    // of a rectangle; of a line: to X+W, Y+H
	Class  string // how it looks, see page.css
	Label  text   // of a label
	Anchor string // of a label: "start", "middle" or "end" of it stands at X
	Dir    string // of a label, when it is not that of the page
}

type shapeKind string

const (
	rectangle shapeKind = "rect"
	stroke    shapeKind = "line"
	label     shapeKind = "label"
)

func (p *picture) add(shapes ...shape) { p.Shapes = append(p.Shapes, shapes...) }

// A key says what a class of rectangles is.
type key struct {
	class string
	label text
}

// legend makes a picture higher by lines that explain the classes in it, as many as the words of the language need.
func (p *picture) legend(keys []key) {
	const swatch, gap, line = 18, 28, 24
	x := stripMargin
	y := p.Height + line
	for _, k := range keys {
		if !slices.ContainsFunc(p.Shapes, func(s shape) bool { return s.Class == k.class }) {
			continue
		}
		words := fit(k.label, p.Width-2*stripMargin-swatch)
		if x > stripMargin && x+swatch+width(words) > p.Width-stripMargin {
			x, y = stripMargin, y+line
		}
		p.add(shape{Kind: rectangle, X: x, Y: y - 11, W: 12, H: 12, Class: k.class},
			shape{Kind: label, X: x + swatch, Y: y, Anchor: "start", Label: words})
		x += swatch + width(words) + gap
	}
	p.Height = y + 8
}

// width is the room that a label takes at most, in points, whatever font a reader has.
func width(t text) int {
	n := 0
	for _, r := range t.String() {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	const narrow, wide = 8, 14
	if r >= '\u2e80' { // from here on come the scripts of East Asia
		return wide
	}
	return narrow
}

// flat returns the text without parts of parts.
func (t text) flat() text {
	var out text
	for _, r := range t {
		if r.Parts == nil {
			out = append(out, r)
			continue
		}
		for _, inner := range r.Parts.flat() {
			if inner.Lang == "" {
				inner.Lang = r.Lang
			}
			out = append(out, inner)
		}
	}
	return out
}

// fit shortens a label that has no room. The table by the picture has all of it.
func fit(t text, room int) text {
	if width(t) <= room {
		return t
	}
	room -= runeWidth('…')
	var out text
	for _, r := range t.flat() {
		kept := 0
		for kept < len(r.Text) {
			c, size := utf8.DecodeRuneInString(r.Text[kept:])
			if room -= runeWidth(c); room < 0 {
				break
			}
			kept += size
		}
		whole := kept == len(r.Text)
		if r.Text = r.Text[:kept]; !whole {
			r.Text += "…"
			return append(out, r)
		}
		out = append(out, r)
	}
	return out
}
