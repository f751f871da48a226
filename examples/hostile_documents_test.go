package examples_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf16"
)

// broken makes a document that is broken at random out of a valid one: the same for the same rng.
func broken(rng *rand.Rand, seed []byte) []byte {
	data := bytes.Clone(seed)
	isJSON := len(data) > 0 && data[0] == '{'
	for range 1 + rng.IntN(3) {
		if isJSON && rng.IntN(3) > 0 {
			data = breakJSON(rng, data)
		} else {
			data = breakText(rng, data)
		}
	}
	return data
}

// odd are texts that readers stumble over.
var odd = []string{
	"", "\x00", "\xff", "\ufeff", "\u202e", "\r", "\n\n", "\t", "é", "\xe9", "𝔸", "\"", "'", "\\", ",", ";", "{", "}", "[", "]", ":", "<!--", "=1+1", "%s%d%n", "../../etc",
	"-1", "0", "1e400", "99999999999999999999", "2024-02-30", "0001-01-01", "9999-12-31", "BEGIN:VEVENT\n", "END:VCALENDAR\n", "RRULE:FREQ=SECONDLY\n", "DTSTART:99999999T999999Z\n",
	strings.Repeat("x", 1<<20), strings.Repeat("[", 100_000), strings.Repeat("ü ", 50_000), strings.Repeat(",", 100_000), strings.Repeat("\"", 99_999), strings.Repeat("\n", 100_000),
}

// breakText breaks a document as bytes.
func breakText(rng *rand.Rand, data []byte) []byte {
	at := rng.IntN(len(data) + 1)
	end := min(len(data), at+rng.IntN(200))
	switch rng.IntN(12) {
	case 0:
		return data[:at]
	case 1:
		return data[at:]
	case 2:
		for range 1 + rng.IntN(20) {
			if len(data) > 0 {
				data[rng.IntN(len(data))] ^= 1 << rng.IntN(8)
			}
		}
		return data
	case 3:
		return slices.Delete(data, at, end)
	case 4:
		return slices.Insert(data, at, bytes.Repeat(bytes.Clone(data[at:end]), 1+rng.IntN(3))...)
	case 5:
		return bytes.ReplaceAll(data, []byte("\n"), []byte([]string{"\r\n", "\r", "", "\n\n"}[rng.IntN(4)]))
	case 6:
		lines := bytes.SplitAfter(data, []byte("\n"))
		rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		return bytes.Join(lines, nil)
	case 7:
		return encoded(rng, data)
	default:
		return slices.Insert(data, at, []byte(odd[rng.IntN(len(odd))])...)
	}
}

// encoded writes a document in another encoding than UTF-8, or marks it so.
func encoded(rng *rand.Rand, data []byte) []byte {
	marked := append([]byte("\xef\xbb\xbf"), data...)
	switch rng.IntN(4) {
	case 0:
		return marked
	case 1:
		var out []byte
		for _, r := range string(data) { // Latin-1, and question marks as old programs have them
			if r > 0xff {
				r = '?'
			}
			out = append(out, byte(r))
		}
		return append(out, 0xe9)
	case 2:
		return utf16Of(marked, binary.LittleEndian)
	}
	return utf16Of(marked, binary.BigEndian)
}

func utf16Of(data []byte, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(string(data))) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

// values are what a JSON document may hold anywhere, to the surprise of a reader.
var values = []string{
	"null", "true", "0", "-1", "0.5", "1e400", "-1e10000", "1e-400", "1000000", "2147483648", "99999999999999999999", "{}", "[]", `""`, `" "`, `"x"`, `"\u0000"`, `"\ud800"`, "\"\xff\"",
	`"2024-02-30"`, `"9999-12-31"`, `"0001-01-01"`, `"at least 3"`, `"at least 99999999999999999999"`, `"23:59"`, `"24:00"`, `"XXX 1e99"`, `"USD 99999999999999999999999999"`, `"USD -0.001"`, `[[[[[[]]]]]]`,
	`{"en": "x", "xx-!": "y"}`, `{"id": "a", "id": "a"}`, `["a", "a"]`, `[{}, {}]`, `{"": ""}`,
	`"` + strings.Repeat("x", 1<<20) + `"`, strings.Repeat("[", 5000) + strings.Repeat("]", 5000), `[` + strings.Repeat(`{},`, 70_000) + `{}]`, `"` + strings.Repeat(`\u202e`, 2000) + `"`, strings.Repeat("9", 100_000),
}

// span is where a value stands in a JSON document; key is the offset of its key, or of the value in a list.
type span struct{ key, start, end int }

// breakJSON breaks a document as a tree: a value is another one, stands twice, is missing, or changes places.
func breakJSON(rng *rand.Rand, data []byte) []byte {
	all := spans(data)
	if len(all) == 0 {
		return breakText(rng, data)
	}
	a, b := all[rng.IntN(len(all))], all[rng.IntN(len(all))]
	switch rng.IntN(6) {
	case 0: // it, or its member, stands twice
		return slices.Insert(data, a.end, []byte(", "+string(data[a.key:a.end]))...)
	case 1:
		end := a.end
		for end < len(data) && strings.IndexByte(" \n,", data[end]) >= 0 {
			end++
		}
		return slices.Delete(data, a.key, end)
	case 2:
		return slices.Replace(data, a.start, a.end, bytes.Clone(data[b.start:b.end])...)
	}
	return slices.Replace(data, a.start, a.end, []byte(values[rng.IntN(len(values))])...)
}

// spans returns where the values of a document stand, as far as it can be read.
func spans(data []byte) []span {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	type frame struct {
		span
		object, haveKey bool
		keyAt           int
	}
	var open []frame
	var all []span
	for {
		start := int(dec.InputOffset())
		tok, err := dec.Token()
		if err != nil {
			return all
		}
		for start < len(data) && strings.IndexByte(" \t\r\n,:", data[start]) >= 0 {
			start++
		}
		end := int(dec.InputOffset())
		delim, _ := tok.(json.Delim)
		if delim == '}' || delim == ']' {
			last := open[len(open)-1]
			open = open[:len(open)-1]
			last.end = end
			all = append(all, last.span)
			continue
		}
		here := span{start, start, end}
		if n := len(open); n > 0 && open[n-1].object {
			top := &open[n-1]
			if !top.haveKey {
				top.haveKey, top.keyAt = true, start
				continue
			}
			top.haveKey, here.key = false, top.keyAt
		}
		if delim != 0 {
			open = append(open, frame{span: here, object: delim == '{'})
		} else {
			all = append(all, here)
		}
	}
}
