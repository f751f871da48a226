package paper

import (
	"slices"

	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
	"attwork.example/reporting/assess"
	"attwork.example/schedule/calendar"
)

// lenses shows the assessment: what is counted through each lens, what became of the promises, what may be used.
func (b *builder) lenses() section {
	s := section{ID: "lenses", Title: b.say("Through the four lenses of the review")}
	a := b.paper.Assessment
	for _, l := range a.Lenses {
		s.Blocks = append(s.Blocks, block{Table: b.lens(b.message(l.Title), l.Measures)})
	}
	if len(a.Lenses) > 0 {
		s.Blocks = append(s.Blocks, paragraph(b.say("Numbers stand by themselves: they are in no common unit, and there is no score.")))
	}
	s.Blocks = append(s.Blocks, b.advantages()...)
	if t := b.possibilities(); t != nil {
		s.Blocks = append(s.Blocks, block{Table: t})
	}
	return s
}

func (b *builder) lens(title text, measures []assess.Measure) *table {
	compared := b.compares()
	t := table{Caption: title, Columns: []column{{Title: b.say("What is counted")}}}
	t.Columns = append(t.Columns, b.sideColumns(b.say("Value"), false)...)
	t.Columns = append(t.Columns, column{Title: b.say("What it leaves open")})
	for _, m := range measures {
		r := row{Head: true, Cells: []cell{of(b.message(m.Title))}}
		if compared {
			before := b.reading(m.Before)
			if m.OfChange {
				before = of(b.say("of the change:"))
			}
			r.Cells = append(r.Cells, before)
		}
		r.Cells = append(r.Cells, b.reading(m.After), of(b.gapsOf(m)))
		t.Rows = append(t.Rows, r)
	}
	return &t
}

// gapsOf names what the two readings of a measure leave open, each once.
func (b *builder) gapsOf(m assess.Measure) text {
	var list []check.Message
	for _, g := range slices.Concat(m.Before.Gaps, m.After.Gaps) {
		if !slices.ContainsFunc(list, func(x check.Message) bool { return x.String() == g.String() }) {
			list = append(list, g)
		}
	}
	return b.some(" ", list)
}

// some says as many sentences or phrases as stand in one cell.
func (b *builder) some(separator string, list []check.Message) text {
	var out []text
	for _, m := range list[:min(len(list), mostMissing)] {
		out = append(out, b.message(m))
	}
	if more := len(list) - mostMissing; more > 0 {
		out = append(out, b.say("and {n} more", part{"n", b.number(more)}))
	}
	return join(separator, out...)
}

// reading says what a measure came to on one side.
func (b *builder) reading(r assess.Reading) cell {
	switch v := r.Value.(type) {
	case assess.Count:
		return b.countCell(v.Count)
	case assess.Share:
		return of(b.share(v))
	case assess.Amount:
		return of(join(noBreak, plain(v.Low.Currency()), b.amountRange(v.Range)))
	case assess.Names:
		return of(b.names(v))
	case assess.Days:
		return of(b.days(v))
	case assess.Periods:
		var list []text
		for _, p := range v {
			list = append(list, b.span(p.First, p.Last))
		}
		return of(join(b.locale.semicolon, list...))
	case assess.Clashes:
		var list []text
		for _, c := range v {
			list = append(list, b.say("{event} (points: {points})", part{"event", b.event(c.Event)}, part{"points", b.number(c.Points)}))
		}
		if len(list) > mostMissing {
			list = append(list[:mostMissing], b.say("and {n} more", part{"n", b.number(len(list) - mostMissing)}))
		}
		if list == nil {
			return of(b.say("none"))
		}
		return of(join(b.locale.semicolon, list...))
	case assess.Ranks:
		var list []text
		for _, k := range v {
			list = append(list, b.say("fewer points: {better} of {of} starts; as many: {same}", part{"better", b.number(k.Better)}, part{"of", b.number(k.Of)}, part{"same", b.number(k.Same)}))
		}
		return of(join(b.locale.semicolon, list...))
	}
	return cell{Text: b.say("unknown"), None: true}
}

// event names an event of a calendar, which has no languages.
func (b *builder) event(e calendar.Event) text { return b.foreign(e.Name) }

func (b *builder) share(s assess.Share) text {
	of := b.say("{part} of {whole}", part{"part", b.count(s.Part)}, part{"whole", b.count(s.Whole)})
	if percent, known := s.Percent(); known {
		return b.say("{share} ({percent} %)", part{"share", of}, part{"percent", b.number(percent)})
	}
	return of
}

func (b *builder) names(n assess.Names) text {
	if len(n.List) == 0 && !n.Partial {
		return b.say("none")
	}
	var list []text
	for _, name := range n.List {
		list = append(list, b.foreign(name))
	}
	if n.Partial {
		list = append(list, b.say("perhaps more"))
	}
	return join(b.locale.semicolon, list...)
}

// days are a distribution: from the least over the middle to the most.
func (b *builder) days(d assess.Days) text {
	return b.say("days: {least}, {median}, {most} (least, median, most; known of: {known} of {of})",
		part{"least", b.number(d.Least)}, part{"median", b.number(d.Median)}, part{"most", b.number(d.Most)}, part{"known", b.number(d.Known)}, part{"of", b.count(d.Of)})
}

// advantages shows what paragraph 27 promises, and how far anybody can tell.
func (b *builder) advantages() []block {
	a := b.paper.Assessment
	if len(a.Advantages) == 0 {
		return nil
	}
	t := table{Caption: b.say("What the draft promises (paragraph 27)"), Columns: []column{{Title: b.say("Paragraph")}, {Title: b.say("What it says, in our words")}, {Title: b.say("How far it can be measured")}}}
	blocks := []block{{Table: &t}}
	for _, x := range a.Advantages {
		t.Rows = append(t.Rows, row{Cells: []cell{of(plain(x.Passage.Number)), of(b.sentence(x.Passage.Sense)), of(b.verdict(x.Verdict))}})
		var own []assess.Measure // those that stand under no lens
		for _, m := range x.Measures {
			if !slices.ContainsFunc(a.Lenses, func(l assess.Lens) bool {
				return slices.ContainsFunc(l.Measures, func(y assess.Measure) bool { return y.ID == m.ID })
			}) {
				own = append(own, m)
			}
		}
		if own != nil {
			blocks = append(blocks, block{Table: b.lens(b.say("Also for paragraph {number}", part{"number", plain(x.Passage.Number)}), own)})
		}
	}
	return blocks
}

func (b *builder) verdict(v assess.Verdict) text {
	switch v {
	case assess.Measured:
		return b.say("measured")
	case assess.MeasuredPart:
		return b.say("measured in part")
	}
	return b.say("unknown")
}

// possibilities shows what may be done as used or not used; neither is a finding.
func (b *builder) possibilities() *table {
	a := b.paper.Assessment
	if len(a.Possibilities) == 0 {
		return nil
	}
	t := table{Caption: b.say("What may be done, and is no finding either way"), Columns: []column{{Title: b.say("Paragraph")}, {Title: b.say("What may be done")}}}
	t.Columns = append(t.Columns, b.sideColumns(b.say("Use"), false)...)
	for _, p := range a.Possibilities {
		r := row{Cells: []cell{b.paragraphs(p.Cites), of(b.sentence(p.Sense))}}
		if b.compares() {
			r.Cells = append(r.Cells, of(b.use(p.Before)))
		}
		t.Rows = append(t.Rows, row{Cells: append(r.Cells, of(b.use(p.After)))})
	}
	return &t
}

func (b *builder) use(u proposal.Use) text {
	switch u {
	case proposal.Used:
		return b.say("used")
	case proposal.NotUsed:
		return b.say("not used")
	}
	return b.say("unknown")
}
