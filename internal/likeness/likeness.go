package likeness

import (
	"slices"

	"attwork.example/att"
)

// Alike reports whether two titles in one language say the same. It is symmetric. A title without a
// letter or a number says nothing, and is alike none. Of a language other than the six of the United
// Nations it compares the sets of words, after folding.
func Alike(lang att.Lang, a, b string) bool {
	r := newReader(lexiconOf(lang))
	s, t := r.read(a, lang), r.read(b, lang)
	return s.alike(t)
}

// alike tells whether two titles say the same: the same set of atoms, with the bodies that only meet or
// without, and no relation turned round.
func (s said) alike(t said) bool {
	same := slices.Equal(s.atoms, t.atoms) || slices.Equal(s.withBodies(), t.withBodies())
	return same && len(s.atoms) > 0 && !s.contradicts(t)
}

func (s said) withBodies() []atom {
	if s.whole != nil {
		return s.whole
	}
	return s.atoms
}
