package likeness_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"attwork.example/att"
)

func readCSV(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	lines, err := r.ReadAll()
	require.NoError(t, err)
	return lines
}

// plain folds a term by a way of its own: decomposed, without marks, small, hyphen and space as one.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s)), func(r rune) bool { return r == ' ' || r == '-' }), " ")
}

type entry struct{ lang, term string }

func TestGlossary(t *testing.T) {
	lines := readCSV(t, "glossary.csv")
	require.Equal(t, []string{"concept", "lang", "term", "source", "confidence"}, lines[0])
	seen, concepts := map[entry]bool{}, map[entry]string{}
	for _, line := range lines[1:] {
		require.Len(t, line, 5)
		concept, lang, term := line[0], line[1], line[2]
		assert.True(t, att.ValidID(concept), concept)
		assert.Contains(t, att.Languages(), att.Lang(lang), term)
		assert.NotEmpty(t, strings.TrimSpace(term))
		assert.Contains(t, []string{"verified", "recalled"}, line[4], term)
		assert.Equal(t, line[4] == "verified", line[3] != "", "%s: a verified term has a source, a recalled one has none", term)
		assert.False(t, seen[entry{lang, term}], "%s %q twice", lang, term)
		seen[entry{lang, term}] = true
		form := entry{lang, plain(term)}
		if other, ok := concepts[form]; ok {
			assert.Equal(t, other, concept, "%s %q", lang, term)
		}
		concepts[form] = concept
	}
}

// A word of the list may refine a stop or generic word of the glossary, but no term of the Treaty.
func TestWords(t *testing.T) {
	glossary := map[entry]string{}
	for _, line := range readCSV(t, "glossary.csv")[1:] {
		glossary[entry{line[1], plain(line[2])}] = line[0]
	}
	lines := readCSV(t, "words.csv")
	langs := lines[0][1:]
	require.ElementsMatch(t, []string{"ar", "en", "es", "fr", "ru", "zh"}, langs)
	concepts := map[entry]string{}
	for _, line := range lines[1:] {
		require.Len(t, line, len(langs)+1)
		assert.True(t, att.ValidID(line[0]), line[0])
		for i, cell := range line[1:] {
			for term := range strings.SplitSeq(cell, "|") {
				assert.Equal(t, strings.TrimSpace(term), term)
				if term == "" {
					assert.Empty(t, cell, "%s %s has an empty term", line[0], langs[i])
					continue
				}
				form := entry{langs[i], plain(term)}
				if other, ok := concepts[form]; ok && !connects(other) && !connects(line[0]) {
					assert.Equal(t, other, line[0], "%s %q", langs[i], term)
				}
				concepts[form] = line[0]
				if other, ok := glossary[form]; ok && other != line[0] {
					assert.Contains(t, []string{"stop", "generic"}, other, "%s %q is %s in the glossary and %s in the list", langs[i], term, other, line[0])
				}
			}
		}
	}
}

func connects(concept string) bool {
	return slices.Contains([]string{"stop", "of", "and", "the", "by"}, concept)
}
