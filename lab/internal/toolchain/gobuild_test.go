package toolchain

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

func TestGoBuildArguments(t *testing.T) {
	for _, c := range []struct {
		name  string
		build goBuild
		want  []string
	}{
		{
			"plain", goBuild{pkg: ".", tags: "osusergo"},
			[]string{"build", "-trimpath", "-pgo=off", "-tags", "osusergo", "-ldflags", "-s -w", "-o", "/out/tool", "."},
		},
		{
			"variables in order of their names", goBuild{pkg: "./cmd", tags: "a,b", variables: map[string]string{"main.version": "1", "k8s.io/v.git": "v2", "main.name": "n"}},
			[]string{"build", "-trimpath", "-pgo=off", "-tags", "a,b", "-ldflags", "-s -w -X k8s.io/v.git=v2 -X main.name=n -X main.version=1", "-o", "/out/tool", "./cmd"},
		},
		{
			"compiler flags", goBuild{pkg: ".", tags: "a", gcflags: "all=-N -l"},
			[]string{"build", "-trimpath", "-pgo=off", "-tags", "a", "-ldflags", "-s -w", "-gcflags", "all=-N -l", "-o", "/out/tool", "."},
		},
	} {
		if got := c.build.arguments("/out/tool"); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOnlyWhatWasCompiledHereIsVetted(t *testing.T) {
	cache := t.TempDir()
	tools := New(Options{Root: t.TempDir(), Cache: cache})
	for _, module := range []string{"istio", "pulumi"} {
		if err := os.MkdirAll(filepath.Join(cache, "tools", module, "key", "bin"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	binary := filepath.Join(cache, "tools", "istio", "key", "bin", "istio")
	if err := os.WriteFile(binary, nil, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(binary, filepath.Join(cache, "tools", "pulumi", "key", "bin", "pulumi")); err != nil {
		t.Fatal(err)
	}
	for module, want := range map[string]bool{"istio": true, "pulumi": false, "kubernetes": false} {
		if got := tools.built(module); got != want {
			t.Errorf("built(%q) = %v", module, got)
		}
	}
}

func TestTheFlagsOfCompiledPackagesAreThoseOfTheBuild(t *testing.T) {
	build := goBuild{pkg: ".", tags: "a", gcflags: "all=-N -l"}
	want := []string{"vet", "-trimpath", "-pgo=off", "-tags", "a", "-gcflags", "all=-N -l", "."}
	if got := build.vetArguments(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestGoEnvironmentFixesWhatChangesTheResult(t *testing.T) {
	got := goEnvironment([]string{"PATH=/usr/bin", "GOPROXY=https://proxy.example", "CGO_ENABLED=1", "GOFLAGS=-mod=mod", "GOWORK=/w/go.work", "GOGC=off", "GOGCX=kept"})
	slices.Sort(got)
	want := []string{"CGO_ENABLED=0", "GOFLAGS=-mod=readonly", "GOGC=400", "GOGCX=kept", "GOPROXY=https://proxy.example", "GOWORK=off", "PATH=/usr/bin"}
	if !slices.Equal(got, want) {
		t.Errorf("environment = %q, want %q", got, want)
	}
}

func TestTheLabsVersionIsBuiltIntoKubernetesTwice(t *testing.T) {
	want := map[string]string{
		"k8s.io/component-base/version.gitVersion": "v" + KubernetesVersion,
		"k8s.io/client-go/pkg/version.gitVersion":  "v" + KubernetesVersion,
	}
	got := kubernetesVersionVariables()
	for name, version := range want {
		if got[name] != version {
			t.Errorf("%s = %q, want %q", name, got[name], version)
		}
	}
}

func TestRunLogsTheCommandAndWhatItPrints(t *testing.T) {
	var log bytes.Buffer
	if err := run(exec.CommandContext(context.Background(), "/bin/sh", "-c", "echo out; echo err >&2"), &log); err != nil {
		t.Fatal(err)
	}
	if want := "$ /bin/sh -c echo out; echo err >&2\nout\nerr\n"; log.String() != want {
		t.Errorf("log = %q, want %q", log.String(), want)
	}
}

func TestRunNamesTheProgramThatFails(t *testing.T) {
	err := run(exec.CommandContext(context.Background(), "/bin/sh", "-c", "exit 3"), &bytes.Buffer{})
	if want := "sh: exit status 3"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}
