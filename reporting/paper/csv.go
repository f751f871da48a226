package paper

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
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

// tame keeps a text a text: a spreadsheet runs what begins with one of four signs as a formula, and takes what looks
// like a number or a day, as the paragraph 8.2 does, for one.
func tame(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	if s != "" && (strings.ContainsRune("=+-@", rune(s[0])) || looksLikeNumber(s)) {
		return "'" + s
	}
	return s
}

// looksLikeNumber reports whether a text has digits and only what stands in numbers, hours and days.
func looksLikeNumber(s string) bool {
	digits := false
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits = true
		case !strings.ContainsRune(" .,:/-+%eE\u00a0\u202f", r):
			return false
		}
	}
	return digits
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
