// Package proposal has the draft proposal of the Management Committee to the Ninth Conference of
// States Parties (2023), "Review of the Arms Trade Treaty programme of work", as rules, and a programme
// of work constructed from it.
//
// The draft binds nobody, and what the conference decided differs from it. So a finding says that a
// programme departs from the draft's recommendation, and never that it violates anything. The rules are
// a yardstick for the programme of any cycle.
//
// Severity follows the verb and the voice: the sentence of paragraph 25 that the draft prints bold is an
// error, and so is the same topic discussed twice (25d); what the Committee says must or should be is a
// warning; what it expects, and what delegations said, is a note.
//
// The draft has three thresholds of its own: five days (15, 25), March to May (16), and no need of whole days
// (11). Any other number that a rule needs is a model parameter, which the caller sets in [Numbers]; until then
// its rule applies to nothing, and then its finding is a note at most. What the draft says may be done is never
// a finding; [Possibilities] shows it as used or not used. Where the draft pulls two ways, [Tensions] says so,
// and the rules of both sides carry the sentence.
//
// [Passages] lists the text, passage by passage: each is checked by rules, measured by an assessment, left
// open, or has a reason why nothing in it can be checked.
//
// "Working groups and preparatory meeting" in paragraphs 15 and 25 can be read in two ways, and the text
// does not say which: see [Reading].
package proposal
