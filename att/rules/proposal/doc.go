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
// "Working groups and preparatory meeting" in paragraphs 15 and 25 can be read in two ways, and the text
// does not say which: see [Reading].
package proposal
