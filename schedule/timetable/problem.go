package timetable

import (
	"cmp"
	"maps"
	"slices"
)

// Problem is what has to be arranged: items, the sittings of one room, and what binds them. The words are
// those of the instance format, attwork/timetable-instance/1.
//
// The order of Sittings is their order in time. No other order in a Problem has a meaning, save that inside a
// pair of Before and inside a group of Parts.
type Problem struct {
	Name     string            `json:"name,omitzero"`
	Items    []Item            `json:"items,omitzero"`
	Sittings []Sitting         `json:"sittings,omitzero"` // in order of time
	Before   [][2]string       `json:"before,omitzero"`   // where both are placed, the first is not later than the second; an item before itself is never placed
	Apart    [][2]string       `json:"apart,omitzero"`    // where both are placed, they are on different days
	Parts    [][]string        `json:"parts,omitzero"`    // a topic in parts: all placed or none, each not before the one in front of it
	Earlier  map[string]string `json:"earlier,omitzero"`  // item to sitting of an earlier timetable, "" for unplaced; nil: there is none, and no moves are counted
}

// Item is one item of the agenda. It is placed whole in one sitting, or in none.
type Item struct {
	ID       string   `json:"id,omitzero"`
	Minutes  int      `json:"minutes,omitzero"`  // more than 0
	Bodies   []string `json:"bodies,omitzero"`   // who is needed in the room; more than one for a joint item
	Priority int      `json:"priority,omitzero"` // higher comes first; 0: none
	Required bool     `json:"required,omitzero"` // must be placed
	Closed   bool     `json:"closed,omitzero"`   // sits in a closed sitting, and only there
	Allowed  []string `json:"allowed,omitzero"`  // ids of the sittings it may use; nil: all, empty: none
}

// Sitting is one half-day in the room.
type Sitting struct {
	ID      string `json:"id,omitzero"`
	Day     int    `json:"day,omitzero"`     // number of a calendar day: a day between two others counts in a span although nobody sits on it
	Minutes int    `json:"minutes,omitzero"` // for items; breaks are already taken off
	Closed  bool   `json:"closed,omitzero"`
}

// Canonical returns the problem with everything in one order that has no meaning: items by id, the names
// inside an item, the pairs, the groups. Problems that say the same are then equal. What it returns shares
// nothing with p.
func (p Problem) Canonical() Problem {
	c := Problem{Name: p.Name, Sittings: slices.Clone(p.Sittings), Earlier: maps.Clone(p.Earlier)}
	for _, it := range p.Items {
		it.Bodies = set(it.Bodies)
		it.Allowed = set(it.Allowed)
		c.Items = append(c.Items, it)
	}
	slices.SortStableFunc(c.Items, func(a, b Item) int { return cmp.Compare(a.ID, b.ID) })
	c.Before = pairs(p.Before)
	var apart [][2]string
	for _, x := range p.Apart {
		apart = append(apart, [2]string{min(x[0], x[1]), max(x[0], x[1])})
	}
	c.Apart = pairs(apart)
	for _, g := range p.Parts {
		c.Parts = append(c.Parts, slices.Clone(g))
	}
	slices.SortFunc(c.Parts, slices.Compare)
	c.Parts = slices.CompactFunc(c.Parts, slices.Equal)
	return c
}

// set returns the names sorted and each once; nil stays nil and empty stays empty.
func set(names []string) []string {
	if names == nil {
		return nil
	}
	out := append([]string{}, names...)
	slices.Sort(out)
	return slices.Compact(out)
}

func pairs(list [][2]string) [][2]string {
	out := slices.Clone(list)
	slices.SortFunc(out, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(out)
}
