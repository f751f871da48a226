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
			return check.Missing(check.Say("the topics of {body}", check.Text("body", in.Body().ID)))
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
