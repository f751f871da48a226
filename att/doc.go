// Package att has the nouns of the Arms Trade Treaty's programme of work, as plain values: a
// [Programme] with its [Body] list, their [Mandate] and [Topic] lists, the [Round] of meetings with
// its days, sittings and agenda items, each [Consultation], [Document], [Decision] and [Review], and
// the value types [Date], [Clock], [Count], [Text] and [Citation] that they are made of. What is said of them is a [Message].
//
// # Unknown
//
// Much of what happened in the treaty process is not public. Unknown therefore has a form of its
// own: the zero value, wherever zero is no legal value (a Date, a Clock, minutes, a Format); a
// [Count] that says whether it is known; a nil list, which says that nobody knows, apart from an
// empty one, which says that there is none.
//
// # Counting
//
// Days, rounds, trips, sittings and minutes are counted in one place, [Measure], so that a rule, an
// estimate and a paper never disagree about them.
//
// The struct tags are the shape of the JSON documents that package document reads and writes; this
// package itself reads, checks and writes nothing, and imports only the standard library.
package att
