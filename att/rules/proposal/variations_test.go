package proposal_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
	"attwork.example/att/rules/proposal"
)

// about returns what the set says of a rule.
func about(t *testing.T, set check.Set, id string) check.About {
	t.Helper()
	for _, a := range set.Rules() {
		if a.ID == id {
			return a
		}
	}
	require.Fail(t, "no rule", id)
	return check.About{}
}

// TestVariations changes one thing in the passing example of a rule, and expects another outcome. Bodies are, in
// their order: wgeti, wgtr, wgtu, dief, ipm, csp, mc, secretariat, vtf.
func TestVariations(t *testing.T) {
	const p, f, u, n = check.Passed, check.Failed, check.Undetermined, check.NotApplicable
	type program = att.Programme
	noAgenda := func(x *program) { x.Rounds[0].Days[0].Sittings[0].Items = nil }
	noDocuments := func(x *program) { x.Documents = nil }
	partly := func(list string) func(*program) { return func(x *program) { x.Partial = []string{list} } }
	noBodies := func(x *program) { x.Bodies = nil }
	noRounds := func(x *program) { x.Rounds = nil }
	virtual := func(x *program) { x.Rounds[0].Format = att.Virtual }
	unknownFormat := func(x *program) { x.Rounds[0].Format = "" }
	topics := func(x *program, body int) []att.Topic { return x.Bodies[body].Mandate.Topics }
	sitting := func(x *program, day, half int) *att.Sitting { return &x.Rounds[0].Days[day].Sittings[half] }
	without := func(id string) func(*program) {
		return func(x *program) {
			x.Bodies = slices.DeleteFunc(x.Bodies, func(b att.Body) bool { return b.ID == id })
		}
	}
	for _, c := range []struct {
		rule, name string
		change     func(*program)
		want       check.Outcome
	}{
		{"6-participation-share", "who took part is unknown", func(x *program) { x.Rounds[0].Participation = nil }, u},
		{"6-participation-share", "of how many is unknown", func(x *program) { x.Rounds[0].Participation[0].Of = att.Count{} }, u},
		{"6-participation-share", "at least so many, of so many", func(x *program) { x.Rounds[0].Participation[0].Count = att.AtLeast(100) }, u},
		{"6-participation-share", "signatories are no States Parties", func(x *program) { x.Rounds[0].Participation[0].Group = att.Signatories }, u},
		{"6-participation-share", "online", virtual, n},
		{"6-participation-share", "exactly the share", func(x *program) {
			x.Rounds[0].Participation[0].Count, x.Rounds[0].Participation[0].Of = att.Exactly(60), att.Exactly(100)
		}, p},
		{"8.2-priorities", "no documents", func(x *program) { x.Documents = []att.Document{} }, f},
		{"8.2-priorities", "documents unknown", noDocuments, u},
		{"8.2-priorities", "bodies unknown", noBodies, u},
		{"10.4-few-topics", "bodies unknown", noBodies, u},
		{"16-papers-out", "a cancelled round", func(x *program) {
			x.Documents[1].Distributed, x.Rounds[0].Format = att.MustDate("2024-04-16"), att.Cancelled
		}, n},
		{"16-paper-days", "a cancelled round", func(x *program) { x.Rounds[0].Format = att.Cancelled }, n},
		{"18-preparation-last", "a cancelled sitting of the preparatory meeting first", func(x *program) {
			cancelled := *sitting(x, 2, 1)
			cancelled.ID, cancelled.Format = "cancelled", att.Cancelled
			x.Rounds[0].Days[0].Sittings = append([]att.Sitting{cancelled}, x.Rounds[0].Days[0].Sittings...)
		}, p},
		{"8.2-priorities", "the paper is another body's", func(x *program) { x.Documents[0].Issuer = "mc" }, f},
		{"8.2-priorities", "the office instead of the id", func(x *program) { x.Documents[0].Issuer = "secretariat"; x.Bodies[7].ID = "office" }, p},
		{"8.2-priorities", "papers of a topic unknown", func(x *program) { topics(x, 0)[0].Papers = nil }, u},
		{"8.2-priorities", "no group on implementation", without("wgeti"), n},
		{"9.5-support", "support unknown", func(x *program) { topics(x, 0)[3].Support = nil }, u},
		{"9.5-support", "the Secretariat is no fund", func(x *program) { topics(x, 0)[3].Support = []string{"secretariat"} }, f},
		{"9.5-support", "a focus unknown", func(x *program) { topics(x, 0)[3].Focus = "" }, u},
		{"9.5-support", "no such topic", func(x *program) { topics(x, 0)[3].Focus = att.Policy }, n},
		{"9.6-national-papers", "documents unknown", noDocuments, u},
		{"9.6-national-papers", "documents in part, one is there", partly("documents"), p},
		{"9.6-national-papers", "documents in part, none is there", func(x *program) { x.Documents = x.Documents[:1]; x.Partial = []string{"documents"} }, u},
		{"10.4-few-topics", "agenda unknown", noAgenda, u},
		{"10.5-existing-tools", "unknown what was assessed", func(x *program) { topics(x, 0)[0].Assessed = nil }, u},
		{"10.5-existing-tools", "an outcome unknown", func(x *program) { topics(x, 0)[1].Outcome = "" }, u},
		{"10.5-existing-tools", "topics unknown", func(x *program) { x.Bodies[1].Mandate.Topics = nil }, u},
		{"12.2-trust-fund", "the sponsorship programme is not the fund", func(x *program) { x.Bodies[8].Role = att.SponsorshipProgramme }, f},
		{"12.2-trust-fund", "support unknown", func(x *program) { topics(x, 2)[0].Support = nil }, u},
		{"12.2-trust-fund", "no such group", without("wgtu"), n},
		{"13-online-part", "consultations unknown", func(x *program) { x.Consultations = nil }, u},
		{"13-online-part", "streamed only, consultations in person", func(x *program) {
			x.Rounds[0].Format = att.InPersonWithStream
			x.Consultations[0].Format, x.Consultations[1].Format = att.InPerson, att.Written
		}, f},
		{"13-online-part", "a hybrid sitting", func(x *program) { x.Consultations = []att.Consultation{}; sitting(x, 0, 0).Format = att.Hybrid }, p},
		{"13-online-part", "on the platform", func(x *program) {
			x.Consultations = x.Consultations[:1]
			x.Consultations[0].Format = att.Platform
		}, p},
		{"13-online-part", "a format unknown", func(x *program) {
			x.Consultations = x.Consultations[:1]
			x.Consultations[0].Format = ""
		}, u},
		{"13-online-part", "rounds unknown", func(x *program) { x.Rounds = nil; x.Consultations = []att.Consultation{} }, u},
		{"14.2-consultation-time", "the conference before unknown", func(x *program) { x.Conference.CycleStart = att.Date{} }, u},
		{"14.2-consultation-time", "soon after the conference before", func(x *program) { x.Conference.CycleStart = att.MustDate("2024-03-01") }, f},
		{"14.2-consultation-time", "exactly the days", func(x *program) { x.Conference.CycleStart = att.MustDate("2024-04-15").AddDays(-61) }, p},
		{"14.2-consultation-time", "one day less", func(x *program) { x.Conference.CycleStart = att.MustDate("2024-04-15").AddDays(-60) }, f},
		{"14.2-consultation-time", "no rounds", func(x *program) { x.Rounds = []att.Round{} }, n},
		{"16-march-to-may", "the last day of May", func(x *program) { shift(x, "2024-05-29") }, p},
		{"16-march-to-may", "into June", func(x *program) { shift(x, "2024-05-30") }, f},
		{"16-march-to-may", "from the first of March", func(x *program) { shift(x, "2024-03-01") }, p},
		{"16-march-to-may", "from the last of February", func(x *program) { shift(x, "2024-02-29") }, f},
		{"16-march-to-may", "over a year", func(x *program) { x.Rounds[0].End = att.MustDate("2025-04-17") }, f},
		{"16-march-to-may", "dates unknown", func(x *program) {
			x.Rounds[0].Start, x.Rounds[0].End, x.Rounds[0].Days = att.Date{}, att.Date{}, nil
		}, u},
		{"16-march-to-may", "online", virtual, n},
		{"16-papers-out", "on the first day", func(x *program) { x.Documents[1].Distributed = att.MustDate("2024-04-15") }, f},
		{"16-papers-out", "on the eve", func(x *program) { x.Documents[1].Distributed = att.MustDate("2024-04-14") }, p},
		{"16-papers-out", "after the round, so not for it", func(x *program) { x.Documents[1].Distributed = att.MustDate("2024-04-18") }, p},
		{"16-papers-out", "a report on the round", func(x *program) {
			x.Documents[1].Kind, x.Documents[1].Distributed = att.ChairReport, att.MustDate("2024-04-16")
		}, p},
		{"16-papers-out", "the day unknown", func(x *program) { x.Documents[1].Distributed = att.Date{} }, u},
		{"16-papers-out", "for the conference", func(x *program) { x.Documents[1].For, x.Documents[1].Distributed = "csp", att.MustDate("2024-04-16") }, p},
		{"16-papers-out", "documents unknown", noDocuments, u},
		{"16-paper-days", "exactly the days", func(x *program) { x.Documents[1].Distributed = att.MustDate("2024-04-01") }, p},
		{"16-paper-days", "one day less", func(x *program) { x.Documents[1].Distributed = att.MustDate("2024-04-02") }, f},
		{"16-consultations-before", "on the first day of the round", func(x *program) { x.Consultations[0].Start = att.MustDate("2024-04-15") }, f},
		{"16-consultations-before", "cancelled", func(x *program) { x.Consultations[0].Format = att.Cancelled }, f},
		{"16-consultations-before", "the day unknown", func(x *program) { x.Consultations[0].Start = att.Date{} }, u},
		{"16-consultations-before", "unknown", func(x *program) { x.Consultations = nil }, u},
		{"16-consultations-before", "no rounds", func(x *program) { x.Rounds = []att.Round{} }, n},
		{"18-after-the-round", "on the day of the conference", func(x *program) { x.Consultations[1].Start = att.MustDate("2024-08-19") }, f},
		{"18-after-the-round", "on the last day of the round", func(x *program) { x.Consultations[1].Start = att.MustDate("2024-04-17") }, f},
		{"18-after-the-round", "the conference unknown", func(x *program) { x.Conference.Start = att.Date{} }, u},
		{"18-after-the-round", "two rounds", func(x *program) {
			second := x.Rounds[0]
			second.ID = "round-2"
			x.Rounds = append(x.Rounds, second)
		}, n},
		{"18-preparation-last", "in the morning, the groups in the afternoon", func(x *program) {
			sitting(x, 2, 0).Items, sitting(x, 2, 1).Items = sitting(x, 2, 1).Items, sitting(x, 1, 0).Items
		}, f},
		{"18-preparation-last", "an agenda unknown", noAgenda, u},
		{"18-preparation-last", "days only, on their own days", func(x *program) {
			x.Rounds[0].Days = []att.Day{{Date: att.MustDate("2024-04-15"), Bodies: []string{"wgeti"}}, {Date: att.MustDate("2024-04-16"), Bodies: []string{"ipm"}}}
		}, p},
		{"18-preparation-last", "days only, on one day", func(x *program) {
			x.Rounds[0].Days = []att.Day{{Date: att.MustDate("2024-04-15"), Bodies: []string{"wgeti", "ipm"}}}
		}, u},
		{"18-preparation-last", "days only, who sits is unknown", func(x *program) {
			x.Rounds[0].Days = []att.Day{{Date: att.MustDate("2024-04-15")}}
		}, u},
		{"18-preparation-last", "without the preparatory meeting", without("ipm"), n},
		{"23-practical-minimum", "hours unknown", func(x *program) { x.Rounds[0].Days[0].Sittings = nil }, u},
		{"24-impact", "in the group on transparency", func(x *program) { topics(x, 0)[2].Focus = att.Policy; topics(x, 1)[0].Focus = att.Impact }, p},
		{"24-impact", "in the forum does not count", func(x *program) { topics(x, 0)[2].Focus = att.Policy; topics(x, 3)[0].Focus = att.Impact }, f},
		{"24-impact", "a focus unknown", func(x *program) { topics(x, 0)[2].Focus = "" }, u},
		{"24-impact", "topics in part", func(x *program) {
			topics(x, 0)[2].Focus = att.Policy
			x.Partial = []string{"bodies[wgeti].mandate.topics"}
		}, u},
		{"24-impact", "bodies unknown", noBodies, u},
		{"24a-stages", "no list of stages", func(x *program) { x.Stages = nil }, n},
		{"24a-stages", "a stage that is not in the list", func(x *program) { topics(x, 0)[0].Stage = "before" }, f},
		{"24a-stages", "current issues need none", func(x *program) { topics(x, 0)[4].Stage = "" }, p},
		{"24a-stages", "another group needs none", func(x *program) { topics(x, 1)[0].Stage = "" }, p},
		{"24a-stages-together", "another group in between", func(x *program) {
			sitting(x, 1, 0).Items = slices.Insert(sitting(x, 1, 0).Items, 1, att.Item{Topic: "joining", Bodies: []string{"wgtu"}, Minutes: 5})
		}, p},
		{"24a-stages-together", "in another order of the stages", func(x *program) {
			sitting(x, 0, 0).Items, sitting(x, 1, 0).Items = sitting(x, 1, 0).Items, sitting(x, 0, 0).Items
		}, p},
		{"24a-stages-together", "an agenda unknown", noAgenda, u},
		{"24a-stages-together", "a cancelled round", func(x *program) { x.Rounds[0].Format = att.Cancelled }, n},
		{"24a-current-issues", "open in the item only", func(x *program) {
			sitting(x, 1, 0).Access = att.StatesOnly
			sitting(x, 1, 0).Items[2].Access = att.Open
		}, p},
		{"24a-current-issues", "for States only", func(x *program) { sitting(x, 1, 0).Access = att.StatesOnly }, f},
		{"24a-current-issues", "not on the agenda, in an open group", func(x *program) { sitting(x, 1, 0).Items = sitting(x, 1, 0).Items[:2] }, p},
		{"24a-current-issues", "access unknown", func(x *program) { sitting(x, 1, 0).Access = ""; x.Bodies[0].Access = "" }, u},
		{"24b-time", "a whole day is never too long", func(x *program) { sitting(x, 1, 1).Items[0].Minutes = 900 }, p},
		{"24b-time", "wanted minutes unknown", func(x *program) { topics(x, 1)[0].Minutes = 0 }, u},
		{"24b-time", "an agenda unknown", noAgenda, u},
		{"24b-liaison", "by a joint item only", func(x *program) { x.Bodies[1].Lines = []att.Line{} }, p},
		{"24b-liaison", "its lines unknown, no joint item", func(x *program) {
			x.Bodies[1].Lines = nil
			sitting(x, 0, 1).Items[0].Bodies = []string{"wgeti"}
		}, u},
		{"24b-liaison", "it contributes to a sub-group", func(x *program) {
			x.Bodies = append(x.Bodies, att.Body{ID: "sub", Kind: att.SubWorkingGroup, Parent: "wgeti"})
			x.Bodies[1].Lines[1].To = "sub"
			sitting(x, 0, 1).Items[0].Bodies = []string{"wgeti"}
		}, p},
		{"24b-liaison", "it contributes to another group", func(x *program) {
			x.Bodies[1].Lines[1].To = "wgtu"
			sitting(x, 0, 1).Items[0].Bodies = []string{"wgeti"}
		}, f},
		{"24b-takes-part", "in general, agendas unknown", func(x *program) {
			x.Bodies[1].Lines[1].Topics = nil
			sitting(x, 0, 1).Items = nil
		}, u},
		{"24b-alignment", "reviews unknown", func(x *program) { x.Reviews = nil }, u},
		{"24b-alignment", "reviews in part", func(x *program) { x.Reviews = x.Reviews[:1]; x.Partial = []string{"reviews"} }, u},
		{"24c-contributes", "by a joint item only", func(x *program) { x.Bodies[2].Lines = []att.Line{} }, p},
		{"24d-cases-only", "focus unknown", func(x *program) { topics(x, 3)[0].Focus = "" }, u},
		{"24d-cases-only", "topics unknown", func(x *program) { x.Bodies[3].Mandate.Topics = nil }, u},
		{"24d-cases-only", "no forum", without("dief"), n},
		{"24d-closed-sittings", "a closed item in an open sitting", func(x *program) {
			sitting(x, 2, 0).Access = att.Open
			sitting(x, 2, 0).Items[0].Access = att.StatesOnly
		}, p},
		{"24d-closed-sittings", "governments are more than States Parties and signatories", func(x *program) { sitting(x, 2, 0).Access = att.Governments }, f},
		{"24d-closed-sittings", "access unknown", func(x *program) { sitting(x, 2, 0).Access = ""; x.Bodies[3].Access = "" }, u},
		{"24d-closed-sittings", "by the forum's own access", func(x *program) { sitting(x, 2, 0).Access = "" }, p},
		{"24d-closed-sittings", "an agenda unknown", noAgenda, u},
		{"24d-closed-sittings", "the forum does not meet", func(x *program) {
			x.Rounds[0].Bodies = []string{"wgeti"}
			sitting(x, 2, 0).Items = []att.Item{}
		}, n},
		{"25a-president-dates", "unknown", func(x *program) { x.Rounds[0].DatesSetBy = "" }, u},
		{"25a-president-dates", "online", virtual, n},
		{"25a-president-dates", "format unknown", unknownFormat, p},
		{"25b-hours-fit", "exactly full", func(x *program) { sitting(x, 0, 0).Items[0].Minutes = 180 }, p},
		{"25b-hours-fit", "one minute more", func(x *program) { sitting(x, 0, 0).Items[0].Minutes = 181 }, f},
		{"25b-hours-fit", "nothing to do", func(x *program) { sitting(x, 0, 0).Items = []att.Item{} }, f},
		{"25b-hours-fit", "cancelled, nothing to do", func(x *program) {
			sitting(x, 0, 0).Items, sitting(x, 0, 0).Format = []att.Item{}, att.Cancelled
		}, p},
		{"25b-hours-fit", "hours unknown", func(x *program) { sitting(x, 0, 0).End = att.Clock{} }, u},
		{"25b-hours-fit", "minutes unknown", func(x *program) { sitting(x, 0, 0).Items[0].Minutes = 0 }, u},
		{"25b-hours-fit", "agenda unknown", noAgenda, u},
		{"25b-hours-fit", "sittings unknown", func(x *program) { x.Rounds[0].Days[0].Sittings = nil }, u},
		{"25b-reserve", "minutes unknown", func(x *program) { sitting(x, 0, 0).Items[0].Minutes = 0 }, u},
		{"25b-consulted", "nobody", func(x *program) { x.Rounds[0].Consulted = []att.Office{} }, f},
		{"25b-consulted", "unknown", func(x *program) { x.Rounds[0].Consulted = nil }, u},
		{"25b-consulted", "the Secretariat set the hours", func(x *program) { x.Rounds[0].HoursSetBy = att.HeadOfSecretariat }, f},
		{"25b-consulted", "who set the hours is unknown", func(x *program) { x.Rounds[0].HoursSetBy = "" }, u},
		{"25b-consulted", "a chair and the Secretariat", func(x *program) { x.Rounds[0].Consulted = []att.Office{att.Chair, att.HeadOfSecretariat} }, p},
		{"25c-joined-up", "one group only", func(x *program) { without("wgtr")(x); without("wgtu")(x) }, n},
		{"25c-joined-up", "the forum is no working group", func(x *program) { x.Bodies[3].Lines = nil }, p},
		{"25c-joined-up", "bodies unknown", noBodies, u},
		{"25d-same-ground", "a focus unknown", func(x *program) { topics(x, 0)[0].Focus = "" }, u},
		{"25d-same-ground", "twice in one body", func(x *program) {
			again := topics(x, 0)[0]
			again.ID = "again"
			x.Bodies[0].Mandate.Topics = append(topics(x, 0), again)
		}, p},
		{"25d-same-ground", "with a declared contribution", func(x *program) {
			again := topics(x, 0)[0]
			again.ID = "again"
			x.Bodies[1].Mandate.Topics = append(topics(x, 1), again)
			x.Bodies[1].Lines[1].Topics = []string{"control-lists"}
		}, p},
		{"26-consultations", "cancelled", func(x *program) {
			x.Consultations[0].Format, x.Consultations[1].Format = att.Cancelled, att.Cancelled
		}, f},
		{"26-consultations", "known in part, none of them", func(x *program) {
			x.Consultations, x.Partial = []att.Consultation{}, []string{"consultations"}
		}, u},
		{"28-review", "on the last day of the round", func(x *program) { x.Reviews[0].Date = att.MustDate("2024-04-17") }, f},
		{"28-review", "the day unknown", func(x *program) { x.Reviews[0].Date = att.Date{} }, u},
		{"28-review", "once only", func(x *program) { x.Reviews[0].Recurs = false }, f},
		{"28-review", "of a body only", func(x *program) { x.Reviews = x.Reviews[1:] }, f},
		{"28-review", "reviews unknown", func(x *program) { x.Reviews = nil }, u},
		{"28-review", "rounds unknown", noRounds, u},
	} {
		set := all(proposal.Together)
		programme := about(t, set, "proposal/"+c.rule).Passing().Programme
		c.change(&programme)
		t.Run(c.rule+"/"+c.name, func(t *testing.T) {
			checktest.Outcome(t, set.Check(programme, check.Options{}), "proposal/"+c.rule, c.want)
		})
	}
}

// shift moves the round so that it begins on the day.
func shift(p *att.Programme, start string) {
	r := &p.Rounds[0]
	by := r.Start.DaysUntil(att.MustDate(start))
	r.Start, r.End = r.Start.AddDays(by), r.End.AddDays(by)
	for i := range r.Days {
		r.Days[i].Date = r.Days[i].Date.AddDays(by)
	}
}

// TestRemedies: which way out fits hangs on who discusses the topic twice.
func TestRemedies(t *testing.T) {
	twice := func(a, b int, sub bool) string {
		p := about(t, all(proposal.Together), "proposal/25d-same-ground").Passing().Programme
		if sub {
			p.Bodies = append(p.Bodies, att.Body{ID: "sub", Kind: att.SubWorkingGroup, Parent: "wgeti"})
			b = len(p.Bodies) - 1
		}
		topic := att.Topic{ID: "twice", Articles: []att.Article{"14"}, Focus: att.NationalPractice}
		p.Bodies[a].Mandate.Topics = append(p.Bodies[a].Mandate.Topics, topic)
		p.Bodies[b].Mandate.Topics = append(p.Bodies[b].Mandate.Topics, topic)
		p.Rounds[0].Days[0].Sittings[0].Items = append(p.Rounds[0].Days[0].Sittings[0].Items,
			att.Item{Topic: "twice", Bodies: []string{p.Bodies[a].ID}, Minutes: 5}, att.Item{Topic: "twice", Bodies: []string{p.Bodies[b].ID}, Minutes: 5})
		for _, f := range judge(p, proposal.Together).Findings {
			if f.Rule == "proposal/25d-same-topic" {
				return f.Remedy.Key
			}
		}
		return ""
	}
	assert.Equal(t, "proposal/25d.remedy.contribution", twice(0, 1, false))
	assert.Equal(t, "proposal/25d.remedy.joint", twice(1, 2, false))
	assert.Equal(t, "proposal/25d.remedy.forum", twice(0, 3, false))
	assert.Equal(t, "proposal/25d.remedy.merge", twice(0, 0, true))
}

// TestChangesAreUndetermined: over a pair, what one side does not tell leaves the rule open.
func TestChangesAreUndetermined(t *testing.T) {
	set := all(proposal.Together)
	for _, id := range []string{"6-participation", "7-open-change", "8-not-cost-cutting", "23-practical-share", "24a-fuller-mandate", "24a-progressive"} {
		ex := about(t, set, "proposal/"+id).Failing()
		checktest.Outcome(t, set.CheckChange(att.Programme{}, ex.Programme, check.Options{}), "proposal/"+id, check.Undetermined)
		checktest.Outcome(t, set.CheckChange(ex.Before, att.Programme{}, check.Options{}), "proposal/"+id, check.Undetermined)
		checktest.Outcome(t, set.Check(ex.Programme, check.Options{}), "proposal/"+id, check.NotApplicable)
	}
}
