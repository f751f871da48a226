// Package calendar has the events that a round of meetings is planned around: other meetings, holidays, religious
// days. It has a reviewed calendar of 2022 to 2027, computes what can be computed for other years, and reads
// calendars of your own.
//
//	own, notes, err := calendar.ReadICS("own.ics", file)
//	cal := calendar.Embedded().With(own).Without("cd-2026-part-3")
//	for e := range cal.Overlapping(first, last) { ... }
//
// # Vocabulary
//
// An [Event] has its days; or only a span in which they lie, as when a month is published (vague); or no days at
// all, only a year (undated). A [Category] says whose time it takes. A [Calendar] is a set of events with unique ids;
// calendars are laid over each other with [Calendar.With], where a later layer replaces an event of the same id.
// [Coverage] says how many meetings of a year are verified: of 2027, none is.
//
// # Guard
//
// Some days are not sharp, and carry the number of days by which they may begin earlier or end later:
//
//   - 1 for religious days that begin the evening before (Passover, Rosh Hashanah, Yom Kippur), hang on the sighting
//     of the moon (Ramadan, both Eids), or fall a day apart in different calendars (Lunar New Year, Vesak, Diwali,
//     Gurpurab); and for the United Nations' holidays on both Eids;
//   - 2 for a holiday of the United Nations on a weekend: a circular sets the weekday on which it is observed, and
//     the nearest Friday and Monday are at most two days away;
//   - 0 for all others. Nowruz, on 20 or 21 March, has both as its span.
//
// # Two lists of holidays
//
// The Palais des Nations follows the list of the United Nations, the CICG and the hotels that of the canton. The
// [Venue] decides; see [Calendar.Closed]. Since 2024 some holidays of the United Nations are contested: they are in
// the calendar and in doubt ([Event.InDoubt]).
//
// # Contract
//
// Values never change once made and are safe for concurrent use; zero values are empty. The order of events in
// the input does not matter. Nothing here reads the clock. Ids of embedded and computed events are a public promise:
// none is ever used for another event. Malformed files give an [att.InputError] with line and column.
package calendar
