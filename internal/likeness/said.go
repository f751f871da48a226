package likeness

import (
	"slices"

	"attwork.example/att"
)

// said is what a title says: a set of atoms, and which of them governs which.
type said struct {
	atoms   []atom
	whole   []atom // with the bodies that only meet; nil if there are none
	governs []relation
}

// relation tells that one atom governs another: in "report on aid" the report governs the aid.
type relation struct{ head, part atom }

// contradicts tells whether one title turns a relation of the other round, and never has it as the other
// does: "report on aid", "aid with reports".
func (s said) contradicts(t said) bool {
	for _, rel := range s.governs {
		if slices.Contains(t.governs, relation{rel.part, rel.head}) && !slices.Contains(t.governs, rel) {
			return true
		}
	}
	return false
}

// appendAtoms appends the atoms of an item, the head last.
func (it item) appendAtoms(to []atom) []atom {
	if it.concept == none || it.atom != 0 && kinds()[it.concept].vague {
		return append(to, it.atom)
	}
	if parts := kinds()[it.concept].atoms; len(parts) > 0 {
		for _, p := range parts {
			to = append(to, atom(p))
		}
		return to
	}
	return append(to, atom(it.concept))
}

// conclude turns the items that are left into what the title says.
func (r *reader) conclude() said {
	var s said
	atoms, related := r.atoms[:0], len(r.related)
	var before atom
	for i, it := range r.kept {
		start := len(atoms)
		atoms = it.appendAtoms(atoms)
		head := atoms[len(atoms)-1]
		if i > 0 && start > 0 && head != before {
			if rel, ok := r.governs(r.kept[i-1], it, before, head); ok {
				r.related = append(r.related, rel)
			}
		}
		before = head
	}
	atoms = rewriteArticles(atoms)
	slices.Sort(atoms)
	atoms = slices.Compact(atoms)
	s.governs = r.related[related:len(r.related):len(r.related)]
	start := len(r.store)
	r.store = append(r.store, atoms...)
	s.atoms = r.store[start:len(r.store):len(r.store)]
	r.atoms = atoms[:0]
	return s
}

// governs tells which of two neighbouring items governs the other, where the words between them say so.
func (r *reader) governs(a, b item, before, head atom) (relation, bool) {
	if !isDeed(before) || !isDeed(head) {
		return relation{}, false
	}
	first, second := relation{before, head}, relation{head, before}
	lang := att.Lang("")
	if r.lexicon != nil {
		lang = r.lexicon.lang
	}
	switch {
	case lang == att.Chinese:
		return second, b.link == ofLink
	case b.link == ofLink:
		return first, true
	case b.link == owner:
		return second, true
	case b.link != adjacent || a.verbal || b.verbal:
		return relation{}, false
	case lang == att.English:
		return second, true
	case lang == att.Arabic || lang == att.Russian:
		return first, true
	}
	return relation{}, false
}

func isDeed(a atom) bool { return a >= 0 && a < firstRoot && kinds()[a].deed }
