package proposal

import (
	"strconv"

	"attwork.example/att"
	"attwork.example/att/check"
)

// sameTopic: no topic is discussed twice (25d), found by equal ids.
func sameTopic() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/25d-same-topic",
			Sense:    "No topic stands in the mandates of two working groups, sub-groups or the forum, unless they take it up jointly or one declares that it continues or contributes to the other's work.",
			Severity: check.Error,
			Cites:    []att.Citation{Cite("25d", "do away with duplicated work, and avoid discussing the same thing again")},
			Axis:     check.Topics,
			Tensions: []string{linkedOrTwice.Sense},
			Passing: func() check.Example {
				p := example()
				p.Bodies[1].Mandate.Topics = append(p.Bodies[1].Mandate.Topics, topic("art-9", "What the reports tell", "", att.Policy, "13"))
				p.Bodies[1].Lines = []att.Line{{Sort: att.ContributesTo, To: "wgeti", Topics: []string{"art-9"}}}
				return check.Example{Says: "Two groups have the same topic, and one declares that it contributes to the other.", Programme: p}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[1].Mandate.Topics = append(p.Bodies[1].Mandate.Topics, topic("control-lists", "What the reports tell", "", att.Policy, "13"))
				return check.Example{Says: "Two groups have the same topic, and neither says why.", Programme: p}
			},
		},
		Check: twice,
	}
}

func twice(in check.In[att.Programme]) check.Result {
	if in.Programme().Bodies == nil {
		return check.Missing(check.Say("the bodies and their mandates"))
	}
	var result check.Result
	for _, b := range in.Bodies() {
		if group(b.Value.Kind) && b.Value.Mandate.Topics == nil {
			result.Missing = append(result.Missing, check.Say("the topics of {body}", check.Place("body", b.Path)))
		}
	}
	for _, s := range subjects(in) {
		apart := s.apart()
		if len(apart) < 2 {
			continue
		}
		var related []check.Path
		for i, t := range apart {
			if i != 1 {
				related = append(related, t.Path)
			}
		}
		result.Findings = append(result.Findings, check.Finding{
			Path: apart[1].Path, Related: related,
			Message: departs("paragraph 25d", "topic {topic} is on the work of {second} and of {first}, and nothing says that they share it.",
				check.Text("topic", apart[1].Value.ID), check.Text("second", apart[1].Body().ID), check.Text("first", apart[0].Body().ID)),
			Remedy: remedyFor(in, *apart[0], *apart[1]),
		})
	}
	return result
}

// subject is one topic, by its id, with everything that tells who discusses it.
type subject struct {
	places []*check.Placed[att.Topic] // in the groups and the forum, in the order of the document
	items  []att.Item                 // on the agenda
	linked [][2]string                // bodies of which one declares to contribute to the other's work on it
}

// subjects returns the topics of the groups and the forum in the order of the document. The preparatory
// meeting and the conference take up reports and draft decisions, which is no second discussion.
func subjects(in check.In[att.Programme]) []*subject {
	var order []*subject
	all := in.Topics()
	byID := make(map[string]*subject, len(all))
	pool := make([]subject, 0, len(all))
	for t := range in.TopicsOf(func(b *att.Body) bool { return group(b.Kind) }) {
		if t.Value.ID == "" {
			continue
		}
		s := byID[t.Value.ID]
		if s == nil {
			pool = append(pool, subject{})
			s = &pool[len(pool)-1]
			byID[t.Value.ID] = s
			order = append(order, s)
		}
		s.places = append(s.places, t)
		if c := t.Value.Continues; c.Programme == "" && c.Topic == t.Value.ID {
			s.linked = append(s.linked, [2]string{t.Body().ID, c.Body})
		}
	}
	agenda := in.Agenda()
	for i := range agenda {
		it := &agenda[i]
		if s := byID[it.Value.Topic]; s != nil && len(s.places) > 1 {
			s.items = append(s.items, it.Value)
		}
	}
	for _, b := range in.Bodies() {
		for _, line := range b.Value.Lines {
			for _, topic := range line.Topics {
				if s := byID[topic]; s != nil && line.Sort == att.ContributesTo {
					s.linked = append(s.linked, [2]string{b.Value.ID, line.To})
				}
			}
		}
	}
	return order
}

// apart returns the first place of each circle of bodies that share the topic: those that always take it
// up jointly, and those that a continuation or contribution links. More than one circle discuss it twice.
func (s *subject) apart() []*check.Placed[att.Topic] {
	if len(s.places) < 2 {
		return s.places
	}
	circle := map[string]string{} // body -> another body of its circle; itself for the last
	for _, t := range s.places {
		circle[t.Body().ID] = t.Body().ID
	}
	last := func(body string) string {
		for circle[body] != body {
			circle[body] = circle[circle[body]]
			body = circle[body]
		}
		return body
	}
	join := func(a, b string) {
		if circle[a] != "" && circle[b] != "" {
			circle[last(a)] = last(b)
		}
	}
	for _, link := range s.linked {
		join(link[0], link[1])
	}
	// Bodies that stand in exactly the same items take the topic up jointly.
	itemsOf := map[string][]byte{}
	for i, it := range s.items {
		for _, body := range it.Bodies {
			itemsOf[body] = append(strconv.AppendInt(itemsOf[body], int64(i), 10), ' ')
		}
	}
	joint := map[string]string{}
	for _, t := range s.places {
		items := string(itemsOf[t.Body().ID])
		if first := joint[items]; items != "" && first != "" {
			join(t.Body().ID, first)
		}
		joint[items] = t.Body().ID
	}
	var firsts []*check.Placed[att.Topic]
	met := map[string]bool{}
	for _, t := range s.places {
		if c := last(t.Body().ID); !met[c] {
			met[c] = true
			firsts = append(firsts, t)
		}
	}
	return firsts
}
