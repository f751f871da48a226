package proposal

import (
	"cmp"
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// closedSittings: operational information is shared among States Parties and signatories only (24d).
func closedSittings() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/24d-closed-sittings",
			Sense:    "The items of the forum on diversion sit behind closed doors: States Parties and signatories only.",
			Severity: check.Note,
			Cites: []att.Citation{
				Cite("24d.2", "the forum shares operational information on cases"),
				{Text: "att-dief-page", Paragraph: "DIEF", Sense: "its meetings are open to States Parties and signatories only (page of the Treaty's secretariat on the forum)", Voice: att.VoicePractice},
			},
			Axis: check.Methods,
			When: "programmes in whose rounds the forum meets",
			Passing: func() check.Example {
				return check.Example{Says: "The forum has a sitting of its own, for States only.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds[0].Days[2].Sittings[0].Access = att.Open
				return check.Example{Says: "The forum sits in an open sitting.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			for _, r := range in.Rounds() {
				if r.Value.Format != att.Cancelled && slices.ContainsFunc(bodiesOf(r.Value), func(id string) bool { return in.Named(id).Role == att.DIEF }) {
					return true
				}
			}
			return in.Programme().Rounds == nil
		},
		Check: func(in check.In[att.Programme]) check.Result {
			var result check.Result
			if !agendasKnown(in) {
				result.Missing = []check.Message{check.Say("the sittings of the forum")}
			}
			for _, it := range in.Agenda() {
				if !ofForum(in, it) {
					continue
				}
				switch cmp.Or(it.Value.Access, it.Sitting().Access, in.Named(it.Value.Bodies[0]).Access) {
				case "":
					result.Missing = append(result.Missing, check.Say("who may be there at {item}", check.Place("item", it.Path)))
				case att.Open, att.Governments:
					result.Findings = append(result.Findings, check.Finding{
						Path:    it.Path,
						Message: departs("paragraph 24d, what is expected", "an item of the forum stands in a sitting that is open to more than States Parties and signatories."),
						Remedy:  check.Say("Move it to a sitting for States Parties and signatories only."),
					})
				}
			}
			return result
		},
	}
}

func ofForum(in check.In[att.Programme], it check.Slot) bool {
	return len(it.Value.Bodies) > 0 && in.Named(it.Value.Bodies[0]).Role == att.DIEF
}
