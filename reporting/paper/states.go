package paper

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/parties"
	"attwork.example/finance"
	"attwork.example/reporting"
)

// shares says what a saving means for each payer.
func (b *builder) shares() section {
	s := section{ID: "contributions", Title: b.say("What it means for each contribution")}
	i := b.paper.Shares
	if len(i.Payers) == 0 {
		return s
	}
	s.Blocks = append(s.Blocks, paragraph(b.say("Payers on the floor: {floor}. At the ceiling: {ceiling}. Between the two: {between}. Payers for whom the saving changes nothing: {nothing}.",
		part{"floor", b.number(i.OnFloor)}, part{"ceiling", b.number(i.AtCeiling)}, part{"between", b.number(i.Between)}, part{"nothing", b.number(i.Nothing)})))
	bound := slices.ContainsFunc(i.Payers, func(e finance.Effect) bool { return b.bound(e.After.Bound) != nil })
	members := slices.ContainsFunc(i.Payers, func(e finance.Effect) bool { return e.ByMembership.Sign() != 0 })
	t := table{Kind: long, Caption: b.say("Contributions before and after, in {currency}", part{"currency", plain(i.Saving.Currency())}), Columns: []column{
		{Title: b.say("Payer")}, {Title: b.say("Before"), Number: true}, {Title: b.say("After"), Number: true}, {Title: b.say("Saved"), Number: true},
	}}
	if members {
		t.Columns = append(t.Columns, column{Title: b.say("Of it by the total"), Number: true}, column{Title: b.say("Of it by membership"), Number: true})
	} else {
		s.Blocks = append(s.Blocks, paragraph(b.say("All that is saved comes from the total: joining, leaving and other rates change no contribution.")))
	}
	if bound {
		t.Columns = append(t.Columns, column{Title: b.say("Floor or ceiling")})
	}
	for _, e := range i.Payers {
		cells := []cell{b.payerCell(e.ID), b.amountCell(e.Before.Amount, true), b.amountCell(e.After.Amount, true), b.amountCell(e.Saved, true)}
		if members {
			cells = append(cells, b.amountCell(e.ByTotal, true), b.amountCell(e.ByMembership, true))
		}
		if bound {
			cells = append(cells, of(b.bound(e.After.Bound)))
		}
		t.Rows = append(t.Rows, row{Head: true, Cells: cells})
	}
	s.Blocks = append(s.Blocks, block{Table: &t})
	return s
}

// payerCell names a State that is known beside its code, by which tables are in the same order in every language. A
// machine reads the code.
func (b *builder) payerCell(id string) cell {
	p, known := parties.Get(id)
	if !known {
		return of(code(id))
	}
	return valued(join(" ", code(id), b.title(att.Text{att.English: p.Name})), id)
}

func (b *builder) bound(x finance.Bound) text {
	switch x {
	case finance.AtFloor:
		return b.say("on the floor")
	case finance.AtCeiling:
		return b.say("at the ceiling")
	}
	return nil
}

// compliance shows reporting duties, in totals and State by State.
func (b *builder) compliance() section {
	s := section{ID: "compliance", Title: b.say("Reports due and received")}
	for _, a := range b.paper.Compliance {
		s.Blocks = append(s.Blocks, b.tally(a)...)
	}
	return s
}

func (b *builder) duty(a reporting.Answer) text {
	day := part{"day", b.date(a.AsOf)}
	if a.Duty == reporting.AnnualReport {
		return b.say("Annual reports for {year}, as of {day}", part{"year", plain(itoa(a.Period))}, day)
	}
	return b.say("Initial reports, as of {day}", day)
}

func (b *builder) tally(a reporting.Answer) []block {
	totals := table{Caption: b.duty(a), Columns: []column{{Title: b.say("Regional group")}, {Title: b.say("Due"), Number: true}, {Title: b.say("Received"), Number: true}, {Title: b.say("On time"), Number: true}}}
	line := func(name text, t reporting.Tally) {
		totals.Rows = append(totals.Rows, row{Head: true, Cells: []cell{of(name), b.countCell(t.Due), b.countCell(t.Submitted), b.countCell(t.OnTime)}})
	}
	for _, r := range a.Regions {
		line(b.region(r.Region), r.Tally)
	}
	line(b.say("All"), a.Total)
	states := table{Caption: b.say("State by State, {what}", part{"what", b.duty(a)}), Columns: []column{{Title: b.say("State")}, {Title: b.say("Due on")}, {Title: b.say("Received on")}, {Title: b.say("Status")}}}
	for _, st := range a.States {
		states.Rows = append(states.Rows, row{Head: true, Cells: []cell{b.payerCell(st.State), b.dateCell(st.Due), b.dateCell(st.Received), of(b.standing(st.Status))}})
	}
	return []block{{Table: &totals}, {Table: &states}}
}
