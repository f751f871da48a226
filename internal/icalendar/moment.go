package icalendar

import (
	"strconv"
	"strings"
	"time"

	"attwork.example/att"
)

// moment is a value of DTSTART or DTEND.
type moment struct {
	date   att.Date
	second int // of the day, from 0; -1: a day without hours
	zone   string
}

func (m moment) allDay() bool { return m.second < 0 }

// clock returns the whole minute, and whether seconds were lost.
func (m moment) clock() (c att.Clock, lost bool) {
	c, _ = att.NewClock(m.second/3600, m.second/60%60)
	return c, m.second%60 != 0
}

// before reports whether m is before n, which has the same zone.
func (m moment) before(n moment) bool {
	return m.date.Before(n.date) || m.date == n.date && m.second < n.second
}

// moment reads the value of DTSTART or DTEND. A value of eight digits is a day whether or not VALUE says so.
// The fault is empty, or what was expected.
func (p property) moment() (m moment, fault string) {
	const aDay, anHour = "a day of the form 20250226", "a day and hour of the form 20250226T100000"
	value, expected := strings.TrimSpace(p.value), ""
	switch p.kind {
	case "":
		expected = "expected " + anHour + ", or " + aDay
	case "DATE":
		expected = "expected " + aDay
	case "DATE-TIME":
		expected = "expected " + anHour
	default:
		return m, "expected VALUE=DATE or VALUE=DATE-TIME, found " + quote(p.kind)
	}
	expected += ", found " + quote(value)
	if len(value) == 8 && p.kind != "DATE-TIME" {
		date, ok := parseDay(value)
		if !ok {
			return m, expected
		}
		return moment{date: date, second: -1}, ""
	}
	local, utc := strings.CutSuffix(value, "Z")
	if len(local) != 15 || local[8] != 'T' || p.kind == "DATE" {
		return m, expected
	}
	date, ok := parseDay(local[:8])
	second, fine := parseTime(local[9:])
	if !ok || !fine {
		return m, expected
	}
	m = moment{date: date, second: second, zone: p.zone}
	if utc {
		m.zone = UTC
	}
	return m, ""
}

func parseDay(s string) (att.Date, bool) {
	n, ok := digits(s)
	if !ok {
		return att.Date{}, false
	}
	d, err := att.NewDate(n/10000, time.Month(n/100%100), n%100)
	return d, err == nil
}

// parseTime returns the second of the day. A leap second (section 3.3.12) is the second before it.
func parseTime(s string) (int, bool) {
	n, ok := digits(s)
	h, m, sec := n/10000, n/100%100, n%100
	if !ok || h > 23 || m > 59 || sec > 60 {
		return 0, false
	}
	return h*3600 + m*60 + min(sec, 59), true
}

// digits reads a number of at most nine digits.
func digits(s string) (int, bool) {
	if s == "" || len(s) > 9 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

const secondsOfDay = 24 * 60 * 60

// duration reads a DURATION (section 3.3.6) in seconds. A negative one is no length of an event.
func duration(s string) (seconds int64, ok bool) {
	s, ok = strings.CutPrefix(strings.TrimPrefix(strings.TrimSpace(s), "+"), "P")
	if !ok || s == "" {
		return 0, false
	}
	length := map[byte]int64{'W': 7 * secondsOfDay, 'D': secondsOfDay, 'H': 3600, 'M': 60, 'S': 1}
	units, hours := "WD", false
	for s != "" {
		if s[0] == 'T' && !hours {
			units, hours, s = "HMS", true, s[1:]
		}
		i := strings.IndexAny(s, "WDHMS")
		if i < 0 || !strings.Contains(units, s[i:i+1]) {
			return 0, false
		}
		n, fine := digits(s[:i])
		if !fine {
			return 0, false
		}
		seconds += int64(n) * length[s[i]]
		units = units[strings.IndexByte(units, s[i])+1:]
		s = s[i+1:]
	}
	return seconds, true
}

// add returns the moment that is the given seconds later on the clock of the same zone; false if a
// day cannot have that many seconds, or the calendar not that many days.
func (m moment) add(seconds int64) (moment, bool) {
	if m.allDay() {
		m.date = m.date.AddDays(int(min(seconds/secondsOfDay, 1<<30)))
		return m, seconds%secondsOfDay == 0 && !m.date.IsZero()
	}
	total := int64(m.second) + seconds
	m.date = m.date.AddDays(int(min(total/secondsOfDay, 1<<30)))
	m.second = int(total % secondsOfDay)
	return m, !m.date.IsZero()
}
