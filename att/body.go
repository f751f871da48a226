package att

// Body is an organ, group, forum or office of the treaty process.
type Body struct {
	ID         string     `json:"id,omitzero" validate:"id"`
	Name       Text       `json:"name,omitzero" validate:"min=1,max=16,dive,keys,lang,endkeys,title"`
	Kind       BodyKind   `json:"kind,omitzero" validate:"oneof=conference preparatory-meeting working-group sub-working-group forum committee secretariat fund"`
	Role       Role       `json:"role,omitzero" validate:"omitempty,id"`
	Parent     string     `json:"parent,omitzero" validate:"omitempty,id"`                                    // of a sub-working group: its working group
	Office     Office     `json:"office,omitzero" validate:"omitempty,id"`                                    // who leads it, as an office and never a person
	Access     Access     `json:"access,omitzero" validate:"omitempty,oneof=members states governments open"` // to its meetings
	Mandate    Mandate    `json:"mandate,omitzero"`
	Lines      []Line     `json:"lines,omitzero" validate:"max=64,dive"` // to other bodies
	Provenance Provenance `json:"provenance,omitzero"`
}

// BodyKind says what sort of body a [Body] is.
type BodyKind string

// The kinds of bodies.
const (
	ConferenceBody     BodyKind = "conference"
	PreparatoryMeeting BodyKind = "preparatory-meeting" // prepares the conference; informal since CSP2
	WorkingGroup       BodyKind = "working-group"
	SubWorkingGroup    BodyKind = "sub-working-group"
	Forum              BodyKind = "forum" // of its own kind, and no subsidiary body
	Committee          BodyKind = "committee"
	SecretariatBody    BodyKind = "secretariat"
	Fund               BodyKind = "fund"
)

// Role says which part a body plays. Rules find a body by its role and never by its id. The set is
// open: another treaty has other roles.
type Role string

// The roles in the process of the Arms Trade Treaty.
const (
	WGETI                Role = "wgeti" // Working Group on Effective Treaty Implementation
	WGTR                 Role = "wgtr"  // Working Group on Transparency and Reporting
	WGTU                 Role = "wgtu"  // Working Group on Treaty Universalization
	DIEF                 Role = "dief"  // Diversion Information Exchange Forum
	ManagementCommittee  Role = "management-committee"
	Bureau               Role = "bureau"
	TrustFundCommittee   Role = "vtf-selection-committee" // Selection Committee of the Voluntary Trust Fund
	VoluntaryTrustFund   Role = "voluntary-trust-fund"
	SponsorshipProgramme Role = "sponsorship-programme" // not the Voluntary Trust Fund
	Secretariat          Role = "secretariat"
	InformalPreparatory  Role = "informal-preparatory-meeting"
	ConferenceOfParties  Role = "conference-of-states-parties"
	DiversionInformal    Role = "diversion-informal-exchange" // forerunner of the DIEF, 2020
)

// Office is an office of the process, never a person. The set is open.
type Office string

// The offices that lead bodies, set dates or are consulted.
const (
	President         Office = "president"
	VicePresident     Office = "vice-president"
	Chair             Office = "chair"
	CoChairs          Office = "co-chairs"
	Facilitator       Office = "facilitator"
	OfficeHolders     Office = "office-holders" // the chairs and facilitators together
	HeadOfSecretariat Office = "head-of-secretariat"
	TheConference     Office = "conference" // the Conference of States Parties as a whole, where it sets a priority
)

// Access says who may be in the room. Empty means unknown.
type Access string

// The circles of access, from the narrowest to the widest.
const (
	Members     Access = "members"     // the body's own members
	StatesOnly  Access = "states"      // States Parties and signatories
	Governments Access = "governments" // a meeting limited under Rule 43 of the Rules of Procedure
	Open        Access = "open"        // observers and civil society too
)

// Line connects a body to another one.
type Line struct {
	Sort       LineSort   `json:"sort,omitzero" validate:"oneof=contributes-to may-brief reports-to"`
	To         string     `json:"to,omitzero" validate:"id"`                  // id of the other body
	Topics     []string   `json:"topics,omitzero" validate:"max=256,dive,id"` // topics of the other body that the line is about; nil: its work in general
	Cites      []Citation `json:"cites,omitzero" validate:"max=16,dive"`
	Provenance Provenance `json:"provenance,omitzero"`
}

// LineSort says what a [Line] carries.
type LineSort string

// The sorts of lines. Only lines of reporting must be free of circles and end at the conference.
const (
	ContributesTo LineSort = "contributes-to" // takes part in the other body's discussions
	MayBrief      LineSort = "may-brief"      // its chair may inform the other body orally
	ReportsTo     LineSort = "reports-to"
)

// Mandate is what a body has to do and for how long.
type Mandate struct {
	Purpose    Text       `json:"purpose,omitzero" validate:"max=16,dive,keys,lang,endkeys,required,max=1000"`
	From       Date       `json:"from,omitzero"`  // first day; zero: the close of the conference before
	Until      Date       `json:"until,omitzero"` // last day; zero: the close of this conference
	Topics     []Topic    `json:"topics,omitzero" validate:"max=1024,dive"`
	Cites      []Citation `json:"cites,omitzero" validate:"max=16,dive"`
	Provenance Provenance `json:"provenance,omitzero"`
}

// IsZero reports whether nothing is known of the mandate.
func (m Mandate) IsZero() bool {
	return m.Purpose == nil && m.From.IsZero() && m.Until.IsZero() && m.Topics == nil && m.Cites == nil &&
		m.Provenance.Confidence == "" && m.Provenance.Sources == nil && m.Provenance.Note == ""
}

// Topic is one subject of a mandate.
type Topic struct {
	ID         string     `json:"id,omitzero" validate:"id"` // the same subject has the same id in every body
	Title      Text       `json:"title,omitzero" validate:"min=1,max=16,dive,keys,lang,endkeys,title"`
	Articles   []Article  `json:"articles,omitzero" validate:"max=32,dive,article"`
	Stage      string     `json:"stage,omitzero" validate:"omitempty,id"` // id of one of the programme's stages
	Focus      Focus      `json:"focus,omitzero" validate:"omitempty,oneof=national-practice impact cooperation-and-assistance policy operational-case procedural"`
	Outcome    Outcome    `json:"outcome,omitzero" validate:"omitempty,oneof=exchange tool draft-decision report"`
	Minutes    int        `json:"minutes,omitzero" validate:"min=0,max=10080"`               // wanted for it; 0: unknown
	Priority   int        `json:"priority,omitzero" validate:"min=0,max=1000"`               // higher comes first; 0: none set
	SetBy      Office     `json:"setBy,omitzero" validate:"omitempty,id"`                    // who set the priority: "conference", or an office such as the Chair
	Assessed   []string   `json:"assessed,omitzero" validate:"max=64,dive,required,max=200"` // for a new tool or guidance: the existing ones looked at first
	Papers     []string   `json:"papers,omitzero" validate:"max=64,dive,id"`                 // ids of national working papers
	Support    []string   `json:"support,omitzero" validate:"max=16,dive,id"`                // ids of the bodies that can support States in it, such as the fund
	Continues  TopicRef   `json:"continues,omitzero"`                                        // the earlier topic that it carries on
	Current    bool       `json:"current,omitzero"`                                          // room kept for issues of implementation that come up in the cycle
	Provenance Provenance `json:"provenance,omitzero"`
}

// TopicRef points to a topic of a body, in this programme or an earlier one.
type TopicRef struct {
	Programme string `json:"programme,omitzero" validate:"omitempty,id"` // empty: this programme
	Body      string `json:"body,omitzero" validate:"omitempty,id"`
	Topic     string `json:"topic,omitzero" validate:"omitempty,id"`
}

// IsZero reports whether the reference points nowhere.
func (r TopicRef) IsZero() bool { return r == TopicRef{} }

// Focus says what a topic is about. Empty means unknown.
type Focus string

// The focuses. The first three are the practical implementation of the Treaty.
const (
	NationalPractice         Focus = "national-practice"
	Impact                   Focus = "impact" // of the Treaty, as Article 1 envisages it
	CooperationAndAssistance Focus = "cooperation-and-assistance"
	Policy                   Focus = "policy"
	OperationalCase          Focus = "operational-case"
	Procedural               Focus = "procedural"
)

// Practical reports whether the focus is one of practical implementation.
func (f Focus) Practical() bool {
	return f == NationalPractice || f == Impact || f == CooperationAndAssistance
}

// Outcome says what a topic is to lead to. Empty means unknown.
type Outcome string

// The outcomes of a topic.
const (
	Exchange             Outcome = "exchange"
	Tool                 Outcome = "tool" // a tool or guidance
	DraftDecisionOutcome Outcome = "draft-decision"
	ReportOutcome        Outcome = "report"
)
