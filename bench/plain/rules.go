package plain

// The rules in the order of their ids.
const (
	fewTopics = iota
	existingTools
	trustFund
	onlinePart
	consultationTime
	consultationsBefore
	marchToMay
	paperDays
	papersOut
	afterTheRound
	preparationLast
	practicalMinimum
	practicalShare
	cooperation
	impact
	nationalEfforts
	currentIssues
	fullerMandate
	progressive
	stages
	stagesTogether
	transparencyAlignment
	transparencyLiaison
	transparencyTakesPart
	transparencyTime
	universalizationAlignment
	universalizationContributes
	casesOnly
	closedSittings
	forumReview
	fiveDays
	oneRound
	presidentDates
	officesConsulted
	hoursFit
	reserve
	joinedUp
	existingGuidance
	likeTitles
	sameGround
	sameTopic
	consultationsExist
	review
	participation
	participationShare
	openChange
	priorities
	notCostCutting
	supportMechanisms
	nationalPapers
)

var rules = [...]struct {
	id       string
	severity int
	dated    bool
}{
	fewTopics:                   {"proposal/10.4-few-topics", 1, false},
	existingTools:               {"proposal/10.5-existing-tools", 1, false},
	trustFund:                   {"proposal/12.2-trust-fund", 1, false},
	onlinePart:                  {"proposal/13-online-part", 1, false},
	consultationTime:            {"proposal/14.2-consultation-time", 1, false},
	consultationsBefore:         {"proposal/16-consultations-before", 1, false},
	marchToMay:                  {"proposal/16-march-to-may", 1, false},
	paperDays:                   {"proposal/16-paper-days", 1, false},
	papersOut:                   {"proposal/16-papers-out", 1, false},
	afterTheRound:               {"proposal/18-after-the-round", 1, false},
	preparationLast:             {"proposal/18-preparation-last", 1, false},
	practicalMinimum:            {"proposal/23-practical-minimum", 1, false},
	practicalShare:              {"proposal/23-practical-share", 2, false},
	cooperation:                 {"proposal/24-cooperation", 2, false},
	impact:                      {"proposal/24-impact", 2, false},
	nationalEfforts:             {"proposal/24-national-efforts", 2, false},
	currentIssues:               {"proposal/24a-current-issues", 2, false},
	fullerMandate:               {"proposal/24a-fuller-mandate", 2, false},
	progressive:                 {"proposal/24a-progressive", 2, false},
	stages:                      {"proposal/24a-stages", 2, false},
	stagesTogether:              {"proposal/24a-stages-together", 2, false},
	transparencyAlignment:       {"proposal/24b-alignment", 1, true},
	transparencyLiaison:         {"proposal/24b-liaison", 2, false},
	transparencyTakesPart:       {"proposal/24b-takes-part", 1, false},
	transparencyTime:            {"proposal/24b-time", 2, false},
	universalizationAlignment:   {"proposal/24c-alignment", 1, false},
	universalizationContributes: {"proposal/24c-contributes", 1, false},
	casesOnly:                   {"proposal/24d-cases-only", 1, false},
	closedSittings:              {"proposal/24d-closed-sittings", 1, false},
	forumReview:                 {"proposal/24d-forum-review", 1, true},
	fiveDays:                    {"proposal/25-five-days", 3, false},
	oneRound:                    {"proposal/25-one-round", 3, false},
	presidentDates:              {"proposal/25a-president-dates", 2, false},
	officesConsulted:            {"proposal/25b-consulted", 2, false},
	hoursFit:                    {"proposal/25b-hours-fit", 2, false},
	reserve:                     {"proposal/25b-reserve", 1, false},
	joinedUp:                    {"proposal/25c-joined-up", 2, false},
	existingGuidance:            {"proposal/25d-existing-guidance", 2, false},
	likeTitles:                  {"proposal/25d-like-titles", 2, false},
	sameGround:                  {"proposal/25d-same-ground", 2, false},
	sameTopic:                   {"proposal/25d-same-topic", 3, false},
	consultationsExist:          {"proposal/26-consultations", 2, false},
	review:                      {"proposal/28-review", 2, false},
	participation:               {"proposal/6-participation", 1, false},
	participationShare:          {"proposal/6-participation-share", 1, false},
	openChange:                  {"proposal/7-open-change", 1, false},
	priorities:                  {"proposal/8.2-priorities", 1, false},
	notCostCutting:              {"proposal/8-not-cost-cutting", 1, false},
	supportMechanisms:           {"proposal/9.5-support", 1, false},
	nationalPapers:              {"proposal/9.6-national-papers", 1, false},
}
