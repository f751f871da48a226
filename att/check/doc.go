// Package check has what any check of a programme of work is and returns: findings, rules, sets of rules
// and their outcomes. It knows no text; package proposal has the rules of one.
//
// A [Rule] is a value on one [Level]: a programme, body, mandate, topic, round, or a [Change] of
// programme. It says apart whether it applies and what it finds, cites the passage it rests on, and is
// registered by putting it into a [Set]. [Set.Check] collects all findings and sorts them; it never stops
// at the first.
//
// A [Finding] is data: a place, a message with typed arguments, a remedy and citations. An error would
// mean that something could not be done; a finding means that it was done, and that the document departs
// from the text.
//
// Each rule comes to one of five outcomes. One that cannot tell is undetermined and says what is missing:
// no rule passes, and none fails, for lack of data. A rule that panics is undetermined too, and a finding
// names it.
package check
