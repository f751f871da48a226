package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// priorities: a paper of the Secretariat lists what is pressing, and the topics refer to it (8.2).
func priorities() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/8.2-priorities",
			Sense:    "A background paper of the Secretariat lists pressing issues, priorities and goals of practical implementation, and the topics of the group on implementation refer to it.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("8.2", "the Secretariat identifies and streamlines pressing issues, priorities and goals, as the base of later discussions")},
			Axis:     check.Topics,
			Passing: func() check.Example {
				return check.Example{Says: "The topics refer to a paper of the Secretariat.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Bodies[0].Mandate.Topics[1].Papers = []string{}
				return check.Example{Says: "One topic does not refer to it.", Programme: p}
			},
		},
		Applies: hasRole(att.WGETI),
		Check: func(in check.In[att.Programme]) check.Result {
			p := in.Programme()
			if p.Bodies == nil {
				return check.Result{Missing: unknownBodies(in)}
			}
			var papers []string
			for _, d := range p.Documents {
				if d.Kind == att.BackgroundPaper && (d.Issuer == string(att.Secretariat) || in.Named(d.Issuer).Role == att.Secretariat) {
					papers = append(papers, d.ID)
				}
			}
			if papers == nil {
				if !p.Whole("documents", p.Documents != nil) {
					return check.Missing(check.Say("the documents of the cycle"))
				}
				return check.Result{Findings: []check.Finding{{
					Path: "documents",
					Message: departs("paragraph 8, what other delegations said",
						"no background paper of the Secretariat lists pressing issues, priorities and goals.").Keyed("proposal/8.2-priorities.none"),
					Remedy: check.Say("Ask the Secretariat for a short paper, as the base of the discussions.").Keyed("proposal/8.2-priorities.none.remedy"),
				}}}
			}
			return refer(in, papers)
		},
	}
}

// refer looks for topics that refer to none of the papers.
func refer(in check.In[att.Programme], papers []string) check.Result {
	topics, missing := topicsOf(in, att.WGETI)
	var without []*check.Placed[att.Topic]
	for _, t := range topics {
		if t.Value.Papers == nil {
			missing = append(missing, check.Say("the papers of {topic}", check.Place("topic", t.Path)))
		} else if !slices.ContainsFunc(t.Value.Papers, func(id string) bool { return slices.Contains(papers, id) }) {
			without = append(without, t)
		}
	}
	if without == nil {
		return check.Result{Missing: missing}
	}
	return check.Result{Findings: []check.Finding{{
		Path: without[0].Path, Related: paths(without[1:]),
		Message: departs("paragraph 8, what other delegations said", "{count} topics of the group on implementation do not refer to the Secretariat's paper {paper}.",
			check.Number("count", len(without)), check.Text("paper", papers[0])),
		Remedy: check.Say("Say for each topic which issue of the paper it takes up, or leave it to a later cycle."),
	}}}
}
