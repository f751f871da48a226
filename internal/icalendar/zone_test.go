package icalendar_test

import (
	"archive/zip"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the oracle; the package itself reads no zone data

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/internal/icalendar"
)

var update = flag.Bool("update", false, "write zones.txt from the zones of the Go installation, and the files in testdata")

// onset is a change of the clock.
type onset struct {
	at     time.Time
	offset int // from then on, in seconds
}

// onsets expands the VTIMEZONE of a file (section 3.6.5) up to a year.
func onsets(t *testing.T, file string, until int) []onset {
	t.Helper()
	var list []onset
	rule := map[string]string{}
	for line := range strings.SplitSeq(file, "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		rule[name] = value
		if name != "END" || value != "DAYLIGHT" && value != "STANDARD" {
			continue
		}
		start, err := time.Parse("20060102T150405", rule["DTSTART"])
		require.NoError(t, err)
		var month int
		for part := range strings.SplitSeq(rule["RRULE"], ";") {
			switch key, value, _ := strings.Cut(part, "="); key {
			case "FREQ":
				require.Equal(t, "YEARLY", value)
			case "BYMONTH":
				month, err = strconv.Atoi(value)
				require.NoError(t, err)
			case "BYDAY":
				require.Equal(t, "-1SU", value)
			default:
				t.Fatalf("this test does not know %q", part)
			}
		}
		for year := start.Year(); year <= until; year++ {
			day := time.Date(year, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -1)
			for day.Weekday() != time.Sunday {
				day = day.AddDate(0, 0, -1)
			}
			local := day.Add(start.Sub(start.Truncate(24 * time.Hour)))
			if year == start.Year() {
				require.Equal(t, start, local, "DTSTART is the first onset (section 3.8.5.3)")
			}
			list = append(list, onset{at: local.Add(-seconds(t, rule["TZOFFSETFROM"])), offset: int(seconds(t, rule["TZOFFSETTO"]).Seconds())})
		}
	}
	slices.SortFunc(list, func(a, b onset) int { return a.at.Compare(b.at) })
	return list
}

func seconds(t *testing.T, offset string) time.Duration {
	t.Helper()
	n, err := strconv.Atoi(offset)
	require.NoError(t, err)
	return time.Duration(n/100)*time.Hour + time.Duration(n%100)*time.Minute
}

// TestZoneAgrees compares our VTIMEZONE with the zone database in each hour of the years that are
// written.
func TestZoneAgrees(t *testing.T) {
	zurich, err := time.LoadLocation(icalendar.Zurich)
	require.NoError(t, err)
	list := onsets(t, write(t, calendar()), 2100)
	next, offset, hours := 0, -1, 0
	for at := time.Date(1995, 12, 31, 23, 0, 0, 0, time.UTC); at.Year() < 2100; at = at.Add(time.Hour) {
		for next < len(list) && !list[next].at.After(at) {
			offset = list[next].offset
			next++
		}
		if _, want := at.In(zurich).Zone(); want != offset {
			require.Equal(t, want, offset, "at %s", at)
		}
		hours++
	}
	assert.Greater(t, hours, 900_000)
}

// TestZoneNames keeps zones.txt sorted, which the search needs, and free of inventions.
func TestZoneNames(t *testing.T) {
	if *update {
		require.NoError(t, os.WriteFile("zones.txt", []byte(strings.Join(installedZones(t), "\n")+"\n"), 0o644))
	}
	text, err := os.ReadFile("zones.txt")
	require.NoError(t, err)
	names := strings.Fields(string(text))
	assert.True(t, slices.IsSorted(names))
	assert.Len(t, slices.Compact(slices.Clone(names)), len(names))
	assert.Greater(t, len(names), 500)
	for _, name := range names {
		_, err := time.LoadLocation(name)
		assert.NoError(t, err)
	}
}

func installedZones(t *testing.T) []string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	archive, err := zip.OpenReader(filepath.Join(strings.TrimSpace(string(root)), "lib", "time", "zoneinfo.zip"))
	require.NoError(t, err)
	var names []string
	for _, f := range archive.File {
		if !strings.HasSuffix(f.Name, "/") && f.Name != "Factory" {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	require.NoError(t, archive.Close())
	return names
}
