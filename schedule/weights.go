package schedule

import (
	_ "embed"
	"fmt"
	"maps"

	"attwork.example/internal/strictjson"
	"attwork.example/schedule/calendar"
)

// Weight is what an event costs a candidate, in points for each meeting day that it lies on.
type Weight struct {
	Here      int    // in the city of the meetings, or in no city at all
	Elsewhere int    // in another city: it takes people, not rooms
	Guard     int    // on a day before or after on which it may really lie
	Long      int    // instead, for an event of more than a fortnight; 0: no other
	Reason    string // why so much
}

// Weights are what events cost, by category. They are a model and no fact: the caller may change any of
// them. A category without a weight costs nothing.
type Weights struct {
	Category map[calendar.Category]Weight
	FreeDay  int // for each day inside a block on which nobody meets, such as a weekend
}

//go:embed weights.json
var weightsJSON []byte

// DefaultWeights returns the weights that [Find] takes where the caller gives none, a fresh copy at each call.
// They say how many of the people who are needed an event keeps away, and are judgement: no study of it is
// known.
func DefaultWeights() Weights {
	var file struct {
		FreeDay int `json:"freeDay"`
		Weights []struct {
			Category  calendar.Category `json:"category"`
			Here      int               `json:"here"`
			Elsewhere int               `json:"elsewhere"`
			Guard     int               `json:"guard"`
			Long      int               `json:"long,omitzero"`
			Reason    string            `json:"reason"`
		} `json:"weights"`
	}
	strictjson.MustDecode("weights.json", "attwork/weights/1", weightsJSON, &file)
	w := Weights{Category: make(map[calendar.Category]Weight, len(file.Weights)), FreeDay: file.FreeDay}
	for _, c := range file.Weights {
		w.Category[c.Category] = Weight{Here: c.Here, Elsewhere: c.Elsewhere, Guard: c.Guard, Long: c.Long, Reason: c.Reason}
	}
	return w
}

// With returns the weights with another one for a category.
func (w Weights) With(c calendar.Category, weight Weight) Weights {
	w.Category = maps.Clone(w.Category)
	if w.Category == nil {
		w.Category = map[calendar.Category]Weight{}
	}
	w.Category[c] = weight
	return w
}

// IsZero reports whether no weight is set at all.
func (w Weights) IsZero() bool { return w.Category == nil && w.FreeDay == 0 }

// mostWeight bounds a weight, so that no sum of them overflows.
const mostWeight = 1_000_000

func (w Weights) fault() error {
	check := func(what string, n int) error {
		if n < 0 || n > mostWeight {
			return fmt.Errorf("schedule: the weight of %s is %d; expected 0 to %d", what, n, mostWeight)
		}
		return nil
	}
	for c, weight := range w.Category {
		for _, n := range []int{weight.Here, weight.Elsewhere, weight.Guard, weight.Long} {
			if err := check(string(c), n); err != nil {
				return err
			}
		}
	}
	return check("a free day", w.FreeDay)
}

// of returns the weight of an event for a meeting in the city.
func (w Weights) of(e calendar.Event, city string) (day, guard int) {
	const fortnight = 14
	weight := w.Category[e.Category]
	if weight.Long > 0 && e.Start.DaysUntil(e.End) >= fortnight {
		return weight.Long, weight.Guard
	}
	if e.Place == "" || e.Place == city {
		return weight.Here, weight.Guard
	}
	return weight.Elsewhere, weight.Guard
}
