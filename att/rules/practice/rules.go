package practice

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// Text is the id by which citations name the observed practice. Their paragraphs name a cycle.
const Text = "practice-since-csp10"

// observedFrom is the first day of the cycle of CSP10. What was done before is no measure of it.
var observedFrom = att.MustDate("2023-08-26")

// Rules returns the rules of the observed practice, edition 1.
func Rules() check.Set {
	set, err := check.NewSet(groupsWeek(), preparatoryMeeting(), monthsApart(), implementationDays(), workplans())
	if err != nil {
		panic(err) // a rule of this package is malformed
	}
	return set
}

func seen(cycle, sense string) att.Citation {
	return att.Citation{Text: Text, Paragraph: cycle, Sense: sense, Voice: att.VoicePractice}
}

// differs starts the English of every message: practice binds nobody.
func differs(sentence string, args ...check.Arg) check.Message {
	return check.Say("Differs from practice since CSP10: "+sentence, args...)
}

// side is one of the two sorts of meetings that practice holds apart.
type side struct {
	days    []att.MeetingDay
	unclear bool // some meeting day is unknown, or who meets on it
}

// sides parts the meeting days into those of the working groups and those of the preparatory meeting. A day of
// both belongs to both.
func sides(in check.In[att.Programme]) (groups, preparation side) {
	m := in.Measures()
	bodies := map[string][]string{}
	for _, r := range in.Rounds() {
		bodies[r.Value.ID] = r.Value.Bodies
	}
	groups.unclear, preparation.unclear = !m.Days.Exact(), !m.Days.Exact()
	for _, d := range m.MeetingDays {
		ids := d.Bodies
		if ids == nil {
			ids = bodies[d.Round]
		}
		works, prepares := false, false
		for _, id := range ids {
			switch in.Named(id).Kind {
			case att.WorkingGroup, att.SubWorkingGroup:
				works = true
			case att.PreparatoryMeeting:
				prepares = true
			}
		}
		if d.Bodies == nil && (len(ids) == 0 || works && prepares) {
			groups.unclear, preparation.unclear = true, true
			continue
		}
		if works {
			groups.days = append(groups.days, d)
		}
		if prepares {
			preparation.days = append(preparation.days, d)
		}
	}
	return groups, preparation
}

// blocks returns the number of blocks in which days lie: a gap of more than a week begins another one.
func (s side) blocks() int {
	n := 0
	for i, d := range s.days {
		if i == 0 || s.days[i-1].Date.DaysUntil(d.Date) > 7 {
			n++
		}
	}
	return n
}

// daysMissing is the result of a rule that cannot tell for lack of meeting days.
func daysMissing() check.Result {
	return check.Missing(check.Say("the dates of all meeting days, and who meets on them"))
}

// judge compares the number of days and blocks of one side with what was observed.
func (s side) judge(blocks, days int, finding check.Finding) check.Result {
	switch {
	case len(s.days) > days || s.blocks() > blocks:
		return check.Result{Findings: []check.Finding{finding}}
	case s.unclear:
		return daysMissing()
	case len(s.days) != days:
		return check.Result{Findings: []check.Finding{finding}}
	}
	return check.Result{}
}
