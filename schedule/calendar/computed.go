package calendar

import (
	"fmt"
	"time"

	"attwork.example/att"
)

// GenevaHolidays returns the nine public holidays of the canton of Geneva in the year, in order: New Year, Good
// Friday, Easter Monday, Ascension, Whit Monday, the National Day, Jeune genevois (the Thursday after the
// first Sunday of September), Christmas and the Restoration of the Republic on 31 December. Corpus Christi is none.
// It returns nil outside the years [FirstYear] to [LastYear].
//
// The list is that of today's law, applied to any year: it tells what to expect, not what was law in 1900. The
// list of 2026 was seen published, so its days are [att.Verified]; all others are [att.Computed].
func GenevaHolidays(year int) []Event {
	if !computable(year) {
		return nil
	}
	source, confidence := "Easter rule / statute; list of nine days published for 2026", att.Computed
	if year == 2026 {
		source, confidence = "public-holidays.us Geneva 2026", att.Verified
	}
	easter := WesternEaster(year)
	var list []Event
	for _, h := range []struct {
		id, name string
		day      att.Date
	}{
		{"new-year", "New Year", day(year, time.January, 1)},
		{"good-friday", "Good Friday", easter.AddDays(-2)},
		{"easter-monday", "Easter Monday", easter.AddDays(1)},
		{"ascension", "Ascension", easter.AddDays(39)},
		{"whit-monday", "Whit Monday", easter.AddDays(50)},
		{"national-day", "Swiss National Day", day(year, time.August, 1)},
		{"jeune-genevois", "Jeune genevois (Thursday after the first Sunday of September)", jeuneGenevois(year)},
		{"christmas", "Christmas", day(year, time.December, 25)},
		{"restoration", "Restoration of the Republic", day(year, time.December, 31)},
	} {
		list = append(list, Event{
			ID: fmt.Sprintf("geneva-%d-%s", year, h.id), Name: "Geneva cantonal holiday: " + h.name,
			Start: h.day, End: h.day, Place: "Geneva", Category: GenevaHoliday, Source: source, Confidence: confidence,
		})
	}
	return list
}

// ReligiousDays returns the religious days of the year that follow from arithmetic, in the order of [Event.Compare]:
// Orthodox Christmas, Western and Orthodox Easter with their Good Friday and Monday, and, by the Hebrew
// calendar, Passover, Rosh Hashanah and Yom Kippur, which begin the evening before and have a guard of one day. It
// returns nil outside the years [FirstYear] to [LastYear].
//
// Days that hang on sighting the moon, on astronomy or on a committee (Ramadan, both Eids, Lunar New Year, Vesak,
// Diwali, Gurpurab, Nowruz) are not computed; [Embedded] has them as data.
func ReligiousDays(year int) []Event {
	if !computable(year) {
		return nil
	}
	christmas, western, orthodox := OrthodoxChristmas(year), WesternEaster(year), OrthodoxEaster(year)
	tishri := roshHashanah(year)
	passover := tishri.AddDays(-163) // 15 Nisan lies as many days before the next 1 Tishri in every year
	list := []Event{
		{ID: "orthodox-christmas", Name: "Orthodox Christmas", Start: christmas, End: christmas, Source: "fixed"},
		{
			ID: "western-easter", Name: "Western Easter (Good Friday to Easter Monday)",
			Start: western.AddDays(-2), End: western.AddDays(1), Source: "Gregorian computus",
		},
		{
			ID: "orthodox-easter", Name: "Orthodox Easter (Good Friday to Monday)",
			Start: orthodox.AddDays(-2), End: orthodox.AddDays(1),
			Source: "Julian computus; A/RES/69/250 asks bodies to observe Orthodox Good Friday",
		},
		{
			ID: "passover", Name: "Passover (15-22 Nisan; begins the evening before; first and last two days are the strict ones)",
			Start: passover, End: passover.AddDays(7), Guard: 1, Source: "Hebrew calendar arithmetic",
		},
		{
			ID: "rosh-hashanah", Name: "Rosh Hashanah (begins the evening before)",
			Start: tishri, End: tishri.AddDays(1), Guard: 1, Source: "Hebrew calendar arithmetic",
		},
		{
			ID: "yom-kippur", Name: "Yom Kippur (begins the evening before)",
			Start: tishri.AddDays(9), End: tishri.AddDays(9), Guard: 1, Source: "Hebrew calendar arithmetic; A/RES/69/250",
		},
	}
	for i := range list {
		list[i].ID = fmt.Sprintf("religious-%d-%s", year, list[i].ID)
		list[i].Category, list[i].Confidence = Religious, att.Computed
	}
	return build(list).events
}

// Computed returns the days of [GenevaHolidays] and [ReligiousDays] from one year to another, both included, as a
// layer for years that [Embedded] does not have. Years outside [FirstYear] to [LastYear] have none.
func Computed(from, to int) Calendar {
	var list []Event
	for year := max(from, FirstYear); year <= min(to, LastYear); year++ {
		list = append(append(list, GenevaHolidays(year)...), ReligiousDays(year)...)
	}
	return build(list)
}
