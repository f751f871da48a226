package paper

import (
	"strings"

	"attwork.example/schedule/timetable"
)

// timetables shows answers of the solver: what is where, how good that is, and why something is impossible.
func (b *builder) timetables() section {
	s := section{ID: "arranged", Title: b.say("Timetable, arranged and proven")}
	for _, t := range b.paper.Timetables {
		s.Blocks = append(s.Blocks, b.arranged(t)...)
	}
	return s
}

func (b *builder) arranged(t Timetable) []block {
	a := t.Answer
	blocks := []block{paragraph(b.say("The answer: {status}.", part{"status", b.answerStatus(a.Status)}))}
	if len(a.Goals) > 0 {
		goals := table{Caption: b.say("Goals, in their order"), Columns: []column{{Title: b.say("Goal")}, {Title: b.say("Value"), Number: true}, {Title: b.say("Bound"), Number: true}, {Title: b.say("Proven")}}}
		for _, g := range a.Goals {
			goals.Rows = append(goals.Rows, row{Head: true, Cells: []cell{of(b.goal(g.Goal)), b.numberCell(g.Value), b.numberCell(g.Bound), of(b.yesNo(g.Proven()))}})
		}
		blocks = append(blocks, block{Table: &goals}, block{Table: b.placements(t)})
	}
	if len(a.Unplaced) > 0 {
		blocks = append(blocks, paragraph(b.say("In no sitting, and so for a consultation: {items}", part{"items", code(strings.Join(a.Unplaced, ", "))})))
	}
	list := block{}
	for _, m := range a.Conflict.Reasons {
		list.List = append(list.List, b.message(m))
	}
	for _, c := range a.Conflict.Constraints {
		list.List = append(list.List, b.message(c.Sentence))
	}
	if list.List != nil {
		blocks = append(blocks, paragraph(b.conflict(a.Conflict.Irreducible)), list)
	}
	if len(t.Changes) > 0 {
		changes := block{}
		for _, c := range t.Changes {
			changes.List = append(changes.List, b.message(c.Message()))
		}
		blocks = append(blocks, paragraph(b.say("What changes against the earlier timetable:")), changes)
	}
	return blocks
}

func (b *builder) conflict(irreducible bool) text {
	if irreducible {
		return b.say("These cannot hold together; without any one of them the others can:")
	}
	return b.say("These cannot hold together; perhaps fewer of them cannot either:")
}

func (b *builder) yesNo(yes bool) text {
	if yes {
		return b.say("yes")
	}
	return b.say("no")
}

func (b *builder) placements(t Timetable) *table {
	out := table{Caption: b.say("What sits where"), Columns: []column{{Title: b.say("Sitting")}, {Title: b.say("Items")}}}
	bodies := map[string][]string{}
	for _, it := range t.Problem.Items {
		bodies[it.ID] = it.Bodies
	}
	tints, titles := newTinting(b.paper.Programme), topicTitles(b.paper.Programme)
	for _, s := range t.Problem.Sittings {
		var c cell
		for _, placed := range t.Answer.Timetable.Assignments {
			if placed.Sitting != s.ID {
				continue
			}
			it := item{Text: b.item(b.paper.Programme, bodies[placed.Item], b.topic(titles, bodies[placed.Item], placed.Item), placed.Minutes)}
			if of := bodies[placed.Item]; len(of) > 0 {
				it.Tint = tints[of[0]]
			}
			c.Items = append(c.Items, it)
		}
		if c.Items != nil {
			out.Rows = append(out.Rows, row{Head: true, Cells: []cell{of(code(s.ID)), c}})
		}
	}
	return &out
}

// frontier shows what each further day buys.
func (b *builder) frontier() section {
	s := section{ID: "frontier", Title: b.say("What each further day buys")}
	if len(b.paper.Frontier) == 0 {
		return s
	}
	t := table{Caption: b.say("The most priority that so many days can hold"), Columns: []column{
		{Title: b.say("Days"), Number: true}, {Title: b.say("Priority placed"), Number: true}, {Title: b.say("Gained by the last day"), Number: true}, {Title: b.say("Minutes on practical implementation"), Number: true}, {Title: b.say("In no sitting"), Number: true}, {Title: b.say("Proof")},
	}}
	previous := -1 // priority of the point before; -1: there is none to compare with
	for _, p := range b.paper.Frontier {
		r := row{Head: true, Cells: []cell{b.numberCell(p.Days), {None: true}, {None: true}, {None: true}, {None: true}, of(b.answerStatus(p.Status))}}
		if p.Status == timetable.Optimal || p.Status == timetable.Feasible {
			r.Cells[1], r.Cells[3], r.Cells[4] = b.numberCell(p.Priority.Value), b.countCell(p.Practical), b.numberCell(len(p.Unplaced))
			if previous >= 0 {
				r.Cells[2] = b.numberCell(p.Priority.Value - previous)
			}
			previous = p.Priority.Value
		}
		t.Rows = append(t.Rows, r)
	}
	if curve := b.curve(); curve != nil {
		s.Blocks = append(s.Blocks, block{Picture: curve})
	}
	s.Blocks = append(s.Blocks, block{Table: &t})
	return s
}
