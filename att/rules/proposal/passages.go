package proposal

import "attwork.example/att"

// Force says what a passage of the draft does: the verb and the voice together. The severity of a rule
// follows it.
type Force string

// The forces, from the weakest up.
const (
	Recounts   Force = "recounts"   // what happened or how things stand
	May        Force = "may"        // what is left open: shown as used or not used, and never a finding
	Noted      Force = "noted"      // what delegations said: a note at most
	Expected   Force = "expected"   // what the Committee expects or plans: a note at most
	Should     Force = "should"     // what the Committee says must, will or should be: a warning at most
	Recommends Force = "recommends" // what the Committee recommends in so many words: may be an error
)

// Passage is one passage of the draft: a paragraph, a sub-paragraph, or, where its sentences do different
// things, one sentence of it ("8.2" is the second of paragraph 8). Each is a rule, a part of an
// assessment, left open, or has a reason why nothing in it can be checked.
type Passage struct {
	Number     string
	Voice      att.Voice
	Force      Force
	Sense      string // in our own words, from the Chinese
	Assessment string // what measures it, where no rule can judge it; empty: nothing does
	Reason     string // why a program can check nothing in it; empty: it is checked, measured or left open
}

// Passages returns the passages of the draft in their order. Which rules cite one, its findings and
// [attwork.example/att/check.Set.Rules] tell; a test keeps the two together.
func Passages() []Passage {
	const (
		committee = att.VoiceCommittee
		some      = att.VoiceSomeDelegations
		all       = att.VoiceDelegations
		one       = att.VoiceOneParticipant
	)
	return []Passage{
		{Number: "1", Voice: att.VoiceConference, Force: Recounts, Sense: "CSP8 charged the Management Committee to review the programme of work and to bring CSP9 a proposal, with four things in view: the goals of universalization and implementation, better internal support processes, financial efficiency, the state of the disarmament calendar.", Assessment: "four lenses, each with its own numbers, in package reporting/assess; one score would be invented"},
		{Number: "2", Voice: committee, Force: Recounts, Sense: "The Committee wrote a background paper on how it goes about the task and what it wants to weigh.", Reason: "history of the review: it asks nothing of a programme"},
		{Number: "3", Voice: committee, Force: Recounts, Sense: "The paper went out on 31 January 2023 and was discussed on 17 February; it sought views (the Chinese has lost the negation), for a draft in May and a proposal to CSP9.", Reason: "history of the review: it asks nothing of a programme"},
		{Number: "4", Voice: committee, Force: Recounts, Sense: "What follows sums up the main themes of 17 February.", Reason: "an introduction: it asks nothing of a programme"},
		{Number: "5", Voice: all, Force: Noted, Sense: "The framework works well so far; meeting time, working methods and topics need some optimising, with flexibility.", Reason: "names the three axes, time, methods and topics, with which every rule is tagged"},
		{Number: "6", Voice: some, Force: Noted, Sense: "Participation in the meetings is low, and that is why the methods and the structure of the groups need review."},
		{Number: "7.1", Voice: some, Force: Noted, Sense: "Changes to the programme of work are to be considered and discussed fully and openly."},
		{Number: "7.2", Voice: some, Force: Noted, Sense: "What a change would do is to be weighed carefully against the challenges of implementation.", Assessment: "a comparison of programmes: rules on a change, finance.Compare, att.Measure on both sides"},
		{Number: "7.3", Voice: some, Force: Noted, Sense: "No change should be fixed for good; it should be kept under review so that the Treaty stays fit for its purpose."},
		{Number: "8.1", Voice: all, Force: Noted, Sense: "The finances need urgent attention, but the review must not become cost-cutting; it should look at practical implementation by States Parties."},
		{Number: "8.2", Voice: all, Force: Noted, Sense: "The Secretariat needs to identify and streamline the pressing issues, priorities and goals of practical implementation, as the base of later discussions."},
		{Number: "9.1", Voice: all, Force: Noted, Sense: "More direct attention to the practical implementation of the Treaty."},
		{Number: "9.2", Voice: one, Force: Noted, Sense: "The forum on diversion can be a model: concrete, practical exchange.", Reason: "a model to look at: whether a discussion is concrete is not told by its agenda"},
		{Number: "9.3", Voice: all, Force: Noted, Sense: "The content and kind of discussion should turn to practical measures and to national cases and experience."},
		{Number: "9.4", Voice: all, Force: Noted, Sense: "That includes national efforts, and the Treaty's effect on the humanitarian reality."},
		{Number: "9.5", Voice: one, Force: Noted, Sense: "Where capacity is discussed, the internal support mechanisms such as the Voluntary Trust Fund should be considered too."},
		{Number: "9.6", Voice: one, Force: Noted, Sense: "National working papers that show national experience should be encouraged; early cycles found them useful."},
		{Number: "10.1", Voice: one, Force: Noted, Sense: "The group on implementation could do with a fuller mandate."},
		{Number: "10.2", Voice: one, Force: Noted, Sense: "It should allow a progressive discussion of what States Parties do, with successes and challenges."},
		{Number: "10.3", Voice: one, Force: Noted, Sense: "Such a discussion takes in cooperation and assistance under Articles 15 and 16."},
		{Number: "10.4", Voice: one, Force: Noted, Sense: "The group must keep to few topics: many side by side have proved unsustainable; links between articles should show."},
		{Number: "10.5", Voice: one, Force: Noted, Sense: "Before a new tool or guidance is developed, existing resources should be assessed, where necessary, to avoid duplication."},
		{Number: "11", Voice: one, Force: May, Sense: "The group on transparency and reporting can keep its topics, and does not need whole days for them."},
		{Number: "12.1", Voice: all, Force: Noted, Sense: "Support for the coordinated and practical approach of the co-chairs on universalization.", Reason: "support for a paper of February 2023 whose text is not available; what the Committee made of it is 24c"},
		{Number: "12.2", Voice: one, Force: Noted, Sense: "The Voluntary Trust Fund is a useful tool for universalization."},
		{Number: "13", Voice: all, Force: Noted, Sense: "Meetings need to be inclusive, collaborative, effective, efficient and widely attended; online or hybrid forms should have a part in that."},
		{Number: "14.1", Voice: some, Force: May, Sense: "Interest in small-group or regional meetings between sessions."},
		{Number: "14.2", Voice: one, Force: Noted, Sense: "The time between sessions is too short for meaningful consultations."},
		{Number: "14.3", Voice: one, Force: May, Sense: "The information-exchange platform in the restricted area of the website can help too."},
		{Number: "15", Voice: some, Force: Noted, Sense: "One in-person round of at most five days of working groups and preparatory meeting should be enough."},
		{Number: "16.1", Voice: some, Force: Noted, Sense: "The round can be held each year between March and May."},
		{Number: "16.2", Voice: some, Force: Noted, Sense: "That helps documents to go out in time, and gives delegations time to prepare."},
		{Number: "16.3", Voice: some, Force: Noted, Sense: "It also helps office holders to hold informal consultations, where needed, on what the coming meetings will discuss."},
		{Number: "16.4", Voice: some, Force: Noted, Sense: "The dates should take the disarmament calendar and other main UN events into account, for delegations can only be in one place.", Assessment: "package schedule ranks weeks against a calendar, and its rule proposal/25a-clashes fires above the points that the caller sets"},
		{Number: "17", Voice: some, Force: Noted, Sense: "Fewer meetings can or should be supplemented by informal consultations between sessions, small-group or regional."},
		{Number: "18", Voice: some, Force: Noted, Sense: "What the two present rounds give to the preparation of the conference should not be lost."},
		{Number: "19", Voice: att.VoicePresident, Force: Recounts, Sense: "The Committee would consider the comments and work out a draft for May 2023.", Reason: "history of the review: it asks nothing of a programme"},
		{Number: "20", Voice: committee, Force: Recounts, Sense: "The Committee met and considered the main themes.", Reason: "history of the review: it asks nothing of a programme"},
		{Number: "21", Voice: committee, Force: Recounts, Sense: "The framework suited what was expected in 2016 and 2017; meeting time, working methods and topics need adjusting now.", Reason: "names the three axes, time, methods and topics, with which every rule is tagged"},
		{Number: "22", Voice: committee, Force: Recounts, Sense: "The Committee submits the following preliminary draft.", Reason: "an introduction: it asks nothing of a programme"},
		{Number: "23", Voice: committee, Force: Should, Sense: "National practice in implementing the Treaty must be at the centre of the programme of work; content and kind of discussion should turn to practical measures and national cases and experience."},
		{Number: "24", Voice: committee, Force: Should, Sense: "Discussions in the groups should dwell on national efforts with their successes and challenges, and on the effect that Article 1 envisages; for that, and for cooperation and assistance, the structure and substance of the groups should be looked at again."},
		{Number: "24a.1", Voice: committee, Force: Should, Sense: "A fuller agenda or mandate should let the group on implementation discuss progressively what States Parties do, and use national practice."},
		{Number: "24a.2", Voice: committee, Force: Should, Sense: "Its topics should be arranged by the general stages of implementing the Treaty, which shows how provisions are linked in practice."},
		{Number: "24a.3", Voice: committee, Force: Should, Sense: "It should also give States Parties and other stakeholders room to raise and discuss current issues of implementation, as applicable."},
		{Number: "24b.1", Voice: committee, Force: Should, Sense: "The group on transparency and reporting may keep its topics, but should allot time sensibly and strengthen its established liaison with the group on implementation."},
		{Number: "24b.2", Voice: committee, Force: Expected, Sense: "It is expected to take part in the discussions of the group on implementation about transparency and reporting."},
		{Number: "24b.3", Voice: committee, Force: Expected, Sense: "After CSP9 it is expected to explore aligning its work with the mainstream of the group on implementation."},
		{Number: "24c.1", Voice: committee, Force: Expected, Sense: "The group on universalization is expected to contribute to discussions of the group on implementation on universalization and related matters."},
		{Number: "24c.2", Voice: committee, Force: Recounts, Sense: "Universalization is not implementation, but support arrangements for implementation may influence ratification and accession, which should be noted.", Assessment: "shown among what may be used: support arrangements in the topics of the group on universalization"},
		{Number: "24c.3", Voice: committee, Force: Expected, Sense: "It is expected to explore aligning its work with the mainstream of the group on implementation."},
		{Number: "24d.1", Voice: committee, Force: Recounts, Sense: "The forum on diversion differs in nature from the group on implementation.", Reason: "says what the forum is; what follows from it is 24d.2 and 25c"},
		{Number: "24d.2", Voice: committee, Force: Expected, Sense: "The forum does not discuss what States do or should do to implement the Treaty; it shares operational information on suspected or detected cases of diversion."},
		{Number: "24d.3", Voice: committee, Force: Expected, Sense: "Its work stays complementary to that of the rearranged group on implementation.", Assessment: "rules 24d-cases-only and 25d: what is neither policy nor discussed twice is complementary"},
		{Number: "24d.4", Voice: committee, Force: May, Sense: "Its terms of reference (Rule 22) let its Chair brief the group on implementation orally on trends, general lessons and matters for policy discussion."},
		{Number: "24d.5", Voice: committee, Force: Expected, Sense: "A review of the forum and of its usefulness is planned at CSP10."},
		{Number: "24d.6", Voice: committee, Force: Recounts, Sense: "That review helps to bring the forum's work into line with the mainstream of the group on implementation.", Reason: "says what the review of 24d.5 is good for"},
		{Number: "25", Voice: committee, Force: Recommends, Sense: "The intensity of meetings in a cycle must be rationalised: the Committee recommends (in bold) one in-person round of at most five days of working groups and preparatory meeting in each cycle, with the flexibility of a to d."},
		{Number: "25a", Voice: committee, Force: Should, Sense: "The President of the conference sets the dates, with the disarmament calendar and other main UN events in view."},
		{Number: "25b", Voice: committee, Force: Should, Sense: "The President, in consultation with the office holders concerned and the Secretariat, sets days and hours that fit the agenda."},
		{Number: "25c", Voice: committee, Force: Should, Sense: "The workflows of the subsidiary bodies are joined up, for efficiency and results."},
		{Number: "25d", Voice: committee, Force: Recommends, Sense: "Duplicated work is done away with, and nothing is discussed twice."},
		{Number: "26", Voice: committee, Force: Should, Sense: "The single meeting should be supplemented by informal consultations between sessions; they may be small-group or regional, online or hybrid, or on the restricted platform."},
		{Number: "27a", Voice: committee, Force: Expected, Sense: "Advantage: flexibility to follow changes in circumstances, priorities, topics and participation.", Assessment: "package reporting/assess: minutes without items, room for current issues, participation"},
		{Number: "27b", Voice: committee, Force: Expected, Sense: "Advantage: documents go out in time.", Assessment: "package reporting/assess: lead times of papers before the round and the conference; the rules of 16.2 judge the round's"},
		{Number: "27c", Voice: committee, Force: Expected, Sense: "Advantage: time to prepare fully, and encouragement for (more) leading practitioners to attend.", Assessment: "package reporting/assess: time to prepare, and experts from capitals where participation is known"},
		{Number: "27d", Voice: committee, Force: May, Sense: "Advantage: office holders can hold informal consultations online, hybrid or on the platform."},
		{Number: "27e", Voice: committee, Force: Expected, Sense: "Advantage: efficiency in allotting and using resources.", Assessment: "package reporting/assess, from finance.Compare: what a change saves, for whom, and its new costs"},
		{Number: "28", Voice: committee, Force: Should, Sense: "The draft is not the final outcome; the model should be adapted, refined and reviewed from the experience of applying it."},
	}
}
