package synthetic_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
	"attwork.example/bench/synthetic"
)

func TestSize(t *testing.T) {
	for _, n := range []int{0, 7, 200, 1000} {
		p := synthetic.Programme(n)
		topics, sittings, items := 0, 0, 0
		for _, b := range p.Bodies {
			topics += len(b.Mandate.Topics)
		}
		for _, r := range p.Rounds {
			for _, d := range r.Days {
				sittings += len(d.Sittings)
				for _, s := range d.Sittings {
					items += len(s.Items)
				}
			}
		}
		assert.Len(t, p.Bodies, synthetic.Bodies)
		assert.Equal(t, synthetic.Sittings, sittings)
		assert.Equal(t, n, topics)
		assert.InDelta(t, n, items, float64(n)/20, "nearly every topic has its item")
		assert.Equal(t, p, synthetic.Programme(n), "the same each time")
	}
}

func TestShape(t *testing.T) {
	assert.Empty(t, document.Shape(synthetic.Programme(200)), "at this size it is a programme that a document may hold")
}

// TestMix: most rules apply to it, and some pass and some fail.
func TestMix(t *testing.T) {
	set := proposal.Rules(proposal.Options{Numbers: proposal.Numbers{Participation: 60, Practical: 50, Topics: 12, PaperDays: 14, ConsultationDays: 60, Reserve: 25}})
	counts := map[check.Outcome]int{}
	for _, o := range set.Check(synthetic.Programme(200), check.Options{}).Outcomes {
		counts[o.Outcome]++
	}
	assert.GreaterOrEqual(t, counts[check.Passed], 15)
	assert.GreaterOrEqual(t, counts[check.Failed], 15)
	assert.LessOrEqual(t, counts[check.NotApplicable], 8, "six rules look at changes only")
}

func TestTitlesDiffer(t *testing.T) {
	titles := map[string]bool{}
	const n = 10000
	for _, b := range synthetic.Programme(n).Bodies {
		for _, topic := range b.Mandate.Topics {
			titles[topic.Title[att.English]] = true
		}
	}
	assert.Greater(t, len(titles), n*97/100)
}
