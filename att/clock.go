package att

import (
	"cmp"
	"fmt"
)

// Clock is a time of day in whole minutes, at the place of the meeting. The zero Clock means that
// the hour is unknown; midnight is a known hour.
type Clock struct {
	minute int16 // minutes since midnight plus one; 0 is the unknown hour
}

// NewClock returns the time hour:minute, from 00:00 to 23:59.
func NewClock(hour, minute int) (Clock, error) {
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return Clock{}, fmt.Errorf("att: there is no time of day %d:%02d", hour, minute)
	}
	return Clock{minute: int16(hour*60 + minute + 1)}, nil
}

// ParseClock reads a time of the form 10:00, with two digits on each side.
func ParseClock(s string) (Clock, error) {
	digit := func(i int) int { return int(s[i] - '0') }
	if len(s) == 5 && s[2] == ':' {
		h, m := digit(0)*10+digit(1), digit(3)*10+digit(4)
		if c, err := NewClock(h, m); err == nil && c.String() == s {
			return c, nil
		}
	}
	return Clock{}, fmt.Errorf("att: %s is no time of the form 10:00", quote(s))
}

// MustClock is [ParseClock] for literals and tests; it panics on a malformed time.
func MustClock(s string) Clock {
	c, err := ParseClock(s)
	if err != nil {
		panic(err)
	}
	return c
}

// IsZero reports whether the hour is unknown.
func (c Clock) IsZero() bool { return c == Clock{} }

// Minutes returns the minutes since midnight; 0 for midnight and for an unknown hour.
func (c Clock) Minutes() int {
	if c.IsZero() {
		return 0
	}
	return int(c.minute) - 1
}

// Compare returns -1, 0 or +1 as c is before, the same as or after d. An unknown hour comes first.
func (c Clock) Compare(d Clock) int { return cmp.Compare(c.minute, d.minute) }

// String returns 10:00, or "unknown".
func (c Clock) String() string {
	if c.IsZero() {
		return "unknown"
	}
	return fmt.Sprintf("%02d:%02d", c.Minutes()/60, c.Minutes()%60)
}

// MarshalText writes 10:00, and nothing for an unknown hour.
func (c Clock) MarshalText() ([]byte, error) {
	if c.IsZero() {
		return nil, nil
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads what [ParseClock] reads.
func (c *Clock) UnmarshalText(text []byte) error {
	parsed, err := ParseClock(string(text))
	if err == nil {
		*c = parsed
	}
	return err
}
