package plain

import (
	"slices"
	"strconv"

	"attwork.example/att"
)

// answer is what one rule has come to so far.
type answer struct {
	applied, failed bool
	missing         []string
}

// checker holds a programme, its index, and the answers.
type checker struct {
	p        *att.Programme
	bodies   []body
	byID     map[string]int // of bodies
	places   []place        // of topics, in the order of the document
	slots    []slot         // of agenda items, in the order of the document
	topics   []topic        // each id once
	topicOf  map[string]int32
	rounds   []roundOf
	counts   counts
	answers  [len(rules)]answer
	findings []Finding
}

// body is a body with what the checks ask of it again and again.
type body struct {
	*att.Body
	role           att.Role // for a sub-group without one, that of the group above it
	working, group bool
	topicsKnown    bool
}

// place is a topic in a mandate.
type place struct {
	*att.Topic
	body  int32
	index int32
	next  int32 // place of the same id; -1: none
	id    int32 // in topics
}

// slot is an item on an agenda.
type slot struct {
	*att.Item
	sitting        *att.Sitting
	round, day     int32
	at, index      int32 // of the sitting in its day, and of the item in its sitting
	next           int32 // item on the same topic; -1: none
	id             int32 // in topics
	implementation bool  // the group on implementation leads
}

// topic is an id of topics, with everything of that id.
type topic struct {
	first, last         int32 // places; -1: none
	firstSlot, lastSlot int32 // on the agenda; -1: none
	minutes             int
}

// roundOf is a round with what the checks ask of it again and again.
type roundOf struct {
	*att.Round
	bodies     []string // all that are known to meet in it
	agendas    bool     // all known
	inRoom     bool     // or may be
	first, end att.Date
}

func newChecker(p *att.Programme) *checker {
	c := &checker{p: p, byID: make(map[string]int, len(p.Bodies))}
	c.bodies = make([]body, len(p.Bodies))
	topics := 0
	for i := range p.Bodies {
		b := &p.Bodies[i]
		if _, taken := c.byID[b.ID]; !taken {
			c.byID[b.ID] = i
		}
		topics += len(b.Mandate.Topics)
	}
	c.topicOf, c.places, c.topics = make(map[string]int32, topics), make([]place, 0, topics), make([]topic, 0, topics)
	for i := range p.Bodies {
		b := &p.Bodies[i]
		info := body{Body: b, role: b.Role, working: b.Kind == att.WorkingGroup || b.Kind == att.SubWorkingGroup}
		info.group = info.working || b.Kind == att.Forum
		if above := c.named(b.Parent); info.role == "" && above != nil {
			info.role = above.Role
		}
		info.topicsKnown = b.Mandate.Topics != nil && (len(p.Partial) == 0 || !slices.Contains(p.Partial, "bodies["+b.ID+"].mandate.topics"))
		c.bodies[i] = info
		for j := range b.Mandate.Topics {
			id := c.topic(b.Mandate.Topics[j].ID)
			at := int32(len(c.places))
			c.places = append(c.places, place{Topic: &b.Mandate.Topics[j], body: int32(i), index: int32(j), next: -1, id: id})
			if t := &c.topics[id]; t.first < 0 {
				t.first, t.last = at, at
			} else {
				c.places[t.last].next, t.last = at, at
			}
		}
	}
	c.indexRounds()
	return c
}

// topic returns the index of an id of topics.
func (c *checker) topic(id string) int32 {
	i, known := c.topicOf[id]
	if !known {
		i = int32(len(c.topics))
		c.topicOf[id] = i
		c.topics = append(c.topics, topic{first: -1, last: -1, firstSlot: -1, lastSlot: -1})
	}
	return i
}

func (c *checker) indexRounds() {
	c.rounds = make([]roundOf, len(c.p.Rounds))
	items := 0
	for _, r := range c.p.Rounds {
		for _, d := range r.Days {
			for _, s := range d.Sittings {
				items += len(s.Items)
			}
		}
	}
	c.slots = make([]slot, 0, items)
	for i := range c.p.Rounds {
		r := &c.p.Rounds[i]
		info := roundOf{Round: r, inRoom: r.Format.InRoom() || r.Format == "", agendas: r.Days != nil, first: r.Start, end: r.End}
		meets := func(ids []string) {
			for _, id := range ids {
				if !slices.Contains(info.bodies, id) {
					info.bodies = append(info.bodies, id)
				}
			}
		}
		meets(r.Bodies)
		for j := range r.Days {
			d := &r.Days[j]
			info.widen(d)
			meets(d.Bodies)
			info.agendas = info.agendas && d.Sittings != nil
			for k := range d.Sittings {
				s := &d.Sittings[k]
				info.agendas = info.agendas && (s.Items != nil || s.Format == att.Cancelled)
				for l := range s.Items {
					meets(s.Items[l].Bodies)
					if r.Format != att.Cancelled && s.Format != att.Cancelled {
						c.slot(slot{Item: &s.Items[l], sitting: s, round: int32(i), day: int32(j), at: int32(k), index: int32(l), next: -1})
					}
				}
			}
		}
		c.rounds[i] = info
	}
}

func (r *roundOf) widen(d *att.Day) {
	if !d.Date.IsZero() && (r.first.IsZero() || d.Date.Before(r.first)) {
		r.first = d.Date
	}
	if d.Date.After(r.end) || r.end.IsZero() {
		r.end = d.Date
	}
}

func (c *checker) slot(s slot) {
	s.id = c.topic(s.Topic)
	s.implementation = len(s.Bodies) > 0 && c.of(s.Bodies[0], att.WGETI)
	t, at := &c.topics[s.id], int32(len(c.slots))
	t.minutes += s.Minutes
	if t.firstSlot < 0 {
		t.firstSlot, t.lastSlot = at, at
	} else {
		c.slots[t.lastSlot].next, t.lastSlot = at, at
	}
	c.slots = append(c.slots, s)
}

// named returns the body with an id; nil: there is none.
func (c *checker) named(id string) *att.Body {
	if i, ok := c.byID[id]; ok && id != "" {
		return &c.p.Bodies[i]
	}
	return nil
}

// of reports whether an id is that of the working group with the role, or of a sub-group of it.
func (c *checker) of(id string, role att.Role) bool {
	i, ok := c.byID[id]
	return ok && id != "" && c.bodies[i].working && c.bodies[i].role == role
}

// kind returns the kind of the body with an id.
func (c *checker) kind(id string) att.BodyKind {
	if b := c.named(id); b != nil {
		return b.Kind
	}
	return ""
}

// roleOf returns the role of the body with an id, its own only.
func (c *checker) roleOf(id string) att.Role {
	if b := c.named(id); b != nil {
		return b.Role
	}
	return ""
}

func (c *checker) find(rule int, path string, related []string, text, remedy string, args ...Arg) {
	c.answers[rule].failed = true
	if rules[rule].dated && (c.p.Conference.Start.IsZero() || !inForce(rule, c.p.Conference.Start)) {
		return
	}
	c.findings = append(c.findings, Finding{rules[rule].id, rules[rule].severity, path, related, text, remedy, args})
}

func (c *checker) miss(rule int, what string) {
	c.answers[rule].missing = append(c.answers[rule].missing, what)
}

// element returns the path of an element: by its id, or by its place where the id is malformed or taken.
func element(list, id string, index int, taken bool) string {
	if taken || !att.ValidID(id) {
		return list + "[#" + strconv.Itoa(index+1) + "]"
	}
	return list + "[" + id + "]"
}

func (c *checker) bodyPath(i int) string {
	id := c.p.Bodies[i].ID
	return element("bodies", id, i, c.byID[id] != i)
}

func (c *checker) roundPath(i int) string {
	id := c.p.Rounds[i].ID
	return element("rounds", id, i, slices.ContainsFunc(c.p.Rounds[:i], func(r att.Round) bool { return r.ID == id }))
}

func (c *checker) dayPath(round, day int) string {
	list := c.p.Rounds[round].Days
	date := list[day].Date
	name, taken := "", slices.ContainsFunc(list[:day], func(d att.Day) bool { return d.Date == date })
	if !date.IsZero() {
		name = date.String()
	}
	return element(c.roundPath(round)+".days", name, day, taken)
}

func (c *checker) sittingPath(round, day, at int) string {
	list := c.p.Rounds[round].Days[day].Sittings
	id := list[at].ID
	return element(c.dayPath(round, day)+".sittings", id, at, slices.ContainsFunc(list[:at], func(s att.Sitting) bool { return s.ID == id }))
}

func (c *checker) slotPath(i int) string {
	s := &c.slots[i]
	taken := slices.ContainsFunc(s.sitting.Items[:s.index], func(it att.Item) bool { return it.Topic == s.Topic })
	return element(c.sittingPath(int(s.round), int(s.day), int(s.at))+".items", s.Topic, int(s.index), taken)
}

func (c *checker) topicPath(i int) string {
	t := &c.places[i]
	taken := false
	for j := c.topics[t.id].first; int(j) != i; j = c.places[j].next {
		taken = taken || c.places[j].body == t.body
	}
	return element(c.bodyPath(int(t.body))+".mandate.topics", t.ID, int(t.index), taken)
}

func (c *checker) topicPaths(places []int32) []string {
	if len(places) == 0 {
		return nil
	}
	list := make([]string, len(places))
	for i, p := range places {
		list[i] = c.topicPath(int(p))
	}
	return list
}
