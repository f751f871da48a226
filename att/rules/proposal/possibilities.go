package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Use says whether a programme uses what the draft leaves open.
type Use string

// The uses. Not using a possibility is no departure.
const (
	Used       Use = "used"
	NotUsed    Use = "not used"
	UseUnknown Use = "unknown"
)

// Possibility is something that the draft says may be done, and whether a programme does it.
type Possibility struct {
	ID    string         // stable name, as in "26-regional"
	Cites []att.Citation // the passages that leave it open
	Sense string         // what may be done
	Use   Use
	Where []check.Path // in the programme; nil where it is not used or unknown
}

// Possibilities says of everything that the draft leaves open whether the programme uses it, in the order of
// the paragraphs. It judges nothing.
func Possibilities(p att.Programme) []Possibility {
	s := survey{p: p, bodies: map[string]att.Body{}}
	for _, b := range p.Bodies {
		if _, taken := s.bodies[b.ID]; !taken {
			s.bodies[b.ID] = b
		}
	}
	format := func(f att.Format) func(att.Consultation) (bool, bool) {
		return func(c att.Consultation) (bool, bool) { return c.Format == f, c.Format == "" }
	}
	shape := func(sh att.ConsultationShape) func(att.Consultation) (bool, bool) {
		return func(c att.Consultation) (bool, bool) { return c.Shape == sh, c.Shape == "" }
	}
	forms := func(sense string, numbers ...string) []att.Citation {
		var cites []att.Citation
		for _, n := range append([]string{"26"}, numbers...) {
			cites = append(cites, Cite(n, sense))
		}
		return cites
	}
	one := func(number, sense string) []att.Citation { return []att.Citation{Cite(number, sense)} }
	return []Possibility{
		s.partDays("11-part-days", one("11", "the group on transparency and reporting does not need whole days"), "The group on transparency and reporting shares its days with other bodies."),
		s.support("24c-support", one("24c.2", "support arrangements may influence ratification and accession"), "Topics of the group on universalization refer to support arrangements."),
		s.brief("24d-briefing", one("24d.4", "the forum's Chair may brief the group on implementation orally"), "The forum's Chair briefs the group on implementation (Rule 22 of the forum's terms of reference)."),
		s.consultations("26-small-group", forms("consultations may be in small groups", "14.1"), "Consultations in small groups.", shape(att.SmallGroup)),
		s.consultations("26-regional", forms("consultations may be regional", "14.1"), "Regional consultations.", shape(att.Regional)),
		s.consultations("26-online", forms("consultations may be online", "27d"), "Online consultations.", format(att.Virtual)),
		s.consultations("26-hybrid", forms("consultations may be hybrid", "27d"), "Hybrid consultations.", format(att.Hybrid)),
		s.consultations("26-platform", forms("consultations may use the restricted information-exchange platform", "14.3", "27d"), "Consultations on the restricted platform.", format(att.Platform)),
	}
}

type survey struct {
	p      att.Programme
	bodies map[string]att.Body
}

func (s survey) answer(id string, cites []att.Citation, sense string, where []check.Path, unknown bool) Possibility {
	use := NotUsed
	switch {
	case len(where) > 0:
		use = Used
	case unknown:
		use = UseUnknown
	}
	return Possibility{ID: id, Cites: cites, Sense: sense, Use: use, Where: where}
}

func (s survey) consultations(id string, cites []att.Citation, sense string, fits func(att.Consultation) (fits, unknown bool)) Possibility {
	var where []check.Path
	unclear := !s.p.Whole("consultations", s.p.Consultations != nil)
	paths := check.Path("consultations").Elements(len(s.p.Consultations), func(i int) string { return s.p.Consultations[i].ID })
	for i, t := range s.p.Consultations {
		if t.Format == att.Cancelled {
			continue
		}
		ok, unknown := fits(t)
		unclear = unclear || unknown
		if ok {
			where = append(where, paths[i])
		}
	}
	return s.answer(id, cites, sense, where, unclear)
}

// partDays looks for days that the group on transparency and reporting shares with another body.
func (s survey) partDays(id string, cites []att.Citation, sense string) Possibility {
	var where []check.Path
	unclear := s.p.Rounds == nil || s.p.Bodies == nil
	rounds := check.Path("rounds").Elements(len(s.p.Rounds), func(i int) string { return s.p.Rounds[i].ID })
	for i, r := range s.p.Rounds {
		unclear = unclear || r.Days == nil && r.Format != att.Cancelled
		days := dayPaths(rounds[i], r.Days)
		for j, d := range r.Days {
			ids := bodiesOf(att.Round{Meeting: att.Meeting{Days: []att.Day{d}}})
			unclear = unclear || len(ids) == 0
			transparency := func(id string) bool { return s.bodies[id].Role == att.WGTR }
			other := func(id string) bool { return s.bodies[id].Role != att.WGTR }
			if slices.ContainsFunc(ids, transparency) && slices.ContainsFunc(ids, other) {
				where = append(where, days[j])
			}
		}
	}
	return s.answer(id, cites, sense, where, unclear)
}

// support looks for topics of the group on universalization that refer to a fund or the Secretariat.
func (s survey) support(id string, cites []att.Citation, sense string) Possibility {
	var where []check.Path
	unclear := s.p.Bodies == nil
	bodies := check.Path("bodies").Elements(len(s.p.Bodies), func(i int) string { return s.p.Bodies[i].ID })
	for i, b := range s.p.Bodies {
		if b.Role != att.WGTU {
			continue
		}
		topics := b.Mandate.Topics
		unclear = unclear || topics == nil
		paths := bodies[i].Field("mandate").Field("topics").Elements(len(topics), func(j int) string { return topics[j].ID })
		for j, t := range topics {
			unclear = unclear || t.Support == nil
			if len(t.Support) > 0 {
				where = append(where, paths[j])
			}
		}
	}
	return s.answer(id, cites, sense, where, unclear)
}

// brief looks for the line by which the forum may brief the group on implementation.
func (s survey) brief(id string, cites []att.Citation, sense string) Possibility {
	var where []check.Path
	unclear := s.p.Bodies == nil
	bodies := check.Path("bodies").Elements(len(s.p.Bodies), func(i int) string { return s.p.Bodies[i].ID })
	for i, b := range s.p.Bodies {
		if b.Role != att.DIEF {
			continue
		}
		unclear = unclear || !s.p.Whole(string(bodies[i].Field("lines")), b.Lines != nil)
		for j, line := range b.Lines {
			if line.Sort == att.MayBrief && s.bodies[line.To].Role == att.WGETI {
				where = append(where, bodies[i].Field("lines").Index(j))
			}
		}
	}
	return s.answer(id, cites, sense, where, unclear)
}
