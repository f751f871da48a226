package proposal

import (
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
)

// fullerMandate: the mandate of the group on implementation grows over the cycles (24a, 10.1).
func fullerMandate() check.AnyRule {
	return check.Rule[check.Change]{
		About: check.About{
			ID:       "proposal/24a-fuller-mandate",
			Sense:    "With a change, the topics of the group on implementation touch no fewer articles of the Treaty than before.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("24a.1", "a fuller agenda or mandate of the group on implementation"),
				Cite("10.1", "the group could do with a fuller mandate"),
			},
			Axis:     check.Topics,
			When:     "changes of programmes with the group on implementation",
			Tensions: []string{fullerOrFewer.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Three articles before, five after.", Before: earlier(), Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				for i := range p.Bodies[0].Mandate.Topics {
					p.Bodies[0].Mandate.Topics[i].Articles = []att.Article{"9"}
				}
				return check.Example{Says: "Three articles before, one after.", Before: earlier(), Programme: p}
			},
		},
		Applies: func(in check.In[check.Change]) bool {
			return in.Value.After.Bodies == nil || has(in, func(b att.Body) bool { return of(in, b, att.WGETI) })
		},
		Check: func(in check.In[check.Change]) check.Result {
			before, missingBefore := articles(in.Value.Before, "before")
			after, missingAfter := articles(in.Value.After, "after")
			if len(after) >= len(before) && missingBefore == nil {
				return check.Result{}
			}
			if missing := append(missingBefore, missingAfter...); missing != nil {
				return check.Result{Missing: missing}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "bodies",
				Message: departs("paragraph 24a", "the topics of the group on implementation touch {after} articles of the Treaty, {before} before.",
					check.Number("after", len(after)), check.Number("before", len(before))),
				Remedy: check.Say("Widen the mandate, and spread its topics over several cycles rather than dropping them."),
			}}}
		},
	}
}

// implementationTopics returns the topics of the group on implementation and its sub-groups, and what is
// missing to know them all.
func implementationTopics(p att.Programme, side string) (topics []att.Topic, missing []check.Message) {
	groups := map[string]bool{}
	for _, b := range p.Bodies {
		groups[b.ID] = b.Role == att.WGETI && working(b.Kind)
	}
	found := false
	for _, b := range p.Bodies {
		if !groups[b.ID] && (b.Kind != att.SubWorkingGroup || !groups[b.Parent]) {
			continue
		}
		found = true
		topics = append(topics, b.Mandate.Topics...)
		if !p.Whole("bodies["+b.ID+"].mandate.topics", b.Mandate.Topics != nil) {
			missing = append(missing, check.Say("the topics of {body} {side}", check.Text("body", b.ID), check.Word("side", side)))
		}
	}
	if !found {
		missing = append(missing, check.Say("the group on implementation {side}", check.Word("side", side)))
	}
	return topics, missing
}

// articles returns the articles, without their paragraphs, that the topics of the group on implementation
// touch, and what is missing to know them all.
func articles(p att.Programme, side string) (map[string]bool, []check.Message) {
	topics, missing := implementationTopics(p, side)
	touched := map[string]bool{}
	for _, t := range topics {
		if len(t.Articles) == 0 {
			missing = append(missing, check.Say("the articles of topic {topic} {side}", check.Text("topic", t.ID), check.Word("side", side)))
		}
		for _, a := range t.Articles {
			number, _, _ := strings.Cut(string(a), "(")
			touched[number] = true
		}
	}
	return touched, missing
}
