// Package document reads and writes a programme of work as a JSON document, and checks its shape.
//
// [Read] is strict: the first key is "format" with the value "attwork/programme/1"; an unknown key, a
// key twice, null, a wrong type, anything behind the document, text that is not UTF-8, more than 8 MiB,
// 64 levels or 200,000 values is one [att.InputError] with line and column. "$schema" is allowed and kept.
// What is unknown is left out. [Write] gives stable bytes, and reading them gives the same value.
//
// [File.Shape] then looks for what is wrong inside a readable document. It collects every fault as a
// [check.Finding] of severity error whose citation names one of these paragraphs of the format:
//
//  1. Fields: a required field is there; ids, languages, articles and the words of closed lists are
//     well formed; texts and lists have a sane length.
//  2. Ids: no two elements of one list have the same id; sittings have an id of their own in the whole
//     programme.
//  3. References: what a field points to exists.
//  4. Dates: years lie between 1900 and 2200; an end does not come before its start; a block of
//     meetings lasts at most 31 days and holds its days; an agenda item lies within the mandate of its
//     body on its day.
//  5. Hours: a sitting ends after it starts and does not overlap the one before it; an agenda item is
//     not longer than its sitting.
//  6. Lines: lines of reporting do not run in a circle, and end at the conference.
//
// This package is the only home of the validator library.
package document
