package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// example returns a small programme from which no rule of the draft departs; the examples of the rules
// change what they are about.
func example() att.Programme {
	return att.Programme{
		ID: "example", Name: english("An example"), Constructed: true,
		Conference: att.Conference{
			Body: "csp", CycleStart: att.MustDate("2023-08-25"),
			Meeting: att.Meeting{Start: att.MustDate("2024-08-19"), End: att.MustDate("2024-08-23"), City: "Geneva", Format: att.InPerson},
		},
		Stages: []att.Stage{
			{ID: "control-system", Title: english("National control system")},
			{ID: "transfer", Title: english("During the transfer")},
			{ID: "effect", Title: english("What the Treaty changes")},
		},
		Bodies: exampleBodies(),
		Rounds: []att.Round{exampleRound()},
		Consultations: []att.Consultation{
			{
				ID: "on-transit", Format: att.Virtual, Shape: att.SmallGroup, Convenor: "wgeti", Start: att.MustDate("2024-02-06"), End: att.MustDate("2024-02-06"),
				Prepares: []att.TopicRef{{Body: "wgeti", Topic: "art-9"}}, Follows: []att.TopicRef{},
			},
			{
				ID: "on-drafts", Format: att.Virtual, Shape: att.OtherConsultation, Convenor: "ipm", Start: att.MustDate("2024-05-21"), End: att.MustDate("2024-06-14"),
				Prepares: []att.TopicRef{}, Follows: []att.TopicRef{{Body: "ipm", Topic: "outcome"}},
			},
		},
		Documents: []att.Document{
			paper("priorities", att.BackgroundPaper, "secretariat", "round-1", "2024-02-15"),
			paper("transit-practice", att.NationalWorkingPaper, "a State (constructed)", "art-9", "2024-03-08"),
			paper("programme-of-work", att.BackgroundPaper, "mc", "ipm", "2024-03-08"),
			paper("report", att.ChairReport, "wgeti", "csp", "2024-07-17"),
		},
		Decisions: []att.Decision{},
		Reviews: []att.Review{
			{ID: "programme", By: "mc", Date: att.MustDate("2024-06-26"), Recurs: true},
			{ID: "transparency", Subject: "wgtr", By: "wgtr"},
			{ID: "universalization", Subject: "wgtu", By: "wgtu"},
			{ID: "forum", Subject: "dief", By: "csp", Date: att.MustDate("2024-08-23")},
		},
	}
}

func exampleBodies() []att.Body {
	reports := att.Line{Sort: att.ReportsTo, To: "csp"}
	return []att.Body{
		{
			ID: "wgeti", Name: english("Working Group on Effective Treaty Implementation"), Kind: att.WorkingGroup, Role: att.WGETI, Access: att.Open,
			Lines: []att.Line{reports},
			Mandate: att.Mandate{Topics: []att.Topic{
				topic("control-lists", "Keeping control lists", "control-system", att.NationalPractice, "3", "5(2)"),
				topic("art-9", "Transit and trans-shipment", "transfer", att.NationalPractice, "9"),
				topic("impact", "What changes for people", "effect", att.Impact, "1"),
				supported(topic("assistance", "Assistance: needs and offers", "effect", att.CooperationAndAssistance, "16"), "vtf"),
				{ID: "current", Title: english("Current issues"), Current: true, Focus: att.NationalPractice, Outcome: att.Exchange, Articles: []att.Article{"5(1)"}, Minutes: 30, Papers: []string{"priorities"}},
			}},
		},
		{
			ID: "wgtr", Name: english("Working Group on Transparency and Reporting"), Kind: att.WorkingGroup, Role: att.WGTR, Access: att.Open,
			Lines:   []att.Line{reports, {Sort: att.ContributesTo, To: "wgeti", Topics: []string{"art-9"}}},
			Mandate: att.Mandate{Topics: []att.Topic{topic("art-13", "Reports", "", att.NationalPractice, "13")}},
		},
		{
			ID: "wgtu", Name: english("Working Group on Treaty Universalization"), Kind: att.WorkingGroup, Role: att.WGTU, Access: att.Open,
			Lines:   []att.Line{reports, {Sort: att.ContributesTo, To: "wgeti", Topics: []string{"assistance"}}},
			Mandate: att.Mandate{Topics: []att.Topic{supported(topic("joining", "Joining the Treaty", "", att.Policy, "21"), "vtf")}},
		},
		{
			ID: "dief", Name: english("Diversion Information Exchange Forum"), Kind: att.Forum, Role: att.DIEF, Access: att.StatesOnly,
			Lines:   []att.Line{{Sort: att.MayBrief, To: "wgeti"}},
			Mandate: att.Mandate{Topics: []att.Topic{topic("cases", "Cases", "", att.OperationalCase, "11(5)")}},
		},
		{
			ID: "ipm", Name: english("Informal preparatory meeting"), Kind: att.PreparatoryMeeting, Role: att.InformalPreparatory, Access: att.Open,
			Lines:   []att.Line{reports},
			Mandate: att.Mandate{Topics: []att.Topic{topic("outcome", "Outcome of the groups", "", att.Procedural, "17(4)(f)")}},
		},
		{ID: "csp", Name: english("Conference of States Parties"), Kind: att.ConferenceBody, Role: att.ConferenceOfParties},
		{ID: "mc", Name: english("Management Committee"), Kind: att.Committee, Role: att.ManagementCommittee},
		{ID: "secretariat", Name: english("Secretariat"), Kind: att.SecretariatBody, Role: att.Secretariat},
		{ID: "vtf", Name: english("Voluntary Trust Fund"), Kind: att.Fund, Role: att.VoluntaryTrustFund},
	}
}

// exampleRound has three days of two sittings; the preparatory meeting comes last.
func exampleRound() att.Round {
	r := round("round-1", "2024-04-15", "2024-04-17", "wgeti", "wgtr", "wgtu", "dief", "ipm")
	r.DatesSetBy, r.HoursSetBy = att.President, att.President
	r.Consulted = []att.Office{att.OfficeHolders, att.HeadOfSecretariat}
	r.Participation = []att.Participation{{Group: att.StatesParties, Count: att.Exactly(100), Of: att.Exactly(113)}}
	for i := range r.Days {
		r.Days[i] = att.WorkingDay(r.Days[i].Date)
	}
	item := func(topic string, minutes int, bodies ...string) att.Item {
		return att.Item{Topic: topic, Minutes: minutes, Bodies: bodies}
	}
	agenda := [][]att.Item{
		{item("control-lists", 165, "wgeti")},
		{item("art-9", 165, "wgeti", "wgtr")},
		{item("impact", 60, "wgeti"), item("assistance", 70, "wgeti", "wgtu"), item("current", 30, "wgeti")},
		{item("art-13", 90, "wgtr"), item("joining", 75, "wgtu")},
		{item("cases", 160, "dief")},
		{item("outcome", 160, "ipm")},
	}
	for i, items := range agenda {
		s := &r.Days[i/2].Sittings[i%2]
		s.Items, s.Access = items, att.Open
	}
	r.Days[2].Sittings[0].Access = att.StatesOnly
	return r
}

// earlier returns the programme before: two rounds of three days, half of the discussion on policy, and
// fewer topics in the group on implementation.
func earlier() att.Programme {
	p := example()
	p.ID, p.Name = "earlier", english("An earlier cycle")
	p.Bodies[0].Mandate.Topics = p.Bodies[0].Mandate.Topics[:2]
	for i := range p.Bodies {
		p.Bodies[i].Lines = p.Bodies[i].Lines[:min(1, len(p.Bodies[i].Lines))]
		for j := range p.Bodies[i].Mandate.Topics {
			p.Bodies[i].Mandate.Topics[j].Papers = []string{}
		}
	}
	agenda := []att.Item{{Topic: "control-lists", Bodies: []string{"wgeti"}, Minutes: 75}, {Topic: "joining", Bodies: []string{"wgtu"}, Minutes: 75}}
	p.Rounds = nil
	for i, start := range []string{"2023-02-14", "2023-05-09"} {
		r := moved(exampleRound(), att.MustDate(start))
		r.ID = []string{"round-1", "round-2"}[i]
		for j, day := range r.Days {
			r.Days[j] = att.WorkingDay(day.Date)
			for k := range r.Days[j].Sittings {
				r.Days[j].Sittings[k].Items = slices.Clone(agenda)
			}
		}
		p.Rounds = append(p.Rounds, r)
	}
	p.Conference.Start, p.Conference.End, p.Conference.CycleStart = att.MustDate("2023-08-21"), att.MustDate("2023-08-25"), att.MustDate("2022-08-26")
	p.Documents = []att.Document{paper("background-paper", att.BackgroundPaper, "mc", "round-1", "2023-01-31")}
	p.Consultations = []att.Consultation{}
	return p
}

// moved returns a round that begins on another day, with all its days moved along.
func moved(r att.Round, start att.Date) att.Round {
	by := r.Start.DaysUntil(start)
	r.Start, r.End = r.Start.AddDays(by), r.End.AddDays(by)
	r.Days = slices.Clone(r.Days)
	for i := range r.Days {
		r.Days[i].Date = r.Days[i].Date.AddDays(by)
	}
	return r
}

// attended returns the programme with the number of States Parties in each round.
func attended(p att.Programme, count, of int) att.Programme {
	p.Rounds = slices.Clone(p.Rounds)
	for i := range p.Rounds {
		p.Rounds[i].Participation = []att.Participation{{Group: att.StatesParties, Count: att.Exactly(count), Of: att.Exactly(of)}}
	}
	return p
}

// without is the failing example of a rule that wants a topic with the focus: all of them are on policy.
func without(focus att.Focus, says string) check.Example {
	p := example()
	for i, b := range p.Bodies {
		for j, t := range b.Mandate.Topics {
			if t.Focus == focus {
				p.Bodies[i].Mandate.Topics[j].Focus = att.Policy
			}
		}
	}
	return check.Example{Says: says, Programme: p}
}

// withoutPractice returns the example with a round that discusses little but policy.
func withoutPractice() att.Programme {
	p := example()
	for i := range p.Rounds[0].Days {
		for j := range p.Rounds[0].Days[i].Sittings {
			p.Rounds[0].Days[i].Sittings[j].Items = []att.Item{{Topic: "joining", Bodies: []string{"wgtu"}, Minutes: 150}}
		}
	}
	p.Rounds[0].Days[0].Sittings[0].Items = []att.Item{{Topic: "control-lists", Bodies: []string{"wgeti"}, Minutes: 20}}
	return p
}

// alone returns the example in which the working group at index neither contributes nor meets jointly.
func alone(index int) att.Programme {
	p := example()
	id := p.Bodies[index].ID
	p.Bodies[index].Lines = p.Bodies[index].Lines[:1]
	for i := range p.Rounds[0].Days {
		for j := range p.Rounds[0].Days[i].Sittings {
			items := p.Rounds[0].Days[i].Sittings[j].Items
			for k := range items {
				if len(items[k].Bodies) > 1 {
					items[k].Bodies = slices.DeleteFunc(items[k].Bodies, func(b string) bool { return b == id })
				}
			}
		}
	}
	return p
}

func english(s string) att.Text { return att.Text{att.English: s} }

func topic(id, title, stage string, focus att.Focus, articles ...att.Article) att.Topic {
	return att.Topic{
		ID: id, Title: english(title), Stage: stage, Focus: focus, Articles: articles, Outcome: att.Exchange, Minutes: 60,
		Papers: []string{"priorities"}, Support: []string{}, Assessed: []string{},
	}
}

func supported(t att.Topic, by string) att.Topic {
	t.Support = []string{by}
	return t
}

func paper(id string, kind att.DocumentKind, issuer, purpose, day string) att.Document {
	return att.Document{ID: id, Title: english(id), Kind: kind, Issuer: issuer, For: purpose, Distributed: att.MustDate(day)}
}

// round returns a round in which all bodies meet on each working day from start to end.
func round(id, start, end string, bodies ...string) att.Round {
	m := att.Meeting{
		Start: att.MustDate(start), End: att.MustDate(end), City: "Geneva", Zone: "Europe/Zurich", Format: att.InPerson,
	}
	for d := m.Start; !d.After(m.End); d = d.AddDays(1) {
		if att.MondayToFriday(d) {
			m.Days = append(m.Days, att.Day{Date: d, Bodies: bodies})
		}
	}
	return att.Round{ID: id, Bodies: bodies, Meeting: m}
}
