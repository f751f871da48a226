package document

import (
	"io"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/internal/strictjson"
)

// Format is the value of the first key of a programme's document.
const Format = "attwork/programme/1"

// File is a programme as read from a document, with the places of its parts.
type File struct {
	Programme att.Programme
	name      string
	data      []byte
}

// Read reads one document from r; name is what errors and findings call it. The error is an
// [att.InputError].
func Read(name string, r io.Reader) (File, error) {
	data, err := strictjson.Read(name, r)
	if err != nil {
		return File{}, err
	}
	f := File{name: name, data: data}
	if err := strictjson.Decode(name, Format, data, &f.Programme); err != nil {
		return File{}, err
	}
	return f, nil
}

// Write writes p as a document. Equal programmes give equal bytes. It reports an error, and writes
// nothing, for a programme that [Read] would refuse, such as one with text that is not UTF-8.
func Write(w io.Writer, p att.Programme) error {
	data, err := strictjson.Encode(Format, p)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Shape returns the faults in the shape of the file's programme, with their positions, in the order
// of [check.Sort].
func (f File) Shape() []check.Finding { return f.Locate(Shape(f.Programme)) }

// Locate returns the findings with their positions in the file. A finding about something that is
// missing gets the position of what should hold it.
func (f File) Locate(findings []check.Finding) []check.Finding {
	paths := make([]check.Path, len(findings))
	for i, finding := range findings {
		paths[i] = finding.Path
	}
	located := make([]check.Finding, len(findings))
	for i, position := range strictjson.Locate(f.name, f.data, paths) {
		located[i] = findings[i]
		located[i].Position = position
	}
	return located
}
