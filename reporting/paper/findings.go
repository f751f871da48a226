package paper

import (
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
)

// findings stand beside their paragraph, with what in the text pulls the other way.
func (b *builder) findings() section {
	s := section{ID: "findings", Title: b.say("What departs from the text")}
	for _, c := range b.paper.Checks {
		for i, report := range []check.Report{c.Before, c.Report} {
			if i == 0 && !b.compares() || report.Outcomes == nil {
				continue
			}
			p := b.paper.Programme
			if i == 0 {
				p = b.paper.Before
			}
			caption := join(", ", b.title(c.Title), b.name(p))
			if len(report.Findings) == 0 {
				s.Blocks = append(s.Blocks, paragraph(b.say("{what}: no finding.", part{"what", caption})))
				continue
			}
			s.Blocks = append(s.Blocks, block{Table: b.findingTable(caption, report.Findings)})
		}
		s.Blocks = append(s.Blocks, b.tensions(c)...)
	}
	return s
}

func (b *builder) findingTable(caption text, findings []check.Finding) *table {
	t := table{Caption: caption, Columns: []column{
		{Title: b.say("Paragraph")}, {Title: b.say("Severity")}, {Title: b.say("Finding")}, {Title: b.say("What would remedy it")}, {Title: b.say("Where")},
	}}
	for _, f := range findings {
		t.Rows = append(t.Rows, row{Cells: []cell{
			b.paragraphs(f.Cites), of(b.severity(f.Severity)), of(b.message(f.Message)), of(b.message(f.Remedy)), of(code(string(f.Path))),
		}})
	}
	return &t
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

// tensions lists what pulls two ways, of the rules that found something.
func (b *builder) tensions(c Check) []block {
	var senses []string
	for _, about := range c.Rules {
		found := func(f check.Finding) bool { return f.Rule == about.ID }
		if slices.ContainsFunc(c.Report.Findings, found) || slices.ContainsFunc(c.Before.Findings, found) {
			for _, sense := range about.Tensions {
				if !slices.Contains(senses, sense) {
					senses = append(senses, sense)
				}
			}
		}
	}
	if senses == nil {
		return nil
	}
	list := block{}
	for _, sense := range senses {
		list.List = append(list.List, b.sentence(sense))
	}
	return []block{paragraph(b.say("Where the text pulls two ways:")), list}
}

// coverage shows each passage of a text with what covers it and what that came to.
func (b *builder) coverage() section {
	s := section{ID: "coverage", Title: b.say("The text, passage by passage")}
	for _, c := range b.paper.Checks {
		if len(c.Passages) == 0 {
			continue
		}
		t := table{Caption: b.title(c.Title), Columns: []column{{Title: b.say("Paragraph")}, {Title: b.say("What it says, in our words")}, {Title: b.say("Rule")}}}
		for _, p := range b.sides() {
			t.Columns = append(t.Columns, column{Title: b.name(p)})
		}
		for _, passage := range c.Passages {
			t.Rows = append(t.Rows, b.passageRows(c, passage)...)
		}
		s.Blocks = append(s.Blocks, block{Table: &t})
	}
	return s
}

func (b *builder) passageRows(c Check, passage proposal.Passage) []row {
	head := []cell{of(plain(passage.Number)), of(b.sentence(passage.Sense))}
	var rows []row
	for _, about := range c.Rules {
		if !slices.ContainsFunc(about.Cites, func(x att.Citation) bool { return x.Paragraph == passage.Number }) {
			continue
		}
		cells := append(slices.Clone(head), of(code(about.ID)))
		for i := range b.sides() {
			report := c.Report
			if b.compares() && i == 0 {
				report = c.Before
			}
			cells = append(cells, of(b.outcomeOf(report, about.ID)))
		}
		rows = append(rows, row{Cells: cells})
		head = []cell{of(plain(passage.Number)), {}}
	}
	if rows != nil {
		return rows
	}
	cells := append(head, of(b.unchecked(passage)))
	for range b.sides() {
		cells = append(cells, cell{})
	}
	return []row{{Cells: cells}}
}

// unchecked says why no rule stands beside a passage.
func (b *builder) unchecked(passage proposal.Passage) text {
	if passage.Assessment != "" {
		return b.say("measured, not judged")
	}
	return b.say("nothing to check")
}

// outcomeOf says what a rule came to, and what is missing where nobody can tell.
func (b *builder) outcomeOf(r check.Report, rule string) text {
	for _, o := range r.Outcomes {
		if o.Rule != rule {
			continue
		}
		if len(o.Missing) == 0 {
			return b.outcome(o.Outcome)
		}
		return b.say("{outcome}; missing: {what}", part{"outcome", b.outcome(o.Outcome)}, part{"what", b.some(o.Missing)})
	}
	return nil
}

// mostMissing is how many things that a rule misses stand in one cell.
const mostMissing = 3
