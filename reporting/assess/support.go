package assess

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
)

// support are the measures of the second lens.
func support() []definition {
	return []definition{
		{
			"groups-joined", check.Say("Working groups that are joined up with another one"),
			check.Say("Groups that contribute to another one, are contributed to, or have joint items, as rule proposal/25c-joined-up finds them; the forum is no subsidiary body."),
			[]string{"25c"},
			groupsJoined,
		},
		{
			"contributions", check.Say("Contributions declared between working groups"),
			check.Say("Lines by which one group or sub-group takes part in the discussions of another body."),
			[]string{"24b.2", "24c.1", "25c"},
			contributions,
		},
		{
			"round-papers-out", check.Say("Papers for the rounds that were out before the round opened"),
			check.Say("Papers for a round, its bodies and their topics, each for the first round that it was not too late for; reports are no such papers."),
			[]string{"16.2", "27b"},
			func(v *view) Reading { return papersOut(v.roundPapers()) },
		},
		{
			"round-paper-days", check.Say("Days by which papers were out before the round"),
			check.Say("Calendar days from the day a paper went out to the first day of its round."),
			[]string{"16.2", "27b", "27c"},
			func(v *view) Reading { return paperDays(v.roundPapers()) },
		},
		{
			"conference-papers-out", check.Say("Papers for the conference that were out before it opened"),
			check.Say("Papers for the conference; what came out after it, and reports from its first day on, are none."),
			[]string{"27b"},
			func(v *view) Reading { return papersOut(v.conferencePapers()) },
		},
		{
			"conference-paper-days", check.Say("Days by which papers were out before the conference"),
			check.Say("Calendar days from the day a paper went out to the first day of the conference."),
			[]string{"27b"},
			func(v *view) Reading { return paperDays(v.conferencePapers()) },
		},
		{
			"consultations", check.Say("Consultations between sessions"), check.Say("Those that were not cancelled, in whatever form."),
			[]string{"17", "26", "27d"},
			func(v *view) Reading {
				return v.reading(count(v.m.Consultations), v.behindConsultations(), consultationsUnknown())
			},
		},
		{
			"consultation-days", check.Say("Working days with a consultation"), check.Say("Those on the platform or in writing take no day."),
			[]string{"26"},
			func(v *view) Reading {
				return v.reading(count(v.m.ConsultationDays), v.behindConsultations(), consultationsUnknown())
			},
		},
		{
			"days-before-rounds", check.Say("Days between the conference before and the first meeting"),
			check.Say("Calendar days after the last day of the conference before and ahead of the first meeting day in a room."),
			[]string{"14.2", "27c"},
			daysBefore,
		},
		{
			"days-after-rounds", check.Say("Days between the last meeting and the conference"),
			check.Say("Calendar days after the last meeting day in a room and ahead of the conference."),
			[]string{"14.2", "18"},
			daysAfter,
		},
		{
			"fund-topics", check.Say("Topics of working groups that refer to the Voluntary Trust Fund"),
			check.Say("Topics, once for each group that has them, that name the fund among what can support States."),
			[]string{"9.5", "12.2"},
			func(v *view) Reading { return v.supported(att.VoluntaryTrustFund) },
		},
		{
			"sponsorship-topics", check.Say("Topics of working groups that refer to the sponsorship programme"),
			check.Say("Topics, once for each group that has them, that name the programme among what can support States; it is not the Voluntary Trust Fund."),
			[]string{"9.5"},
			func(v *view) Reading { return v.supported(att.SponsorshipProgramme) },
		},
	}
}

// groupsJoined reads off rule 25c how many groups stand alone.
func groupsJoined(v *view) Reading {
	const rule = "proposal/25c-joined-up"
	groups, alone := 0, 0
	for _, b := range v.p.Bodies {
		if b.Kind == att.WorkingGroup {
			groups++
		}
	}
	for _, f := range v.report.Findings {
		if f.Rule == rule {
			alone++
		}
	}
	switch outcomeOf(v.report, rule) {
	case check.Passed, check.Failed:
		behind, _ := v.contributing()
		return v.reading(share(att.Exactly(groups-alone), att.Exactly(groups)), behind)
	case check.NotApplicable:
		return missing(gap("one-group", "There are fewer than two working groups to join up."))
	}
	return missing(linesUnknown())
}

func outcomeOf(r check.Report, rule string) check.Outcome {
	for _, o := range r.Outcomes {
		if o.Rule == rule {
			return o.Outcome
		}
	}
	return check.NotApplicable
}

func contributions(v *view) Reading {
	behind, open := v.contributing()
	return v.reading(count(att.Counted(len(behind), open)), behind, linesUnknown())
}

func linesUnknown() check.Message {
	return gap("lines", "Contributions between working groups and joint items are not all known.")
}

// contributing returns where the contributions of working groups come from, one for each, and whether there may be more.
func (v *view) contributing() (behind []att.Provenance, open bool) {
	open = !v.p.Whole("bodies", v.p.Bodies != nil)
	for _, b := range v.p.Bodies {
		if !working(b) {
			continue
		}
		open = open || !v.p.Whole("bodies["+b.ID+"].lines", b.Lines != nil)
		for _, l := range b.Lines {
			if l.Sort == att.ContributesTo {
				behind = append(behind, l.Provenance)
			}
		}
	}
	return behind, open
}

// papers are the papers for meetings with their lead times.
type papers struct {
	view   *view
	days   []int // of the papers whose day is known; 0 and less: out when the meeting had opened
	n      int   // papers, known days or not
	open   bool  // there may be more
	behind []att.Provenance
}

// roundPapers finds, for each paper for a round, the first round that it was not too late for.
func (v *view) roundPapers() papers {
	rounds, open := v.rounds()
	list := papers{view: v, open: open || !v.p.Whole("documents", v.p.Documents != nil)}
	slices.SortStableFunc(rounds, func(a, b att.Round) int {
		first, _ := a.Span()
		second, _ := b.Span()
		return first.Compare(second)
	})
	met := make([]bool, len(v.p.Documents))
	for _, r := range rounds {
		first, last := r.Span()
		for _, i := range proposal.PapersFor(v.p, r) {
			if d := v.p.Documents[i]; !met[i] && !d.Distributed.After(last) {
				met[i] = true
				list.add(d, first)
			}
		}
	}
	return list
}

// conferencePapers finds the papers for the conference.
func (v *view) conferencePapers() papers {
	c := v.p.Conference
	list := papers{view: v, open: !v.p.Whole("documents", v.p.Documents != nil)}
	for _, d := range v.p.Documents {
		report := d.Kind == att.Report && !d.Distributed.IsZero() && !d.Distributed.Before(c.Start)
		if d.For == "" || d.For != c.Body && v.bodies[d.For].Kind != att.ConferenceBody || report || d.Distributed.After(c.End) {
			continue
		}
		list.add(d, c.Start)
	}
	return list
}

func (p *papers) add(d att.Document, opens att.Date) {
	p.n++
	p.behind = append(p.behind, d.Provenance)
	if !d.Distributed.IsZero() && !opens.IsZero() {
		p.days = append(p.days, d.Distributed.DaysUntil(opens))
	}
}

func (p papers) gaps() []check.Message {
	var gaps []check.Message
	if p.open {
		gaps = append(gaps, documentsUnknown())
	}
	if len(p.days) < p.n {
		gaps = append(gaps, gap("distributed", "Papers of which nobody knows when they went out, or when their meeting opened: {papers}.", check.Number("papers", p.n-len(p.days))))
	}
	return gaps
}

func papersOut(p papers) Reading {
	out := 0
	for _, days := range p.days {
		if days > 0 {
			out++
		}
	}
	part := att.Counted(out, p.open || len(p.days) < p.n)
	return p.view.reading(share(part, att.Counted(p.n, p.open)), p.behind, p.gaps()...)
}

func paperDays(p papers) Reading {
	if p.n == 0 && !p.open {
		return missing(gap("no-papers", "There are no such papers."))
	}
	if len(p.days) == 0 {
		return missing(p.gaps()...)
	}
	slices.Sort(p.days)
	value := Days{Least: p.days[0], Median: p.days[(len(p.days)-1)/2], Most: p.days[len(p.days)-1], Known: len(p.days), Of: att.Counted(p.n, p.open)}
	return p.view.reading(value, p.behind, p.gaps()...)
}

func (v *view) behindConsultations() (list []att.Provenance) {
	for _, c := range v.p.Consultations {
		if c.Format != att.Cancelled {
			list = append(list, c.Provenance)
		}
	}
	return list
}

func daysBefore(v *view) Reading {
	return v.between(func(first, _ att.Date) (from, to att.Date) { return v.p.Conference.CycleStart, first })
}

func daysAfter(v *view) Reading {
	return v.between(func(_, last att.Date) (from, to att.Date) { return last, v.p.Conference.Start })
}

// between counts the days that lie between two days, given the first and the last meeting day.
func (v *view) between(ends func(first, last att.Date) (from, to att.Date)) Reading {
	why := gap("between", "The meeting days, or the days of the conference, are not all known.")
	switch {
	case !v.m.Days.Exact():
		return missing(why)
	case len(v.m.MeetingDays) == 0:
		return missing(noRounds())
	}
	from, to := ends(v.m.MeetingDays[0].Date, v.m.MeetingDays[len(v.m.MeetingDays)-1].Date)
	if !from.Before(to) { // or one of them is unknown
		return missing(why)
	}
	rounds, _ := v.rounds()
	return v.reading(Count{att.Exactly(from.DaysUntil(to) - 1)}, append(behindRounds(rounds), v.p.Conference.Provenance))
}

// supported counts the topics of working groups that a body with the role can support.
func (v *view) supported(role att.Role) Reading {
	topics, open := v.topics(working)
	part := tally{open: open}
	var behind []att.Provenance
	for _, t := range topics {
		part.open = part.open || t.Support == nil
		if slices.ContainsFunc(t.Support, func(id string) bool { return v.bodies[id].Role == role }) {
			part.n++
			behind = append(behind, t.Provenance)
		}
	}
	return v.reading(share(part.count(), att.Counted(len(topics), open)), behind,
		gap("support", "The topics of the working groups, or what can support States in them, are not all known."))
}
