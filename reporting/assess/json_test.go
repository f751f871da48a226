package assess_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
	"attwork.example/reporting/assess"
	"attwork.example/schedule/calendar"
)

// wire is what a reader of the JSON sees.
type wire struct {
	Before *struct{ ID string }
	After  struct {
		ID          string
		Constructed bool
		Gaps        []string
	}
	Lenses []struct {
		ID       string
		Title    string
		Measures []wireMeasure
	}
	Advantages []struct {
		Passage  string
		Verdict  string
		Measures []wireMeasure
		Missing  []struct {
			Measure string
			Before  bool
			Message string
		}
	}
	Possibilities []struct {
		ID          string
		Before      string
		After       string
		WhereBefore []string
		WhereAfter  []string
	}
	Assumptions []string
	Quantities  []struct{ ID string }
}

type wireMeasure struct {
	ID       string
	Title    string
	OfChange bool
	Before   *wireReading
	After    wireReading
}

type wireReading struct {
	Kind  string
	Value json.RawMessage
	Gaps  []string
}

func encoded(t testing.TB, a assess.Assessment) (w wire, text []byte) {
	t.Helper()
	text, err := json.Marshal(a)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &w))
	return w, text
}

func TestJSON(t *testing.T) {
	w, _ := encoded(t, whole(t, cycle(t, "csp9"), proposal.Programme()))
	require.Len(t, w.Lenses, 4)
	require.NotNil(t, w.Before)
	assert.Equal(t, "csp9", w.Before.ID)
	assert.True(t, w.After.Constructed)
	assert.NotEmpty(t, w.After.Gaps)
	found := map[string]wireMeasure{}
	for _, l := range w.Lenses {
		for _, m := range l.Measures {
			found[m.ID] = m
		}
	}
	for id, want := range map[string][4]string{
		"practical-minutes": {"", "null", "count", "965"},
		"practical-share":   {"", "null", "share", `{"part":965,"whole":1655}`},
		"round-papers-out":  {"share", `{"part":"at least 1","whole":"at least 1"}`, "share", `{"part":26,"whole":26}`},
		"cost": {
			"amount", `{"low":"USD 8800.00","likely":"USD 17600.00","high":"USD 34400.00"}`,
			"amount", `{"low":"USD 5500.00","likely":"USD 12200.00","high":"USD 25100.00"}`,
		},
		"regions": {"", "null", "names", `{"list":["Africa","Asia-Pacific","Eastern Europe","Latin America and the Caribbean"]}`},
		"dates": {
			"periods", `[{"round":"round-1","first":"2023-02-14","last":"2023-02-17"},{"round":"round-2","first":"2023-05-09","last":"2023-05-12"}]`,
			"periods", `[{"round":"round-1","first":"2024-04-22","last":"2024-04-26"}]`,
		},
	} {
		m := found[id]
		require.NotNil(t, m.Before, id)
		assert.Equal(t, want, [4]string{m.Before.Kind, string(m.Before.Value), m.After.Kind, string(m.After.Value)}, id)
	}
	saving := found["saving"]
	assert.True(t, saving.OfChange)
	assert.Nil(t, saving.Before)
	assert.Contains(t, string(found["clashes"].After.Value), `"event":"religious-2024-passover"`)
	assert.Contains(t, string(found["clashes"].After.Value), `"overlap":["2024-04-23","2024-04-24","2024-04-25","2024-04-26"],"guarded":["2024-04-22"],"points":27`)
	assert.Equal(t, "27a", w.Advantages[0].Passage)
	assert.Equal(t, "unknown", w.Advantages[0].Verdict)
	assert.NotEmpty(t, w.Advantages[0].Missing)
	assert.NotEmpty(t, w.Assumptions)
	assert.Equal(t, "delegates", w.Quantities[0].ID)

	w, _ = encoded(t, assessed(t, assess.Subject{Programme: small()}))
	assert.Nil(t, w.Before)
	for _, l := range w.Lenses {
		for _, m := range l.Measures {
			assert.Nil(t, m.Before, m.ID)
		}
	}
	_, err := json.Marshal(assess.Assessment{})
	assert.NoError(t, err)
}

// FuzzAssess looks for panics, errors, numbers for what is unknown, and answers that differ, in any document that can be read.
func FuzzAssess(f *testing.F) {
	f.Add([]byte(`{"format": "attwork/programme/1", "bodies": [{"id": "a", "kind": "forum", "mandate": {"topics": [{"id": "t"}]}}, {"id": "a"}],
		"rounds": [{"format": "hybrid", "days": [{"date": "2024-01-01", "sittings": [{"items": [{"topic": "t", "bodies": ["a", ""]}]}]}]}]}`))
	f.Add([]byte(`{"format": "attwork/programme/1", "rounds": [{"start": "9999-12-01", "end": "9999-12-31", "format": "in-person"}, {"days": []},
		{"days": [{"date": "0001-01-01"}]}], "consultations": [{"shape": "regional"}], "documents": [{"for": "csp"}], "conference": {"body": "csp", "end": "2024-01-01"}}`))
	var draft bytes.Buffer
	require.NoError(f, document.Write(&draft, proposal.Programme()))
	f.Add(draft.Bytes())
	prices, cal := book(f), calendar.Embedded()
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := document.Read("f", bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, s := range []assess.Subject{
			{Programme: file.Programme}, {Before: file.Programme, Programme: small()}, {Before: small(), Programme: file.Programme},
		} {
			s.Book, s.Calendar = prices, cal
			first, err := assess.Assess(s)
			require.NoError(t, err)
			_, text := encoded(t, first)
			second, err := assess.Assess(s)
			require.NoError(t, err)
			_, again := encoded(t, second)
			require.Equal(t, string(text), string(again))
			for _, l := range first.Lenses {
				for _, m := range l.Measures {
					sound(t, m.ID, m.After)
					if first.Compared && !m.OfChange {
						sound(t, m.ID, m.Before)
					}
				}
			}
		}
	})
}

// sound holds a reading to what it promises.
func sound(t *testing.T, id string, r assess.Reading) {
	t.Helper()
	counts := map[assess.Kind]func(assess.Value) []att.Count{
		assess.CountKind: func(v assess.Value) []att.Count { return []att.Count{v.(assess.Count).Count} },
		assess.ShareKind: func(v assess.Value) []att.Count { return []att.Count{v.(assess.Share).Part, v.(assess.Share).Whole} },
		assess.DaysKind:  func(v assess.Value) []att.Count { return []att.Count{v.(assess.Days).Of} },
	}
	if r.Value == nil {
		require.Equal(t, att.Unknown, r.Confidence, id)
		require.NotEmpty(t, r.Gaps, "%s: unknown without a reason", id)
		return
	}
	if list := counts[r.Value.Kind()]; list != nil {
		for _, c := range list(r.Value) {
			require.True(t, c.Known, id)
			require.True(t, !c.Minimum || c.N > 0, "%s: at least nothing is unknown", id)
			require.True(t, !c.Minimum || len(r.Gaps) > 0, "%s: a bound without a reason", id)
		}
	}
}
