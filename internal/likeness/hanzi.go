package likeness

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// readHanzi takes Chinese text apart, which has no spaces: articles and numbers, the longest term at each
// place, and of what is left the pairs of neighbouring characters.
func (r *reader) readHanzi(text []rune) {
	text = slices.DeleteFunc(text, func(c rune) bool { return c == ' ' })
	link, segment, rest := breakLink, int32(0), 0
	emit := func(c concept, a atom) {
		r.items = append(r.items, item{concept: c, atom: a, link: link, segment: segment})
		link = adjacent
	}
	flush := func(end int) {
		r.pairsOf(text[rest:end], emit)
	}
	for i := 0; i < len(text) && len(r.items) < maxTokens; {
		before := len(r.atoms)
		if end := r.hanziNumber(text, i); end > i {
			flush(i)
			for _, a := range r.atoms[before:] {
				emit(none, a)
			}
			i, rest = end, end
			continue
		}
		if c, n := r.longestTerm(text[i:]); n > 0 {
			flush(i)
			if kinds()[c].class == connector {
				link = max(link, kinds()[c].link)
			} else {
				a := atom(0)
				if kinds()[c].vague {
					a = r.rootOf(string(text[i : i+n]))
				}
				emit(c, a)
			}
			i += n
			rest = i
			continue
		}
		if !unicode.IsLetter(text[i]) {
			flush(i)
			switch text[i] {
			case '、', '/', '&':
				link = max(link, andLink)
			default:
				link = breakLink
				segment++
			}
			rest = i + 1
		}
		i++
	}
	flush(len(text))
	r.atoms = r.atoms[:0]
}

// pairsOf emits the pairs of neighbouring characters of a run without terms; a single one stands alone, and
// a run of Latin letters is one word.
func (r *reader) pairsOf(run []rune, emit func(concept, atom)) {
	for len(run) > 0 {
		n := 1
		for latin := run[0] < 0x250; n < len(run) && run[n] < 0x250 == latin; {
			n++
		}
		part := run[:n]
		run = run[n:]
		if part[0] < 0x250 || n == 1 {
			emit(none, r.rootOf(string(part)))
			continue
		}
		for i := range n - 1 {
			emit(none, r.rootOf(string(part[i:i+2])))
		}
	}
}

// longestTerm returns the longest term that text begins with, and its length in characters.
func (r *reader) longestTerm(text []rune) (c concept, n int) {
	var buffer [4 * utf8.UTFMax * 8]byte
	bytes := buffer[:0]
	c = none
	for i, ch := range text[:min(len(text), r.lexicon.longestHanzi)] {
		bytes = utf8.AppendRune(bytes, ch)
		if found, ok := r.lexicon.written[string(bytes)]; ok {
			c, n = found, i+1
		}
	}
	return c, n
}

// hanziNumber reads "第七条第四款", "第6和第7条", "第6至11条", "第十一届" or a bare number, and appends its
// atoms. It returns the place after, or i if there is none.
func (r *reader) hanziNumber(text []rune, i int) int {
	ordinal := text[i] == '第'
	at := i
	if ordinal {
		at++
	}
	n, end, ok := hanziFigure(text, at, ordinal)
	if !ok {
		n, end, ok = hanziYear(text, at)
	}
	if !ok {
		return i
	}
	list := []int{n}
	for ordinal && end < len(text) && slices.Contains([]rune("和与及至到、,-"), text[end]) {
		next := end + 1
		if next < len(text) && text[next] == '第' {
			next++
		}
		m, after, ok := hanziFigure(text, next, true)
		if !ok {
			break
		}
		if slices.Contains([]rune("至到-"), text[end]) && m <= lastArticle {
			for k := n + 1; k < m; k++ {
				list = append(list, k)
			}
		}
		list, n, end = append(list, m), m, after
	}
	if p, after, ok := r.bracketBeforeSign(text, end, n); ok && ordinal {
		r.atoms = append(r.atoms, p)
		return after
	}
	if !ordinal || end == len(text) || text[end] != '条' {
		for _, n := range list {
			r.atoms = append(r.atoms, r.numberAtom(n))
		}
		return end
	}
	for _, n := range list[:len(list)-1] {
		r.atoms = append(r.atoms, articleAtom(n, 0, 0))
	}
	return r.hanziParagraph(text, end+1, n)
}

// bracketBeforeSign reads the rest of "第7(4)条".
func (r *reader) bracketBeforeSign(text []rune, i, n int) (a atom, end int, ok bool) {
	if i >= len(text) || text[i] != '(' {
		return 0, i, false
	}
	p, end, ok := hanziFigure(text, i+1, true)
	if !ok || end+1 >= len(text) || text[end] != ')' || text[end+1] != '条' {
		return 0, i, false
	}
	return articleAtom(n, p, 0), end + 2, true
}

// hanziParagraph reads the paragraph of article n: "第四款", "第(4)款", "(4)", "(h)项".
func (r *reader) hanziParagraph(text []rune, i, n int) int {
	at := i
	if at < len(text) && text[at] == '第' {
		at++
	}
	bracket := at < len(text) && text[at] == '('
	if bracket {
		at++
	}
	p, end, ok := hanziFigure(text, at, true)
	letter := rune(0)
	if !ok && bracket && at < len(text) && text[at] >= 'a' && text[at] <= 'z' {
		letter, end, ok = text[at], at+1, true
	}
	if bracket && end < len(text) && text[end] == ')' {
		end++
	}
	sign := end < len(text) && (text[end] == '款' || text[end] == '项')
	if !ok || !bracket && !sign {
		r.atoms = append(r.atoms, articleAtom(n, 0, 0))
		return i
	}
	if sign {
		end++
	}
	r.atoms = append(r.atoms, articleAtom(n, p, letter))
	return end
}

// hanziYear reads a year written digit by digit: 二〇二五年.
func hanziYear(text []rune, i int) (n, end int, ok bool) {
	for end = i; end < len(text) && end < i+4; end++ {
		d := slices.Index(hanziDigits, text[end])
		if d < 0 {
			return 0, i, false
		}
		n = n*10 + d
	}
	return n, end, end == i+4 && end < len(text) && text[end] == '年'
}

// hanziFigure reads a number in figures, or, where a number is expected, in Chinese numerals up to 99.
func hanziFigure(text []rune, i int, numerals bool) (n, end int, ok bool) {
	for end = i; end < len(text) && end < i+6 && text[end] >= '0' && text[end] <= '9'; end++ {
		n = n*10 + int(text[end]-'0')
	}
	if end > i || !numerals {
		return n, end, end > i
	}
	tens, digit := 0, 0
	for ; end < len(text) && end < i+3; end++ {
		if text[end] == '十' {
			tens, digit = max(digit, 1), 0
			continue
		}
		d := slices.Index(hanziDigits, text[end])
		if d < 0 {
			break
		}
		digit = d
	}
	return tens*10 + digit, end, end > i
}

var hanziDigits = []rune("〇一二三四五六七八九")
