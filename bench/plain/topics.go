package plain

import (
	"cmp"
	"slices"

	"attwork.example/att"
)

// What nobody knows, in words.
const (
	noBodies    = "the bodies and their mandates"
	noDocuments = "the documents of the cycle"
)

// tally is what the pass over the topics leaves for its end.
type tally struct {
	national, impact, cooperation bool
	unclear                       []string // topics of working groups without a focus
	fund                          bool
	without, closed               []int32 // topics of the group on implementation
	accesses                      []string
	open                          bool
	short                         bool
	time                          []string
	papers                        []string // of the Secretariat
	support                       []string
	all                           []int32 // topics of the group on universalization
}

// onTopics makes the checks that look at topics, in one pass.
func (c *checker) onTopics() {
	t := tally{papers: c.pressing()}
	none := c.p.Bodies == nil
	wgeti, wgtr, wgtu := none, none, none
	for i := range c.bodies {
		b := &c.bodies[i]
		wgeti = wgeti || b.working && b.role == att.WGETI
		wgtr = wgtr || b.working && b.role == att.WGTR
		wgtu = wgtu || b.working && b.role == att.WGTU
	}
	for i := range c.places {
		p := &c.places[i]
		b := &c.bodies[p.body]
		if b.Role == att.DIEF {
			c.caseOnly(i, p)
		}
		if !b.working {
			continue
		}
		c.ofGroup(i, p, &t)
		switch b.role {
		case att.WGETI:
			c.ofImplementation(i, p, &t)
		case att.WGTR:
			c.enoughTime(i, p, &t)
		case att.WGTU:
			t.all = append(t.all, int32(i))
			if p.Support == nil {
				t.support = append(t.support, "the support mechanisms of "+c.topicPath(i))
			}
			t.fund = t.fund || slices.ContainsFunc(p.Support, func(id string) bool { return c.roleOf(id) == att.VoluntaryTrustFund })
		}
	}
	c.conclude(casesOnly, func(b *body) bool { return b.Role == att.DIEF })
	c.conclude(supportMechanisms, func(b *body) bool { return b.working })
	c.conclude(existingTools, func(b *body) bool { return b.working })
	c.focuses(&t)
	if wgeti {
		c.endImplementation(&t)
	}
	if wgtr {
		c.endTransparency(&t)
	}
	if wgtu {
		c.endUniversalization(&t)
	}
}

// conclude adds what is missing to know all topics of the bodies that a rule looks at.
func (c *checker) conclude(rule int, which func(*body) bool) {
	if c.p.Bodies == nil {
		c.miss(rule, noBodies)
	}
	c.missTopics(rule, which)
	a := &c.answers[rule]
	a.applied = a.applied || len(a.missing) > 0
}

func (c *checker) caseOnly(i int, p *place) {
	c.answers[casesOnly].applied = true
	switch p.Focus {
	case att.OperationalCase:
	case "":
		c.miss(casesOnly, "what "+c.topicPath(i)+" is about (its focus)")
	default:
		c.find(casesOnly, c.topicPath(i), nil, "topic {topic} of the forum is not on cases of diversion.", "Leave policy and practice to the group on implementation.", Arg{Name: "topic", Text: p.ID})
	}
}

// ofGroup looks at a topic of a working group.
func (c *checker) ofGroup(i int, p *place, t *tally) {
	switch p.Focus {
	case att.NationalPractice:
		t.national = true
	case att.Impact:
		t.impact = true
	case att.CooperationAndAssistance:
		t.cooperation = true
		c.answers[supportMechanisms].applied = true
		if p.Support == nil {
			c.miss(supportMechanisms, "the support mechanisms of "+c.topicPath(i))
		} else if !slices.ContainsFunc(p.Support, func(id string) bool { return c.kind(id) == att.Fund }) {
			c.find(supportMechanisms, c.topicPath(i), nil, "topic {topic} is on cooperation and assistance and refers to no fund that could support it.",
				"Name the Voluntary Trust Fund or the sponsorship programme under the topic, and invite those who run it.", Arg{Name: "topic", Text: p.ID})
		}
	case "":
		path := c.topicPath(i)
		t.unclear = append(t.unclear, "what "+path+" is about (its focus)")
		c.miss(supportMechanisms, "the focus of "+path)
	}
	switch {
	case p.Outcome == "":
		c.miss(existingTools, "the outcome of "+c.topicPath(i))
	case p.Outcome != att.Tool:
	case p.Assessed == nil:
		c.miss(existingTools, "which existing tools were assessed for "+c.topicPath(i))
	default:
		c.answers[existingTools].applied = true
		if len(p.Assessed) == 0 {
			c.find(existingTools, c.topicPath(i), nil, "topic {topic} is to lead to a new tool or guidance, and no existing one was assessed first.",
				"List the tools and guidance that exist, and say what the new one adds.", Arg{Name: "topic", Text: p.ID})
		}
	}
}

// focuses asks that the working groups have a topic on each focus of paragraph 24.
func (c *checker) focuses(t *tally) {
	look := func(rule int, there bool, text, remedy string) {
		c.answers[rule].applied = true
		if there {
			return
		}
		if c.p.Bodies == nil {
			c.miss(rule, noBodies)
		}
		for _, what := range t.unclear {
			c.miss(rule, what)
		}
		c.missTopics(rule, func(b *body) bool { return b.working })
		if c.answers[rule].missing == nil {
			c.find(rule, "bodies", nil, text, remedy)
		}
	}
	look(nationalEfforts, t.national, "no topic of the working groups is on national efforts in implementing the Treaty.", "Add topics on what States do, with what has worked and what was hard.")
	look(impact, t.impact, "no topic of the working groups is on the effect that Article 1 envisages.", "Add a topic on what the Treaty changes in practice, for people too.")
	look(cooperation, t.cooperation, "no topic of the working groups is on cooperation and assistance under Articles 15 and 16.", "Add a topic on needs for and offers of cooperation and assistance.")
}

// ofImplementation looks at a topic of the group on implementation.
func (c *checker) ofImplementation(i int, p *place, t *tally) {
	if p.Papers == nil {
		if t.papers != nil {
			c.miss(priorities, "the papers of "+c.topicPath(i))
		}
	} else if !slices.ContainsFunc(p.Papers, func(id string) bool { return slices.Contains(t.papers, id) }) {
		t.without = append(t.without, int32(i))
	}
	if c.stage(i, p); !p.Current {
		return
	}
	switch c.access(p) {
	case att.Open:
		t.open = true
	case "":
		t.accesses = append(t.accesses, "who may be there when "+c.topicPath(i)+" is discussed")
	default:
		t.closed = append(t.closed, int32(i))
	}
}

// stage asks that a topic of the group on implementation names its stage.
func (c *checker) stage(i int, p *place) {
	if p.Current || len(c.p.Stages) == 0 {
		return
	}
	if !slices.ContainsFunc(c.p.Stages, func(s att.Stage) bool { return s.ID == p.Stage && s.ID != "" }) {
		c.find(stages, c.topicPath(i), nil, "topic {topic} names no stage of implementation from the programme's list.",
			"Name the stage that it belongs to, or mark it as room for current issues.", Arg{Name: "topic", Text: p.ID})
	}
}

// access returns who may be there when a topic is discussed.
func (c *checker) access(p *place) att.Access {
	var widest att.Access
	for at := c.topics[p.id].firstSlot; at >= 0; at = c.slots[at].next {
		access := cmp.Or(c.slots[at].Access, c.slots[at].sitting.Access)
		if widest == "" || access == att.Open {
			widest = access
		}
	}
	b := &c.bodies[p.body]
	if widest = cmp.Or(widest, b.Access); widest == "" {
		if above := c.named(b.Parent); above != nil {
			widest = above.Access
		}
	}
	return widest
}

func (c *checker) endImplementation(t *tally) {
	which := func(b *body) bool { return b.working && b.role == att.WGETI }
	if len(c.p.Stages) > 0 {
		c.answers[stages].applied = true
		c.conclude(stages, which)
	}
	c.answers[currentIssues].applied = true
	if !t.open {
		c.conclude(currentIssues, which)
		for _, what := range t.accesses {
			c.miss(currentIssues, what)
		}
		switch {
		case c.answers[currentIssues].missing != nil:
		case t.closed != nil:
			c.find(currentIssues, c.topicPath(int(t.closed[0])), c.topicPaths(t.closed[1:]), "other stakeholders cannot be there when current issues of implementation are discussed.",
				"Open the sitting, or an item of it, to observers and civil society.")
		default:
			c.find(currentIssues, "bodies", nil, "no topic of the group on implementation is room for current issues that States Parties and other stakeholders raise.",
				"Add such an item to the agenda of the group, or say why it does not apply in this cycle.")
		}
	}
	c.endPriorities(t, which)
}

func (c *checker) endPriorities(t *tally, which func(*body) bool) {
	c.answers[priorities].applied = true
	switch {
	case c.p.Bodies == nil:
		c.miss(priorities, noBodies)
	case t.papers == nil && !c.whole("documents", c.p.Documents != nil):
		c.miss(priorities, noDocuments)
	case t.papers == nil:
		c.find(priorities, "documents", nil, "no background paper of the Secretariat lists pressing issues, priorities and goals.", "Ask the Secretariat for a short paper, as the base of the discussions.")
	case t.without != nil:
		c.answers[priorities].missing = nil
		c.find(priorities, c.topicPath(int(t.without[0])), c.topicPaths(t.without[1:]), "{count} topics of the group on implementation do not refer to the Secretariat's paper {paper}.",
			"Say for each topic which issue of the paper it takes up, or leave it to a later cycle.", Arg{Name: "count", Number: len(t.without)}, Arg{Name: "paper", Text: t.papers[0]})
	default:
		c.missTopics(priorities, which)
	}
}

// pressing returns the ids of the background papers of the Secretariat.
func (c *checker) pressing() []string {
	var papers []string
	for i := range c.p.Documents {
		if d := &c.p.Documents[i]; d.Kind == att.BackgroundPaper && (d.Issuer == string(att.Secretariat) || c.roleOf(d.Issuer) == att.Secretariat) {
			papers = append(papers, d.ID)
		}
	}
	return papers
}

func (c *checker) enoughTime(i int, p *place, t *tally) {
	has := c.topics[p.id].minutes
	if p.Minutes == 0 {
		t.time = append(t.time, "the minutes that "+c.topicPath(i)+" wants")
	}
	if has >= p.Minutes || c.counts.minutesOpen {
		return
	}
	t.short = true
	c.find(transparencyTime, c.topicPath(i), nil, "topic {topic} wants {wants} minutes and has {has} on the agenda.", "Give it the time, or have it prepared in a consultation between sessions.",
		Arg{Name: "topic", Text: p.ID}, Arg{Name: "wants", Number: p.Minutes}, Arg{Name: "has", Number: has})
}

func (c *checker) endTransparency(t *tally) {
	c.answers[transparencyTime].applied = true
	if t.short {
		return
	}
	c.conclude(transparencyTime, func(b *body) bool { return b.working && b.role == att.WGTR })
	for _, what := range t.time {
		c.miss(transparencyTime, what)
	}
	if c.counts.minutesOpen {
		c.miss(transparencyTime, lists)
	}
}

func (c *checker) endUniversalization(t *tally) {
	c.answers[trustFund].applied = true
	if t.fund {
		return
	}
	c.conclude(trustFund, func(b *body) bool { return b.working && b.role == att.WGTU })
	for _, what := range t.support {
		c.miss(trustFund, what)
	}
	if c.answers[trustFund].missing == nil {
		c.find(trustFund, "bodies", c.topicPaths(t.all), "no topic of the group on universalization refers to the Voluntary Trust Fund.", "Say in one of its topics how the fund can help States to join.")
	}
}

// whole reports whether all of a list is known.
func (c *checker) whole(path string, there bool) bool {
	return there && !slices.Contains(c.p.Partial, path)
}
