package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// officesConsulted: the President sets days and hours in consultation with office holders and Secretariat
// (25b).
func officesConsulted() check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:       "proposal/25b-consulted",
			Sense:    "The President sets days and hours of the round in consultation with the office holders and the Secretariat.",
			Severity: check.Warning,
			Cites:    []att.Citation{Cite("25b", "the President consults the office holders concerned and the Secretariat")},
			Axis:     check.Methods,
			When:     "in-person rounds",
			Passing: func() check.Example {
				return check.Example{Says: "Both were consulted.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Rounds[0].Consulted = []att.Office{att.HeadOfSecretariat}
				return check.Example{Says: "Only the Secretariat was consulted.", Programme: p}
			},
		},
		Applies: inRoom,
		Check: func(in check.In[att.Round]) check.Result {
			switch {
			case in.Value.Consulted == nil:
				return check.Missing(check.Say("who was consulted before days and hours of {round} were set", check.Place("round", in.Path)))
			case in.Value.HoursSetBy == "":
				return check.Missing(check.Say("who set days and hours of {round}", check.Place("round", in.Path)))
			}
			holders := slices.ContainsFunc(in.Value.Consulted, func(o att.Office) bool {
				return o == att.OfficeHolders || o == att.Chair || o == att.CoChairs || o == att.Facilitator
			})
			if holders && slices.Contains(in.Value.Consulted, att.HeadOfSecretariat) && in.Value.HoursSetBy == att.President {
				return check.Result{}
			}
			return in.Departs(departs("paragraph 25b", "days and hours were not set by the President in consultation with both the office holders and the Secretariat."),
				check.Say("Let the President ask the chairs and facilitators concerned, and the Secretariat, before the hours are fixed."))
		},
	}
}
