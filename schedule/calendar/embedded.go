package calendar

import (
	_ "embed"
	"strings"
	"sync"
)

// The years of [Embedded].
const (
	EmbeddedFrom = 2022
	EmbeddedTo   = 2027
)

//go:embed events.csv
var eventsCSV string

var embedded = sync.OnceValue(func() Calendar {
	data, err := ReadCSV("events.csv", strings.NewReader(eventsCSV))
	if err != nil {
		panic(err) // a test reads the embedded file
	}
	return data.With(Computed(EmbeddedFrom, EmbeddedTo))
})

// Embedded returns the calendar of the years [EmbeddedFrom] to [EmbeddedTo]: disarmament meetings and other users
// of the time of Geneva and New York, the holidays of the United Nations Office at Geneva and of the canton,
// religious days. It is read once, at the first call.
//
// It is a reviewed table of facts that were seen, recalled or estimated, each with its source and confidence, joined
// by the days of [Computed]. No circular of the United Nations was available: its holidays are recalled, and some
// are in doubt. No meeting of 2027 is verified; see [Calendar.Coverage].
func Embedded() Calendar { return embedded() }
