package paper

import (
	"github.com/shopspring/decimal"

	"attwork.example/finance"
)

// Measures of the bars, in points.
const (
	barsWidth  = 960
	barsLabels = 320 // room for the names of lines
	barHeight  = 26
)

// bars draws the saving of each payer and of each line: a bar for the likely prices and a line from the smallest to the
// largest of the three scenarios.
func (b *builder) bars() *picture {
	type bar struct {
		name text
		r    finance.Range
	}
	var list []bar
	for _, p := range b.paper.Savings.ByPayer {
		list = append(list, bar{b.payer(p.Payer), p.Saving})
	}
	for _, l := range b.paper.Savings.Lines {
		if l.Saving.Known {
			list = append(list, bar{b.title(l.Entry.Title), l.Saving.Range})
		}
	}
	var least, most decimal.Decimal
	for _, x := range list {
		low, high := x.r.Bounds()
		least, most = decimal.Min(least, low.Amount()), decimal.Max(most, high.Amount())
	}
	if len(list) == 0 || least.Equal(most) {
		return nil
	}
	span := most.Sub(least)
	at := func(m decimal.Decimal) int {
		part := m.Sub(least).Mul(decimal.NewFromInt(barsWidth-barsLabels-24)).DivRound(span, 0)
		return barsLabels + 12 + int(part.IntPart())
	}
	p := &picture{
		Title: b.say("Saving by payer and by line"), Width: barsWidth, Height: 20 + barHeight*len(list) + 10,
		Description: b.say("A bar is the saving at likely prices; the line across it goes from the smallest to the largest of the three scenarios. New costs have another colour and stand on the other side of the axis."),
	}
	zero := at(decimal.Zero)
	for i, x := range list {
		y := 14 + barHeight*i
		likely := at(x.r.Likely.Amount())
		low, high := x.r.Bounds()
		class := "bar"
		if x.r.Likely.Sign() < 0 {
			class = "cost"
		}
		p.Shapes = append(p.Shapes,
			shape{Kind: label, X: barsLabels, Y: y + 13, Anchor: "end", Label: x.name},
			shape{Kind: rectangle, X: min(zero, likely), Y: y + 2, W: max(zero, likely) - min(zero, likely), H: barHeight - 10, Class: class},
			shape{Kind: stroke, X: at(low.Amount()), Y: y + 10, W: at(high.Amount()) - at(low.Amount()), Class: "range"})
	}
	p.Shapes = append(p.Shapes, shape{Kind: stroke, X: zero, Y: 8, H: barHeight*len(list) + 8, Class: "axis"})
	return p
}

// curve draws what each further day buys: a step a day.
func (b *builder) curve() *picture {
	const width, height, left, step = 640, 240, 60, 70
	points := b.paper.Frontier
	most := 0
	for _, x := range points {
		most = max(most, x.Priority.Value)
	}
	if most == 0 || len(points) > 8 {
		return nil
	}
	p := &picture{
		Title: b.say("Priority placed, by number of days"), Width: width, Height: height,
		Description: b.say("A column for each number of days, as high as the most priority that can be placed; the table has the numbers."),
	}
	for i, x := range points {
		h := x.Priority.Value * (height - 70) / most
		at := left + i*step
		p.Shapes = append(p.Shapes,
			shape{Kind: rectangle, X: at, Y: height - 36 - h, W: 44, H: h, Class: "bar"},
			shape{Kind: label, X: at + 22, Y: height - 42 - h, Anchor: "middle", Label: b.number(x.Priority.Value)},
			shape{Kind: label, X: at + 22, Y: height - 18, Anchor: "middle", Label: b.number(x.Days)})
	}
	p.Shapes = append(p.Shapes, shape{Kind: stroke, X: left - 10, Y: height - 36, W: len(points)*step + 10, Class: "axis"})
	return p
}
