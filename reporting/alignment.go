package reporting

import (
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
)

// pair is a subject of the group on implementation that goes with a reporting duty.
type pair struct {
	id       string
	subject  subject
	articles []string // of the subject, without paragraphs
	duties   []string // articles of the duties, as they are written
}

// subject says a pair in words.
type subject string

const (
	recordsAndReports   subject = "record keeping and import documents with the data of annual reports"
	diversionAndReports subject = "diversion with the information on measures against it"
	systemAndReports    subject = "the national control system with initial reports"
)

// pairs are inferred from the workplans of the two groups; nobody has decided them.
func pairs() []pair {
	return []pair{
		{"records", recordsAndReports, []string{"12", "8"}, []string{"13(3)"}},
		{"diversion", diversionAndReports, []string{"11"}, []string{"13(2)", "11(6)"}},
		{"control-system", systemAndReports, []string{"5"}, []string{"13(1)"}},
	}
}

// Rules returns rules on how the workplans of the group on implementation and of the group on transparency and
// reporting go together: for each natural pair of subjects, whether both take it up in the cycle, and whether anything
// links the two. They are notes: the pairs are inferred.
func Rules() check.Set {
	set, err := check.NewSet(aligned())
	if err != nil {
		panic(err) // the rule of this package is malformed
	}
	return set
}

func aligned() check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "reporting/workplans-aligned",
			Sense:    "What the group on implementation discusses and what the group on transparency and reporting takes up go together: records with annual reports, diversion with Article 13(2), the control system with initial reports.",
			Severity: check.Note,
			Cites: []att.Citation{
				{Text: "practice-since-csp10", Paragraph: "workplans", Sense: "both groups run workplans over several years on the same cycle; the pairs are inferred", Voice: att.VoicePractice},
				{Text: "csp9-draft", Paragraph: "24b.3", Sense: "the group on transparency and reporting explores aligning its work with the mainstream", Voice: att.VoiceCommittee},
			},
			Axis: check.Topics,
			When: "programmes with both groups",
			Passing: func() check.Example {
				return check.Example{Says: "Diversion stands in both groups, and the second contributes to the first.", Programme: alignedExample(true)}
			},
			Failing: func() check.Example {
				return check.Example{Says: "Diversion stands in both groups, and nothing links them.", Programme: alignedExample(false)}
			},
		},
		Applies: func(in check.In[att.Programme]) bool {
			return in.Programme().Bodies == nil || hasGroup(in, att.WGETI) && hasGroup(in, att.WGTR)
		},
		Check: align,
	}
}

func alignedExample(linked bool) att.Programme {
	topic := func(id string, articles ...att.Article) att.Topic {
		return att.Topic{ID: id, Title: att.Text{att.English: id}, Articles: articles}
	}
	p := att.Programme{ID: "example", Name: att.Text{att.English: "An example"}, Constructed: true, Rounds: []att.Round{}, Bodies: []att.Body{
		{ID: "wgeti", Kind: att.WorkingGroup, Role: att.WGETI, Lines: []att.Line{}, Mandate: att.Mandate{Topics: []att.Topic{topic("diversion", "11")}}},
		{ID: "wgtr", Kind: att.WorkingGroup, Role: att.WGTR, Lines: []att.Line{}, Mandate: att.Mandate{Topics: []att.Topic{topic("diversion-reports", "13(2)")}}},
	}}
	if linked {
		p.Bodies[1].Lines = []att.Line{{Sort: att.ContributesTo, To: "wgeti", Topics: []string{"diversion"}}}
	}
	return p
}

func hasGroup(in check.In[att.Programme], role att.Role) bool {
	return slices.ContainsFunc(in.Bodies(), func(b check.Placed[att.Body]) bool { return in.Role(b.Value) == role })
}

func align(in check.In[att.Programme]) check.Result {
	result := check.Result{Missing: unknownTopics(in)}
	for _, p := range pairs() {
		subjects := topicsOn(in, att.WGETI, func(a att.Article) bool {
			return slices.Contains(p.articles, number(a)) && !slices.Contains(p.duties, string(a))
		})
		reports := topicsOn(in, att.WGTR, func(a att.Article) bool {
			return slices.ContainsFunc(p.duties, func(d string) bool { return string(a) == d })
		})
		switch {
		case len(subjects) > 0 && len(reports) == 0 && result.Missing == nil:
			result.Findings = append(result.Findings, finding("gap", subjects[0].Path, nil,
				check.Say("The group on implementation takes up {topic}, and no topic of the group on transparency and reporting goes with it ({pair}).",
					check.Text("topic", subjects[0].Value.ID), check.Word("pair", p.subject)),
				check.Say("Ask whether that group has something to bring in this cycle, or say that the two are taken in turn.")))
		case len(subjects) > 0 && len(reports) > 0 && !linked(in, subjects, reports):
			result.Findings = append(result.Findings, finding("pair", reports[0].Path, []check.Path{subjects[0].Path},
				check.Say("{second} and {first} go together ({pair}), and nothing links them.",
					check.Text("second", reports[0].Value.ID), check.Text("first", subjects[0].Value.ID), check.Word("pair", p.subject)),
				check.Say("Declare a contribution to the topic, take it up jointly, or put the two next to each other.")))
		}
	}
	return result
}

func finding(key string, path check.Path, related []check.Path, message, remedy check.Message) check.Finding {
	key = "reporting/workplans-aligned." + key
	return check.Finding{Path: path, Related: related, Message: message.Keyed(key), Remedy: remedy.Keyed(key + ".remedy")}
}

// unknownTopics says which of the two groups, with their sub-groups, have topics that nobody knows.
func unknownTopics(in check.In[att.Programme]) []check.Message {
	if in.Programme().Bodies == nil {
		return []check.Message{check.Say("the bodies and their mandates")}
	}
	var missing []check.Message
	for _, b := range in.Bodies() {
		role := in.Role(b.Value)
		list := "bodies[" + b.Value.ID + "].mandate.topics"
		if (role == att.WGETI || role == att.WGTR) && !in.Programme().Whole(list, b.Value.Mandate.Topics != nil) {
			missing = append(missing, check.Say("the topics of {body}", check.Place("body", b.Path)))
		}
	}
	return missing
}

func number(a att.Article) string {
	n, _, _ := strings.Cut(string(a), "(")
	return n
}

func topicsOn(in check.In[att.Programme], role att.Role, on func(att.Article) bool) []check.Placed[att.Topic] {
	var list []check.Placed[att.Topic]
	for _, t := range in.Topics() {
		if in.Role(t.Body()) == role && slices.ContainsFunc(t.Value.Articles, on) {
			list = append(list, t)
		}
	}
	return list
}

// linked reports whether the second group contributes to one of the first one's topics, or takes it up jointly.
func linked(in check.In[att.Programme], subjects, reports []check.Placed[att.Topic]) bool {
	for _, s := range subjects {
		for _, r := range reports {
			for _, line := range r.Body().Lines {
				if line.Sort == att.ContributesTo && line.To == s.Body().ID && slices.Contains(line.Topics, s.Value.ID) {
					return true
				}
			}
			for _, it := range in.Agenda() {
				if it.Value.Topic == s.Value.ID && slices.Contains(it.Value.Bodies, r.Body().ID) {
					return true
				}
			}
		}
	}
	return false
}
