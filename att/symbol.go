package att

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Symbol is the symbol of a document of the treaty process, in its parts. Two forms are in use. Since about 2017 a
// symbol names the conference, perhaps a body, the year, who issued it, a serial number that runs on over the
// cycles, and perhaps a type with a revision: ATT/CSP10.WGTR/2024/CHAIR/778/AnnAgenda. Earlier ones name a series
// instead: ATT/CSP2/2016/WP.4/Rev.1, ATT/CSP1/CONF/1.
type Symbol struct {
	Conference int    // 10 in CSP10; 0: the symbol names a body alone, as in ATT/VTF/2019/CHAIR/531
	Body       string // WGTR; empty: the conference itself
	Year       int    // 0: none
	Issuer     string // CHAIR, SEC, PRES, MC; of the earlier form: empty
	Series     string // of the earlier form: WP, INF, CONF, or empty
	Number     int
	Type       string // Conf.FinRep, M1.IntroPaper; empty: none
	Revision   int    // 0: none
}

// IsZero reports whether s is no symbol.
func (s Symbol) IsZero() bool { return s == Symbol{} }

// Early reports whether s has the earlier form.
func (s Symbol) Early() bool { return s.Issuer == "" }

// String returns the symbol as it is printed; for the zero Symbol an empty text.
func (s Symbol) String() string {
	if s.IsZero() {
		return ""
	}
	parts := []string{"ATT", s.meeting()}
	if s.Year > 0 {
		parts = append(parts, strconv.Itoa(s.Year))
	}
	number := strconv.Itoa(s.Number)
	switch {
	case !s.Early():
		parts = append(parts, s.Issuer, number)
	case s.Series == "":
		parts = append(parts, number)
	case s.Year == 0:
		parts = append(parts, s.Series, number)
	default:
		parts = append(parts, s.Series+"."+number)
	}
	if s.Type != "" {
		parts = append(parts, s.Type)
	}
	switch {
	case s.Revision > 0 && s.Type != "":
		parts[len(parts)-1] += ".Rev" + strconv.Itoa(s.Revision)
	case s.Revision > 0:
		parts = append(parts, "Rev."+strconv.Itoa(s.Revision))
	}
	return strings.Join(parts, "/")
}

func (s Symbol) meeting() string {
	if s.Conference == 0 {
		return s.Body
	}
	meeting := "CSP" + strconv.Itoa(s.Conference)
	if s.Body != "" {
		meeting += "." + s.Body
	}
	return meeting
}

// ParseSymbol reads a symbol of either form. What it returns prints as it was read.
func ParseSymbol(text string) (Symbol, error) {
	fail := func(why string) (Symbol, error) {
		return Symbol{}, fmt.Errorf("att: %s is no document symbol: %s; expected one such as ATT/CSP10.WGTR/2024/CHAIR/778/AnnAgenda", quote(text), why)
	}
	parts := strings.Split(text, "/")
	if len(text) > 100 || len(parts) < 4 || len(parts) > 7 || parts[0] != "ATT" {
		return fail("it does not begin with ATT and have four to seven parts")
	}
	var s Symbol
	if err := s.parseMeeting(parts[1]); err != nil {
		return fail(err.Error())
	}
	rest := parts[2:]
	if year, err := number(rest[0], 4); err == nil && year >= 2014 && year <= 2200 {
		s.Year, rest = year, rest[1:]
	}
	rest, err := s.parseNumber(rest)
	if err != nil {
		return fail(err.Error())
	}
	if err := s.parseType(rest); err != nil {
		return fail(err.Error())
	}
	if s.String() != text {
		return fail("its parts are not in the usual order")
	}
	return s, nil
}

func (s *Symbol) parseMeeting(part string) error {
	meeting, body, _ := strings.Cut(part, ".")
	digits, isConference := strings.CutPrefix(meeting, "CSP")
	if !isConference {
		if !capitals(part) {
			return errors.New("it names no conference such as CSP10, and no body")
		}
		s.Body = part
		return nil
	}
	n, err := number(digits, 3)
	if err != nil || n == 0 || body != "" && !capitals(body) {
		return errors.New("it names no conference such as CSP10 or CSP10.WGTR")
	}
	s.Conference, s.Body = n, body
	return nil
}

// parseNumber reads the issuer or the series with the number, and returns what follows.
func (s *Symbol) parseNumber(rest []string) ([]string, error) {
	missing := errors.New("it has no issuer or series with a number, such as CHAIR/778 or WP.6")
	if len(rest) == 0 {
		return nil, missing
	}
	if series, n, ok := strings.Cut(rest[0], "."); ok && capitals(series) {
		count, err := number(n, 5)
		s.Series, s.Number = series, count
		return rest[1:], err
	}
	if n, err := number(rest[0], 5); err == nil {
		s.Number = n
		return rest[1:], nil
	}
	if len(rest) < 2 || !capitals(rest[0]) {
		return nil, missing
	}
	n, err := number(rest[1], 5)
	if err != nil {
		return nil, missing
	}
	s.Number = n
	if s.Year == 0 {
		s.Series = rest[0]
	} else {
		s.Issuer = rest[0]
	}
	return rest[2:], nil
}

// parseType reads a type and a revision.
func (s *Symbol) parseType(rest []string) error {
	wrong := errors.New("what follows its number is no type such as Conf.Rep, and no revision such as Rev.1")
	if len(rest) == 0 {
		return nil
	}
	last := rest[len(rest)-1]
	if n, ok := strings.CutPrefix(last, "Rev."); ok && len(rest) == 1 {
		revision, err := number(n, 2)
		s.Revision = revision
		return err
	}
	if len(rest) > 1 || !typeOf(last) {
		return wrong
	}
	s.Type = last
	if i := strings.LastIndex(last, ".Rev"); i > 0 {
		if n, err := number(last[i+len(".Rev"):], 2); err == nil && n > 0 {
			s.Type, s.Revision = last[:i], n
		}
	}
	return nil
}

// number reads digits without a leading zero.
func number(s string, most int) (int, error) {
	if s == "" || len(s) > most || s[0] == '0' || strings.Trim(s, "0123456789") != "" {
		return 0, fmt.Errorf("%s is no number", quote(s))
	}
	return strconv.Atoi(s)
}

// capitals reports whether s is an abbreviation such as WGTR.
func capitals(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// typeOf reports whether s may be a type: letters, digits, dots and round brackets, beginning with a letter.
func typeOf(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789.()", r)) {
			return false
		}
	}
	return s != ""
}
