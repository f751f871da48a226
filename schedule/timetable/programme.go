package timetable

import (
	"cmp"
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
	b, _ := build(p, round)
	return b.problem, b.findings
}

// build makes the problem of a round, and reports whether there is such a round.
func build(p att.Programme, round string) (b builder, there bool) {
	i := slices.IndexFunc(p.Rounds, func(r att.Round) bool { return r.ID == round })
	b = builder{programme: p, bodies: map[string]att.Body{}, origin: map[string]origin{}}
	for _, body := range p.Bodies {
		if _, taken := b.bodies[body.ID]; !taken {
			b.bodies[body.ID] = body
		}
	}
	if i < 0 {
		b.add("round", check.Error, "rounds", "Name a round of the programme.", "There is no round {round}.", check.Text("round", round))
		return b, false
	}
	b.round = p.Rounds[i]
	b.problem.Name = p.ID + "-" + round
	b.addSittings()
	b.addItems()
	b.cutLong()
	b.preparatoryLast()
	check.Sort(b.findings)
	return b, true
}

type builder struct {
	checker
	programme att.Programme
	round     att.Round
	bodies    map[string]att.Body
	origin    map[string]origin // by id of an item
	late      []string          // items of preparatory meetings
	soon      []string          // items of groups and forums
}

// origin is where an item comes from.
type origin struct {
	topic  string
	whole  string   // id of the item before it was cut
	owners []string // bodies with the topic in their mandates
	bodies []string // that take it up, the leading one first; those that only contribute are not among them
	access att.Access
}

func (b *builder) path() check.Path { return check.Path("rounds").ID(b.round.ID, 0) }

// inTime returns the days of a round in the order of their dates.
func inTime(r att.Round) []att.Day {
	days := slices.Clone(r.Days)
	slices.SortStableFunc(days, func(x, y att.Day) int { return x.Date.Compare(y.Date) })
	return days
}

// slots calls f for every item on the agenda of a round, in order of time.
func slots(r att.Round, f func(s att.Sitting, it att.Item)) {
	for _, d := range inTime(r) {
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
	var first att.Date // that is known
	for _, d := range inTime(b.round) {
		first = cmp.Or(first, d.Date)
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
				ID: s.ID, Day: first.DaysUntil(d.Date) + 1, Minutes: s.Minutes(), Closed: s.Access != "" && s.Access != att.Open,
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
			b.addItem(it, body, origin{topic: t.ID, owners: []string{id}, bodies: joined([]string{id}, joint), access: access})
		}
	}
}

// joined returns the bodies of an item, each once: those of the agenda in its order, where they are on it.
func joined(owner, agenda []string) []string {
	var out []string
	for _, id := range slices.Concat(agenda, owner) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// addItem adds an item, unless it is a topic that another body of the round has too and takes up jointly.
func (b *builder) addItem(it Item, body att.Body, from origin) {
	for i, o := range b.problem.Items {
		if o.ID == it.ID && (slices.Contains(o.Bodies, body.ID) || len(it.Bodies) > 1 && slices.Contains(it.Bodies, o.Bodies[0])) {
			o.Bodies = set(append(o.Bodies, it.Bodies...))
			o.Required, o.Priority, o.Minutes = o.Required || it.Required, max(o.Priority, it.Priority), max(o.Minutes, it.Minutes)
			b.problem.Items[i] = o
			first := b.origin[o.ID]
			first.owners = joined(from.owners, first.owners)
			first.bodies = joined(from.bodies, first.bodies)
			first.access = cmp.Or(first.access, from.access)
			b.origin[o.ID] = first
			return
		}
	}
	if slices.ContainsFunc(b.problem.Items, func(o Item) bool { return o.ID == it.ID }) {
		it.ID = body.ID + "." + it.ID
	}
	from.whole = it.ID
	b.origin[it.ID] = from
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
			b.origin[it.ID] = b.origin[whole.ID]
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
