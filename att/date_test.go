package att_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2024-03-18", "0001-01-01", "9999-12-31", "1970-01-01", "1969-12-31", "2000-02-29"} {
		d, err := att.ParseDate(s)
		require.NoError(t, err, s)
		assert.Equal(t, s, d.String())
		assert.False(t, d.IsZero(), s)
	}
	for _, s := range []string{"", "2024-13-01", "2023-02-29", "2024-3-18", "18.3.2024", "0000-01-01", "2024-03-18T00:00:00Z", "unknown"} {
		_, err := att.ParseDate(s)
		assert.ErrorContains(t, err, "2024-03-18", s)
	}
}

func TestNewDate(t *testing.T) {
	d, err := att.NewDate(2024, time.February, 29)
	require.NoError(t, err)
	assert.Equal(t, att.MustDate("2024-02-29"), d)
	assert.Equal(t, 2024, d.Year())
	assert.Equal(t, time.February, d.Month())
	assert.Equal(t, 29, d.Day())
	assert.Equal(t, time.Thursday, d.Weekday())
	for _, bad := range [][3]int{{2023, 2, 29}, {0, 1, 1}, {10000, 1, 1}, {2024, 13, 1}, {2024, 1, 0}} {
		_, err := att.NewDate(bad[0], time.Month(bad[1]), bad[2])
		assert.Error(t, err, bad)
	}
}

func TestUnknownDate(t *testing.T) {
	var unknown att.Date
	known := att.MustDate("2024-03-18")
	assert.True(t, unknown.IsZero())
	assert.Equal(t, "unknown", unknown.String())
	assert.Zero(t, unknown.Year())
	assert.Zero(t, unknown.Month())
	assert.Zero(t, unknown.Day())
	assert.True(t, unknown.Time().IsZero())
	assert.True(t, unknown.AddDays(1).IsZero(), "a day after an unknown one is unknown")
	assert.Zero(t, unknown.DaysUntil(known))
	assert.Zero(t, known.DaysUntil(unknown))
	assert.False(t, unknown.Before(known), "nobody knows whether an unknown day is earlier")
	assert.False(t, unknown.After(known))
	assert.Equal(t, -1, unknown.Compare(known), "but it sorts first")
	text, err := unknown.MarshalText()
	assert.NoError(t, err)
	assert.Empty(t, text)
	assert.Error(t, unknown.UnmarshalText(nil), "an unknown day is left out, not written empty")
}

func TestDateArithmetic(t *testing.T) {
	d := att.MustDate("2024-02-28")
	assert.Equal(t, "2024-02-29", d.AddDays(1).String())
	assert.Equal(t, "2024-03-01", d.AddDays(2).String())
	assert.Equal(t, "2023-12-31", d.AddDays(-59).String())
	assert.Equal(t, 366, att.MustDate("2024-01-01").DaysUntil(att.MustDate("2025-01-01")))
	assert.Equal(t, -1, d.DaysUntil(d.AddDays(-1)))
	assert.True(t, d.Before(d.AddDays(1)))
	assert.True(t, d.AddDays(1).After(d))
	assert.False(t, d.Before(d))
	assert.True(t, att.MustDate("9999-12-31").AddDays(1).IsZero())
	assert.True(t, att.MustDate("0001-01-01").AddDays(-1).IsZero())
	assert.True(t, d.AddDays(1<<40).IsZero())
	assert.True(t, d.AddDays(-1<<40).IsZero())
}

func TestMustPanicsOnlyOnBadLiterals(t *testing.T) {
	assert.Panics(t, func() { att.MustDate("soon") })
	assert.Panics(t, func() { att.MustClock("noon") })
	assert.Equal(t, "10:00", att.MustClock("10:00").String())
}

func TestMondayToFriday(t *testing.T) {
	monday := att.MustDate("2024-03-18")
	for i, want := range []bool{true, true, true, true, true, false, false} {
		assert.Equal(t, want, att.MondayToFriday(monday.AddDays(i)), monday.AddDays(i))
	}
}

// FuzzDate compares the civil calendar with the standard library's.
func FuzzDate(f *testing.F) {
	f.Add(0, 0)
	f.Add(738000, -400)
	f.Add(3652058, 1)
	f.Fuzz(func(t *testing.T, offset, step int) {
		const span = 3652059
		offset = (offset%span + span) % span
		d := att.MustDate("0001-01-01").AddDays(offset)
		want := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, offset)
		require.Equal(t, want, d.Time())
		require.Equal(t, want.Weekday(), d.Weekday())
		again, err := att.ParseDate(d.String())
		require.NoError(t, err)
		require.Equal(t, d, again)
		if e := d.AddDays(step); !e.IsZero() {
			require.Equal(t, step, d.DaysUntil(e))
			require.Equal(t, d, e.AddDays(-step))
		}
	})
}

func TestClock(t *testing.T) {
	for _, s := range []string{"00:00", "10:00", "13:45", "23:59"} {
		c, err := att.ParseClock(s)
		require.NoError(t, err)
		assert.Equal(t, s, c.String())
		assert.False(t, c.IsZero(), "%s is known", s)
		var again att.Clock
		text, err := c.MarshalText()
		require.NoError(t, err)
		require.NoError(t, again.UnmarshalText(text))
		assert.Equal(t, c, again)
	}
	for _, s := range []string{"", "24:00", "9:00", "10:60", "1000", "10:0a", "-1:00", "1a:00", "ab:cd", "10:000"} {
		_, err := att.ParseClock(s)
		assert.ErrorContains(t, err, "10:00", s)
	}
	_, err := att.NewClock(-1, 0)
	assert.Error(t, err)
	assert.Equal(t, 630, att.MustClock("10:30").Minutes())
	assert.Equal(t, 1, att.MustClock("10:30").Compare(att.MustClock("10:29")))
	var unknown att.Clock
	assert.Equal(t, "unknown", unknown.String())
	assert.Zero(t, unknown.Minutes())
	assert.Error(t, unknown.UnmarshalText([]byte("noon")))
	text, err := unknown.MarshalText()
	assert.NoError(t, err)
	assert.Empty(t, text)
}

func TestSpan(t *testing.T) {
	day := func(s string) att.Day { return att.Day{Date: att.MustDate(s)} }
	for name, c := range map[string]struct {
		meeting att.Meeting
		want    string
	}{
		"declared":      {att.Meeting{Start: att.MustDate("2024-04-22"), End: att.MustDate("2024-04-26")}, "2024-04-22 2024-04-26"},
		"listed":        {att.Meeting{Days: []att.Day{day("2024-04-24"), {}, day("2024-04-22"), day("2024-04-23")}}, "2024-04-22 2024-04-24"},
		"listed beyond": {att.Meeting{Start: att.MustDate("2024-04-22"), End: att.MustDate("2024-04-22"), Days: []att.Day{day("2024-04-19"), day("2024-04-25")}}, "2024-04-19 2024-04-25"},
		"first alone":   {att.Meeting{Start: att.MustDate("2024-04-22")}, "2024-04-22 unknown"},
		"nothing":       {att.Meeting{Days: []att.Day{{}}}, "unknown unknown"},
	} {
		first, last := c.meeting.Span()
		assert.Equal(t, c.want, first.String()+" "+last.String(), name)
	}
}
