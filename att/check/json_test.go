package check_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
)

// written returns the finding as JSON.
func written(t *testing.T, f check.Finding) string {
	t.Helper()
	text, err := json.Marshal(f)
	require.NoError(t, err)
	return string(text)
}

// TestSeverityWords writes each severity as its word and reads it back.
func TestSeverityWords(t *testing.T) {
	for severity, word := range map[check.Severity]string{check.Note: "note", check.Warning: "warning", check.Error: "error"} {
		text, err := severity.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, word, string(text))
		var read check.Severity
		require.NoError(t, read.UnmarshalText([]byte(word)))
		assert.Equal(t, severity, read, word)
	}
}

// TestSeverityInJSON has severities as values and as keys.
func TestSeverityInJSON(t *testing.T) {
	counts := map[check.Severity][]check.Severity{check.Warning: {check.Note, check.Error}}
	text, err := json.Marshal(counts)
	require.NoError(t, err)
	assert.JSONEq(t, `{"warning": ["note", "error"]}`, string(text))
	var read map[check.Severity][]check.Severity
	require.NoError(t, json.Unmarshal(text, &read))
	assert.Equal(t, counts, read)
}

// TestNoSeverity refuses what is none, both ways.
func TestNoSeverity(t *testing.T) {
	for _, s := range []check.Severity{-1, 0, check.Error + 1} {
		text, err := s.MarshalText()
		require.Error(t, err, int(s))
		assert.Empty(t, text, int(s))
	}
	for _, word := range []string{"", "invalid", "Note", " note", "errors", "1"} {
		read := check.Warning
		require.ErrorContains(t, read.UnmarshalText([]byte(word)), "no severity", word)
		assert.Equal(t, check.Warning, read, "%q changes nothing", word)
	}
	var read check.Severity
	err := read.UnmarshalText([]byte("fatal\x1b[31m" + strings.Repeat("!", 1<<16)))
	require.ErrorContains(t, err, "fatal", "it is named")
	require.ErrorContains(t, err, "note, warning or error", "and what would do as well")
	assert.NotContains(t, err.Error(), "x1b")
	assert.Less(t, len(err.Error()), 400, "however long it is")
}

// TestCitesAsJSON keeps the order of the passages, and leaves out the sense and the voice that one lacks.
func TestCitesAsJSON(t *testing.T) {
	f := check.Finding{Severity: check.Error, Cites: []att.Citation{
		{Text: "some-text", Paragraph: "25", Sense: "Five \"days\".", Voice: att.VoiceCommittee},
		{Text: "other-text", Paragraph: "8.2"},
	}}
	assert.JSONEq(t, `{"rule": "", "severity": "error", "path": "", "related": [], "message": "", "remedy": "", "cites": [
		{"text": "some-text", "paragraph": "25", "sense": "Five \"days\".", "voice": "committee"},
		{"text": "other-text", "paragraph": "8.2"}
	]}`, written(t, f))
}

// TestSentencesWithoutArgs have a key and no arguments.
func TestSentencesWithoutArgs(t *testing.T) {
	f := check.Finding{Rule: "a/b", Severity: check.Note, Message: check.Say("Too long.").Keyed("a/b"), Remedy: check.Say("Cut.").Keyed("a/b.remedy")}
	assert.JSONEq(t, `{
		"rule": "a/b", "severity": "note", "path": "", "related": [], "message": "Too long.", "remedy": "Cut.", "cites": [],
		"key": "a/b", "remedyMessage": {"key": "a/b.remedy"}
	}`, written(t, f))
}

// TestZeroNumberAsJSON writes the number 0 as a number all the same.
func TestZeroNumberAsJSON(t *testing.T) {
	f := check.Finding{Severity: check.Note, Message: check.Say("{n} days.", check.Number("n", 0))}
	assert.Contains(t, written(t, f), `"args":[{"name":"n","kind":"number","value":0}]`)
}

// TestWordsAndCountsAsJSON says which argument a catalogue translates, and which one a language writes in its own way.
func TestWordsAndCountsAsJSON(t *testing.T) {
	f := check.Finding{Severity: check.Note, Message: check.Say("{office}: {talks} of {all}", check.Word("office", att.President),
		check.Count("talks", att.AtLeast(8)), check.Count("all", att.Count{}))}
	assert.Contains(t, written(t, f), `"message":"president: at least 8 of unknown"`)
	assert.Contains(t, written(t, f), `"args":[{"name":"office","kind":"word","value":"president"},{"name":"talks","kind":"count","value":"at least 8"},{"name":"all","kind":"count","value":"unknown"}]`)
}

// TestReportAsJSON writes what a set found, with the keys that the set filled in.
func TestReportAsJSON(t *testing.T) {
	report := set(t, rule("some-text/rule", fails)).Check(rounds("a"), check.Options{})
	require.Len(t, report.Findings, 1)
	assert.JSONEq(t, `{
		"rule": "some-text/rule", "severity": "warning", "path": "rounds[a]", "related": [],
		"message": "Round a departs.", "remedy": "Do better.", "cites": [{"text": "some-text", "paragraph": "3"}],
		"key": "some-text/rule", "args": [{"name": "id", "kind": "text", "value": "a"}],
		"remedyMessage": {"key": "some-text/rule.remedy"}
	}`, written(t, report.Findings[0]))
}
