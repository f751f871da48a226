package plain

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/guidance"
	"attwork.example/internal/likeness"
)

// sameTopic finds topics that stand in the mandates of bodies which do not share them.
func (c *checker) sameTopic() {
	c.answers[sameTopic].applied = true
	if c.p.Bodies == nil {
		c.miss(sameTopic, noBodies)
		return
	}
	for i := range c.bodies {
		if b := &c.bodies[i]; b.group && b.Mandate.Topics == nil {
			c.miss(sameTopic, "the topics of "+c.bodyPath(i))
		}
	}
	for i := range c.places {
		p := &c.places[i]
		if int32(i) != c.topics[p.id].first || p.next < 0 || p.ID == "" {
			continue
		}
		var places []int32
		for at := int32(i); at >= 0; at = c.places[at].next {
			if c.bodies[c.places[at].body].group {
				places = append(places, at)
			}
		}
		apart := c.apart(places)
		if len(apart) < 2 {
			continue
		}
		related := append([]int32{apart[0]}, apart[2:]...)
		a, b := &c.places[apart[0]], &c.places[apart[1]]
		c.find(sameTopic, c.topicPath(int(apart[1])), c.topicPaths(related), "topic {topic} is on the work of {second} and of {first}, and nothing says that they share it.",
			c.remedy(a, b), Arg{Name: "topic", Text: b.ID}, Arg{Name: "second", Text: c.bodies[b.body].ID}, Arg{Name: "first", Text: c.bodies[a.body].ID})
	}
}

// apart returns the first place of each circle of bodies that share the topic of these places.
func (c *checker) apart(places []int32) []int32 {
	if len(places) < 2 {
		return places
	}
	circle := make([]int, len(places)) // each place to another of its circle, the last to itself
	for i := range circle {
		circle[i] = slices.IndexFunc(places, func(at int32) bool { return c.places[at].body == c.places[places[i]].body })
	}
	last := func(i int) int {
		for circle[i] != i {
			i = circle[i]
		}
		return i
	}
	for i, x := range places {
		for j, y := range places {
			if i != j && (c.declares(&c.places[x], &c.places[y]) || i < j && c.joint(&c.places[x], &c.places[y])) {
				circle[last(i)] = last(j)
			}
		}
	}
	var firsts []int32
	var met []int
	for i, at := range places {
		if l := last(i); !slices.Contains(met, l) {
			met = append(met, l)
			firsts = append(firsts, at)
		}
	}
	return firsts
}

// declares reports whether x says that it continues the work of the other body on the same topic, or its body that
// it contributes to it.
func (c *checker) declares(x, y *place) bool {
	other := c.bodies[y.body].ID
	if k := x.Continues; k.Programme == "" && k.Topic == x.ID && k.Body == other {
		return true
	}
	return c.contributesTo(x, y)
}

func (c *checker) contributesTo(x, y *place) bool {
	lines, other := c.bodies[x.body].Lines, c.bodies[y.body].ID
	for i := range lines {
		if l := &lines[i]; l.Sort == att.ContributesTo && l.To == other && slices.Contains(l.Topics, y.ID) {
			return true
		}
	}
	return false
}

// joint reports whether two bodies stand in exactly the same items on the topic, and in one at least.
func (c *checker) joint(x, y *place) bool {
	a, b, both := c.bodies[x.body].ID, c.bodies[y.body].ID, false
	for at := c.topics[x.id].firstSlot; at >= 0; at = c.slots[at].next {
		ids := c.slots[at].Bodies
		in := slices.Contains(ids, a)
		if in != slices.Contains(ids, b) {
			return false
		}
		both = both || in
	}
	return both
}

// excuses reports whether one of two topics continues the other, or the body of one contributes to the other.
func (c *checker) excuses(x, y *place) bool {
	continues := func(x, y *place) bool {
		k := &x.Continues
		return k.Topic != "" && k.Programme == "" && k.Topic == y.ID && k.Body == c.bodies[y.body].ID
	}
	return continues(x, y) || continues(y, x) || c.contributesTo(x, y) || c.contributesTo(y, x)
}

// remedy says which way out fits two topics that are discussed twice.
func (c *checker) remedy(x, y *place) string {
	a, b := &c.bodies[x.body], &c.bodies[y.body]
	family := func(b *body) string {
		if b.Kind == att.SubWorkingGroup {
			return b.Parent
		}
		return b.ID
	}
	onAgenda := func(p *place) bool {
		for at := c.topics[p.id].firstSlot; at >= 0; at = c.slots[at].next {
			if slices.Contains(c.slots[at].Bodies, c.bodies[p.body].ID) {
				return true
			}
		}
		return false
	}
	switch {
	case a.Kind == att.Forum || b.Kind == att.Forum:
		return "Leave cases to the forum and policy to the group; the forum's Chair may brief the group (24d)."
	case family(a) == family(b):
		return "Merge the two, and leave the topic in one mandate."
	case a.role == att.WGETI || b.role == att.WGETI:
		return "Leave the topic to the group on implementation, and declare that the other group contributes to it (24b, 24c)."
	case onAgenda(x) && onAgenda(y):
		return "Take it up as a joint item of both bodies."
	}
	return "Let one body begin and declare that the other continues its work, or leave the topic in one mandate."
}

// sameGround finds topics of two bodies on the same articles, at the same stage and with the same focus.
func (c *checker) sameGround() {
	c.answers[sameGround].applied = true
	c.conclude(sameGround, func(b *body) bool { return b.group })
	first := make(map[string]int32, len(c.places))
	var key []byte
	var articles []att.Article
	for i := range c.places {
		p := &c.places[i]
		if !c.bodies[p.body].group {
			continue
		}
		if len(p.Articles) == 0 || p.Focus == "" {
			c.miss(sameGround, "the articles or the focus of "+c.topicPath(i))
			continue
		}
		articles = append(articles[:0], p.Articles...)
		slices.Sort(articles)
		key = key[:0]
		for _, a := range slices.Compact(articles) {
			key = append(append(key, a...), ' ')
		}
		key = append(append(append(append(key, '|'), p.Stage...), '|'), p.Focus...)
		at, taken := first[string(key)]
		if !taken {
			first[string(key)] = int32(i)
			continue
		}
		other := &c.places[at]
		if other.body == p.body || other.ID == p.ID || c.excuses(other, p) {
			continue
		}
		c.find(sameGround, c.topicPath(i), []string{c.topicPath(int(at))}, "topic {second} of {body} covers the same articles, stage and focus as topic {first} of {other}.",
			c.remedy(other, p), Arg{Name: "second", Text: p.ID}, Arg{Name: "body", Text: c.bodies[p.body].ID}, Arg{Name: "first", Text: other.ID}, Arg{Name: "other", Text: c.bodies[other.body].ID})
	}
}

// likeTitles finds topics of the working groups that say the same in their titles.
func (c *checker) likeTitles() {
	c.answers[likeTitles].applied = true
	c.conclude(likeTitles, func(b *body) bool { return b.working })
	var places []int32
	var titles []att.Text
	for i := range c.places {
		if c.bodies[c.places[i].body].working {
			places, titles = append(places, int32(i)), append(titles, c.places[i].Title)
		}
	}
	pairs, complete := likeness.Pairs(titles, func(i, j int) bool {
		x, y := &c.places[places[i]], &c.places[places[j]]
		return x.ID == y.ID || c.excuses(x, y)
	})
	for _, pair := range pairs {
		x, y := &c.places[places[pair.I]], &c.places[places[pair.J]]
		a, _ := x.Title.In(pair.Lang)
		b, _ := y.Title.In(pair.Lang)
		lang := ".title." + string(pair.Lang)
		c.find(likeTitles, c.topicPath(int(places[pair.J]))+lang, []string{c.topicPath(int(places[pair.I])) + lang}, "\"{second}\" ({body}) says the same as \"{first}\" ({other}).",
			c.remedy(x, y), Arg{Name: "second", Text: b}, Arg{Name: "body", Text: c.bodies[y.body].ID}, Arg{Name: "first", Text: a}, Arg{Name: "other", Text: c.bodies[x.body].ID})
	}
	if !complete {
		c.miss(likeTitles, "a comparison of every title with every other: there are too many alike")
	}
}

// existingGuidance finds what is to become a tool or guidance and repeats an existing one by its title.
func (c *checker) existingGuidance(register []guidance.Tool) {
	var assessed [][]string
	var where []string
	var existing []*guidance.Tool
	var titles, plans []att.Text
	start := c.p.Conference.CycleStart
	for i := range register {
		if t := &register[i]; t.Since.IsZero() || start.IsZero() || !t.Since.After(start) {
			existing, titles = append(existing, t), append(titles, t.Title)
		}
	}
	for i := range c.places {
		if p := &c.places[i]; p.Outcome == att.Tool && c.bodies[p.body].working {
			plans, assessed, where = append(plans, p.Title), append(assessed, p.Assessed), append(where, c.topicPath(i))
		}
	}
	paths := papers{c: c}
	for i := range c.p.Documents {
		d := &c.p.Documents[i]
		if d.Kind != att.Guidance {
			continue
		}
		var first []string
		if t, known := c.topicOf[d.For]; known {
			for at := c.topics[t].first; at >= 0; at = c.places[at].next {
				first = append(first, c.places[at].Assessed...)
			}
		}
		plans, assessed, where = append(plans, d.Title), append(assessed, first), append(where, paths.path(i))
	}
	if len(plans) == 0 && c.p.Documents != nil {
		return
	}
	c.answers[existingGuidance].applied = true
	pairs, _ := likeness.Pairs(append(titles, plans...), func(i, j int) bool {
		return i >= len(existing) || j < len(existing) || slices.ContainsFunc(assessed[j-len(existing)], func(line string) bool { return named(line, existing[i].Title) })
	})
	for _, pair := range pairs {
		title, _ := existing[pair.I].Title.In(pair.Lang)
		c.find(existingGuidance, where[pair.J-len(existing)], nil, "what is to become a tool or guidance repeats \"{tool}\" by its title, and nothing says that it was assessed first.",
			"Assess the existing one first, and say what is added to it; or continue it under its own title.", Arg{Name: "tool", Text: title})
	}
	if len(pairs) == 0 && !c.whole("documents", c.p.Documents != nil) {
		c.miss(existingGuidance, noDocuments)
	}
}

// named reports whether a line of a list of assessed tools names a tool, in any language.
func named(line string, title att.Text) bool {
	for lang, t := range title {
		if likeness.Alike(lang, line, t) {
			return true
		}
	}
	return false
}
