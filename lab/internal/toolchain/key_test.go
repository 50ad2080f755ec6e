package toolchain

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

func TestKeyOfIsShortAndStable(t *testing.T) {
	key := keyOf("envoy", "1.39.0")
	if !regexp.MustCompile(`^[0-9a-f]{12}$`).MatchString(key) {
		t.Errorf("key = %q, want 12 hexadecimal digits", key)
	}
	if again := keyOf("envoy", "1.39.0"); again != key {
		t.Errorf("second key = %s, want %s", again, key)
	}
}

func TestKeyOfTellsPartsApart(t *testing.T) {
	seen := map[string][]string{}
	for _, parts := range [][]string{nil, {""}, {"", ""}, {"ab"}, {"a", "b"}, {"b", "a"}, {"ab", ""}, {"a1:b"}, {"1:a1:b"}} {
		key := keyOf(parts...)
		if other, found := seen[key]; found {
			t.Errorf("%q and %q have the same key", parts, other)
		}
		seen[key] = parts
	}
}

// folder makes a folder with the given files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func hashOf(t *testing.T, files map[string]string) string {
	t.Helper()
	hash, err := hashFolder(folder(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func TestHashFolderDependsOnContentAloneAndNotOnThePlace(t *testing.T) {
	files := map[string]string{"go.mod": "module a", "sub/main.go": "package main"}
	if first, second := hashOf(t, files), hashOf(t, files); first != second {
		t.Errorf("hashes of two copies differ: %s, %s", first, second)
	}
}

func TestHashFolderChangesWithNamesAndContents(t *testing.T) {
	seen := map[string]string{}
	for name, files := range map[string]map[string]string{
		"empty":            {},
		"as it was":        {"a": "1", "b": "2"},
		"content changed":  {"a": "1", "b": "3"},
		"contents swapped": {"a": "2", "b": "1"},
		"file renamed":     {"a": "1", "c": "2"},
		"file moved":       {"a": "1", "sub/b": "2"},
		"file added":       {"a": "1", "b": "2", "c": ""},
		"file removed":     {"a": "1"},
	} {
		hash := hashOf(t, files)
		if other, found := seen[hash]; found {
			t.Errorf("%q and %q have the same hash", name, other)
		}
		seen[hash] = name
	}
}

func TestHashFolderOfAMissingFolderFails(t *testing.T) {
	if hash, err := hashFolder(filepath.Join(t.TempDir(), "gone")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("hash = %q, %v; want an error", hash, err)
	}
}

func TestHashFileIsSHA256(t *testing.T) {
	got, err := hashFile(filepath.Join(folder(t, map[string]string{"a": "abc"}), "a"))
	if want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; err != nil || got != want {
		t.Errorf("hash = %s, %v; want %s", got, err, want)
	}
}
