package check

import (
	"strconv"
	"strings"

	"attwork.example/att"
)

// Message is a sentence with arguments. English is the default rendering; Key finds the sentence in
// a catalogue of another language, and Args fill it there as well.
type Message struct {
	Key     string // stable name of the sentence; when empty, a [Set] puts the rule's id here
	English string // the sentence, with arguments in braces, as in "The round has {days} days."
	Args    []Arg
}

// Say returns a message with the English sentence and its arguments.
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
func (m Message) String() string {
	if len(m.Args) == 0 {
		return m.English
	}
	pairs := make([]string, 0, 2*len(m.Args))
	for _, a := range m.Args {
		pairs = append(pairs, "{"+a.Name+"}", a.String())
	}
	return strings.NewReplacer(pairs...).Replace(m.English)
}

// ArgKind says what sort of value an [Arg] has.
type ArgKind int

// The sorts of arguments. A renderer writes dates and numbers as its language does.
const (
	TextArg ArgKind = iota + 1
	NumberArg
	DateArg
	PathArg
)

// Arg is one typed argument of a [Message].
type Arg struct {
	Name   string
	Kind   ArgKind
	Text   string // of a TextArg or PathArg
	Number int    // of a NumberArg
	Date   att.Date
}

// maxArg bounds a text from a document inside a message, in bytes.
const maxArg = 200

// Text returns an argument with a text from the document, cut to a length that fits a sentence and
// freed of control characters and marks that change the direction of writing.
func Text(name, value string) Arg {
	return Arg{Name: name, Kind: TextArg, Text: tame(value)}
}

// Number returns an argument with a whole number.
func Number(name string, n int) Arg { return Arg{Name: name, Kind: NumberArg, Number: n} }

// Date returns an argument with a day.
func Date(name string, d att.Date) Arg { return Arg{Name: name, Kind: DateArg, Date: d} }

// Place returns an argument with a path.
func Place(name string, p Path) Arg { return Arg{Name: name, Kind: PathArg, Text: string(p)} }

// String renders the argument in English.
func (a Arg) String() string {
	switch a.Kind {
	case NumberArg:
		return strconv.Itoa(a.Number)
	case DateArg:
		return a.Date.String()
	}
	return a.Text
}

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
