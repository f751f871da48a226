package schedule

import (
	"cmp"
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

// Clashes returns the events of a calendar that cost a round points on its days as they are, in a row or not, the heaviest
// first, and those days: the ones listed, else Monday to Friday from its first to its last. Without days nobody knows
// when it meets. Weights that are zero are [DefaultWeights]; it reports an error for weights that are negative.
func Clashes(cal calendar.Calendar, r att.Round, w Weights) (clashes []Clash, days []att.Date, err error) {
	if w.IsZero() {
		w = DefaultWeights()
	}
	if err := w.fault(); err != nil {
		return nil, nil, err
	}
	if days = meetingDays(r); days == nil {
		return nil, nil, nil
	}
	f := &finding{cal: cal, r: Request{Weights: w, City: r.City, From: days[0], To: days[len(days)-1]}}
	clashes = f.clashesOn(days)
	slices.SortFunc(clashes, heaviest)
	return clashes, days, nil
}

// clashesOn returns the events that cost points on the days, which are in order, in the order of the calendar.
func (f *finding) clashesOn(days []att.Date) []Clash {
	var list []Clash
	for e := range f.cal.Overlapping(days[0], days[len(days)-1]) {
		if !f.costs(e) {
			continue
		}
		if c := f.clash(e, days); c.Points > 0 {
			list = append(list, c)
		}
	}
	return list
}

// heaviest orders clashes by points, the most first, then by date and id.
func heaviest(x, y Clash) int {
	return cmp.Or(cmp.Compare(y.Points, x.Points), x.Event.Start.Compare(y.Event.Start), strings.Compare(x.Event.ID, y.Event.ID))
}
