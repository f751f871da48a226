package timetable

import (
	"cmp"
	"fmt"
	"slices"

	"attwork.example/att"
)

// Agenda returns the timetable that the agenda of a round is, for the items and sittings of a problem that
// [FromProgramme] made of it: with hours where the minutes of a sitting are known one after the other. A topic
// on the agenda in several sittings counts in the first, and one that was cut in parts in its parts' order.
func Agenda(p att.Programme, round string, problem Problem) Timetable {
	t := Timetable{Name: problem.Name}
	b, _ := build(p, round)
	done := map[string]bool{}
	slots(b.round, func(s att.Sitting, slot att.Item) {
		taken := map[string]bool{} // one part of a topic at a time
		for _, it := range b.of(slot) {
			k := slices.IndexFunc(problem.Items, func(x Item) bool { return x.ID == it.ID })
			if whole := b.origin[it.ID].whole; k >= 0 && !done[it.ID] && !taken[whole] {
				done[it.ID], taken[whole] = true, true
				t.Assignments = append(t.Assignments, Placement{Item: it.ID, Sitting: s.ID, Minutes: problem.Items[k].Minutes})
			}
		}
	})
	return t
}

// of returns the items of the problem that stand for an item of the agenda.
func (b *builder) of(slot att.Item) []Item {
	var list []Item
	for _, it := range b.problem.Items {
		from := b.origin[it.ID]
		if from.topic == slot.Topic && slices.ContainsFunc(slot.Bodies, func(id string) bool { return slices.Contains(from.owners, id) }) {
			list = append(list, it)
		}
	}
	return list
}

// WithAgenda returns the programme with a timetable put back onto the agenda of one of its rounds, whose problem is that
// of [FromProgramme]: the items of each sitting in the order of their starts, those without a start behind them, as
// listed. A part of a topic stands there as the topic, with the minutes of the part. What the timetable leaves out is
// on the agenda no more, and a sitting in which nothing is placed has an empty one. What the problem does not hold,
// such as a topic of which nobody knows how long it takes, stays in its sitting, behind the rest. Whether the timetable holds
// is for [Verify].
//
// The error says that there is no such round, that its problem has a finding of severity error, or that a placement
// names no item or no sitting of it, or an item again.
func WithAgenda(p att.Programme, round string, t Timetable) (att.Programme, error) {
	b, there := build(p, round)
	if !there {
		return att.Programme{}, fmt.Errorf("timetable: there is no round %q", round)
	}
	if err := refused(b.problem); err != nil {
		return att.Programme{}, err
	}
	if _, stray := placed(b.problem, t); len(stray) > 0 {
		a := t.Assignments[stray[0]]
		return att.Programme{}, fmt.Errorf("timetable: the round %q has no item %q or no sitting %q with known hours, or the item is placed again", round, a.Item, a.Sitting)
	}
	p.Rounds = slices.Clone(p.Rounds)
	at := slices.IndexFunc(p.Rounds, func(r att.Round) bool { return r.ID == round })
	days := slices.Clone(p.Rounds[at].Days)
	for i, d := range days {
		days[i].Sittings = slices.Clone(d.Sittings)
		for k, s := range days[i].Sittings {
			if s.Format != att.Cancelled {
				days[i].Sittings[k].Items = b.agenda(s, t, !d.Date.IsZero() && s.Minutes() > 0)
			}
		}
	}
	p.Rounds[at].Days = days
	return p, nil
}

// agenda returns what is on the agenda of a sitting under a timetable, which tells of sittings with known hours.
func (b *builder) agenda(s att.Sitting, t Timetable, known bool) []att.Item {
	var here []Placement
	for _, a := range t.Assignments {
		if known && a.Sitting == s.ID {
			here = append(here, a)
		}
	}
	slices.SortStableFunc(here, func(x, y Placement) int {
		switch {
		case x.Start.Known && y.Start.Known:
			return cmp.Compare(x.Start.N, y.Start.N)
		case x.Start.Known:
			return -1
		case y.Start.Known:
			return 1
		}
		return 0
	})
	var items []att.Item
	for _, a := range here {
		items = append(items, b.item(a.Item, s.Access))
	}
	for _, slot := range s.Items {
		if b.of(slot) == nil {
			items = append(items, slot)
		}
	}
	if items == nil && (known || s.Items != nil) {
		items = []att.Item{} // known to be empty
	}
	return items
}

// item returns an item as it stands on the agenda of a sitting to which there is such an access.
func (b *builder) item(id string, access att.Access) att.Item {
	i := slices.IndexFunc(b.problem.Items, func(it Item) bool { return it.ID == id })
	from := b.origin[id]
	out := att.Item{Topic: from.topic, Bodies: slices.Clone(from.bodies), Minutes: b.problem.Items[i].Minutes}
	if from.access != access {
		out.Access = from.access
	}
	return out
}

// Practical says of each item that [FromProgramme] makes of a round whether its minutes are practical implementation,
// as [att.Measure] counts them. Items of which the programme does not tell are left out.
func Practical(p att.Programme, round string) map[string]bool {
	b, _ := build(p, round)
	known := map[string]bool{}
	for _, it := range b.problem.Items {
		day := att.WorkingDay(att.MustDate("2024-01-01")) // any day; only its minutes count
		day.Sittings = day.Sittings[:1]
		day.Sittings[0].Items = []att.Item{b.item(it.ID, "")}
		alone := att.Programme{Bodies: p.Bodies, Rounds: []att.Round{{ID: round, Meeting: att.Meeting{Format: att.InPerson, Days: []att.Day{day}}}}}
		if m := att.Measure(alone, att.MeasureOptions{}).PracticalMinutes; m.Exact() {
			known[it.ID] = m.N > 0
		}
	}
	return known
}
