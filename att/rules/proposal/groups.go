package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
)

// working reports whether bodies of the kind are working groups or sub-groups of one.
func working(k att.BodyKind) bool { return k == att.WorkingGroup || k == att.SubWorkingGroup }

// workingGroup reports whether a body is a working group or a sub-group of one.
func workingGroup(b att.Body) bool { return working(b.Kind) }

// group reports whether bodies of the kind discuss topics of the Treaty between conferences: working
// groups, their sub-groups, and the forum.
func group(k att.BodyKind) bool { return working(k) || k == att.Forum }

// inRound reports whether a meeting of these bodies belongs to the round of paragraph 25, as it is
// read. A meeting of which nobody knows the bodies does.
func inRound[T check.Level](in check.In[T], r Reading, bodies []string) bool {
	for _, id := range bodies {
		k := in.Named(id).Kind
		if k == "" || group(k) || k == att.PreparatoryMeeting && r == Together {
			return true
		}
	}
	return len(bodies) == 0
}

// of reports whether a body is the working group with the role, or a sub-group of it.
func of[T check.Level](in check.In[T], b att.Body, role att.Role) bool {
	return working(b.Kind) && in.Role(b) == role
}

// the returns the working group with the role itself, for a rule on bodies.
func the(role att.Role) func(check.In[att.Body]) bool {
	return func(in check.In[att.Body]) bool { return in.Value.Kind == att.WorkingGroup && in.Value.Role == role }
}

// topicsOf returns the topics of the working group with the role and of its sub-groups, and what is missing
// to know them all. Without such a group it returns nothing.
func topicsOf[T check.Level](in check.In[T], role att.Role) (topics []*check.Placed[att.Topic], missing []check.Message) {
	for t := range in.TopicsOf(func(b *att.Body) bool { return of(in, *b, role) }) {
		topics = append(topics, t)
	}
	missing = unknownTopics(in, func(b att.Body) bool { return of(in, b, role) })
	return topics, missing
}

// unknownTopics says which bodies have topics that nobody knows, or knows in part only.
func unknownTopics[T check.Level](in check.In[T], which func(att.Body) bool) (missing []check.Message) {
	p := in.Programme()
	for _, b := range in.Bodies() {
		if which(b.Value) && !p.Whole("bodies["+b.Value.ID+"].mandate.topics", b.Value.Mandate.Topics != nil) {
			missing = append(missing, check.Say("the topics of {body}", check.Place("body", b.Path)))
		}
	}
	return missing
}

// quality is what makes a rule on topics apply to one: whether it does, and what would have to be known to
// tell, nothing when that is known.
type quality func(*check.Placed[att.Topic]) (applies bool, unknown check.Message)

// mayHave reports whether a rule on topics applies: to some topic of these bodies, or to one that nobody
// knows.
func mayHave(in check.In[att.Programme], bodies func(att.Body) bool, which quality) bool {
	for t := range in.TopicsOf(func(b *att.Body) bool { return bodies(*b) }) {
		if applies, unknown := which(t); applies || !unknown.IsZero() {
			return true
		}
	}
	return len(unknownBodies(in)) > 0 || len(unknownTopics(in, bodies)) > 0
}

// eachTopic judges each topic of these bodies to which a rule applies. Whether it applies may itself be
// unknown.
func eachTopic(in check.In[att.Programme], bodies func(att.Body) bool, which quality, judge func(*check.Placed[att.Topic]) check.Result) check.Result {
	result := check.Result{Missing: append(unknownBodies(in), unknownTopics(in, bodies)...)}
	for t := range in.TopicsOf(func(b *att.Body) bool { return bodies(*b) }) {
		switch applies, unknown := which(t); {
		case applies:
			one := judge(t)
			result.Findings, result.Missing = append(result.Findings, one.Findings...), append(result.Missing, one.Missing...)
		case !unknown.IsZero():
			result.Missing = append(result.Missing, unknown)
		}
	}
	return result
}

// departsAt returns a result with one finding at a place.
func departsAt(path check.Path, message, remedy check.Message) check.Result {
	return check.Result{Findings: []check.Finding{{Path: path, Message: message, Remedy: remedy}}}
}

// has reports whether the programme has a body that fits.
func has[T check.Level](in check.In[T], fits func(att.Body) bool) bool {
	return slices.ContainsFunc(in.Bodies(), func(b check.Placed[att.Body]) bool { return fits(b.Value) })
}

// hasRole returns the applicability of a rule on a programme that needs the working group with the role.
func hasRole(role att.Role) func(check.In[att.Programme]) bool {
	return func(in check.In[att.Programme]) bool {
		return in.Programme().Bodies == nil || has(in, func(b att.Body) bool { return of(in, b, role) })
	}
}

// inRoom reports whether a round brings people together, or may.
func inRoom(in check.In[att.Round]) bool {
	return in.Value.Format.InRoom() || in.Value.Format == ""
}

// unknownBodies says that nobody knows the bodies, where that is so.
func unknownBodies[T check.Level](in check.In[T]) []check.Message {
	if in.Programme().Bodies == nil {
		return []check.Message{check.Say("the bodies and their mandates")}
	}
	return nil
}

// span returns the first and the last day of a round.
func span(r att.Round) (first, last att.Date) { return r.Span() }

// roundsSpan returns the first day of the first round that is held, and the last day of the last; zero
// where a date or a format is unknown.
func roundsSpan(p att.Programme) (first, last att.Date) {
	for _, r := range p.Rounds {
		if r.Format == att.Cancelled || r.Format == att.Written {
			continue
		}
		from, until := span(r)
		if from.IsZero() || until.IsZero() {
			return att.Date{}, att.Date{}
		}
		if first.IsZero() || from.Before(first) {
			first = from
		}
		if last.IsZero() || until.After(last) {
			last = until
		}
	}
	return first, last
}

// dayPaths returns the places of days: by their dates, and those without one by their place in the list.
func dayPaths(round check.Path, days []att.Day) []check.Path {
	return round.Field("days").Elements(len(days), func(i int) string {
		if days[i].Date.IsZero() {
			return ""
		}
		return days[i].Date.String()
	})
}

// paths returns the places of topics.
func paths(topics []*check.Placed[att.Topic]) []check.Path {
	list := make([]check.Path, len(topics))
	for i, t := range topics {
		list[i] = t.Path
	}
	return list
}

// percent returns the share of part in whole, in percent, rounded down.
func percent(part, whole int) int {
	if whole <= 0 {
		return 0
	}
	return int(int64(part) * 100 / int64(whole))
}
