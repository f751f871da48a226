package solvers

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"attwork.example/schedule/timetable"
)

// Machine says where and how long processes run.
type Machine struct {
	Folder    string // for files
	Processor int    // on which they are pinned, where taskset is installed
	Cap       time.Duration
}

// Solve runs a peer on a problem. Start is what one process of it needs to start, by [Machine.Start].
func (h Machine) Solve(p Peer, problem timetable.Problem, start time.Duration) (Run, error) {
	return Solve(problem, p.Plan, h.Cap, func(q Question, left time.Duration) (Answer, error) {
		return h.once(p, q, left, start)
	})
}

// Start returns the processor time that a process of a peer needs for a model of one variable: the median of some runs. It varies
// with what else the machine does, so it is measured beside each instance.
func (h Machine) Start(p Peer) (time.Duration, error) {
	trivial := Question{Vars: 1, Rows: []Row{{Terms: []Term{{1, 0}}, Bound: 1}}, Minimise: []Term{{1, 0}}}
	var times []time.Duration
	for range 5 {
		a, err := h.once(p, trivial, h.Cap, 0)
		if err != nil {
			return 0, err
		}
		if a.Outcome != Optimal || !a.Value(0) {
			return 0, fmt.Errorf("%s does not solve a model of one variable", p.Name)
		}
		times = append(times, a.Used+a.Start)
	}
	slices.Sort(times)
	return times[len(times)/2], nil
}

// once runs one process on one model.
func (h Machine) once(p Peer, q Question, limit, start time.Duration) (Answer, error) {
	model, solution := filepath.Join(h.Folder, "model"+p.Suffix), filepath.Join(h.Folder, "solution")
	if err := os.Remove(solution); err != nil && !errors.Is(err, os.ErrNotExist) {
		return Answer{}, err
	}
	f, err := os.Create(model)
	if err != nil {
		return Answer{}, err
	}
	if err := errors.Join(p.Write(f, q), f.Close()); err != nil {
		return Answer{}, err
	}
	out, used, err := h.run(p.Command(model, solution), limit+start)
	if err != nil {
		return Answer{}, err
	}
	written, err := os.ReadFile(solution)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return Answer{}, err
	}
	a := p.Read(string(out), string(written))
	if a.Start == 0 {
		a.Start = start
	}
	a.Used = max(0, used-a.Start)
	if a.Used >= limit || a.Outcome == Wrong && a.Used >= limit/4*3 {
		a.Outcome = Capped
	}
	return a, nil
}

// run runs a command, and returns what it wrote and its processor time. The kernel ends it somewhat above the limit; it counts in
// ticks and may be early on a busy machine, hence the quarter in [Machine.once].
func (h Machine) run(command []string, limit time.Duration) (out []byte, used time.Duration, err error) {
	seconds := 2 + int(limit/time.Second)
	args := []string{"-c", `ulimit -t "$1"; shift; exec "$@"`, "sh", strconv.Itoa(seconds)}
	if _, err := exec.LookPath("taskset"); err == nil {
		args = append(args, "taskset", "-c", strconv.Itoa(h.Processor))
	}
	cmd := exec.Command("sh", append(args, command...)...)
	out, err = cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		return nil, 0, err
	}
	// An exit code says nothing: some peers have one for each answer.
	return out, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}
