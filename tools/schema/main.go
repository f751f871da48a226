// Schema writes the JSON Schemas of a programme of work and of the findings about one, from the Go types
// and their tags, so that neither is kept by hand.
//
//	go -C tools/schema run . [-dir ../../att/document]
//
// The descriptions are the comments in the sources, which it reads from ../../att: it runs in its own folder.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/invopop/jsonschema"
)

// base is the beginning of both addresses. They name the schemas; nothing is served there.
const base = "https://attwork.example/schema/"

// sources has the Go files of the nouns, seen from the folder of this program.
const sources = "../../att"

func main() {
	dir := flag.String("dir", "../../att/document", "the `folder` to write to")
	flag.Parse()
	if err := write(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

// file is one schema as it is written.
type file struct {
	name string
	data []byte
}

func write(dir string) error {
	files, err := generate()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate returns both schemas. Equal types and comments give equal bytes.
func generate() ([]file, error) {
	nouns, err := readComments(sources)
	if err != nil {
		return nil, fmt.Errorf("%w (run it as: go -C tools/schema run .)", err)
	}
	own, err := readComments(".")
	if err != nil {
		return nil, err
	}
	programme, err := programmeSchema(nouns)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, s := range []*jsonschema.Schema{programme, findingsSchema(own, programme)} {
		data, err := encode(s)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: filepath.Base(string(s.ID)), data: data})
	}
	return files, nil
}

// encode writes a schema in ASCII: patterns hold spaces and marks that nobody would see in an editor.
func encode(s *jsonschema.Schema) ([]byte, error) {
	raw, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for _, r := range string(raw) {
		switch {
		case r < 0x7f:
			out.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			return nil, fmt.Errorf("%q needs a surrogate pair, which is not written here", r)
		}
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, out.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	indented.WriteByte('\n')
	return indented.Bytes(), nil
}
