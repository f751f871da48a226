package paper

import (
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
	draft     int             // sentences whose translation nobody has reviewed
}

func newSpeaker(c Catalogue) *speaker {
	return &speaker{catalogue: c, locale: localeOf(c.Lang()), untold: map[string]bool{}}
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
		return fill(english, parts)
	}
	if t, ok := s.catalogue.sentences[english]; ok && t.text != "" {
		if !t.reviewed {
			s.draft++
		}
		return fill(t.text, parts)
	}
	s.untold[english] = true
	if len(parts) == 0 {
		return text{{Text: english, Lang: att.English}}
	}
	ours := slices.Clone(parts)
	for i, p := range ours {
		ours[i].text = s.marked(p.text)
	}
	return text{{Parts: fill(english, ours), Lang: att.English}}
}

// marked is a text of the page within a sentence of another language.
func (s *speaker) marked(t text) text {
	out := slices.Clone(t)
	for i, r := range out {
		if r.Lang == "" && !r.Code && !r.Left && strings.ContainsFunc(r.Text, unicode.IsLetter) {
			out[i].Lang = s.catalogue.Lang()
		}
	}
	return out
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
	switch {
	case !a.Date.IsZero():
		return s.date(a.Date)
	case a.Text != "":
		return plain(a.Text)
	}
	return s.number(a.Number)
}

// title returns a text of a document: in the language of the page where it has it; else, if its English is a
// sentence of the catalogue, as that says; else in English or the first language that there is, marked with it.
func (s *speaker) title(t att.Text) text {
	words, lang := t.In(s.catalogue.Lang())
	switch {
	case words == "":
		return nil
	case lang == s.catalogue.Lang():
		return plain(clean(words))
	case lang == att.English && s.catalogue.sentences[words].text != "":
		return s.sentence(words)
	}
	return text{{Text: clean(words), Lang: lang}}
}

// foreign returns a text of a document that has no language of its own and is written in English, as notes are.
func (s *speaker) foreign(words string) text {
	if words == "" {
		return nil
	}
	if s.catalogue.Lang() == att.English {
		return plain(clean(words))
	}
	return text{{Text: clean(words), Lang: att.English}}
}

// clean frees a text of control characters, line ends and marks that change the direction of writing, which would
// reach beyond it.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\ufeff' || r == '\u200e' || r == '\u200f' || r == '\u061c':
			return -1
		case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, s)
}
