package command

import (
	"fmt"
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Of returns findings about the programme that the user called file, each with that name in its position.
func Of(file string, list []check.Finding) []check.Finding {
	named := slices.Clone(list)
	for i := range named {
		named[i].Position.Name = file
	}
	return named
}

// Cite is a citation as the programs write it in JSON.
type Cite struct {
	Text      string    `json:"text"`
	Paragraph string    `json:"paragraph"`
	Sense     string    `json:"sense,omitempty"`
	Voice     att.Voice `json:"voice,omitempty"`
}

// Cites returns citations for JSON.
func Cites(list []att.Citation) []Cite {
	cites := make([]Cite, 0, len(list))
	for _, c := range list {
		cites = append(cites, Cite(c))
	}
	return cites
}

// Lines returns a finding in lines for a terminal: where, what, what to do, and the passage.
func Lines(f check.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s: %s\n    %s\n", f.Position, f.Severity, f.Path, f.Message)
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
