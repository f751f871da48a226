// Package attwork is the map of the module attwork.example, which models the programme of work of the
// Arms Trade Treaty: who meets, with which mandate, on which topics, in which rounds of meetings, at
// what price. It has no code of its own.
//
//   - [attwork.example/att]: the nouns, and how they are counted
//   - [attwork.example/att/document]: a programme as a JSON document
//   - [attwork.example/att/check]: findings, rules and sets of rules;
//     [attwork.example/att/check/checktest] tests them
//   - [attwork.example/att/rules/proposal]: the draft proposal to CSP9 (2023) as rules;
//     [attwork.example/att/rules/practice]: what was really done since CSP10
//   - [attwork.example/att/guidance]: the tools and guidance that exist
//   - [attwork.example/att/cycles]: the real cycles, CSP5 to CSP12
//   - [attwork.example/att/parties]: States Parties and signatories as of any day
//   - [attwork.example/schedule]: dates, deadlines, consultations, .ics files;
//     [attwork.example/schedule/calendar] has the events to avoid
//   - [attwork.example/schedule/timetable]: items in sittings, proven best
//   - [attwork.example/finance]: cost book, estimate, comparison, contributions;
//     [attwork.example/finance/scale]: the scales of assessments they are shared by
//   - [attwork.example/reporting]: reporting duties, submissions, compliance as of a day;
//     [attwork.example/reporting/assess]: the four lenses of the review, without a score;
//     [attwork.example/reporting/paper] writes the documents that people read
//
// A programme flows through separate calls: decode, check its shape, check rules, find dates,
// arrange the timetable, estimate, compare, assess. None changes its input. Nothing reads the clock, the locale, the network or a random source that the caller
// did not pass, so the same input gives the same bytes.
package attwork
