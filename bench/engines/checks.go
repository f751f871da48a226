package engines

import "fmt"

// Check is a rule in the two languages. Each condition is true of what departs from the rule: of an element x of
// the list (in expr, of #), or of the whole programme where there is no list.
type Check struct {
	Rule, List, CEL, Expr string
}

// Mode says what an expression answers.
type Mode int

const (
	// Verdicts are true or false: does the programme depart from the rule? Evaluation stops at the first departure.
	Verdicts Mode = iota
	// Places are the paths of everything that departs, which is nearer to what a rule finds.
	Places
)

func (c Check) cel(m Mode) string {
	switch {
	case c.List == "":
		return c.CEL
	case m == Verdicts:
		return fmt.Sprintf("%s.exists(x, %s)", c.List, c.CEL)
	}
	return fmt.Sprintf("%s.filter(x, %s).map(x, x.Path)", c.List, c.CEL)
}

func (c Check) expr(m Mode) string {
	switch {
	case c.List == "":
		return c.Expr
	case m == Verdicts:
		return fmt.Sprintf("any(%s, %s)", c.List, c.Expr)
	}
	return fmt.Sprintf("map(filter(%s, %s), .Path)", c.List, c.Expr)
}

// The conditions that several checks share: a round of the groups or the preparatory meeting, and one in a room.
const (
	celMeets  = `(size(x.Kinds) == 0 || x.Kinds.exists(k, k in ["", "working-group", "sub-working-group", "forum", "preparatory-meeting"]))`
	exprMeets = `(len(.Kinds) == 0 or any(.Kinds, # in ["", "working-group", "sub-working-group", "forum", "preparatory-meeting"]))`
	celRoom   = `x.Format in ["in-person", "in-person+stream", "in-person+remote", "hybrid"]`
	exprRoom  = `.Format in ["in-person", "in-person+stream", "in-person+remote", "hybrid"]`
	celMaybe  = `x.Format in ["", "in-person", "in-person+stream", "in-person+remote", "hybrid"]`
	exprMaybe = `.Format in ["", "in-person", "in-person+stream", "in-person+remote", "hybrid"]`
)

// Simple returns the rules that both languages say in one pass over a list.
func Simple() []Check {
	focus := func(rule, word string) Check {
		return Check{
			rule, "", `BodiesKnown && FocusesKnown && !Topics.exists(t, t.Working && t.Focus == "` + word + `")`,
			`BodiesKnown and FocusesKnown and none(Topics, .Working and .Focus == "` + word + `")`,
		}
	}
	return []Check{
		{
			"proposal/10.5-existing-tools", "Topics", `x.Working && x.Outcome == "tool" && x.AssessedKnown && size(x.Assessed) == 0`,
			`.Working and .Outcome == "tool" and .AssessedKnown and len(.Assessed) == 0`,
		},
		{
			"proposal/16-march-to-may", "Rounds", celMaybe + ` && ` + celMeets + ` && !x.DatesUnknown && (x.FirstMonth < 3 || x.LastMonth > 5 || x.OverYears)`,
			exprMaybe + ` and ` + exprMeets + ` and not .DatesUnknown and (.FirstMonth < 3 or .LastMonth > 5 or .OverYears)`,
		},
		focus("proposal/24-cooperation", "cooperation-and-assistance"),
		focus("proposal/24-impact", "impact"),
		focus("proposal/24-national-efforts", "national-practice"),
		{
			"proposal/24a-stages", "Topics", `x.Working && x.Role == "wgeti" && !x.Current && size(Stages) > 0 && !(x.Stage in Stages)`,
			`.Working and .Role == "wgeti" and not .Current and len(Stages) > 0 and .Stage not in Stages`,
		},
		{
			"proposal/24d-cases-only", "Topics", `x.Role == "dief" && !(x.Focus in ["", "operational-case"])`,
			`.Role == "dief" and .Focus not in ["", "operational-case"]`,
		},
		{
			"proposal/25-five-days", "", `Days.filter(x, ` + celMeets + `).map(x, x.Date).distinct().size() > 5`,
			`len(uniq(map(filter(Days, ` + exprMeets + `), .Date))) > 5`,
		},
		{
			"proposal/25-one-round", "",
			`RoundsKnown && (Rounds.filter(x, ` + celRoom + ` && ` + celMeets + `).size() > 1 || !Rounds.exists(x, ` + celMaybe + ` && ` + celMeets + `))`,
			`RoundsKnown and (count(Rounds, ` + exprRoom + ` and ` + exprMeets + `) > 1 or none(Rounds, ` + exprMaybe + ` and ` + exprMeets + `))`,
		},
		{"proposal/25a-president-dates", "Rounds", celMaybe + ` && !(x.DatesSetBy in ["", "president"])`, exprMaybe + ` and .DatesSetBy not in ["", "president"]`},
		{"proposal/26-consultations", "", `ConsultationsKnown && !Consultations.exists(c, c.Format != "cancelled")`, `ConsultationsKnown and none(Consultations, .Format != "cancelled")`},
		{
			"proposal/9.5-support", "Topics", `x.Working && x.Focus == "cooperation-and-assistance" && x.SupportKnown && !x.Support.exists(s, s in Kinds && Kinds[s] == "fund")`,
			`.Working and .Focus == "cooperation-and-assistance" and .SupportKnown and none(.Support, Kinds[#] == "fund")`,
		},
		{"proposal/9.6-national-papers", "", `DocumentsKnown && !Documents.exists(d, d.Kind == "national-working-paper")`, `DocumentsKnown and none(Documents, .Kind == "national-working-paper")`},
	}
}

// All returns the rules of Simple, and the one on topics that are discussed twice. For that one, CEL has to compare
// all topics with all; expr can group them first. Neither says that sharing is transitive, which the rule knows.
func All() []Check {
	return append(Simple(), Check{
		"proposal/25d-same-topic", "",
		`Topics.exists(t, t.Group && Topics.exists(u, u.ID == t.ID && u.Body != t.Body && u.Group &&
			!(u.Agenda != "" && u.Agenda == t.Agenda) && !(u.Body in t.Shares) && !(t.Body in u.Shares)))`,
		`any(values(groupBy(filter(Topics, .Group), .ID)), len(#) > 1 and (let places = #; any(places, (let t = #; any(places,
			.Body != t.Body and not (.Agenda != "" and .Agenda == t.Agenda) and .Body not in t.Shares and t.Body not in .Shares)))))`,
	})
}
