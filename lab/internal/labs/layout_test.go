package labs

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestNewLayoutAcceptsNames(t *testing.T) {
	for _, name := range []string{"a", "7", "dev", "my-lab-2", "a--b", strings.Repeat("x", 40)} {
		layout, err := NewLayout("/cache", name)
		if err != nil {
			t.Errorf("NewLayout(%q) = %v", name, err)
		}
		if want := (Layout{Name: name, Dir: "/cache/labs/" + name}); layout != want {
			t.Errorf("NewLayout(%q) = %v, want %v", name, layout, want)
		}
	}
}

func TestNewLayoutRefusesOtherNames(t *testing.T) {
	for _, name := range []string{"", "-a", "a-", "Dev", "a_b", "a.b", "..", "a/b", "a b", "lab\n", "ä", strings.Repeat("x", 41)} {
		if layout, err := NewLayout("/cache", name); err == nil {
			t.Errorf("NewLayout(%q) = %v, want an error", name, layout)
		}
	}
}

func TestNewLayoutSaysWhatIsAllowed(t *testing.T) {
	_, err := NewLayout("/cache", "My lab")
	want := `--name: "My lab" is not a lab name; allowed are 1 to 40 characters of a-z, 0-9 and "-", beginning and ending with a letter or digit`
	if err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}

func TestEverythingOfALabLiesBelowItsFolder(t *testing.T) {
	layout := Layout{Name: "dev", Dir: "/cache/labs/dev"}
	for _, path := range []string{
		layout.Kubeconfig(), layout.Bin(), layout.Charts(), layout.Logs(), layout.pods(), layout.socket(), layout.record(),
		layout.ownLog(), layout.etc(), layout.pulumi(), layout.kwok(), layout.bootstrap(),
	} {
		if !strings.HasPrefix(path, layout.Dir+"/") {
			t.Errorf("%s is not below %s", path, layout.Dir)
		}
	}
}

func TestCreateCanBeRepeated(t *testing.T) {
	layout := Layout{Name: "dev", Dir: filepath.Join(t.TempDir(), "labs", "dev")}
	for range 2 {
		if err := layout.create(); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{"logs/pods", "pods", "etc", "data", "pulumi/state", "pulumi/home"} {
		if info, err := os.Stat(filepath.Join(layout.Dir, dir)); err != nil || !info.IsDir() {
			t.Errorf("%s: %v, want a folder", dir, err)
		}
	}
}

func TestListNamesLabsOnly(t *testing.T) {
	cache := t.TempDir()
	for _, dir := range []string{"labs/dev", "labs/second", "labs/No-Lab", "tools/envoy"} {
		if err := os.MkdirAll(filepath.Join(cache, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(cache, "labs", "file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	found, err := List(cache)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, layout := range found {
		names = append(names, layout.Name)
	}
	if want := []string{"dev", "second"}; !slices.Equal(names, want) {
		t.Errorf("labs = %q, want %q", names, want)
	}
}

func TestListOfACacheWithoutLabsIsEmpty(t *testing.T) {
	if found, err := List(t.TempDir()); err != nil || len(found) != 0 {
		t.Errorf("labs = %v, %v; want none", found, err)
	}
}
