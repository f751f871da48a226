package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"

	"attwork.example/reporting/paper"
)

func BenchmarkPaper(b *testing.B) {
	change := changePaper()
	bench(b, "change", page(change))
	bench(b, "change/html-template-alone", bareTemplate(change))
	bench(b, "topics/50", page(topicsPaper(50)))
	bench(b, "topics/500", page(topicsPaper(500)))
}

// TestPaperPeers: the peer writes as many cells as the page has, and the pages have the size that is asked for.
func TestPaperPeers(t *testing.T) {
	change := changePaper()
	ours := written(change, paper.HTML)
	assert.LessOrEqual(t, len(ours), 200_000)
	assert.LessOrEqual(t, len(written(topicsPaper(500), paper.HTML)), 2_000_000)
	cells := bytes.Count(ours, []byte("<td")) + bytes.Count(ours, []byte(`<th scope="row"`))
	bare := bytes.Count(barePage(contentOf(change)), []byte("<td>"))
	assert.LessOrEqual(t, cells, bare, "a cell of the page may be drawn over others")
	assert.Greater(t, cells, bare*9/10)
	assert.Greater(t, cells, 500)
}
