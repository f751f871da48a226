package document_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/check/checktest"
	"attwork.example/att/document"
)

// small is a programme without a fault, with something at every level.
const small = `{
  "format": "attwork/programme/1",
  "$schema": "https://attwork.example/programme.json",
  "id": "small",
  "name": {"en": "A small programme", "fr": "Un petit programme"},
  "status": "draft",
  "conference": {
    "body": "csp", "cycleStart": "2023-08-25",
    "start": "2024-08-19", "end": "2024-08-23", "city": "Geneva", "format": "in-person+stream",
    "days": [{"date": "2024-08-21", "bodies": ["dief"]}],
    "provenance": {"confidence": "verified", "sources": ["s16"]}
  },
  "stages": [{"id": "control", "title": {"en": "National control system"}}],
  "bodies": [
    {"id": "csp", "name": {"en": "Conference of States Parties"}, "kind": "conference"},
    {"id": "wgeti", "name": {"en": "Implementation"}, "kind": "working-group", "role": "wgeti",
     "mandate": {"purpose": {"en": "Practice"}, "topics": [
       {"id": "brokering", "title": {"en": "Brokering"}, "articles": ["10"], "stage": "control", "focus": "national-practice",
        "minutes": 60, "papers": ["paper"], "support": ["fund"], "continues": {"programme": "csp9", "body": "wgeti", "topic": "art-10"}},
       {"id": "diversion", "title": {"en": "Diversion"}, "continues": {"body": "wgeti", "topic": "brokering"}}]},
     "lines": [{"sort": "reports-to", "to": "csp"}]},
    {"id": "wgtr", "name": {"en": "Transparency"}, "kind": "working-group", "role": "wgtr",
     "mandate": {"from": "2023-09-01", "until": "2024-08-31", "topics": [{"id": "reports", "title": {"en": "Reports"}}]},
     "lines": [{"sort": "contributes-to", "to": "wgeti", "topics": ["brokering"], "cites": [{"text": "csp9-draft", "paragraph": "24b", "voice": "committee"}]}]},
    {"id": "exchange", "name": {"en": "Exchange"}, "kind": "sub-working-group", "parent": "wgeti", "lines": [{"sort": "reports-to", "to": "wgeti"}]},
    {"id": "dief", "name": {"en": "Forum"}, "kind": "forum"},
    {"id": "fund", "name": {"en": "Fund"}, "kind": "fund"}
  ],
  "rounds": [
    {"id": "round-1", "bodies": ["wgeti", "wgtr"], "start": "2024-04-15", "end": "2024-04-16", "city": "Geneva", "format": "in-person",
     "days": [{"date": "2024-04-15", "sittings": [
       {"id": "mon-am", "start": "10:00", "end": "13:00", "items": [{"topic": "brokering", "bodies": ["wgeti", "wgtr"], "minutes": 60}]},
       {"id": "mon-pm", "start": "15:00", "end": "18:00", "items": [{"topic": "reports", "bodies": ["wgtr"], "minutes": 90, "access": "open"}]}]}],
     "datesSetBy": "president", "consulted": ["office-holders"],
     "participation": [{"group": "states-parties", "count": 80, "of": "at least 110"}]}
  ],
  "consultations": [{"id": "talk", "shape": "regional", "format": "virtual", "convenor": "wgeti", "start": "2024-02-01",
    "prepares": [{"body": "wgeti", "topic": "brokering"}], "follows": [{"programme": "csp9", "body": "wgeti", "topic": "art-10"}]}],
  "documents": [{"id": "paper", "title": {"en": "A paper"}, "kind": "national-working-paper", "for": "brokering", "languages": ["en", "zh-Hans"], "distributed": "2024-03-01"}],
  "decisions": [{"id": "mandate", "text": {"en": "Review the programme."}, "body": "csp", "date": "2022-08-26", "how": "consensus", "document": "paper"}],
  "reviews": [{"id": "again", "subject": "dief", "by": "csp", "date": "2024-08-23", "recurs": true}],
  "gaps": ["Who took part is not known."],
  "sources": [{"id": "s16", "title": "portal.thearmstradetreaty.org/csp-10.html"}]
}
`

func read(t *testing.T, doc string) document.File {
	t.Helper()
	f, err := document.Read("small.json", strings.NewReader(doc))
	require.NoError(t, err)
	return f
}

func TestSmallIsWellShaped(t *testing.T) {
	f := read(t, small)
	assert.Empty(t, f.Shape())
	assert.Equal(t, "https://attwork.example/programme.json", f.Programme.Schema)
	assert.Equal(t, att.AtLeast(110), f.Programme.Rounds[0].Participation[0].Of)
	assert.Equal(t, att.MustDate("2024-04-15"), f.Programme.Rounds[0].Start)
}

func TestRoundTrip(t *testing.T) {
	f := read(t, small)
	var once, twice bytes.Buffer
	require.NoError(t, document.Write(&once, f.Programme))
	again := read(t, once.String())
	assert.Equal(t, f.Programme, again.Programme)
	require.NoError(t, document.Write(&twice, again.Programme))
	assert.Equal(t, once.String(), twice.String())
	assert.Error(t, document.Write(&once, att.Programme{ID: "a\xff"}))
	assert.ErrorContains(t, document.Write(failing{}, f.Programme), "disk full")
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// TestShapeFaults plants one fault at a time, at every level, and expects the finding at its place.
func TestShapeFaults(t *testing.T) {
	for _, c := range []struct{ from, to, rule, path string }{
		// fields
		{`"id": "small"`, `"id": "Small"`, "shape/fields", "id"},
		{`"id": "small",`, ``, "shape/fields", "id"},
		{`"fr": "Un petit programme"`, `"fr": " "`, "shape/fields", "name.fr"},
		{`"fr": "Un petit programme"`, `"French": "Un petit programme"`, "shape/fields", "name"},
		{`"fr": "Un petit programme"`, `"x].y[": "Un petit programme"`, "shape/fields", "name"},
		{`"fr": "Un petit programme"`, `"fr": "Un\npetit"`, "shape/fields", "name.fr"},
		{`"status": "draft"`, `"status": "drafted"`, "shape/fields", "status"},
		{`"format": "in-person+stream"`, `"format": "livestream"`, "shape/fields", "conference.format"},
		{`"confidence": "verified"`, `"confidence": "sure"`, "shape/fields", "conference.provenance.confidence"},
		{`"title": {"en": "National control system"}`, `"title": {}`, "shape/fields", "stages[control].title"},
		{`"kind": "fund"`, `"kind": "bank"`, "shape/fields", "bodies[fund].kind"},
		{`"articles": ["10"]`, `"articles": ["10", "99"]`, "shape/fields", "bodies[wgeti].mandate.topics[brokering].articles[#2]"},
		{`"title": {"en": "Diversion"}`, `"title": {"en": "` + strings.Repeat("x", 301) + `"}`, "shape/fields", "bodies[wgeti].mandate.topics[diversion].title.en"},
		{`"focus": "national-practice"`, `"focus": "practice"`, "shape/fields", "bodies[wgeti].mandate.topics[brokering].focus"},
		{`"minutes": 60, "papers"`, `"minutes": -60, "papers"`, "shape/fields", "bodies[wgeti].mandate.topics[brokering].minutes"},
		{`"sort": "contributes-to"`, `"sort": "helps"`, "shape/fields", "bodies[wgtr].lines[#1].sort"},
		{`"voice": "committee"`, `"voice": "loud"`, "shape/fields", "bodies[wgtr].lines[#1].cites[#1].voice"},
		{`"bodies": ["wgtr"], "minutes": 90`, `"bodies": [], "minutes": 90`, "shape/fields", "rounds[round-1].days[2024-04-15].sittings[mon-pm].items[reports].bodies"},
		{`"access": "open"`, `"access": "all"`, "shape/fields", "rounds[round-1].days[2024-04-15].sittings[mon-pm].items[reports].access"},
		{`"consulted": ["office-holders"]`, `"consulted": ["the office holders"]`, "shape/fields", "rounds[round-1].consulted[#1]"},
		{`"group": "states-parties"`, `"group": "states"`, "shape/fields", "rounds[round-1].participation[#1].group"},
		{`"shape": "regional"`, `"shape": "round"`, "shape/fields", "consultations[talk].shape"},
		{`"zh-Hans"`, `"zh_Hans"`, "shape/fields", "documents[paper].languages[#2]"},
		{`"how": "consensus"`, `"how": "applause"`, "shape/fields", "decisions[mandate].how"},
		{`"gaps": ["Who took part is not known."]`, `"gaps": [""]`, "shape/fields", "gaps[#1]"},
		{`"title": "portal.thearmstradetreaty.org/csp-10.html"`, `"title": ""`, "shape/fields", "sources[s16].title"},
		// ids
		{`{"id": "fund", "name"`, `{"id": "dief", "name"`, "shape/ids", "bodies[#6]"},
		{`{"id": "diversion",`, `{"id": "brokering",`, "shape/ids", "bodies[wgeti].mandate.topics[#2]"},
		{`"id": "mon-pm"`, `"id": "mon-am"`, "shape/ids", "rounds[round-1].days[2024-04-15].sittings[#2]"},
		{`"sources": [{"id": "s16"`, `"sources": [{"id": "s16", "title": "x"}, {"id": "s16"`, "shape/ids", "sources[#2]"},
		// references
		{`"body": "csp", "cycleStart"`, `"body": "wgtr", "cycleStart"`, "shape/references", "conference.body"},
		{`"bodies": ["dief"]`, `"bodies": ["dif"]`, "shape/references", "conference.days[2024-08-21].bodies[#1]"},
		{`"confidence": "verified", "sources": ["s16"]`, `"confidence": "verified", "sources": ["s17"]`, "shape/references", "conference.provenance.sources[#1]"},
		{`"parent": "wgeti"`, `"parent": "wgetu"`, "shape/references", "bodies[exchange].parent"},
		{`"stage": "control"`, `"stage": "transfer"`, "shape/references", "bodies[wgeti].mandate.topics[brokering].stage"},
		{`"papers": ["paper"]`, `"papers": ["papers"]`, "shape/references", "bodies[wgeti].mandate.topics[brokering].papers[#1]"},
		{`"support": ["fund"]`, `"support": ["funds"]`, "shape/references", "bodies[wgeti].mandate.topics[brokering].support[#1]"},
		{`{"body": "wgeti", "topic": "brokering"}}`, `{"body": "wgeti", "topic": "brokers"}}`, "shape/references", "bodies[wgeti].mandate.topics[diversion].continues.topic"},
		{`{"body": "wgeti", "topic": "brokering"}}`, `{"body": "wg", "topic": "brokering"}}`, "shape/references", "bodies[wgeti].mandate.topics[diversion].continues.body"},
		{`{"body": "wgeti", "topic": "brokering"}}`, `{"topic": "brokering"}}`, "shape/references", "bodies[wgeti].mandate.topics[diversion].continues"},
		{`"to": "wgeti", "topics": ["brokering"]`, `"to": "wgeti", "topics": ["reports"]`, "shape/references", "bodies[wgtr].lines[#1].topics[#1]"},
		{`"bodies": ["wgeti", "wgtr"], "start"`, `"bodies": ["wgeti", "wgt"], "start"`, "shape/references", "rounds[round-1].bodies[#2]"},
		{`"bodies": ["wgeti", "wgtr"], "minutes"`, `"bodies": ["wgeti", "wgt"], "minutes"`, "shape/references", "rounds[round-1].days[2024-04-15].sittings[mon-am].items[brokering].bodies[#2]"},
		{`"topic": "reports", "bodies": ["wgtr"]`, `"topic": "reports", "bodies": ["wgeti"]`, "shape/references", "rounds[round-1].days[2024-04-15].sittings[mon-pm].items[reports].topic"},
		{`"prepares": [{"body": "wgeti", "topic": "brokering"}]`, `"prepares": [{"body": "wgeti", "topic": "brokers"}]`, "shape/references", "consultations[talk].prepares[brokers].topic"},
		{`"convenor": "wgeti"`, `"convenor": "nobody"`, "shape/references", "consultations[talk].convenor"},
		{`"for": "brokering"`, `"for": "brokers"`, "shape/references", "documents[paper].for"},
		{`"body": "csp", "date"`, `"body": "cp", "date"`, "shape/references", "decisions[mandate].body"},
		{`"document": "paper"`, `"document": "papers"`, "shape/references", "decisions[mandate].document"},
		{`"subject": "dief"`, `"subject": "dif"`, "shape/references", "reviews[again].subject"},
		{`"by": "csp"`, `"by": "cp"`, "shape/references", "reviews[again].by"},
		// dates
		{`"end": "2024-08-23"`, `"end": "2024-08-21", "city": "Geneva"`, "", ""},
		{`"start": "2024-08-19"`, `"start": "2024-08-24"`, "shape/dates", "conference.end"},
		{`"cycleStart": "2023-08-25"`, `"cycleStart": "2024-08-25"`, "shape/dates", "conference.start"},
		{`"cycleStart": "2023-08-25"`, `"cycleStart": "1823-08-25"`, "shape/dates", "conference.cycleStart"},
		{`"date": "2024-08-21"`, `"date": "2024-08-24"`, "shape/dates", "conference.days[2024-08-24]"},
		{`"start": "2024-04-15", "end": "2024-04-16"`, `"start": "2024-03-01", "end": "2024-04-16"`, "shape/dates", "rounds[round-1].end"},
		{`"until": "2024-08-31"`, `"until": "2024-04-01"`, "shape/dates", "rounds[round-1].days[2024-04-15].sittings[mon-pm].items[reports].bodies[#1]"},
		{`"until": "2024-08-31"`, `"until": "2022-04-01"`, "shape/dates", "bodies[wgtr].mandate.until"},
		{`"start": "2024-02-01"`, `"start": "2024-02-01", "end": "2024-01-01"`, "shape/dates", "consultations[talk].end"},
		{`"distributed": "2024-03-01"`, `"distributed": "2424-03-01"`, "shape/dates", "documents[paper].distributed"},
		{`"date": "2022-08-26"`, `"date": "1022-08-26"`, "shape/dates", "decisions[mandate].date"},
		{`"date": "2024-08-23"`, `"date": "2224-08-23"`, "shape/dates", "reviews[again].date"},
		// hours
		{`"start": "10:00", "end": "13:00"`, `"start": "13:00", "end": "10:00"`, "shape/hours", "rounds[round-1].days[2024-04-15].sittings[mon-am].end"},
		{`"start": "15:00", "end": "18:00"`, `"start": "12:00", "end": "18:00"`, "shape/hours", "rounds[round-1].days[2024-04-15].sittings[mon-pm].start"},
		{`"minutes": 90`, `"minutes": 190`, "shape/hours", "rounds[round-1].days[2024-04-15].sittings[mon-pm].items[reports].minutes"},
		// lines
		{`"lines": [{"sort": "reports-to", "to": "csp"}]`, `"lines": [{"sort": "reports-to", "to": "exchange"}]`, "shape/lines", "bodies[wgeti].lines[#1]"},
		{`"lines": [{"sort": "reports-to", "to": "csp"}]`, `"lines": []`, "shape/lines", "bodies[exchange].lines[#1]"},
	} {
		if c.rule == "" {
			continue
		}
		require.Equal(t, 1, strings.Count(small, c.from), "the fault must be planted once: %s", c.from)
		f := read(t, strings.Replace(small, c.from, c.to, 1))
		found := false
		for _, finding := range f.Shape() {
			found = found || finding.Rule == c.rule && string(finding.Path) == c.path
			assert.Equal(t, check.Error, finding.Severity)
			assert.NotZero(t, finding.Position.Line, "%s has no place", finding.Path)
			assert.Equal(t, "small.json", finding.Position.Name)
			assert.NotEmpty(t, finding.Cites[0].Paragraph)
			for _, text := range []string{finding.Message.String(), finding.Remedy.String()} {
				assert.NotEmpty(t, text)
				assert.NotContains(t, text, "{field}")
			}
		}
		assert.True(t, found, "%s -> %.60s: no finding of %s at %s in %v", c.from, c.to, c.rule, c.path, f.Shape())
	}
}

// TestEveryFaultIsCollected plants several faults at once.
func TestEveryFaultIsCollected(t *testing.T) {
	doc := small
	for from, to := range map[string]string{
		`"status": "draft"`:      `"status": "drafted"`,
		`"kind": "fund"`:         `"kind": "bank"`,
		`"parent": "wgeti"`:      `"parent": "wgetu"`,
		`"until": "2024-08-31"`:  `"until": "2022-08-31"`,
		`"id": "mon-pm"`:         `"id": "mon-am"`,
		`"distributed": "2024-`:  `"distributed": "2424-`,
		`"minutes": 90`:          `"minutes": 190`,
		`"for": "brokering"`:     `"for": "brokers"`,
		`"voice": "committee"`:   `"voice": "loud"`,
		`"zh-Hans"`:              `"zh-"`,
		`"group": "states-part`:  `"group": "part`,
		`"support": ["fund"], "`: `"support": ["cash"], "`,
	} {
		doc = strings.Replace(doc, from, to, 1)
	}
	sitting := check.Path("rounds[round-1].days[2024-04-15].sittings[#2]")
	checktest.Findings(t, read(t, doc).Shape(),
		checktest.Want{Rule: "shape/fields", Path: "status"},
		checktest.Want{Rule: "shape/fields", Path: "bodies[fund].kind"},
		checktest.Want{Rule: "shape/fields", Path: "bodies[wgtr].lines[#1].cites[#1].voice"},
		checktest.Want{Rule: "shape/fields", Path: "documents[paper].languages[#2]"},
		checktest.Want{Rule: "shape/fields", Path: "rounds[round-1].participation[#1].group"},
		checktest.Want{Rule: "shape/references", Path: "bodies[exchange].parent"},
		checktest.Want{Rule: "shape/references", Path: "bodies[wgeti].mandate.topics[brokering].support[#1]"},
		checktest.Want{Rule: "shape/references", Path: "documents[paper].for"},
		checktest.Want{Rule: "shape/dates", Path: "bodies[wgtr].mandate.until"},
		checktest.Want{Rule: "shape/dates", Path: "documents[paper].distributed"},
		checktest.Want{Rule: "shape/dates", Path: sitting.Field("items").ID("reports", 0).Field("bodies").Index(0)},
		checktest.Want{Rule: "shape/dates", Path: "rounds[round-1].days[2024-04-15].sittings[mon-am].items[brokering].bodies[#2]"},
		checktest.Want{Rule: "shape/ids", Path: sitting},
		checktest.Want{Rule: "shape/hours", Path: sitting.Field("items").ID("reports", 0).Field("minutes")},
	)
}

func TestPositions(t *testing.T) {
	f := read(t, strings.Replace(small, `"support": ["fund"]`, `"support": ["cash"]`, 1))
	list := f.Shape()
	require.Len(t, list, 1)
	line := strings.Count(small[:strings.Index(small, `"support"`)], "\n") + 1
	assert.Equal(t, line, list[0].Position.Line)
	assert.Equal(t, `"cash"`, strings.Split(strings.Replace(small, `"fund"]`, `"cash"]`, 1), "\n")[line-1][list[0].Position.Column-1:][:6])
}

func TestTooLongListsEndTheCheckEarly(t *testing.T) {
	p := read(t, small).Programme
	for range 300 {
		p.Bodies = append(p.Bodies, p.Bodies[0])
	}
	checktest.Findings(t, document.Shape(p), checktest.Want{Rule: "shape/fields", Path: "bodies"})
}

func TestLineLoops(t *testing.T) {
	p := read(t, small).Programme
	p.Bodies[0].Lines = []att.Line{{Sort: att.ReportsTo, To: "csp"}}
	var messages []string
	for _, f := range document.Shape(p) {
		messages = append(messages, f.Message.String())
	}
	assert.Contains(t, strings.Join(messages, "\n"), "runs in a circle: csp comes back to csp")
}

func TestReadRefuses(t *testing.T) {
	_, err := document.Read("x.json", strings.NewReader(`{"format": "attwork/cost-book/1"}`))
	assert.EqualError(t, err, `x.json:1:12: format: expected the format "attwork/programme/1", found "attwork/cost-book/1"`)
	_, err = document.Read("x.json", strings.NewReader(strings.Repeat(" ", 9<<20)))
	var input *att.InputError
	assert.ErrorAs(t, err, &input)
}

// FuzzShape looks for panics in everything that is done with a document that can be read.
func FuzzShape(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"format": "attwork/programme/1", "name": {"": ""}, "bodies": [{"lines": [{"to": ""}]}], "rounds": [{"days": [{}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := document.Read("f", bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, finding := range file.Shape() {
			require.NotZero(t, finding.Position.Line)
		}
		att.Measure(file.Programme, att.MeasureOptions{})
		var out bytes.Buffer
		require.NoError(t, document.Write(&out, file.Programme))
		again, err := document.Read("f", &out)
		require.NoError(t, err)
		require.Equal(t, file.Programme, again.Programme)
	})
}
