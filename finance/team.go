package finance

import (
	"cmp"
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Team is who interprets in a room, and how much one interpreter works. All of it is the book's to assume: a programme does not
// tell its languages, and nobody has published the Treaty's teams.
type Team struct {
	ID    string   `json:"id,omitzero"`
	Title att.Text `json:"title,omitzero"`
	// Booths has the interpreters in the booth of each language.
	Booths map[att.Lang]int `json:"booths,omitzero"`
	// SittingsADay and SittingsAWeek are how many sittings one interpreter works at most. What goes beyond needs relief.
	SittingsADay  int            `json:"sittingsADay,omitzero"`
	SittingsAWeek int            `json:"sittingsAWeek,omitzero"`
	Provenance    att.Provenance `json:"provenance,omitzero"`
}

// Interpreters returns how many people the team has.
func (t Team) Interpreters() int {
	n := 0
	for _, people := range t.Booths {
		n += people
	}
	return n
}

// assumption says what is assumed of the team.
func (t Team) assumption() att.Message {
	args := []att.Arg{
		att.TextOf("team", t.Title.String()), att.NumberOf("people", t.Interpreters()), att.NumberOf("languages", len(t.Booths)),
		att.NumberOf("day", t.SittingsADay), att.NumberOf("week", t.SittingsAWeek),
		att.WordOf("confidence", cmp.Or(t.Provenance.Confidence, att.Unknown)),
	}
	if len(t.Booths) == 1 {
		return noted("{team}: {people} interpreters for 1 language, each at most {day} sittings a day and {week} a week ({confidence}).", t.Provenance.Note, args...)
	}
	return noted("{team}: {people} interpreters for {languages} languages, each at most {day} sittings a day and {week} a week ({confidence}).", t.Provenance.Note, args...)
}

// Bounds of a team.
const (
	maxBooth = 100
	maxADay  = 16 // sittings, as many as a day of a programme has at most
	weekdays = 7
	maxAWeek = weekdays * maxADay
)

func (t Team) fault(path check.Path, sources map[string]bool) (check.Path, string) {
	if len(t.Booths) == 0 {
		return path, "expected the interpreters in the booth of each language, under \"booths\""
	}
	for lang, people := range t.Booths {
		if !att.ValidID(strings.ToLower(string(lang))) || people < 1 || people > maxBooth {
			return path.Field("booths"), fmt.Sprintf("expected languages such as \"en\", each with 1 to %d interpreters", maxBooth)
		}
	}
	if t.SittingsADay < 1 || t.SittingsADay > maxADay {
		return path.Field("sittingsADay"), fmt.Sprintf("expected how many sittings one interpreter works in a day, 1 to %d", maxADay)
	}
	if t.SittingsAWeek < t.SittingsADay || t.SittingsAWeek > maxAWeek {
		return path.Field("sittingsAWeek"), fmt.Sprintf("expected how many sittings one interpreter works in a week: at least those of a day, and at most %d", maxAWeek)
	}
	for i, id := range t.Provenance.Sources {
		if !sources[id] {
			return path.Field("provenance").Field("sources").Index(i), fmt.Sprintf("there is no source %.64q in the book", id)
		}
	}
	return "", ""
}

// times returns the figure of the whole team, where it is that of one interpreter.
func (f Figure) times(t Team) Figure {
	f.Amount, f.Team = f.Amount.times(t.Interpreters()), ""
	return f
}

// relief counts the days of a second team that a programme needs, in each calendar week apart.
//
// A day in the room whose hours are unknown has between one sitting and as many as one interpreter works in a day. Where that
// leaves open how much relief a week needs, so is the count.
func relief(m att.Measures, t Team) att.Count {
	n, open := 0, !m.Days.Exact()
	for days := m.MeetingDays; len(days) > 0; {
		monday := mondayOf(days[0].Date)
		var least, most []int
		for len(days) > 0 && mondayOf(days[0].Date) == monday {
			sittings := days[0].Sittings
			if days = days[1:]; sittings.Known {
				least, most = append(least, sittings.N), append(most, sittings.N)
			} else {
				least, most = append(least, 1), append(most, t.SittingsADay)
			}
		}
		needed := t.reliefDays(least)
		open = open || needed != t.reliefDays(most)
		n += needed
	}
	return att.Counted(n, open)
}

// reliefDays returns the days for which a second team is engaged in a week, given the sittings of its days: on a day with more
// sittings than one team works, and for what the first team may not work in the week. A day of relief is one of as many sittings
// as one interpreter works in a day.
func (t Team) reliefDays(sittings []int) int {
	n, regular := 0, 0
	for _, s := range sittings {
		extra := max(0, s-t.SittingsADay)
		engaged := quotientUp(extra, t.SittingsADay)
		n += engaged
		regular += s - extra - (engaged*t.SittingsADay - extra) // the relief that is there anyhow works until its own limit
	}
	return n + quotientUp(max(0, regular-t.SittingsAWeek), t.SittingsADay)
}

func quotientUp(n, d int) int { return (n + d - 1) / d }

func mondayOf(d att.Date) att.Date { return d.AddDays(-(int(d.Weekday()) + weekdays - 1) % weekdays) }
