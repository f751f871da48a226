package guidance_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/cycles"
	"attwork.example/att/guidance"
)

func ExampleRegister() {
	for _, tool := range guidance.Register() {
		if slices.Contains(tool.Articles, "7") && tool.Provenance.Confidence == att.Verified {
			fmt.Println(tool.ID, tool.Cycle)
		}
	}
	// Output:
	// voluntary-guide-articles-6-7 csp10
	// wgeti-exchange-workplan csp10
}

func TestRegister(t *testing.T) {
	sources := map[string]bool{}
	for _, s := range guidance.Sources() {
		require.False(t, sources[s.ID], s.ID)
		require.NotEmpty(t, s.Title, s.ID)
		sources[s.ID] = true
	}
	last := ""
	for _, tool := range guidance.Register() {
		assert.True(t, att.ValidID(tool.ID), tool.ID)
		assert.Greater(t, tool.ID, last, "in the order of ids, each once")
		last = tool.ID
		assert.NotEmpty(t, tool.Title.String(), tool.ID)
		for _, a := range tool.Articles {
			assert.True(t, a.Valid(), "%s: %s", tool.ID, a)
		}
		for _, id := range tool.Provenance.Sources {
			assert.True(t, sources[id], "%s: no source %s", tool.ID, id)
		}
		switch tool.Provenance.Confidence {
		case att.Verified, att.Inferred:
			assert.NotEmpty(t, tool.Provenance.Sources, "%s says that it was seen, and not where", tool.ID)
		case att.Recalled:
			assert.Empty(t, tool.Provenance.Sources, "%s is recalled, and yet has a source", tool.ID)
		default:
			assert.Fail(t, "no confidence", tool.ID)
		}
		if cycle, ok := cycles.Programme(tool.Cycle); ok {
			assert.Equal(t, cycle.Conference.End, tool.Since, "%s dates from the end of its conference", tool.ID)
		}
		assert.Equal(t, tool.Cycle == "", tool.Since.IsZero(), tool.ID)
	}
}

func TestFreshCopies(t *testing.T) {
	list := guidance.Register()
	list[0].Title[att.English] = "changed"
	list[1].Provenance.Sources = append(list[1].Provenance.Sources, "x")
	assert.NotEqual(t, "changed", guidance.Register()[0].Title[att.English])
}
