package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// participationShare: at least the caller's share of the States Parties takes part in each round (6).
func participationShare(least int) check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:         "proposal/6-participation-share",
			Sense:      "At least the caller's share of the States Parties of the day takes part in an in-person round.",
			Severity:   check.Note,
			Cites:      []att.Citation{Cite("6", "low participation is linked with the need for a review")},
			Axis:       check.Methods,
			When:       "in-person rounds, if the caller sets the share",
			Thresholds: parameter("share of the States Parties that take part in a round, at least", least, "%"),
			Passing: func() check.Example {
				return check.Example{Says: "110 of 113 States Parties take part.", Programme: attended(example(), 110, 113)}
			},
			Failing: func() check.Example {
				return check.Example{Says: "50 of 113 States Parties take part.", Programme: attended(example(), 50, 113)}
			},
		},
		Applies: func(in check.In[att.Round]) bool { return least > 0 && inRoom(in) },
		Check: func(in check.In[att.Round]) check.Result {
			count, of, known := statesParties(in.Value)
			if !known {
				return check.Missing(check.Say("how many States Parties took part in {round}, and how many there were", check.Place("round", in.Path)))
			}
			if int64(count)*100 >= int64(of)*int64(least) {
				return check.Result{}
			}
			return in.Departs(
				departs("paragraph 6, what some delegations said", "{count} of {of} States Parties take part, less than the {least} % that you set.",
					check.Number("count", count), check.Number("of", of), check.Number("least", least)),
				check.Say("Ask those who stay away why; dates, remote access, sponsorship and topics can each be a reason."))
		},
	}
}
