package document

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// The paragraphs of the format, as the package comment numbers them, with the rule that each is.
var (
	fields     = paragraph{"shape/fields", "1"}
	ids        = paragraph{"shape/ids", "2"}
	references = paragraph{"shape/references", "3"}
	dates      = paragraph{"shape/dates", "4"}
	hours      = paragraph{"shape/hours", "5"}
	lines      = paragraph{"shape/lines", "6"}
)

type paragraph struct{ rule, number string }

// MaxFaults is how many faults [Shape] reports: more than anyone reads, and few enough that a document in which every
// value is wrong costs no more than another of its size.
const MaxFaults = 1000

// Shape returns the faults in the shape of a programme, in the order of [check.Sort]. Findings have
// no positions; those of [File.Shape] have. Where a list is longer than the format allows, only the
// faults of paragraph 1 are looked for. Where there are more than [MaxFaults], it returns the first so many in the order of
// the paragraphs, and one finding that counts the others.
func Shape(p att.Programme) []check.Finding {
	s := &shape{programme: p, bodies: map[string]att.Body{}, topics: map[att.TopicRef]bool{}}
	for _, b := range p.Bodies {
		if _, taken := s.bodies[b.ID]; taken {
			continue
		}
		s.bodies[b.ID] = b
		for _, t := range b.Mandate.Topics {
			s.topics[att.TopicRef{Body: b.ID, Topic: t.ID}] = true
		}
	}
	if bounded := s.checkFields(); bounded {
		s.checkLists()
		s.checkBodies()
		s.checkMeetings()
		s.checkPapers()
		s.checkReporting()
	}
	s.countOthers()
	check.Sort(s.findings)
	return s.findings
}

// countOthers says how many faults there are beside those that are reported.
func (s *shape) countOthers() {
	if n := s.others; n > 0 {
		s.findings = append(s.findings, finding(fields, "", check.Say("The document has more faults than are listed; the others are {n}.", check.Number("n", n)),
			check.Say("Correct those that are listed, and check again.")))
	}
}

type shape struct {
	programme att.Programme
	bodies    map[string]att.Body   // by id, the first of a repeated id
	topics    map[att.TopicRef]bool // of those bodies
	findings  []check.Finding       // at most MaxFaults
	others    int                   // faults that are not among them
}

func (s *shape) fault(p paragraph, path check.Path, message, remedy check.Message, related ...check.Path) {
	if len(s.findings) >= MaxFaults {
		s.others++
		return
	}
	s.findings = append(s.findings, finding(p, path, message, remedy, related...))
}

func finding(p paragraph, path check.Path, message, remedy check.Message, related ...check.Path) check.Finding {
	message.Key = p.rule
	remedy.Key = p.rule + ".remedy"
	return check.Finding{
		Rule: p.rule, Severity: check.Error, Path: path, Related: related, Message: message, Remedy: remedy,
		Cites: []att.Citation{{Text: "attwork-programme-1", Paragraph: p.number}},
	}
}

// checkLists looks for ids that stand twice in one list.
func (s *shape) checkLists() {
	p := s.programme
	s.unique("stages", len(p.Stages), func(i int) string { return p.Stages[i].ID })
	s.unique("bodies", len(p.Bodies), func(i int) string { return p.Bodies[i].ID })
	s.unique("rounds", len(p.Rounds), func(i int) string { return p.Rounds[i].ID })
	s.unique("consultations", len(p.Consultations), func(i int) string { return p.Consultations[i].ID })
	s.unique("documents", len(p.Documents), func(i int) string { return p.Documents[i].ID })
	s.unique("decisions", len(p.Decisions), func(i int) string { return p.Decisions[i].ID })
	s.unique("reviews", len(p.Reviews), func(i int) string { return p.Reviews[i].ID })
	s.unique("sources", len(p.Sources), func(i int) string { return p.Sources[i].ID })
	for i, path := range s.bodyPaths() {
		topics := p.Bodies[i].Mandate.Topics
		s.unique(path.Field("mandate").Field("topics"), len(topics), func(j int) string { return topics[j].ID })
	}
}

func (s *shape) unique(list check.Path, n int, id func(int) string) {
	s.firstOf(list.Elements(n, id), n, id, map[string]check.Path{})
}

// firstOf reports each element whose id was met before, and adds the others to seen.
func (s *shape) firstOf(paths []check.Path, n int, id func(int) string, seen map[string]check.Path) {
	for i := range n {
		name := id(i)
		if name == "" {
			continue // a missing id is reported as a field
		}
		first, taken := seen[name]
		if !taken {
			seen[name] = paths[i]
			continue
		}
		s.fault(ids, paths[i], check.Say("{id} stands here a second time; the first is {first}.", check.Text("id", name), check.Place("first", first)),
			check.Say("Give one of the two another id, or remove it."), first)
	}
}

func (s *shape) bodyPaths() []check.Path {
	return check.Path("bodies").Elements(len(s.programme.Bodies), func(i int) string { return s.programme.Bodies[i].ID })
}

// refers reports a reference that no element of a kind has.
func (s *shape) refers(path check.Path, id, kind string, known bool) {
	if id == "" || known {
		return
	}
	s.fault(references, path, check.Say("There is no {kind} {id}.", check.Word("kind", kind), check.Text("id", id)),
		check.Say("Correct the reference, or add the {kind} to the programme.", check.Word("kind", kind)))
}

// refersToTopicOf reports a reference to a topic that a body does not have.
func (s *shape) refersToTopicOf(path check.Path, body, topic string) {
	if topic == "" || s.hasTopic(body, topic) {
		return
	}
	of := check.Text("body", body)
	s.fault(references, path, check.Say("There is no topic of {body} {id}.", of, check.Text("id", topic)),
		check.Say("Correct the reference, or add the topic of {body} to the programme.", of))
}

func (s *shape) refersToBody(path check.Path, id string) {
	_, known := s.bodies[id]
	s.refers(path, id, "body", known)
}

func (s *shape) refersToBodies(list check.Path, ids []string) {
	for i, id := range ids {
		s.refersToBody(list.Index(i), id)
	}
}

// hasTopic reports whether the topic stands in the mandate of the body.
func (s *shape) hasTopic(body, topic string) bool {
	return s.topics[att.TopicRef{Body: body, Topic: topic}]
}

// refersToTopic checks a reference to a topic of this programme.
func (s *shape) refersToTopic(path check.Path, r att.TopicRef) {
	if r.IsZero() || r.Programme != "" && r.Programme != s.programme.ID {
		return
	}
	if r.Body == "" || r.Topic == "" {
		s.fault(references, path, check.Say("The reference names a body or a topic, but not both."),
			check.Say("Name both, as in {example}.", check.Text("example", `{"body": "wgeti", "topic": "art-9"}`)))
		return
	}
	if _, known := s.bodies[r.Body]; !known {
		s.refersToBody(path.Field("body"), r.Body)
		return
	}
	s.refersToTopicOf(path.Field("topic"), r.Body, r.Topic)
}
