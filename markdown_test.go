package attwork_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// files are the texts of the repository's files of one kind, by path.
func files(t *testing.T, extension string) map[string]string {
	t.Helper()
	found := map[string]string{}
	require.NoError(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) == extension {
			text, err := os.ReadFile(path)
			found[path] = string(text)
			return err
		}
		return nil
	}))
	return found
}

var (
	fenced  = regexp.MustCompile("(?ms)^```.*?^```$")
	spanned = regexp.MustCompile("`[^`\n]*`")
	linked  = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	headed  = regexp.MustCompile(`(?m)^#+ (.+)$`)
	tests   = regexp.MustCompile(`(?:go test (\S+) -run )?\b((?:Test|Fuzz|Benchmark)[A-Z]\w*)`)
	updated = regexp.MustCompile(`go test ([^` + "`" + `\n]*) -update`)
	written = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz|Benchmark)\w+)\(`)
)

// TestMarkdownLinks follows the links between the pages, and to their headings. A link into the web is
// not followed: no test leaves the machine.
func TestMarkdownLinks(t *testing.T) {
	all := files(t, ".md")
	links := 0
	for page, text := range all {
		for _, link := range linked.FindAllStringSubmatch(spanned.ReplaceAllString(fenced.ReplaceAllString(text, ""), ""), -1) {
			file, anchor, hasAnchor := strings.Cut(link[1], "#")
			if strings.Contains(file, "://") {
				continue
			}
			links++
			target := page
			if file != "" {
				target = filepath.Join(filepath.Dir(page), file)
			}
			_, err := os.Stat(target)
			assert.NoError(t, err, "%s links to %s", page, link[1])
			if hasAnchor {
				assert.True(t, anchors(all[target])[anchor], "%s links to %s", page, link[1])
			}
		}
	}
	assert.NotZero(t, links)
}

// anchors are what the headings of a page are linked by, as code hosts form them.
func anchors(text string) map[string]bool {
	found := map[string]bool{}
	for _, heading := range headed.FindAllStringSubmatch(fenced.ReplaceAllString(text, ""), -1) {
		found[strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, heading[1])] = true
	}
	return found
}

// TestNamedTests finds a test that a page speaks of and that is not there, or not where the page says,
// and a package that is to be tested with -update and does not know that flag.
func TestNamedTests(t *testing.T) {
	where, updates := map[string][]string{}, map[string]bool{}
	for path, text := range files(t, ".go") {
		if strings.Contains(text, `flag.Bool("update"`) {
			updates[filepath.Dir(path)] = true
		}
		for _, f := range written.FindAllStringSubmatch(text, -1) {
			where[f[1]] = append(where[f[1]], filepath.Dir(path))
		}
	}
	named := 0
	pages := files(t, ".md")
	for page, text := range pages {
		for _, found := range tests.FindAllStringSubmatch(text, -1) {
			named++
			dir, name := found[1], found[2]
			assert.NotEmpty(t, where[name], "%s speaks of %s", page, name)
			if dir != "" {
				assert.Contains(t, where[name], filepath.Clean(dir), "%s says that %s is there", page, name)
			}
		}
	}
	assert.NotZero(t, named)
	for page, text := range pages {
		for _, found := range updated.FindAllStringSubmatch(text, -1) {
			dirs, _, _ := strings.Cut(found[1], " -run")
			for dir := range strings.FieldsSeq(dirs) {
				assert.True(t, updates[filepath.Clean(dir)], "%s says %q, and the tests of %s have no such flag", page, found[0], dir)
			}
		}
	}
}
