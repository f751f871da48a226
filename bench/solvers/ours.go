package solvers

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Report is what command solve says about itself.
type Report struct {
	Status    Outcome
	Goals     []int
	Start     time.Duration // processor time until it begins to read
	Used      time.Duration // processor time after that
	Solved    time.Duration // processor time of Solve alone
	Kilobytes int           // of memory, at most; 0: unknown
}

// Build compiles command solve into the folder of the machine. It is called in the folder of module bench.
func (h Machine) Build() error {
	cmd := exec.Command("go", "build", "-o", h.worker(), "./solvers/solve")
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

func (h Machine) worker() string { return filepath.Join(h.Folder, "solve") }

// Ours runs package timetable in a process of its own, which [Machine.Build] has built. The time is that of Solve, from a problem in
// memory; what reading the instance takes is told apart, since a peer's model is read by the peer but written by us.
func (h Machine) Ours(document []byte) (Run, int, error) {
	file := filepath.Join(h.Folder, "instance.json")
	if err := os.WriteFile(file, document, 0o600); err != nil {
		return Run{}, 0, err
	}
	out, used, err := h.run([]string{h.worker(), file}, h.Cap)
	if err != nil || used >= h.Cap {
		return Run{Outcome: Capped, CPU: used}, 0, err
	}
	var r Report
	if err := json.Unmarshal(out, &r); err != nil {
		return Run{}, 0, fmt.Errorf("solve says %q", out)
	}
	run := Run{Outcome: r.Status, Goals: r.Goals, CPU: r.Solved, Starts: r.Start, Reading: r.Used - r.Solved}
	if r.Status != Optimal && r.Status != Infeasible {
		run.Outcome = Capped
	}
	return run, r.Kilobytes, nil
}
