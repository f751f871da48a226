package assess

import (
	"encoding/json"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
)

// The JSON of an assessment: messages in English, money as decimal texts, what nobody knows as null.

// MarshalJSON writes the assessment without the programmes themselves: of each, its id, name, status and gaps.
func (a Assessment) MarshalJSON() ([]byte, error) {
	type wire struct {
		Before        *Side                `json:"before"` // null: none
		After         Side                 `json:"after"`
		Lenses        []Lens               `json:"lenses"`
		Advantages    []Advantage          `json:"advantages"`
		Possibilities []Possibility        `json:"possibilities"`
		Assumptions   []string             `json:"assumptions"` // behind the money
		Quantities    []finance.Assumption `json:"quantities"`
	}
	w := wire{
		After: a.After, Lenses: some(a.Lenses), Advantages: some(a.Advantages), Possibilities: some(a.Possibilities),
		Assumptions: some(a.Comparison.Assumptions), Quantities: some(a.Comparison.From.Quantities),
	}
	if a.Compared {
		w.Before = &a.Before
	}
	return json.Marshal(w)
}

// MarshalJSON writes what the programme is, and what it and its counts leave open.
func (s Side) MarshalJSON() ([]byte, error) {
	gaps := some(append([]string{}, s.Programme.Gaps...))
	for _, g := range s.Measures.Gaps {
		gaps = append(gaps, g.String())
	}
	return json.Marshal(struct {
		ID          string     `json:"id"`
		Name        att.Text   `json:"name"`
		Status      att.Status `json:"status,omitzero"`
		Constructed bool       `json:"constructed"`
		Gaps        []string   `json:"gaps"`
	}{s.Programme.ID, s.Programme.Name, s.Programme.Status, s.Programme.Constructed, gaps})
}

// MarshalJSON writes the lens with its title in English.
func (l Lens) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		ID       LensID         `json:"id"`
		Title    string         `json:"title"`
		Cites    []att.Citation `json:"cites"`
		Measures []Measure      `json:"measures"`
	}{l.ID, l.Title.String(), some(l.Cites), some(l.Measures)})
}

// MarshalJSON writes the measure with its texts in English. A measure of a change has no "before", nor has one of a programme that
// is assessed alone.
func (m Measure) MarshalJSON() ([]byte, error) {
	w := struct {
		ID       string         `json:"id"`
		Title    string         `json:"title"`
		Basis    string         `json:"basis"`
		Cites    []att.Citation `json:"cites"`
		OfChange bool           `json:"ofChange"`
		Before   *Reading       `json:"before,omitempty"`
		After    Reading        `json:"after"`
	}{ID: m.ID, Title: m.Title.String(), Basis: m.Basis.String(), Cites: some(m.Cites), OfChange: m.OfChange, After: m.After}
	if !m.OfChange && !m.Before.IsZero() {
		w.Before = &m.Before
	}
	return json.Marshal(w)
}

// MarshalJSON writes the value with its kind; null, without a kind, for one that nobody knows.
func (r Reading) MarshalJSON() ([]byte, error) {
	w := struct {
		Kind       Kind           `json:"kind,omitzero"`
		Value      Value          `json:"value"`
		Confidence att.Confidence `json:"confidence,omitzero"`
		Sources    []att.Source   `json:"sources"`
		Gaps       []string       `json:"gaps"`
	}{Value: r.Value, Confidence: r.Confidence, Sources: some(r.Sources), Gaps: english(r.Gaps)}
	if r.Value != nil {
		w.Kind = r.Value.Kind()
	}
	return json.Marshal(w)
}

func english(list []check.Message) []string {
	texts := []string{}
	for _, m := range list {
		texts = append(texts, m.String())
	}
	return texts
}

// MarshalJSON writes the promise, what bears on it, and what is missing.
func (a Advantage) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Passage       string        `json:"passage"`
		Sense         string        `json:"sense"`
		Verdict       Verdict       `json:"verdict"`
		Measures      []Measure     `json:"measures"`
		Rules         []Outcomes    `json:"rules"`
		Possibilities []Possibility `json:"possibilities"`
		Missing       []Gap         `json:"missing"`
	}{a.Passage.Number, a.Passage.Sense, a.Verdict, some(a.Measures), some(a.Rules), some(a.Possibilities), some(a.Missing())})
}

// MarshalJSON writes the gap in English.
func (g Gap) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Measure string `json:"measure"`
		Before  bool   `json:"before"`
		Message string `json:"message"`
	}{g.Measure, g.Before, g.Message.String()})
}

// MarshalJSON writes whether and where the possibility is used.
func (p Possibility) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		ID          string         `json:"id"`
		Cites       []att.Citation `json:"cites"`
		Sense       string         `json:"sense"`
		Before      proposal.Use   `json:"before,omitzero"`
		After       proposal.Use   `json:"after"`
		WhereBefore []check.Path   `json:"whereBefore"`
		WhereAfter  []check.Path   `json:"whereAfter"`
	}{p.ID, some(p.Cites), p.Sense, p.Before, p.After, some(p.WhereBefore), some(p.WhereAfter)})
}
