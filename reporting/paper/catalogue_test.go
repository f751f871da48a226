package paper_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/reporting/paper"
)

// named is a paper that is only about a name.
func named(name att.Text) paper.Paper {
	return paper.Paper{Programme: att.Programme{ID: "mine", Name: name, Status: att.Draft, Rounds: []att.Round{}, Consultations: []att.Consultation{}}}
}

// heading returns the first heading of a page.
func heading(t *testing.T, p paper.Paper, c paper.Catalogue) string {
	t.Helper()
	_, rest, _ := strings.Cut(string(written(t, p, paper.HTML, c)), "<h1>")
	h, _, found := strings.Cut(rest, "</h1>")
	require.True(t, found)
	return h
}

func TestTitlesAppearInTheirLanguage(t *testing.T) {
	french := paper.NewCatalogue(att.French, map[string]string{"Working groups": "Groupes de travail", "Empty": ""})
	for name, c := range map[string]struct {
		title att.Text
		in    paper.Catalogue
		want  string
	}{
		"in the language asked for":               {att.Text{att.English: "Working groups", att.French: "Les groupes"}, french, "Les groupes"},
		"as the catalogue has its English":        {att.Text{att.English: "Working groups"}, french, "Groupes de travail"},
		"of its own before the catalogue":         {att.Text{att.English: "Working groups", att.French: "Mes groupes"}, french, "Mes groupes"},
		"in English, marked":                      {att.Text{att.English: "My groups", att.Russian: "Группы"}, french, `<span lang="en">My groups</span>`},
		"a translation that says nothing":         {att.Text{att.English: "Empty"}, french, `<span lang="en">Empty</span>`},
		"in the first language, marked":           {att.Text{att.Russian: "Группы", "sv": "Grupper"}, french, `<span lang="ru">Группы</span>`},
		"from right to left, marked":              {att.Text{att.Arabic: "الأفرقة"}, french, `<span lang="ar" dir="rtl">الأفرقة</span>`},
		"from right to left, none of the six":     {att.Text{"fa-IR": "فارسی"}, french, `<span lang="fa-IR" dir="rtl">فارسی</span>`},
		"of a language that is none":              {att.Text{`x" onload="y`: "Groups"}, french, `<span lang="und" dir="auto">Groups</span>`},
		"blank in the language asked for":         {att.Text{att.French: " ", att.English: "My groups"}, french, `<span lang="en">My groups</span>`},
		"blank in English too":                    {att.Text{att.French: "\u202e", att.English: "", "sv": "Grupper"}, french, `<span lang="sv">Grupper</span>`},
		"blank throughout, so it is the id":       {att.Text{att.French: "\t", att.English: ""}, french, `<code dir="ltr">mine</code>`},
		"none, so it is the id":                   {nil, french, `<code dir="ltr">mine</code>`},
		"in English on an English page":           {att.Text{att.English: "My groups"}, paper.Catalogue{}, "My groups"},
		"in another language on an English page":  {att.Text{att.Spanish: "Mis grupos"}, paper.Catalogue{}, `<span lang="es">Mis grupos</span>`},
		"of a language that is none of the six":   {att.Text{"de": "Arbeitsgruppen", att.English: "My groups"}, paper.NewCatalogue("de", nil), "Arbeitsgruppen"},
		"English on a page in none of the six":    {att.Text{att.English: "My groups"}, paper.NewCatalogue("de", nil), `<span lang="en">My groups</span>`},
		"with braces that are no place for parts": {att.Text{att.English: "My {name} {"}, paper.Catalogue{}, "My {name} {"},
	} {
		assert.Equal(t, c.want, heading(t, named(c.title), c.in), name)
	}
	nameless := paper.Paper{Programme: att.Programme{Rounds: []att.Round{}}}
	assert.Equal(t, "a programme without a name", heading(t, nameless, paper.Catalogue{}))
	assert.Equal(t, "Reporting under the Arms Trade Treaty", heading(t, paper.Paper{}, paper.Catalogue{}))
}

// rows of a page's JSON.
type sheet struct {
	Lang, Dir, Title string
	Lead             []sheetBlock
	Sections         []struct {
		ID, Title string
		Blocks    []sheetBlock
	}
}

type sheetBlock struct {
	Kind, Text, Description string
	Items, Columns          []string
	Rows                    [][]*struct {
		Text  string
		Value *string
		Items []string
	}
}

func read(t testing.TB, p paper.Paper, c paper.Catalogue) sheet {
	t.Helper()
	var s sheet
	require.NoError(t, json.Unmarshal(written(t, p, paper.JSON, c), &s))
	return s
}

// section returns the blocks of one section.
func (s sheet) section(t *testing.T, id string) []sheetBlock {
	t.Helper()
	for _, one := range s.Sections {
		if one.ID == id {
			return one.Blocks
		}
	}
	require.Fail(t, "no section "+id)
	return nil
}

func TestMissingSentencesAreMarkedAndCounted(t *testing.T) {
	p := named(att.Text{att.English: "Mine", "qq": "Meins"})
	// Which English sentences are on the page: those that a catalogue without any marks as English.
	english := marked(t, p, paper.NewCatalogue("qq", nil))
	require.NotEmpty(t, english)
	footer := "Sentences without a translation, which stand in English: {n}."
	all := map[string]string{footer: "missing: {n}", "This translation is a draft. Sentences used here that no native speaker has reviewed: {n}.": "draft: {n}", "What is missing to count {name}:": "gaps of {name}:"}
	for _, s := range english {
		all[s] = "Q " + s
	}
	delete(all, "What this rests on")
	delete(all, "Rounds of meetings")
	page := string(written(t, p, paper.HTML, paper.NewCatalogue("qq", all)))
	assert.Contains(t, page, `<span lang="en">What this rests on</span>`)
	assert.Contains(t, page, `<span lang="en">Rounds of meetings</span>`)
	assert.Equal(t, 3, strings.Count(page, `lang="en"`), "the title of the last section is in the list of sections too")
	assert.Contains(t, page, "<p>missing: 2</p>")
	assert.Regexp(t, `<p>draft: \d+</p>`, page)
	assert.NotContains(t, string(written(t, p, paper.HTML, paper.Catalogue{})), "lang=\"en\" dir=\"ltr\">What", "nothing is marked on a page in English")
	all["What this rests on"], all["Rounds of meetings"] = "Worauf", "Runden"
	page = string(written(t, p, paper.HTML, paper.NewCatalogue("qq", all)))
	assert.NotContains(t, page, "missing:")
	assert.NotContains(t, page, `lang="en"`)
}

var mark = regexp.MustCompile(`<span lang="en">([^<]*)</span>|aria-label="([^"]*)"`)

// marked returns the sentences without arguments that a page has in English, and the names of its regions.
func marked(t *testing.T, p paper.Paper, c paper.Catalogue) []string {
	t.Helper()
	sentences := map[string]bool{"Status: {status}.": true, "{from} to {to}": true}
	for _, m := range mark.FindAllStringSubmatch(string(written(t, p, paper.HTML, c)), -1) {
		if s := m[1] + m[2]; !strings.ContainsAny(s, "0123456789") {
			sentences[s] = true
		}
	}
	return slices.Sorted(maps.Keys(sentences))
}

func TestDraftsAreCountedOnceEach(t *testing.T) {
	// "unknown" is said for each count that is missing; it is one sentence.
	c := paper.NewCatalogue("qq", map[string]string{
		"unknown": "?", "This translation is a draft. Sentences used here that no native speaker has reviewed: {n}.": "draft: {n}",
	})
	p := paper.Paper{Programme: att.Programme{ID: "mine", Name: att.Text{"qq": "Meins"}}}
	page := string(written(t, p, paper.HTML, c))
	require.Greater(t, strings.Count(page, ">?<"), 1)
	assert.Contains(t, page, "<p>draft: 1</p>")
}

func TestWithIsACopy(t *testing.T) {
	mine := map[string]string{"At a glance": "A"}
	one := paper.NewCatalogue("qq", mine)
	two := one.With(map[string]string{"At a glance": "B", "Who meets when": "C"})
	mine["At a glance"] = "changed"
	p := named(att.Text{"qq": "x"})
	first, second := string(written(t, p, paper.HTML, one)), string(written(t, p, paper.HTML, two))
	assert.Contains(t, first, `<h2 id="counts-title">A</h2>`)
	assert.NotContains(t, first, ">C<")
	assert.Contains(t, second, `<h2 id="counts-title">B</h2>`)
	assert.Contains(t, second, ">C<")
	assert.Equal(t, att.Lang("qq"), two.Lang())

	french := catalogue(t, att.French)
	before := string(written(t, p, paper.HTML, french))
	french.With(map[string]string{"At a glance": "X", "Contents": "Y"})
	assert.Equal(t, before, string(written(t, p, paper.HTML, catalogue(t, att.French))), "no caller changes what is embedded")
	var zero paper.Catalogue
	assert.Equal(t, att.English, zero.With(map[string]string{"At a glance": "X"}).Lang())
	assert.True(t, zero.Reviewed("whatever it is"))
}

func TestNobodyReviewsTheCallersSentences(t *testing.T) {
	for _, lang := range att.Languages() {
		c := catalogue(t, lang).With(map[string]string{"Mine.": "x"})
		assert.Equal(t, lang == att.English, c.Reviewed("Mine."), lang)
		assert.Equal(t, lang == att.English, c.Reviewed("a sentence that nobody wrote"), lang)
	}
}

func TestEmbeddedLanguages(t *testing.T) {
	for _, lang := range att.Languages() {
		c, err := paper.Embedded(lang)
		require.NoError(t, err)
		assert.Equal(t, lang, c.Lang())
	}
	c, err := paper.Embedded("")
	require.NoError(t, err)
	assert.Equal(t, att.English, c.Lang())
	for _, lang := range []att.Lang{"de", "EN", "fr-FR", " fr", "../fr"} {
		_, err := paper.Embedded(lang)
		assert.ErrorContains(t, err, "none of the languages ar, en, es, fr, ru and zh", lang)
	}
}

// TestForeignRules: a rule that this library does not know brings its sentences, and its translations come with With.
func TestForeignRules(t *testing.T) {
	sentence := "The week of {day} has {n} days {not a part} at {place}, says {who} {who}: {empty}{"
	remedy := "Cut {n}."
	finding := check.Finding{Rule: "mine/1-week", Severity: check.Warning, Path: "rounds[spring]", Remedy: check.Say(remedy, check.Number("n", 0)), Message: check.Say(sentence,
		check.Date("day", day("2024-05-01")), check.Number("n", 1234), check.Place("place", "rounds[spring]"), check.Text("who", "{n}"), check.Text("empty", ""))}
	p := named(att.Text{att.English: "Mine"})
	p.Checks = []paper.Check{{Title: att.Text{att.English: "House rules"}, Report: check.Report{
		Findings: []check.Finding{finding, {Rule: "mine/2", Message: check.Say("On {day}.", check.Date("day", att.Date{}))}},
		Outcomes: []check.RuleOutcome{{Rule: "mine/1-week", Outcome: check.Failed}},
	}}}
	rows := read(t, p, paper.Catalogue{}).section(t, "findings")[0].Rows
	assert.Equal(t, []string{"warning: The week of 1 May 2024 has 1,234 days {not a part} at rounds[spring], says {n} {n}: { What would remedy it: Cut 0. Where: rounds[spring]"}, rows[0][2].Items)
	assert.Equal(t, []string{"unknown: On unknown."}, rows[1][2].Items, "a day that nobody knows is no number")

	french := catalogue(t, att.French)
	rows = read(t, p, french).section(t, "findings")[0].Rows
	assert.Contains(t, rows[0][2].Items[0], "The week of 1er mai 2024 has 1\u202f234 days {not a part} at rounds[spring], says {n} {n}: {")
	page := string(written(t, p, paper.HTML, french))
	assert.Contains(t, page, `<span lang="en">The week of <span lang="fr">1er mai 2024</span> has 1`+"\u202f"+
		`234 days {not a part} at <code dir="ltr">rounds[spring]</code>, says <span lang="fr">{n}</span> <span lang="fr">{n}</span>: {</span>`)

	french = french.With(map[string]string{sentence: "{who} : {n} jours, semaine du {day}, {elsewhere}", remedy: "Supprimez-en {n}."})
	rows = read(t, p, french).section(t, "findings")[0].Rows
	assert.Contains(t, rows[0][2].Items[0], "{n} : 1\u202f234 jours, semaine du 1er mai 2024, {elsewhere}")
	assert.Contains(t, rows[0][2].Items[0], "Supprimez-en 0.")
	page = string(written(t, p, paper.HTML, french))
	assert.Contains(t, page, " {n} : 1\u202f234 jours, semaine du 1er mai 2024, {elsewhere}<br/>")
}

// TestConcurrentUse is for the race detector: catalogues and papers are shared.
func TestConcurrentUse(t *testing.T) {
	p := named(att.Text{att.English: "Mine"})
	var all sync.WaitGroup
	pages := make([]string, 60)
	for i := range pages {
		all.Go(func() {
			c, err := paper.Embedded(att.Languages()[i%6])
			if err != nil {
				return
			}
			c.With(map[string]string{fmt.Sprint("sentence ", i): "x"})
			var b strings.Builder
			if p.Write(&b, paper.Formats()[i/6%4], c) == nil {
				pages[i] = b.String()
			}
		})
	}
	all.Wait()
	for i, page := range pages {
		assert.NotEmpty(t, page)
		assert.Equal(t, pages[i%24], page)
	}
}
