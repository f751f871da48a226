package assess

import (
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
)

// Advantage is one of those that paragraph 27 promises, with what bears on it.
type Advantage struct {
	Passage       proposal.Passage // 27a to 27e, in our own words
	Verdict       Verdict
	Measures      []Measure
	Rules         []Outcomes    // of the rules that cite the passage, or one that it hangs on, in the order of ids
	Possibilities []Possibility // that the passage leaves open
}

// Verdict says how far an advantage was measured, and never how large it is.
type Verdict string

// The verdicts.
const (
	Measured     Verdict = "measured"         // every measure is known exactly, on both sides where there are two
	MeasuredPart Verdict = "measured in part" // some are known on both sides, or only from below, or leave something out
	NotMeasured  Verdict = "unknown"          // none is known on both sides
)

// Outcomes are those of one rule of the draft. Before is empty where there is no programme before.
type Outcomes struct {
	Rule   string        `json:"rule"`
	Before check.Outcome `json:"before,omitzero"`
	After  check.Outcome `json:"after"`
}

// Possibility is something that the draft says may be done, and whether it is done before and after. Not doing it is
// no fault.
type Possibility struct {
	ID            string
	Cites         []att.Citation
	Sense         string       // what may be done
	Before, After proposal.Use // Before is empty where there is no programme before
	WhereBefore   []check.Path // nil where it is not used or unknown
	WhereAfter    []check.Path
}

// Gap is something that is missing to measure an advantage.
type Gap struct {
	Measure string // its id
	Before  bool   // on the side before the change
	Message check.Message
}

// Missing returns what is missing to measure the advantage in full, in the order of the measures.
func (a Advantage) Missing() []Gap {
	var list []Gap
	for _, m := range a.Measures {
		for _, g := range m.Before.Gaps {
			list = append(list, Gap{m.ID, true, g})
		}
		for _, g := range m.After.Gaps {
			list = append(list, Gap{m.ID, false, g})
		}
	}
	return list
}

// promise is a passage of paragraph 27 with the measures of the lenses that bear on it, those of its own, and the passages
// whose rules do.
type promise struct {
	passage  string
	measures []string
	own      []definition
	rules    []string
}

func promises() []promise {
	return []promise{
		{"27a", []string{"states-parties"}, []definition{
			{
				"spare-minutes", check.Say("Minutes of the rounds without items"), check.Say("Of the minutes of the sittings, those that no item takes: room for what comes up."),
				[]string{"25b", "27a"},
				spareMinutes,
			},
			{
				"current-topics", check.Say("Topics kept for current issues"), check.Say("Topics of the group on implementation and of its sub-groups that are room for issues that come up."),
				[]string{"24a.3", "27a"},
				currentTopics,
			},
		}, []string{"27a", "25b"}},
		{"27b", []string{"round-papers-out", "round-paper-days", "conference-papers-out", "conference-paper-days"}, nil, []string{"27b", "16.2"}},
		{"27c", []string{"round-paper-days", "days-before-rounds"}, []definition{{
			"capital-experts", check.Say("Experts from capitals that took part in the in-person rounds"), check.Say("Added up over the rounds: officials who came from their capitals."),
			[]string{"27c"},
			func(v *view) Reading { return v.present(att.CapitalExperts, false) },
		}}, []string{"27c", "16.2"}},
		{"27d", []string{"consultations", "consultation-days"}, nil, []string{"27d", "16.3", "26"}},
		{"27e", []string{"cost", "saving", "saving-conference-budget", "saving-voluntary-funds", "saving-delegations", "saving-host", "new-costs", "break-even-days"}, nil, []string{"27e", "8.1"}},
	}
}

func spareMinutes(v *view) Reading {
	rounds, open := v.inRoom()
	why := agendasUnknown()
	free, of := 0, 0
	for _, r := range rounds {
		f, o, known := proposal.Spare(r)
		if !known {
			return missing(why)
		}
		free, of = free+f, of+o
	}
	switch {
	case open:
		return missing(why)
	case len(rounds) == 0:
		return missing(noRounds())
	}
	r := v.reading(Share{att.Exactly(max(0, free)), att.Exactly(of)}, behindRounds(rounds))
	if free < 0 {
		r.Gaps = []check.Message{gap("overfull", "The items want {minutes} minutes more than the sittings have.", check.Number("minutes", -free))}
	}
	return r
}

func currentTopics(v *view) Reading {
	topics, open := v.topics(func(b att.Body) bool { return working(b) && v.role(b) == att.WGETI })
	var behind []att.Provenance
	for _, t := range topics {
		if t.Current {
			behind = append(behind, t.Provenance)
		}
	}
	return v.reading(count(att.Counted(len(behind), open)), behind, gap("wgeti-topics", "Not all topics of the group on implementation are known."))
}

// advantages joins what bears on each promise.
func (w *work) advantages(a Assessment) []Advantage {
	passages := map[string]proposal.Passage{}
	for _, p := range proposal.Passages() {
		passages[p.Number] = p
	}
	var list []Advantage
	for _, p := range promises() {
		adv := Advantage{Passage: passages[p.passage], Measures: w.measures(p.own)}
		for _, id := range p.measures {
			if m, ok := a.Measure(id); ok { // what is only of a change is not there without one
				adv.Measures = append(adv.Measures, m)
			}
		}
		for _, possibility := range a.Possibilities {
			if slices.ContainsFunc(possibility.Cites, func(c att.Citation) bool { return c.Paragraph == p.passage }) {
				adv.Possibilities = append(adv.Possibilities, possibility)
			}
		}
		adv.Rules = w.outcomes(p.rules)
		adv.Verdict = w.verdict(adv)
		list = append(list, adv)
	}
	return list
}

// verdict says how far the measures of an advantage, and the uses of what it leaves open, are known.
func (w *work) verdict(a Advantage) Verdict {
	all, some := true, false
	judge := func(known, exact bool) { all, some = all && exact, some || known }
	for _, m := range a.Measures {
		one := m.OfChange || !w.compared
		judge(m.After.Value != nil && (one || m.Before.Value != nil), m.After.Exact() && (one || m.Before.Exact()))
	}
	for _, p := range a.Possibilities {
		known := p.After != proposal.UseUnknown && p.Before != proposal.UseUnknown
		judge(known, known)
	}
	switch {
	case all:
		return Measured
	case some:
		return MeasuredPart
	}
	return NotMeasured
}

// passages says which rules cite each passage of the draft.
func passages(rules []check.About) map[string][]string {
	cites := map[string][]string{}
	for _, about := range rules {
		for _, c := range about.Cites {
			if c.Text == proposal.Text {
				cites[c.Paragraph] = append(cites[c.Paragraph], about.ID)
			}
		}
	}
	return cites
}

// outcomes returns what the rules that cite the passages came to.
func (w *work) outcomes(numbers []string) []Outcomes {
	var ids []string
	for _, n := range numbers {
		ids = append(ids, w.cites[n]...)
	}
	slices.SortFunc(ids, strings.Compare)
	var list []Outcomes
	for _, id := range slices.Compact(ids) {
		o := Outcomes{Rule: id, After: outcomeOf(w.after.report, id)}
		if w.compared {
			o.Before = outcomeOf(w.before.report, id)
		}
		list = append(list, o)
	}
	return list
}

// possibilities says what of the things left open is used.
func (w *work) possibilities() []Possibility {
	var list []Possibility
	for _, p := range proposal.Possibilities(w.subject.Programme) {
		list = append(list, Possibility{ID: p.ID, Cites: p.Cites, Sense: p.Sense, After: p.Use, WhereAfter: p.Where})
	}
	if w.compared {
		for i, p := range proposal.Possibilities(w.subject.Before) {
			list[i].Before, list[i].WhereBefore = p.Use, p.Where
		}
	}
	return list
}
