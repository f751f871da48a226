package att

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a calendar day without a time of day or a zone. The zero Date means that the day is
// unknown. Dates compare with == and with [Date.Compare].
type Date struct {
	ordinal int32 // days since the day before 0001-01-01; 0 is the unknown day
}

const daysBefore1970 = 719162 // days from 0001-01-01 to 1970-01-01

// NewDate returns the day y-m-d. It reports an error when the calendar has no such day, or when the
// year is outside 1 to 9999.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, fmt.Errorf("att: the calendar has no day %d-%02d-%02d", year, int(month), day)
	}
	return fromTime(t), nil
}

// ParseDate reads a day in the ISO 8601 form 2024-03-18, and no other.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("att: %s is no day of the form 2024-03-18", quote(s))
	}
	return fromTime(t), nil
}

// MustDate is [ParseDate] for literals and tests; it panics on a malformed day.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func fromTime(t time.Time) Date {
	return Date{ordinal: int32(t.Unix()/86400) + daysBefore1970 + 1}
}

// Time returns midnight UTC at the start of d, and the zero time for an unknown day.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix(int64(d.ordinal-1-daysBefore1970)*86400, 0).UTC()
}

// IsZero reports whether the day is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year, 0 for an unknown day.
func (d Date) Year() int {
	if d.IsZero() {
		return 0
	}
	return d.Time().Year()
}

// Month returns the month, 0 for an unknown day.
func (d Date) Month() time.Month {
	if d.IsZero() {
		return 0
	}
	return d.Time().Month()
}

// Day returns the day of the month, 0 for an unknown day.
func (d Date) Day() int {
	if d.IsZero() {
		return 0
	}
	return d.Time().Day()
}

// Weekday returns the day of the week; that of an unknown day means nothing.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// AddDays returns the day n days later, or earlier when n is negative. The sum of an unknown day is
// unknown, and so is a sum outside the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	const last = 3652059 // ordinal of 9999-12-31
	sum := int64(d.ordinal) + int64(n)
	if d.IsZero() || n > last || n < -last || sum < 1 || sum > last {
		return Date{}
	}
	return Date{ordinal: int32(sum)}
}

// DaysUntil returns the number of days from d to e, negative when e is earlier. It is 0 when either
// is unknown.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(e.ordinal - d.ordinal)
}

// Compare returns -1, 0 or +1 as d is before, the same as or after e. An unknown day comes first.
func (d Date) Compare(e Date) int { return cmp.Compare(d.ordinal, e.ordinal) }

// Before reports whether both days are known and d is the earlier one.
func (d Date) Before(e Date) bool { return !d.IsZero() && !e.IsZero() && d.ordinal < e.ordinal }

// After reports whether both days are known and d is the later one.
func (d Date) After(e Date) bool { return e.Before(d) }

// String returns 2024-03-18, or "unknown".
func (d Date) String() string {
	if d.IsZero() {
		return "unknown"
	}
	return d.Time().Format(time.DateOnly)
}

// MarshalText writes 2024-03-18, and nothing for an unknown day.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what [ParseDate] reads. An empty text is an error: an unknown day is left out
// of a document.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ParseDate(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}

// MondayToFriday is the notion of a working day that [Measure] has by default.
func MondayToFriday(d Date) bool {
	w := d.Weekday()
	return w != time.Saturday && w != time.Sunday
}
