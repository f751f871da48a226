package likeness_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/internal/likeness"
)

// counts says how Alike did on a file of labelled pairs, and which pairs it got wrong.
type counts struct {
	truePositive, falsePositive, trueNegative, falseNegative int
	wrong                                                    []string
}

// measure runs Alike over a file of labelled pairs: id, lang, a, b, label and, maybe, more.
func measure(t *testing.T, file string) counts {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var c counts
	for _, line := range lines[1:] {
		id, lang, a, b, label := line[0], att.Lang(line[1]), line[2], line[3], line[4]
		require.Contains(t, []string{"same", "different"}, label, id)
		said, is := likeness.Alike(lang, a, b), label == "same"
		switch {
		case said && is:
			c.truePositive++
		case said:
			c.falsePositive++
		case is:
			c.falseNegative++
		default:
			c.trueNegative++
		}
		if said != is {
			c.wrong = append(c.wrong, id)
		}
	}
	return c
}

// String gives precision and recall with their Wilson 95 % intervals.
func (c counts) String() string {
	share := func(name string, k, n int) string {
		low, high := wilson(k, n)
		return fmt.Sprintf("%s %d/%d = %.3f [%.3f, %.3f]", name, k, n, float64(k)/float64(max(n, 1)), low, high)
	}
	return share("precision", c.truePositive, c.truePositive+c.falsePositive) + "; " +
		share("recall", c.truePositive, c.truePositive+c.falseNegative) + fmt.Sprintf("; wrong: %v", c.wrong)
}

// wilson returns the 95 % interval of a share of k in n.
func wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	const z = 1.959964
	p, m := float64(k)/float64(n), float64(n)
	centre, spread := p+z*z/(2*m), z*math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return (centre - spread) / (1 + z*z/m), (centre + spread) / (1 + z*z/m)
}

func TestWilson(t *testing.T) {
	low, high := wilson(45, 50)
	assert.InDelta(t, 0.786, low, 0.001)
	assert.InDelta(t, 0.957, high, 0.001)
	low, high = wilson(0, 0)
	assert.Equal(t, []float64{0, 1}, []float64{low, high})
}

// TestTune holds what was reached on the pairs that the words were chosen with: 50 of 50 and none too many.
func TestTune(t *testing.T) {
	c := measure(t, "testdata/tune.csv")
	t.Log(c)
	assert.Equal(t, 100, c.truePositive+c.falsePositive+c.trueNegative+c.falseNegative)
	assert.Zero(t, c.falsePositive, c)
	assert.Zero(t, c.falseNegative, c)
}

// TestField holds what was reached on pairs that were written, after the rule of LABELLING.md, while the
// package was built: 1 too many and 9 missed of 558. The words were enlarged after each lot, so that these
// figures say what the package knows, not what it does with titles that nobody has looked at.
func TestField(t *testing.T) {
	c := measure(t, "testdata/field.csv")
	t.Log(c)
	assert.LessOrEqual(t, c.falsePositive, 1, c)
	assert.LessOrEqual(t, c.falseNegative, 9, c)
}

// TestBlind holds what was measured on the pairs that were labelled before the package existed: 3 too many and 10
// missed. They were run once, on the package as the commit before this test has it. Whoever changes the package for
// these pairs needs a new blind set.
func TestBlind(t *testing.T) {
	c := measure(t, "testdata/blind.csv")
	t.Log(c)
	assert.LessOrEqual(t, c.falsePositive, 3, c)
	assert.LessOrEqual(t, c.falseNegative, 10, c)
}
