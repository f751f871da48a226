package timetable

import (
	"bytes"
	"encoding/json"
	"io"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/internal/strictjson"
)

// The formats of the documents that this package reads and writes.
const (
	InstanceFormat  = "attwork/timetable-instance/1" // a [Problem]
	TimetableFormat = "attwork/timetable/1"          // a [Timetable]
)

// ReadProblem reads a problem from an instance document, which the caller calls name. The error is an
// [att.InputError] with line and column. Whether the problem makes sense is for [Check].
func ReadProblem(name string, r io.Reader) (Problem, error) {
	data, err := strictjson.Read(name, r)
	if err != nil {
		return Problem{}, err
	}
	var p Problem
	data, none := withoutNulls(data)
	if err := strictjson.Decode(name, InstanceFormat, data, &p); err != nil {
		return Problem{}, err
	}
	if none {
		p.Earlier = nil
	}
	return p, nil
}

// Write writes the problem as an instance document, in its canonical form: problems that say the same give
// the same bytes.
func (p Problem) Write(w io.Writer) error {
	data, err := strictjson.Encode(InstanceFormat, p.Canonical())
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Locate returns findings about the problem that data holds, with their positions in it.
func Locate(name string, data []byte, findings []check.Finding) []check.Finding {
	paths := make([]check.Path, len(findings))
	for i, f := range findings {
		paths[i] = f.Path
	}
	located := append([]check.Finding{}, findings...)
	for i, at := range strictjson.Locate(name, data, paths) {
		located[i].Position = at
	}
	return located
}

// ReadTimetable reads a timetable document, which the caller calls name. The error is an [att.InputError]
// with line and column.
func ReadTimetable(name string, r io.Reader) (Timetable, error) {
	data, err := strictjson.Read(name, r)
	if err != nil {
		return Timetable{}, err
	}
	var t Timetable
	if err := strictjson.Decode(name, TimetableFormat, data, &t); err != nil {
		return Timetable{}, err
	}
	for i, p := range t.Assignments {
		if p.Start.Minimum {
			where := check.Path("assignments").Index(i).Field("start")
			return Timetable{}, &att.InputError{Position: strictjson.Locate(name, data, []check.Path{where})[0], Path: string(where), Expected: "expected a whole number of minutes"}
		}
	}
	return t, nil
}

// Write writes the timetable as a document. Equal timetables give equal bytes.
func (t Timetable) Write(w io.Writer) error {
	data, err := strictjson.Encode(TimetableFormat, t)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// withoutNulls puts an empty text in the place of each null of the earlier timetable, and nowhere else: the
// format has null for an item that was unplaced, which the strict reader refuses everywhere. Both take four
// bytes, so that every position stays. Where null stands for the whole earlier timetable, none is true.
func withoutNulls(data []byte) (out []byte, none bool) {
	out = data
	dec := json.NewDecoder(bytes.NewReader(data))
	depth, key, inEarlier := 0, true, false
	blank := func(with string) {
		if &out[0] == &data[0] {
			out = bytes.Clone(data)
		}
		copy(out[dec.InputOffset()-4:], with)
	}
	for {
		tok, err := dec.Token()
		if err != nil { // the end, or a fault that the strict reader reports
			return out, none
		}
		if d, ok := tok.(json.Delim); ok {
			if d == '{' || d == '[' {
				depth++
			} else {
				depth--
			}
			key = key || depth == 1
			continue
		}
		name, isText := tok.(string)
		switch {
		case depth == 1 && key && isText:
			inEarlier, key = name == "earlier", false
		case depth == 1:
			key = true
			if tok == nil && inEarlier {
				none = true
				blank("{}  ")
			}
		case depth == 2 && tok == nil && inEarlier:
			blank(`""  `)
		}
	}
}
