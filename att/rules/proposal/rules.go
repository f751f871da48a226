package proposal

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// Text is the id by which citations name the draft proposal.
const Text = "csp9-draft"

// Reading says how "one round of at most five days of working-group meetings and preparatory meeting"
// is read (paragraphs 15 and 25).
type Reading int

const (
	// Together reads that working groups and preparatory meeting share the one round and its five days. This is
	// inferred from paragraphs 18 and 26, and the default.
	Together Reading = iota
	// Apart reads that the one round and its five days are those of the working groups; the preparatory meeting
	// stands outside.
	Apart
)

// String returns "together" or "apart".
func (r Reading) String() string {
	if r == Apart {
		return "apart"
	}
	return "together"
}

// Options choose among the ways to read the draft. The zero value is the default.
type Options struct {
	Reading Reading
}

// Rules returns the rules of the draft proposal, edition 1. An edition is frozen once released: a new
// or wider rule comes with the next one.
func Rules(o Options) check.Set {
	set, err := check.NewSet(
		oneRound(o.Reading),
		fiveDays(o.Reading),
		sameTopic(),
	)
	if err != nil {
		panic(err) // a rule of this package is malformed, whatever the options
	}
	return set
}

// recommendation is the sentence of paragraph 25 that the draft prints bold.
func recommendation(sense string) att.Citation {
	return att.Citation{Text: Text, Paragraph: "25", Sense: sense, Voice: att.VoiceCommittee}
}

// departs starts the English of every message: the draft binds nobody, so nothing violates it.
func departs(where, sentence string, args ...check.Arg) check.Message {
	return check.Say("Departs from the draft's recommendation ("+where+"): "+sentence, args...)
}

// kindsOf returns the kind of each body by id.
func kindsOf(p att.Programme) map[string]att.BodyKind {
	kinds := make(map[string]att.BodyKind, len(p.Bodies))
	for _, b := range p.Bodies {
		kinds[b.ID] = b.Kind
	}
	return kinds
}

// group reports whether bodies of the kind discuss topics of the Treaty between conferences: working
// groups, their sub-groups, and the forum.
func group(k att.BodyKind) bool {
	return k == att.WorkingGroup || k == att.SubWorkingGroup || k == att.Forum
}

// inRound reports whether a meeting of these bodies belongs to the round of paragraph 25, as it is
// read. A meeting of which nobody knows the bodies does.
func (r Reading) inRound(bodies []string, kinds map[string]att.BodyKind) bool {
	for _, id := range bodies {
		k, known := kinds[id]
		if !known || group(k) || k == att.PreparatoryMeeting && r == Together {
			return true
		}
	}
	return len(bodies) == 0
}
