package examples_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type ranking struct {
	Candidates []struct {
		Rank, VerifiedRank, Score, FreeDays int
		Blocks                              []struct{ Start, End string }
		Clashes                             []struct {
			ID, Event, Start, End, Confidence, Reason string
			Weight                                    int
			Overlap, Guarded                          []string
		}
	}
	Considered int
	Undated    []struct {
		Event string
		Start *string
	}
	Notes []string
}

func TestDates(t *testing.T) {
	r := run(t, "", "dates", "-format", "json")
	require.Zero(t, r.code, r.stderr)
	var a ranking
	decode(t, r, &a)
	require.Len(t, a.Candidates, 5)
	for i, c := range a.Candidates {
		assert.Equal(t, i+1, c.Rank)
		sum := c.FreeDays
		for _, x := range c.Clashes {
			sum += x.Weight
			assert.NotEmpty(t, x.Confidence)
			assert.NotEmpty(t, x.Reason)
		}
		assert.Equal(t, c.Score, sum, "every point has its event")
		if i > 0 {
			assert.GreaterOrEqual(t, c.Score, a.Candidates[i-1].Score)
		}
	}
	blocks := run(t, "", "dates", "-days", "4+2", "-gap", "60", "-from", "2027-02-01", "-to", "2027-06-30", "-top", "3", "-format", "json")
	decode(t, blocks, &a)
	require.Len(t, a.Candidates[0].Blocks, 2)
	assert.Contains(t, strings.Join(a.Notes, "\n"), "2027: no verified meeting", "no meeting of 2027 is verified")
	assert.NotEmpty(t, a.Undated)
	for _, u := range a.Undated {
		assert.Nil(t, u.Start, "an unknown day is null")
	}
	text := run(t, "", "dates")
	for _, want := range []string{"starts are possible", "1. ", "points (rank", "a cost, never a block"} {
		assert.Contains(t, text.stdout, want)
	}
	none := run(t, "", "dates", "-conference", "2024-03-04")
	assert.Equal(t, 1, none.code, "nothing fits")
	assert.Contains(t, none.stdout, "Nothing fits")
}

// TestOwnCalendars: a user's calendars come on top of the embedded one.
func TestOwnCalendars(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	own := file("own.csv", "id,start,end,event,place,category,confidence\nretreat,2024-03-01,2024-05-31,Our retreat,Geneva,other,verified\n")
	var a ranking
	decode(t, run(t, "", "dates", "-calendar", own, "-weight", "other=50", "-format", "json"), &a)
	for _, c := range a.Candidates {
		assert.Equal(t, "retreat", c.Clashes[0].ID)
		assert.Equal(t, 250, c.Clashes[0].Weight)
	}
	ics := file("own.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1@x\nDTSTART;VALUE=DATE:20240301\nDTEND;VALUE=DATE:20240601\nSUMMARY:Our retreat\nEND:VEVENT\nEND:VCALENDAR\n")
	decode(t, run(t, "", "dates", "-calendar", ics, "-weight", "other=50/0", "-format", "json"), &a)
	assert.Equal(t, "Our retreat", a.Candidates[0].Clashes[0].Event)
	for name, content := range map[string]string{
		"zone.ics":    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1@x\nDTSTART;TZID=Atlantis:20240301T100000\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n",
		"empty.csv":   "",
		"header.csv":  "day,what\n",
		"date.csv":    "start,end,event\n2024-02-30,,x\n",
		"reverse.csv": "start,end,event\n2024-03-02,2024-03-01,x\n",
		"cut.ics":     "BEGIN:VCALENDAR\n",
	} {
		path := file(name, content)
		unusable(t, run(t, "", "dates", "-calendar", path), "dates: ", path)
	}
	unusable(t, run(t, "", "dates", "-calendar", filepath.Join(dir, "none.ics")), "there is no such file")
	unusable(t, run(t, "", "dates", "-calendar", dir), "is a directory")
}

func TestUnusableScheduleFlags(t *testing.T) {
	for _, args := range [][]string{
		{"dates", "extra"},
		{"dates", "-days", "x"},
		{"dates", "-days", "0"},
		{"dates", "-days", "1+2+3"},
		{"dates", "-days", "-1"},
		{"dates", "-days", "100"},
		{"dates", "-gap", "-1"},
		{"dates", "-from", "soon"},
		{"dates", "-from", "2024-06-01"},
		{"dates", "-from", "1899-01-01", "-to", "1899-02-01"},
		{"dates", "-venue", "moon"},
		{"dates", "-weight", "npt"},
		{"dates", "-weight", "tea=3"},
		{"dates", "-weight", "npt=-3"},
		{"dates", "-top", "-1"},
		{"dates", "-format", "ics"},
		{"deadlines", "extra"},
		{"deadlines", "-round", "2024-04-15"},
		{"deadlines", "-round", "2024-04-15", "-conference", "2024-04-15"},
		{"deadlines", "-conference", "never"},
		{"deadlines", "-translation", "-1"},
		{"deadlines", "-format", "ics", "-stamp", "now"},
		{"deadlines", "-format", "xml"},
	} {
		unusable(t, run(t, "", args[0], args[1:]...), args[0]+": ")
	}
}

func TestDeadlines(t *testing.T) {
	var a struct {
		Deadlines []struct {
			ID, Title, Date, Confidence, Source string
			Late                                *int
		}
		LeftOut []string
	}
	r := run(t, "", "deadlines", "-round", "2027-04-19", "-conference", "2027-08-23", "-format", "json")
	require.Zero(t, r.code, r.stderr)
	decode(t, r, &a)
	days := map[string]string{}
	for _, d := range a.Deadlines {
		days[d.ID] = d.Date
		assert.Nil(t, d.Late, "nobody said on which day the plan is looked at")
		assert.NotEmpty(t, d.Source)
	}
	assert.Equal(t, "2027-06-24", days["payment-plans"], "sixty days before the conference")
	assert.Equal(t, "2027-05-31", days["annual-reports"])
	assert.Len(t, a.LeftOut, 3, "the conference before, the end of the round, translation")
	late := run(t, "", "deadlines", "-asof", "2024-01-25")
	assert.Equal(t, 1, late.code)
	assert.Contains(t, late.stdout, "late by 3 days: no longer possible in time")
	ics := run(t, "", "deadlines", "-format", "ics", "-stamp", "2024-01-31T13:00:00+01:00")
	assert.Zero(t, ics.code)
	assert.Contains(t, ics.stdout, "DTSTAMP:20240131T120000Z\r\n")
	assert.Equal(t, strings.Count(ics.stdout, "\n"), strings.Count(ics.stdout, "\r\n"))
}
