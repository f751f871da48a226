package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule/timetable"
)

// mostAnswer bounds an answer in JSON, in bytes. A list of empty assignments takes twenty times as much memory.
const mostAnswer = 1 << 20

// readTimetable reads a timetable document, or an answer in JSON: this program's own, or another solver's that has
// "assignments" as a list of placements or as an object from item to sitting.
func readTimetable(c *command.Call, name string) (timetable.Timetable, error) {
	r, err := c.Open(name)
	if err != nil {
		return timetable.Timetable{}, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, 9<<20)) // more than a document may have, so that its reader can say so
	if err != nil {
		return timetable.Timetable{}, fmt.Errorf("%s: cannot be read: %w", name, err)
	}
	var other struct {
		Format      *string         `json:"format"`
		Status      *string         `json:"status"`
		Assignments json.RawMessage `json:"assignments"`
	}
	if json.Unmarshal(data, &other) != nil || other.Format != nil || other.Assignments == nil {
		return timetable.ReadTimetable(name, bytes.NewReader(data)) // whose errors say what a timetable is
	}
	if len(data) > mostAnswer {
		return timetable.Timetable{}, fmt.Errorf("%s: larger than 1 MiB; expected the answer for a problem of at most %d items", name, timetable.MaxItems)
	}
	if other.Assignments[0] == '{' {
		return fromObject(name, other.Assignments)
	}
	var list []struct {
		Item, Sitting string
		Start         *uint32
		Minutes       uint32
	}
	if err := json.Unmarshal(other.Assignments, &list); err != nil {
		return timetable.Timetable{}, unreadable(name, err)
	}
	var t timetable.Timetable
	for _, a := range list {
		p := timetable.Placement{Item: a.Item, Sitting: a.Sitting, Minutes: int(a.Minutes)}
		if a.Start != nil {
			p.Start = att.Exactly(int(*a.Start))
		}
		t.Assignments = append(t.Assignments, p)
	}
	return t, nil
}

func fromObject(name string, data []byte) (timetable.Timetable, error) {
	var where map[string]*string // null: unplaced
	if err := json.Unmarshal(data, &where); err != nil {
		return timetable.Timetable{}, unreadable(name, err)
	}
	var t timetable.Timetable
	for item, sitting := range where {
		if sitting != nil {
			t.Assignments = append(t.Assignments, timetable.Placement{Item: item, Sitting: *sitting})
		}
	}
	slices.SortFunc(t.Assignments, func(a, b timetable.Placement) int { return bytes.Compare([]byte(a.Item), []byte(b.Item)) })
	return t, nil
}

func unreadable(name string, err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("%s: assignments: %s: expected item and sitting as texts, start and minutes as whole numbers; found a %s", name, wrong.Field, wrong.Value)
	}
	return fmt.Errorf("%s: assignments: expected a list of {item, sitting, start, minutes}: %w", name, err)
}
