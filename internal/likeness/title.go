package likeness

import (
	"slices"
	"unicode"

	"attwork.example/att"
)

// unit is a word of a title that may be part of a term, or something already understood.
type unit struct {
	word    int32 // index into words, or -1
	concept concept
	atom    atom
	fixed   bool // an article, a number or a fixed phrase: not part of a longer term
	link    link
	segment int32
	taken   bool
}

// item is one thing that a title names.
type item struct {
	concept concept
	atom    atom // if concept is none, or says too little (generic and implied words as such)
	verbal  bool
	link    link
	segment int32
	wraps   bool // a body that only meets
}

func (it item) class() class {
	if it.concept == none {
		return content
	}
	return kinds()[it.concept].class
}

// contentWords returns the words of the scanned text that are not small, and whether "and" is among the
// small ones. For a term that is itself small all words are returned, and for one with a number none.
func (r *reader) contentWords(c concept) (words []int32, and bool) {
	small := kinds()[c].class == connector
	for _, t := range r.tokens {
		switch t.sign {
		case '0':
			return nil, false
		case '/', '&':
			and = true
		case 0:
			is := r.words[t.word].concept
			if is != none && kinds()[is].class == connector && !small {
				and = and || kinds()[is].link == andLink
				continue
			}
			and = and || r.words[t.word].and
			words = append(words, t.word)
		}
	}
	return words, and
}

// endsInSmallWord tells whether the scanned text ends like "update on".
func (r *reader) endsInSmallWord() bool {
	c := r.conceptAt(len(r.tokens) - 1)
	return c != none && kinds()[c].class == connector
}

// read takes a title apart into what it says.
func (r *reader) read(title string, lang att.Lang) said {
	if tooLong(title) {
		return said{atoms: []atom{r.rootOf(title)}}
	}
	text := r.fold(title, lang)
	r.units, r.items, r.atoms = r.units[:0], r.items[:0], r.atoms[:0]
	if lang == att.Chinese {
		r.readHanzi(text)
	} else {
		r.scan(text)
		if len(r.tokens) > maxTokens {
			return said{atoms: []atom{r.rootOf(title)}}
		}
		r.join()
		r.findTerms()
	}
	r.joinExchange()
	if len(r.items) == 0 && slices.ContainsFunc(text, unicode.IsLetter) {
		return said{atoms: []atom{r.rootOf(string(text))}} // small words only
	}
	bodies := r.markBodies()
	r.keep(false)
	s := r.conclude()
	if bodies {
		r.keep(true)
		s.whole = r.conclude().atoms
	}
	return s
}

// join turns tokens into units: it reads articles and numbers, and makes small words into links.
func (r *reader) join() {
	link, segment := breakLink, int32(0)
	emit := func(u unit) {
		u.link, u.segment = link, segment
		r.units = append(r.units, u)
		link = adjacent
	}
	for i := 0; i < len(r.tokens); {
		if p, ok := r.fixedAt(i); ok {
			if kinds()[p.concept].class == connector {
				link = max(link, kinds()[p.concept].link)
			} else {
				emit(unit{word: -1, concept: p.concept, fixed: true})
			}
			i += p.words
			continue
		}
		before := len(r.atoms)
		if end, ok := r.articles(i); ok {
			for _, a := range r.atoms[before:] {
				emit(unit{word: -1, concept: none, atom: a, fixed: true})
			}
			i = end
			continue
		}
		switch t := r.tokens[i]; {
		case t.sign == '(' && r.letterAt(i):
			emit(unit{word: -1, concept: none, atom: r.rootOf("(" + r.words[r.tokens[i+1].word].text), fixed: true})
			i += 2
		case t.sign == '0':
			emit(unit{word: -1, concept: none, atom: r.words[t.word].root, fixed: true})
		case t.sign == '\'':
			link = max(link, owner)
		case t.sign == '/' || t.sign == '&':
			link = max(link, andLink)
		case t.sign == '.' && r.abbreviated(i) || t.sign == '-':
		case t.sign != 0:
			link = breakLink
			segment++
		default:
			c := r.words[t.word].concept
			if c != none && kinds()[c].class == connector {
				link = max(link, kinds()[c].link)
			} else if c != none && kinds()[c].number > 0 {
				n, end, _ := r.number(i)
				emit(unit{word: -1, concept: none, atom: r.numberAtom(n), fixed: true})
				i = end - 1
			} else {
				if r.words[t.word].and {
					link = max(link, andLink)
				}
				emit(unit{word: t.word, concept: c})
			}
		}
		i++
	}
	r.atoms = r.atoms[:0]
}

// letterAt tells whether "(h)" begins at i.
func (r *reader) letterAt(i int) bool {
	_, letter, _, ok := r.inBrackets(i)
	return ok && letter != 0
}

// abbreviated tells whether the dot at i ends no sentence: a word of at most four letters is before it.
func (r *reader) abbreviated(i int) bool {
	return i > 0 && r.tokens[i-1].word >= 0 && len(r.words[r.tokens[i-1].word].text) <= 8 && r.tokens[i-1].sign == 0 && i+1 < len(r.tokens)
}

// fixedAt finds the longest phrase of small words that begins at i.
func (r *reader) fixedAt(i int) (longest phrase, ok bool) {
	if r.lexicon == nil {
		return phrase{}, false
	}
	var m uint64
	for n := 0; n < r.lexicon.longFix && i+n < len(r.tokens); n++ {
		t := r.tokens[i+n]
		if t.sign != 0 {
			break
		}
		m = next(m, r.words[t.word].exactMark)
		if p, found := r.lexicon.fixed[m]; found && n > 0 {
			longest, ok = p, true
		}
	}
	return longest, ok
}

// findTerms turns units into items. Terms of more words come first, the longest first; their words may stand
// in any order, with small words between ("control list", "list for control").
func (r *reader) findTerms() {
	if x := r.lexicon; x != nil {
		r.findPhrases(x.longest)
		if r.removeImplied() {
			r.findPhrases(x.longest)
		}
	}
	for i, u := range r.units {
		if u.taken {
			last := &r.items[len(r.items)-1]
			last.atom = max(last.atom, r.words[r.units[i].word].root)
			continue
		}
		it := item{concept: u.concept, atom: u.atom, link: u.link, segment: u.segment}
		if u.word >= 0 {
			it.verbal = r.words[u.word].verbal && !u.fixed
			it.atom = r.words[u.word].root
		}
		r.items = append(r.items, it)
	}
}

// removeImplied removes the words that would be dropped later, so that they do not part a term ("illicit arms
// trade"). It returns whether it removed any; if there is nothing else they stay.
func (r *reader) removeImplied() bool {
	matters := func(u unit) bool { return u.concept == none || kinds()[u.concept].class == content }
	if !slices.ContainsFunc(r.units, matters) {
		return false
	}
	out, link := r.units[:0], adjacent
	for _, u := range r.units {
		u.link = max(u.link, link)
		link = adjacent
		if !u.fixed && !u.taken && u.concept != none && kinds()[u.concept].class == implied {
			link = u.link
			continue
		}
		out = append(out, u)
	}
	removed := len(out) < len(r.units)
	r.units = out
	return removed
}

// findPhrases marks the terms of more than one word.
func (r *reader) findPhrases(longest int) {
	for n := min(longest, len(r.units)); n >= 2; n-- {
		for i := 0; i+n <= len(r.units); i++ {
			if p, ok := r.termAt(i, n); ok {
				r.units[i].concept = p.concept
				for k := i; k < i+n; k++ {
					r.units[k].taken = k > i
					r.units[k].fixed = true
				}
			}
		}
	}
}

// termAt tells whether the n units from i are the words of a term.
func (r *reader) termAt(i, n int) (phrase, bool) {
	var light, deep uint64
	and := false
	for k := i; k < i+n; k++ {
		u := r.units[k]
		if u.fixed || k > i && u.link == breakLink {
			return phrase{}, false
		}
		and = and || k > i && u.link == andLink
		light += r.words[u.word].inflectedMark
		deep += r.words[u.word].derivedMark
	}
	p, ok := r.lexicon.manyInflected[light]
	if !ok || p.words != n {
		p, ok = r.lexicon.manyDerived[deep]
	}
	return p, ok && p.words == n && (!and || p.and)
}

// keep leaves in r.kept what the title is about: no generic words, and, where anything else is left, nothing
// that is true of every topic of the Treaty. Bodies that only meet stay if told so.
func (r *reader) keep(bodies bool) {
	best := connector
	for _, it := range r.items {
		if bodies || !it.wraps {
			best = max(best, it.class())
		}
	}
	out := r.kept[:0]
	link := adjacent
	for _, it := range r.items {
		link = max(link, it.link)
		if it.wraps && !bodies || it.class() < best {
			continue
		}
		it.link, link = link, adjacent
		out = append(out, it)
	}
	r.kept = out
	r.dropRole()
}

// joinExchange finds the exchange of information where other words part the two ("exchange of licensing
// information", "information on brokers: exchange"): an exchange alone is only a way to meet.
func (r *reader) joinExchange() {
	information, exchange := -1, -1
	for i, it := range r.items {
		switch it.kind().name {
		case "information":
			information = i
		case "exchanging":
			exchange = i
		}
	}
	if information >= 0 && exchange >= 0 {
		r.items[information].concept = conceptOf("information-exchange")
	}
}

// markBodies marks the name of a body that meets on the topic: alone between colons or brackets, after
// "by", or beside a generic word ("WGETI discussion on"). A body of which something is said is the topic
// ("WGTR: mandate"). It returns whether there is any that only meets.
func (r *reader) markBodies() (found bool) {
	topic := false
	for _, it := range r.items {
		k := it.kind()
		topic = topic || it.class() == content && !k.body && !k.about
	}
	if !topic {
		return false
	}
	speaker := false // within "presentation by ..."
	for i := range r.items {
		it := &r.items[i]
		k := it.kind()
		after := i > 0 && r.items[i-1].segment == it.segment
		speaker = after && (speaker && it.link == adjacent || it.link == byLink && r.items[i-1].class() == generic)
		if speaker {
			it.wraps, found = true, true
			continue
		}
		if !k.body && !k.chair {
			continue
		}
		beside := after && r.items[i-1].class() == generic ||
			i+1 < len(r.items) && r.items[i+1].segment == it.segment && r.items[i+1].class() == generic && r.items[i+1].link == adjacent
		it.wraps = it.link == byLink || beside || r.onlyWraps(it.segment)
		found = found || it.wraps
	}
	if !slices.ContainsFunc(r.items, func(it item) bool { return !it.wraps && it.class() == content }) {
		for i := range r.items {
			r.items[i].wraps = false // a speaker and nothing spoken about
		}
		return false
	}
	return found
}

// onlyWraps tells whether a segment names nothing but bodies, their chairs and generic words.
func (r *reader) onlyWraps(segment int32) bool {
	for _, it := range r.items {
		k := it.kind()
		if it.segment == segment && it.class() == content && !k.body && !k.chair {
			return false
		}
	}
	return true
}

func (it item) kind() kind {
	if it.concept == none {
		return kind{class: content}
	}
	return kinds()[it.concept]
}

// dropRole drops "role of" where an actor and a matter are named beside it: "parliaments and
// universalization" can only mean their role in it. "The role of industry" alone keeps it.
func (r *reader) dropRole() {
	actor, other, role := false, false, -1
	for i, it := range r.kept {
		k := it.kind()
		switch {
		case k.name == "role":
			role = i
		case k.actor && !actor:
			actor = true
		default:
			other = true
		}
	}
	if role >= 0 && actor && other {
		if role+1 < len(r.kept) {
			next := &r.kept[role+1]
			next.link = max(next.link, r.kept[role].link)
		}
		r.kept = slices.Delete(r.kept, role, role+1)
	}
}
