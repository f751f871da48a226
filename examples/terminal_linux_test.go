package examples_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// terminal opens a terminal of the kernel's: what is written to one side is read from the other.
func terminal(t *testing.T) (reader, writer *os.File) {
	t.Helper()
	reader, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	require.NoError(t, err)
	t.Cleanup(func() { reader.Close() })
	var locked, number int32
	for request, arg := range map[uintptr]*int32{syscall.TIOCSPTLCK: &locked, syscall.TIOCGPTN: &number} {
		_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, reader.Fd(), request, uintptr(unsafe.Pointer(arg)))
		require.Zero(t, errno)
	}
	writer, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	require.NoError(t, err)
	return reader, writer
}

// TestProgressOnATerminal: on a terminal, standard error shows goal, value and bound while the search works, and nothing when
// it is done; on a file or a pipe it shows nothing at all, which every other test expects.
func TestProgressOnATerminal(t *testing.T) {
	for _, args := range [][]string{{}, {"-frontier"}} {
		reader, writer := terminal(t)
		var out bytes.Buffer
		cmd := exec.Command(filepath.Join(bin, "timetable"), args...)
		cmd.Stdout, cmd.Stderr = &out, writer
		shown := make(chan string)
		go func() {
			data, _ := io.ReadAll(reader) // a terminal whose other side is closed ends with an error
			shown <- string(data)
		}()
		require.NoError(t, cmd.Run())
		writer.Close()
		lines := strings.Split(<-shown, "\r\x1b[K")
		require.Greater(t, len(lines), 3)
		assert.Empty(t, lines[0])
		assert.Empty(t, lines[len(lines)-1], "the last line is taken away")
		for _, line := range lines[1 : len(lines)-1] {
			assert.Regexp(t, regexp.MustCompile(`^([0-9]+ days?: )?(priority [0-9]+, at most|(days|sittings|body-days) [0-9]+, at least) [0-9]+ \([0-9]+ nodes\)$`), line)
		}
		assert.Equal(t, run(t, "", "timetable", args...).stdout, out.String())
	}
}
