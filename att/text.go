package att

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lang is a language by its code, as in "en" or "fr". The six languages of the United Nations have
// constants; a document may use others.
type Lang string

// The official languages of the United Nations.
const (
	Arabic  Lang = "ar"
	Chinese Lang = "zh"
	English Lang = "en"
	French  Lang = "fr"
	Russian Lang = "ru"
	Spanish Lang = "es"
)

// Languages returns the six official languages of the United Nations in the order of their codes.
func Languages() []Lang {
	return []Lang{Arabic, English, Spanish, French, Russian, Chinese}
}

// Text says one thing in one or more languages. An empty Text says nothing.
type Text map[Lang]string

// In returns the text in the language asked for. Where it is missing, it returns the English text,
// else that of the first language by code, together with the language that it really is in.
func (t Text) In(l Lang) (string, Lang) {
	for _, want := range []Lang{l, English} {
		if s, ok := t[want]; ok {
			return s, want
		}
	}
	langs := make([]Lang, 0, len(t))
	for have := range t {
		langs = append(langs, have)
	}
	if len(langs) == 0 {
		return "", ""
	}
	first := slices.Min(langs)
	return t[first], first
}

// String returns the text in English, or else in the first language by code.
func (t Text) String() string {
	s, _ := t.In(English)
	return s
}

// ValidID reports whether s may serve as an identifier: 1 to 64 characters, small Latin letters,
// digits, and single dots or hyphens between them, as in "wgeti" or "art-7.4".
func ValidID(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	joint := true
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			joint = false
		case (r == '-' || r == '.') && !joint:
			joint = true
		default:
			return false
		}
	}
	return !joint
}

// Article names a place in the Treaty: an article with or without its paragraph, as in "7",
// "7(4)" or "2(1)(h)".
type Article string

// Valid reports whether a names one of the Treaty's 28 articles in that form.
func (a Article) Valid() bool {
	rest := strings.TrimLeft(string(a), "0123456789")
	n, err := strconv.Atoi(strings.TrimSuffix(string(a), rest))
	if err != nil || n < 1 || n > 28 || a[0] == '0' {
		return false
	}
	for depth := 0; rest != ""; depth++ {
		inside, after, ok := strings.Cut(strings.TrimPrefix(rest, "("), ")")
		number := depth == 0 && len(inside) <= 2 && strings.Trim(inside, "0123456789") == ""
		letter := depth == 1 && len(inside) == 1 && inside >= "a" && inside <= "z"
		if !ok || rest[0] != '(' || inside == "" || !number && !letter {
			return false
		}
		rest = after
	}
	return true
}

// quote puts a text from outside between quotation marks, cut to what fits in a sentence.
func quote(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}
