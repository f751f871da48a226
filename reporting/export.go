package reporting

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"attwork.example/att"
	"attwork.example/att/parties"
	"attwork.example/internal/icalendar"
)

// WriteMembersCSV writes States Parties and signatories as of a day: iso3, name, region, signed, deposited, in force,
// kind, evidence, source. A day that nobody knows is an empty cell. No cell starts a formula.
func WriteMembersCSV(w io.Writer, list []parties.Party, asof att.Date) error {
	rows := [][]string{{"asOf", "iso3", "name", "region", "signed", "deposited", "inForce", "bound", "kind", "evidence", "source"}}
	for _, p := range list {
		bound, certain := p.BoundTo(asof)
		word := "no"
		switch {
		case !certain:
			word = "unknown"
		case bound:
			word = "yes"
		}
		rows = append(rows, []string{
			asof.String(), p.ISO3, p.Name, string(p.Region), day(p.Signed), day(p.Deposited), day(p.InForce()), word, string(p.Kind), string(p.Evidence), p.Source,
		})
	}
	return writeTable(w, rows)
}

// WriteCSV writes an answer, a State a row. What nobody knows is an empty cell. No cell starts a formula.
func (a Answer) WriteCSV(w io.Writer) error {
	rows := [][]string{{"asOf", "duty", "period", "iso3", "region", "due", "received", "status", "visibility", "evidence"}}
	period := ""
	if a.Period > 0 {
		period = fmt.Sprint(a.Period)
	}
	for _, s := range a.States {
		rows = append(rows, []string{
			a.AsOf.String(), a.Duty, period, s.State, string(s.Region), day(s.Due), day(s.Received), string(s.Status), string(s.Visibility), string(s.Evidence),
		})
	}
	return writeTable(w, rows)
}

func day(d att.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func writeTable(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i, cell := range row {
			row[i] = tame(cell)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// tame keeps a cell from being read as a formula by a spreadsheet.
func tame(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// WriteICS writes the due dates that lie from one day to another as an iCalendar file: the annual reports of each
// calendar year, and the initial report of each State. Stamp is when the file is made; nothing here reads the clock.
func WriteICS(w io.Writer, list []parties.Party, reading InitialReading, from, to att.Date, stamp time.Time) error {
	if from.IsZero() || to.Before(from) || from.DaysUntil(to) > 100*366 {
		return fmt.Errorf("reporting: the days %s to %s are none; give a first and a last day, at most a hundred years apart", from, to)
	}
	cal := icalendar.Calendar{ID: "-//attwork//reporting//EN", Name: "Reports due", Stamp: stamp}
	add := func(uid, title, article string, due att.Date) {
		if due.Before(from) || due.After(to) || due.IsZero() {
			return
		}
		cal.Events = append(cal.Events, icalendar.Event{
			UID: uid + "@attwork.example", Summary: title, Description: "Article " + article, Categories: []string{"report"}, AllDay: true, First: due, Last: due,
		})
	}
	for year := from.Year(); year <= to.Year(); year++ {
		add(fmt.Sprintf("annual-report-%d", year-1), fmt.Sprintf("Annual reports for %d are due", year-1), "13(3)", AnnualDue(year-1))
	}
	for _, p := range list {
		add("initial-report-"+strings.ToLower(p.ISO3), "Initial report is due: "+p.Name, "13(1)", InitialDue(p, reading))
	}
	return icalendar.Write(w, cal)
}
