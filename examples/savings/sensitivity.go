package main

import (
	"bytes"
	"fmt"

	"github.com/shopspring/decimal"

	"attwork.example/att/check"
	"attwork.example/finance"
)

// sensitivity says what moves the saving, and what makes it vanish.
type sensitivity struct {
	Swings    []swing   `json:"swings"`           // by how far each unit cost moves the saving, the widest first
	Days      breakEven `json:"consultationDays"` // that eat up what the conference budget saves
	Rate      breakEven `json:"exchangeRate"`     // from Swiss francs, or where the result is in them from dollars, at which it vanishes
	Shortfall string    `json:"shortfallPercent"` // of the budget that must stay unpaid to outweigh what the conference budget saves
}

type swing struct {
	UnitCost string `json:"unitCost"`
	Title    string `json:"title"`
	AtLow    string `json:"savingAtLow"`
	AtHigh   string `json:"savingAtHigh"`
	Width    string `json:"width"`
}

// breakEven has no value where nobody can say.
type breakEven struct {
	At  *string       `json:"at"`
	Why check.Message `json:"why"`
}

func (a comparison) sensitivity() sensitivity {
	s := sensitivity{
		Swings: []swing{}, Days: newBreakEven(a.BreakEvenDays(finance.ConferenceBudget)), Rate: newBreakEven(a.breakEvenRate()),
		Shortfall: a.shortfall.StringFixed(1),
	}
	for _, t := range a.Tornado() {
		s.Swings = append(s.Swings, swing{t.UnitCost.ID, t.UnitCost.Title.String(), t.AtLow.Digits(), t.AtHigh.Digits(), t.Width.Digits()})
	}
	return s
}

// otherCurrency is the one whose rate matters: most prices are in francs or dollars.
func (a comparison) otherCurrency() string {
	if a.From.Currency == "CHF" {
		return "USD"
	}
	return "CHF"
}

func (a comparison) breakEvenRate() finance.BreakEven {
	return a.BreakEvenRate(finance.ConferenceBudget, a.otherCurrency())
}

func newBreakEven(b finance.BreakEven) breakEven {
	if !b.Known {
		return breakEven{Why: b.Why}
	}
	at := b.At.String()
	return breakEven{At: &at, Why: b.Why}
}

// printSensitivity names the two unit costs that matter most, and where the conference budget saves nothing any more.
func (a comparison) printSensitivity(out *bytes.Buffer) {
	var moves []string
	for _, s := range a.Tornado() {
		if len(moves) < 2 && s.Width.Sign() > 0 {
			moves = append(moves, fmt.Sprintf("%s (from %s to %s)", s.UnitCost.Title, grouped(s.AtLow), grouped(s.AtHigh)))
		}
	}
	list(out, "What moves the saving most, between its low and its high price", moves)
	var ends []string
	if b := a.BreakEvenDays(finance.ConferenceBudget); b.Known && b.At.Sign() > 0 {
		ends = append(ends, fmt.Sprintf("with %s days of consultations", b.At))
	}
	if b := a.breakEvenRate(); b.Known {
		ends = append(ends, fmt.Sprintf("at a rate of %s from %s to %s", b.At, a.otherCurrency(), a.From.Currency))
	}
	if a.shortfall.Sign() > 0 && a.shortfall.LessThanOrEqual(decimal.NewFromInt(100)) {
		ends = append(ends, fmt.Sprintf("when %s %% of the budget stays unpaid", a.shortfall))
	}
	list(out, "The conference budget gains nothing any more", ends)
}
