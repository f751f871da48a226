package document_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"attwork.example/att/document"
)

func ExampleSchema() {
	var schema struct {
		Draft    string   `json:"$schema"`
		Title    string   `json:"title"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal(document.Schema(), &schema); err != nil {
		fmt.Println(err)
	}
	fmt.Println(schema.Title, schema.Required)
	fmt.Println(schema.Draft)
	// Output:
	// Programme of work [format id name]
	// https://json-schema.org/draft/2020-12/schema
}

func ExampleFindingsSchema() {
	var schema struct {
		Title    string   `json:"title"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal(document.FindingsSchema(), &schema); err != nil {
		fmt.Println(err)
	}
	fmt.Println(schema.Title, schema.Required)
	// Output: Findings about programmes of work [findings outcomes]
}

// TestSchemasAreFreshCopies changes what it got, which nobody else may notice. What the schemas say is tested in
// tools/schema, with a validator that is not ours.
func TestSchemasAreFreshCopies(t *testing.T) {
	for name, schema := range map[string]func() []byte{"programme": document.Schema, "findings": document.FindingsSchema} {
		first := schema()
		first[0] = '?'
		assert.True(t, json.Valid(schema()), name)
	}
}

// TestDocumentToBreak reads the document of which the table in tools/schema breaks one place after the other.
func TestDocumentToBreak(t *testing.T) {
	file, err := os.Open("testdata/refused/good.json")
	require.NoError(t, err)
	defer file.Close()
	f, err := document.Read("good.json", file)
	require.NoError(t, err)
	assert.Empty(t, f.Shape())
}
