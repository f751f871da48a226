package calendar_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

func readCSV(s string) (calendar.Calendar, error) {
	return calendar.ReadCSV("own.csv", strings.NewReader(s))
}

func TestReadCSV(t *testing.T) {
	cal, err := readCSV("\ufeffNote, end,Event,START,id,guard,category,vague,place,confidence,source\r\n" +
		"\"a \"\"quote\"\"\",2026-09-11,Retreat of  the group,2026-09-07,retreat,2,other,,Montreux,verified,own diary\r\n" +
		",,One day,2026-10-01,,,,,,,\r\n" +
		",,Month only,2026-11,,,npt,,?,,\r\n" +
		",2027-01,Two months,2026-12,,,,,,,\r\n" +
		",2027-03-12,Some week,2027-03-08,,,,yes,,,\r\n" +
		",,Year only,2027,,,,no,,,\r\n" +
		",,Nothing known,,,,,,,,\r\n" +
		",,,,,,,,,,\r\n" +
		"\r\n")
	require.NoError(t, err)
	d := att.MustDate
	assert.Equal(t, []calendar.Event{
		{ID: "retreat", Name: "Retreat of the group", Start: d("2026-09-07"), End: d("2026-09-11"), Place: "Montreux", Category: calendar.Other, Guard: 2, Note: `a "quote"`, Source: "own diary", Confidence: att.Verified},
		{ID: "one-day-2026-10-01", Name: "One day", Start: d("2026-10-01"), End: d("2026-10-01"), Category: calendar.Other},
		{ID: "month-only-2026-11", Name: "Month only", Start: d("2026-11-01"), End: d("2026-11-30"), Vague: true, Category: calendar.NPT},
		{ID: "two-months-2026-12", Name: "Two months", Start: d("2026-12-01"), End: d("2027-01-31"), Vague: true, Category: calendar.Other},
		{ID: "some-week-2027-03-08", Name: "Some week", Start: d("2027-03-08"), End: d("2027-03-12"), Vague: true, Category: calendar.Other},
		{ID: "nothing-known", Name: "Nothing known", Category: calendar.Other},
		{ID: "year-only-2027", Name: "Year only", Year: 2027, Category: calendar.Other},
	}, all(cal))
	assert.Equal(t, []string{"nothing-known", "year-only-2027"}, ids(slices.Collect(cal.Undated(2027))))
	assert.Equal(t, []string{"nothing-known"}, ids(slices.Collect(cal.Undated(2026))))
	assert.Equal(t, []string{"nothing-known"}, ids(slices.Collect(cal.Undated(0))))
}

func ids(events []calendar.Event) []string {
	var list []string
	for _, e := range events {
		list = append(list, e.ID)
	}
	return list
}

// TestReadsTheReviewedTable reads the reviewed table as it is, with columns in its order, no ids, a question mark
// for a place, and one row that stands there twice.
func TestReadsTheReviewedTable(t *testing.T) {
	data, err := os.ReadFile("testdata/calendar.csv")
	require.NoError(t, err)
	cal, err := calendar.ReadCSV("calendar.csv", bytes.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, 396, cal.Len(), "Geneva Peace Week without a date, of 2026 and 2027, is one")
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	slices.Reverse(lines[1:])
	again, err := readCSV(strings.Join(lines, "\r\n"))
	require.NoError(t, err)
	assert.Equal(t, cal, again, "the order of the rows does not matter")
}

func TestMadeIDs(t *testing.T) {
	id := func(name, start string) string {
		cal, err := readCSV("event,start,end\n" + name + "," + start + ",\n")
		require.NoError(t, err)
		require.Equal(t, 1, cal.Len())
		return all(cal)[0].ID
	}
	assert.Equal(t, "ccw-gge-laws-2nd-session-2026-08-31", id("CCW GGE LAWS: 2nd session!", "2026-08-31"))
	assert.Equal(t, "az-09-2026", id("AZ 09", "2026"))
	assert.Equal(t, strings.Repeat("x", 40)+"-2026", id(strings.Repeat("x", 40), "2026"))
	assert.Regexp(t, "^x{40}-2026-[0-9a-f]{8}$", id(strings.Repeat("x", 41), "2026"))
	assert.Equal(t, "jeune-genevois-2026", id("Jeune genevois", "2026"))
	assert.Regexp(t, "^fete-2026-01-01$", id("Fete", "2026-01-01"))
	assert.Regexp(t, "^f-te-2026-01-01-[0-9a-f]{8}$", id("Fête", "2026-01-01"))
	assert.Regexp(t, "^2026-01-01-[0-9a-f]{8}$", id("裁军", "2026-01-01"))
	assert.NotEqual(t, id("裁军", "2026-01-01"), id("军裁", "2026-01-01"))
	assert.Regexp(t, "^[0-9a-f]{8}$", id("!!!", ""))
	long := strings.Repeat("very ", 20)
	assert.Regexp(t, "^(very-){8}2026-01-01-[0-9a-f]{8}$", id(long+"a", "2026-01-01"))
	assert.NotEqual(t, id(long+"a", "2026-01-01"), id(long+"b", "2026-01-01"))
	assert.Equal(t, id(long+"a", "2026-01-01"), id(long+"a", "2026-01-01"))
	for n := range 60 {
		assert.True(t, att.ValidID(id(strings.Repeat("x", n+1)+"-", "2026-01-01")))
		assert.True(t, att.ValidID(id(strings.Repeat("x -", n+1), "")))
	}
}

func TestReadCSVRefuses(t *testing.T) {
	const head = "start,end,event\n"
	const full = "id,start,end,event,place,category,source,confidence,guard,vague,note\n"
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "own.csv:1:1: the file is empty; expected a header line such as start,end,event"},
		{"a mark only", "\ufeff", "own.csv:1:4: the file is empty"},
		{"no header", "2026-01-01,2026-01-02,X\n", `own.csv:1:1: unknown column "2026-01-01"; expected some of start, end, event, place,`},
		{"unknown column", "start,end,event,colour\n", `own.csv:1:17: unknown column "colour"`},
		{"unknown column behind a mark", "\ufeffcolour,start\n", `own.csv:1:4: unknown column "colour"`},
		{"column without name", "start,end,event,\n", `own.csv:1:17: unknown column ""`},
		{"column twice", "start,end,Event,event\n", `own.csv:1:17: the column "event" stands here twice`},
		{"required column", "start,event\n", `own.csv:1:1: expected a column "end" in the header line`},
		{"semicolons", "start;end;event\n", "own.csv:1:1: expected commas between the columns, found semicolons or tabs"},
		{"too few cells", head + "2026-01-01,,X\n2026-01-01,X\n", "own.csv:3:1: expected 3 cells as in the header line, found 2"},
		{"too many cells", head + "2026-01-01,,X,Y\n", "own.csv:2:1: expected 3 cells as in the header line, found 4"},
		{"no such day", head + "2026-02-30,,X\n", `own.csv:2:1: expected a day such as 2026-09-07, a month such as 2026-09 or a year such as 2026, found "2026-02-30"`},
		{"another form", head + "07.09.2026,,X\n", `own.csv:2:1: expected a day such as`},
		{"no such month", head + "2026-13,,X\n", `own.csv:2:1: expected a day such as`},
		{"year nought", head + "0000,,X\n", `own.csv:2:1: expected a day such as`},
		{"bad end", head + "2026-02-01,soon,X\n", `own.csv:2:12: expected a day such as 2026-09-11, or a month such as 2026-09, found "soon"`},
		{"reversed", head + "2026-02-03,2026-02-01,X\n", "own.csv:2:12: expected a last day on or after the first day 2026-02-03, found 2026-02-01"},
		{"months reversed", head + "2026-04,2026-02,X\n", "own.csv:2:9: expected a last day on or after"},
		{"no start", head + ",2026-02-01,X\n", "own.csv:2:1: expected a start for what ends on 2026-02-01"},
		{"year with an end", head + "2026,2026-02,X\n", `own.csv:2:6: expected no end beside a start of which only the year is known, found "2026-02"`},
		{"day and month", head + "2026-02-01,2026-03,X\n", `own.csv:2:12: expected a day where the start is one`},
		{"month and day", head + "2026-02,2026-03-01,X\n", `own.csv:2:9: expected a day where the start is one`},
		{"month and year", head + "2026-02,2026,X\n", `own.csv:2:9: expected a day where the start is one`},
		{"year out of bounds", head + "1848-02-01,,X\n", "own.csv:2:1: expected a day from 1900 to 2200, found 1848-02-01"},
		{"undated year out of bounds", head + "2999,,X\n", "own.csv:2:1: expected a year from 1900 to 2200, found 2999"},
		{"no name", head + "2026-02-01,,\n", "own.csv:2:13: expected a text, found none"},
		{"huge cell", head + "2026-02-01,," + strings.Repeat("x", 1<<20) + "\n", "own.csv:2:13: expected at most 500 characters, found 1048576"},
		{"escape character", head + "2026-02-01,,a\x1b[2Jb\n", `own.csv:2:13: expected one line without control characters, found "a\x1b[2Jb"`},
		{"NUL", head + "2026-02-01,,a\x00b\n", "own.csv:2:14: expected text, found a NUL character"},
		{"NUL at the start", "\x00" + head, "own.csv:1:1: expected text, found a NUL character"},
		{"other bytes", head + "2026-02-01,,F\xeate\n", "own.csv:2:14: expected text in UTF-8, found other bytes"},
		{"UTF-16", "\xff\xfes\x00", "own.csv: is in UTF-16; expected UTF-8"},
		{"UTF-16, the other way", "\xfe\xff\x00s", "own.csv: is in UTF-16; expected UTF-8"},
		{"open quotation mark", head + "2026-02-01,,X\n2026-02-01,,\"Y\n2026-02-01,,Z\n", "own.csv:3:1: a cell of this row has a quotation mark that is not closed properly"},
		{"quotation mark inside", head + "2026-02-01,,\"Y\" and\n", "own.csv:2:15: expected a quotation mark only around a whole cell"},
		{"bare quotation mark", head + "2026-02-01,,Y \"and\"\n", "own.csv:2:15: expected a quotation mark only around a whole cell"},
		{"bad header", "\"start,end\n", "own.csv:1:"},
		{"id", full + "Not An Id,2026-02-01,,X,,,,,,,\n", `own.csv:2:1: expected an id of 1 to 64`},
		{"category", full + "a,2026-02-01,,X,,sport,,,,,\n", `own.csv:2:18: expected one of cd, hrc,`},
		{"confidence", full + "a,2026-02-01,,X,,,,sure,,,\n", `own.csv:2:20: expected one of verified, computed, inferred, recalled, unknown, found "sure"`},
		{"guard", full + "a,2026-02-01,,X,,,,,-1,,\n", `own.csv:2:21: expected a whole number of days, found "-1"`},
		{"large guard", full + "a,2026-02-01,,X,,,,,99,,\n", `own.csv:2:21: expected 0 to 31 days, found 99`},
		{"vague", full + "a,2026-02-01,,X,,,,,,maybe,\n", `own.csv:2:22: expected yes, no or nothing, found "maybe"`},
		{"vague without days", full + "a,2026,,X,,,,,,yes,\n", `own.csv:2:`},
		{"id twice", full + "a,2026-02-01,,X,,,,,,,\nb,2026-02-01,,X,,,,,,,\na,2026-02-01,,X,,,,,,,\n", `own.csv:4:1: the id "a" is that of line 2 too; expected an id for each event`},
		{"name and start twice", head + "2026-02-01,,X\n2026-02-01,2026-02-02,X\n", `own.csv:3:1: the id "x-2026-02-01" is that of line 2 too`},
		{"made id and given id", full + "x-2026-02-01,2026-02-01,,X,,,,,,,\n,2026-02-01,,X,,,,,,,\n", `own.csv:3:1: the id "x-2026-02-01" is that of line 2 too`},
		{"a million rows", head + strings.Repeat("2026,,X\n", 1_000_000), "own.csv:100002:1: more than 100000 rows; expected a smaller file"},
		{"a million empty rows", head + strings.Repeat(",,\n", 1_000_000), "own.csv:100002:1: more than 100000 rows; expected a smaller file"},
		{"too large", head + strings.Repeat("2026-02-01,,X\n", 600_000), "own.csv: larger than 8 MiB; expected a smaller file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cal, err := readCSV(c.in)
			require.Error(t, err)
			assert.True(t, strings.HasPrefix(err.Error(), c.want), "%s\nexpected %s", err, c.want)
			assert.NotContains(t, err.Error(), "\n")
			assert.Less(t, len(err.Error()), 500)
			var input *att.InputError
			assert.True(t, errors.As(err, &input))
			assert.Zero(t, cal.Len())
		})
	}
	padded := head + "2026-02-01,,X\n"
	padded += strings.Repeat("\n", 8<<20-len(padded))
	cal, err := readCSV(padded)
	require.NoError(t, err, "8 MiB are not too large")
	assert.Equal(t, 1, cal.Len())
	broken := errors.New("the disk is gone")
	_, err = calendar.ReadCSV("own.csv", iotest.ErrReader(broken))
	assert.EqualError(t, err, "own.csv: cannot be read: the disk is gone")
	assert.ErrorIs(t, err, broken)
	_, err = readCSV(head + "2026-02-01,,\"Y")
	assert.ErrorContains(t, err, "own.csv:2:")
	var input *att.InputError
	require.ErrorAs(t, err, &input)
	assert.Error(t, input.Err, "the cause is kept")
}

// TestCellsAreText keeps what a spreadsheet would run as a formula.
func TestCellsAreText(t *testing.T) {
	for _, cell := range []string{`=HYPERLINK("http://x.example","y")`, "+1+1", "-1", "@SUM(A1)", `=cmd|'/C calc'!A0`, "%s%n", "<script>", "\u202eabc"} {
		cal, err := readCSV("start,end,event,id\n2026-02-01,,\"" + strings.ReplaceAll(cell, `"`, `""`) + "\",a\n")
		require.NoError(t, err)
		assert.Equal(t, cell, all(cal)[0].Name)
	}
	cal, err := readCSV("start,end,event\n2026-02-01,,\"two\nlines\"\n")
	require.NoError(t, err)
	assert.Equal(t, "two lines", all(cal)[0].Name)
}

// TestHundredThousandRows reads as many rows as are allowed.
func TestHundredThousandRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("start,end,event,id\n")
	for i := range calendar.MaxEvents {
		fmt.Fprintf(&b, "2026-%02d-%02d,,X,e%d\n", i%12+1, i%28+1, i)
	}
	cal, err := readCSV(b.String())
	require.NoError(t, err)
	assert.Equal(t, calendar.MaxEvents, cal.Len())
	_, err = readCSV(b.String() + "2026-02-01,,X,last\n")
	assert.ErrorContains(t, err, "own.csv:100002:1: more than 100000 rows")
}

// writeCSV writes a calendar as ReadCSV reads it.
func writeCSV(cal calendar.Calendar) string {
	var b strings.Builder
	b.WriteString("id,start,end,event,place,category,source,confidence,guard,vague,note\n")
	for e := range cal.Events() {
		start, end, vague := "", "", ""
		switch {
		case e.Dated():
			start, end = e.Start.String(), e.End.String()
		case e.Year != 0:
			start = fmt.Sprintf("%04d", e.Year)
		}
		if e.Vague {
			vague = "yes"
		}
		cells := []string{e.ID, start, end, e.Name, e.Place, string(e.Category), e.Source, string(e.Confidence), fmt.Sprint(e.Guard), vague, e.Note}
		for i, cell := range cells {
			cells[i] = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		b.WriteString(strings.Join(cells, ",") + "\n")
	}
	return b.String()
}

func TestWrittenAndReadAgain(t *testing.T) {
	cal, err := readCSV(writeCSV(calendar.Embedded()))
	require.NoError(t, err)
	assert.Equal(t, calendar.Embedded(), cal)
}

// FuzzReadCSV looks for files that panic, that are read differently a second time, or whose fault has no place.
func FuzzReadCSV(f *testing.F) {
	f.Add("start,end,event\n2026-02-01,,X\n")
	f.Add("id,start,end,event,place,category,source,confidence,guard,vague,note\na,2026-02,2026-03,\"X \"\"y\"\"\",Geneva,npt,s,verified,1,yes,n\nb,2026,,Y,?,,,,,,\n")
	f.Add("\ufeffevent,start,end\r\nF\u00eate,2026,\r\n,,\r\n\"a\nb\",,\r\n")
	f.Add("start;end;event\n")
	f.Add("start,end,event\n2026-02-01,,\"X\n")
	f.Fuzz(func(t *testing.T, in string) {
		cal, err := readCSV(in)
		if err != nil {
			var input *att.InputError
			require.ErrorAs(t, err, &input)
			require.Equal(t, "own.csv", input.Name)
			require.NotEmpty(t, input.Expected)
			require.NotContains(t, err.Error(), "\n")
			require.LessOrEqual(t, input.Line, strings.Count(in, "\n")+1)
			require.Zero(t, cal.Len())
			return
		}
		events := all(cal)
		made, err := calendar.New(events...)
		require.NoError(t, err, "what is read is well formed")
		require.Equal(t, cal, made)
		again, err := calendar.ReadCSV("own.csv", io.MultiReader(strings.NewReader(writeCSV(cal))))
		require.NoError(t, err)
		require.Equal(t, cal, again)
		for _, e := range events {
			first, last := e.Reach()
			if e.Dated() {
				require.Contains(t, slices.Collect(cal.Overlapping(first, first)), e)
				require.Contains(t, slices.Collect(cal.Overlapping(last, last)), e)
			}
		}
	})
}
