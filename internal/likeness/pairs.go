package likeness

import (
	"slices"

	"attwork.example/att"
)

// maxCandidates bounds how many earlier titles with the same atoms one title is compared with in one
// language. A title is usually alike the first of them; more are looked at only where skip excuses it or
// a relation is turned round, and a programme of work has fewer rounds on one topic than this.
const maxCandidates = 256

// Pair says that title J is alike the earlier title I in the language Lang.
type Pair struct {
	I, J int
	Lang att.Lang
}

// Pairs returns for each title, in order, the first earlier one that says the same in some language that
// both have and that skip does not excuse; of several languages, the first by code. A nil skip excuses
// none. Complete tells whether all candidates were compared: it is false if some title has more than 256
// earlier ones with the same words, none of which was alike without excuse.
//
// The cost grows with the number of titles, not with its square: titles are compared only with those
// that share their set of atoms.
func Pairs(titles []att.Text, skip func(i, j int) bool) (pairs []Pair, complete bool) {
	complete = true
	shelves := map[att.Lang]*shelf{}
	var langs []att.Lang
	for j, t := range titles {
		langs = langs[:0]
		for l := range t {
			langs = append(langs, l)
		}
		slices.Sort(langs)
		best := Pair{I: -1, J: j}
		for _, l := range langs {
			s := shelves[l]
			if s == nil {
				s = newShelf(l)
				shelves[l] = s
			}
			i, all := s.find(j, t[l], best.I, skip)
			complete = complete && all
			if i >= 0 {
				best.I, best.Lang = i, l
			}
		}
		if best.I >= 0 {
			pairs = append(pairs, best)
		}
	}
	return pairs, complete
}

// shelf holds the titles of one language that were read, in order, in groups of equal marks.
type shelf struct {
	lang   att.Lang
	reader *reader
	read   []entry
	groups map[uint64]group
	places []place
}

// entry is a title that was read.
type entry struct {
	title int
	said  said
}

// group is a list of places: the first and the last.
type group struct{ first, last int32 }

// place is one entry in the list of a group.
type place struct{ entry, next int32 }

func newShelf(lang att.Lang) *shelf {
	return &shelf{lang: lang, reader: newReader(lexiconOf(lang)), groups: map[uint64]group{}}
}

// find reads title j, looks for the first earlier title before the given one (-1: any) that is alike and not
// excused, and puts j on the shelf. It returns -1 if there is none, and whether all candidates were compared.
func (s *shelf) find(j int, title string, before int, skip func(i, j int) bool) (found int, all bool) {
	said := s.reader.read(title, s.lang)
	if len(said.atoms) == 0 {
		return -1, true
	}
	found, all = -1, true
	marks := [2]uint64{markOf(said.atoms), markOf(said.withBodies())}
	n := len(marks)
	if marks[0] == marks[1] {
		n = 1
	}
	for _, m := range marks[:n] {
		i, every := s.firstIn(m, j, said, before, skip)
		all = all && every
		if i >= 0 {
			found, before = i, i
		}
	}
	s.read = append(s.read, entry{j, said})
	for _, m := range marks[:n] {
		s.put(m, int32(len(s.read)-1))
	}
	return found, all
}

// firstIn looks through the group of a mark.
func (s *shelf) firstIn(m uint64, j int, said said, before int, skip func(i, j int) bool) (found int, all bool) {
	g, ok := s.groups[m]
	if !ok {
		return -1, true
	}
	at := g.first
	for range maxCandidates {
		e := s.read[s.places[at].entry]
		if before >= 0 && e.title >= before {
			return -1, true
		}
		if e.said.alike(said) && (skip == nil || !skip(e.title, j)) {
			return e.title, true
		}
		if at = s.places[at].next; at < 0 {
			return -1, true
		}
	}
	return -1, false
}

func (s *shelf) put(m uint64, entry int32) {
	at := int32(len(s.places))
	s.places = append(s.places, place{entry, -1})
	g, ok := s.groups[m]
	if !ok {
		s.groups[m] = group{at, at}
		return
	}
	s.places[g.last].next = at
	s.groups[m] = group{g.first, at}
}

// markOf spreads a set of atoms over 64 bits. Equal marks only propose: alike decides.
func markOf(atoms []atom) uint64 {
	m := uint64(len(atoms))
	for _, a := range atoms {
		m = next(m, uint64(uint32(a))*0x9E3779B97F4A7C15)
	}
	return m ^ m>>29
}
