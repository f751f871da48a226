package examples_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/internal/icalendar"
)

func readICS(t *testing.T, r result) []icalendar.Event {
	t.Helper()
	cal, notes, err := icalendar.Read("out.ics", strings.NewReader(r.stdout))
	require.NoError(t, err)
	require.Empty(t, notes)
	return cal.Events
}

// TestTimetableICS: a and b fill the hour of Monday morning one behind the other, c Tuesday, and nothing the afternoon.
func TestTimetableICS(t *testing.T) {
	plan := write(t, mini)
	r := run(t, "", "timetable", "-format", "ics", plan)
	require.Zero(t, r.code, r.stderr)
	assert.Empty(t, r.stderr)
	assert.Contains(t, r.stdout, "DTSTAMP:20270419T000000Z\r\n", "midnight of the round")
	events := readICS(t, r)
	require.Len(t, events, 4)
	var got [][]string
	for _, e := range events {
		got = append(got, []string{e.UID, e.First.String(), e.Start.String(), e.End.String(), e.Summary, e.Description})
	}
	assert.Equal(t, [][]string{
		{"mini-spring@attwork.example", "2027-04-19", "unknown", "unknown", "Spring round", ""},
		{"mini-spring-mon-am@attwork.example", "2027-04-19", "10:00", "11:00", "Implementation", "10:00 Implementation: Alpha (40 min)\n10:40 Implementation: Beta, and more (20 min)"},
		{"mini-spring-mon-pm@attwork.example", "2027-04-19", "15:00", "15:30", "Spring round (no items)", ""},
		{"mini-spring-tue-am@attwork.example", "2027-04-20", "10:00", "10:50", "Implementation", "10:00 Implementation: Gamma (50 min)"},
	}, got)

	moved := run(t, "", "timetable", "-format", "ics", "-force", "c=mon-am", "-stamp", "2027-01-31T12:00:00+01:00", "-sequence", "3", plan)
	require.Zero(t, moved.code)
	assert.Contains(t, moved.stdout, "DTSTAMP:20270131T110000Z\r\n")
	after := readICS(t, moved)
	require.Len(t, after, 4)
	for i, e := range after {
		assert.Equal(t, events[i].UID, e.UID, "a sitting keeps its UID whatever is placed in it")
		assert.Equal(t, 3, e.Sequence)
	}
	assert.Equal(t, "10:00 Implementation: Gamma (50 min)", after[1].Description)

	short := run(t, "", "timetable", "-format", "ics", write(t, strings.Replace(mini, `"end": "10:50"`, `"end": "10:35"`, 1)))
	require.Zero(t, short.code)
	assert.Equal(t, "timetable: not placed, and so for consultations: c\n", short.stderr)
	assert.NotContains(t, short.stdout, "Gamma")
}

// TestTimetableICSOfTheProposal: each topic in the open is in the file once, with its hour; those of the forum keep their titles.
func TestTimetableICSOfTheProposal(t *testing.T) {
	r := run(t, "", "timetable", "-format", "ics")
	require.Zero(t, r.code, r.stderr)
	a, _ := arrange(t)
	events := readICS(t, r)
	require.Len(t, events, 11)
	lines, closed := 0, 0
	for _, e := range events[1:] {
		sitting := strings.TrimSuffix(strings.TrimPrefix(e.UID, "proposal-round-1-"), "@attwork.example")
		var placed []string
		for _, x := range a.Assignments {
			if x.Sitting == sitting {
				placed = append(placed, x.Item)
			}
		}
		agenda := strings.Split(e.Description, "\n")
		if strings.HasPrefix(agenda[len(agenda)-1], "Access: ") {
			agenda = agenda[:len(agenda)-1]
		}
		require.Len(t, agenda, len(placed), sitting)
		assert.Regexp(t, "^"+e.Start.String()+" ", agenda[0])
		lines += len(agenda)
		closed += strings.Count(e.Description, ": closed")
	}
	assert.Equal(t, 26, lines)
	assert.Equal(t, 2, closed, "the two cases of the forum")
}

func TestTimetableICSIsNotWritten(t *testing.T) {
	// a of 40 and c of 50 minutes are both required, and the hour of Monday is the one place for either.
	tight := strings.NewReplacer(`"priority": 1}`, `"priority": 1, "outcome": "report"}`, `"end": "10:50"`, `"end": "10:30"`).Replace(mini)
	r := run(t, "", "timetable", "-format", "ics", write(t, tight))
	assert.Equal(t, 1, r.code)
	assert.Empty(t, r.stdout)
	assert.Contains(t, r.stderr, "timetable: cannot hold together: ")
	assert.Equal(t, 6, strings.Count(r.stderr, "\n"), "why at once, both items and the minutes of three sittings: %s", r.stderr)

	unknown := run(t, "", "timetable", "-format", "ics", "-nodes", "1")
	assert.Equal(t, 1, unknown.code)
	assert.Empty(t, unknown.stdout)
	assert.Equal(t, "timetable: no timetable was found and none was ruled out; give the search more -nodes\n", unknown.stderr)
	unproven := run(t, "", "timetable", "-format", "ics", "-nodes", "40")
	assert.Zero(t, unproven.code)
	assert.Equal(t, "timetable: the timetable holds, and is not proven to be the best one\n", unproven.stderr)

	plan := write(t, mini)
	unusable(t, run(t, "", "timetable", "-format", "ics", "-stamp", "soon", plan), "-stamp", "2024-01-31T12:00:00Z")
	unusable(t, run(t, "", "timetable", "-format", "ics", "csp10"), "nobody knows the minutes of any topic")
	unusable(t, run(t, "", "timetable", "-format", "ics", instance(t, `"required": false`)), "give a programme whose round has dates and hours")
	unusable(t, run(t, "", "timetable", "-format", "ics", write(t, strings.Replace(mini, "Europe/Zurich", "America/New_York", 1))), "no sitting can be written: ", "America/New_York")
}
