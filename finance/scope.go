package finance

import (
	"fmt"
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// Scope narrows what a driver counts down to a part of the programme. The zero Scope is all of it.
type Scope struct {
	Formats []att.Format `json:"formats,omitzero"` // of the round, the consultation or the conference; empty: any
	Venues  []string     `json:"venues,omitzero"`  // of the round or the conference, as programmes name them, as in "CICG"; empty: any
}

// everywhere reports whether the scope is all of the programme.
func (s Scope) everywhere() bool { return len(s.Formats)+len(s.Venues) == 0 }

func (s Scope) equal(t Scope) bool {
	return slices.Equal(s.Formats, t.Formats) && slices.Equal(s.Venues, t.Venues)
}

// holds reports whether a meeting surely lies in the scope, and whether it may.
func (s Scope) holds(f att.Format, venue string) (surely, perhaps bool) {
	format := len(s.Formats) == 0 || slices.Contains(s.Formats, f)
	place := len(s.Venues) == 0 || slices.Contains(s.Venues, venue)
	return format && place, (format || f == "") && (place || venue == "")
}

// parts returns the programme with the meetings and consultations that surely lie in the scope, and with those that may, and
// whether the two differ. What is not counted in a scope is not in them.
func (s Scope) parts(p att.Programme) (least, most att.Programme, differ bool) {
	least = att.Programme{Conference: p.Conference, Partial: p.Partial}
	most = least
	if p.Rounds != nil {
		least.Rounds, most.Rounds = []att.Round{}, []att.Round{}
	}
	for _, r := range p.Rounds {
		surely, perhaps := s.holds(r.Format, r.Venue)
		if surely {
			least.Rounds = append(least.Rounds, r)
		}
		if perhaps {
			most.Rounds = append(most.Rounds, r)
		}
		differ = differ || surely != perhaps
	}
	if p.Consultations != nil {
		least.Consultations, most.Consultations = []att.Consultation{}, []att.Consultation{}
	}
	for _, c := range p.Consultations {
		surely, perhaps := s.holds(c.Format, "")
		if surely {
			least.Consultations = append(least.Consultations, c)
		}
		if perhaps {
			most.Consultations = append(most.Consultations, c)
		}
		differ = differ || surely != perhaps
	}
	surely, perhaps := s.holds(p.Conference.Format, p.Conference.Venue)
	if !surely {
		least.Conference.Format = att.Cancelled // it has no days in the scope
	}
	if !perhaps {
		most.Conference.Format = att.Cancelled
	}
	for _, part := range []*att.Programme{&least, &most} {
		if len(part.Rounds) > 0 {
			part.Bodies = p.Bodies // they say which days count
		}
	}
	return least, most, differ || surely != perhaps
}

// scopeFault says what is wrong with the scope of a driver.
func scopeFault(path check.Path, d Driver, s Scope) (check.Path, string) {
	switch {
	case s.everywhere():
		return "", ""
	case slices.Contains([]Driver{PerExtraRound, PerDocument, PerTranslation, PerYear}, d):
		return path.Field("driver"), fmt.Sprintf("the driver %s takes neither formats nor venues", d)
	case len(s.Venues) > 0 && (d == PerConsultation || d == PerConsultationDay):
		return path.Field("venues"), "no programme tells the venue of a consultation"
	}
	known := []att.Format{att.InPerson, att.InPersonWithStream, att.InPersonWithRemote, att.Hybrid, att.Virtual, att.Written, att.Platform}
	for i, f := range s.Formats {
		if !slices.Contains(known, f) {
			return path.Field("formats").Index(i), fmt.Sprintf("unknown format %.40q; expected one of %v", string(f), known)
		}
	}
	for i, v := range s.Venues {
		if v == "" {
			return path.Field("venues").Index(i), "expected the name of a venue, such as \"CICG\""
		}
	}
	return "", ""
}
