package main

import (
	"maps"
	"reflect"

	"github.com/invopop/jsonschema"

	"attwork.example/att"
)

// format is document.Format. Importing it would let the generator depend on the files that it writes.
const format = "attwork/programme/1"

const programmeNote = `One programme of work as a document of attwork. Read refuses what is malformed: an unknown key, null, a wrong type. ` +
	`A required key that is missing, a word that the format does not know, a text that is too long and a year out of bounds can be read, and Shape reports each as a finding; ` +
	`this schema refuses them too, so that an editor shows them. What is unknown is left out: an empty list says that there is none. ` +
	`The schema is not enough: that "format" comes first, that no key stands twice, that what is referred to exists and that an end follows its start, only attwork sees.`

// programmeSchema returns the schema of a programme's document.
func programmeSchema(c comments) (*jsonschema.Schema, error) {
	root := reflected(att.Programme{}, c)
	m := mapper{defs: root.Definitions, comments: c, done: map[reflect.Type]bool{}}
	root.Required = []string{"format"}
	if err := m.structure(reflect.TypeFor[att.Programme](), root); err != nil {
		return nil, err
	}
	maps.Copy(m.defs, formats)
	properties := jsonschema.NewProperties()
	properties.Set("format", &jsonschema.Schema{
		Type: "string", Const: format,
		Description: "The format of the document and its version; the first key.",
	})
	for p := root.Properties.Oldest(); p != nil; p = p.Next() {
		properties.Set(p.Key, p.Value)
	}
	root.Properties = properties
	return entitled(root, "programme.schema.json", "Programme of work", programmeNote), nil
}

// reflected returns the schema of a Go value without its tags.
func reflected(v any, c comments) *jsonschema.Schema {
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: special, LookupComment: c.describe}
	return r.Reflect(v)
}

// entitled gives a schema its address, title and description.
func entitled(s *jsonschema.Schema, name, title, note string) *jsonschema.Schema {
	s.ID = jsonschema.ID(base + name)
	s.Title, s.Description = title, note
	s.Comments = "Generated from the Go types by: go -C tools/schema run . Do not edit."
	return s
}

// special returns the schema of a type whose JSON its Go kind does not tell, nil for any other.
func special(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[att.Date](), reflect.TypeFor[att.Clock](), reflect.TypeFor[att.Count]():
		return &jsonschema.Schema{Ref: "#/$defs/" + t.Name()}
	case reflect.TypeFor[att.Text](): // not one definition: fields differ in what they allow
		return &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{Type: "string"}}
	}
	return nil
}
