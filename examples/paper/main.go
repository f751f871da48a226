// Paper writes a programme of work, or the change from one to another, as a document that people read: one page of
// HTML, Markdown, CSV or JSON, in one of six languages.
//
//	go run ./examples/paper [-lang en|fr|es|ru|ar|zh] [-format html|markdown|csv|json|text] [-o FILE] [FILE|NAME [FILE|NAME]]
//
// Without arguments it writes the change from the CSP9 cycle as held to a programme constructed from the draft
// proposal; with one it writes that programme, with two the change from the first to the second. Text is the same as
// Markdown. With -o the paper goes to a file, which appears whole or not at all.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"attwork.example/att"
	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
	"attwork.example/reporting/paper"
)

func main() {
	command.Main("paper [flags] [FILE|NAME [FILE|NAME]]", run)
}

func run(c *command.Call) (int, error) {
	lang := c.Flags.String("lang", "en", "the language of the paper: `en, fr, es, ru, ar or zh`")
	name := c.Flags.String("o", "", "write to `FILE` instead of standard output")
	args, err := c.ParseFormats("html", "markdown", "csv", "json", "text")
	switch {
	case err != nil:
		return 0, err
	case len(args) > 2:
		return 0, fmt.Errorf("%q: unexpected argument; name one programme, or two to compare", args[2])
	case len(args) == 0:
		args = []string{"csp9", proposal.Name}
	}
	catalogue, err := paper.Embedded(att.Lang(*lang))
	if err != nil {
		return 0, fmt.Errorf("-lang %.20q: expected en, fr, es, ru, ar or zh", *lang)
	}
	var programmes []command.Programme
	for _, arg := range args {
		p, err := c.Load(arg)
		if err != nil {
			return 0, err
		}
		programmes = append(programmes, p)
	}
	p, err := compose(programmes)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", args[len(args)-1], err)
	}
	p.Made = made(*lang, format(c), args)
	if err := p.Write(c.Out, format(c), catalogue); err != nil {
		return 0, err
	}
	if *name != "" {
		if err := save(*name, c.Out.Bytes()); err != nil {
			return 0, err
		}
		c.Out.Reset()
	}
	for _, p := range programmes {
		if len(p.Shape) > 0 {
			for _, f := range p.Locate(p.Shape) {
				c.Complain("%s: %s: %s", f.Position, f.Path, f.Message)
			}
			return command.No, nil
		}
	}
	return command.Done, nil
}

func format(c *command.Call) paper.Format {
	switch {
	case c.JSON:
		return paper.JSON
	case c.Other == "":
		return paper.Markdown
	}
	return paper.Format(c.Other)
}

// made is the command that makes the paper again. A file is named without its folder, which means nothing elsewhere.
func made(lang string, f paper.Format, args []string) string {
	words := []string{"go run ./examples/paper -lang", lang, "-format", string(f)}
	for _, arg := range args {
		words = append(words, filepath.Base(arg))
	}
	return strings.Join(words, " ")
}

// save writes a file beside its place first, so that nobody ever finds half of one.
func save(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".paper-*")
	if err != nil {
		return fmt.Errorf("-o %s: cannot be written: %w", name, err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("-o %s: cannot be written: %w", name, err)
	}
	return nil
}
