package icalendar

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxOctets is the length of a line without its end (RFC 5545, section 3.1).
const maxOctets = 75

// fold appends the content line to dst, cut into lines of at most 75 octets. A rune is never cut: a
// reader that decodes before it unfolds would lose it.
func fold(dst []byte, line string) []byte {
	room := maxOctets
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		dst = append(dst, line[:cut]...)
		dst = append(dst, "\r\n "...)
		line, room = line[cut:], maxOctets-1 // the space counts
	}
	dst = append(dst, line...)
	return append(dst, "\r\n"...)
}

// clean removes what a text may not have (CONTROL, section 3.1). Each sort of line end becomes \n: some
// readers take the Unicode ones for the end of the content line.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return '\n'
		case r < ' ' && r != '\n' && r != '\t' || r == 0x7f:
			return -1
		}
		return r
	}, s)
}

// The replacers of TEXT values. A replacer never changes; making one for each value takes seconds for
// a list of millions of blanks.
var (
	escaper   = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)
	unescaper = strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n", `\N`, "\n")
)

// escape returns a cleaned text as a TEXT value (section 3.3.11).
func escape(s string) string { return escaper.Replace(s) }

// unescape returns the text of a TEXT value. A backslash before anything else stays, so that a path
// of a file system written by a careless program keeps its meaning.
func unescape(s string) string { return clean(unescaper.Replace(s)) }

// splitList cuts a list of TEXT values at the commas that are not escaped, and returns at most most of
// them, without those that are blank.
func splitList(s string, most int) (list []string, more bool) {
	start := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s)-1 && s[i] == '\\' {
			i++ // what it escapes
			continue
		}
		if i < len(s) && s[i] != ',' {
			continue
		}
		if item := strings.TrimSpace(unescape(s[start:i])); item != "" {
			if len(list) == most {
				return list, true
			}
			list = append(list, item)
		}
		start = i + 1
	}
	return list, false
}

// webAddress reports whether s is an absolute address that can stand in a URL as it is.
func webAddress(s string) bool {
	for _, b := range []byte(s) {
		if b <= ' ' || b >= 0x7f {
			return false
		}
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// quote returns a text from outside in quotes, cut to what fits in a sentence and without marks that
// change the direction of writing.
func quote(s string) string {
	const most = 40
	if len(s) > 4*most+1 {
		s = s[:4*most+1]
	}
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}
