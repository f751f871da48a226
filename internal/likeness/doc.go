// Package likeness finds titles of agenda topics that say the same: in another order, inflection or
// script, with other words of the field, or wrapped in words that say only that a meeting deals with it.
// There is no model and no network; two titles are alike or they are not, and the reason can be read off.
//
// # Procedure
//
//  1. Fold. Compatibility forms become one (NFKC), letters small and without marks; in Arabic the forms of
//     alif, ya, ta marbuta and hamza become one and vowel signs go; in Chinese traditional characters become
//     simplified (the 3,755 of GB 2312, level 1, in hanzi.txt). Digits of all these scripts become European.
//  2. Cut into words. A hyphen after "re", "inter" and the like joins, any other divides; a colon, comma,
//     bracket or spaced dash ends a segment. In Chinese the longest term at each place is taken, and of
//     what is left the pairs of neighbouring characters.
//  3. Read articles and numbers. "Article 7(4)", "paragraph 4 of Article 7" and "第七条第四款" are one atom.
//     Numbers count as they are, so that another year or article is another title.
//  4. Find terms. glossary.csv has the terms of the Treaty with their sources, words.csv the ordinary words
//     of agendas. Terms of more words come first, the longest first, in any order and with small words
//     between; then single words: as written, without inflection, by root. A compound concept counts as its
//     parts, so that "initial and annual reports" holds both.
//  5. Drop what adds nothing: small words and generic ones ("discussion of", "national practice in"); what is
//     true of every topic here ("Treaty", "States Parties", "arms", "implementation of"), unless nothing else is left;
//     "role of" where an actor and a matter are named beside it; the name of a body that only meets, or of
//     whoever a presentation is by.
//  6. Put an article in the place of its subject: "Import", "Import (Article 8)" and "Article 8" are one.
//  7. Compare. Titles are alike if their sets of atoms are equal, with the bodies that only meet or without,
//     and if no relation between two deeds is turned round ("assistance with lists", "lists of assistance").
//
// Why equal sets and not a share of common words: two topics of one Treaty often differ by a single word,
// and any word left over after step 5 may be another object or aspect. A measure with a threshold would
// have to know which words do not matter; that knowledge is better written down as words than as a number.
//
// # Constants
//
// The bounds maxRunes, maxTokens and maxCandidates are limits on cost; they are chosen far above what
// agendas hold and touch no pair on record. The lengths that a stem keeps (three letters, four for roots) are
// those below which different words of the glossary meet. No constant was fitted to the labelled pairs.
//
// # Contract
//
// All functions are deterministic, safe for concurrent use and total: any string is a title, with whatever
// characters. A title of more than 300 characters or 64 words is alike only to the same string. What
// the files embedded here say is read once, at the first call, and never changed.
package likeness
