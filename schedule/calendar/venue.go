package calendar

import (
	"slices"

	"attwork.example/att"
)

// Venue says which of the two holiday lists of Geneva binds: that of the United Nations, which a circular sets
// each year, or that of the canton. They differ, as on Eid al-Fitr and on 31 December. The zero Venue is unknown.
type Venue string

// The venues.
const (
	Palais   Venue = "palais" // Palais des Nations
	CICG     Venue = "cicg"   // Centre International de Conférences Genève
	InGeneva Venue = "geneva" // any other house in the canton, such as a hotel
	Abroad   Venue = "abroad" // outside the canton: neither list binds, and no other is known here
)

// VenueOf returns the venue of a meeting by its city and the name of the house, as documents have it. Geneva alone, or a
// house that it does not know, gives the zero Venue.
func VenueOf(m att.Meeting) Venue {
	switch {
	case m.City != "" && m.City != "Geneva":
		return Abroad
	case m.Venue == "Palais des Nations":
		return Palais
	case m.Venue == "CICG":
		return CICG
	}
	return ""
}

// Holidays returns the category of the holidays that close the venue; empty for an unknown one, where it may be
// either, and [Abroad], where it is neither.
func (v Venue) Holidays() Category {
	switch v {
	case Palais:
		return UNHoliday
	case CICG, InGeneva:
		return GenevaHoliday
	}
	return ""
}

// Closed returns the holidays of the venue that have d among their own days, in the order of the calendar; none
// when it is open as far as the calendar knows. Those of an unknown venue come from both lists, and their
// category says from which. Holidays with another place than Geneva, which a layer of your own may have, close none.
//
// A holiday that is [Event.InDoubt] is among them and closes nothing for sure. The guard does not count: whether
// the United Nations observe a holiday on another weekday is found with [Calendar.Overlapping].
func (c Calendar) Closed(v Venue, d att.Date) []Event {
	lists := []Category{v.Holidays()}
	switch {
	case v == Abroad:
		return nil
	case lists[0] == "":
		lists = []Category{UNHoliday, GenevaHoliday}
	}
	var closed []Event
	for e := range c.Overlapping(d, d) {
		if slices.Contains(lists, e.Category) && e.On(d) && (e.Place == "" || e.Place == "Geneva") {
			closed = append(closed, e)
		}
	}
	return closed
}
