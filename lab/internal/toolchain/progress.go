package toolchain

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
	"time"
)

// progress says what is being made, how far it and the whole are and how long it takes, as plain
// lines: they read the same on a terminal and in a CI log.
type progress struct {
	out   io.Writer
	now   func() time.Time
	total int
	// work is how long all tasks are expected to take together.
	work time.Duration

	mutex  sync.Mutex
	active map[string]active
	done   int
	// doneWork is what was expected of the tasks that are done, whatever they took.
	doneWork time.Duration
}

type active struct {
	since    time.Time
	expected time.Duration
}

const heartbeat = 20 * time.Second

func newProgress(out io.Writer, tasks []task, now func() time.Time) *progress {
	p := &progress{out: out, now: now, total: len(tasks), active: map[string]active{}}
	for _, task := range tasks {
		p.work += share(task.expected)
	}
	return p
}

// share is a task's part in the whole; one that is done in a moment has a small one.
func share(expected time.Duration) time.Duration { return max(expected, time.Second) }

// percent is how much of the whole is done. A task that takes longer than expected stays unfinished.
func (p *progress) percent() int {
	done := p.doneWork
	for _, a := range p.active {
		done += min(p.now().Sub(a.since), share(a.expected)*95/100)
	}
	return int(100 * done / max(p.work, 1))
}

func (p *progress) start(task task) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.active[task.name] = active{since: p.now(), expected: task.expected}
	fmt.Fprintf(p.out, "%-28s started%s\n", task.name, expectation(task.expected))
}

// finish says nothing of what was there already.
func (p *progress) finish(task task, made bool, took time.Duration) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.done++
	p.doneWork += share(task.expected)
	delete(p.active, task.name)
	if made {
		fmt.Fprintf(p.out, "%-28s done in %s (%d of %d, %d %%)\n", task.name, round(took), p.done, p.total, p.percent())
	}
}

// tick prints what is under way now and then, so that a long build is not taken for a stuck one.
func (p *progress) tick() (stop func()) {
	ticker, ended := time.NewTicker(heartbeat), make(chan struct{})
	go func() {
		for {
			select {
			case <-ticker.C:
				p.mutex.Lock()
				if line := underWay(p.active, p.now()); line != "" {
					fmt.Fprintf(p.out, "%-28s %s (%d of %d done, %d %%)\n", "…", line, p.done, p.total, p.percent())
				}
				p.mutex.Unlock()
			case <-ended:
				return
			}
		}
	}()
	return func() {
		ticker.Stop()
		close(ended)
	}
}

func underWay(tasks map[string]active, now time.Time) string {
	names := make([]string, 0, len(tasks))
	for name := range tasks {
		names = append(names, name)
	}
	sort.Strings(names)
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = name + " " + round(now.Sub(tasks[name].since))
		if expected := tasks[name].expected; expected >= time.Minute {
			parts[i] += " of about " + round(expected)
		}
	}
	return strings.Join(parts, ", ")
}

func expectation(expected time.Duration) string {
	if expected < time.Minute {
		return ""
	}
	return ", about " + round(expected) + " when nothing of it is cached"
}

func round(d time.Duration) string {
	if d < 10*time.Second {
		return fmt.Sprintf("%.1fs", d.Seconds())
	}
	return d.Round(time.Second).String()
}
