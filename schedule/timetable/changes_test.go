package timetable_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/schedule/timetable"
)

func table(where ...[2]string) timetable.Timetable {
	var t timetable.Timetable
	for _, w := range where {
		t.Assignments = append(t.Assignments, timetable.Placement{Item: w[0], Sitting: w[1]})
	}
	return t
}

func TestChanges(t *testing.T) {
	changes := timetable.Changes(table([2]string{"c", "am"}, [2]string{"b", "am"}, [2]string{"a", "am"}), table([2]string{"d", "pm"}, [2]string{"a", "am"}, [2]string{"c", "pm"}))
	var said []string
	for _, c := range changes {
		said = append(said, c.Message().String())
	}
	assert.Equal(t, []string{"b is no longer taken up; it was in am.", "c moves from am to pm.", "d is now taken up, in pm."}, said)
	assert.Empty(t, timetable.Changes(table(), table()))
}

// TestForced: two items that fit one sitting are best there. To have one of them on the second day costs a day, and on a
// sitting that is too short nothing holds.
func TestForced(t *testing.T) {
	p := timetable.Problem{
		Items:    []timetable.Item{{ID: "a", Minutes: 40, Priority: 2}, {ID: "b", Minutes: 20, Priority: 1, Allowed: []string{"mon", "tue"}}, {ID: "c", Minutes: 90}},
		Sittings: []timetable.Sitting{{ID: "mon", Day: 1, Minutes: 60}, {ID: "tue", Day: 2, Minutes: 60}, {ID: "wed", Day: 3, Minutes: 30}},
	}
	solve := func(item string, sittings ...string) timetable.Answer {
		a, err := timetable.Forced(context.Background(), p, item, sittings, timetable.Options{Explain: true})
		require.NoError(t, err)
		return a
	}
	free, err := timetable.Solve(context.Background(), p, timetable.Options{})
	require.NoError(t, err)
	assert.Equal(t, []int{3, 1}, []int{free.Goals[0].Value, free.Goals[1].Value})
	assert.Equal(t, []int{3, 1}, []int{solve("a").Goals[0].Value, solve("a", "tue").Goals[1].Value}, "both move to Tuesday")
	p.Earlier = map[string]string{"a": "mon", "b": "mon"}
	assert.Equal(t, 2, solve("a", "tue").Goals[4].Value)
	p.Items[1].Allowed = []string{"mon"}
	assert.Equal(t, 2, solve("a", "tue", "wed").Goals[1].Value, "b cannot follow, and Wednesday is too short")
	assert.Equal(t, timetable.Infeasible, solve("b", "tue").Status, "what it may use still binds")
	refused := solve("a", "wed")
	assert.Equal(t, timetable.Infeasible, refused.Status)
	assert.NotEmpty(t, refused.Conflict.Reasons)
	assert.Equal(t, []string{"mon"}, p.Items[1].Allowed, "the problem is not changed")
	_, err = timetable.Forced(context.Background(), p, "x", nil, timetable.Options{})
	assert.ErrorContains(t, err, `"x" is no item`)
	_, err = timetable.Forced(context.Background(), p, "a", []string{"sun"}, timetable.Options{})
	assert.ErrorContains(t, err, `"sun" is no sitting`)
}
