package schedule

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"attwork.example/att"
)

// Plan is what deadlines are counted from. Of RoundEnd and CycleStart, what is zero leaves its steps out, and
// the answer says so.
type Plan struct {
	RoundStart  att.Date
	RoundEnd    att.Date
	Conference  att.Date // first day
	CycleStart  att.Date // last day of the conference before
	AsOf        att.Date // the day on which the plan is looked at; zero: no step is late
	Translation int      // days that translation takes; 0: unknown, and drafts have no deadline
	Leads       []Lead   // nil: [Leads]
}

// Deadline is one step with its day.
type Deadline struct {
	Lead
	Date  att.Date // of a step of which only the month is known: its first day
	Until att.Date // of such a step: the last day of the month; else zero
	Late  int      // days by which its day had passed on AsOf; more than 0: it is no longer possible in time
}

// Deadlines returns the steps around a round and a conference in order of date, and what it
// leaves out and why. It reports an error when a date that it needs is missing, or when the round does not end
// before the conference opens.
func Deadlines(p Plan) (steps []Deadline, gaps []att.Message, err error) {
	if err := p.fault(); err != nil {
		return nil, nil, err
	}
	leads := p.Leads
	if leads == nil {
		leads = Leads()
	}
	for _, lead := range withDrafts(leads, p.Translation) {
		step, known := p.step(lead)
		if !known {
			gaps = append(gaps, att.Say("{step}: left out, since {anchor} is not given", att.TextOf("step", lead.Title.String()), att.WordOf("anchor", lead.Anchor.words())))
			continue
		}
		if step.Date.IsZero() {
			return nil, nil, fmt.Errorf("schedule: lead %q falls outside the years 1 to 9999", lead.ID)
		}
		if last := cmp.Or(step.Until, step.Date); last.Before(p.AsOf) {
			step.Late = last.DaysUntil(p.AsOf)
		}
		steps = append(steps, step)
	}
	if p.Translation <= 0 {
		gaps = append(gaps, att.Say("Drafts of the papers: left out, since nobody said how long translation takes; no such time was observed"))
	}
	slices.SortStableFunc(steps, func(a, b Deadline) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID))
	})
	return steps, gaps, nil
}

func (p Plan) fault() error {
	end := cmp.Or(p.RoundEnd, p.RoundStart)
	switch {
	case p.RoundStart.IsZero() || p.Conference.IsZero():
		return errors.New("schedule: deadlines need the first day of the round and of the conference")
	case end.Before(p.RoundStart):
		return fmt.Errorf("schedule: the round ends on %s, before it begins on %s", end, p.RoundStart)
	case !end.Before(p.Conference):
		return fmt.Errorf("schedule: the round ends on %s, and not before the conference opens on %s", end, p.Conference)
	case !p.CycleStart.IsZero() && !p.CycleStart.Before(p.RoundStart):
		return fmt.Errorf("schedule: the conference before ends on %s, and not before the round begins on %s", p.CycleStart, p.RoundStart)
	case p.Translation < 0:
		return fmt.Errorf("schedule: translation cannot take %d days", p.Translation)
	}
	return nil
}

// withDrafts adds, for papers of the round and of the conference, the day on which their drafts go to
// translation.
func withDrafts(leads []Lead, translation int) []Lead {
	if translation <= 0 {
		return leads
	}
	all := slices.Clone(leads)
	for _, lead := range leads {
		if lead.ID == "round-papers" || lead.ID == "conference-papers" {
			draft := lead
			draft.ID += "-drafts"
			draft.Title = att.Text{att.English: "Drafts go to translation: " + lead.Title.String()}
			draft.Days -= translation
			draft.Observed = nil
			draft.Confidence = att.Unknown
			draft.Source = fmt.Sprintf("the day above, less the %d days for translation that the caller set", translation)
			all = append(all, draft)
		}
	}
	return all
}

// step gives a lead its day, and reports whether what it is counted from is known.
func (p Plan) step(lead Lead) (Deadline, bool) {
	from := map[Anchor]att.Date{
		CycleStart: p.CycleStart, RoundStart: p.RoundStart, RoundEnd: p.RoundEnd, ConferenceStart: p.Conference,
	}[lead.Anchor]
	if lead.Anchor != Year {
		return Deadline{Lead: lead, Date: from.AddDays(lead.Days)}, !from.IsZero()
	}
	day, err := att.NewDate(p.Conference.Year(), time.Month(lead.Month), max(lead.Day, 1))
	if err != nil {
		return Deadline{}, false
	}
	step := Deadline{Lead: lead, Date: day}
	if lead.Day == 0 {
		next := day.AddDays(31) // in the next month, whatever the length of this one
		step.Until = next.AddDays(-next.Day())
	}
	return step, true
}

func (a Anchor) words() string {
	switch a {
	case CycleStart:
		return "the last day of the conference before"
	case RoundStart:
		return "the first day of the round"
	case RoundEnd:
		return "the last day of the round"
	case ConferenceStart:
		return "the first day of the conference"
	}
	return "its day in the year"
}
