package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"time"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/parties"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
	"attwork.example/bench/measure"
	"attwork.example/bench/synthetic"
	"attwork.example/finance"
	"attwork.example/finance/scale"
	"attwork.example/reporting/paper"
	"attwork.example/schedule"
)

// changePaper is the paper about the change from the CSP9 cycle to the programme constructed from the draft: counts,
// meetings, deadlines, agendas, savings, the contribution of each State Party, findings and each passage of the text.
func changePaper() paper.Paper {
	before, _ := cycles.Programme("csp9")
	p := paper.Paper{Before: before, Programme: proposal.Programme(), Made: "go run ./examples/paper"}
	draft, seen := proposal.Rules(proposal.Options{}), practice.Rules()
	p.Checks = []paper.Check{checked("Draft proposal", draft, p), checked("Practice", seen, p)}
	p.Checks[0].Passages = proposal.Passages()
	book := finance.Illustrative()
	p.Savings = must(finance.Compare(must(finance.Estimate(before, book, finance.Options{})), must(finance.Estimate(p.Programme, book, finance.Options{}))))
	day := p.Programme.Conference.Start
	rates, _ := scale.At(day)
	var payers []finance.Assessed
	for _, state := range parties.AsOf(day).InForce {
		if r, rated := rates.Rate(state.ISO3); rated {
			payers = append(payers, finance.Assessed{ID: state.ISO3, Rate: r.Thousandths})
		}
	}
	p.Shares = must(finance.IncidenceOf(finance.Assessment{Total: finance.MustMoney("USD 1000000"), Payers: payers}, finance.Assessment{Total: finance.MustMoney("USD 900000"), Payers: payers}))
	round := p.Programme.Rounds[0]
	p.Deadlines, _, _ = schedule.Deadlines(schedule.Plan{RoundStart: round.Start, RoundEnd: round.End, Conference: day, CycleStart: p.Programme.Conference.CycleStart})
	return p
}

func checked(title string, rules check.Set, p paper.Paper) paper.Check {
	c := paper.Check{Title: att.Text{att.English: title}, Rules: rules.Rules(), Report: rules.Check(p.Programme, check.Options{})}
	if p.Before.ID != "" {
		c.Before, c.Report = rules.Check(p.Before, check.Options{}), rules.CheckChange(p.Before, p.Programme, check.Options{})
	}
	return c
}

// topicsPaper is a paper about one programme with n topics, with its findings.
func topicsPaper(n int) paper.Paper {
	p := paper.Paper{Programme: synthetic.Programme(n)}
	p.Checks = []paper.Check{checked("Draft proposal", rules(), p)}
	return p
}

func written(p paper.Paper, f paper.Format) []byte {
	var b bytes.Buffer
	if err := p.Write(&b, f, paper.Catalogue{}); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}

func page(p paper.Paper) measure.Peer {
	return measure.Peer{Name: "Paper.Write", Run: func() { written(p, paper.HTML) }}
}

// content is what a paper says in JSON: every text of the page, ready.
type content struct {
	Title    string
	Lead     []part
	Sections []struct {
		ID, Title string
		Blocks    []part
	}
}

type part struct {
	Kind, Text     string
	Items, Columns []string
	Rows           [][]*struct {
		Text  string
		Items []string
	}
}

// bare is a template that only loops over texts and escapes them: no languages, no pictures, no roles.
var bare = template.Must(template.New("bare").Parse(`{{define "part"}}{{if eq .Kind "table"}}<table><caption>{{.Text}}</caption>
<tr>{{range .Columns}}<th>{{.}}</th>{{end}}</tr>
{{range .Rows}}<tr>{{range .}}<td>{{if .}}{{.Text}}{{range .Items}}<br>{{.}}{{end}}{{end}}</td>{{end}}</tr>
{{end}}</table>{{else}}<p>{{.Text}}{{range .Items}}<br>{{.}}{{end}}</p>
{{end}}{{end}}<!DOCTYPE html><title>{{.Title}}</title><h1>{{.Title}}</h1>{{range .Lead}}{{template "part" .}}{{end}}
{{range .Sections}}<h2 id="{{.ID}}">{{.Title}}</h2>{{range .Blocks}}{{template "part" .}}{{end}}{{end}}`))

// bareTemplate writes the texts of a paper, which are ready beforehand, with html/template alone.
func bareTemplate(p paper.Paper) measure.Peer {
	c := contentOf(p)
	return measure.Peer{Name: "html/template alone", Run: func() { barePage(c) }}
}

func contentOf(p paper.Paper) content {
	var c content
	if err := json.Unmarshal(written(p, paper.JSON), &c); err != nil {
		panic(err) // a paper is JSON
	}
	return c
}

func barePage(c content) []byte {
	var b bytes.Buffer
	if err := bare.Execute(&b, c); err != nil {
		panic(err) // the template is a constant
	}
	return b.Bytes()
}

func printPaper(rounds int, slice time.Duration) {
	change, few, many := changePaper(), topicsPaper(50), topicsPaper(500)
	s := measure.Interleave([]measure.Peer{page(change), bareTemplate(change), page(few), page(many)}, rounds, slice)
	ms := func(samples []measure.Sample) string {
		return fmt.Sprintf("%.1f | %.1f", measure.Of(samples, measure.CPU).Median/1e6, measure.Of(samples, measure.Wall).Median/1e6)
	}
	fmt.Print("\n## papers\n\n")
	fmt.Print("The targets: a page about a change in at most 10 ms, 5 MB allocated and 200 kB; a page of 500 topics under 2 MB, and linear in them.\n\n")
	fmt.Println("| what | peer | ratio, processor time | ratio, clock | milliseconds, processor time | milliseconds, clock | bytes | allocations | size of the page |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	fmt.Printf("| the change to the constructed programme | html/template over the texts, ready beforehand | %s | %s | %s | %s | %d |\n",
		ratio(s[0], s[1], measure.CPU), ratio(s[0], s[1], measure.Wall), ms(s[0]), memory(s[0]), len(written(change, paper.HTML)))
	fmt.Printf("| 500 topics | 50 topics | %s | %s | %s | %s | %d, %.1f times |\n", ratio(s[3], s[2], measure.CPU), ratio(s[3], s[2], measure.Wall), ms(s[3]), memory(s[3]),
		len(written(many, paper.HTML)), float64(len(written(many, paper.HTML)))/float64(len(written(few, paper.HTML))))
}
