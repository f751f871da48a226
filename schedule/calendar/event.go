package calendar

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"attwork.example/att"
)

// Event is a meeting, a holiday or a religious day that others plan around.
//
// An event has its days (Start and End), or a span in which they lie (Vague), or no days at all. Start and
// End are both known or both zero.
type Event struct {
	ID         string         // unique in a calendar, and what a later layer replaces it by; see [att.ValidID]
	Name       string         // one line of at most 500 characters
	Start, End att.Date       // first and last day; zero: not known
	Vague      bool           // the days are not known and lie somewhere from Start to End, as in "September 2026"
	Year       int            // of an event without days: the year it is listed for; 0: that is not known either, or Start tells it
	Place      string         // city; empty: everywhere for a religious day, else unknown
	Category   Category       // empty: not said, see [Other]
	Guard      int            // days, 0 to 31, by which it may really begin earlier or end later; see the package comment
	Note       string         // what else there is to know; at most 2000 characters
	Source     string         // where it was seen, or how it was computed; at most 1000 characters
	Confidence att.Confidence // empty counts as [att.Unknown]
}

// Dated reports whether the event has days or a span in which they lie.
func (e Event) Dated() bool { return !e.Start.IsZero() }

// InDoubt reports whether nobody stands for the event: its confidence is unknown, as that of the UNOG holidays
// that a contested list replaces, or of a date that is an estimate from a pattern.
func (e Event) InDoubt() bool { return e.Confidence == att.Unknown || e.Confidence == "" }

// On reports whether the event has d among its own days. The guard does not count, and an event whose days are
// not known is on no day.
func (e Event) On(d att.Date) bool {
	return e.Dated() && !e.Vague && !d.IsZero() && !d.Before(e.Start) && !d.After(e.End)
}

// Reach returns the first and the last day that the event may touch: its span with the guard on either side. Both
// are zero for an event without days.
func (e Event) Reach() (first, last att.Date) {
	return e.Start.AddDays(-e.Guard), e.End.AddDays(e.Guard)
}

// Compare orders events by start, end, and id; those without days come last, by year and id. In a calendar,
// where ids are unique, the order is total.
func (e Event) Compare(f Event) int {
	if e.Dated() != f.Dated() {
		if e.Dated() {
			return -1
		}
		return 1
	}
	return cmp.Or(e.Start.Compare(f.Start), e.End.Compare(f.End), cmp.Compare(e.Year, f.Year), strings.Compare(e.ID, f.ID))
}

// Bounds of an event and of a calendar.
const (
	FirstYear = 1900    // of any event, and of any computed day
	LastYear  = 2200    // of any event, and of any computed day
	MaxEvents = 100_000 // in one call of [New] and in one file
	maxGuard  = 31
	maxName   = 500
	maxPlace  = 100
	maxSource = 1000
	maxNote   = 2000
)

// fault says which field of an event is wrong, by its column in a file, and what was expected.
type fault struct{ column, expected string }

// check returns the first fault of an event, and whether there is one.
func (e Event) check() (fault, bool) {
	if !att.ValidID(e.ID) {
		return fault{"id", fmt.Sprintf("expected an id of 1 to 64 small letters, digits, single hyphens and dots, found %s", quote(e.ID))}, true
	}
	for _, t := range []struct {
		column, text string
		least, most  int
	}{
		{"event", e.Name, 1, maxName},
		{"place", e.Place, 0, maxPlace},
		{"note", e.Note, 0, maxNote},
		{"source", e.Source, 0, maxSource},
	} {
		if why := checkText(t.text, t.least, t.most); why != "" {
			return fault{t.column, why}, true
		}
	}
	if e.Category != "" && !e.Category.known() {
		return fault{"category", fmt.Sprintf("expected one of %s, found %s", words(Categories()), quote(string(e.Category)))}, true
	}
	if e.Confidence != "" && !knownConfidence(e.Confidence) {
		return fault{"confidence", fmt.Sprintf("expected one of %s, found %s", words(confidences[:]), quote(string(e.Confidence)))}, true
	}
	if e.Guard < 0 || e.Guard > maxGuard {
		return fault{"guard", fmt.Sprintf("expected 0 to %d days, found %d", maxGuard, e.Guard)}, true
	}
	return e.checkDays()
}

func (e Event) checkDays() (fault, bool) {
	outside := func(year int) bool { return year < FirstYear || year > LastYear }
	switch {
	case e.Start.IsZero() && !e.End.IsZero():
		return fault{"start", fmt.Sprintf("expected the first day of what ends on %s", e.End)}, true
	case !e.Start.IsZero() && e.End.IsZero():
		return fault{"end", fmt.Sprintf("expected the last day of what starts on %s", e.Start)}, true
	case e.Start.IsZero() && e.Vague:
		return fault{"vague", "expected a first and a last day between which the event lies"}, true
	case e.Start.IsZero() && e.Year != 0 && outside(e.Year):
		return fault{"start", fmt.Sprintf("expected a year from %d to %d, found %d", FirstYear, LastYear, e.Year)}, true
	case e.Start.IsZero():
		return fault{}, false
	case e.Year != 0:
		return fault{"start", fmt.Sprintf("expected no year beside the first day %s", e.Start)}, true
	case outside(e.Start.Year()):
		return fault{"start", fmt.Sprintf("expected a day from %d to %d, found %s", FirstYear, LastYear, e.Start)}, true
	case outside(e.End.Year()):
		return fault{"end", fmt.Sprintf("expected a day from %d to %d, found %s", FirstYear, LastYear, e.End)}, true
	case e.End.Before(e.Start):
		return fault{"end", fmt.Sprintf("expected a last day on or after the first day %s, found %s", e.Start, e.End)}, true
	}
	return fault{}, false
}

// checkText says what is wrong with a text of one line, "" when nothing is.
func checkText(s string, least, most int) string {
	switch n := utf8.RuneCountInString(s); {
	case !utf8.ValidString(s):
		return "expected text in UTF-8, found other bytes"
	case n < least:
		return "expected a text, found none"
	case n > most:
		return fmt.Sprintf("expected at most %d characters, found %d", most, n)
	case strings.ContainsFunc(s, unicode.IsControl):
		return "expected one line without control characters, found " + quote(s)
	}
	return ""
}

var confidences = [...]att.Confidence{att.Verified, att.Computed, att.Inferred, att.Recalled, att.Unknown}

func knownConfidence(c att.Confidence) bool {
	for _, known := range confidences {
		if c == known {
			return true
		}
	}
	return false
}

// words lists values for a sentence.
func words[T ~string](list []T) string {
	var b strings.Builder
	for i, w := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(w))
	}
	return b.String()
}

// quote puts a text from outside between quotation marks, cut to what fits in a sentence.
func quote(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
