package solvers

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"attwork.example/schedule/timetable"
)

// Generator says where the instances come from.
const Generator = "gen.py of the format attwork/timetable-instance/1, seeds 1 to 100"

//go:embed seeds/instances.jsonl.gz
var instances []byte

//go:embed seeds/reference.jsonl
var reference []byte

// Instance is a generated problem, and what the reference found: an exact mixed-integer model on HiGHS (scipy 1.10.1), written
// apart from everything here, with 120 seconds for each. It finished all.
type Instance struct {
	Name     string
	Document []byte // as it was generated
	Problem  timetable.Problem
	Outcome  Outcome
	Goals    []int
}

// Instances returns the instances in the order of their seeds.
func Instances() ([]Instance, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(instances))
	if err != nil {
		return nil, err
	}
	documents, err := io.ReadAll(unzipped)
	if err != nil {
		return nil, err
	}
	answers := json.NewDecoder(bytes.NewReader(reference))
	var list []Instance
	for line := range bytes.Lines(documents) {
		var a struct {
			Name   string
			Status Outcome
			Goals  []int
		}
		p, err := timetable.ReadProblem("instances.jsonl.gz", bytes.NewReader(line))
		if err := errors.Join(err, answers.Decode(&a)); err != nil {
			return nil, err
		}
		if a.Name != p.Name {
			return nil, fmt.Errorf("the reference has %s where the instances have %s", a.Name, p.Name)
		}
		list = append(list, Instance{p.Name, line, p, a.Status, a.Goals})
	}
	return list, nil
}
