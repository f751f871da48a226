package solvers

import (
	"bufio"
	"fmt"
	"io"
)

// WriteLP writes a question in the LP format, that of CBC and GLPK. Variables are x0, x1 and so on.
func WriteLP(w io.Writer, q Question) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "Min\n obj:")
	if len(q.Minimise) == 0 {
		q.Minimise = []Term{{0, 0}} // the format has no empty sum
	}
	lpTerms(out, q.Minimise)
	fmt.Fprintf(out, "\nSubject To\n")
	for i, r := range q.Rows {
		fmt.Fprintf(out, " r%d:", i)
		lpTerms(out, r.Terms)
		fmt.Fprintf(out, " %s %d\n", relation(r), r.Bound)
	}
	fmt.Fprintf(out, "Binary\n")
	for v := range q.Vars {
		fmt.Fprintf(out, " x%d\n", v)
	}
	fmt.Fprintf(out, "End\n")
	return out.Flush()
}

// lpTerms writes few terms a line, since readers have a longest line.
func lpTerms(w io.Writer, terms []Term) {
	for i, t := range terms {
		if i > 0 && i%10 == 0 {
			fmt.Fprintf(w, "\n ")
		}
		fmt.Fprintf(w, " %+d x%d", t.Coef, t.Var)
	}
}

// WriteOPB writes a question in the format of pseudo-Boolean solvers. Variables are x1, x2 and so on.
func WriteOPB(w io.Writer, q Question) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "* #variable= %d #constraint= %d\n", q.Vars, len(q.Rows))
	if len(q.Minimise) > 0 {
		fmt.Fprintf(out, "min:")
		opbTerms(out, q.Minimise)
		fmt.Fprintf(out, " ;\n")
	}
	for _, r := range q.Rows {
		opbTerms(out, r.Terms)
		fmt.Fprintf(out, " %s %d ;\n", relation(r), r.Bound)
	}
	return out.Flush()
}

func opbTerms(w io.Writer, terms []Term) {
	for _, t := range terms {
		fmt.Fprintf(w, " %+d x%d", t.Coef, t.Var+1)
	}
}

func relation(r Row) string {
	if r.Equal {
		return "="
	}
	return ">="
}
