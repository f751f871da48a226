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

// takes reports whether a meeting lies in the scope; with doubtful, whether it may.
func (s Scope) takes(f att.Format, venue string, doubtful bool) bool {
	format := len(s.Formats) == 0 || slices.Contains(s.Formats, f) || doubtful && f == ""
	return format && (len(s.Venues) == 0 || slices.Contains(s.Venues, venue) || doubtful && venue == "")
}

// part returns the programme without the meetings and consultations that lie outside the scope.
func (s Scope) part(p att.Programme, doubtful bool) att.Programme {
	p.Rounds = slices.DeleteFunc(slices.Clone(p.Rounds), func(r att.Round) bool { return !s.takes(r.Format, r.Venue, doubtful) })
	p.Consultations = slices.DeleteFunc(slices.Clone(p.Consultations), func(c att.Consultation) bool { return !s.takes(c.Format, "", doubtful) })
	if !s.takes(p.Conference.Format, p.Conference.Venue, doubtful) {
		p.Conference.Format = att.Cancelled // it has no days in the scope
	}
	return p
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
