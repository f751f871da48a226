package proposal_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"attwork.example/att"
	"attwork.example/att/rules/proposal"
)

func ExamplePapersFor() {
	p := att.Programme{
		Bodies: []att.Body{{ID: "wgeti", Kind: att.WorkingGroup, Mandate: att.Mandate{Topics: []att.Topic{{ID: "art-9"}}}}},
		Rounds: []att.Round{{ID: "round-1", Bodies: []string{"wgeti"}}},
		Documents: []att.Document{
			{ID: "workplan", For: "wgeti"},
			{ID: "transit-practice", For: "art-9", Kind: att.NationalWorkingPaper},
			{ID: "report", For: "wgeti", Kind: att.ChairReport},
			{ID: "budget", For: "csp"},
		},
	}
	for _, i := range proposal.PapersFor(p, p.Rounds[0]) {
		fmt.Println(p.Documents[i].ID)
	}
	// Output:
	// workplan
	// transit-practice
}

func ExampleSpare() {
	morning := att.WorkingDay(att.MustDate("2024-04-22"))
	morning.Sittings = morning.Sittings[:1] // 10:00 to 13:00
	morning.Sittings[0].Items = []att.Item{{Topic: "art-9", Bodies: []string{"wgeti"}, Minutes: 150}}
	free, of, known := proposal.Spare(att.Round{Meeting: att.Meeting{Days: []att.Day{morning}}})
	fmt.Println(free, "of", of, known)
	// Output: 30 of 180 true
}

func TestSpare(t *testing.T) {
	sitting := func(minutes ...int) att.Sitting {
		s := att.WorkingDay(att.MustDate("2024-04-22")).Sittings[0]
		s.Items = []att.Item{}
		for _, m := range minutes {
			s.Items = append(s.Items, att.Item{Minutes: m})
		}
		return s
	}
	open, cancelled := sitting(), sitting(0)
	open.End = att.Clock{}
	cancelled.Format = att.Cancelled
	for name, c := range map[string]struct {
		days  []att.Day
		free  int
		known bool
	}{
		"two sittings":      {[]att.Day{{Sittings: []att.Sitting{sitting(100, 50), sitting()}}}, 210, true},
		"overfull":          {[]att.Day{{Sittings: []att.Sitting{sitting(200)}}}, -20, true},
		"cancelled":         {[]att.Day{{Sittings: []att.Sitting{sitting(180), cancelled}}}, 0, true},
		"no minutes":        {[]att.Day{{Sittings: []att.Sitting{sitting(0)}}}, 180, false},
		"no hours":          {[]att.Day{{Sittings: []att.Sitting{open}}}, 0, false},
		"no agenda":         {[]att.Day{att.WorkingDay(att.MustDate("2024-04-22"))}, 360, false},
		"no sittings known": {[]att.Day{{}}, 0, false},
		"no days known":     {nil, 0, false},
	} {
		free, _, known := proposal.Spare(att.Round{Meeting: att.Meeting{Days: c.days}})
		assert.Equal(t, []any{c.free, c.known}, []any{free, known}, name)
	}
}
