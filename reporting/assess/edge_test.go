package assess_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"attwork.example/att"
	"attwork.example/finance"
	"attwork.example/reporting/assess"
)

// TestPresent: a round of which nobody knows who came leaves the sum a lower bound, wherever it stands.
func TestPresent(t *testing.T) {
	p := small()
	silent := p.Rounds[0]
	silent.ID, silent.Participation = "silent", nil
	for _, rounds := range [][]att.Round{{p.Rounds[0], silent}, {silent, p.Rounds[0]}} {
		p.Rounds = rounds
		values{
			"states-parties":  {nil, assess.Share{Part: att.AtLeast(90), Whole: att.AtLeast(113)}},
			"capital-experts": {nil, atLeast(7)},
		}.hold(t, assessed(t, assess.Subject{Programme: p}))
	}
}

// TestPapersAtTheEdge: a paper of the first day was not out before; one for a body that meets twice counts once, for the first
// round; the conference is found by its kind where the programme does not name it; and only what is missing is said.
func TestPapersAtTheEdge(t *testing.T) {
	p := small()
	p.Documents = append(p.Documents, att.Document{ID: "on-the-day", Kind: att.OtherDocument, For: "round", Distributed: att.MustDate("2024-04-09")})
	second := p.Rounds[0]
	second.ID, second.Days = "second", []att.Day{att.WorkingDay(att.MustDate("2024-05-08"))}
	p.Rounds = append(p.Rounds, second)
	p.Conference.Body, p.Partial = "", []string{"documents"}
	a := assessed(t, assess.Subject{Programme: p})
	values{
		// The paper of 11 April is for the group, which meets again on 8 May, 27 days later.
		"round-papers-out":      {nil, assess.Share{Part: att.AtLeast(2), Whole: att.AtLeast(4)}},
		"round-paper-days":      {nil, assess.Days{Least: -1, Median: 0, Most: 30, Known: 4, Of: att.AtLeast(4)}},
		"conference-papers-out": {nil, assess.Share{Part: att.AtLeast(1), Whole: att.AtLeast(1)}},
	}.hold(t, a)
	assert.Len(t, measure(t, a, "round-paper-days").After.Gaps, 1, "every day is known, and not every document")
}

// TestReading: a value that nobody sourced is not the reading of a side that was not looked at, and a day may be less well known
// than its round.
func TestReading(t *testing.T) {
	p := small()
	p.Rounds[0].Provenance.Confidence = att.Verified
	p.Rounds[0].Days[1].Provenance.Confidence = att.Recalled
	a := assessed(t, assess.Subject{Programme: p})
	assert.Equal(t, att.Recalled, measure(t, a, "dates").After.Confidence)
	p.Consultations[0].Provenance.Confidence = att.Inferred
	assert.Equal(t, att.Inferred, measure(t, assessed(t, assess.Subject{Programme: p}), "consultations").After.Confidence, "that of the cancelled one does not count")
	alone := measure(t, a, "national-papers")
	assert.False(t, alone.After.IsZero())
	assert.True(t, alone.Before.IsZero())
}

// TestBudgetAlone: what others save says nothing about the conference budget.
func TestBudgetAlone(t *testing.T) {
	b := book(t)
	b.Entries[2].Driver = finance.PerConferenceDay
	unknown := small()
	unknown.Rounds = nil
	a := assessed(t, assess.Subject{Before: small(), Programme: unknown, Book: b})
	values{"break-even-days": {nil, nil}, "saving-delegations": {nil, amount("0", "0", "0")}}.hold(t, a)
}

// TestCeiling: those who rest on a ceiling pay too.
func TestCeiling(t *testing.T) {
	share := func(total string) finance.Assessment {
		return finance.Assessment{
			Total: finance.MustMoney("USD " + total), Limits: finance.Limits{Ceiling: 50_000},
			Payers: []finance.Assessed{{ID: "AAA", Rate: 80_000}, {ID: "BBB", Rate: 10_000}, {ID: "CCC", Rate: 10_000}},
		}
	}
	a := assessed(t, assess.Subject{Before: small(), Programme: small(), Shares: assess.Shares{Before: share("1000.00"), After: share("700.00")}})
	values{"contributions-changed": {nil, of(3, 3)}, "contributions-on-floor": {nil, of(0, 3)}}.hold(t, a)
}

// TestExact: days are exact when each paper has its own, and an amount when nothing is left out of it.
func TestExact(t *testing.T) {
	p := small()
	p.Documents[0].Distributed = att.Date{}
	r := measure(t, assessed(t, assess.Subject{Programme: p}), "round-paper-days").After
	assert.False(t, r.Exact())
	assert.Len(t, r.Gaps, 1)
	assert.True(t, measure(t, assessed(t, assess.Subject{Programme: small()}), "round-paper-days").After.Exact())
	b := book(t)
	b.Unpriced = nil
	a := assessed(t, assess.Subject{Before: small(), Programme: small(), Book: b})
	assert.True(t, measure(t, a, "saving").After.Exact())
	assert.True(t, measure(t, a, "cost").Before.Exact())
	assert.True(t, measure(t, a, "dates").After.Exact())
}
