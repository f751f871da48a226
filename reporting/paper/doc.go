// Package paper turns programmes, comparisons, timetables, findings, contributions and compliance into documents that
// people read, print and send round: one self-contained HTML page with pictures, Markdown, CSV or JSON, in the six
// official languages of the United Nations.
//
// A [Paper] says nothing by itself. Its parts come from the other packages, and a part that is zero is left out:
//
//	p := paper.Paper{Programme: after, Before: before, Savings: comparison}
//	err := p.Write(w, paper.HTML, catalogue)
//
// # Languages
//
// The words of a paper come from a [Catalogue], which the caller passes; [Embedded] has those of the six languages, and
// says of each sentence whether it was reviewed. What has no translation, and what a document says in another language
// than the paper, stands as it is and is marked with its language. Numbers and days follow the language, with Latin
// digits throughout; amounts are written from their exact digits.
//
// # Safety
//
// Titles, names and notes are hostile until escaped: html/template escapes the page, and Markdown and CSV have rules of
// their own, so that no text becomes markup, a link or a formula. A page has no script and asks nothing of the network.
// The same paper gives the same bytes.
package paper
