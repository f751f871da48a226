// Package reporting has the reporting duties of the Arms Trade Treaty: who owes what by when (Article 13 and the
// provisions beside it), a register of what was submitted, and compliance as of a date.
//
// # As of
//
// Every figure is a function of a day: late reports keep arriving, States keep joining. So each question names the
// day it is asked for, and [Compare] asks the same question as of two. A report belongs to the period it covers, never
// to a bare "year".
//
// # Duties
//
// [Duties] is data with versions: a practice that changes is a new entry, with the day from which it holds. Only the
// initial and the annual report have a due date. What is to be reported "when appropriate", or is encouraged, is never
// overdue.
//
// # Unknown
//
// Without a register only what is due is known; what was submitted is unknown, and not zero. A State whose deposit has
// no known day owes nothing that can be dated, and is named. Who made a report public is known only where the
// submission says so.
package reporting
