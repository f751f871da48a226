// Timetable places the topics of one round in its sittings, proves how good the result is, and says why when
// nothing fits.
//
//	go run ./examples/timetable [-round ID] [-nodes N] [-earlier FILE] [-force ITEM[=SITTING,...]] [-frontier] [-verify FILE] [-format text|json] [FILE|NAME]
//
// FILE is a programme or a bare instance ("format": "attwork/timetable-instance/1"). Without one it arranges the
// constructed proposal. -earlier takes a timetable ("attwork/timetable/1") against which moves are counted, and
// says what changes; -force puts one item into one of some sittings, to see what that costs; -frontier says what each
// further day buys; -verify judges a timetable instead of making one. It exits with 1 when nothing fits, or when -verify finds a fault.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule/timetable"
)

func main() {
	command.Main("timetable [flags] [FILE|NAME]", run)
}

func run(c *command.Call) (int, error) {
	nodes := c.Flags.Int("nodes", timetable.DefaultNodes, "how many `NODES` the search may look at")
	round := c.Flags.String("round", "", "which `ROUND` of a programme to arrange; default: the first one that was not cancelled")
	earlier := c.Flags.String("earlier", "", "`FILE` with an earlier timetable, against which moves are counted")
	verify := c.Flags.String("verify", "", "`FILE` with a timetable to judge")
	force := c.Flags.String("force", "", "`ITEM` that must be placed, or ITEM=SITTING,... to say where")
	frontier := c.Flags.Bool("frontier", false, "say for each number of days the most priority that can be placed")
	args, err := c.Parse()
	if err != nil {
		return 0, err
	}
	if len(args) > 1 {
		return 0, fmt.Errorf("%q: unexpected argument; -h lists the flags", args[1])
	}
	if *nodes < 1 {
		return 0, fmt.Errorf("-nodes %d: expected a number from 1 up", *nodes)
	}
	name := proposal.Name
	if len(args) == 1 {
		name = args[0]
	}
	p, notes, err := load(c, name, *round)
	if err != nil {
		return 0, err
	}
	before := timetable.Timetable{}
	if *earlier != "" {
		if before, err = readTimetable(c, *earlier); err != nil {
			return 0, err
		}
		p = p.Against(before)
	}
	if *verify != "" {
		t, err := readTimetable(c, *verify)
		if err != nil {
			return 0, err
		}
		return judge(c, p, t, *verify)
	}
	o := timetable.Options{Nodes: *nodes, Explain: true}
	if *frontier {
		points, err := timetable.Frontier(context.Background(), p, o)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		return command.Done, writeFrontier(c, p, points)
	}
	var answer timetable.Answer
	if *force == "" {
		answer, err = timetable.Solve(context.Background(), p, o)
	} else {
		item, where, _ := strings.Cut(*force, "=")
		var sittings []string
		if where != "" {
			sittings = strings.Split(where, ",")
		}
		answer, err = timetable.Forced(context.Background(), p, item, sittings, o)
	}
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	var changes []timetable.Change
	if *earlier != "" && answer.Goals != nil {
		changes = timetable.Changes(before, answer.Timetable)
	}
	code := command.Done
	if answer.Status == timetable.Infeasible {
		code = command.No
	}
	if c.JSON {
		return code, c.WriteJSON(wire(answer, changes, notes))
	}
	text(c, p, answer, changes, notes)
	return code, nil
}

// load reads an instance, or a programme and makes an instance of one of its rounds.
func load(c *command.Call, name, round string) (timetable.Problem, []check.Finding, error) {
	if !isFile(name) {
		p, err := c.Load(name)
		if err != nil {
			return timetable.Problem{}, nil, err
		}
		return arrange(name, p.Programme, round)
	}
	r, err := c.Open(name)
	if err != nil {
		return timetable.Problem{}, nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, 9<<20)) // more than a document may have, so that its reader can say so
	if err != nil {
		return timetable.Problem{}, nil, fmt.Errorf("%s: cannot be read: %w", name, err)
	}
	if isInstance(data) {
		return instance(name, data)
	}
	file, err := document.Read(name, bytes.NewReader(data))
	if err != nil {
		return timetable.Problem{}, nil, err
	}
	if faults := file.Locate(file.Shape()); len(faults) > 0 && faults[0].Severity == check.Error {
		return timetable.Problem{}, nil, fault(faults[0])
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

func instance(name string, data []byte) (timetable.Problem, []check.Finding, error) {
	p, err := timetable.ReadProblem(name, bytes.NewReader(data))
	if err != nil {
		return timetable.Problem{}, nil, err
	}
	notes := timetable.Locate(name, data, timetable.Check(p))
	if len(notes) > 0 && notes[0].Severity == check.Error {
		return timetable.Problem{}, nil, fault(notes[0])
	}
	return p, notes, nil
}

// arrange makes an instance of a round. One in which nothing could ever be placed, for want of facts, is unusable.
func arrange(name string, programme att.Programme, round string) (timetable.Problem, []check.Finding, error) {
	if round == "" {
		round = firstRound(programme)
	}
	p, notes := timetable.FromProgramme(programme, round)
	if len(notes) > 0 && notes[0].Severity == check.Error {
		return timetable.Problem{}, nil, fmt.Errorf("%s: %s", name, notes[0].Message)
	}
	if len(p.Items) == 0 || len(p.Sittings) == 0 {
		return timetable.Problem{}, nil, fmt.Errorf("%s: of the round %q neither the minutes of a topic nor the hours of a sitting are known enough to arrange it", name, round)
	}
	return p, command.Of(name, notes), nil
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
