package paper

import (
	"fmt"
	"io"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
	"attwork.example/reporting"
	"attwork.example/reporting/assess"
	"attwork.example/schedule"
	"attwork.example/schedule/timetable"
)

// Paper is what a document has to say, before it is said in any language. Parts that are zero are left out.
type Paper struct {
	Programme att.Programme
	Before    att.Programme // that it would replace; zero: the paper is about one programme

	Checks     []Check             // of the programmes against texts
	Assessment assess.Assessment   // through the four lenses of the review
	Savings    finance.Comparison  // of Before and Programme
	Shares     finance.Incidence   // what the saving means for each payer
	Timetables []Timetable         // other than those that the programmes have themselves
	Frontier   []timetable.Point   // what each further day buys
	Deadlines  []schedule.Deadline // around the rounds and the conference
	Compliance []reporting.Answer  // with reporting duties
	Measure    att.MeasureOptions  // how the programmes are counted
	Made       string              // the command by which the paper is made again; empty: not said
}

// Check is a text that programmes were held against, and what came out.
type Check struct {
	Title    att.Text
	Note     att.Text           // what a reader must know of the text first, as that it binds nobody
	Passages []proposal.Passage // of the text, in their order; nil: no table of what covers them
	Rules    []check.About      // with which the reports were made
	Before   check.Report       // of Paper.Before
	Report   check.Report       // of Paper.Programme, and of the change to it
}

// Timetable is an answer of package timetable, to be shown beside the programme.
type Timetable struct {
	Problem timetable.Problem
	Answer  timetable.Answer
	Changes []timetable.Change // against an earlier timetable
}

// Format is the form in which a paper is written.
type Format string

// The formats. All of them say the same.
const (
	HTML     Format = "html"     // one page without anything outside it
	Markdown Format = "markdown" // with tables
	CSV      Format = "csv"      // one sheet, UTF-8 with a byte order mark
	JSON     Format = "json"     // words and values
)

// Formats returns the formats in the order in which they are explained.
func Formats() []Format { return []Format{HTML, Markdown, CSV, JSON} }

// Write writes the paper in one language. The error is one of writing, or names a format that there is not.
func (p Paper) Write(w io.Writer, f Format, c Catalogue) error {
	page := build(p, c)
	switch f {
	case HTML:
		return page.html(w)
	case Markdown:
		return page.markdown(w)
	case CSV:
		return page.csv(w)
	case JSON:
		return page.json(w)
	}
	return fmt.Errorf("paper: %q is none of the formats html, markdown, csv and json", f)
}
