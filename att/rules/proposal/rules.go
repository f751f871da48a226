package proposal

import (
	"strconv"
	"sync"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/guidance"
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

// Options choose among the ways to read the draft, and set the numbers that the draft does not have. The
// zero value is the default: working groups and preparatory meeting together, and no number of one's own,
// so that the rules which need one apply to nothing.
type Options struct {
	Reading Reading
	Numbers Numbers
	// Guidance is added to the register of existing tools and guidance that new ones are held against.
	Guidance []guidance.Tool
}

// Numbers are model parameters: the draft has none of them, so their findings are notes at most. Zero
// means not set.
type Numbers struct {
	Participation    int // of the States Parties that could come, percent that should take part in a round at least (6)
	Practical        int // of the minutes of discussion, percent that should be on practical implementation at least (23)
	Topics           int // of the group on implementation in one round, at most (10)
	PaperDays        int // days before the round by which its papers should be out (16)
	ConsultationDays int // days that should lie between conference and round, and between round and conference, at least (14)
	Reserve          int // of the minutes of a round's sittings, percent that may be kept free (25b)
}

// Rules returns the rules of the draft proposal, edition 1. An edition is frozen once released: a new
// or wider rule comes with the next one.
func Rules(o Options) check.Set {
	n := o.Numbers
	set, err := check.NewSet(
		participation(), participationShare(n.Participation), // 6
		openChange(), notCostCutting(), priorities(), // 7, 8
		supportMechanisms(), nationalPapers(), // 9
		fewTopics(n.Topics), existingTools(), // 10
		trustFund(), onlinePart(), consultationTime(n.ConsultationDays), // 12, 13, 14
		marchToMay(o.Reading), papersOut(), paperDays(n.PaperDays), consultationsBefore(), // 16
		afterTheRound(), preparationLast(), // 18
		practicalShare(), practicalMinimum(n.Practical), // 23
		nationalEfforts(), impact(), cooperation(), // 24
		fullerMandate(), progressive(), stages(), stagesTogether(), currentIssues(), // 24a
		transparencyTime(), transparencyLiaison(), transparencyTakesPart(), transparencyAlignment(), // 24b
		universalizationContributes(), universalizationAlignment(), // 24c
		casesOnly(), closedSittings(), forumReview(), // 24d
		oneRound(o.Reading), fiveDays(o.Reading), // 25
		presidentDates(), hoursFit(), officesConsulted(), reserve(n.Reserve), joinedUp(), // 25a to 25c
		sameTopic(), sameGround(), likeTitles(), existingGuidance(append(guidance.Register(), o.Guidance...)), // 25d
		consultationsExist(), review(), // 26, 28
	)
	if err != nil {
		panic(err) // a rule of this package is malformed, whatever the options
	}
	return set
}

// Cite returns the citation of a passage of the draft, with the voice that [Passages] gives it. It is for rules
// that need more than a programme, and panics on a number that the draft does not have.
func Cite(number, sense string) att.Citation {
	voice, known := voices()[number]
	if !known {
		panic("proposal: the draft has no passage " + number)
	}
	return att.Citation{Text: Text, Paragraph: number, Sense: sense, Voice: voice}
}

var voices = sync.OnceValue(func() map[string]att.Voice {
	voices := map[string]att.Voice{}
	for _, p := range Passages() {
		voices[p.Number] = p.Voice
	}
	return voices
})

// recommendation is the sentence of paragraph 25 that the draft prints bold.
func recommendation(sense string) att.Citation { return Cite("25", sense) }

// departs starts the English of every message: the draft binds nobody, so nothing violates it. Where says
// the paragraph and, when it is not the Committee, who speaks there.
func departs(where, sentence string, args ...check.Arg) check.Message {
	return check.Say("Departs from the draft's recommendation ("+where+"): "+sentence, args...)
}

// parameter is a threshold that the caller sets; the value 0 means that nobody has.
func parameter(name string, value int, unit string) []check.Threshold {
	if value <= 0 {
		return []check.Threshold{{Name: name}}
	}
	return []check.Threshold{{Name: name, Value: strconv.Itoa(value) + " " + unit}}
}

// draftDay is the first day of the cycle after CSP9, to which the draft looks ahead.
const draftDay = "2023-08-26"
