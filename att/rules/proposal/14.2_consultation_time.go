package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// consultationTime: there is time for consultations before and after the round (14.2). How much is enough
// is the caller's number.
func consultationTime(least int) check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:         "proposal/14.2-consultation-time",
			Sense:      "Between one conference and the round, and between the round and the next conference, lie at least the days that the caller sets.",
			Severity:   check.Note,
			Cites:      []att.Citation{Cite("14.2", "the time between sessions is too short for meaningful consultations")},
			Axis:       check.Time,
			When:       "programmes with rounds, if the caller sets the days",
			Thresholds: parameter("days between conference and round, and between round and conference, at least", least, "days"),
			Passing: func() check.Example {
				return check.Example{Says: "The round lies months away from either conference.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Conference.Start, p.Conference.End = att.MustDate("2024-05-06"), att.MustDate("2024-05-10")
				return check.Example{Says: "The conference opens three weeks after the round.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			return least > 0 && (in.Programme().Rounds == nil || len(in.Programme().Rounds) > 0)
		},
		Check: func(in check.In[att.Programme]) check.Result {
			p := in.Programme()
			first, last := roundsSpan(p)
			var result check.Result
			short := func(path check.Path, from, to att.Date, key string) {
				if days := from.DaysUntil(to) - 1; days < least {
					result.Findings = append(result.Findings, check.Finding{
						Path: path,
						Message: departs("paragraph 14, what a participant noted", "{days} days lie between {from} and {to}, fewer than the {least} that you set.",
							check.Number("days", days), check.Date("from", from), check.Date("to", to), check.Number("least", least)).Keyed(key),
						Remedy: check.Say("Move the round, so that consultations have time on both sides.").Keyed(key + ".remedy"),
					})
				}
			}
			known := func(d att.Date, what check.Message) bool {
				if d.IsZero() {
					result.Missing = append(result.Missing, what)
				}
				return !d.IsZero()
			}
			rounds := known(first, check.Say("the dates of the rounds"))
			if known(p.Conference.CycleStart, check.Say("the last day of the conference before")) && rounds {
				short("conference.cycleStart", p.Conference.CycleStart, first, "proposal/14.2-consultation-time.before")
			}
			if known(p.Conference.Start, check.Say("the first day of the conference")) && rounds {
				short("conference.start", last, p.Conference.Start, "proposal/14.2-consultation-time.after")
			}
			return result
		},
	}
}
