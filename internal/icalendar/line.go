package icalendar

import (
	"bytes"
	"strings"

	"attwork.example/att"
)

// content is one content line: what is left of the lines of the file after unfolding (section 3.1).
type content struct {
	text   string
	offset int // of its first byte in the file
	row    int // of its first line in the file, from 1
}

// scanner cuts a file into content lines. A line ends with CRLF, LF or CR, since files pass through
// programs that change it; empty lines mean nothing.
type scanner struct {
	data []byte
	next int
	row  int // of the line at next, from 1
}

// line returns the next content line, and false at the end of the file.
func (s *scanner) line() (content, bool) {
	s.skipEmpty()
	if s.next == len(s.data) {
		return content{}, false
	}
	c := content{offset: s.next, row: s.row}
	first := s.physical()
	if !s.continues() {
		c.text = string(first)
		return c, true
	}
	// Unfolding works on bytes: careless programs cut runes.
	text := bytes.Clone(first)
	for s.continues() {
		text = append(text, s.physical()[1:]...)
	}
	c.text = string(text)
	return c, true
}

// continues reports whether the next line that is not empty belongs to the one before.
func (s *scanner) continues() bool {
	s.skipEmpty()
	return s.next < len(s.data) && (s.data[s.next] == ' ' || s.data[s.next] == '\t')
}

func (s *scanner) skipEmpty() {
	for s.next < len(s.data) && endLength(s.data[s.next:]) > 0 {
		s.next += endLength(s.data[s.next:])
		s.row++
	}
}

// physical returns the line at next without its end.
func (s *scanner) physical() []byte {
	rest := s.data[s.next:]
	n := bytes.IndexAny(rest, "\r\n")
	if n < 0 {
		s.next = len(s.data)
		return rest
	}
	s.next += n + endLength(rest[n:])
	s.row++
	return rest[:n]
}

// endLength returns the length of the line end at the start of data, 0 if there is none.
func endLength(data []byte) int {
	switch {
	case bytes.HasPrefix(data, []byte("\r\n")):
		return 2
	case bytes.HasPrefix(data, []byte("\n")), bytes.HasPrefix(data, []byte("\r")):
		return 1
	}
	return 0
}

// position returns the place in the file of a byte of a content line.
func (s *scanner) position(c content, index int) att.Position {
	p := att.Position{Line: c.row, Column: 1}
	for at := c.offset; at < len(s.data) && index < len(c.text); {
		if n := endLength(s.data[at:]); n > 0 {
			p.Line, p.Column = p.Line+1, 1
			at += n
			if at < len(s.data) && endLength(s.data[at:]) == 0 {
				at, p.Column = at+1, 2 // behind the space that continues the line
			}
			continue
		}
		if index == 0 {
			return p
		}
		at, index, p.Column = at+1, index-1, p.Column+1
	}
	return p
}

// property is a content line cut into its parts. Of the parameters it has those that are needed.
type property struct {
	content
	name    string // in capitals
	kind    string // VALUE, in capitals
	zone    string // TZID
	value   string
	valueAt int // index of the value in the content line
}

// name returns the name of the property in a content line, in capitals; "" if it has none that a
// property can have.
func (c content) name() string {
	n := strings.IndexAny(c.text, ":;")
	if n <= 0 {
		return ""
	}
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
	if strings.Trim(c.text[:n], letters) != "" {
		return ""
	}
	return strings.ToUpper(c.text[:n])
}

// parse cuts the line into its parts. If it cannot be cut, fault says what was expected at index at.
func (c content) parse() (p property, fault string, at int) {
	p = property{content: c, name: c.name()}
	at = len(p.name)
	for at < len(c.text) && c.text[at] == ';' {
		at++
		n := strings.IndexAny(c.text[at:], "=:;")
		if n <= 0 || c.text[at+n] != '=' {
			return p, "expected a parameter of the form NAME=VALUE", at
		}
		key := strings.ToUpper(c.text[at : at+n])
		at += n + 1
		value, length, fault := parameter(c.text[at:])
		if fault != "" {
			return p, fault, at
		}
		at += length
		switch key {
		case "VALUE":
			p.kind = strings.ToUpper(value)
		case "TZID":
			p.zone = value
		}
	}
	if at >= len(c.text) || c.text[at] != ':' {
		return p, "expected a colon and the value of " + p.name, min(at, len(c.text))
	}
	p.valueAt = at + 1
	p.value = c.text[p.valueAt:]
	return p, "", 0
}

// parameter reads the values of a parameter at the start of s. It returns the first of them, which is
// the only one where one is expected, and the length of all.
func parameter(s string) (value string, length int, fault string) {
	for first := true; ; first = false {
		item, n := "", 0
		if strings.HasPrefix(s[length:], `"`) {
			n = strings.IndexByte(s[length+1:], '"')
			if n < 0 {
				return "", 0, "expected a second quotation mark that ends the value of the parameter"
			}
			item, n = s[length+1:length+1+n], n+2
		} else {
			n = strings.IndexAny(s[length:], `:;,"`)
			if n < 0 {
				n = len(s) - length
			}
			item = s[length : length+n]
		}
		if first {
			value = item
		}
		length += n
		if length == len(s) || s[length] != ',' {
			return value, length, ""
		}
		length++
	}
}
