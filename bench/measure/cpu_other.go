//go:build !unix

package measure

import "time"

// ProcessTime returns 0: what the process has used is not known here.
func ProcessTime() time.Duration { return 0 }
