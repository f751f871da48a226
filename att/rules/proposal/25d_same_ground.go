package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// sameGround: no two bodies cover the same articles at the same stage with the same focus under different
// topics (25d).
func sameGround() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/25d-same-ground",
			Sense:    "No two groups, sub-groups or the forum have topics on the same articles, at the same stage and with the same focus, unless one continues or contributes to the other.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("25d", "do away with duplicated work, and avoid discussing the same thing again")},
			Axis:     check.Topics,
			Tensions: []string{linkedOrTwice.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Each topic has its own articles, stage and focus.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[1].Mandate.Topics = append(p.Bodies[1].Mandate.Topics, topic("goods", "Goods under control", "control-system", att.NationalPractice, "5(2)", "3"))
				return check.Example{Says: "Two groups discuss national practice under Articles 3 and 5(2) in the control system.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			result := check.Result{Missing: append(unknownBodies(in), unknownTopics(in, func(b att.Body) bool { return group(b.Kind) })...)}
			shared := sharingIn(in)
			all := in.Topics()
			first := make(map[string]*check.Placed[att.Topic], len(all))
			for t := range in.TopicsOf(func(b *att.Body) bool { return group(b.Kind) }) {
				ground := groundOf(t)
				if ground == "" {
					result.Missing = append(result.Missing, check.Say("the articles or the focus of {topic}", check.Place("topic", t.Path)))
					continue
				}
				other, taken := first[ground]
				if !taken {
					first[ground] = t
					continue
				}
				if other.Body().ID == t.Body().ID || other.Value.ID == t.Value.ID || shared.excuses(*other, *t) {
					continue
				}
				result.Findings = append(result.Findings, check.Finding{
					Path: t.Path, Related: []check.Path{other.Path},
					Message: departs("paragraph 25d", "topic {second} of {body} covers the same articles, stage and focus as topic {first} of {other}.",
						check.Text("second", t.Value.ID), check.Text("body", t.Body().ID), check.Text("first", other.Value.ID), check.Text("other", other.Body().ID)),
					Remedy: remedyFor(in, *other, *t),
				})
			}
			return result
		},
	}
}

// groundOf puts the articles, the stage and the focus of a topic into one word; empty when the articles or the
// focus are unknown, or the topic is not one of the groups'.
func groundOf(t *check.Placed[att.Topic]) string {
	if len(t.Value.Articles) == 0 || t.Value.Focus == "" {
		return ""
	}
	var few [8]att.Article
	list := append(few[:0], t.Value.Articles...)
	slices.Sort(list)
	key := make([]byte, 0, 96)
	for _, a := range slices.Compact(list) {
		key = append(append(key, a...), ' ')
	}
	return string(append(append(append(append(key, '|'), t.Value.Stage...), '|'), t.Value.Focus...))
}

// sharing knows which topics bodies declare to share.
type sharing struct {
	contributions map[[3]string]bool // from body, to body, topic
}

func sharingIn(in check.In[att.Programme]) sharing {
	s := sharing{contributions: map[[3]string]bool{}}
	for _, b := range in.Bodies() {
		for _, line := range b.Value.Lines {
			for _, topic := range line.Topics {
				if line.Sort == att.ContributesTo {
					s.contributions[[3]string{b.Value.ID, line.To, topic}] = true
				}
			}
		}
	}
	return s
}

// excuses reports whether one of two topics continues the other, or the body of one declares to contribute
// to the other.
func (s sharing) excuses(a, b check.Placed[att.Topic]) bool {
	continues := func(x, y check.Placed[att.Topic]) bool {
		c := x.Value.Continues
		return c.Programme == "" && c.Topic == y.Value.ID && c.Topic != "" && c.Body == y.Body().ID
	}
	contributes := func(x, y check.Placed[att.Topic]) bool {
		return s.contributions[[3]string{x.Body().ID, y.Body().ID, y.Value.ID}]
	}
	return continues(a, b) || continues(b, a) || contributes(a, b) || contributes(b, a)
}

// remedyFor says which way out fits two topics that are discussed twice: one of the forum and one of a group are
// kept apart; those of one body, or of a group and its sub-group, are merged; a group beside the one on
// implementation contributes to it; two on the agenda of one round become a joint item; else one continues
// the other.
func remedyFor(in check.In[att.Programme], a, b check.Placed[att.Topic]) check.Message {
	x, y := a.Body(), b.Body()
	family := func(b att.Body) string {
		if b.Kind == att.SubWorkingGroup {
			return b.Parent
		}
		return b.ID
	}
	say := func(kind, english string) check.Message {
		return check.Say(english).Keyed("proposal/25d.remedy." + kind)
	}
	switch {
	case x.Kind == att.Forum || y.Kind == att.Forum:
		return say("forum", "Leave cases to the forum and policy to the group; the forum's Chair may brief the group (24d).")
	case family(x) == family(y):
		return say("merge", "Merge the two, and leave the topic in one mandate.")
	case in.Role(x) == att.WGETI || in.Role(y) == att.WGETI:
		return say("contribution", "Leave the topic to the group on implementation, and declare that the other group contributes to it (24b, 24c).")
	case onAgenda(in, a) && onAgenda(in, b):
		return say("joint", "Take it up as a joint item of both bodies.")
	}
	return say("continuation", "Let one body begin and declare that the other continues its work, or leave the topic in one mandate.")
}

func onAgenda(in check.In[att.Programme], t check.Placed[att.Topic]) bool {
	return slices.ContainsFunc(in.Agenda(), func(it check.Slot) bool {
		return it.Value.Topic == t.Value.ID && slices.Contains(it.Value.Bodies, t.Body().ID)
	})
}
