package paper

import (
	"strconv"
	"time"

	"attwork.example/att"
)

// agendas shows the timetable of each round as far as the programme tells its sittings.
func (b *builder) agendas() section {
	s := section{ID: "timetable", Title: b.say("Timetable")}
	for i, p := range b.sides() {
		tints, shown := newTinting(p), false
		for _, r := range p.Rounds {
			name := b.roundName(i, r)
			if t := b.agenda(p, r, name, tints); t != nil {
				s.Blocks = append(s.Blocks, block{Table: t})
				shown = true
			} else if r.Format != att.Cancelled {
				s.Blocks = append(s.Blocks, paragraph(b.say("{round}: its sittings and their agenda are unknown.", part{"round", name})))
			}
		}
		if shown {
			s.Blocks = append(s.Blocks, block{Key: b.bodyKey(p, tints)})
		}
	}
	return s
}

// roundName tells a round from the others of both sides.
func (b *builder) roundName(side int, r att.Round) text {
	name := b.title(r.Title)
	if name == nil {
		name = code(r.ID)
	}
	if !r.Start.IsZero() {
		name = join(b.locale.comma, name, b.span(r.Start, r.End))
	}
	if b.compares() {
		return b.say("{side}: {name}", part{"side", b.sideLabel(side)}, part{"name", name})
	}
	return name
}

// bodyKey says whose colour is which, and what the letters of the bodies stand for.
func (b *builder) bodyKey(p att.Programme, tints tinting) []item {
	used := map[string]bool{}
	for _, r := range p.Rounds {
		for _, d := range r.Days {
			for _, sit := range d.Sittings {
				for _, it := range sit.Items {
					for _, id := range it.Bodies {
						used[id] = true
					}
				}
			}
		}
	}
	var list []item
	for _, body := range p.Bodies {
		if !used[body.ID] {
			continue
		}
		used[body.ID] = false
		short, whole := b.short(p, body.ID), b.body(p, body.ID)
		if short.String() != whole.String() {
			whole = b.say("{letters}: {name}", part{"letters", bold(short)}, part{"name", whole})
		}
		list = append(list, item{Tint: tints[body.ID], Text: whole})
	}
	return list
}

// agenda has a row for the first sittings of all days, one for the second and so on, and a column for each day.
func (b *builder) agenda(p att.Programme, r att.Round, name text, tints tinting) *table {
	rows := 0
	for _, d := range r.Days {
		rows = max(rows, len(d.Sittings))
	}
	if rows == 0 {
		return nil
	}
	t := table{Kind: grid, Caption: name, Columns: []column{{Title: b.say("Hours")}}}
	for _, d := range r.Days {
		t.Columns = append(t.Columns, column{Title: b.weekday(d.Date)})
	}
	titles := topicTitles(p)
	for i := range rows {
		line := row{Head: true, Cells: []cell{of(b.hours(r, i))}}
		for _, d := range r.Days {
			var c cell
			if i < len(d.Sittings) {
				c = b.sitting(p, d.Sittings[i], titles, tints)
			}
			line.Cells = append(line.Cells, c)
		}
		t.Rows = append(t.Rows, line)
	}
	return &t
}

// hours are those that the sittings of a row share; where they differ, each cell would need its own, so there are none.
func (b *builder) hours(r att.Round, i int) text {
	var start, end att.Clock
	for _, d := range r.Days {
		if i >= len(d.Sittings) {
			continue
		}
		s := d.Sittings[i]
		if start.IsZero() {
			start, end = s.Start, s.End
		}
		if s.Start != start || s.End != end {
			return b.say("sitting {n}", part{"n", b.number(i + 1)})
		}
	}
	if start.IsZero() || end.IsZero() {
		return b.say("sitting {n}", part{"n", b.number(i + 1)})
	}
	return b.say("{from} to {to}", part{"from", plain(start.String())}, part{"to", plain(end.String())})
}

func (b *builder) sitting(p att.Programme, s att.Sitting, titles map[topicKey]att.Text, tints tinting) cell {
	var c cell
	switch {
	case s.Format == att.Cancelled:
		c.Text = b.say("cancelled")
	case s.Items == nil:
		c.Text = b.say("agenda unknown")
	case len(s.Items) == 0:
		c.Text = b.say("no items")
	case s.Access == att.StatesOnly || s.Access == att.Members || s.Access == att.Governments:
		c.Text = b.say("closed")
	}
	for _, it := range s.Items {
		var lead string
		if len(it.Bodies) > 0 {
			lead = it.Bodies[0]
		}
		title := b.topic(titles, it.Bodies, it.Topic)
		c.Items = append(c.Items, item{Tint: tints[lead], Text: b.item(p, it.Bodies, title, it.Minutes)})
	}
	return c
}

// item says one item of a timetable: who leads it, what it is and how long.
func (b *builder) item(p att.Programme, bodies []string, title text, minutes int) text {
	about := []part{{"title", title}, {"minutes", b.minutes(minutes)}}
	if len(bodies) == 0 {
		return b.say("{title} ({minutes})", about...)
	}
	return b.say("{bodies}: {title} ({minutes})", append(about, part{"bodies", bold(b.bodies(p, bodies))})...)
}

func (b *builder) minutes(n int) text {
	if n > 0 {
		return tight(b.say("{n} min", part{"n", b.number(n)}))
	}
	return b.say("minutes unknown")
}

// topic names a topic as the first of its bodies does that names it.
func (b *builder) topic(titles map[topicKey]att.Text, bodies []string, topic string) text {
	for _, body := range bodies {
		if t := b.title(titles[topicKey{body, topic}]); t != nil {
			return t
		}
	}
	return code(topic)
}

type topicKey struct{ body, topic string }

func topicTitles(p att.Programme) map[topicKey]att.Text {
	titles := map[topicKey]att.Text{}
	for _, body := range p.Bodies {
		for _, t := range body.Mandate.Topics {
			if k := (topicKey{body.ID, t.ID}); titles[k] == nil {
				titles[k] = t.Title
			}
		}
	}
	return titles
}

// tinting gives each body that can meet in a round a colour: the same body the same one, in the order of the programme.
type tinting map[string]int

func newTinting(p att.Programme) tinting {
	t := tinting{}
	for _, body := range p.Bodies {
		switch body.Kind {
		case att.WorkingGroup, att.SubWorkingGroup, att.Forum, att.PreparatoryMeeting, att.ConferenceBody:
			if _, taken := t[body.ID]; !taken {
				t[body.ID] = len(t)%tints + 1
			}
		}
	}
	return t
}

// weekday writes a day with its day of the week.
func (b *builder) weekday(d att.Date) text {
	if d.IsZero() {
		return b.say("day unknown")
	}
	return b.say("{weekday}, {day}", part{"weekday", b.dayOfWeek(d)}, part{"day", b.date(d)})
}

func (b *builder) dayOfWeek(d att.Date) text {
	switch d.Weekday() {
	case time.Monday:
		return b.say("Monday")
	case time.Tuesday:
		return b.say("Tuesday")
	case time.Wednesday:
		return b.say("Wednesday")
	case time.Thursday:
		return b.say("Thursday")
	case time.Friday:
		return b.say("Friday")
	case time.Saturday:
		return b.say("Saturday")
	}
	return b.say("Sunday")
}

func itoa(n int) string { return strconv.Itoa(n) }
