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

func ExampleNewSet() {
	_, err := check.NewSet(fewTopics, fewTopics)
	fmt.Println(err)
	// Output: check: two rules have the id our-mission/2-few-topics
}

func ExampleSet_Check() {
	set, _ := wishes()
	unknown := att.Programme{Bodies: []att.Body{{
		ID: "wgtr", Kind: att.WorkingGroup, Mandate: att.Mandate{From: att.MustDate("2024-09-01")},
	}}}
	for _, o := range set.Check(unknown, check.Options{}).Outcomes {
		fmt.Println(o.Rule, o.Outcome, o.Missing)
	}
	// Output: our-mission/2-few-topics undetermined [the topics of wgtr]
}

func ExampleSet_CheckChange() {
	notLonger := check.Rule[check.Change]{
		About: check.About{
			ID: "our-mission/3-not-longer", Severity: check.Warning, Sense: "A change adds no meeting days.",
			Cites: []att.Citation{{Text: "our-mission", Paragraph: "3"}},
		},
		Check: func(in check.In[check.Change]) check.Result {
			before, after := in.Value.MeasuresBefore.Days, in.Value.MeasuresAfter.Days
			if !before.Exact() || !after.Known {
				return check.Missing(check.Say("the meeting days of both programmes"))
			}
			if after.N > before.N {
				return in.Departs(check.Say("{more} more meeting days.", check.Number("more", after.N-before.N)), check.Say("Merge sittings."))
			}
			return check.Result{}
		},
	}
	set, _ := check.NewSet(notLonger)
	round := func(last string) att.Programme {
		return att.Programme{Rounds: []att.Round{{ID: "round-1", Meeting: att.Meeting{
			Start: att.MustDate("2024-04-15"), End: att.MustDate(last), City: "Geneva", Format: att.InPerson,
		}}}}
	}
	fmt.Println(set.CheckChange(round("2024-04-16"), round("2024-04-18"), check.Options{}).Findings[0].Message)
	// Output: 2 more meeting days.
}

func ExampleSet_Without() {
	set, _ := wishes()
	set, err := set.Without(check.Choice{Rule: "our-mission/2-few-topics", Reason: "the Chair was given a wider mandate"})
	report := set.Check(att.Programme{}, check.Options{})
	fmt.Println(err, len(report.Outcomes))
	fmt.Println(report.Off[0].Rule, "is off:", report.Off[0].Reason)
	// Output:
	// <nil> 0
	// our-mission/2-few-topics is off: the Chair was given a wider mandate
}
