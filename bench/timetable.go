package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"attwork.example/bench/solvers"
)

// solverOptions say on what the solvers of timetables are measured, and how long each may take.
type solverOptions struct {
	first     int // seed
	instances int
	limit     time.Duration
	processor int
	install   bool
	peers     []solvers.Peer
	table     io.Writer
	progress  io.Writer // a line for each instance
}

func printTimetable(o solverOptions) error {
	if o.instances == 0 {
		return nil
	}
	if o.install {
		if err := install(o.peers); err != nil {
			return err
		}
	}
	list, err := solvers.Instances()
	if err != nil {
		return err
	}
	list = list[min(o.first-1, len(list)):]
	list = list[:min(o.instances, len(list))]
	folder, err := os.MkdirTemp("", "attwork-bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	h := solvers.Machine{Folder: folder, Processor: o.processor, Cap: o.limit}
	if err := h.Build(); err != nil {
		return fmt.Errorf("command solve cannot be built; is this the folder of module bench? %w", err)
	}
	var peers []solvers.Installed
	var missing []solvers.Peer
	for _, p := range o.peers {
		told, err := p.Installed()
		if err != nil {
			missing = append(missing, p)
			continue
		}
		start, err := h.Start(p)
		if err != nil {
			return err
		}
		peers = append(peers, solvers.Installed{Peer: p, Told: told, Start: start})
	}
	var entries []solvers.Entry
	for _, in := range list {
		e, err := h.Compare(in, peers)
		if err != nil {
			return fmt.Errorf("%s: %w", in.Name, err)
		}
		entries = append(entries, e)
		printEntry(o.progress, e, peers)
	}
	solverTable(o.table, entries, peers, missing, h)
	return nil
}

// install installs the peers' packages of Debian.
func install(peers []solvers.Peer) error {
	args := []string{"install", "-y", "--no-install-recommends"}
	for _, p := range peers {
		if !slices.Contains(args, p.Package) {
			args = append(args, p.Package)
		}
	}
	update := exec.Command("apt-get", "update")
	get := exec.Command("apt-get", args...)
	for _, c := range []*exec.Cmd{update, get} {
		c.Stdout, c.Stderr = os.Stderr, os.Stderr
	}
	return errors.Join(update.Run(), get.Run())
}

func printEntry(w io.Writer, e solvers.Entry, peers []solvers.Installed) {
	fmt.Fprintf(w, "%s %s: ours %s", e.Instance.Name, e.Instance.Outcome, said(e.Ours))
	for i, p := range peers {
		fmt.Fprintf(w, ", %s %s", p.Name, said(e.Peers[i]))
	}
	fmt.Fprintln(w)
}

func said(r solvers.Run) string {
	if r.Solved() {
		return milliseconds(r.CPU) + " ms"
	}
	return fmt.Sprintf("%s %s", r.Outcome, r.Remark)
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.2f", float64(d)/float64(time.Millisecond))
}

func solverTable(w io.Writer, entries []solvers.Entry, peers []solvers.Installed, missing []solvers.Peer, h solvers.Machine) {
	fmt.Fprintf(w, "\n## timetable\n\n")
	fmt.Fprintf(w, "%d instances (%s). Processor time of the processes, user and system, in milliseconds;\n", len(entries), solvers.Generator)
	fmt.Fprintf(w, "what each process needs to start is taken off and shown. All begin with the problem in memory: ours solves it, a peer reads its model,\n"+
		"and writing that model does not count. Less than 0.1 counts as 0.1.\n"+
		"Cap %v, which also counts for what is not solved. One processor; short runs three times, the middle one counts. Means are geometric.\n"+
		"Every timetable is judged by Verify and Measure, and held against a reference written apart. The targets: a mean ratio of 50 to the best\n"+
		"peer of each instance over those that have a timetable, and of 10 where it needs more than a second; 32 MB.\n\n", h.Cap)
	feasible := solvers.Feasible(entries)
	if len(feasible) == 0 {
		return
	}
	ours := func(e solvers.Entry) solvers.Run { return e.Ours }
	withReading := func(e solvers.Entry) solvers.Run {
		e.Ours.CPU += e.Ours.Reading
		return e.Ours
	}
	mean := solvers.Summarise(feasible, ours).Mean
	fmt.Fprintln(w, "| solver | version | processes | start | solved | median | mean | most | mean to ours | what it says otherwise than the reference |")
	fmt.Fprintln(w, "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
	line := func(name, version, processes, start string, of func(solvers.Entry) solvers.Run) {
		s := solvers.Summarise(feasible, of)
		fmt.Fprintf(w, "| %s | %s | %s | %s | %d | %.2f | %.2f | %.1f | %.1f | %s |\n", name, version, processes, start,
			solvers.Summarise(entries, of).Solved, s.Median, s.Mean, s.Most, s.Mean/mean, otherwise(entries, of))
	}
	line("ours", "", "1", milliseconds(entries[0].Ours.Starts), ours)
	line("ours, with reading the instance", "", "1", milliseconds(entries[0].Ours.Starts), withReading)
	for i, p := range peers {
		line(p.Name, p.Told, fmt.Sprint(len(p.Plan.Stages)), milliseconds(p.Start), func(e solvers.Entry) solvers.Run { return e.Peers[i] })
	}
	for _, p := range missing {
		fmt.Fprintf(w, "| %s | not installed (Debian: %s) | | | | | | | | |\n", p.Name, p.Package)
	}
	if len(peers) == 0 {
		return
	}
	best := solvers.Entry.Best
	line("the best peer of each", "", "", "", best)
	fmt.Fprintln(w)
	for _, than := range []time.Duration{10 * time.Millisecond, time.Second} {
		if hard := solvers.Harder(feasible, than); len(hard) > 0 {
			ratio := solvers.Summarise(hard, best).Mean / solvers.Summarise(hard, ours).Mean
			fmt.Fprintf(w, "- where the best peer needs more than %v (%d instances): %.1f times ours\n", than, len(hard), ratio)
		}
	}
	most := slices.MaxFunc(entries, func(a, b solvers.Entry) int { return a.Kilobytes - b.Kilobytes })
	fmt.Fprintf(w, "- memory of our process, at most: %.1f MB (%s)\n", float64(most.Kilobytes)*1024/1e6, most.Instance.Name)
}

// otherwise names the instances on which a solver is wrong.
func otherwise(entries []solvers.Entry, of func(solvers.Entry) solvers.Run) string {
	var list []string
	for _, e := range entries {
		if run := of(e); run.Outcome == solvers.Wrong {
			list = append(list, e.Instance.Name+": "+run.Remark)
		}
	}
	return strings.Join(list, "; ")
}
