package main

import (
	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/guidance"
	"attwork.example/att/rules/proposal"
	"attwork.example/bench/engines"
	"attwork.example/bench/measure"
	"attwork.example/bench/plain"
)

// numbers are those that package plain has as constants.
var numbers = proposal.Numbers{Participation: 60, Practical: 50, Topics: 12, PaperDays: 14, ConsultationDays: 60, Reserve: 25}

// titleRules compare titles, by a primitive that the plain function shares with them.
var titleRules = []string{"proposal/25d-like-titles", "proposal/25d-existing-guidance"}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err) // the checks and the sets of this module are constants
	}
	return v
}

func rules() check.Set { return proposal.Rules(proposal.Options{Numbers: numbers}) }

func choices(ids []string) []check.Choice {
	list := make([]check.Choice, len(ids))
	for i, id := range ids {
		list[i] = check.Choice{Rule: id, Reason: "measured apart"}
	}
	return list
}

// allRules checks everything.
func allRules(p att.Programme) measure.Peer {
	set := rules()
	return measure.Peer{Name: "rules", Run: func() { set.Check(p, check.Options{}) }}
}

// withoutTitles checks everything but titles.
func withoutTitles(p att.Programme) measure.Peer {
	set := must(rules().Without(choices(titleRules)...))
	return measure.Peer{Name: "rules, without titles", Run: func() { set.Check(p, check.Options{}) }}
}

// floor is the plain function.
func floor(p att.Programme, titles bool) measure.Peer {
	register := guidance.Register()
	return measure.Peer{Name: "plain", Run: func() { plain.Check(p, plain.Options{Register: register, Titles: titles}) }}
}

// chosen are the rules that the engines say.
func chosen(p att.Programme, checks []engines.Check) measure.Peer {
	var ids []string
	for _, c := range checks {
		ids = append(ids, c.Rule)
	}
	set := must(rules().Only(choices(ids)...))
	return measure.Peer{Name: "rules", Run: func() { set.Check(p, check.Options{}) }}
}

// chosenFloor is the plain function for the rules that the engines say.
func chosenFloor(p att.Programme, checks []engines.Check) measure.Peer {
	twice := len(checks) == len(engines.All())
	return measure.Peer{Name: "plain", Run: func() { plain.Subset(p, twice) }}
}

// cel evaluates over an input that is made beforehand, or each time from the programme.
func cel(p att.Programme, checks []engines.Check, m engines.Mode, ready bool) measure.Peer {
	c := must(engines.NewCEL(checks, m))
	input := must(c.Input(engines.NewView(p)))
	answers := make([]engines.Answer, 0, len(checks))
	return measure.Peer{Name: "CEL", Run: func() {
		in := input
		if !ready {
			in = must(c.Input(engines.NewView(p)))
		}
		answers = must(c.Run(in, answers[:0]))
	}}
}

// expr evaluates over an input that is made beforehand, or each time from the programme.
func expr(p att.Programme, checks []engines.Check, m engines.Mode, ready bool) measure.Peer {
	e := must(engines.NewExpr(checks, m))
	view := engines.NewView(p)
	answers := make([]engines.Answer, 0, len(checks))
	return measure.Peer{Name: "expr", Run: func() {
		in := &view
		if !ready {
			fresh := engines.NewView(p)
			in = &fresh
		}
		answers = must(e.Run(in, answers[:0]))
	}}
}
