// Package timetable places the items of one round of meetings in the sittings of one room, proves how good the
// result is, and says why when nothing fits.
//
// A [Problem] is made from a programme with [FromProgramme], read from an instance file with [ReadProblem], or
// written by hand. [Solve] arranges it:
//
//	p, findings := timetable.FromProgramme(programme, "round-1")
//	answer, err := timetable.Solve(ctx, p, timetable.Options{Explain: true})
//
// [WithAgenda] puts a timetable back onto the agenda of the round, [Frontier] says what each further day buys, and [Forced]
// what it costs to place one item.
//
// # Vocabulary
//
// An item is placed whole in one sitting or in none; a required one must be placed. Closed items sit in closed
// sittings, open ones in open sittings. Pairs bind only when both items are placed: "before" means that the first is
// not in a later sitting, and inside one sitting stands first; "apart" means different days. The parts of a long
// topic are placed all or none. The goals, each with all earlier ones at their best: most priority placed, fewest
// days, fewest sittings, fewest days of bodies (from the first to the last one of each, added up), fewest moves
// against an earlier timetable. [Options].Order changes that: with [Moves] in front, it replans.
//
// # Contract
//
// The search is exact. An answer is optimal (each goal is proven), feasible (each goal has a bound, and what stopped
// the search is named), infeasible (with a [Conflict], if asked for), or undetermined. Only the budget of nodes
// decides where a search stops, so the same problem, in any order of its lists, gives the same answer on every
// machine; a context that ends early is the one exception. [Verify] and [Measure] judge any timetable from the
// definitions and share no code with the search. No function changes its arguments, and all are safe for
// concurrent use. An error means that the problem cannot be solved as it stands; [Check] says all that is wrong
// with it, in findings.
//
// A zero [Problem] has nothing to place, and its answer is optimal. Minutes are whole and positive, days are numbers
// of calendar days, and nil and empty differ where the fields say so.
//
// The digest by which the search knows a state again has 128 bits. It is the one place where the proof rests on two
// different things not being mistaken for each other.
package timetable
