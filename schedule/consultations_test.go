package schedule_test

import (
	"errors"
	"testing"
	"time"
	_ "time/tzdata" // the tests must not hang on the machine's zones

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

func gaps(wishes ...schedule.Wish) schedule.ConsultationRequest {
	return schedule.ConsultationRequest{
		CycleStart: day("2023-08-25"), RoundStart: day("2024-04-15"), RoundEnd: day("2024-04-19"), Conference: day("2024-08-19"), Wishes: wishes,
	}
}

func placed(t *testing.T, cal calendar.Calendar, r schedule.ConsultationRequest) []schedule.Placed {
	t.Helper()
	list, err := schedule.Consultations(cal, r)
	require.NoError(t, err)
	require.Len(t, list, len(r.Wishes))
	return list
}

func TestConsultationsLieInTheirGaps(t *testing.T) {
	list := placed(t, calendar.Embedded(), gaps(
		schedule.Wish{ID: "a", Format: att.Virtual}, schedule.Wish{ID: "b", Format: att.Virtual}, schedule.Wish{ID: "c", Format: att.Virtual},
		schedule.Wish{ID: "d", Format: att.Virtual, After: true}))
	days := map[att.Date]bool{}
	for i, p := range list {
		start := p.Consultation.Start
		assert.False(t, days[start], "no two on one day")
		days[start] = true
		assert.True(t, att.MondayToFriday(start), start)
		assert.LessOrEqual(t, p.Points, 2, "some day of each part of the gap has at most the Conference on Disarmament")
		if i < 3 {
			assert.True(t, start.After(day("2023-08-25")) && start.Before(day("2024-04-15")), start)
		} else {
			assert.True(t, start.After(day("2024-04-19")) && start.Before(day("2024-08-19")), start)
		}
		if i > 0 && i < 3 {
			assert.Greater(t, list[i-1].Consultation.Start.DaysUntil(start), 30, "spread over the gap")
		}
		assert.Equal(t, "No place is named, so no hour is set.", p.Note.String())
	}
}

func TestConsultationsAvoidEvents(t *testing.T) {
	r := gaps(schedule.Wish{ID: "a", Format: att.Virtual})
	r.CycleStart, r.RoundStart = day("2024-03-31"), day("2024-04-06") // the working days are 1 to 5 April
	busy := made(t, event("npt", "2024-04-01", "2024-04-04", calendar.NPT, att.Verified))
	assert.Equal(t, day("2024-04-05"), placed(t, busy, r)[0].Consultation.Start)
	assert.Equal(t, day("2024-04-03"), placed(t, calendar.Calendar{}, r)[0].Consultation.Start, "else in the middle")
}

func TestHumaneHours(t *testing.T) {
	geneva, nairobi, lima := schedule.Place{Name: "Geneva", Zone: "Europe/Zurich"}, schedule.Place{Name: "Nairobi", Zone: "Africa/Nairobi"}, schedule.Place{Name: "Lima", Zone: "America/Lima"}
	r := gaps(schedule.Wish{ID: "a", Format: att.Virtual, Minutes: 60, Places: []schedule.Place{geneva, nairobi, lima}})
	p := placed(t, calendar.Embedded(), r)[0]
	require.Len(t, p.Hours, 3)
	for _, h := range p.Hours {
		assert.True(t, h.Humane, h.Place.Name)
		assert.GreaterOrEqual(t, h.Start.Hour(), 8, h.Place.Name)
		assert.LessOrEqual(t, h.End.Hour()*60+h.End.Minute(), 20*60, h.Place.Name)
		assert.Equal(t, p.Start, h.Start.UTC())
		assert.Equal(t, time.Hour, h.End.Sub(h.Start))
	}
	assert.Zero(t, p.Note)
	// Lima is 8 hours behind Nairobi: from 08:00 in Lima it is 16:00 in Nairobi.
	assert.Equal(t, 8*time.Hour, clock(p.Hours[1].Start)-clock(p.Hours[2].Start))

	wide := []schedule.Place{{Name: "Apia", Zone: "Pacific/Apia"}, geneva, {Name: "Mexico City", Zone: "America/Mexico_City"}}
	p = placed(t, calendar.Embedded(), gaps(schedule.Wish{ID: "a", Format: att.Virtual, Places: wide}))[0]
	assert.Contains(t, p.Note.String(), "No hour is humane at every place")
	kept := 0
	for _, h := range p.Hours {
		if h.Humane {
			kept++
		}
	}
	assert.GreaterOrEqual(t, kept, 1)
	assert.Less(t, kept, 3)
}

func clock(t time.Time) time.Duration {
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute
}

// TestSummerTime: the same hour in Geneva is another one in UTC on either side of the change of clocks.
func TestSummerTime(t *testing.T) {
	geneva := []schedule.Place{{Name: "Geneva", Zone: "Europe/Zurich"}}
	list := placed(t, calendar.Calendar{}, gaps(
		schedule.Wish{ID: "winter", Format: att.Virtual, Places: geneva, Minutes: 60}, schedule.Wish{ID: "summer", After: true, Format: att.Virtual, Places: geneva, Minutes: 60}))
	assert.Equal(t, clock(list[0].Hours[0].Start), clock(list[1].Hours[0].Start))
	assert.Equal(t, clock(list[0].Start), clock(list[1].Start)+time.Hour)
}

func TestPlatformAndWritten(t *testing.T) {
	list := placed(t, calendar.Calendar{}, gaps(
		schedule.Wish{ID: "platform", Format: att.Platform, Days: 5}, schedule.Wish{ID: "written", Format: att.Written, After: true, Days: 60}))
	p := list[0].Consultation
	assert.Equal(t, att.StatesOnly, p.Access)
	assert.Contains(t, list[0].Note.String(), "only States Parties and signatories")
	assert.Equal(t, day("2023-12-20"), p.Start)
	assert.Equal(t, day("2023-12-26"), p.End, "five working days from Wednesday to Tuesday")
	w := list[1].Consultation
	assert.Equal(t, day("2024-08-18"), w.End, "at most until the gap ends")
	assert.True(t, list[1].Start.IsZero())
}

func TestConsultationsRefuse(t *testing.T) {
	one := schedule.Wish{ID: "a", Format: att.Virtual}
	for name, r := range map[string]schedule.ConsultationRequest{
		"the same id twice": gaps(one, one),
		"no id":             gaps(schedule.Wish{}),
		"a day of minutes":  gaps(schedule.Wish{ID: "a", Minutes: 1440}),
		"negative days":     gaps(schedule.Wish{ID: "a", Days: -1}),
		"an unknown zone":   gaps(schedule.Wish{ID: "a", Places: []schedule.Place{{Name: "Atlantis", Zone: "Sea/Atlantis"}}}),
		"no zone":           gaps(schedule.Wish{ID: "a", Places: []schedule.Place{{Name: "Geneva"}}}),
		"no dates":          {Wishes: []schedule.Wish{one}},
		"out of order":      {CycleStart: day("2024-04-15"), RoundStart: day("2024-04-15"), RoundEnd: day("2024-04-19"), Conference: day("2024-08-19")},
		"a century":         {CycleStart: day("1924-04-15"), RoundStart: day("2024-04-15"), RoundEnd: day("2024-04-19"), Conference: day("2024-08-19")},
		"a gap of no days": {
			CycleStart: day("2024-04-14"), RoundStart: day("2024-04-15"), RoundEnd: day("2024-04-19"), Conference: day("2024-08-19"), Wishes: []schedule.Wish{one},
		},
	} {
		list, err := schedule.Consultations(calendar.Calendar{}, r)
		require.Error(t, err, name)
		assert.Empty(t, list, name)
	}
	r := gaps(schedule.Wish{ID: "a", Places: []schedule.Place{{Name: "Geneva", Zone: "Europe/Zurich"}}})
	r.Zone = func(string) (*time.Location, error) { return nil, errors.New("no zones here") }
	_, err := schedule.Consultations(calendar.Calendar{}, r)
	require.ErrorContains(t, err, "Europe/Zurich")
}
