package icalendar

import (
	"strconv"
	"strings"
	"time"

	"attwork.example/att/check"
)

// draft is an event that is being read.
type draft struct {
	Event
	begin                content
	start, end, duration *property
	seen                 map[string]bool
	series               *property // what says that it is one of a series
	instance             bool      // it is a changed one of a series
}

// frequency says how often a property may stand in an event.
type frequency int

const (
	once  frequency = iota + 1 // a second one would make the event another
	first                      // the first counts
	many
)

// allowed returns how often a property may stand in an event, 0 if it is not used.
func allowed(name string) frequency {
	switch name {
	case "UID", "DTSTART", "DTEND", "DURATION", "SEQUENCE", "STATUS":
		return once
	case "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "DTSTAMP":
		return first
	case "CATEGORIES", "RRULE", "RDATE", "EXRULE", "RECURRENCE-ID":
		return many
	}
	return 0
}

// ofEvent takes a property of the event that is open.
func (r *reader) ofEvent(name string, c content) error {
	d := r.event
	often := allowed(name)
	if often == 0 {
		return nil
	}
	p, fault, at := c.parse()
	switch {
	case fault != "":
		return r.fault(c, at, "%s", fault)
	case !d.seen[name] || often == many:
	case often == first:
		r.note(c, "second", "A second {property} of the event is not used.", check.Text("property", name))
		return nil
	default:
		return r.fault(c, 0, "a second %s in the event that begins in line %d; expected one", name, d.begin.row)
	}
	d.seen[name] = true
	switch name {
	case "DTSTART":
		d.start = &p
	case "DTEND":
		d.end = &p
	case "DURATION":
		d.duration = &p
	case "RRULE", "RDATE", "EXRULE", "RECURRENCE-ID":
		d.instance = d.instance || name == "RECURRENCE-ID"
		if d.series == nil {
			d.series = &p
		}
	case "SEQUENCE":
		n, err := strconv.ParseUint(strings.TrimSpace(p.value), 10, 31)
		if err != nil {
			return r.fault(c, p.valueAt, "expected a whole number as SEQUENCE, found %s", quote(p.value))
		}
		d.Sequence = int(n)
	case "DTSTAMP":
		r.stamp(p)
	default:
		r.text(name, p)
	}
	return nil
}

// text takes a property that cannot be wrong.
func (r *reader) text(name string, p property) {
	d := r.event
	switch name {
	case "UID":
		d.UID = strings.TrimSpace(unescape(p.value))
	case "SUMMARY":
		d.Summary = unescape(p.value)
	case "DESCRIPTION":
		d.Description = unescape(p.value)
	case "LOCATION":
		d.Location = unescape(p.value)
	case "CATEGORIES":
		list, more := splitList(p.value, MaxCategories-len(d.Categories))
		d.Categories = append(d.Categories, list...)
		if more {
			r.note(p.content, "categories", "The event has more than {most} categories; the others are not used.", check.Number("most", MaxCategories))
		}
	case "URL":
		if d.URL = strings.TrimSpace(p.value); d.URL != "" && !webAddress(d.URL) {
			r.note(p.content, "url", "{url} is no address of the web and is not used.", check.Text("url", d.URL))
			d.URL = ""
		}
	case "STATUS":
		if d.Status = Status(strings.ToLower(strings.TrimSpace(p.value))); !d.Status.valid() {
			r.note(p.content, "status", "The status {status} is none of an event and is not used.", check.Text("status", string(d.Status)))
			d.Status = ""
		}
	}
}

// stamp keeps the latest stamp. A malformed one is no reason to refuse a file.
func (r *reader) stamp(p property) {
	t, err := time.Parse("20060102T150405Z", strings.TrimSpace(p.value))
	if err != nil {
		r.note(p.content, "stamp", "{stamp} is no moment in UTC and is not used.", check.Text("stamp", p.value))
		return
	}
	if t.After(r.calendar.Stamp) {
		r.calendar.Stamp = t
	}
}

// complete puts the parts of an event together.
func (r *reader) complete(d *draft) error {
	if d.start == nil {
		return r.fault(d.begin, 0, "the event has no start; expected a DTSTART before its END:VEVENT")
	}
	start, fault := d.start.moment()
	if fault != "" {
		return r.fault(d.start.content, d.start.valueAt, "%s", fault)
	}
	end, err := r.endOf(d, start)
	if err != nil {
		return err
	}
	d.Line = d.begin.row
	d.AllDay, d.First, d.Last = start.allDay(), start.date, end.date
	if d.AllDay {
		// The end is the day after the last one. Some programs write the first day instead.
		if end.date != start.date {
			d.Last = end.date.AddDays(-1)
		} else {
			r.note(d.begin, "one-day", "The event ends on the day on which it starts, and is read as that whole day.")
		}
	} else {
		r.hours(d, start, end)
	}
	r.identity(d)
	r.calendar.Events = append(r.calendar.Events, d.Event)
	return nil
}

// endOf returns the end of an event as DTEND would have it (section 3.6.1).
func (r *reader) endOf(d *draft, start moment) (moment, error) {
	p := d.end
	switch {
	case start.allDay() && start.date.AddDays(1).IsZero():
		return start, r.fault(d.start.content, d.start.valueAt, "expected a day before 9999-12-31")
	case d.end != nil && d.duration != nil:
		return start, r.fault(d.duration.content, 0, "the event has both DTEND and DURATION; expected one of them")
	case d.duration != nil:
		p = d.duration
		seconds, ok := duration(p.value)
		if !ok {
			return start, r.fault(p.content, p.valueAt, "expected a duration such as P1D or PT3H, found %s", quote(p.value))
		}
		end, ok := start.add(seconds)
		if !ok {
			return start, r.fault(p.content, p.valueAt, "expected a duration in whole days for whole days, and an end before the year 10000, found %s", quote(p.value))
		}
		return end, nil
	case d.end == nil && start.allDay():
		end, _ := start.add(secondsOfDay)
		return end, nil
	case d.end == nil:
		return start, nil
	}
	end, fault := p.moment()
	switch {
	case fault != "":
	case end.allDay() != start.allDay():
		fault = "expected DTEND to be a day if DTSTART (line " + strconv.Itoa(d.start.row) + ") is one, and an hour if that is one"
	case end.zone != start.zone && !start.allDay():
		fault = "expected DTEND in the zone of DTSTART, " + quote(start.zone) + ", found " + quote(end.zone)
	case end.before(start):
		fault = "the event ends before it starts (line " + strconv.Itoa(d.start.row) + "); expected a later DTEND"
	default:
		return end, nil
	}
	return end, r.fault(p.content, p.valueAt, "%s", fault)
}

func (r *reader) hours(d *draft, start, end moment) {
	var lost, also bool
	d.Start, lost = start.clock()
	d.End, also = end.clock()
	d.Zone = start.zone
	if lost || also {
		r.note(d.begin, "seconds", "The hours have seconds, which are cut off.")
	}
	if d.Zone == "" {
		r.note(d.start.content, "no-zone", "The hours name no zone; they are read as hours of the place, wherever that is.")
	} else if !r.used[d.Zone] {
		r.used[d.Zone] = true
		r.uses = append(r.uses, use{zone: d.Zone, at: d.start.content})
	}
}

// identity notes what stands in the way of telling the event from others.
func (r *reader) identity(d *draft) {
	if d.series != nil {
		d.Recurs = true
		if d.instance {
			r.note(d.series.content, "instance", "The event is a changed one of a series; the series is not expanded.")
		} else {
			r.note(d.series.content, "recurs", "The event recurs; only its first time is read.")
		}
	}
	switch {
	case d.UID == "":
		r.note(d.begin, "no-uid", "The event has no UID, and cannot be found again in another file.")
	case r.uids[d.UID] && !d.instance:
		r.note(d.begin, "same-uid", "Another event has the UID {uid} of this one.", check.Text("uid", d.UID))
	}
	r.uids[d.UID] = true
}
