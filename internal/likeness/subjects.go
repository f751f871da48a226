package likeness

import (
	"slices"
	"strings"
	"sync"
)

// subjects gives the articles by what they are about, from the titles of the articles and, for paragraphs,
// from their text. A title that names the whole subject names the article ("Import" and "Article 8"); beside
// its number, any part of the subject adds nothing ("Article 7: assessment").
var subjects = []struct {
	article, paragraph int
	whole              string // all of these name the article; empty: they never do
	parts              string // these add nothing beside the number
}{
	{1, 0, "object-purpose", "object-purpose"},
	{2, 0, "scope", "scope"},
	{3, 0, "ammunition", "ammunition"},
	{4, 0, "parts-components", "parts-components component"},
	{5, 0, "", "implementation"},
	{5, 2, "", "control system"},
	{5, 4, "", "control list"},
	{5, 5, "competent authority", "competent authority"},
	{5, 6, "contact-point", "contact-point"},
	{6, 0, "prohibition", "prohibition"},
	{7, 0, "export assessment", "export assessment"},
	{7, 2, "risk mitigation", "risk mitigation"},
	{7, 4, "gender-based-violence", "gender-based-violence violence-women-children"},
	{7, 7, "reassessment", "reassessment"},
	{8, 0, "import", "import"},
	{9, 0, "transit trans-shipment", "transit trans-shipment"},
	{10, 0, "brokering", "brokering"},
	{11, 0, "diversion", "diversion"},
	{12, 0, "record-keeping", "record-keeping"},
	{13, 0, "reporting", "reporting"},
	{13, 1, "initial reporting", "initial reporting"},
	{13, 3, "annual reporting", "annual reporting"},
	{14, 0, "enforcement", "enforcement"},
	{15, 0, "cooperation", "cooperation international"},
	{16, 0, "assistance", "assistance international"},
	{16, 3, "voluntary-trust-fund", "voluntary-trust-fund"},
	{17, 0, "", "csp"},
	{18, 0, "", "secretariat"},
	{19, 0, "dispute", "dispute"},
	{20, 0, "amendment", "amendment"},
	{22, 0, "entry-into-force", "entry-into-force"},
	{23, 0, "provisional-application", "provisional-application"},
	{25, 0, "reservation", "reservation"},
	{27, 0, "depositary", "depositary"},
}

// subject is a line of subjects in atoms.
type subject struct {
	article      atom
	whole, parts []atom
}

var subjectAtoms = sync.OnceValue(func() []subject {
	var out []subject
	for _, s := range subjects {
		out = append(out, subject{articleAtom(s.article, s.paragraph, 0), atomsNamed(s.whole), atomsNamed(s.parts)})
	}
	return out
})

func atomsNamed(names string) []atom {
	var out []atom
	for n := range strings.FieldsSeq(names) {
		out = append(out, atom(conceptOf(n)))
	}
	return out
}

// implications: the first adds nothing but says the second; a template is always one for reports.
var implications = [][2]string{{"template", "reporting"}, {"online-reporting-tool", "reporting"}, {"prohibition", "transfer"}}

// rewriteArticles puts the number of an article in the place of its subject, and drops an article of which a
// narrower part is named.
func rewriteArticles(atoms []atom) []atom {
	for _, p := range implications {
		if slices.Contains(atoms, atom(conceptOf(p[0]))) {
			atoms = slices.DeleteFunc(atoms, func(a atom) bool { return a == atom(conceptOf(p[1])) })
		}
	}
	place := slices.ContainsFunc(atoms, func(a atom) bool { return a >= 0 && a < firstRoot && kinds()[a].place })
	if place {
		atoms = slices.DeleteFunc(atoms, func(a atom) bool { return a == atom(conceptOf("region")) })
	}
	var buffer [2 * maxTokens]atom
	drop := buffer[:0]
	named := len(atoms)
	for _, s := range subjectAtoms() {
		written := false
		for _, a := range atoms[:named] {
			written = written || a == s.article || a < 0 && s.article.whole() && a.article() == s.article.article()
		}
		if len(s.whole) > 0 && containsAll(atoms[:named], s.whole) {
			atoms = append(atoms, s.article)
			drop = append(drop, s.whole...)
		}
		if written {
			drop = append(drop, s.parts...)
		}
	}
	for _, a := range atoms {
		if a < 0 && !a.whole() {
			drop = append(drop, articleAtom(a.article(), 0, 0))
		}
	}
	return slices.DeleteFunc(atoms, func(a atom) bool { return slices.Contains(drop, a) })
}

func containsAll(atoms, all []atom) bool {
	for _, a := range all {
		if !slices.Contains(atoms, a) {
			return false
		}
	}
	return true
}
