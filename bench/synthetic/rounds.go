package synthetic

import (
	"slices"

	"attwork.example/att"
)

// rounds returns two rounds of ten days with two sittings each. Every topic is on the agenda once, those of the
// first group of bodies in the first round, and the last body that has topics is the last to sit.
func rounds(bodies []att.Body, minutes int) []att.Round {
	items := items(bodies, minutes)
	first := round("round-1", "2024-02-26", att.InPersonWithStream, items[:len(items)/2])
	second := round("round-2", "2024-04-15", att.Hybrid, items[len(items)/2:])
	first.DatesSetBy, first.HoursSetBy, first.Consulted = att.President, att.President, []att.Office{att.Chair, att.Facilitator, att.HeadOfSecretariat}
	second.DatesSetBy, second.HoursSetBy, second.Consulted = att.HeadOfSecretariat, att.President, []att.Office{att.HeadOfSecretariat}
	first.Participation = []att.Participation{
		{Group: att.CivilSociety, Count: att.AtLeast(20)},
		{Group: att.StatesParties, Count: att.Exactly(92), Of: att.Exactly(113)},
	}
	second.Participation = []att.Participation{{Group: att.StatesParties, Count: att.Exactly(60), Of: att.Exactly(114)}}
	return []att.Round{first, second}
}

func round(id, start string, format att.Format, items []att.Item) att.Round {
	day := att.MustDate(start)
	r := att.Round{ID: id, Meeting: att.Meeting{Start: day, City: "Geneva", Zone: "Europe/Zurich", Format: format}}
	const sittings = Sittings / 2
	for i := range sittings / 2 {
		if i == 5 {
			day = day.AddDays(2) // over the weekend
		}
		d := att.WorkingDay(day)
		for j := range d.Sittings {
			k := 2*i + j
			d.Sittings[j].Items = slices.Clone(items[k*len(items)/sittings : (k+1)*len(items)/sittings])
			d.Sittings[j].Access = att.Open
		}
		r.Days = append(r.Days, d)
		r.End, day = day, day.AddDays(1)
	}
	last := &r.Days[len(r.Days)-1].Sittings[1]
	if len(last.Items) > 0 {
		last.Items[len(last.Items)-1].Minutes += 90 // more than the hours hold
	}
	return r
}

// items returns one item for each topic, in the order of the bodies and, inside each, of the stages. Some
// topics that two bodies have are one joint item.
func items(bodies []att.Body, minutes int) []att.Item {
	var list []att.Item
	joint := map[string]bool{}
	for _, b := range bodies {
		topics := slices.Clone(b.Mandate.Topics)
		slices.SortStableFunc(topics, func(x, y att.Topic) int {
			return slices.Index(stages, x.Stage) - slices.Index(stages, y.Stage)
		})
		for i, t := range topics {
			it := att.Item{Topic: t.ID, Bodies: []string{b.ID}, Minutes: minutes}
			switch {
			case joint[t.ID]:
				continue
			case b.Role == att.WGETI && i%9 == 4:
				it.Bodies = append(it.Bodies, "wgtr")
				joint[t.ID] = true
			case b.Role == att.DIEF && i%8 != 3, t.Current && i%2 == 0:
				it.Access = att.StatesOnly
			case i%50 == 49:
				it.Access = att.Governments
			}
			list = append(list, it)
		}
	}
	return list
}
