package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// participation: the share of States Parties that take part does not fall with the change (6).
func participation() check.AnyRule {
	return check.Rule[check.Change]{
		About: check.About{
			ID:       "proposal/6-participation",
			Sense:    "With the change, no smaller share of the States Parties takes part in the in-person rounds, counted against those that could come at the time.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("6", "low participation is linked with the need for a review")},
			Axis:     check.Methods,
			When:     "changes",
			Passing: func() check.Example {
				return check.Example{Says: "90 of 113 States Parties before, 100 of 113 after.", Before: attended(earlier(), 90, 113), Programme: attended(example(), 100, 113)}
			},
			Failing: func() check.Example {
				return check.Example{Says: "90 of 113 States Parties before, 80 of 115 after.", Before: attended(earlier(), 90, 113), Programme: attended(example(), 80, 115)}
			},
		},
		Check: func(in check.In[check.Change]) check.Result {
			before, of, missing := present(in.Value.Before, "before")
			after, ofAfter, more := present(in.Value.After, "after")
			if missing = append(missing, more...); missing != nil {
				return check.Result{Missing: missing}
			}
			if int64(after)*int64(of) >= int64(before)*int64(ofAfter) {
				return check.Result{}
			}
			return check.Result{Findings: []check.Finding{{
				Path: "rounds",
				Message: departs("paragraph 6, what some delegations said", "{after} % of the States Parties take part in the in-person rounds, {before} % before.",
					check.Number("after", percent(after, ofAfter)), check.Number("before", percent(before, of))),
				Remedy: check.Say("Ask those who stay away why; dates, remote access, sponsorship and topics can each be a reason."),
			}}}
		},
	}
}

// present adds up who took part in the in-person rounds, of how many that could have.
func present(p att.Programme, side string) (count, of int, missing []check.Message) {
	if p.Rounds == nil {
		return 0, 0, []check.Message{check.Say("the rounds of meetings {side}", check.Word("side", side))}
	}
	paths := check.Path("rounds").Elements(len(p.Rounds), func(i int) string { return p.Rounds[i].ID })
	for i, r := range p.Rounds {
		if r.Format != "" && !r.Format.InRoom() {
			continue
		}
		n, could, known := statesParties(r)
		if !known {
			missing = append(missing, check.Say("how many States Parties took part in {round} {side}, and how many there were", check.Place("round", paths[i]), check.Word("side", side)))
		}
		count, of = count+n, of+could
	}
	if of == 0 && missing == nil {
		missing = []check.Message{check.Say("an in-person round {side}", check.Word("side", side))}
	}
	return count, of, missing
}

// statesParties returns how many States Parties took part in a round, of how many, and whether that is known.
func statesParties(r att.Round) (count, of int, known bool) {
	for _, p := range r.Participation {
		if p.Group == att.StatesParties && p.Count.Exact() && p.Of.Exact() && p.Of.N > 0 {
			return p.Count.N, p.Of.N, true
		}
	}
	return 0, 0, false
}
