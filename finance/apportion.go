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
	placeBits = 14          // hold the place of a payer
	fine      = scale.Whole // parts of a cent
	maxLost   = maxPayers * scale.Whole * fine
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
	return p.round(total), nil
}

// payer is the rate of one payer and its place in the order of ids, in one number: sorted, the highest rates come first, and equal
// ones by id. Numbers sort quickest.
type payer uint64

func newPayer(rate, place int) payer { return payer(scale.Whole-rate)<<placeBits | payer(place) }

func (p payer) rate() uint64 { return scale.Whole - uint64(p>>placeBits) }
func (p payer) place() int   { return int(p & (1<<placeBits - 1)) }

// problem is an apportionment in whole numbers: amounts in parts of a cent (fine).
type problem struct {
	contributions  []Contribution // by id
	payers         []payer        // sorted, where there are bounds
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
	if m.inCents() {
		return m.cents, nil
	}
	cents := m.exact.Shift(2)
	if !cents.IsInteger() || cents.Abs().GreaterThan(decimal.NewFromInt(1<<62)) {
		return 0, ErrAmount
	}
	return cents.IntPart(), nil
}

// take checks the payers and sorts them. Sorting by id first finds those that stand there twice.
func (p *problem) take(payers []Assessed) error {
	n := len(payers)
	if n == 0 || n > maxPayers {
		return fmt.Errorf("%w: %d payers; expected 1 to %d", ErrPayers, n, maxPayers)
	}
	p.contributions = make([]Contribution, n)
	sorted := true
	for i, a := range payers {
		p.contributions[i].Assessed = a
		sorted = sorted && (i == 0 || payers[i-1].ID < a.ID)
	}
	if !sorted {
		slices.SortFunc(p.contributions, func(a, b Contribution) int { return strings.Compare(a.ID, b.ID) })
	}
	p.payers = make([]payer, n)
	for i := range p.contributions {
		a := &p.contributions[i]
		switch {
		case !sorted && i > 0 && p.contributions[i-1].ID == a.ID:
			return fmt.Errorf("%w: %.40q stands in it twice", ErrPayers, a.ID)
		case a.Rate < 0 || a.Rate > scale.Whole:
			return fmt.Errorf("%w: the rate of %.40q is outside 0 to 100 percent", ErrPayers, a.ID)
		}
		p.payers[i] = newPayer(a.Rate, i)
	}
	if p.bounded() {
		slices.Sort(p.payers)
	}
	return nil
}

// bounded reports whether a bound can hold anybody.
func (p *problem) bounded() bool { return p.floor > 0 || p.ceiling < p.total }

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

func money(parts uint64) string { return Money{cents: int64(parts / fine)}.Digits() }

// solve raises the factor from 0, where everybody is on the floor. The payer with the highest rate leaves the floor first,
// and reaches the ceiling first; between two such events the sum grows in a straight line. Without bounds nobody rests on one.
func (p *problem) solve() error {
	n := len(p.payers)
	if !p.bounded() {
		p.low = n
		for _, payer := range p.payers {
			p.rates += payer.rate()
		}
	}
	fixed := p.floor * uint64(n) // paid by those on a bound
	for p.bounded() {
		// The factor of the next event is bound / rate.
		leaves, bound, rate := false, uint64(0), uint64(0)
		if p.low < n && p.payers[p.low].rate() > 0 {
			leaves, bound, rate = true, p.floor, p.payers[p.low].rate()
		}
		if p.high < p.low && (!leaves || less(p.ceiling, p.payers[p.high].rate(), p.floor, rate)) {
			leaves, bound, rate = false, p.ceiling, p.payers[p.high].rate()
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

// round rounds down to cents and deals out what is left.
func (p *problem) round(total Money) Apportionment {
	lost := make([]uint64, len(p.payers)) // by place, what rounding down took: of rates x fine parts of a cent
	left := p.total / fine
	whole := max(p.rates, 1) * fine // of a cent
	for i, payer := range p.payers {
		place := payer.place()
		var cents uint64
		var bound Bound
		switch {
		case i < p.high:
			cents, bound = p.ceiling/fine, AtCeiling
		case i >= p.low:
			cents, bound = p.floor/fine, p.floorBound()
		default:
			hi, lo := bits.Mul64(p.pool, payer.rate())
			cents, lost[place] = bits.Div64(hi, lo, whole)
			bound = p.boundOf(cents, lost[place])
		}
		c := &p.contributions[place]
		c.Amount.cents, c.Amount.currency, c.Bound = int64(cents), total.currency, bound
		left -= cents
	}
	a := Apportionment{Total: total, Contributions: p.contributions}
	for _, place := range p.deal(lost, left) {
		a.Ties = append(a.Ties, p.contributions[place].ID)
	}
	return a
}

// floorBound is the bound of those that never left the floor; without a floor they pay nothing, and rest on nothing.
func (p *problem) floorBound() Bound {
	if p.floor == 0 {
		return ""
	}
	return AtFloor
}

// boundOf says whether an exact amount in between happens to lie on a bound.
func (p *problem) boundOf(cents, lost uint64) Bound {
	switch {
	case lost != 0:
		return ""
	case cents*fine == p.ceiling && p.ceiling < p.total:
		return AtCeiling
	case p.floor > 0 && cents*fine == p.floor:
		return AtFloor
	}
	return ""
}

// deal gives the cents that are left to those that lost most, among equals to the lower id. It returns the places between which
// the order of ids alone decided. What is left is the sum of what was lost, and nobody lost a whole cent: so more payers lost
// something than there are cents, and none of them is at the ceiling, which is in whole cents.
func (p *problem) deal(lost []uint64, left uint64) (ties []int) {
	if left == 0 {
		return nil
	}
	claims := make([]uint64, 0, len(lost)) // what was lost, the most first, and the place, in one number
	for place, l := range lost {
		if l > 0 {
			claims = append(claims, (maxLost-l)<<placeBits|uint64(place))
		}
	}
	slices.Sort(claims)
	placeOf := func(claim uint64) int { return int(claim & (1<<placeBits - 1)) }
	for _, claim := range claims[:left] {
		p.contributions[placeOf(claim)].Amount.cents++
	}
	last := claims[left-1] >> placeBits
	if claims[left]>>placeBits != last {
		return nil
	}
	for _, claim := range claims {
		if claim>>placeBits == last {
			ties = append(ties, placeOf(claim))
		}
	}
	return ties
}
