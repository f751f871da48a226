package solvers_test

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"attwork.example/bench/solvers"
)

// exact is a solver for the tests: it reads what a writer has written and tries both values of each variable, as long as
// every row can still hold.
func exact(t *testing.T, write func(io.Writer, solvers.Question) error, read func(*testing.T, string) solvers.Question) func(solvers.Question, time.Duration) (solvers.Answer, error) {
	return func(q solvers.Question, _ time.Duration) (solvers.Answer, error) {
		var text bytes.Buffer
		require.NoError(t, write(&text, q))
		q = read(t, text.String())
		var best []int
		rows := halves(q.Rows)
		for {
			values := make([]int, q.Vars)
			for v := range values {
				values[v] = open
			}
			if !complete(rows, values) {
				break
			}
			best = values
			if len(q.Minimise) == 0 {
				break
			}
			better := solvers.Row{Bound: 1} // the sum is less than this one
			for _, term := range q.Minimise {
				better.Terms = append(better.Terms, solvers.Term{Coef: -term.Coef, Var: term.Var})
				better.Bound -= term.Coef * values[term.Var]
			}
			rows = append(rows, better)
		}
		if best == nil {
			return solvers.Answer{Outcome: solvers.Infeasible}, nil
		}
		return solvers.Answer{Outcome: solvers.Optimal, Value: func(v int) bool { return best[v] == 1 }}, nil
	}
}

// open is the value of a variable that has none yet.
const open = -1

// halves writes equations as two rows.
func halves(rows []solvers.Row) []solvers.Row {
	var out []solvers.Row
	for _, r := range rows {
		out = append(out, solvers.Row{Terms: r.Terms, Bound: r.Bound})
		if r.Equal {
			other := solvers.Row{Bound: -r.Bound}
			for _, term := range r.Terms {
				other.Terms = append(other.Terms, solvers.Term{Coef: -term.Coef, Var: term.Var})
			}
			out = append(out, other)
		}
	}
	return out
}

// complete gives each open variable a value so that all rows hold, or reports that there are none.
func complete(rows []solvers.Row, values []int) bool {
	var set []int
	undo := func() bool {
		for _, v := range set {
			values[v] = open
		}
		return false
	}
	for changed := true; changed; {
		changed = false
		for _, r := range rows {
			slack := -r.Bound
			for _, term := range r.Terms {
				if values[term.Var] != open {
					slack += term.Coef * values[term.Var]
				} else {
					slack += max(term.Coef, 0)
				}
			}
			if slack < 0 {
				return undo()
			}
			for _, term := range r.Terms {
				if values[term.Var] == open && max(term.Coef, -term.Coef) > slack {
					values[term.Var] = 0
					if term.Coef > 0 {
						values[term.Var] = 1
					}
					set = append(set, term.Var)
					changed = true
				}
			}
		}
	}
	for v := range values {
		if values[v] == open {
			for _, x := range []int{1, 0} {
				values[v] = x
				if complete(rows, values) {
					return true
				}
			}
			values[v] = open
			return undo()
		}
	}
	return true
}

var term = regexp.MustCompile(`([+-]\d+) x(\d+)`)

// terms reads terms whose first variable has the number base.
func terms(t *testing.T, text string, base int) []solvers.Term {
	t.Helper()
	var list []solvers.Term
	for _, m := range term.FindAllStringSubmatch(text, -1) {
		list = append(list, solvers.Term{Coef: number(t, m[1]), Var: number(t, m[2]) - base})
	}
	require.Empty(t, strings.TrimSpace(term.ReplaceAllString(text, "")), "nothing but terms")
	return list
}

func number(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

var relation = regexp.MustCompile(`^(.*) (>=|=) (-?\d+)$`)

func row(t *testing.T, text string, base int) solvers.Row {
	t.Helper()
	m := relation.FindStringSubmatch(text)
	require.NotNil(t, m, text)
	return solvers.Row{Terms: terms(t, m[1], base), Equal: m[2] == "=", Bound: number(t, m[3])}
}

// readLP reads what WriteLP writes. A line that begins with two spaces carries the one before on.
func readLP(t *testing.T, text string) solvers.Question {
	t.Helper()
	var q solvers.Question
	section := ""
	for line := range strings.Lines(strings.ReplaceAll(text, "\n  ", " ")) {
		line = strings.TrimSuffix(line, "\n")
		name, sum, _ := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case !strings.HasPrefix(line, " "):
			section = line
		case section == "Min":
			q.Minimise = terms(t, sum, 0)
		case section == "Subject To":
			require.Equal(t, fmt.Sprint("r", len(q.Rows)), name)
			q.Rows = append(q.Rows, row(t, sum, 0))
		default:
			require.Equal(t, "Binary", section)
			require.Equal(t, fmt.Sprint("x", q.Vars), name)
			q.Vars++
		}
	}
	require.Equal(t, "End", section)
	return q
}

// readOPB reads what WriteOPB writes.
func readOPB(t *testing.T, text string) solvers.Question {
	t.Helper()
	var q solvers.Question
	rows := 0
	head, body, _ := strings.Cut(text, "\n")
	_, err := fmt.Sscanf(head, "* #variable= %d #constraint= %d", &q.Vars, &rows)
	require.NoError(t, err)
	for line := range strings.Lines(body) {
		line, ended := strings.CutSuffix(line, " ;\n")
		require.True(t, ended, line)
		if sum, first := strings.CutPrefix(line, "min:"); first {
			q.Minimise = terms(t, sum, 1)
		} else {
			q.Rows = append(q.Rows, row(t, line, 1))
		}
	}
	require.Len(t, q.Rows, rows)
	return q
}
