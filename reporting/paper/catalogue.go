package paper

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"sync"

	"attwork.example/att"
)

// Catalogue has the sentences of the papers in one language. Each is found by its English sentence, arguments in
// braces and all, so a sentence that changes in English loses its translations instead of keeping wrong ones. The
// zero Catalogue speaks English. A Catalogue is immutable and safe for concurrent use.
type Catalogue struct {
	lang      att.Lang
	sentences map[string]translation
}

type translation struct {
	text     string
	reviewed bool
}

// Embedded returns the sentences of one of the six official languages of the United Nations. English, the default, has
// nothing to look up. It reports an error for any other language: make its catalogue with [NewCatalogue].
func Embedded(lang att.Lang) (Catalogue, error) {
	if lang == att.English || lang == "" {
		return Catalogue{}, nil
	}
	if !slices.Contains(att.Languages(), lang) {
		return Catalogue{}, fmt.Errorf("paper: %q is none of the languages ar, en, es, fr, ru and zh", lang)
	}
	return Catalogue{lang: lang, sentences: embedded()[lang]}, nil
}

// NewCatalogue returns a catalogue of one's own: English sentences, with their translations.
func NewCatalogue(lang att.Lang, sentences map[string]string) Catalogue {
	return Catalogue{lang: lang}.With(sentences)
}

// With returns the catalogue enlarged by more sentences, as for rules of one's own; where it has a sentence already, the
// new translation counts.
func (c Catalogue) With(sentences map[string]string) Catalogue {
	all := maps.Clone(c.sentences)
	if all == nil {
		all = make(map[string]translation, len(sentences))
	}
	for english, s := range sentences {
		all[english] = translation{text: s}
	}
	c.sentences = all
	return c
}

// Lang returns the language of the catalogue.
func (c Catalogue) Lang() att.Lang {
	if c.lang == "" {
		return att.English
	}
	return c.lang
}

// Reviewed reports whether somebody who speaks the language has reviewed the translation of an English sentence.
// English needs no review.
func (c Catalogue) Reviewed(english string) bool {
	return c.Lang() == att.English || c.sentences[english].reviewed
}

//go:embed lang/*.csv
var files embed.FS

// embedded parses the catalogues once.
var embedded = sync.OnceValue(func() map[att.Lang]map[string]translation {
	all := map[att.Lang]map[string]translation{}
	for _, lang := range att.Languages() {
		if lang == att.English {
			continue
		}
		sentences, err := readCatalogue(lang)
		if err != nil {
			panic(err) // a test reads them all
		}
		all[lang] = sentences
	}
	return all
})

// readCatalogue reads lang/fr.csv: the English sentence, the translation, and "reviewed" or nothing.
func readCatalogue(lang att.Lang) (map[string]translation, error) {
	name := "lang/" + string(lang) + ".csv"
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = 3
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	sentences := make(map[string]translation, len(rows))
	for _, row := range rows[1:] {
		sentences[row[0]] = translation{text: row[1], reviewed: row[2] == "reviewed"}
	}
	return sentences, nil
}
