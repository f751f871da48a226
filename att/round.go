package att

// Meeting says when, where and in which form people meet. It is a part of [Round] and [Conference].
type Meeting struct {
	Start      Date       `json:"start,omitzero"` // first day
	End        Date       `json:"end,omitzero"`   // last day
	City       string     `json:"city,omitzero" validate:"max=100"`
	Venue      string     `json:"venue,omitzero" validate:"max=100"`
	Zone       string     `json:"zone,omitzero" validate:"max=64"` // of all its hours, as in Europe/Zurich; empty: unknown
	Format     Format     `json:"format,omitzero" validate:"omitempty,oneof=in-person in-person+stream in-person+remote hybrid virtual written cancelled"`
	Days       []Day      `json:"days,omitzero" validate:"max=64,dive"` // the days on which it meets; nil: only start and end are known
	Provenance Provenance `json:"provenance,omitzero"`
}

// Span returns the first and the last day of the meeting, from its days where they are listed, else as declared;
// zero where a day is unknown.
func (m Meeting) Span() (first, last Date) {
	first, last = m.Start, m.End
	for _, d := range m.Days {
		if !d.Date.IsZero() && (first.IsZero() || d.Date.Before(first)) {
			first = d.Date
		}
		if d.Date.After(last) || last.IsZero() {
			last = d.Date
		}
	}
	return first, last
}

// Round is one declared block of meetings before the conference.
type Round struct {
	ID     string   `json:"id,omitzero" validate:"id"`
	Title  Text     `json:"title,omitzero" validate:"max=16,dive,keys,lang,endkeys,title"`
	Bodies []string `json:"bodies,omitzero" validate:"max=64,dive,id"` // ids of the bodies that meet in it
	Meeting
	DatesSetBy    Office          `json:"datesSetBy,omitzero" validate:"omitempty,id"`
	HoursSetBy    Office          `json:"hoursSetBy,omitzero" validate:"omitempty,id"`
	Consulted     []Office        `json:"consulted,omitzero" validate:"max=16,dive,id"` // before days and hours were set
	Participation []Participation `json:"participation,omitzero" validate:"max=64,dive"`
}

// Format is the way in which a meeting was really held. Empty means unknown.
type Format string

// The formats. A livestream lets people watch and is not a hybrid meeting.
const (
	InPerson           Format = "in-person"
	InPersonWithStream Format = "in-person+stream"
	InPersonWithRemote Format = "in-person+remote" // with remote access
	Hybrid             Format = "hybrid"           // people elsewhere take part
	Virtual            Format = "virtual"
	Written            Format = "written"
	Platform           Format = "platform" // of a consultation: on the restricted information-exchange platform
	Cancelled          Format = "cancelled"
)

// InRoom reports whether the format brings people together in a room. For an unknown format it
// reports false.
func (f Format) InRoom() bool {
	return f == InPerson || f == InPersonWithStream || f == InPersonWithRemote || f == Hybrid
}

// Day is one day of a meeting.
type Day struct {
	Date       Date       `json:"date,omitzero"`
	Bodies     []string   `json:"bodies,omitzero" validate:"max=64,dive,id"` // ids of the bodies that meet, where the sittings do not tell
	Sittings   []Sitting  `json:"sittings,omitzero" validate:"max=16,dive"`  // in order of time; nil: unknown
	Provenance Provenance `json:"provenance,omitzero"`
}

// WorkingDay returns a day with the two usual sittings, 10:00 to 13:00 and 15:00 to 18:00, without
// agenda. Their ids are the date followed by "-am" and "-pm".
func WorkingDay(d Date) Day {
	return Day{Date: d, Sittings: []Sitting{
		{ID: d.String() + "-am", Start: MustClock("10:00"), End: MustClock("13:00")},
		{ID: d.String() + "-pm", Start: MustClock("15:00"), End: MustClock("18:00")},
	}}
}

// Sitting is one half-day in the room.
type Sitting struct {
	ID     string `json:"id,omitzero" validate:"id"`
	Start  Clock  `json:"start,omitzero"`
	End    Clock  `json:"end,omitzero"`
	Format Format `json:"format,omitzero" validate:"omitempty,oneof=in-person in-person+stream in-person+remote hybrid virtual written cancelled"` // empty: that of the meeting
	Access Access `json:"access,omitzero" validate:"omitempty,oneof=members states governments open"`
	Items  []Item `json:"items,omitzero" validate:"max=64,dive"` // the agenda in its order; nil: unknown
}

// Minutes returns the length of the sitting in minutes, 0 when an hour is unknown or the end is not
// after the start.
func (s Sitting) Minutes() int {
	if s.Start.IsZero() || s.End.IsZero() {
		return 0
	}
	return max(0, s.End.Minutes()-s.Start.Minutes())
}

// Item is one item on the agenda of a sitting: a topic, taken up by one body or by several jointly.
type Item struct {
	Topic   string   `json:"topic,omitzero" validate:"id"`                                               // id of a topic in the mandate of one of the bodies
	Bodies  []string `json:"bodies,omitzero" validate:"min=1,max=16,dive,id"`                            // ids; more than one for a joint item, the leading one first
	Minutes int      `json:"minutes,omitzero" validate:"min=0,max=1440"`                                 // 0: unknown
	Access  Access   `json:"access,omitzero" validate:"omitempty,oneof=members states governments open"` // empty: that of the sitting
}

// Participation counts who took part in a round.
type Participation struct {
	Group      Group      `json:"group,omitzero" validate:"oneof=states-parties signatories observer-states organisations civil-society capital-experts"`
	Count      Count      `json:"count,omitzero"`
	Of         Count      `json:"of,omitzero"` // how many could have come, on the day of the round
	Provenance Provenance `json:"provenance,omitzero"`
}

// Group is a group of participants.
type Group string

// The groups of participants.
const (
	StatesParties  Group = "states-parties"
	Signatories    Group = "signatories"
	ObserverStates Group = "observer-states"
	Organisations  Group = "organisations"
	CivilSociety   Group = "civil-society"
	CapitalExperts Group = "capital-experts" // officials who came from their capitals
)

// Consultation is an informal meeting or exchange between sessions.
type Consultation struct {
	ID         string            `json:"id,omitzero" validate:"id"`
	Title      Text              `json:"title,omitzero" validate:"max=16,dive,keys,lang,endkeys,title"`
	Shape      ConsultationShape `json:"shape,omitzero" validate:"omitempty,oneof=small-group regional other"`
	Format     Format            `json:"format,omitzero" validate:"omitempty,oneof=in-person hybrid virtual written platform cancelled"`
	Access     Access            `json:"access,omitzero" validate:"omitempty,oneof=members states governments open"`
	Region     string            `json:"region,omitzero" validate:"max=100"`
	City       string            `json:"city,omitzero" validate:"max=100"`
	Prepares   []TopicRef        `json:"prepares,omitzero" validate:"max=64,dive"`  // topics that it prepares
	Follows    []TopicRef        `json:"follows,omitzero" validate:"max=64,dive"`   // topics that it follows up
	Convenor   string            `json:"convenor,omitzero" validate:"omitempty,id"` // id of the body whose leader convenes it, or an office
	Start      Date              `json:"start,omitzero"`
	End        Date              `json:"end,omitzero"`
	Provenance Provenance        `json:"provenance,omitzero"`
}

// ConsultationShape says who is brought together. Empty means unknown.
type ConsultationShape string

// The shapes of consultations.
const (
	SmallGroup        ConsultationShape = "small-group"
	Regional          ConsultationShape = "regional"
	OtherConsultation ConsultationShape = "other"
)
