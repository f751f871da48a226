package paper

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
	"sync"
	"unicode"

	"attwork.example/att"
)

var (
	//go:embed page.html
	pageTemplate string
	//go:embed page.css
	pageStyle string
)

// A page is parsed once for each direction of writing. The escaping is that of html/template, which knows the place that
// each text stands in.
var (
	leftToRight = sync.OnceValue(func() *template.Template { return parsed("ltr") })
	rightToLeft = sync.OnceValue(func() *template.Template { return parsed("rtl") })
)

func parsed(page string) *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"style": func() template.CSS { return template.CSS(pageStyle) }, // ours, and the same on every page
		"dir": func(l att.Lang) string { // of a text in another language; empty where nothing turns
			if dir := direction(l); dir != page || page == "rtl" {
				return dir
			}
			return ""
		},
	}).Parse(pageTemplate))
}

func (p page) html(w io.Writer) error {
	if p.Dir == "rtl" {
		return rightToLeft().Execute(w, p.mirrored())
	}
	return leftToRight().Execute(w, p)
}

// mirrored turns the pictures of a page that is read from right to left.
func (p page) mirrored() page {
	sections := make([]section, len(p.Sections))
	for i, s := range p.Sections {
		blocks := make([]block, len(s.Blocks))
		for j, b := range s.Blocks {
			if b.Picture != nil {
				turned := b.Picture.mirrored()
				b.Picture = &turned
			}
			blocks[j] = b
		}
		s.Blocks = blocks
		sections[i] = s
	}
	p.Sections = sections
	return p
}

func (p picture) mirrored() picture {
	shapes := make([]shape, len(p.Shapes))
	for i, s := range p.Shapes {
		switch s.Kind {
		case rectangle:
			s.X = p.Width - s.X - s.W
		case stroke:
			s.X, s.W = p.Width-s.X, -s.W
		case label: // its start is on the right in a page from right to left, unless it is itself from left to right
			s.X = p.Width - s.X
			if s.Label.leftToRight() {
				s.Dir, s.Anchor = "ltr", otherEnd(s.Anchor)
			}
		}
		shapes[i] = s
	}
	p.Shapes = shapes
	return p
}

func otherEnd(anchor string) string {
	switch anchor {
	case "start":
		return "end"
	case "end":
		return "start"
	}
	return anchor
}

// leftToRight reports whether nothing in a label is in the language of the page, as its number or a name in another.
func (t text) leftToRight() bool {
	for _, r := range t.flat() {
		if r.Code || r.Left || r.Lang != "" && localeOf(r.Lang).dir == "ltr" || !strings.ContainsFunc(r.Text, unicode.IsLetter) {
			continue
		}
		return false
	}
	return true
}

// Look is how a table is laid out: a short one is not cut by the end of a page, and only one of many rows needs columns.
func (t table) Look() string {
	switch {
	case t.Kind == grid:
		return " grid"
	case len(t.Rows) <= 12:
		return " short"
	}
	return strings.TrimRight(" "+string(t.Kind), " ")
}

// EndX and EndY are where a line ends.
func (s shape) EndX() int { return s.X + s.W }
func (s shape) EndY() int { return s.Y + s.H }
