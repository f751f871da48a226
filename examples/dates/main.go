// Dates ranks every start of a round in a window against the disarmament calendar, holidays and religious days,
// and says for each what it clashes with.
//
//	go run ./examples/dates [-days N[+M]] [-gap DAYS] [-from DAY] [-to DAY] [-conference DAY] [-distance DAYS] [-papers DAY]
//		[-venue palais|cicg|unknown] [-calendar FILE.ics|.csv]... [-weight CATEGORY=HERE[/ELSEWHERE]]... [-top K] [-format text|json]
//
// Without flags it asks for five days between March and May 2024, in the cycle of CSP10. It exits with 1 when
// nothing fits.
package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"attwork.example/att"
	"attwork.example/examples/internal/command"
	"attwork.example/schedule"
	"attwork.example/schedule/calendar"
)

func main() {
	command.Main("dates [flags]", run)
}

func run(c *command.Call) (int, error) {
	r := schedule.Request{Weights: schedule.DefaultWeights()}
	days := c.Flags.String("days", "5", "meeting days in one block, or `N or N+M` for two")
	c.Flags.IntVar(&r.Gap, "gap", 0, "calendar `days` between two blocks at least")
	from := c.Date("from", att.MustDate("2024-03-01"), "first `DAY` of the window")
	to := c.Date("to", att.MustDate("2024-05-31"), "last `DAY` of the window")
	conference := c.Date("conference", att.Date{}, "first `DAY` of the conference")
	c.Flags.IntVar(&r.Distance, "distance", 0, "calendar `days` between the last meeting day and the conference at least")
	papers := c.Date("papers", att.Date{}, "first `DAY` of a round for which papers can be out")
	venue := c.Flags.String("venue", "cicg", "where: `palais, cicg or unknown`; its holidays close it")
	c.Flags.IntVar(&r.Top, "top", 5, "how many candidates to show; 0: all")
	var files []string
	c.Flags.Func("calendar", "a calendar of your own, on top of the embedded one: `FILE.ics or FILE.csv`; events with the same id are replaced", func(s string) error {
		files = append(files, s)
		return nil
	})
	c.Flags.Func("weight", "what a category costs a day, as `CATEGORY=HERE[/ELSEWHERE]`", func(s string) error {
		return weigh(&r.Weights, s)
	})
	args, err := c.Parse()
	if err != nil {
		return 0, err
	}
	if len(args) > 0 {
		return 0, fmt.Errorf("%q: unexpected argument; -h lists the flags", args[0])
	}
	r.From, r.To, r.Conference, r.NotBefore = *from, *to, *conference, *papers
	if r.Blocks, err = blocks(*days); err != nil {
		return 0, err
	}
	if r.Venue, err = venueOf(*venue); err != nil {
		return 0, err
	}
	cal, notes, err := layers(c, files)
	if err != nil {
		return 0, err
	}
	answer, err := schedule.Find(cal, r)
	if err != nil {
		return 0, err
	}
	for _, n := range answer.Notes {
		notes = append(notes, n.String())
	}
	code := command.Done
	if len(answer.Candidates) == 0 {
		code = command.No
	}
	if c.JSON {
		return code, c.WriteJSON(wire(answer, notes))
	}
	text(c, answer, notes)
	return code, nil
}

func blocks(s string) ([]int, error) {
	var list []int
	for part := range strings.SplitSeq(s, "+") {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			return nil, fmt.Errorf("-days %q: expected a number of days such as 5, or two such as 4+2", s)
		}
		list = append(list, int(n))
	}
	return list, nil
}

func venueOf(s string) (calendar.Venue, error) {
	switch s {
	case "palais":
		return calendar.Palais, nil
	case "cicg":
		return calendar.CICG, nil
	case "unknown":
		return "", nil
	}
	return "", fmt.Errorf("-venue %q: expected palais, cicg or unknown", s)
}

// weigh reads npt=9 or npt=9/5; with one number it holds everywhere.
func weigh(w *schedule.Weights, s string) error {
	name, value, _ := strings.Cut(s, "=")
	here, elsewhere, two := strings.Cut(value, "/")
	if !two {
		elsewhere = here
	}
	a, errHere := strconv.ParseUint(here, 10, 20)
	b, errElsewhere := strconv.ParseUint(elsewhere, 10, 20)
	category := calendar.Category(name)
	if _, known := w.Category[category]; !known || errHere != nil || errElsewhere != nil {
		return errors.New("expected a category of the calendar and one or two whole numbers, as in npt=9/5")
	}
	weight := w.Category[category]
	weight.Here, weight.Elsewhere, weight.Long = int(a), int(b), 0
	*w = w.With(category, weight)
	return nil
}

// layers puts the user's calendars on top of the embedded one.
func layers(c *command.Call, files []string) (calendar.Calendar, []string, error) {
	cal := calendar.Embedded()
	var notes []string
	for _, name := range files {
		r, err := c.Open(name)
		if err != nil {
			return calendar.Calendar{}, nil, err
		}
		defer r.Close()
		var own calendar.Calendar
		if strings.EqualFold(filepath.Ext(name), ".csv") {
			own, err = calendar.ReadCSV(name, r)
		} else {
			var more []string
			own, more, err = calendar.ReadICS(name, r)
			notes = append(notes, more...)
		}
		if err != nil {
			return calendar.Calendar{}, nil, err
		}
		cal = cal.With(own)
	}
	return cal, notes, nil
}
