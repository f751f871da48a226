package paper

import (
	"slices"
	"strings"

	"attwork.example/att"
)

// A page is a document in one language and in no format: what [build] makes and the writers print. Every text in it is
// hostile until a writer has escaped it.
type page struct {
	Lang     att.Lang
	Dir      string // "ltr" or "rtl"
	Title    text
	Contents text    // what the list of sections is called
	Lead     []block // before the first section
	Sections []section
	Foot     section
}

type section struct {
	ID     string // stable, the same in every language
	Title  text
	Blocks []block
}

// all returns the sections and what stands at the foot.
func (p page) all() []section { return append(slices.Clip(p.Sections), p.Foot) }

// A block is one of its parts; the others are zero.
type block struct {
	Paragraph text
	Notice    bool // whether the paragraph is one that nobody should miss
	List      []text
	Table     *table
	Picture   *picture
}

type table struct {
	Caption text
	Kind    string // "" or "grid": a timetable, in which each column is as wide as any other
	Columns []column
	Rows    []row
}

type column struct {
	Title  text
	Number bool // its cells are numbers, and line up
}

type row struct {
	Head  bool // the first cell is the head of the row
	Cells []cell
}

type cell struct {
	Text  text
	Value *string // what a machine reads instead: digits with a point, a day as 2024-03-18; nil: the text is all there is
	None  bool    // nobody knows: no value, and null in JSON
	Items []item  // of a timetable, below the text
}

// An item is one agenda item in a cell of a timetable.
type item struct {
	Tint int // 1 to tints: the colour of the leading body; 0: none
	Text text
}

// tints is how many colours bodies have; see page.css.
const tints = 8

// text is what stands on one line, in runs.
type text []run

type run struct {
	Text string
	Lang att.Lang // when it is not that of the page
	Code bool     // an identifier, a path, a command: left to right in every language
	Link string   // id of a section or rule on the page
	Left bool     // a number with a sign, on a page from right to left: the sign would go to its other end

	Parts text // instead of Text: a sentence in another language than the page, whole, so that its parts keep their order
}

func plain(s string) text { return text{{Text: clean(s)}} }
func code(s string) text  { return text{{Text: clean(s), Code: true}} }

// String returns the text without its marks.
func (t text) String() string {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Text)
		b.WriteString(r.Parts.String())
	}
	return b.String()
}

func join(separator string, list ...text) text {
	var out text
	for _, t := range list {
		if len(t) == 0 {
			continue
		}
		if out != nil && separator != "" {
			out = append(out, run{Text: separator})
		}
		out = append(out, t...)
	}
	return out
}

func paragraph(t text) block { return block{Paragraph: t} }

func of(t text) cell { return cell{Text: t} }

func valued(t text, value string) cell { return cell{Text: t, Value: &value} }

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
}

type shapeKind string

const (
	rectangle shapeKind = "rect"
	stroke    shapeKind = "line"
	label     shapeKind = "label"
)
