package synthetic

import (
	"fmt"

	"attwork.example/att"
)

func topicID(i int) string { return fmt.Sprintf("topic-%05d", i) }

// topic returns the topic with number i, as it stands in the mandate of a body. Most want the minutes that they have.
func topic(i int, b *att.Body, minutes int) att.Topic {
	focuses := []att.Focus{att.NationalPractice, att.Impact, att.CooperationAndAssistance, att.NationalPractice, att.Policy, att.NationalPractice, att.Procedural}
	outcomes := []att.Outcome{att.Exchange, att.Exchange, att.ReportOutcome, att.Exchange, att.DraftDecisionOutcome, att.Exchange, att.Exchange, att.Tool, att.Exchange}
	t := att.Topic{
		ID: topicID(i), Title: att.Text{att.English: title(i)}, Articles: articles(i), Stage: stages[i/3%3],
		Focus: focuses[i%len(focuses)], Outcome: outcomes[i%len(outcomes)], Minutes: minutes, SetBy: att.Chair, Priority: i%9 + 1,
		Assessed: []string{}, Papers: []string{"pressing"}, Support: []string{"vtf"},
	}
	switch {
	case b.Role == att.DIEF && i%60 != 10:
		t.Focus = att.OperationalCase
	case b.Role == att.WGTU && i%40 == 8:
		t.Support = []string{}
	}
	if i%18 == 7 {
		t.Assessed = []string{"Basic guide to establishing a national control system"}
	}
	if i%31 == 6 {
		t.Papers = []string{}
	}
	if i%29 == 2 {
		t.Support = []string{"secretariat"}
	}
	if i%23 == 3 {
		t.Stage = ""
	}
	if i%17 == 1 {
		t.Minutes++
	}
	if i%100 == 35 {
		t.Current = true
	}
	return t
}

var stages = []string{"control-system", "transfer", "effect"}

// articles returns two places of the Treaty, so that nearly every topic has its own.
func articles(i int) []att.Article {
	const paragraphs = 6
	place := func(k int) att.Article {
		k %= 28 * paragraphs
		if k%paragraphs == 0 {
			return att.Article(fmt.Sprint(k/paragraphs + 1))
		}
		return att.Article(fmt.Sprintf("%d(%d)", k/paragraphs+1, k%paragraphs))
	}
	return []att.Article{place(i), place(i/(28*paragraphs)*5 + i*11 + 7)}
}

// title returns the title of topic i, made of a doing, a thing and a circumstance. Nearly all differ, and
// neighbours in all three; every fortieth says the same as an earlier one in another order.
func title(i int) string {
	const stride = 7919 // a prime, so that it meets each combination once before it comes back
	again := i%40 == 39
	if again {
		i -= 33
	}
	k := i * stride % (len(doings) * len(things) * len(circumstances))
	doing, thing, circumstance := doings[k%len(doings)], things[k/len(doings)%len(things)], circumstances[k/len(doings)/len(things)]
	if again {
		return circumstance + ": the " + doing + " of " + thing
	}
	return doing + " " + thing + " " + circumstance
}

var doings = []string{
	"keeping", "assessing", "licensing", "marking", "tracing", "storing", "destroying", "inspecting", "verifying", "teaching", "financing",
	"publishing", "translating", "drafting", "enforcing", "investigating", "prosecuting", "insuring", "coordinating", "mapping", "auditing",
	"forecasting", "comparing",
}

var things = []string{
	"pistols", "light weapons", "ammunition", "components", "battle tanks", "armoured vehicles", "artillery systems", "combat aircraft",
	"attack helicopters", "warships", "missiles", "end-use certificates", "import permits", "brokers", "transit declarations", "seals",
	"stockpiles", "control lists", "annual reports", "initial reports", "delivery notes", "serial numbers", "contact points",
}

var circumstances = []string{
	"at land borders", "in seaports", "in airports", "in free zones", "for police forces", "for armies", "for industry", "by parliaments",
	"with regional centres", "with civil society", "after armed conflict", "during embargoes", "in small administrations",
	"in island States", "in landlocked States", "through software", "for museums", "for private security", "for peace operations",
	"with universities", "for girls", "by courts", "during emergencies",
}
