package assess_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
	"attwork.example/reporting/assess"
	"attwork.example/schedule/calendar"
)

func cycle(t *testing.T, name string) att.Programme {
	t.Helper()
	p, ok := cycles.Programme(name)
	require.True(t, ok)
	return p
}

func assessed(t *testing.T, s assess.Subject) assess.Assessment {
	t.Helper()
	a, err := assess.Assess(s)
	require.NoError(t, err)
	return a
}

// prices is a cost book with round figures.
const prices = `{
  "format": "attwork/cost-book/1", "id": "round", "title": {"en": "Round figures"},
  "unitCosts": [
    {"id": "room-day", "title": {"en": "A day in the room"}, "unit": "day", "low": {"amount": "USD 1000", "sources": ["s"]}, "likely": {"amount": "USD 2000", "sources": ["s"]}, "high": {"amount": "USD 4000", "sources": ["s"]}, "together": "made up"},
    {"id": "talk", "title": {"en": "A consultation"}, "unit": "day", "low": {"amount": "USD 0", "sources": ["s"]}, "likely": {"amount": "USD 100", "sources": ["s"]}, "high": {"amount": "USD 300", "sources": ["s"]}, "together": "made up"},
    {"id": "bed", "title": {"en": "A night"}, "unit": "night", "low": {"amount": "USD 10", "sources": ["s"]}, "likely": {"amount": "USD 20", "sources": ["s"]}, "high": {"amount": "USD 30", "sources": ["s"]}, "together": "made up"}
  ],
  "entries": [
    {"id": "rooms", "title": {"en": "Rooms"}, "driver": "day", "unitCost": "room-day", "payer": "conference-budget"},
    {"id": "talks", "title": {"en": "Consultations"}, "driver": "consultation-day", "unitCost": "talk", "payer": "conference-budget"},
    {"id": "beds", "title": {"en": "Hotels"}, "driver": "night", "times": ["delegates"], "unitCost": "bed", "payer": "delegations"}
  ],
  "unpriced": [
    {"id": "meals", "title": {"en": "Meals"}, "driver": "night", "payer": "delegations", "why": "no figure"},
    {"id": "rent", "title": {"en": "Rent"}, "driver": "year", "payer": "conference-budget", "why": "does not fall"}
  ],
  "assumptions": [{"id": "delegates", "title": {"en": "Delegates"}, "value": 10, "note": "made up"}],
  "sources": [{"id": "s", "title": "Made up"}]
}`

func book(t testing.TB) finance.Book {
	t.Helper()
	b, err := finance.ReadBook("prices", strings.NewReader(prices))
	require.NoError(t, err)
	return b
}

// whole assesses a change with a calendar and a cost book.
func whole(t *testing.T, before, after att.Programme) assess.Assessment {
	t.Helper()
	return assessed(t, assess.Subject{Before: before, Programme: after, Book: book(t), Calendar: calendar.Embedded()})
}

func measure(t *testing.T, a assess.Assessment, id string) assess.Measure {
	t.Helper()
	m, ok := a.Measure(id)
	require.True(t, ok, id)
	return m
}

func exactly(n int) assess.Value { return assess.Count{Count: att.Exactly(n)} }
func atLeast(n int) assess.Value { return assess.Count{Count: att.AtLeast(n)} }
func of(part, all int) assess.Value {
	return assess.Share{Part: att.Exactly(part), Whole: att.Exactly(all)}
}

func amount(low, likely, high string) assess.Value {
	return assess.Amount{Range: finance.Range{
		Low: finance.MustMoney("USD " + low + ".00"), Likely: finance.MustMoney("USD " + likely + ".00"), High: finance.MustMoney("USD " + high + ".00"),
	}}
}

// shown writes a value so that two compare: an amount may have more digits than it needs.
func shown(t *testing.T, v assess.Value) string {
	t.Helper()
	if v == nil {
		return "unknown"
	}
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(v.Kind()) + " " + string(text)
}

// values are what a measure is expected to be before and after; nil: unknown.
type values map[string][2]assess.Value

func (want values) hold(t *testing.T, a assess.Assessment) {
	t.Helper()
	for id, sides := range want {
		m := measure(t, a, id)
		assert.Equal(t, shown(t, sides[0]), shown(t, m.Before.Value), "%s before", id)
		assert.Equal(t, shown(t, sides[1]), shown(t, m.After.Value), "%s after", id)
	}
}

// TestDraft assesses the change from the CSP9 cycle as held to the programme constructed from the draft. The numbers are
// counted from the two documents by hand.
func TestDraft(t *testing.T) {
	a := whole(t, cycle(t, "csp9"), proposal.Programme())
	assert.True(t, a.Compared)
	assert.Equal(t, "csp9", a.Before.Programme.ID)
	assert.Equal(t, "proposal", a.After.Programme.ID)
	values{
		// WGETI 85+80+95+75+85+80+85+80+45+40+45+40 = 835, WGTR without its procedural item 45+50+35 = 130.
		"practical-minutes": {nil, exactly(965)},
		// Sittings of 165, 170, 165, 165, 170, 165, 165, 160, 165, 165 minutes of items.
		"practical-share": {nil, of(965, 1655)},
		"stages-covered":  {nil, of(5, 5)},
		"national-papers": {nil, exactly(11)},
		"regions":         {nil, assess.Names{List: []string{"Africa", "Asia-Pacific", "Eastern Europe", "Latin America and the Caribbean"}}},
		"states-parties":  {nil, nil},
		"groups-joined":   {nil, of(3, 3)},
		"contributions":   {nil, exactly(2)},
		// One paper of February 2023 is known, of 31 January for 14 February; of the cycle's documents only a part is.
		"round-papers-out": {assess.Share{Part: att.AtLeast(1), Whole: att.AtLeast(1)}, of(26, 26)},
		// From 15 December (129 days) to 20 March (33 days) for 22 April; eight papers of 15 March (38 days) are in the middle.
		"round-paper-days": {
			assess.Days{Least: 14, Median: 14, Most: 14, Known: 1, Of: att.AtLeast(1)},
			assess.Days{Least: 33, Median: 38, Most: 129, Known: 26, Of: att.Exactly(26)},
		},
		"conference-papers-out": {nil, of(11, 11)},
		// Ten papers of 17 July and the first drafts of 17 May for 19 August.
		"conference-paper-days": {nil, assess.Days{Least: 33, Median: 33, Most: 94, Known: 11, Of: att.Exactly(11)}},
		"consultations":         {nil, exactly(14)},
		"consultation-days":     {nil, exactly(12)}, // one is on the platform and one in writing
		"days-before-rounds":    {exactly(171), exactly(240)},
		"days-after-rounds":     {exactly(100), exactly(114)},
		"fund-topics":           {nil, of(10, 19)}, // 7 of WGETI's 12, 2 of WGTR's 4, 1 of WGTU's 3
		"sponsorship-topics":    {nil, of(3, 19)},
		"spare-minutes":         {nil, of(145, 1800)},
		"current-topics":        {nil, exactly(1)},
		"capital-experts":       {nil, nil},
	}.hold(t, a)
}

// TestDraftMoney: three meeting days and three nights of ten delegates are saved, and twelve days of consultations are new.
func TestDraftMoney(t *testing.T) {
	a := whole(t, cycle(t, "csp9"), proposal.Programme())
	values{
		"cost":                     {amount("8800", "17600", "34400"), amount("5500", "12200", "25100")}, // 8 days and 80 nights; 5, 50 and 12
		"saving":                   {nil, amount("3300", "5400", "9300")},
		"saving-conference-budget": {nil, amount("3000", "4800", "8400")}, // 3 x 2,000 - 12 x 100
		"saving-delegations":       {nil, amount("300", "600", "900")},    // 10 x 3 x 20
		"saving-voluntary-funds":   {nil, nil},                            // the book has no line of theirs
		"saving-host":              {nil, nil},
		"new-costs":                {nil, amount("0", "1200", "3600")},
		"break-even-days":          {nil, exactly(60)}, // 6,000 / 100
		"price-drivers":            {nil, assess.Names{List: []string{"room-day", "talk", "bed"}}},
		"contributions-changed":    {nil, nil},
	}.hold(t, a)
	const newInFull = "Counted as a new cost in full, since nobody knows how often it was incurred before the change: Consultations."
	for _, id := range []string{"saving", "saving-conference-budget", "new-costs", "break-even-days"} {
		m := measure(t, a, id)
		assert.True(t, m.OfChange, id)
		assert.True(t, m.Before.IsZero(), id)
		assert.Equal(t, []att.Source{{ID: "s", Title: "Made up"}}, m.After.Sources, id)
		assert.Contains(t, texts(m.After.Gaps), newInFull, id)
	}
	assert.Equal(t, []string{"Not priced, for want of a figure: Meals."}, texts(measure(t, a, "saving-delegations").After.Gaps))
	assert.Equal(t, []string{"The cost book has no priced line for this."}, texts(measure(t, a, "saving-host").After.Gaps))
	assert.Len(t, a.Comparison.Lines, 3)
}

// TestIllustrative: with the embedded book, what the lens shows is what package finance says.
func TestIllustrative(t *testing.T) {
	a := assessed(t, assess.Subject{Before: cycle(t, "csp9"), Programme: proposal.Programme(), Book: finance.Illustrative()})
	from, err := finance.Estimate(cycle(t, "csp9"), finance.Illustrative(), finance.Options{})
	require.NoError(t, err)
	to, err := finance.Estimate(proposal.Programme(), finance.Illustrative(), finance.Options{})
	require.NoError(t, err)
	c, err := finance.Compare(from, to)
	require.NoError(t, err)
	assert.Equal(t, c, a.Comparison)
	values{
		"saving":                   {nil, assess.Amount{Range: c.Saving}},
		"saving-conference-budget": {nil, assess.Amount{Range: c.SavingOf(finance.ConferenceBudget)}},
		"saving-voluntary-funds":   {nil, assess.Amount{Range: c.SavingOf(finance.VoluntaryFunds)}},
		"break-even-days":          {nil, exactly(int(c.BreakEvenDays(finance.ConferenceBudget).At.IntPart()))},
	}.hold(t, a)
}

// TestCalendar takes points and ranks of the real rounds from docs/backtest.md, which package schedule writes.
func TestCalendar(t *testing.T) {
	a := whole(t, cycle(t, "csp9"), cycle(t, "csp10"))
	rank := func(round, year string, points, better, of, verified int) [5]any {
		return [5]any{round, year + "-02-01", points, [2]int{better, of}, verified}
	}
	ranks := func(v assess.Value) (list [][5]any) {
		for _, r := range v.(assess.Ranks) {
			list = append(list, [5]any{r.Round, r.From.String(), r.Points, [2]int{r.Better, r.Of}, r.VerifiedRank})
		}
		return list
	}
	m := measure(t, a, "rank")
	assert.Equal(t, [][5]any{rank("round-1", "2023", 37, 54, 78, 4), rank("round-2", "2023", 0, 0, 83, 14)}, ranks(m.Before.Value))
	assert.Equal(t, [][5]any{rank("round-1", "2024", 8, 0, 80, 5), rank("round-2", "2024", 4, 2, 86, 23)}, ranks(m.After.Value))
	values{"clash-points": {exactly(37), exactly(12)}}.hold(t, a)
	clashes := measure(t, a, "clashes").After.Value.(assess.Clashes)
	require.Len(t, clashes, 2)
	assert.Equal(t, []any{"round-1", "Conference on Disarmament part 1", 8}, []any{clashes[0].Round, clashes[0].Event.Name, clashes[0].Points})
	assert.Equal(t, att.Recalled, measure(t, a, "clashes").After.Confidence)

	// The constructed round lies in the draft's own window. Passover costs 6 points on each of 23 to 26 April, and 3 on the 22nd,
	// on whose evening it begins.
	a = whole(t, cycle(t, "csp9"), proposal.Programme())
	values{"clash-points": {exactly(37), exactly(27)}}.hold(t, a)
	chosen := measure(t, a, "rank").After.Value.(assess.Ranks)[0]
	assert.Equal(t, []att.Date{att.MustDate("2024-03-01"), att.MustDate("2024-05-31")}, []att.Date{chosen.From, chosen.To})
	assert.Equal(t, 27, chosen.Points)
	assert.Equal(t, assess.Periods{{Round: "round-1", First: att.MustDate("2024-04-22"), Last: att.MustDate("2024-04-26")}}, measure(t, a, "dates").After.Value)
}

// TestTheNextCycle: what nobody knows of the CSP10 cycle stays unknown.
func TestTheNextCycle(t *testing.T) {
	a := whole(t, cycle(t, "csp9"), cycle(t, "csp10"))
	values{
		"practical-minutes":        {nil, nil},
		"stages-covered":           {nil, nil},
		"national-papers":          {nil, nil},
		"consultations":            {nil, nil},
		"round-papers-out":         {assess.Share{Part: att.AtLeast(1), Whole: att.AtLeast(1)}, nil},
		"days-before-rounds":       {exactly(171), exactly(178)},
		"days-after-rounds":        {exactly(100), exactly(93)},
		"current-topics":           {nil, atLeast(3)},
		"saving-conference-budget": {nil, amount("2000", "4000", "8000")}, // two days
		"saving-delegations":       {nil, amount("200", "400", "600")},    // two nights of ten
		"new-costs":                {nil, amount("0", "0", "0")},
		"break-even-days":          {nil, exactly(40)}, // 4,000 / 100
	}.hold(t, a)
	assert.Contains(t, texts(measure(t, a, "new-costs").After.Gaps), "Not compared, since nobody knows how often it is incurred after the change: Consultations.")
	assert.Equal(t, att.Verified, measure(t, a, "days-before-rounds").After.Confidence)
	assert.Equal(t, att.Recalled, measure(t, a, "days-before-rounds").Before.Confidence, "the days of May 2023 are recalled")
}

func TestAdvantages(t *testing.T) {
	verdicts := func(a assess.Assessment) map[string]assess.Verdict {
		list := map[string]assess.Verdict{}
		for _, adv := range a.Advantages {
			list[adv.Passage.Number] = adv.Verdict
		}
		return list
	}
	a := whole(t, cycle(t, "csp9"), proposal.Programme())
	assert.Equal(t, map[string]assess.Verdict{
		"27a": assess.NotMeasured,  // no minutes and no topics before, participation nowhere
		"27b": assess.MeasuredPart, // one paper before
		"27c": assess.MeasuredPart, // time to prepare on both sides, experts on neither
		"27d": assess.NotMeasured,  // consultations before are unknown
		"27e": assess.MeasuredPart, // what is not priced is left out
	}, verdicts(a))
	assert.Contains(t, a.Advantages[0].Missing(), assess.Gap{
		Measure: "spare-minutes", Before: true,
		Message: check.Say("Sittings, their hours and agendas, or what their items are about, are not all known.").Keyed("assess/gap.agendas"),
	})
	participation := check.Say("Who took part is not known of all in-person rounds.").Keyed("assess/gap.participation")
	assert.Contains(t, a.Advantages[0].Missing(), assess.Gap{Measure: "states-parties", Before: true, Message: participation})
	assert.Contains(t, a.Advantages[0].Missing(), assess.Gap{Measure: "states-parties", Before: false, Message: participation})
	assert.Equal(t, []assess.Outcomes{
		{Rule: "proposal/16-paper-days", Before: check.NotApplicable, After: check.NotApplicable},
		{Rule: "proposal/16-papers-out", Before: check.Undetermined, After: check.Passed},
	}, a.Advantages[1].Rules)
	var forms []string
	for _, p := range a.Advantages[3].Possibilities {
		forms = append(forms, p.ID+" "+string(p.Before)+" "+string(p.After))
	}
	assert.Equal(t, []string{"26-online unknown used", "26-hybrid unknown used", "26-platform unknown used"}, forms)

	alone := assessed(t, assess.Subject{Programme: proposal.Programme(), Book: book(t)})
	assert.False(t, alone.Compared)
	assert.Equal(t, map[string]assess.Verdict{
		"27a": assess.MeasuredPart, "27b": assess.Measured, "27c": assess.MeasuredPart, "27d": assess.Measured, "27e": assess.MeasuredPart,
	}, verdicts(alone))
	for _, p := range alone.Possibilities {
		assert.Empty(t, p.Before, p.ID)
		assert.NotEqual(t, proposal.UseUnknown, p.After, p.ID)
	}
	_, there := alone.Measure("saving")
	assert.False(t, there, "a programme alone saves nothing")
	values{"cost": {nil, amount("5500", "12200", "25100")}}.hold(t, alone) // 5 days, 12 days of consultations, 50 nights
}

// TestNothing: of the zero subject everything is unknown, with a reason, and nothing is zero.
func TestNothing(t *testing.T) {
	for name, s := range map[string]assess.Subject{
		"zero":              {},
		"nothing but tools": {Book: finance.Illustrative(), Calendar: calendar.Embedded()},
		"no programme":      {Before: att.Programme{ID: "a"}, Programme: att.Programme{ID: "b"}, Book: finance.Illustrative(), Calendar: calendar.Embedded()},
	} {
		a := assessed(t, s)
		require.Len(t, a.Lenses, 4, name)
		require.Len(t, a.Advantages, 5, name)
		for _, l := range a.Lenses {
			for _, m := range l.Measures {
				if m.ID == "verified-meetings" {
					continue
				}
				assert.Nil(t, m.After.Value, "%s: %s", name, m.ID)
				assert.Equal(t, att.Unknown, m.After.Confidence, "%s: %s", name, m.ID)
				assert.NotEmpty(t, m.After.Gaps, "%s: %s", name, m.ID)
			}
		}
		for _, adv := range a.Advantages {
			assert.Equal(t, assess.NotMeasured, adv.Verdict, "%s: %s", name, adv.Passage.Number)
			assert.NotEmpty(t, adv.Missing(), "%s: %s", name, adv.Passage.Number)
		}
		for _, p := range a.Possibilities {
			assert.Equal(t, proposal.UseUnknown, p.After, "%s: %s", name, p.ID)
		}
	}
}

func texts(list []check.Message) []string {
	var out []string
	for _, m := range list {
		out = append(out, m.String())
	}
	return out
}
