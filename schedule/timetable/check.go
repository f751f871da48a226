package timetable

import (
	"fmt"

	"attwork.example/att/check"
)

// Bounds of a problem. What is larger is refused by [Check].
const (
	MaxItems    = 1000
	MaxSittings = 63
	maxNumber   = 1_000_000 // of minutes, a priority or a day: sums then never overflow
)

// Check returns what is wrong with the problem itself, sorted. Findings of severity error keep [Solve] from
// solving it; notes do not.
func Check(p Problem) []check.Finding {
	c := checker{problem: p, items: map[string]bool{}, sittings: map[string]bool{}}
	c.readSittings()
	c.readItems()
	c.links()
	check.Sort(c.findings)
	return c.findings
}

type checker struct {
	problem         Problem
	items, sittings map[string]bool
	findings        []check.Finding
}

func (c *checker) add(rule string, s check.Severity, at check.Path, remedy, english string, args ...check.Arg) {
	c.findings = append(c.findings, check.Finding{
		Rule: "timetable/" + rule, Severity: s, Path: at,
		Message: check.Say(english, args...).Keyed("timetable/" + rule), Remedy: check.Say(remedy),
	})
}

func (c *checker) readSittings() {
	list := c.problem.Sittings
	if len(list) > MaxSittings {
		c.add("size", check.Error, "sittings", "Split the round.", "There are {n} sittings, and at most {most} can be arranged.", check.Number("n", len(list)), check.Number("most", MaxSittings))
	}
	for i, at := range check.Path("sittings").Elements(len(list), func(i int) string { return list[i].ID }) {
		s := list[i]
		c.name(c.sittings, s.ID, at, "The sitting has no id.", "Two sittings have the id {id}.")
		if s.Minutes < 0 || s.Minutes > maxNumber {
			c.add("minutes", check.Error, at.Field("minutes"), "Give the minutes that the sitting has for items.", "The sitting {id} has {n} minutes.", check.Text("id", s.ID), check.Number("n", s.Minutes))
		}
		if s.Day < -maxNumber || s.Day > maxNumber {
			c.add("day", check.Error, at.Field("day"), "Number the days from 1.", "The day {n} of the sitting {id} is out of range.", check.Text("id", s.ID), check.Number("n", s.Day))
		}
		if i > 0 && s.Day < list[i-1].Day {
			c.add("order", check.Warning, at.Field("day"), "List the sittings in order of time.", "The sitting {id} of day {n} stands behind one of a later day.", check.Text("id", s.ID), check.Number("n", s.Day))
		}
	}
}

func (c *checker) readItems() {
	list := c.problem.Items
	if len(list) > MaxItems {
		c.add("size", check.Error, "items", "Leave out items.", "There are {n} items, and at most {most} can be arranged.", check.Number("n", len(list)), check.Number("most", MaxItems))
	}
	for i, at := range check.Path("items").Elements(len(list), func(i int) string { return list[i].ID }) {
		it := list[i]
		c.name(c.items, it.ID, at, "The item has no id.", "Two items have the id {id}.")
		if it.Minutes <= 0 || it.Minutes > maxNumber {
			c.add("minutes", check.Error, at.Field("minutes"), "Say how many minutes the item takes.", "The item {id} takes {n} minutes.", check.Text("id", it.ID), check.Number("n", it.Minutes))
		}
		if it.Priority < 0 || it.Priority > maxNumber {
			c.add("priority", check.Error, at.Field("priority"), "Give a priority from 0 up.", "The item {id} has the priority {n}.", check.Text("id", it.ID), check.Number("n", it.Priority))
		}
		for k, id := range it.Allowed {
			if !c.sittings[id] {
				c.add("unknown-sitting", check.Error, at.Field("allowed").Index(k), "Name a sitting of the problem, or leave it out.", "The item {id} may use the sitting {sitting}, which is not there.", check.Text("id", it.ID), check.Text("sitting", id))
			}
		}
		if len(set(it.Allowed)) < len(it.Allowed) || len(set(it.Bodies)) < len(it.Bodies) {
			c.add("twice", check.Note, at, "Name each once.", "The item {id} names a body or a sitting twice.", check.Text("id", it.ID))
		}
	}
}

// name notes an id, and finds fault with one that is missing or taken, in these sentences.
func (c *checker) name(seen map[string]bool, id string, at check.Path, missing, taken string) {
	switch {
	case id == "":
		c.add("id", check.Error, at, "Give it an id.", missing)
	case seen[id]:
		c.add("id", check.Error, at, "Give each its own id.", taken, check.Text("id", id))
	}
	seen[id] = true
}

func (c *checker) links() {
	for what, list := range map[string][][2]string{"before": c.problem.Before, "apart": c.problem.Apart} { // findings are sorted at the end
		for i, pair := range list {
			c.known(check.Path(what).Index(i), pair[:])
		}
	}
	for i, group := range c.problem.Parts {
		at := check.Path("parts").Index(i)
		c.known(at, group)
		if len(set(group)) < len(group) {
			c.add("twice", check.Error, at, "Name each part once.", "A topic in parts names a part twice.")
		}
	}
	for item, sitting := range c.problem.Earlier {
		at := check.Path("earlier").Field(item)
		switch {
		case !c.items[item]:
			c.add("earlier", check.Note, at, "Nothing need be done.", "The item {id} of the earlier timetable no longer exists and counts for nothing.", check.Text("id", item))
		case sitting != "" && !c.sittings[sitting]:
			c.add("earlier", check.Note, at, "Nothing need be done.", "The item {id} was in the sitting {sitting}, which no longer exists, so it moves in any case.", check.Text("id", item), check.Text("sitting", sitting))
		}
	}
}

func (c *checker) known(at check.Path, ids []string) {
	for _, id := range ids {
		if !c.items[id] {
			c.add("unknown-item", check.Error, at, "Name an item of the problem, or leave the entry out.", "{id} is no item of the problem.", check.Text("id", id))
		}
	}
}

// refused returns the first error among the findings of Check as an error of Go, nil when there is none.
func refused(p Problem) error {
	for _, f := range Check(p) {
		if f.Severity == check.Error {
			return fmt.Errorf("timetable: %s: %s", f.Path, f.Message)
		}
	}
	return nil
}
