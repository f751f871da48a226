package parties

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"

	"attwork.example/att"
)

// DataDate returns the day of the state of knowledge. A deposit after about August 2026 may be missing.
func DataDate() att.Date { return att.MustDate("2026-11-23") }

//go:embed parties.csv
var partiesCSV []byte

// table is the embedded data in the order of ISO codes. It is read on first use and never changed.
var table = sync.OnceValue(func() []Party {
	rows, err := csv.NewReader(bytes.NewReader(partiesCSV)).ReadAll()
	if err != nil {
		panic(err) // the embedded table is malformed; its tests read it
	}
	list := make([]Party, 0, len(rows)-1)
	for _, row := range rows[1:] {
		list = append(list, party(rows[0], row))
	}
	slices.SortFunc(list, func(a, b Party) int { return strings.Compare(a.ISO3, b.ISO3) })
	return list
})

func party(header, row []string) Party {
	cell := func(name string) string { return row[slices.Index(header, name)] }
	day := func(name string) att.Date {
		if cell(name) == "" {
			return att.Date{}
		}
		return att.MustDate(cell(name))
	}
	return Party{
		ISO3: cell("iso3"), Name: cell("name"), Region: Region(cell("un_region")), Signed: day("signed"), Provisional: day("provisional_application"),
		Deposited: day("deposited"), From: day("deposited_from"), By: day("deposited_by"), Alternative: day("alt_deposited"),
		Kind: Kind(cell("kind")), Evidence: Evidence(cell("confidence")), Source: cell("source"), Note: cell("note"),
	}
}

// All returns the States Parties and the other signatories in the order of their ISO codes, a fresh copy at each
// call.
func All() []Party { return slices.Clone(table()) }

// Get returns the State with the ISO 3166-1 alpha-3 code, in capitals.
func Get(iso3 string) (Party, bool) {
	i, ok := slices.BinarySearchFunc(table(), iso3, func(p Party, code string) int { return strings.Compare(p.ISO3, code) })
	if !ok {
		return Party{}, false
	}
	return table()[i], true
}

// Membership is who belonged on a day.
type Membership struct {
	AsOf      att.Date
	Deposited []Party // had deposited by the day
	InForce   []Party // for whom the Treaty was in force
	Signed    []Party // signatories that had not deposited
	Undated   []Party // parties whose deposit has no known day; those that surely had deposited by AsOf are in the lists above too
	Disputed  []Party // dated parties about whom the day lies between two candidate dates; listed above by the first of them
	Weak      []Party // of Deposited, those known from one secondary source, or with two candidate dates
}

// AsOf returns who belonged on a day. Lists are in the order of ISO codes.
func AsOf(day att.Date) Membership { return Of(table(), day) }

// Of is [AsOf] for a list of the caller's own, such as one with a deposit that this package does not know yet.
func Of(list []Party, day att.Date) Membership {
	m := Membership{AsOf: day}
	for _, p := range list {
		deposited, sure := p.HasDeposited(day)
		bound, sureBound := p.BoundTo(day)
		switch {
		case p.Undated() && !day.Before(p.From):
			m.Undated = append(m.Undated, p)
		case !p.Undated() && (!sure || !sureBound):
			m.Disputed = append(m.Disputed, p)
		}
		if deposited {
			m.Deposited = append(m.Deposited, p)
			if p.Evidence == Secondary || p.Evidence == Conflict {
				m.Weak = append(m.Weak, p)
			}
		} else if !p.Signed.IsZero() && !p.Signed.After(day) {
			m.Signed = append(m.Signed, p)
		}
		if bound {
			m.InForce = append(m.InForce, p)
		}
	}
	return m
}

// String says how many had deposited, and how sure that is, as in "118, of which 2 undated".
func (m Membership) String() string {
	undated := 0
	for _, p := range m.Deposited {
		if p.Undated() {
			undated++
		}
	}
	s := fmt.Sprint(len(m.Deposited))
	if undated > 0 {
		s += fmt.Sprintf(", of which %d undated", undated)
	}
	if open := len(m.Undated) - undated; open > 0 {
		s += fmt.Sprintf("; %d more may have deposited by then, on an unknown day", open)
	}
	if len(m.Disputed) > 0 {
		s += fmt.Sprintf("; of %d the day is disputed", len(m.Disputed))
	}
	return s
}
