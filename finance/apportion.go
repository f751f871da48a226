package finance

import (
	"cmp"
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"attwork.example/finance/scale"
)

// Assessed is one payer of a budget, with its rate on a scale.
type Assessed struct {
	ID   string // ISO 3166-1 alpha-3, or what else names the payer; unique
	Rate int    // thousandths of a percent, 0 to 100,000, as in [scale.Rate]
}

// Limits are the bounds of a contribution. The zero Limits bounds nothing. What the Treaty's own floor and ceiling are is recalled and not
// verified (100 dollars, 22 percent), so there is no default.
type Limits struct {
	Floor   Money // each payer pays this at least; zero: none
	Ceiling int   // each payer pays this part of the total at most, in thousandths of a percent; 0: none
}

// Bound says what a contribution came to rest on.
type Bound string

// The bounds. Empty: in between, so that a change of the total changes the contribution.
const (
	AtFloor   Bound = "floor"
	AtCeiling Bound = "ceiling"
)

// Contribution is what one payer pays.
type Contribution struct {
	Assessed
	Amount Money // whole cents
	Bound  Bound
}

// Apportionment is a total shared out. The amounts add up to it exactly.
type Apportionment struct {
	Total         Money
	Contributions []Contribution // in the order of ids
	Ties          []string       // ids between which the order of ids alone decided who pays the last cent
}

// The ways in which a total cannot be shared out.
var (
	ErrFloor   = errors.New("finance: the floor cannot be met")
	ErrCeiling = errors.New("finance: the ceiling cannot be kept")
	ErrPayers  = errors.New("finance: the list of payers cannot be used")
)

// Bounds of an apportionment, so that 64 bits hold every amount and 128 every product.
const (
	maxShared = 9_000_000_000_000 // cents
	maxPayers = 10_000
	fine      = scale.Whole // parts of a cent
)

// Apportion shares a total out: each payer pays min(max(f x rate, floor), ceiling x total), with the one factor f for
// which the sum is the total. The amounts are exact until they are rounded to cents by largest remainder: the cents that
// rounding down leaves go to those whose exact amounts lost most, among equals to the lower id, and nobody goes beyond a
// bound. A ceiling is cut to the cent beforehand. No higher rate pays less. The order of the payers does not matter.
//
// It reports [ErrFloor] or [ErrCeiling] when the bounds leave no such factor, [ErrPayers] for a list that is empty, has an
// id twice or a rate out of bounds, [ErrCurrency], and [ErrRange] for a total that is not positive, not in whole cents or
// above 90 billion.
func Apportion(total Money, payers []Assessed, limits Limits) (Apportionment, error) {
	p, err := newProblem(total, payers, limits)
	if err != nil {
		return Apportionment{}, err
	}
	if err := p.solve(); err != nil {
		return Apportionment{}, err
	}
	return p.round(total)
}

// payer is the rate of one payer and its place in the order of ids. It holds no id, so that sorting moves numbers only.
type payer struct{ Rate, place int }

// problem is an apportionment in whole numbers: amounts in parts of a cent (fine).
type problem struct {
	byID           []Assessed
	payers         []payer // by rate, the highest first, equal rates by id
	total          uint64
	floor, ceiling uint64 // of one payer; the ceiling is the total where there is none
	// The solution: payers[:high] are at the ceiling, payers[low:] on the floor, and those in between pay pool x rate / rates.
	high, low   int
	pool, rates uint64
}

func newProblem(total Money, payers []Assessed, limits Limits) (*problem, error) {
	cents, err := wholeCents(total)
	if err != nil || cents <= 0 || cents > maxShared {
		return nil, fmt.Errorf("%w: the total to share out must be positive, in whole cents, and at most 90 billion", ErrRange)
	}
	floor := int64(0)
	if !limits.Floor.IsZero() {
		if _, err := limits.Floor.Compare(total); err != nil {
			return nil, err
		}
		if floor, err = wholeCents(limits.Floor); err != nil || floor < 0 {
			return nil, fmt.Errorf("%w: a floor is not negative and in whole cents", ErrRange)
		}
	}
	if limits.Ceiling < 0 || limits.Ceiling > scale.Whole {
		return nil, fmt.Errorf("%w: a ceiling lies between 0 and 100 percent", ErrCeiling)
	}
	p := &problem{total: uint64(cents) * fine, floor: uint64(min(floor, cents+1)) * fine}
	p.ceiling = uint64(cents) * uint64(cmp.Or(limits.Ceiling, scale.Whole)) / fine * fine // nobody pays part of a cent
	if err := p.take(payers); err != nil {
		return nil, err
	}
	return p, p.check()
}

func wholeCents(m Money) (int64, error) {
	cents := m.amount.Shift(2)
	if !cents.IsInteger() || cents.Abs().GreaterThan(decimal.NewFromInt(1<<62)) {
		return 0, ErrAmount
	}
	return cents.IntPart(), nil
}

// take checks the payers and sorts them. Sorting by id first finds those that stand there twice, and after it the place
// decides between equals, which is quicker than the id.
func (p *problem) take(payers []Assessed) error {
	n := len(payers)
	if n == 0 || n > maxPayers {
		return fmt.Errorf("%w: %d payers; expected 1 to %d", ErrPayers, n, maxPayers)
	}
	p.byID = slices.Clone(payers)
	slices.SortFunc(p.byID, func(a, b Assessed) int { return strings.Compare(a.ID, b.ID) })
	p.payers = make([]payer, n)
	for i, a := range p.byID {
		switch {
		case i > 0 && p.byID[i-1].ID == a.ID:
			return fmt.Errorf("%w: %.40q stands in it twice", ErrPayers, a.ID)
		case a.Rate < 0 || a.Rate > scale.Whole:
			return fmt.Errorf("%w: the rate of %.40q is outside 0 to 100 percent", ErrPayers, a.ID)
		}
		p.payers[i] = payer{a.Rate, i}
	}
	slices.SortFunc(p.payers, func(a, b payer) int {
		if a.Rate != b.Rate {
			return b.Rate - a.Rate
		}
		return a.place - b.place
	})
	return nil
}

// check looks for what no factor can mend.
func (p *problem) check() error {
	n := uint64(len(p.payers))
	switch {
	case p.floor > p.total/n: // whatever the remainder, n times it is more than the total
		return fmt.Errorf("%w: %d payers at %s are more than the total of %s", ErrFloor, n, money(p.floor), money(p.total))
	case p.ceiling < p.total && atMost(p.ceiling, n, p.total):
		return fmt.Errorf("%w: %d payers at %s, in whole cents, are less than the total of %s", ErrCeiling, n, money(p.ceiling), money(p.total))
	case p.floor > p.ceiling:
		return fmt.Errorf("%w: it is %s, and the ceiling only %s", ErrFloor, money(p.floor), money(p.ceiling))
	}
	return nil
}

// atMost reports whether n payers at most each cannot reach the total.
func atMost(each, n, total uint64) bool {
	hi, lo := bits.Mul64(each, n)
	return hi == 0 && lo < total
}

func money(parts uint64) string { return plain(decimal.New(int64(parts/fine), -2)) }

// solve raises the factor from 0, where everybody is on the floor. The payer with the highest rate leaves the floor first,
// and reaches the ceiling first; between two such events the sum grows in a straight line.
func (p *problem) solve() error {
	n := len(p.payers)
	fixed := p.floor * uint64(n) // paid by those on a bound
	for {
		// The factor of the next event is bound / rate.
		leaves, bound, rate := false, uint64(0), uint64(0)
		if p.low < n && p.payers[p.low].Rate > 0 {
			leaves, bound, rate = true, p.floor, uint64(p.payers[p.low].Rate)
		}
		if p.high < p.low && (!leaves || less(p.ceiling, uint64(p.payers[p.high].Rate), p.floor, rate)) {
			leaves, bound, rate = false, p.ceiling, uint64(p.payers[p.high].Rate)
		}
		if rate == 0 || p.reaches(fixed, bound, rate) {
			break
		}
		if leaves {
			fixed -= p.floor
			p.rates += rate
			p.low++
		} else {
			fixed += p.ceiling
			p.rates -= rate
			p.high++
		}
	}
	p.pool = p.total - fixed
	if p.rates == 0 && p.pool > 0 {
		return fmt.Errorf("%w: nobody is left to pay %s, since all others have no rate", ErrCeiling, money(p.pool))
	}
	return nil
}

// less reports whether a/b < c/d, exactly.
func less(a, b, c, d uint64) bool {
	hi1, lo1 := bits.Mul64(a, d)
	hi2, lo2 := bits.Mul64(c, b)
	return hi1 < hi2 || hi1 == hi2 && lo1 < lo2
}

// reaches reports whether the sum at the factor bound/rate is the total or more: fixed + rates x bound / rate >= total.
func (p *problem) reaches(fixed, bound, rate uint64) bool {
	if fixed >= p.total {
		return true
	}
	hi1, lo1 := bits.Mul64(p.rates, bound)
	hi2, lo2 := bits.Mul64(p.total-fixed, rate)
	return hi1 > hi2 || hi1 == hi2 && lo1 >= lo2
}

// rounded is a contribution in cents, with what rounding down took.
type rounded struct {
	payer
	cents, lost uint64 // lost: of rates x fine parts of a cent
	bound       Bound
}

// round rounds down to cents and deals out what is left.
func (p *problem) round(total Money) (Apportionment, error) {
	list := make([]rounded, len(p.payers))
	left := p.total / fine
	whole := max(p.rates, 1) * fine // of a cent
	for i, a := range p.payers {
		r := rounded{payer: a}
		switch {
		case i < p.high:
			r.cents, r.bound = p.ceiling/fine, AtCeiling
		case i >= p.low:
			r.cents, r.bound = p.floor/fine, p.floorBound()
		default:
			hi, lo := bits.Mul64(p.pool, uint64(a.Rate))
			r.cents, r.lost = bits.Div64(hi, lo, whole)
			r.bound = p.boundOf(r)
		}
		list[i] = r
		left -= r.cents
	}
	var ties []string
	for _, place := range deal(list, left, p.ceiling/fine) {
		ties = append(ties, p.byID[place].ID)
	}
	a := Apportionment{Total: total, Contributions: make([]Contribution, len(list)), Ties: ties}
	var amount Money
	for i, r := range list {
		if i == 0 || r.cents != list[i-1].cents { // payers of one rate are neighbours and mostly pay the same
			amount = Money{amount: decimal.New(int64(r.cents), -2), currency: total.currency}
		}
		a.Contributions[r.place] = Contribution{Assessed: p.byID[r.place], Bound: r.bound, Amount: amount}
	}
	return a, nil
}

// floorBound is the bound of those that never left the floor; without a floor they pay nothing, and rest on nothing.
func (p *problem) floorBound() Bound {
	if p.floor == 0 {
		return ""
	}
	return AtFloor
}

// boundOf says whether an exact amount in between happens to lie on a bound.
func (p *problem) boundOf(r rounded) Bound {
	switch {
	case r.lost != 0:
		return ""
	case r.cents*fine == p.ceiling && p.ceiling < p.total:
		return AtCeiling
	case p.floor > 0 && r.cents*fine == p.floor:
		return AtFloor
	}
	return ""
}

// deal gives the cents that are left to those that lost most, among equals to the lower id, and to nobody beyond the
// ceiling. It returns the ids between which the order of ids alone decided.
func deal(list []rounded, left, ceiling uint64) (ties []int) {
	order := make([]int, 0, len(list))
	for i, r := range list {
		if r.cents < ceiling {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &list[i], &list[j]
		switch {
		case a.lost != b.lost:
			return cmp.Compare(b.lost, a.lost)
		case a.lost == 0: // neither has a claim; then no higher rate may pay less
			return i - j // the list is in the order of rates
		}
		return a.place - b.place
	})
	for left > 0 {
		given := min(left, uint64(len(order)))
		for _, i := range order[:given] {
			list[i].cents++
		}
		left -= given
		if given < uint64(len(order)) {
			last := list[order[given-1]].lost
			if list[order[given]].lost == last {
				for _, i := range order {
					if list[i].lost == last {
						ties = append(ties, list[i].place)
					}
				}
			}
			return ties
		}
		order = slices.DeleteFunc(order, func(i int) bool { return list[i].cents >= ceiling })
	}
	return ties
}
