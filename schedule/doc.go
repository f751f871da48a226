// Package schedule has the verbs about time: it ranks dates for a round against calendars and says why, plans
// deadlines backwards and forwards from a round and a conference, places consultations in the gaps at humane
// hours, and writes all of it as iCalendar files.
//
// # Ranking
//
// [Find] looks at every start in a window. What cannot be (weekends, holidays of the venue, the window's edges,
// too close to the conference, before papers can be out) leaves a start out; everything else costs points: a
// weight for each meeting day on which an event of a [calendar.Calendar] lies. The [Weights] are data that the
// caller sees and may change. Fewer points rank first, ties go by date, and the order of events does not matter.
// Each candidate can say which event costs it what, and how it would rank without the events that nobody has
// verified.
//
// # Deadlines
//
// [Deadlines] rests on lead times that were observed, or that a rule sets, each with its source; see [Leads].
//
// # Zones
//
// Consultations happen at several places at once. The caller names them and may give the function that loads
// zones; the library embeds no zone data. Nothing here reads the clock: where "today" matters, the caller gives
// it.
package schedule
