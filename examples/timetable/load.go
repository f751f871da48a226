package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/document"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule/timetable"
)

// source is what is to be arranged, with what is unknown about it.
type source struct {
	name      string
	problem   timetable.Problem
	notes     []check.Finding
	programme att.Programme // where the problem is made of one
	round     string        // of the programme; empty: the problem comes from an instance
}

// against returns the source with its moves counted against an earlier timetable.
func (s source) against(earlier timetable.Timetable) source {
	s.problem = s.problem.Against(earlier)
	for _, f := range timetable.Check(s.problem) {
		if f.Rule == "timetable/earlier" {
			s.notes = append(s.notes, f)
		}
	}
	return s
}

// load reads an instance, or a programme and makes an instance of one of its rounds.
func load(c *command.Call, name, round string) (source, error) {
	if !isFile(name) {
		p, err := c.Load(name)
		if err != nil {
			return source{}, err
		}
		return arrange(name, p.Programme, round)
	}
	r, err := c.Open(name)
	if err != nil {
		return source{}, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, 9<<20)) // more than a document may have, so that its reader can say so
	if err != nil {
		return source{}, fmt.Errorf("%s: cannot be read: %w", name, err)
	}
	if isInstance(data) && round != "" {
		return source{}, fmt.Errorf("%s: -round: an instance has no rounds; leave it out", name)
	}
	if isInstance(data) {
		return instance(name, data)
	}
	file, err := document.Read(name, bytes.NewReader(data))
	if err != nil {
		return source{}, err
	}
	if faults := file.Locate(file.Shape()); len(faults) > 0 && faults[0].Severity == check.Error {
		return source{}, fault(faults[0])
	}
	return arrange(name, file.Programme, round)
}

// isFile reports whether a name means a file or standard input, and no embedded programme.
func isFile(name string) bool {
	info, err := os.Stat(name)
	return name == "-" || err == nil && !info.IsDir()
}

// isInstance reports whether a document says that it is an instance. Every other one is read as a programme.
func isInstance(data []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(data))
	for range 2 { // the brace and the key
		if _, err := dec.Token(); err != nil {
			return false
		}
	}
	format, err := dec.Token()
	text, isText := format.(string)
	return err == nil && isText && strings.HasPrefix(text, "attwork/timetable-instance/")
}

func instance(name string, data []byte) (source, error) {
	p, err := timetable.ReadProblem(name, bytes.NewReader(data))
	if err != nil {
		return source{}, err
	}
	notes := timetable.Locate(name, data, timetable.Check(p))
	if len(notes) > 0 && notes[0].Severity == check.Error {
		return source{}, fault(notes[0])
	}
	return source{name: name, problem: p, notes: notes}, nil
}

// arrange makes an instance of a round. One in which nothing could ever be placed, for want of facts, is unusable.
func arrange(name string, programme att.Programme, round string) (source, error) {
	if round == "" {
		round = firstRound(programme)
	}
	p, notes := timetable.FromProgramme(programme, round)
	if len(notes) > 0 && notes[0].Severity == check.Error {
		return source{}, fmt.Errorf("%s: %s", name, notes[0].Message)
	}
	var unknown []string
	if len(p.Items) == 0 {
		unknown = append(unknown, "the minutes of any topic")
	}
	if len(p.Sittings) == 0 {
		unknown = append(unknown, "the hours of any sitting")
	}
	if unknown != nil {
		return source{}, fmt.Errorf("%s: of the round %q nobody knows %s; give a programme file that has them", name, round, strings.Join(unknown, ", nor "))
	}
	return source{name: name, problem: p, notes: command.Of(name, notes), programme: programme, round: round}, nil
}

func firstRound(p att.Programme) string {
	for _, r := range p.Rounds {
		if r.Format != att.Cancelled {
			return r.ID
		}
	}
	return ""
}

func fault(f check.Finding) error { return fmt.Errorf("%s: %s: %s", f.Position, f.Path, f.Message) }
