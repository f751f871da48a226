package att_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
)

func TestCount(t *testing.T) {
	assert.Equal(t, "unknown", att.Count{}.String())
	assert.Equal(t, "0", att.Exactly(0).String())
	assert.Equal(t, "at least 6", att.AtLeast(6).String())
	assert.True(t, att.Exactly(0).Exact())
	assert.False(t, att.AtLeast(6).Exact())
	assert.False(t, att.Count{}.Exact())
	assert.True(t, att.Count{}.IsZero())
	assert.False(t, att.Exactly(0).IsZero(), "none is not unknown")
	for _, c := range []att.Count{{}, att.Exactly(0), att.Exactly(8), att.AtLeast(6)} {
		data, err := json.Marshal(c)
		require.NoError(t, err)
		var again att.Count
		require.NoError(t, json.Unmarshal(data, &again), string(data))
		assert.Equal(t, c, again)
	}
	for _, bad := range []string{`-1`, `1.5`, `"8"`, `"at least"`, `"at least -1"`, `true`, `99999999999`} {
		assert.Error(t, new(att.Count).UnmarshalJSON([]byte(bad)), bad)
	}
}

func TestText(t *testing.T) {
	title := att.Text{att.French: "Contrôle", att.Spanish: "Control"}
	s, l := title.In(att.Spanish)
	assert.Equal(t, "Control", s)
	assert.Equal(t, att.Spanish, l)
	s, l = title.In(att.Russian)
	assert.Equal(t, "Control", s, "without English, the first language by its code")
	assert.Equal(t, att.Spanish, l)
	assert.Equal(t, "Control", title.String())
	assert.Empty(t, att.Text(nil).String())
	_, l = att.Text{att.English: "Control", att.Arabic: "x"}.In(att.Chinese)
	assert.Equal(t, att.English, l)
	assert.Len(t, att.Languages(), 6)
	assert.Equal(t, []att.Lang{"ar", "en", "es", "fr", "ru", "zh"}, att.Languages())
}

func TestValidID(t *testing.T) {
	for _, id := range []string{"a", "wgeti", "art-7.4", "2024-03-18-am", strings.Repeat("a", 64)} {
		assert.True(t, att.ValidID(id), id)
	}
	for _, id := range []string{"", "-a", "a-", "a--b", "a.-b", "A", "é", "a b", "a/b", "a]", strings.Repeat("a", 65)} {
		assert.False(t, att.ValidID(id), id)
	}
}

func TestArticle(t *testing.T) {
	for _, a := range []att.Article{"1", "7", "28", "7(4)", "13(1)", "2(1)(h)"} {
		assert.True(t, a.Valid(), a)
	}
	for _, a := range []att.Article{"", "0", "29", "07", "x", "7(", "7()", "7(a)", "7(4", "7(4)(1)", "7(4)(a)(b)", "7(123)", "7 (4)", "7(4)x", "7(4)(aa)", "(4)", "٧"} {
		assert.False(t, a.Valid(), a)
	}
}

func TestInputError(t *testing.T) {
	e := &att.InputError{Position: att.Position{Name: "plan.json", Line: 12, Column: 7}, Path: "rounds[r1].start", Expected: "expected a date", Err: fs.ErrInvalid}
	assert.EqualError(t, e, "plan.json:12:7: rounds[r1].start: expected a date")
	assert.True(t, errors.Is(e, fs.ErrInvalid))
	assert.EqualError(t, &att.InputError{Position: att.Position{Name: "plan.json"}, Expected: "too large"}, "plan.json: too large")
	assert.Equal(t, "3:4", att.Position{Line: 3, Column: 4}.String())
	assert.True(t, att.Position{}.IsZero())
	assert.False(t, e.IsZero())
}

func TestConfidence(t *testing.T) {
	order := []att.Confidence{att.Verified, att.Computed, att.Inferred, att.Recalled, att.Unknown}
	for i, better := range order {
		for _, worse := range order[i:] {
			assert.Equal(t, worse, better.Weakest(worse))
			assert.Equal(t, worse, worse.Weakest(better))
		}
	}
	assert.Equal(t, att.Confidence(""), att.Verified.Weakest(""), "what nobody said counts as unknown")
}

func TestZeroValues(t *testing.T) {
	assert.True(t, att.Mandate{}.IsZero())
	assert.False(t, att.Mandate{Topics: []att.Topic{}}.IsZero(), "a mandate known to have no topics is known")
	assert.True(t, att.TopicRef{}.IsZero())
	assert.False(t, att.Format("").InRoom())
	assert.True(t, att.Hybrid.InRoom())
	assert.False(t, att.Virtual.InRoom())
	assert.True(t, att.Impact.Practical())
	assert.False(t, att.Policy.Practical())
	assert.Zero(t, att.Sitting{Start: att.MustClock("10:00")}.Minutes())
	assert.Zero(t, att.Sitting{Start: att.MustClock("10:00"), End: att.MustClock("09:00")}.Minutes())
	assert.Equal(t, 180, att.WorkingDay(att.MustDate("2024-03-18")).Sittings[1].Minutes())
}

// TestClosedLists holds the words of each closed list of constants against the oneof tags of the fields
// of its type, so that a constant that is added is one that a document may use.
func TestClosedLists(t *testing.T) {
	tagged := map[string][]string{}
	var walk func(reflect.Type)
	seen := map[reflect.Type]bool{}
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for f := range typ.Fields() {
			if _, words, ok := strings.Cut(f.Tag.Get("validate"), "oneof="); ok {
				tagged[f.Type.Name()] = append(tagged[f.Type.Name()], strings.Fields(words)...)
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[att.Programme]())
	declared := constants(t)
	for name, words := range tagged {
		slices.Sort(words)
		assert.Equal(t, declared[name], slices.Compact(words), name)
	}
	assert.Len(t, tagged, 13, "a closed list came or went: is the test still looking at all of them?")
}

// constants returns the values of the string constants of each type, sorted.
func constants(t *testing.T) map[string][]string {
	pkgs, err := parser.ParseDir(token.NewFileSet(), ".", nil, 0) //nolint:staticcheck // one package, no build tags
	require.NoError(t, err)
	values := map[string][]string{}
	for _, file := range pkgs["att"].Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
				typ, named := v.Type.(*ast.Ident)
				lit, literal := v.Values[0].(*ast.BasicLit)
				if named && literal && lit.Kind == token.STRING {
					s, err := strconv.Unquote(lit.Value)
					require.NoError(t, err)
					values[typ.Name] = append(values[typ.Name], s)
				}
			}
			return true
		})
	}
	for _, v := range values {
		slices.Sort(v)
	}
	return values
}

func TestCounted(t *testing.T) {
	assert.Equal(t, att.Exactly(0), att.Counted(0, false))
	assert.Equal(t, att.Exactly(3), att.Counted(3, false))
	assert.Equal(t, att.AtLeast(3), att.Counted(3, true))
	assert.Equal(t, att.Count{}, att.Counted(0, true), "at least none says nothing")
}
