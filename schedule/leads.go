package schedule

import (
	_ "embed"

	"attwork.example/att"
	"attwork.example/internal/strictjson"
)

// Anchor is what a [Lead] is counted from.
type Anchor string

// The anchors.
const (
	CycleStart      Anchor = "cycle-start"      // the last day of the conference before
	RoundStart      Anchor = "round-start"      // the first day of the round
	RoundEnd        Anchor = "round-end"        // the last day of the round
	ConferenceStart Anchor = "conference-start" // the first day of the conference
	Year            Anchor = "year"             // the year of the conference: a fixed day or month of it
)

// Lead is the time between a step and what it is counted from, as observed or as a rule has it.
type Lead struct {
	ID         string         `json:"id"`
	Title      att.Text       `json:"title"`
	Anchor     Anchor         `json:"anchor"`
	Days       int            `json:"days,omitzero"`  // calendar days from the anchor; before it: negative
	Month      int            `json:"month,omitzero"` // of a step at a fixed time of the year, 1 to 12
	Day        int            `json:"day,omitzero"`   // of that month; 0: only the month is known
	Observed   []Observation  `json:"observed"`
	Confidence att.Confidence `json:"confidence"`
	Source     string         `json:"source"`
}

// Observation is one time that a lead was seen.
type Observation struct {
	Date    att.Date `json:"date"`
	Meeting string   `json:"meeting"`
	Days    int      `json:"days"` // as in [Lead]
}

//go:embed leads.json
var leadsJSON []byte

// Leads returns the lead times that [Deadlines] takes where the caller gives none, a fresh copy at each call.
// Where several were observed, the default is the one that gives delegations the most time.
func Leads() []Lead {
	var file struct {
		Leads []Lead `json:"leads"`
	}
	strictjson.MustDecode("leads.json", "attwork/leads/1", leadsJSON, &file)
	return file.Leads
}
