// Package finance estimates what a programme of work costs, and what changing it saves.
//
// A [Book] prices drivers: a meeting day, a trip, a consultation day. [Estimate] multiplies each
// entry's unit cost with what [att.Measure] counts in a programme; [Compare] sets two estimates side by
// side, line by line and payer by payer, so that a saving always stands beside what it costs. What a
// programme does not tell is the book's to assume, and printed: how many come, how long a paper is, and the
// [Team] that interprets, whose limits decide when a compact week needs relief. A [Scope] ties an entry to
// some places or forms of meeting. What has no public figure is counted and not priced.
//
// [Apportion] shares a total out by the scale of assessments, exactly, and [ApportionBudgets] several
// budgets, each among its own classes of payers.
//
// [Money] is exact: a decimal amount in one currency. Nothing is rounded but the amount of a line, once,
// to cents, half to even. Every line, and every total, has three amounts, one for each price scenario
// of the book: the low prices, the likely and the high ones. They are never put in order of size: a
// saving may be largest at low prices.
//
// No budget or assessment table of the Arms Trade Treaty is public. [Illustrative] is built from public
// figures of other bodies and of the market; none of its figures is the Treaty's, and an estimate made
// with it is an illustration.
package finance
