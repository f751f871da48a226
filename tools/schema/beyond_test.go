package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att/document"
)

// TestBeyondTheSchema lists what the library refuses and a JSON Schema cannot, so that nobody takes the schema
// for enough. A row that the schema comes to refuse belongs into the table of levels.
func TestBeyondTheSchema(t *testing.T) {
	judged := judge(t, document.Schema())
	doc := string(good(t))
	for _, c := range []struct{ name, from, to string }{
		// The bytes: a schema sees the values that a reader made of them.
		{"key twice", `"id": "good",`, `"id": "good", "id": "good",`},
		{"format not first", "\"format\": \"attwork/programme/1\",\n", "\"status\": \"draft\", \"format\": \"attwork/programme/1\",\n"},
		{"half a character", `"note": "Made`, `"note": "\ud800 Made`},
		{"bytes that are no UTF-8", `"note": "Made`, "\"note\": \"\xff Made"},
		{"number written with a fraction of zero", `"minutes": 60, "priority"`, `"minutes": 60.0, "priority"`},
		{"count written with an exponent", `"count": 80`, `"count": 8e1`},
		{"larger than 8 MiB", `"gaps"`, strings.Repeat(" ", 8<<20) + `"gaps"`},
		// Numbers inside a text.
		{"count in a text out of bounds", `"at least 110"`, `"at least 9999999999"`},
		// Ids.
		{"two bodies with one id", `{"id": "fund", "name"`, `{"id": "dief", "name"`},
		{"two sittings with one id", `"id": "mon-pm"`, `"id": "mon-am"`},
		// References.
		{"body that is not there", `"convenor": "wgeti"`, `"convenor": "nobody"`},
		{"topic that is not there", `"prepares": [{"body": "wgeti", "topic": "brokering"}]`, `"prepares": [{"body": "wgeti", "topic": "brokers"}]`},
		{"topic without its body", `"prepares": [{"body": "wgeti", "topic": "brokering"}]`, `"prepares": [{"topic": "brokering"}]`},
		{"source that is not there", `"sources": ["s16"], "note"`, `"sources": ["s17"], "note"`},
		{"conference that is a working group", `"body": "csp", "title"`, `"body": "wgtr", "title"`},
		// Dates.
		{"end before start", `"start": "2024-08-19"`, `"start": "2024-08-24"`},
		{"day outside its round", `{"date": "2024-04-15"`, `{"date": "2024-05-15"`},
		{"block of two months", `"start": "2024-04-15"`, `"start": "2024-02-15"`},
		{"item after the end of the mandate", `"until": "2024-08-23"`, `"until": "2024-03-01"`},
		// Hours.
		{"sitting that ends before it starts", `"start": "15:00", "end": "18:00"`, `"start": "18:00", "end": "15:00"`},
		{"sittings that overlap", `"start": "15:00", "end": "18:00"`, `"start": "12:00", "end": "18:00"`},
		{"item longer than its sitting", `"minutes": 90`, `"minutes": 190`},
		// Lines.
		{"reporting in a circle", `{"sort": "reports-to", "to": "csp"}`, `{"sort": "reports-to", "to": "exchange"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, 1, strings.Count(doc, c.from), "the fault must be planted once: %s", c.from)
			broken := []byte(strings.Replace(doc, c.from, c.to, 1))
			assert.True(t, ask(broken).refuses(), "the library accepts it")
			assert.NoError(t, judged(broken), "the schema refuses it too")
		})
	}
	// What is no JSON text for anybody needs no schema: both refuse it.
	for _, broken := range [][]byte{nil, []byte("null"), append(bytes.Clone(good(t)), "{}"...), append([]byte("\xef\xbb\xbf"), good(t)...)} {
		assert.True(t, ask(broken).refuses())
		assert.Error(t, judged(broken))
	}
}
