package timetable

import (
	"fmt"
	"slices"
	"strconv"

	"attwork.example/att"
	"attwork.example/att/check"
)

// FromProgramme makes a problem of one round of a programme, and says in findings what it could not tell from it.
// Nothing is made up: what is unknown is left out of the problem and named.
//
//   - Sittings: those of the round's days that were not cancelled, with the minutes between their hours; take
//     breaks and interpreters' limits off yourself. A sitting is closed when its access is known and not open.
//   - Items: the topics in the mandates of the bodies that meet in the round, with their minutes and priority,
//     without those that only another round has on its agenda. The bodies of an item are the one with the topic
//     in its mandate, those that take it up jointly on the agenda, and those that declare to contribute to it. A
//     topic in two mandates that nothing joins is two items, named body.topic.
//   - A topic longer than every sitting is cut in parts of about equal length; its priority is that of the first.
//   - An item is closed when the access to it is known and not open, or it is a forum's and not known to be open.
//   - An item is required when it leads to a draft decision or a report, when the conference set its
//     priority, or when it is closed. The others may be left out; they then become consultations.
//   - Items of a preparatory meeting do not stand before those of working groups, sub-groups and forums.
//
// Earlier is left nil. To keep to the agenda that the round has, take it from [Agenda].
func FromProgramme(p att.Programme, round string) (Problem, []check.Finding) {
	i := slices.IndexFunc(p.Rounds, func(r att.Round) bool { return r.ID == round })
	b := builder{programme: p, bodies: map[string]att.Body{}, index: map[string]int{}}
	for _, body := range p.Bodies {
		if _, taken := b.bodies[body.ID]; !taken {
			b.bodies[body.ID] = body
		}
	}
	if i < 0 {
		b.add("round", check.Error, "rounds", "Name a round of the programme.", "There is no round {round}.", check.Text("round", round))
		return Problem{}, b.findings
	}
	b.round = p.Rounds[i]
	b.problem.Name = p.ID + "-" + round
	b.addSittings()
	b.addItems()
	b.cutLong()
	b.preparatoryLast()
	check.Sort(b.findings)
	return b.problem, b.findings
}

type builder struct {
	checker
	programme att.Programme
	round     att.Round
	bodies    map[string]att.Body
	index     map[string]int // item id to its place
	late      []string       // items of preparatory meetings
	soon      []string       // items of groups and forums
}

func (b *builder) path() check.Path { return check.Path("rounds").ID(b.round.ID, 0) }

// slots calls f for every item on the agenda of a round.
func slots(r att.Round, f func(s att.Sitting, it att.Item)) {
	for _, d := range r.Days {
		for _, s := range d.Sittings {
			if s.Format != att.Cancelled {
				for _, it := range s.Items {
					f(s, it)
				}
			}
		}
	}
}

func (b *builder) addSittings() {
	days := slices.Clone(b.round.Days)
	slices.SortStableFunc(days, func(x, y att.Day) int { return x.Date.Compare(y.Date) })
	for _, d := range days {
		at := b.path().Field("days").ID(d.Date.String(), 0)
		if d.Date.IsZero() || d.Sittings == nil {
			b.add("hours", check.Warning, at, "Give the sittings of the day, such as those of a usual working day.", "The sittings of {day} are unknown, so nothing can be placed there.", check.Date("day", d.Date))
			continue
		}
		for _, s := range d.Sittings {
			if s.Format == att.Cancelled {
				continue
			}
			if s.Minutes() == 0 {
				b.add("hours", check.Warning, at.Field("sittings").ID(s.ID, 0), "Give the hours of the sitting.", "The hours of the sitting {sitting} are unknown, so nothing can be placed there.", check.Text("sitting", s.ID))
				continue
			}
			b.problem.Sittings = append(b.problem.Sittings, Sitting{
				ID: s.ID, Day: days[0].Date.DaysUntil(d.Date) + 1, Minutes: s.Minutes(), Closed: s.Access != "" && s.Access != att.Open,
			})
		}
	}
	if len(b.problem.Sittings) == 0 {
		b.add("hours", check.Warning, b.path().Field("days"), "Give the days of the round with their sittings.", "The round {round} has no sitting with known hours.", check.Text("round", b.round.ID))
	}
}

// onAgenda returns the bodies that take up a topic of an owner on the agenda of a round, and the access to it.
func (b *builder) onAgenda(r att.Round, owner, topic string) (bodies []string, minutes int, access att.Access, there bool) {
	slots(r, func(s att.Sitting, it att.Item) {
		if it.Topic != topic || !slices.Contains(it.Bodies, owner) {
			return
		}
		there = true
		bodies = append(bodies, it.Bodies...)
		minutes += it.Minutes
		if a := it.Access; a != "" {
			access = a
		} else if access == "" {
			access = s.Access
		}
	})
	return bodies, minutes, access, there
}

func (b *builder) elsewhere(owner, topic string) bool {
	return slices.ContainsFunc(b.programme.Rounds, func(r att.Round) bool {
		if r.ID == b.round.ID || r.Format == att.Cancelled {
			return false
		}
		_, _, _, there := b.onAgenda(r, owner, topic)
		return there
	})
}

// contributors returns the bodies of the round that declare to contribute to a topic.
func (b *builder) contributors(owner, topic string) []string {
	var list []string
	for _, id := range b.round.Bodies {
		for _, l := range b.bodies[id].Lines {
			if l.Sort == att.ContributesTo && l.To == owner && slices.Contains(l.Topics, topic) {
				list = append(list, id)
			}
		}
	}
	return list
}

func (b *builder) addItems() {
	for _, id := range set(b.round.Bodies) {
		body := b.bodies[id]
		for _, t := range body.Mandate.Topics {
			joint, onAgenda, access, there := b.onAgenda(b.round, id, t.ID)
			if !there && b.elsewhere(id, t.ID) {
				continue
			}
			minutes := t.Minutes
			if minutes == 0 {
				minutes = onAgenda
			}
			if minutes == 0 {
				b.add("length", check.Warning, check.Path("bodies").ID(id, 0).Field("mandate").Field("topics").ID(t.ID, 0), "Say how many minutes the topic wants.",
					"Nobody knows how long the topic {topic} of {body} takes, so it is not arranged.", check.Text("topic", t.ID), check.Text("body", id))
				continue
			}
			if access == "" {
				access = body.Access
			}
			closed := access != "" && access != att.Open || access == "" && body.Kind == att.Forum
			it := Item{
				ID: t.ID, Minutes: minutes, Priority: t.Priority, Closed: closed,
				Bodies:   set(append(append([]string{id}, joint...), b.contributors(id, t.ID)...)),
				Required: closed || t.Outcome == att.DraftDecisionOutcome || t.Outcome == att.ReportOutcome || t.SetBy == att.TheConference,
			}
			b.addItem(it, body)
		}
	}
}

// addItem adds an item, unless it is a topic that another body of the round has too and takes up jointly.
func (b *builder) addItem(it Item, body att.Body) {
	for i, o := range b.problem.Items {
		if o.ID == it.ID && (slices.Contains(o.Bodies, body.ID) || len(it.Bodies) > 1 && slices.Contains(it.Bodies, o.Bodies[0])) {
			o.Bodies = set(append(o.Bodies, it.Bodies...))
			o.Required, o.Priority, o.Minutes = o.Required || it.Required, max(o.Priority, it.Priority), max(o.Minutes, it.Minutes)
			b.problem.Items[i] = o
			return
		}
	}
	if slices.ContainsFunc(b.problem.Items, func(o Item) bool { return o.ID == it.ID }) {
		it.ID = body.ID + "." + it.ID
	}
	b.problem.Items = append(b.problem.Items, it)
	switch body.Kind {
	case att.PreparatoryMeeting:
		b.late = append(b.late, it.ID)
	case att.WorkingGroup, att.SubWorkingGroup, att.Forum:
		b.soon = append(b.soon, it.ID)
	}
}

// cutLong cuts items that no sitting can hold.
func (b *builder) cutLong() {
	longest := 0
	for _, s := range b.problem.Sittings {
		longest = max(longest, s.Minutes)
	}
	var items []Item
	parts := map[string][]string{}
	for _, it := range b.problem.Items {
		if longest == 0 || it.Minutes <= longest {
			items = append(items, it)
			continue
		}
		n := (it.Minutes + longest - 1) / longest
		whole := it
		for k := range n {
			it.ID = whole.ID + ".part-" + strconv.Itoa(k+1)
			it.Minutes = whole.Minutes*(k+1)/n - whole.Minutes*k/n
			items = append(items, it)
			parts[whole.ID] = append(parts[whole.ID], it.ID)
			it.Priority = 0
		}
		b.problem.Parts = append(b.problem.Parts, parts[whole.ID])
		b.add("cut", check.Note, "items", "Nothing need be done.", "The topic {topic} takes {minutes} minutes, more than any sitting has, and is cut in {n} parts.",
			check.Text("topic", whole.ID), check.Number("minutes", whole.Minutes), check.Number("n", n))
	}
	b.problem.Items = items
	b.late, b.soon = spread(b.late, parts), spread(b.soon, parts)
}

func spread(ids []string, parts map[string][]string) []string {
	var out []string
	for _, id := range ids {
		if list := parts[id]; list != nil {
			out = append(out, list...)
		} else {
			out = append(out, id)
		}
	}
	return out
}

func (b *builder) preparatoryLast() {
	for _, first := range b.soon {
		for _, second := range b.late {
			b.problem.Before = append(b.problem.Before, [2]string{first, second})
		}
	}
}

// Agenda returns the timetable that the agenda of a round is, for the items and sittings of a problem that
// [FromProgramme] made of it: with hours where the minutes of a sitting are known one after the other. A topic
// on the agenda in several sittings counts in the first, and one that was cut in parts in its parts' order.
func Agenda(p att.Programme, round string, problem Problem) Timetable {
	t := Timetable{Name: problem.Name}
	done := map[string]bool{}
	for _, r := range p.Rounds {
		if r.ID != round {
			continue
		}
		slots(r, func(s att.Sitting, slot att.Item) {
			for _, body := range slot.Bodies {
				for _, id := range []string{slot.Topic, body + "." + slot.Topic} {
					k := slices.IndexFunc(problem.Items, func(it Item) bool { return it.ID == id && slices.Contains(it.Bodies, body) })
					if k >= 0 && !done[id] {
						done[id] = true
						t.Assignments = append(t.Assignments, Placement{Item: id, Sitting: s.ID, Minutes: problem.Items[k].Minutes})
					}
				}
			}
			for n := 1; ; n++ { // the next part
				id := fmt.Sprintf("%s.part-%d", slot.Topic, n)
				k := slices.IndexFunc(problem.Items, func(it Item) bool { return it.ID == id })
				if k < 0 {
					break
				}
				if !done[id] {
					done[id] = true
					t.Assignments = append(t.Assignments, Placement{Item: id, Sitting: s.ID, Minutes: problem.Items[k].Minutes})
					break
				}
			}
		})
	}
	return t
}

// Against returns the problem with a timetable as its earlier one, so that moves are counted against it.
func (p Problem) Against(t Timetable) Problem {
	p.Earlier = map[string]string{}
	for _, a := range t.Assignments {
		if _, again := p.Earlier[a.Item]; !again {
			p.Earlier[a.Item] = a.Sitting
		}
	}
	return p
}
