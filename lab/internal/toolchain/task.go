package toolchain

import (
	"context"
	"io"
	"time"
)

// task makes one entry of the cache. Whatever it leaves in the folder "bin" of its output can be
// used by name.
type task struct {
	name string
	// provides are the names that the task leaves in bin.
	provides []string
	// after are tasks whose output this one needs.
	after []string
	// key tells what the output depends on; the same key means the same output.
	key func(ctx context.Context) (string, error)
	// inPlace is set for an output that does not live in the cache; it says whether it is up to date.
	// Such a task has no key, and make gets no folder.
	inPlace func() (bool, error)
	// make writes the output into dir; what it prints goes to log.
	make func(ctx context.Context, dir string, log io.Writer) error
	// apart is set for what a lab can do without: it is made only when it is asked for by name.
	apart bool
	// compiles is set for tasks that keep the processor busy; only a few run at a time.
	compiles bool
	expected time.Duration
}
