package reporting

import (
	"cmp"
	"fmt"
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/parties"
)

// Submission is one report that reached the secretariat.
type Submission struct {
	State      string     `json:"state"`           // ISO 3166-1 alpha-3
	Duty       string     `json:"duty"`            // id of a duty, as in "annual-report"
	Period     int        `json:"period,omitzero"` // calendar year that it covers; 0: it covers none, as an initial report
	Received   att.Date   `json:"received"`        // never the date printed on it
	Visibility Visibility `json:"visibility,omitzero"`
	Withheld   Answered   `json:"withheld,omitzero"` // whether data were withheld as sensitive (Article 13(3))
	Nil        Answered   `json:"nil,omitzero"`      // whether it reports that there was nothing to report
	Source     string     `json:"source,omitzero"`
}

// Visibility says who may read a report. Empty means unknown: that a State asked for publication is never assumed.
type Visibility string

// The visibilities.
const (
	Public     Visibility = "public"
	StatesOnly Visibility = "states-parties" // in the restricted area
)

// Answered is a yes or a no that may be unknown (empty).
type Answered string

// The answers.
const (
	Yes Answered = "yes"
	No  Answered = "no"
)

// Register is what was submitted. It is immutable and safe for concurrent use. The zero Register is empty, which says
// that nothing was submitted; a nil *Register in a [Question] says that nobody knows.
type Register struct {
	list  []Submission
	first map[key]int // of each State, duty and period, to the earliest submission
}

type key struct {
	state, duty string
	period      int
}

// NewRegister returns a register of the submissions that are well formed, and a finding for each that is not, for
// each that another one repeats, and for each that nobody owed. Those that are not well formed are left out. The
// order of the list does not matter but for the places in findings.
func NewRegister(list []Submission) (Register, []check.Finding) {
	entries := make([]entry, len(list))
	for i, s := range list {
		entries[i] = entry{Submission: s, path: check.Path("submissions").Index(i)}
	}
	return register(entries)
}

// entry is a submission with its place.
type entry struct {
	Submission
	path     check.Path
	position att.Position
}

func register(entries []entry) (Register, []check.Finding) {
	r := Register{first: make(map[key]int, len(entries))}
	var findings []check.Finding
	places := map[key]entry{}
	for _, e := range entries {
		if f, wrong := e.fault(); wrong {
			findings = append(findings, f)
			continue
		}
		r.list = append(r.list, e.Submission)
		k := key{e.State, e.Duty, e.Period}
		if before, twice := places[k]; twice {
			findings = append(findings, e.finding("submissions/repeated", check.Note,
				check.Say("{state} submitted {duty} for {period} a second time; the first is {first}. The earlier day counts.",
					check.Text("state", e.State), check.Text("duty", e.Duty), check.Number("period", e.Period), check.Place("first", before.path)),
				check.Say("Remove one of the two if it is a slip; keep both if the report was revised.")))
		} else {
			places[k] = e
		}
		if f, odd := e.unowed(); odd {
			findings = append(findings, f)
		}
	}
	slices.SortStableFunc(r.list, func(a, b Submission) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.Duty, b.Duty), cmp.Compare(a.Period, b.Period), a.Received.Compare(b.Received), cmp.Compare(a.Source, b.Source))
	})
	for i, s := range r.list {
		k := key{s.State, s.Duty, s.Period}
		if _, met := r.first[k]; !met {
			r.first[k] = i
		}
	}
	check.Sort(findings)
	return r, findings
}

// All returns the submissions in the order of State, duty, period and day, a fresh copy.
func (r Register) All() []Submission { return slices.Clone(r.list) }

// Get returns the earliest submission of a State for a duty and a period.
func (r Register) Get(state, duty string, period int) (Submission, bool) {
	i, ok := r.first[key{state, duty, period}]
	if !ok {
		return Submission{}, false
	}
	return r.list[i], true
}

func (e entry) finding(rule string, severity check.Severity, message, remedy check.Message) check.Finding {
	message.Key, remedy.Key = rule, rule+".remedy"
	return check.Finding{
		Rule: rule, Severity: severity, Path: e.path, Position: e.position, Message: message, Remedy: remedy,
		Cites: []att.Citation{{Text: "attwork-submissions-1", Paragraph: "1"}},
	}
}

// fault says what keeps a submission out of the register.
func (e entry) fault() (check.Finding, bool) {
	wrong := func(message, remedy check.Message) (check.Finding, bool) {
		return e.finding("submissions/malformed", check.Error, message, remedy), true
	}
	if _, known := parties.Get(e.State); !known {
		return wrong(check.Say("{state} is no State Party or signatory.", check.Text("state", e.State)), check.Say("Use an ISO 3166-1 alpha-3 code such as CHE, or a name such as Switzerland."))
	}
	i := slices.IndexFunc(duties(), func(d Duty) bool { return d.ID == e.Duty })
	if i < 0 {
		return wrong(check.Say("{duty} is no duty.", check.Text("duty", e.Duty)), check.Say("Use an id such as annual-report or initial-report."))
	}
	switch {
	case e.Received.IsZero():
		return wrong(check.Say("The day on which the report was received is missing."), check.Say("Write it as in 2024-05-31, or leave the row out while it is unknown."))
	case e.Duty == AnnualReport && (e.Period < 2014 || e.Period > 2200):
		return wrong(check.Say("An annual report covers a calendar year; {period} is none.", check.Number("period", e.Period)), check.Say("Write the year that the report covers, and not the one in which it came."))
	case e.Duty == InitialReport && e.Period != 0:
		return wrong(check.Say("An initial report covers no calendar year."), check.Say("Leave the period empty."))
	case e.Duty == AnnualReport && e.Received.Year() <= e.Period && e.Nil != Yes:
		return wrong(check.Say("The report on {period} was received on {day}, before the year was over.", check.Number("period", e.Period), check.Date("day", e.Received)),
			check.Say("Correct the period: it is the year covered. A nil report may come ahead; then say so."))
	case e.Visibility != "" && e.Visibility != Public && e.Visibility != StatesOnly:
		return wrong(check.Say("{visibility} is no visibility.", check.Text("visibility", string(e.Visibility))), check.Say("Use public or states-parties, or leave it empty while it is unknown."))
	}
	for _, a := range []struct {
		name  string
		value Answered
	}{{"withheld", e.Withheld}, {"nil", e.Nil}} {
		if a.value != "" && a.value != Yes && a.value != No {
			return wrong(check.Say("{field} is {found}.", check.Text("field", a.name), check.Text("found", string(a.value))), check.Say("Use yes or no, or leave it empty while it is unknown."))
		}
	}
	return check.Finding{}, false
}

// unowed says that nobody owed a report. It is kept, and counts for nothing that is due.
func (e entry) unowed() (check.Finding, bool) {
	p, _ := parties.Get(e.State)
	remedy := check.Say("Nothing need be done; a voluntary report counts in no rate.")
	switch e.Duty {
	case AnnualReport:
		if owes, certain := Owes(p, e.Period); !owes && certain {
			return e.finding("submissions/not-owed", check.Note, check.Say("{state} owed no annual report for {period}.", check.Text("state", p.Name), check.Number("period", e.Period)), remedy), true
		}
	case InitialReport:
		if bound, certain := p.BoundTo(e.Received); !bound && certain {
			return e.finding("submissions/not-owed", check.Note,
				check.Say("{state} submitted an initial report on {day}, before the Treaty was in force for it.", check.Text("state", p.Name), check.Date("day", e.Received)), remedy), true
		}
	}
	return check.Finding{}, false
}

// String returns what a submission is, for a person.
func (s Submission) String() string {
	if s.Period == 0 {
		return fmt.Sprintf("%s %s, received %s", s.State, s.Duty, s.Received)
	}
	return fmt.Sprintf("%s %s for %d, received %s", s.State, s.Duty, s.Period, s.Received)
}
