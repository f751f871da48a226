package likeness

import (
	"strconv"
	"strings"
	"sync"
)

// concept is a meaning that several terms share: an index into kinds.
type concept int32

// class says how much a concept counts.
type class uint8

const (
	connector class = iota // joins words: "of", "and", "the"
	generic                // says only that a meeting deals with it: "discussion", "national practice"
	implied                // true of every topic here: "Treaty", "States Parties", "arms", "implementation"
	content                // counts fully
)

// link says how a word is joined to the one before it. Of two in a row the later in this list counts.
type link uint8

const (
	adjacent link = iota
	owner         // the owner's s: the next word governs ("industry's role")
	ofLink        // "of", "on", "in": the word before governs
	weakLink      // any other small word
	byLink        // "by": what follows only acts
	andLink
	breakLink // colon, comma, bracket
)

// kind is what is known of a concept beside its terms.
type kind struct {
	name  string
	class class
	link  link
	// atoms are the parts that a compound concept stands for, its head last: an initial report is
	// "initial" and "reporting", so that "initial and annual reports" holds the same parts.
	atoms []concept
	body  bool // meets, and is wrapping when it only meets
	chair bool // speaks for a body
	actor bool // can have a role
	about bool // is said of a body: mandate, report, review
	// number is the value of a number word, as in "Seventh"; 0 for any other concept.
	number int
	vague  bool // only a class of words, not one meaning
	deed   bool // a document or a deed about something, which may as well be the matter of another
	place  bool // a region of the world
}

// kindTable is the set of all concepts, by index and by name.
type kindTable struct {
	list  []kind
	index map[string]concept
}

var kindsTable = sync.OnceValue(func() *kindTable {
	t := &kindTable{index: map[string]concept{}}
	for _, lines := range [][][]string{rows(glossaryFile), rows(wordsFile)} {
		for _, line := range lines[1:] {
			t.named(line[0])
		}
	}
	for _, p := range compounds {
		k := t.named(p.name)
		for part := range strings.FieldsSeq(p.parts) {
			c := t.named(part)
			t.list[k].atoms = append(t.list[k].atoms, c)
		}
	}
	for c := range t.list {
		if n, ok := strings.CutPrefix(t.list[c].name, "number-"); ok {
			t.list[c].number, _ = strconv.Atoi(n)
		}
	}
	for _, p := range properties {
		for n := range strings.FieldsSeq(p.names) {
			p.set(&t.list[t.named(n)])
		}
	}
	return t
})

// named returns the concept of that name; a new one counts fully and stands for itself.
func (t *kindTable) named(name string) concept {
	c, ok := t.index[name]
	if !ok {
		c = concept(len(t.list))
		t.index[name] = c
		t.list = append(t.list, kind{name: name, class: content, link: weakLink})
	}
	return c
}

func kinds() []kind { return kindsTable().list }

func conceptOf(name string) concept { return kindsTable().index[name] }

// properties of concepts by name.
//
//nolint:misspell // the treaty's "organization"
var properties = []struct {
	names string
	set   func(*kind)
}{
	{"stop of and the by", func(k *kind) { k.class = connector }},
	{"generic exchanging paragraph national-practice national-experience", func(k *kind) { k.class = generic }},
	{"implied treaty article state-party conventional-arms implementation effective-implementation", func(k *kind) { k.class = implied }},
	{"generic implied", func(k *kind) { k.vague = true }},
	{"of", func(k *kind) { k.link = ofLink }},
	{"and", func(k *kind) { k.link = andLink }},
	{"the", func(k *kind) { k.link = adjacent }},
	{"by", func(k *kind) { k.link = byLink }},
	{
		"csp secretariat management-committee working-group sub-working-group subsidiary-body wgeti wgtr wgtu dief informal-preparatory-meeting",
		func(k *kind) { k.body = true },
	},
	{"chair vice-president", func(k *kind) { k.chair = true }},
	{
		"industry civil-society ngo parliament stakeholder customs youth private-sector academia regional-organization media bank police women exporter importer united-nations authority broker",
		func(k *kind) { k.actor = true },
	},
	{deeds, func(k *kind) { k.deed = true }},
	{"africa asia pacific latin-america caribbean europe middle-east", func(k *kind) { k.place = true }},
	{
		"mandate terms-of-reference chair vice-president reporting election appointment structure review date venue format working-methods methodology programme-of-work workplan",
		func(k *kind) { k.about = true },
	},
}

// compounds resolves concepts that are made of others, head last, and names those that are one in the
// usage of the field (a licence and an authorization; what the end user and the end use are asked for).
var compounds = []struct{ name, parts string }{
	{"initial-report", "initial reporting"},
	{"annual-report", "annual reporting"},
	{"reporting-obligation", "reporting obligation"},
	{"import-document", "import document"},
	{"import-authorization", "import authorization"},
	{"export-authorization", "export authorization"},
	{"export-assessment", "export assessment"},
	{"risk-assessment", "risk assessment"},
	{"risk-mitigation", "risk mitigation"},
	{"overriding-risk", "overriding risk"},
	{"mitigation", "risk mitigation"},
	{"control-list", "control list"},
	{"national-control-system", "control system"},
	{"competent-authority", "competent authority"},
	{"inter-agency", "agency cooperation"},
	{"end-user", "end-use"},
	{"end-use-document", "end-use document"},
	{"certificate", "document"},
	{"delivery-verification", "delivery verification"},
	{"licence", "authorization"},
	{"broker", "brokering"},
	{"capacity-building", "capacity"},
	{"arrears", "contribution late"},
	{"subregion", "region"},
	{"exporter", "export"},
	{"importer", "import"},
	{"legal-assistance", "legislation assistance"},
	{"financial-contribution", "contribution finance"},
	{"working-methods", "methodology"},
	{"intersessional-consultation", "intersessional consultation"},
	{"asia-pacific", "asia pacific"},
}

// deeds may stand on either side of an "of" or "on" with another meaning: assistance with lists, lists of
// assistance. Only of two of these the order is taken to say anything.
const deeds = `reporting guidance list assistance transparency information information-exchange training review document
	assessment template plan workplan action-plan decision recommendation proposal project request need registration
	record-keeping cooperation verification funding budget analysis evaluation-impact monitoring consultation strategy
	publication confidentiality challenge compliance legislation notification authorization regulation contribution
	control system database platform tool standard criterion indicator outcome support capacity mandate
	terms-of-reference programme-of-work universalization accession establishment preparation maintenance updating`
