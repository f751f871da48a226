package sentences_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/rules/practice"
	"attwork.example/att/rules/proposal"
	"attwork.example/internal/sentences"
)

// folders have the sentences of the module.
var folders = []string{"att", "schedule", "finance", "reporting", "internal"}

// known returns the sentences and the words of this module. That there are some without an error says that each is a
// constant.
func known(t *testing.T) (said, words map[string]bool) {
	t.Helper()
	list, err := sentences.Extract("../..", folders...)
	require.NoError(t, err, "a catalogue cannot have what is put together while the program runs: make it a constant, and what varies an argument")
	said, words = map[string]bool{}, map[string]bool{}
	for _, s := range list {
		require.FileExists(t, filepath.Join("../..", s.File))
		require.Positive(t, s.Line)
		if s.Word {
			require.False(t, words[s.English], "%q stands twice", s.English)
			words[s.English] = true
		} else {
			require.False(t, said[s.English], "%q stands twice", s.English)
			said[s.English] = true
		}
	}
	return said, words
}

// TestModule holds what is read from the source against what the source and the program say.
func TestModule(t *testing.T) {
	said, words := known(t)
	t.Run("every sentence as it is written", func(t *testing.T) { written(t, said) })
	t.Run("every sentence as it is said", func(t *testing.T) { ran(t, said, words) })
	for _, english := range []string{
		"Departs from the draft's recommendation (paragraph 25): the cycle has no in-person round.",
		"Differs from practice since CSP10: no workplan over several years is there for {bodies}.",
		"Merge the two, and leave the topic in one mandate.",
		"Two sittings have the id {id}.",
		"round {round}: its dates are unknown",
		"the focus of {topic}",
	} {
		assert.Contains(t, said, english)
	}
	for _, word := range []string{"together", "apart", string(att.President), "between sessions", "the last day of the round"} {
		assert.Contains(t, words, word)
	}
}

// written looks for the literals that are handed to Say, by their look alone.
func written(t *testing.T, said map[string]bool) {
	literal := regexp.MustCompile(`\b(?:check|att)\.Say\(("(?:[^"\\]|\\.)*")[,)]`)
	count := 0
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join("../..", folder), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			source, err := os.ReadFile(name)
			for _, found := range literal.FindAllSubmatch(source, -1) {
				english, err := strconv.Unquote(string(found[1]))
				require.NoError(t, err)
				assert.Contains(t, said, english, name)
				count++
			}
			return err
		})
		require.NoError(t, err)
	}
	require.Greater(t, count, 100)
}

// ran holds the real cycles, and the change from each to the draft, against both sets of rules.
func ran(t *testing.T, said, words map[string]bool) {
	rules, err := proposal.Rules(proposal.Options{Numbers: proposal.Numbers{
		Participation: 90, Practical: 90, Topics: 1, PaperDays: 60, ConsultationDays: 200, Reserve: 1,
	}}).Join(practice.Rules())
	require.NoError(t, err)
	met := 0
	look := func(m att.Message) {
		if m.IsZero() {
			return
		}
		met++
		assert.Contains(t, said, m.English)
		for _, a := range m.Args {
			if a.Kind == att.WordArg {
				assert.Contains(t, words, a.Text)
			}
		}
	}
	for _, name := range cycles.Names() {
		p, ok := cycles.Programme(name)
		require.True(t, ok)
		for _, gap := range att.Measure(p, att.MeasureOptions{}).Gaps {
			look(gap)
		}
		for _, report := range []check.Report{rules.Check(p, check.Options{}), rules.CheckChange(p, proposal.Programme(), check.Options{}), rules.CheckChange(proposal.Programme(), p, check.Options{})} {
			for _, f := range report.Findings {
				look(f.Message)
				look(f.Remedy)
			}
			for _, o := range report.Outcomes {
				for _, m := range o.Missing {
					look(m)
				}
			}
		}
	}
	require.Greater(t, met, 100)
}

// nouns is a package att as small as can be.
const nouns = `package att
type Message struct { Key, English string; Args []Arg }
type Arg struct { Name string; Kind int; Text string }
const ( TextArg = iota; WordArg )
func Say(english string, args ...Arg) Message { return Message{English: english, Args: args} }
func Text(name, text string) Arg { return Arg{Name: name, Kind: TextArg, Text: text} }
func Word[T ~string](name string, word T) Arg { return Arg{Name: name, Kind: WordArg, Text: string(word)} }
`

// extract reads a module of the nouns and one file that uses them.
func extract(t *testing.T, source string) ([]sentences.Sentence, error) {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{"att/nouns.go": nouns, "use/use.go": "package use\nimport \"attwork.example/att\"\n" + source} {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(root, name), []byte(text), 0o600))
	}
	return sentences.Extract(root, "use")
}

func TestConstants(t *testing.T) {
	for name, c := range map[string]struct {
		source    string
		sentences []string
		words     []string
	}{
		"a literal":            {`var a = att.Say("one")`, []string{"one"}, nil},
		"a constant":           {`const x, y = "o", "ne"; var a = att.Say(x + (y))`, []string{"one"}, nil},
		"a message as it is":   {`var a = att.Message{English: "one"}; var b = att.Message{Key: "k"}`, []string{"one"}, nil},
		"a text of a document": {`var a = att.Say("{x}", att.Text("x", "no word"))`, []string{"{x}"}, nil},
		"twice":                {`var a, b = att.Say("one"), att.Say("one")`, []string{"one"}, nil},
		"a function in front": {
			`func f(where, what string) att.Message { return att.Say("At " + where + ": " + what) }; var a, b = f("A", "x"), f("B", "y")`,
			[]string{"At A: x", "At B: y"},
			nil,
		},
		"a method in front of a method": {
			`type t struct{}; func (t) a(s string) { t{}.b(1, s + ".") }; func (t) b(n int, s string) { att.Say(s) }; func f() { t{}.a("one"); t{}.b(2, "two") }`,
			[]string{"one.", "two"},
			nil,
		},
		"a function in a variable": {`func f(s string) { say := func(t string) { att.Say(s + t) }; say("b") }; func g() { f("a") }`, []string{"ab"}, nil},
		"words of a type":          {`type w string; const x, y w = "x", "y"; func f(v w) { att.Say("{w}", att.Word("w", v)) }; func g(s struct{v w}) { f(s.v) }`, []string{"{w}"}, []string{"x", "y"}},
		"words of a function":      {`func w(b bool) string { if b { return "yes" }; return "no" }; var a = att.Say("{w}", att.Word("w", w(true)))`, []string{"{w}"}, []string{"no", "yes"}},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := extract(t, c.source)
			require.NoError(t, err)
			var said, words []string
			for _, s := range list {
				assert.Equal(t, "use/use.go", s.File)
				assert.Equal(t, 3, s.Line)
				if s.Word {
					words = append(words, s.English)
				} else {
					said = append(said, s.English)
				}
			}
			assert.Equal(t, c.sentences, said)
			assert.Equal(t, c.words, words)
		})
	}
}

func TestNoConstants(t *testing.T) {
	for name, source := range map[string]string{
		"a variable":             `var s = "one"; var a = att.Say(s)`,
		"a field":                `func f(x struct{s string}) { att.Say("The " + x.s) }`,
		"a call of others":       `import "strings"; var a = att.Say(strings.ToUpper("one"))`,
		"a function that varies": `var s = "x"; func f() string { return s }; var a = att.Say(f())`,
		"two results":            `func f() (string, bool) { return "x", true }; func g() { s, _ := f(); att.Say(s) }`,
		"a word of a document":   `func f(x struct{s string}) { att.Say("{x}", att.Word("x", x.s)) }`,
		"behind a function":      `func f(s string) { att.Say("The " + s) }; func g(x struct{s string}) { f(x.s) }`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := extract(t, source)
			require.EqualError(t, err, "sentences: no constant: use/use.go:3")
		})
	}
}

func TestNoModule(t *testing.T) {
	_, err := sentences.Extract(t.TempDir(), "att")
	require.ErrorIs(t, err, fs.ErrNotExist)
	_, err = extract(t, "func {")
	require.ErrorContains(t, err, "use.go:3")
}
