package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// openChange: a change is proposed in a document that goes round in time to be discussed (7).
func openChange() check.AnyRule {
	return check.Rule[check.Change]{
		About: check.About{
			ID:       "proposal/7-open-change",
			Sense:    "A change to the programme of work is proposed in a paper of the Management Committee that goes round before a meeting that can discuss it.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("7.1", "changes are considered and discussed fully and openly")},
			Axis:     check.Methods,
			When:     "changes",
			Passing: func() check.Example {
				return check.Example{Says: "The Committee's background paper went out before the round of the cycle before.", Before: earlier(), Programme: example()}
			},
			Failing: func() check.Example {
				before, after := earlier(), example()
				before.Documents = []att.Document{}
				after.Documents = slices.DeleteFunc(after.Documents, func(d att.Document) bool { return d.Issuer == "mc" })
				return check.Example{Says: "No paper proposes the change.", Before: before, Programme: after}
			},
		},
		Check: func(in check.In[check.Change]) check.Result {
			after, missing := proposedIn(in.Value.After, "after")
			before, unknown := proposedIn(in.Value.Before, "before")
			switch missing = append(missing, unknown...); {
			case after || before:
				return check.Result{}
			case missing != nil:
				return check.Result{Missing: missing}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "documents",
				Message: departs("paragraph 7, what some delegations said",
					"no paper of the Management Committee that went round before a round proposes the change, neither in the cycle before nor in this one."),
				Remedy: check.Say("Circulate a paper that sets the change beside what it replaces, before a meeting where delegations can discuss it."),
			}}}
		},
	}
}

// proposedIn reports whether the change was proposed openly in the programme on one side of it, and what is missing
// to tell.
func proposedIn(p att.Programme, side string) (proposed bool, missing []check.Message) {
	proposed, unclear := proposedOpenly(p)
	if unclear || !p.Whole("documents", p.Documents != nil) {
		missing = []check.Message{check.Say("the documents that proposed the change, in the programme {side}", check.Word("side", side))}
	}
	return proposed, missing
}

// proposedOpenly reports whether a paper of the Management Committee went out before the last round for
// something that meets in a round, and whether that hangs on an unknown date.
func proposedOpenly(p att.Programme) (proposed, unclear bool) {
	conferences := map[string]bool{}
	committee := map[string]bool{string(att.ManagementCommittee): true}
	for _, b := range p.Bodies {
		conferences[b.ID] = b.Kind == att.ConferenceBody
		committee[b.ID] = committee[b.ID] || b.Role == att.ManagementCommittee
	}
	_, end := roundsSpan(p)
	for _, d := range p.Documents {
		if !committee[d.Issuer] || conferences[d.For] || d.Kind != att.BackgroundPaper && d.Kind != att.DraftDecision {
			continue
		}
		if d.Distributed.IsZero() || end.IsZero() {
			unclear = true
			continue
		}
		proposed = proposed || !d.Distributed.After(end)
	}
	return proposed, unclear
}
