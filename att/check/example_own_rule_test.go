package check_test

import (
	"fmt"

	"attwork.example/att"
	"attwork.example/att/check"
)

// wishes is a text of one's own: the wishes of a small mission, as rules.
func wishes() (check.Set, error) {
	return check.NewSet(fewTopics)
}

// fewTopics has a threshold of the mission's own, so it is a note.
var fewTopics = check.Rule[att.Mandate]{
	About: check.About{
		ID:       "our-mission/2-few-topics",
		Severity: check.Note,
		Sense:    "No working group has more than three topics in a cycle.",
		Cites:    []att.Citation{{Text: "our-mission", Paragraph: "2"}},
		When:     "working groups",
	},
	Applies: func(in check.In[att.Mandate]) bool { return in.Body().Kind == att.WorkingGroup },
	Check: func(in check.In[att.Mandate]) check.Result {
		if in.Value.Topics == nil {
			return check.Missing("the topics of " + in.Body().ID)
		}
		if n := len(in.Value.Topics); n > 3 {
			return in.Departs(check.Say("{body} has {n} topics.", check.Text("body", in.Body().ID), check.Number("n", n)),
				check.Say("Leave some to the next cycle."))
		}
		return check.Result{}
	},
}

func ExampleRule() {
	set, err := wishes()
	if err != nil {
		fmt.Println(err)
		return
	}
	p := att.Programme{Bodies: []att.Body{
		{ID: "wgeti", Kind: att.WorkingGroup, Mandate: att.Mandate{Topics: make([]att.Topic, 4)}},
		{ID: "ipm", Kind: att.PreparatoryMeeting, Mandate: att.Mandate{Topics: make([]att.Topic, 9)}},
	}}
	report := set.Check(p, check.Options{})
	for _, f := range report.Findings {
		fmt.Println(f.Path, f.Message)
	}
	fmt.Println(report.Outcomes[0].Outcome)
	// Output:
	// bodies[wgeti].mandate wgeti has 4 topics.
	// failed
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
				return check.Missing("the meeting days of both programmes")
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
