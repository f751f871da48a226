//go:build !linux

package examples_test

import "os"

func forget() {}

func largest(*os.ProcessState) int64 { return 0 }
