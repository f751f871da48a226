package paper

import (
	"cmp"
	"slices"

	"attwork.example/att"
)

// meetings lists rounds, consultations and the conference of each side in the order of their days, under a strip of
// the months.
func (b *builder) meetings() section {
	s := section{ID: "meetings", Title: b.say("Who meets when")}
	if !b.has() {
		return s
	}
	if strip := b.strip(); strip != nil {
		s.Blocks = append(s.Blocks, block{Picture: strip})
	}
	for i, p := range b.sides() {
		t := table{Caption: b.sideTitle(i), Columns: []column{
			{Title: b.say("When")}, {Title: b.say("Meeting")}, {Title: b.say("Who")}, {Title: b.say("Where and how")}, {Title: b.say("How well it is known")},
		}}
		for _, m := range meetingsOf(p) {
			t.Rows = append(t.Rows, row{Cells: []cell{
				b.dateSpanCell(m.start, m.end), of(b.meetingName(m)), of(b.bodies(p, m.bodies)), of(join(b.locale.semicolon, b.place(m), b.format(m.format))), of(b.known(p, m.confidence)),
			}})
		}
		s.Blocks = append(s.Blocks, block{Table: &t})
		if p.Consultations == nil {
			s.Blocks = append(s.Blocks, paragraph(b.say("{name}: nobody knows whether there were consultations between sessions.", part{"name", b.sideTitle(i)})))
		}
	}
	if t := b.deadlines(); t != nil {
		s.Blocks = append(s.Blocks, block{Table: t})
	}
	return s
}

type meetingKind int

const (
	roundMeeting meetingKind = iota
	consultationMeeting
	conferenceMeeting
)

type meeting struct {
	kind       meetingKind
	id         string
	title      att.Text
	start, end att.Date
	bodies     []string
	city       string
	venue      string
	format     att.Format
	confidence att.Confidence
}

// meetingsOf lists what a programme holds, by day; what has no day comes last.
func meetingsOf(p att.Programme) []meeting {
	var list []meeting
	add := func(kind meetingKind, id string, title att.Text, bodies []string, m att.Meeting) {
		start, end := m.Start, m.End
		for _, d := range m.Days {
			if start.IsZero() || !d.Date.IsZero() && d.Date.Before(start) {
				start = d.Date
			}
			if end.IsZero() || d.Date.After(end) {
				end = d.Date
			}
		}
		list = append(list, meeting{kind, id, title, start, end, bodies, m.City, m.Venue, m.Format, m.Provenance.Confidence})
	}
	for _, r := range p.Rounds {
		bodies := slices.Clone(r.Bodies)
		for _, d := range r.Days {
			bodies = append(bodies, d.Bodies...)
			for _, sit := range d.Sittings {
				for _, it := range sit.Items {
					bodies = append(bodies, it.Bodies...)
				}
			}
		}
		slices.Sort(bodies)
		add(roundMeeting, r.ID, r.Title, slices.Compact(bodies), r.Meeting)
	}
	for _, c := range p.Consultations {
		m := att.Meeting{Start: c.Start, End: c.End, City: c.City, Format: c.Format, Provenance: c.Provenance}
		var convenor []string
		if c.Convenor != "" {
			convenor = []string{c.Convenor}
		}
		add(consultationMeeting, c.ID, c.Title, convenor, m)
	}
	if c := p.Conference; !c.Start.IsZero() || len(c.Title) > 0 {
		var body []string
		if c.Body != "" {
			body = []string{c.Body}
		}
		add(conferenceMeeting, c.Body, c.Title, body, c.Meeting)
	}
	slices.SortStableFunc(list, func(a, b meeting) int {
		if a.start.IsZero() != b.start.IsZero() {
			if a.start.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(a.start.Compare(b.start), a.end.Compare(b.end))
	})
	return list
}

func (b *builder) meetingName(m meeting) text {
	if t := b.title(m.title); t != nil {
		return t
	}
	if m.id == "" {
		return b.say("The conference")
	}
	return code(m.id)
}

// bodies names bodies shortly, in one line.
func (b *builder) bodies(p att.Programme, ids []string) text {
	names := make([]text, 0, len(ids))
	for _, id := range ids {
		names = append(names, b.short(p, id))
	}
	return join(b.locale.comma, names...)
}

func (b *builder) place(m meeting) text {
	return join(b.locale.comma, b.foreign(m.venue), b.foreign(m.city))
}

// known says how well a meeting is known; what is made up is not known at all.
func (b *builder) known(p att.Programme, c att.Confidence) text {
	if p.Constructed && c == "" {
		return b.say("constructed for study")
	}
	return b.confidence(c)
}

func (b *builder) dateSpanCell(from, to att.Date) cell {
	if from == to || to.IsZero() {
		return b.dateCell(from)
	}
	return of(b.span(from, to))
}

// deadlines lists the steps around rounds and conference.
func (b *builder) deadlines() *table {
	if len(b.paper.Deadlines) == 0 {
		return nil
	}
	t := table{Caption: b.say("Deadlines"), Columns: []column{{Title: b.say("When")}, {Title: b.say("Step")}, {Title: b.say("How well it is known")}}}
	for _, d := range b.paper.Deadlines {
		t.Rows = append(t.Rows, row{Cells: []cell{b.dateSpanCell(d.Date, d.Until), of(b.title(d.Title)), of(b.confidence(d.Confidence))}})
	}
	return &t
}
