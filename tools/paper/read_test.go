// Package paper_test reads papers as a browser and a Markdown renderer do.
package paper_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	renderer "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/reporting/paper"
)

// attacks are texts that mean something to a browser or to a reader of Markdown.
var attacks = []string{
	"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "' onmouseover='alert(1)", "</title><script>x</script>", "</style><svg onload=x>", "--><!--", "]]>", "&lt;b&gt;&#60;i&#62;",
	"</td></tr></table><h1>x</h1>", "<a href=//evil.example>", "</svg><p>", "</text></svg>", "<plaintext>", "<!DOCTYPE x>", "<?x?>", "\x00<b>", "{{.}}", "javascript:x",
	"[x](javascript:alert(1))", "![x](http://evil.example/x.png)", "[x]: http://evil.example", "[^1]", "[^1]: x", "<http://evil.example>", "https://evil.example/", "www.evil.example", "http://evil.example.",
	"ftp://evil.example", "mailto:a@evil.example", "a@evil.example", "HTTPS://evil.example", "WWW.evil.example", "| a | b |", `a\|b`, `\|`, `\\|`, "|", "||", "a\\", `\`, "a`b|c``d", "```", "~~~", "`", "``", "` `",
	"# x", "x #", "x ##", "## x {#y .z onclick=x}", "{onclick=x}", "- x", "+ x", "* x", "- [ ] x", "1. x", "1) x", "> x", "***", "---", "- - -", "===", ": x", "*x*", "_x_", "**", "x*", "~x~", "~~x~~", "$x$", "==x==",
	"^x^", "a  \n\n# b", "    x", "\tx", "<!-- x -->", "<br>", "&nbsp;", "&#35;", ":smile:", "(c)", "term\n: meaning", "| --- |", "--- | ---", "x\n---", "x\r\n===", "\u2028# x", "\u0085# x", " # x", "\u00a0# x", "a", "1", "",
}

// paperOf has an attack in the texts of a programme, in ids that only a table shows, and in messages.
func paperOf(attack string) paper.Paper {
	text := att.Text{att.English: attack}
	items := []att.Item{{Topic: "t", Bodies: []string{"b"}, Minutes: 5}, {Topic: attack, Bodies: []string{attack}}}
	return paper.Paper{
		Made: attack, Before: att.Programme{ID: "y", Name: text},
		Programme: att.Programme{
			ID: "x", Name: text, Note: attack, Gaps: []string{attack, "x"},
			Bodies: []att.Body{{ID: "b", Name: text, Mandate: att.Mandate{Topics: []att.Topic{{ID: "t", Title: text}}}}},
			Rounds: []att.Round{{ID: attack, Bodies: []string{"b", attack}, Meeting: att.Meeting{
				City: attack, Venue: attack, Format: att.Format(attack), Start: att.MustDate("2024-03-18"), Days: []att.Day{{Sittings: []att.Sitting{{Items: items}}}},
			}}},
		},
		Checks: []paper.Check{{Title: text, Report: check.Report{
			Findings: []check.Finding{{Path: check.Path(attack), Cites: []att.Citation{{Paragraph: attack}}, Message: check.Say(attack+" {a} {b}{b}", check.Arg{Name: "a", Text: attack}, check.Place("b", check.Path(attack)))}},
			Outcomes: []check.RuleOutcome{},
		}}},
	}
}

// each calls f with each attack alone, and with every third pair of them in a row.
func each(f func(p paper.Paper, attack string)) {
	for i, a := range attacks {
		f(paperOf(a), a)
		for j := i % 3; j < len(attacks); j += 3 {
			f(paperOf(a+attacks[j]), a+attacks[j])
		}
	}
}

func written(t *testing.T, p paper.Paper, f paper.Format, c paper.Catalogue) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, p.Write(&b, f, c))
	return b.Bytes()
}

// said is what the JSON of a paper says, as far as the tests look at it.
type said struct {
	Title    string
	Lead     []struct{ Text string }
	Sections []struct {
		Title  string
		Blocks []struct {
			Kind, Text     string
			Items, Columns []string
			Rows           [][]*struct {
				Text  string
				Items []string
			}
		}
	}
}

func saidBy(t *testing.T, p paper.Paper, c paper.Catalogue) said {
	t.Helper()
	var s said
	require.NoError(t, json.Unmarshal(written(t, p, paper.JSON, c), &s))
	return s
}

// headings of the JSON, and its tables as rows of cells.
func (s said) headings() []string {
	list := []string{together(s.Title)}
	for _, section := range s.Sections {
		list = append(list, together(section.Title))
	}
	return list
}

// paragraphs of the JSON; a table's caption is one in Markdown, and a picture's description is none in HTML.
func (s said) paragraphs() []string {
	var list []string
	for _, b := range s.Lead {
		list = append(list, together(b.Text))
	}
	for _, section := range s.Sections {
		for _, b := range section.Blocks {
			if b.Kind == "paragraph" || b.Kind == "notice" {
				list = append(list, together(b.Text))
			}
		}
	}
	return list
}

func (s said) listed() (n int) {
	for _, section := range s.Sections {
		for _, b := range section.Blocks {
			n += len(b.Items)
		}
	}
	return n
}

func (s said) rows() (rows [][]string) {
	for _, section := range s.Sections {
		for _, b := range section.Blocks {
			if b.Kind != "table" {
				continue
			}
			var head []string
			for _, c := range b.Columns {
				head = append(head, together(c))
			}
			rows = append(rows, head)
			for _, r := range b.Rows {
				row := make([]string, len(r))
				for i, c := range r {
					if row[i] = "unknown"; c != nil { // as the pages say where nobody knows
						row[i] = together(c.Text + strings.Join(c.Items, ""))
					}
				}
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// together leaves out the spaces, which readers of pages fold.
func together(s string) string { return strings.Join(strings.Fields(s), "") }

// shape is what a reader has made of a page: how often each element is there, and which attributes they have.
type shape struct {
	elements   map[string]int
	attributes map[string]bool
	headings   []string
	paragraphs map[string]bool
	rows       [][]string
}

func shapeOf(t *testing.T, page []byte) shape {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	s := shape{map[string]int{}, map[string]bool{}, nil, map[string]bool{}, nil}
	var drawn overs
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			s.elements[n.Data]++
			for _, a := range n.Attr {
				s.attributes[n.Data+" "+a.Key] = true
			}
			switch n.Data {
			case "h1", "h2":
				s.headings = append(s.headings, together(textOf(n)))
			case "p":
				s.paragraphs[together(textOf(n))] = true
			case "tr":
				var row []string
				row, drawn = drawn.into(row)
				s.rows = append(s.rows, row)
			case "td", "th":
				row := &s.rows[len(s.rows)-1]
				if down := measure(n, "rowspan"); down > 1 {
					drawn = append(drawn, over{len(*row), down - 1, together(textOf(n))})
				}
				*row = append(append(*row, together(textOf(n))), make([]string, measure(n, "colspan")-1)...)
			}
		case html.CommentNode:
			require.Fail(t, "a comment", n.Data)
		}
	}
	return s
}

// over is a cell that is drawn over those below it.
type over struct {
	column, rows int
	text         string
}

type overs []over

// into begins a row with the cells that are drawn over it; all of them are at its beginning.
func (list overs) into(row []string) ([]string, overs) {
	var rest overs
	for _, o := range list {
		if o.column == len(row) {
			row = append(row, o.text)
		}
		if o.rows--; o.rows > 0 {
			rest = append(rest, o)
		}
	}
	return row, rest
}

// measure returns over how many rows or columns a cell is drawn.
func measure(cell *html.Node, name string) int {
	for _, a := range cell.Attr {
		if n, err := strconv.Atoi(a.Val); err == nil && a.Key == name {
			return n
		}
	}
	return 1
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// has expects every paragraph of the JSON on the page.
func has(t *testing.T, page shape, s said, attack string) {
	t.Helper()
	for _, p := range s.paragraphs() {
		require.True(t, page.paragraphs[p], "%q: the page lacks %s", attack, p)
	}
}

func TestBrowser(t *testing.T) {
	french := paper.NewCatalogue(att.French, nil)
	known := map[string]bool{"li class": true, "ul class": true, "span lang": true, "span dir": true, "code dir": true}
	for _, c := range []paper.Catalogue{{}, french} {
		for a := range shapeOf(t, written(t, paperOf("a text"), paper.HTML, c)).attributes {
			known[a] = true
		}
	}
	each(func(p paper.Paper, attack string) {
		s := saidBy(t, p, french)
		got := shapeOf(t, written(t, p, paper.HTML, french))
		require.Equal(t, s.headings(), got.headings, "%q", attack)
		require.Equal(t, s.rows(), got.rows, "%q", attack)
		has(t, got, s, attack)
		for a := range got.attributes {
			require.True(t, known[a], "%q: %s", attack, a)
		}
		for _, e := range []string{"script", "img", "iframe", "plaintext", "b", "i"} {
			require.Zero(t, got.elements[e], "%q: %s", attack, e)
		}
		require.Equal(t, 1, got.elements["style"])
	})
}

func TestMarkdownReader(t *testing.T) {
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute()),
		goldmark.WithRendererOptions(renderer.WithUnsafe()), // raw HTML passes, so that it is seen
	)
	known := map[string]bool{"th style": true, "td style": true}
	elements := map[string]bool{}
	for e := range strings.FieldsSeq("html head body h1 h2 p blockquote ul li table thead tbody tr th td strong em code br") {
		elements[e] = true
	}
	each(func(p paper.Paper, attack string) {
		s := saidBy(t, p, paper.Catalogue{})
		source := written(t, p, paper.Markdown, paper.Catalogue{})
		var out bytes.Buffer
		require.NoError(t, md.Convert(source, &out))
		got := shapeOf(t, out.Bytes())
		require.Equal(t, s.headings(), got.headings, "%q", attack)
		require.Equal(t, s.rows(), got.rows, "%q:\n%s", attack, source)
		has(t, got, s, attack)
		require.Equal(t, s.listed(), got.elements["li"], "%q:\n%s", attack, source)
		for e := range got.elements {
			require.True(t, elements[e], "%q: %s:\n%s", attack, e, source)
		}
		for a := range got.attributes {
			require.True(t, known[a], "%q: %s:\n%s", attack, a, source)
		}
	})
}
