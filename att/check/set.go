package check

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"attwork.example/att"
)

// Set is an immutable set of rules. The zero Set has no rules. Sets are safe for concurrent use.
type Set struct {
	members []member
	off     []Choice
}

type member struct {
	rule  AnyRule
	about About // with the severity that the caller chose
}

// NewSet returns a set of the rules. It reports an error for a rule whose id is malformed or taken, or
// that has no severity, sense, citation or check, or that rests on a model parameter and is more than a
// note.
func NewSet(rules ...AnyRule) (Set, error) { return Set{}.Add(rules...) }

// Add returns the set enlarged by the rules. It reports the errors of [NewSet].
func (s Set) Add(rules ...AnyRule) (Set, error) {
	grown := Set{members: slices.Clone(s.members), off: s.off}
	taken := make(map[string]bool, len(s.members)+len(rules))
	for _, m := range s.members {
		taken[m.about.ID] = true
	}
	for _, r := range rules {
		about := r.Describe()
		if err := about.fault(); err != nil {
			return Set{}, err
		}
		if !r.complete() {
			return Set{}, fmt.Errorf("check: rule %s has no Check function", about.ID)
		}
		if taken[about.ID] {
			return Set{}, fmt.Errorf("check: two rules have the id %s", about.ID)
		}
		taken[about.ID] = true
		grown.members = append(grown.members, member{rule: r, about: about})
	}
	slices.SortFunc(grown.members, func(a, b member) int { return strings.Compare(a.about.ID, b.about.ID) })
	return grown, nil
}

// Join returns the rules of both sets in one, with the severities that they have there. It reports an error
// for an id that both have.
func (s Set) Join(other Set) (Set, error) {
	joined := Set{members: slices.Concat(s.members, other.members), off: slices.Concat(s.off, other.off)}
	slices.SortFunc(joined.members, func(a, b member) int { return strings.Compare(a.about.ID, b.about.ID) })
	for i, m := range joined.members {
		if i > 0 && joined.members[i-1].about.ID == m.about.ID {
			return Set{}, fmt.Errorf("check: two rules have the id %s", m.about.ID)
		}
	}
	return joined, nil
}

// away returns the rules that were switched off and did not come back by [Set.Add] or [Set.Join].
func (s Set) away() []Choice {
	return slices.DeleteFunc(slices.Clone(s.off), func(c Choice) bool {
		return slices.ContainsFunc(s.members, func(m member) bool { return m.about.ID == c.Rule })
	})
}

// dated reports whether the rule is in force for a time only.
func (a About) dated() bool { return !a.From.IsZero() || !a.Until.IsZero() }

func (a About) fault() error {
	text, slug, ok := strings.Cut(a.ID, "/")
	switch {
	case !ok || !att.ValidID(text) || !att.ValidID(slug):
		return fmt.Errorf("check: rule id %q is not of the form proposal/25-five-days", tame(a.ID))
	case a.Severity < Note || a.Severity > Error:
		return fmt.Errorf("check: rule %s has no severity", a.ID)
	case a.Sense == "":
		return fmt.Errorf("check: rule %s does not say what it demands (Sense)", a.ID)
	case len(a.Cites) == 0 || a.Cites[0].Text == "":
		return fmt.Errorf("check: rule %s cites no passage", a.ID)
	case a.Severity > Note && slices.ContainsFunc(a.Thresholds, Threshold.Parameter):
		return fmt.Errorf("check: rule %s rests on a number that is not the text's (Thresholds), so it is a note at most", a.ID)
	}
	return nil
}

// Rules returns what the rules of the set say of themselves, in the order of their ids.
func (s Set) Rules() []About {
	list := make([]About, len(s.members))
	for i, m := range s.members {
		list[i] = m.about
		list[i].Cites, list[i].Tensions, list[i].Thresholds = slices.Clone(m.about.Cites), slices.Clone(m.about.Tensions), slices.Clone(m.about.Thresholds)
	}
	return list
}

// Choice picks one rule by its id and says why.
type Choice struct {
	Rule     string
	Reason   string   // never empty: a choice without a reason is forgotten
	Severity Severity // for [Set.WithSeverity]; otherwise not looked at
}

// Only returns the set reduced to the chosen rules. It reports an error for an unknown id or a
// missing reason. A [Report] lists the rules that were left out.
func (s Set) Only(choices ...Choice) (Set, error) {
	chosen, err := s.chosen(choices)
	if err != nil {
		return Set{}, err
	}
	return s.reduce(func(id string) (string, bool) {
		_, keep := chosen[id]
		return "not among the rules chosen", keep
	}), nil
}

// Without returns the set without the chosen rules. It reports an error for an unknown id or a
// missing reason. A [Report] lists the rules that were left out, with the reasons.
func (s Set) Without(choices ...Choice) (Set, error) {
	chosen, err := s.chosen(choices)
	if err != nil {
		return Set{}, err
	}
	return s.reduce(func(id string) (string, bool) {
		c, drop := chosen[id]
		return c.Reason, !drop
	}), nil
}

// WithSeverity returns the set in which the chosen rules have another severity. It reports an error
// for an unknown id, a missing reason or an invalid severity.
func (s Set) WithSeverity(choices ...Choice) (Set, error) {
	chosen, err := s.chosen(choices)
	if err != nil {
		return Set{}, err
	}
	changed := Set{members: slices.Clone(s.members), off: s.off}
	for i, m := range changed.members {
		c, ok := chosen[m.about.ID]
		if !ok {
			continue
		}
		changed.members[i].about.Severity = c.Severity
		if err := changed.members[i].about.fault(); err != nil {
			return Set{}, err
		}
	}
	return changed, nil
}

func (s Set) chosen(choices []Choice) (map[string]Choice, error) {
	chosen := make(map[string]Choice, len(choices))
	for _, c := range choices {
		known := slices.ContainsFunc(s.members, func(m member) bool { return m.about.ID == c.Rule })
		if !known {
			return nil, fmt.Errorf("check: %w %q", ErrNoRule, tame(c.Rule))
		}
		if strings.TrimSpace(c.Reason) == "" {
			return nil, fmt.Errorf("check: the choice of rule %s gives no reason", c.Rule)
		}
		chosen[c.Rule] = c
	}
	return chosen, nil
}

// ErrNoRule says that a set has no rule with an id.
var ErrNoRule = errors.New("the set has no rule")

func (s Set) reduce(keep func(id string) (reason string, keep bool)) Set {
	reduced := Set{off: slices.Clone(s.off)}
	for _, m := range s.members {
		reason, ok := keep(m.about.ID)
		if ok {
			reduced.members = append(reduced.members, m)
		} else {
			reduced.off = append(reduced.off, Choice{Rule: m.about.ID, Reason: reason})
		}
	}
	return reduced
}

// Options adjust a check. The zero value is the default.
type Options struct {
	Date    att.Date           // on which rules must be in force; zero: the first day of the conference
	Measure att.MeasureOptions // how the programme is counted
}

// Report is the result of a check.
type Report struct {
	Findings []Finding     // in the order of [Sort]
	Outcomes []RuleOutcome // one for each rule, in the order of their ids
	Off      []Choice      // rules that were switched off, with the reasons
}

// RuleOutcome is what one rule came to.
type RuleOutcome struct {
	Rule    string
	Outcome Outcome
	Missing []Message // what the document would have to tell, in the order of the document
}

// Worst returns the highest severity among the findings, 0 when there are none.
func (r Report) Worst() Severity {
	worst := Severity(0)
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}

// Check holds a programme against the rules. Rules on a change are not applicable.
func (s Set) Check(p att.Programme, o Options) Report {
	return s.check(newSubject(p, o.Measure), o)
}

// CheckChange holds a programme, and the change to it from the one before, against the rules.
func (s Set) CheckChange(before, after att.Programme, o Options) Report {
	sub := newSubject(after, o.Measure)
	sub.change = &Change{
		Before: before, After: after,
		MeasuresBefore: att.Measure(before, o.Measure), MeasuresAfter: sub.measures,
	}
	return s.check(sub, o)
}

func (s Set) check(sub *subject, o Options) Report {
	date := o.Date
	if date.IsZero() {
		date = sub.programme.Conference.Start
	}
	report := Report{Off: s.away()}
	for _, m := range s.members {
		outcome := RuleOutcome{Rule: m.about.ID}
		switch {
		case date.Before(m.about.From) || date.After(m.about.Until):
			outcome.Outcome = NotInForce
		case date.IsZero() && m.about.dated():
			outcome.Outcome = Undetermined
			outcome.Missing = []Message{Say("a date on which the rule must be in force, or the date of the conference")}
		default:
			v := m.rule.run(sub)
			outcome.Outcome = v.outcome()
			outcome.Missing = once(v.missing)
			for _, fault := range v.faults {
				outcome.Missing = append(outcome.Missing, Say("the rule itself is faulty: {fault}", Text("fault", fault)))
				v.findings = append(v.findings, m.about.faulty(fault))
			}
			for _, f := range v.findings {
				report.Findings = append(report.Findings, m.about.sign(f))
			}
		}
		report.Outcomes = append(report.Outcomes, outcome)
	}
	Sort(report.Findings)
	return report
}

// once returns the list with each entry once, at its first place.
func once(list []Message) []Message {
	if len(list) < 2 {
		return list
	}
	met := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(m Message) bool {
		s := m.String()
		again := met[s]
		met[s] = true
		return again
	})
}

// faulty is the finding about a rule that panicked. It says nothing of the document.
func (a About) faulty(fault string) Finding {
	return Finding{
		Severity: Note,
		Message:  Say("Rule {rule} is faulty and could not finish: {fault}", Text("rule", a.ID), Text("fault", fault)).Keyed("check/faulty-rule"),
		Remedy:   Say("Report this to whoever wrote the rule; the document is not at fault.").Keyed("check/faulty-rule.remedy"),
	}
}

// sign fills in what a rule need not repeat in each finding.
func (a About) sign(f Finding) Finding {
	f.Rule = a.ID
	if f.Severity == 0 || f.Severity > a.Severity {
		f.Severity = a.Severity
	}
	if f.Cites == nil {
		f.Cites = slices.Clone(a.Cites)
	}
	if f.Message.Key == "" {
		f.Message.Key = a.ID
	}
	if f.Remedy.Key == "" && f.Remedy.English != "" {
		f.Remedy.Key = a.ID + ".remedy"
	}
	return f
}
