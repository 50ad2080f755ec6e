package labs

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// filled is a cache with two tools, a lab and its own program.
func filled(t *testing.T) string {
	t.Helper()
	cache := filepath.Join(t.TempDir(), "istio-mesh")
	for name, size := range map[string]int{
		"lab": 5 << 20, "tools/istio/old/bin/istio": 2 << 20, "tools/istio/new/bin/istio": 6 << 20, "tools/envoy/a/bin/envoy": 3 << 20,
		"tools/envoy/lock": 0, "logs/istio.log": 1 << 20, "labs/dev/data/etcd": 4 << 20,
	} {
		file := filepath.Join(cache, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, make([]byte, size), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(cache, "tools/istio/new/bin/istio"), filepath.Join(cache, "labs/dev/istio")); err != nil {
		t.Fatal(err)
	}
	return cache
}

// run makes the lab of the cache one that runs: as this process.
func runLab(t *testing.T, cache string) {
	t.Helper()
	started, err := startTime(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	layout := Layout{Name: "dev", Dir: filepath.Join(cache, "labs", "dev")}
	if err := layout.writeRecord(record{PID: os.Getpid(), Started: started}); err != nil {
		t.Fatal(err)
	}
}

func TestPrintCache(t *testing.T) {
	cache := filled(t)
	runLab(t, cache)
	parts, err := CacheParts(cache)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	PrintCache("/cache", parts, &out)
	want := `   21 MiB  /cache
    8 MiB    tools/istio
    5 MiB    lab
    4 MiB    labs/dev (a lab that runs)
    3 MiB    tools/envoy
    1 MiB    logs
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
}

func TestRemoveCache(t *testing.T) {
	cache := filled(t)
	var out bytes.Buffer
	if err := RemoveCache(cache, &out); err != nil {
		t.Fatal(err)
	}
	if want := "removed " + cache + " (21 MiB)\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
	if _, err := os.Stat(cache); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the cache is still there (%v)", err)
	}
}

func TestRemoveCacheKeepsWhatIsInUse(t *testing.T) {
	cache := filled(t)
	lock, err := os.Open(filepath.Join(cache, "tools/envoy/lock"))
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.Flock(int(lock.Fd()), unix.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	refused := func(want string) {
		t.Helper()
		if err := RemoveCache(cache, &bytes.Buffer{}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error = %v, want %s…", err, want)
		}
		if _, err := os.Stat(filepath.Join(cache, "lab")); err != nil {
			t.Error(err)
		}
	}
	refused("envoy is being made right now; ")
	_ = lock.Close()
	runLab(t, cache)
	refused(`lab "dev" runs from ` + cache + "; end it first: lab/lab down --name dev")
}
