package paper_test

import (
	"bytes"
	"context"
	"reflect"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
	"attwork.example/reporting"
	"attwork.example/reporting/assess"
	"attwork.example/reporting/paper"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
	"attwork.example/schedule/timetable"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// whole is a paper with every part that there is, about the change from the CSP9 cycle to the constructed programme.
// Each test gets its own copy of the slices that it changes by way of [replant].
var whole = sync.OnceValue(func() paper.Paper {
	before, _ := cycles.Programme("csp9")
	after := proposal.Programme()
	draft, seen := proposal.Rules(proposal.Options{}), practice.Rules()
	book := finance.Illustrative()
	p := paper.Paper{
		Programme: after, Before: before, Made: "go run ./examples/paper",
		Checks: []paper.Check{
			{
				Title: att.Text{att.English: "Draft proposal"}, Passages: proposal.Passages(), Rules: draft.Rules(),
				Before: draft.Check(before, check.Options{}), Report: draft.CheckChange(before, after, check.Options{}),
			},
			{Title: att.Text{att.English: "Practice"}, Rules: seen.Rules(), Before: seen.Check(before, check.Options{}), Report: seen.CheckChange(before, after, check.Options{})},
		},
		Savings: must(finance.Compare(must(finance.Estimate(before, book, finance.Options{})), must(finance.Estimate(after, book, finance.Options{})))),
		Compliance: []reporting.Answer{
			must(reporting.Compliance(reporting.Question{Duty: reporting.InitialReport, AsOf: day("2025-06-30")})),
			must(reporting.Compliance(reporting.Question{Duty: reporting.AnnualReport, Period: 2023, AsOf: day("2025-06-30")})),
		},
	}
	payers := []finance.Assessed{{ID: "AAA", Rate: 1}, {ID: "BBB", Rate: 80000}, {ID: "CCC", Rate: 10000}}
	limits := finance.Limits{Floor: finance.MustMoney("USD 100"), Ceiling: 60000}
	p.Shares = must(finance.IncidenceOf(finance.Assessment{Total: finance.MustMoney("USD 975927"), Payers: payers, Limits: limits},
		finance.Assessment{Total: finance.MustMoney("USD 900000"), Payers: payers, Limits: limits}))
	p.Assessment = must(assess.Assess(assess.Subject{Before: before, Programme: after, Book: finance.Illustrative(), Calendar: calendar.Embedded()}))
	round := after.Rounds[0]
	p.Deadlines, _, _ = schedule.Deadlines(schedule.Plan{RoundStart: round.Start, RoundEnd: round.End, Conference: after.Conference.Start, CycleStart: after.Conference.CycleStart})
	problem, _ := timetable.FromProgramme(after, round.ID)
	answer := must(timetable.Solve(context.Background(), problem, timetable.Options{Nodes: 200}))
	p.Frontier = must(timetable.Frontier(context.Background(), problem, timetable.FrontierOptions{Nodes: 200}))
	small := timetable.Problem{Name: "small", Items: []timetable.Item{
		{ID: "a", Minutes: 40, Bodies: []string{"wgeti"}, Required: true}, {ID: "b", Minutes: 40, Bodies: []string{"wgtr"}, Required: true},
	}, Sittings: []timetable.Sitting{{ID: "am", Day: 1, Minutes: 60}}}
	why := must(timetable.Solve(context.Background(), small, timetable.Options{Explain: true}))
	p.Timetables = []paper.Timetable{
		{Problem: problem, Answer: answer, Changes: timetable.Changes(timetable.Agenda(after, round.ID, problem), answer.Timetable)},
		{Problem: small, Answer: why},
	}
	return p
})

func day(s string) att.Date { return att.MustDate(s) }

func catalogue(t testing.TB, lang att.Lang) paper.Catalogue {
	t.Helper()
	c, err := paper.Embedded(lang)
	require.NoError(t, err)
	return c
}

func written(t testing.TB, p paper.Paper, f paper.Format, c paper.Catalogue) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, p.Write(&b, f, c))
	return b.Bytes()
}

// replant returns the paper with change applied to every text in it, keys of maps among them, whatever it means. It
// changes nothing that the paper shares.
func replant(p paper.Paper, change func(reflect.Type, string) string) paper.Paper {
	return replanted(reflect.ValueOf(p), change).Interface().(paper.Paper)
}

func replanted(v reflect.Value, change func(reflect.Type, string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		out.SetString(change(v.Type(), v.String()))
	case reflect.Slice:
		if v.IsNil() {
			break
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(replanted(v.Index(i), change))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(replanted(v.Elem(), change))
		}
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(replanted(v.Index(i), change))
		}
	case reflect.Map:
		if v.IsNil() {
			break
		}
		out.Set(reflect.MakeMap(v.Type()))
		for _, k := range v.MapKeys() {
			out.SetMapIndex(replanted(k, change), replanted(v.MapIndex(k), change))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(replanted(v.Field(i), change))
			}
		}
	}
	return out
}
