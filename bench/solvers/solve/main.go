// Solve solves the instance in a file by package timetable and says in JSON what that took, so that it can be measured as a
// process of its own, like the solvers it is compared with.
//
//	solve FILE
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"attwork.example/bench/measure"
	"attwork.example/bench/solvers"
	"attwork.example/schedule/timetable"
)

// trivial is the least instance with something to place, as the model of one variable is for the others: what it takes to solve it
// counts as the start.
const trivial = `{"format":"attwork/timetable-instance/1","name":"t","items":[{"id":"a","minutes":1}],"sittings":[{"id":"s","day":1,"minutes":1}]}`

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: solve FILE")
		os.Exit(2)
	}
	_, err := solve("trivial", []byte(trivial))
	start := measure.ProcessTime()
	var r solvers.Report
	if err == nil {
		r, err = solveFile(os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "solve:", err)
		os.Exit(1)
	}
	r.Start, r.Used = start, measure.ProcessTime()-start
	r.Kilobytes = peak()
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		os.Exit(1)
	}
}

func solveFile(name string) (solvers.Report, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return solvers.Report{}, err
	}
	return solve(name, data)
}

// solve has a hundred times the default budget of nodes, so that the clock decides as it does with the others.
func solve(name string, data []byte) (solvers.Report, error) {
	p, err := timetable.ReadProblem(name, bytes.NewReader(data))
	if err != nil {
		return solvers.Report{}, err
	}
	read := measure.ProcessTime()
	a, err := timetable.Solve(context.Background(), p, timetable.Options{Nodes: 100 * timetable.DefaultNodes})
	r := solvers.Report{Status: solvers.Outcome(a.Status.String()), Solved: measure.ProcessTime() - read}
	for _, g := range a.Goals {
		r.Goals = append(r.Goals, g.Value)
	}
	return r, err
}

// peak returns the most memory that the process has had at a time, in kilobytes; 0 where the system does not say.
func peak() int {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes int
	if _, err := fmt.Sscan(after, &kilobytes); err != nil {
		return 0
	}
	return kilobytes
}
