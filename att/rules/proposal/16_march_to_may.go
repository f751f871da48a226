package proposal

import (
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
)

// The text's own window: the first day of March to the last of May, both inside.
const (
	windowFirst = time.March
	windowLast  = time.May
)

// marchToMay: the round lies between March and May (16.1).
func marchToMay(reading Reading) check.AnyRule {
	here := Cite("16.1", "the round can be held each year between March and May")
	return check.Rule[att.Round]{
		About: check.About{
			ID:         "proposal/16-march-to-may",
			Sense:      "The in-person round lies between 1 March and 31 May, first and last day inside.",
			Severity:   check.Note,
			Cites:      []att.Citation{here},
			Axis:       check.Time,
			When:       "in-person rounds",
			Thresholds: []check.Threshold{{Name: "first and last day of the round", Value: "1 March to 31 May", Cite: here}},
			Tensions:   []string{oneRoundOrTwo.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "A round in April.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds[0] = moved(p.Rounds[0], att.MustDate("2024-02-26"))
				return check.Example{Says: "A round that begins on 26 February.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Round]) bool {
			return inRoom(in) && inRound(in, reading, bodiesOf(in.Value))
		},
		Check: func(in check.In[att.Round]) check.Result {
			first, last := span(in.Value)
			if first.IsZero() || last.IsZero() {
				return check.Missing(check.Say("the first and the last day of {round}", check.Place("round", in.Path)))
			}
			if first.Month() >= windowFirst && last.Month() <= windowLast && first.Year() == last.Year() {
				return check.Result{}
			}
			return in.Departs(
				departs("paragraph 16, what some delegations said", "the round of {first} to {last} does not lie between 1 March and 31 May.",
					check.Date("first", first), check.Date("last", last)),
				check.Say("Choose a week between 1 March and 31 May, with the disarmament calendar in view."))
		},
	}
}
