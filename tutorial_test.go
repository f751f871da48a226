package attwork_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTutorial runs the program of docs/tutorial.md, put together from its pieces as a reader does it.
func TestTutorial(t *testing.T) {
	text, err := os.ReadFile("docs/tutorial.md")
	require.NoError(t, err)
	var program strings.Builder
	rest := string(text)
	for {
		_, after, ok := strings.Cut(rest, "```go\n")
		if !ok {
			break
		}
		piece, next, closed := strings.Cut(after, "\n```\n")
		require.True(t, closed, "a piece of code has no end")
		program.WriteString(piece + "\n\n")
		rest = next
	}
	_, after, ok := strings.Cut(rest, "It prints\n\n```\n")
	require.True(t, ok, "the tutorial does not say what it prints")
	want, _, _ := strings.Cut(after, "```")

	name := filepath.Join(t.TempDir(), "main.go")
	require.NoError(t, os.WriteFile(name, []byte(program.String()), 0o600))
	out, err := exec.Command("go", "run", name).CombinedOutput()
	require.NoError(t, err, string(out))
	require.Equal(t, want, string(out))
}
