package examples_test

import (
	"fmt"
	"strings"
)

// many writes n elements of a list with commas between them.
func many(n int, element func(i int) string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(element(i))
	}
	return b.String()
}

func times(n int, element string) string { return many(n, func(int) string { return element }) }

// programmeOf writes a programme with these members.
func programmeOf(members string) string {
	return `{"format": "attwork/programme/1", "id": "giant", "name": {"en": "Giant"}, "conference": {"body": "csp", "start": "2024-08-19", "end": "2024-08-23"}, ` + members + `}`
}

// title returns one of many titles that resemble each other.
func title(i int) string {
	words := []string{"diversion", "transit", "brokering", "end use", "risk assessment", "ammunition", "record keeping", "transfer controls", "national systems", "post-delivery", "gender-based violence", "stockpiles", "imports"}
	return fmt.Sprintf("%s and %s: lessons of %s, %s %d", words[i%13], words[i/13%13], words[i/7%13], words[i/29%13], i%17)
}

func topicsOf(n int, title func(i int) string) string {
	return many(n, func(i int) string {
		return fmt.Sprintf(`{"id": "t%d", "title": {"en": %q}, "minutes": 60}`, i, title(i))
	})
}

const bodyOf = `{"id": "b%d", "name": {"en": "Body"}, "kind": "working-group", "mandate": {"topics": [%s]}}`

func bodies(n, topics int, title func(i int) string) string {
	return `"bodies": [{"id": "csp", "name": {"en": "Conference"}, "kind": "conference"},` +
		many(n, func(i int) string { return fmt.Sprintf(bodyOf, i, topicsOf(topics, title)) }) + `]`
}

func roundOf(i int, days string) string {
	return fmt.Sprintf(`{"id": "r%d", "format": "in-person", "start": "2024-02-01", "end": "2024-04-30", "bodies": ["b0"], "days": [%s]}`, i, days)
}

func daysOf(n int, sittings string) string {
	return many(n, func(i int) string {
		return fmt.Sprintf(`{"date": "2024-%02d-%02d", "sittings": [%s]}`, 2+i/28, 1+i%28, sittings)
	})
}

const aSitting = `{"start": "10:00", "end": "13:00", "items": [%s]}`

// giantProgrammes are at the bounds of the format, in the shapes that cost a reader most.
func giantProgrammes() map[string]func() string {
	item := `{"topic": "t0", "bodies": ["b0"], "minutes": 1}`
	refs := times(60, `{"body": "b0", "topic": "t1"}`)
	same := func(int) string { return "Diversion" }
	return map[string]func() string{
		"documents": func() string {
			return programmeOf(`"documents": [` + many(4096, func(i int) string {
				return fmt.Sprintf(`{"id": "d%d", "title": {"en": %q}, "for": "nobody", "symbol": "ATT/CSP10.WGTR/2024/CHAIR/778/AnnAgenda", "distributed": "2024-01-01", "provenance": {"sources": ["x","x","x"]}}`, i, title(i))
			}) + `]`)
		},
		"empty documents": func() string { return programmeOf(`"documents": [` + times(190_000, "{}") + `]`) },
		"faulty documents": func() string {
			return programmeOf(`"documents": [` + times(4096, `{"languages": ["","","","","","","","","","","","","","","",""], "title": {"x": ""}}`) + `]`)
		},
		"empty topics": func() string {
			return programmeOf(`"bodies": [` + times(180, `{"mandate": {"topics": [`+times(1020, "{}")+`]}}`) + `]`)
		},
		"empty items": func() string {
			return programmeOf(`"rounds": [` + times(64, `{"days": [`+times(64, `{"sittings": [{"items": [`+times(40, "{}")+`]}]}`)+`]}`) + `]`)
		},
		"same titles": func() string { return programmeOf(bodies(20, 1000, same)) },
		"like titles": func() string { return programmeOf(bodies(20, 1000, title)) },
		"two bodies":  func() string { return programmeOf(bodies(2, 1024, title)) },
		"long titles": func() string {
			return programmeOf(bodies(24, 1000, func(i int) string { return strings.Repeat(title(i)+" ", 4) }))
		},
		"short titles": func() string {
			return programmeOf(bodies(30, 1020, func(i int) string { return fmt.Sprintf("transit %d", i) }))
		},
		"long words": func() string {
			return programmeOf(bodies(24, 1000, func(i int) string { return strings.Repeat("ab", 120) + fmt.Sprint(i) }))
		},
		"consultations": func() string {
			return programmeOf(bodies(1, 2, same) + `, "consultations": [` + many(512, func(i int) string {
				return fmt.Sprintf(`{"id": "c%d", "start": "2024-01-01", "end": "2024-01-31", "format": "virtual", "prepares": [%s], "follows": [%s]}`, i, refs, refs)
			}) + `]`)
		},
		"agendas": func() string {
			return programmeOf(bodies(1, 2, same) + `, "rounds": [` + many(64, func(i int) string { return roundOf(i, daysOf(64, fmt.Sprintf(aSitting, times(8, item)))) }) + `]`)
		},
		"one full round": func() string {
			return programmeOf(bodies(16, 1000, title) + `, "rounds": [` + roundOf(0, daysOf(64, times(2, fmt.Sprintf(aSitting, times(60, item))))) + `]`)
		},
		"many sittings": func() string {
			return programmeOf(bodies(1, 60, title) + `, "rounds": [` + many(12, func(i int) string { return roundOf(i, daysOf(60, times(16, fmt.Sprintf(aSitting, item)))) }) + `]`)
		},
		"chain": func() string {
			return programmeOf(`"bodies": [` + many(256, func(i int) string {
				return fmt.Sprintf(`{"id": "b%d", "name": {"en": "Body"}, "kind": "working-group", "lines": [%s]}`, i, times(64, fmt.Sprintf(`{"sort": "reports-to", "to": "b%d"}`, i+1)))
			}) + `]`)
		},
		"everyone with all": func() string {
			return programmeOf(`"bodies": [` + many(250, func(i int) string {
				return fmt.Sprintf(`{"id": "b%d", "name": {"en": "Body"}, "kind": "working-group", "lines": [%s], "mandate": {"topics": [%s]}}`, i, many(64, func(k int) string { return fmt.Sprintf(`{"sort": "contributes-to", "to": "b%d"}`, (i+k+1)%250) }), topicsOf(20, title))
			}) + `]`)
		},
		"gaps": func() string { return programmeOf(`"gaps": [` + times(199_000, `""`) + `]`) },
		"languages": func() string {
			return programmeOf(`"bodies": [` + times(200, `{"name": {`+many(300, func(i int) string { return fmt.Sprintf(`"x%d": ""`, i) })+`}}`) + `]`)
		},
		"one text":    func() string { return programmeOf(`"note": "` + strings.Repeat("x", 8_380_000) + `"`) },
		"escapes":     func() string { return programmeOf(`"note": "` + strings.Repeat(`\u202e`, 1_390_000) + `"`) },
		"one number":  func() string { return programmeOf(`"rounds": ` + strings.Repeat("9", 8_380_000)) },
		"unknown key": func() string { return programmeOf(`"` + strings.Repeat("x", 8_000_000) + `": 1`) },
	}
}

func problemOf(items, sittings int, item func(i int) string, more string) string {
	return `{"format": "attwork/timetable-instance/1", "name": "giant", "items": [` + many(items, item) + `], "sittings": [` +
		many(sittings, func(i int) string { return fmt.Sprintf(`{"id": "s%d", "day": %d, "minutes": 180}`, i, i/2) }) + `]` + more + `}`
}

// giantProblems are at the bounds of a timetable.
func giantProblems() map[string]func() string {
	item := func(i int) string {
		return fmt.Sprintf(`{"id": "i%d", "minutes": %d, "bodies": ["b%d"], "priority": %d}`, i, 7+i%53, i%9, i%31)
	}
	required := func(i int) string {
		return fmt.Sprintf(`{"id": "i%d", "minutes": %d, "bodies": ["b%d"], "required": true}`, i, 7+i%53, i%40)
	}
	all := many(63, func(i int) string { return fmt.Sprintf(`"s%d"`, i) })
	allowed := func(i int) string {
		return fmt.Sprintf(`{"id": "i%d", "minutes": 60, "bodies": ["x"], "priority": 1, "allowed": [%s]}`, i, all)
	}
	pairs := func(n, of int) string {
		return many(n, func(i int) string { return fmt.Sprintf(`["i%d", "i%d"]`, i%of, (i*7+1+i/of)%of) })
	}
	return map[string]func() string{
		"items":    func() string { return problemOf(1000, 63, item, "") },
		"required": func() string { return problemOf(1000, 63, required, "") },
		"allowed":  func() string { return problemOf(1000, 63, allowed, "") },
		"apart":    func() string { return problemOf(1000, 63, item, `, "apart": [`+pairs(60_000, 1000)+`]`) },
		"before":   func() string { return problemOf(1000, 63, item, `, "before": [`+pairs(60_000, 1000)+`]`) },
		"chain": func() string {
			return problemOf(1000, 63, required, `, "before": [`+many(999, func(i int) string { return fmt.Sprintf(`["i%d", "i%d"]`, i, i+1) })+`]`)
		},
		"parts": func() string {
			return problemOf(1000, 63, item, `, "parts": [`+many(190, func(g int) string {
				return "[" + many(1000, func(i int) string { return fmt.Sprintf(`"i%d"`, (i+g)%1000) }) + "]"
			})+`]`)
		},
		"earlier": func() string {
			return problemOf(1000, 63, item, `, "earlier": {`+many(100_000, func(i int) string { return fmt.Sprintf(`"i%d": "s%d"`, i, i%80) })+`}`)
		},
		"bodies": func() string {
			return problemOf(1000, 63, func(i int) string {
				return fmt.Sprintf(`{"id": "i%d", "minutes": 60, "bodies": [%s]}`, i, many(180, func(k int) string { return fmt.Sprintf(`"b%d"`, i*180+k) }))
			}, "")
		},
		"too many":    func() string { return problemOf(60_000, 63, func(int) string { return `{}` }, "") },
		"unknown":     func() string { return problemOf(1, 1, item, `, "before": [`+times(60_000, `["x", "y"]`)+`]`) },
		"forty":       func() string { return problemOf(40, 20, item, "") },
		"apart sixty": func() string { return problemOf(60, 30, required, `, "apart": [`+pairs(900, 60)+`]`) },
	}
}

// giantTables are calendars, submissions, payers and cost books beyond what anyone has.
func giantTables() map[string]func() string {
	return map[string]func() string{
		"events": func() string {
			return "id,start,end,event,category\n" + manyLines(100_000, func(i int) string {
				return fmt.Sprintf("e%d,2024-03-%02d,2024-04-%02d,Event %d,un", i, 1+i%31, 1+i%30, i)
			})
		},
		"events 20,000": func() string {
			return "start,end,event\n" + manyLines(20_000, func(i int) string { return fmt.Sprintf("2024-03-%02d,2024-05-%02d,Event %d", 1+i%31, 1+i%30, i) })
		},
		"submissions": func() string {
			return "state,received,period\n" + manyLines(19_900, func(int) string { return "CHE,2024-05-31,2023" })
		},
		"bad states": func() string {
			return "state,received,period\n" + manyLines(19_900, func(i int) string { return fmt.Sprintf("Nowhere %d,2024-05-31,2023", i) })
		},
		"like names": func() string {
			return "state,received,period\n" + manyLines(19_900, func(i int) string {
				return fmt.Sprintf("Federal Republic of the United Kingdom of %d,2024-05-31,2023", i)
			})
		},
		"too many rows": func() string { return "state,received\n" + manyLines(700_000, func(int) string { return "CHE," }) },
		"wide": func() string {
			return "state,received" + strings.Repeat(",", 1_000_000) + "\n" + strings.Repeat(",", 1_000_000)
		},
		"wide rows": func() string {
			return "start,end,event\n" + manyLines(8, func(int) string { return strings.Repeat(",", 1_000_000) })
		},
		"one quote":   func() string { return "start,end,event\n\"" + strings.Repeat("x\n", 4_000_000) },
		"one cell":    func() string { return "start,end,event\n2024-03-01,," + strings.Repeat("ü", 4_000_000) },
		"empty lines": func() string { return "start,end,event\n" + strings.Repeat("\n", 8_300_000) },
		"only lines":  func() string { return strings.Repeat("\r\n", 4_190_000) },
		"payers":      func() string { return manyLines(60_000, func(i int) string { return fmt.Sprintf("Nowhere %d", i) }) },
		"comments":    func() string { return strings.Repeat("#\n", 520_000) },
		"one payer":   func() string { return strings.Repeat("Switzerland ", 80_000) },
		"begins":      func() string { return strings.Repeat("BEGIN:VEVENT\n", 600_000) },
		"calendars":   func() string { return strings.Repeat("BEGIN:VCALENDAR\nEND:VCALENDAR\n", 190_000) },
		"ics events": func() string {
			return "BEGIN:VCALENDAR\nVERSION:2.0\n" + manyLines(19_000, func(i int) string {
				return fmt.Sprintf("BEGIN:VEVENT\nUID:%d\nDTSTART;VALUE=DATE:202403%02d\nDTEND;VALUE=DATE:20240601\nSUMMARY:Event %d\nEND:VEVENT", i, 1+i%31, i)
			}) + "END:VCALENDAR\n"
		},
		"ics folds": func() string {
			return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + strings.Repeat("x\n ", 2_700_000) + "\nEND:VEVENT\nEND:VCALENDAR\n"
		},
		"ics zones": func() string {
			return "BEGIN:VCALENDAR\n" + manyLines(90_000, func(i int) string { return fmt.Sprintf("BEGIN:VTIMEZONE\nTZID:Z%d\nEND:VTIMEZONE", i) }) + "END:VCALENDAR\n"
		},
		"ics parameters": func() string {
			return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART" + strings.Repeat(";A=B", 2_000_000) + ":20240301\nEND:VEVENT\nEND:VCALENDAR\n"
		},
		"ics categories": func() string {
			return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240301\nCATEGORIES:" + strings.Repeat("a,", 4_000_000) + "\nEND:VEVENT\nEND:VCALENDAR\n"
		},
		"json submissions": func() string {
			return `{"format": "attwork/submissions/1", "submissions": [` + times(19_900, `{"state": "CHE", "duty": "annual-report"}`) + `]}`
		},
		"empty json": func() string {
			return `{"format": "attwork/submissions/1", "submissions": [` + times(199_000, `{}`) + `]}`
		},
		"assignments": func() string {
			return `{"format": "attwork/timetable/1", "assignments": [` + many(60_000, func(i int) string { return fmt.Sprintf(`{"item": "i%d", "sitting": "s%d"}`, i, i%70) }) + `]}`
		},
		"answer": func() string { return `{"assignments": [` + times(2_600_000, `{}`) + `]}` },
		"answer object": func() string {
			return `{"assignments": {` + many(500_000, func(i int) string { return fmt.Sprintf(`"i%d":"s"`, i) }) + `}}`
		},
		"deep answer": func() string {
			return `{"assignments": ` + strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000) + `}`
		},
		"book": func() string {
			return `{"format": "attwork/cost-book/1", "id": "x", "title": {"en": "X"}, "entries": [` + times(190_000, `{}`) + `]}`
		},
		"assumptions": func() string {
			return `{"format": "attwork/cost-book/1", "id": "x", "title": {"en": "X"}, "assumptions": [` + many(20_000, func(i int) string { return fmt.Sprintf(`{"id": "q%d", "title": {"en": "Q"}, "value": 2147483647}`, i) }) + `]}`
		},
	}
}

func manyLines(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i))
		b.WriteByte('\n')
	}
	return b.String()
}
