package timetable

import (
	"context"
	"fmt"
	"slices"

	"attwork.example/att/check"
)

// Change is an item that one timetable places elsewhere than another.
type Change struct {
	Item     string
	From, To string // sittings; empty: in none
}

// Changes returns what a timetable changes against an earlier one, in the order of items: the note that goes out when
// a day is lost. Items that only one of the two knows are among them.
func Changes(earlier, t Timetable) []Change {
	before, after := sittings(earlier), sittings(t)
	var items []string
	for _, where := range []map[string]string{before, after} {
		for item := range where {
			items = append(items, item)
		}
	}
	var list []Change
	for _, item := range set(items) {
		if before[item] != after[item] {
			list = append(list, Change{Item: item, From: before[item], To: after[item]})
		}
	}
	return list
}

// sittings returns where each item is placed first.
func sittings(t Timetable) map[string]string {
	where := map[string]string{}
	for _, a := range t.Assignments {
		if _, again := where[a.Item]; !again {
			where[a.Item] = a.Sitting
		}
	}
	return where
}

// Message says the change in a sentence.
func (c Change) Message() check.Message {
	item, from, to := check.Text("item", c.Item), check.Text("from", c.From), check.Text("to", c.To)
	switch {
	case c.From == "":
		return check.Say("{item} is now taken up, in {to}.", item, to).Keyed("timetable/change-placed")
	case c.To == "":
		return check.Say("{item} is no longer taken up; it was in {from}.", item, from).Keyed("timetable/change-dropped")
	}
	return check.Say("{item} moves from {from} to {to}.", item, from, to).Keyed("timetable/change-moved")
}

// Forced solves the problem with one item placed in one of the sittings, or, without sittings, in any that it may use:
// what an answer says of its goals, next to the one without force, is why the item is not there; and where nothing
// holds, the conflict says it. What the item may use by itself still binds. The error is that of [Solve], or says that
// there is no such item or sitting.
func Forced(ctx context.Context, p Problem, item string, sittings []string, o Options) (Answer, error) {
	i := slices.IndexFunc(p.Items, func(it Item) bool { return it.ID == item })
	if i < 0 {
		return Answer{}, fmt.Errorf("timetable: %q is no item of the problem", item)
	}
	for _, id := range sittings {
		if !slices.ContainsFunc(p.Sittings, func(s Sitting) bool { return s.ID == id }) {
			return Answer{}, fmt.Errorf("timetable: %q is no sitting of the problem", id)
		}
	}
	p.Items = slices.Clone(p.Items)
	it := &p.Items[i]
	it.Required = true
	switch {
	case len(sittings) == 0:
	case it.Allowed == nil:
		it.Allowed = set(sittings)
	default:
		it.Allowed = slices.DeleteFunc(set(it.Allowed), func(id string) bool { return !slices.Contains(sittings, id) })
	}
	return Solve(ctx, p, o)
}
