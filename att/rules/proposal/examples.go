package proposal

import "attwork.example/att"

// example returns a small programme from which no rule of the draft departs; the examples of the rules
// change what they are about.
func example() att.Programme {
	return att.Programme{
		ID: "example", Name: english("An example"), Constructed: true,
		Conference: att.Conference{
			Body: "csp", CycleStart: att.MustDate("2023-08-25"),
			Meeting: att.Meeting{Start: att.MustDate("2024-08-19"), End: att.MustDate("2024-08-23"), City: "Geneva", Format: att.InPerson},
		},
		Bodies: []att.Body{
			{
				ID: "wgeti", Name: english("Working Group on Effective Treaty Implementation"), Kind: att.WorkingGroup, Role: att.WGETI,
				Mandate: att.Mandate{Topics: []att.Topic{topic("art-9", "Transit and trans-shipment"), topic("art-7", "Risk assessment")}},
			},
			{
				ID: "wgtr", Name: english("Working Group on Transparency and Reporting"), Kind: att.WorkingGroup, Role: att.WGTR,
				Mandate: att.Mandate{Topics: []att.Topic{topic("art-13", "Reports")}},
			},
			{ID: "ipm", Name: english("Informal preparatory meeting"), Kind: att.PreparatoryMeeting, Role: att.InformalPreparatory},
			{ID: "csp", Name: english("Conference of States Parties"), Kind: att.ConferenceBody, Role: att.ConferenceOfParties},
		},
		Rounds: []att.Round{round("round-1", "2024-04-15", "2024-04-19", "wgeti", "wgtr", "ipm")},
	}
}

func english(s string) att.Text { return att.Text{att.English: s} }

func topic(id, title string) att.Topic {
	return att.Topic{ID: id, Title: english(title), Focus: att.NationalPractice}
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
