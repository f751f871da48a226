// Package guidance has the tools and guidance documents of the treaty process as data: what exists, and
// should be assessed before another one is written.
//
// The register is not complete. Each entry says how well it is known and where it was seen.
package guidance

import (
	_ "embed"

	"attwork.example/att"
	"attwork.example/internal/strictjson"
)

// Tool is an existing tool, guidance document or workplan.
type Tool struct {
	ID         string         `json:"id"`
	Title      att.Text       `json:"title"`
	Articles   []att.Article  `json:"articles,omitzero"` // that it is about; nil: unknown or none
	Body       string         `json:"body,omitzero"`     // role of the body it comes from, as in "wgeti"
	Cycle      string         `json:"cycle,omitzero"`    // of the conference that adopted, welcomed or noted it, as in "csp5"; empty: unknown
	Since      att.Date       `json:"since,omitzero"`    // last day of that conference; zero: unknown
	Note       string         `json:"note,omitzero"`
	Provenance att.Provenance `json:"provenance,omitzero"` // its sources are ids of [Sources]
}

//go:embed guidance.json
var guidanceJSON []byte

type register struct {
	Tools   []Tool       `json:"tools"`
	Sources []att.Source `json:"sources"`
}

func read() register {
	var r register
	strictjson.MustDecode("guidance.json", "attwork/guidance/1", guidanceJSON, &r)
	return r
}

// Register returns the tools in the order of their ids, a fresh copy at each call.
func Register() []Tool { return read().Tools }

// Sources returns the sources behind the register, a fresh copy at each call.
func Sources() []att.Source { return read().Sources }
