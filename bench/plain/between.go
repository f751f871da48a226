package plain

import (
	"attwork.example/att"
)

// onConsultations makes the checks that look at what happens between sessions.
func (c *checker) onConsultations() {
	first, last := c.span()
	opens := c.p.Conference.Start
	c.consultationsExist()
	if c.p.Rounds == nil || len(c.p.Rounds) > 0 {
		c.consults(consultationsBefore, "before the round", "no consultation comes before the round.",
			"Hold a small-group or regional consultation on what the round will discuss.",
			func(t *att.Consultation) (fits, unknown bool) {
				return t.Start.Before(first) && len(t.Follows) <= len(t.Prepares), t.Start.IsZero() || first.IsZero()
			})
	}
	if n := &c.counts; n.inPersonOpen && n.inPerson <= 1 || !n.inPersonOpen && n.inPerson == 1 {
		c.consults(afterTheRound, "between the round and the conference", "nothing between the round and the conference takes the place of the second round.",
			"Hold a consultation, or invite written comments, on draft reports, decisions and mandates after the round.",
			func(t *att.Consultation) (fits, unknown bool) {
				return t.Start.After(last) && t.Start.Before(opens), t.Start.IsZero() || last.IsZero() || opens.IsZero()
			})
	}
	c.onlinePart()
}

func (c *checker) consultationsExist() {
	c.consults(consultationsExist, "between sessions", "no informal consultation between sessions supplements the meetings.",
		"Plan small-group or regional consultations, online, hybrid, or on the restricted platform.",
		func(*att.Consultation) (fits, unknown bool) { return true, false })
}

func (c *checker) consults(rule int, when, text, remedy string, fits func(*att.Consultation) (fits, unknown bool)) {
	c.answers[rule].applied = true
	var missing []string
	for i := range c.p.Consultations {
		t := &c.p.Consultations[i]
		if t.Format == att.Cancelled {
			continue
		}
		ok, unknown := fits(t)
		if ok {
			return
		}
		if unknown {
			missing = append(missing, "whether consultation "+t.ID+" comes "+when)
		}
	}
	if !c.whole("consultations", c.p.Consultations != nil) {
		missing = append(missing, "whether there are consultations "+when)
	}
	if c.answers[rule].missing = missing; missing == nil {
		c.find(rule, "consultations", nil, text, remedy)
	}
}

func remote(f att.Format) bool {
	return f == att.Hybrid || f == att.Virtual || f == att.InPersonWithRemote
}

// onlinePart asks that people elsewhere can take part in something.
func (c *checker) onlinePart() {
	a := &c.answers[onlinePart]
	a.applied = true
	for i := range c.rounds {
		if remote(c.rounds[i].Format) {
			return
		}
	}
	for i := range c.slots {
		if remote(c.slots[i].sitting.Format) {
			return
		}
	}
	for i := range c.p.Consultations {
		if f := c.p.Consultations[i].Format; remote(f) || f == att.Platform {
			return
		}
	}
	for i := range c.rounds {
		if c.rounds[i].Format == "" {
			c.miss(onlinePart, "the format of "+c.roundPath(i))
		}
	}
	for i := range c.p.Consultations {
		if t := &c.p.Consultations[i]; t.Format == "" {
			c.miss(onlinePart, "the format of consultation "+t.ID)
		}
	}
	if c.p.Rounds == nil {
		c.miss(onlinePart, "the rounds of meetings")
	}
	if !c.whole("consultations", c.p.Consultations != nil) {
		c.miss(onlinePart, "whether there are consultations between sessions, and in which form")
	}
	if a.missing == nil {
		c.find(onlinePart, "rounds", nil, "nobody can take part from elsewhere, neither in the rounds nor in consultations.",
			"Hold some consultations online or hybrid, or give remote access to a part of the round.")
	}
}

// onReviews makes the checks that look at what is reviewed.
func (c *checker) onReviews() {
	reviews := c.whole("reviews", c.p.Reviews != nil)
	_, last := c.span()
	recurs, follows, unclear := false, false, false
	wgtr, wgtu, dief := false, false, false
	for i := range c.p.Reviews {
		r := &c.p.Reviews[i]
		if r.Subject == "" {
			recurs = recurs || r.Recurs
			follows = follows || r.Date.After(last)
			unclear = unclear || r.Date.IsZero() || last.IsZero()
			continue
		}
		wgtr = wgtr || c.of(r.Subject, att.WGTR)
		wgtu = wgtu || c.of(r.Subject, att.WGTU)
		dief = dief || c.roleOf(r.Subject) == att.DIEF
	}
	c.answers[review].applied = true
	switch {
	case recurs && follows:
	case unclear || !reviews:
		c.miss(review, "when the programme of work itself is reviewed, and whether again")
	default:
		c.find(review, "reviews", nil, "no review of the programme of work itself follows the round and recurs in later cycles.",
			"Plan a review after the round, by the Management Committee or the conference, and again in each cycle.")
	}
	c.reviewed(transparencyAlignment, wgtr, reviews, func(b *body) bool { return b.working && b.role == att.WGTR },
		"nothing says that the group on transparency and reporting explores aligning its work with that on implementation.")
	c.reviewed(universalizationAlignment, wgtu, reviews, func(b *body) bool { return b.working && b.role == att.WGTU },
		"nothing says that the group on universalization explores aligning its work with that on implementation.")
	c.reviewed(forumReview, dief, reviews, func(b *body) bool { return b.Role == att.DIEF }, "no review of the forum on diversion is planned.")
}

func (c *checker) reviewed(rule int, there, reviews bool, which func(*body) bool, text string) {
	a := &c.answers[rule]
	a.applied = c.p.Bodies == nil
	for i := range c.bodies {
		a.applied = a.applied || which(&c.bodies[i])
	}
	if !a.applied || there {
		return
	}
	if c.p.Bodies == nil {
		c.miss(rule, noBodies)
	}
	if c.p.Bodies == nil || !reviews {
		c.miss(rule, "which reviews are planned")
		return
	}
	c.find(rule, "reviews", nil, text, "Plan a review of the body's work, by itself or by the conference.")
}
