package paper

import (
	"slices"

	"github.com/shopspring/decimal"

	"attwork.example/finance"
)

// Measures of the bars, in points: each has its words above it, so that they have room in every language.
const (
	barsWidth  = 760
	barsMargin = 44 // half of the widest number of the scale
	barsTop    = 28
	barHeight  = 34
)

// A bar is the saving of a payer, or of one of the lines that it pays.
type bar struct {
	name  text
	total bool
	r     finance.Range
}

// bars draws the saving of each payer and of each line: a bar for the likely prices and a line from the smallest to the
// largest of the three scenarios.
func (b *builder) bars() *picture {
	list := b.barList()
	scale := newScale(list)
	if scale.span.Sign() <= 0 {
		return nil
	}
	p := &picture{
		Title: b.say("Saving by payer and by line, in {currency}", part{"currency", plain(b.paper.Savings.From.Currency)}), Width: barsWidth, Height: barsTop + barHeight*len(list) + 6,
		Description: b.say("A bar is the saving at likely prices; the line across it goes from the smallest to the largest of the three scenarios. New costs have another colour and stand on the other side of the axis."),
	}
	for _, mark := range scale.marks() {
		class := "rule"
		if mark.IsZero() {
			class = "axis"
		}
		p.add(shape{Kind: stroke, X: scale.at(mark), Y: barsTop - 6, H: p.Height - barsTop, Class: class},
			shape{Kind: label, X: scale.at(mark), Y: 15, Anchor: "middle", Class: "soft", Label: b.signed(b.locale.digits(mark.String()))})
	}
	for i, x := range list {
		b.bar(p, x, barsTop+barHeight*i, scale)
	}
	p.legend([]key{{"bar", b.say("saving at likely prices")}, {"cost", b.say("new cost at likely prices")}, {"range", b.say("from the smallest to the largest of the three scenarios")}})
	return p
}

// barList has each payer, and after it the lines that it pays; where nothing is saved or spent there is nothing to draw.
func (b *builder) barList() []bar {
	var list []bar
	for _, p := range b.paper.Savings.ByPayer {
		list = append(list, bar{b.payer(p.Payer), true, p.Saving})
		for _, l := range b.paper.Savings.Lines {
			if l.Saving.Known && l.Entry.Payer == p.Payer {
				list = append(list, bar{b.title(l.Entry.Title), false, l.Saving.Range})
			}
		}
	}
	return slices.DeleteFunc(list, func(x bar) bool {
		low, high := x.r.Bounds()
		return low.Sign() == 0 && high.Sign() == 0
	})
}

func (b *builder) bar(p *picture, x bar, y int, scale scale) {
	zero, likely := scale.at(decimal.Zero), scale.at(x.r.Likely.Amount())
	low, high := x.r.Bounds()
	class, words, thick := "bar", "", 8
	if x.r.Likely.Sign() < 0 {
		class = "cost"
	}
	if x.total {
		words, thick = "strong", 12
	}
	value := b.amount(x.r.Likely, false)
	p.add(
		shape{Kind: label, X: stripMargin, Y: y + 14, Anchor: "start", Class: words, Label: fit(x.name, barsWidth-2*stripMargin-16-width(value))},
		shape{Kind: label, X: barsWidth - stripMargin, Y: y + 14, Anchor: "end", Class: words, Label: value},
		shape{Kind: rectangle, X: min(zero, likely), Y: y + 25 - thick/2, W: max(zero, likely) - min(zero, likely), H: thick, Class: class},
		shape{Kind: stroke, X: scale.at(low.Amount()), Y: y + 25, W: scale.at(high.Amount()) - scale.at(low.Amount()), Class: "range"})
}

// A scale places amounts on the bars.
type scale struct{ least, most, span decimal.Decimal }

func newScale(list []bar) scale {
	var s scale
	for _, x := range list {
		low, high := x.r.Bounds()
		s.least, s.most = decimal.Min(s.least, low.Amount()), decimal.Max(s.most, high.Amount())
	}
	s.span = s.most.Sub(s.least)
	return s
}

func (s scale) at(m decimal.Decimal) int {
	part := m.Sub(s.least).Mul(decimal.NewFromInt(barsWidth-2*barsMargin)).DivRound(s.span, 0)
	return barsMargin + int(part.IntPart())
}

// marks are round amounts a step apart, zero among them, and no more than six steps.
func (s scale) marks() []decimal.Decimal {
	step := decimal.New(1, int32(s.span.NumDigits())+s.span.Exponent()-2)
	for _, more := range []int64{2, 5, 10, 20} {
		if s.span.LessThanOrEqual(step.Mul(decimal.NewFromInt(6))) {
			break
		}
		step = decimal.New(more, step.Exponent())
	}
	var marks []decimal.Decimal
	for m := decimal.Zero; m.LessThanOrEqual(s.most); m = m.Add(step) {
		marks = append(marks, m)
	}
	for m := step.Neg(); m.GreaterThanOrEqual(s.least); m = m.Sub(step) {
		marks = append(marks, m)
	}
	slices.SortFunc(marks, decimal.Decimal.Cmp)
	return marks
}

// curve draws what each further day buys: a column a day, with what it gained on a day less set off.
func (b *builder) curve() *picture {
	const height, left, step, column = 260, 50, 80, 52
	points := b.paper.Frontier
	most := 0
	for _, x := range points {
		most = max(most, x.Priority.Value)
	}
	if most == 0 || len(points) > 8 {
		return nil
	}
	p := &picture{
		Title: b.say("Priority placed, by number of days"), Width: 2*left + 8*step, Height: height,
		Description: b.say("A column for each number of days for which there is a timetable, as high as the most priority that can be placed; the table has the numbers."),
	}
	held := most // by a day less; the first column has no such day to be compared with
	base := height - 40
	for i, x := range points {
		at := left + i*step + (step-column)/2
		if x.Priority.Value > 0 {
			whole, below := x.Priority.Value*(base-30)/most, min(held, x.Priority.Value)*(base-30)/most
			p.add(shape{Kind: rectangle, X: at, Y: base - below, W: column, H: below, Class: "held"},
				shape{Kind: rectangle, X: at, Y: base - whole, W: column, H: whole - below, Class: "bar"},
				shape{Kind: label, X: at + column/2, Y: base - 8 - whole, Anchor: "middle", Label: b.number(x.Priority.Value)})
			held = x.Priority.Value
		}
		p.add(shape{Kind: label, X: at + column/2, Y: height - 20, Anchor: "middle", Label: b.number(x.Days)})
	}
	p.add(shape{Kind: stroke, X: left, Y: base, W: len(points) * step, Class: "axis"})
	p.legend([]key{{"held", b.say("priority placed")}, {"bar", b.say("of it gained by the last day")}})
	return p
}
