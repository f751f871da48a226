package paper

import (
	"attwork.example/att"
)

// Measures of the strip, in points.
const (
	stripWidth  = 960
	stripMargin = 12
	laneHeight  = 46
	laneTop     = 34
)

// strip draws the year: a lane for each programme, with its rounds, consultations, deadlines and conference.
func (b *builder) strip() *picture {
	first, last := b.stripSpan()
	if first.IsZero() || last.IsZero() {
		return nil
	}
	p := &picture{Title: b.say("The year"), Width: stripWidth, Height: laneTop + laneHeight*len(b.sides()) + 44}
	at := func(d att.Date) int {
		return stripMargin + first.DaysUntil(d)*(stripWidth-2*stripMargin)/max(first.DaysUntil(last), 1)
	}
	b.months(p, first, last, at)
	var sentences []text
	for i, side := range b.sides() {
		y := laneTop + laneHeight*i
		p.Shapes = append(p.Shapes,
			shape{Kind: label, X: stripMargin, Y: y + 12, Anchor: "start", Label: b.name(side)},
			shape{Kind: stroke, X: stripMargin, Y: y + 32, W: stripWidth - 2*stripMargin, Class: "rule"})
		rounds, talks := 0, 0
		for _, m := range meetingsOf(side) {
			if m.format == att.Cancelled || m.start.IsZero() {
				continue
			}
			end := m.end
			if end.Before(m.start) || end.IsZero() {
				end = m.start
			}
			if end.After(last) {
				end = last // where the picture ends
			}
			x := at(m.start)
			s := shape{Kind: rectangle, X: x, W: max(at(end)-x, 5)}
			switch m.kind {
			case roundMeeting:
				s.Y, s.H, s.Class = y+18, 22, "round"
				rounds++
			case conferenceMeeting:
				s.Y, s.H, s.Class = y+18, 22, "conference"
			case consultationMeeting:
				s.Y, s.H, s.Class = y+25, 12, "consultation"
				talks++
			}
			p.Shapes = append(p.Shapes, s)
		}
		sentences = append(sentences, b.say("{name}: {rounds} rounds and {talks} consultations with a known day.",
			part{"name", b.name(side)}, part{"rounds", b.number(rounds)}, part{"talks", b.number(talks)}))
	}
	for _, d := range b.paper.Deadlines {
		if !d.Date.Before(first) && !d.Date.After(last) && !d.Date.IsZero() {
			p.Shapes = append(p.Shapes, shape{Kind: rectangle, X: at(d.Date), Y: laneTop + laneHeight*len(b.sides()) - 3, W: 3, H: 8, Class: "deadline"})
		}
	}
	b.legend(p)
	p.Description = join(" ", sentences...)
	return p
}

// stripSpan is from the first of the month of the first meeting to the end of that of the last one, three years at most.
func (b *builder) stripSpan() (first, last att.Date) {
	for _, side := range b.sides() {
		for _, m := range meetingsOf(side) {
			if m.start.IsZero() || m.format == att.Cancelled {
				continue
			}
			if first.IsZero() || m.start.Before(first) {
				first = m.start
			}
			if last.IsZero() || m.start.After(last) {
				last = m.start
			}
		}
	}
	if first.IsZero() {
		return first, last
	}
	first = first.AddDays(1 - first.Day())
	last = nextMonth(last)
	if first.DaysUntil(last) > 3*366 {
		return att.Date{}, att.Date{}
	}
	return first, last
}

func nextMonth(d att.Date) att.Date {
	d = d.AddDays(1 - d.Day()).AddDays(31)
	return d.AddDays(1 - d.Day())
}

func (b *builder) months(p *picture, first, last att.Date, at func(att.Date) int) {
	bottom := laneTop + laneHeight*len(b.sides())
	every := 1
	if first.DaysUntil(last) > 400 {
		every = 3
	}
	for n, d := 0, first; d.Before(last); n, d = n+1, nextMonth(d) {
		p.Shapes = append(p.Shapes, shape{Kind: stroke, X: at(d), Y: 20, H: bottom - 20, Class: "rule"})
		if n%every == 0 {
			p.Shapes = append(p.Shapes, shape{Kind: label, X: at(d) + 3, Y: 14, Anchor: "start", Class: "soft", Label: plain(itoa(d.Year()) + "-" + twoDigits(int(d.Month())))})
		}
	}
}

func twoDigits(n int) string { return itoa(100 + n)[1:] }

func (b *builder) legend(p *picture) {
	x, y := stripMargin, p.Height-14
	for _, entry := range []struct {
		class string
		label text
	}{
		{"round", b.say("round")}, {"consultation", b.say("consultation")}, {"conference", b.say("conference")}, {"deadline", b.say("deadline")},
	} {
		p.Shapes = append(p.Shapes, shape{Kind: rectangle, X: x, Y: y - 10, W: 12, H: 12, Class: entry.class},
			shape{Kind: label, X: x + 18, Y: y, Anchor: "start", Label: entry.label})
		x += 200
	}
}
