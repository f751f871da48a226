// Package synthetic constructs programmes of work of any size, always the same for the same size. They are
// made up for measuring and testing, and are no programme that anybody tabled.
package synthetic

import (
	"fmt"

	"attwork.example/att"
)

// Bodies and Sittings are the same in every programme: only topics, and what refers to them, grow.
const (
	Bodies   = 12
	Sittings = 40
)

// Programme returns the programme with n topics in the mandates of 12 bodies, on the agendas of 40 sittings in
// two rounds. Most rules apply to it; some pass and some fail. With many topics it has longer lists than a
// document may have.
func Programme(n int) att.Programme {
	p := att.Programme{
		ID: "synthetic", Name: att.Text{att.English: "A synthetic programme"}, Status: att.Draft, Constructed: true,
		Conference: att.Conference{
			Body: "csp", CycleStart: att.MustDate("2023-08-25"),
			Meeting: att.Meeting{Start: att.MustDate("2024-08-19"), End: att.MustDate("2024-08-23"), City: "Geneva", Format: att.InPerson},
		},
		Stages:    []att.Stage{stage("control-system", "The control system"), stage("transfer", "The transfer"), stage("effect", "The effect")},
		Bodies:    bodies(),
		Reviews:   reviews(),
		Decisions: []att.Decision{},
	}
	minutes := max(1, 170*Sittings/max(n, Sittings))
	for i := range n {
		b := &p.Bodies[holders[i%len(holders)]]
		b.Mandate.Topics = append(b.Mandate.Topics, topic(i, b, minutes))
	}
	share(p.Bodies)
	p.Rounds = rounds(p.Bodies, minutes)
	p.Documents = documents(n)
	p.Consultations = consultations(p.Bodies, n)
	return p
}

// holders are the indexes of the bodies that have topics; those of the group on implementation have most.
var holders = []int{0, 1, 2, 0, 3, 4, 1, 0, 5, 2, 6, 0, 1, 4, 2, 0, 7, 1, 0, 2}

func bodies() []att.Body {
	group := func(id, name string, kind att.BodyKind, role att.Role, access att.Access) att.Body {
		return att.Body{
			ID: id, Name: att.Text{att.English: name}, Kind: kind, Role: role, Office: att.Chair, Access: access,
			Mandate: att.Mandate{Purpose: att.Text{att.English: name}, Topics: []att.Topic{}}, Lines: []att.Line{},
		}
	}
	sub := func(id, name string) att.Body {
		b := group(id, name, att.SubWorkingGroup, "", "")
		b.Parent, b.Office = "wgeti", att.Facilitator
		return b
	}
	return []att.Body{
		group("wgeti", "Working Group on Effective Treaty Implementation", att.WorkingGroup, att.WGETI, att.Open),
		sub("wgeti-controls", "Sub-working group on control systems"),
		sub("wgeti-transfers", "Sub-working group on transfers"),
		sub("wgeti-exchange", "Sub-working group on information exchange"),
		group("wgtr", "Working Group on Transparency and Reporting", att.WorkingGroup, att.WGTR, att.Open),
		group("wgtu", "Working Group on Treaty Universalization", att.WorkingGroup, att.WGTU, att.Open),
		group("dief", "Diversion Information Exchange Forum", att.Forum, att.DIEF, att.StatesOnly),
		group("ipm", "Informal preparatory meeting", att.PreparatoryMeeting, att.InformalPreparatory, att.Open),
		group("csp", "Conference of States Parties", att.ConferenceBody, att.ConferenceOfParties, att.Open),
		group("mc", "Management Committee", att.Committee, att.ManagementCommittee, att.Members),
		group("secretariat", "Secretariat", att.SecretariatBody, att.Secretariat, att.Members),
		group("vtf", "Voluntary Trust Fund", att.Fund, att.VoluntaryTrustFund, att.Members),
	}
}

// share lets topics of the group on implementation stand in the mandate of that on transparency as well: some
// undeclared, some as a contribution, some as a continuation, some under another name.
func share(bodies []att.Body) {
	from, to := &bodies[0], &bodies[4]
	for k := 0; 3*k < min(len(from.Mandate.Topics), len(to.Mandate.Topics)); k++ {
		again := from.Mandate.Topics[3*k]
		again.Title = att.Text{att.English: "Reports on " + again.Title[att.English]}
		switch k % 4 {
		case 1:
			to.Lines = append(to.Lines, att.Line{Sort: att.ContributesTo, To: from.ID, Topics: []string{again.ID}})
		case 2:
			again.Continues = att.TopicRef{Body: from.ID, Topic: again.ID}
		case 3:
			again.ID = fmt.Sprintf("ground-%05d", k) // the same ground under another name
		}
		to.Mandate.Topics[3*k] = again // in the place of another, so that the number of topics stays
	}
	to.Lines = append(to.Lines, att.Line{Sort: att.ReportsTo, To: "csp"})
}

func reviews() []att.Review {
	return []att.Review{
		{ID: "model", By: "mc", Date: att.MustDate("2024-08-19"), Recurs: true},
		{ID: "wgtr", Subject: "wgtr", By: "csp", Date: att.MustDate("2024-08-20")},
		{ID: "dief", Subject: "dief", By: "csp", Date: att.MustDate("2024-08-20")},
	}
}

func stage(id, title string) att.Stage { return att.Stage{ID: id, Title: att.Text{att.English: title}} }

// documents returns a paper for every fourth topic, and some for rounds and bodies. Most are out in time.
func documents(n int) []att.Document {
	list := []att.Document{
		{ID: "pressing", Title: att.Text{att.English: "Pressing issues and priorities"}, Kind: att.BackgroundPaper, Issuer: "secretariat", For: "wgeti", Distributed: att.MustDate("2024-01-15")},
		{ID: "model", Title: att.Text{att.English: "The programme of work"}, Kind: att.BackgroundPaper, Issuer: "mc", For: "round-1", Distributed: att.MustDate("2024-01-10")},
		{ID: "workplan", Title: att.Text{att.English: "Workplan over several years"}, Kind: att.Workplan, Issuer: "wgeti", For: "wgeti", Distributed: att.MustDate("2024-01-20")},
	}
	kinds := []att.DocumentKind{att.BackgroundPaper, att.NationalWorkingPaper, att.DraftDecision, att.ChairReport, att.NationalWorkingPaper, att.Letter, att.BackgroundPaper, att.NationalWorkingPaper, att.Report, att.Guidance}
	for i := 0; i < n; i += 4 {
		day := att.MustDate("2024-01-02").AddDays(i % 30)
		if i%32 == 20 {
			day = att.MustDate("2024-04-10").AddDays(i % 7) // late for one round or the other
		}
		list = append(list, att.Document{
			ID: fmt.Sprintf("paper-%05d", i), Title: att.Text{att.English: "Paper: " + title(i+5)}, Kind: kinds[i/4%len(kinds)],
			Issuer: "wgeti", For: topicID(i), Languages: []att.Lang{att.English, att.French}, Distributed: day,
		})
	}
	return list
}

func consultations(bodies []att.Body, n int) []att.Consultation {
	list := make([]att.Consultation, 0, n/10+1)
	formats := []att.Format{att.Virtual, att.Hybrid, att.InPerson, att.Platform, att.Cancelled}
	for i := 0; i < n; i += 10 {
		convenor := bodies[holders[i%len(holders)]].ID
		ref := []att.TopicRef{{Body: convenor, Topic: topicID(i)}}
		day := att.MustDate("2023-10-02").AddDays(i / 10 % 100)
		c := att.Consultation{
			ID: fmt.Sprintf("talk-%05d", i), Title: att.Text{att.English: "Consultation on " + title(i)}, Shape: att.SmallGroup,
			Format: formats[i/10%len(formats)], Access: att.StatesOnly, Convenor: convenor, Start: day, End: day, Prepares: ref,
		}
		if i%20 == 10 {
			c.Start, c.Shape = day.AddDays(240), att.Regional
			c.End, c.Prepares, c.Follows = c.Start, nil, ref
		}
		list = append(list, c)
	}
	return list
}
