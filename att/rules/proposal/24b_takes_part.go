package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// transparencyTakesPart: the group on transparency and reporting takes part in discussions of the group on
// implementation (24b.2).
func transparencyTakesPart() check.AnyRule {
	return check.Rule[att.Body]{
		About: check.About{
			ID:       "proposal/24b-takes-part",
			Sense:    "The group on transparency and reporting takes part in named discussions of the group on implementation.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("24b.2", "the group takes part in the discussions about transparency and reporting")},
			Axis:     check.Topics,
			When:     "the group on transparency and reporting",
			Tensions: []string{linkedOrTwice.Sense},
			Passing: func() check.Example {
				return check.Example{Says: "Its contribution names the topic.", Programme: example()}
			},
			Failing: func() check.Example {
				p := alone(1)
				p.Bodies[1].Lines = []att.Line{{Sort: att.ContributesTo, To: "wgeti"}}
				return check.Example{Says: "It contributes in general, and to no topic.", Programme: p}
			},
		},
		Applies: the(att.WGTR),
		Check: func(in check.In[att.Body]) check.Result {
			return contributes(in, true, check.Result{Findings: []check.Finding{{
				Path:    in.Path,
				Message: departs("paragraph 24b, what is expected", "the group on transparency and reporting takes part in no discussion of the group on implementation that is named."),
				Remedy:  check.Say("Name the topics of the group on implementation to which it contributes, or hold joint items."),
			}}})
		},
	}
}
