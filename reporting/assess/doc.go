// Package assess looks at a programme of work, or at the change from one to another, through the four lenses that the
// Conference gave the review (paragraph 1 of the draft proposal): the goals of universalization and implementation,
// internal support processes, financial efficiency, the disarmament calendar. It then asks what became of the advantages
// that paragraph 27 promises, and shows which of the things that the draft leaves open are used.
//
//	a, err := assess.Assess(assess.Subject{Before: before, Programme: after, Book: finance.Illustrative(), Calendar: calendar.Embedded()})
//
// # Numbers, and no score
//
// The four lenses are in no common unit, and the Conference gave them no weights; a total would be an invention. So each
// [Measure] stays by itself: a value before and after, how well it is known, the sources behind it, what is missing. An
// [Advantage] is measured or not; whether what was measured is an advantage, the reader decides.
//
// # Unknown
//
// A [Reading] without a [Value] is unknown, which is not zero. Counts known only from below stay so, and a list of which
// only a part is known says so. Money carries three price scenarios, never put in order of size.
//
// # Contract
//
// Nothing here counts for itself what another package counts: discussion comes from [att.Measure], money from package
// finance, ranks and clashes from package schedule, outcomes from the rules of package proposal. Every programme that can
// be decoded can be assessed. The zero [Subject] is assessed too: then all is unknown. Equal subjects give equal
// assessments.
package assess
