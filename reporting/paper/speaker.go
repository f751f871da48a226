package paper

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"attwork.example/att"
	"attwork.example/att/check"
)

// A speaker says things in one language, and remembers what it had no words for.
type speaker struct {
	catalogue Catalogue
	locale    locale
	untold    map[string]bool // English sentences that have no translation
	draft     map[string]bool // and those whose translation nobody has reviewed
}

func newSpeaker(c Catalogue) *speaker {
	return &speaker{catalogue: c, locale: localeOf(c.Lang()), untold: map[string]bool{}, draft: map[string]bool{}}
}

// part fills one argument of a sentence.
type part struct {
	name string
	text text
}

// say says a sentence of this package. Its English is a constant, so that a test finds it in the source.
func (s *speaker) say(english string, parts ...part) text { return s.sentence(english, parts...) }

// sentence says an English sentence in the language of the page. One without a translation stays English and is
// marked so as a whole, for its parts keep their order only in its own direction of writing.
func (s *speaker) sentence(english string, parts ...part) text {
	if english == "" {
		return nil
	}
	if s.catalogue.Lang() == att.English {
		return fill(clean(english), parts)
	}
	if t := s.catalogue.sentences[english]; t.text != "" {
		if !t.reviewed {
			s.draft[english] = true
		}
		return fill(clean(t.text), parts)
	}
	s.untold[english] = true
	ours := slices.Clone(parts)
	for i, p := range ours {
		ours[i].text = s.marked(p.text)
	}
	return foreignSentence(fill(clean(english), ours))
}

// marked is a text of the page within a sentence of another language.
func (s *speaker) marked(t text) text {
	out := slices.Clone(t)
	for i, r := range out {
		if r.Lang == "" && !r.Code && !r.Left && strings.ContainsFunc(r.Text, unicode.IsLetter) {
			out[i].Lang = tag(s.catalogue.Lang())
		}
	}
	return out
}

// foreignSentence marks an English sentence on a page in another language.
func foreignSentence(t text) text {
	switch {
	case len(t) == 0:
		return nil
	case len(t) == 1 && t[0].Lang == "" && !t[0].Code && !t[0].Left && t[0].Parts == nil:
		return text{{Text: t[0].Text, Lang: att.English}}
	}
	return text{{Lang: att.English, Parts: t}}
}

// fill puts parts into a template. A brace that names no part stands as it is.
func fill(template string, parts []part) text {
	var out text
	for {
		before, rest, open := strings.Cut(template, "{")
		if before != "" {
			out = append(out, run{Text: before})
		}
		if !open {
			return out
		}
		name, after, closed := strings.Cut(rest, "}")
		found := false
		for _, p := range parts {
			if closed && p.name == name {
				out, found = append(out, p.text...), true
				break
			}
		}
		if found {
			template = after
		} else {
			out = append(out, run{Text: "{"})
			template = rest
		}
	}
}

// message says a message of the library, or of somebody's own rules.
func (s *speaker) message(m check.Message) text {
	parts := make([]part, len(m.Args))
	for i, a := range m.Args {
		parts[i] = part{a.Name, s.argument(a)}
	}
	return s.sentence(m.English, parts...)
}

func (s *speaker) argument(a check.Arg) text {
	switch a.Kind {
	case check.NumberArg:
		return s.number(a.Number)
	case check.DateArg:
		return s.date(a.Date)
	case check.CountArg:
		return s.count(a.Count)
	case check.AmountArg:
		return s.priced(a.Text, a.Unit)
	case check.WordArg:
		return s.sentence(a.Text)
	case check.PathArg:
		return code(a.Text)
	}
	if s.catalogue.sentences[a.Text].text != "" && strings.Contains(a.Text, " ") { // a title of embedded data
		return s.sentence(a.Text)
	}
	return plain(a.Text)
}

// title returns a text of a document: in the language of the page where it has it; else, if its English is a
// sentence of the catalogue, as that says; else in English or the first language that there is, marked with it. A
// language in which the text says nothing is passed over.
func (s *speaker) title(t att.Text) text {
	words, lang := t.In(s.catalogue.Lang())
	if blank(words) {
		said := maps.Clone(t)
		maps.DeleteFunc(said, func(_ att.Lang, words string) bool { return blank(words) })
		words, lang = said.In(s.catalogue.Lang())
	}
	switch {
	case words == "":
		return nil
	case lang == s.catalogue.Lang():
		return plain(words)
	case lang == att.English && s.catalogue.sentences[words].text != "":
		return s.sentence(words)
	}
	return text{{Text: clean(words), Lang: tag(lang)}}
}

// blank reports whether nothing of a text can be seen.
func blank(words string) bool { return strings.TrimSpace(clean(words)) == "" }

// foreign returns a text of a document that has no language of its own, as notes and places are: it counts as English,
// and stands in the language of the page where the catalogue has it.
func (s *speaker) foreign(words string) text {
	switch {
	case words == "":
		return nil
	case s.catalogue.Lang() == att.English:
		return plain(words)
	case s.catalogue.sentences[words].text != "":
		return s.sentence(words)
	}
	return text{{Text: clean(words), Lang: att.English}}
}

// tag returns a language as a page may name it: whatever does not look like one is undetermined.
func tag(l att.Lang) att.Lang {
	if l == "" || len(l) > 35 || strings.Trim(string(l), "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "" {
		return "und"
	}
	return l
}

// clean frees a text of control characters, line ends and marks that change the direction of writing, which would
// reach beyond it, and of bytes that are no UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\ufeff' || r == '\ufffe' || r == '\uffff' || r == '\u200e' || r == '\u200f' || r == '\u061c':
			return -1
		case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, s)
}
