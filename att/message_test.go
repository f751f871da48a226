package att_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
)

func ExampleMessage_In() {
	m := att.Say("{days} days, read {reading}", att.NumberOf("days", 6), att.WordOf("reading", "together"))
	fmt.Println(m)
	fmt.Println(m.In("{days} jours, lus {reading}", func(a att.Arg) string {
		if a.Kind == att.WordArg {
			return map[string]string{"together": "ensemble"}[a.Text]
		}
		return a.String()
	}))
	// Output:
	// 6 days, read together
	// 6 jours, lus ensemble
}

func TestMessageFillsEveryKind(t *testing.T) {
	m := att.Say("{t} {n} {d} {p} {w} {c}", att.TextOf("t", "a\nb"), att.NumberOf("n", -1), att.DateOf("d", att.MustDate("2024-04-19")),
		att.PathOf("p", "rounds[r]"), att.WordOf("w", att.President), att.CountOf("c", att.AtLeast(8)))
	assert.Equal(t, "ab -1 2024-04-19 rounds[r] president at least 8", m.String())
	var kinds []string
	for _, a := range m.Args {
		kinds = append(kinds, a.Kind.String())
	}
	assert.Equal(t, []string{"text", "number", "date", "path", "word", "count"}, kinds)
	text, err := json.Marshal([]att.Message{m})
	require.NoError(t, err)
	assert.JSONEq(t, `["ab -1 2024-04-19 rounds[r] president at least 8"]`, string(text))
}

// TestBraces: a brace that names no argument stays, and what an argument says is not filled in again.
func TestBraces(t *testing.T) {
	for sentence, want := range map[string]string{
		"":             "",
		"{a}{a}":       "{b}{b}",
		"{a} {b} {ab}": "{b} B {ab}",
		"{{a}} {":      "{{b}} {",
		"{a":           "{a",
		"a} {}":        "a} {}",
	} {
		assert.Equal(t, want, att.Say(sentence, att.TextOf("a", "{b}"), att.TextOf("b", "B")).String(), sentence)
		assert.Equal(t, sentence, att.Say(sentence).String())
	}
}

func TestGapsAreMessages(t *testing.T) {
	m := att.Measure(att.Programme{Rounds: []att.Round{{ID: "spring"}}}, att.MeasureOptions{})
	require.NotEmpty(t, m.Gaps)
	assert.Equal(t, "round {round}: its format is unknown, so nobody can say whether people met in a room", m.Gaps[0].English)
	assert.Equal(t, "round spring: its format is unknown, so nobody can say whether people met in a room", m.Gaps[0].String())
}
