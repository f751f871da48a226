package paper

import (
	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/parties"
	"attwork.example/reporting"
	"attwork.example/schedule/timetable"
)

// The words for what the nouns name. A value that is not of the usual ones stands as an identifier.

func (b *builder) format(f att.Format) text {
	switch f {
	case att.InPerson:
		return b.say("in person")
	case att.InPersonWithStream:
		return b.say("in person, with a livestream")
	case att.InPersonWithRemote:
		return b.say("in person, with remote participation")
	case att.Hybrid:
		return b.say("hybrid")
	case att.Virtual:
		return b.say("online")
	case att.Written:
		return b.say("in writing")
	case att.Platform:
		return b.say("on the restricted information-exchange platform")
	case att.Cancelled:
		return b.say("cancelled")
	case "":
		return b.say("unknown")
	}
	return code(string(f))
}

func (b *builder) confidence(c att.Confidence) text {
	switch c {
	case att.Verified:
		return b.say("verified")
	case att.Computed:
		return b.say("computed")
	case att.Inferred:
		return b.say("inferred")
	case att.Recalled:
		return b.say("recalled")
	case att.Unknown, "":
		return b.say("unknown")
	}
	return code(string(c))
}

func (b *builder) severity(s check.Severity) text {
	switch s {
	case check.Error:
		return b.say("error")
	case check.Warning:
		return b.say("warning")
	case check.Note:
		return b.say("note")
	}
	return b.say("unknown")
}

func (b *builder) outcome(o check.Outcome) text {
	switch o {
	case check.Passed:
		return b.say("passed")
	case check.Failed:
		return b.say("failed")
	case check.NotApplicable:
		return b.say("not applicable")
	case check.Undetermined:
		return b.say("undetermined")
	case check.NotInForce:
		return b.say("not in force")
	}
	return code(string(o))
}

// body names a body of a programme as its role is called in the language, else by its own name, else by its id.
func (b *builder) body(p att.Programme, id string) text {
	for _, body := range p.Bodies {
		if body.ID != id {
			continue
		}
		if t := b.title(body.Name); t != nil {
			return t
		}
	}
	return code(id)
}

// short is the name of a body where there is little room: the usual letters of its role.
func (b *builder) short(p att.Programme, id string) text {
	for _, body := range p.Bodies {
		if body.ID == id {
			if letters := initials(body.Role); letters != "" {
				return plain(letters)
			}
			return b.body(p, id)
		}
	}
	return code(id)
}

// initials are the letters by which the documents of the Treaty name a body in every language.
func initials(r att.Role) string {
	switch r {
	case att.WGETI:
		return "WGETI"
	case att.WGTR:
		return "WGTR"
	case att.WGTU:
		return "WGTU"
	case att.DIEF:
		return "DIEF"
	}
	return ""
}

func (b *builder) region(r parties.Region) text {
	switch r {
	case parties.African:
		return b.say("African States")
	case parties.AsiaPacific:
		return b.say("Asia-Pacific States")
	case parties.Eastern:
		return b.say("Eastern European States")
	case parties.LatinAmerica:
		return b.say("Latin American and Caribbean States")
	case parties.Western:
		return b.say("Western European and other States")
	case parties.NoRegion, "":
		return b.say("No regional group")
	}
	return code(string(r))
}

func (b *builder) standing(s reporting.Status) text {
	switch s {
	case reporting.NotRequired:
		return b.say("not required")
	case reporting.NotYetDue:
		return b.say("not yet due")
	case reporting.Due:
		return b.say("due")
	case reporting.OnTime:
		return b.say("on time")
	case reporting.Late:
		return b.say("late")
	case reporting.Missing:
		return b.say("missing")
	case reporting.StatusUnknown, "":
		return b.say("unknown")
	}
	return code(string(s))
}

func (b *builder) answerStatus(s timetable.Status) text {
	switch s {
	case timetable.Optimal:
		return b.say("proven best")
	case timetable.Feasible:
		return b.say("holds, not proven best")
	case timetable.Infeasible:
		return b.say("proven impossible")
	case timetable.Undetermined:
		return b.say("nothing found, nothing ruled out")
	}
	return b.say("unknown")
}

func (b *builder) goal(g timetable.Goal) text {
	switch g {
	case timetable.Priority:
		return b.say("priority of what is placed")
	case timetable.Days:
		return b.say("days in use")
	case timetable.Sittings:
		return b.say("sittings in use")
	case timetable.BodyDays:
		return b.say("days of bodies, first to last")
	case timetable.Moves:
		return b.say("moves against the earlier timetable")
	}
	return code(g.String())
}
