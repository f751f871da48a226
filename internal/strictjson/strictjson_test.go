package strictjson_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/internal/strictjson"
)

const format = "test/1"

type inner struct {
	ID    string    `json:"id,omitzero"`
	Date  att.Date  `json:"date,omitzero"`
	Topic string    `json:"topic,omitzero"`
	N     int       `json:"n,omitzero"`
	On    bool      `json:"on,omitzero"`
	Items []inner   `json:"items,omitzero"`
	Count att.Count `json:"count,omitzero"`
}

type outer struct {
	Schema string            `json:"$schema,omitzero"`
	ID     string            `json:"id,omitzero"`
	Name   map[string]string `json:"name,omitzero"`
	List   []inner           `json:"list,omitzero"`
}

func TestDecodeFaults(t *testing.T) {
	for _, c := range []struct{ doc, want string }{
		{"", `f:1:1: the file is empty; expected a document that starts with {"format": "test/1"`},
		{" \n ", `f:1:1: the file is empty`},
		{"\xef\xbb\xbf{}", `f:1:1: starts with a byte-order mark`},
		{"\xff\xfe{\x00", `f:1:1: is in UTF-16`},
		{"[]", `f:1:1: expected an object in braces that starts with "format": "test/1"`},
		{"{}", `f:1:2: expected the first key to be "format"`},
		{`{"id": "a", "format": "test/1"}`, `f:1:2: expected the first key to be "format"`},
		{`{"format": 1}`, `f:1:12: format: expected the format "test/1", found a number`},
		{`{"format": "test/2"}`, `f:1:12: format: expected the format "test/1", found "test/2"`},
		{`{"format": "test/1"} {}`, `f:1:22: expected nothing after the end of the document`},
		{`{"format": "test/1"`, `f:1:20: the document ends in the middle; expected its closing braces`},
		{"{\"format\": \"test/1\",\n  \"idd\": 1}", `f:2:3: unknown key "idd"; expected a key of the format`},
		{`{"format": "test/1", "id": "a", "id": "b"}`, `f:1:33: the key "id" stands here twice; expected each key once`},
		{`{"format": "test/1", "id": null}`, `f:1:28: id: expected a value, found null; leave out what is unknown`},
		{`{"format": "test/1", "id": 5}`, `f:1:28: id: expected a text in quotation marks, found a number`},
		{`{"format": "test/1", "list": {}}`, `f:1:30: list: expected a list in square brackets, found an object`},
		{`{"format": "test/1", "name": []}`, `f:1:30: name: expected an object in braces, found a list`},
		{`{"format": "test/1", "list": [{"on": 0}]}`, `f:1:38: list[#1].on: expected true or false, found a number`},
		{`{"format": "test/1", "list": [{"on": true, "n": true}]}`, `f:1:49: list[#1].n: expected a whole number, found true or false`},
		{`{"format": "test/1", "list": [{"id": "a", "n": 1.5}]}`, `f:1:48: list[a].n: expected a whole number, found 1.5`},
		{`{"format": "test/1", "list": [{"id": "a", "n": 1e10000}]}`, `f:1:48: list[a].n: expected a whole number, found 1e10000`},
		{`{"format": "test/1", "list": [{"n": "x", "id": "a"}]}`, `f:1:37: list[#1].n: expected a whole number, found a text`},
		{`{"format": "test/1", "list": [{"id": "a"}, {"id": "a", "n": "x"}]}`, `f:1:61: list[#2].n:`},
		{`{"format": "test/1", "list": [{"id": "A b", "n": "x"}]}`, `f:1:50: list[#1].n:`},
		{`{"format": "test/1", "list": [{"topic": "t", "date": "2024-01-01", "n": "x"}]}`, `list[2024-01-01].n:`},
		{`{"format": "test/1", "list": [{"topic": "t", "n": "x"}]}`, `list[t].n:`},
		{`{"format": "test/1", "list": [{"id": "a", "items": [{"id": "b"}, {"date": "soon"}]}]}`, `f:1:75: list[a].items[#2].date: "soon" is no day of the form 2024-03-18`},
		{`{"format": "test/1", "list": [{"date": 7}]}`, `list[#1].date: expected a text in quotation marks, found a number`},
		{`{"format": "test/1", "list": [{"count": -1}]}`, `list[#1].count: "-1" is neither a whole number`},
		{`{"format": "test/1", "list": [1]}`, `f:1:31: list[#1]: expected an object in braces, found a number`},
		{`{"format": "test/1", "id": "a` + "\xff" + `"}`, `expected text in UTF-8, found other bytes`},
		{`{"format": "test/1", "id": "\ud800"}`, `id:`},
		{`{"format": "test/1", "id": tru}`, `malformed JSON`},
		{`{"format": "test/1", "id": "a",}`, `malformed JSON`},
		{`{"format": "test/1", "id": NaN}`, `malformed JSON`},
		{`{'format': "test/1"}`, `malformed JSON`},
		{strings.Repeat("[", 100), "expected an object in braces"},
		{`{"format": "test/1", "list": ` + strings.Repeat("[", 100), `nested deeper than 64 levels`},
		{`{"format": "test/1", "list": [` + strings.Repeat(`{},`, 200_000), `f:1:600022: list[#199998]: more than 200000 values; expected a smaller document`},
		{`{"format": "test/1", "list": ` + strings.Repeat(`[{"items": `, 200_000), `nested deeper than 64 levels`},
	} {
		var v outer
		err := strictjson.Decode("f", format, []byte(c.doc), &v)
		var input *att.InputError
		require.ErrorAs(t, err, &input, c.doc)
		assert.Contains(t, err.Error(), c.want, "%.80s", c.doc)
		assert.NotContains(t, err.Error(), "\n")
		assert.Equal(t, "f", input.Name)
		assert.NotZero(t, input.Line, "%.80s", c.doc)
	}
}

func TestMustDecode(t *testing.T) {
	var v outer
	strictjson.MustDecode("f", format, []byte(`{"format": "test/1", "id": "a"}`), &v)
	assert.Equal(t, "a", v.ID)
	assert.Panics(t, func() { strictjson.MustDecode("f", format, nil, &v) })
}

func TestLongKeysAreCut(t *testing.T) {
	var v outer
	err := strictjson.Decode("f", format, []byte(`{"format": "test/1", "`+strings.Repeat("k", 1<<20)+`": 1}`), &v)
	require.Error(t, err)
	assert.Less(t, len(err.Error()), 200)
}

func TestRead(t *testing.T) {
	data, err := strictjson.Read("f", strings.NewReader("x"))
	require.NoError(t, err)
	assert.Equal(t, "x", string(data))
	_, err = strictjson.Read("f", strings.NewReader(strings.Repeat(" ", strictjson.MaxBytes+1)))
	assert.EqualError(t, err, "f: larger than 8 MiB; expected a smaller document")
	_, err = strictjson.Read("f", iotest.ErrReader(io.ErrClosedPipe))
	assert.ErrorIs(t, err, io.ErrClosedPipe)
	assert.ErrorContains(t, err, "f: cannot be read")
	err = strictjson.Decode("f", format, bytes.Repeat([]byte(" "), strictjson.MaxBytes+1), new(outer))
	assert.EqualError(t, err, "f: larger than 8 MiB; expected a smaller document")
}

func TestRoundTrip(t *testing.T) {
	for name, v := range map[string]outer{
		"nothing": {},
		"all": {
			Schema: "https://attwork.example/s.json", ID: "a", Name: map[string]string{"en": "é <b>", "ar": "ع"},
			List: []inner{{ID: "x", Items: []inner{}}, {Date: att.MustDate("2024-01-01"), Count: att.AtLeast(3)}},
		},
		"empty is not unknown": {List: []inner{}, Name: map[string]string{}},
	} {
		data, err := strictjson.Encode(format, v)
		require.NoError(t, err, name)
		assert.True(t, bytes.HasPrefix(data, []byte("{\n  \"format\": \"test/1\"")), "%s", data)
		assert.True(t, bytes.HasSuffix(data, []byte("}\n")))
		var again outer
		require.NoError(t, strictjson.Decode("f", format, data, &again), "%s", data)
		assert.Equal(t, v, again, name)
		twice, err := strictjson.Encode(format, again)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(twice), name)
	}
}

func TestEncodeRefusesWhatDecodeWould(t *testing.T) {
	_, err := strictjson.Encode(format, outer{ID: "a\xff"})
	assert.Error(t, err)
	_, err = strictjson.Encode(format, outer{ID: strings.Repeat("a", strictjson.MaxBytes)})
	assert.ErrorContains(t, err, "8 MiB")
	deep := inner{}
	for range 64 {
		deep = inner{Items: []inner{deep}}
	}
	_, err = strictjson.Encode(format, outer{List: []inner{deep}})
	assert.ErrorContains(t, err, "nested deeper")
}

func TestLocate(t *testing.T) {
	doc := `{
  "format": "test/1",
  "name": {"en": "x", "fr":   "y"},
  "list": [
    {"n": 1, "id": "a", "items": [{"id": "b", "n": 2}, {"id": "b", "n": 3}]},
    {"id": "a", "n": 4},
    {"date": "2024-01-01", "topic": "t"},
    7
  ]
}
`
	want := map[check.Path]string{
		"":                      "f:1:1",
		"name":                  "f:3:11",
		"name.fr":               "f:3:31",
		"list[a]":               "f:5:5",
		"list[a].n":             "f:5:11",
		"list[a].items[b].n":    "f:5:52",
		"list[a].items[#2]":     "f:5:56",
		"list[a].items[#2].n":   "f:5:73",
		"list[#2].n":            "f:6:22",
		"list[2024-01-01]":      "f:7:5",
		"list[#4]":              "f:8:5",
		"list[a].missing.there": "f:5:5",
		"list[c]":               "f:4:11",
		"rounds[r1]":            "f:1:1",
	}
	var paths []check.Path
	for p := range want {
		paths = append(paths, p)
	}
	for i, position := range strictjson.Locate("f", []byte(doc), paths) {
		assert.Equal(t, want[paths[i]], position.String(), paths[i])
	}
	for cut := range doc {
		assert.NotPanics(t, func() { strictjson.Locate("f", []byte(doc[:cut]), paths) })
	}
}

// FuzzDecode looks for panics, for errors without a place, and for documents that do not survive a
// round trip.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format": "test/1", "id": "a", "list": [{"id": "x", "n": 1, "items": []}]}`))
	f.Add([]byte(`{"format": "test/1", "name": {"en": "x"}, "list": [{"date": "2024-01-01", "count": "at least 3"}]}`))
	f.Add([]byte(`{"format":"test/1","list":[[[[[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var v outer
		if err := strictjson.Decode("f", format, data, &v); err != nil {
			var input *att.InputError
			require.True(t, errors.As(err, &input))
			require.NotZero(t, input.Line)
			require.NotContains(t, err.Error(), "\n")
			return
		}
		again, err := strictjson.Encode(format, v)
		require.NoError(t, err)
		var w outer
		require.NoError(t, strictjson.Decode("f", format, again, &w))
		require.Equal(t, fmt.Sprintf("%#v", v), fmt.Sprintf("%#v", w))
		strictjson.Locate("f", data, []check.Path{"list[x].items[#1]", "name.en"})
	})
}
