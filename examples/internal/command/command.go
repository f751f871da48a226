// Package command is what the example programs share: flags, files, exit codes and output.
//
// A program answers on standard output and complains on standard error, in one line. It exits with 0
// when it is done, 1 when it is done and the answer is no, and 2 when flags or input are unusable; then
// nothing has been written to standard output.
package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"attwork.example/att"
	"attwork.example/att/check"
	"attwork.example/att/cycles"
	"attwork.example/att/document"
	"attwork.example/att/rules/proposal"
)

// Exit codes of the example programs.
const (
	Done = iota
	No
	Unusable
)

// Call is one call of a program.
type Call struct {
	Flags *flag.FlagSet
	Out   *bytes.Buffer // becomes standard output when the program is done
	JSON  bool          // whether -format json was given
	Other string        // another format that was given, of those that the program has beside text and JSON

	stdin    io.Reader
	args     []string
	usage    string
	problems bytes.Buffer // for standard error, when the program is done
	terminal io.Writer    // standard error, if it is a terminal; else nil
	busy     bool         // whether a line of progress stands there
}

// Progress shows a line on standard error while the program works, in the place of the one before; only a terminal
// sees it, and it is gone when the program is done.
func (c *Call) Progress(format string, args ...any) {
	if c.terminal != nil {
		fmt.Fprintf(c.terminal, "%s%.79s", wipe, oneLine(fmt.Sprintf(format, args...)))
		c.busy = true
	}
}

// wipe takes the line that stands on a terminal away.
const wipe = "\r\x1b[K"

// isTerminal reports whether someone may be looking: files and pipes are no devices.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// Complain puts a line on standard error, for something that did not keep the program from answering.
func (c *Call) Complain(format string, args ...any) {
	name, _, _ := strings.Cut(c.usage, " ")
	fmt.Fprintf(&c.problems, "%s: %s\n", name, oneLine(fmt.Sprintf(format, args...)))
}

// Main runs a program and exits. The usage starts with the program's name.
func Main(usage string, program func(*Call) (int, error)) {
	os.Exit(Run(usage, program, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// Run runs a program with these arguments and streams, and returns its exit code.
func Run(usage string, program func(*Call) (int, error), args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	name, _, _ := strings.Cut(usage, " ")
	c := &Call{
		Flags: flag.NewFlagSet(name, flag.ContinueOnError), Out: &bytes.Buffer{},
		stdin: stdin, args: args, usage: usage,
	}
	c.Flags.SetOutput(io.Discard)
	if isTerminal(stderr) {
		c.terminal = stderr
	}
	code, err := program(c)
	if c.busy {
		fmt.Fprintf(stderr, "%s", wipe)
	}
	if errors.Is(err, flag.ErrHelp) {
		code, err = Done, nil
		c.help()
	}
	if err == nil {
		_, err = stdout.Write(c.Out.Bytes())
	}
	if err == nil {
		_, err = stderr.Write(c.problems.Bytes())
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s: %s\n", name, oneLine(err.Error()))
		return Unusable
	}
	return code
}

func (c *Call) help() {
	c.Out.Reset()
	fmt.Fprintf(c.Out, "usage: %s\n", c.usage)
	c.Flags.SetOutput(c.Out)
	c.Flags.PrintDefaults()
}

// Parse reads the flags, among them -format, and returns the other arguments. The program answers as text, as
// JSON, and in the other formats named.
func (c *Call) Parse(others ...string) ([]string, error) {
	return c.ParseFormats(append([]string{"text", "json"}, others...)...)
}

// ParseFormats is Parse for a program with formats of its own; the first is the default.
func (c *Call) ParseFormats(formats ...string) ([]string, error) {
	known := strings.Join(formats[:len(formats)-1], ", ") + " or " + formats[len(formats)-1]
	format := c.Flags.String("format", formats[0], "how to answer: `"+known+"`")
	if err := c.Flags.Parse(c.args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil, err
		}
		return nil, fmt.Errorf("%s; -h lists the flags", strings.Replace(err.Error(), "flag provided but not defined:", "there is no flag", 1))
	}
	switch {
	case !slices.Contains(formats, *format):
		return nil, fmt.Errorf("-format %q: expected %s", *format, known)
	case *format == "json":
		c.JSON = true
	case *format != "text":
		c.Other = *format
	}
	return c.Flags.Args(), nil
}

// WriteJSON answers with v as JSON.
func (c *Call) WriteJSON(v any) error {
	enc := json.NewEncoder(c.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// Open opens a file, or standard input for "-". The error names the file and what to do.
func (c *Call) Open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(c.stdin), nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file", name)
	case err != nil:
		return nil, fmt.Errorf("%s: cannot be read: %w", name, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a directory; name a file in it", name)
	}
	return os.Open(name)
}

// Programme is a programme that a user named, with what its shape departs from.
type Programme struct {
	att.Programme
	Shape []check.Finding

	file *document.File
}

// Locate returns the findings with their positions, where the programme was read from a file.
func (p Programme) Locate(findings []check.Finding) []check.Finding {
	if p.file == nil {
		return findings
	}
	return p.file.Locate(findings)
}

// Load reads the programme that arg names: embedded data such as csp9, a file, or - for standard input.
func (c *Call) Load(arg string) (Programme, error) {
	if arg == proposal.Name {
		return Programme{Programme: proposal.Programme()}, nil
	}
	if p, ok := cycles.Programme(arg); ok {
		return Programme{Programme: p}, nil
	}
	r, err := c.Open(arg)
	if err != nil {
		if strings.ContainsAny(arg, "./\\") {
			return Programme{}, err
		}
		return Programme{}, fmt.Errorf("%w, and embedded are only %s and %s", err, strings.Join(cycles.Names(), ", "), proposal.Name)
	}
	defer r.Close()
	file, err := document.Read(arg, r)
	if err != nil {
		return Programme{}, err
	}
	return Programme{Programme: file.Programme, Shape: file.Shape(), file: &file}, nil
}

// oneLine puts a message on one line, whatever a file name or a text in it holds.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}

// Plain returns a text from a document, fit for a terminal and cut to a width in characters.
func Plain(s string, width int) string {
	r := []rune(check.Text("", s).String())
	if len(r) > width {
		return string(r[:width-1]) + "…"
	}
	return string(r)
}

// Date is a flag with a day.
func (c *Call) Date(name string, value att.Date, usage string) *att.Date {
	day := &value
	if !value.IsZero() {
		usage += " (default " + value.String() + ")"
	}
	c.Flags.Func(name, usage, func(s string) error {
		d, err := att.ParseDate(s)
		if err != nil {
			return errors.New("expected a day such as 2024-08-19")
		}
		*day = d
		return nil
	})
	return day
}
