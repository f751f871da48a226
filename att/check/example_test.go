package check_test

import (
	"fmt"
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
)

// A rule of one's own: our delegation travels home on Fridays.
func Example() {
	noFriday := check.Rule[att.Round]{
		About: check.About{
			ID: "our-mission/no-friday", Severity: check.Note, Sense: "No round meets on a Friday.",
			Cites: []att.Citation{{Text: "our-mission", Paragraph: "1"}},
		},
		Check: func(in check.In[att.Round]) check.Result {
			for _, d := range in.Value.Days {
				if d.Date.Weekday() == time.Friday {
					return in.Departs(check.Say("The round meets on Friday {day}.", check.Date("day", d.Date)), check.Say("End it on Thursday."))
				}
			}
			return check.Result{}
		},
	}
	set, err := check.NewSet(noFriday)
	if err != nil {
		fmt.Println(err)
		return
	}
	p := att.Programme{Rounds: []att.Round{{ID: "round-1", Meeting: att.Meeting{Days: []att.Day{{Date: att.MustDate("2024-04-19")}}}}}}
	for _, f := range set.Check(p, check.Options{}).Findings {
		fmt.Printf("%s: %s: %s %s\n", f.Path, f.Severity, f.Message, f.Remedy)
	}
	// Output: rounds[round-1]: note: The round meets on Friday 2024-04-19. End it on Thursday.
}
