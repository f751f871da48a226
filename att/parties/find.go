package parties

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode"
)

// ErrUnknown says that a name or code belongs to no State Party or signatory. It is no proof that the State does not
// exist: the list has no other States.
var ErrUnknown = errors.New("is no State Party or signatory")

//go:embed variants.csv
var variantsCSV []byte

// names maps every name, folded, to a code.
var names = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for _, p := range table() {
		codes[fold(p.Name)] = p.ISO3
	}
	rows, err := csv.NewReader(bytes.NewReader(variantsCSV)).ReadAll()
	if err != nil {
		panic(err) // the embedded table is malformed; its tests read it
	}
	for _, row := range rows[1:] {
		codes[fold(row[1])] = row[0]
	}
	return codes
})

// Find returns the State with a code, a name or a usual variant of it, as in "SWZ", "Eswatini" or "Swaziland".
// Capitals, accents and punctuation do not matter; anything else does: it never guesses. The error wraps
// [ErrUnknown].
func Find(name string) (Party, error) {
	if p, ok := Get(strings.ToUpper(strings.TrimSpace(name))); ok {
		return p, nil
	}
	if code, ok := names()[fold(name)]; ok {
		p, _ := Get(code)
		return p, nil
	}
	return Party{}, fmt.Errorf("parties: %q %w; expected an ISO 3166-1 alpha-3 code such as CHE, or a name such as Switzerland", cut(name), ErrUnknown)
}

func cut(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// plain has the letters with marks that stand in names of States.
var plain = strings.NewReplacer("ã", "a", "á", "a", "à", "a", "â", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "í", "i", "î", "i", "ó", "o", "ô", "o", "õ", "o", "ú", "u", "ü", "u", "ñ", "n", "&", " and ")

// fold puts a name into a form in which capitals, accents, punctuation and spacing do not matter.
func fold(s string) string {
	if len(s) > 200 {
		return ""
	}
	s = plain.Replace(strings.ToLower(s))
	var b strings.Builder
	for _, word := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '.' && r != '\'' && r != '’'
	}) {
		word = strings.Map(func(r rune) rune {
			if r == '.' || r == '\'' || r == '’' || unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, word)
		if word != "" {
			b.WriteString(word)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
