package likeness_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/internal/likeness"
)

// bruteForce compares all with all.
func bruteForce(titles []att.Text, skip func(i, j int) bool) []likeness.Pair {
	var pairs []likeness.Pair
	for j, t := range titles {
	earlier:
		for i := range j {
			for _, l := range slices.Sorted(maps.Keys(t)) {
				if a, ok := titles[i][l]; ok && likeness.Alike(l, a, t[l]) && (skip == nil || !skip(i, j)) {
					pairs = append(pairs, likeness.Pair{I: i, J: j, Lang: l})
					break earlier
				}
			}
		}
	}
	return pairs
}

func english(list ...string) []att.Text {
	var out []att.Text
	for _, s := range list {
		out = append(out, att.Text{att.English: s})
	}
	return out
}

func TestPairs(t *testing.T) {
	titles := []att.Text{
		{att.English: "Import", att.French: "Importation"},
		{att.English: "Corruption"},
		{att.English: "Update on corruption", att.French: "Corruption"},
		{att.French: "Article 8"},
		{att.English: "Training", att.French: "Article 8 : importation"},
		{att.Spanish: "Corrupción"},
		{att.English: "WGETI: corruption", att.French: "Présentation sur la corruption"},
		{},
		{att.English: ""},
	}
	pairs, complete := likeness.Pairs(titles, nil)
	assert.True(t, complete)
	assert.Equal(t, []likeness.Pair{
		{I: 1, J: 2, Lang: att.English},
		{I: 0, J: 3, Lang: att.French},
		{I: 0, J: 4, Lang: att.French},
		{I: 1, J: 6, Lang: att.English},
	}, pairs)
	assert.Equal(t, bruteForce(titles, nil), pairs)

	none, complete := likeness.Pairs(nil, nil)
	assert.Empty(t, none)
	assert.True(t, complete)
}

// A title that skip excuses against its first match is still compared with later ones.
func TestPairsSkip(t *testing.T) {
	titles := english("Corruption", "Update on corruption", "Discussion of corruption", "Corruption: overview")
	skip := func(i, j int) bool { return i == 0 || i == 1 && j == 2 }
	pairs, complete := likeness.Pairs(titles, skip)
	assert.True(t, complete)
	assert.Equal(t, []likeness.Pair{{I: 1, J: 3, Lang: att.English}}, pairs)
	pairs, _ = likeness.Pairs(titles, func(int, int) bool { return true })
	assert.Empty(t, pairs)
}

func TestPairsSayWhenTheyStop(t *testing.T) {
	titles := slices.Repeat(english("Corruption"), 600)
	skip := func(int, int) bool { return true }
	pairs, complete := likeness.Pairs(titles[:257], skip)
	assert.Empty(t, pairs)
	assert.True(t, complete, "256 candidates are compared")
	_, complete = likeness.Pairs(titles[:258], skip)
	assert.False(t, complete)
	pairs, complete = likeness.Pairs(titles, nil)
	assert.Len(t, pairs, 599)
	assert.True(t, complete)
}

// Whatever the order of the titles, the same ones hang together.
func TestPairsAndOrder(t *testing.T) {
	titles := agenda(300)
	want := families(titles, nil)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		assert.Equal(t, want, families(titles, rng.Perm(len(titles))))
	}
}

// families puts the titles in the given order and returns, for each title as first numbered, the least number
// of those that pairs connect it with.
func families(titles []att.Text, order []int) []int {
	if order == nil {
		for i := range titles {
			order = append(order, i)
		}
	}
	var shuffled []att.Text
	family := make([]int, len(titles))
	for _, o := range order {
		shuffled = append(shuffled, titles[o])
		family[o] = o
	}
	pairs, _ := likeness.Pairs(shuffled, nil)
	for changed := true; changed; {
		changed = false
		for _, p := range pairs {
			i, j := order[p.I], order[p.J]
			least := min(family[i], family[j])
			changed = changed || family[i] != family[j]
			family[i], family[j] = least, least
		}
	}
	return family
}

func TestPairsAgainstBruteForce(t *testing.T) {
	titles := agenda(200)
	got, complete := likeness.Pairs(titles, nil)
	require.True(t, complete)
	require.NotEmpty(t, got)
	require.Equal(t, bruteForce(titles, nil), got)
}

// Titles that no agenda has must cost no more than others.
func TestHostileTitles(t *testing.T) {
	long := strings.Repeat("import ", 1<<17)
	hostile := map[string]string{
		"a megabyte":      strings.Repeat("x", 1<<20),
		"many words":      long,
		"combining marks": "a" + strings.Repeat("\u0301", 50_000),
		"bidi marks":      strings.Repeat("\u202e\u2066", 100) + "Import",
		"control signs":   "Im\x00port\x1b[31m\x7f",
		"invalid UTF-8":   "Import \xff\xfe\xc0\xaf",
		"brackets":        strings.Repeat("(", 300),
		"articles":        "Articles " + strings.Repeat("1-28,", 40),
		"big numbers":     "Article 99999999999999999999(999999999)",
		"ligatures":       strings.Repeat("\ufdfa", 300),
		"numerals":        strings.Repeat("第十", 150),
		"hyphens":         strings.Repeat("re-", 100) + "export",
		"apostrophes":     strings.Repeat("l'", 150),
	}
	for name, s := range hostile {
		t.Run(name, func(t *testing.T) {
			for _, l := range append(att.Languages(), "xx", "") {
				assert.True(t, likeness.Alike(l, s, s) || l == att.Chinese || name == "brackets", l)
				assert.False(t, likeness.Alike(l, s, "Corruption"), l)
			}
		})
	}
	var titles []att.Text
	for i := range 200 {
		titles = append(titles, att.Text{att.English: long, att.Lang(fmt.Sprint(i)): long})
	}
	pairs, complete := likeness.Pairs(titles, nil)
	assert.Len(t, pairs, 199)
	assert.True(t, complete)
	assert.False(t, likeness.Alike(att.English, long, long+"x"), "what is not read is not alike")
}

func TestPairsAllocate(t *testing.T) {
	titles := agenda(200)
	likeness.Pairs(titles, nil)
	allocs := testing.AllocsPerRun(5, func() { likeness.Pairs(titles, nil) })
	assert.Less(t, allocs, 500.0)
}
