package parties

import (
	"sync"

	"attwork.example/att"
)

// Party is a State Party, or a signatory that is none.
type Party struct {
	ISO3        string // ISO 3166-1 alpha-3
	Name        string
	Region      Region
	Signed      att.Date // zero: did not sign
	Provisional att.Date // from which it applied Articles 6 and 7 provisionally (Article 23); zero: it did not
	Deposited   att.Date // its instrument; zero: no party, or the day is unknown
	From, By    att.Date // of a deposit whose day is unknown: not before, and not after; else zero
	Alternative att.Date // the rival date of a conflicting one, where there is one
	Kind        Kind
	Evidence    Evidence
	Withdrawn   att.Date // on which a withdrawal takes effect (Article 24); zero: none. No State has withdrawn
	Source      string
	Note        string
}

// Region is a regional group of the United Nations. The ATT Monitor's regions are others.
type Region string

// The regional groups.
const (
	African      Region = "AFRICAN"
	AsiaPacific  Region = "APG"
	Eastern      Region = "EEG"
	LatinAmerica Region = "GRULAC"
	Western      Region = "WEOG"
	NoRegion     Region = "none" // not a member of the United Nations
)

// Regions returns the regional groups in the order of their codes, and last those without one.
func Regions() []Region {
	return []Region{African, AsiaPacific, Eastern, LatinAmerica, Western, NoRegion}
}

// Kind is the kind of instrument that a State deposited. Empty: it is no party.
type Kind string

// The kinds of instruments.
const (
	Ratification Kind = "ratification"
	Accession    Kind = "accession"
	Acceptance   Kind = "acceptance"
	Approval     Kind = "approval"
)

// Evidence says how well a row is known.
type Evidence string

// The classes of evidence, from the best down.
const (
	Verified  Evidence = "verified"  // seen in a copy of the depositary's list, or in a contemporaneous note
	Secondary Evidence = "secondary" // seen in one copy of an encyclopaedia's table only
	Conflict  Evidence = "conflict"  // two candidate dates
	YearOnly  Evidence = "year-only" // the day is unknown
)

// EntryIntoForce returns the day on which the Treaty entered into force: ninety days after the fiftieth deposit.
func EntryIntoForce() att.Date { return treatyInForce() }

var treatyInForce = sync.OnceValue(func() att.Date { return att.MustDate("2014-12-24") })

const waitingDays = 90 // Article 22(2)

// IsParty reports whether the State has deposited an instrument, on whatever day.
func (p Party) IsParty() bool { return p.Kind != "" }

// Undated reports whether the State is a party and nobody knows the day of its deposit.
func (p Party) Undated() bool { return p.IsParty() && p.Deposited.IsZero() }

// InForce returns the day on which the Treaty entered into force for the State (Article 22). It is zero for a
// State that is no party, and for one whose deposit has no known day.
func (p Party) InForce() att.Date { return InForceAfter(p.Deposited) }

// InForceAfter returns the day on which the Treaty enters into force for a State that deposits its instrument on a
// day (Article 22); zero for an unknown day.
func InForceAfter(deposited att.Date) att.Date {
	if deposited.IsZero() {
		return att.Date{}
	}
	if treaty := EntryIntoForce(); !deposited.After(treaty) {
		return treaty
	}
	return deposited.AddDays(waitingDays)
}

// BoundTo reports whether the Treaty is in force for the State on a day, and whether that is certain. It is not for
// a State whose deposit has no known day, on a day on which one of the possible deposits would bind it and another
// not; nor for one with two candidate dates in between.
func (p Party) BoundTo(day att.Date) (bound, certain bool) {
	if !p.Withdrawn.IsZero() && !day.Before(p.Withdrawn) {
		return false, true
	}
	return p.since(day, InForceAfter)
}

// HasDeposited reports whether the State had deposited its instrument by a day, and whether that is certain.
func (p Party) HasDeposited(day att.Date) (deposited, certain bool) {
	return p.since(day, func(d att.Date) att.Date { return d })
}

// since reports whether what follows from the deposit was the case on a day, and whether every possible deposit
// says so.
func (p Party) since(day att.Date, effect func(att.Date) att.Date) (yes, certain bool) {
	if !p.IsParty() || day.IsZero() {
		return false, true
	}
	if p.Undated() {
		first, last := !day.Before(effect(p.From)), !day.Before(effect(p.By))
		return last, first == last
	}
	yes = !day.Before(effect(p.Deposited))
	if p.Alternative.IsZero() {
		return yes, true
	}
	return yes, yes == !day.Before(effect(p.Alternative))
}
