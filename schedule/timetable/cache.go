package timetable

// failures remembers states of items that could not be completed, with what could still be dropped and moved
// when they failed. A state with no more of both fails again. The table is small, and what is new takes the place
// of what is old.
type failures struct {
	table []failure
	tries int
}

type failure struct {
	key         stateKey
	loss, moves int32
}

// stateKey is a digest of 128 bits of a state; that two states share one is not to be expected.
type stateKey struct{ a, b uint64 }

const (
	cacheSize  = 1 << 16
	cacheAfter = 256 // states: most problems are solved before the table is worth its memory
)

func (f *failures) known(k stateKey, loss, moves int) bool {
	if f.table == nil {
		return false
	}
	e := &f.table[k.a%cacheSize]
	return e.key == k && loss <= int(e.loss) && moves <= int(e.moves)
}

func (f *failures) add(k stateKey, loss, moves int) {
	if f.tries++; f.tries < cacheAfter {
		return
	}
	if f.table == nil {
		f.table = make([]failure, cacheSize)
	}
	e := &f.table[k.a%cacheSize]
	if e.key == k && int(e.loss) >= loss && int(e.moves) >= moves {
		return
	}
	*e = failure{key: k, loss: int32(min(loss, noCap)), moves: int32(min(moves, noCap))}
}

// key digests what decides whether a state can be completed: the open items with their domains, the minutes
// left where they may go, and on circles also what is settled. Pairs with settled items are in the domains
// already, and so are days, sittings and windows that were chosen.
func (r *run) key(s *state) stateKey {
	k := stateKey{a: 0x9e3779b97f4a7c15, b: 0xc2b2ae3d27d4eb4f}
	for _, i := range s.open {
		k.mix(uint64(i))
		k.mix(s.domain[i])
	}
	for at, rest := range s.rest {
		if r.active>>at&1 == 1 {
			k.mix(uint64(at)<<32 | uint64(uint32(rest)))
		}
	}
	if r.model.circles {
		for i, in := range r.model.inCircle {
			if in {
				k.mix(s.domain[i] & dropped)
			}
		}
	}
	if len(r.model.bodies) > 64 { // those without a window are bound by the cap itself
		k.mix(uint64(r.caps[BodyDays]))
	}
	return k
}

func (k *stateKey) mix(v uint64) {
	k.a = (k.a ^ v) * 0xff51afd7ed558ccd
	k.a ^= k.a >> 32
	k.b = (k.b + v) * 0xc4ceb9fe1a85ec53
	k.b ^= k.b >> 29
}
