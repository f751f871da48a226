package assess

import (
	"reflect"
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

// Subject is what is assessed. What is zero is not there, and what needs it is unknown.
type Subject struct {
	Before    att.Programme // the programme that it would replace; zero: it is assessed alone
	Programme att.Programme
	Book      finance.Book    // zero: no money
	Finance   finance.Options // its Measure is not looked at: that of Options counts
	Shares    Shares
	Calendar  calendar.Calendar // empty: no clashes and no ranks
	Options   Options
}

// Shares says who shares the budget of the conference before and after the change. Nobody published the Treaty's own
// assessments, so they are the caller's. Without payers after the change, who gains State by State is unknown.
type Shares struct{ Before, After finance.Assessment }

// Options adjust an assessment. The zero value is the default.
type Options struct {
	Measure  att.MeasureOptions // how programmes are counted
	Proposal proposal.Options   // how the draft is read by the rules whose outcomes are shown
	Weights  schedule.Weights   // of clashes; zero: [schedule.DefaultWeights]
	// First and Last are the months of the window in which dates are ranked, in the year of the rounds. Either zero: from March to
	// May (paragraph 16), and wider where a round lies outside, up to whole months.
	First, Last time.Month
}

// Assessment is a programme, or a change, seen through the four lenses.
type Assessment struct {
	Compared      bool               // whether there is a programme before
	Before, After Side               // Before is zero where there is none
	Lenses        []Lens             // four, in the order of paragraph 1
	Advantages    []Advantage        // five, in the order of paragraph 27
	Possibilities []Possibility      // what the draft leaves open, in the order of its paragraphs
	Comparison    finance.Comparison // behind the financial lens; zero without a programme before or a cost book
}

// Side is one programme with its counts. The gaps of both belong to every number below.
type Side struct {
	Programme att.Programme
	Measures  att.Measures
}

// Lens is one of the four aspects that the Conference told the Committee to consider.
type Lens struct {
	ID       LensID
	Title    check.Message
	Cites    []att.Citation
	Measures []Measure
}

// LensID names a lens.
type LensID string

// The lenses of paragraph 1.
const (
	Goals    LensID = "goals"    // of universalization and implementation
	Support  LensID = "support"  // internal support processes
	Finance  LensID = "finance"  // financial efficiency
	Calendar LensID = "calendar" // state of the disarmament calendar
)

// Assess looks at a subject through the four lenses. It reports the errors of [finance.Estimate], [finance.Compare] and
// [finance.IncidenceOf], and weights that are out of bounds; no programme is an error.
func Assess(s Subject) (Assessment, error) {
	s.Finance.Measure = s.Options.Measure
	w := work{subject: s, compared: !reflect.ValueOf(s.Before).IsZero()}
	rules := proposal.Rules(s.Options.Proposal)
	w.cites = passages(rules.Rules())
	if w.compared {
		w.before = newView(s.Before, s)
		w.before.report = rules.Check(s.Before, check.Options{Measure: s.Options.Measure})
	}
	w.after = newView(s.Programme, s)
	if w.compared {
		w.after.report = rules.CheckChange(s.Before, s.Programme, check.Options{Measure: s.Options.Measure})
	} else {
		w.after.report = rules.Check(s.Programme, check.Options{Measure: s.Options.Measure})
	}
	return w.assessment()
}

// work is an assessment in the making.
type work struct {
	subject       Subject
	compared      bool
	before, after *view // before is nil where there is none
	cites         map[string][]string
}

func (w *work) assessment() (Assessment, error) {
	a := Assessment{Compared: w.compared, After: Side{w.after.p, w.after.m}}
	if w.compared {
		a.Before = Side{w.before.p, w.before.m}
	}
	money, comparison, err := w.money()
	if err != nil {
		return Assessment{}, err
	}
	a.Comparison = comparison
	dates, err := w.dates()
	if err != nil {
		return Assessment{}, err
	}
	a.Lenses = []Lens{
		{Goals, title(Goals, "Goals of universalization and implementation"), cite("1", "23"), w.measures(goals())},
		{Support, title(Support, "Internal support processes"), cite("1", "25c", "26"), w.measures(support())},
		{Finance, title(Finance, "Financial efficiency"), cite("1", "8.1", "27e"), money},
		{Calendar, title(Calendar, "Disarmament calendar"), cite("1", "16.4", "25a"), dates},
	}
	a.Possibilities = w.possibilities()
	a.Advantages = w.advantages(a)
	return a, nil
}

func title(id LensID, english string) check.Message {
	return check.Say(english).Keyed("assess/" + string(id) + ".lens")
}

// Lens returns the lens with the id; the zero Lens for any other id.
func (a Assessment) Lens(id LensID) Lens {
	for _, l := range a.Lenses {
		if l.ID == id {
			return l
		}
	}
	return Lens{}
}

// Measure returns the measure with the id, from the lenses or the advantages, and whether there is one.
func (a Assessment) Measure(id string) (Measure, bool) {
	for _, l := range a.Lenses {
		for _, m := range l.Measures {
			if m.ID == id {
				return m, true
			}
		}
	}
	for _, adv := range a.Advantages {
		for _, m := range adv.Measures {
			if m.ID == id {
				return m, true
			}
		}
	}
	return Measure{}, false
}
