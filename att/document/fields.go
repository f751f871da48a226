package document

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"

	"attwork.example/att"
	"attwork.example/att/check"
)

// maxTitle bounds a title, in characters.
const maxTitle = 300

// fieldCheck is built on first use: the validator compiles each type once and is then safe for
// concurrent use.
var fieldCheck = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(jsonName)
	for tag, valid := range map[string]func(string) bool{
		"id":      att.ValidID,
		"article": func(s string) bool { return att.Article(s).Valid() },
		"lang":    validLang,
		"title":   validTitle,
	} {
		if err := v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return valid(f.Field().String()) }, true); err != nil {
			panic(err) // a tag of ours is malformed, whatever the document
		}
	}
	return v
})

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// validLang accepts a language code of two or three small letters, with subtags of letters and
// digits, as in "en" or "zh-Hans".
func validLang(s string) bool {
	code, rest, tagged := strings.Cut(s, "-")
	small := func(r rune) bool { return r < 'a' || r > 'z' }
	if len(code) < 2 || len(code) > 3 || strings.ContainsFunc(code, small) || len(s) > 35 || tagged && rest == "" {
		return false
	}
	for sub := range strings.SplitSeq(rest, "-") {
		other := func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }
		if tagged && (sub == "" || len(sub) > 8 || strings.ContainsFunc(sub, other)) {
			return false
		}
	}
	return true
}

// validTitle accepts a text of one line that says something.
func validTitle(s string) bool {
	return strings.TrimSpace(s) != "" && utf8.RuneCountInString(s) <= maxTitle && !strings.ContainsFunc(s, unicode.IsControl)
}

// checkFields holds every field, at every level, against its validate tag. It reports whether all
// lists keep to their bounds. The validator keeps every fault until it is done, so that a body and a day, of which a
// hostile document may have very many wrong ones, go to it one by one.
func (s *shape) checkFields() (bounded bool) {
	p, long := s.programme, map[check.Path]bool{}
	s.checkPart("", p, func(field []byte) bool {
		return bytes.HasPrefix(field, []byte("Programme.Bodies[")) || bytes.Contains(field, []byte(".Days["))
	}, long)
	checkEach(s, "bodies", p.Bodies, long)
	checkEach(s, "conference.days", p.Conference.Days, long)
	for i, path := range check.Path("rounds").Elements(len(p.Rounds), func(i int) string { return p.Rounds[i].ID }) {
		checkEach(s, path.Field("days"), p.Rounds[i].Days, long)
	}
	return len(long) == 0
}

// checkEach holds the elements of a list against their tags, unless the list is too long.
func checkEach[T any](s *shape, list check.Path, elements []T, long map[check.Path]bool) {
	if long[list] {
		return
	}
	for i, path := range list.Elements(len(elements), func(i int) string { return elementID(reflect.ValueOf(elements[i])) }) {
		s.checkPart(path, elements[i], func([]byte) bool { return false }, long)
	}
}

// checkPart holds the fields of a part of the programme against their tags, but for those to skip. It adds lists that are too
// long.
func (s *shape) checkPart(path check.Path, part any, skip validator.FilterFunc, long map[check.Path]bool) {
	err := fieldCheck().StructFiltered(part, skip)
	if err == nil {
		return
	}
	faults, ok := errors.AsType[validator.ValidationErrors](err)
	if !ok {
		panic(err) // the part is a struct, so nothing else can come back
	}
	wanted := map[string]check.Path{}
	for i, f := range faults {
		if isLong(f) || len(s.findings)+i < MaxFaults {
			wanted[f.Namespace()] = ""
		}
	}
	if len(wanted) > 0 {
		resolve(reflect.ValueOf(part), reflect.TypeOf(part).Name(), path, wanted)
	}
	for _, f := range faults {
		if isLong(f) {
			long[wanted[f.Namespace()]] = true
		}
		if len(s.findings) >= MaxFaults {
			s.others++ // without words for each
			continue
		}
		message, remedy := fieldWords(f)
		s.fault(fields, wanted[f.Namespace()], message, remedy)
	}
}

func isLong(f validator.FieldError) bool { return f.Tag() == "max" && f.Kind() == reflect.Slice }

// resolve walks through a value in the way of the validator and writes the path of each wanted
// namespace. Building namespaces on the way, and never taking them apart, survives any key of a map.
func resolve(v reflect.Value, namespace string, path check.Path, wanted map[string]check.Path) {
	if _, ok := wanted[namespace]; ok {
		wanted[namespace] = path
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() {
				continue
			}
			name, inner := jsonName(f), path
			if name != "" {
				inner = path.Field(name)
			}
			resolve(v.Field(i), namespace+"."+cmp.Or(name, f.Name), inner, wanted)
		}
	case reflect.Slice:
		paths := path.Elements(v.Len(), func(i int) string { return elementID(v.Index(i)) })
		for i := range v.Len() {
			resolve(v.Index(i), fmt.Sprintf("%s[%d]", namespace, i), paths[i], wanted)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			inner := path
			if validLang(key.String()) {
				inner = path.Field(key.String())
			}
			resolve(v.MapIndex(key), fmt.Sprintf("%s[%v]", namespace, key), inner, wanted)
		}
	}
}

// elementID returns what names an element of a list: its id, else its date, else its topic.
func elementID(v reflect.Value) string {
	if v.Kind() != reflect.Struct {
		return ""
	}
	for _, name := range []string{"ID", "Date", "Topic"} {
		f := v.FieldByName(name)
		if !f.IsValid() {
			continue
		}
		if date, ok := reflect.TypeAssert[att.Date](f); ok && !date.IsZero() {
			return date.String()
		}
		if f.Kind() == reflect.String {
			return f.String()
		}
	}
	return ""
}

// fieldWords says what is wrong with a field, and what to do.
func fieldWords(f validator.FieldError) (message, remedy check.Message) {
	name := check.Text("field", f.Field())
	found := check.Text("found", fmt.Sprint(f.Value()))
	empty := f.Kind() == reflect.String && f.Value() == reflect.Zero(f.Type()).Interface()
	switch tag := f.Tag(); {
	case tag == "required", empty:
		return check.Say("{field} is missing or empty.", name), check.Say("Write it.")
	case tag == "oneof":
		return check.Say("{field} is {found}, which the format does not know.", name, found),
			check.Say("Use one of: {words}.", check.Text("words", strings.ReplaceAll(f.Param(), " ", ", ")))
	case tag == "id":
		return check.Say("{found} is no id.", found),
			check.Say("Use small letters and digits, with single dots or hyphens between them, at most 64.")
	case tag == "article":
		return check.Say("{found} names no article of the Treaty.", found),
			check.Say("Write the article as in 7, 7(4) or 2(1)(h), from 1 to 28.")
	case tag == "lang":
		return check.Say("{found} is no language code.", found), check.Say("Use a code such as en, fr, es, ru, ar or zh.")
	case tag == "title":
		return check.Say("The text of {field} is too long, blank, or has line breaks or control characters.", name),
			check.Say("Write one line of at most {most} characters.", check.Number("most", maxTitle))
	case tag == "max" && f.Kind() == reflect.String:
		return check.Say("{field} is too long.", name), check.Say("Write at most {most} characters.", check.Text("most", f.Param()))
	case tag == "max" && (f.Kind() == reflect.Slice || f.Kind() == reflect.Map):
		return check.Say("{field} has too many elements.", name), check.Say("Keep at most {most}.", check.Text("most", f.Param()))
	case f.Kind() == reflect.Slice || f.Kind() == reflect.Map:
		return check.Say("{field} is missing or empty.", name), check.Say("Give at least {least}.", check.Text("least", f.Param()))
	}
	return check.Say("{field} is {found}, out of bounds.", name, found), check.Say("Correct the number.")
}
