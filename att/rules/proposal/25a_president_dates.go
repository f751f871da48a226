package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// presidentDates: the President of the conference sets the dates (25a). Whether they clash with the
// disarmament calendar needs a calendar.
func presidentDates() check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:       "proposal/25a-president-dates",
			Sense:    "The President of the conference sets the dates of the round.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("25a", "the President sets the dates, with the disarmament calendar in view")},
			Axis:     check.Time,
			When:     "in-person rounds",
			Passing: func() check.Example {
				return check.Example{Says: "The President set the dates.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds[0].DatesSetBy = att.HeadOfSecretariat
				return check.Example{Says: "The Secretariat set the dates.", Programme: p}
			},
		},
		Applies: inRoom,
		Check: func(in check.In[att.Round]) check.Result {
			switch in.Value.DatesSetBy {
			case att.President:
				return check.Result{}
			case "":
				return check.Missing(check.Say("who set the dates of {round}", check.Place("round", in.Path)))
			}
			return in.Departs(departs("paragraph 25a", "the dates are set by {office}.", check.Word("office", in.Value.DatesSetBy)),
				check.Say("Let the President of the conference set them, with the disarmament calendar and other main UN events in view."))
		},
	}
}
