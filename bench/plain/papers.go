package plain

import (
	"slices"

	"attwork.example/att"
)

// onPapers makes the checks that look at the documents of the cycle.
func (c *checker) onPapers() {
	c.nationalPapers()
	documents := c.whole("documents", c.p.Documents != nil)
	paths := papers{c: c}
	for i := range c.rounds {
		if c.rounds[i].Format != att.Cancelled {
			paths.late(i, documents)
		}
	}
}

func (c *checker) nationalPapers() {
	c.answers[nationalPapers].applied = true
	switch {
	case slices.ContainsFunc(c.p.Documents, func(d att.Document) bool { return d.Kind == att.NationalWorkingPaper }):
	case !c.whole("documents", c.p.Documents != nil):
		c.miss(nationalPapers, noDocuments)
	default:
		c.find(nationalPapers, "documents", nil, "no national working paper is among the documents.", "Invite States to show their practice in short working papers, as in the early cycles.")
	}
}

// papers finds the paths of documents; the first of each id is looked up once, and only if there is one to name.
type papers struct {
	c     *checker
	first map[string]int
}

func (p *papers) path(i int) string {
	list := p.c.p.Documents
	if p.first == nil {
		p.first = make(map[string]int, len(list))
		for j := range list {
			if _, taken := p.first[list[j].ID]; !taken {
				p.first[list[j].ID] = j
			}
		}
	}
	return element("documents", list[i].ID, i, p.first[list[i].ID] != i)
}

// late looks for papers that go out too late for a round: when it has opened, and closer than the number of days.
func (p *papers) late(round int, documents bool) {
	c, r := p.c, &p.c.rounds[round]
	c.answers[papersOut].applied, c.answers[paperDays].applied = true, true
	outs, days := 0, 0
	for i := range c.p.Documents {
		d := &c.p.Documents[i]
		if d.For == "" || d.Kind == att.ChairReport || d.Kind == att.Report || !c.readBefore(r, d.For) {
			continue
		}
		if r.first.IsZero() {
			c.miss(papersOut, "the first day of "+c.roundPath(round))
			c.miss(paperDays, "the first day of "+c.roundPath(round))
			return
		}
		if d.Distributed.IsZero() {
			what := "when " + p.path(i) + " went out"
			c.miss(papersOut, what)
			c.miss(paperDays, what)
			continue
		}
		lead := d.Distributed.DaysUntil(r.first)
		if lead >= paperLead || d.Distributed.After(r.end) {
			continue
		}
		path, related := p.path(i)+".distributed", []string{c.roundPath(round)}
		days++
		c.find(paperDays, path, related, "paper {paper} goes out on {day}, {lead} days before the round; you ask for {days}.", "Send it out earlier, or take its topic off this round.",
			Arg{Name: "paper", Text: d.ID}, Arg{Name: "day", Date: d.Distributed}, Arg{Name: "lead", Number: lead}, Arg{Name: "days", Number: paperLead})
		if lead < 1 {
			outs++
			c.find(papersOut, path, related, "paper {paper} goes out on {day}, when the round has opened on {first}.", "Send it out earlier, or take its topic off this round.",
				Arg{Name: "paper", Text: d.ID}, Arg{Name: "day", Date: d.Distributed}, Arg{Name: "first", Date: r.first})
		}
	}
	if !documents && outs == 0 {
		c.miss(papersOut, noDocuments)
	}
	if !documents && days == 0 {
		c.miss(paperDays, noDocuments)
	}
}

// readBefore reports whether a paper for something is read before a round: for the round, for a body that meets in
// it, or for a topic of such a body.
func (c *checker) readBefore(r *roundOf, id string) bool {
	if id == r.ID || slices.Contains(r.bodies, id) {
		return true
	}
	t, known := c.topicOf[id]
	if !known {
		return false
	}
	for at := c.topics[t].first; at >= 0; at = c.places[at].next {
		if slices.Contains(r.bodies, c.bodies[c.places[at].body].ID) {
			return true
		}
	}
	return false
}
