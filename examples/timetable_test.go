package examples_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type arranged struct {
	Status string
	Goals  []struct {
		Name         string
		Value, Bound int
	}
	Assignments []struct {
		Item, Sitting  string
		Start, Minutes int
	}
	Unplaced []string
	Conflict []struct {
		Kind     string
		IDs      []string
		Sentence string
	}
	Reasons     []string
	Irreducible *bool
	Stopped     *string
}

func arrange(t *testing.T, args ...string) (arranged, result) {
	t.Helper()
	r := run(t, "", "timetable", append([]string{"-format", "json"}, args...)...)
	var a arranged
	if r.code != 2 {
		decode(t, r, &a)
	}
	return a, r
}

// instance has two sittings of one hour, and items that fit unless the last one is required.
func instance(t *testing.T, last string) string {
	t.Helper()
	return write(t, `{"format": "attwork/timetable-instance/1", "name": "small",
 "items": [{"id": "a", "minutes": 40, "bodies": ["x"], "priority": 3, "required": true},
           {"id": "b", "minutes": 20, "bodies": ["x"], "priority": 2},
           {"id": "c", "minutes": 50, "bodies": ["y"], "priority": 1, `+last+`}],
 "sittings": [{"id": "am", "day": 1, "minutes": 60}, {"id": "pm", "day": 1, "minutes": 30}], "before": [["b", "a"]]}`)
}

func TestTimetableOfTheProposal(t *testing.T) {
	a, r := arrange(t)
	require.Zero(t, r.code, r.stderr)
	assert.Equal(t, "optimal", a.Status)
	var names []string
	for _, g := range a.Goals {
		names = append(names, g.Name)
		assert.Equal(t, g.Bound, g.Value, g.Name)
	}
	assert.Equal(t, []string{"priority", "days", "sittings", "body-days"}, names)
	assert.Len(t, a.Assignments, 26, "every topic of the five bodies")
	assert.Equal(t, 5, a.Goals[1].Value, "1,635 minutes in open sittings of 180 want nine and a closed one")
	assert.Empty(t, a.Unplaced)
	assert.Empty(t, a.Conflict)
	assert.Nil(t, a.Stopped)
	text := run(t, "", "timetable")
	for _, want := range []string{"proposal-round-1: optimal", "days (proven)", "2024-04-26-pm (day 5)", "of 180 minutes"} {
		assert.Contains(t, text.stdout, want)
	}
	answer := write(t, r.stdout) // the program judges its own answer
	judged, ok := arrange(t, "-verify", answer)
	assert.Zero(t, ok.code, ok.stdout)
	assert.Equal(t, a.Goals[0].Value, judged.Goals[0].Value)
	same, _ := arrange(t, "-earlier", answer)
	require.Len(t, same.Goals, 5)
	assert.Zero(t, same.Goals[4].Value, "nothing need move against the best timetable itself")
}

func TestTimetableOfAnInstance(t *testing.T) {
	file := instance(t, `"required": false`)
	a, r := arrange(t, file)
	require.Zero(t, r.code, r.stderr)
	assert.Equal(t, []string{"c"}, a.Unplaced)
	assert.Equal(t, []int{5, 1, 1, 1}, []int{a.Goals[0].Value, a.Goals[1].Value, a.Goals[2].Value, a.Goals[3].Value})
	require.Len(t, a.Assignments, 2)
	assert.Equal(t, "b", a.Assignments[0].Item, "b stands before a")
	assert.Equal(t, 20, a.Assignments[1].Start)

	a, r = arrange(t, instance(t, `"required": true`))
	assert.Equal(t, 1, r.code, "40 and 50 minutes do not fit in 60 and 30")
	assert.Equal(t, "infeasible", a.Status)
	require.NotNil(t, a.Irreducible)
	assert.True(t, *a.Irreducible)
	var kinds []string
	for _, c := range a.Conflict {
		kinds = append(kinds, c.Kind+" "+strings.Join(c.IDs, " "))
		assert.NotEmpty(t, c.Sentence)
	}
	assert.Equal(t, []string{"required a", "required c", "minutes am", "minutes pm"}, kinds)
	assert.Empty(t, a.Assignments)
	text := run(t, "", "timetable", instance(t, `"required": true`))
	assert.Equal(t, 1, text.code)
	assert.Contains(t, text.stdout, "These 4 cannot hold together; without any one of them the others can")

	a, r = arrange(t, "-nodes", "1", file)
	assert.Zero(t, r.code)
	assert.Equal(t, "feasible", a.Status)
	require.NotNil(t, a.Stopped)
	assert.Equal(t, "nodes", *a.Stopped)
}

func TestTimetableVerifies(t *testing.T) {
	file := instance(t, `"required": false`)
	for name, c := range map[string]struct {
		table string
		code  int
		want  string
	}{
		"document":  {`{"format": "attwork/timetable/1", "assignments": [{"item": "a", "sitting": "am"}]}`, 0, "holds"},
		"list":      {`{"assignments": [{"item": "a", "sitting": "am", "start": 0, "minutes": 40}]}`, 0, "holds"},
		"object":    {`{"assignments": {"a": "am", "b": null}}`, 0, "holds"},
		"too full":  {`{"assignments": {"a": "am", "c": "am"}}`, 1, "The sitting am has 60 minutes and holds 90."},
		"backwards": {`{"assignments": [{"item": "a", "sitting": "am", "start": 0}, {"item": "b", "sitting": "am", "start": 40}]}`, 1, "In the sitting am, b stands behind a."},
		"missing":   {`{"assignments": []}`, 1, "The item a is required and not placed."},
	} {
		r := run(t, "", "timetable", "-verify", write(t, c.table), file)
		assert.Equal(t, c.code, r.code, name)
		assert.Contains(t, r.stdout, c.want, name)
		_, judged := arrange(t, "-verify", write(t, c.table), file)
		assert.Equal(t, c.code, judged.code, name)
		assert.True(t, json.Valid([]byte(judged.stdout)))
	}
}

func TestTimetableUnusable(t *testing.T) {
	file := instance(t, `"required": false`)
	unusable(t, run(t, "", "timetable", "-nope"), "timetable: ")
	unusable(t, run(t, "", "timetable", "-nodes", "0"), "-nodes 0")
	unusable(t, run(t, "", "timetable", "csp99"), "csp99: there is no such file")
	unusable(t, run(t, "", "timetable", "a", "b"), "unexpected argument")
	unusable(t, run(t, "", "timetable", "-round", "none"), "There is no round none.")
	unusable(t, run(t, "", "timetable", "csp9"), `csp9: of the round "round-1" nobody knows the minutes of any topic, nor the hours of any sitting`)
	unusable(t, run(t, "", "timetable", "-round", "r", file), "an instance has no rounds")
	for _, args := range [][]string{
		{"-frontier", "-force", "a"},
		{"-frontier", "-earlier", file},
		{"-frontier", "-verify", file},
		{"-frontier", "-format", "ics"},
		{"-frontier", "-stamp", "x"},
		{"-verify", file, "-force", "a"},
		{"-verify", file, "-nodes", "5"},
		{"-verify", file, "-format", "ics"},
		{"-budget", "USD 5"},
		{"-costs", file},
		{"-rate", "CHF/USD=1@2024-03-18"},
		{"-stamp", "2024-01-31T12:00:00Z"},
		{"-sequence", "2"},
		{"-format", "ics", "-budget", "USD 5"},
		{"-format", "ics", "-sequence", "-2"},
	} {
		unusable(t, run(t, "", "timetable", append(args, file)...), "timetable: ", "-")
	}
	unusable(t, run(t, "", "timetable", "-verify", filepath.Join(t.TempDir(), "none.json")), "there is no such file")
	unusable(t, run(t, "", "timetable", "-verify", file, file), "expected the format")
	unusable(t, run(t, "", "timetable", "-earlier", write(t, `{"assignments": [{"item": 3}]}`), file), "assignments", "number")
	unusable(t, run(t, "", "timetable", "-earlier", write(t, `{"assignments": {"a": 3}}`), file), "assignments", "number")
	unusable(t, run(t, "", "timetable", t.TempDir()), "is a directory")
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	zero := string(bytes.Replace(data, []byte(`"minutes": 40`), []byte(`"minutes": 0`), 1))
	unusable(t, run(t, zero, "timetable", "-"), "-:2:35: items[a].minutes: The item a takes 0 minutes.")
	unusable(t, run(t, strings.Replace(zero, `"id": "a"`, `"id": 7`, 1), "timetable", "-"), "expected a text in quotation marks, found a number")
	unusable(t, run(t, zero[:80], "timetable", "-"), "-:")
	unusable(t, run(t, "", "timetable", "-"), "the file is empty")
}

// TestForcedAndChanged: a fits in the morning only, and b stands before it, so b cannot be in the afternoon.
func TestForcedAndChanged(t *testing.T) {
	file := instance(t, `"required": false`)
	free, r := arrange(t, file)
	require.Equal(t, "optimal", free.Status)
	earlier := write(t, r.stdout)
	forced, _ := arrange(t, "-earlier", earlier, "-force", "b=pm", file)
	assert.Equal(t, "infeasible", forced.Status, "the afternoon is behind a")
	text := run(t, "", "timetable", "-earlier", write(t, `{"assignments": {"a": "am", "b": "pm"}}`), file).stdout
	assert.Contains(t, text, "What changes:\n  b moves from pm to am.\n")
	gone := run(t, "", "timetable", "-earlier", write(t, `{"assignments": {"a": "am", "b": "am", "z": "am"}}`), file).stdout
	assert.Contains(t, gone, "note: The item z of the earlier timetable no longer exists and counts for nothing.")
	again := run(t, "", "timetable", "-earlier", earlier, file).stdout
	assert.NotContains(t, again, "What changes")
	for _, args := range [][]string{{"-force", "nobody"}, {"-force", "a=nowhere"}} {
		unusable(t, run(t, "", "timetable", append(args, file)...), "timetable: ")
	}
}
