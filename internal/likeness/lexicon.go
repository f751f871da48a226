package likeness

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"attwork.example/att"
)

// The three files are read once, at the first comparison, and never changed after.
var (
	//go:embed glossary.csv
	glossaryFile string
	//go:embed words.csv
	wordsFile string
	//go:embed hanzi.txt
	hanziFile string
)

// lexicon holds the terms of one language.
type lexicon struct {
	lang    att.Lang
	grammar *grammar
	// Terms of one word, by the word as folded, without inflection, and by its root.
	exact, inflected, derived map[string]concept
	// Terms of more words, by the sum of the marks of their words (any order), without inflection and by root.
	manyInflected, manyDerived map[uint64]phrase
	// Phrases of small words, by the mark of the sequence ("by means of").
	fixed            map[uint64]phrase
	longest, longFix int
	// Arabic only: the inflected form of every word of every term.
	vocabulary map[string]bool
	// Chinese only: every term as written, and the length of the longest in characters.
	written      map[string]concept
	longestHanzi int
}

// phrase is a term of more than one word. A term with "and" inside may cross an "and" of the title.
type phrase struct {
	concept concept
	words   int
	and     bool
}

// lexica holds how to make the lexicon of each language, which happens when it is first needed.
var lexica = sync.OnceValue(func() map[att.Lang]func() *lexicon {
	// The word list first: of two entries for one form the first one stays, and the word list divides the
	// small and generic words of the glossary more finely.
	terms := map[att.Lang][]term{}
	for _, t := range append(readWords(), readGlossary()...) {
		terms[t.lang] = append(terms[t.lang], t)
	}
	all := map[att.Lang]func() *lexicon{}
	for lang, list := range terms {
		all[lang] = sync.OnceValue(func() *lexicon { return newLexicon(lang, list) })
	}
	return all
})

// lexiconOf returns the lexicon of a language, or nil if there is none.
func lexiconOf(lang att.Lang) *lexicon {
	if build, ok := lexica()[lang]; ok {
		return build()
	}
	return nil
}

func newLexicon(lang att.Lang, terms []term) *lexicon {
	x := &lexicon{
		lang: lang, grammar: grammars()[lang],
		exact: map[string]concept{}, inflected: map[string]concept{}, derived: map[string]concept{},
		manyInflected: map[uint64]phrase{}, manyDerived: map[uint64]phrase{}, fixed: map[uint64]phrase{},
		written: map[string]concept{}, vocabulary: map[string]bool{},
	}
	if lang == att.Arabic {
		x.addVocabulary(terms)
	}
	// Small words before the rest, which is read in their light; each with a reader of its own, since a reader
	// keeps what it has learnt.
	for _, small := range []bool{true, false} {
		r := newReader(x)
		for _, t := range terms {
			if (kinds()[t.concept].class == connector) == small {
				x.add(t, r)
			}
		}
	}
	return x
}

// term is one line of the glossary, or one cell entry of the word list.
type term struct {
	concept concept
	lang    att.Lang
	text    string
}

// readGlossary reads concept, language and term; source and confidence are for people.
func readGlossary() []term {
	var out []term
	for _, line := range rows(glossaryFile)[1:] {
		out = append(out, term{conceptOf(line[0]), att.Lang(line[1]), line[2]})
	}
	return out
}

func readWords() []term {
	lines := rows(wordsFile)
	var out []term
	for _, line := range lines[1:] {
		for i, cell := range line[1:] {
			for text := range strings.SplitSeq(cell, "|") {
				if text != "" {
					out = append(out, term{conceptOf(line[0]), att.Lang(lines[0][i+1]), text})
				}
			}
		}
	}
	return out
}

// rows panics on an embedded file that does not parse: tests read the same file.
func rows(file string) [][]string {
	r := csv.NewReader(strings.NewReader(file))
	r.Comment = '#'
	lines, err := r.ReadAll()
	if err != nil || len(lines) == 0 {
		panic(fmt.Sprintf("likeness: embedded file: %v", err))
	}
	return lines
}

// add enters a term under every form by which a title may show it. The first entry of a form stays.
func (x *lexicon) add(t term, r *reader) {
	text := r.fold(t.text, x.lang)
	if x.lang == att.Chinese {
		keepFirst(x.written, string(text), t.concept)
		x.longestHanzi = max(x.longestHanzi, len(text))
		return
	}
	r.scan(text)
	words, and := r.contentWords(t.concept)
	class := kinds()[t.concept].class
	switch {
	case len(words) == 0:
	case len(words) == 1 && len(r.tokens) == 1:
		x.addWord(t.concept, class, &r.words[words[0]])
	case class == connector, class == generic && len(r.tokens) > 1 && (len(words) == 1 || r.endsInSmallWord()):
		x.addFixed(t.concept, r)
	case len(words) == 1:
		x.addWord(t.concept, class, &r.words[words[0]])
	default:
		var light, deep uint64
		for _, w := range words {
			light += r.words[w].inflectedMark
			deep += r.words[w].derivedMark
		}
		p := phrase{t.concept, len(words), and}
		x.longest = max(x.longest, len(words))
		keepFirst(x.manyInflected, light, p)
		keepFirst(x.manyDerived, deep, p)
	}
}

func (x *lexicon) addVocabulary(terms []term) {
	r := newReader(x)
	for _, t := range terms {
		r.scan(r.fold(t.text, x.lang))
	}
	for _, w := range r.words {
		x.vocabulary[x.grammar.inflected(w.text)] = true
	}
}

func (x *lexicon) addWord(c concept, class class, w *word) {
	keepFirst(x.exact, w.text, c)
	if x.lang == att.Arabic && strings.HasSuffix(w.text, "ي") {
		keepFirst(x.exact, w.text+"ه", c) // an adjective has a feminine, which may look like another noun
	}
	// A small word counts only as written: its root may be that of a word that matters ("covered", "coverage").
	if class == connector && (len(w.text) < longSmallWord || x.lang == att.Arabic) {
		return
	}
	keepFirst(x.inflected, w.inflected, c)
	if class == content || class == generic && utf8.RuneCountInString(w.derived) > leaveDerived {
		keepFirst(x.derived, w.derived, c)
	}
}

// longSmallWord is the length from which a small word may be inflected (соответствующий, visée).
const longSmallWord = 5

func (x *lexicon) addFixed(c concept, r *reader) {
	var m uint64
	for _, t := range r.tokens {
		if t.sign != 0 {
			return
		}
		m = next(m, r.words[t.word].exactMark)
	}
	x.longFix = max(x.longFix, len(r.tokens))
	keepFirst(x.fixed, m, phrase{concept: c, words: len(r.tokens)})
	// "en matière de" is also "en matière d'" and "en matière du".
	last := r.words[r.tokens[len(r.tokens)-1].word].text
	for _, form := range contracted[x.lang][last] {
		m := uint64(0)
		for _, t := range r.tokens[:len(r.tokens)-1] {
			m = next(m, r.words[t.word].exactMark)
		}
		keepFirst(x.fixed, next(m, mark(form)), phrase{concept: c, words: len(r.tokens)})
	}
}

// contracted holds the forms in which a preposition runs together with the article, as folded.
var contracted = map[att.Lang]map[string][]string{
	att.French:  {"de": {"d", "du", "des"}, "a": {"au", "aux"}},
	att.Spanish: {"de": {"del"}, "a": {"al"}},
}

func keepFirst[K comparable, V any](m map[K]V, k K, v V) {
	if _, ok := m[k]; !ok {
		m[k] = v
	}
}

// hanziTable maps traditional and variant characters to simplified ones.
type hanziTable struct{ simplified map[rune]rune }

var hanzi = sync.OnceValue(func() *hanziTable {
	t := &hanziTable{simplified: map[rune]rune{}}
	for line := range strings.Lines(hanziFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for group := range strings.FieldsSeq(line) {
			to, size := utf8.DecodeRuneInString(group)
			for _, from := range group[size:] {
				t.simplified[from] = to
			}
		}
	}
	return t
})
