package paper_test

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/finance"
	"attwork.example/reporting"
	"attwork.example/reporting/paper"
	"attwork.example/schedule/timetable"
)

// full is a writer that takes so many bytes and no more.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, errFull
	}
	f.room -= len(b)
	return len(b), nil
}

func TestWriteErrors(t *testing.T) {
	for _, f := range paper.Formats() {
		assert.ErrorIs(t, whole().Write(&full{}, f, paper.Catalogue{}), errFull, f)
		assert.ErrorIs(t, whole().Write(&full{room: 5000}, f, paper.Catalogue{}), errFull, f)
	}
	for _, f := range []paper.Format{"", "xml", "HTML"} {
		err := whole().Write(io.Discard, f, paper.Catalogue{})
		assert.EqualError(t, err, fmt.Sprintf("paper: %q is none of the formats html, markdown, csv and json", string(f)))
	}
}

var outside = regexp.MustCompile(`(?i)https?:|//|<script|<iframe|<img|@import|url\(|srcset| on[a-z]+=| style=`)

// TestPageStandsAlone: a page asks nothing of the network, runs nothing, and leads nowhere but to itself.
func TestPageStandsAlone(t *testing.T) {
	for _, lang := range att.Languages() {
		page := string(written(t, whole(), paper.HTML, catalogue(t, lang)))
		assert.Equal(t, []string{`<link rel="icon" href="data:,"/>`}, regexp.MustCompile("(?i)<link[^>]*>").FindAllString(page, -1), "an empty icon, for which no browser asks a server")
		assert.Empty(t, outside.FindAllString(page, -1))
		change := whole()
		change.Compliance = nil // two lists of all States, which no paper about a change has
		assert.LessOrEqual(t, len(written(t, change, paper.HTML, catalogue(t, lang))), 200_000)
		ids := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			assert.False(t, ids[m[1]], "the id %s is there twice", m[1])
			ids[m[1]] = true
		}
		for _, m := range regexp.MustCompile(` (?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
			assert.True(t, ids[m[1]], "nothing has the id %s", m[1])
		}
	}
}

// many is a programme with n topics, each on the agenda of the days of one round.
func many(n int) att.Programme {
	bodies := []att.Body{
		{ID: "wgeti", Name: att.Text{att.English: "Working group on implementation"}, Kind: att.WorkingGroup, Role: att.WGETI},
		{ID: "wgtr", Name: att.Text{att.English: "Working group on reporting"}, Kind: att.WorkingGroup, Role: att.WGTR},
	}
	r := att.Round{ID: "r", Meeting: att.Meeting{Start: day("2024-02-05"), End: day("2024-02-16"), Format: att.InPerson}}
	for d := range 10 {
		r.Days = append(r.Days, att.Day{Date: r.Start.AddDays(d), Sittings: []att.Sitting{{ID: fmt.Sprint("am-", d)}, {ID: fmt.Sprint("pm-", d)}}})
	}
	for i := range n {
		b, s := &bodies[i%2], &r.Days[i%10].Sittings[i/10%2]
		id := fmt.Sprint("topic-", i)
		b.Mandate.Topics = append(b.Mandate.Topics, att.Topic{ID: id, Title: att.Text{att.English: fmt.Sprint("A subject of discussion by the name of ", i)}, Minutes: 30})
		s.Items = append(s.Items, att.Item{Topic: id, Bodies: []string{b.ID}, Minutes: 30})
	}
	return att.Programme{ID: "many", Bodies: bodies, Rounds: []att.Round{r}}
}

func TestSizeGrowsWithTheTopics(t *testing.T) {
	for _, f := range paper.Formats() {
		size := func(n int) int { return len(written(t, paper.Paper{Programme: many(n)}, f, paper.Catalogue{})) }
		assert.Less(t, size(500), 2_000_000, f)
		// All numbers from 100 on have three digits, so that one topic more is worth the same.
		assert.InDelta(t, size(300)-size(100), size(500)-size(300), 100, f)
		assert.Greater(t, size(300)-size(100), 1000, f)
	}
}

// agendaOf returns the timetable of a round as rows of a table.
func agendaOf(t *testing.T, r att.Round, bodies ...att.Body) sheetBlock {
	t.Helper()
	p := paper.Paper{Programme: att.Programme{ID: "x", Bodies: bodies, Rounds: []att.Round{r}}}
	return read(t, p, paper.Catalogue{}).section(t, "timetable")[0]
}

func TestAgenda(t *testing.T) {
	clock := func(s string) att.Clock { return must(att.ParseClock(s)) }
	am := att.Sitting{ID: "a", Start: clock("10:00"), End: clock("13:00")}
	bodies := []att.Body{
		{ID: "one", Name: att.Text{att.English: "Body one"}, Mandate: att.Mandate{Topics: []att.Topic{{ID: "own"}}}},
		{ID: "two", Name: att.Text{att.English: "Body two"}, Mandate: att.Mandate{Topics: []att.Topic{{ID: "joint", Title: att.Text{att.English: "Joint topic"}}}}},
	}
	unknown, none, cancelled, closed, busy, late := am, am, am, am, am, am
	none.Items, cancelled.Items = []att.Item{}, []att.Item{}
	cancelled.Format, closed.Access, closed.Items = att.Cancelled, att.Members, []att.Item{{Topic: "own", Bodies: []string{"one"}, Minutes: 5}}
	busy.Items = []att.Item{{Topic: "joint", Bodies: []string{"one", "two"}, Minutes: 45}, {Topic: "nowhere"}}
	late.Start = clock("10:30")
	sunday := day("2024-03-17") // the feast of Saint Patrick in 2024 was a Sunday
	days := []att.Day{
		{Date: sunday, Sittings: []att.Sitting{unknown, am}},
		{Date: sunday.AddDays(1), Sittings: []att.Sitting{none, am}},
		{Date: sunday.AddDays(2), Sittings: []att.Sitting{cancelled, am}},
		{Date: sunday.AddDays(3), Sittings: []att.Sitting{closed, am}},
		{Date: sunday.AddDays(4), Sittings: []att.Sitting{busy, late}},
		{Date: sunday.AddDays(5)},
		{Date: sunday.AddDays(6)},
		{},
	}
	table := agendaOf(t, att.Round{ID: "r", Meeting: att.Meeting{Days: days}}, bodies...)
	assert.Equal(t, []string{
		"Hours", "Sunday, 17 March 2024", "Monday, 18 March 2024", "Tuesday, 19 March 2024", "Wednesday, 20 March 2024", "Thursday, 21 March 2024", "Friday, 22 March 2024",
		"Saturday, 23 March 2024", "day unknown",
	}, table.Columns)
	require.Len(t, table.Rows, 2)
	var words []string
	for _, c := range table.Rows[0] {
		words = append(words, c.Text)
	}
	assert.Equal(t, []string{"10:00 to 13:00", "agenda unknown", "no items", "cancelled", "closed", "", "", "", ""}, words)
	assert.Equal(t, []string{"Body one: own (5\u00a0min)"}, table.Rows[0][4].Items)
	assert.Equal(t, []string{"Body one, Body two: Joint topic (45\u00a0min)", "nowhere (minutes unknown)"}, table.Rows[0][5].Items)
	assert.Equal(t, "sitting 2", table.Rows[1][0].Text, "the hours differ")
	table = agendaOf(t, att.Round{ID: "r", Meeting: att.Meeting{Days: []att.Day{{Date: sunday, Sittings: []att.Sitting{{ID: "a"}}}}}})
	assert.Equal(t, "sitting 1", table.Rows[0][0].Text, "nobody knows the hours")
}

// TestEveryWordIsKnown: what the closed lists of the library name has words, and does not stand as an identifier.
func TestEveryWordIsKnown(t *testing.T) {
	p := att.Programme{ID: "x", Name: att.Text{att.English: "A name"}}
	for _, f := range []att.Format{att.InPerson, att.InPersonWithStream, att.InPersonWithRemote, att.Hybrid, att.Virtual, att.Written, att.Platform, att.Cancelled, ""} {
		for _, c := range []att.Confidence{att.Verified, att.Computed, att.Inferred, att.Recalled, att.Unknown, ""} {
			p.Consultations = append(p.Consultations, att.Consultation{ID: "c", Title: att.Text{att.English: "Talk"}, Format: f, Provenance: att.Provenance{Confidence: c}})
		}
	}
	answer := reporting.Answer{Duty: reporting.InitialReport, AsOf: day("2024-01-01")}
	for _, s := range []reporting.Status{reporting.NotRequired, reporting.NotYetDue, reporting.Due, reporting.OnTime, reporting.Late, reporting.Missing, reporting.StatusUnknown, ""} {
		answer.States = append(answer.States, reporting.Standing{State: "X", Status: s})
	}
	arranged := paper.Timetable{}
	for _, s := range []timetable.Status{timetable.Optimal, timetable.Feasible, timetable.Infeasible, timetable.Undetermined} {
		for _, g := range []timetable.Goal{timetable.Priority, timetable.Days, timetable.Sittings, timetable.BodyDays, timetable.Moves} {
			arranged.Answer.Status = s
			arranged.Answer.Goals = append(arranged.Answer.Goals, timetable.Result{Goal: g, Value: 1, Bound: 2})
		}
	}
	for _, status := range []att.Status{att.Draft, att.Proposed, att.Decided, att.Held, ""} {
		p.Status = status
		page := string(written(t, paper.Paper{Programme: p, Compliance: []reporting.Answer{answer}, Timetables: []paper.Timetable{arranged}}, paper.HTML, paper.Catalogue{}))
		_, body, _ := strings.Cut(page, "<main>")
		assert.Equal(t, []string{"X"}, unique(regexp.MustCompile(`<code dir="ltr">([^<]*)</code>`).FindAllStringSubmatch(body, -1)), "only the State has no words")
		assert.NotContains(t, page, ">yes<", "no goal is proven whose bound lies elsewhere")
	}
}

func unique(matches [][]string) []string {
	var list []string
	for _, m := range matches {
		if len(list) == 0 || list[len(list)-1] != m[1] {
			list = append(list, m[1])
		}
	}
	return list
}

// TestArrangedOutOfTheOrdinary: a placement whose minutes nobody says, items left out, and a conflict that may be smaller.
func TestArrangedOutOfTheOrdinary(t *testing.T) {
	p := paper.Paper{Timetables: []paper.Timetable{{
		Problem: timetable.Problem{Items: []timetable.Item{{ID: "a"}}, Sittings: []timetable.Sitting{{ID: "am"}, {ID: "pm"}}},
		Answer: timetable.Answer{
			Goals: []timetable.Result{{}}, Unplaced: []string{"b", "c"},
			Timetable: timetable.Timetable{Assignments: []timetable.Placement{{Item: "a", Sitting: "am"}, {Item: "z", Sitting: "pm", Minutes: 5}, {Item: "a", Sitting: "elsewhere"}}},
			Conflict:  timetable.Conflict{Constraints: []timetable.Constraint{{}}},
		},
	}}}
	page := string(written(t, p, paper.Markdown, paper.Catalogue{}))
	assert.Contains(t, page, "| `am` | `a` (minutes unknown) |")
	assert.Contains(t, page, "| `pm` | `z` (5\u00a0min) |")
	assert.Contains(t, page, "`b, c`")
	assert.Contains(t, page, "perhaps fewer of them cannot either")
}

var drawn = regexp.MustCompile(`<(?:rect|line|text) ([^>]*)>`)

// TestPicturesStayOnTheirCanvas whatever the days, the prices and the priorities.
func TestPicturesStayOnTheirCanvas(t *testing.T) {
	wide := many(1)
	wide.Rounds[0].End = day("2024-12-31") // the last meeting to start is a long one
	backwards := many(1)
	backwards.Rounds[0].End = day("2023-01-01")
	far := many(1)
	far.Conference.Start = day("2200-12-31")
	amount := func(s string) finance.Range {
		m := finance.MustMoney(s)
		return finance.Range{Low: m, Likely: m, High: m}
	}
	savings := finance.Comparison{Lines: []finance.ComparedLine{{Entry: finance.Entry{Title: att.Text{att.English: "x"}}}}, ByPayer: []finance.PayerSaving{
		{Payer: finance.Host, Saving: amount("USD 999999999999999999")}, {Payer: finance.Delegations, Saving: amount("USD -0.01")},
	}}
	curve := []timetable.Point{{Days: 1, Priority: timetable.Result{Value: 1}, Status: timetable.Optimal}, {Days: 2, Priority: timetable.Result{Value: 1_000_000}, Status: timetable.Optimal}}
	for name, p := range map[string]paper.Paper{
		"whole": whole(), "long": {Programme: wide, Before: many(1)}, "backwards": {Programme: backwards}, "far": {Programme: far}, "last day": {Programme: att.Programme{ID: "x", Rounds: []att.Round{{Meeting: att.Meeting{Start: day("9999-12-31")}}}}},
		"savings": {Savings: savings}, "curve": {Frontier: curve},
	} {
		for _, lang := range []att.Lang{att.English, att.Arabic} {
			for picture := range strings.SplitSeq(string(written(t, p, paper.HTML, wordless(lang))), "<svg ") {
				var width, height int
				if _, err := fmt.Sscanf(picture, `viewBox="0 0 %d %d"`, &width, &height); err != nil {
					continue // what stands before the first one
				}
				for _, m := range drawn.FindAllStringSubmatch(picture, -1) {
					x, y, w, h := at(m[1], "x"), at(m[1], "y"), at(m[1], "width"), at(m[1], "height")
					if strings.Contains(m[0], "<line") {
						x, y, w, h = min(at(m[1], "x1"), at(m[1], "x2")), min(at(m[1], "y1"), at(m[1], "y2")), 0, 0
						assert.LessOrEqual(t, max(at(m[1], "x1"), at(m[1], "x2")), width, name)
						assert.LessOrEqual(t, max(at(m[1], "y1"), at(m[1], "y2")), height, name)
					}
					assert.GreaterOrEqual(t, min(x, y, w, h), 0, "%s: %s", name, m[0])
					assert.LessOrEqual(t, x+w, width, "%s: %s", name, m[0])
					assert.LessOrEqual(t, y+h, height, "%s: %s", name, m[0])
				}
			}
		}
	}
}

// at returns a measure among the attributes of an element; 0: there is none.
func at(attributes, name string) int {
	_, rest, _ := strings.Cut(" "+attributes, " "+name+`="`)
	value, _, _ := strings.Cut(rest, `"`)
	n, _ := strconv.Atoi(value)
	return n
}

// TestPicturesTurn: in Arabic everything stands as far from the right as it stands from the left in English.
func TestPicturesTurn(t *testing.T) {
	pictures := func(lang att.Lang) []string {
		return strings.Split(string(written(t, whole(), paper.HTML, wordless(lang))), "<svg ")[1:]
	}
	left, right := pictures(att.English), pictures(att.Arabic)
	require.Len(t, right, len(left))
	turned := 0
	for i := range left {
		var width, height int
		_, err := fmt.Sscanf(left[i], `viewBox="0 0 %d %d"`, &width, &height)
		require.NoError(t, err)
		one, other := drawn.FindAllStringSubmatch(left[i], -1), drawn.FindAllStringSubmatch(right[i], -1)
		require.Len(t, other, len(one))
		for j := range one {
			a, b := one[j][1], other[j][1]
			if strings.HasPrefix(one[j][0], "<line") {
				require.Equal(t, []int{width - at(a, "x1"), width - at(a, "x2")}, []int{at(b, "x1"), at(b, "x2")}, a)
			} else {
				require.Equal(t, width-at(a, "x")-at(a, "width"), at(b, "x"), a)
			}
			turned++
		}
	}
	require.Positive(t, turned)
}
