package finance_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/proposal"
	"attwork.example/finance"
)

// mixed has four days at the Palais, two days streamed at the CICG, one day nobody knows where, one of unknown form, one online; a
// consultation of each form, and a conference at the CICG.
func mixed() att.Programme {
	round := func(id, first, last, venue string, f att.Format) att.Round {
		return att.Round{ID: id, Meeting: att.Meeting{Start: att.MustDate(first), End: att.MustDate(last), City: "Geneva", Venue: venue, Format: f}}
	}
	talk := func(id, day string, f att.Format) att.Consultation {
		return att.Consultation{ID: id, Start: att.MustDate(day), Format: f}
	}
	p := att.Programme{
		Rounds: []att.Round{
			round("a", "2024-02-05", "2024-02-08", "Palais des Nations", att.InPerson),
			round("b", "2024-03-04", "2024-03-05", "CICG", att.InPersonWithStream),
			round("c", "2024-03-11", "2024-03-11", "", att.Hybrid),
			round("d", "2024-03-18", "2024-03-18", "Zoom", att.Virtual),
		},
		Consultations: []att.Consultation{
			talk("v1", "2024-04-02", att.Virtual), talk("v2", "2024-04-03", att.Virtual), talk("h", "2024-04-04", att.Hybrid),
			talk("r", "2024-04-05", att.InPerson), talk("p", "2024-04-08", att.Platform), talk("w", "2024-04-09", att.Written),
		},
	}
	p.Conference.Meeting = att.Meeting{Start: att.MustDate("2024-08-19"), End: att.MustDate("2024-08-23"), Venue: "CICG", Format: att.InPerson}
	return p
}

func TestScopes(t *testing.T) {
	formats := func(list ...att.Format) finance.Scope { return finance.Scope{Formats: list} }
	at := func(list ...string) finance.Scope { return finance.Scope{Venues: list} }
	p := mixed()
	for _, c := range []struct {
		driver finance.Driver
		scope  finance.Scope
		want   att.Count
	}{
		{finance.PerDay, finance.Scope{}, att.Exactly(7)},
		{finance.PerDay, formats(att.InPersonWithStream), att.Exactly(2)},
		{finance.PerDay, formats(att.InPerson, att.Hybrid), att.Exactly(5)},
		{finance.PerDay, formats(att.Virtual), att.Exactly(0)},
		{finance.PerOnlineDay, formats(att.Virtual), att.Exactly(1)},
		{finance.PerDay, at("Palais des Nations"), att.AtLeast(4)}, // and perhaps the day nobody knows where
		{finance.PerDay, at("CICG", "Palais des Nations"), att.AtLeast(6)},
		{finance.PerDay, at("WMO building"), att.Count{}},
		{finance.PerRound, finance.Scope{Venues: []string{"CICG"}, Formats: []att.Format{att.InPersonWithStream}}, att.Exactly(1)},
		{finance.PerTrip, formats(att.InPerson), att.Exactly(1)},
		{finance.PerNight, formats(att.InPerson), att.Exactly(4)},
		{finance.PerConsultationDay, finance.Scope{}, att.Exactly(4)},
		{finance.PerConsultationDay, formats(att.Virtual, att.Hybrid), att.Exactly(3)},
		{finance.PerConsultationDay, formats(att.InPerson), att.Exactly(1)},
		{finance.PerConsultation, finance.Scope{}, att.Exactly(6)},
		{finance.PerConsultation, formats(att.Platform), att.Exactly(1)},
		{finance.PerConferenceDay, at("CICG"), att.Exactly(5)},
		{finance.PerConferenceDay, at("Palais des Nations"), att.Exactly(0)},
	} {
		b := testBook(t)
		b.Entries[0].Driver, b.Entries[0].Scope = c.driver, c.scope
		assert.Equal(t, c.want, estimate(t, p, b, finance.Options{}).Lines[0].Count, "%s %v", c.driver, c.scope)
	}
	assert.Len(t, p.Rounds, 4, "the programme is as before")
	p.Rounds[3].Format = ""
	b := testBook(t)
	b.Entries[0].Scope = formats(att.InPersonWithStream)
	assert.Equal(t, att.AtLeast(2), estimate(t, p, b, finance.Options{}).Lines[0].Count, "the round of unknown form may have been streamed too")
	p.Rounds, p.Consultations = nil, nil
	assert.Equal(t, att.Count{}, estimate(t, p, b, finance.Options{}).Lines[0].Count, "nobody knows the rounds, so nobody knows those of one form")
}

func TestScopeFaults(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`"driver": "trip"`, `"driver": "trip", "formats": ["in person"]`, `entries[fares].formats[#1]: unknown format "in person"; expected one of`},
		{`"driver": "trip"`, `"driver": "trip", "formats": ["cancelled"]`, `entries[fares].formats[#1]: unknown format`},
		{`"driver": "trip"`, `"driver": "trip", "venues": ["CICG", ""]`, `entries[fares].venues[#2]: expected the name of a venue`},
		{`"driver": "trip"`, `"driver": "extra-round", "venues": ["CICG"]`, `entries[fares].driver: the driver extra-round takes neither formats nor venues`},
		{`"driver": "trip"`, `"driver": "consultation-day", "venues": ["CICG"]`, `entries[fares].venues: no programme tells the venue of a consultation`},
		{`"driver": "year"`, `"driver": "year", "formats": ["virtual"]`, `unpriced[rent].driver: the driver year takes neither`},
	} {
		_, err := finance.ReadBook("book.json", strings.NewReader(strings.Replace(book, c.from, c.to, 1)))
		assert.ErrorContains(t, err, c.want)
	}
}

// TestPapers: what a list of documents says, and that a list known in part says nothing.
func TestPapers(t *testing.T) {
	b := testBook(t)
	count := func(d finance.Driver, p att.Programme) att.Count {
		b.Entries[0].Driver = d
		return estimate(t, p, b, finance.Options{}).Lines[0].Count
	}
	p := fiveDays
	assert.Equal(t, att.Count{}, count(finance.PerDocument, p))
	p.Documents = []att.Document{}
	assert.Equal(t, att.Exactly(0), count(finance.PerTranslation, p), "there are none")
	p.Documents = []att.Document{
		{ID: "a", Languages: []att.Lang{att.English, att.French, att.Spanish}},
		{ID: "b", Languages: []att.Lang{att.English}},
		{ID: "c", Languages: []att.Lang{att.French, att.English, att.French}},
	}
	assert.Equal(t, att.Exactly(3), count(finance.PerDocument, p))
	assert.Equal(t, att.Exactly(3), count(finance.PerTranslation, p), "two, none and one")
	p.Documents[1].Languages = nil
	assert.Equal(t, att.Exactly(3), count(finance.PerDocument, p))
	assert.Equal(t, att.Count{}, count(finance.PerTranslation, p), "nobody knows the languages of one")
	p.Partial = []string{"documents"}
	assert.Equal(t, att.Count{}, count(finance.PerDocument, p))
}

// TestStanding: what every cycle has is no new cost because nobody counted it before.
func TestStanding(t *testing.T) {
	b := testBook(t)
	b.Entries[0].Driver, b.Entries[0].Standing = finance.PerDocument, true
	known, unknown := fiveDays, fiveDays
	known.Documents = []att.Document{{ID: "a"}}
	with, without := estimate(t, known, b, finance.Options{}), estimate(t, unknown, b, finance.Options{})
	c, err := finance.Compare(without, with)
	require.NoError(t, err)
	assert.False(t, c.Lines[0].Saving.Known)
	assert.Equal(t, []string{"Teams: not compared, since the number of documents before the change is unknown, and every cycle has some"}, c.Gaps)
	checkSums(t, c)
	c, err = finance.Compare(with, with)
	require.NoError(t, err)
	assert.True(t, c.Lines[0].Saving.Known)
	assert.Empty(t, c.Gaps)
}

// TestFree: what costs nothing leaves nothing open, however little is known of how often it occurs.
func TestFree(t *testing.T) {
	b := testBook(t)
	b.UnitCosts[0] = finance.UnitCost{ID: "team", Title: b.UnitCosts[0].Title, Unit: "day", Likely: finance.Figure{Amount: finance.MustMoney("CHF 0"), Sources: []string{"s"}}}
	b.Entries[0].Driver = finance.PerConsultationDay
	unknown := fiveDays
	unknown.Consultations = nil
	e := estimate(t, unknown, b, finance.Options{})
	assert.NotContains(t, strings.Join(e.Gaps, "\n"), "Teams")
	partly := fiveDays
	partly.Partial = []string{"consultations"}
	partly.Consultations = []att.Consultation{{ID: "t", Format: att.Virtual, Start: att.MustDate("2024-01-15")}}
	bound, err := finance.Compare(estimate(t, partly, b, finance.Options{}), estimate(t, fiveDays, b, finance.Options{}))
	require.NoError(t, err)
	assert.Empty(t, bound.Gaps)
	c, err := finance.Compare(e, estimate(t, fiveDays, b, finance.Options{}))
	require.NoError(t, err)
	assert.Empty(t, c.Gaps)
	assert.Equal(t, "USD 0.00", c.Lines[0].Saving.Likely.String())
}

// TestUnpricedOfRealPrograms: the Palais has no public price, so a round there, or one nobody knows where, leaves a gap.
func TestUnpricedOfRealPrograms(t *testing.T) {
	counts := func(p att.Programme) (map[string]att.Count, string) {
		e := estimate(t, p, finance.Illustrative(), finance.Options{})
		list := map[string]att.Count{}
		for _, u := range e.Unpriced {
			list[u.ID] = u.Count
		}
		return list, strings.Join(e.Gaps, "\n")
	}
	csp9, _ := cycles.Programme("csp9")
	list, gaps := counts(csp9)
	assert.Equal(t, att.AtLeast(4), list["palais"], "four days in February at the Palais, four in May nobody knows where")
	assert.Equal(t, att.Exactly(8), list["webcast"])
	assert.Equal(t, att.Exactly(0), list["remote-access"])
	assert.Contains(t, gaps, "Rooms at the Palais des Nations")
	assert.Contains(t, gaps, "the number of days is at least 4")
	assert.NotContains(t, gaps, "Technicians", "what every meeting leaves unpriced is listed apart")

	// Of its 14 consultations 11 are virtual and one is hybrid, each on a day of its own; one is on the platform, one in writing.
	list, gaps = counts(proposal.Programme())
	assert.Equal(t, att.Exactly(0), list["palais"])
	assert.Equal(t, att.Exactly(12), list["platform"])
	assert.Equal(t, att.Exactly(1), list["consultation-rooms"])
	assert.Equal(t, att.Exactly(1), list["restricted-platform"])
	assert.NotContains(t, gaps, "Palais")

	csp5, _ := cycles.Programme("csp5")
	list, _ = counts(csp5)
	assert.Equal(t, att.Exactly(4), list["palais"], "four days in the WMO building, and four at the CICG")
	csp7, _ := cycles.Programme("csp7")
	list, _ = counts(csp7)
	assert.Equal(t, att.Exactly(5), list["online-meetings"])
	assert.Equal(t, att.AtLeast(3), list["platform"], "its list of consultations is not whole")
	assert.Equal(t, att.Count{}, list["restricted-platform"])
	csp8, _ := cycles.Programme("csp8")
	list, _ = counts(csp8)
	assert.Equal(t, att.Exactly(8), list["remote-access"])
	assert.Equal(t, att.Exactly(0), list["webcast"])
}

// TestPapersOfTheConstructedProgramme: 25 of its 37 papers appear in six languages and six of the others in one or two more than
// their own, 125 + 8 translations of 3,000 words at 300 a thousand.
func TestPapersOfTheConstructedProgramme(t *testing.T) {
	for _, l := range estimate(t, proposal.Programme(), finance.Illustrative(), finance.Options{}).Lines {
		if l.Entry.Driver == finance.PerTranslation {
			assert.Equal(t, att.Exactly(133), l.Count)
			assert.Equal(t, "USD 119700.00", l.Amount.Likely.String())
			return
		}
	}
	t.Error("no line of papers")
}
