package paper

import (
	"io"
	"strings"
)

// markdown writes the page in the form that common Markdown readers share, with tables. A picture is its title and
// description; the table by it has its numbers.
func (p page) markdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# " + escapeMarkdown(p.Title) + "\n\n")
	markdownBlocks(&b, p.Lead)
	for _, s := range p.all() {
		b.WriteString("## " + escapeMarkdown(s.Title) + "\n\n")
		markdownBlocks(&b, s.Blocks)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownBlocks(b *strings.Builder, blocks []block) {
	for _, one := range blocks {
		switch {
		case one.Table != nil:
			markdownTable(b, *one.Table)
		case one.Picture != nil:
			b.WriteString("*" + escapeMarkdown(one.Picture.Title) + ".* " + escapeMarkdown(one.Picture.Description) + "\n")
		case one.List != nil:
			for _, t := range one.List {
				b.WriteString("- " + escapeMarkdown(t) + "\n")
			}
		case one.Key != nil:
			for _, it := range one.Key {
				b.WriteString("- " + escapeMarkdown(it.Text) + "\n")
			}
		case one.Notice:
			b.WriteString("> " + escapeMarkdown(one.Paragraph) + "\n")
		default:
			b.WriteString(escapeMarkdown(one.Paragraph) + "\n")
		}
		b.WriteString("\n")
	}
}

func markdownTable(b *strings.Builder, t table) {
	b.WriteString("**" + escapeMarkdown(t.Caption) + "**\n\n|")
	for _, c := range t.Columns {
		b.WriteString(" " + escapeMarkdown(c.Title) + " |")
	}
	b.WriteString("\n|")
	for _, c := range t.Columns {
		if c.Number {
			b.WriteString(" ---: |")
		} else {
			b.WriteString(" --- |")
		}
	}
	b.WriteString("\n")
	for _, r := range t.Rows {
		b.WriteString("|")
		for _, c := range r.Cells {
			lines := []string{}
			if len(c.Text) > 0 {
				lines = append(lines, escapeMarkdown(c.Text))
			}
			for _, it := range c.Items {
				lines = append(lines, escapeMarkdown(it.Text))
			}
			if c.None && len(lines) == 0 {
				lines = append(lines, "–")
			}
			b.WriteString(" " + strings.Join(lines, "<br>") + " |")
		}
		b.WriteString("\n")
	}
}

// markdownMarks are the characters that mean something wherever they stand.
var markdownMarks = strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"|", "\\|", "~", "\\~", "$", "\\$", "#", "\\#", "{", "\\{", "://", "\\://", "www.", "www\\.", "@", "\\@")

func escapeMarkdown(t text) string {
	var b strings.Builder
	fenced := false // whether a code span has just ended, to which another would grow
	var write func(text)
	write = func(t text) {
		for _, r := range t {
			if fenced = r.Code && !fenced && !strings.Contains(r.Text, "|"); fenced {
				b.WriteString(codeSpan(r.Text))
			} else {
				b.WriteString(markdownMarks.Replace(r.Text))
			}
			write(r.Parts)
		}
	}
	write(t)
	return atLineStart(strings.TrimSpace(b.String()))
}

// atLineStart escapes what begins a list or a rule when it is the first thing on a line.
func atLineStart(s string) string {
	digits := strings.TrimLeft(s, "0123456789")
	switch {
	case s == "":
		return s
	case strings.ContainsRune("-+:", rune(s[0])):
		return "\\" + s
	case len(digits) < len(s) && digits != "" && (digits[0] == '.' || digits[0] == ')'):
		return s[:len(s)-len(digits)] + "\\" + digits
	}
	return s
}

// codeSpan fences a text in more backticks than it has in a row. A bar would end the cell of a table in some readers
// and show its backslash in others, so a text with one cannot be fenced.
func codeSpan(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.TrimSpace(s) == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}
