// Package icalendar writes and reads calendar files as RFC 5545 defines them, as far as meetings need
// it: events with days or hours, in Europe/Zurich or UTC. What may be said about a meeting is the
// caller's business; this package keeps the file right.
//
// # Writing
//
// [Write] is strict. It writes nothing when an event cannot be said rightly, takes the moment of
// writing from the caller, and gives equal bytes for equal input. Texts lose control characters, and
// nothing else.
//
//   - All-day events are transparent (section 3.8.2.7): they mark days, such as those of a round or a
//     deadline, and should not block a calendar; the sittings have the hours and do.
//   - There is no METHOD. A file without one is a plain calendar (section 3.7.2); PUBLISH would ask
//     each event who organises it (RFC 5546, section 3.2.1), and programs treat such a file as mail.
//   - An event that ends when it starts, such as an hour by which papers are due, has no DTEND, since
//     that has to be later than DTSTART (section 3.8.2.2).
//   - Hours in Europe/Zurich are written from 1996 to 2099. Before, summer time ended in September,
//     and the one rule that the file carries would be wrong.
//   - A calendar without events still has its time zone, since a file needs one component (section 3.6).
//
// # Reading
//
// [Read] survives what others write: any line end, unknown properties and components, a byte order
// mark, days without VALUE=DATE. What it understood and does not use, such as a recurrence, it
// reports as a [Note]. Where an event would be read wrongly it stops with one [att.InputError].
//
// No zone data is used, neither the system's nor embedded: local hours stay local hours, and the event
// carries the name of their zone. That name has to be defined in the file or be one of the IANA
// names in zones.txt. Hours in UTC keep their day in UTC. Hours without any zone stay as they are, with
// an empty Zone and a note. An event with a start alone ends when it starts, or with its day. A
// duration is counted on the clock, so one that spans a clock change is an hour off.
package icalendar
