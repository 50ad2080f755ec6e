package toolchain

import (
	"context"
	"errors"
	"sync"
	"time"
)

// compilers is how many Go builds run at a time: linking uses one core only, so that a second build
// fills the others.
const compilers = 2

// makeAll makes tasks side by side, each after those it needs. The first failure stops the rest.
func (t *Toolchain) makeAll(ctx context.Context, tasks []task) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	progress := newProgress(t.options.Out, tasks, time.Now)
	stopTicker := progress.tick()
	defer stopTicker()

	done := map[string]chan struct{}{}
	for _, task := range tasks {
		done[task.name] = make(chan struct{})
	}
	slots := make(chan struct{}, compilers)
	var wait sync.WaitGroup
	var first error
	var once sync.Once
	for _, task := range tasks {
		if task.compiles {
			// In listed order: goroutines would take the slots in any.
			select {
			case slots <- struct{}{}:
			case <-ctx.Done():
			}
		}
		wait.Go(func() {
			if task.compiles {
				defer func() { <-slots }()
			}
			if err := t.makeOne(ctx, task, done, progress); err != nil {
				once.Do(func() { first = err })
				cancel()
				return
			}
			close(done[task.name])
		})
	}
	wait.Wait()
	if errors.Is(first, context.Canceled) {
		return errors.New("interrupted; what was finished is kept, and the next run goes on from there")
	}
	return first
}

func (t *Toolchain) makeOne(ctx context.Context, task task, done map[string]chan struct{}, progress *progress) error {
	for _, needed := range task.after {
		select {
		case <-done[needed]:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	began := time.Now()
	made := false
	dir, err := t.make(ctx, task, func() {
		made = true
		progress.start(task)
	})
	if err != nil {
		return err
	}
	t.mutex.Lock()
	t.dirs[task.name] = dir
	t.mutex.Unlock()
	progress.finish(task, made, time.Since(began))
	return nil
}
