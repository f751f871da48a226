package check

import (
	"cmp"
	"slices"

	"attwork.example/att"
)

// Severity says how far a finding departs from the text. The zero Severity is invalid.
type Severity int

// The severities, from the mildest up.
const (
	Note    Severity = iota + 1 // what delegations said, what is expected or planned, what a caller's own number says
	Warning                     // what the text says must or should be
	Error                       // what the text recommends in so many words
)

// String returns "note", "warning", "error" or "invalid".
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "invalid"
}

// Finding says that a document departs from a text, where, and what would remedy it. It is not an
// error: the check was done.
type Finding struct {
	Rule     string
	Severity Severity
	Path     Path
	Related  []Path // the other places involved
	Message  Message
	Remedy   Message
	Cites    []att.Citation
	Position att.Position // of Path in the file it was read from; zero: unknown
}

// Sort puts findings in their order: the more severe first, then by rule, path, related paths and
// message.
func Sort(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int {
		order := cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Path, b.Path))
		if order == 0 {
			order = slices.Compare(a.Related, b.Related)
		}
		if order == 0 { // only then is it worth writing out the messages
			order = cmp.Compare(a.Message.String(), b.Message.String())
		}
		return order
	})
}
