package reporting

import (
	_ "embed"
	"sync"

	"attwork.example/att"
	"attwork.example/att/parties"
	"attwork.example/internal/strictjson"
)

// The duties that the calculations of this package know by name.
const (
	InitialReport = "initial-report"
	AnnualReport  = "annual-report"
)

// Duty is one duty to report, or one invitation to, in one version.
type Duty struct {
	ID         string         `json:"id"`
	Title      att.Text       `json:"title"`
	Article    att.Article    `json:"article"`
	Force      Force          `json:"force"`
	Version    string         `json:"version"` // of the rule as it is applied; another practice is another version
	From       att.Date       `json:"from"`    // first day on which the version holds
	Until      att.Date       `json:"until,omitzero"`
	Trigger    string         `json:"trigger"`       // what brings it about, in words
	Due        string         `json:"due,omitzero"`  // when, in words; empty: never overdue
	Once       bool           `json:"once,omitzero"` // and not each year
	Confidence att.Confidence `json:"confidence"`
	Source     string         `json:"source"`
}

// Force says how binding a duty is.
type Force string

// The forces.
const (
	Shall           Force = "shall"
	WhenAppropriate Force = "when-appropriate"
	Encouraged      Force = "encouraged"
)

// Dated reports whether the duty has a due date, and can so be overdue.
func (d Duty) Dated() bool { return d.Due != "" }

//go:embed duties.json
var dutiesJSON []byte

// Duties returns the duties of Article 13 and the provisions beside it, a fresh copy at each call.
func Duties() []Duty {
	var file struct {
		Duties []Duty `json:"duties"`
	}
	strictjson.MustDecode("duties.json", "attwork/duties/1", dutiesJSON, &file)
	return file.Duties
}

// duties is read on first use and never changed.
var duties = sync.OnceValue(Duties)

// InitialReading says how "within the first year after entry into force" ends.
type InitialReading int

const (
	// LastDay is the last day of the first year: entry into force, plus one year, less one day. It fits the
	// 23 December 2015 that the secretariat names for the founding parties, and is the default.
	LastDay InitialReading = iota
	// Anniversary is the day after: "twelve months after" entry into force, as the secretariat says of later parties.
	Anniversary
)

// InitialDue returns the day on which the initial report of a State is due: a calendar year after entry into force,
// as it is read. It is zero for a State that is no party, and for one whose deposit has no known day. After an entry
// into force on 29 February the anniversary is 1 March.
func InitialDue(p parties.Party, reading InitialReading) att.Date {
	inForce := p.InForce()
	if inForce.IsZero() {
		return att.Date{}
	}
	due, err := att.NewDate(inForce.Year()+1, inForce.Month(), inForce.Day())
	if err != nil { // 29 February, and the next year has none
		due = inForce.AddDays(366)
	}
	if reading == LastDay {
		return due.AddDays(-1)
	}
	return due
}

// AnnualDue returns the day on which reports for a calendar year are due: 31 May of the next one, also where that is a
// weekend. It is zero for years outside 1 to 9998.
func AnnualDue(period int) att.Date {
	due, err := att.NewDate(period+1, 5, 31)
	if err != nil {
		return att.Date{}
	}
	return due
}

// FirstPeriod returns the first calendar year for which a State owes an annual report: the first full one after entry
// into force, that is the year after it. For a State whose deposit has no known day it returns the earliest and the
// latest year that it can be; else both are the same. For a State that is no party both are 0.
func FirstPeriod(p parties.Party) (earliest, latest int) {
	if !p.IsParty() {
		return 0, 0
	}
	if p.Undated() {
		return parties.InForceAfter(p.From).Year() + 1, parties.InForceAfter(p.By).Year() + 1
	}
	first := p.InForce().Year() + 1
	return first, first
}

// Owes reports whether a State owes an annual report for a calendar year, and whether that is certain: the Treaty was
// in force for it before the year began, and still was when the year had ended.
func Owes(p parties.Party, period int) (owes, certain bool) {
	earliest, latest := FirstPeriod(p)
	if earliest == 0 || period < earliest || !p.Withdrawn.IsZero() && p.Withdrawn.Year() <= period {
		return false, true
	}
	return period >= latest, period >= latest
}
