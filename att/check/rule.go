package check

import (
	"cmp"
	"iter"

	"attwork.example/att"
)

// About is what can be said of a rule without running it.
type About struct {
	ID         string // the text's id, a slash, the paragraph and a slug, as in "proposal/25-five-days"; never reused
	Sense      string // the rule in our own words, one sentence
	Severity   Severity
	Cites      []att.Citation // at least one
	Axis       Axis
	From       att.Date    // first day in force; zero: no beginning
	Until      att.Date    // last day in force; zero: no end
	When       string      // to what the rule applies, in words; empty: to everything at its level
	Thresholds []Threshold // that the rule counts against
	Tensions   []string    // what in the text pulls the other way, in sentences that all rules of a tension share
	Passing    func() Example
	Failing    func() Example
}

// Threshold is a number of a rule: the text's own, with its citation, or a model parameter that the
// caller sets. A finding that rests on a parameter is a note at most.
type Threshold struct {
	Name  string       // what is counted, as in "meeting days in a cycle, at most"
	Value string       // as set, with its unit; empty: a parameter that nobody has set, so the rule applies to nothing
	Cite  att.Citation // the passage that has it; zero: a model parameter
}

// Parameter reports whether the number is the caller's and not the text's.
func (t Threshold) Parameter() bool { return t.Cite == (att.Citation{}) }

// Axis says along which of the three axes of the review a rule lies (paragraphs 5 and 21 of the draft
// proposal).
type Axis string

// The axes: when to meet, how to work, what to talk about.
const (
	Time    Axis = "time"
	Methods Axis = "methods"
	Topics  Axis = "topics"
)

// Example is a programme that shows what a rule does. Before is set only for a rule on a change.
type Example struct {
	Says      string // what the example shows, one sentence
	Before    att.Programme
	Programme att.Programme
}

// Level is what a rule can look at.
type Level interface {
	att.Programme | att.Body | att.Mandate | att.Topic | att.Round | Change
}

// Change is a programme together with the one that it would replace.
type Change struct {
	Before, After                 att.Programme
	MeasuresBefore, MeasuresAfter att.Measures
}

// Rule is one rule of a text, on one level of a programme. Its functions change nothing and keep
// nothing.
type Rule[T Level] struct {
	About
	// Applies reports whether the rule has anything to say of an instance. Nil means always.
	Applies func(In[T]) bool
	// Check judges an instance to which the rule applies.
	Check func(In[T]) Result
}

// AnyRule is a [Rule] of any level.
type AnyRule interface {
	Describe() About
	complete() bool
	run(*subject) verdict
}

// Describe returns what can be said of the rule without running it.
func (r Rule[T]) Describe() About { return r.About }

func (r Rule[T]) complete() bool { return r.Check != nil }

// Placed is a part of a programme with its place.
type Placed[T any] struct {
	Value T
	Path  Path
	body  *att.Body
}

// Body returns the body that a mandate or topic belongs to; the zero Body for anything else.
func (p Placed[T]) Body() att.Body {
	if p.body == nil {
		return att.Body{}
	}
	return *p.body
}

// In is one instance that a rule looks at, with the programme around it.
type In[T Level] struct {
	Placed[T]
	subject *subject
}

// Programme returns the whole programme; for a change, the one after.
func (in In[T]) Programme() att.Programme { return in.subject.programme }

// Measures returns the counts over the programme, taken once for all rules.
func (in In[T]) Measures() att.Measures { return in.subject.measures }

// Bodies returns the bodies of the programme with their places.
func (in In[T]) Bodies() []Placed[att.Body] { return in.subject.bodies }

// Topics returns the topics of all mandates with their places and bodies.
func (in In[T]) Topics() []Placed[att.Topic] { return in.subject.topics }

// Rounds returns the rounds of the programme with their places.
func (in In[T]) Rounds() []Placed[att.Round] { return in.subject.rounds }

// TopicsOf returns the topics of the bodies that fit, body by body. It copies nothing: what it hands out belongs to all
// rules of the run, and is not to be changed.
func (in In[T]) TopicsOf(fits func(*att.Body) bool) iter.Seq[*Placed[att.Topic]] {
	return func(yield func(*Placed[att.Topic]) bool) {
		s := in.subject
		for i := range s.programme.Bodies {
			if s.spans[i][0] == s.spans[i][1] || !fits(&s.programme.Bodies[i]) {
				continue
			}
			for j := s.spans[i][0]; j < s.spans[i][1]; j++ {
				if !yield(&s.topics[j]) {
					return
				}
			}
		}
	}
}

// Documents returns the documents of the programme with their places.
func (in In[T]) Documents() []Placed[att.Document] { return in.subject.documents }

// Agenda returns the agenda items of all rounds that were not cancelled, with their places, in the
// order of the document.
func (in In[T]) Agenda() []Slot { return in.subject.agenda }

// Named returns the body with this id, the first where several have it; the zero Body when there is none.
func (in In[T]) Named(id string) att.Body { return in.subject.named(id) }

// Role returns the role of a body; for one without, as a sub-working group, that of its parent.
func (in In[T]) Role(b att.Body) att.Role { return cmp.Or(b.Role, in.subject.named(b.Parent).Role) }

// Slot is an agenda item with the meeting that it stands in.
type Slot struct {
	Placed[att.Item]
	round   *att.Round
	day     *att.Day
	sitting *att.Sitting
}

// Round returns the round of the item.
func (s Slot) Round() att.Round { return *s.round }

// Date returns the day of the item; zero: unknown.
func (s Slot) Date() att.Date { return s.day.Date }

// Sitting returns the sitting of the item.
func (s Slot) Sitting() att.Sitting { return *s.sitting }

// Result is what a rule says of one instance. The zero Result says that it passes.
type Result struct {
	Findings []Finding // departures; the set fills in rule, severity, citations and, where empty, the path
	Missing  []Message // what the document would have to tell, in phrases; with no findings, the instance is undetermined
}

// Departs returns a result with one finding at the place of the instance.
func (in In[T]) Departs(message, remedy Message) Result {
	return Result{Findings: []Finding{{Path: in.Path, Message: message, Remedy: remedy}}}
}

// Missing returns the result of a rule that cannot tell, with what is missing: a phrase such as "the dates of {round}".
func Missing(what ...Message) Result { return Result{Missing: what} }

// Outcome is what a rule comes to, over a whole document.
type Outcome string

// The outcomes. Over the instances of one rule, failed wins over undetermined, and that over passed.
const (
	Passed        Outcome = "passed"
	Failed        Outcome = "failed"
	NotApplicable Outcome = "not applicable"
	Undetermined  Outcome = "undetermined"
	NotInForce    Outcome = "not in force"
)
