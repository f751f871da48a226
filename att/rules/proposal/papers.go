package proposal

import "attwork.example/att"

// PapersFor returns the indexes, in the documents of a programme, of the papers that delegations read before a round: those
// for the round, for a body that meets in it, and for a topic of such a body. Reports on what was discussed are no such
// papers. The rules of 16.2 judge these.
func PapersFor(p att.Programme, r att.Round) []int {
	purposes, meets := map[string]bool{r.ID: true}, map[string]bool{}
	for _, id := range bodiesOf(r) {
		purposes[id], meets[id] = true, true
	}
	for i := range p.Bodies {
		if !meets[p.Bodies[i].ID] {
			continue
		}
		for j := range p.Bodies[i].Mandate.Topics {
			purposes[p.Bodies[i].Mandate.Topics[j].ID] = true
		}
	}
	var papers []int
	for i, d := range p.Documents {
		if d.For != "" && purposes[d.For] && d.Kind != att.ChairReport && d.Kind != att.Report {
			papers = append(papers, i)
		}
	}
	return papers
}
