package timetable_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/schedule/timetable"
)

// counted is a context that counts how often a search asks for it: at each large node.
type counted struct {
	context.Context
	asked *int
}

func (c counted) Err() error {
	*c.asked++
	return nil
}

// TestLargeNodes: the nodes of a problem at its bounds count for many each, so that the budget ends the search in time.
func TestLargeNodes(t *testing.T) {
	p := timetable.Problem{Name: "large"}
	for i := range timetable.MaxItems {
		p.Items = append(p.Items, timetable.Item{ID: fmt.Sprintf("i%d", i), Minutes: 7 + i%53, Bodies: []string{"b"}, Priority: i % 31})
	}
	for k := range timetable.MaxSittings {
		p.Sittings = append(p.Sittings, timetable.Sitting{ID: fmt.Sprintf("s%d", k), Day: k / 2, Minutes: 180})
	}
	var asked int
	a, err := timetable.Solve(counted{t.Context(), &asked}, p, timetable.Options{Nodes: 20_000})
	require.NoError(t, err)
	assert.Equal(t, timetable.StoppedByNodes, a.Stopped)
	assert.GreaterOrEqual(t, a.Nodes, 20_000)
	assert.Positive(t, asked)
	assert.Less(t, asked, 2_000, "each of them looks at a thousand items in sixty sittings")
}
