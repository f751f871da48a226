package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

// Place is where some of those who are consulted sit.
type Place struct {
	Name string
	Zone string // IANA name, as in "Africa/Nairobi"
}

// Wish asks for one consultation.
type Wish struct {
	ID       string
	Title    att.Text
	Shape    att.ConsultationShape
	Format   att.Format // virtual, hybrid, in-person, written or platform
	Convenor string
	Prepares []att.TopicRef
	Follows  []att.TopicRef
	After    bool    // between the round and the conference; else before the round
	Minutes  int     // of a meeting; 0: 90
	Days     int     // working days that a written consultation, or one on the platform, stays open; 0: 10
	Places   []Place // whose hours should be humane; none: the hour stays open
	Region   string
}

// ConsultationRequest asks to place consultations in the gaps of a cycle.
type ConsultationRequest struct {
	CycleStart           att.Date // last day of the conference before
	RoundStart, RoundEnd att.Date
	Conference           att.Date // first day
	Wishes               []Wish
	Weights              Weights                              // of clashes, as in [Find]; zero: [DefaultWeights]
	Earliest, Latest     att.Clock                            // humane hours; zero: 08:00 to 20:00, local time
	Zone                 func(string) (*time.Location, error) // loads a zone; nil: [time.LoadLocation]
}

// Placed is a consultation with its day and, for a meeting with places, its hours there.
type Placed struct {
	Consultation att.Consultation
	Points       int         // that its day costs, as in [Find]
	Start        time.Time   // in UTC; zero: no hour is set
	Minutes      int         // length of the meeting; 0: none
	Hours        []LocalHour // in the order of the places
	Note         att.Message // what a reader must know, such as that nobody's hours could be kept humane
}

// LocalHour is when a consultation begins and ends at one place.
type LocalHour struct {
	Place      Place
	Start, End time.Time // in the zone of the place
	Humane     bool      // whether all of it lies within humane hours there
}

// humane hours where the caller sets none.
var (
	humaneFrom  = att.MustClock("08:00")
	humaneUntil = att.MustClock("20:00")
)

// Consultations places each wish on a working day of its gap: spread evenly over the gap, on the day that costs
// the fewest points in its part of it, no two on one day. Meetings with places get the start, in steps of half an
// hour, that lies within humane hours at all of them, or else at as many as possible. It reports an error for a
// zone that cannot be loaded, and for a gap that has fewer working days than wishes.
func Consultations(cal calendar.Calendar, r ConsultationRequest) ([]Placed, error) {
	if err := r.fault(); err != nil {
		return nil, err
	}
	if r.Weights.IsZero() {
		r.Weights = DefaultWeights()
	}
	r.Earliest, r.Latest = cmp.Or(r.Earliest, humaneFrom), cmp.Or(r.Latest, humaneUntil)
	if r.Zone == nil {
		r.Zone = time.LoadLocation
	}
	var placed []Placed
	for _, after := range []bool{false, true} {
		from, to := r.CycleStart.AddDays(1), r.RoundStart.AddDays(-1)
		if after {
			from, to = r.RoundEnd.AddDays(1), r.Conference.AddDays(-1)
		}
		var wishes []Wish
		for _, w := range r.Wishes {
			if w.After == after {
				wishes = append(wishes, w)
			}
		}
		days, err := r.spread(cal, from, to, len(wishes))
		if err != nil {
			return nil, err
		}
		for i, w := range wishes {
			p, err := r.place(w, days[i], to)
			if err != nil {
				return nil, err
			}
			placed = append(placed, p)
		}
	}
	return placed, nil
}

func (r ConsultationRequest) fault() error {
	for _, step := range []struct {
		d    att.Date
		name string
	}{
		{r.CycleStart, "the last day of the conference before"},
		{r.RoundStart, "the first day of the round"},
		{r.RoundEnd, "the last day of the round"},
		{r.Conference, "the first day of the conference"},
	} {
		if step.d.IsZero() {
			return fmt.Errorf("schedule: consultations need %s", step.name)
		}
	}
	if !r.CycleStart.Before(r.RoundStart) || r.RoundEnd.Before(r.RoundStart) || !r.RoundEnd.Before(r.Conference) {
		return fmt.Errorf("schedule: the conference before (%s), the round (%s to %s) and the conference (%s) must follow each other",
			r.CycleStart, r.RoundStart, r.RoundEnd, r.Conference)
	}
	if r.CycleStart.DaysUntil(r.Conference) > maxWindow {
		return fmt.Errorf("schedule: the cycle is longer than three years")
	}
	ids := map[string]bool{}
	for _, w := range r.Wishes {
		switch {
		case !att.ValidID(w.ID) || ids[w.ID]:
			return fmt.Errorf("schedule: the wish %q needs an id of its own", w.ID)
		case w.Minutes < 0 || w.Minutes > 12*60 || w.Days < 0 || w.Days > 60:
			return fmt.Errorf("schedule: the wish %s asks for %d minutes or %d days; at most 720 minutes and 60 days", w.ID, w.Minutes, w.Days)
		}
		ids[w.ID] = true
	}
	return nil
}

// daily is a working day with its points.
type daily struct {
	date   att.Date
	points int
}

// spread chooses n working days of a gap. It parts the gap into n runs of working days and takes the cheapest day
// of each, the one nearest to the middle of the run first.
func (r ConsultationRequest) spread(cal calendar.Calendar, from, to att.Date, n int) ([]daily, error) {
	if n == 0 {
		return nil, nil
	}
	f := newFinding(cal, Request{From: from, To: to, Weights: r.Weights, City: "Geneva"})
	if len(f.working) < n {
		return nil, fmt.Errorf("schedule: %d consultations do not fit into the %d working days from %s to %s", n, len(f.working), from, to)
	}
	days := make([]daily, n)
	for i := range n {
		a, b := i*len(f.working)/n, (i+1)*len(f.working)/n
		middle := (a + b) / 2
		best := middle
		for j := a; j < b; j++ {
			points, least := f.all[j+1]-f.all[j], f.all[best+1]-f.all[best]
			if points < least || points == least && distance(j, middle) < distance(best, middle) {
				best = j
			}
		}
		days[i] = daily{f.working[best], f.all[best+1] - f.all[best]}
	}
	return days, nil
}

func distance(a, b int) int { return max(a-b, b-a) }

// place makes a consultation of a wish on a day; a written one, or one on the platform, stays open from there on,
// at most until the end of the gap.
func (r ConsultationRequest) place(w Wish, day daily, last att.Date) (Placed, error) {
	p := Placed{Points: day.points, Consultation: att.Consultation{
		ID: w.ID, Title: w.Title, Shape: w.Shape, Format: w.Format, Region: w.Region, Convenor: w.Convenor,
		Prepares: w.Prepares, Follows: w.Follows, Start: day.date, End: day.date,
	}}
	if w.Format == att.Platform || w.Format == att.Written {
		for left := cmp.Or(w.Days, 10) - 1; left > 0 && p.Consultation.End.Before(last); {
			p.Consultation.End = p.Consultation.End.AddDays(1)
			if att.MondayToFriday(p.Consultation.End) {
				left--
			}
		}
		if w.Format == att.Platform {
			p.Consultation.Access = att.StatesOnly
			p.Note = att.Say("The platform is in the restricted area of the website: only States Parties and signatories can take part.")
		}
		return p, nil
	}
	p.Minutes = cmp.Or(w.Minutes, 90)
	if len(w.Places) == 0 {
		p.Note = att.Say("No place is named, so no hour is set.")
		return p, nil
	}
	err := r.hours(w, &p)
	return p, err
}

// hours finds the start of a meeting.
func (r ConsultationRequest) hours(w Wish, p *Placed) error {
	zones := make([]*time.Location, len(w.Places))
	for i, place := range w.Places {
		zone, err := r.Zone(place.Zone)
		if err != nil || place.Zone == "" {
			return fmt.Errorf("schedule: the zone %q of %s cannot be loaded; expected a name such as Europe/Zurich", place.Zone, place.Name)
		}
		zones[i] = zone
	}
	const step, day = 30, 24 * 60
	midnight := p.Consultation.Start.Time()
	least, best := -1, time.Time{}
	for minute := 0; minute < day; minute += step {
		start := midnight.Add(time.Duration(minute) * time.Minute)
		outside := 0
		for _, zone := range zones {
			outside += r.strain(start.In(zone), p.Minutes, p.Consultation.Start)
		}
		if least < 0 || outside < least {
			least, best = outside, start
		}
	}
	p.Start = best
	for i, zone := range zones {
		start := best.In(zone)
		p.Hours = append(p.Hours, LocalHour{
			Place: w.Places[i], Start: start, End: start.Add(time.Duration(p.Minutes) * time.Minute), Humane: r.strain(start, p.Minutes, p.Consultation.Start) < inhumane,
		})
	}
	if slices.ContainsFunc(p.Hours, func(h LocalHour) bool { return !h.Humane }) {
		p.Note = att.Say("No hour is humane at every place; the one that spares the most was taken.")
	}
	return nil
}

// inhumane is the strain of one place at which the hours are outside the humane ones. Below it, a smaller strain
// is nearer to the middle of the day.
const inhumane = 100_000

// strain says how hard a meeting is on one place: by the minutes outside humane hours, each squared so that one
// place is not given all the burden, and then by the distance from noon. Another day than the one planned counts as
// outside.
func (r ConsultationRequest) strain(start time.Time, minutes int, planned att.Date) int {
	from := start.Hour()*60 + start.Minute()
	until := from + minutes
	strain := distance((from+until)/2, 12*60)
	outside := max(r.Earliest.Minutes()-from, 0) + max(until-r.Latest.Minutes(), 0)
	day, err := att.NewDate(start.Year(), start.Month(), start.Day())
	if err != nil || day != planned {
		outside += 60
	}
	if outside > 0 {
		strain += inhumane + outside*outside
	}
	return strain
}
