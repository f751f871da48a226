// Paper writes a programme of work, or the change from one to another, as a document that people read: one page of
// HTML, Markdown, CSV or JSON, in one of six languages.
//
//	go run ./examples/paper [-lang en|fr|es|ru|ar|zh] [-format html|markdown|csv|json|text] [-o FILE] [-costs FILE] [-rate FROM/TO=R@DATE]...
//		[-arrange] [-reports YEAR] [FILE|NAME [FILE|NAME]]
//
// Without arguments it writes the change from the CSP9 cycle as held to a programme constructed from the draft
// proposal; with one it writes that programme, with two the change from the first to the second. Text is the same as
// Markdown. With -arrange the first round is arranged anew, with what that changes; with -reports the paper says who owed
// an annual report for that year, as of the conference. With -o the paper goes to a file, which appears whole or not at all.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"attwork.example/att"
	"attwork.example/att/rules/proposal"
	"attwork.example/examples/internal/command"
	"attwork.example/examples/internal/costs"
	"attwork.example/finance"
	"attwork.example/reporting/paper"
)

func main() {
	command.Main("paper [flags] [FILE|NAME [FILE|NAME]]", run)
}

func run(c *command.Call) (int, error) {
	lang := c.Flags.String("lang", "en", "the language of the paper: `en, fr, es, ru, ar or zh`")
	name := c.Flags.String("o", "", "write to `FILE` instead of standard output, which is -")
	arrange := c.Flags.Bool("arrange", false, "arrange the first round anew, and say what that changes")
	reports := c.Flags.Int("reports", 0, "say who owed an annual report for this `YEAR`, as of the conference")
	book := c.Flags.String("costs", "", "a cost book (default: the illustrative one): `FILE`")
	rates := costs.Rates(c.Flags)
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
	prices, err := costs.Book(c, *book)
	if err != nil {
		return 0, err
	}
	p, err := compose(programmes, prices, *rates)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", args[len(args)-1], err)
	}
	if err := extend(&p, *arrange, *reports); err != nil {
		return 0, err
	}
	p.Made = made(c, catalogue.Lang(), *rates, args)
	if err := p.Write(c.Out, format(c), catalogue); err != nil {
		return 0, err
	}
	if *name != "" && *name != "-" {
		if err := save(*name, c.Out.Bytes()); err != nil {
			return 0, err
		}
		c.Out.Reset()
	}
	code := command.Done
	for _, p := range programmes {
		for _, f := range p.Locate(p.Shape) {
			c.Complain("%s: %s: %s", f.Position, f.Path, f.Message)
			code = command.No
		}
	}
	return code, nil
}

// extend adds what was asked for beside the programmes.
func extend(p *paper.Paper, arrange bool, reports int) error {
	var err error
	if arrange {
		if p.Timetables, err = arranged(p.Programme); err != nil {
			return fmt.Errorf("-arrange: %w", err)
		}
	}
	if reports != 0 {
		if p.Compliance, err = owed(p.Programme, reports); err != nil {
			return fmt.Errorf("-reports %d: %w", reports, err)
		}
	}
	return nil
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
func made(c *command.Call, lang att.Lang, rates []finance.Rate, args []string) string {
	words := []string{"go run ./examples/paper -lang", string(lang), "-format", string(format(c))}
	c.Flags.Visit(func(f *flag.Flag) {
		switch f.Name {
		case "arrange":
			words = append(words, "-arrange="+f.Value.String())
		case "reports":
			words = append(words, "-reports", f.Value.String())
		case "costs":
			args = append([]string{"-costs", f.Value.String()}, args...)
		}
	})
	for _, r := range rates {
		words = append(words, "-rate", r.String())
	}
	for _, arg := range args {
		word := filepath.Base(arg)
		if strings.ContainsAny(word, " \t\n\"'`$\\&|;<>()*?[]#~!{}") {
			word = "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// save writes a file beside its place first, so that nobody ever finds half of one.
func save(name string, data []byte) error {
	mode := os.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return fmt.Errorf("-o %s: is a folder or a device; name a file", name)
		}
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".paper-*")
	if err != nil {
		return unwritten(name, err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), mode)
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return unwritten(name, err)
	}
	return nil
}

// unwritten says why, without the name of the file beside the place.
func unwritten(name string, err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("-o %s: there is no folder %s", name, filepath.Dir(name))
	}
	if at := new(os.PathError); errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("-o %s: cannot be written: %w", name, err)
}
