package examples_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var hostile = flag.Int("hostile", 0, "break this many documents for each way into a program, add the giants, and print what each program took; 0: a few documents")

// way is a way of a document into a program. FILE stands for the document and OUT for a file to write.
type way struct {
	args    string
	name    string // of the document
	seeds   []string
	formats []string
}

var seedFiles = struct{ programmes, books, calendars, ics []string }{
	[]string{"../att/cycles/csp8.json", "../att/cycles/csp9.json", "../att/cycles/csp10.json", "../att/rules/proposal/programme.json", "testdata/six-faults.json"},
	[]string{"../finance/illustrative.json"},
	[]string{"../schedule/calendar/events.csv", "../schedule/calendar/testdata/calendar.csv"},
	[]string{"../internal/icalendar/testdata/nasty.ics"},
}

// Documents of the kinds of which none is embedded.
const (
	seedTimetable = `{"format": "attwork/timetable/1", "assignments": [{"item": "a", "sitting": "am", "start": 0, "minutes": 40}, {"item": "b", "sitting": "am", "start": 40}, {"item": "d", "sitting": "eve"}]}`
	seedAnswer    = `{"status": "optimal", "assignments": {"a": "am", "b": null, "d": "eve"}}`
	seedPayers    = "# who comes\nCHE\nNorway\nUnited Arab Emirates\n\nCôte d'Ivoire\nTUR\n"
	seedAttending = "# observers\nIndonesia\nUSA\nThailand\nIsrael\nARE\n"
	seedRows      = "state,duty,period,received,visibility,withheld,nil,source\nCHE,annual-report,2022,2023-05-31,public,no,no,site\nSwaziland,annual-report,2022,2023-05-31,,,,\n\"Türkiye\",,2023,2024-06-01,states-parties,yes,,\nGMB,initial-report,,2025-07-01,,,,\n"
	seedDocument  = `{"format": "attwork/submissions/1", "submissions": [{"state": "CHE", "duty": "annual-report", "period": 2022, "received": "2023-05-31", "visibility": "public", "withheld": "no"}, {"state": "FRA", "duty": "initial-report", "received": "2015-12-23"}]}`
)

// ways are all the ways, without giants.
func ways(t *testing.T) []way {
	t.Helper()
	read := func(names []string) (seeds []string) {
		for _, name := range names {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			seeds = append(seeds, string(data))
		}
		return seeds
	}
	programmes, books, calendars, ics := read(seedFiles.programmes), read(seedFiles.books), read(seedFiles.calendars), read(seedFiles.ics)
	problems := read([]string{"testdata/small-instance.json"})
	both, all := []string{"text", "json"}, []string{"text", "json", "ics"}
	table := []string{"text", "json", "csv"}
	return []way{
		{args: "check -rules proposal,practice FILE", name: "p.json", seeds: programmes, formats: both},
		{args: "check -before FILE csp9", name: "p.json", seeds: programmes, formats: both},
		{args: "savings -from FILE", name: "p.json", seeds: programmes, formats: both},
		{args: "savings -to FILE", name: "p.json", seeds: programmes, formats: both},
		{args: "savings -samples 100 -costs FILE", name: "b.json", seeds: books, formats: both},
		{args: "dates -calendar FILE", name: "c.csv", seeds: calendars, formats: both},
		{args: "dates -calendar FILE", name: "c.ics", seeds: ics, formats: both},
		{args: "deadlines -programme FILE", name: "p.json", seeds: programmes, formats: all},
		{args: "timetable -nodes 100000 FILE", name: "p.json", seeds: programmes, formats: all},
		{args: "timetable FILE", name: "i.json", seeds: problems, formats: both},
		{args: "timetable -earlier FILE testdata/small-instance.json", name: "t.json", seeds: []string{seedTimetable, seedAnswer}, formats: both},
		{args: "timetable -verify FILE testdata/small-instance.json", name: "t.json", seeds: []string{seedTimetable, seedAnswer}, formats: both},
		{args: "timetable -frontier FILE", name: "i.json", seeds: problems, formats: both},
		{args: "timetable -frontier -costs FILE testdata/small-instance.json", name: "b.json", seeds: books, formats: both},
		{args: "compliance -submissions FILE", name: "s.csv", seeds: []string{seedRows}, formats: table},
		{args: "compliance -since 2024-01-01 -submissions FILE", name: "s.json", seeds: []string{seedDocument}, formats: table},
		{args: "contributions -payers FILE", name: "w.txt", seeds: []string{seedPayers}, formats: table},
		{args: "contributions -conference 500000 -attending FILE", name: "w.txt", seeds: []string{seedAttending}, formats: table},
		{args: "paper -o OUT FILE", name: "p.json", seeds: programmes, formats: []string{"html", "markdown", "csv", "json"}},
		{args: "paper -lang ru -o OUT csp9 FILE", name: "p.json", seeds: programmes, formats: []string{"html", "csv"}},
	}
}

// TestHostile gives broken documents to every program that reads one. It answers, or says in one line why it cannot;
// then it has written nothing.
func TestHostile(t *testing.T) {
	n := *hostile
	if n == 0 {
		n = 6
	}
	for _, w := range ways(t) {
		t.Run(strings.ReplaceAll(w.args, " ", "_"), func(t *testing.T) {
			h := guest{way: w, dir: t.TempDir()}
			if *hostile > 0 {
				h.giants(t)
			}
			seed := fnv.New64a()
			seed.Write([]byte(w.args))
			rng := rand.New(rand.NewPCG(seed.Sum64(), 9))
			for i := range n {
				h.try(t, rng, fmt.Sprint(i), broken(rng, []byte(w.seeds[i%len(w.seeds)])))
			}
			h.report(t)
		})
	}
}

type guest struct {
	way
	dir   string
	costs []cost
	codes [3]int
}

// cost is what one run took.
type cost struct {
	name string
	time time.Duration // of the processor
	size int64         // of memory, in bytes, at its largest; 0: unknown
}

func (h *guest) giants(t *testing.T) {
	t.Helper()
	list := giantTables()
	switch h.name {
	case "p.json":
		list = giantProgrammes()
	case "i.json":
		list = giantProblems()
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for _, name := range slices.Sorted(maps.Keys(list)) {
		h.try(t, rng, name, []byte(list[name]()))
	}
}

func (h *guest) try(t *testing.T, rng *rand.Rand, name string, document []byte) {
	t.Helper()
	file, out := filepath.Join(h.dir, h.name), filepath.Join(h.dir, "out")
	require.NoError(t, os.WriteFile(file, document, 0o600))
	require.NoError(t, os.WriteFile(out, []byte("as before"), 0o600))
	format := h.formats[rng.IntN(len(h.formats))]
	words := strings.Fields(strings.NewReplacer("FILE", file, "OUT", out).Replace(h.args))
	words = slices.Insert(words, 1, "-format", format)
	cmd := exec.Command(filepath.Join(bin, words[0]), words[1:]...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if *hostile > 0 {
		forget()
	}
	_ = cmd.Run() // its exit code tells
	r := result{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
	h.costs = append(h.costs, cost{name + " " + format, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), largest(cmd.ProcessState)})
	written, err := os.ReadFile(out)
	require.NoError(t, err)
	left, err := os.ReadDir(h.dir)
	require.NoError(t, err)
	ok := assert.Contains(t, []int{0, 1, 2}, r.code) && assert.Len(t, left, 2, "what is left over") &&
		assert.NotContains(t, r.stderr, "goroutine ") && assert.NotContains(t, r.stderr, "panic")
	if ok {
		h.codes[r.code]++
	}
	if ok && r.code == 2 {
		r.stderr = strings.ReplaceAll(r.stderr, file, "FILE") // however long the name is
		unusable(t, r, "FILE")
		assert.Equal(t, "as before", string(written))
	} else if ok {
		if string(written) != "as before" {
			r.stdout = string(written)
		}
		assert.NotEmpty(t, r.stdout)
		assert.True(t, format != "json" || json.Valid([]byte(r.stdout)))
	}
	if t.Failed() && len(document) < 1<<16 {
		keep := filepath.Join(os.TempDir(), "hostile-"+h.name)
		require.NoError(t, os.WriteFile(keep, document, 0o600))
		t.Fatalf("%s: %.300q; the document is kept as %s", strings.Join(words, " "), r.stderr, keep)
	}
	require.False(t, t.Failed(), "%s, the giant %q", strings.Join(words, " "), name)
}

// report prints what the dearest runs took.
func (h *guest) report(t *testing.T) {
	t.Helper()
	slices.SortFunc(h.costs, func(a, b cost) int { return int(b.time - a.time) })
	slow := slices.Clone(h.costs[:min(3, len(h.costs))])
	slices.SortFunc(h.costs, func(a, b cost) int { return int(b.size - a.size) })
	t.Logf("%d runs, exit codes 0, 1, 2: %v", len(h.costs), h.codes)
	for _, c := range append(slow, h.costs[:min(3, len(h.costs))]...) {
		t.Logf("%8.2f s %6d MB  %s", c.time.Seconds(), c.size>>20, c.name)
	}
}
