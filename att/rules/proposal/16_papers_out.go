package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// papersOut: the papers of the round are out before it opens (16.2).
func papersOut() check.AnyRule {
	return check.Rule[att.Round]{
		About: check.About{
			ID:       "proposal/16-papers-out",
			Sense:    "The papers for a round, its bodies and their topics go out before it opens.",
			Severity: check.Note,
			Cites: []att.Citation{
				Cite("16.2", "documents go out in time, and delegations have time to prepare"),
				Cite("27b", "documents go out in time"),
			},
			Axis: check.Time,
			When: "rounds with papers",
			Passing: func() check.Example {
				return check.Example{Says: "All papers are out in March for a round in April.", Programme: example()}
			},
			Failing: func() check.Example {
				p := example()
				p.Documents[1].Distributed = att.MustDate("2024-04-16")
				return check.Example{Says: "A paper goes out on the second day of the round.", Programme: p}
			},
		},
		Applies: func(in check.In[att.Round]) bool { return in.Value.Format != att.Cancelled },
		Check:   func(in check.In[att.Round]) check.Result { return late(in, 0, "proposal/16-papers-out") },
	}
}

// late looks for papers that go out less than the given days before the round; 0 asks that they are out when
// it opens.
func late(in check.In[att.Round], days int, key string) check.Result {
	papers := PapersFor(in.Programme(), in.Value)
	first, last := span(in.Value)
	var result check.Result
	if len(papers) > 0 && first.IsZero() {
		return check.Missing(check.Say("the first day of {round}", check.Place("round", in.Path)))
	}
	for _, i := range papers {
		d, place := in.Documents()[i].Value, in.Documents()[i].Path
		if d.Distributed.IsZero() {
			result.Missing = append(result.Missing, check.Say("when {paper} went out", check.Place("paper", place)))
			continue
		}
		lead := d.Distributed.DaysUntil(first)
		if lead >= max(days, 1) || d.Distributed.After(last) { // what comes after the round is not for it
			continue
		}
		f := check.Finding{Path: place.Field("distributed"), Related: []check.Path{in.Path}}
		if days == 0 {
			f.Message = departs("paragraph 16, what some delegations said", "paper {paper} goes out on {day}, when the round has opened on {first}.",
				check.Text("paper", d.ID), check.Date("day", d.Distributed), check.Date("first", first))
		} else {
			f.Message = departs("paragraph 16, what some delegations said", "paper {paper} goes out on {day}, {lead} days before the round; you ask for {days}.",
				check.Text("paper", d.ID), check.Date("day", d.Distributed), check.Number("lead", lead), check.Number("days", days))
		}
		f.Message = f.Message.Keyed(key)
		f.Remedy = check.Say("Send it out earlier, or take its topic off this round.").Keyed(key + ".remedy")
		result.Findings = append(result.Findings, f)
	}
	if p := in.Programme(); result.Findings == nil && !p.Whole("documents", p.Documents != nil) {
		result.Missing = append(result.Missing, check.Say("the documents of the cycle"))
	}
	return result
}
