package plain

import (
	"slices"

	"attwork.example/att"
)

// Subset returns the findings of the rules that expression engines can say, and leaves the others out: those that
// look at one topic, round, consultation or paper, and where twice is set the one on topics that are discussed twice.
func Subset(p att.Programme, twice bool) []Finding {
	c := newChecker(&p)
	c.count()
	for i := range c.rounds {
		if r := &c.rounds[i]; r.inRoom {
			c.marchToMay(i, r)
			c.presidentDates(i, r)
		}
	}
	c.fiveDays()
	c.oneRound()
	var t tally
	for i := range c.places {
		p := &c.places[i]
		b := &c.bodies[p.body]
		if b.Role == att.DIEF {
			c.caseOnly(i, p)
		}
		if b.working {
			c.ofGroup(i, p, &t)
		}
		if b.working && b.role == att.WGETI {
			c.stage(i, p)
		}
	}
	c.focuses(&t)
	c.consultationsExist()
	c.nationalPapers()
	if twice {
		c.sameTopic()
	}
	slices.SortFunc(c.findings, order)
	return c.findings
}
