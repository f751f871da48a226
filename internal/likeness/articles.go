package likeness

import "strconv"

// atom is one element of what a title says: a concept, an article, a number, or the root of a word that
// is no term. Concepts are small numbers, roots are large, articles are negative.
type atom int32

const firstRoot atom = 1 << 20

// articleAtom packs article, paragraph and letter; the last two may be 0.
func articleAtom(article, paragraph int, letter rune) atom {
	return -atom(min(article, 1<<14)<<16 | min(paragraph, 255)<<8 | int(letter)&255)
}

func (a atom) article() int { return int(-a) >> 16 }
func (a atom) whole() bool  { return int(-a)&0xFFFF == 0 }

// lastArticle is the number of the Treaty's last article: "Articles 6 to 11" is a range, "Article 6 to 2025" is not.
const lastArticle = 28

const (
	articleConcept   conceptName = "article"
	paragraphConcept conceptName = "paragraph"
)

type conceptName string

func (n conceptName) is(c concept) bool { return c != none && kinds()[c].name == string(n) }

// at returns the token at i, or one that is nothing.
func (r *reader) at(i int) token {
	if i < len(r.tokens) {
		return r.tokens[i]
	}
	return token{word: -1, sign: ':'}
}

func (r *reader) conceptAt(i int) concept {
	if t := r.at(i); t.word >= 0 && t.sign == 0 {
		return r.words[t.word].concept
	}
	return none
}

// number reads a number, in figures or as a word, and returns it with the place after it.
func (r *reader) number(i int) (n, end int, ok bool) {
	t := r.at(i)
	if t.sign == '0' {
		text := r.words[t.word].text
		if len(text) > 5 {
			return 0, i, false
		}
		n, err := strconv.Atoi(text)
		return n, i + 1, err == nil
	}
	c := r.conceptAt(i)
	if c == none || kinds()[c].number == 0 {
		return 0, i, false
	}
	n, end = kinds()[c].number, i+1
	if after := r.at(end); after.word >= 0 && after.sign == 0 && arabicTen[r.words[after.word].text] {
		return n + 10, end + 1, true
	}
	return n, end, true
}

// arabicTen holds the second word of the Arabic numbers from 11 to 19, as folded.
var arabicTen = map[string]bool{"عشر": true, "عشره": true}

// inBrackets reads "(4)" or "(h)".
func (r *reader) inBrackets(i int) (n int, letter rune, end int, ok bool) {
	if r.at(i).sign != '(' || r.at(i+2).sign != ')' {
		return 0, 0, i, false
	}
	if n, _, ok := r.number(i + 1); ok {
		return n, 0, i + 3, true
	}
	if t := r.at(i + 1); t.sign == 0 && t.word >= 0 {
		if text := r.words[t.word].text; len(text) == 1 {
			return 0, rune(text[0]), i + 3, true
		}
	}
	return 0, 0, i, false
}

// articles reads a reference to articles that begins at i, and appends its atoms: "Article 7(4)", "Articles
// 6, 7 and 11", "article 6, paragraphe 3", "artículo 7.4", "paragraph 4 of Article 7", "статьи 6-11".
func (r *reader) articles(i int) (end int, ok bool) {
	c := r.conceptAt(i)
	if paragraphConcept.is(c) {
		return r.paragraphFirst(i)
	}
	if !articleConcept.is(c) {
		return i, false
	}
	i = r.skipDot(i + 1)
	if _, _, ok := r.number(i); !ok {
		return i, false
	}
	last := 0
	for {
		n, after, ok := r.number(i)
		switch {
		case ok && r.isRange(i, last, n):
			for k := last + 1; k < n; k++ {
				r.atoms = append(r.atoms, articleAtom(k, 0, 0))
			}
			fallthrough
		case ok:
			last, i = n, r.paragraphsOf(n, after)
		default:
			p, letter, after, ok := r.inBrackets(i)
			if !ok {
				return i, true
			}
			r.atoms = append(r.atoms, articleAtom(last, p, letter))
			i = after
		}
		next := r.skipListSign(i)
		if _, _, ok := r.number(next); !ok {
			if _, _, _, ok := r.inBrackets(next); !ok || next == i {
				return i, true
			}
		}
		if next == i {
			return i, true
		}
		i = next
	}
}

// isRange tells whether the number at i closes a range that began with last.
func (r *reader) isRange(i, last, n int) bool {
	if last == 0 || n <= last || n > lastArticle {
		return false
	}
	before := r.tokens[i-1]
	if before.sign == '-' {
		return true
	}
	if before.sign != 0 || before.word < 0 {
		return false
	}
	switch r.words[before.word].text {
	case "to", "a", "по", "الي", "до", "al":
		return true
	}
	return false
}

// skipDot skips the dot of "Art.".
func (r *reader) skipDot(i int) int {
	if r.at(i).sign == '.' {
		return i + 1
	}
	return i
}

// skipListSign skips what may stand between two numbers of one list: a comma, "and", "to", a hyphen.
func (r *reader) skipListSign(i int) int {
	for range 2 { // ", and"
		t := r.at(i)
		c := r.conceptAt(i)
		if t.sign == ',' || t.sign == '-' || t.sign == '/' || t.sign == '&' || t.sign == '、' || c != none && kinds()[c].class == connector {
			i++
		}
		if articleConcept.is(r.conceptAt(i)) {
			i = r.skipDot(i + 1)
		}
	}
	return i
}

// paragraphsOf reads what narrows article n and appends its atoms.
func (r *reader) paragraphsOf(n, i int) int {
	if p, letter, end, ok := r.inBrackets(i); ok && r.at(i).glued || ok && letter == 0 {
		if _, l, after, ok := r.inBrackets(end); ok && l != 0 {
			letter, end = l, after
		}
		r.atoms = append(r.atoms, articleAtom(n, p, letter))
		return end
	}
	if r.at(i).sign == '.' && r.at(i).glued && r.at(i+1).glued {
		if p, end, ok := r.number(i + 1); ok {
			r.atoms = append(r.atoms, articleAtom(n, p, 0))
			return end
		}
	}
	j := i
	if r.at(j).sign == ',' {
		j++
	}
	if paragraphConcept.is(r.conceptAt(j)) {
		if ps, end := r.numbers(r.skipDot(j + 1)); len(ps) > 0 {
			for _, p := range ps {
				r.atoms = append(r.atoms, articleAtom(n, p, 0))
			}
			return end
		}
	}
	r.atoms = append(r.atoms, articleAtom(n, 0, 0))
	return i
}

// numbers reads "4", "(4)" or "1, 2 and 3".
func (r *reader) numbers(i int) (list []int, end int) {
	for {
		n, after, ok := r.number(i)
		if !ok {
			if n, _, after, ok = r.inBrackets(i); !ok || n == 0 {
				return list, i
			}
		}
		list = append(list, n)
		next := r.skipListSign(after)
		if _, _, ok := r.number(next); !ok || next == after || articleConcept.is(r.conceptAt(next-1)) {
			return list, after
		}
		i = next
	}
}

// paragraphFirst reads "paragraph 4 of Article 7".
func (r *reader) paragraphFirst(i int) (end int, ok bool) {
	ps, j := r.numbers(r.skipDot(i + 1))
	if len(ps) == 0 {
		return i, false
	}
	for c := r.conceptAt(j); c != none && kinds()[c].class == connector && !articleConcept.is(c); c = r.conceptAt(j) {
		j++
	}
	if !articleConcept.is(r.conceptAt(j)) {
		return i, false
	}
	n, end, ok := r.number(r.skipDot(j + 1))
	if !ok {
		return i, false
	}
	for _, p := range ps {
		r.atoms = append(r.atoms, articleAtom(n, p, 0))
	}
	return end, true
}

// numberAtom is the atom of a number that is no article.
func (r *reader) numberAtom(n int) atom { return r.rootOf(strconv.Itoa(n)) }
