package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// onlinePart: online or hybrid forms have a part in the meetings or in the consultations (13).
func onlinePart() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/13-online-part",
			Sense:    "Some meeting of the rounds, or some consultation, is online or hybrid, so that people elsewhere can take part; watching a stream is not taking part.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("13", "online or hybrid forms have a part in inclusive and efficient meetings")},
			Axis:     check.Methods,
			Tensions: []string{restrictedOrInclusive.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "The consultations are online.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				for i := range p.Consultations {
					p.Consultations[i].Format = att.InPerson
				}
				return check.Example{Says: "Everything is in person, and the round is streamed only.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			var missing []check.Message
			p := in.Programme()
			for _, r := range in.Rounds() {
				if remote(r.Value.Format) {
					return check.Result{}
				}
				if r.Value.Format == "" {
					missing = append(missing, check.Say("the format of {round}", check.Place("round", r.Path)))
				}
			}
			for _, it := range in.Agenda() {
				if remote(it.Sitting().Format) {
					return check.Result{}
				}
			}
			for _, t := range p.Consultations {
				if remote(t.Format) || t.Format == att.Platform {
					return check.Result{}
				}
				if t.Format == "" {
					missing = append(missing, check.Say("the format of consultation {consultation}", check.Text("consultation", t.ID)))
				}
			}
			if p.Rounds == nil {
				missing = append(missing, check.Say("the rounds of meetings"))
			}
			if !p.Whole("consultations", p.Consultations != nil) {
				missing = append(missing, check.Say("whether there are consultations between sessions, and in which form"))
			}
			if missing != nil {
				return check.Result{Missing: missing}
			}
			return check.Result{Findings: []check.Finding{{
				Path:    "rounds",
				Message: departs("paragraph 13, what delegations said", "nobody can take part from elsewhere, neither in the rounds nor in consultations."),
				Remedy:  check.Say("Hold some consultations online or hybrid, or give remote access to a part of the round."),
			}}}
		},
	}
}

// remote reports whether people elsewhere can take part.
func remote(f att.Format) bool {
	return f == att.Hybrid || f == att.Virtual || f == att.InPersonWithRemote
}
