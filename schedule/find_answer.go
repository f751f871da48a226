package schedule

import (
	"cmp"
	"slices"

	"attwork.example/att"
	"attwork.example/schedule/calendar"
)

// certain reports whether an event is known well enough to rank by.
func certain(e calendar.Event) bool {
	return e.Confidence == att.Verified || e.Confidence == att.Computed
}

// costs reports whether an event has days that can cost points. One of which only the month is known has not.
func (f *finding) costs(e calendar.Event) bool {
	return e.Dated() && !e.Vague
}

// binding returns the category of the holidays that close the venue; empty when the venue is unknown.
func (f *finding) binding() calendar.Category { return f.r.Venue.Holidays() }

// closedDays returns the holidays in the window on which the venue is closed. A holiday in doubt closes nothing.
func (f *finding) closedDays() map[att.Date]bool {
	closed := map[att.Date]bool{}
	if f.binding() == "" {
		return closed
	}
	for e := range f.cal.Overlapping(f.r.From, f.r.To) {
		if e.Category != f.binding() || e.InDoubt() || !f.costs(e) {
			continue
		}
		for d := e.Start; !d.After(e.End); d = d.AddDays(1) {
			closed[d] = true
		}
	}
	return closed
}

// block is a run of working days: the first and the behind-last index.
type block struct{ from, to int }

// option is a candidate before it explains itself.
type option struct {
	blocks      []block
	score, sure int
	free        int
}

func (f *finding) answer() Answer {
	options, why := f.options()
	a := Answer{Considered: len(options), Undated: f.undated(), Notes: f.notes()}
	if len(options) == 0 {
		a.Notes = append(a.Notes, why)
		return a
	}
	byDate := func(x, y option) int {
		return slices.CompareFunc(x.blocks, y.blocks, func(b, c block) int { return cmp.Compare(b.from, c.from) })
	}
	slices.SortFunc(options, func(x, y option) int { return cmp.Or(cmp.Compare(x.sure, y.sure), byDate(x, y)) })
	sureRank := make(map[int]int, len(options)) // by the first working day, which each option has for itself
	for i, o := range options {
		sureRank[o.blocks[0].from] = i + 1
	}
	bestSure := options[0]
	slices.SortFunc(options, func(x, y option) int { return cmp.Or(cmp.Compare(x.score, y.score), byDate(x, y)) })
	if bestSure.blocks[0] != options[0].blocks[0] {
		a.Notes = append(a.Notes, att.Say("Without the events that nobody has verified, the start on {day} would rank first.", att.DateOf("day", f.working[bestSure.blocks[0].from])))
	}
	if f.r.Top > 0 && len(options) > f.r.Top {
		options = options[:f.r.Top]
	}
	for i, o := range options {
		c := f.explain(o)
		c.Rank, c.VerifiedRank = i+1, sureRank[o.blocks[0].from]
		a.Candidates = append(a.Candidates, c)
	}
	return a
}

// options returns all ways to place the blocks, one for each first day, and why there are none.
func (f *finding) options() ([]option, att.Message) {
	r, n := f.r, len(f.working)
	earliest, _ := slices.BinarySearchFunc(f.working, r.NotBefore, att.Date.Compare)
	latest := n // behind the last day that is far enough from the conference
	if !r.Conference.IsZero() {
		latest, _ = slices.BinarySearchFunc(f.working, r.Conference.AddDays(-r.Distance), att.Date.Compare)
	}
	need := 0
	for _, days := range r.Blocks {
		need += days
	}
	if latest-earliest < need {
		return nil, att.Say("Nothing fits: the window has {days} working days at this venue, of which {early} come too early for the papers and {late} too close to the conference.",
			att.NumberOf("days", n), att.NumberOf("early", earliest), att.NumberOf("late", n-latest))
	}
	if len(r.Blocks) == 1 {
		var options []option
		for i := earliest; i+r.Blocks[0] <= latest; i++ {
			options = append(options, f.option(block{i, i + r.Blocks[0]}))
		}
		return options, att.Message{}
	}
	return f.pairs(earliest, latest)
}

// pairs returns, for each start of the first block, the option with the best second block: that of the fewest
// points, and of those the earliest.
func (f *finding) pairs(earliest, latest int) ([]option, att.Message) {
	first, second := f.r.Blocks[0], f.r.Blocks[1]
	best := make([]int, latest+1) // best start of a second block from here on; -1: none
	best[latest] = -1
	for j := latest - 1; j >= 0; j-- {
		best[j] = best[j+1]
		if j+second > latest {
			continue
		}
		if best[j] < 0 || f.option(block{j, j + second}).score <= f.option(block{best[j], best[j] + second}).score {
			best[j] = j
		}
	}
	var options []option
	j := earliest
	for i := earliest; i+first <= latest; i++ {
		ready := f.working[i+first-1].AddDays(f.r.Gap + 1)
		for j < latest && (j < i+first || f.working[j].Before(ready)) {
			j++
		}
		if best[j] < 0 {
			break
		}
		options = append(options, f.option(block{i, i + first}, block{best[j], best[j] + second}))
	}
	if options == nil {
		return nil, att.Say("Nothing fits: the window is too short for two blocks with {gap} days between them.", att.NumberOf("gap", f.r.Gap))
	}
	return options, att.Message{}
}

func (f *finding) option(blocks ...block) option {
	o := option{blocks: blocks}
	for _, b := range blocks {
		o.score += f.all[b.to] - f.all[b.from]
		o.sure += f.sure[b.to] - f.sure[b.from]
		o.free += f.span(b).Free
	}
	o.free *= f.r.Weights.FreeDay
	o.score, o.sure = o.score+o.free, o.sure+o.free
	return o
}

func (f *finding) span(b block) Span {
	start, end := f.working[b.from], f.working[b.to-1]
	return Span{Start: start, End: end, Free: start.DaysUntil(end) + 1 - (b.to - b.from)}
}

// explain finds the events behind the points of an option.
func (f *finding) explain(o option) Candidate {
	c := Candidate{Score: o.score, FreeDays: o.free}
	clashes := map[string]int{} // by event id, to the index
	for _, b := range o.blocks {
		span := f.span(b)
		c.Blocks = append(c.Blocks, span)
		for e := range f.cal.Overlapping(span.Start, span.End) {
			if e.Vague {
				c.Possible = append(c.Possible, e)
				continue
			}
			clash := f.clash(e, f.working[b.from:b.to])
			if clash.Points == 0 {
				continue
			}
			if i, twice := clashes[e.ID]; twice {
				c.Clashes[i].Overlap = append(c.Clashes[i].Overlap, clash.Overlap...)
				c.Clashes[i].Guarded = append(c.Clashes[i].Guarded, clash.Guarded...)
				c.Clashes[i].Points += clash.Points
				continue
			}
			clashes[e.ID] = len(c.Clashes)
			c.Clashes = append(c.Clashes, clash)
		}
	}
	slices.SortFunc(c.Clashes, heaviest)
	return c
}

func (f *finding) clash(e calendar.Event, days []att.Date) Clash {
	day, guard := f.r.Weights.of(e, f.r.City)
	first, last := e.Reach()
	c := Clash{Event: e, Reason: f.r.Weights.Category[e.Category].Reason}
	for _, d := range days {
		switch {
		case e.On(d):
			c.Overlap = append(c.Overlap, d)
			c.Points += day
		case !d.Before(first) && !d.After(last):
			c.Guarded = append(c.Guarded, d)
			c.Points += guard
		}
	}
	return c
}

// undated returns the events of the years of the window of which no day is known.
func (f *finding) undated() []calendar.Event {
	var list []calendar.Event
	met := map[string]bool{} // what has no year either comes with every year
	for year := f.r.From.Year(); year <= f.r.To.Year(); year++ {
		for e := range f.cal.Undated(year) {
			if !met[e.ID] {
				met[e.ID] = true
				list = append(list, e)
			}
		}
	}
	return list
}

// notes says what the answer rests on.
func (f *finding) notes() []att.Message {
	var notes []att.Message
	for year := f.r.From.Year(); year <= f.r.To.Year(); year++ {
		if c := f.cal.Coverage(year); c.Verified == 0 {
			notes = append(notes, unverified(c))
		}
	}
	if f.r.Venue == "" {
		notes = append(notes, att.Say("The venue is not known, so no holiday closes it: those of the United Nations and of the canton cost points only."))
	}
	for e := range f.cal.Overlapping(f.r.From, f.r.To) {
		if e.Category == f.binding() && e.InDoubt() && f.costs(e) {
			notes = append(notes, att.Say("Whether the venue is closed on {day} is in doubt ({holiday}); the day costs points and is not left out.",
				att.DateOf("day", e.Start), att.TextOf("holiday", e.Name)))
		}
	}
	return notes
}

// unverified says that no meeting of a year is verified, and how well the others are known.
func unverified(c calendar.Coverage) att.Message {
	args := []att.Arg{att.NumberOf("year", c.Year), att.NumberOf("meetings", c.Meetings), att.NumberOf("vague", c.Vague), att.NumberOf("undated", c.Undated)}
	switch {
	case c.Meetings == 0:
		return att.Say("{year}: no meeting is listed; an empty week there says little.", args[:1]...)
	case c.Vague > 0 && c.Undated > 0:
		return att.Say("{year}: no verified meeting among {meetings}; only month or span known: {vague}; days unknown: {undated}; an empty week there says little.", args...)
	case c.Vague > 0:
		return att.Say("{year}: no verified meeting among {meetings}; only month or span known: {vague}; an empty week there says little.", args[:3]...)
	case c.Undated > 0:
		return att.Say("{year}: no verified meeting among {meetings}; days unknown: {undated}; an empty week there says little.", args[0], args[1], args[3])
	}
	return att.Say("{year}: no verified meeting among {meetings}; an empty week there says little.", args[:2]...)
}
