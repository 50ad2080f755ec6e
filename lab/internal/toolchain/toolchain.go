// Package toolchain builds and fetches every program of the lab into one cache, side by side, and
// does nothing for what is there already.
package toolchain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"golang.org/x/sys/unix"
)

// Options say where a toolchain works.
type Options struct {
	// Root is the repository.
	Root string
	// Cache keeps what was made.
	Cache string
	// Out is told the progress.
	Out io.Writer
	// IgnorePath makes everything anew even where a fitting tool is on PATH.
	IgnorePath bool
}

// Toolchain knows every tool of the lab.
type Toolchain struct {
	options Options
	tasks   []task

	mutex sync.Mutex
	dirs  map[string]string // task → output folder
}

// New returns a toolchain that has made nothing yet.
func New(options Options) *Toolchain {
	t := &Toolchain{options: options, dirs: map[string]string{}}
	t.tasks = t.allTasks()
	return t
}

// Ensure makes what is missing of the named tools, without a name of all that the lab needs.
func (t *Toolchain) Ensure(ctx context.Context, names ...string) error {
	chosen, err := choose(t.tasks, names)
	if err != nil {
		return err
	}
	return t.makeAll(ctx, chosen)
}

// Path is where an ensured tool is.
func (t *Toolchain) Path(name string) (string, error) {
	for _, task := range t.tasks {
		for _, provided := range task.provides {
			if provided == name {
				t.mutex.Lock()
				dir := t.dirs[task.name]
				t.mutex.Unlock()
				if dir == "" {
					return "", fmt.Errorf("%s has not been made", name)
				}
				return filepath.Join(dir, "bin", name), nil
			}
		}
	}
	return "", unknown(t.tasks, name)
}

// Bins are the folders of every tool that was ensured.
func (t *Toolchain) Bins() []string {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	var bins []string
	for _, task := range t.tasks {
		if dir := t.dirs[task.name]; dir != "" {
			bins = append(bins, filepath.Join(dir, "bin"))
		}
	}
	return bins
}

// LinkAll fills dir with links to every tool that the lab needs.
func (t *Toolchain) LinkAll(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, task := range ofTheLab(t.tasks) {
		for _, name := range task.provides {
			path, err := t.Path(name)
			if err != nil {
				return err
			}
			link := filepath.Join(dir, name)
			if err := os.Remove(link); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if err := os.Symlink(path, link); err != nil {
				return err
			}
		}
	}
	return nil
}

// choose finds the tasks that provide the names, with the tasks they need.
func choose(tasks []task, names []string) ([]task, error) {
	if len(names) == 0 {
		return ofTheLab(tasks), nil
	}
	wanted := map[string]bool{}
	for _, name := range names {
		task, found := provider(tasks, name)
		if !found {
			return nil, unknown(tasks, name)
		}
		wanted[task.name] = true
		for _, needed := range task.after {
			wanted[needed] = true
		}
	}
	var chosen []task
	for _, task := range tasks {
		if wanted[task.name] {
			chosen = append(chosen, task)
		}
	}
	return chosen, nil
}

// ofTheLab are the tasks that a lab cannot do without.
func ofTheLab(tasks []task) []task {
	return slices.DeleteFunc(slices.Clone(tasks), func(t task) bool { return t.apart })
}

// provider finds the task that leaves name in its bin folder, or that is called so.
func provider(tasks []task, name string) (task, bool) {
	for _, task := range tasks {
		if task.name == name {
			return task, true
		}
		for _, provided := range task.provides {
			if provided == name {
				return task, true
			}
		}
	}
	return task{}, false
}

func unknown(tasks []task, name string) error {
	var all []string
	for _, task := range tasks {
		all = append(all, task.provides...)
	}
	sort.Strings(all)
	return fmt.Errorf("no tool %q; there are: %s", name, strings.Join(all, ", "))
}

// make returns the output folder of a task, made now if it is not there. Two runs at the same time
// wait for each other.
func (t *Toolchain) make(ctx context.Context, task task, started func()) (string, error) {
	if task.inPlace != nil {
		return "", t.makeInPlace(ctx, task, started)
	}
	key, err := task.key(ctx)
	if err != nil {
		return "", err
	}
	home := filepath.Join(t.options.Cache, "tools", task.name)
	dir := filepath.Join(home, key)
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(home, 0o755); err != nil {
		return "", err
	}
	unlock, err := lock(filepath.Join(home, "lock"))
	if err != nil {
		return "", err
	}
	defer unlock()
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	started()
	return dir, t.makeNew(ctx, task, dir)
}

// makeNew writes beside the final folder and renames at the end: a half-made output is never found.
func (t *Toolchain) makeNew(ctx context.Context, task task, dir string) error {
	work := dir + ".new"
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.MkdirAll(filepath.Join(work, "bin"), 0o755); err != nil {
		return err
	}
	if err := t.logged(ctx, task, work); err != nil {
		return err
	}
	return os.Rename(work, dir)
}

func (t *Toolchain) makeInPlace(ctx context.Context, task task, started func()) error {
	current, err := task.inPlace()
	if err != nil || current {
		return err
	}
	started()
	return t.logged(ctx, task, "")
}

// logged runs a task with a log file of its own.
func (t *Toolchain) logged(ctx context.Context, task task, dir string) error {
	logs := filepath.Join(t.options.Cache, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(logs, task.name+".log"))
	if err != nil {
		return err
	}
	defer log.Close()
	if err := task.make(ctx, dir, log); err != nil {
		return &failure{task: task.name, cause: err, log: log.Name()}
	}
	return nil
}

func lock(file string) (func(), error) {
	handle, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(handle.Fd()), unix.LOCK_EX); err != nil {
		_ = handle.Close()
		return nil, fmt.Errorf("lock %s: %w", file, err)
	}
	return func() { _ = handle.Close() }, nil
}

// failure names the tool, the reason and the log, and shows the log's end.
type failure struct {
	task  string
	cause error
	log   string
}

func (f *failure) Error() string {
	content, _ := os.ReadFile(f.log)
	lines := strings.Split(strings.TrimSpace(string(content)), "\n")
	if len(lines) > 15 {
		lines = lines[len(lines)-15:]
	}
	return fmt.Sprintf("%s: %v\nlog: %s\n  %s", f.task, f.cause, f.log, strings.Join(lines, "\n  "))
}

func (f *failure) Unwrap() error { return f.cause }
