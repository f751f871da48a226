package main

import (
	"reflect"

	"github.com/invopop/jsonschema"

	"attwork.example/att"
	"attwork.example/att/check"
)

const findingsNote = `What the example program check writes with -format json, and how a finding of attwork writes itself. ` +
	`Further keys may stand beside the findings and the outcomes; inside of these there are none.`

// The types below say what att/check/json.go writes, whose own types are not exported. A test holds the
// schema against what is really written.

// answer is what was found in one or more programmes.
type answer struct {
	Findings []finding `json:"findings"` // the more severe first
	Outcomes []outcome `json:"outcomes"` // what each rule came to, for each programme
}

// finding is a departure of a document from a text, with its place and what would remedy it.
type finding struct {
	Rule     string   `json:"rule"`                    // id of the rule, as in proposal/25-five-days
	Severity string   `json:"severity"`                // how far the document departs from the text
	File     string   `json:"file,omitzero"`           // the programme, as the caller named it
	Line     int      `json:"line,omitzero"`           // of the place, from 1; left out where it is unknown
	Column   int      `json:"column,omitzero"`         // in bytes, from 1; left out where it is unknown
	Path     string   `json:"path"`                    // the place, as in bodies[wgeti].mandate.topics[art-9]; empty: the whole document
	Related  []string `json:"related"`                 // the other places involved
	Message  string   `json:"message"`                 // what departs, in English
	Remedy   string   `json:"remedy"`                  // what to do, in English; may be empty
	Cites    []cite   `json:"cites"`                   // the passages that the rule rests on
	Key      string   `json:"key,omitempty"`           // names the sentence of the message, for other languages
	Args     []arg    `json:"args,omitempty"`          // what the message fills into its sentence
	Remedies *remedy  `json:"remedyMessage,omitempty"` // the same for the remedy
}

// cite points to a passage.
type cite struct {
	Text      string `json:"text"`           // id of the text, as in csp9-draft
	Paragraph string `json:"paragraph"`      // paragraph and sentence, as in 24a or 8.2
	Sense     string `json:"sense,omitzero"` // what the passage says, in our own words
	Voice     string `json:"voice,omitzero"`
}

// remedy names the sentence of a remedy.
type remedy struct {
	Key  string `json:"key"`            // names the sentence
	Args []arg  `json:"args,omitempty"` // what the remedy fills into its sentence
}

// arg is one typed argument of a sentence, so that a renderer can write it as its language does.
type arg struct {
	Name  string `json:"name"`  // its place in the sentence
	Kind  string `json:"kind"`  // what sort of value it has
	Value any    `json:"value"` // a whole number for the kind number, a text for every other
}

// outcome is what one rule came to, over one programme.
type outcome struct {
	File    string   `json:"file"`              // the programme, as the caller named it
	Rule    string   `json:"rule"`              // id of the rule
	Outcome string   `json:"outcome"`           // what the rule came to
	Missing []string `json:"missing,omitempty"` // what the document would have to tell
}

// findingsSchema returns the schema of findings. The words of a voice are those of a programme.
func findingsSchema(c comments, programme *jsonschema.Schema) *jsonschema.Schema {
	root := reflected(answer{}, c)
	root.AdditionalProperties = nil
	of := func(def, property string) *jsonschema.Schema {
		p, _ := root.Definitions[def].Properties.Get(property)
		return p
	}
	of("finding", "severity").Enum = []any{check.Error.String(), check.Warning.String(), check.Note.String()}
	of("finding", "line").Minimum, of("finding", "column").Minimum = "1", "1"
	of("outcome", "outcome").Enum = []any{check.Passed, check.Failed, check.NotApplicable, check.Undetermined, check.NotInForce}
	of("arg", "kind").Enum = []any{check.TextArg.String(), check.NumberArg.String(), check.DateArg.String(), check.PathArg.String(), check.WordArg.String(), check.CountArg.String()}
	for _, def := range []string{"finding", "outcome"} {
		of(def, "rule").Pattern = `^[a-z0-9]+([.-][a-z0-9]+)*/[a-z0-9]+([.-][a-z0-9]+)*$`
	}
	if voice, ok := programme.Definitions[reflect.TypeFor[att.Citation]().Name()].Properties.Get("voice"); ok {
		root.Definitions["cite"].Properties.Set("voice", voice)
	}
	distinguishValues(root.Definitions["arg"])
	return entitled(root, "findings.schema.json", "Findings about programmes of work", findingsNote)
}

// distinguishValues says that an argument has a number for the kind number and a text for every other.
func distinguishValues(arg *jsonschema.Schema) {
	kind, value := jsonschema.NewProperties(), jsonschema.NewProperties()
	kind.Set("kind", &jsonschema.Schema{Const: check.NumberArg.String()})
	value.Set("value", &jsonschema.Schema{Type: "integer"})
	text := jsonschema.NewProperties()
	text.Set("value", &jsonschema.Schema{Type: "string"})
	arg.If = &jsonschema.Schema{Properties: kind}
	arg.Then, arg.Else = &jsonschema.Schema{Properties: value}, &jsonschema.Schema{Properties: text}
}
