package likeness_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"attwork.example/att"
	"attwork.example/internal/likeness"
)

var seeds = []string{
	"Import\nArticle 8\nUpdate on imports (Article 8)",
	"Report on training\nTraining on reports\nReports: training",
	"Articles 6 and 7, paragraphs 1-3\nParagraph 2 of Article 6(4)(h)",
	"第六、七条第（四）款：武器貿易\n第7(4)条\n二〇二五年",
	"المادة السابعة عشرة (٤): والاستيراد\nالفقرة 4 من المادة 7",
	"Пункт 4 статьи 7\nСтатьи 6-11\nОбновление перечня",
	"l'État d'origine\nEtat d’origine\nMise à jour sur l'état",
	"WGETI: mandate\nMandate of the WGETI\nWGETI discussion by the Chair",
	"a\u0301\u0301\xff\x00\n\u202eb-c--d 're-",
}

func FuzzAlike(f *testing.F) {
	for _, s := range seeds {
		a, b, _ := strings.Cut(s, "\n")
		f.Add(a, b)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, l := range append(att.Languages(), "xx") {
			require.Equal(t, likeness.Alike(l, a, b), likeness.Alike(l, b, a), l)
			if likeness.Alike(l, a, b) {
				require.True(t, likeness.Alike(l, a, a), l)
			}
		}
	})
}

func FuzzPairs(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, uint64(0))
		f.Add(s+"\n"+s, uint64(0b1011))
	}
	f.Fuzz(func(t *testing.T, text string, excused uint64) {
		lines := strings.SplitN(text, "\n", 8)
		var titles []att.Text
		langs := append(att.Languages(), "xx")
		for i, line := range lines {
			titles = append(titles, att.Text{langs[i%len(langs)]: line, att.English: line, att.Chinese: lines[0]})
		}
		skip := func(i, j int) bool { return excused>>((i*8+j)%64)&1 == 1 }
		pairs, complete := likeness.Pairs(titles, skip)
		require.True(t, complete)
		require.Equal(t, bruteForce(titles, skip), pairs)
	})
}
