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
	for _, find := range []func() (check.Path, string){
		func() (check.Path, string) {
			return firstFault("assumptions", b.Assumptions, func(a Assumption) (string, att.Text) { return a.ID, a.Title }, assumptionFault)
		},
		func() (check.Path, string) {
			return firstFault("teams", b.Teams, func(t Team) (string, att.Text) { return t.ID, t.Title },
				func(at check.Path, t Team) (check.Path, string) { return t.fault(at, sources) })
		},
		func() (check.Path, string) {
			return firstFault("unitCosts", b.UnitCosts, func(u UnitCost) (string, att.Text) { return u.ID, u.Title },
				func(at check.Path, u UnitCost) (check.Path, string) { return b.unitCostFault(at, u, sources) })
		},
		func() (check.Path, string) {
			return firstFault("entries", b.Entries, func(e Entry) (string, att.Text) { return e.ID, e.Title }, b.entryFault)
		},
		func() (check.Path, string) {
			return firstFault("unpriced", b.Unpriced, func(u Unpriced) (string, att.Text) { return u.ID, u.Title }, b.unpricedFault)
		},
	} {
		if at, fault := find(); fault != "" {
			return at, fault
		}
	}
	if len(b.Entries) == 0 {
		return "entries", "expected at least one entry"
	}
	return "", ""
}

// firstFault looks through a list whose items have an id, unique in it, and a title.
func firstFault[T any](list check.Path, items []T, name func(T) (string, att.Text), rest func(check.Path, T) (check.Path, string)) (check.Path, string) {
	seen := make(map[string]bool, len(items))
	look := func(path check.Path, item T) (check.Path, string) {
		id, title := name(item)
		switch {
		case !att.ValidID(id):
			return path, "expected an id of small letters, digits, dots and hyphens"
		case seen[id]:
			return path, fmt.Sprintf("the id %s stands in the list twice", id)
		case title.String() == "":
			return path.Field("title"), "expected a title"
		}
		return rest(path, item)
	}
	for i, item := range items {
		if _, fault := look("", item); fault != "" { // only a fault needs its place
			return look(list.Elements(len(items), func(i int) string { id, _ := name(items[i]); return id })[i], item)
		}
		id, _ := name(item)
		seen[id] = true
	}
	return "", ""
}

func assumptionFault(path check.Path, a Assumption) (check.Path, string) {
	if a.Value < 0 || a.Value > maxAssumption {
		return path.Field("value"), fmt.Sprintf("expected a whole number from 0 to %d", maxAssumption)
	}
	return "", ""
}

func (b Book) unpricedFault(path check.Path, u Unpriced) (check.Path, string) {
	return b.drivenFault(path, u.Driver, u.Scope, u.Team, u.Payer)
}

// drivenFault looks at what entries and unpriced things have in common.
func (b Book) drivenFault(path check.Path, d Driver, s Scope, team string, p Payer) (check.Path, string) {
	if fault := knownDriver(d); fault != "" {
		return path.Field("driver"), fault
	}
	if at, fault := scopeFault(path, d, s); fault != "" {
		return at, fault
	}
	if fault := b.relieved(d, team); fault != "" {
		return path.Field("team"), fault
	}
	if fault := knownPayer(p); fault != "" {
		return path.Field("payer"), fault
	}
	return "", ""
}

func (b Book) entryFault(path check.Path, e Entry) (check.Path, string) {
	if at, fault := b.drivenFault(path, e.Driver, e.Scope, e.Team, e.Payer); fault != "" {
		return at, fault
	}
	if _, known := b.unitCost(e.UnitCost); !known {
		return path.Field("unitCost"), fmt.Sprintf("there is no unit cost %.40q in the book", e.UnitCost)
	}
	for i, id := range e.Times {
		if _, known := b.assumption(id); !known {
			return path.Field("times").Index(i), fmt.Sprintf("there is no assumption %.40q in the book", id)
		}
	}
	return "", ""
}

// relieved says what is wrong with the team of an entry: only relief days have one, and they do.
func (b Book) relieved(d Driver, team string) string {
	_, known := b.team(team)
	switch {
	case d != PerReliefDay && team != "":
		return fmt.Sprintf("only the driver %s takes a team", PerReliefDay)
	case d == PerReliefDay && !known:
		return fmt.Sprintf("there is no team %.40q in the book", team)
	}
	return ""
}

func (b Book) unitCostFault(path check.Path, u UnitCost, sources map[string]bool) (check.Path, string) {
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
		case !b.hasTeam(f.Team):
			return at.Field("team"), fmt.Sprintf("there is no team %.40q in the book", f.Team)
		}
		for i, id := range f.Sources {
			if !sources[id] {
				return at.Field("sources").Index(i), fmt.Sprintf("there is no source %.40q in the book", id)
			}
		}
	}
	u = b.whole(u)
	if !u.Single() && (falls(u.Low, u.Likely) || falls(u.Likely, u.High) || falls(u.Low, u.High)) {
		return path, "expected figures that rise from low over likely to high"
	}
	if !u.Single() && u.Together == "" {
		return path, "expected, under \"together\", why the figures of the range may stand together"
	}
	return "", ""
}

func (b Book) hasTeam(id string) bool {
	_, known := b.team(id)
	return known || id == ""
}

// falls reports whether the second of two figures in one currency is the lower one.
func falls(first, second Figure) bool {
	return first.Amount.currency == second.Amount.currency && first.Amount.order(second.Amount) > 0
}
