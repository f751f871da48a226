package document

import (
	"reflect"
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

func (s *shape) checkBodies() {
	stages := map[string]bool{}
	for _, st := range s.programme.Stages {
		stages[st.ID] = true
	}
	documents := map[string]bool{}
	for _, d := range s.programme.Documents {
		documents[d.ID] = true
	}
	for i, path := range s.bodyPaths() {
		b := s.programme.Bodies[i]
		s.refersToBody(path.Field("parent"), b.Parent)
		for j, line := range b.Lines {
			at := path.Field("lines").Index(j)
			s.refersToBody(at.Field("to"), line.To)
			for k, topic := range line.Topics {
				s.refersToTopicOf(at.Field("topics").Index(k), line.To, topic)
			}
		}
		mandate := path.Field("mandate")
		s.inOrder(mandate, "from", "until", b.Mandate.From, b.Mandate.Until)
		topics := mandate.Field("topics").Elements(len(b.Mandate.Topics), func(j int) string { return b.Mandate.Topics[j].ID })
		for j, t := range b.Mandate.Topics {
			s.refers(topics[j].Field("stage"), t.Stage, "stage", stages[t.Stage])
			s.refersToBodies(topics[j].Field("support"), t.Support)
			s.refersToTopic(topics[j].Field("continues"), t.Continues)
			for k, paper := range t.Papers {
				s.refers(topics[j].Field("papers").Index(k), paper, "document", documents[paper])
			}
		}
	}
}

// checkPapers checks documents, decisions, reviews, and the sources behind every fact.
func (s *shape) checkPapers() {
	p := s.programme
	targets := map[string]bool{}
	for _, r := range p.Rounds {
		targets[r.ID] = true
	}
	for _, b := range p.Bodies {
		targets[b.ID] = true
		for _, t := range b.Mandate.Topics {
			targets[t.ID] = true
		}
	}
	documents := map[string]bool{}
	for i, path := range check.Path("documents").Elements(len(p.Documents), func(i int) string { return p.Documents[i].ID }) {
		d := p.Documents[i]
		documents[d.ID] = true
		s.refers(path.Field("for"), d.For, "round, body or topic", targets[d.For])
		s.sane(path.Field("distributed"), d.Distributed)
	}
	for i, path := range check.Path("decisions").Elements(len(p.Decisions), func(i int) string { return p.Decisions[i].ID }) {
		d := p.Decisions[i]
		s.refersToBody(path.Field("body"), d.Body)
		s.refers(path.Field("document"), d.Document, "document", documents[d.Document])
		s.sane(path.Field("date"), d.Date)
	}
	for i, path := range check.Path("reviews").Elements(len(p.Reviews), func(i int) string { return p.Reviews[i].ID }) {
		r := p.Reviews[i]
		s.refersToBody(path.Field("subject"), r.Subject)
		s.refersToBody(path.Field("by"), r.By)
		s.sane(path.Field("date"), r.Date)
	}
	sources := map[string]bool{}
	for _, src := range p.Sources {
		sources[src.ID] = true
	}
	s.checkSources(reflect.ValueOf(p), "", sources)
}

// checkSources finds every provenance, wherever it stands.
func (s *shape) checkSources(v reflect.Value, path check.Path, sources map[string]bool) {
	switch v.Kind() {
	case reflect.Struct:
		if from, ok := reflect.TypeAssert[att.Provenance](v); ok {
			for i, id := range from.Sources {
				s.refers(path.Field("sources").Index(i), id, "source", sources[id])
			}
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			inner := path
			if name := jsonName(f); name != "" {
				inner = path.Field(name)
			}
			if f.IsExported() {
				s.checkSources(v.Field(i), inner, sources)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Struct {
			return
		}
		paths := path.Elements(v.Len(), func(i int) string { return elementID(v.Index(i)) })
		for i := range v.Len() {
			s.checkSources(v.Index(i), paths[i], sources)
		}
	}
}

// checkReporting checks that lines of reporting do not run in a circle and end at the conference.
func (s *shape) checkReporting() {
	reportsTo := map[string]string{}
	for _, b := range s.programme.Bodies {
		for _, line := range b.Lines {
			if line.Sort == att.ReportsTo && reportsTo[b.ID] == "" {
				reportsTo[b.ID] = line.To
			}
		}
	}
	for i, path := range s.bodyPaths() {
		b := s.programme.Bodies[i]
		for j, line := range b.Lines {
			if line.Sort != att.ReportsTo {
				continue
			}
			at := path.Field("lines").Index(j)
			if end, circle := follow(b.ID, line.To, reportsTo); circle {
				s.fault(lines, at, check.Say("The line of reporting runs in a circle: {body} comes back to {again}.",
					check.Text("body", b.ID), check.Text("again", end)), check.Say("Let one of these bodies report to the conference instead."))
			} else if last, known := s.bodies[end]; known && last.Kind != att.ConferenceBody {
				s.fault(lines, at, check.Say("The line of reporting ends at {end}, which is no conference.", check.Text("end", end)),
					check.Say("Let {end} report to the conference, directly or through another body.", check.Text("end", end)))
			}
		}
	}
}

// follow returns the end of the line of reporting that starts with from and goes on to next, and
// whether it is a circle. A longer line than there are bodies is one.
func follow(from, next string, reportsTo map[string]string) (end string, circle bool) {
	seen := []string{from}
	for next != "" {
		if slices.Contains(seen, next) {
			return next, true
		}
		seen = append(seen, next)
		next = reportsTo[next]
	}
	return seen[len(seen)-1], false
}
