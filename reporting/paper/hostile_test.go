package paper_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/reporting/paper"
)

// attacks are texts that mean something to one of the readers of a paper.
var attacks = []string{
	// to a browser
	"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "' onmouseover='alert(1)", "javascript:alert(1)", "</title><script>alert(1)</script>",
	"</style><svg onload=alert(1)>", "--><!--", "]]>", "&lt;b&gt; &#60;i&#62; &amp;amp;", "</td></tr></table><h1>x</h1>", "<a href=//evil.example>x</a>", "{{.}} {name} {bodies}: {title",
	// to a reader of Markdown
	"[x](javascript:alert(1))", "![x](http://evil.example/x.png)", "[x]: http://evil.example", "<http://evil.example>", "see https://evil.example/x, www.evil.example or a@evil.example",
	"| a | b |", `a\|b`, `\|`, "a\\", "a`b|c``d", "```", "`` ` ``", "# x", "- x", "1. x", "1) x", "> x", "***", "---", "===", ": x", "*x* _x_ **x** ~~x~~ $x$", "a  \n\n# b", "    x", "<!-- x -->", "<br>", "&nbsp;&#35;",
	// to a spreadsheet
	"=1+1", "+1", "-1", "-1+1|x", "@SUM(1)", "\t=1+1", "\r=1+1", " =1+1", "\u00a0=1+1", "＝1+1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", `=HYPERLINK("http://evil.example")`, "8.2", "1/2", "1-2", "3E5", "10:30", "10 am", "(4)", "50 %",
	"$5", "1 March 2024", "3 mars", "MAR-3", "2024年3月1日", "1 234,50", "2024-03-18", "a,b;c\td", "a\"b", "'x", "\u22125",
	// to whoever reads the letters
	"\u202egnp.exe", "a\u2066b", "\u200f\u200e\u061c", "\u202a\u202c", "a\x00b\x1b[31mc\x7f\u0085", "\ufeffx", "a\u2028b\u2029c", "\xff\xfe\xc3", "\ufffe\uffff", "a\r\nb", "", " ", "\u3000",
}

// cut shortens every list of a paper to a few elements, so that many papers can be written.
func cut[T any](v T, few int) T { return cutValue(reflect.ValueOf(v), few).Interface().(T) }

func cutValue(v reflect.Value, few int) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			break
		}
		n := min(v.Len(), few)
		out.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			out.Index(i).Set(cutValue(v.Index(i), few))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(cutValue(v.Field(i), few))
			}
		}
	}
	return out
}

// places are the ways to put an attack into a text; that of a closed list keeps its meaning unless closed is set.
var places = map[string]struct {
	closed bool
	put    func(attack, s string) string
}{
	"alone":  {false, func(attack, _ string) string { return attack }},
	"before": {false, func(attack, s string) string { return attack + s }},
	"after":  {false, func(attack, s string) string { return s + attack }},
	"words":  {true, func(attack, s string) string { return attack + s }},
}

// planted returns the paper with an attack in each text.
func planted(p paper.Paper, place, attack string) paper.Paper {
	return replant(p, func(t reflect.Type, s string) string {
		switch {
		case t == reflect.TypeFor[att.Lang]():
			if place == "words" {
				return s + attack
			}
			return s
		case t != reflect.TypeFor[string]() && !places[place].closed:
			return s
		}
		return places[place].put(attack, s)
	})
}

// hostileCatalogue has a translation with an attack for what the paper says, as far as harmless pages show it.
func hostileCatalogue(attack string) paper.Catalogue {
	sentences := map[string]string{}
	for _, s := range []string{
		"At a glance", "Counts over the cycle", "What is counted", "Who meets when", "Days", "Meeting", "{from} to {to}", "unknown", "What this rests on", "{name}:",
		"From {before} to {after}", "Contents", "Made again by {command}", "{bodies}: {title} ({minutes})", "The year",
	} {
		sentences[s] = attack + s + attack
	}
	return paper.NewCatalogue(att.Lang("x"+attack), sentences)
}

func TestHostileTexts(t *testing.T) {
	small := cut(whole(), 2)
	french := catalogue(t, att.French)
	known := vocabulary{}
	for _, p := range []paper.Paper{whole(), small} {
		for _, c := range []paper.Catalogue{{}, french} {
			known.add(t, written(t, p, paper.HTML, c))
			known.add(t, written(t, p, paper.HTML, paper.NewCatalogue("qq", nil))) // marks whatever a language lacks
		}
	}
	for _, attack := range attacks {
		for place := range places {
			hostile := planted(small, place, attack)
			t.Run(fmt.Sprintf("%s %+q", place, attack), func(t *testing.T) {
				harmless(t, known, hostile, french)
				if place == "alone" {
					harmless(t, known, hostile, paper.Catalogue{})
				}
			})
		}
		t.Run(fmt.Sprintf("catalogue %+q", attack), func(t *testing.T) { harmless(t, known, small, hostileCatalogue(attack)) })
	}
}

// harmless expects that no text in any of the formats means more than itself.
func harmless(t *testing.T, known vocabulary, p paper.Paper, c paper.Catalogue) {
	t.Helper()
	for _, f := range paper.Formats() {
		judge(t, known, f, written(t, p, f, c))
	}
}

var control = regexp.MustCompile(`[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x{9f}\x{061c}\x{200e}\x{200f}\x{2028}\x{2029}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{feff}\x{fffe}\x{ffff}]`)

// vocabulary is what pages are made of: elements, their attributes, and the values of those that no text fills.
type vocabulary map[string]bool

var (
	void    = regexp.MustCompile(`<meta [^<>]*>`)
	measure = regexp.MustCompile(`^-?\d+( -?\d+)*$`)
	langTag = regexp.MustCompile(`^[A-Za-z0-9-]{1,35}$`)
)

// words reads a page with the strict reader of XML, which a page obeys but for its meta elements.
func words(t testing.TB, page []byte) []string {
	t.Helper()
	page = void.ReplaceAllFunc(page, func(b []byte) []byte { return append(bytes.TrimSuffix(bytes.Clone(b), []byte(">")), '/', '>') })
	var list []string
	for d := xml.NewDecoder(bytes.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.Comment, xml.ProcInst:
			require.Fail(t, "a page has neither comments nor instructions")
		case xml.Directive:
			require.Equal(t, "DOCTYPE html", string(x))
		case xml.StartElement:
			list = append(list, x.Name.Local)
			for _, a := range x.Attr {
				value := a.Value
				switch {
				case a.Name.Local == "aria-label":
					value = "a text"
				case measure.MatchString(value):
					value = "a measure"
				case a.Name.Local == "lang":
					require.Regexp(t, langTag, value)
					value = "a language"
				}
				list = append(list, x.Name.Local+" "+a.Name.Local+"="+value)
			}
		}
	}
}

func (v vocabulary) add(t testing.TB, page []byte) {
	for _, w := range words(t, page) {
		v[w] = true
	}
	for _, dir := range []string{"ltr", "rtl", "auto"} {
		v["span dir="+dir], v["strong dir="+dir] = true, true
	}
	for i := range 9 {
		v[fmt.Sprint("li class=tint", i)] = true
	}
}

func (v vocabulary) expect(t testing.TB, page []byte) {
	t.Helper()
	for _, w := range words(t, page) {
		require.True(t, v[w], "no harmless page has %s", w)
	}
}

var delimiter = regexp.MustCompile(`^\|( -{3}:? \|| -{3,}: \|)+$`)

// tablesHold counts the bars of each row that no backslash takes away.
func tablesHold(t testing.TB, page string) {
	t.Helper()
	columns := 0
	lines := strings.Split(page, "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		bars := strings.Count(unescaped(line), "|")
		if columns == 0 {
			require.Regexp(t, delimiter, lines[i+1], "a table has a line under its head")
			columns = bars
		}
		require.Equal(t, columns, bars, line)
	}
}

// unescaped drops what a backslash stands in front of.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

var (
	number     = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
	isoDay     = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	formula    = regexp.MustCompile(`^[\s\x{a0}\x{3000}]*[=+\-@＝＋－＠]`)
	takenOver  = regexp.MustCompile(`(?i)^[\s\p{P}\p{S}\d]*\d[\s\p{P}\p{S}\d]*$|^\d[\d\s./-]*(am|pm|mars|marzo|march)?[\s./-]*\d*$|^mar\w*[ -]\d+$|^\d+e\d+$`)
	apostrophe = "'"
)

// textsStayTexts expects a sheet that begins with the mark of UTF-8, and in which nothing but plain numbers and days is
// taken for anything but text.
func textsStayTexts(t testing.TB, sheet []byte) {
	t.Helper()
	rest, marked := bytes.CutPrefix(sheet, []byte("\ufeff"))
	require.True(t, marked)
	r := csv.NewReader(bytes.NewReader(rest))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		for _, c := range row {
			if number.MatchString(c) || isoDay.MatchString(c) || strings.HasPrefix(c, apostrophe) {
				continue
			}
			require.NotRegexp(t, formula, c)
			require.NotRegexp(t, takenOver, c)
			require.NotContains(t, c, "\n")
		}
	}
}

// TestHostileTextsAreSeen: what is made harmless still says what it said.
func TestHostileTextsAreSeen(t *testing.T) {
	attack := `<b>&"'|*_[x](y)` + "`=1"
	p := paper.Paper{Programme: att.Programme{ID: "x", Name: att.Text{att.English: attack}}}
	assert.Contains(t, string(written(t, p, paper.HTML, paper.Catalogue{})), "<h1>&lt;b&gt;&amp;&#34;&#39;|*_[x](y)`=1</h1>")
	assert.Contains(t, string(written(t, p, paper.Markdown, paper.Catalogue{})), "# &lt;b&gt;&amp;\"'\\|\\*\\_\\[x\\](y)\\`=1\n")
	assert.Contains(t, string(written(t, p, paper.CSV, paper.Catalogue{})), "\ufeff\"<b>&\"\"'|*_[x](y)`=1\"\r\n")
	var page struct{ Title string }
	require.NoError(t, json.Unmarshal(written(t, p, paper.JSON, paper.Catalogue{}), &page))
	assert.Equal(t, attack, page.Title)
}
