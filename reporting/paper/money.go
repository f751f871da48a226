package paper

import (
	"attwork.example/finance"
)

// savings shows what the change saves by payer and by line, new costs beside savings.
func (b *builder) savings() section {
	s := section{ID: "savings", Title: b.say("What the change saves, and what it costs")}
	c := b.paper.Savings
	if len(c.Lines) == 0 {
		return s
	}
	s.Blocks = append(s.Blocks, paragraph(b.say("Each amount has three price scenarios, applied to both sides; a range goes from the smallest to the largest of the three. A negative saving is a new cost. What the conference budget, voluntary funds, delegations and a host pay stands apart: what delegations save is no part of the budget.")))
	if bars := b.bars(); bars != nil {
		s.Blocks = append(s.Blocks, block{Picture: bars})
	}
	currency := part{"currency", plain(c.From.Currency)}
	payers := table{Caption: b.say("Saving by payer, in {currency}", currency), Columns: b.scenarioColumns(b.say("Payer"))}
	for _, p := range c.ByPayer {
		payers.Rows = append(payers.Rows, row{Head: true, Cells: append([]cell{of(b.payer(p.Payer))}, b.scenarios(p.Saving)...)})
	}
	payers.Rows = append(payers.Rows, row{Head: true, Cells: append([]cell{of(b.say("Together"))}, b.scenarios(c.Saving)...)})
	lines := table{Caption: b.say("Line by line, in {currency}", currency), Columns: []column{
		{Title: b.say("Line")}, {Title: b.say("Payer")}, {Title: b.say("What is counted")}, {Title: b.say("Count before"), Number: true}, {Title: b.say("Count after"), Number: true}, {Title: b.say("Before"), Number: true}, {Title: b.say("After"), Number: true}, {Title: b.say("Saving"), Number: true},
	}}
	for _, l := range c.Lines {
		lines.Rows = append(lines.Rows, row{Head: true, Cells: []cell{
			of(b.title(l.Entry.Title)), of(b.payer(l.Entry.Payer)), of(b.driver(l.Entry.Driver)), b.countCell(l.CountBefore.Count), b.countCell(l.CountAfter.Count),
			b.side(l.From), b.side(l.To), b.side(l.Saving),
		}})
	}
	s.Blocks = append(s.Blocks, block{Table: &payers}, block{Table: &lines})
	if len(c.Gaps) > 0 {
		s.Blocks = append(s.Blocks, paragraph(b.say("What keeps the comparison from being complete:")), b.messages(c.Gaps, len(c.Gaps)))
	}
	return s
}

func (b *builder) scenarioColumns(what text) []column {
	return []column{{Title: what}, {Title: b.say("Low prices"), Number: true}, {Title: b.say("Likely prices"), Number: true}, {Title: b.say("High prices"), Number: true}}
}

func (b *builder) scenarios(r finance.Range) []cell {
	return []cell{b.amountCell(r.Low, false), b.amountCell(r.Likely, false), b.amountCell(r.High, false)}
}

func (b *builder) payer(p finance.Payer) text {
	switch p {
	case finance.ConferenceBudget:
		return b.say("conference budget")
	case finance.VoluntaryFunds:
		return b.say("voluntary funds")
	case finance.Delegations:
		return b.say("delegations")
	case finance.Host:
		return b.say("host")
	}
	return code(string(p))
}

func (b *builder) driver(d finance.Driver) text {
	switch d {
	case finance.PerDay:
		return b.say("meeting days in the room")
	case finance.PerSitting:
		return b.say("sittings in the room")
	case finance.PerReliefDay:
		return b.say("days of relief for interpreters")
	case finance.PerOnlineDay:
		return b.say("meeting days online")
	case finance.PerRound:
		return b.say("rounds in the room")
	case finance.PerExtraRound:
		return b.say("rounds after the first")
	case finance.PerTrip:
		return b.say("trips")
	case finance.PerNight:
		return b.say("nights away")
	case finance.PerConsultation:
		return b.say("consultations")
	case finance.PerConsultationDay:
		return b.say("days of consultations")
	case finance.PerConferenceDay:
		return b.say("days of the conference")
	case finance.PerDocument:
		return b.say("papers")
	case finance.PerTranslation:
		return b.say("translations of papers")
	case finance.PerYear:
		return b.say("years")
	}
	return code(string(d))
}

// side is one side of a line: the least and the most that it comes to.
func (b *builder) side(x finance.Side) cell {
	if !x.Known {
		return cell{Text: b.say("unknown"), None: true}
	}
	least, most := x.Bounds()
	if c, err := least.Compare(most); err == nil && c == 0 {
		return b.amountCell(least, false)
	}
	return of(b.amountRange(x.Range))
}
