package likeness

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"attwork.example/att"
)

// grammar says how the words of a language change. Both lists hold endings after folding. Inflection
// (number, case, gender) is always taken off; derivation (verb, noun and adjective of one root) is
// taken off as well where the inflected form is not itself a term.
type grammar struct {
	inflection, derivation endings
	possessive             endings // taken off before the inflection
	prefixes               []string
	inflect, rewrite       func(string) string
	irregular              map[string]string
}

// endings are kept by length, longest first, so that the first that fits is the longest.
type endings []string

func endingsOf(list string) endings {
	e := endings(strings.Fields(list))
	slices.SortStableFunc(e, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(e)
}

// strip takes off the longest ending that leaves at least the given number of letters.
func (e endings) strip(w string, leave int) (string, bool) {
	for _, end := range e {
		if strings.HasSuffix(w, end) && utf8.RuneCountInString(w)-utf8.RuneCountInString(end) >= leave {
			return w[:len(w)-len(end)], true
		}
	}
	return w, false
}

// What a stem must keep: three letters after inflection, four after derivation. Shorter stems meet by
// chance ("part" and "party", "use" and "user").
const (
	leaveInflected = 3
	leaveDerived   = 4
)

// bare returns w without the article and what is written together with it.
func (g *grammar) bare(w string) string {
	for _, p := range g.prefixes {
		for {
			rest, ok := strings.CutPrefix(w, p)
			if !ok || utf8.RuneCountInString(rest) < leaveInflected {
				break
			}
			w = rest // again, for a root that begins like the article: الالتزام, التزام
		}
	}
	return w
}

// inflected returns w without number, case and gender.
func (g *grammar) inflected(w string) string {
	if to, ok := g.irregular[w]; ok {
		return to
	}
	w = g.bare(w)
	w, _ = g.possessive.strip(w, leaveInflected)
	if g.inflect != nil {
		w = g.inflect(w)
	}
	w, _ = g.inflection.strip(w, leaveInflected)
	if to, ok := g.irregular[w]; ok {
		return to
	}
	return w
}

// derived returns the root of an inflected form: endings go until none is left.
func (g *grammar) derived(w string) string {
	for again := true; again; {
		w, again = g.derivation.strip(w, leaveDerived)
		if g.rewrite != nil {
			w = g.rewrite(w)
		}
	}
	if to, ok := g.irregular[w]; ok {
		return to
	}
	return w
}

//nolint:misspell // stems, and spellings of both sides of the Atlantic
var grammars = sync.OnceValue(func() map[att.Lang]*grammar {
	return map[att.Lang]*grammar{
		att.English: {
			inflect: englishSingular,
			derivation: endingsOf(`ization isation izing ising ized ised ize ise ification ication ified ifying ify
				ational ation ating ated ative ator ate ition itive ution ion ment ness ity ive ing ed er or al ial ical
				ic able ible ability ibility ance ence ancy ency ant ent ly y i e ary ory age ure ish ishing ful ship`),
			rewrite: englishRoot,
			irregular: pairsOf(`parties party countries country women woman children child people person criteria criterion
				analyses analysis data datum licences licence license licence defense defence program programme programs programme
				centre center  catalogue catalog fulfil fulfill maintenance maintain
				accession acced adhesion adher revision revis decision decid submission submit permission
				permit provision provid inclusion includ extension extend destruction destroy production produc
				analysis analys choice choos loss lose proof prove knowledge know belief believ growth grow`),
		},
		att.French: {
			inflection: endingsOf("s x e es ees ee"),
			derivation: endingsOf(`isation isations ation ition tion ion ateur atrice eur euse rice issement ement ment age ance ence
				ite if ive el elle al ale aux aire ique able ible er ir re ant ent e i iser ise ier oire ement`),
			irregular: pairsOf(`travaux travail regionaux regional nationaux national internationaux international
				generaux general adhesion adher genre genre pays pays avis avis acces acces progres progres pertes perte
				revision revis soumission soumet cas cas fonds fonds`),
		},
		att.Spanish: {
			inflection: endingsOf("s es a o as os e"),
			derivation: endingsOf(`aciones acion iciones icion ciones cion siones sion amiento imiento miento adora ador edor idor ante
				iente anza encia ancia idad idades iva ivo al ar er ir ada ado ido ida ando iendo able ible mente ico ica
				ario aria izacion izar ificacion ificar iz i a e o`),
			irregular: pairsOf("pais pais paises pais genero genero crisis crisis adhesion adher adherirs adher"),
		},
		att.Russian: {
			inflection: endingsOf(`ийся аяся ееся иеся егося емуся имися ихся имся уюся ейся иями ями ами иях ях ах ием ией иям ям ам ого его ому ему ыми ими ым им ых их ую юю ая яя ое ее
				ые ие ый ий ой ей ов ев ом ем ия ию ии ьями ьях ьям ьей ье ья ьи ью ь ы и а я о е у ю й`),
			derivation: endingsOf(`ировани изаци аци яци ици ци ени ани яни ен ан ян ость ост ств ническ ическ еск ск тельств тельн
				ительн тел н ниц ник к ок ов ирова изирова ова ыва ива ировать овать ывать ивать ать ять ить еть ут ют ущ ющ
				ащ ящ вш ем им и а я е о т`),
			rewrite:   russianRoot,
			irregular: pairsOf(`дети ребенок дет ребенок людей человек люди человек люд человек`),
		},
		att.Arabic: {
			prefixes:   strings.Fields("وبال وكال وال فال بال كال ولل لل ال"),
			possessive: endingsOf("ها هم هما"),
			inflection: endingsOf("ات ان ون ين يه يا ه ي ا"),
			irregular:  arabicPlurals(),
		},
		att.Chinese: {},
	}
})

func pairsOf(list string) map[string]string {
	words := strings.Fields(list)
	m := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}

// englishSingular writes -our as -or (neighbouring, armour) and takes off the plural, but not the s of "access",
// "status" or "analysis".
func englishSingular(w string) string {
	if before, after, ok := strings.Cut(w, "our"); ok && len(before) > 2 && strings.ContainsRune("bdglmnv", rune(before[len(before)-1])) &&
		(after == "" || strings.ContainsRune("aeihs", rune(after[0]))) {
		w = before + "or" + after
	}
	switch {
	case len(w) <= leaveInflected || !strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// englishRoot evens out what derivation leaves: doubled consonants (transferr-ing), and the sounds that
// alternate between verb and noun (permission and permit, licence and license, -yse and -yze).
func englishRoot(w string) string {
	for _, p := range [][2]string{{"ission", "it"}, {"iss", "it"}, {"nc", "ns"}, {"yz", "ys"}, {"nsion", "nd"}} {
		if len(w) > len(p[0])+2 && strings.HasSuffix(w, p[0]) {
			return w[:len(w)-len(p[0])] + p[1]
		}
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}

// russianRoot evens out the consonants that alternate (предотвращ-ение and предотврат-ить).
func russianRoot(w string) string {
	for _, p := range [][2]string{{"жд", "д"}, {"щ", "т"}, {"ж", "з"}, {"ш", "с"}} {
		if strings.HasSuffix(w, p[0]) {
			return w[:len(w)-len(p[0])] + p[1]
		}
	}
	return w
}

// brokenPlurals lists Arabic plurals that change inside the word, each before its singular, as folded: no
// ending shows them.
const brokenPlurals = `نقاط نقطه قوايم قايمه تقارير تقرير اسلحه سلاح دول دوله نظم نظام انظمه نظام تدابير تدبير مخاطر خطر
	ادوار دور اطراف طرف مناطق منطقه وثايق وثيقه معايير معيار رخص رخصه تراخيص ترخيص ضوابط ضابط جهات جهه صناديق صندوق
	افرقه فريق مشاريع مشروع بلدان بلد اسيله سوال مسايل مساله قضايا قضيه مواضيع موضوع بنود بند خبرا خبير سماسره سمسار
	وسطا وسيط  مواني مينا قواعد قاعده مبادي مبدا نماذج نموذج ادله دليل برامج برنامج خطط خطه حقوق حق اثار اثر اهداف هدف
	اعضا عضو روسا رييس وفود وفد مواعيد موعد تواريخ تاريخ مصادر مصدر جرايم جريمه قوانين قانون ذخاير ذخيره اجزا جز
	قطع قطعه لجان لجنه اجهزه جهاز موارد مورد عوايق عايق انشطه نشاط جهود جهد فرص فرصه سبل سبيل نتايج نتيجه دروس درس
	شروط شرط احكام حكم مواد ماده فصول فصل انواع نوع جمارك جمرك مراحل مرحله اساليب اسلوب طرق طريقه وسايل وسيله
	عناصر عنصر اوليات اولويه شركا شريك مستندات مستند مهام مهمه عواقب عاقبه اقاليم اقليم حدود حد اموال مال
	نفقات نفقه حالات حاله ثغرات ثغره  منافذ منفذ`

// arabicPlurals brings both sides into the form without endings.
func arabicPlurals() map[string]string {
	g := grammar{inflection: endingsOf("ات ان ون ين يه يا ه ي ا")}
	m := map[string]string{}
	words := strings.Fields(brokenPlurals)
	for i := 0; i+1 < len(words); i += 2 {
		m[g.inflected(words[i])] = g.inflected(words[i+1])
	}
	return m
}
