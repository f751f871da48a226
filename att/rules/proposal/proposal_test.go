package proposal_test

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
	"attwork.example/att/cycles"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
)

func TestRules(t *testing.T) {
	for _, reading := range []proposal.Reading{proposal.Together, proposal.Apart} {
		t.Run(reading.String(), func(t *testing.T) {
			checktest.Rules(t, all(reading))
		})
	}
}

// TestExamplesAreWellShaped keeps the examples of the rules fit to be shown.
func TestExamplesAreWellShaped(t *testing.T) {
	for _, about := range all(proposal.Together).Rules() {
		for _, ex := range []check.Example{about.Passing(), about.Failing()} {
			assert.Empty(t, document.Shape(ex.Programme), "%s: %s", about.ID, ex.Says)
			if ex.Before.ID != "" {
				assert.Empty(t, document.Shape(ex.Before), "%s: %s", about.ID, ex.Says)
			}
		}
	}
}

// numbers sets every number that the draft does not have, so that every rule can apply.
var numbers = proposal.Numbers{Participation: 60, Practical: 50, Topics: 12, PaperDays: 14, ConsultationDays: 60, Reserve: 25}

func all(r proposal.Reading) check.Set {
	return proposal.Rules(proposal.Options{Reading: r, Numbers: numbers})
}

// judge holds a programme against the three rules that may find an error.
func judge(p att.Programme, r proposal.Reading) check.Report {
	var choices []check.Choice
	for _, id := range []string{"proposal/25-five-days", "proposal/25-one-round", "proposal/25d-same-topic"} {
		choices = append(choices, check.Choice{Rule: id, Reason: "under test"})
	}
	set, err := all(r).Only(choices...)
	if err != nil {
		panic(err)
	}
	return set.Check(p, check.Options{})
}

// round is a round in Geneva on each day, with these bodies.
func round(id string, format att.Format, days []string, bodies ...string) att.Round {
	r := att.Round{ID: id, Meeting: att.Meeting{City: "Geneva", Format: format}}
	for _, d := range days {
		r.Days = append(r.Days, att.Day{Date: att.MustDate(d), Bodies: bodies})
	}
	return r
}

// blockOf is a round of which nobody knows who meets on which day.
func blockOf(id string, days []string, bodies ...string) att.Round {
	r := round(id, att.InPerson, days)
	r.Bodies = bodies
	return r
}

func with(rounds ...att.Round) att.Programme {
	return att.Programme{
		Rounds: rounds,
		Bodies: []att.Body{
			{ID: "wgeti", Kind: att.WorkingGroup, Mandate: att.Mandate{Topics: []att.Topic{}}},
			{ID: "dief", Kind: att.Forum, Mandate: att.Mandate{Topics: []att.Topic{}}},
			{ID: "ipm", Kind: att.PreparatoryMeeting},
			{ID: "mc", Kind: att.Committee},
		},
	}
}

var (
	february = []string{"2024-02-20", "2024-02-21", "2024-02-22", "2024-02-23"}
	may      = []string{"2024-05-16", "2024-05-17"}
)

func TestOneRoundAndFiveDays(t *testing.T) {
	unknownDay := round("r1", att.InPerson, february, "wgeti")
	unknownDay.Days = append(unknownDay.Days, att.Day{})
	halves := round("r1", att.InPerson, february, "wgeti")
	halves.Days = append(halves.Days, att.Day{Date: att.MustDate("2024-02-26")}, att.Day{Date: att.MustDate("2024-02-27")})
	for name, c := range map[string]struct {
		p                    att.Programme
		reading              proposal.Reading
		rounds, days         check.Outcome
		roundsPath, daysPath check.Path
	}{
		"four days in one round": {with(round("r1", att.InPerson, february, "wgeti", "ipm")), proposal.Together, check.Passed, check.Passed, "", ""},
		"practice, read together": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.InPerson, may, "ipm")), proposal.Together,
			check.Failed, check.Failed, "rounds[r2]", "rounds",
		},
		"practice, read apart": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.InPerson, may, "ipm")), proposal.Apart,
			check.Passed, check.Passed, "", "",
		},
		"two rounds of groups, read apart": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.InPerson, may, "dief")), proposal.Apart,
			check.Failed, check.Failed, "rounds[r2]", "rounds",
		},
		"an online round beside one in person": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.Virtual, may, "wgeti")), proposal.Together, check.Passed, check.Passed, "", "",
		},
		"a round that was cancelled": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.Cancelled, may, "wgeti")), proposal.Together, check.Passed, check.Passed, "", "",
		},
		"a meeting of a committee is no round": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.InPerson, may, "mc")), proposal.Together, check.Passed, check.Passed, "", "",
		},
		"no round in person": {with(round("r1", att.Virtual, february, "wgeti")), proposal.Together, check.Failed, check.NotApplicable, "rounds", ""},
		"hybrid is in person": {
			with(round("r1", att.Hybrid, february, "wgeti"), round("r2", att.InPersonWithRemote, may, "wgeti")), proposal.Together,
			check.Failed, check.Failed, "rounds[r2]", "rounds",
		},
		"rounds unknown": {att.Programme{Bodies: []att.Body{}}, proposal.Together, check.Undetermined, check.Undetermined, "", ""},
		"a format unknown": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", "", may, "wgeti")), proposal.Together, check.Undetermined, check.Undetermined, "", "",
		},
		"a date unknown": {with(unknownDay), proposal.Together, check.Passed, check.Undetermined, "", ""},
		"six days, bodies of two unknown, read together": {with(halves), proposal.Together, check.Passed, check.Failed, "", "rounds[r1]"},
		"six days, bodies of two unknown, read apart":    {with(halves), proposal.Apart, check.Passed, check.Undetermined, "", ""},
		"a round of unknown bodies, read apart": {
			with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.InPerson, may)), proposal.Apart, check.Undetermined, check.Undetermined, "", "",
		},
		"practice, bodies known by round only, read apart": {
			with(blockOf("r1", february, "wgeti"), blockOf("r2", may, "ipm")), proposal.Apart, check.Passed, check.Passed, "", "",
		},
		"six days, bodies known by round only, read apart": {
			with(blockOf("r1", append([]string{"2024-02-26", "2024-02-27"}, february...), "wgeti", "ipm")), proposal.Apart, check.Passed, check.Undetermined, "", "",
		},
		"one round, two trips": {
			with(round("r1", att.InPerson, []string{"2024-04-15", "2024-04-18"}, "wgeti")), proposal.Together, check.Failed, check.Passed, "rounds[r1]", "",
		},
	} {
		report := judge(c.p, c.reading)
		checktest.Outcome(t, report, "proposal/25-one-round", c.rounds)
		checktest.Outcome(t, report, "proposal/25-five-days", c.days)
		var want []checktest.Want
		if c.roundsPath != "" {
			want = append(want, checktest.Want{Rule: "proposal/25-one-round", Path: c.roundsPath})
		}
		if c.daysPath != "" {
			want = append(want, checktest.Want{Rule: "proposal/25-five-days", Path: c.daysPath})
		}
		checktest.Findings(t, report.Findings, want...)
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

func TestMessagesNameReadingAndRemedy(t *testing.T) {
	p := with(round("r1", att.InPerson, february, "wgeti"), round("r2", att.InPerson, may, "ipm"))
	for _, f := range judge(p, proposal.Together).Findings {
		assert.Contains(t, f.Message.String(), "Departs from the draft's recommendation (paragraph")
		assert.Contains(t, f.Message.String(), "read together")
		assert.Contains(t, f.Remedy.String(), "consultations")
		assert.Contains(t, f.Related, check.Path("rounds[r1]"))
	}
}

// topics is a programme of bodies that all have the topic "diversion".
func topics(bodies ...att.Body) att.Programme {
	for i := range bodies {
		bodies[i].Mandate.Topics = []att.Topic{{ID: "diversion"}}
	}
	return att.Programme{Rounds: []att.Round{}, Bodies: bodies}
}

func body(id string, k att.BodyKind) att.Body { return att.Body{ID: id, Kind: k} }

func items(list ...att.Item) []att.Round {
	day := att.WorkingDay(att.MustDate("2024-04-15"))
	day.Sittings[0].Items = list
	return []att.Round{{ID: "r1", Meeting: att.Meeting{Format: att.InPerson, Days: []att.Day{day}}}}
}

func TestSameTopic(t *testing.T) {
	const second = check.Path("bodies[b].mandate.topics[diversion]")
	joint := att.Item{Topic: "diversion", Bodies: []string{"a", "b"}}
	alone := att.Item{Topic: "diversion", Bodies: []string{"b"}}
	contributes := func(from, to string, topics ...string) func(*att.Programme) {
		return func(p *att.Programme) {
			i := slices.IndexFunc(p.Bodies, func(b att.Body) bool { return b.ID == from })
			p.Bodies[i].Lines = []att.Line{{Sort: att.ContributesTo, To: to, Topics: topics}}
		}
	}
	two := func() att.Programme { return topics(body("a", att.WorkingGroup), body("b", att.WorkingGroup)) }
	for name, c := range map[string]struct {
		p      att.Programme
		change func(*att.Programme)
		want   []check.Path
	}{
		"two groups":                                {two(), nil, []check.Path{second}},
		"a group and its sub-group":                 {topics(body("a", att.WorkingGroup), att.Body{ID: "b", Kind: att.SubWorkingGroup, Parent: "a"}), nil, []check.Path{second}},
		"a group and the forum":                     {topics(body("a", att.WorkingGroup), body("b", att.Forum)), nil, []check.Path{second}},
		"the preparatory meeting takes up a report": {topics(body("a", att.WorkingGroup), body("b", att.PreparatoryMeeting)), nil, nil},
		"the conference decides":                    {topics(body("a", att.WorkingGroup), body("b", att.ConferenceBody)), nil, nil},
		"a joint item":                              {two(), func(p *att.Programme) { p.Rounds = items(joint) }, nil},
		"a joint item, and one alone":               {two(), func(p *att.Programme) { p.Rounds = items(joint, alone) }, []check.Path{second}},
		"each alone":                                {two(), func(p *att.Programme) { p.Rounds = items(att.Item{Topic: "diversion", Bodies: []string{"a"}}, alone) }, []check.Path{second}},
		"a joint item that was cancelled": {two(), func(p *att.Programme) {
			p.Rounds = items(joint)
			p.Rounds[0].Format = att.Cancelled
		}, []check.Path{second}},
		"a declared contribution":         {two(), contributes("b", "a", "diversion"), nil},
		"a contribution to another topic": {two(), contributes("b", "a", "transit"), []check.Path{second}},
		"a contribution in general":       {two(), contributes("b", "a"), []check.Path{second}},
		"a briefing is no contribution": {two(), func(p *att.Programme) {
			p.Bodies[1].Lines = []att.Line{{Sort: att.MayBrief, To: "a", Topics: []string{"diversion"}}}
		}, []check.Path{second}},
		"a declared continuation": {two(), func(p *att.Programme) {
			p.Bodies[1].Mandate.Topics[0].Continues = att.TopicRef{Body: "a", Topic: "diversion"}
		}, nil},
		"a continuation of an earlier cycle": {two(), func(p *att.Programme) {
			p.Bodies[1].Mandate.Topics[0].Continues = att.TopicRef{Programme: "csp9", Body: "a", Topic: "diversion"}
		}, []check.Path{second}},
		"three groups, two of which share": {
			topics(body("a", att.WorkingGroup), body("b", att.WorkingGroup), body("c", att.WorkingGroup)), contributes("c", "a", "diversion"), []check.Path{second},
		},
		"three groups that share in a chain": {
			topics(body("a", att.WorkingGroup), body("b", att.WorkingGroup), body("c", att.WorkingGroup)), func(p *att.Programme) {
				contributes("c", "a", "diversion")(p)
				contributes("b", "c", "diversion")(p)
			}, nil,
		},
		"a consultation on it": {topics(body("a", att.WorkingGroup)), func(p *att.Programme) {
			p.Consultations = []att.Consultation{{ID: "talk", Prepares: []att.TopicRef{{Body: "a", Topic: "diversion"}}}}
		}, nil},
	} {
		if c.change != nil {
			c.change(&c.p)
		}
		report := judge(c.p, proposal.Together)
		var got []check.Path
		for _, f := range report.Findings {
			if f.Rule == "proposal/25d-same-topic" {
				got = append(got, f.Path)
				assert.Contains(t, f.Related, check.Path("bodies[a].mandate.topics[diversion]"), name)
			}
		}
		assert.Equal(t, c.want, got, name)
	}
}

func TestSameTopicIsUndetermined(t *testing.T) {
	checktest.Outcome(t, judge(att.Programme{}, proposal.Together), "proposal/25d-same-topic", check.Undetermined)
	p := att.Programme{Bodies: []att.Body{body("a", att.WorkingGroup)}}
	report := judge(p, proposal.Together)
	checktest.Outcome(t, report, "proposal/25d-same-topic", check.Undetermined)
	assert.Equal(t, []check.Message{check.Say("the topics of {body}", check.Place("body", "bodies[a]"))}, report.Outcomes[2].Missing)
	p.Bodies[0].Kind = att.Committee
	checktest.Outcome(t, judge(p, proposal.Together), "proposal/25d-same-topic", check.Passed)
}

// TestManyBodies would not end if bodies were compared in pairs.
func TestManyBodies(t *testing.T) {
	bodies := make([]att.Body, 50_000)
	for i := range bodies {
		bodies[i] = body("b"+strconv.Itoa(i), att.WorkingGroup)
	}
	p := topics(bodies...)
	for i := range p.Bodies[1:] {
		p.Bodies[i+1].Lines = []att.Line{{Sort: att.ContributesTo, To: p.Bodies[i].ID, Topics: []string{"diversion"}}}
	}
	p.Bodies[25_000].Lines = nil
	checktest.Findings(t, judge(p, proposal.Together).Findings,
		checktest.Want{Rule: "proposal/25-one-round", Path: "rounds"},
		// The chain of contributions breaks there.
		checktest.Want{Rule: "proposal/25d-same-topic", Path: "bodies[b25000].mandate.topics[diversion]"},
	)
}

// FuzzRules looks for panics, and for findings without a place or a message, in any document that can be
// read.
func FuzzRules(f *testing.F) {
	f.Add([]byte(`{"format": "attwork/programme/1", "bodies": [{"id": "a", "kind": "forum", "mandate": {"topics": [{"id": "t"}]}}, {"id": "a"}],
		"rounds": [{"format": "hybrid", "days": [{"date": "2024-01-01", "sittings": [{"items": [{"topic": "t", "bodies": ["a", ""]}]}]}]}]}`))
	var whole bytes.Buffer
	require.NoError(f, document.Write(&whole, proposal.Programme()))
	f.Add(whole.Bytes())
	sets := []check.Set{all(proposal.Together), all(proposal.Apart)}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := document.Read("f", bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, set := range sets {
			report := set.CheckChange(proposal.Programme(), file.Programme, check.Options{})
			require.Len(t, report.Outcomes, len(set.Rules()))
			for _, finding := range file.Locate(report.Findings) {
				require.NotContains(t, finding.Message.Key, "faulty", "%s", finding.Message)
				require.NotEmpty(t, finding.Path)
				require.NotZero(t, finding.Position.Line)
			}
		}
	})
}

// TestProgramme holds the constructed programme to what it says it is.
func TestProgramme(t *testing.T) {
	p := proposal.Programme()
	assert.True(t, p.Constructed)
	assert.Equal(t, att.Draft, p.Status)
	assert.Contains(t, p.Note, "Nobody tabled")
	assert.Empty(t, document.Shape(p))
	for _, reading := range []proposal.Reading{proposal.Together, proposal.Apart} {
		report := judge(p, reading)
		assert.Empty(t, report.Findings)
		for _, o := range report.Outcomes {
			assert.Equal(t, check.Passed, o.Outcome, o.Rule)
		}
	}
	m := att.Measure(p, att.MeasureOptions{})
	assert.Equal(t, att.Exactly(1), m.Rounds)
	assert.Equal(t, att.Exactly(1), m.Trips)
	assert.Equal(t, att.Exactly(5), m.Days)
	assert.Equal(t, att.Exactly(10), m.Sittings)
	assert.Empty(t, m.Gaps, "it is complete")
	r := p.Rounds[0]
	assert.False(t, r.Start.Before(att.MustDate("2024-03-01")) || r.End.After(att.MustDate("2024-05-31")))
	assert.Equal(t, 4, r.Start.DaysUntil(r.End))
	for _, d := range p.Documents {
		if d.For == r.ID {
			assert.GreaterOrEqual(t, d.Distributed.DaysUntil(r.Start), 30, "%s: papers are out in time", d.ID)
		}
	}
	held, ok := cycles.Programme("csp10")
	require.True(t, ok)
	assert.Equal(t, held.Conference.Start, p.Conference.Start, "the conference is the real one")
	assert.Equal(t, held.Conference.End, p.Conference.End)
}

// TestProgrammeAgenda holds mandates and agenda against each other: each topic is taken up once, by its
// own body first, for as long as it wants, in the order of the stages.
func TestProgrammeAgenda(t *testing.T) {
	p := proposal.Programme()
	given := map[string]int{}
	for _, day := range p.Rounds[0].Days {
		for _, s := range day.Sittings {
			used := 0
			for _, it := range s.Items {
				given[it.Bodies[0]+" "+it.Topic] += it.Minutes
				used += it.Minutes
			}
			assert.LessOrEqual(t, used, s.Minutes(), s.ID)
			assert.Greater(t, used, s.Minutes()*3/4, "%s is idle", s.ID)
		}
	}
	topics := 0
	for _, b := range p.Bodies {
		var stages []string
		for _, topic := range b.Mandate.Topics {
			topics++
			assert.Equal(t, topic.Minutes, given[b.ID+" "+topic.ID], topic.ID)
			for _, l := range att.Languages() {
				_, in := topic.Title.In(l)
				assert.Equal(t, l, in, "%s has no title in %s", topic.ID, l)
			}
			if b.Role == att.WGETI && !topic.Current {
				assert.NotEmpty(t, topic.Stage, topic.ID)
				stages = append(stages, topic.Stage)
			}
		}
		order := make([]string, 0, len(p.Stages))
		for _, s := range p.Stages {
			order = append(order, s.ID)
		}
		if b.Role == att.WGETI {
			assert.Equal(t, order, slices.Compact(stages), "the topics of a stage stand together, in the order of the stages")
		}
	}
	assert.Len(t, given, topics)
	assert.GreaterOrEqual(t, topics, 18)
}
