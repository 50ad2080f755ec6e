package toolchain

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestJoinYAMLJoinsInOrderOfNames(t *testing.T) {
	got, err := joinYAML(folder(t, map[string]string{"b.yaml": "kind: B", "a.yaml": "kind: A", "README.md": "text", "sub/c.yaml": "kind: C"}))
	if want := "---\nkind: A\n---\nkind: B\n"; err != nil || string(got) != want {
		t.Errorf("joined = %q, %v; want %q", got, err, want)
	}
}

func TestJoinYAMLNamesAFolderWithoutYAML(t *testing.T) {
	dir := t.TempDir()
	if _, err := joinYAML(dir); err == nil || err.Error() != "no YAML in "+dir {
		t.Errorf("error = %v", err)
	}
}

func TestCopyTreeMakesReadOnlyFilesWritable(t *testing.T) {
	source, target := folder(t, map[string]string{"a": "1", "sub/b": "2"}), filepath.Join(t.TempDir(), "copy")
	if err := os.Chmod(filepath.Join(source, "a"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := copyTree(source, target); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a": "1", "sub/b": "2"} {
		if got, err := os.ReadFile(filepath.Join(target, name)); err != nil || string(got) != want {
			t.Errorf("%s = %q, %v; want %q", name, got, err, want)
		}
	}
	if info, err := os.Stat(filepath.Join(target, "a")); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("a: %v, %v; want mode 644", info.Mode(), err)
	}
}

func TestCopyTreeCopiesOneFile(t *testing.T) {
	source, target := folder(t, map[string]string{"a": "1"}), filepath.Join(t.TempDir(), "b")
	if err := copyTree(filepath.Join(source, "a"), target); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(target); err != nil || string(got) != "1" {
		t.Errorf("copy = %q, %v; want 1", got, err)
	}
}

func TestDownloadedDirReadsTheAnswerOfTheGoCommand(t *testing.T) {
	for _, c := range []struct{ name, script, dir, err string }{
		{"an answer", `echo '{"Path":"a","Dir":"/mod/a@v1"}'`, "/mod/a@v1", ""},
		{"an error in the answer", `echo '{"Error":"not found"}'; exit 1`, "", "go mod download: exit status 1 not found"},
		{"no answer", "exit 1", "", "go mod download: exit status 1 "},
		{"something else", "echo hello", "", "go mod download: invalid character 'h' looking for beginning of value "},
	} {
		dir, err := downloadedDir(exec.Command("/bin/sh", "-c", c.script), &bytes.Buffer{})
		said := ""
		if err != nil {
			said = err.Error()
		}
		if dir != c.dir || said != c.err {
			t.Errorf("%s: %q, %q; want %q, %q", c.name, dir, said, c.dir, c.err)
		}
	}
}

func TestAddonsComeWithTheIstioThatTheLabBuilds(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "lab", "modules", "istio")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	for _, module := range []string{"require istio.io/istio v1", "require istio.io/istio v2"} {
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(module), 0o644); err != nil {
			t.Fatal(err)
		}
		key, err := (&Toolchain{options: Options{Root: root}}).addons().key(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		keys[key] = true
	}
	if len(keys) != 2 {
		t.Errorf("keys = %v, want another one for another Istio", keys)
	}
}
