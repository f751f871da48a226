package calendar

import (
	"time"

	"attwork.example/att"
)

// computable reports whether days of the year are computed here.
func computable(year int) bool { return year >= FirstYear && year <= LastYear }

// WesternEaster returns Easter Sunday of the churches that follow the Gregorian calendar, by the Gregorian
// computus (the anonymous algorithm of 1876). The date is zero outside the years [FirstYear] to [LastYear].
func WesternEaster(year int) att.Date {
	if !computable(year) {
		return att.Date{}
	}
	golden := year % 19
	century, ofCentury := year/100, year%100
	correction := (century - (century+8)/25 + 1) / 3
	epact := (19*golden + century - century/4 - correction + 15) % 30
	weekday := (32 + 2*(century%4) + 2*(ofCentury/4) - epact - ofCentury%4) % 7
	late := (golden + 11*epact + 22*weekday) / 451
	n := epact + weekday - 7*late + 114
	return day(year, time.Month(n/31), n%31+1)
}

// OrthodoxEaster returns Easter Sunday of the churches that keep the Julian computus (the algorithm of Meeus), as a
// day of the Gregorian calendar. The date is zero outside the years [FirstYear] to [LastYear].
func OrthodoxEaster(year int) att.Date {
	if !computable(year) {
		return att.Date{}
	}
	full := (19*(year%19) + 15) % 30
	n := full + (2*(year%4)+4*(year%7)-full+34)%7 + 114
	return julian(year, time.Month(n/31), n%31+1)
}

// OrthodoxChristmas returns the day of the Gregorian calendar in the year on which churches that follow the
// Julian calendar keep Christmas: 7 January from 1901 to 2100, a day earlier before and later after. The date is
// zero outside the years [FirstYear] to [LastYear].
func OrthodoxChristmas(year int) att.Date {
	if !computable(year) {
		return att.Date{}
	}
	return julian(year-1, time.December, 25)
}

// julian returns the Gregorian day of a Julian one after February. Between the two lie the leap days of the full
// centuries that the Gregorian calendar has left out.
func julian(year int, month time.Month, ofMonth int) att.Date {
	return day(year, month, ofMonth).AddDays(year/100 - year/400 - 2)
}

// jeuneGenevois returns the Thursday after the first Sunday of September.
func jeuneGenevois(year int) att.Date {
	first := day(year, time.September, 1)
	return first.AddDays((7-int(first.Weekday()))%7 + 4)
}

// roshHashanah returns the first of the two days, 1 Tishri, by the fixed arithmetic of the Hebrew calendar: the day
// of the mean new moon, put off by up to two days so that Yom Kippur does not lie beside a Sabbath, and no year has
// a length that it cannot have.
func roshHashanah(year int) att.Date {
	const (
		creation = -1373427 // 1 Tishri of the year 1, where 0001-01-01 is day 1
		offset   = 3761     // the Hebrew year that begins in the autumn of the civil year 0
	)
	hebrew := year + offset
	before, this, next := hebrewDays(hebrew-1), hebrewDays(hebrew), hebrewDays(hebrew+1)
	put := 0
	switch {
	case next-this == 356:
		put = 2
	case this-before == 382:
		put = 1
	}
	return day(1, time.January, 1).AddDays(creation + this + put - 1)
}

// hebrewDays returns the days from creation to the mean new moon of the year, never a Sunday, Wednesday or Friday.
func hebrewDays(year int) int {
	const partsOfDay = 25920
	months := (235*year - 234) / 19
	days := 29*months + (12084+13753*months)/partsOfDay
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}

// day returns a date that exists.
func day(year int, month time.Month, ofMonth int) att.Date {
	d, err := att.NewDate(year, month, ofMonth)
	if err != nil {
		panic(err) // the callers compute real days only
	}
	return d
}
