package finance

import (
	"fmt"

	"attwork.example/att"
	"attwork.example/att/check"
)

const maxAssumption = 1_000_000

func pathList(p check.Path) []check.Path { return []check.Path{p} }

// fault returns the place of the first fault and what was expected there, "" when there is none.
func (b Book) fault() (check.Path, string) {
	if !att.ValidID(b.ID) {
		return "id", "expected an id of small letters, digits, dots and hyphens"
	}
	sources := map[string]bool{}
	for _, s := range b.Sources {
		sources[s.ID] = true
	}
	var seen map[string]bool
	named := func(i int, path check.Path, id string, title att.Text) (check.Path, string) {
		if i == 0 {
			seen = map[string]bool{} // ids are unique within a list
		}
		switch {
		case !att.ValidID(id):
			return path, "expected an id of small letters, digits, dots and hyphens"
		case seen[id]:
			return path, fmt.Sprintf("the id %s stands in the list twice", id)
		case title.String() == "":
			return path.Field("title"), "expected a title"
		}
		seen[id] = true
		return "", ""
	}
	for i, path := range check.Path("assumptions").Elements(len(b.Assumptions), func(i int) string { return b.Assumptions[i].ID }) {
		a := b.Assumptions[i]
		if at, fault := named(i, path, a.ID, a.Title); fault != "" {
			return at, fault
		}
		if a.Value < 0 || a.Value > maxAssumption {
			return path.Field("value"), fmt.Sprintf("expected a whole number from 0 to %d", maxAssumption)
		}
	}
	for i, path := range check.Path("unitCosts").Elements(len(b.UnitCosts), func(i int) string { return b.UnitCosts[i].ID }) {
		u := b.UnitCosts[i]
		if at, fault := named(i, path, u.ID, u.Title); fault != "" {
			return at, fault
		}
		if at, fault := u.fault(path, sources); fault != "" {
			return at, fault
		}
	}
	for i, path := range check.Path("entries").Elements(len(b.Entries), func(i int) string { return b.Entries[i].ID }) {
		e := b.Entries[i]
		if at, fault := named(i, path, e.ID, e.Title); fault != "" {
			return at, fault
		}
		if at, fault := b.entryFault(path, e); fault != "" {
			return at, fault
		}
	}
	for i, path := range check.Path("unpriced").Elements(len(b.Unpriced), func(i int) string { return b.Unpriced[i].ID }) {
		u := b.Unpriced[i]
		if at, fault := named(i, path, u.ID, u.Title); fault != "" {
			return at, fault
		}
		if fault := knownDriver(u.Driver); fault != "" {
			return path.Field("driver"), fault
		}
		if fault := knownPayer(u.Payer); fault != "" {
			return path.Field("payer"), fault
		}
	}
	if len(b.Entries) == 0 {
		return "entries", "expected at least one entry"
	}
	return "", ""
}

func (b Book) entryFault(path check.Path, e Entry) (check.Path, string) {
	if fault := knownDriver(e.Driver); fault != "" {
		return path.Field("driver"), fault
	}
	if fault := knownPayer(e.Payer); fault != "" {
		return path.Field("payer"), fault
	}
	if _, known := b.unitCost(e.UnitCost); !known {
		return path.Field("unitCost"), fmt.Sprintf("there is no unit cost %.64q in the book", e.UnitCost)
	}
	for i, id := range e.Times {
		if _, known := b.assumption(id); !known {
			return path.Field("times").Index(i), fmt.Sprintf("there is no assumption %.64q in the book", id)
		}
	}
	return "", ""
}

func (u UnitCost) fault(path check.Path, sources map[string]bool) (check.Path, string) {
	if u.Unit == "" {
		return path.Field("unit"), "expected what the amounts are the price of, in words"
	}
	if u.Low.Amount.IsZero() != u.High.Amount.IsZero() {
		return path, "expected both a low and a high figure, or neither"
	}
	for _, f := range []struct {
		name string
		Figure
	}{{"low", u.Low}, {"likely", u.Likely}, {"high", u.High}} {
		if f.name != "likely" && u.Single() {
			continue
		}
		at := path.Field(f.name)
		switch {
		case f.Amount.Currency() == "":
			return at, "expected an amount such as \"CHF 1250\""
		case f.Amount.Sign() < 0:
			return at.Field("amount"), "expected an amount that is not negative"
		case len(f.Sources) == 0:
			return at, "expected the sources of the figure"
		}
		for i, id := range f.Sources {
			if !sources[id] {
				return at.Field("sources").Index(i), fmt.Sprintf("there is no source %.64q in the book", id)
			}
		}
	}
	if !u.Single() && (falls(u.Low, u.Likely) || falls(u.Likely, u.High) || falls(u.Low, u.High)) {
		return path, "expected figures that rise from low over likely to high"
	}
	if !u.Single() && u.Together == "" {
		return path, "expected, under \"together\", why the figures of the range may stand together"
	}
	return "", ""
}

// falls reports whether the second of two figures in one currency is the lower one.
func falls(first, second Figure) bool {
	order, err := first.Amount.Compare(second.Amount)
	return err == nil && order > 0
}
