package check_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
)

// look runs a rule on the whole programme that only looks.
func look(t *testing.T, p att.Programme, at func(check.In[att.Programme])) {
	t.Helper()
	looked := 0
	report := set(t, check.Rule[att.Programme]{
		About: check.About{ID: "some-text/look", Sense: "s", Severity: check.Note, Cites: cites},
		Check: func(in check.In[att.Programme]) check.Result { looked++; at(in); return check.Result{} },
	}).Check(p, check.Options{})
	require.Equal(t, []check.Outcome{check.Passed}, outcomes(report), report.Outcomes)
	require.Equal(t, 1, looked)
}

// groups is a programme whose bodies share ids, topics and roles, or lack them.
func groups() att.Programme {
	return att.Programme{ID: "p", Bodies: []att.Body{
		{ID: "wgeti", Kind: att.WorkingGroup, Role: att.WGETI, Mandate: att.Mandate{Topics: []att.Topic{{ID: "t1"}, {ID: "t2"}}}},
		{ID: "swg", Kind: att.SubWorkingGroup, Parent: "wgeti"},
		{ID: "own", Kind: att.SubWorkingGroup, Role: att.WGTR, Parent: "wgeti", Mandate: att.Mandate{Topics: []att.Topic{{ID: "t1"}}}},
		{ID: "late", Kind: att.WorkingGroup, Mandate: att.Mandate{From: att.MustDate("2024-09-01")}},
		{ID: "wgeti", Kind: att.Forum, Role: att.DIEF, Mandate: att.Mandate{Topics: []att.Topic{{ID: "t3"}}}},
		{Kind: att.Committee, Role: att.ManagementCommittee},
		{ID: "lost", Kind: att.SubWorkingGroup, Parent: "nowhere"},
	}}
}

// TestTopicsOf walks the topics of some bodies, and stops when told to.
func TestTopicsOf(t *testing.T) {
	look(t, groups(), func(in check.In[att.Programme]) {
		walk := func(most int, fits func(*att.Body) bool) []string {
			var list []string
			for topic := range in.TopicsOf(fits) {
				list = append(list, string(topic.Body().Kind)+" "+topic.Value.ID+" "+string(topic.Path))
				if len(list) == most {
					break
				}
			}
			return list
		}
		all := []string{
			"working-group t1 bodies[wgeti].mandate.topics[t1]", "working-group t2 bodies[wgeti].mandate.topics[t2]",
			"sub-working-group t1 bodies[own].mandate.topics[t1]", "forum t3 bodies[#5].mandate.topics[t3]",
		}
		every := func(*att.Body) bool { return true }
		assert.Equal(t, all, walk(9, every))
		assert.Equal(t, all[:1], walk(1, every), "it stops within a body")
		assert.Equal(t, all[:3], walk(3, every), "and between bodies")
		assert.Equal(t, all[2:3], walk(9, func(b *att.Body) bool { return b.ID == "own" }))
		assert.Equal(t, all[:2], walk(9, func(b *att.Body) bool { return b.Kind == att.WorkingGroup }))
		assert.Empty(t, walk(9, func(*att.Body) bool { return false }))
		assert.Len(t, in.Topics(), len(all), "the same topics as without a choice")
	})
}

// TestNamed finds the first body with an id.
func TestNamed(t *testing.T) {
	look(t, groups(), func(in check.In[att.Programme]) {
		assert.Equal(t, att.WorkingGroup, in.Named("wgeti").Kind, "the first of two")
		assert.Equal(t, att.WGTR, in.Named("own").Role)
		assert.Zero(t, in.Named("nowhere"))
		assert.Zero(t, in.Named(""), "a body without an id has no name")
	})
}

// TestRole takes the role of the working group for a sub-working group that has none.
func TestRole(t *testing.T) {
	look(t, groups(), func(in check.In[att.Programme]) {
		assert.Equal(t, att.WGETI, in.Role(in.Named("wgeti")))
		assert.Equal(t, att.WGETI, in.Role(in.Named("swg")), "that of its working group")
		assert.Equal(t, att.WGTR, in.Role(in.Named("own")), "its own comes first")
		assert.Empty(t, in.Role(in.Named("late")), "a body without a parent is not a part of the one without an id")
		assert.Empty(t, in.Role(in.Named("lost")))
	})
}

// TestBodyOf is empty for what belongs to no body.
func TestBodyOf(t *testing.T) {
	p := groups()
	p.Rounds, p.Documents = []att.Round{{ID: "r1"}}, []att.Document{{ID: "d1", Issuer: "wgeti"}}
	look(t, p, func(in check.In[att.Programme]) {
		assert.Zero(t, in.Body())
		assert.Zero(t, in.Bodies()[0].Body(), "a body belongs to none")
		assert.Zero(t, in.Rounds()[0].Body())
		assert.Zero(t, in.Documents()[0].Body())
		assert.Equal(t, "own", in.Topics()[2].Body().ID)
	})
}

// TestDocuments have their places by id, or by number where the id is taken or missing.
func TestDocuments(t *testing.T) {
	p := att.Programme{Documents: []att.Document{{ID: "d1", Symbol: "A/1"}, {ID: "d1", Symbol: "A/2"}, {Symbol: "A/3"}}}
	look(t, p, func(in check.In[att.Programme]) {
		got := map[check.Path]string{}
		for _, d := range in.Documents() {
			got[d.Path] = d.Value.Symbol
		}
		assert.Equal(t, map[check.Path]string{"documents[d1]": "A/1", "documents[#2]": "A/2", "documents[#3]": "A/3"}, got)
	})
	look(t, att.Programme{}, func(in check.In[att.Programme]) { assert.Empty(t, in.Documents()) })
}

// TestSlot knows the round, the day and the sitting of each item.
func TestSlot(t *testing.T) {
	first, second := att.WorkingDay(att.MustDate("2024-04-15")), att.WorkingDay(att.MustDate("2024-04-16"))
	first.Sittings[0].Items = []att.Item{{Topic: "a"}}
	first.Sittings[1].Items = []att.Item{{Topic: "b"}}
	second.Sittings[0].Items = []att.Item{{Topic: "c"}}
	p := rounds("r1", "r2")
	p.Rounds[0].Days = []att.Day{first, second}
	p.Rounds[1].Days = []att.Day{{Sittings: []att.Sitting{{ID: "s", Items: []att.Item{{Topic: "d"}}}}}}
	look(t, p, func(in check.In[att.Programme]) {
		var list []string
		for _, s := range in.Agenda() {
			list = append(list, s.Value.Topic+" "+s.Round().ID+" "+s.Date().String()+" "+s.Sitting().ID)
		}
		assert.Equal(t, []string{
			"a r1 2024-04-15 2024-04-15-am", "b r1 2024-04-15 2024-04-15-pm", "c r1 2024-04-16 2024-04-16-am", "d r2 unknown s",
		}, list)
		require.Len(t, list, 4)
		assert.True(t, in.Agenda()[3].Date().IsZero(), "the day is unknown")
	})
}

// TestThreshold tells a number of the text from one of the caller's, on which only a note may rest.
func TestThreshold(t *testing.T) {
	ours := check.Threshold{Name: "days, at most", Value: "5 days"}
	text := ours
	text.Cite = cites[0]
	assert.True(t, ours.Parameter())
	assert.True(t, check.Threshold{Name: "days, at most"}.Parameter(), "nobody has set it")
	assert.False(t, text.Parameter())

	r := rule("some-text/rule", fails)
	r.Thresholds = []check.Threshold{text}
	_, err := check.NewSet(r)
	require.NoError(t, err)
	r.Thresholds = []check.Threshold{text, ours}
	_, err = check.NewSet(r)
	require.ErrorContains(t, err, "some-text/rule")
	require.ErrorContains(t, err, "a note at most")
	r.Severity = check.Note
	s := set(t, r)
	_, err = s.WithSeverity(check.Choice{Rule: r.ID, Severity: check.Warning, Reason: "we insist"})
	assert.ErrorContains(t, err, "a note at most")
}

// TestJoinKeepsChoices has the rules of both sets in the order of their ids, as severe as they were there.
func TestJoinKeepsChoices(t *testing.T) {
	left, err := set(t, rule("some-text/c", fails), rule("some-text/a", passes), rule("some-text/x", fails)).
		Without(check.Choice{Rule: "some-text/x", Reason: "not ours"})
	require.NoError(t, err)
	right, err := set(t, rule("some-text/b", fails), rule("some-text/y", fails)).
		WithSeverity(check.Choice{Rule: "some-text/b", Severity: check.Error, Reason: "we insist"})
	require.NoError(t, err)
	right, err = right.Without(check.Choice{Rule: "some-text/y", Reason: "not theirs"})
	require.NoError(t, err)

	joined, err := left.Join(right)
	require.NoError(t, err)
	var ids []string
	for _, about := range joined.Rules() {
		ids = append(ids, about.ID+" "+about.Severity.String())
	}
	assert.Equal(t, []string{"some-text/a warning", "some-text/b error", "some-text/c warning"}, ids)
	report := joined.Check(rounds("r1"), check.Options{})
	assert.Equal(t, []check.Outcome{check.Passed, check.Failed, check.Failed}, outcomes(report))
	require.Len(t, report.Findings, 2)
	assert.Equal(t, check.Error, report.Findings[0].Severity)
	assert.Equal(t, check.Warning, report.Findings[1].Severity)
	assert.ElementsMatch(t, []check.Choice{{Rule: "some-text/x", Reason: "not ours"}, {Rule: "some-text/y", Reason: "not theirs"}}, report.Off)
	assert.Len(t, left.Rules(), 2, "the sets themselves are unchanged")
	assert.Len(t, right.Rules(), 1)

	alone, err := check.Set{}.Join(left)
	require.NoError(t, err)
	assert.Equal(t, left.Rules(), alone.Rules())
	_, err = joined.Join(set(t, rule("some-text/0", passes), rule("some-text/b", passes)))
	assert.ErrorContains(t, err, "some-text/b")
}
