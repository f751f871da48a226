package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att/document"
)

// level is one sort of object in a document, at a place in the good one, with what may be wrong in it.
type level struct {
	noun, place string
	changes     []change
}

// change is one fault: what it is called, the key that it changes, and the value that stands there then.
type change struct {
	name, key string
	value     any
}

type (
	list   = []any
	object = map[string]any
)

func long(n int) string { return strings.Repeat("x", n) }

func many(n int, v any) list {
	l := make(list, n)
	for i := range l {
		l[i] = v
	}
	return l
}

// common are the faults that are tried at every level, besides those of its own.
var common = []change{
	{"unknown key", "/colour", "red"},
	{"key in capitals", "/ID", "x"},
	{"null", "", nil},
	{"text instead of an object", "", "x"},
	{"list instead of an object", "", list{}},
}

// TestRefused breaks the good document at every level in every way of the table. Each broken document is
// refused by the schema and by the library; the good one by neither.
func TestRefused(t *testing.T) {
	judged := judge(t, document.Schema())
	require.NoError(t, judged(good(t)))
	require.False(t, ask(good(t)).refuses(), "%v", ask(good(t)))
	unchanged, rows := string(with(t, good(t), "/id", "good")), 0
	for _, l := range levels {
		for _, c := range append(common, l.changes...) {
			rows++
			t.Run(fmt.Sprintf("%s/%s", l.noun, c.name), func(t *testing.T) {
				doc := with(t, good(t), l.place+c.key, c.value)
				assert.NotEqual(t, unchanged, string(doc), "nothing was changed")
				assert.Error(t, judged(doc), "the schema accepts %s = %.60v", l.place+c.key, c.value)
				assert.True(t, ask(doc).refusesShape(), "the library accepts %s = %.60v", l.place+c.key, c.value)
			})
		}
	}
	t.Logf("%d broken documents", rows)
}

// TestEveryNounIsBroken compares the places of the table with the objects that the schema defines.
func TestEveryNounIsBroken(t *testing.T) {
	places := map[string]bool{}
	for _, l := range levels {
		places[l.place] = true
	}
	broken, s := map[string]bool{}, readSchema(t)
	s.walk(t, good(t), func(def, pointer string, _ schemaObject) {
		broken[def] = broken[def] || places[pointer]
	})
	for def := range s.objects() {
		assert.True(t, broken[def], "no level breaks a %s", def)
	}
}
