package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// nationalPapers: States show their experience in working papers (9.6).
func nationalPapers() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/9.6-national-papers",
			Sense:    "National working papers are among the documents of the cycle.",
			Severity: check.Note,
			Cites:    []att.Citation{Cite("9.6", "national working papers that show national experience are encouraged")},
			Axis:     check.Methods,
			Passing: func() check.Example {
				return check.Example{Says: "A State shows its practice in a working paper.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Documents = slices.DeleteFunc(p.Documents, func(d att.Document) bool { return d.Kind == att.NationalWorkingPaper })
				return check.Example{Says: "No State submits a working paper.", Programme: p}
			},
		},
		Check: func(in check.In[att.Programme]) check.Result {
			p := in.Programme()
			if slices.ContainsFunc(p.Documents, func(d att.Document) bool { return d.Kind == att.NationalWorkingPaper }) {
				return check.Result{}
			}
			if !p.Whole("documents", p.Documents != nil) {
				return check.Missing(check.Say("the documents of the cycle"))
			}
			return check.Result{Findings: []check.Finding{{
				Path:    "documents",
				Message: departs("paragraph 9, what a participant noted", "no national working paper is among the documents."),
				Remedy:  check.Say("Invite States to show their practice in short working papers, as in the early cycles."),
			}}}
		},
	}
}
