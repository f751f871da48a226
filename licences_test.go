package attwork_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// telltale is what the text of a licence says and no other one listed here does.
var telltale = map[string][]string{
	"MIT":          {"Permission is hereby granted, free of charge, to any person obtaining a copy", "sublicense, and/or sell"},
	"BSD-3-Clause": {"Redistribution and use in source and binary forms", "Neither the name of"},
	"Apache-2.0":   {"Licensed under the Apache License, Version 2.0"},
}

// TestLicences holds docs/licences.md against the modules in use, and its licences against the texts
// in the modules themselves.
func TestLicences(t *testing.T) {
	text, err := os.ReadFile("docs/licences.md")
	require.NoError(t, err)
	var paths []string
	for _, dir := range importable {
		paths = append(paths, "./"+dir)
	}
	compiled := modules(t, paths...)
	tests := modules(t, "-test", "./...")
	for path := range compiled {
		delete(tests, path)
	}
	for heading, used := range map[string]map[string][2]string{"## Compiled into importers": compiled, "## Tests only": tests} {
		require.NotEmpty(t, used)
		_, section, ok := strings.Cut(string(text), heading+"\n")
		require.True(t, ok, "docs/licences.md has lost %q", heading)
		section, _, _ = strings.Cut(section, "\n## ")
		listed := map[string]bool{}
		for line := range strings.Lines(section) {
			cells := strings.Split(strings.Trim(line, "|\n "), " | ")
			if len(cells) != 4 || cells[0] == "module" || strings.HasPrefix(cells[0], "---") {
				continue
			}
			path, version, licence, keeper := cells[0], cells[1], cells[2], cells[3]
			listed[path] = true
			module, ok := used[path]
			if !assert.True(t, ok, "%s stands under %q and is not in use there", path, heading) {
				continue
			}
			assert.Equal(t, module[0], version, "%s has another version: read its licence again", path)
			assert.NotEmpty(t, keeper, path)
			hasLicence(t, path, licence, module[1])
		}
		for path := range used {
			assert.True(t, listed[path], "%s is missing under %q", path, heading)
		}
	}
}

// hasLicence checks that a module's own text is that of the licences named, and of no other known one.
func hasLicence(t *testing.T, path, licences, dir string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
	require.NoError(t, err, path)
	text := strings.Join(strings.Fields(string(b)), " ")
	named := map[string]bool{}
	for name := range strings.SplitSeq(licences, " and ") {
		named[name] = true
		assert.Contains(t, telltale, name, "%s: the text of this licence is not known to the test", path)
	}
	for name, words := range telltale {
		for _, w := range words {
			assert.Equal(t, named[name], strings.Contains(text, w), "%s: listed as %s, and of its licence text %q", path, licences, w)
		}
	}
}

// modules returns the version and the directory of each module of others that some packages need.
func modules(t *testing.T, args ...string) map[string][2]string {
	t.Helper()
	const format = "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}"
	out, err := exec.Command("go", append([]string{"list", "-deps", "-f", format}, args...)...).Output()
	require.NoError(t, err)
	used := map[string][2]string{}
	for line := range strings.Lines(string(out)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		require.Len(t, cells, 3)
		used[cells[0]] = [2]string{cells[1], cells[2]}
	}
	return used
}
