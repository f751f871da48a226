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
	Key       []item // what the colours of a timetable mean
	Picture   *picture
}

type table struct {
	Caption text
	Kind    tableKind
	Columns []column
	Rows    []row
}

type tableKind string

const (
	grid tableKind = "grid" // a timetable, in which each column is as wide as any other
	long tableKind = "long" // many narrow rows, which may stand in columns beside each other
)

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
	Items []item  // below the text
	Mark  string  // how it looks, see page.css

	// A page may draw a cell over those below it or after it, which are then covered and say the same or nothing.
	Down, Across int
	Covered      bool
}

// An item is one of several things in a cell: in a timetable an item of the agenda, elsewhere a finding.
type item struct {
	Tint int    // 1 to tints: the colour of the leading body; 0: none
	Mark string // what it is instead, see page.css
	Text text
}

// tints is how many colours bodies have; see page.css.
const tints = 8

// text is what stands on one line, in runs.
type text []run

type run struct {
	Text  string
	Parts text     // what it is made of instead, as a sentence is that is not in the language of the page
	Lang  att.Lang // when it is not that of what it stands in
	Code  bool     // an identifier, a path, a command: left to right in every language
	Left  bool     // a number with a sign, which would go to its other end on a page from right to left
	Bold  bool
	Next  bool // begins a line where a format can
}

func plain(s string) text { return text{{Text: clean(s)}} }
func code(s string) text  { return text{{Text: clean(s), Code: true}} }

// nextLine begins a new line where a format can, and is a space elsewhere.
var nextLine = run{Text: " ", Next: true}

// bold sets a text off from what follows it.
func bold(t text) text {
	out := slices.Clone(t)
	for i := range out {
		out[i].Bold = true
	}
	return out
}

// String returns the text without its marks.
func (t text) String() string {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Text)
		b.WriteString(r.Parts.String())
	}
	return b.String()
}

// tight keeps a text on one line.
func tight(t text) text {
	out := slices.Clone(t)
	for i, r := range out {
		out[i].Text, out[i].Parts = strings.ReplaceAll(r.Text, " ", noBreak), tight(r.Parts)
	}
	return out
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
