package finance

import (
	"slices"

	"attwork.example/att"
)

// counter counts drivers in one programme. The parts of it that scopes cut out are measured once each.
type counter struct {
	book      Book
	programme att.Programme
	options   att.MeasureOptions
	whole     att.Measures
	parts     []part
}

type part struct {
	scope       Scope
	least, most att.Measures // with what surely lies in the scope, and with what may
}

// count returns how often a driver occurs in a scope; team is that of relief days. Where it is unknown whether a meeting lies in
// the scope, so is the count, or it is a lower bound.
func (c *counter) count(d Driver, s Scope, team string) att.Count {
	t, _ := c.book.team(team)
	if s.everywhere() {
		return c.of(d, c.whole, t)
	}
	i := slices.IndexFunc(c.parts, func(p part) bool { return p.scope.equal(s) })
	if i < 0 {
		i = len(c.parts)
		c.parts = append(c.parts, c.part(s))
	}
	least, most := c.of(d, c.parts[i].least, t), c.of(d, c.parts[i].most, t)
	if least == most {
		return least
	}
	return att.Counted(least.N, true)
}

func (c *counter) part(s Scope) part {
	least, most, differ := s.parts(c.programme)
	p := part{scope: s, least: att.Measure(least, c.options)}
	if p.most = p.least; differ {
		p.most = att.Measure(most, c.options)
	}
	return p
}

// of returns what the measures, or the programme itself, say of a driver.
func (c *counter) of(d Driver, m att.Measures, t Team) att.Count {
	switch d {
	case PerDay:
		return m.Days
	case PerSitting:
		return m.Sittings
	case PerReliefDay:
		return relief(m, t)
	case PerOnlineDay:
		return m.OnlineDays
	case PerRound:
		return m.InPersonRounds
	case PerExtraRound:
		extra := m.Rounds
		extra.N = max(0, extra.N-1)
		return extra
	case PerTrip:
		return m.Trips
	case PerNight:
		return m.Nights
	case PerConsultation:
		return m.Consultations
	case PerConsultationDay:
		return m.ConsultationDays
	case PerConferenceDay:
		return m.ConferenceDays
	case PerDocument:
		return documents(c.programme)
	case PerTranslation:
		return translations(c.programme)
	case PerYear:
		return att.Exactly(1)
	}
	return att.Count{}
}

// documents counts the papers of a programme. A list known in part says nothing: how many it lacks is as unknown as all of them.
func documents(p att.Programme) att.Count {
	if !p.Whole("documents", p.Documents != nil) {
		return att.Count{}
	}
	return att.Exactly(len(p.Documents))
}

// translations counts the languages in which papers appear beside the one in which each is written.
func translations(p att.Programme) att.Count {
	if !p.Whole("documents", p.Documents != nil) {
		return att.Count{}
	}
	n := 0
	for _, d := range p.Documents {
		if len(d.Languages) == 0 {
			return att.Count{}
		}
		languages := slices.Clone(d.Languages)
		slices.Sort(languages)
		n += len(slices.Compact(languages)) - 1
	}
	return att.Exactly(n)
}
