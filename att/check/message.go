package check

import "attwork.example/att"

// The messages of findings are those of package att; rules say them with the functions below.
type (
	// Message is a sentence with arguments. Where its Key is empty, a [Set] puts the rule's id there.
	Message = att.Message
	// Arg is one typed argument of a [Message].
	Arg = att.Arg
	// ArgKind says what sort of value an [Arg] has.
	ArgKind = att.ArgKind
)

// The sorts of arguments.
const (
	TextArg   = att.TextArg
	NumberArg = att.NumberArg
	DateArg   = att.DateArg
	PathArg   = att.PathArg
	WordArg   = att.WordArg
	CountArg  = att.CountArg
)

// Say returns a message with the English sentence, a constant, and its arguments.
func Say(english string, args ...Arg) Message { return att.Say(english, args...) }

// Text returns an argument with a text from the document; see [att.TextOf].
func Text(name, value string) Arg { return att.TextOf(name, value) }

// Number returns an argument with a whole number.
func Number(name string, n int) Arg { return att.NumberOf(name, n) }

// Date returns an argument with a day.
func Date(name string, d att.Date) Arg { return att.DateOf(name, d) }

// Place returns an argument with a path.
func Place(name string, p Path) Arg { return att.PathOf(name, string(p)) }

// Word returns an argument with an English word of a closed list, which a catalogue translates; see [att.WordOf].
func Word[T ~string](name string, word T) Arg { return att.WordOf(name, word) }

// Count returns an argument with a count that may be unknown.
func Count(name string, c att.Count) Arg { return att.CountOf(name, c) }

// tame makes a text from outside fit for one line of an error.
func tame(s string) string { return att.TextOf("", s).Text }
