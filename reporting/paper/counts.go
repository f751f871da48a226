package paper

import "attwork.example/att"

// counts sets the counts of both programmes side by side.
func (b *builder) counts() section {
	s := section{ID: "counts", Title: b.say("At a glance")}
	if !b.has() {
		return s
	}
	t := table{Caption: b.say("Counts over the cycle"), Columns: append([]column{{Title: b.say("What is counted")}}, b.sideColumns(b.say("Count"), true)...)}
	if b.compares() {
		t.Columns = append(t.Columns, column{Title: b.say("Difference"), Number: true})
	}
	for _, line := range []struct {
		title text
		count func(att.Measures) att.Count
	}{
		{b.say("Rounds of meetings"), func(m att.Measures) att.Count { return m.Rounds }},
		{b.say("Rounds in person"), func(m att.Measures) att.Count { return m.InPersonRounds }},
		{b.say("Trips to the meetings"), func(m att.Measures) att.Count { return m.Trips }},
		{b.say("Meeting days in person"), func(m att.Measures) att.Count { return m.Days }},
		{b.say("Meeting days online"), func(m att.Measures) att.Count { return m.OnlineDays }},
		{b.say("Sittings in the room"), func(m att.Measures) att.Count { return m.Sittings }},
		{b.say("Minutes of discussion"), func(m att.Measures) att.Count { return m.Minutes }},
		{b.say("Minutes on practical implementation"), func(m att.Measures) att.Count { return m.PracticalMinutes }},
		{b.say("Consultations between sessions"), func(m att.Measures) att.Count { return m.Consultations }},
		{b.say("Days of consultations"), func(m att.Measures) att.Count { return m.ConsultationDays }},
		{b.say("Days of the conference"), func(m att.Measures) att.Count { return m.ConferenceDays }},
	} {
		r := row{Head: true, Cells: []cell{of(line.title)}}
		if b.compares() {
			r.Cells = append(r.Cells, b.countCell(line.count(b.before)))
		}
		r.Cells = append(r.Cells, b.countCell(line.count(b.after)))
		if b.compares() {
			r.Cells = append(r.Cells, b.difference(line.count(b.before), line.count(b.after)))
		}
		t.Rows = append(t.Rows, r)
	}
	s.Blocks = append(s.Blocks, block{Table: &t})
	measured := []att.Measures{b.before, b.after}
	for i, p := range b.sides() {
		m := measured[len(measured)-len(b.sides())+i]
		if len(m.Gaps) > 0 {
			s.Blocks = append(s.Blocks, paragraph(b.say("What is missing to count {name}:", part{"name", b.name(p)})), b.messages(m.Gaps, mostGaps))
		}
	}
	return s
}

// mostGaps is how many sentences about what is missing to count anybody reads.
const mostGaps = 12

// messages lists sentences of the library, the first few of them, and says how many more there are.
func (b *builder) messages(list []att.Message, most int) block {
	out := block{List: []text{}}
	for _, m := range list[:min(len(list), most)] {
		out.List = append(out.List, b.message(m))
	}
	if more := len(list) - most; more > 0 {
		out.List = append(out.List, b.say("and {n} more", part{"n", b.number(more)}))
	}
	return out
}

// difference of two counts; unknown unless both are exact.
func (b *builder) difference(before, after att.Count) cell {
	if !before.Exact() || !after.Exact() {
		return cell{Text: b.say("unknown"), None: true}
	}
	c := b.numberCell(after.N - before.N)
	if after.N > before.N {
		c.Text = b.signed("+" + c.Text.String())
	}
	return c
}
