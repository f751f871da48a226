package proposal

import (
	"slices"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/guidance"
	"attwork.example/internal/likeness"
)

// existingGuidance: no new tool or guidance repeats one that exists (25d, 10.5).
func existingGuidance(register []guidance.Tool) check.AnyRule {
	return check.Rule[att.Programme]{
		About: check.About{
			ID:       "proposal/25d-existing-guidance",
			Sense:    "A topic or paper that is to become a tool or guidance does not repeat an existing one by its title, unless that one was assessed first.",
			Severity: check.Warning,
			Cites: []att.Citation{
				Cite("25d", "do away with duplicated work"),
				Cite("10.5", "existing resources are assessed first, to avoid duplication"),
			},
			Axis: check.Topics,
			When: "programmes with topics or papers that are to become tools or guidance",
			Passing: func() check.Example {
				return check.Example{Says: "A paper is to become guidance, and no existing one has its title.", Programme: withGuidance("Keeping records in a small administration")}
			},
			Failing: func() check.Example {
				return check.Example{Says: "A paper would write the basic guide to a control system again.", Programme: withGuidance("Establishing a national control system: a basic guide")}
			},
		},
		Applies: func(in check.In[att.Programme]) bool { return len(planned(in)) > 0 || in.Programme().Documents == nil },
		Check:   func(in check.In[att.Programme]) check.Result { return repeated(in, register) },
	}
}

func withGuidance(title string) att.Programme {
	p := example()
	p.Documents = append(p.Documents, att.Document{ID: "new", Title: english(title), Kind: att.Guidance, Issuer: "wgeti", Distributed: att.MustDate("2024-03-01")})
	return p
}

// plan is a topic or paper that is to become a tool or guidance.
type plan struct {
	path     check.Path
	title    att.Text
	assessed []string
}

func planned(in check.In[att.Programme]) []plan {
	var plans []plan
	assessed := map[string][]string{} // by topic
	all := in.Topics()
	for i := range all {
		t := &all[i]
		if len(t.Value.Assessed) > 0 {
			assessed[t.Value.ID] = append(assessed[t.Value.ID], t.Value.Assessed...)
		}
		if t.Value.Outcome == att.Tool && working(t.Body().Kind) {
			plans = append(plans, plan{t.Path, t.Value.Title, t.Value.Assessed})
		}
	}
	for _, d := range in.Documents() {
		if d.Value.Kind == att.Guidance {
			plans = append(plans, plan{d.Path, d.Value.Title, assessed[d.Value.For]})
		}
	}
	return plans
}

// repeated compares plans with the register. A tool of a later conference than the one before the cycle did
// not exist yet; one without a date is taken to exist.
func repeated(in check.In[att.Programme], register []guidance.Tool) check.Result {
	var existing []guidance.Tool
	start := in.Programme().Conference.CycleStart
	for _, tool := range register {
		if tool.Since.IsZero() || start.IsZero() || !tool.Since.After(start) {
			existing = append(existing, tool)
		}
	}
	plans := planned(in)
	titles := make([]att.Text, 0, len(existing)+len(plans))
	for _, tool := range existing {
		titles = append(titles, tool.Title)
	}
	for _, p := range plans {
		titles = append(titles, p.title)
	}
	pairs, _ := likeness.Pairs(titles, func(i, j int) bool {
		if i >= len(existing) || j < len(existing) {
			return true // two of the register, or two of the programme: not asked here
		}
		return slices.ContainsFunc(plans[j-len(existing)].assessed, func(title string) bool {
			return names(title, existing[i].Title)
		})
	})
	var result check.Result
	for _, pair := range pairs {
		tool, p := existing[pair.I], plans[pair.J-len(existing)]
		title, _ := tool.Title.In(pair.Lang)
		result.Findings = append(result.Findings, check.Finding{
			Path: p.path,
			Message: departs("paragraphs 10 and 25d", "what is to become a tool or guidance repeats \"{tool}\" by its title, and nothing says that it was assessed first.",
				check.Text("tool", title)),
			Remedy: check.Say("Assess the existing one first, and say what is added to it; or continue it under its own title."),
		})
	}
	if p := in.Programme(); result.Findings == nil && !p.Whole("documents", p.Documents != nil) {
		result.Missing = []check.Message{check.Say("the documents of the cycle")}
	}
	return result
}

// names reports whether a line of a topic's list of assessed tools names a tool, in any language.
func names(line string, title att.Text) bool {
	for lang, t := range title {
		if likeness.Alike(lang, line, t) {
			return true
		}
	}
	return false
}
