package calendar_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

func itoa(n int) string { return strconv.Itoa(n) }

// TestKnownEasters has years from almanacs, among them the earliest and latest Sundays.
func TestKnownEasters(t *testing.T) {
	for _, want := range []string{
		"1900-04-15", "1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
		"2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20",
		"2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19",
	} {
		assert.Equal(t, want, calendar.WesternEaster(att.MustDate(want).Year()).String())
	}
	for _, want := range []string{
		"1983-05-08", "2000-04-30", "2010-04-04", "2011-04-24", "2013-05-05", "2014-04-20", "2016-05-01", "2017-04-16",
		"2018-04-08", "2019-04-28", "2020-04-19", "2021-05-02", "2022-04-24", "2023-04-16", "2024-05-05", "2025-04-20",
		"2026-04-12", "2027-05-02",
	} {
		assert.Equal(t, want, calendar.OrthodoxEaster(att.MustDate(want).Year()).String())
	}
}

// sundayAfterFullMoon is a second computus, by the words of the rule: the Sunday after the first full moon of the
// table on or after 21 March. The Gregorian table is that of Knuth's Algorithm E, the Julian that of golden numbers.
func sundayAfterFullMoon(year int, gregorian bool) att.Date {
	golden := year%19 + 1
	equinox := att.MustDate(itoa(year) + "-03-21")
	var wait int // days from the equinox to the moon
	if gregorian {
		century := year/100 + 1
		left, moon := 3*century/4-12, (8*century+5)/25-5 // leap days left out, correction of the moon
		epact := (11*golden + 20 + moon - left) % 30
		if epact == 25 && golden > 11 || epact == 24 {
			epact++
		}
		wait = (44 - epact - 21 + 30) % 30
	} else {
		equinox = equinox.AddDays(year/100 - year/400 - 2) // the Julian 21 March
		wait = (19*(golden-1) + 15) % 30
	}
	d := equinox.AddDays(wait + 1)
	for d.Weekday() != time.Sunday {
		d = d.AddDays(1)
	}
	return d
}

func TestEasterProperties(t *testing.T) {
	for year := calendar.FirstYear; year <= calendar.LastYear; year++ {
		western, orthodox := calendar.WesternEaster(year), calendar.OrthodoxEaster(year)
		y := itoa(year)
		assert.Equal(t, time.Sunday, western.Weekday(), y)
		assert.Equal(t, time.Sunday, orthodox.Weekday(), y)
		assert.Equal(t, []int{year, year}, []int{western.Year(), orthodox.Year()})
		assert.False(t, western.Before(att.MustDate(y+"-03-22")) || western.After(att.MustDate(y+"-04-25")), western)
		assert.False(t, orthodox.Before(att.MustDate(y+"-04-03")) || orthodox.After(att.MustDate(y+"-05-10")), orthodox)
		assert.False(t, orthodox.Before(western), y)
		assert.Zero(t, western.DaysUntil(orthodox)%7, y)
		assert.LessOrEqual(t, western.DaysUntil(orthodox), 35, y)
		assert.Equal(t, sundayAfterFullMoon(year, true), western, y)
		assert.Equal(t, sundayAfterFullMoon(year, false), orthodox, y)
	}
}

func TestOutsideTheYears(t *testing.T) {
	for _, year := range []int{-1, 0, calendar.FirstYear - 1, calendar.LastYear + 1, 1 << 40} {
		assert.True(t, calendar.WesternEaster(year).IsZero())
		assert.True(t, calendar.OrthodoxEaster(year).IsZero())
		assert.True(t, calendar.OrthodoxChristmas(year).IsZero())
		assert.Nil(t, calendar.GenevaHolidays(year))
		assert.Nil(t, calendar.ReligiousDays(year))
		assert.Zero(t, calendar.Computed(year, year).Len())
	}
	assert.Equal(t, 301*15, calendar.Computed(-1<<40, 1<<40).Len())
	assert.Zero(t, calendar.Computed(2026, 2025).Len())
}

func TestOrthodoxChristmas(t *testing.T) {
	for year, want := range map[int]string{
		1900: "1900-01-06", 1901: "1901-01-07", 2026: "2026-01-07", 2100: "2100-01-07", 2101: "2101-01-08", 2200: "2200-01-08",
	} {
		assert.Equal(t, want, calendar.OrthodoxChristmas(year).String())
	}
}

func TestGenevaHolidays(t *testing.T) {
	for year := calendar.FirstYear; year <= calendar.LastYear; year++ {
		list := calendar.GenevaHolidays(year)
		require.Len(t, list, 9)
		assert.True(t, slices.IsSortedFunc(list, calendar.Event.Compare))
		confidence := att.Computed
		if year == 2026 {
			confidence = att.Verified
		}
		for _, h := range list {
			assert.Equal(t, h.Start, h.End, h.ID)
			assert.Equal(t, confidence, h.Confidence, h.ID)
			assert.NotContains(t, h.Name, "Corpus Christi")
		}
		jeune := list[6]
		assert.Equal(t, "geneva-"+itoa(year)+"-jeune-genevois", jeune.ID)
		assert.Equal(t, time.Thursday, jeune.Start.Weekday())
		sunday := jeune.Start.AddDays(-4)
		assert.Equal(t, time.September, sunday.Month())
		assert.LessOrEqual(t, sunday.Day(), 7, "the first Sunday")
	}
	var days []string
	for _, h := range calendar.GenevaHolidays(2026) {
		days = append(days, h.Start.String())
	}
	assert.Equal(t, []string{
		"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25", "2026-08-01", "2026-09-10", "2026-12-25", "2026-12-31",
	}, days)
}

// TestHebrew holds the days against known ones, and against what the Hebrew calendar allows.
func TestHebrew(t *testing.T) {
	find := func(year int, what string) calendar.Event {
		list := calendar.ReligiousDays(year)
		i := slices.IndexFunc(list, func(e calendar.Event) bool { return strings.HasSuffix(e.ID, what) })
		require.GreaterOrEqual(t, i, 0)
		return list[i]
	}
	for _, want := range []string{
		"1900-09-24", "1948-10-04", "1999-09-11", "2000-09-30", "2013-09-05", "2020-09-19", "2021-09-07",
	} {
		assert.Equal(t, want, find(att.MustDate(want).Year(), "rosh-hashanah").Start.String())
	}
	for _, want := range []string{"2013-03-26", "2016-04-23", "2020-04-09", "2021-03-28"} {
		assert.Equal(t, want, find(att.MustDate(want).Year(), "passover").Start.String())
	}
	for year := calendar.FirstYear; year < calendar.LastYear; year++ {
		list := calendar.ReligiousDays(year)
		require.Len(t, list, 6)
		assert.True(t, slices.IsSortedFunc(list, calendar.Event.Compare))
		tishri, next := find(year, "rosh-hashanah").Start, find(year+1, "rosh-hashanah").Start
		assert.Contains(t, []int{353, 354, 355, 383, 384, 385}, tishri.DaysUntil(next), year)
		assert.NotContains(t, []time.Weekday{time.Sunday, time.Wednesday, time.Friday}, tishri.Weekday(), year)
		passover := find(year, "passover").Start
		assert.False(t, passover.Before(att.MustDate(itoa(year)+"-03-25")) || passover.After(att.MustDate(itoa(year)+"-05-01")), passover)
	}
}
