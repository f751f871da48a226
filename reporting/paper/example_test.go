package paper_test

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/reporting/paper"
)

// A paper about one programme; everything that is not given is left out.
func ExamplePaper_Write() {
	p := paper.Paper{Programme: att.Programme{
		ID: "csp13", Name: att.Text{att.English: "CSP13 cycle", att.French: "Cycle de la CEP13"}, Status: att.Draft,
		Rounds: []att.Round{}, Consultations: []att.Consultation{},
	}}
	var b strings.Builder
	if err := p.Write(&b, paper.Markdown, paper.Catalogue{}); err != nil {
		fmt.Println(err)
	}
	for _, line := range strings.Split(b.String(), "\n")[:9] {
		fmt.Println(line)
	}
	// Output:
	// # CSP13 cycle
	//
	// > Nothing here is official.
	//
	// Status: draft.
	//
	// ## At a glance
	//
	// **Counts over the cycle**
}

// The same paper in another language.
func ExampleEmbedded() {
	french, err := paper.Embedded(att.French)
	if err != nil {
		fmt.Println(err)
		return
	}
	csp10, _ := cycles.Programme("csp10")
	var page strings.Builder
	err = paper.Paper{Programme: csp10}.Write(&page, paper.HTML, french)
	fmt.Println(strings.Contains(page.String(), `<html lang="fr" dir="ltr">`), err)
	_, err = paper.Embedded("de")
	fmt.Println(err)
	// Output:
	// true <nil>
	// paper: "de" is none of the languages ar, en, es, fr, ru and zh
}

// Rules of one's own bring their own sentences.
func ExampleCatalogue_With() {
	french, _ := paper.Embedded(att.French)
	mine := french.With(map[string]string{"The week has {days} days.": "La semaine compte {days} jours."})
	fmt.Println(mine.Lang(), mine.Reviewed("The week has {days} days."))
	// Output: fr false
}
