package likeness_test

import (
	"fmt"
	"testing"

	"attwork.example/att"
	"attwork.example/internal/likeness"
)

// agenda makes n titles in English of which about one in ten repeats an earlier one.
func agenda(n int) []att.Text {
	objects := []string{"initial reports", "annual reports", "national control lists", "end-use certificates", "brokering", "transit", "export assessments", "the Voluntary Trust Fund", "record keeping", "points of contact", "gender-based violence", "stockpile management", "customs"}
	aspects := []string{"Challenges in %s", "Training on %s", "Assistance for %s", "Guide on %s", "Role of industry in %s", "Discussion of %s: sources of information", "%s: publication", "Update on %s (Article 7)", "Costs of %s", "Verification of %s"}
	places := []string{"Africa", "Asia", "the Pacific", "the Caribbean", "Europe", "Latin America"}
	var out []att.Text
	for i := range n {
		title := fmt.Sprintf(aspects[i%len(aspects)], objects[i/10%len(objects)])
		if i >= 130 {
			title += fmt.Sprintf(" in %s in %d", places[i/130%len(places)], 2000+i/780)
		}
		if i%10 == 9 {
			title = "Exchange of views on " + out[i-5][att.English]
		}
		out = append(out, att.Text{att.English: title})
	}
	return out
}

func BenchmarkPairs(b *testing.B) {
	likeness.Alike(att.English, "a", "b")
	for _, n := range []int{200, 1000, 10_000} {
		titles := agenda(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				likeness.Pairs(titles, nil)
			}
		})
	}
}
