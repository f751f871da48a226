package paper_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/reporting/paper"
)

// TestFormatsSayTheSame: every table, paragraph and list of the JSON is in the other formats, in the same order and
// with the same words.
func TestFormatsSayTheSame(t *testing.T) {
	for _, lang := range att.Languages() {
		c := catalogue(t, lang)
		want := read(t, whole(), c)
		tables := 0
		page, text := elements(t, written(t, whole(), paper.HTML, c)), markdownRows(string(written(t, whole(), paper.Markdown, c)))
		sheet := csvRows(t, written(t, whole(), paper.CSV, c))
		next := func(list *[][]string, what string, row []string) {
			t.Helper()
			require.NotEmpty(t, *list, "%s lacks %q", what, row)
			require.Equal(t, row, (*list)[0], what)
			*list = (*list)[1:]
		}
		blocks := want.Lead
		next(&page, "HTML", []string{want.Title})
		next(&text, "Markdown", []string{want.Title})
		next(&sheet, "CSV", []string{want.Title})
		for i := range len(want.Sections) + 1 {
			for _, b := range blocks {
				switch b.Kind {
				case "picture":
					next(&page, "HTML", []string{b.Text})
					next(&text, "Markdown", []string{b.Text + ". " + b.Description})
					continue
				case "list":
					for _, item := range b.Items {
						next(&page, "HTML", []string{item})
						next(&text, "Markdown", []string{item})
						next(&sheet, "CSV", []string{item})
					}
					continue
				case "table":
					tables++
				default:
					require.Contains(t, []string{"paragraph", "notice"}, b.Kind)
				}
				next(&page, "HTML", []string{b.Text})
				next(&text, "Markdown", []string{b.Text})
				next(&sheet, "CSV", []string{b.Text})
				if b.Kind != "table" {
					continue
				}
				next(&page, "HTML", b.Columns)
				next(&text, "Markdown", b.Columns)
				next(&sheet, "CSV", b.Columns)
				for r := range b.Rows {
					shown, machine := rowTexts(b, r)
					seen := append([]string{}, page[0]...)
					for k := range shown {
						if b.Rows[r][k] == nil && k < len(seen) { // a cell that nobody can fill may say so
							shown[k] = seen[k]
						}
					}
					next(&page, "HTML", shown)
					next(&text, "Markdown", shown)
					next(&sheet, "CSV", machine)
				}
			}
			if i < len(want.Sections) {
				blocks = want.Sections[i].Blocks
				next(&page, "HTML", []string{want.Sections[i].Title})
				next(&text, "Markdown", []string{want.Sections[i].Title})
				next(&sheet, "CSV", []string{want.Sections[i].Title})
			}
		}
		assert.Empty(t, page)
		assert.Empty(t, text)
		assert.Empty(t, sheet)
		assert.Greater(t, tables, 12, "of every part")
	}
}

// rowTexts returns what people read of a row, and what a spreadsheet gets.
func rowTexts(b sheetBlock, r int) (shown, machine []string) {
	for _, c := range b.Rows[r] {
		if c == nil {
			shown, machine = append(shown, ""), append(machine, "")
			continue
		}
		var lines []string
		if c.Text != "" {
			lines = append(lines, c.Text)
		}
		lines = append(lines, c.Items...)
		shown = append(shown, strings.Join(lines, "; "))
		if c.Value != nil {
			lines = []string{*c.Value}
		}
		machine = append(machine, strings.Join(lines, "; "))
	}
	return shown, machine
}

// csvRows returns the rows of a sheet, without the marks by which texts stay texts.
func csvRows(t *testing.T, sheet []byte) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(sheet, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		for i := range row {
			row[i] = strings.TrimPrefix(row[i], apostrophe)
		}
	}
	return rows
}

// markdownRows returns the paragraphs and the rows of tables, without their marks.
func markdownRows(page string) [][]string {
	var rows [][]string
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		if line == "" || delimiter.MatchString(line) {
			continue
		}
		cells := []string{line}
		if strings.HasPrefix(line, "|") {
			cells = strings.Split(line, " |") // a bar in a text has a backslash in front of it, and no space
			cells = append([]string{strings.TrimPrefix(cells[0], "|")}, cells[1:len(cells)-1]...)
		}
		for i, c := range cells {
			for _, prefix := range []string{"## ", "# ", "> ", "- ", "**", "*"} {
				if rest, marked := strings.CutPrefix(c, prefix); marked {
					c = strings.Replace(strings.TrimSuffix(rest, strings.TrimSpace(prefix)), ".* ", ". ", 1)
					break
				}
			}
			c = strings.ReplaceAll(strings.ReplaceAll(c, "<br>", "; "), "`", "")
			cells[i] = html.UnescapeString(strings.TrimSpace(unmarked(c)))
		}
		rows = append(rows, cells)
	}
	return rows
}

// unmarked takes the backslashes away from what they stand in front of.
func unmarked(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// elements returns the texts of a page in their order: headings, paragraphs, captions and rows.
func elements(t *testing.T, page []byte) [][]string {
	t.Helper()
	page = void.ReplaceAll(page, nil)
	var rows [][]string
	var row []string
	var text, items strings.Builder
	var down, across int
	var spans reaches // of the cells of the row above that reach into the next ones
	inline := map[string]bool{"span": true, "strong": true, "bdi": true, "br": true, "code": true, "ul": true, "a": true}
	skip := map[string]bool{"style": true, "title": true, "nav": true, "svg": true}
	for d := xml.NewDecoder(bytes.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return rows
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			name := x.Name.Local
			switch {
			case skip[name]:
				require.NoError(t, d.Skip())
			case name == "br":
				text.WriteString(" ")
			case name == "tr":
				row = []string{}
				row, spans = spans.reach(row)
			case name == "td" || name == "th":
				text.Reset()
				items.Reset()
				down, across = measures(x.Attr)
			case name == "li" && row != nil:
				if text.Len() > 0 {
					items.WriteString(text.String() + "; ")
				}
				text.Reset()
			case !inline[name]:
				text.Reset()
				items.Reset()
			}
		case xml.CharData:
			text.Write(x)
		case xml.EndElement:
			switch x.Name.Local {
			case "h1", "h2", "p", "caption", "figcaption":
				rows = append(rows, []string{text.String()})
				text.Reset()
			case "li":
				if row == nil {
					rows = append(rows, []string{text.String()})
					text.Reset()
				}
			case "th", "td":
				cell := items.String() + text.String()
				if down > 1 {
					spans = append(spans, reach{len(row), down - 1, cell})
				}
				row = append(append(row, cell), make([]string, across-1)...)
				text.Reset()
				items.Reset()
			case "tr":
				rows, row = append(rows, row), nil
				text.Reset()
			}
		}
	}
}

// A reach is a cell that is drawn over those below it.
type reach struct {
	column, rows int
	text         string
}

type reaches []reach

// reach begins a row with the cells that reach into it; all of them are at its beginning.
func (list reaches) reach(row []string) ([]string, reaches) {
	var rest reaches
	for _, r := range list {
		if r.column == len(row) {
			row = append(row, r.text)
		}
		if r.rows--; r.rows > 0 {
			rest = append(rest, r)
		}
	}
	return row, rest
}

// measures returns over how many rows and columns a cell is drawn.
func measures(attributes []xml.Attr) (down, across int) {
	down, across = 1, 1
	for _, a := range attributes {
		switch n, _ := strconv.Atoi(a.Value); a.Name.Local {
		case "rowspan":
			down = n
		case "colspan":
			across = n
		}
	}
	return down, across
}
