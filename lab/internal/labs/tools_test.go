package labs

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"istio-mesh/lab/internal/container"
)

// labWithTools has a bin folder with links to one file per program.
func labWithTools(t *testing.T, programs ...string) (Layout, string) {
	t.Helper()
	layout, made := lab(t), t.TempDir()
	if err := os.MkdirAll(layout.Bin(), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range programs {
		if err := os.WriteFile(made+"/"+name, nil, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(made+"/"+name, layout.Bin()+"/"+name); err != nil {
			t.Fatal(err)
		}
	}
	return layout, made
}

func TestContainerToolsShowTheProgramsBehindTheLinks(t *testing.T) {
	layout, made := labWithTools(t, imagePrograms...)
	tools, err := containerTools("/cache/lab", layout)
	if err != nil {
		t.Fatal(err)
	}
	want := []container.Mount{
		{Source: "/cache/lab", Target: "/usr/local/bin/lab"},
		{Source: layout.Dir + "/envoy_bootstrap_tmpl.json", Target: "/var/lib/istio/envoy/envoy_bootstrap_tmpl.json"},
	}
	for _, name := range imagePrograms {
		want = append(want, container.Mount{Source: made + "/" + name, Target: "/usr/local/bin/" + name})
	}
	if !slices.Equal(tools, want) {
		t.Errorf("tools = %v, want %v", tools, want)
	}
}

func TestContainerToolsFailWhereAProgramIsMissing(t *testing.T) {
	layout, _ := labWithTools(t, imagePrograms[1:]...)
	if tools, err := containerTools("/cache/lab", layout); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("tools = %v, %v; want that %s is missing", tools, err, imagePrograms[0])
	}
}

func TestNetfilterLibrariesKeepTheirPath(t *testing.T) {
	layout, made := labWithTools(t, "netfilter")
	want := []container.Mount{{Source: made + "/netfilter", Target: made + "/netfilter"}}
	if got := netfilterLibraries(layout); !slices.Equal(got, want) {
		t.Errorf("mounts = %v, want %v", got, want)
	}
}

func TestWriteBootstrapTakesOutOneExtensionOnly(t *testing.T) {
	layout, _ := labWithTools(t)
	template := "a {{- if .metadata_discovery }} b {{- end }}{{- if .tracing }} c {{- end }}"
	if err := os.WriteFile(layout.Bin()+"/envoy_bootstrap.json", []byte(template), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := (&supervisor{layout: layout}).writeBootstrap(); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(layout.bootstrap())
	if want := "a {{- if false }} b {{- end }}{{- if .tracing }} c {{- end }}"; err != nil || string(got) != want {
		t.Errorf("template = %s, %v; want %s", got, err, want)
	}
}
