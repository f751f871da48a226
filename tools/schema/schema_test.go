package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
)

// TestCommitted keeps the committed schemas equal to what the generator writes.
func TestCommitted(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, write(dir))
	for name, embedded := range map[string][]byte{
		"programme.schema.json": document.Schema(),
		"findings.schema.json":  document.FindingsSchema(),
	} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Equal(t, string(data), string(embedded), "%s is stale: go -C tools/schema run .", name)
	}
	require.Error(t, write(filepath.Join(dir, "nowhere")))
}

func TestFormatIsTheDecoders(t *testing.T) { assert.Equal(t, document.Format, format) }

// TestRealDocuments holds every real document against the schema, and the decoder against each.
func TestRealDocuments(t *testing.T) {
	judged := judge(t, document.Schema())
	accept := func(name string, doc []byte) {
		assert.NoError(t, judged(doc), name)
		assert.False(t, ask(doc).refuses(), "%s: %v", name, ask(doc))
	}
	accept("good", good(t))
	written := func(name string, p att.Programme) {
		var out bytes.Buffer
		require.NoError(t, document.Write(&out, p))
		accept(name, out.Bytes())
	}
	written(proposal.Name, proposal.Programme())
	for _, name := range cycles.Names() {
		p, ok := cycles.Programme(name)
		require.True(t, ok)
		written(name, p)
		committed, err := os.ReadFile("../../att/cycles/" + name + ".json")
		require.NoError(t, err)
		accept(name+".json", committed)
	}
}

// TestExampleDocuments holds the documents of the example programs against the schema: both judges agree about
// each, since the faults planted in some are not all of the kind that a schema sees.
func TestExampleDocuments(t *testing.T) {
	judged := judge(t, document.Schema())
	names, err := filepath.Glob("../../examples/testdata/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	accepted := 0
	for _, name := range names {
		doc, err := os.ReadFile(name)
		require.NoError(t, err)
		if !bytes.Contains(doc, []byte(`"`+document.Format+`"`)) {
			continue // a cost book, say
		}
		if err := judged(doc); err == nil {
			accepted++
			assert.False(t, ask(doc).refusesShape(), "%s: %v", name, ask(doc))
		} else {
			assert.True(t, ask(doc).refusesShape(), "%s: %v", name, err)
		}
	}
	require.NotZero(t, accepted)
}

// TestFindings holds what a report really writes against the schema of findings.
func TestFindings(t *testing.T) {
	judged := judge(t, document.FindingsSchema())
	p, ok := cycles.Programme("csp9")
	require.True(t, ok)
	report := proposal.Rules(proposal.Options{}).Check(p, check.Options{})
	require.NotEmpty(t, report.Findings)
	broken, err := document.Read("broken.json", bytes.NewReader(with(t, good(t), "/bodies/1/kind", "bank")))
	require.NoError(t, err)
	require.NotEmpty(t, broken.Shape())
	outcomes := []outcome{}
	for _, o := range report.Outcomes {
		var missing []string
		for _, m := range o.Missing {
			missing = append(missing, m.String())
		}
		outcomes = append(outcomes, outcome{File: "csp9", Rule: o.Rule, Outcome: string(o.Outcome), Missing: missing})
	}
	answer := raw(t, map[string]any{"findings": append(broken.Shape(), report.Findings...), "outcomes": outcomes, "tensions": []string{}})
	require.NoError(t, judged(answer))
	for _, c := range []struct {
		name, pointer string
		value         any
	}{
		{"no findings", "/findings", gone},
		{"null for no findings", "/findings", nil},
		{"unknown key", "/findings/0/colour", "red"},
		{"no rule", "/findings/0/rule", gone},
		{"rule without its text", "/findings/0/rule", "fields"},
		{"severity that is none", "/findings/0/severity", "fatal"},
		{"line 0", "/findings/0/line", 0},
		{"path as a list", "/findings/0/path", []string{"bodies"}},
		{"related left out", "/findings/0/related", gone},
		{"citation without its text", "/findings/0/cites/0/text", gone},
		{"voice that is none", "/findings/0/cites/0/voice", "loud"},
		{"kind of argument that is none", "/findings/0/args/0/kind", "colour"},
		{"number for a text", "/findings/0/args/0/value", 7},
		{"remedy without its key", "/findings/0/remedyMessage/key", gone},
		{"outcome that is none", "/outcomes/0/outcome", "skipped"},
		{"outcome without its file", "/outcomes/0/file", gone},
	} {
		assert.Error(t, judged(with(t, answer, c.pointer, c.value)), c.name)
	}
}

// TestFindingsOfTheProgram holds what the example program check writes against the schema.
func TestFindingsOfTheProgram(t *testing.T) {
	judged := judge(t, document.FindingsSchema())
	cmd := exec.Command("go", "run", "./examples/check", "-format", "json", "csp9", "csp12", "examples/testdata/six-faults.json")
	cmd.Dir = "../.."
	out, err := cmd.Output() // it exits with 1 when a finding is an error, and with more when it cannot run
	require.NotEmpty(t, out, "%v", err)
	require.NoError(t, judged(out))
	var a answer
	require.NoError(t, json.Unmarshal(out, &a))
	require.NotEmpty(t, a.Findings)
	require.NotEmpty(t, a.Outcomes)
}
