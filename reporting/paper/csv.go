package paper

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"attwork.example/att"
)

// csv writes the page as one sheet: a row with the title of each section, then its paragraphs, and its tables with
// their captions and columns. Numbers are plain digits with a point, days are 2024-03-18, and what nobody knows is an
// empty cell. The byte order mark tells a spreadsheet that the file is UTF-8.
func (p page) csv(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	write := func(cells ...string) { _ = out.Write(cells) } // the writer keeps its error
	write(tame(p.Title.String()))
	csvBlocks(write, p.Lead)
	for _, s := range p.all() {
		write("")
		write(tame(s.Title.String()))
		csvBlocks(write, s.Blocks)
	}
	out.Flush()
	return out.Error()
}

func csvBlocks(write func(...string), blocks []block) {
	for _, b := range blocks {
		switch {
		case b.Table != nil:
			csvTable(write, *b.Table)
		case b.Picture != nil: // its table says the same
		case b.List != nil:
			for _, t := range b.List {
				write(tame(t.String()))
			}
		case b.Key != nil:
			for _, it := range b.Key {
				write(tame(it.Text.String()))
			}
		default:
			write(tame(b.Paragraph.String()))
		}
	}
}

func csvTable(write func(...string), t table) {
	write(tame(t.Caption.String()))
	var head []string
	for _, c := range t.Columns {
		head = append(head, tame(c.Title.String()))
	}
	write(head...)
	for _, r := range t.Rows {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = c.sheet()
		}
		write(cells...)
	}
}

// sheet is what a spreadsheet gets of a cell.
func (c cell) sheet() string {
	switch {
	case c.None:
		return ""
	case c.Value != nil && (plainNumber(*c.Value) || plainDay(*c.Value)):
		return *c.Value
	case c.Value != nil:
		return tame(*c.Value)
	}
	return tame(c.lines("; "))
}

// lines returns the text of a cell and its items.
func (c cell) lines(separator string) string {
	var list []string
	if s := c.Text.String(); s != "" {
		list = append(list, s)
	}
	for _, it := range c.Items {
		list = append(list, it.Text.String())
	}
	return strings.Join(list, separator)
}

// tame keeps a text a text: a spreadsheet runs what begins with one of four signs as a formula, in whatever width they
// are written, and takes what looks like a number or a day, as the paragraph 8.2 does, for one.
func tame(s string) string {
	if seen := strings.TrimSpace(s); strings.IndexAny(seen, "=+-@＝＋－＠−") == 0 || looksLikeNumber(seen) {
		return "'" + s
	}
	return s
}

// looksLikeNumber reports whether a text has digits and beside them only what stands in numbers, hours, amounts and
// days: "8.2", "3E5", "(4)", "10 am", "1 March 2024".
func looksLikeNumber(s string) bool {
	digits := false
	words := strings.FieldsFunc(s, func(r rune) bool {
		digits = digits || unicode.IsDigit(r)
		return unicode.IsDigit(r) || unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	})
	return digits && len(words) <= 4 && !slices.ContainsFunc(words, func(word string) bool { return !standsInNumbers(word) })
}

// standsInNumbers reports whether a word belongs to a number, an hour or a day in one of the languages.
func standsInNumbers(word string) bool {
	word = strings.ToLower(word)
	if slices.Contains([]string{"e", "am", "pm", "a", "p", "de", "года", "年", "月", "日"}, word) {
		return true
	}
	for _, l := range att.Languages() {
		for _, month := range localeOf(l).months {
			for name := range strings.FieldsFuncSeq(strings.ToLower(month), func(r rune) bool { return r == '/' || r == ' ' }) {
				if utf8.RuneCountInString(word) >= 3 && strings.HasPrefix(name, word) {
					return true
				}
			}
		}
	}
	return false
}

func plainNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(s, ".")
	return onlyDigits(whole) && (!point || onlyDigits(fraction))
}

func plainDay(s string) bool {
	return len(s) == 10 && s[4] == '-' && s[7] == '-' && onlyDigits(s[:4]) && onlyDigits(s[5:7]) && onlyDigits(s[8:])
}

func onlyDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
