package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// called runs a command line of the lab and returns what its help printed. No lab runs.
func called(t *testing.T, arguments ...string) (string, error) {
	t.Helper()
	t.Setenv("ISTIO_MESH_CACHE", t.TempDir())
	command := root()
	var out bytes.Buffer
	command.SetOut(&out)
	command.SetErr(&out)
	command.SetArgs(arguments)
	err := command.Execute()
	return out.String(), err
}

func TestEveryCommandTellsItsHelpWithoutALab(t *testing.T) {
	for _, command := range root().Commands() {
		if command.Hidden {
			continue
		}
		for _, flag := range []string{"--help", "-h"} {
			said, err := called(t, command.Name(), flag)
			summary, _, _ := strings.Cut(command.Short, ";")
			if err != nil || !strings.HasPrefix(said, summary) || !strings.Contains(said, "lab "+command.Use) {
				t.Errorf("lab %s %s says %q, %v; want its summary %q and its usage", command.Name(), flag, said, err, summary)
			}
		}
	}
}

func TestOptionsBehindTheFirstArgumentBelongToTheTool(t *testing.T) {
	for _, arguments := range [][]string{
		{"kubectl", "get", "--help"}, {"kubectl", "--name", "other", "--help"}, {"curl", "--from", "shop/sleep", "-h"},
	} {
		said, err := called(t, arguments...)
		if err == nil || !strings.Contains(err.Error(), "is not running; bring it up") || said != "" {
			t.Errorf("lab %v: %v, said %q; want to be told that no lab runs", arguments, err, said)
		}
	}
}

func TestTakeName(t *testing.T) {
	for _, c := range []struct{ given, name, rest string }{
		{"--name other get pods", "other", "get pods"},
		{"--name=other get", "other", "get"},
		{"get --name other", "dev", "get --name other"},
		{"--name", "dev", "--name"},
		{"", "dev", ""},
	} {
		o := &options{name: "dev"}
		rest := o.takeName(strings.Fields(c.given))
		if o.name != c.name || strings.Join(rest, " ") != c.rest {
			t.Errorf("%q: lab %s, rest %q; want %s, %q", c.given, o.name, rest, c.name, c.rest)
		}
	}
}

func TestSplitRefusesWhatCannotBeAskedBeforeItLooksForALab(t *testing.T) {
	for want, arguments := range map[string][]string{
		`"reviews" is not a URL that can be asked; write http://host/path`:  {"split", "reviews"},
		"--count: 0; allowed are 1 to 100000":                               {"split", "http://reviews", "--count", "0"},
		`lab "dev" is not running; bring it up with: lab/lab up --name dev`: {"split", "http://reviews"},
	} {
		t.Setenv("ISTIO_MESH_LAB", "dev")
		if _, err := called(t, arguments...); err == nil || err.Error() != want {
			t.Errorf("lab %v: %v, want %s", arguments, err, want)
		}
	}
}

func TestCacheRemovesTheFolder(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "cache")
	if err := os.MkdirAll(filepath.Join(cache, "tools", "envoy"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("ISTIO_MESH_CACHE", cache)
	command := root()
	command.SetArgs([]string{"cache", "--remove"})
	if err := command.Execute(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(cache); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the cache is still there (%v)", err)
	}
}
