package toolchain

import (
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestLockedLetsOneInAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "build", "lock")
	var inside, most atomic.Int32
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			err := locked(path, func() error {
				if now := inside.Add(1); now > most.Load() {
					most.Store(now)
				}
				time.Sleep(10 * time.Millisecond)
				inside.Add(-1)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() != 1 {
		t.Errorf("%d were inside at once", most.Load())
	}
}
