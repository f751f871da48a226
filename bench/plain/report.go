// Package plain does what all rules of package proposal do, with every number set and working groups and
// preparatory meeting read together, as one plain function: direct loops, one index, and no machinery of
// package check. It is the floor that the rules are measured against, and a second implementation that they
// are tested against.
//
// It shares with the rules what is no machinery: the nouns and dates of package att, the register of tools, and
// the comparison of titles in package likeness.
package plain

import (
	"cmp"
	"slices"

	"attwork.example/att"
	"attwork.example/att/guidance"
)

// Finding is a departure, with all that a finding of package check has but the citations, which are the same for
// each finding of a rule.
type Finding struct {
	Rule     string
	Severity int // 1 note, 2 warning, 3 error
	Path     string
	Related  []string
	Text     string // of the message, with arguments in braces
	Remedy   string
	Args     []Arg
}

// Arg is a named text, number or day in the text of a finding.
type Arg struct {
	Name, Text string
	Number     int
	Date       att.Date
}

// Outcome is what one rule comes to.
type Outcome struct {
	Rule, Verdict string
	Missing       []string
}

// Report has the findings, sorted, and one outcome for each rule in the order of their ids.
type Report struct {
	Findings []Finding
	Outcomes []Outcome
}

// Options leave a part of the work out. The zero value leaves out nothing.
type Options struct {
	Register []guidance.Tool // of existing tools, as the rules have it
	Titles   bool            // false: titles are not compared, and the two rules that do are not applicable
}

// The verdicts, in the words of package check.
const (
	passed        = "passed"
	failed        = "failed"
	notApplicable = "not applicable"
	undetermined  = "undetermined"
	notInForce    = "not in force"
)

// The numbers that a caller sets.
const (
	leastPresent   = 60
	leastPractical = 50
	mostTopics     = 12
	paperLead      = 14
	leastGap       = 60
	mostFree       = 25
)

// Check holds a programme against all rules.
func Check(p att.Programme, o Options) Report {
	c := newChecker(&p)
	c.count()
	c.onRounds()
	c.onTopics()
	c.onLinks()
	c.onPapers()
	c.onConsultations()
	c.onReviews()
	c.sameTopic()
	c.sameGround()
	if o.Titles {
		c.likeTitles()
		c.existingGuidance(o.Register)
	}
	return c.report()
}

// report puts findings and outcomes into their order.
func (c *checker) report() Report {
	r := Report{Findings: c.findings, Outcomes: make([]Outcome, len(rules))}
	for i, rule := range rules {
		a := &c.answers[i]
		o := Outcome{Rule: rule.id}
		switch {
		case rule.dated && c.p.Conference.Start.IsZero():
			o.Verdict, o.Missing = undetermined, []string{"a date on which the rule must be in force, or the date of the conference"}
		case rule.dated && !inForce(i, c.p.Conference.Start):
			o.Verdict = notInForce
		case a.failed:
			o.Verdict, o.Missing = failed, once(a.missing)
		case len(a.missing) > 0:
			o.Verdict, o.Missing = undetermined, once(a.missing)
		case a.applied:
			o.Verdict = passed
		default:
			o.Verdict = notApplicable
		}
		r.Outcomes[i] = o
	}
	slices.SortFunc(r.Findings, order)
	return r
}

// order is that of findings in a report.
func order(a, b Finding) int {
	by := cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Path, b.Path))
	if by == 0 {
		by = slices.Compare(a.Related, b.Related)
	}
	return by
}

func inForce(rule int, date att.Date) bool {
	from, until := att.MustDate("2023-08-26"), att.MustDate("2024-08-23")
	return !date.Before(from) && (rule != forumReview || !date.After(until))
}

func once(list []string) []string {
	if len(list) < 2 {
		return list
	}
	met := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(s string) bool {
		again := met[s]
		met[s] = true
		return again
	})
}
