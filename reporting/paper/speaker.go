package paper

import (
	"strings"

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
// marked so.
func (s *speaker) sentence(english string, parts ...part) text {
	template, lang := english, att.Lang("")
	if s.catalogue.Lang() != att.English {
		if t, ok := s.catalogue.sentences[english]; ok && t.text != "" {
			template = t.text
			if !t.reviewed {
				s.draft++
			}
		} else {
			s.untold[english] = true
			lang = att.English
		}
	}
	return fill(template, lang, parts)
}

// fill puts parts into a template. A brace that names no part stands as it is.
func fill(template string, lang att.Lang, parts []part) text {
	var out text
	for {
		before, rest, open := strings.Cut(template, "{")
		if before != "" {
			out = append(out, run{Text: before, Lang: lang})
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
			out = append(out, run{Text: "{", Lang: lang})
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
		return s.amount(a.Text, a.Unit)
	case check.WordArg:
		return s.sentence(a.Text)
	case check.PathArg:
		return code(clean(a.Text))
	}
	if s.catalogue.sentences[a.Text].text != "" && strings.Contains(a.Text, " ") { // a title of embedded data
		return s.sentence(a.Text)
	}
	return plain(clean(a.Text))
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
