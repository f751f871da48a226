package reporting

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
	"attwork.example/att/check"
	"attwork.example/att/parties"
	"attwork.example/internal/strictjson"
)

// SubmissionsFormat is the value of the first key of a JSON document with submissions.
const SubmissionsFormat = "attwork/submissions/1"

// ReadJSON reads a register from a JSON document: {"format": "attwork/submissions/1", "submissions": [...]}, each with
// the fields of [Submission]. Findings have their places in the document. The error is an [att.InputError].
func ReadJSON(name string, r io.Reader) (Register, []check.Finding, error) {
	data, err := strictjson.Read(name, r)
	if err != nil {
		return Register{}, nil, err
	}
	var file struct {
		Submissions []Submission `json:"submissions"`
	}
	if err := strictjson.Decode(name, SubmissionsFormat, data, &file); err != nil {
		return Register{}, nil, err
	}
	if len(file.Submissions) > maxRows {
		where := check.Path("submissions").Index(maxRows)
		return Register{}, nil, &att.InputError{Position: strictjson.Locate(name, data, []check.Path{where})[0], Path: string(where), Expected: fmt.Sprintf("expected at most %d submissions", maxRows)}
	}
	reg, findings := NewRegister(file.Submissions)
	paths := make([]check.Path, len(findings))
	for i, f := range findings {
		paths[i] = f.Path
	}
	for i, position := range strictjson.Locate(name, data, paths) {
		findings[i].Position = position
	}
	return reg, findings, nil
}

// The columns of a table of submissions.
const (
	stateColumn    = "state"
	dutyColumn     = "duty"
	periodColumn   = "period"
	receivedColumn = "received"
)

var (
	neededColumns  = []string{stateColumn, receivedColumn}
	otherColumns   = []string{dutyColumn, periodColumn, "visibility", "withheld", "nil", "source"}
	spreadsheetEnd = []byte("\xef\xbb\xbf") // a byte order mark, as spreadsheets write it
)

// maxRows bounds a register that is read: two hundred States in thirty years are six thousand submissions.
const maxRows = 20_000

// ReadCSV reads a register from a table. The first line names the columns, in any order: state (code or name) and
// received (a day such as 2024-05-31) are needed; duty (empty: annual-report), period, visibility, withheld, nil and
// source may be there. A byte order mark and semicolons, as a spreadsheet may write them, are accepted, and a finding
// says so. Each row that cannot be used is a finding with its line, and the others count. The error, for a table that
// cannot be read at all, is an [att.InputError].
func ReadCSV(name string, r io.Reader) (Register, []check.Finding, error) {
	data, err := strictjson.Read(name, r)
	if err != nil {
		return Register{}, nil, err
	}
	t := table{name: name}
	if bytes.HasPrefix(data, spreadsheetEnd) {
		data = data[len(spreadsheetEnd):]
		t.say("The table begins with a byte order mark, as a spreadsheet writes it. It was passed over.")
	}
	if !utf8.Valid(data) {
		return Register{}, nil, t.fault(lineOf(data), 1, "expected text in UTF-8, found other bytes; save the table as CSV UTF-8")
	}
	if err := t.read(data); err != nil {
		return Register{}, nil, err
	}
	reg, findings := register(t.entries)
	findings = append(t.findings, findings...)
	check.Sort(findings)
	return reg, findings, nil
}

// lineOf returns the line of the first bytes that are no UTF-8.
func lineOf(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return 1 + bytes.Count(data[:i], []byte("\n"))
		}
		i += size
	}
	return 1
}

type table struct {
	name     string
	header   []string
	entries  []entry
	findings []check.Finding
	rows     int // read, also those that became findings
}

func (t *table) fault(line, column int, format string, args ...any) error {
	return &att.InputError{Position: att.Position{Name: t.name, Line: line, Column: column}, Expected: fmt.Sprintf(format, args...)}
}

func (t *table) say(sentence string) {
	e := entry{path: "submissions", position: att.Position{Name: t.name, Line: 1, Column: 1}}
	t.findings = append(t.findings, e.finding("submissions/accepted", check.Note, check.Say(sentence), check.Say("Nothing need be done.")))
}

func (t *table) read(data []byte) error {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord = -1
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		reader.Comma = ';'
		t.say("The table has semicolons between its columns, as a spreadsheet may write it. They were read so.")
	}
	header, err := reader.Read()
	switch {
	case errors.Is(err, io.EOF):
		return t.fault(1, 1, "the table is empty; expected a first line with the columns %s", strings.Join(neededColumns, ", "))
	case err != nil:
		return t.broken(err)
	}
	if err := t.columns(header, reader); err != nil {
		return err
	}
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return t.broken(err)
		}
		if t.rows == maxRows {
			line, _ := reader.FieldPos(0)
			return t.fault(line, 1, "expected at most %d rows", maxRows)
		}
		t.row(row, reader)
	}
}

// broken turns an error of the CSV reader into one with a place.
func (t *table) broken(err error) error {
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		return &att.InputError{Position: att.Position{Name: t.name, Line: parse.Line, Column: parse.Column}, Expected: "expected a well-formed table: " + parse.Err.Error(), Err: err}
	}
	return &att.InputError{Position: att.Position{Name: t.name}, Expected: "cannot be read: " + err.Error(), Err: err}
}

func (t *table) columns(header []string, reader *csv.Reader) error {
	known := append(slices.Clone(neededColumns), otherColumns...)
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		line, column := reader.FieldPos(i)
		switch {
		case !slices.Contains(known, name):
			return t.fault(line, column, "there is no column %q; expected some of %s", cutText(name), strings.Join(known, ", "))
		case slices.Contains(t.header, name):
			return t.fault(line, column, "the column %q stands here twice", name)
		}
		t.header = append(t.header, name)
	}
	for _, name := range neededColumns {
		if !slices.Contains(t.header, name) {
			return t.fault(1, 1, "the column %q is missing; expected %s, and perhaps %s", name, strings.Join(neededColumns, ", "), strings.Join(otherColumns, ", "))
		}
	}
	return nil
}

// row reads one row. What is wrong in it becomes a finding, and the row is left out.
func (t *table) row(row []string, reader *csv.Reader) {
	line, column := reader.FieldPos(0)
	defer func() { t.rows++ }()
	e := entry{path: check.Path("submissions").Index(t.rows), position: att.Position{Name: t.name, Line: line, Column: column}}
	wrong := func(i int, message, remedy check.Message) {
		if i < len(row) {
			e.position.Line, e.position.Column = reader.FieldPos(i)
		}
		t.findings = append(t.findings, e.finding("submissions/malformed", check.Error, message, remedy))
	}
	if len(row) != len(t.header) {
		wrong(0, check.Say("The row has {found} cells, and the first line {wanted}.", check.Number("found", len(row)), check.Number("wanted", len(t.header))),
			check.Say("Give each row as many cells as there are columns; put a text with a separator in quotation marks."))
		return
	}
	e.Duty = AnnualReport
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		if message, remedy, bad := e.set(t.header[i], cell); bad {
			wrong(i, message, remedy)
			return
		}
	}
	t.entries = append(t.entries, e)
}

// set reads one cell.
func (e *entry) set(column, cell string) (message, remedy check.Message, bad bool) {
	switch column {
	case stateColumn:
		p, err := parties.Find(cell)
		if err != nil {
			return check.Say("{state} is no State Party or signatory.", check.Text("state", cell)), check.Say("Use an ISO 3166-1 alpha-3 code such as CHE, or a name such as Switzerland."), true
		}
		e.State = p.ISO3
	case dutyColumn:
		if cell != "" {
			e.Duty = cell
		}
	case periodColumn:
		if cell == "" {
			return
		}
		n, err := strconv.ParseUint(cell, 10, 16)
		if err != nil {
			return check.Say("{period} is no calendar year.", check.Text("period", cell)), check.Say("Write the year that the report covers, as in 2023."), true
		}
		e.Period = int(n)
	case receivedColumn:
		d, err := att.ParseDate(cell)
		if err != nil {
			return check.Say("{day} is no day of the form 2024-05-31.", check.Text("day", cell)), check.Say("Write year, month and day with hyphens; other forms can be read in two ways."), true
		}
		e.Received = d
	case "visibility":
		e.Visibility = Visibility(cell)
	case "withheld":
		e.Withheld = Answered(cell)
	case "nil":
		e.Nil = Answered(cell)
	case "source":
		e.Source = cell
	}
	return
}

func cutText(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
