// Command bench measures the rules of package proposal in one run: against one plain function that does the same,
// against expression engines for what they can say, and over more topics; then dates and reports against plain loops,
// money against other libraries, papers against a bare template, and timetables against solvers. It prints tables in
// Markdown, with ratios between what ran side by side. Run it in its own folder:
//
//	go run .
//	go run . -install              # with the solvers from Debian, by apt-get
//	go run . -timetable -cap 10s   # nothing but timetables, and ten seconds for each solver and instance instead of a minute
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"attwork.example/att"
	"attwork.example/bench/engines"
	"attwork.example/bench/measure"
	"attwork.example/bench/solvers"
	"attwork.example/bench/synthetic"
)

// topics is the size of the programme that is measured.
const topics = 200

// comparison is what ran side by side: the rules, and others that do the same work.
type comparison struct {
	ours measure.Peer
	work string
	rows []row
}

type row struct {
	peer          measure.Peer
	module        string // whose version is printed
	does, remarks string
}

const (
	cannotCEL  = "no sums and no grouping; where and why only as a list of paths; no message, no remedy, no \"undetermined\", no calendar, no transitive sharing"
	cannotExpr = "where and why only as a list of paths; no message, no remedy, no \"undetermined\", no calendar, no transitive sharing"
	nothing    = "nothing: it finds the same"
)

func comparisons(p att.Programme) []comparison {
	list := []comparison{
		{allRules(p), "all rules", []row{{floor(p, true), "", "findings; the comparison of titles is shared", nothing}}},
		{withoutTitles(p), "all rules but the two on titles", []row{{floor(p, false), "", "findings", nothing}}},
	}
	for _, checks := range [][]engines.Check{engines.All(), engines.Simple()} {
		work := fmt.Sprintf("the %d rules that both engines can say", len(checks))
		if len(checks) < len(engines.All()) {
			work = fmt.Sprintf("the %d of them in one pass, without topics discussed twice", len(checks))
		}
		list = append(list, comparison{chosen(p, checks), work, []row{
			{chosenFloor(p, checks), "", "findings", nothing},
			{cel(p, checks, engines.Verdicts, true), celModule, "yes or no, input converted beforehand", cannotCEL},
			{expr(p, checks, engines.Verdicts, true), exprModule, "yes or no, input converted beforehand", cannotExpr},
			{cel(p, checks, engines.Places, true), celModule, "paths, input converted beforehand", cannotCEL},
			{expr(p, checks, engines.Places, true), exprModule, "paths, input converted beforehand", cannotExpr},
			{cel(p, checks, engines.Places, false), celModule, "paths, from the programme", cannotCEL},
			{expr(p, checks, engines.Places, false), exprModule, "paths, from the programme", cannotExpr},
		}})
	}
	return list
}

const (
	celModule  = "cel.dev/cel-go"
	exprModule = "github.com/expr-lang/expr"
)

func main() {
	rounds := flag.Int("rounds", 15, "how often each peer has its turn, at least 6")
	slice := flag.Duration("slice", 60*time.Millisecond, "how long a turn is, about")
	only := flag.Bool("timetable", false, "nothing but timetables against solvers")
	o := solverOptions{peers: solvers.Peers(), table: os.Stdout, progress: os.Stderr}
	flag.IntVar(&o.first, "first", 1, "seed of the first instance for the solvers")
	flag.IntVar(&o.instances, "instances", 100, "how many of them, 0: none")
	flag.DurationVar(&o.limit, "cap", time.Minute, "processor time that a solver has for an instance")
	flag.IntVar(&o.processor, "processor", runtime.NumCPU()-1, "on which processor the solvers run, where taskset is installed")
	flag.BoolVar(&o.install, "install", false, "install the solvers from Debian first, with apt-get")
	flag.Parse()
	if *rounds < 6 || o.first < 1 || o.instances < 0 || o.limit <= 0 || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "bench: -rounds is 6 or more, -first and -cap are more than 0, -instances is 0 or more, and there are no other arguments")
		os.Exit(2)
	}
	if !*only {
		printOthers(*rounds, *slice)
	}
	if err := printTimetable(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// printOthers prints what is measured inside this process.
func printOthers(rounds int, slice time.Duration) {
	fmt.Printf("%s, %s/%s, %d processors; %d topics, %d bodies, %d sittings; %d rounds of %v, in turn.\n", runtime.Version(), runtime.GOOS, runtime.GOARCH,
		runtime.NumCPU(), topics, synthetic.Bodies, synthetic.Sittings, rounds, slice)
	fmt.Print("A ratio is that of the rules to the peer in the same round: the median, with the least and the most. Processor time is that of the\n" +
		"whole process with its garbage collector; on a machine that others use as well, it says more than the clock.\n" +
		"The targets: at most 3 to the plain function, at most 0.10 to the faster engine, under 1,000,000 bytes, and at most 15 times as long\n" +
		"for ten times the topics.\n\n")
	for _, c := range comparisons(synthetic.Programme(topics)) {
		c.print(rounds, slice)
	}
	printGrowth(rounds, slice)
	printDates(rounds, slice)
	printMoney(rounds, slice)
	printPaper(rounds, slice)
}

func (c comparison) print(rounds int, slice time.Duration) {
	peers := []measure.Peer{c.ours}
	for _, r := range c.rows {
		peers = append(peers, r.peer)
	}
	samples := measure.Interleave(peers, rounds, slice)
	fmt.Printf("## %s\n\n", c.work)
	fmt.Println("| peer | version | same work | rules/peer, processor time | rules/peer, clock | bytes | allocations | what it cannot |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- |")
	fmt.Printf("| the rules | | findings | 1 | 1 | %s | |\n", memory(samples[0]))
	for i, r := range c.rows {
		s := samples[i+1]
		fmt.Printf("| %s | %s | %s | %s | %s | %s | %s |\n", r.peer.Name, version(r.module), r.does,
			ratio(samples[0], s, measure.CPU), ratio(samples[0], s, measure.Wall), memory(s), r.remarks)
	}
	fmt.Println()
}

func ratio(a, b []measure.Sample, figure func(measure.Sample) float64) string {
	r := measure.Ratio(a, b, figure)
	return fmt.Sprintf("%.2f (%.2f to %.2f)", r.Median, r.Min, r.Max)
}

func memory(s []measure.Sample) string {
	return fmt.Sprintf("%.0f | %.0f", measure.Of(s, measure.Bytes).Median, measure.Of(s, measure.Allocs).Median)
}

// version returns the version of a module that is compiled in; nothing for the standard library and our own code.
func version(module string) string {
	info, _ := debug.ReadBuildInfo()
	for _, m := range info.Deps {
		if m.Path == module {
			return m.Version
		}
	}
	return ""
}

func printGrowth(rounds int, slice time.Duration) {
	const few, many = 1000, 10000
	small, large := synthetic.Programme(few), synthetic.Programme(many)
	s := measure.Interleave([]measure.Peer{allRules(small), allRules(large), withoutTitles(small), withoutTitles(large)}, rounds, slice)
	line := func(what string, a, b []measure.Sample) {
		by := func(figure func(measure.Sample) float64) float64 {
			return measure.Of(b, figure).Median / measure.Of(a, figure).Median
		}
		fmt.Printf("- %s: %d topics take %.1f times as long as %d (ratio of the medians; processor time %.1f times), and %.1f times the memory.\n",
			what, many, by(measure.Wall), few, by(measure.CPU), by(measure.Bytes))
	}
	fmt.Print("## more topics\n\n")
	line("all rules", s[0], s[1])
	line("all rules but the two on titles", s[2], s[3])
}
