package labs

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDownOfALabThatIsNotThere(t *testing.T) {
	var out bytes.Buffer
	err := Down(Layout{Name: "dev", Dir: filepath.Join(t.TempDir(), "labs", "dev")}, &out)
	if want := "lab dev: not there\n"; err != nil || out.String() != want {
		t.Errorf("said %q, %v; want %q", out.String(), err, want)
	}
}

func TestDownRemovesTheFilesOfALabWhoseProcessDied(t *testing.T) {
	cache := t.TempDir()
	layout := Layout{Name: "dev", Dir: filepath.Join(cache, "labs", "dev")}
	if err := layout.create(); err != nil {
		t.Fatal(err)
	}
	// Start time 1 is that of no process: the id belongs to somebody else by now.
	if err := layout.writeRecord(record{PID: os.Getpid(), Started: "1"}); err != nil {
		t.Fatal(err)
	}
	if err := Down(layout, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(cache); err != nil || len(entries) != 0 {
		t.Errorf("cache holds %v, %v; want nothing", entries, err)
	}
}

func TestUpOfALabThatRuns(t *testing.T) {
	layout := Layout{Name: "dev", Dir: filepath.Join(t.TempDir(), "labs", "dev")}
	if err := layout.create(); err != nil {
		t.Fatal(err)
	}
	started, err := startTime(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := layout.writeRecord(record{PID: os.Getpid(), Started: started}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Up(context.Background(), "", layout, nil, true, &out); err != nil || out.String() != "lab dev: runs already\n" {
		t.Errorf("with reuse: %v, said %q", err, out.String())
	}
	if err := Up(context.Background(), "", layout, nil, false, &out); err == nil || !strings.HasPrefix(err.Error(), `lab "dev" is already running (process `) {
		t.Errorf("without reuse: %v", err)
	}
}

func TestDownKeepsOtherLabs(t *testing.T) {
	cache := t.TempDir()
	gone := Layout{Name: "dev", Dir: filepath.Join(cache, "labs", "dev")}
	kept := Layout{Name: "second", Dir: filepath.Join(cache, "labs", "second")}
	for _, layout := range []Layout{gone, kept} {
		if err := layout.create(); err != nil {
			t.Fatal(err)
		}
	}
	if err := Down(gone, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	if found, err := List(cache); err != nil || len(found) != 1 || found[0] != kept {
		t.Errorf("labs = %v, %v; want %s only", found, err, kept.Name)
	}
}
