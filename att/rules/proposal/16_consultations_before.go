package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// consultationsBefore: informal consultations prepare what the round discusses (16.3).
func consultationsBefore() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/16-consultations-before",
			Sense:    "A consultation between sessions comes before the round, on what the round will discuss.",
			Severity: check.Note,
			Cites: []att.Citation{
				Cite("16.3", "informal consultations on what the coming meetings will discuss"),
				Cite("17", "fewer meetings are supplemented by informal consultations"),
			},
			Axis:     check.Methods,
			When:     "programmes with rounds",
			Tensions: []string{oneRoundOrTwo.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "A consultation in February prepares a round in April.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Consultations = p.Consultations[1:]
				return check.Example{Says: "All consultations come after the round.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			return in.Programme().Rounds == nil || len(in.Programme().Rounds) > 0
		},
		Check: func(in check.In[att.Programme]) check.Result {
			first, _ := roundsSpan(in.Programme())
			return consults(in, "before the round", func(t att.Consultation) (fits, unknown bool) {
				return t.Start.Before(first) && len(t.Follows) <= len(t.Prepares), t.Start.IsZero() || first.IsZero()
			}, check.Finding{
				Path:    "consultations",
				Message: departs("paragraph 16, what some delegations said", "no consultation comes before the round."),
				Remedy:  check.Say("Hold a small-group or regional consultation on what the round will discuss."),
			})
		},
	}
}

// consults returns the finding unless some consultation that was not cancelled fits.
func consults(in check.In[att.Programme], when string, fits func(att.Consultation) (fits, unknown bool), finding check.Finding) check.Result {
	p := in.Programme()
	var missing []check.Message
	for _, t := range p.Consultations {
		if t.Format == att.Cancelled {
			continue
		}
		switch ok, unknown := fits(t); {
		case ok:
			return check.Result{}
		case unknown:
			missing = append(missing, check.Say("whether consultation {consultation} comes {when}", check.Text("consultation", t.ID), check.Word("when", when)))
		}
	}
	if !p.Whole("consultations", p.Consultations != nil) {
		missing = append(missing, check.Say("whether there are consultations {when}", check.Word("when", when)))
	}
	if missing != nil {
		return check.Result{Missing: missing}
	}
	return check.Result{Findings: []check.Finding{finding}}
}
