package reporting

import (
	"cmp"
	"fmt"
	"slices"

	"attwork.example/att"
	"attwork.example/att/parties"
)

// Question asks who complied with a duty, as of a day.
type Question struct {
	Duty     string          // AnnualReport or InitialReport; empty: AnnualReport
	Period   int             // calendar year covered; of an annual report only
	AsOf     att.Date        // the day as of which the answer holds; submissions received later are not there yet
	Grace    int             // days after the due date within which a report still counts as on time, 0 to 31; the ATT Monitor is said to take 7
	Reading  InitialReading  // of the due date of initial reports
	Register *Register       // nil: nobody knows what was submitted
	Parties  []parties.Party // nil: [parties.All]
}

// Status is how a State stands with a duty.
type Status string

// The statuses.
const (
	NotRequired   Status = "not required"
	NotYetDue     Status = "not yet due"
	Due           Status = "due" // the day has come, and the days of grace are not over
	OnTime        Status = "on time"
	Late          Status = "late"
	Missing       Status = "missing"
	StatusUnknown Status = "unknown" // nobody knows whether it owed a report, or whether it submitted one
)

// Standing is one State in an answer.
type Standing struct {
	State      string // ISO 3166-1 alpha-3
	Region     parties.Region
	Due        att.Date // zero: not required, or the day is unknown
	Received   att.Date // zero: nothing as of the day, or unknown
	Status     Status
	Required   bool // it owed the report for certain
	Visibility Visibility
	Evidence   parties.Evidence // of the deposit on which the duty rests
}

// Tally counts States. Of what nobody knows the count is unknown.
type Tally struct {
	Due       att.Count // States that owed the report
	Submitted att.Count // of them, those that submitted it, late ones too
	OnTime    att.Count
	Late      att.Count
	Missing   att.Count
}

// RegionTally is the tally of a regional group.
type RegionTally struct {
	Region parties.Region
	Tally
}

// Answer is the answer to a [Question].
type Answer struct {
	Duty     string
	Period   int
	AsOf     att.Date
	Grace    int
	States   []Standing // all of them, in the order of ISO codes
	Total    Tally
	Regions  []RegionTally
	Unsure   []string // ISO codes of States of which nobody knows whether they owed it; in no count
	Weak     []string // of States that owed it, by a deposit known from one secondary source, or with two candidate dates
	Unowed   int      // reports for the period from States that did not owe one; in no count
	Deadline att.Date // of an annual report
}

// Compliance answers a question. It reports an error for one that cannot be meant.
func Compliance(q Question) (Answer, error) {
	q.Duty = cmp.Or(q.Duty, AnnualReport)
	if err := q.fault(); err != nil {
		return Answer{}, err
	}
	list := q.Parties
	if list == nil {
		list = parties.All()
	}
	a := Answer{Duty: q.Duty, Period: q.Period, AsOf: q.AsOf, Grace: q.Grace, States: make([]Standing, 0, len(list))}
	if q.Duty == AnnualReport {
		a.Deadline = AnnualDue(q.Period)
	}
	counts := map[parties.Region]*counting{}
	var total counting
	for i := range list {
		s := q.standing(&list[i], a.Deadline)
		a.States = append(a.States, s)
		region := counts[s.Region]
		if region == nil {
			region = &counting{}
			counts[s.Region] = region
		}
		total.add(s)
		region.add(s)
		if s.Status == StatusUnknown && !s.Required {
			a.Unsure = append(a.Unsure, s.State)
		}
		if s.Required && (s.Evidence == parties.Secondary || s.Evidence == parties.Conflict) {
			a.Weak = append(a.Weak, s.State)
		}
		if !s.Required && !s.Received.IsZero() {
			a.Unowed++
		}
	}
	slices.SortFunc(a.States, func(x, y Standing) int { return cmp.Compare(x.State, y.State) })
	a.Total = total.tally(q.Register != nil)
	for _, r := range parties.Regions() {
		if c := counts[r]; c != nil {
			a.Regions = append(a.Regions, RegionTally{r, c.tally(q.Register != nil)})
		}
	}
	return a, nil
}

func (q Question) fault() error {
	const maxGrace = 31
	switch {
	case q.AsOf.IsZero():
		return fmt.Errorf("reporting: every figure needs the day as of which it holds (AsOf)")
	case q.Duty != AnnualReport && q.Duty != InitialReport:
		return fmt.Errorf("reporting: only %s and %s have due dates; %q is never overdue", AnnualReport, InitialReport, q.Duty)
	case q.Duty == AnnualReport && (q.Period < 2014 || q.Period > 2200):
		return fmt.Errorf("reporting: an annual report covers a calendar year from 2014 to 2200; %d is none", q.Period)
	case q.Duty == InitialReport && q.Period != 0:
		return fmt.Errorf("reporting: an initial report covers no calendar year; leave the period out")
	case q.Grace < 0 || q.Grace > maxGrace:
		return fmt.Errorf("reporting: %d days of grace; expected 0 to %d", q.Grace, maxGrace)
	}
	return nil
}

// standing judges one State.
func (q Question) standing(p *parties.Party, deadline att.Date) Standing {
	s := Standing{State: p.ISO3, Region: p.Region, Status: NotRequired, Evidence: p.Evidence}
	if q.Register != nil {
		if sub, ok := q.Register.Get(p.ISO3, q.Duty, q.Period); ok && !sub.Received.After(q.AsOf) {
			s.Received, s.Visibility = sub.Received, sub.Visibility
		}
	}
	owes, certain := q.owes(p)
	if !certain {
		s.Status = StatusUnknown
		return s
	}
	if !owes {
		return s
	}
	s.Required, s.Due = true, deadline
	if q.Duty == InitialReport {
		s.Due = InitialDue(*p, q.Reading)
	}
	if s.Due.IsZero() { // the Treaty is in force for it, and nobody knows since when
		s.Required, s.Status = false, StatusUnknown
		return s
	}
	last := s.Due.AddDays(q.Grace)
	switch {
	case !s.Received.IsZero() && !s.Received.After(last):
		s.Status = OnTime
	case !s.Received.IsZero():
		s.Status = Late
	case q.AsOf.Before(s.Due):
		s.Status = NotYetDue
	case q.Register == nil:
		s.Status = StatusUnknown
	case !q.AsOf.After(last):
		s.Status = Due
	default:
		s.Status = Missing
	}
	return s
}

// owes reports whether a State owes the report, as far as could be known on the day, and whether that is certain.
func (q Question) owes(p *parties.Party) (owes, certain bool) {
	if deposited, sure := p.HasDeposited(q.AsOf); !deposited && sure {
		return false, true
	}
	if q.Duty == AnnualReport {
		return Owes(*p, q.Period)
	}
	once := *p
	once.Withdrawn = att.Date{} // a withdrawal cancels no duty that arose before it (Article 24(3))
	return once.BoundTo(q.AsOf)
}

// counting adds up standings.
type counting struct{ due, onTime, late, missing int }

func (c *counting) add(s Standing) {
	if !s.Required {
		return
	}
	c.due++
	switch s.Status {
	case OnTime:
		c.onTime++
	case Late:
		c.late++
	case Missing:
		c.missing++
	}
}

func (c counting) tally(known bool) Tally {
	t := Tally{Due: att.Exactly(c.due)}
	if known {
		t.Submitted, t.OnTime = att.Exactly(c.onTime+c.late), att.Exactly(c.onTime)
		t.Late, t.Missing = att.Exactly(c.late), att.Exactly(c.missing)
	}
	return t
}

// Rate is a share of the States that owed a report.
type Rate struct{ Count, Of att.Count }

// SubmittedRate returns how many of the States that owed a report submitted it.
func (t Tally) SubmittedRate() Rate { return Rate{t.Submitted, t.Due} }

// OnTimeRate returns how many of the States that owed a report submitted it on time.
func (t Tally) OnTimeRate() Rate { return Rate{t.OnTime, t.Due} }

// Percent returns the rate in percent with one decimal, rounded half up, as in "62.7"; empty where it is unknown or
// nobody owed anything.
func (r Rate) Percent() string {
	if !r.Count.Exact() || !r.Of.Exact() || r.Of.N == 0 {
		return ""
	}
	tenths := (r.Count.N*2000 + r.Of.N) / (2 * r.Of.N)
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}

// String returns the rate with its denominator, as in "69 of 110 (62.7 %)".
func (r Rate) String() string {
	if p := r.Percent(); p != "" {
		return fmt.Sprintf("%s of %s (%s %%)", r.Count, r.Of, p)
	}
	return fmt.Sprintf("%s of %s", r.Count, r.Of)
}

// Periods answers a question for each calendar year from one to another, as of the same day.
func Periods(q Question, first, last int) ([]Answer, error) {
	if first > last || last-first > 100 {
		return nil, fmt.Errorf("reporting: the periods %d to %d are none; give a first and a last year, at most a hundred apart", first, last)
	}
	if q.Parties == nil {
		q.Parties = parties.All()
	}
	answers := make([]Answer, 0, last-first+1)
	for period := first; period <= last; period++ {
		q.Period = period
		a, err := Compliance(q)
		if err != nil {
			return nil, err
		}
		answers = append(answers, a)
	}
	return answers, nil
}

// LastPeriod returns the calendar year of the annual report that fell due last, as of a day.
func LastPeriod(asof att.Date) int {
	period := asof.Year() - 1
	if asof.Before(AnnualDue(period)) {
		period--
	}
	return period
}
