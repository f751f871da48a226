package paper

import (
	"maps"

	"attwork.example/att"
)

// A builder puts a page together.
type builder struct {
	*speaker
	paper         Paper
	before, after att.Measures
}

func build(p Paper, c Catalogue) page {
	b := &builder{speaker: newSpeaker(c), paper: p}
	b.before, b.after = att.Measure(p.Before, p.Measure), att.Measure(p.Programme, p.Measure)
	out := page{Lang: tag(c.Lang()), Dir: b.locale.dir, Title: b.heading(), Contents: b.say("Contents"), Lead: b.lead()}
	for _, make := range []func() section{
		b.counts, b.meetings, b.agendas, b.timetables, b.lenses, b.frontier, b.savings, b.shares, b.findings, b.coverage, b.compliance,
	} {
		untold, draft := maps.Clone(b.untold), maps.Clone(b.draft)
		if s := make(); len(s.Blocks) > 0 {
			out.Sections = append(out.Sections, s)
		} else {
			b.untold, b.draft = untold, draft // nobody reads its title
		}
	}
	out.Foot = b.foot()
	return out
}

// compares reports whether the paper is about a change.
func (b *builder) compares() bool { return given(b.paper.Before) }

// has reports whether the paper is about a programme at all.
func (b *builder) has() bool { return given(b.paper.Programme) }

// given tells a programme from the zero one. A document without an id is a programme nevertheless.
func given(p att.Programme) bool {
	return p.ID != "" || len(p.Name) > 0 || p.Status != "" || p.Bodies != nil || p.Rounds != nil || !p.Conference.Start.IsZero()
}

func (b *builder) name(p att.Programme) text {
	switch t := b.title(p.Name); {
	case t != nil:
		return t
	case !blank(p.ID):
		return code(p.ID)
	}
	return b.say("a programme without a name")
}

func (b *builder) heading() text {
	switch {
	case b.compares():
		return b.say("From “{before}” to “{after}”", part{"before", b.name(b.paper.Before)}, part{"after", b.name(b.paper.Programme)})
	case b.has():
		return b.name(b.paper.Programme)
	}
	return b.say("Reporting under the Arms Trade Treaty")
}

// sideLabel is the short name of one of the sides of a comparison.
func (b *builder) sideLabel(i int) text {
	if i == 0 {
		return b.say("Before")
	}
	return b.say("After")
}

// sideTitle names one of the sides: a comparison says which it is.
func (b *builder) sideTitle(i int) text {
	name := b.name(b.sides()[i])
	if !b.compares() {
		return name
	}
	return b.say("{side}: {name}", part{"side", b.sideLabel(i)}, part{"name", name})
}

// sideColumns are the columns of a table that sets the sides beside each other.
func (b *builder) sideColumns(single text, number bool) []column {
	if !b.compares() {
		return []column{{Title: single, Number: number}}
	}
	return []column{{Title: b.sideLabel(0), Number: number}, {Title: b.sideLabel(1), Number: number}}
}

func (b *builder) lead() []block {
	notice := b.say("Nothing here is official.")
	for _, c := range b.paper.Checks {
		notice = join(" ", notice, b.title(c.Note))
	}
	if len(b.paper.Savings.Lines) > 0 {
		notice = join(" ", notice, b.say("Amounts of money rest on prices and quantities that are assumed; what is assumed stands at the end."))
	}
	blocks := []block{{Notice: true, Paragraph: notice}}
	for i, p := range b.sides() {
		t := b.say("Status: {status}.", part{"status", b.status(p)})
		if b.compares() {
			t = b.say("{name}. Status: {status}.", part{"name", bold(b.sideTitle(i))}, part{"status", b.status(p)})
		}
		blocks = append(blocks, paragraph(join(" ", t, b.foreign(p.Note))))
	}
	return blocks
}

// sides are the programmes that the paper is about, the one before first.
func (b *builder) sides() []att.Programme {
	switch {
	case b.compares():
		return []att.Programme{b.paper.Before, b.paper.Programme}
	case b.has():
		return []att.Programme{b.paper.Programme}
	}
	return nil
}

func (b *builder) status(p att.Programme) text {
	if p.Constructed {
		return b.say("constructed for study")
	}
	switch p.Status {
	case att.Draft:
		return b.say("draft")
	case att.Proposed:
		return b.say("proposed")
	case att.Decided:
		return b.say("decided")
	case att.Held:
		return b.say("held")
	}
	return b.say("unknown")
}

// foot says what the paper rests on and how to make it again.
func (b *builder) foot() section {
	s := section{ID: "basis", Title: b.say("What this rests on")}
	for _, p := range b.sides() {
		if len(p.Gaps) > 0 {
			s.Blocks = append(s.Blocks, paragraph(b.say("What is not known of {name}:", part{"name", b.name(p)})), b.list(p.Gaps))
		}
	}
	if assumed := b.paper.Savings.Assumptions; len(assumed) > 0 {
		s.Blocks = append(s.Blocks, paragraph(b.say("What the amounts assume:")), b.messages(assumed, len(assumed)))
	}
	s.Blocks = append(s.Blocks, paragraph(b.say("Each fact carries how well it is known: verified (seen in its source), computed (follows from a rule on dates), inferred, recalled (no source seen) or unknown.")))
	if b.paper.Made != "" {
		s.Blocks = append(s.Blocks, paragraph(b.say("Made again by {command}", part{"command", code(b.paper.Made)})))
	}
	if b.catalogue.Lang() != att.English {
		if len(b.draft) > 0 {
			s.Blocks = append(s.Blocks, paragraph(b.say("This translation is a draft. Sentences used here that no native speaker has reviewed: {n}.", part{"n", b.number(len(b.draft))})))
		}
		if len(b.untold) > 0 {
			s.Blocks = append(s.Blocks, paragraph(b.say("Sentences without a translation, which stand in English: {n}.", part{"n", b.number(len(b.untold))})))
		}
	}
	return s
}

// list shows sentences of a document, in the language that they are in.
func (b *builder) list(sentences []string) block {
	out := block{List: []text{}}
	for _, s := range sentences {
		out.List = append(out.List, b.foreign(s))
	}
	return out
}
