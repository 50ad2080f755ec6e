// Package process runs the lab's own long-lived programs: each with a log file, restarted when it ends.
package process

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// Spec describes one program. It is plain data: what to run is decided elsewhere, without running it.
type Spec struct {
	Name string
	Path string
	Args []string
	Env  []string
}

// State is what `lab status` shows of a program.
type State struct {
	Name     string    `json:"name"`
	PID      int       `json:"pid"`
	Started  time.Time `json:"started"`
	Restarts int       `json:"restarts"`
	Running  bool      `json:"running"`
}

const (
	gracePeriod = 3 * time.Second
	restartWait = time.Second
)

// Group runs programs until its context ends. It keeps the context, since what starts a program has one
// that ends much earlier.
type Group struct {
	ctx    context.Context
	logs   string
	wait   sync.WaitGroup
	mutex  sync.Mutex
	states []*State
}

// NewGroup returns a group whose logs go to <logs>/<name>.log.
func NewGroup(ctx context.Context, logs string) *Group { return &Group{ctx: ctx, logs: logs} }

// Start runs the program and keeps it running. It reports an error only if the first start fails.
func (g *Group) Start(spec Spec) error {
	log, err := os.OpenFile(g.Log(spec.Name), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	state := &State{Name: spec.Name}
	g.mutex.Lock()
	g.states = append(g.states, state)
	g.mutex.Unlock()
	command, err := g.launch(spec, state, log)
	if err != nil {
		_ = log.Close()
		return fmt.Errorf("start %s: %w", spec.Name, err)
	}
	g.wait.Add(1)
	go func() {
		defer g.wait.Done()
		defer log.Close()
		g.keep(spec, state, command, log)
	}()
	return nil
}

// Wait returns when every program has ended, after the context did.
func (g *Group) Wait() { g.wait.Wait() }

// Log is the log file of a program.
func (g *Group) Log(name string) string { return filepath.Join(g.logs, name+".log") }

// States is a copy of what runs.
func (g *Group) States() []State {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	states := make([]State, len(g.states))
	for i, state := range g.states {
		states[i] = *state
	}
	return states
}

func (g *Group) launch(spec Spec, state *State, log *os.File) (*exec.Cmd, error) {
	command := exec.CommandContext(g.ctx, spec.Path, spec.Args...)
	command.Env = append(os.Environ(), spec.Env...)
	command.Stdout, command.Stderr = log, log
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	command.WaitDelay = gracePeriod
	if err := command.Start(); err != nil {
		return nil, err
	}
	g.mutex.Lock()
	state.PID, state.Started, state.Running = command.Process.Pid, time.Now(), true
	g.mutex.Unlock()
	return command, nil
}

func (g *Group) keep(spec Spec, state *State, command *exec.Cmd, log *os.File) {
	for {
		err := command.Wait()
		g.mutex.Lock()
		state.Running = false
		g.mutex.Unlock()
		if g.ctx.Err() != nil {
			return
		}
		fmt.Fprintf(log, "lab: %s ended (%v); starting it again\n", spec.Name, err)
		for {
			select {
			case <-g.ctx.Done():
				return
			case <-time.After(restartWait):
			}
			if command, err = g.launch(spec, state, log); err == nil {
				break
			}
			fmt.Fprintf(log, "lab: start %s: %v\n", spec.Name, err)
		}
		g.mutex.Lock()
		state.Restarts++
		g.mutex.Unlock()
	}
}
