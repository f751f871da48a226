package calendar

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"attwork.example/att"
)

// maxBytes bounds a file.
const maxBytes = 8 << 20

// columns are those that a file may have; the first three it must have.
var columns = [...]string{"start", "end", "event", "place", "category", "source", "confidence", "id", "guard", "vague", "note"}

const requiredColumns = 3

// ReadCSV reads a calendar from a comma-separated file in UTF-8, with a header line; name is what errors call it.
// The columns stand in any order:
//
//   - start, end (required): days such as 2026-09-07. An empty end is that of a single day. A month such as
//     2026-09, or two months, is all that is known of the days ([Event.Vague]). A year such as 2026, without an end,
//     is that of an event without days. Both may be empty.
//   - event (required): the name.
//   - place: the city; empty or "?" when unknown.
//   - category: one of [Categories]; empty: [Other].
//   - source, note: texts.
//   - confidence: a word of [att.Confidence]; empty: nobody said.
//   - guard: whole days; empty: 0.
//   - vague: yes, when the days lie somewhere from start to end; empty or no otherwise.
//   - id: see [Event]; empty: made from the name and the start, always the same for the same.
//
// Two rows without an id that say the same are one event. White space around and between words does not count. A
// cell is text, whatever a spreadsheet makes of it. A byte-order mark and Windows line ends are accepted; a file
// above 8 MiB or [MaxEvents] rows is not. Errors are [att.InputError] with the line and column.
func ReadCSV(name string, r io.Reader) (Calendar, error) {
	data, err := readText(name, r)
	if err != nil {
		return Calendar{}, err
	}
	t := table{name: name, lines: map[string]int{}, made: map[string]Event{}}
	if rest, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); marked {
		data, t.mark = rest, len("\xef\xbb\xbf")
	}
	t.csv = csv.NewReader(bytes.NewReader(data))
	t.csv.FieldsPerRecord = -1 // counted here, to say it in our words
	t.csv.ReuseRecord = true
	header, err := t.next()
	if errors.Is(err, io.EOF) {
		return Calendar{}, t.fault(1, 1, "the file is empty; expected a header line such as start,end,event")
	}
	if err == nil {
		err = t.header(header)
	}
	for err == nil {
		err = t.row()
	}
	if !errors.Is(err, io.EOF) {
		return Calendar{}, err
	}
	return build(t.events), nil
}

// readText reads a whole file of text.
func readText(name string, r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	at := att.Position{Name: name}
	if err != nil {
		return nil, &att.InputError{Position: at, Expected: "cannot be read: " + err.Error(), Err: err}
	}
	if len(data) > maxBytes {
		return nil, &att.InputError{Position: at, Expected: "larger than 8 MiB; expected a smaller file"}
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, &att.InputError{Position: at, Expected: "is in UTF-16; expected UTF-8"}
	}
	bad, why := bytes.IndexByte(data, 0), "expected text, found a NUL character"
	if !utf8.Valid(data) {
		bad, why = firstInvalid(data), "expected text in UTF-8, found other bytes"
	}
	if bad >= 0 {
		at.Line = bytes.Count(data[:bad], []byte("\n")) + 1
		at.Column = bad - bytes.LastIndexByte(data[:bad], '\n')
		return nil, &att.InputError{Position: at, Expected: why}
	}
	return data, nil
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// table is a file while it is read.
type table struct {
	name   string
	mark   int // bytes of the byte-order mark, which the positions of the first line lack
	csv    *csv.Reader
	names  []string // of the columns
	rows   int
	events []Event
	lines  map[string]int   // of the ids seen
	made   map[string]Event // of those made up here
}

func (t *table) fault(line, column int, format string, args ...any) *att.InputError {
	if line == 1 {
		column += t.mark
	}
	return &att.InputError{
		Position: att.Position{Name: t.name, Line: line, Column: column},
		Expected: fmt.Sprintf(format, args...),
	}
}

// faultAt is a fault in a column of the latest record.
func (t *table) faultAt(field int, format string, args ...any) *att.InputError {
	line, column := t.csv.FieldPos(field)
	return t.fault(line, column, format, args...)
}

// next returns the next record, [io.EOF] at the end.
func (t *table) next() ([]string, error) {
	record, err := t.csv.Read()
	syntax, ok := errors.AsType[*csv.ParseError](err)
	if !ok {
		return record, err // the reader of a byte slice has no errors of its own
	}
	fault := t.fault(syntax.Line, syntax.Column, "expected a quotation mark only around a whole cell, and doubled inside it")
	if errors.Is(err, csv.ErrQuote) && syntax.StartLine != syntax.Line {
		fault = t.fault(syntax.StartLine, 1, "a cell of this row has a quotation mark that is not closed properly; expected one at its end, and doubled inside it")
	}
	fault.Err = err
	return nil, fault
}

func (t *table) header(record []string) error {
	for i, cell := range record {
		name := strings.ToLower(strings.TrimSpace(cell))
		switch {
		case len(record) == 1 && strings.ContainsAny(cell, ";\t"):
			return t.faultAt(i, "expected commas between the columns, found semicolons or tabs")
		case !slices.Contains(columns[:], name):
			return t.faultAt(i, "unknown column %s; expected some of %s", quote(cell), words(columns[:]))
		case slices.Contains(t.names, name):
			return t.faultAt(i, "the column %q stands here twice; expected each once", name)
		}
		t.names = append(t.names, name)
	}
	for _, name := range columns[:requiredColumns] {
		if !slices.Contains(t.names, name) {
			return t.faultAt(0, "expected a column %q in the header line", name)
		}
	}
	return nil
}

// row reads the next row; its error is [io.EOF] at the end.
func (t *table) row() error {
	record, err := t.next()
	if err != nil {
		return err
	}
	if t.rows++; t.rows > MaxEvents {
		return t.faultAt(0, "more than %d rows; expected a smaller file", MaxEvents)
	}
	if !slices.ContainsFunc(record, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
		return nil // what a spreadsheet leaves behind
	}
	if len(record) != len(t.names) {
		return t.faultAt(0, "expected %d cells as in the header line, found %d", len(t.names), len(record))
	}
	e, made, f := eventOf(t.names, record)
	bad := f.expected != ""
	if !bad {
		f, bad = e.check()
	}
	if bad {
		return t.faultAt(max(slices.Index(t.names, f.column), 0), "%s", f.expected)
	}
	return t.add(e, made)
}

// add adds an event whose id was made up here, or read.
func (t *table) add(e Event, made bool) error {
	if made {
		if earlier, twice := t.made[e.ID]; twice && earlier == e {
			return nil
		}
		t.made[e.ID] = e
	}
	line, _ := t.csv.FieldPos(0)
	if earlier, twice := t.lines[e.ID]; twice {
		field := max(slices.Index(t.names, "id"), 0)
		return t.faultAt(field, "the id %q is that of line %d too; expected an id for each event", e.ID, earlier)
	}
	t.lines[e.ID] = line
	t.events = append(t.events, e)
	return nil
}

// knownPlace returns a place, and nothing for the question mark that tables have for an unknown one.
func knownPlace(s string) string {
	if s == "?" {
		return ""
	}
	return s
}

// eventOf reads a record, and says whether the id was made from the other cells.
func eventOf(names, record []string) (e Event, made bool, f fault) {
	var start, end string
	for i, name := range names {
		cell := strings.Join(strings.Fields(record[i]), " ")
		switch name {
		case "id":
			e.ID = cell
		case "event":
			e.Name = cell
		case "start":
			start = cell
		case "end":
			end = cell
		case "place":
			e.Place = knownPlace(cell)
		case "category":
			e.Category = Category(cell)
		case "source":
			e.Source = cell
		case "confidence":
			e.Confidence = att.Confidence(cell)
		case "note":
			e.Note = cell
		case "vague":
			if !slices.Contains([]string{"", "yes", "no"}, cell) {
				return e, false, fault{name, "expected yes, no or nothing, found " + quote(cell)}
			}
			e.Vague = cell == "yes"
		case "guard":
			if cell == "" {
				continue
			}
			n, err := strconv.ParseUint(cell, 10, 16)
			if err != nil {
				return e, false, fault{name, "expected a whole number of days, found " + quote(cell)}
			}
			e.Guard = int(n)
		}
	}
	if e.Category == "" {
		e.Category = Other
	}
	if f := e.setDays(start, end); f.expected != "" {
		return e, false, f
	}
	if e.ID == "" {
		e.ID, made = madeID(e.Name, start), true
	}
	return e, made, fault{}
}
