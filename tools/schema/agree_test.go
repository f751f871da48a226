package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"attwork.example/att/document"
)

type schemaObject = map[string]any

// schema is the programme's schema, read as plain JSON.
type schema struct{ root schemaObject }

func readSchema(t *testing.T) schema {
	t.Helper()
	var s schema
	require.NoError(t, json.Unmarshal(document.Schema(), &s.root))
	return s
}

// objects returns the definitions that are objects with keys of their own.
func (s schema) objects() map[string]schemaObject {
	found := map[string]schemaObject{}
	for name, def := range s.root["$defs"].(schemaObject) {
		if def := def.(schemaObject); def["properties"] != nil {
			found[name] = def
		}
	}
	return found
}

// walk visits every object of a document together with its definition; that of the whole is called "".
func (s schema) walk(t *testing.T, doc []byte, visit func(def, pointer string, object schemaObject)) {
	t.Helper()
	var root any
	require.NoError(t, json.Unmarshal(doc, &root))
	s.step("", "", s.root, root, visit)
}

func (s schema) step(def, pointer string, in schemaObject, v any, visit func(def, pointer string, object schemaObject)) {
	if ref, ok := in["$ref"].(string); ok {
		def = strings.TrimPrefix(ref, "#/$defs/")
		in = s.root["$defs"].(schemaObject)[def].(schemaObject)
	}
	switch v := v.(type) {
	case []any:
		for i, element := range v {
			s.step(def, fmt.Sprintf("%s/%d", pointer, i), in["items"].(schemaObject), element, visit)
		}
	case map[string]any:
		properties, ok := in["properties"].(schemaObject)
		if !ok {
			return // a text by language
		}
		visit(def, pointer, in)
		for key, inner := range v {
			s.step(def, pointer+"/"+key, properties[key].(schemaObject), inner, visit)
		}
	}
}

// tried are the values that are put in the place of every key.
func tried() []any {
	scalars := []any{
		nil, true, 0, 1, -1, 1440, 1441, 10081, 1 << 31, 0.5, "", " ", "a", "A b", "a-b.c", "a--b", "7", "2(1)(h)", "29", "en", "zh-Hans", "x\ny", "\u2003",
		"2024-04-15", "1800-01-01", "2300-01-01", "2024-02-30", "10:00", "24:00", "at least 8", "open", "held", "in-person", "platform", "reports-to",
		long(32), long(33), long(64), long(65), long(100), long(101), long(200), long(201), long(300), long(301), long(500), long(501), long(1000), long(1001),
		strings.Repeat("é", 300), strings.Repeat("😀", 1000),
	}
	values := []any{gone, list{}, list{list{}}, list{object{}}, object{}, object{"EN": "x"}, object{"en": object{}}, tongues(16), tongues(17)}
	for _, n := range []int{16, 17, 32, 33, 64, 65, 256, 257, 512, 513} {
		values = append(values, many(n, "a"), many(n, object{}))
	}
	for _, s := range scalars {
		values = append(values, s, list{s}, object{"en": s})
	}
	return values
}

// TestAgreement puts every value in the place of every key, those that the good document leaves out as well, of
// one object of each sort. The schema refuses the document exactly when the library does for its shape: the mapping
// of tags is neither too strict nor too lax, whatever fields come.
func TestAgreement(t *testing.T) {
	s, judged, doc, values := readSchema(t), judge(t, document.Schema()), good(t), tried()
	place := map[string]string{}
	s.walk(t, doc, func(def, pointer string, _ schemaObject) {
		if first, taken := place[def]; !taken || pointer < first {
			place[def] = pointer
		}
	})
	var pointers []string
	s.walk(t, doc, func(def, pointer string, object schemaObject) {
		if place[def] == pointer {
			for key := range object["properties"].(schemaObject) {
				pointers = append(pointers, pointer+"/"+key)
			}
		}
	})
	require.Len(t, place, len(s.objects())+1, "objects of the schema that the good document lacks: it has %v", slices.Sorted(maps.Keys(place)))
	work := make(chan string)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for pointer := range work {
				for _, v := range values {
					changed := with(t, doc, pointer, v)
					err, answer := judged(changed), ask(changed)
					if (err != nil) != answer.refusesShape() {
						t.Errorf("%s = %.40v: the schema says %v, the library %v", pointer, v, err, answer)
					}
				}
			}
		})
	}
	for _, pointer := range pointers {
		work <- pointer
	}
	close(work)
	group.Wait()
	t.Logf("%d documents", len(pointers)*len(values))
}
