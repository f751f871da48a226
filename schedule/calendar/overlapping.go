package calendar

import (
	"cmp"
	"iter"
	"slices"

	"attwork.example/att"
)

// reach is the span of an event with its guard. The reaches of a calendar are ordered by their first day and
// are at the same time a balanced tree: the root of any stretch of them is its middle, which knows the last day
// that the stretch reaches.
type reach struct {
	first, last att.Date
	furthest    att.Date // the greatest last of the stretch that this one is the root of
	event       int      // index in the calendar
}

func reachesOf(dated []Event) []reach {
	list := make([]reach, len(dated))
	for i, e := range dated {
		first, last := e.Reach()
		list[i] = reach{first: first, last: last, event: i}
	}
	slices.SortFunc(list, func(a, b reach) int { return cmp.Or(a.first.Compare(b.first), cmp.Compare(a.event, b.event)) })
	furthest(list)
	return list
}

// furthest fills in the field of that name and returns it for the root.
func furthest(stretch []reach) att.Date {
	if len(stretch) == 0 {
		return att.Date{}
	}
	root := len(stretch) / 2
	most := stretch[root].last
	for _, part := range [][]reach{stretch[:root], stretch[root+1:]} {
		if f := furthest(part); f.After(most) {
			most = f
		}
	}
	stretch[root].furthest = most
	return most
}

// Overlapping yields the events that may touch the days from first to last, in the order of [Event.Compare]: those
// whose span, with the guard on either side, has a day in common with them. A vague event is among them when its
// span is; [Event.Vague], [Event.On] and [Event.InDoubt] tell what is sure. Events without days are not; see
// [Calendar.Undated]. An interval with an unknown end, or with the ends reversed, touches nothing.
//
// It takes time in proportion to the logarithm of the number of events, for each event that it yields and once
// more.
func (c Calendar) Overlapping(first, last att.Date) iter.Seq[Event] {
	return func(yield func(Event) bool) {
		if first.IsZero() || last.IsZero() || last.Before(first) {
			return
		}
		hits := touching(c.reaches, first, last, nil)
		slices.Sort(hits)
		for _, i := range hits {
			if !yield(c.events[i]) {
				return
			}
		}
	}
}

// touching appends the events of a stretch that touch the interval.
func touching(stretch []reach, first, last att.Date, hits []int) []int {
	if len(stretch) == 0 {
		return hits
	}
	root := len(stretch) / 2
	r := stretch[root]
	if r.furthest.Before(first) {
		return hits
	}
	hits = touching(stretch[:root], first, last, hits)
	if r.first.After(last) {
		return hits // and so do all behind it
	}
	if !r.last.Before(first) {
		hits = append(hits, r.event)
	}
	return touching(stretch[root+1:], first, last, hits)
}
