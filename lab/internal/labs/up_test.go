package labs

import (
	"bytes"
	"os"
	"path/filepath"
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
