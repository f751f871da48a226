package att

import (
	"fmt"
	"strings"
)

// Position is a place in a file. The zero Position means that the place is unknown.
type Position struct {
	Name   string // the file, as the caller named it
	Line   int    // from 1; 0: unknown
	Column int    // in bytes, from 1; 0: unknown
}

// IsZero reports whether nothing is known of the place.
func (p Position) IsZero() bool { return p == Position{} }

// String returns plan.json:12:7, or as much of it as is known.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.Name
	case p.Name == "":
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	return fmt.Sprintf("%s:%d:%d", p.Name, p.Line, p.Column)
}

// InputError says that something given to the library cannot be read, where, and what was expected
// there. It is the one error for JSON, CSV and calendar files.
type InputError struct {
	Position
	Path     string // the place in the document, as in rounds[r1].start; may be empty
	Expected string // what was expected and what was found instead
	Err      error  // the cause, if another package reported one
}

// Error returns one line: the position, the path, and what was expected.
func (e *InputError) Error() string {
	var parts []string
	for _, part := range []string{e.String(), e.Path, e.Expected} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ": ")
}

// Unwrap returns the cause.
func (e *InputError) Unwrap() error { return e.Err }
