// Package practice has what was really done since the Tenth Conference of States Parties (CSP10, 2024) as
// rules, so that one programme can be held against the draft proposal and against practice side by side.
//
// It is an observed profile and no text: nobody decided these numbers as such, or the decision is not known.
// Every rule is a note, its thresholds are the smallest and the largest value that was observed, and it cites
// the cycles in which it was seen. Two cycles are known in full (CSP10 and CSP11), of CSP12 only the week of
// the working groups.
//
// Package proposal has the rules of the draft.
package practice
