package examples_test

import (
	"os"
	"runtime/debug"
	"syscall"
)

// forget makes this test small before it starts a process: until that is another program it counts as one as large as this.
func forget() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // its largest size is now that of the moment; else largest says too much
}

// largest returns how much memory a process had at its largest, in bytes.
func largest(p *os.ProcessState) int64 {
	usage, _ := p.SysUsage().(*syscall.Rusage)
	return usage.Maxrss << 10
}
