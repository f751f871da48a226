package check_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
)

func TestSeverityAsText(t *testing.T) {
	for _, s := range []check.Severity{check.Note, check.Warning, check.Error} {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var back check.Severity
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, s, back)
	}
	_, err := check.Severity(0).MarshalText()
	require.ErrorContains(t, err, "0 is no severity")
	var s check.Severity
	require.ErrorContains(t, s.UnmarshalText([]byte("fatal")), `"fatal" is no severity; expected note, warning or error`)
	assert.Zero(t, s, "what is refused changes nothing")
}

// TestFindingAsJSON: a finding can be said again in another language, by its key and arguments; lists are never null, and
// what is unknown is left out.
func TestFindingAsJSON(t *testing.T) {
	f := check.Finding{
		Rule: "our/1-x", Severity: check.Warning, Path: "rounds[r]", Related: []check.Path{"bodies[b]"},
		Cites:  []att.Citation{{Text: "our", Paragraph: "1", Voice: "committee"}},
		Remedy: check.Say("End on {day}.", check.Date("day", att.MustDate("2024-04-19"))).Keyed("our/end"),
		Message: check.Say("{title} has {n} days, see {where}.", check.Text("title", "Round"), check.Number("n", 6),
			check.Place("where", "rounds[r]")).Keyed("our/days"),
	}
	f.Position.Name, f.Position.Line, f.Position.Column = "plan.json", 3, 5
	data, err := json.Marshal(f)
	require.NoError(t, err)
	assert.JSONEq(t, `{"rule": "our/1-x", "severity": "warning", "file": "plan.json", "line": 3, "column": 5, "path": "rounds[r]",
		"related": ["bodies[b]"], "message": "Round has 6 days, see rounds[r].", "remedy": "End on 2024-04-19.",
		"cites": [{"text": "our", "paragraph": "1", "voice": "committee"}], "key": "our/days",
		"args": [{"name": "title", "kind": "text", "value": "Round"}, {"name": "n", "kind": "number", "value": 6}, {"name": "where", "kind": "path", "value": "rounds[r]"}],
		"remedyMessage": {"key": "our/end", "args": [{"name": "day", "kind": "date", "value": "2024-04-19"}]}}`, string(data))
	data, err = json.Marshal(check.Finding{Severity: check.Note})
	require.NoError(t, err)
	assert.JSONEq(t, `{"rule": "", "severity": "note", "path": "", "related": [], "message": "", "remedy": "", "cites": []}`, string(data))
	_, err = json.Marshal(check.Finding{})
	require.Error(t, err, "a finding without severity is none")
}

func TestParameter(t *testing.T) {
	assert.True(t, check.Threshold{Name: "topics, at most", Value: "8"}.Parameter())
	assert.False(t, check.Threshold{Name: "days, at most", Value: "5 days", Cite: cites[0]}.Parameter())
}

func TestJoin(t *testing.T) {
	a, b := set(t, rule("a/2", fails)), set(t, rule("b/1", passes), rule("a/1", passes))
	joined, err := a.Join(b)
	require.NoError(t, err)
	var ids []string
	for _, o := range joined.Check(rounds("r"), check.Options{}).Outcomes {
		ids = append(ids, o.Rule)
	}
	assert.Equal(t, []string{"a/1", "a/2", "b/1"}, ids)
	only, err := joined.Only(check.Choice{Rule: "a/1", Reason: "first"})
	require.NoError(t, err)
	back, err := only.Add(rule("b/1", passes))
	require.NoError(t, err)
	off := back.Check(rounds("r"), check.Options{}).Off
	require.Len(t, off, 1, "what came back is not off")
	assert.Equal(t, "a/2", off[0].Rule)
	_, err = joined.Join(a)
	require.ErrorContains(t, err, "two rules have the id a/2")
}

// TestWhatARuleSees: topics by body, documents, bodies by id, roles of sub-groups, and where an agenda item stands.
func TestWhatARuleSees(t *testing.T) {
	p := att.Programme{
		Bodies: []att.Body{
			{ID: "wgeti", Kind: att.WorkingGroup, Role: "implementation", Mandate: att.Mandate{Topics: []att.Topic{{ID: "art-9"}, {ID: "art-11"}}}},
			{ID: "sub", Kind: att.SubWorkingGroup, Parent: "wgeti"},
			{ID: "wgtr", Kind: att.WorkingGroup, Mandate: att.Mandate{Topics: []att.Topic{{ID: "reports"}}}},
		},
		Documents: []att.Document{{ID: "paper"}},
		Rounds: []att.Round{{ID: "r", Meeting: att.Meeting{Days: []att.Day{{
			Date: att.MustDate("2024-04-19"), Sittings: []att.Sitting{{ID: "am", Items: []att.Item{{Topic: "art-9", Bodies: []string{"wgeti"}}}}},
		}}}}},
	}
	seen := false
	s := set(t, rule("our/1", func(in check.In[att.Round]) check.Result {
		seen = true
		var topics, first []string
		for topic := range in.TopicsOf(func(b *att.Body) bool { return b.ID != "wgtr" }) {
			topics = append(topics, topic.Body().ID+"."+topic.Value.ID)
		}
		for topic := range in.TopicsOf(func(*att.Body) bool { return true }) {
			first = append(first, topic.Value.ID)
			break
		}
		assert.Equal(t, []string{"wgeti.art-9", "wgeti.art-11"}, topics)
		assert.Equal(t, []string{"art-9"}, first)
		assert.Equal(t, check.Path("documents[paper]"), in.Documents()[0].Path)
		assert.Empty(t, in.Documents()[0].Body().ID, "a document belongs to no body")
		assert.Equal(t, att.SubWorkingGroup, in.Named("sub").Kind)
		assert.Zero(t, in.Named("none"))
		assert.Zero(t, in.Named(""))
		assert.Equal(t, att.Role("implementation"), in.Role(in.Named("sub")))
		require.Len(t, in.Agenda(), 1)
		slot := in.Agenda()[0]
		assert.Equal(t, []string{"r", "2024-04-19", "am"}, []string{slot.Round().ID, slot.Date().String(), slot.Sitting().ID})
		return check.Result{}
	}))
	s.Check(p, check.Options{})
	assert.True(t, seen)
}
