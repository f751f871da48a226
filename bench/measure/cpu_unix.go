//go:build unix

package measure

import (
	"syscall"
	"time"
)

// ProcessTime returns the processor time that the process has used. On a machine that others use as well, it says
// more than the clock on the wall.
func ProcessTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
