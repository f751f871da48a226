package schedule

import (
	"slices"
	"strconv"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
	"attwork.example/schedule/calendar"
)

// RuleOptions adjust [Rules].
type RuleOptions struct {
	Points  int     // above which the rule fires; 0: not set, and the rule applies to nothing
	Weights Weights // zero: [DefaultWeights]
}

// Rules returns the one rule of the draft proposal that needs a calendar: the dates of a round respect the
// disarmament calendar and the main events of the United Nations (25a, 16). It fires above a number of points
// that the caller sets, and never on any overlap: no week of spring is free of every event. So it is a note.
func Rules(cal calendar.Calendar, o RuleOptions) (check.Set, error) {
	if o.Weights.IsZero() {
		o.Weights = DefaultWeights()
	}
	if err := o.Weights.fault(); err != nil {
		return check.Set{}, err
	}
	value := ""
	if o.Points > 0 {
		value = strconv.Itoa(o.Points) + " points"
	}
	return check.NewSet(check.Rule[att.Round]{
		About: check.About{
			ID:       "proposal/25a-clashes",
			Sense:    "The dates of an in-person round do not clash with the disarmament calendar and the main events of the United Nations by more points than the caller sets.",
			Severity: check.Note,
			Cites: []att.Citation{
				proposal.Cite("25a", "the President sets the dates with the disarmament calendar and other main UN events in view"),
				proposal.Cite("16.4", "the dates take the disarmament calendar and other main UN events into account"),
			},
			Axis:       check.Time,
			When:       "in-person rounds, if the caller sets the points",
			Thresholds: []check.Threshold{{Name: "points of clashes with a calendar, at most", Value: value}},
			Passing:    func() check.Example { return clashExample("A round in a week of no event.", "2024-04-22") },
			Failing:    func() check.Example { return clashExample("A round in a week of another meeting.", "2024-04-15") },
		},
		Applies: func(in check.In[att.Round]) bool {
			return o.Points > 0 && (in.Value.Format.InRoom() || in.Value.Format == "")
		},
		Check: func(in check.In[att.Round]) check.Result { return clashes(in, cal, o) },
	})
}

func clashExample(says, start string) check.Example {
	first := att.MustDate(start)
	return check.Example{Says: says, Programme: att.Programme{
		ID: "example", Name: att.Text{att.English: "An example"}, Constructed: true,
		Rounds: []att.Round{{ID: "round-1", Meeting: att.Meeting{Start: first, End: first.AddDays(4), City: "Geneva", Format: att.InPerson}}},
	}}
}

func clashes(in check.In[att.Round], cal calendar.Calendar, o RuleOptions) check.Result {
	days := meetingDays(in.Value)
	if days == nil {
		return check.Missing(check.Say("the dates of {round}", check.Place("round", in.Path)))
	}
	f := &finding{cal: cal, r: Request{Weights: o.Weights, City: in.Value.City, From: days[0], To: days[len(days)-1]}}
	points := 0
	var worst []string
	for _, c := range f.clashesOn(days) {
		points += c.Points
		worst = append(worst, c.Event.Name+" ("+strconv.Itoa(c.Points)+")")
	}
	if points > o.Points {
		return in.Departs(
			check.Say("Departs from the draft's recommendation (paragraph 25a): the round of {first} to {last} clashes with other events by {points} points, more than the {most} that you set: {events}.",
				check.Date("first", f.r.From), check.Date("last", f.r.To), check.Number("points", points), check.Number("most", o.Points), check.Text("events", strings.Join(worst, "; "))),
			check.Say("Look for a week with fewer clashes, or say why this one was chosen."))
	}
	if c := cal.Coverage(f.r.From.Year()); c.Verified == 0 {
		return check.Missing(check.Say("verified meetings of {year} in the calendar", check.Number("year", f.r.From.Year())))
	}
	return check.Result{}
}

// meetingDays returns the days of a round in order: those listed, else Monday to Friday from its start to its
// end; nil when they are unknown.
func meetingDays(r att.Round) []att.Date {
	var days []att.Date
	for _, d := range r.Days {
		if !d.Date.IsZero() {
			days = append(days, d.Date)
		}
	}
	if r.Days == nil && !r.Start.IsZero() && !r.End.IsZero() && r.Start.DaysUntil(r.End) < maxBlock {
		for d := r.Start; !d.IsZero() && !d.After(r.End); d = d.AddDays(1) {
			if att.MondayToFriday(d) {
				days = append(days, d)
			}
		}
	}
	slices.SortFunc(days, att.Date.Compare)
	return slices.Compact(days)
}
