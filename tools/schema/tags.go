package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"
)

// mapper carries the validate tags of Go types over into the schema that the library reflected from them.
// The library knows the types; it has tags of its own and ignores ours.
type mapper struct {
	defs     jsonschema.Definitions
	comments comments
	done     map[reflect.Type]bool
}

// structure maps the tags of a struct, and of the structs in it, into its schema.
func (m mapper) structure(t reflect.Type, s *jsonschema.Schema) error {
	if m.done[t] {
		return nil
	}
	m.done[t] = true
	return m.fields(t, s)
}

func (m mapper) fields(t reflect.Type, s *jsonschema.Schema) error {
	for f := range t.Fields() {
		if f.Anonymous { // its fields stand among those of s
			if err := m.fields(f.Type, s); err != nil {
				return err
			}
			continue
		}
		if err := m.field(f, s); err != nil {
			return fmt.Errorf("%s.%s: %w", t.Name(), f.Name, err)
		}
	}
	return nil
}

func (m mapper) field(f reflect.StructField, s *jsonschema.Schema) error {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	property, ok := s.Properties.Get(name)
	if !ok {
		return fmt.Errorf("the schema has no property %q", name)
	}
	if tag := f.Tag.Get("validate"); tag != "" {
		needed, err := m.rules(f.Type, property, strings.Split(tag, ","))
		if err != nil {
			return err
		}
		if needed && !slices.Contains(s.Required, name) {
			s.Required = append(s.Required, name)
		}
	}
	inner := f.Type
	if inner.Kind() == reflect.Slice {
		inner, property = inner.Elem(), property.Items
	}
	if _, closed := oneOf(f); !closed { // an open set, such as the roles: its known words are offered
		for _, w := range m.comments.words[inner.Name()] {
			property.Examples = append(property.Examples, w.value)
		}
	}
	if def, ok := m.defs[inner.Name()]; ok && inner.Kind() == reflect.Struct {
		return m.structure(inner, def)
	}
	return nil
}

// rules maps the rules of one tag for a value of type t. The value is needed when the rules refuse the zero
// value, which is what the decoder leaves for a key that is not there.
func (m mapper) rules(t reflect.Type, s *jsonschema.Schema, rules []string) (needed bool, err error) {
	optional := false
	for i, rule := range rules {
		name, param, _ := strings.Cut(rule, "=")
		switch {
		case name == "omitempty":
			optional = true
			continue
		case name == "dive":
			return needed, m.elements(t, s, rules[i+1:])
		case name == "oneof":
			s.Enum = words(param, optional)
		case named[name] != nil:
			m.refer(s, name, optional)
		case name == "required" && t.Kind() == reflect.String:
			s.MinLength = new(uint64(1))
		case name == "min", name == "max":
			n, err := strconv.ParseUint(param, 10, 63)
			if err != nil {
				return false, err
			}
			if err := bound(t, s, name, n); err != nil {
				return false, err
			}
			needed = needed || name == "min" && n > 0 && !optional
			continue
		default:
			return false, fmt.Errorf("no mapping for the rule %q of a %s", rule, t.Kind())
		}
		needed = needed || !optional
	}
	return needed, nil
}

// elements maps what follows dive: the keys of a map, then the elements of a map or list.
func (m mapper) elements(t reflect.Type, s *jsonschema.Schema, rules []string) error {
	inner := s.Items
	if t.Kind() == reflect.Map {
		inner = s.AdditionalProperties
		if end := slices.Index(rules, "endkeys"); end > 0 && rules[0] == "keys" {
			s.PropertyNames = &jsonschema.Schema{}
			if _, err := m.rules(t.Key(), s.PropertyNames, rules[1:end]); err != nil {
				return err
			}
			rules = rules[end+1:]
		}
	}
	_, err := m.rules(t.Elem(), inner, rules)
	return err
}

// bound maps min and max, which count characters, elements or the number itself by the kind of value.
// JSON Schema counts characters as the validator does: code points, not bytes.
func bound(t reflect.Type, s *jsonschema.Schema, name string, n uint64) error {
	var least, most **uint64
	switch t.Kind() {
	case reflect.String:
		least, most = &s.MinLength, &s.MaxLength
	case reflect.Slice:
		least, most = &s.MinItems, &s.MaxItems
	case reflect.Map:
		least, most = &s.MinProperties, &s.MaxProperties
	case reflect.Int:
		word := json.Number(strconv.FormatUint(n, 10))
		if name == "min" {
			s.Minimum = word
		} else {
			s.Maximum = word
		}
		return nil
	default:
		return fmt.Errorf("no mapping for the bounds of a %s", t.Kind())
	}
	if name == "min" {
		*least = new(n)
	} else {
		*most = new(n)
	}
	return nil
}

// words returns a closed list. What is optional may also be empty, since the decoder cannot tell an empty
// text from one that is not there.
func words(list string, optional bool) []any {
	var enum []any
	for w := range strings.FieldsSeq(list) {
		enum = append(enum, w)
	}
	if optional {
		enum = append(enum, "")
	}
	return enum
}

// The characters that a title must not have, and those that alone do not make one. They are written out,
// since engines differ in what \s and \u mean.
const (
	control = `\x00-\x1f\x7f-\x9f`
	blank   = " \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
)

// named are the rules that document/fields.go registers with the validator, as schemas of a text.
var named = map[string]*jsonschema.Schema{
	"id": {
		Pattern: `^[a-z0-9]+([.-][a-z0-9]+)*$`, MaxLength: new(uint64(64)),
		Description: "Small letters and digits, with single dots or hyphens between them, at most 64.",
	},
	"article": {
		Pattern:     `^([1-9]|1[0-9]|2[0-8])(\([0-9]{1,2}\)(\([a-z]\))?)?$`,
		Description: "An article of the Treaty as in 7, 7(4) or 2(1)(h), from 1 to 28.",
	},
	"lang": {
		Pattern: `^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$`, MaxLength: new(uint64(35)),
		Description: "A language code such as en, fr, es, ru, ar or zh.",
	},
	"title": {
		Pattern: `^[^` + control + `]*[^` + control + blank + `][^` + control + `]*$`, MinLength: new(uint64(1)), MaxLength: new(uint64(300)),
		Description: "One line that says something, of at most 300 characters.",
	},
}

// refer lets s refer to the definition of a named rule. The optional one also accepts the empty text.
func (m mapper) refer(s *jsonschema.Schema, name string, optional bool) {
	def := *named[name]
	def.Type = "string"
	if optional {
		name += "OrEmpty"
		def.Pattern, def.MinLength = "^$|"+def.Pattern, nil
	}
	if _, taken := m.defs[name]; !taken {
		m.defs[name] = &def
	}
	s.Type, s.Ref = "", "#/$defs/"+name
}

// formats are the types with a text form of their own.
var formats = map[string]*jsonschema.Schema{
	"Date": {
		Type: "string", Format: "date",
		Pattern:     `^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`,
		Description: "A day as in 2024-03-18, from 1900 to 2200.",
	},
	"Clock": {
		Type: "string", Pattern: `^([01][0-9]|2[0-3]):[0-5][0-9]$`,
		Description: "An hour at the place of the meeting, as in 09:30.",
	},
	"Count": {
		AnyOf: []*jsonschema.Schema{
			{Type: "integer", Minimum: "0", Maximum: "2147483647"},
			{Type: "string", Pattern: `^at least 0*[0-9]{1,10}$`},
		},
		Description: `A whole number, or a text such as "at least 8".`,
	},
}
