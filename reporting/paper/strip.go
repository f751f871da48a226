package paper

import (
	"attwork.example/att"
)

// Measures of the strip, in points.
const (
	stripWidth  = 900
	stripMargin = 8
	laneHeight  = 68
	laneTop     = 30
)

// A lane is a programme on the strip, moved by whole years so that the conferences of both stand in one year and their
// rounds can be compared by eye.
type lane struct {
	programme att.Programme
	meetings  []meeting // that have a day and were not cancelled, moved
	years     text      // in which they were, before they were moved
}

// strip draws the year: a lane for each programme, with its rounds, consultations, deadlines and conference.
func (b *builder) strip() *picture {
	lanes := b.lanes()
	first, last := stripSpan(lanes)
	if first.IsZero() {
		return nil
	}
	p := &picture{Title: b.say("The year"), Width: stripWidth, Height: laneTop + laneHeight*len(lanes)}
	at := func(d att.Date) int {
		return stripMargin + first.DaysUntil(d)*(stripWidth-2*stripMargin)/first.DaysUntil(last)
	}
	b.months(p, first, last, at)
	var sentences []text
	for i, l := range lanes {
		rounds, talks := p.lane(l, b.laneName(i, l), laneTop+laneHeight*i, at)
		sentences = append(sentences, b.say("{name}. Rounds: {rounds}. Consultations with a known day: {talks}.",
			part{"name", b.sideTitle(i)}, part{"rounds", b.number(rounds)}, part{"talks", b.number(talks)}))
	}
	for _, d := range b.paper.Deadlines {
		if !d.Date.IsZero() && !d.Date.Before(first) && d.Date.Before(last) {
			p.add(shape{Kind: rectangle, X: at(d.Date), Y: p.Height - 14, W: 4, H: 10, Class: "deadline"})
		}
	}
	p.legend([]key{
		{"round", b.say("round")}, {"consultation", b.say("consultation")}, {"conference", b.say("conference")}, {"deadline", b.say("deadline")},
	})
	p.Description = join(" ", sentences...)
	return p
}

func (b *builder) laneName(i int, l lane) text {
	if b.compares() {
		return b.say("{side} ({years}): {name}", part{"side", b.sideLabel(i)}, part{"years", l.years}, part{"name", b.name(l.programme)})
	}
	return b.say("{name} ({years})", part{"name", b.name(l.programme)}, part{"years", l.years})
}

// lane draws one programme from y on, and says how many rounds and consultations it drew.
func (p *picture) lane(l lane, name text, y int, at func(att.Date) int) (rounds, talks int) {
	p.add(shape{Kind: label, X: stripMargin, Y: y + 14, Anchor: "start", Label: fit(name, stripWidth-2*stripMargin), Class: "strong"},
		shape{Kind: stroke, X: stripMargin, Y: y + 37, W: stripWidth - 2*stripMargin, Class: "axis"})
	for _, m := range l.meetings {
		x := at(m.start)
		s := shape{Kind: rectangle, X: x, W: max(at(m.end.AddDays(1))-x, 6)}
		switch m.kind {
		case roundMeeting:
			s.Y, s.H, s.Class = y+24, 26, "round"
			rounds++
		case conferenceMeeting:
			s.Y, s.H, s.Class = y+24, 26, "conference"
		case consultationMeeting:
			s.Y, s.H, s.Class = y+31, 12, "consultation"
			talks++
		}
		p.add(s)
	}
	return rounds, talks
}

// lanes has one for each side.
func (b *builder) lanes() []lane {
	var lanes []lane
	for _, p := range b.sides() {
		lanes = append(lanes, newLane(p))
	}
	if len(lanes) == 2 && len(lanes[0].meetings) > 0 && len(lanes[1].meetings) > 0 {
		lanes[0].move(lanes[1].lastYear() - lanes[0].lastYear())
	}
	return lanes
}

func newLane(p att.Programme) lane {
	l := lane{programme: p}
	for _, m := range meetingsOf(p) {
		if m.format == att.Cancelled || m.start.IsZero() {
			continue
		}
		if m.end.IsZero() || m.end.Before(m.start) {
			m.end = m.start
		}
		l.meetings = append(l.meetings, m)
	}
	if l.meetings != nil {
		l.years = plain(itoa(l.meetings[0].start.Year()))
		if year := l.lastYear(); year != l.meetings[0].start.Year() {
			l.years = join("–", l.years, plain(itoa(year)))
		}
	}
	return l
}

// lastYear is that of the last meeting, which is the conference where its day is known.
func (l lane) lastYear() int { return l.meetings[len(l.meetings)-1].start.Year() }

func (l lane) move(years int) {
	for i, m := range l.meetings {
		l.meetings[i].start, l.meetings[i].end = moved(m.start, years), moved(m.end, years)
	}
}

// moved returns the same day of another year; 29 February becomes the 28th.
func moved(d att.Date, years int) att.Date {
	for day := d.Day(); day > 0; day-- {
		if e, err := att.NewDate(d.Year()+years, d.Month(), day); err == nil {
			return e
		}
	}
	return d
}

// stripSpan is from the first of the month of the first meeting to the end of that of the last one. It is zero if there
// is no day, or if there would be more than three years.
func stripSpan(lanes []lane) (first, last att.Date) {
	for _, l := range lanes {
		for _, m := range l.meetings {
			if first.IsZero() || m.start.Before(first) {
				first = m.start
			}
			if last.IsZero() || m.end.After(last) {
				last = m.end
			}
		}
	}
	if first.IsZero() {
		return first, last
	}
	first, last = first.AddDays(1-first.Day()), nextMonth(last)
	if last.IsZero() || first.DaysUntil(last) > 3*366 {
		return att.Date{}, att.Date{}
	}
	return first, last
}

func nextMonth(d att.Date) att.Date {
	d = d.AddDays(1 - d.Day()).AddDays(31)
	return d.AddDays(1 - d.Day())
}

func (b *builder) months(p *picture, first, last att.Date, at func(att.Date) int) {
	every := 1 + first.DaysUntil(last)/500
	for n, d := 0, first; d.Before(last); n, d = n+1, nextMonth(d) {
		p.add(shape{Kind: stroke, X: at(d), Y: 4, H: p.Height - 4, Class: "rule"})
		if n%every == 0 {
			p.add(shape{Kind: label, X: at(d) + 4, Y: 17, Anchor: "start", Class: "soft", Label: plain(b.locale.short[d.Month()-1])})
		}
	}
}
