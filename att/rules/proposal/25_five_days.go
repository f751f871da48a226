package proposal

import (
	"slices"
	"strconv"

	"attwork.example/att"
	"attwork.example/att/check"
)

// mostDays is the text's own threshold, in meeting days of a cycle; fiveDaysCites says where it stands.
const mostDays = 5

func fiveDaysCites() []att.Citation {
	return []att.Citation{
		recommendation("a round of at most five days"),
		Cite("15", "five days at the most should be enough for effective and efficient discussions"),
	}
}

// fiveDays: the one round lasts at most five days (15, 25).
func fiveDays(reading Reading) check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/25-five-days",
			Sense:    "Working groups and preparatory meeting sit in person on at most five days of a cycle.",
			Severity: check.Error,
			Cites:    fiveDaysCites(),
			Axis:     check.Time,
			When:     "programmes with in-person rounds",
			Thresholds: []check.Threshold{{
				Name: "meeting days of a cycle, at most", Value: strconv.Itoa(mostDays) + " days", Cite: recommendation("a round of at most five days"),
			}},
			Tensions: []string{oneRoundOrTwo.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Three days for the working groups and the preparatory meeting together.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds = []att.Round{round("round-1", "2024-04-15", "2024-04-23", "wgeti", "wgtr", "ipm")}
				return check.Example{Says: "A round of seven working days.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool { return in.Measures().InPersonRounds != att.Exactly(0) },
		Check:   func(in check.In[att.Programme]) check.Result { return countDays(in, reading) },
	}
}

// daysInRound counts the meeting days of the round, as it is read, and those that may be among them: read
// apart, a day of unknown bodies may be one of the preparatory meeting alone.
func daysInRound(in check.In[att.Programme], reading Reading) (days, open int) {
	bodies := map[string][]string{} // of each round, as declared
	for _, r := range in.Rounds() {
		bodies[r.Value.ID] = r.Value.Bodies
	}
	for _, d := range in.Measures().MeetingDays {
		ids := d.Bodies
		if ids == nil {
			ids = bodies[d.Round]
		}
		prepares := slices.ContainsFunc(ids, func(id string) bool { return in.Named(id).Kind == att.PreparatoryMeeting })
		switch {
		case !inRound(in, reading, ids):
		case reading == Apart && d.Bodies == nil && (prepares || len(ids) == 0):
			open++
		default:
			days++
		}
	}
	return days, open
}

func countDays(in check.In[att.Programme], reading Reading) check.Result {
	m := in.Measures()
	days, open := daysInRound(in, reading)
	if days > mostDays {
		var rounds []check.Path
		for _, r := range in.Rounds() {
			if r.Value.Format.InRoom() {
				rounds = append(rounds, r.Path)
			}
		}
		finding := check.Finding{
			Path: "rounds", Related: rounds,
			Message: departs("paragraphs 15 and 25", "{days} meeting days in person, {over} more than the {most} of the draft; working groups and preparatory meeting are read {reading}.",
				check.Number("days", days), check.Number("over", days-mostDays), check.Number("most", mostDays), check.Word("reading", reading.String())),
			Remedy: check.Say("Give up {over} of the days: merge items, or move them into informal consultations between sessions (26).",
				check.Number("over", days-mostDays)),
		}
		if len(rounds) == 1 {
			finding.Path, finding.Related = rounds[0], nil
		}
		return check.Result{Findings: []check.Finding{finding}}
	}
	var missing []check.Message
	if !m.Days.Exact() {
		missing = append(missing, check.Say("the dates of all meeting days"))
	}
	if days+open > mostDays {
		missing = append(missing, check.Say("which bodies sit on each day, since the preparatory meeting is read apart"))
	}
	return check.Result{Missing: missing}
}
