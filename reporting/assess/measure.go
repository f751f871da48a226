package assess

import (
	"cmp"
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
)

// Measure is one thing that is counted, before and after, or of the change between the two.
type Measure struct {
	ID       string         // stable name, as in "practical-minutes"
	Title    check.Message  // what is counted, with its unit
	Basis    check.Message  // how
	Cites    []att.Citation // the passages that it is about
	OfChange bool           // it has one value, that of the change, in After; Before says nothing
	Before   Reading        // zero where no programme before is assessed
	After    Reading
}

// Reading is what a measure came to on one side.
type Reading struct {
	Value      Value           // nil: unknown
	Confidence att.Confidence  // the weakest behind the value; empty: nobody said, as of what is constructed and of prices
	Sources    []att.Source    // behind the value, in the order of ids
	Gaps       []check.Message // why the value is unknown or incomplete, or what it leaves out
}

// IsZero reports whether the side was not looked at, since there is no programme before. A reading of what nobody knows
// is not zero: its confidence is [att.Unknown].
func (r Reading) IsZero() bool {
	return r.Value == nil && r.Confidence == "" && r.Sources == nil && r.Gaps == nil
}

// Exact reports whether the value is known, in full, and leaves nothing out.
func (r Reading) Exact() bool { return r.Value != nil && r.Value.exact() && len(r.Gaps) == 0 }

// definition says what a measure is; of takes it on one side.
type definition struct {
	id           string
	title, basis check.Message
	passages     []string
	of           func(*view) Reading
}

func (d definition) measure() Measure {
	return Measure{
		ID: d.id, Title: d.title.Keyed("assess/" + d.id), Basis: d.basis.Keyed("assess/" + d.id + ".basis"),
		Cites: cite(d.passages...),
	}
}

// measures takes each measure on the sides that there are.
func (w *work) measures(list []definition) []Measure {
	taken := make([]Measure, 0, len(list))
	for _, d := range list {
		m := d.measure()
		if w.compared {
			m.Before = d.of(w.before)
		}
		m.After = d.of(w.after)
		taken = append(taken, m)
	}
	return taken
}

// gap says what is missing, under a key of its own.
func gap(key, english string, args ...check.Arg) check.Message {
	return check.Say(english, args...).Keyed("assess/gap." + key)
}

// missing is the reading of what nobody knows.
func missing(gaps ...check.Message) Reading { return Reading{Confidence: att.Unknown, Gaps: gaps} }

// cite returns citations of passages of the draft, with the sense that they have there.
func cite(numbers ...string) []att.Citation {
	var cites []att.Citation
	for _, p := range proposal.Passages() {
		if slices.Contains(numbers, p.Number) {
			cites = append(cites, proposal.Cite(p.Number, p.Sense))
		}
	}
	return cites
}

// view is one side with what its measures need.
type view struct {
	p       att.Programme
	m       att.Measures
	report  check.Report
	bodies  map[string]att.Body // by id, the first where several have it
	subject Subject

	meets   [][]att.Date // the days of each in-person round, in order; see lookUp
	dated   bool         // none of them is unknown
	clashes Clashes
}

func newView(p att.Programme, s Subject) *view {
	v := &view{p: p, m: att.Measure(p, s.Options.Measure), bodies: map[string]att.Body{}, subject: s}
	for _, b := range slices.Backward(p.Bodies) {
		v.bodies[b.ID] = b
	}
	return v
}

// reading returns a value with what it rests on. The gaps count where the value is not exact.
func (v *view) reading(value Value, behind []att.Provenance, gaps ...check.Message) Reading {
	if value == nil {
		return missing(gaps...)
	}
	r := Reading{Value: value}
	if !value.exact() {
		r.Gaps = gaps
	}
	for i, p := range behind {
		if i == 0 {
			r.Confidence = p.Confidence
		}
		r.Confidence = r.Confidence.Weakest(p.Confidence)
		for _, id := range p.Sources {
			r.Sources = append(r.Sources, v.source(id))
		}
	}
	r.Sources = inOrder(r.Sources)
	return r
}

// source returns the programme's source with the id; one without a title where it has none.
func (v *view) source(id string) att.Source {
	for _, s := range v.p.Sources {
		if s.ID == id {
			return s
		}
	}
	return att.Source{ID: id}
}

func inOrder(list []att.Source) []att.Source {
	slices.SortFunc(list, func(a, b att.Source) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Title, b.Title))
	})
	return slices.Compact(list)
}

// working reports whether a body is a working group or a sub-group of one.
func working(b att.Body) bool { return b.Kind == att.WorkingGroup || b.Kind == att.SubWorkingGroup }

// role returns the role of a body, for a sub-group without one that of the group above it.
func (v *view) role(b att.Body) att.Role { return cmp.Or(b.Role, v.bodies[b.Parent].Role) }

// topics returns the topics of the bodies that fit, and whether there may be more.
func (v *view) topics(fits func(att.Body) bool) (topics []att.Topic, open bool) {
	open = !v.p.Whole("bodies", v.p.Bodies != nil)
	for _, b := range v.p.Bodies {
		if fits(b) {
			topics = append(topics, b.Mandate.Topics...)
			open = open || !v.p.Whole("bodies["+b.ID+"].mandate.topics", b.Mandate.Topics != nil)
		}
	}
	return topics, open
}

// rounds returns the rounds that were not cancelled, and whether there may be more.
func (v *view) rounds() (rounds []att.Round, open bool) {
	for _, r := range v.p.Rounds {
		if r.Format != att.Cancelled {
			rounds = append(rounds, r)
		}
	}
	return rounds, !v.p.Whole("rounds", v.p.Rounds != nil)
}

// inRoom returns the rounds that bring people together, or may, and whether there may be more.
func (v *view) inRoom() (rounds []att.Round, open bool) {
	for _, r := range v.p.Rounds {
		if r.Format == "" || r.Format.InRoom() {
			rounds = append(rounds, r)
		}
	}
	return rounds, !v.p.Whole("rounds", v.p.Rounds != nil)
}

// behindRounds returns where rounds and their days come from.
func behindRounds(rounds []att.Round) (list []att.Provenance) {
	for _, r := range rounds {
		list = append(list, r.Provenance)
		for _, d := range r.Days {
			if d.Provenance.Confidence != "" {
				list = append(list, d.Provenance)
			}
		}
	}
	return list
}
