package finance

import (
	"fmt"
	"slices"
	"strings"
)

// Assessment is a total with those who share it.
type Assessment struct {
	Total  Money
	Payers []Assessed
	Limits Limits
}

// Apportion shares the total out; see the function [Apportion].
func (a Assessment) Apportion() (Apportionment, error) { return Apportion(a.Total, a.Payers, a.Limits) }

// Effect is what a change means for one payer. Saved is the sum of its two causes: what joining, leaving and other rates
// do, at the total before, and what the change of the total does to the payers after.
type Effect struct {
	ID            string
	Before, After Contribution // zero for whoever does not pay on that side
	Saved         Money        // before less after; negative: it pays more
	ByMembership  Money        // the part that has nothing to do with the total
	ByTotal       Money        // the part that the change of the total brings
}

// Incidence is what a change of a total, of its payers, or of both means for each.
type Incidence struct {
	Saving    Money // total before less total after
	Payers    []Effect
	OnFloor   int // payers after the change who rest on the floor; those that came down to it have still saved something
	AtCeiling int
	Between   int
	Nothing   int // payers after the change for whom the change of the total changes nothing
}

// IncidenceOf sets two assessments side by side and keeps the effect of a change in membership apart from that of the
// change of the total. A State that joins lowers everybody's share without any saving. Other limits count with
// membership. Between the two stands the total before, shared out among the payers after by their limits; it reports the
// errors of [Apportion] for that too.
func IncidenceOf(before, after Assessment) (Incidence, error) {
	was, err := before.Apportion()
	if err != nil {
		return Incidence{}, fmt.Errorf("before the change: %w", err)
	}
	joined, err := Assessment{before.Total, after.Payers, after.Limits}.Apportion()
	if err != nil {
		return Incidence{}, fmt.Errorf("after the change of payers: %w", err)
	}
	is, err := after.Apportion()
	if err != nil {
		return Incidence{}, fmt.Errorf("after the change: %w", err)
	}
	saving, err := before.Total.Sub(after.Total)
	if err != nil {
		return Incidence{}, err
	}
	i := Incidence{Saving: saving}
	sides := [3]map[string]Contribution{byID(was), byID(joined), byID(is)}
	nothing := Money{currency: before.Total.currency}
	for _, id := range ids(was, is) {
		e := Effect{ID: id, Before: sides[0][id], After: sides[2][id]}
		amount := func(side int) Money {
			if c, pays := sides[side][id]; pays {
				return c.Amount
			}
			return nothing
		}
		e.ByMembership, e.ByTotal, e.Saved = amount(0).minus(amount(1)), amount(1).minus(amount(2)), amount(0).minus(amount(2))
		i.Payers = append(i.Payers, e)
		if _, pays := sides[2][id]; pays {
			i.count(e.After.Bound)
			if e.ByTotal.Sign() == 0 {
				i.Nothing++
			}
		}
	}
	return i, nil
}

func (i *Incidence) count(b Bound) {
	switch b {
	case AtFloor:
		i.OnFloor++
	case AtCeiling:
		i.AtCeiling++
	default:
		i.Between++
	}
}

func byID(a Apportionment) map[string]Contribution {
	list := make(map[string]Contribution, len(a.Contributions))
	for _, c := range a.Contributions {
		list[c.ID] = c
	}
	return list
}

func ids(a, b Apportionment) []string {
	var list []string
	for _, side := range []Apportionment{a, b} {
		for _, c := range side.Contributions {
			list = append(list, c.ID)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Share returns the contribution in percent of the total, with six decimals, rounded half to even.
func (c Contribution) Share(total Money) string {
	const places = 6
	n := c.Amount.amount().Shift(2 + places + 2).BigInt()
	d := total.amount().Shift(2).BigInt()
	if d.Sign() == 0 {
		return ""
	}
	s := roundedQuotient(n, d, -places)
	whole, fraction, _ := strings.Cut(plain(s), ".")
	return whole + "." + (fraction + strings.Repeat("0", places))[:places]
}
