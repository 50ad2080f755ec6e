package toolchain

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// workshop is a toolchain of fake tasks and a record of which were made, in order.
type workshop struct {
	Toolchain
	out bytes.Buffer

	mutex sync.Mutex
	made  []string
}

func newWorkshop(cache string, tasks ...task) *workshop {
	w := &workshop{}
	for i := range tasks {
		tasks[i] = w.recorded(tasks[i])
	}
	w.Toolchain.options = Options{Cache: cache, Out: &w.out}
	w.Toolchain.tasks, w.Toolchain.dirs = tasks, map[string]string{}
	return w
}

// recorded gives a task the usual key and output where it has none, and notes when it is finished.
func (w *workshop) recorded(t task) task {
	if t.key == nil {
		t.key = func(context.Context) (string, error) { return "key", nil }
	}
	work := t.make
	t.make = func(ctx context.Context, dir string, log io.Writer) error {
		if work != nil {
			if err := work(ctx, dir, log); err != nil {
				return err
			}
		}
		w.mutex.Lock()
		defer w.mutex.Unlock()
		w.made = append(w.made, t.name)
		return nil
	}
	return t
}

// writes is work that leaves one tool.
func writes(name, content string) func(context.Context, string, io.Writer) error {
	return func(_ context.Context, dir string, _ io.Writer) error {
		return os.WriteFile(filepath.Join(dir, "bin", name), []byte(content), 0o755)
	}
}

func fails(err error, log string) func(context.Context, string, io.Writer) error {
	return func(_ context.Context, _ string, out io.Writer) error {
		_, _ = io.WriteString(out, log)
		return err
	}
}

func keyed(key string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return key, nil }
}

var errBroken = errors.New("exit status 2")

func TestEnsureMakesATaskAfterThoseItNeeds(t *testing.T) {
	slow := func(context.Context, string, io.Writer) error {
		time.Sleep(50 * time.Millisecond)
		return nil
	}
	w := newWorkshop(t.TempDir(),
		task{name: "charts", after: []string{"istio", "envoy"}},
		task{name: "envoy", make: slow},
		task{name: "istio", make: slow},
	)
	if err := w.Ensure(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(w.made) != 3 || w.made[2] != "charts" {
		t.Errorf("made %q, want charts last", w.made)
	}
}

func TestATaskFindsTheToolsOfThoseItNeeds(t *testing.T) {
	var got string
	var w *workshop
	w = newWorkshop(t.TempDir(),
		task{name: "charts", after: []string{"istio"}, make: func(context.Context, string, io.Writer) error {
			path, err := w.Path("istioctl")
			if err != nil {
				return err
			}
			content, err := os.ReadFile(path)
			got = string(content)
			return err
		}},
		task{name: "istio", provides: []string{"istioctl"}, make: writes("istioctl", "program")},
	)
	if err := w.Ensure(context.Background()); err != nil || got != "program" {
		t.Errorf("charts read %q, %v; want program", got, err)
	}
}

func TestEnsureMakesOnlyWhatIsNamed(t *testing.T) {
	w := newWorkshop(t.TempDir(), task{name: "a", provides: []string{"tool"}}, task{name: "b"}, task{name: "c"})
	if err := w.Ensure(context.Background(), "tool", "c"); err != nil {
		t.Fatal(err)
	}
	if slices.Sort(w.made); !slices.Equal(w.made, []string{"a", "c"}) {
		t.Errorf("made %q, want a and c", w.made)
	}
}

func TestOutputsLieInTheCacheByNameAndKey(t *testing.T) {
	cache := t.TempDir()
	w := newWorkshop(cache, task{name: "envoy", provides: []string{"envoy"}, key: keyed("0123"), make: writes("envoy", "program")})
	if err := w.Ensure(context.Background()); err != nil {
		t.Fatal(err)
	}
	got, err := w.Path("envoy")
	if want := filepath.Join(cache, "tools/envoy/0123/bin/envoy"); err != nil || got != want {
		t.Errorf("path = %s, %v; want %s", got, err, want)
	}
}

func TestASecondRunMakesNothing(t *testing.T) {
	cache := t.TempDir()
	tasks := func() []task {
		return []task{{name: "istio", provides: []string{"istio"}, make: writes("istio", "program")}, {name: "charts", after: []string{"istio"}}}
	}
	first, second := newWorkshop(cache, tasks()...), newWorkshop(cache, tasks()...)
	for _, w := range []*workshop{first, second} {
		if err := w.Ensure(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if len(second.made) > 0 {
		t.Errorf("the second run made %q", second.made)
	}
	if second.out.Len() > 0 {
		t.Errorf("the second run said %q", second.out.String())
	}
	if path, err := second.Path("istio"); err != nil || filepath.Base(path) != "istio" {
		t.Errorf("path after the second run = %s, %v", path, err)
	}
}

func TestAnotherKeyMakesOnlyThatTaskAnew(t *testing.T) {
	cache := t.TempDir()
	for _, key := range []string{"old", "new"} {
		w := newWorkshop(cache, task{name: "envoy", key: keyed(key)}, task{name: "istio"})
		if err := w.Ensure(context.Background()); err != nil {
			t.Fatal(err)
		}
		if key == "new" && !slices.Equal(w.made, []string{"envoy"}) {
			t.Errorf("made %q, want envoy", w.made)
		}
	}
}

func TestTasksInPlaceAreMadeWhenTheyAreOutOfDate(t *testing.T) {
	for current, want := range map[bool]int{true: 0, false: 1} {
		w := newWorkshop(t.TempDir(), task{name: "node-packages", inPlace: func() (bool, error) { return current, nil }})
		if err := w.Ensure(context.Background()); err != nil {
			t.Fatal(err)
		}
		if len(w.made) != want {
			t.Errorf("up to date = %t: made %q, want %d tasks", current, w.made, want)
		}
	}
}

func TestAFailingTaskNamesItsLogAndShowsItsEnd(t *testing.T) {
	cache := t.TempDir()
	var printed string
	for line := 1; line <= 20; line++ {
		printed += fmt.Sprintf("line %d\n", line)
	}
	err := newWorkshop(cache, task{name: "istio", make: fails(errBroken, printed)}).Ensure(context.Background())
	want := "istio: exit status 2\nlog: " + filepath.Join(cache, "logs/istio.log")
	for line := 6; line <= 20; line++ {
		want += fmt.Sprintf("\n  line %d", line)
	}
	if err == nil || err.Error() != want {
		t.Errorf("error = %v\nwant %s", err, want)
	}
	if !errors.Is(err, errBroken) {
		t.Errorf("error does not hold its cause %v", errBroken)
	}
}

func TestTheLogKeepsAllThatATaskPrints(t *testing.T) {
	cache := t.TempDir()
	_ = newWorkshop(cache, task{name: "istio", make: fails(errBroken, "first\nlast\n")}).Ensure(context.Background())
	if got, err := os.ReadFile(filepath.Join(cache, "logs/istio.log")); err != nil || string(got) != "first\nlast\n" {
		t.Errorf("log = %q, %v", got, err)
	}
}

func TestAHalfMadeOutputIsNeverLeft(t *testing.T) {
	cache := t.TempDir()
	w := newWorkshop(cache, task{name: "istio", provides: []string{"istio"}, make: func(ctx context.Context, dir string, log io.Writer) error {
		return errors.Join(writes("istio", "half a prog")(ctx, dir, log), errBroken)
	}})
	if err := w.Ensure(context.Background()); !errors.Is(err, errBroken) {
		t.Fatalf("error = %v, want %v", err, errBroken)
	}
	entries, err := os.ReadDir(filepath.Join(cache, "tools/istio"))
	if err != nil || len(entries) != 1 || entries[0].Name() != "lock" {
		t.Errorf("cache holds %v, %v; want the lock only", entries, err)
	}
	if path, err := w.Path("istio"); err == nil {
		t.Errorf("path = %s, want an error", path)
	}
}

func TestTheNextRunStartsFromScratchAfterOneThatWasKilled(t *testing.T) {
	cache := t.TempDir()
	leftover := filepath.Join(cache, "tools/istio/key.new/bin/half")
	if err := os.MkdirAll(leftover, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := newWorkshop(cache, task{name: "istio", make: writes("istio", "program")}).Ensure(context.Background()); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join(cache, "tools/istio/key/bin"))
	if err != nil || len(entries) != 1 || entries[0].Name() != "istio" {
		t.Errorf("output holds %v, %v; want istio only", entries, err)
	}
}

func TestAFailureStopsWhatIsUnderWayAndWhatWaits(t *testing.T) {
	w := newWorkshop(t.TempDir(),
		task{name: "broken", make: fails(errBroken, "")},
		task{name: "waits", after: []string{"broken"}},
		task{name: "works", make: func(ctx context.Context, _ string, _ io.Writer) error {
			<-ctx.Done()
			return ctx.Err()
		}},
	)
	if err := w.Ensure(context.Background()); !errors.Is(err, errBroken) {
		t.Errorf("error = %v, want %v", err, errBroken)
	}
	if len(w.made) > 0 {
		t.Errorf("made %q, want nothing", w.made)
	}
}

func TestWhatWasFinishedBeforeAFailureIsKept(t *testing.T) {
	cache := t.TempDir()
	w := newWorkshop(cache, task{name: "envoy"}, task{name: "charts", after: []string{"envoy"}, make: fails(errBroken, "")})
	if err := w.Ensure(context.Background()); !errors.Is(err, errBroken) {
		t.Fatalf("error = %v, want %v", err, errBroken)
	}
	again := newWorkshop(cache, task{name: "envoy"}, task{name: "charts", after: []string{"envoy"}})
	if err := again.Ensure(context.Background()); err != nil || !slices.Equal(again.made, []string{"charts"}) {
		t.Errorf("the next run made %q, %v; want charts", again.made, err)
	}
}

func TestAKeyThatCannotBeWorkedOutFailsTheTask(t *testing.T) {
	w := newWorkshop(t.TempDir(), task{name: "istio", key: func(context.Context) (string, error) { return "", errBroken }})
	if err := w.Ensure(context.Background()); !errors.Is(err, errBroken) {
		t.Errorf("error = %v, want %v", err, errBroken)
	}
	if len(w.made) > 0 {
		t.Errorf("made %q, want nothing", w.made)
	}
}

func TestAnInterruptionSaysThatTheNextRunGoesOn(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	w := newWorkshop(t.TempDir(), task{name: "istio", make: func(ctx context.Context, _ string, _ io.Writer) error {
		cancel()
		<-ctx.Done()
		return ctx.Err()
	}})
	err := w.Ensure(ctx)
	if want := "interrupted; what was finished is kept, and the next run goes on from there"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}

func TestTwoCompilersRunAtATimeInListedOrder(t *testing.T) {
	var running, most atomic.Int32
	var mutex sync.Mutex
	var began []string
	var tasks []task
	for i := range 6 {
		name := fmt.Sprintf("build-%d", i)
		tasks = append(tasks, task{name: name, compiles: true, make: func(context.Context, string, io.Writer) error {
			mutex.Lock()
			began = append(began, name)
			most.Store(max(most.Load(), running.Add(1)))
			mutex.Unlock()
			time.Sleep(20 * time.Millisecond)
			running.Add(-1)
			return nil
		}})
	}
	if err := newWorkshop(t.TempDir(), tasks...).Ensure(context.Background()); err != nil {
		t.Fatal(err)
	}
	if most.Load() != 2 {
		t.Errorf("at most %d ran at a time, want 2", most.Load())
	}
	// The two that start together may swap places.
	if last := began[len(began)-2:]; !slices.Contains(last, "build-5") || slices.Contains(last, "build-0") {
		t.Errorf("began in the order %q", began)
	}
}

func TestOtherTasksDoNotWaitForCompilers(t *testing.T) {
	downloaded := make(chan struct{})
	build := func(ctx context.Context, _ string, _ io.Writer) error {
		select {
		case <-downloaded:
			return nil
		case <-time.After(10 * time.Second):
			return errors.New("the download waited")
		}
	}
	w := newWorkshop(t.TempDir(),
		task{name: "download", make: func(context.Context, string, io.Writer) error { close(downloaded); return nil }},
		task{name: "build-1", compiles: true, make: build},
		task{name: "build-2", compiles: true, make: build},
		task{name: "build-3", compiles: true, make: build},
	)
	if err := w.Ensure(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestTwoRunsAtTheSameTimeMakeATaskOnce(t *testing.T) {
	cache := t.TempDir()
	var made atomic.Int32
	var wait sync.WaitGroup
	for range 3 {
		w := newWorkshop(cache, task{name: "istio", make: func(context.Context, string, io.Writer) error {
			made.Add(1)
			time.Sleep(50 * time.Millisecond)
			return nil
		}})
		wait.Go(func() {
			if err := w.Ensure(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if made.Load() != 1 {
		t.Errorf("made %d times, want once", made.Load())
	}
}

func TestProgressTellsWhatIsMade(t *testing.T) {
	w := newWorkshop(t.TempDir(), task{name: "istio", expected: 6 * time.Minute})
	if err := w.Ensure(context.Background()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(w.out.String(), "\n")
	if want := "istio                        started, about 6m0s when nothing of it is cached"; lines[0] != want {
		t.Errorf("first line = %q, want %q", lines[0], want)
	}
	if !regexp.MustCompile(`^istio {24}done in \d\.\ds \(1 of 1, 100 %\)$`).MatchString(lines[1]) {
		t.Errorf("second line = %q", lines[1])
	}
}
