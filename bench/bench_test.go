package main

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"attwork.example/bench/engines"
	"attwork.example/bench/measure"
	"attwork.example/bench/synthetic"
)

func bench(b *testing.B, name string, p measure.Peer) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.Run()
		}
	})
}

func BenchmarkAllRules(b *testing.B) {
	p := synthetic.Programme(topics)
	bench(b, "rules", allRules(p))
	bench(b, "plain", floor(p, true))
	bench(b, "rules-without-titles", withoutTitles(p))
	bench(b, "plain-without-titles", floor(p, false))
}

func BenchmarkSayable(b *testing.B) {
	p := synthetic.Programme(topics)
	for name, checks := range map[string][]engines.Check{"one-pass": engines.Simple(), "with-same-topic": engines.All()} {
		bench(b, name+"/rules", chosen(p, checks))
		bench(b, name+"/plain", chosenFloor(p, checks))
		bench(b, name+"/cel", cel(p, checks, engines.Verdicts, true))
		bench(b, name+"/expr", expr(p, checks, engines.Verdicts, true))
		bench(b, name+"/cel-places", cel(p, checks, engines.Places, true))
		bench(b, name+"/expr-places", expr(p, checks, engines.Places, true))
	}
}

func BenchmarkTopics(b *testing.B) {
	for _, n := range []int{200, 1000, 10000} {
		p := synthetic.Programme(n)
		bench(b, fmt.Sprint("rules/", n), allRules(p))
		bench(b, fmt.Sprint("plain/", n), floor(p, true))
	}
}

// TestPeersRun: every peer of the table runs on a small programme.
func TestPeersRun(t *testing.T) {
	for _, c := range comparisons(synthetic.Programme(24)) {
		require.NotPanics(t, c.ours.Run, c.work)
		for _, row := range c.rows {
			require.NotPanics(t, row.peer.Run, "%s: %s", c.work, row.peer.Name)
		}
	}
}
