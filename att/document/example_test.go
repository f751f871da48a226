package document_test

import (
	"fmt"
	"os"
	"strings"

	"attwork.example/att"
	"attwork.example/att/document"
)

const plan = `{
  "format": "attwork/programme/1",
  "id": "plan",
  "name": {"en": "A plan"},
  "rounds": [
    {"id": "spring", "bodies": ["wgeti"], "start": "2024-04-19", "end": "2024-04-15"}
  ]
}`

func ExampleRead() {
	f, err := document.Read("plan.json", strings.NewReader(plan))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, finding := range f.Shape() {
		fmt.Println(finding.Position, finding.Path)
		fmt.Println("   ", finding.Message, finding.Remedy)
	}
	_, err = document.Read("plan.json", strings.NewReader(strings.Replace(plan, "2024-04-19", "19 April", 1)))
	fmt.Println(err)
	// Output:
	// plan.json:6:73 rounds[spring].end
	//     2024-04-15 comes before 2024-04-19. Correct one of the two dates.
	// plan.json:6:33 rounds[spring].bodies[#1]
	//     There is no body wgeti. Correct the reference, or add the body to the programme.
	// plan.json:6:52: rounds[spring].start: "19 April" is no day of the form 2024-03-18
}

func ExampleWrite() {
	p := att.Programme{ID: "plan", Name: att.Text{att.English: "A plan"}, Consultations: []att.Consultation{}}
	if err := document.Write(os.Stdout, p); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "format": "attwork/programme/1",
	//   "id": "plan",
	//   "name": {
	//     "en": "A plan"
	//   },
	//   "consultations": []
	// }
}

func ExampleShape() {
	p := att.Programme{ID: "My plan", Name: att.Text{att.English: "A plan"}}
	for _, f := range document.Shape(p) {
		fmt.Println(f.Path, "-", f.Message, f.Remedy)
	}
	// Output: id - My plan is no id. Use small letters and digits, with single dots or hyphens between them, at most 64.
}
