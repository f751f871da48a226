package paper

import (
	"strconv"
	"strings"

	"attwork.example/att"
	"attwork.example/finance"
)

// A locale is how a language writes numbers and days, with Latin digits throughout. Words are in the catalogue.
type locale struct {
	dir          string
	group, point string
	unitAfter    bool   // a currency follows its amount
	comma        string // between names, with its space
	semicolon    string
	day          string // {d}, {m}, {y}
	first        string // of the month, where it is written otherwise
	months       [12]string
	short        [12]string // where there is little room
}

const noBreak, narrowNoBreak = "\u00a0", "\u202f"

// localeOf returns the locale of a language; one that has none here gets thin spaces between groups, a point, and days
// as 2024-03-18.
func localeOf(l att.Lang) locale {
	switch l {
	case att.French:
		return locale{dir: "ltr", comma: ", ", semicolon: narrowNoBreak + "; ", group: narrowNoBreak, point: ",", unitAfter: true, day: "{d} {m} {y}", first: "1er", months: [12]string{
			"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
		}, short: [12]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."}}
	case att.Spanish:
		return locale{dir: "ltr", comma: ", ", semicolon: "; ", group: narrowNoBreak, point: ",", unitAfter: true, day: "{d} de {m} de {y}", first: "1", months: [12]string{
			"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
		}, short: [12]string{"ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."}}
	case att.Russian:
		return locale{dir: "ltr", comma: ", ", semicolon: "; ", group: noBreak, point: ",", unitAfter: true, day: "{d} {m} {y} года", first: "1", months: [12]string{
			"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
		}, short: [12]string{"янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."}}
	case att.Arabic:
		return locale{dir: "rtl", comma: "، ", semicolon: "؛ ", group: ",", point: ".", day: "{d} {m} {y}", first: "1", months: [12]string{
			"كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
			"تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
		}, short: [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}}
	case att.Chinese:
		months := [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"}
		return locale{dir: "ltr", comma: "、", semicolon: "；", group: ",", point: ".", day: "{y}年{m}{d}日", first: "1", months: months, short: months}
	case att.English:
		return locale{dir: "ltr", comma: ", ", semicolon: "; ", group: ",", point: ".", day: "{d} {m} {y}", first: "1", months: [12]string{
			"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		}, short: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}}
	}
	months := [12]string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"}
	return locale{dir: direction(l), comma: ", ", semicolon: "; ", group: narrowNoBreak, point: ".", day: "{y}-{m}-{d}", first: "01", months: months, short: months}
}

// direction is "rtl" for a language that is written from right to left, "auto" where nobody knows the language.
func direction(l att.Lang) string {
	primary, _, _ := strings.Cut(strings.ToLower(string(l)), "-")
	switch primary {
	case "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi":
		return "rtl"
	case "und":
		return "auto"
	}
	return "ltr"
}

// digits writes a decimal number, as in -52500.5, with its groups and its point.
func (l locale) digits(s string) string {
	sign, number := "", s
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		sign, number = "−", rest
	}
	whole, fraction, _ := strings.Cut(number, ".")
	var b strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.group)
		}
		b.WriteRune(d)
	}
	if fraction != "" {
		b.WriteString(l.point + fraction)
	}
	return sign + b.String()
}

func (s *speaker) number(n int) text { return s.signed(s.locale.digits(strconv.Itoa(n))) }

// signed writes digits, before which a sign may stand: among letters from right to left it would come after them.
func (s *speaker) signed(digits string) text {
	sign := strings.HasPrefix(digits, "−") || strings.HasPrefix(digits, "+")
	return text{{Text: digits, Left: sign && s.locale.dir == "rtl"}}
}

// date writes a day, or that it is unknown.
func (s *speaker) date(d att.Date) text {
	if d.IsZero() {
		return s.say("unknown")
	}
	day := strconv.Itoa(d.Day())
	if d.Day() == 1 {
		day = s.locale.first
	} else if s.locale.first == "01" && d.Day() < 10 {
		day = "0" + day
	}
	return plain(strings.NewReplacer("{d}", day, "{m}", s.locale.months[d.Month()-1], "{y}", strconv.Itoa(d.Year())).Replace(s.locale.day))
}

// span writes the days from one to another, which may be the same or unknown.
func (s *speaker) span(from, to att.Date) text {
	if from == to || to.IsZero() {
		return s.date(from)
	}
	return s.say("{first} to {last}", part{"first", s.date(from)}, part{"last", s.date(to)})
}

// count writes a number that may be unknown, or known only from below.
func (s *speaker) count(c att.Count) text {
	switch {
	case !c.Known:
		return s.say("unknown")
	case c.Minimum:
		return s.say("at least {n}", part{"n", s.number(c.N)})
	}
	return s.number(c.N)
}

// priced writes digits with their currency, if they have one. Amounts without cents are written without.
func (s *speaker) priced(digits, currency string) text {
	amount := s.locale.digits(strings.TrimSuffix(digits, ".00"))
	switch {
	case currency == "":
		return s.signed(amount)
	case s.locale.unitAfter:
		return plain(amount + noBreak + currency)
	}
	return plain(currency + noBreak + amount)
}

// amount writes an exact amount without its currency, which stands where amounts are explained. Cents are written where
// any of the amounts beside it has some.
func (s *speaker) amount(m finance.Money, cents bool) text {
	digits := m.Digits()
	if !cents {
		digits = strings.TrimSuffix(digits, ".00")
	}
	return s.signed(s.locale.digits(digits))
}

// amountRange writes the smallest and the largest of three price scenarios.
func (s *speaker) amountRange(r finance.Range) text {
	least, most := r.Bounds()
	if c, err := least.Compare(most); err == nil && c == 0 {
		return s.amount(least, false)
	}
	return s.say("{from} to {to}", part{"from", s.amount(least, false)}, part{"to", s.amount(most, false)})
}

// countCell and the others make cells that a machine can read too.
func (s *speaker) countCell(c att.Count) cell {
	if !c.Known {
		return cell{Text: s.count(c), None: true}
	}
	return valued(s.count(c), c.String())
}

func (s *speaker) numberCell(n int) cell { return valued(s.number(n), strconv.Itoa(n)) }

func (s *speaker) dateCell(d att.Date) cell {
	if d.IsZero() {
		return cell{Text: s.date(d), None: true}
	}
	return valued(s.date(d), d.String())
}

func (s *speaker) amountCell(m finance.Money, cents bool) cell {
	return valued(s.amount(m, cents), m.Digits())
}
