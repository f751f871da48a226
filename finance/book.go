package finance

import (
	"fmt"
	"io"
	"slices"

	"attwork.example/att"
	"attwork.example/internal/strictjson"
)

// BookFormat is the value of the first key of a cost book's document.
const BookFormat = "attwork/cost-book/1"

// Book is a cost book: unit costs with the sources behind them, what drives each cost, and the
// quantities that a programme does not tell. A Book is not changed by any function of this package.
type Book struct {
	Schema      string       `json:"$schema,omitzero"`
	ID          string       `json:"id,omitzero"`
	Title       att.Text     `json:"title,omitzero"`
	Note        string       `json:"note,omitzero"`
	Teams       []Team       `json:"teams,omitzero"` // of interpreters
	UnitCosts   []UnitCost   `json:"unitCosts,omitzero"`
	Entries     []Entry      `json:"entries,omitzero"`
	Unpriced    []Unpriced   `json:"unpriced,omitzero"`
	Assumptions []Assumption `json:"assumptions,omitzero"`
	Sources     []att.Source `json:"sources,omitzero"`
}

// UnitCost is the price of one unit of something, at low, likely and high prices.
type UnitCost struct {
	ID       string   `json:"id,omitzero"`
	Title    att.Text `json:"title,omitzero"`
	Unit     string   `json:"unit,omitzero"`     // what a figure is the price of, in words, as in "night"
	Low      Figure   `json:"low,omitzero"`      // with high, or not at all
	Likely   Figure   `json:"likely,omitzero"`   // the only figure of a unit cost without a range
	High     Figure   `json:"high,omitzero"`     // with low, or not at all
	Together string   `json:"together,omitzero"` // why the figures of a range may stand together
}

// Single reports whether there is one figure, and so no range.
func (u UnitCost) Single() bool { return u.Low.Amount.IsZero() && u.High.Amount.IsZero() }

// Figure is one amount with where it comes from.
type Figure struct {
	Amount  Money    `json:"amount,omitzero"`
	Team    string   `json:"team,omitzero"`    // id of a team: the amount is for one interpreter, and the price for all of them
	Year    int      `json:"year,omitzero"`    // of the prices; 0: undated
	Sources []string `json:"sources,omitzero"` // ids of the book's sources
	Basis   string   `json:"basis,omitzero"`   // how it follows from what the sources say
}

// Entry is one cost: the driver's count, times the assumptions named in Times, times a unit cost.
type Entry struct {
	ID     string   `json:"id,omitzero"`
	Title  att.Text `json:"title,omitzero"`
	Driver Driver   `json:"driver,omitzero"`
	Scope
	Times    []string `json:"times,omitzero"`    // ids of assumptions
	Team     string   `json:"team,omitzero"`     // of the driver relief-day: id of the team that is relieved
	UnitCost string   `json:"unitCost,omitzero"` // id; entries that share it share its draws in a sampling
	Payer    Payer    `json:"payer,omitzero"`
	// Standing says that every cycle has some of it. So where the count before a change is unknown, it is no new cost, and
	// [Compare] leaves the line out of both sides.
	Standing bool `json:"standing,omitzero"`
}

// Unpriced is something that costs money and for which the book has no figure. It is listed with every
// result and never counted as nothing.
type Unpriced struct {
	ID     string   `json:"id,omitzero"`
	Title  att.Text `json:"title,omitzero"`
	Driver Driver   `json:"driver,omitzero"`
	Scope
	Team  string `json:"team,omitzero"` // as in an entry
	Payer Payer  `json:"payer,omitzero"`
	Why   string `json:"why,omitzero"`
}

// Assumption is a quantity that a programme does not tell. It is printed with every result.
type Assumption struct {
	ID      string   `json:"id,omitzero"`
	Title   att.Text `json:"title,omitzero"`
	Value   int      `json:"value,omitzero"` // 0 to 1,000,000
	Sources []string `json:"sources,omitzero"`
	Note    string   `json:"note,omitzero"` // where the number comes from, or that it is nobody's
}

// Driver is what makes a cost grow. Its count comes from [att.Measure], unless its constant says otherwise.
type Driver string

// The drivers.
const (
	PerDay             Driver = "day"              // meeting day in the room, before the conference
	PerSitting         Driver = "sitting"          // in the room
	PerReliefDay       Driver = "relief-day"       // for which a second team of interpreters is engaged, since the first may work no more
	PerOnlineDay       Driver = "online-day"       // on which the same bodies meet without a room
	PerRound           Driver = "round"            // of meetings, in a room
	PerExtraRound      Driver = "extra-round"      // rounds after the first: papers are revised in between
	PerTrip            Driver = "trip"             // of people who travel to the meetings
	PerNight           Driver = "night"            // of people who travel
	PerConsultation    Driver = "consultation"     // between sessions, in any form
	PerConsultationDay Driver = "consultation-day" // between sessions, other than on the platform or in writing
	PerConferenceDay   Driver = "conference-day"
	PerDocument        Driver = "document"    // paper of the cycle, from its list of documents
	PerTranslation     Driver = "translation" // language in which a paper appears beside the one it is written in
	PerYear            Driver = "year"        // whatever the programme: not saved by any change of it
)

// Drivers returns all drivers, in the order in which a book lists them.
func Drivers() []Driver {
	return []Driver{
		PerDay, PerSitting, PerReliefDay, PerOnlineDay, PerRound, PerExtraRound, PerTrip, PerNight,
		PerConsultation, PerConsultationDay, PerConferenceDay, PerDocument, PerTranslation, PerYear,
	}
}

// Payer is who bears a cost.
type Payer string

// The payers. A saving for one is none for another.
const (
	ConferenceBudget Payer = "conference-budget" // States Parties, signatories and observers that attend
	VoluntaryFunds   Payer = "voluntary-funds"   // the Sponsorship Programme; not the Voluntary Trust Fund
	Delegations      Payer = "delegations"
	Host             Payer = "host"
)

// Payers returns all payers, in the order in which results list them.
func Payers() []Payer { return []Payer{ConferenceBudget, VoluntaryFunds, Delegations, Host} }

// ReadBook reads a cost book from r; name is what errors call it. A document that cannot be read gives
// an [att.InputError], and so does a book that makes no sense, with the path of the fault.
func ReadBook(name string, r io.Reader) (Book, error) {
	data, err := strictjson.Read(name, r)
	if err != nil {
		return Book{}, err
	}
	var b Book
	if err := strictjson.Decode(name, BookFormat, data, &b); err != nil {
		return Book{}, err
	}
	if path, fault := b.fault(); fault != "" {
		position := strictjson.Locate(name, data, pathList(path))[0]
		return Book{}, &att.InputError{Position: position, Path: string(path), Expected: fault}
	}
	return b, nil
}

// WriteBook writes the book as a document. Equal books give equal bytes.
func WriteBook(w io.Writer, b Book) error {
	data, err := strictjson.Encode(BookFormat, b)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Check reports the first thing in a book that makes no sense: a malformed or repeated id, an unknown
// driver, payer, team, unit cost, assumption or source, a negative amount, half a range, or a range that falls. [ReadBook] does so
// itself; Check is for a book built by hand.
func (b Book) Check() error {
	if path, fault := b.fault(); fault != "" {
		return &att.InputError{Path: string(path), Expected: fault}
	}
	return nil
}

func (b Book) assumption(id string) (Assumption, bool) {
	i := slices.IndexFunc(b.Assumptions, func(a Assumption) bool { return a.ID == id })
	if i < 0 {
		return Assumption{}, false
	}
	return b.Assumptions[i], true
}

// unitCost returns a unit cost, with its figures for whole teams.
func (b Book) unitCost(id string) (UnitCost, bool) {
	i := slices.IndexFunc(b.UnitCosts, func(u UnitCost) bool { return u.ID == id })
	if i < 0 {
		return UnitCost{}, false
	}
	return b.whole(b.UnitCosts[i]), true
}

// Prices returns the unit costs as they are paid: what the book has for one interpreter, for the whole team.
func (b Book) Prices() []UnitCost {
	list := make([]UnitCost, len(b.UnitCosts))
	for i, u := range b.UnitCosts {
		list[i] = b.whole(u)
	}
	return list
}

func (b Book) whole(u UnitCost) UnitCost {
	for _, f := range []*Figure{&u.Low, &u.Likely, &u.High} {
		if t, named := b.team(f.Team); named {
			*f = f.times(t)
		}
	}
	return u
}

func (b Book) team(id string) (Team, bool) {
	i := slices.IndexFunc(b.Teams, func(t Team) bool { return t.ID == id })
	if i < 0 {
		return Team{}, false
	}
	return b.Teams[i], true
}

func knownDriver(d Driver) string {
	if slices.Contains(Drivers(), d) {
		return ""
	}
	return fmt.Sprintf("unknown driver %.40q; expected one of %v", string(d), Drivers())
}

func knownPayer(p Payer) string {
	if slices.Contains(Payers(), p) {
		return ""
	}
	return fmt.Sprintf("unknown payer %.40q; expected one of %v", string(p), Payers())
}
