package solvers

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Peer is a solver that is installed as a program.
type Peer struct {
	Name    string
	Package string // of Debian
	Plan    Plan
	Version []string // command that tells it
	Suffix  string   // of the file with the model
	Write   func(w io.Writer, q Question) error
	Tells   bool // whether it tells what its start took
	Command func(model, solution string) []string
	Read    func(out, solution string) Answer // what it wrote to its streams, and to the file
}

// goalwise optimises a goal a run. In three runs, days and sittings go together, and days of bodies and moves.
var goalwise, three = [][]int{{0}, {1}, {2}, {3}, {4}}, [][]int{{0}, {1, 2}, {3, 4}}

//go:embed highs.py
var highsScript string

// python is Debian's, for which python3-scipy is installed.
const python = "/usr/bin/python3"

// Peers returns the solvers that ours is compared with, each in the plan and with the options that were the fastest of what was
// tried; RATIONALE.md names the others.
func Peers() []Peer {
	return []Peer{
		{
			Name: "CBC", Package: "coinor-cbc", Version: []string{"cbc", "-quit"},
			Plan: Plan{Stages: three, Lean: true}, Suffix: ".lp", Write: WriteLP, Read: readCBC,
			Command: func(model, solution string) []string { return []string{"cbc", model, "solve", "solution", solution} },
		},
		{
			Name: "GLPK", Package: "glpk-utils", Version: []string{"glpsol", "--version"},
			Plan: Plan{Stages: goalwise, Lean: true}, Suffix: ".lp", Write: WriteLP, Read: readGLPK,
			Command: func(model, solution string) []string { return []string{"glpsol", "--lp", model, "-o", solution} },
		},
		{
			Name: "HiGHS (scipy)", Package: "python3-scipy", Version: []string{python, "-c", "import scipy.optimize; scipy.optimize.milp; print(scipy.__version__)"},
			Plan: Plan{Stages: three, Lean: true}, Suffix: ".json", Tells: true, Write: writeHiGHS, Read: readHiGHS,
			Command: func(model, _ string) []string { return []string{python, "-c", highsScript, model} },
		},
		clasp("clasp"),
		clasp("clasp by cores", "--opt-strategy=usc", "--opt-usc-shrink=min"),
	}
}

// clasp improves a model step by step unless its options say otherwise. Neither way is the faster one on all instances.
func clasp(name string, options ...string) Peer {
	return Peer{
		Name: name, Package: "clasp", Version: []string{"clasp", "--version"},
		Plan: Plan{Stages: goalwise, Lean: true}, Suffix: ".opb", Write: WriteOPB, Read: readClasp,
		Command: func(model, _ string) []string { return append([]string{"clasp", model}, options...) },
	}
}

var number = regexp.MustCompile(`\d+(\.\d+)+`)

// Installed returns the version of a peer, or an error: this machine does not have it.
func (p Peer) Installed() (version string, err error) {
	out, err := exec.Command(p.Version[0], p.Version[1:]...).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s cannot be run: %w", p.Name, err)
	}
	return string(number.Find(out)), nil
}

func readCBC(_, solution string) Answer {
	head, body, _ := strings.Cut(solution, "\n")
	switch {
	case strings.HasPrefix(head, "Optimal"):
	case strings.Contains(strings.ToLower(head), "infeasible"):
		return Answer{Outcome: Infeasible}
	default:
		return Answer{Outcome: Wrong}
	}
	ones := map[int]bool{}
	for line := range strings.Lines(body) { // number, name, value, reduced cost
		f := strings.Fields(strings.TrimLeft(line, "* "))
		if len(f) >= 3 {
			one(ones, f[1], f[2], 0)
		}
	}
	return Answer{Outcome: Optimal, Value: func(v int) bool { return ones[v] }}
}

// one notes that a variable x0, x1 ... (counted from base) is 1, if its value is.
func one(ones map[int]bool, name, value string, base int) {
	v, err1 := strconv.Atoi(strings.TrimPrefix(name, "x"))
	x, err2 := strconv.ParseFloat(value, 64)
	if err1 == nil && err2 == nil && x > 0.5 {
		ones[v-base] = true
	}
}

// readGLPK reads the file of option -w, whose columns are numbered as the LP file first names them. So the names are
// taken from option -o instead.
func readGLPK(_, solution string) Answer {
	switch {
	case strings.Contains(solution, "Status:     INTEGER OPTIMAL"):
	case strings.Contains(solution, "Status:     INTEGER EMPTY"):
		return Answer{Outcome: Infeasible}
	default:
		return Answer{Outcome: Wrong}
	}
	_, body, _ := strings.Cut(solution, "Column name")
	ones := map[int]bool{}
	for line := range strings.Lines(body) { // number, name, *, activity
		f := strings.Fields(line)
		if len(f) >= 4 && f[2] == "*" {
			one(ones, f[1], f[3], 0)
		}
	}
	return Answer{Outcome: Optimal, Value: func(v int) bool { return ones[v] }}
}

func readClasp(out, _ string) Answer {
	ones := map[int]bool{}
	a := Answer{Outcome: Wrong, Value: func(v int) bool { return ones[v] }}
	for line := range strings.Lines(out) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case kind == "v":
			for name := range strings.FieldsSeq(rest) {
				if !strings.HasPrefix(name, "-") {
					one(ones, name, "1", 1)
				}
			}
		case kind == "s" && rest == "OPTIMUM FOUND":
			a.Outcome = Optimal
		case kind == "s" && rest == "UNSATISFIABLE":
			a.Outcome = Infeasible
		}
	}
	return a
}

// writeHiGHS writes the matrix row by row, as scipy takes it.
func writeHiGHS(w io.Writer, q Question) error {
	type document struct {
		Vars      int    `json:"vars"`
		Objective []int  `json:"objective"`
		Costs     []int  `json:"costs"`
		Coefs     []int  `json:"coefs"`
		Columns   []int  `json:"columns"`
		Starts    []int  `json:"starts"`
		Low       []int  `json:"low"`
		Equal     []bool `json:"equal"`
	}
	d := document{Vars: q.Vars, Starts: []int{0}, Objective: []int{}, Costs: []int{}}
	for _, t := range q.Minimise {
		d.Objective, d.Costs = append(d.Objective, t.Var), append(d.Costs, t.Coef)
	}
	for _, r := range q.Rows {
		for _, t := range r.Terms {
			d.Coefs, d.Columns = append(d.Coefs, t.Coef), append(d.Columns, t.Var)
		}
		d.Starts, d.Low, d.Equal = append(d.Starts, len(d.Coefs)), append(d.Low, r.Bound), append(d.Equal, r.Equal)
	}
	return json.NewEncoder(w).Encode(d)
}

func readHiGHS(out, _ string) Answer {
	var d struct {
		Start  float64
		Status int
		Ones   []int
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &d); err != nil {
		return Answer{Outcome: Wrong}
	}
	ones := map[int]bool{}
	for _, v := range d.Ones {
		ones[v] = true
	}
	a := Answer{Value: func(v int) bool { return ones[v] }, Start: time.Duration(d.Start * float64(time.Second))}
	switch d.Status { // as in the documentation of scipy.optimize.milp
	case 0:
		a.Outcome = Optimal
	case 2:
		a.Outcome = Infeasible
	default:
		a.Outcome = Wrong
	}
	return a
}
