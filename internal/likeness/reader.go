package likeness

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"attwork.example/att"
)

// reader takes titles of one language apart. It keeps what it learns of each distinct word, and its
// buffers, from one title to the next. A reader is used by one goroutine.
type reader struct {
	lexicon *lexicon // nil for a language without terms
	words   []word
	known   map[string]int32 // by text, an index into words
	roots   map[string]int32 // numbers for words that are no term

	bytes  []byte
	runes  []rune
	letter []byte
	tokens []token
	units  []unit
	items  []item
	kept   []item
	atoms  []atom

	// What titles said is kept in these, one after the other.
	store   []atom
	related []relation
}

func newReader(x *lexicon) *reader {
	return &reader{lexicon: x, known: map[string]int32{}, roots: map[string]int32{}}
}

// word is what is known of a distinct word.
type word struct {
	text, inflected, derived              string
	exactMark, inflectedMark, derivedMark uint64
	concept                               concept // none if it is no term
	root                                  atom
	and                                   bool // Arabic: "and" is written together with it
	verbal                                bool // an English participle or adjective, or a Russian adjective: which side it governs is open
}

const none concept = -1

// token is a word, a number, or a sign that divides.
type token struct {
	word  int32 // index into words, or -1
	sign  rune  // 0 for a word, '0' for a number, else one of ( ) : , . / - ' (the owner's s)
	glued bool  // no space before it
}

// joined lists the first parts that are written with and without hyphen (re-export, inter-agency). Other
// words with a hyphen are read as two.
var joined = map[string]bool{
	"re": true, "co": true, "sub": true, "inter": true, "under": true, "trans": true, "non": true, "pre": true,
	"post": true, "anti": true, "multi": true, "over": true, "un": true, "sous": true, "counter": true,
	"on": true, "off": true, "e": true, "south": true, "north": true,
}

// scan cuts folded text into tokens.
func (r *reader) scan(text []rune) {
	r.tokens = r.tokens[:0]
	glued := false
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case unicode.IsLetter(c):
			i = r.scanWord(text, i, glued)
		case c >= '0' && c <= '9':
			start := i
			for i < len(text) && text[i] >= '0' && text[i] <= '9' {
				i++
			}
			for start < i-1 && text[start] == '0' {
				start++
			}
			r.letter = append(r.letter[:0], string(text[start:i])...)
			r.tokens = append(r.tokens, token{word: r.wordOf(r.letter), sign: '0', glued: glued})
			i = ordinalEnd(text, i)
		default:
			if s := divider(text, i); s != 0 {
				r.tokens = append(r.tokens, token{word: -1, sign: s, glued: glued})
			}
			glued = c != ' '
			i++
			continue
		}
		glued = true
	}
}

// divider returns the sign that the character stands for, 0 for a space. A hyphen divides titles where it
// has spaces, and joins numbers where it has none.
func divider(text []rune, i int) rune {
	switch c := text[i]; c {
	case '(', '[':
		return '('
	case ')', ']':
		return ')'
	case ':', ';', '|', '!', '?':
		return ':'
	case ',', '.', '/', '&', '、':
		return c
	case '-':
		before, after := i == 0 || text[i-1] == ' ', i+1 == len(text) || text[i+1] == ' '
		switch {
		case before && after:
			return ':'
		case !before && !after:
			return '-'
		}
	}
	return 0
}

// ordinalEnd skips the letters of "11th", "2e" or "5-я".
func ordinalEnd(text []rune, i int) int {
	j := i
	for j < len(text) && unicode.IsLetter(text[j]) {
		j++
	}
	switch string(text[i:j]) {
	case "th", "st", "nd", "rd", "e", "er", "ere", "eme", "o", "a", "й", "я", "го":
		return j
	}
	return i
}

// scanWord reads a word from i and returns where it ends. It joins the parts of a word with a hyphen where
// the language writes both, and marks the English owner's s.
func (r *reader) scanWord(text []rune, i int, glued bool) int {
	r.letter = r.letter[:0]
	for i < len(text) {
		c := text[i]
		if unicode.IsLetter(c) {
			r.letter = utf8.AppendRune(r.letter, c)
			i++
			continue
		}
		if c != '-' || i+1 == len(text) || !unicode.IsLetter(text[i+1]) || !joined[string(r.letter)] {
			break
		}
		i++
	}
	r.tokens = append(r.tokens, token{word: r.wordOf(r.letter), glued: glued})
	if i < len(text) && text[i] == '\'' && r.lexicon != nil && r.lexicon.lang == att.English {
		end := i + 1
		if end < len(text) && text[end] == 's' {
			end++
		}
		if end == len(text) || !unicode.IsLetter(text[end]) {
			r.tokens = append(r.tokens, token{word: -1, sign: '\'', glued: true})
			return end
		}
	}
	return i
}

// wordOf returns the index of the word, learning it if it is new.
func (r *reader) wordOf(text []byte) int32 {
	if i, ok := r.known[string(text)]; ok {
		return i
	}
	i := int32(len(r.words))
	w := word{text: string(text), concept: none}
	w.inflected, w.derived = w.text, w.text
	if x := r.lexicon; x != nil {
		x.learn(&w)
	}
	w.root = r.rootOf(w.derived)
	r.words = append(r.words, w)
	r.known[w.text] = i
	return i
}

// rootOf numbers the roots that are no terms.
func (r *reader) rootOf(root string) atom {
	n, ok := r.roots[root]
	if !ok {
		n = int32(len(r.roots))
		r.roots[root] = n
	}
	return firstRoot + atom(n)
}

// learn finds out all that the lexicon knows of a word.
func (x *lexicon) learn(w *word) {
	w.inflected = x.grammar.inflected(w.text)
	if x.lang == att.Arabic {
		w.inflected, w.and = x.withoutParticle(w.text, w.inflected)
	}
	w.derived = x.grammar.derived(w.inflected)
	w.exactMark, w.inflectedMark, w.derivedMark = mark(w.text), mark(w.inflected), mark(w.derived)
	for _, form := range []struct {
		terms map[string]concept
		text  string
	}{{x.exact, w.text}, {x.exact, x.grammar.bare(w.text)}, {x.inflected, w.inflected}, {x.derived, w.derived}} {
		if c, ok := form.terms[form.text]; ok {
			w.concept = c
			break
		}
	}
	switch x.lang {
	case att.English:
		for _, end := range []string{"ing", "ed", "tial", "ive", "ory", "able"} {
			w.verbal = w.verbal || strings.HasSuffix(w.text, end)
		}
	case att.Russian:
		for _, end := range []string{"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ых", "их", "ым", "им", "ыми", "ими", "ую", "юю"} {
			w.verbal = w.verbal || strings.HasSuffix(w.text, end) && !strings.HasSuffix(w.text, "ние") && !strings.HasSuffix(w.text, "тие")
		}
	}
}

// withoutParticle takes a one-letter particle (and, by, for, as, so) off an Arabic word, but only where what
// is left is a word of the lexicon: many roots begin with the same letters. Before the article it is
// always one. It also returns whether the particle was "and".
func (x *lexicon) withoutParticle(text, inflected string) (string, bool) {
	const and = "و"
	if x.vocabulary[inflected] {
		return inflected, strings.HasPrefix(text, and) && !strings.HasPrefix(x.grammar.bare(text), and)
	}
	for _, p := range []string{and, "ب", "ل", "ك", "ف"} {
		if rest, ok := strings.CutPrefix(text, p); ok && utf8.RuneCountInString(rest) >= leaveInflected {
			if in := x.grammar.inflected(rest); x.vocabulary[in] {
				return in, p == and
			}
		}
	}
	return inflected, false
}

// mark spreads a word over 64 bits (FNV-1a), so that the marks of a phrase can be added in any order.
func mark(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 32
	return h * 0x9E3779B97F4A7C15
}

// next adds a word to the mark of a sequence.
func next(m, w uint64) uint64 { return (m ^ w) * 1099511628211 }
