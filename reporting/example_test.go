package reporting_test

import (
	"fmt"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/parties"
	"attwork.example/att/rules/proposal"
	"attwork.example/reporting"
)

func ExampleCompliance() {
	const table = `state,period,received
CHE,2022,2023-05-30
Austria,2022,2023-06-05
`
	register, findings, err := reporting.ReadCSV("submissions.csv", strings.NewReader(table))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := reporting.Compliance(reporting.Question{Period: 2022, AsOf: att.MustDate("2023-12-31"), Grace: 7, Register: &register})
	fmt.Println(len(findings), err)
	fmt.Println("on time", a.Total.OnTimeRate())
	fmt.Println("missing", a.Total.Missing)
	// Output:
	// 0 <nil>
	// on time 2 of 110 (1.8 %)
	// missing 108
}

func ExampleReadCSV() {
	_, findings, err := reporting.ReadCSV("submissions.csv", strings.NewReader("state,period,received\nDR Congo,2022,2023-05-30\n"))
	fmt.Println(err)
	for _, f := range findings {
		fmt.Println(f.Position, f.Severity, f.Message, f.Remedy)
	}
	// Output:
	// <nil>
	// submissions.csv:2:1 error DR Congo is no State Party or signatory. Use an ISO 3166-1 alpha-3 code such as CHE, or a name such as Switzerland.
}

// The same question as of two days: late reports keep arriving.
func ExampleCompare() {
	register, _ := reporting.NewRegister([]reporting.Submission{
		{State: "CHE", Duty: reporting.AnnualReport, Period: 2022, Received: att.MustDate("2023-09-01")},
	})
	q := reporting.Question{Period: 2022, AsOf: att.MustDate("2023-06-30"), Register: &register}
	before, _ := reporting.Compliance(q)
	q.AsOf = att.MustDate("2023-12-31")
	after, _ := reporting.Compliance(q)
	d, _ := reporting.Compare(before, after)
	for _, c := range d.States {
		fmt.Println(c.State, c.Before.Status, "->", c.After.Status)
	}
	// Output: CHE missing -> late
}

func ExampleInitialDue() {
	p, _ := parties.Get("CHE")
	fmt.Println(reporting.InitialDue(p, reporting.LastDay), reporting.InitialDue(p, reporting.Anniversary))
	// Output: 2016-04-29 2016-04-30
}

func ExampleDuties() {
	for _, d := range reporting.Duties() {
		if d.Dated() {
			fmt.Println(d.ID, d.Article, d.Due)
		}
	}
	// Output:
	// initial-report 13(1) the end of the first year after it
	// annual-report 13(3) 31 May of the year after; no weekend moves it
}

// What the two groups discuss in the constructed programme goes together, but for two subjects.
func ExampleRules() {
	for _, f := range reporting.Rules().Check(proposal.Programme(), check.Options{}).Findings {
		fmt.Println(f.Severity, f.Path)
	}
	// Output:
	// note bodies[wgeti].mandate.topics[art-11]
	// note bodies[wgtr].mandate.topics[reporting-duties]
}
