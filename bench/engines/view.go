// Package engines says some of the rules of package proposal in expression languages, over the form of a
// programme that suits those languages best. An expression answers whether the programme departs from the rule;
// where, why, and what would remedy it, it does not say.
package engines

import (
	"cmp"
	"slices"
	"strconv"

	"attwork.example/att"
	"attwork.example/att/check"
)

// View is a programme as the engines see it: flat lists, with everything looked up beforehand that would take them
// long. Making it is not timed.
type View struct {
	Stages        []string
	Kinds         map[string]string // of bodies, by id
	Topics        []*Topic
	Rounds        []*Round
	RoundsKnown   bool
	Days          []*Day
	Consultations []*Consultation
	Documents     []*Document
	// What a list lacks proves something only where all of it is known.
	BodiesKnown, FocusesKnown, ConsultationsKnown, DocumentsKnown bool
}

// Topic is a topic in a mandate.
type Topic struct {
	Path, ID, Body, Role, Kind, Stage, Focus, Outcome string
	Working, Group, Current                           bool
	Assessed, Support                                 []string
	AssessedKnown, SupportKnown                       bool
	Agenda                                            string   // the items in which its body takes it up
	Shares                                            []string // bodies whose work it continues or contributes to
}

// Round is a round of meetings.
type Round struct {
	Path, Format, DatesSetBy string
	Kinds                    []string // of the bodies that meet; "" for one that nobody named
	FirstMonth, LastMonth    int
	OverYears, DatesUnknown  bool
}

// Day is a day on which people meet, in a round.
type Day struct {
	Date    int // days since some day
	Formats []string
	Kinds   []string
}

// Consultation is a consultation between sessions.
type Consultation struct{ Format string }

// Document is a paper of the cycle.
type Document struct{ Kind string }

// NewView returns the view of a programme.
func NewView(p att.Programme) View {
	v := View{
		Kinds: map[string]string{}, RoundsKnown: p.Rounds != nil, BodiesKnown: p.Bodies != nil, FocusesKnown: true,
		ConsultationsKnown: p.Whole("consultations", p.Consultations != nil), DocumentsKnown: p.Whole("documents", p.Documents != nil),
	}
	for _, s := range p.Stages {
		v.Stages = append(v.Stages, s.ID)
	}
	roles := map[string]att.Role{}
	for _, b := range p.Bodies {
		v.Kinds[b.ID], roles[b.ID] = string(b.Kind), b.Role
	}
	agenda := agendas(p)
	bodyPaths := check.Path("bodies").Elements(len(p.Bodies), func(i int) string { return p.Bodies[i].ID })
	for i, b := range p.Bodies {
		topics := bodyPaths[i].Field("mandate").Field("topics").Elements(len(b.Mandate.Topics), func(j int) string { return b.Mandate.Topics[j].ID })
		working := b.Kind == att.WorkingGroup || b.Kind == att.SubWorkingGroup
		if working && !p.Whole("bodies["+b.ID+"].mandate.topics", b.Mandate.Topics != nil) {
			v.FocusesKnown = false
		}
		for j, t := range b.Mandate.Topics {
			v.FocusesKnown = v.FocusesKnown && (!working || t.Focus != "")
			v.Topics = append(v.Topics, &Topic{
				Path: string(topics[j]), ID: t.ID, Body: b.ID, Role: string(cmp.Or(b.Role, roles[b.Parent])), Kind: string(b.Kind), Stage: t.Stage, Focus: string(t.Focus), Outcome: string(t.Outcome),
				Working: working, Group: working || b.Kind == att.Forum, Current: t.Current,
				Assessed: t.Assessed, Support: t.Support, AssessedKnown: t.Assessed != nil, SupportKnown: t.Support != nil,
				Agenda: agenda[[2]string{b.ID, t.ID}], Shares: shares(b, t),
			})
		}
	}
	v.meetings(p)
	for _, c := range p.Consultations {
		v.Consultations = append(v.Consultations, &Consultation{string(c.Format)})
	}
	for _, d := range p.Documents {
		v.Documents = append(v.Documents, &Document{string(d.Kind)})
	}
	return v
}

// agendas lists, for each body and topic, the items in which the one takes up the other.
func agendas(p att.Programme) map[[2]string]string {
	list := map[[2]string]string{}
	n := 0
	for _, r := range p.Rounds {
		for _, d := range r.Days {
			for _, s := range d.Sittings {
				for _, it := range s.Items {
					n++
					if r.Format == att.Cancelled || s.Format == att.Cancelled {
						continue
					}
					for _, id := range it.Bodies {
						list[[2]string{id, it.Topic}] += " " + strconv.Itoa(n)
					}
				}
			}
		}
	}
	return list
}

func shares(b att.Body, t att.Topic) []string {
	var list []string
	if c := t.Continues; c.Programme == "" && c.Topic == t.ID {
		list = append(list, c.Body)
	}
	for _, l := range b.Lines {
		if l.Sort == att.ContributesTo && slices.Contains(l.Topics, t.ID) {
			list = append(list, l.To)
		}
	}
	return list
}

func (v *View) meetings(p att.Programme) {
	kinds := func(ids []string) []string {
		list := []string{}
		for _, id := range ids {
			list = append(list, v.Kinds[id])
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	paths := check.Path("rounds").Elements(len(p.Rounds), func(i int) string { return p.Rounds[i].ID })
	for i, r := range p.Rounds {
		first, last, ids := r.Start, r.End, slices.Clone(r.Bodies)
		for _, d := range r.Days {
			if !d.Date.IsZero() && (first.IsZero() || d.Date.Before(first)) {
				first = d.Date
			}
			if d.Date.After(last) || last.IsZero() {
				last = d.Date
			}
			ids = append(ids, bodiesOn(d)...)
		}
		v.Rounds = append(v.Rounds, &Round{
			Path: string(paths[i]), Format: string(r.Format), DatesSetBy: string(r.DatesSetBy), Kinds: kinds(ids), FirstMonth: int(first.Month()), LastMonth: int(last.Month()),
			OverYears: first.Year() != last.Year(), DatesUnknown: first.IsZero() || last.IsZero(),
		})
	}
	m := att.Measure(p, att.MeasureOptions{}) // the engines have no calendar
	for _, d := range m.MeetingDays {
		ids := d.Bodies
		if ids == nil {
			i := slices.IndexFunc(p.Rounds, func(r att.Round) bool { return r.ID == d.Round })
			ids = p.Rounds[i].Bodies
		}
		v.Days = append(v.Days, &Day{Date: d.Date.DaysUntil(att.MustDate("2000-01-01")), Formats: []string{string(att.InPerson)}, Kinds: kinds(ids)})
	}
}

func bodiesOn(d att.Day) []string {
	ids := slices.Clone(d.Bodies)
	for _, s := range d.Sittings {
		for _, it := range s.Items {
			ids = append(ids, it.Bodies...)
		}
	}
	return ids
}
