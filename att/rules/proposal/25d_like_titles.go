package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/internal/likeness"
)

// likeTitles: no two topics of the groups say the same in their titles (25d). Items of the forum carry no case
// titles and are not compared.
func likeTitles() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/25d-like-titles",
			Sense:    "No two topics of the working groups say the same in their titles, in another order, inflection or script, unless one continues or contributes to the other.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("25d", "do away with duplicated work, and avoid discussing the same thing again")},
			Axis:     check.Topics,
			When:     "topics of working groups; those of the forum are not compared",
			Tensions: []string{linkedOrTwice.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Every title says something else.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[1].Mandate.Topics = append(p.Bodies[1].Mandate.Topics, topic("keep-lists", "The keeping of a control list", "", att.NationalPractice, "5(4)"))
				return check.Example{Says: "Keeping control lists, and the keeping of a control list.", Programme: p}
			},
		},
		Check: sayTheSame,
	}
}

func sayTheSame(in check.In[att.Programme]) check.Result {
	result := check.Result{Missing: append(unknownBodies(in), unknownTopics(in, workingGroup)...)}
	topics, titles := make([]*check.Placed[att.Topic], 0, len(in.Topics())), make([]att.Text, 0, len(in.Topics()))
	for t := range in.TopicsOf(func(b *att.Body) bool { return working(b.Kind) }) {
		topics, titles = append(topics, t), append(titles, t.Value.Title)
	}
	shared := sharingIn(in)
	pairs, complete := likeness.Pairs(titles, func(i, j int) bool {
		return topics[i].Value.ID == topics[j].Value.ID || shared.excuses(*topics[i], *topics[j])
	})
	for _, pair := range pairs {
		first, second := topics[pair.I], topics[pair.J]
		a, _ := first.Value.Title.In(pair.Lang)
		b, _ := second.Value.Title.In(pair.Lang)
		result.Findings = append(result.Findings, check.Finding{
			Path: second.Path.Field("title").Field(string(pair.Lang)), Related: []check.Path{first.Path.Field("title").Field(string(pair.Lang))},
			Message: departs("paragraph 25d", "\"{second}\" ({body}) says the same as \"{first}\" ({other}).",
				check.Text("second", b), check.Text("body", second.Body().ID), check.Text("first", a), check.Text("other", first.Body().ID)),
			Remedy: remedyFor(in, *first, *second),
		})
	}
	if !complete {
		result.Missing = append(result.Missing, check.Say("a comparison of every title with every other: there are too many alike"))
	}
	return result
}
