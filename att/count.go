package att

import (
	"fmt"
	"strconv"
	"strings"
)

// Count is a number of things that may be unknown, or known only from below. The zero Count is
// unknown, which is not the same as [Exactly](0).
type Count struct {
	N       int  // the number, or its lower bound; 0 when unknown
	Known   bool // false: nothing is known, N is 0
	Minimum bool // true: there are at least N
}

// Exactly returns the known count n.
func Exactly(n int) Count { return Count{N: n, Known: true} }

// AtLeast returns the count known to be n or more.
func AtLeast(n int) Count { return Count{N: n, Known: true, Minimum: true} }

// Counted returns n where all was looked at. Where more may be open it returns that there are at least n, and an unknown
// count where that would say nothing.
func Counted(n int, open bool) Count {
	switch {
	case !open:
		return Exactly(n)
	case n > 0:
		return AtLeast(n)
	}
	return Count{}
}

// IsZero reports whether the count is unknown.
func (c Count) IsZero() bool { return c == Count{} }

// Exact reports whether the count is known and not only a lower bound.
func (c Count) Exact() bool { return c.Known && !c.Minimum }

// String returns "8", "at least 8" or "unknown".
func (c Count) String() string {
	switch {
	case !c.Known:
		return "unknown"
	case c.Minimum:
		return atLeast + strconv.Itoa(c.N)
	}
	return strconv.Itoa(c.N)
}

const atLeast = "at least "

// MarshalJSON writes a number, the text "at least 8", or null for an unknown count.
func (c Count) MarshalJSON() ([]byte, error) {
	switch {
	case !c.Known:
		return []byte("null"), nil
	case c.Minimum:
		return []byte(strconv.Quote(c.String())), nil
	}
	return []byte(c.String()), nil
}

// UnmarshalJSON reads what [Count.MarshalJSON] writes; a number is whole and not negative.
func (c *Count) UnmarshalJSON(data []byte) error {
	s := string(data)
	if s == "null" {
		*c = Count{}
		return nil
	}
	parsed := Count{Known: true}
	if u, err := strconv.Unquote(s); err == nil {
		s, parsed.Minimum = strings.CutPrefix(u, atLeast)
		if !parsed.Minimum {
			s = ""
		}
	}
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return fmt.Errorf("att: %s is neither a whole number nor a text such as \"at least 8\"", quote(string(data)))
	}
	parsed.N = int(n)
	*c = parsed
	return nil
}
