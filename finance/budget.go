package finance

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"attwork.example/att"
)

// Class is what a State is to the Treaty. It decides which budgets a State shares.
type Class string

// The classes of payers.
const (
	StateParty Class = "state-party"
	Signatory  Class = "signatory" // and not a State Party
	Observer   Class = "observer"  // a State that is neither and attends
)

// Classes returns all classes, in the order in which results list them.
func Classes() []Class { return []Class{StateParty, Signatory, Observer} }

// Member is a payer with its class.
type Member struct {
	Assessed
	Class Class
}

// Budget is a total that some classes of payers share.
type Budget struct {
	ID         string // unique, as in "secretariat"
	Total      Money
	Classes    []Class // who shares it
	Limits     Limits
	Provenance att.Provenance // of who shares it
}

// TreatyBudgets returns the two budgets of the Treaty as they are recalled: the States Parties alone share that of the
// Secretariat, and signatories and observers that attend share that of the conference with them. The Financial Rules themselves
// (ATT/CSP1/CONF/2) were not seen, so both say so in their provenance, and a caller who knows better sets other classes.
func TreatyBudgets(secretariat, conference Money) []Budget {
	recalled := func(note string) att.Provenance { return att.Provenance{Confidence: att.Recalled, Note: note} }
	return []Budget{
		{ID: "secretariat", Total: secretariat, Classes: []Class{StateParty}, Provenance: recalled("That States Parties alone share it fits what payers paid in 2017, and the text of the rule was not seen.")},
		{ID: "conference", Total: conference, Classes: Classes(), Provenance: recalled("That signatories and observers share it when they attend is told of the rules by others, and the text was not seen.")},
	}
}

// ErrBudgets says that a list of budgets cannot be used.
var ErrBudgets = errors.New("finance: the budgets cannot be used")

// Billing is several budgets shared out, each among those who share it. The bills add up to the budgets exactly.
type Billing struct {
	Budgets []Apportionment // in the order of the budgets
	Bills   []Bill          // in the order of ids; also of those who share no budget
	Classes []ClassSum      // of all classes
	Total   Money
}

// Bill is what one payer pays of all budgets.
type Bill struct {
	Member
	Parts []Contribution // of each budget, in their order; zero where it has no share
	Total Money
}

// ClassSum is what all payers of a class pay.
type ClassSum struct {
	Class  Class
	Payers int // who pay something of some budget
	Total  Money
}

// ApportionBudgets shares several budgets out, each among the members of its classes, by [Apportion]. There is no one percentage
// for a payer: its part of each budget has another denominator. It reports [ErrBudgets] for a list that is empty or has an id
// twice, [ErrPayers] for a member that stands there twice or has no class, [ErrCurrency] for budgets in two currencies, and,
// naming the budget, the errors of [Apportion].
func ApportionBudgets(members []Member, budgets []Budget) (Billing, error) {
	b, index, err := newBilling(members, budgets)
	if err != nil {
		return Billing{}, err
	}
	for i, budget := range budgets {
		var payers []Assessed
		for _, bill := range b.Bills {
			if slices.Contains(budget.Classes, bill.Class) {
				payers = append(payers, bill.Assessed)
			}
		}
		a, err := Apportion(budget.Total, payers, budget.Limits)
		if err != nil {
			return Billing{}, fmt.Errorf("budget %s: %w", budget.ID, err)
		}
		b.Budgets = append(b.Budgets, a)
		for _, c := range a.Contributions {
			b.Bills[index[c.ID]].Parts[i] = c
		}
		if b.Total, err = b.Total.Add(budget.Total); err != nil {
			return Billing{}, err
		}
	}
	return b, b.sum()
}

// newBilling checks members and budgets, and prepares a bill for each member in the order of ids.
func newBilling(members []Member, budgets []Budget) (b Billing, index map[string]int, err error) {
	ids := map[string]bool{}
	for _, budget := range budgets {
		if ids[budget.ID] {
			return b, nil, fmt.Errorf("%w: %.40q stands there twice", ErrBudgets, budget.ID)
		}
		ids[budget.ID] = true
	}
	if len(budgets) == 0 {
		return b, nil, fmt.Errorf("%w: there is none", ErrBudgets)
	}
	index = make(map[string]int, len(members))
	sorted := slices.Clone(members)
	slices.SortFunc(sorted, func(a, b Member) int { return strings.Compare(a.ID, b.ID) })
	nothing := Money{currency: budgets[0].Total.currency}
	b.Total = nothing
	for i, m := range sorted {
		if _, twice := index[m.ID]; twice {
			return b, nil, fmt.Errorf("%w: %.40q stands in it twice", ErrPayers, m.ID)
		}
		if !slices.Contains(Classes(), m.Class) {
			return b, nil, fmt.Errorf("%w: the class of %.40q is %.40q; expected one of %v", ErrPayers, m.ID, string(m.Class), Classes())
		}
		index[m.ID] = i
		b.Bills = append(b.Bills, Bill{Member: m, Parts: make([]Contribution, len(budgets)), Total: nothing})
	}
	for _, class := range Classes() {
		b.Classes = append(b.Classes, ClassSum{Class: class, Total: nothing})
	}
	return b, index, nil
}

// sum adds the parts of each bill up, and the bills of each class.
func (b *Billing) sum() error {
	for i := range b.Bills {
		bill := &b.Bills[i]
		var errs [2]error
		for _, part := range bill.Parts {
			if errs[0] == nil {
				bill.Total, errs[0] = bill.Total.Add(part.Amount)
			}
		}
		class := &b.Classes[slices.Index(Classes(), bill.Class)]
		class.Total, errs[1] = class.Total.Add(bill.Total)
		if bill.Total.Sign() > 0 {
			class.Payers++
		}
		if err := errors.Join(errs[:]...); err != nil {
			return err
		}
	}
	return nil
}

// BillingChange is what a change of budgets means for each payer and class.
type BillingChange struct {
	Saving  Money        // all budgets before less all budgets after
	Payers  []BillChange // in the order of ids
	Classes []ClassChange
}

// BillChange is what a change means for one payer.
type BillChange struct {
	ID                   string
	Class                Class // after the change; before it, for whoever left
	Before, After, Saved Money
}

// ClassChange is what a change means for the payers of a class.
type ClassChange struct {
	Class                Class
	Payers               int // who pay something on either side
	Nothing              int // of them, those whose bill is the same
	Before, After, Saved Money
}

// CompareBillings sets two billings side by side. What joins or leaves counts with the rest; [IncidenceOf] keeps the two apart for
// one total. It reports [ErrCurrency].
func CompareBillings(before, after Billing) (BillingChange, error) {
	saving, err := before.Total.Sub(after.Total)
	if err != nil {
		return BillingChange{}, err
	}
	nothing := Money{currency: saving.currency}
	change := BillingChange{Saving: saving}
	for _, class := range Classes() {
		change.Classes = append(change.Classes, ClassChange{Class: class, Before: nothing, After: nothing, Saved: nothing})
	}
	for _, b := range before.Bills {
		change.Payers = append(change.Payers, BillChange{ID: b.ID, Class: b.Class, Before: b.Total, After: nothing})
	}
	for _, b := range after.Bills {
		i, paid := slices.BinarySearchFunc(change.Payers, b.ID, func(c BillChange, id string) int { return strings.Compare(c.ID, id) })
		if !paid {
			change.Payers = slices.Insert(change.Payers, i, BillChange{ID: b.ID, Before: nothing})
		}
		change.Payers[i].Class, change.Payers[i].After = b.Class, b.Total
	}
	for i := range change.Payers {
		p := &change.Payers[i]
		p.Saved = p.Before.minus(p.After)
		class := &change.Classes[slices.Index(Classes(), p.Class)]
		class.Before, class.After, class.Saved = class.Before.plus(p.Before), class.After.plus(p.After), class.Saved.plus(p.Saved)
		if p.Before.Sign() == 0 && p.After.Sign() == 0 {
			continue // it shares no budget
		}
		class.Payers++
		if p.Saved.Sign() == 0 {
			class.Nothing++
		}
	}
	return change, nil
}
