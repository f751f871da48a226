package assess

import (
	"fmt"
	"slices"
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

// dates takes the measures of the fourth lens.
func (w *work) dates() ([]Measure, error) {
	if w.compared {
		if err := w.before.lookUp(); err != nil {
			return nil, err
		}
	}
	if err := w.after.lookUp(); err != nil {
		return nil, err
	}
	return w.measures([]definition{
		{
			"dates", check.Say("Dates of the in-person rounds"), check.Say("From the first to the last day of each round."),
			[]string{"16.1", "25a"},
			periods,
		},
		{
			"clash-points", check.Say("Points of clashes with other events"), check.Say("Added up over the events and meeting days of the in-person rounds, by weights that are a model and no fact."),
			[]string{"16.4", "25a"},
			func(v *view) Reading {
				return v.clashing(func() Value {
					points := 0
					for _, c := range v.clashes {
						points += c.Points
					}
					return Count{att.Exactly(points)}
				})
			},
		},
		{
			"clashes", check.Say("Events that clash with the in-person rounds"), check.Say("Events of the calendar on meeting days, or that may lie on one."),
			[]string{"16.4", "25a"},
			func(v *view) Reading { return v.clashing(func() Value { return v.clashes }) },
		},
		{
			"rank", check.Say("Rank of the chosen dates"), check.Say("Among all starts in the window for as many meeting days in a row; a round that is not in one row of days at an open venue has none."),
			[]string{"16.1", "25a"},
			ranks,
		},
		{
			"verified-meetings", check.Say("Meetings of the year in the calendar whose days are verified"),
			check.Say("Of the meetings that the calendar lists for the years of the in-person rounds."),
			[]string{"16.4"},
			coverage,
		},
	}), nil
}

// lookUp finds the clashes of the in-person rounds.
func (v *view) lookUp() error {
	rounds, _ := v.inRoom()
	v.clashes, v.dated = Clashes{}, true
	for _, r := range rounds {
		clashes, days, err := schedule.Clashes(v.subject.Calendar, r, v.subject.Options.Weights)
		if err != nil {
			return err
		}
		v.dated = v.dated && days != nil
		v.meets = append(v.meets, days)
		for _, c := range clashes {
			v.clashes = append(v.clashes, Clash{r.ID, c})
		}
	}
	return nil
}

func datesUnknown() check.Message {
	return gap("dates", "The dates of the in-person rounds are not all known.")
}

func periods(v *view) Reading {
	rounds, open := v.inRoom()
	list := Periods{}
	for _, r := range rounds {
		first, last := r.Span()
		if first.IsZero() || last.IsZero() {
			return missing(datesUnknown())
		}
		list = append(list, Period{r.ID, first, last})
	}
	if open {
		return missing(datesUnknown())
	}
	return v.reading(list, behindRounds(rounds))
}

// calendarMissing says why nothing can be looked up; nil where something can.
func (v *view) calendarMissing() []check.Message {
	if v.subject.Calendar.Len() == 0 {
		return []check.Message{gap("calendar", "No calendar is given.")}
	}
	if _, open := v.inRoom(); open || !v.dated {
		return []check.Message{datesUnknown()}
	}
	return nil
}

// clashing is a reading of the clashes.
func (v *view) clashing(value func() Value) Reading {
	if gaps := v.calendarMissing(); gaps != nil {
		return missing(gaps...)
	}
	r := Reading{Value: value(), Gaps: v.vague()}
	for i, c := range v.clashes {
		if i == 0 {
			r.Confidence = c.Event.Confidence
		}
		r.Confidence = r.Confidence.Weakest(c.Event.Confidence)
		r.Sources = append(r.Sources, att.Source{ID: c.Event.ID, Title: c.Event.Source})
	}
	r.Sources = inOrder(r.Sources)
	return r
}

// vague names, where all days are known, the events that may lie on a meeting day, and of which only a span is known.
func (v *view) vague() []check.Message {
	var names []string
	for _, days := range v.meets {
		for e := range v.subject.Calendar.Overlapping(days[0], days[len(days)-1]) {
			if e.Vague {
				names = append(names, e.Name)
			}
		}
	}
	slices.Sort(names)
	var gaps []check.Message
	for _, name := range slices.Compact(names) {
		gaps = append(gaps, gap("vague", "Only the month is known, so it costs nothing: {event}.", check.Text("event", name)))
	}
	return gaps
}

// ranks ranks the dates of each in-person round in its window.
func ranks(v *view) Reading {
	if gaps := v.calendarMissing(); gaps != nil {
		return missing(gaps...)
	}
	rounds, _ := v.inRoom()
	from, to := v.window()
	list := Ranks{}
	var gaps []check.Message
	var notes []check.Message
	answers := map[string]schedule.Answer{} // rounds of one length at one place are ranked in one go
	for i, r := range rounds {
		key := fmt.Sprintf("%d %q %q", len(v.meets[i]), r.City, calendar.VenueOf(r.Meeting))
		a, asked := answers[key]
		if !asked {
			a = v.find(r, len(v.meets[i]), from, to)
			answers[key] = a
		}
		rank, found := rankIn(a, v.meets[i])
		if !found {
			gaps = append(gaps, gap("rank", "Round {round} has no rank: its days are none of the starts from {from} to {to}.",
				check.Text("round", r.ID), check.Date("from", from), check.Date("to", to)))
			continue
		}
		rank.Round, rank.From, rank.To = r.ID, from, to
		list = append(list, rank)
		notes = append(notes, a.Notes...)
	}
	for _, note := range notes {
		if same := func(m check.Message) bool { return m.String() == note.String() }; !slices.ContainsFunc(gaps, same) {
			gaps = append(gaps, note)
		}
	}
	if len(list) == 0 && len(rounds) > 0 {
		return missing(gaps...)
	}
	return Reading{Value: list, Gaps: gaps}
}

// find ranks all starts of a window; none where they cannot be ranked, as in years that no calendar has.
func (v *view) find(r att.Round, days int, from, to att.Date) schedule.Answer {
	a, err := schedule.Find(v.subject.Calendar, schedule.Request{
		From: from, To: to, Blocks: []int{days}, Conference: v.p.Conference.Start, City: r.City,
		Venue: calendar.VenueOf(r.Meeting), Weights: v.subject.Options.Weights,
	})
	if err != nil {
		return schedule.Answer{}
	}
	return a
}

// rankIn finds the start that was chosen among all of the window.
func rankIn(a schedule.Answer, days []att.Date) (rank Rank, found bool) {
	i := slices.IndexFunc(a.Candidates, func(c schedule.Candidate) bool {
		return c.Blocks[0].Start == days[0] && c.Blocks[0].End == days[len(days)-1]
	})
	if i < 0 {
		return Rank{}, false
	}
	chosen := a.Candidates[i]
	rank = Rank{Points: chosen.Score, Of: a.Considered, VerifiedRank: chosen.VerifiedRank, Same: -1}
	for _, c := range a.Candidates {
		switch {
		case c.Score < chosen.Score:
			rank.Better++
		case c.Score == chosen.Score:
			rank.Same++
		}
	}
	return rank, true
}

// window returns the days among which dates are ranked: the caller's months, or March to May and as many months more as
// the rounds need.
func (v *view) window() (from, to att.Date) {
	var first, last att.Date
	for _, days := range v.meets {
		if first.IsZero() || days[0].Before(first) {
			first = days[0]
		}
		if last.IsZero() || days[len(days)-1].After(last) {
			last = days[len(days)-1]
		}
	}
	if first.IsZero() {
		return first, last
	}
	if o := v.subject.Options; o.First != 0 && o.Last != 0 {
		return monthStart(first.Year(), o.First), monthStart(first.Year(), o.Last+1).AddDays(-1)
	}
	from, to = monthStart(first.Year(), time.March), monthStart(last.Year(), time.June).AddDays(-1)
	if first.Before(from) {
		from = monthStart(first.Year(), first.Month())
	}
	if last.After(to) {
		to = monthStart(last.Year(), last.Month()+1).AddDays(-1)
	}
	return from, to
}

// coverage says how much of the years of the rounds the calendar knows.
func coverage(v *view) Reading {
	if gaps := v.calendarMissing(); gaps != nil {
		return missing(gaps...)
	}
	years := map[int]bool{}
	verified, meetings := 0, 0
	for _, days := range v.meets {
		for _, d := range days {
			if years[d.Year()] {
				continue
			}
			years[d.Year()] = true
			c := v.subject.Calendar.Coverage(d.Year())
			verified, meetings = verified+c.Verified, meetings+c.Meetings
		}
	}
	return Reading{Value: Share{att.Exactly(verified), att.Exactly(meetings)}}
}

// monthStart returns the first day of a month, the thirteenth being the first of the next year.
func monthStart(year int, month time.Month) att.Date {
	d, _ := att.NewDate(year+int(month-1)/12, (month-1)%12+1, 1) // the zero date in years that there are not
	return d
}
