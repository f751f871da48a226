package main

import (
	"context"
	"errors"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/parties"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
	"attwork.example/examples/internal/costs"
	"attwork.example/finance"
	"attwork.example/finance/scale"
	"attwork.example/reporting"
	"attwork.example/reporting/assess"
	"attwork.example/reporting/paper"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
	"attwork.example/schedule/timetable"
)

// frontierNodes bounds the search for each number of days, so that a paper is there within seconds.
const frontierNodes = 100_000

// compose fills a paper about one programme, or about the change from the first to the second.
func compose(programmes []command.Programme, book finance.Book, rates []finance.Rate) (paper.Paper, error) {
	last := programmes[len(programmes)-1]
	p := paper.Paper{Programme: last.Programme}
	var shares assess.Shares
	money := finance.Options{Rates: rates}
	draft := paper.Check{
		Title: en("Draft proposal to CSP9"), Passages: proposal.Passages(),
		Note: en("The draft proposal that programmes are held against binds nobody, and what the conference decided differs from it."),
	}
	observed := paper.Check{Title: en("Practice since CSP10"), Note: en("Practice since CSP10 is what was observed, and no rule.")}
	rules, seen := proposal.Rules(proposal.Options{}), practice.Rules()
	draft.Rules, observed.Rules = rules.Rules(), seen.Rules()
	if len(programmes) == 1 {
		draft.Report, observed.Report = rules.Check(p.Programme, check.Options{}), seen.Check(p.Programme, check.Options{})
	} else {
		p.Before = programmes[0].Programme
		draft.Before, observed.Before = rules.Check(p.Before, check.Options{}), seen.Check(p.Before, check.Options{})
		draft.Report, observed.Report = rules.CheckChange(p.Before, p.Programme, check.Options{}), seen.CheckChange(p.Before, p.Programme, check.Options{})
		var err error
		if shares, err = price(&p, book, money); err != nil {
			return p, err
		}
	}
	p.Checks = []paper.Check{draft, observed}
	p.Deadlines = deadlines(p.Programme)
	var err error
	if p.Assessment, err = assess.Assess(assess.Subject{
		Before: p.Before, Programme: p.Programme, Book: book, Finance: money, Calendar: calendar.Embedded(), Shares: shares,
	}); err != nil {
		return p, err
	}
	p.Frontier, err = frontier(p.Programme)
	return p, err
}

func en(s string) att.Text { return att.Text{att.English: s} }

// price adds what the change saves, and what that means for each State Party on the day of the conference; it returns
// who shares what before and after.
func price(p *paper.Paper, book finance.Book, o finance.Options) (assess.Shares, error) {
	from, err := finance.Estimate(p.Before, book, o)
	if err != nil {
		return assess.Shares{}, err
	}
	to, err := finance.Estimate(p.Programme, book, o)
	if err != nil {
		return assess.Shares{}, err
	}
	if p.Savings, err = finance.Compare(from, to); err != nil {
		return assess.Shares{}, err
	}
	s, ok := scale.At(p.Programme.Conference.Start)
	if !ok {
		return assess.Shares{}, nil
	}
	var payers []finance.Assessed
	for _, state := range parties.AsOf(p.Programme.Conference.Start).InForce {
		if r, rated := s.Rate(state.ISO3); rated {
			payers = append(payers, finance.Assessed{ID: state.ISO3, Rate: r.Thousandths})
		}
	}
	total := finance.MustMoney(costs.DocumentedBudget)
	rest, err := total.Sub(p.Savings.SavingOf(finance.ConferenceBudget).Likely)
	if err != nil {
		return assess.Shares{}, err
	}
	shares := assess.Shares{Before: finance.Assessment{Total: total, Payers: payers}, After: finance.Assessment{Total: rest, Payers: payers}}
	incidence, err := finance.IncidenceOf(shares.Before, shares.After)
	if errors.Is(err, finance.ErrRange) {
		return assess.Shares{}, nil // the saving is larger than the one budget that is known, so nothing is left to share out
	}
	p.Shares = incidence
	return shares, err
}

// deadlines plans around the first round in a room, where its dates are known.
func deadlines(p att.Programme) []schedule.Deadline {
	for _, r := range p.Rounds {
		if r.Format.InRoom() && !r.Start.IsZero() && !p.Conference.Start.IsZero() {
			steps, _, err := schedule.Deadlines(schedule.Plan{RoundStart: r.Start, RoundEnd: r.End, Conference: p.Conference.Start, CycleStart: p.Conference.CycleStart})
			if err == nil {
				return steps
			}
		}
	}
	return nil
}

// frontier says what each further day of the first round buys, where its topics and sittings are known.
func frontier(p att.Programme) ([]timetable.Point, error) {
	problem, round := firstRound(p)
	if round == "" {
		return nil, nil
	}
	return timetable.Frontier(context.Background(), problem, timetable.FrontierOptions{Nodes: frontierNodes, Practical: timetable.Practical(p, round)})
}

// arranged arranges the first round anew, with the fewest moves against its agenda as the last goal.
func arranged(p att.Programme) ([]paper.Timetable, error) {
	problem, round := firstRound(p)
	if round == "" {
		return nil, errors.New("the topics and sittings of the first round are not known enough; name a programme that has them, such as " + proposal.Name)
	}
	agenda := timetable.Agenda(p, round, problem)
	problem = problem.Against(agenda)
	answer, err := timetable.Solve(context.Background(), problem, timetable.Options{Nodes: frontierNodes, Explain: true})
	if err != nil {
		return nil, err
	}
	t := paper.Timetable{Problem: problem, Answer: answer}
	if answer.Goals != nil {
		t.Changes = timetable.Changes(agenda, answer.Timetable)
	}
	return []paper.Timetable{t}, nil
}

// firstRound makes a problem of the first round that was not cancelled; no id where that cannot be done.
func firstRound(p att.Programme) (timetable.Problem, string) {
	for _, r := range p.Rounds {
		if r.Format == att.Cancelled {
			continue
		}
		problem, notes := timetable.FromProgramme(p, r.ID)
		if faulty(notes) || faulty(timetable.Check(problem)) || len(problem.Items) == 0 || len(problem.Sittings) == 0 {
			return timetable.Problem{}, ""
		}
		return problem, r.ID
	}
	return timetable.Problem{}, ""
}

// faulty reports whether the first of sorted findings, and so the worst, is an error.
func faulty(findings []check.Finding) bool {
	return len(findings) > 0 && findings[0].Severity == check.Error
}

// owed says who owed an annual report, as of the first day of the conference. What was submitted nobody knows here.
func owed(p att.Programme, year int) ([]reporting.Answer, error) {
	if p.Conference.Start.IsZero() {
		return nil, errors.New("the programme does not tell the day of its conference")
	}
	a, err := reporting.Compliance(reporting.Question{Duty: reporting.AnnualReport, Period: year, AsOf: p.Conference.Start})
	return []reporting.Answer{a}, err
}
