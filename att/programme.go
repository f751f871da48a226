package att

import "slices"

// Programme is the programme of work of one cycle: the conference it prepares, who meets with which
// mandate, when, and what goes before and after.
//
// In every list of a Programme, nil means that nobody knows and an empty list that there is none. A list
// of which only a part is known is named in Partial; what it lacks proves nothing.
type Programme struct {
	Schema        string         `json:"$schema,omitzero" validate:"max=500"`                                // address of the JSON Schema that an editor uses
	ID            string         `json:"id,omitzero" validate:"id"`                                          // as in "csp9"
	Name          Text           `json:"name,omitzero" validate:"min=1,max=16,dive,keys,lang,endkeys,title"` // as in "CSP9 cycle, as held"
	Status        Status         `json:"status,omitzero" validate:"omitempty,oneof=draft proposed decided held"`
	Constructed   bool           `json:"constructed,omitzero"` // made up for study; not a programme that anybody tabled
	Note          string         `json:"note,omitzero" validate:"max=1000"`
	Conference    Conference     `json:"conference,omitzero"`
	Stages        []Stage        `json:"stages,omitzero" validate:"max=64,dive"` // of implementation, in their order
	Bodies        []Body         `json:"bodies,omitzero" validate:"max=256,dive"`
	Rounds        []Round        `json:"rounds,omitzero" validate:"max=64,dive"` // of meetings before the conference
	Consultations []Consultation `json:"consultations,omitzero" validate:"max=512,dive"`
	Documents     []Document     `json:"documents,omitzero" validate:"max=4096,dive"`
	Decisions     []Decision     `json:"decisions,omitzero" validate:"max=512,dive"`
	Reviews       []Review       `json:"reviews,omitzero" validate:"max=64,dive"`                  // of the programme of work itself
	Gaps          []string       `json:"gaps,omitzero" validate:"max=256,dive,required,max=500"`   // what is not known, in sentences
	Partial       []string       `json:"partial,omitzero" validate:"max=64,dive,required,max=200"` // paths of lists known only in part, as in "documents" or "bodies[wgtr].mandate.topics"
	Sources       []Source       `json:"sources,omitzero" validate:"max=512,dive"`
}

// Whole reports whether all of a list is known, given its path and whether it is there at all.
func (p Programme) Whole(path string, there bool) bool {
	return there && !slices.Contains(p.Partial, path)
}

// Status says how far a programme has come. An empty Status is unknown.
type Status string

// A programme is drafted, proposed to the conference, decided by it, and held.
const (
	Draft    Status = "draft"
	Proposed Status = "proposed"
	Decided  Status = "decided"
	Held     Status = "held"
)

// Conference is the session of the Conference of States Parties that a cycle prepares.
type Conference struct {
	Body       string `json:"body,omitzero" validate:"omitempty,id"` // the body of kind conference
	Title      Text   `json:"title,omitzero" validate:"max=16,dive,keys,lang,endkeys,title"`
	CycleStart Date   `json:"cycleStart,omitzero"` // last day of the conference before; zero: unknown
	Meeting
}

// Stage is one stage in the implementation of the Treaty by a State, by which topics are arranged.
type Stage struct {
	ID    string `json:"id,omitzero" validate:"id"`
	Title Text   `json:"title,omitzero" validate:"min=1,max=16,dive,keys,lang,endkeys,title"`
}

// Decision is something decided or mandated in the cycle.
type Decision struct {
	ID         string      `json:"id,omitzero" validate:"id"`
	Text       Text        `json:"text,omitzero" validate:"min=1,max=16,dive,keys,lang,endkeys,required,max=1000"`
	Body       string      `json:"body,omitzero" validate:"omitempty,id"` // who decided
	Date       Date        `json:"date,omitzero"`
	How        DecisionWay `json:"how,omitzero" validate:"omitempty,oneof=consensus vote written"`
	Document   string      `json:"document,omitzero" validate:"omitempty,id"` // id of the document that holds it
	Provenance Provenance  `json:"provenance,omitzero"`
}

// DecisionWay is the way in which a decision was taken. Empty means unknown.
type DecisionWay string

// The ways of deciding that the Treaty's conferences know.
const (
	Consensus        DecisionWay = "consensus"
	Vote             DecisionWay = "vote"
	WrittenProcedure DecisionWay = "written"
)

// Review says when and by whom the programme of work itself is looked at again. Nothing in a
// programme is meant to be permanent.
type Review struct {
	ID         string     `json:"id,omitzero" validate:"id"`
	Subject    string     `json:"subject,omitzero" validate:"omitempty,id"` // a body under review; empty: the whole programme
	By         string     `json:"by,omitzero" validate:"omitempty,id"`      // the body that reviews
	Date       Date       `json:"date,omitzero"`
	Recurs     bool       `json:"recurs,omitzero"` // held again in later cycles
	Note       string     `json:"note,omitzero" validate:"max=1000"`
	Provenance Provenance `json:"provenance,omitzero"`
}

// Document is a paper of the cycle.
type Document struct {
	ID          string       `json:"id,omitzero" validate:"id"`
	Title       Text         `json:"title,omitzero" validate:"min=1,max=16,dive,keys,lang,endkeys,title"`
	Kind        DocumentKind `json:"kind,omitzero" validate:"omitempty,oneof=background-paper national-working-paper chair-report draft-decision guidance workplan letter report other"`
	Issuer      string       `json:"issuer,omitzero" validate:"max=200"`   // a body's id, an office or a State, as in "wgtr" or "Costa Rica"
	For         string       `json:"for,omitzero" validate:"omitempty,id"` // id of the round, topic, body or conference body it is written for
	Symbol      string       `json:"symbol,omitzero" validate:"max=100"`   // as in ATT/CSP10.WGTR/2024/CHAIR/778/AnnAgenda
	Languages   []Lang       `json:"languages,omitzero" validate:"max=16,dive,lang"`
	Distributed Date         `json:"distributed,omitzero"`
	Provenance  Provenance   `json:"provenance,omitzero"`
}

// DocumentKind says what a document is for. Empty means unknown.
type DocumentKind string

// The kinds of documents that the cycles of the Treaty have seen.
const (
	BackgroundPaper      DocumentKind = "background-paper"
	NationalWorkingPaper DocumentKind = "national-working-paper"
	ChairReport          DocumentKind = "chair-report"
	DraftDecision        DocumentKind = "draft-decision"
	Guidance             DocumentKind = "guidance"
	Workplan             DocumentKind = "workplan"
	Letter               DocumentKind = "letter"
	Report               DocumentKind = "report"
	OtherDocument        DocumentKind = "other"
)
