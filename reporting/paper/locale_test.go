package paper_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/finance"
	"attwork.example/reporting"
	"attwork.example/reporting/paper"
	"attwork.example/schedule"
)

// Languages without words: English ones, but days, numbers and amounts as the language writes them.
func wordless(l att.Lang) paper.Catalogue { return paper.NewCatalogue(l, nil) }

const thin, noBreak = "\u202f", "\u00a0" // narrow no-break space, no-break space

// firstCells returns the first cell of each row of the last table of a section.
func firstCells(t *testing.T, p paper.Paper, c paper.Catalogue, section string) []string {
	t.Helper()
	var texts []string
	blocks := read(t, p, c).section(t, section)
	for _, row := range blocks[len(blocks)-1].Rows {
		texts = append(texts, row[0].Text)
	}
	return texts
}

func TestDaysByLanguage(t *testing.T) {
	days := []string{"2024-01-01", "2024-02-29", "2024-06-05", "2023-08-21", "2025-11-30", "2024-12-01"}
	p := paper.Paper{Programme: att.Programme{ID: "x"}}
	for _, d := range days {
		p.Deadlines = append(p.Deadlines, schedule.Deadline{Lead: schedule.Lead{Title: att.Text{att.English: "x"}}, Date: day(d)})
	}
	for lang, want := range map[att.Lang][]string{
		att.English: {"1 January 2024", "29 February 2024", "5 June 2024", "21 August 2023", "30 November 2025", "1 December 2024"},
		att.French:  {"1er janvier 2024", "29 février 2024", "5 juin 2024", "21 août 2023", "30 novembre 2025", "1er décembre 2024"},
		att.Spanish: {"1 de enero de 2024", "29 de febrero de 2024", "5 de junio de 2024", "21 de agosto de 2023", "30 de noviembre de 2025", "1 de diciembre de 2024"},
		att.Russian: {"1 января 2024 года", "29 февраля 2024 года", "5 июня 2024 года", "21 августа 2023 года", "30 ноября 2025 года", "1 декабря 2024 года"},
		// Both the names of the east and those of the west of the Arab world.
		att.Arabic: {
			"1 كانون الثاني/يناير 2024", "29 شباط/فبراير 2024", "5 حزيران/يونيه 2024",
			"21 آب/أغسطس 2023", "30 تشرين الثاني/نوفمبر 2025", "1 كانون الأول/ديسمبر 2024",
		},
		att.Chinese: {"2024年1月1日", "2024年2月29日", "2024年6月5日", "2023年8月21日", "2025年11月30日", "2024年12月1日"},
		"de":        {"2024-01-01", "2024-02-29", "2024-06-05", "2023-08-21", "2025-11-30", "2024-12-01"},
	} {
		c := wordless(lang)
		assert.Equal(t, want, firstCells(t, p, c, "meetings"), lang)
		blocks := read(t, p, c).section(t, "meetings")
		for i, row := range blocks[len(blocks)-1].Rows {
			require.NotNil(t, row[0].Value)
			assert.Equal(t, days[i], *row[0].Value, "what a machine reads is the same in every language")
		}
	}
}

func TestSpansOfDays(t *testing.T) {
	p := paper.Paper{Programme: att.Programme{ID: "x"}}
	for _, d := range [][2]att.Date{{day("2024-02-26"), day("2024-03-01")}, {day("2024-03-01"), day("2024-03-01")}, {day("2024-03-01"), {}}, {}} {
		p.Deadlines = append(p.Deadlines, schedule.Deadline{Lead: schedule.Lead{Title: att.Text{att.English: "x"}}, Date: d[0], Until: d[1]})
	}
	for lang, want := range map[att.Lang][]string{
		att.English: {"26 February 2024 to 1 March 2024", "1 March 2024", "1 March 2024"},
		att.French:  {"26 février 2024 to 1er mars 2024", "1er mars 2024", "1er mars 2024"},
		"de":        {"2024-02-26 to 2024-03-01", "2024-03-01", "2024-03-01"},
	} {
		blocks := read(t, p, wordless(lang)).section(t, "meetings")
		rows := blocks[len(blocks)-1].Rows
		require.Len(t, rows, 4)
		for i, w := range want {
			assert.Equal(t, w, rows[i][0].Text, lang)
		}
		assert.Nil(t, rows[3][0], "nobody knows the day")
	}
}

func TestAmountsByLanguage(t *testing.T) {
	amounts := []string{"USD 1234567.50", "USD -1234567.50", "USD 52500.00", "CHF 999.00", "EUR 1000.00", "USD -0.05", "USD 0.00", "USD 999999999999999999.999999"}
	var p paper.Paper
	for _, a := range amounts {
		p.Shares.Payers = append(p.Shares.Payers, finance.Effect{ID: "AAA", Saved: finance.MustMoney(a)})
	}
	digits := []string{"1234567.50", "-1234567.50", "52500.00", "999.00", "1000.00", "-0.05", "0.00", "999999999999999999.999999"}
	inFront := []string{"1,234,567.50", "−1,234,567.50", "52,500.00", "999.00", "1,000.00", "−0.05", "0.00", "999,999,999,999,999,999.999999"}
	with := func(group, point string) []string {
		var list []string
		for _, s := range inFront {
			list = append(list, strings.NewReplacer(",", group, ".", point).Replace(s))
		}
		return list
	}
	for lang, want := range map[att.Lang][]string{
		att.English: inFront, att.Arabic: inFront, att.Chinese: inFront,
		att.French: with(thin, ","), att.Spanish: with(thin, ","), att.Russian: with(noBreak, ","), "de": with(thin, "."),
	} {
		blocks := read(t, p, wordless(lang)).section(t, "contributions")
		rows := blocks[len(blocks)-1].Rows
		require.Len(t, rows, len(amounts))
		for i, row := range rows {
			assert.Equal(t, want[i], row[3].Text, lang)
			assert.Equal(t, digits[i], *row[3].Value, lang)
		}
	}
}

func TestRangesOfAmounts(t *testing.T) {
	of := func(low, likely, high string) finance.Side {
		return finance.Side{Known: true, Range: finance.Range{Low: finance.MustMoney(low), Likely: finance.MustMoney(likely), High: finance.MustMoney(high)}}
	}
	line := finance.ComparedLine{
		Entry: finance.Entry{Title: att.Text{att.English: "x"}, Payer: finance.Host},
		From:  of("USD 1000", "USD 2000", "USD 3000.10"), To: of("USD 5000", "USD 5000", "USD 5000"), Saving: of("USD -2000", "USD -3000", "USD -4000"),
	}
	p := paper.Paper{Savings: finance.Comparison{Lines: []finance.ComparedLine{line, {Entry: line.Entry, From: line.From}}, Saving: line.Saving.Range}}
	for lang, want := range map[att.Lang][]string{
		att.English: {"1,000 to 3,000.10", "5,000", "−4,000 to −2,000"},
		att.Russian: {"1" + noBreak + "000 to 3" + noBreak + "000,10", "5" + noBreak + "000", "−4" + noBreak + "000 to −2" + noBreak + "000"},
	} {
		blocks := read(t, p, wordless(lang)).section(t, "savings")
		rows := blocks[len(blocks)-1].Rows
		require.Len(t, rows, 2)
		for i, w := range want {
			assert.Equal(t, w, rows[0][5+i].Text, lang)
		}
		assert.NotNil(t, rows[1][5])
		assert.Nil(t, rows[1][6], "nobody knows the other side")
		assert.Nil(t, rows[1][7])
	}
}

func TestCountsByLanguage(t *testing.T) {
	tally := reporting.Tally{Due: att.AtLeast(1234), Submitted: att.Exactly(1234567)}
	p := paper.Paper{Compliance: []reporting.Answer{{Duty: reporting.AnnualReport, Period: 2023, AsOf: day("2024-06-01"), Total: tally, Regions: []reporting.RegionTally{{Tally: tally}}}}}
	for lang, want := range map[att.Lang][]string{
		att.English: {"Annual reports for 2023, as of 1 June 2024", "at least 1,234", "1,234,567"},
		att.French:  {"Annual reports for 2023, as of 1er juin 2024", "at least 1" + thin + "234", "1" + thin + "234" + thin + "567"},
		att.Arabic:  {"Annual reports for 2023, as of 1 حزيران/يونيه 2024", "at least 1,234", "1,234,567"},
		"de":        {"Annual reports for 2023, as of 2024-06-01", "at least 1" + thin + "234", "1" + thin + "234" + thin + "567"},
	} {
		totals := read(t, p, wordless(lang)).section(t, "compliance")[0]
		assert.Equal(t, want[0], totals.Text, lang)
		row := totals.Rows[1]
		assert.Equal(t, want[1:], []string{row[1].Text, row[2].Text}, lang)
		assert.Equal(t, "at least 1234", *row[1].Value)
		assert.Equal(t, "1234567", *row[2].Value)
		assert.Nil(t, row[3], "nobody knows how many were on time")
	}
}

func TestDirections(t *testing.T) {
	for lang, want := range map[att.Lang]string{att.Arabic: "rtl", "fa": "rtl", "he-IL": "rtl", "AR-eg": "rtl", att.English: "ltr", att.Chinese: "ltr", "de": "ltr", "arn": "ltr"} {
		assert.Equal(t, want, read(t, named(nil), wordless(lang)).Dir, lang)
	}
	assert.Equal(t, "und", read(t, named(nil), wordless(`x" onload="`)).Lang)
}

// TestSignsStayInFront: on a page from right to left a sign belongs to the number that it stands in front of.
func TestSignsStayInFront(t *testing.T) {
	one := att.Programme{ID: "one", Rounds: []att.Round{{ID: "a"}}}
	two := att.Programme{ID: "two", Rounds: []att.Round{{ID: "a"}, {ID: "b"}}}
	less, more := paper.Paper{Before: two, Programme: one}, paper.Paper{Before: one, Programme: two}
	assert.Contains(t, string(written(t, less, paper.HTML, wordless(att.Arabic))), `<td class="n"><bdi dir="ltr">−1</bdi></td>`)
	assert.Contains(t, string(written(t, more, paper.HTML, wordless(att.Arabic))), `<td class="n"><bdi dir="ltr">&#43;1</bdi></td>`)
	assert.Contains(t, string(written(t, more, paper.HTML, wordless(att.French))), `<td class="n">&#43;1</td>`)
	assert.NotContains(t, string(written(t, less, paper.HTML, paper.Catalogue{})), "<bdi")
}

func TestWhoeverDoesNotPay(t *testing.T) {
	var p paper.Paper
	p.Shares.Payers = []finance.Effect{{ID: "AAA", After: finance.Contribution{Amount: finance.MustMoney("USD 10.00")}}}
	for _, lang := range []att.Lang{att.English, att.French} {
		blocks := read(t, p, wordless(lang)).section(t, "contributions")
		row := blocks[len(blocks)-1].Rows[0]
		assert.Equal(t, map[att.Lang]string{att.English: "0.00", att.French: "0,00"}[lang], row[1].Text, "nothing")
		assert.Equal(t, "0.00", *row[1].Value)
	}
}
