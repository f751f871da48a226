package calendar

import "slices"

// Category says whose time an event takes.
type Category string

// The categories. [Category.Meeting] says which of them are meetings.
const (
	ConferenceOnDisarmament Category = "cd"
	HumanRightsCouncil      Category = "hrc"
	FirstCommittee          Category = "unga1"          // of the United Nations General Assembly
	NPT                     Category = "npt"            // Treaty on the Non-Proliferation of Nuclear Weapons
	CCW                     Category = "ccw"            // Convention on Certain Conventional Weapons, its expert groups included
	BWC                     Category = "bwc"            // Biological Weapons Convention
	MineBan                 Category = "apmbc"          // Anti-Personnel Mine Ban Convention
	ClusterMunitions        Category = "ccm"            // Convention on Cluster Munitions
	SmallArms               Category = "poa"            // United Nations Programme of Action on small arms
	Ammunition              Category = "ammo"           // Global Framework on conventional ammunition, and the group before it
	ICTSecurity             Category = "ict"            // security of information and communications technologies
	OuterSpace              Category = "space"          // space threats, and the prevention of an arms race in outer space
	TPNW                    Category = "tpnw"           // Treaty on the Prohibition of Nuclear Weapons
	ChemicalWeapons         Category = "cwc"            // Chemical Weapons Convention
	DisarmamentCommission   Category = "undc"           // of the United Nations
	OrganisedCrime          Category = "untoc"          // United Nations convention against transnational organised crime, its firearms group included
	WorldHealth             Category = "who"            // World Health Assembly
	LabourConference        Category = "ilo"            // International Labour Conference
	GeneralAssembly         Category = "unga"           // its high-level week
	GenevaEvent             Category = "geneva_event"   // fills the hotels of Geneva, or the diaries of its missions
	UNHoliday               Category = "un_holiday"     // official holiday, or recess, of the United Nations Office at Geneva
	GenevaHoliday           Category = "geneva_holiday" // public holiday of the canton
	Religious               Category = "religious"
	Other                   Category = "other"
)

// Categories returns all categories, the meetings first.
func Categories() []Category {
	return []Category{
		ConferenceOnDisarmament, HumanRightsCouncil, FirstCommittee, NPT, CCW, BWC, MineBan, ClusterMunitions,
		SmallArms, Ammunition, ICTSecurity, OuterSpace, TPNW, ChemicalWeapons, DisarmamentCommission,
		OrganisedCrime, WorldHealth, LabourConference, GeneralAssembly,
		GenevaEvent, UNHoliday, GenevaHoliday, Religious, Other,
	}
}

func (c Category) known() bool { return slices.Contains(Categories(), c) }

// Meeting reports whether events of the category are meetings of an intergovernmental body: not [GenevaEvent],
// [Other], holidays and religious days.
func (c Category) Meeting() bool {
	switch c {
	case GenevaEvent, UNHoliday, GenevaHoliday, Religious, Other:
		return false
	}
	return c.known()
}

// Holiday reports whether events of the category are holidays that may close a venue. Religious days close none.
func (c Category) Holiday() bool { return c == UNHoliday || c == GenevaHoliday }
