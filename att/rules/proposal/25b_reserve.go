package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// reserve: no more of a round's time than the caller's reserve is left without items (25b).
func reserve(most int) check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:         "proposal/25b-reserve",
			Sense:      "No more of the minutes of a round's sittings than the caller's reserve is without items.",
			Severity:   check.Note,
			Cites:      []att.Citation{Cite("25b", "days and hours fit the agenda")},
			Axis:       check.Time,
			When:       "in-person rounds, if the caller sets the reserve",
			Thresholds: parameter("share of the minutes of a round's sittings that is kept free, at most", most, "%"),
			Passing: func() check.Example {
				return check.Example{Says: "A tenth of the time is kept free.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				for i := range p.Rounds[0].Days {
					p.Rounds[0].Days[i].Sittings[1].Items = p.Rounds[0].Days[i].Sittings[1].Items[:1]
					p.Rounds[0].Days[i].Sittings[1].Items[0].Minutes = 10
				}
				return check.Example{Says: "The afternoons have ten minutes of items each.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Round]) bool { return most > 0 && inRoom(in) },
		Check: func(in check.In[att.Round]) check.Result {
			free, has, known := Spare(in.Value)
			if !known || has == 0 {
				return check.Missing(check.Say("the hours of the sittings of {round}, and the minutes of their items", check.Place("round", in.Path)))
			}
			if int64(free)*100 <= int64(has)*int64(most) {
				return check.Result{}
			}
			return in.Departs(
				departs("paragraph 25b", "{free} of {has} minutes ({share} %) are without items, more than the reserve of {most} % that you set.",
					check.Number("free", free), check.Number("has", has), check.Number("share", percent(free, has)), check.Number("most", most)),
				check.Say("Shorten the round, or give the time to practical implementation."))
		},
	}
}

// Spare returns how many minutes of a round's sittings are without items, of how many, and whether hours, agendas and
// minutes are known, so that one can tell. Where the items want more than there is, it is negative. Sittings that were
// cancelled do not count.
func Spare(r att.Round) (free, of int, known bool) {
	known = agendaKnown(r)
	for _, d := range r.Days {
		for _, s := range d.Sittings {
			if s.Format == att.Cancelled {
				continue
			}
			of += s.Minutes()
			free += s.Minutes()
			known = known && s.Minutes() > 0
			for _, it := range s.Items {
				free -= it.Minutes
				known = known && it.Minutes > 0
			}
		}
	}
	return free, of, known
}
