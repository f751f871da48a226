package att

// Confidence says how well a fact is known.
type Confidence string

// The degrees of confidence, from the best known down. An empty Confidence means that nobody said;
// it counts as unknown.
const (
	Verified Confidence = "verified" // seen in the named source
	Computed Confidence = "computed" // follows from a date rule
	Inferred Confidence = "inferred" // follows from verified facts
	Recalled Confidence = "recalled" // general knowledge, no source seen
	Unknown  Confidence = "unknown"
)

// rank orders degrees of confidence; a higher rank is better known.
func (c Confidence) rank() int {
	switch c {
	case Verified:
		return 4
	case Computed:
		return 3
	case Inferred:
		return 2
	case Recalled:
		return 1
	}
	return 0
}

// Weakest returns the lower of two degrees of confidence.
func (c Confidence) Weakest(d Confidence) Confidence {
	if d.rank() < c.rank() {
		return d
	}
	return c
}

// Provenance says where a fact comes from and how well it is known.
type Provenance struct {
	Confidence Confidence `json:"confidence,omitzero" validate:"omitempty,oneof=verified computed inferred recalled unknown"`
	Sources    []string   `json:"sources,omitzero" validate:"max=32,dive,id"` // ids of the programme's sources
	Note       string     `json:"note,omitzero" validate:"max=1000"`
}

// Source is a document or page from which facts were taken.
type Source struct {
	ID    string `json:"id,omitzero" validate:"id"`
	Title string `json:"title,omitzero" validate:"required,max=500"` // enough to find it again
}

// Voice says who speaks in the passage that a [Citation] points to.
type Voice string

// The voices that speak in the texts of the treaty process.
const (
	VoiceTreaty          Voice = "treaty"           // the Treaty itself
	VoiceConference      Voice = "conference"       // a Conference of States Parties, deciding or mandating
	VoiceCommittee       Voice = "committee"        // the Management Committee
	VoiceDelegations     Voice = "delegations"      // delegations in general
	VoiceSomeDelegations Voice = "some-delegations" // some delegations
	VoiceOneParticipant  Voice = "one-participant"  // a single participant
	VoicePresident       Voice = "president"        // the President of the conference
	VoicePractice        Voice = "practice"         // nobody: what was done
)

// Citation points to the passage that a rule, a limit or a datum rests on.
type Citation struct {
	Text      string `json:"text,omitzero" validate:"id"`          // id of the text, as in "csp9-draft"
	Paragraph string `json:"paragraph,omitzero" validate:"max=32"` // paragraph and sentence, as in "24a" or "8.2"
	Sense     string `json:"sense,omitzero" validate:"max=500"`    // what the passage says, in our own words
	Voice     Voice  `json:"voice,omitzero" validate:"omitempty,oneof=treaty conference committee delegations some-delegations one-participant president practice"`
}
