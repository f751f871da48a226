package check

import (
	"fmt"

	"attwork.example/att"
)

// subject is the programme under check, with the places of its parts, shared by all rules of a run.
type subject struct {
	programme att.Programme
	measures  att.Measures
	bodies    []Placed[att.Body]
	mandates  []Placed[att.Mandate]
	topics    []Placed[att.Topic]
	rounds    []Placed[att.Round]
	agenda    []Slot
	spans     [][2]int // of each body, where its topics begin and end in topics
	documents []Placed[att.Document]
	byID      map[string]int // of bodies, to their index
	change    *Change        // nil: there is no programme before
}

func newSubject(p att.Programme, o att.MeasureOptions) *subject {
	s := &subject{programme: p, measures: att.Measure(p, o), byID: make(map[string]int, len(p.Bodies))}
	topics, items := 0, 0
	for i := range p.Bodies {
		topics += len(p.Bodies[i].Mandate.Topics)
	}
	for i := range p.Rounds {
		for j := range p.Rounds[i].Days {
			for k := range p.Rounds[i].Days[j].Sittings {
				items += len(p.Rounds[i].Days[j].Sittings[k].Items)
			}
		}
	}
	s.topics, s.agenda = make([]Placed[att.Topic], 0, topics), make([]Slot, 0, items)
	s.bodies, s.mandates, s.rounds = make([]Placed[att.Body], 0, len(p.Bodies)), make([]Placed[att.Mandate], 0, len(p.Bodies)), make([]Placed[att.Round], 0, len(p.Rounds))
	papers := Path("documents").Elements(len(p.Documents), func(i int) string { return p.Documents[i].ID })
	s.documents = make([]Placed[att.Document], len(papers))
	for i, path := range papers {
		s.documents[i] = Placed[att.Document]{Value: p.Documents[i], Path: path}
	}
	paths := Path("bodies").Elements(len(p.Bodies), func(i int) string { return p.Bodies[i].ID })
	for i, b := range p.Bodies {
		s.bodies = append(s.bodies, Placed[att.Body]{Value: b, Path: paths[i]})
		s.spans = append(s.spans, [2]int{len(s.topics), len(s.topics) + len(b.Mandate.Topics)})
		if _, taken := s.byID[b.ID]; !taken {
			s.byID[b.ID] = i
		}
		if b.Mandate.IsZero() {
			continue
		}
		mandate := paths[i].Field("mandate")
		s.mandates = append(s.mandates, Placed[att.Mandate]{Value: b.Mandate, Path: mandate, body: &p.Bodies[i]})
		topics := mandate.Field("topics").Elements(len(b.Mandate.Topics), func(j int) string { return b.Mandate.Topics[j].ID })
		for j, t := range b.Mandate.Topics {
			s.topics = append(s.topics, Placed[att.Topic]{Value: t, Path: topics[j], body: &p.Bodies[i]})
		}
	}
	paths = Path("rounds").Elements(len(p.Rounds), func(i int) string { return p.Rounds[i].ID })
	for i, r := range p.Rounds {
		s.rounds = append(s.rounds, Placed[att.Round]{Value: r, Path: paths[i]})
		if r.Format != att.Cancelled {
			s.addAgenda(&p.Rounds[i], paths[i])
		}
	}
	return s
}

func (s *subject) named(id string) att.Body {
	if id == "" {
		return att.Body{}
	}
	if i, ok := s.byID[id]; ok {
		return s.programme.Bodies[i]
	}
	return att.Body{}
}

func (s *subject) addAgenda(r *att.Round, path Path) {
	days := path.Field("days").Elements(len(r.Days), func(i int) string { return dayName(r.Days[i].Date) })
	for i, d := range r.Days {
		sittings := days[i].Field("sittings").Elements(len(d.Sittings), func(j int) string { return d.Sittings[j].ID })
		for j, sit := range d.Sittings {
			if sit.Format == att.Cancelled {
				continue
			}
			items := sittings[j].Field("items").Elements(len(sit.Items), func(k int) string { return sit.Items[k].Topic })
			for k, it := range sit.Items {
				s.agenda = append(s.agenda, Slot{Placed: Placed[att.Item]{Value: it, Path: items[k]}, round: r, day: &r.Days[i], sitting: &r.Days[i].Sittings[j]})
			}
		}
	}
}

// dayName names a day by its date, and not at all where that is unknown.
func dayName(d att.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// instances returns what a rule on level T looks at.
func instances[T Level](s *subject) []Placed[T] {
	var list any
	switch any(*new(T)).(type) {
	case att.Programme:
		list = []Placed[att.Programme]{{Value: s.programme}}
	case att.Body:
		list = s.bodies
	case att.Mandate:
		list = s.mandates
	case att.Topic:
		list = s.topics
	case att.Round:
		list = s.rounds
	case Change:
		var changes []Placed[Change]
		if s.change != nil {
			changes = []Placed[Change]{{Value: *s.change}}
		}
		list = changes
	}
	return list.([]Placed[T])
}

// verdict is what a rule comes to over all instances.
type verdict struct {
	applied  bool
	findings []Finding
	missing  []Message
	faults   []string // panics
}

func (v verdict) outcome() Outcome {
	switch {
	case len(v.findings) > 0:
		return Failed
	case len(v.missing)+len(v.faults) > 0:
		return Undetermined
	case v.applied:
		return Passed
	}
	return NotApplicable
}

func (r Rule[T]) run(s *subject) (v verdict) {
	for _, placed := range instances[T](s) {
		r.judge(In[T]{Placed: placed, subject: s}, &v)
	}
	return v
}

// judge runs the rule on one instance. A rule that panics leaves that instance undetermined.
func (r Rule[T]) judge(in In[T], v *verdict) {
	defer func() {
		if fault := recover(); fault != nil {
			v.faults = append(v.faults, tame(fmt.Sprint(fault)))
		}
	}()
	if r.Applies != nil && !r.Applies(in) {
		return
	}
	result := r.Check(in)
	v.applied = true
	for _, f := range result.Findings {
		if f.Path == "" {
			f.Path = in.Path
		}
		v.findings = append(v.findings, f)
	}
	v.missing = append(v.missing, result.Missing...)
}
