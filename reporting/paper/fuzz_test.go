package paper_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/document"
	"attwork.example/att/rules/practice"
	"attwork.example/reporting/paper"
)

// FuzzPaper: whatever document can be read makes a paper in every format, twice the same, and no text in it means more
// than itself.
func FuzzPaper(f *testing.F) {
	for _, name := range cycles.Names() {
		p, _ := cycles.Programme(name) // shortened, for the sake of speed
		f.Add(encoded(f, cut(p, 2)), name == "csp9", name == "csp10")
	}
	faulty, err := os.ReadFile("../../examples/testdata/six-faults.json")
	require.NoError(f, err)
	f.Add(faulty, true, false)
	small := cut(whole(), 2)
	for i, attack := range attacks {
		if utf8.ValidString(attack) && i%7 == 0 {
			f.Add(encoded(f, planted(small, "words", attack).Programme), i%2 == 0, i%3 == 0)
		}
	}
	known := vocabulary{}
	catalogues := map[bool]paper.Catalogue{false: catalogue(f, att.French), true: catalogue(f, att.Arabic)}
	for _, c := range catalogues {
		known.add(f, written(f, whole(), paper.HTML, c))
		known.add(f, written(f, whole(), paper.HTML, paper.NewCatalogue("qq", nil))) // marks whatever a language lacks
	}
	rules := practice.Rules()
	f.Fuzz(func(t *testing.T, data []byte, compare, arabic bool) {
		file, err := document.Read("fuzz.json", bytes.NewReader(data))
		if err != nil {
			return
		}
		p := paper.Paper{Programme: file.Programme, Checks: []paper.Check{{Title: file.Programme.Name, Rules: rules.Rules(), Report: rules.Check(file.Programme, check.Options{})}}}
		if compare {
			p.Before = file.Programme
			p.Before.Note = "the same"
		}
		for _, format := range paper.Formats() {
			out := written(t, p, format, catalogues[arabic])
			require.Equal(t, string(out), string(written(t, p, format, catalogues[arabic])))
			judge(t, known, format, out)
		}
	})
}

// FuzzTexts: whatever stands in every text of a paper at once, no format takes it for more than a text.
func FuzzTexts(f *testing.F) {
	for i, attack := range attacks {
		f.Add(attack, uint8(i))
	}
	small := cut(whole(), 1)
	known := vocabulary{}
	french := catalogue(f, att.French)
	for _, p := range []paper.Paper{whole(), small} {
		known.add(f, written(f, p, paper.HTML, french))
		known.add(f, written(f, p, paper.HTML, paper.NewCatalogue("qq", nil))) // marks whatever a language lacks
	}
	order := slices.Sorted(maps.Keys(places))
	f.Fuzz(func(t *testing.T, attack string, place uint8) {
		if len(attack) > 500 {
			return
		}
		p := planted(small, order[int(place)%len(order)], attack)
		for _, format := range paper.Formats() {
			judge(t, known, format, written(t, p, format, french))
		}
	})
}

func encoded(t testing.TB, p att.Programme) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, document.Write(&b, p))
	return b.Bytes()
}

// judge expects that no text in a paper means more than itself.
func judge(t testing.TB, known vocabulary, f paper.Format, out []byte) {
	t.Helper()
	require.True(t, utf8.Valid(out), f)
	require.Empty(t, control.FindString(strings.TrimPrefix(string(out), "\ufeff")), "%s has a control character", f)
	switch f {
	case paper.HTML:
		known.expect(t, out)
	case paper.Markdown:
		tablesHold(t, string(out))
	case paper.CSV:
		textsStayTexts(t, out)
	case paper.JSON:
		require.True(t, json.Valid(out))
	}
}
