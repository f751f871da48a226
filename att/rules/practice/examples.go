package practice

import "attwork.example/att"

// example returns a small programme as practice has it, with the dates of CSP10.
func example() att.Programme {
	english := func(s string) att.Text { return att.Text{att.English: s} }
	workplan := func(id, body string) att.Document {
		return att.Document{ID: id, Title: english("Multi-year workplan"), Kind: att.Workplan, Issuer: body, For: body}
	}
	return att.Programme{
		ID: "example", Name: english("An example"), Constructed: true,
		Conference: att.Conference{
			Body: "csp", CycleStart: att.MustDate("2023-08-25"),
			Meeting: att.Meeting{Start: att.MustDate("2024-08-19"), End: att.MustDate("2024-08-23"), City: "Geneva", Format: att.InPerson},
		},
		Bodies: []att.Body{
			{ID: "wgeti", Name: english("Working Group on Effective Treaty Implementation"), Kind: att.WorkingGroup, Role: att.WGETI},
			{ID: "wgtr", Name: english("Working Group on Transparency and Reporting"), Kind: att.WorkingGroup, Role: att.WGTR},
			{ID: "wgtu", Name: english("Working Group on Treaty Universalization"), Kind: att.WorkingGroup, Role: att.WGTU},
			{ID: "ipm", Name: english("Informal preparatory meeting"), Kind: att.PreparatoryMeeting, Role: att.InformalPreparatory},
			{ID: "csp", Name: english("Conference of States Parties"), Kind: att.ConferenceBody, Role: att.ConferenceOfParties},
		},
		Rounds: []att.Round{
			{ID: "round-1", Meeting: att.Meeting{City: "Geneva", Format: att.InPerson, Days: append(
				days("wgeti", "2024-02-20", "2024-02-21"), append(days("wgtu", "2024-02-22"), days("wgtr", "2024-02-23")...)...)}},
			{ID: "round-2", Meeting: att.Meeting{City: "Geneva", Format: att.InPerson, Days: days("ipm", "2024-05-16", "2024-05-17")}},
		},
		Documents: []att.Document{workplan("exchange", "wgeti"), workplan("transparency", "wgtr")},
	}
}

func days(body string, dates ...string) []att.Day {
	var list []att.Day
	for _, d := range dates {
		list = append(list, att.Day{Date: att.MustDate(d), Bodies: []string{body}})
	}
	return list
}
