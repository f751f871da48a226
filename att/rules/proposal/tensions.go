package proposal

// Tension is a place where the draft pulls two ways. Whoever reads a finding of a rule on one side should
// see the other.
type Tension struct {
	Sides [2][]string // paragraphs on either side
	Sense string      // in our own words, one sentence; the rules of both sides carry it
}

var (
	oneRoundOrTwo = Tension{
		Sides: [2][]string{{"15", "16", "17", "25"}, {"18"}},
		Sense: "Paragraphs 15 to 17 and 25 ask for one round; paragraph 18 asks that what two rounds gave to the preparation of the conference is not lost.",
	}
	efficientNotCheap = Tension{
		Sides: [2][]string{{"1", "27e"}, {"8.1"}},
		Sense: "Paragraphs 1 and 27e look for financial efficiency; paragraph 8 warns against turning the review into a cost-cutting exercise.",
	}
	restrictedOrInclusive = Tension{
		Sides: [2][]string{{"14.3", "26"}, {"13"}},
		Sense: "Paragraphs 14 and 26 offer small groups and a restricted platform for consultations; paragraph 13 asks that the work is inclusive and widely attended.",
	}
	fullerOrFewer = Tension{
		Sides: [2][]string{{"10.1", "24a.1"}, {"10.4"}},
		Sense: "Paragraphs 10 and 24a give the group on implementation a fuller mandate; paragraph 10 also wants few topics side by side.",
	}
	linkedOrTwice = Tension{
		Sides: [2][]string{{"10.4", "24a.2", "24b.2", "24c.1"}, {"25d"}},
		Sense: "Paragraphs 10 and 24 bring out how provisions and groups are linked, so that one subject touches several; paragraph 25d wants it discussed once.",
	}
)

// Tensions returns the tensions in the draft that rules stand in.
func Tensions() []Tension {
	return []Tension{oneRoundOrTwo, efficientNotCheap, restrictedOrInclusive, fullerOrFewer, linkedOrTwice}
}
