package likeness

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"attwork.example/att"
)

// Bounds of what is analysed. The longest title of a topic in the cycles on record has fewer than 150
// characters; twice that leaves room for every language. What is longer is not a title, and is alike
// only to the very same string.
const (
	maxRunes  = 300
	maxTokens = 64
)

// tooLong tells, without reading more than it must, whether s has more than maxRunes characters.
func tooLong(s string) bool {
	if len(s) <= maxRunes {
		return false
	}
	return len(s) > maxRunes*utf8.UTFMax || utf8.RuneCountInString(s) > maxRunes
}

// fold writes s in the form in which titles are compared: compatibility forms made one (NFKC), small
// letters without marks, European digits, one kind of apostrophe, hyphen and space; in Chinese the
// simplified characters. It uses the buffers of r.
func (r *reader) fold(s string, lang att.Lang) []rune {
	r.bytes = norm.NFKC.AppendString(r.bytes[:0], s)
	out := r.runes[:0]
	for i := 0; i < len(r.bytes); {
		c, size := utf8.DecodeRune(r.bytes[i:])
		i += size
		if c < utf8.RuneSelf {
			if c < ' ' {
				c = ' '
			}
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			out = append(out, c)
			continue
		}
		out = foldRune(out, c, lang)
	}
	r.runes = out
	return out
}

// foldRune appends the folded form of a character beyond ASCII, which may be none or two characters.
func foldRune(out []rune, c rune, lang att.Lang) []rune {
	c = unicode.ToLower(c)
	if to, ok := letters[c]; ok {
		return append(out, []rune(to)...)
	}
	switch {
	case c >= 0x0660 && c <= 0x0669:
		return append(out, c-0x0660+'0')
	case c >= 0x06F0 && c <= 0x06F9:
		return append(out, c-0x06F0+'0')
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Mc, unicode.Cf, unicode.Lm):
		return out
	case unicode.Is(unicode.Pd, c):
		return append(out, '-')
	case c == utf8.RuneError || unicode.In(c, unicode.Z, unicode.C, unicode.Pi, unicode.Pf, unicode.Ps, unicode.Pe, unicode.Po, unicode.S):
		return append(out, ' ')
	case c < 0x250 || c >= 0x1E00 && c < 0x2000:
		var buf [utf8.UTFMax]byte
		n := utf8.EncodeRune(buf[:], c)
		if d := norm.NFD.Properties(buf[:n]).Decomposition(); d != nil {
			c, _ = utf8.DecodeRune(d)
		}
	case lang == att.Chinese:
		if to, ok := hanzi().simplified[c]; ok {
			c = to
		}
	}
	return append(out, c)
}

// letters holds the foldings that no Unicode property gives: ligatures, the Arabic letters that are
// written with and without hamza, dots or madda for one word, and punctuation that divides.
var letters = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'ё': "е", 'ς': "σ",
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ى': "ي", 'ئ': "ي", 'ؤ': "و", 'ة': "ه", 'ء': "", 'ـ': "",
	'ک': "ك", 'ی': "ي", '،': ",", '؛': ";", '؟': " ", '。': ";", '、': "、", '·': " ",
	'’': "'", '‘': "'", 'ʼ': "'", '´': "'", '′': "'", '⁄': "/",
}
