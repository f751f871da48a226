package check

import (
	"encoding/json"
	"fmt"
	"slices"

	"attwork.example/att"
)

// MarshalText writes the severity's word. An invalid severity is an error.
func (s Severity) MarshalText() ([]byte, error) {
	if s < Note || s > Error {
		return nil, fmt.Errorf("check: %d is no severity", int(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads "note", "warning" or "error".
func (s *Severity) UnmarshalText(text []byte) error {
	for _, known := range []Severity{Note, Warning, Error} {
		if known.String() == string(text) {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("check: %q is no severity; expected note, warning or error", tame(string(text)))
}

// wire is the JSON of a finding. The embedded schema findings.schema.json describes it.
type wire struct {
	Rule     string      `json:"rule"`
	Severity Severity    `json:"severity"`
	File     string      `json:"file,omitzero"`
	Line     int         `json:"line,omitzero"`
	Column   int         `json:"column,omitzero"`
	Path     Path        `json:"path"`
	Related  []Path      `json:"related"`
	Message  string      `json:"message"`
	Remedy   string      `json:"remedy"`
	Cites    []wireCite  `json:"cites"`
	Key      string      `json:"key,omitzero"`
	Args     []wireArg   `json:"args,omitempty"`
	Remedies *wireRemedy `json:"remedyMessage,omitempty"`
}

type wireCite struct {
	Text      string    `json:"text"`
	Paragraph string    `json:"paragraph"`
	Sense     string    `json:"sense,omitzero"`
	Voice     att.Voice `json:"voice,omitzero"`
}

type wireRemedy struct {
	Key  string    `json:"key"`
	Args []wireArg `json:"args,omitempty"`
}

type wireArg struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Value any    `json:"value"`
}

// MarshalJSON writes the finding with its message and remedy in English, and with the key and the
// arguments of both, from which they can be said in another language.
func (f Finding) MarshalJSON() ([]byte, error) {
	w := wire{
		Rule: f.Rule, Severity: f.Severity, File: f.Position.Name, Line: f.Position.Line, Column: f.Position.Column,
		Path: f.Path, Related: append([]Path{}, f.Related...), Message: f.Message.String(), Remedy: f.Remedy.String(),
		Cites: []wireCite{}, Key: f.Message.Key, Args: wireArgs(f.Message.Args),
	}
	if f.Remedy.Key != "" {
		w.Remedies = &wireRemedy{Key: f.Remedy.Key, Args: wireArgs(f.Remedy.Args)}
	}
	for _, c := range f.Cites {
		w.Cites = append(w.Cites, wireCite(c))
	}
	return json.Marshal(w)
}

func wireArgs(args []Arg) []wireArg {
	list := make([]wireArg, 0, len(args))
	for _, a := range args {
		w := wireArg{Name: a.Name, Kind: a.Kind.String(), Value: a.String()}
		if a.Kind == NumberArg {
			w.Value = a.Number
		}
		list = append(list, w)
	}
	return slices.Clip(list)
}
