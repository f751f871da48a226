package att

import (
	"strconv"
	"strings"
)

// Message is a sentence or phrase of this library with arguments. English is the default rendering and, as it
// stands with its braces, what a catalogue of another language has it under.
type Message struct {
	Key     string // stable name of the sentence, where it has one; a check.Set puts the rule's id here
	English string // the sentence, with arguments in braces, as in "The round has {days} days."
	Args    []Arg
}

// Say returns a message with the English sentence and its arguments. The sentence is a constant: what varies is an
// argument.
func Say(english string, args ...Arg) Message {
	return Message{English: english, Args: args}
}

// Keyed returns the message under another key than the rule's id, for a rule that has several
// sentences to say.
func (m Message) Keyed(key string) Message {
	m.Key = key
	return m
}

// IsZero reports whether the message says nothing.
func (m Message) IsZero() bool { return m.Key == "" && m.English == "" && m.Args == nil }

// String renders the message in English.
func (m Message) String() string { return m.In(m.English, Arg.String) }

// MarshalText writes the message in English.
func (m Message) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// In renders the message in another language: its sentence there, with the same braces, and how that language says
// an argument. Braces that name no argument stay.
func (m Message) In(sentence string, say func(Arg) string) string {
	if len(m.Args) == 0 {
		return sentence
	}
	var b strings.Builder
	for {
		start := strings.IndexByte(sentence, '{')
		if start < 0 {
			break
		}
		b.WriteString(sentence[:start])
		sentence = sentence[start:]
		n := 1 // the brace alone
		for _, a := range m.Args {
			if after, fits := strings.CutPrefix(sentence[1:], a.Name+"}"); fits {
				b.WriteString(say(a))
				sentence, n = after, 0
				break
			}
		}
		b.WriteString(sentence[:n])
		sentence = sentence[n:]
	}
	b.WriteString(sentence)
	return b.String()
}

// ArgKind says what sort of value an [Arg] has.
type ArgKind int

// The sorts of arguments. A renderer writes dates, numbers and counts as its language does, and takes words from
// its catalogue; texts and paths are the document's, and stay.
const (
	TextArg ArgKind = iota + 1
	NumberArg
	DateArg
	PathArg
	WordArg
	CountArg
)

// String returns "text", "number", "date", "path", "word" or "count".
func (k ArgKind) String() string {
	switch k {
	case NumberArg:
		return "number"
	case DateArg:
		return "date"
	case PathArg:
		return "path"
	case WordArg:
		return "word"
	case CountArg:
		return "count"
	}
	return "text"
}

// Arg is one typed argument of a [Message].
type Arg struct {
	Name   string
	Kind   ArgKind
	Text   string // of a TextArg, PathArg or WordArg
	Number int    // of a NumberArg
	Date   Date
	Count  Count
}

// maxArg bounds a text from a document inside a message, in bytes.
const maxArg = 200

// TextOf returns an argument with a text from the document, cut to a length that fits a sentence and
// freed of control characters and marks that change the direction of writing.
func TextOf(name, value string) Arg { return Arg{Name: name, Kind: TextArg, Text: tame(value)} }

// NumberOf returns an argument with a whole number.
func NumberOf(name string, n int) Arg { return Arg{Name: name, Kind: NumberArg, Number: n} }

// DateOf returns an argument with a day.
func DateOf(name string, d Date) Arg { return Arg{Name: name, Kind: DateArg, Date: d} }

// PathOf returns an argument with a place in a document.
func PathOf(name, path string) Arg { return Arg{Name: name, Kind: PathArg, Text: path} }

// WordOf returns an argument with an English word or phrase of this library, from a list that is closed: a constant,
// or a value of a type whose values are constants, such as an [Office]. A catalogue translates it.
func WordOf[T ~string](name string, word T) Arg {
	a := Arg{Name: name, Kind: WordArg, Text: string(word)}
	a.Text = tame(a.Text)
	return a
}

// CountOf returns an argument with a count that may be unknown.
func CountOf(name string, c Count) Arg { return Arg{Name: name, Kind: CountArg, Count: c} }

// String renders the argument in English.
func (a Arg) String() string {
	switch a.Kind {
	case NumberArg:
		return strconv.Itoa(a.Number)
	case DateArg:
		return a.Date.String()
	case CountArg:
		return a.Count.String()
	}
	return a.Text
}

// tame frees a text of what could break a line of output, and cuts it to maxArg bytes.
func tame(s string) string {
	cut := false
	if len(s) > maxArg {
		s, cut = s[:maxArg], true
	}
	s = strings.Map(func(r rune) rune {
		control := r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffd
		direction := r == 0x061c || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
		breaks := r == 0x2028 || r == 0x2029
		if control || direction || breaks {
			return -1
		}
		return r
	}, s)
	if cut {
		s += "…"
	}
	return s
}
