package check

import (
	"strconv"
	"strings"

	"attwork.example/att"
)

// Path is a place in a document, as in bodies[wgeti].mandate.topics[art-9]. Elements of a list are
// named by their id, so that a path survives reordering; an element whose id is missing, malformed or
// taken by an earlier one is named by its place in the list, as in bodies[#2] for the second. A day is
// named by its date, an agenda item by its topic, a text by its language. The zero Path is the whole
// document.
type Path string

// Field returns the path of the member name of what p points to.
func (p Path) Field(name string) Path {
	if p == "" {
		return Path(name)
	}
	return p + "." + Path(name)
}

// ID returns the path of the element with this id, or of the element at index (from 0) when the id is
// not well formed.
func (p Path) ID(id string, index int) Path {
	if !att.ValidID(id) {
		return p.Index(index)
	}
	return p + "[" + Path(id) + "]"
}

// Index returns the path of the element at index, which counts from 0; the path counts from 1.
func (p Path) Index(index int) Path {
	return p + "[#" + Path(strconv.Itoa(index+1)) + "]"
}

// Elements returns the paths of n elements of the list that p points to, given the id of each.
func (p Path) Elements(n int, id func(i int) string) []Path {
	paths := make([]Path, n)
	seen := make(map[string]bool, n)
	for i := range n {
		name := id(i)
		if seen[name] {
			paths[i] = p.Index(i)
			continue
		}
		seen[name] = true
		paths[i] = p.ID(name, i)
	}
	return paths
}

// Steps splits a path into its member names and its elements, as in "bodies", "[wgeti]", "mandate".
func (p Path) Steps() []string {
	var steps []string
	for _, part := range strings.FieldsFunc(string(p), func(r rune) bool { return r == ']' }) {
		member, element, isElement := strings.Cut(part, "[")
		for name := range strings.SplitSeq(member, ".") {
			if name != "" {
				steps = append(steps, name)
			}
		}
		if isElement {
			steps = append(steps, "["+element+"]")
		}
	}
	return steps
}
