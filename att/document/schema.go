package document

import (
	"bytes"
	_ "embed"
)

//go:generate go -C ../../tools/schema run .

//go:embed programme.schema.json
var programmeSchema []byte

//go:embed findings.schema.json
var findingsSchema []byte

// Schema returns the JSON Schema (draft 2020-12) of a programme's document, a fresh copy at each call.
// It is generated from the types of [att] with their tags and comments.
//
// An editor that knows it completes keys and words, shows what they mean, and marks faults while one writes.
// Write the bytes to a file beside the document and name it in the second key:
//
//	{
//	  "format": "attwork/programme/1",
//	  "$schema": "programme.schema.json",
//
// The schema also refuses what [Read] accepts and [Shape] reports in paragraph 1 of the format, and years out of
// bounds. It cannot see the rest of what the format asks for: a document is well formed when Read and Shape say so.
func Schema() []byte { return bytes.Clone(programmeSchema) }

// FindingsSchema returns the JSON Schema (draft 2020-12) of findings as the example program check writes
// them with -format json, a fresh copy at each call. A [check.Finding] writes itself in the form that the schema
// calls finding.
func FindingsSchema() []byte { return bytes.Clone(findingsSchema) }
