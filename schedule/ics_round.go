package schedule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"attwork.example/att"
)

// RoundEntries returns those of the entries of [ProgrammeEntries] that belong to one round: itself and its sittings. A
// round that the programme does not have is named in gaps.
func RoundEntries(p att.Programme, round string, o EntryOptions) (entries []Entry, gaps []att.Message) {
	i := slices.IndexFunc(p.Rounds, func(r att.Round) bool { return r.ID == round })
	if i < 0 {
		return nil, []att.Message{att.Say("round {round}: the programme has no such round", att.TextOf("round", round))}
	}
	o.Cycle = cmp.Or(o.Cycle, p.ID)
	f := newFeed(p, o)
	f.round(p.Rounds[i], i)
	return f.entries, f.gaps
}

func newFeed(p att.Programme, o EntryOptions) *feed {
	f := &feed{p: p, o: o, status: map[att.Status]EntryStatus{att.Draft: Tentative, att.Proposed: Tentative, att.Decided: Confirmed, att.Held: Confirmed}[p.Status]}
	f.topics = map[att.TopicRef]att.Topic{}
	f.bodies = map[string]att.Body{}
	for _, b := range p.Bodies {
		f.bodies[b.ID] = b
		for _, t := range b.Mandate.Topics {
			f.topics[att.TopicRef{Body: b.ID, Topic: t.ID}] = t
		}
	}
	return f
}

// agenda returns the names of the bodies that sit, each once, and a line for each item and for who may be there.
func (f *feed) agenda(s att.Sitting) (bodies, lines []string) {
	at, sure := s.Start.Minutes(), f.o.Starts
	for _, it := range s.Items {
		var names []string
		for _, id := range it.Bodies {
			name := f.say(f.bodies[id].Name, id)
			names = append(names, name)
			if !slices.Contains(bodies, name) {
				bodies = append(bodies, name)
			}
		}
		line := strings.Join(names, ", ")
		if begin, err := att.NewClock(at/60, at%60); sure && err == nil {
			line = begin.String() + " " + line
		}
		at, sure = at+it.Minutes, sure && it.Minutes > 0
		if access := cmp.Or(it.Access, s.Access); f.closed(it, access) {
			line += ": closed"
		} else {
			line += ": " + f.say(f.title(it), it.Topic)
		}
		if it.Minutes > 0 {
			line += fmt.Sprintf(" (%d min)", it.Minutes)
		}
		lines = append(lines, line)
	}
	if s.Access != "" && s.Access != att.Open {
		lines = append(lines, "Access: "+string(s.Access))
	}
	return bodies, lines
}
