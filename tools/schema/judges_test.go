package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"attwork.example/att/check"
	"attwork.example/att/document"
)

// judge returns an independent judge of documents: a validator that is not ours, with a schema. It takes
// "format": "date" at its word, as editors do.
func judge(t *testing.T, schema []byte) func(doc []byte) error {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	require.NoError(t, err)
	require.NoError(t, c.AddResource("schema.json", v))
	compiled, err := c.Compile("schema.json")
	require.NoError(t, err)
	return func(doc []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
		if err != nil {
			return err
		}
		return compiled.Validate(v)
	}
}

// ours is what the library says of a document.
type ours struct {
	err    error // from the decoder
	faults []check.Finding
}

func ask(doc []byte) ours {
	f, err := document.Read("doc.json", bytes.NewReader(doc))
	if err != nil {
		return ours{err: err}
	}
	return ours{faults: f.Shape()}
}

// refuses reports whether anything at all is wrong.
func (o ours) refuses() bool { return o.err != nil || len(o.faults) > 0 }

// refusesShape reports whether something is wrong that a schema can see: what cannot be decoded, the fields, and
// the years of dates. A broken id also leaves references without an end, which proves nothing here.
func (o ours) refusesShape() bool {
	return o.err != nil || slices.ContainsFunc(o.faults, func(f check.Finding) bool {
		return f.Rule == "shape/fields" || strings.HasPrefix(f.Message.English, "The year of")
	})
}

// good is a document without a fault, with every noun in it.
func good(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../../att/document/testdata/refused/good.json")
	require.NoError(t, err)
	return data
}

// absent as the value of a change takes the key away.
type absent struct{}

var gone absent

// with returns the document in which the place of the pointer has another value.
func with(t *testing.T, doc []byte, pointer string, value any) []byte {
	t.Helper()
	var root any
	dec := json.NewDecoder(bytes.NewReader(doc))
	dec.UseNumber()
	require.NoError(t, dec.Decode(&root))
	var steps []string
	if pointer != "" {
		steps = strings.Split(pointer, "/")[1:]
	}
	return text(t, put(root, steps, value))
}

func put(v any, steps []string, value any) any {
	if len(steps) == 0 {
		return value
	}
	switch node := v.(type) {
	case map[string]any:
		inner := put(node[steps[0]], steps[1:], value)
		if inner == gone {
			delete(node, steps[0])
		} else {
			node[steps[0]] = inner
		}
	case []any:
		i, _ := strconv.Atoi(steps[0])
		node[i] = put(node[i], steps[1:], value)
	}
	return v
}

// text writes a document with its format first, as the decoder asks for.
func text(t *testing.T, root any) []byte {
	t.Helper()
	var first []byte
	if members, ok := root.(map[string]any); ok {
		if format, ok := members["format"]; ok {
			delete(members, "format")
			first = raw(t, format)
		}
	}
	data := raw(t, root)
	if first == nil {
		return data
	}
	return slices.Concat([]byte(`{"format":`), first, []byte(`,`), data[1:])
}

func raw(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return data
}
