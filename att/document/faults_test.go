package document_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/att/document"
)

// TestManyFaults: of very many faults the first thousand are listed and the others are counted, in bodies, in days and beside them.
func TestManyFaults(t *testing.T) {
	for name, p := range map[string]att.Programme{
		"topics":    {Bodies: []att.Body{{}, {Mandate: att.Mandate{Topics: make([]att.Topic, 1000)}}}},
		"items":     {Rounds: []att.Round{{Meeting: att.Meeting{Days: make([]att.Day, 40)}}}},
		"documents": {Documents: make([]att.Document, 1500)},
	} {
		for i := range p.Rounds {
			for k := range p.Rounds[i].Days {
				p.Rounds[i].Days[k].Sittings = []att.Sitting{{Items: make([]att.Item, 60)}}
			}
		}
		findings := document.Shape(p)
		require.Len(t, findings, document.MaxFaults+1, name)
		var others string
		for _, f := range findings {
			if f.Path == "" {
				others = f.Message.String()
			}
		}
		// The programme lacks id and name; a topic and a document lack id and title, a body id, name and kind, a round and a
		// sitting their ids, and an item its topic and its bodies.
		all := map[string]int{"topics": 2 + 2*3 + 1000*2, "items": 2 + 1 + 40 + 40*60*2, "documents": 2 + 1500*2}[name]
		assert.Contains(t, others, fmt.Sprintf("the others are %d.", all-document.MaxFaults))
	}
}
