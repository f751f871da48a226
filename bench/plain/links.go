package plain

import (
	"cmp"
	"slices"

	"attwork.example/att"
)

// onLinks makes the checks that look at how bodies work together, and at agendas.
func (c *checker) onLinks() {
	for i := range c.bodies {
		switch b := &c.bodies[i]; {
		case b.Kind != att.WorkingGroup:
		case b.Role == att.WGTR:
			c.contributes(transparencyLiaison, i, false, "nothing links the group on transparency and reporting with the group on implementation.")
			c.contributes(transparencyTakesPart, i, true, "the group on transparency and reporting takes part in no discussion of the group on implementation that is named.")
		case b.Role == att.WGTU:
			c.contributes(universalizationContributes, i, false, "nothing links the group on universalization with the group on implementation.")
		}
	}
	c.fewTopics()
	c.closedSittings()
	c.joinedUp()
}

// contributes asks that a body declares a contribution to the group on implementation, or has a joint item with it.
func (c *checker) contributes(rule, i int, named bool, text string) {
	b := &c.bodies[i]
	c.answers[rule].applied = true
	general := false
	for j := range b.Lines {
		line := &b.Lines[j]
		if line.Sort != att.ContributesTo || !c.of(line.To, att.WGETI) {
			continue
		}
		if !named || len(line.Topics) > 0 {
			return
		}
		general = true
	}
	for j := range c.slots {
		if ids := c.slots[j].Bodies; slices.Contains(ids, b.ID) && slices.ContainsFunc(ids, func(id string) bool { return c.of(id, att.WGETI) }) {
			return
		}
	}
	known := true
	if !c.whole("bodies["+b.ID+"].lines", b.Lines != nil) {
		known = false
		c.miss(rule, "whether "+c.bodyPath(i)+" contributes to another body's work (its lines)")
	}
	if general && c.counts.minutesOpen {
		known = false
		c.miss(rule, "to which topics "+c.bodyPath(i)+" contributes")
	}
	if known {
		c.find(rule, c.bodyPath(i), nil, text, "Declare which topics of the group on implementation it contributes to, or hold joint items.")
	}
}

func (c *checker) fewTopics() {
	applies := c.p.Bodies == nil
	for i := range c.bodies {
		applies = applies || c.bodies[i].working && c.bodies[i].role == att.WGETI
	}
	if !applies {
		return
	}
	c.answers[fewTopics].applied = true
	counted := make([]int32, len(c.topics)) // round + 1 in which a topic was counted last
	topics := make([]int, len(c.rounds))
	for i := range c.slots {
		s := &c.slots[i]
		touches := s.implementation || len(s.Bodies) > 1 && slices.ContainsFunc(s.Bodies, func(id string) bool { return c.of(id, att.WGETI) })
		if touches && counted[s.id] != s.round+1 {
			counted[s.id] = s.round + 1
			topics[s.round]++
		}
	}
	found := false
	for i, n := range topics {
		if n > mostTopics {
			found = true
			c.find(fewTopics, c.roundPath(i), nil, "the group on implementation takes up {topics} topics in one round, more than the {most} that you set.",
				"Leave some to later cycles, in a workplan over several years, or to consultations between sessions (26).", Arg{Name: "topics", Number: n}, Arg{Name: "most", Number: mostTopics})
		}
	}
	if found {
		return
	}
	if c.p.Bodies == nil {
		c.miss(fewTopics, noBodies)
	}
	if c.counts.minutesOpen {
		c.miss(fewTopics, lists)
	}
}

// agendasKnown reports whether every round that was held has all its agendas.
func (c *checker) agendasKnown() bool {
	for i := range c.rounds {
		if r := &c.rounds[i]; r.Format != att.Cancelled && r.Format != att.Written && !r.agendas {
			return false
		}
	}
	return c.p.Rounds != nil
}

func (c *checker) closedSittings() {
	forum := func(id string) bool { return c.roleOf(id) == att.DIEF }
	applies := c.p.Rounds == nil
	for i := range c.rounds {
		applies = applies || c.rounds[i].Format != att.Cancelled && slices.ContainsFunc(c.rounds[i].bodies, forum)
	}
	if !applies {
		return
	}
	c.answers[closedSittings].applied = true
	if !c.agendasKnown() {
		c.miss(closedSittings, "the sittings of the forum")
	}
	for i := range c.slots {
		s := &c.slots[i]
		if len(s.Bodies) == 0 || !forum(s.Bodies[0]) {
			continue
		}
		switch cmp.Or(s.Access, s.sitting.Access, c.named(s.Bodies[0]).Access) {
		case "":
			c.miss(closedSittings, "who may be there at "+c.slotPath(i))
		case att.Open, att.Governments:
			c.find(closedSittings, c.slotPath(i), nil, "an item of the forum stands in a sitting that is open to more than States Parties and signatories.",
				"Move it to a sitting for States Parties and signatories only.")
		}
	}
}

// groupOf returns the index of the working group of a group or sub-group; -1 for anything else.
func (c *checker) groupOf(id string) int {
	i, ok := c.byID[id]
	if ok && id != "" && c.bodies[i].Kind == att.SubWorkingGroup {
		id = c.bodies[i].Parent
		i, ok = c.byID[id]
	}
	if !ok || id == "" || c.bodies[i].Kind != att.WorkingGroup {
		return -1
	}
	return i
}

func (c *checker) joinedUp() {
	groups, known := 0, true
	linked := make([]bool, len(c.bodies))
	link := func(a, b string) {
		if x, y := c.groupOf(a), c.groupOf(b); x != y && x >= 0 && y >= 0 {
			linked[x], linked[y] = true, true
		}
	}
	for i := range c.bodies {
		b := &c.bodies[i]
		if b.Kind == att.WorkingGroup {
			groups++
		}
		for j := range b.Lines {
			if b.Lines[j].Sort == att.ContributesTo {
				link(b.ID, b.Lines[j].To)
			}
		}
	}
	if c.p.Bodies != nil && groups < 2 {
		return
	}
	c.answers[joinedUp].applied = true
	if c.p.Bodies == nil {
		c.miss(joinedUp, noBodies)
	}
	for i := range c.slots {
		if ids := c.slots[i].Bodies; len(ids) > 1 {
			for _, id := range ids[1:] {
				link(ids[0], id)
			}
		}
	}
	alone := func(i int) bool { return c.bodies[i].Kind == att.WorkingGroup && !linked[i] }
	for i := range c.bodies {
		if b := &c.bodies[i]; b.working && !c.whole("bodies["+b.ID+"].lines", b.Lines != nil) {
			known = false
		}
	}
	agendas := c.agendasKnown()
	for i := range c.bodies {
		switch {
		case !alone(i):
		case !known:
			c.missLines()
		case !agendas:
			c.miss(joinedUp, "the agendas of all sittings, where joint items would stand")
		default:
			c.find(joinedUp, c.bodyPath(i), nil, "{body} neither contributes to another working group, nor is contributed to, nor has joint items with one.",
				"Declare a contribution, or take up a topic jointly.", Arg{Name: "body", Text: c.bodies[i].ID})
		}
	}
}

func (c *checker) missLines() {
	for i := range c.bodies {
		if b := &c.bodies[i]; b.working && !c.whole("bodies["+b.ID+"].lines", b.Lines != nil) {
			c.miss(joinedUp, "whether "+c.bodyPath(i)+" contributes to another body's work (its lines)")
		}
	}
}
