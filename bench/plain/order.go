package plain

import (
	"slices"

	"attwork.example/att"
)

// preparationLast checks that the preparatory meeting sits after the groups.
func (c *checker) preparationLast(i int, r *roundOf) {
	prepares, works := c.who(r.bodies)
	if !prepares || !works {
		return
	}
	c.answers[preparationLast].applied = true
	known := r.Days != nil
	first, early, group := "", "", ""
	for j := range r.Days {
		d := &r.Days[j]
		if d.Sittings == nil { // who comes first on a day that both share, nobody says
			prepares, works := c.who(d.Bodies)
			known = known && len(d.Bodies) > 0 && (!prepares || !works)
			if works && first != "" {
				early, group = first, c.dayPath(i, j)
			}
			if prepares && first == "" {
				first = c.dayPath(i, j)
			}
			continue
		}
		for k := range d.Sittings {
			s := &d.Sittings[k]
			if s.Format == att.Cancelled {
				continue
			}
			known = known && s.Items != nil
			for l := range s.Items {
				prepares, works := c.who(s.Items[l].Bodies)
				if works && first != "" {
					early, group = first, c.itemPath(i, j, k, l)
				}
				if prepares && first == "" {
					first = c.itemPath(i, j, k, l)
				}
			}
		}
	}
	switch {
	case early != "":
		c.find(preparationLast, early, []string{group}, "the preparatory meeting sits before the groups have ended.", "Put the items of the preparatory meeting at the end of the round.")
	case !known:
		c.miss(preparationLast, "in which order the bodies of "+c.roundPath(i)+" sit")
	}
}

func (c *checker) itemPath(round, day, sitting, item int) string {
	list := c.p.Rounds[round].Days[day].Sittings[sitting].Items
	topic := list[item].Topic
	return element(c.sittingPath(round, day, sitting)+".items", topic, item, slices.ContainsFunc(list[:item], func(it att.Item) bool { return it.Topic == topic }))
}

// who reports whether the preparatory meeting and a working group are among bodies.
func (c *checker) who(ids []string) (prepares, works bool) {
	for _, id := range ids {
		if i, ok := c.byID[id]; ok && id != "" {
			prepares = prepares || c.bodies[i].Kind == att.PreparatoryMeeting
			works = works || c.bodies[i].working
		}
	}
	return prepares, works
}

// stagesTogether checks that items of one stage follow each other in a round.
func (c *checker) stagesTogether(i int, r *roundOf) {
	meets := false
	for _, id := range r.bodies {
		meets = meets || c.of(id, att.WGETI)
	}
	if len(c.p.Stages) == 0 || !meets {
		return
	}
	c.answers[stagesTogether].applied = true
	type end struct {
		stage string
		last  int
	}
	var left []end // stages that another one has followed, with their last item
	stage, last, found := "", 0, false
	for at := range c.slots {
		s := &c.slots[at]
		if c.p.Rounds[s.round].ID != r.ID || !s.implementation {
			continue
		}
		next := c.stageOf(s.id)
		if next == "" {
			continue
		}
		if next != stage && stage != "" {
			known := false
			for k := range left {
				if left[k].stage == stage {
					left[k].last, known = last, true
				}
			}
			if !known {
				left = append(left, end{stage, last})
			}
		}
		for _, before := range left {
			if before.stage == next && next != stage {
				found = true
				c.find(stagesTogether, c.slotPath(at), []string{c.slotPath(before.last)}, "stage {stage} comes back after another stage.", "Put the items of one stage next to each other.",
					Arg{Name: "stage", Text: next})
			}
		}
		stage, last = next, at
	}
	if found {
		return
	}
	c.missTopics(stagesTogether, func(b *body) bool { return b.working && b.role == att.WGETI })
	if r.Days == nil || !r.agendas {
		c.miss(stagesTogether, "the agendas of all sittings of "+c.roundPath(i))
	}
}

// stageOf returns the stage of a topic of the group on implementation.
func (c *checker) stageOf(id int32) string {
	stage := ""
	for at := c.topics[id].first; at >= 0; at = c.places[at].next {
		t := &c.places[at]
		if b := &c.bodies[t.body]; b.working && b.role == att.WGETI && !t.Current {
			stage = t.Stage
		}
	}
	return stage
}

// missTopics says which of the bodies have topics that nobody knows.
func (c *checker) missTopics(rule int, which func(*body) bool) {
	for i := range c.bodies {
		if which(&c.bodies[i]) && !c.bodies[i].topicsKnown {
			c.miss(rule, "the topics of "+c.bodyPath(i))
		}
	}
}
