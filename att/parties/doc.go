// Package parties has the States Parties to the Arms Trade Treaty and its other signatories as data, and who
// belongs to them as of any date.
//
// Every answer is a function of a day: States join, and lists of today say nothing of a report that was due years
// ago. For each State [Party.InForce] gives the day of entry into force by Article 22: States that had deposited
// their instrument by 24 December 2014, when the Treaty entered into force, take that day, also the eight that
// deposited after the fiftieth; later ones the ninetieth day after their deposit. Provisional application
// (Article 23) is no entry into force.
//
// # What is not certain
//
// [Evidence] says how well a deposit is known. Of two States only a span of the deposit is known; an answer within
// that span names them and does not count them (see [Membership]). Six have two candidate dates; an answer between
// the two names them as well. Nothing is filled in by pattern, and a deposit after [DataDate] is not
// known here.
//
// The key of a State is its ISO 3166-1 alpha-3 code. [Find] takes the usual variant names and never guesses between
// near ones: the Congo that signed is not the Democratic Republic of the Congo, which did not.
package parties
