package paper

import (
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
)

// findings stand beside the paragraph that they depart from, before and after side by side, with what in the text pulls
// the other way.
func (b *builder) findings() section {
	s := section{ID: "findings", Title: b.say("What departs from the text")}
	for _, c := range b.paper.Checks {
		if c.Report.Outcomes == nil && c.Before.Outcomes == nil {
			continue
		}
		t := b.findingTable(c)
		if len(t.Rows) == 0 {
			s.Blocks = append(s.Blocks, paragraph(b.say("{what}: no finding.", part{"what", b.textTitle(c)})))
			continue
		}
		s.Blocks = append(s.Blocks, block{Table: &t})
	}
	return s
}

// findingTable has a row for each rule that found something on either side, in the order of the rules, and then one for
// each rule that the paper was not told about.
func (b *builder) findingTable(c Check) table {
	t := table{Caption: b.textTitle(c), Columns: append([]column{{Title: b.say("Paragraph")}, {Title: b.say("What it asks, in our words")}}, b.sideColumns(b.say("Finding"), false)...)}
	about := slices.Clone(c.Rules)
	reports := b.reports(c)
	for _, r := range reports {
		for _, f := range r.Findings {
			if !slices.ContainsFunc(about, func(a check.About) bool { return a.ID == f.Rule }) {
				about = append(about, check.About{ID: f.Rule, Cites: f.Cites})
			}
		}
	}
	for _, a := range about {
		found := false
		line := row{Cells: []cell{b.paragraphs(a.Cites), b.sense(a)}}
		for _, r := range reports {
			one := b.findingCell(r, a.ID)
			found = found || one.Items != nil
			line.Cells = append(line.Cells, one)
		}
		if found {
			t.Rows = append(t.Rows, line)
		}
	}
	return t
}

// textTitle names the text that programmes were held against.
func (b *builder) textTitle(c Check) text {
	if t := b.title(c.Title); t != nil {
		return t
	}
	return b.say("a text without a title")
}

// reports are those of the sides.
func (b *builder) reports(c Check) []check.Report {
	if b.compares() {
		return []check.Report{c.Before, c.Report}
	}
	return []check.Report{c.Report}
}

// findingCell has the findings of one rule on one side, else what came out.
func (b *builder) findingCell(r check.Report, rule string) cell {
	var c cell
	for _, f := range r.Findings {
		if f.Rule != rule {
			continue
		}
		words := text{}
		words = append(words, bold(b.say("{severity}:", part{"severity", b.severity(f.Severity)}))...)
		words = append(append(words, run{Text: " "}), b.message(f.Message)...)
		if f.Remedy.English != "" {
			words = append(append(words, nextLine), b.say("What would remedy it: {remedy}", part{"remedy", b.message(f.Remedy)})...)
		}
		if f.Path != "" {
			words = append(append(words, nextLine), b.say("Where: {path}", part{"path", code(string(f.Path))})...)
		}
		c.Items = append(c.Items, item{Mark: severityMark(f.Severity), Text: words})
	}
	if c.Items == nil {
		return b.outcomeCell(r, rule)
	}
	return c
}

func severityMark(s check.Severity) string {
	switch s {
	case check.Error:
		return "error"
	case check.Warning:
		return "warning"
	}
	return "note"
}

// paragraphs names the passages that citations point to.
func (b *builder) paragraphs(cites []att.Citation) cell {
	var numbers []string
	for _, c := range cites {
		if c.Paragraph != "" && !slices.Contains(numbers, c.Paragraph) {
			numbers = append(numbers, c.Paragraph)
		}
	}
	return of(plain(strings.Join(numbers, ", ")))
}

// sense says what a rule asks, and what in the text pulls the other way.
func (b *builder) sense(about check.About) cell {
	c := of(b.sentence(about.Sense))
	for _, tension := range about.Tensions {
		c.Items = append(c.Items, item{Mark: "tension", Text: b.say("The text pulls two ways: {tension}", part{"tension", b.sentence(tension)})})
	}
	return c
}

// coverage shows each passage of a text with what covers it and what that came to.
func (b *builder) coverage() section {
	s := section{ID: "coverage", Title: b.say("The text, passage by passage")}
	for _, c := range b.paper.Checks {
		if len(c.Passages) == 0 {
			continue
		}
		t := table{Caption: b.textTitle(c), Columns: append([]column{{Title: b.say("Paragraph")}, {Title: b.say("What it says, in our words")}, {Title: b.say("Rule")}},
			b.sideColumns(b.say("Outcome"), false)...)}
		for _, passage := range c.Passages {
			t.Rows = append(t.Rows, b.passageRows(c, passage)...)
		}
		s.Blocks = append(s.Blocks, block{Table: &t})
	}
	return s
}

// passageRows has a row for each rule; the first says for all of them what the passage says.
func (b *builder) passageRows(c Check, passage proposal.Passage) []row {
	head := []cell{of(plain(passage.Number)), of(b.sentence(passage.Sense))}
	reports := b.reports(c)
	var rows []row
	for _, about := range c.Rules {
		if !slices.ContainsFunc(about.Cites, func(x att.Citation) bool { return x.Paragraph == passage.Number }) {
			continue
		}
		cells := append(slices.Clone(head), of(code(about.ID)))
		for _, r := range reports {
			cells = append(cells, b.outcomeCell(r, about.ID))
		}
		cells[0].Covered, cells[1].Covered = rows != nil, rows != nil
		rows = append(rows, row{Cells: cells})
	}
	if len(rows) > 1 {
		rows[0].Cells[0].Down, rows[0].Cells[1].Down = len(rows), len(rows)
	}
	if rows != nil {
		return rows
	}
	cells := append(head, cell{Text: b.unchecked(passage), Mark: "soft", Across: 1 + len(reports)})
	for range reports {
		cells = append(cells, cell{Covered: true})
	}
	return []row{{Cells: cells}}
}

// unchecked says why no rule stands beside a passage.
func (b *builder) unchecked(passage proposal.Passage) text {
	if passage.Assessment != "" {
		return b.say("measured, not judged")
	}
	if passage.Force == proposal.May {
		return b.say("may be done, and is never a finding")
	}
	return b.say("nothing to check")
}

// outcomeCell says what came out of a rule, and what is missing where nobody can tell.
func (b *builder) outcomeCell(r check.Report, rule string) cell {
	for _, o := range r.Outcomes {
		if o.Rule != rule {
			continue
		}
		c := cell{Text: b.outcome(o.Outcome), Mark: outcomeMark(o.Outcome)}
		if len(o.Missing) > 0 {
			c.Text = b.say("{outcome}; missing: {what}", part{"outcome", c.Text}, part{"what", b.some(b.locale.semicolon, o.Missing)})
		}
		return c
	}
	return cell{Text: b.say("not checked"), Mark: "soft"}
}

func outcomeMark(o check.Outcome) string {
	switch o {
	case check.Failed:
		return "failed"
	case check.Passed:
		return "passed"
	}
	return "soft"
}

// mostMissing is how many things that a rule misses stand in one cell.
const mostMissing = 3
