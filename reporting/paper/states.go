package paper

import (
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
	s.Blocks = append(s.Blocks, paragraph(b.say("{floor} payers rest on the floor, {ceiling} on the ceiling and {between} lie between. For {nothing} the saving changes nothing.",
		part{"floor", b.number(i.OnFloor)}, part{"ceiling", b.number(i.AtCeiling)}, part{"between", b.number(i.Between)}, part{"nothing", b.number(i.Nothing)})))
	t := table{Caption: b.say("Contributions before and after"), Columns: []column{
		{Title: b.say("Payer")}, {Title: b.say("Before"), Number: true}, {Title: b.say("After"), Number: true}, {Title: b.say("Saved"), Number: true}, {Title: b.say("Of it by the total"), Number: true}, {Title: b.say("Of it by membership"), Number: true}, {Title: b.say("Bound")},
	}}
	for _, e := range i.Payers {
		t.Rows = append(t.Rows, row{Head: true, Cells: []cell{
			of(code(e.ID)), b.moneyCell(e.Before.Amount), b.moneyCell(e.After.Amount), b.moneyCell(e.Saved), b.moneyCell(e.ByTotal), b.moneyCell(e.ByMembership), of(b.bound(e.After.Bound)),
		}})
	}
	s.Blocks = append(s.Blocks, block{Table: &t})
	return s
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
	states := table{Caption: b.say("State by State"), Columns: []column{{Title: b.say("State")}, {Title: b.say("Due on")}, {Title: b.say("Received on")}, {Title: b.say("Status")}}}
	for _, st := range a.States {
		states.Rows = append(states.Rows, row{Head: true, Cells: []cell{of(code(st.State)), b.dateCell(st.Due), b.dateCell(st.Received), of(b.standing(st.Status))}})
	}
	return []block{{Table: &totals}, {Table: &states}}
}
