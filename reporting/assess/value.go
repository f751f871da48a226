package assess

import (
	"encoding/json"

	"attwork.example/att"
	"attwork.example/finance"
	"attwork.example/schedule"
)

// Kind says which sort of [Value] a value is, where a type switch cannot: in JSON.
type Kind string

// The kinds of values.
const (
	CountKind   Kind = "count"
	ShareKind   Kind = "share"
	AmountKind  Kind = "amount"
	NamesKind   Kind = "names"
	DaysKind    Kind = "days"
	PeriodsKind Kind = "periods"
	ClashesKind Kind = "clashes"
	RanksKind   Kind = "ranks"
)

// Value is what a [Measure] came to: a [Count], [Share], [Amount], [Names], [Days], [Periods], [Clashes] or [Ranks]. The set is
// closed. A nil Value is unknown. No value holds a sentence, so each can be written in any language.
type Value interface {
	Kind() Kind
	exact() bool // known, and neither in part nor only from below
}

// Count is a number of things, exact or a lower bound; never an unknown one. What is counted, the title of the measure
// says.
type Count struct{ att.Count }

// Share is a part of a whole, each exact or a lower bound; never unknown.
type Share struct {
	Part  att.Count `json:"part"`
	Whole att.Count `json:"whole"`
}

// Amount is money in each of the three price scenarios of a cost book.
type Amount struct{ finance.Range }

// Names is a list of ids or, for regions, of names as the programme has them, in order and each once.
type Names struct {
	List    []string `json:"list"`              // empty: none
	Partial bool     `json:"partial,omitempty"` // there may be more
}

// Days says how many days lie between one thing and another, where that is known of several.
type Days struct {
	Least  int       `json:"least"` // negative: after and not before
	Median int       `json:"median"`
	Most   int       `json:"most"`
	Known  int       `json:"known"` // of how many it is known; 1 at least
	Of     att.Count `json:"of"`    // how many there are
}

// Period is a span of days, the first and the last included.
type Period struct {
	Round string   `json:"round"` // its id
	First att.Date `json:"first"`
	Last  att.Date `json:"last"`
}

// Periods is a list of spans in the order of the programme.
type Periods []Period

// Clash is a round with an event that costs it points.
type Clash struct {
	Round string // its id
	schedule.Clash
}

// Clashes are the events that clash with rounds, by round and the heaviest first; none is an empty list.
type Clashes []Clash

// Rank says how the dates of a round stand among all starts that were possible in a window, for as many meeting days in a
// row. Fewer points are better.
type Rank struct {
	Round        string   `json:"round"` // its id
	From         att.Date `json:"from"`  // the window
	To           att.Date `json:"to"`
	Points       int      `json:"points"`
	Better       int      `json:"better"`       // starts with fewer points
	Same         int      `json:"same"`         // other starts with as many
	Of           int      `json:"of"`           // starts that were possible, this one included
	VerifiedRank int      `json:"verifiedRank"` // see [schedule.Candidate]
}

// Ranks are the ranks of rounds, in the order of the programme.
type Ranks []Rank

// Kind returns [CountKind].
func (Count) Kind() Kind { return CountKind }

// Kind returns [ShareKind].
func (Share) Kind() Kind { return ShareKind }

// Kind returns [AmountKind].
func (Amount) Kind() Kind { return AmountKind }

// Kind returns [NamesKind].
func (Names) Kind() Kind { return NamesKind }

// Kind returns [DaysKind].
func (Days) Kind() Kind { return DaysKind }

// Kind returns [PeriodsKind].
func (Periods) Kind() Kind { return PeriodsKind }

// Kind returns [ClashesKind].
func (Clashes) Kind() Kind { return ClashesKind }

// Kind returns [RanksKind].
func (Ranks) Kind() Kind { return RanksKind }

func (c Count) exact() bool { return c.Exact() }
func (s Share) exact() bool { return s.Part.Exact() && s.Whole.Exact() }
func (Amount) exact() bool  { return true } // what it leaves out is among the gaps
func (n Names) exact() bool { return !n.Partial }
func (d Days) exact() bool  { return d.Of.Exact() && d.Of.N == d.Known }
func (Periods) exact() bool { return true }
func (Clashes) exact() bool { return true }
func (Ranks) exact() bool   { return true }

// Percent returns the share in percent, rounded down as in the findings of rules, and whether it is known: not where part
// or whole is only a lower bound, nor of nothing.
func (s Share) Percent() (percent int, known bool) {
	if !s.exact() || s.Whole.N <= 0 {
		return 0, false
	}
	return int(int64(s.Part.N) * 100 / int64(s.Whole.N)), true
}

// MarshalJSON writes the three amounts as texts such as "USD 52500.00".
func (a Amount) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Low    finance.Money `json:"low"`
		Likely finance.Money `json:"likely"`
		High   finance.Money `json:"high"`
	}{a.Low, a.Likely, a.High})
}

// MarshalJSON writes the round, the event with its days, source and confidence, and what it costs.
func (c Clash) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Round      string         `json:"round"`
		Event      string         `json:"event"`
		Name       string         `json:"name"`
		Start      att.Date       `json:"start"`
		End        att.Date       `json:"end"`
		Overlap    []att.Date     `json:"overlap"`
		Guarded    []att.Date     `json:"guarded"`
		Points     int            `json:"points"`
		Confidence att.Confidence `json:"confidence"`
		Source     string         `json:"source"`
	}{c.Round, c.Event.ID, c.Event.Name, c.Event.Start, c.Event.End, some(c.Overlap), some(c.Guarded), c.Points, c.Event.Confidence, c.Event.Source})
}

// some returns the list, and an empty one for nil, which JSON would write as null: unknown.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// count returns the value of a count.
func count(c att.Count) Value {
	if !c.Known {
		return nil
	}
	return Count{c}
}

// share returns the value of a part of a whole.
func share(part, whole att.Count) Value {
	if !part.Known || !whole.Known {
		return nil
	}
	return Share{part, whole}
}
