package assess

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// goals are the measures of the first lens.
func goals() []definition {
	return []definition{
		{
			"practical-minutes", check.Say("Minutes on practical implementation"),
			check.Say("Minutes of working groups on national practice, on the effect of the Treaty, and on cooperation and assistance; the group on universalization alone does not count, and a joint item counts once."),
			[]string{"9.1", "23"},
			func(v *view) Reading { return v.minutes(count(v.m.PracticalMinutes)) },
		},
		{
			"practical-share", check.Say("Share of practical implementation in the minutes of discussion"),
			check.Say("Of the minutes on the agendas of the rounds, those on practical implementation."),
			[]string{"8.1", "23"},
			func(v *view) Reading { return v.minutes(share(v.m.PracticalMinutes, v.m.Minutes)) },
		},
		{
			"stages-covered", check.Say("Stages of implementation with a topic"),
			check.Say("Of the stages that the programme lists, those that a topic of the group on implementation or of one of its sub-groups names."),
			[]string{"24a.1", "24a.2"},
			stagesCovered,
		},
		{
			"national-papers", check.Say("National working papers"), check.Say("Documents of that kind in the cycle."),
			[]string{"9.6"},
			nationalPapers,
		},
		{
			"regions", check.Say("Regions consulted"), check.Say("Regions of regional consultations that were not cancelled, as the programme names them."),
			[]string{"14.1", "26"},
			regions,
		},
		{
			"states-parties", check.Say("States Parties that took part in the in-person rounds"),
			check.Say("Added up over the rounds, of those that could have come on the days of each."),
			[]string{"6", "13"},
			func(v *view) Reading { return v.present(att.StatesParties, true) },
		},
	}
}

// minutes is the reading of a count of minutes.
func (v *view) minutes(value Value) Reading {
	rounds, _ := v.rounds()
	return v.reading(value, behindRounds(rounds), agendasUnknown())
}

func agendasUnknown() check.Message {
	return gap("agendas", "Sittings, their hours and agendas, or what their items are about, are not all known.")
}

func stagesCovered(v *view) Reading {
	if v.p.Stages == nil {
		return missing(gap("stages", "No list of stages of implementation is known."))
	}
	topics, open := v.topics(func(b att.Body) bool { return working(b) && v.role(b) == att.WGETI })
	listed, covered := map[string]bool{}, map[string]bool{}
	for _, s := range v.p.Stages {
		listed[s.ID] = true
	}
	var behind []att.Provenance
	for _, t := range topics {
		if t.Stage != "" && listed[t.Stage] {
			covered[t.Stage] = true
			behind = append(behind, t.Provenance)
		}
	}
	part := att.Counted(len(covered), open && len(covered) < len(listed))
	return v.reading(share(part, att.Counted(len(listed), !v.p.Whole("stages", true))), behind,
		gap("wgeti-topics", "Not all topics of the group on implementation are known."))
}

func nationalPapers(v *view) Reading {
	var behind []att.Provenance
	open := !v.p.Whole("documents", v.p.Documents != nil)
	for _, d := range v.p.Documents {
		switch d.Kind {
		case att.NationalWorkingPaper:
			behind = append(behind, d.Provenance)
		case "":
			open = true
		}
	}
	return v.reading(count(att.Counted(len(behind), open)), behind, documentsUnknown())
}

func documentsUnknown() check.Message {
	return gap("documents", "Not all documents of the cycle are known, or not what kind they are of.")
}

func regions(v *view) Reading {
	names := Names{List: []string{}, Partial: !v.p.Whole("consultations", v.p.Consultations != nil)}
	var behind []att.Provenance
	for _, c := range v.p.Consultations {
		switch {
		case c.Format == att.Cancelled:
		case c.Shape == "", c.Shape == att.Regional && c.Region == "":
			names.Partial = true
		case c.Shape == att.Regional:
			names.List = append(names.List, c.Region)
			behind = append(behind, c.Provenance)
		}
	}
	slices.Sort(names.List)
	names.List = slices.Compact(names.List)
	why := consultationsUnknown()
	if names.Partial && len(names.List) == 0 {
		return missing(why)
	}
	return v.reading(names, behind, why)
}

func consultationsUnknown() check.Message {
	return gap("consultations", "Whether there were consultations between sessions, or who was brought together, is not known of all.")
}

// present adds up who of a group took part in the in-person rounds; of tells whether to set it against how many could have
// come.
func (v *view) present(group att.Group, of bool) Reading {
	rounds, open := v.inRoom()
	came, could := tally{open: open}, tally{open: open}
	var behind []att.Provenance
	for _, r := range rounds {
		i := slices.IndexFunc(r.Participation, func(p att.Participation) bool { return p.Group == group })
		if i < 0 {
			came.open, could.open = true, true
			continue
		}
		p := r.Participation[i]
		came.add(p.Count)
		could.add(p.Of)
		behind = append(behind, p.Provenance)
	}
	value := count(came.count())
	if of {
		value = share(came.count(), could.count())
	}
	if len(rounds) == 0 && !open {
		return missing(noRounds())
	}
	if behind == nil {
		value = nil
	}
	return v.reading(value, behind, gap("participation", "Who took part is not known of all in-person rounds."))
}

func noRounds() check.Message { return gap("no-rounds", "There is no in-person round.") }

// tally adds up counts; one that is unknown or a lower bound leaves the sum open.
type tally struct {
	n    int
	open bool
}

func (t *tally) add(c att.Count) {
	t.n += c.N
	t.open = t.open || !c.Exact()
}

func (t *tally) count() att.Count { return att.Counted(t.n, t.open) }
