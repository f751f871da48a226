package command

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Finding is a finding as the programs write it in JSON.
type Finding struct {
	Rule     string       `json:"rule"`
	Severity string       `json:"severity"`
	File     string       `json:"file"`
	Line     int          `json:"line,omitempty"`
	Column   int          `json:"column,omitempty"`
	Path     check.Path   `json:"path"`
	Related  []check.Path `json:"related"`
	Message  string       `json:"message"`
	Remedy   string       `json:"remedy"`
	Cites    []Cite       `json:"cites"`
}

// Cite is a citation as the programs write it in JSON.
type Cite struct {
	Text      string    `json:"text"`
	Paragraph string    `json:"paragraph"`
	Voice     att.Voice `json:"voice,omitempty"`
}

// Findings returns findings about the programme that the user called file.
func Findings(file string, list []check.Finding) []Finding {
	out := make([]Finding, 0, len(list))
	for _, f := range list {
		out = append(out, Finding{
			Rule: f.Rule, Severity: f.Severity.String(), File: file, Line: f.Position.Line, Column: f.Position.Column,
			Path: f.Path, Related: append([]check.Path{}, f.Related...),
			Message: f.Message.String(), Remedy: f.Remedy.String(), Cites: Cites(f.Cites),
		})
	}
	return out
}

// Cites returns citations for JSON.
func Cites(list []att.Citation) []Cite {
	cites := make([]Cite, 0, len(list))
	for _, c := range list {
		cites = append(cites, Cite{Text: c.Text, Paragraph: c.Paragraph, Voice: c.Voice})
	}
	return cites
}

// String returns the finding in lines for a terminal: where, what, what to do, and the passage.
func (f Finding) String() string {
	var b strings.Builder
	at := f.File
	if f.Line > 0 {
		at = fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
	}
	fmt.Fprintf(&b, "%s: %s: %s\n    %s\n", at, f.Severity, f.Path, f.Message)
	for _, p := range f.Related {
		fmt.Fprintf(&b, "    see also %s\n", p)
	}
	fmt.Fprintf(&b, "    %s\n    rule %s", f.Remedy, f.Rule)
	for _, c := range f.Cites {
		fmt.Fprintf(&b, "; %s, paragraph %s", c.Text, c.Paragraph)
		if c.Voice != "" {
			fmt.Fprintf(&b, " (%s)", c.Voice)
		}
	}
	b.WriteString("\n")
	return b.String()
}
