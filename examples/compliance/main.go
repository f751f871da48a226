// Compliance says who owed which report by when, who submitted it, and who was late, as of a date.
//
//	go run ./examples/compliance [-kind annual|initial] [-year PERIOD] [-asof DAY] [-submissions FILE] [-grace DAYS] [-since DAY] [-strict]
//		[-members] [-format text|json|csv|ics]
//
// The year is the period covered; without it, the last one that was due. Without submissions only what is due is
// known. With -strict it exits with 1 when a report is missing.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/parties"
	"attwork.example/examples/internal/command"
	"attwork.example/reporting"
)

func main() {
	command.Main("compliance [flags]", run)
}

type flags struct {
	kind, submissions *string
	year, grace       *int
	asof, since       *att.Date
	members, strict   *bool
	anniversary       *bool
}

func run(c *command.Call) (int, error) {
	f := flags{
		kind:        c.Flags.String("kind", "annual", "which report: `annual or initial`"),
		submissions: c.Flags.String("submissions", "", "what was submitted: `FILE` of CSV or JSON, or - for CSV on standard input"),
		year:        c.Flags.Int("year", 0, "calendar `YEAR` that the annual report covers (default: the last one that was due)"),
		grace:       c.Flags.Int("grace", 0, "`DAYS` after the due date within which a report is still on time"),
		asof:        c.Date("asof", parties.DataDate(), "the `DAY` as of which the answer holds"),
		since:       c.Date("since", att.Date{}, "show what changed since the same question as of this `DAY`"),
		members:     c.Flags.Bool("members", false, "count States Parties instead"),
		strict:      c.Flags.Bool("strict", false, "exit with 1 when a report is missing"),
		anniversary: c.Flags.Bool("anniversary", false, "read initial reports as due on the anniversary of entry into force, not the day before"),
	}
	args, err := c.Parse("csv", "ics")
	switch {
	case err != nil:
		return 0, err
	case len(args) > 0:
		return 0, fmt.Errorf("%q: unexpected argument; -h lists the flags", args[0])
	case c.Other == "ics":
		return command.Done, writeICS(c, f)
	case *f.members:
		return command.Done, members(c, *f.asof)
	}
	q, findings, err := question(c, f)
	if err != nil {
		return 0, err
	}
	a, err := reporting.Compliance(q)
	if err != nil {
		return 0, err
	}
	code := command.Done
	if *f.strict && a.Total.Missing.N > 0 {
		code = command.No
	}
	var changes *reporting.Difference
	if !f.since.IsZero() {
		q.AsOf = *f.since
		before, err := reporting.Compliance(q)
		if err != nil {
			return 0, err
		}
		d, err := reporting.Compare(before, a)
		if err != nil {
			return 0, err
		}
		changes = &d
	}
	switch {
	case c.JSON:
		return code, c.WriteJSON(wire(a, findings, changes))
	case c.Other == "csv":
		return code, a.WriteCSV(c.Out)
	}
	text(c, a, findings, changes)
	return code, nil
}

func question(c *command.Call, f flags) (reporting.Question, []check.Finding, error) {
	q := reporting.Question{Period: *f.year, AsOf: *f.asof, Grace: *f.grace}
	switch *f.kind {
	case "annual":
		q.Duty = reporting.AnnualReport
		if q.Period == 0 {
			q.Period = reporting.LastPeriod(q.AsOf)
		}
	case "initial":
		q.Duty = reporting.InitialReport
		if *f.anniversary {
			q.Reading = reporting.Anniversary
		}
	default:
		return q, nil, fmt.Errorf("-kind %q: expected annual or initial", *f.kind)
	}
	if *f.submissions == "" {
		return q, nil, nil
	}
	r, err := c.Open(*f.submissions)
	if err != nil {
		return q, nil, err
	}
	defer r.Close()
	read := reporting.ReadCSV
	if strings.EqualFold(filepath.Ext(*f.submissions), ".json") {
		read = reporting.ReadJSON
	}
	reg, findings, err := read(*f.submissions, r)
	q.Register = &reg
	return q, findings, err
}

func members(c *command.Call, asof att.Date) error {
	m := parties.AsOf(asof)
	switch {
	case c.Other == "csv":
		return reporting.WriteMembersCSV(c.Out, parties.All(), asof)
	case c.JSON:
		return c.WriteJSON(struct {
			AsOf      att.Date `json:"asOf"`
			Deposited int      `json:"deposited"`
			InForce   int      `json:"inForce"`
			Signed    int      `json:"signed"`
			Undated   []string `json:"undated"`
			Disputed  []string `json:"disputed"`
			Weak      []string `json:"weak"`
		}{asof, len(m.Deposited), len(m.InForce), len(m.Signed), codes(m.Undated), codes(m.Disputed), codes(m.Weak)})
	}
	fmt.Fprintf(c.Out, "As of %s: %s had deposited; the Treaty was in force for %d; %d more had signed.\n", asof, m, len(m.InForce), len(m.Signed))
	for _, list := range []struct {
		words string
		of    []parties.Party
	}{
		{"The day of deposit is unknown", m.Undated}, {"The day of deposit is disputed", m.Disputed}, {"Known from one secondary source, or with two candidate dates", m.Weak},
	} {
		if len(list.of) > 0 {
			fmt.Fprintf(c.Out, "%s: %s.\n", list.words, strings.Join(codes(list.of), ", "))
		}
	}
	return nil
}

func codes(list []parties.Party) []string {
	out := make([]string, 0, len(list))
	for _, p := range list {
		out = append(out, p.ISO3)
	}
	return out
}

// writeICS writes the due dates of the two years from the day on.
func writeICS(c *command.Call, f flags) error {
	if *f.members {
		return errors.New("-format ics: members have no calendar; leave -members out")
	}
	var b bytes.Buffer
	reading := reporting.LastDay
	if *f.anniversary {
		reading = reporting.Anniversary
	}
	err := reporting.WriteICS(&b, parties.All(), reading, *f.asof, f.asof.AddDays(2*365), f.asof.Time().Add(12*time.Hour))
	if err == nil {
		_, err = c.Out.Write(b.Bytes())
	}
	return err
}
