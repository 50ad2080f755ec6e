package toolchain

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestFitsReadsWhatRealToolsPrint(t *testing.T) {
	for _, c := range []struct {
		tool   pathTool
		output string
		want   bool
	}{
		{kubectlOnPath, "Client Version: v1.36.0\nKustomize Version: v5.8.1\n", true},
		{kubectlOnPath, "Client Version: v1.34.0-rc.1+k3s1\nKustomize Version: v5.7.1\n", true},
		{kubectlOnPath, "Client Version: v1.33.9\nKustomize Version: v5.7.1\n", false},
		{kubectlOnPath, "Client Version: v2.0.0\n", false},
		{helmOnPath, "v3.17.0+g301108e\n", true},
		{helmOnPath, "v3.16.4+g7877b45\n", false},
		{helmOnPath, "v4.0.1+g12500dd\n", true},
		{helmOnPath, "v5.0.0\n", false},
		{envoyOnPath, "\nenvoy  version: d79f6e8d453ee260e9094093b8dd31af0056e67b/1.38.0/Clean/RELEASE/BoringSSL\n", true},
		{envoyOnPath, "\nenvoy  version: 0/1.37.2/Clean/RELEASE/BoringSSL\n", false},
		{shellcheckOnPath, "ShellCheck - shell script analysis tool\nversion: 0.11.0\nlicense: GNU General Public License, version 3\n", true},
		{shellcheckOnPath, "ShellCheck - shell script analysis tool\nversion: 0.9.0\n", false},
		{pulumiOnPath, "v3.258.1\n", true},
		{pulumiOnPath, "v3.99.0\n", false},
		{pulumiOnPath, "3.200.0-alpha.1\n", true},
		{pulumiOnPath, "development\n", false},
		{pulumiOnPath, "", false},
		{pulumiOnPath, "v3.258\n", false},
	} {
		if got := c.tool.fits(c.output); got != c.want {
			t.Errorf("%s, %q: fits = %t, want %t", c.tool.name, c.output, got, c.want)
		}
	}
}

// printing puts a program on PATH that prints text and ends with code.
func printing(t *testing.T, dir, name, text string, code string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\necho '"+text+"'\nexit "+code+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPathToolsAreTakenTogetherOrNotAtAll(t *testing.T) {
	for _, c := range []struct {
		name              string
		ignore            bool
		helm, helmsStatus string
		want              []string
	}{
		{"both fit", false, "v3.18.0", "0", []string{"kubectl", "helm"}},
		{"one is too old", false, "v3.1.0", "0", nil},
		{"one fails", false, "v3.18.0", "1", nil},
		{"one is missing", false, "", "", nil},
		{"the path is ignored", true, "v3.18.0", "0", nil},
	} {
		dir := onPath(t)
		printing(t, dir, "kubectl", "Client Version: v1.36.0", "0")
		if c.helm != "" {
			printing(t, dir, "helm", c.helm, c.helmsStatus)
		}
		var want []string
		for _, name := range c.want {
			want = append(want, filepath.Join(dir, name))
		}
		tools := &Toolchain{options: Options{IgnorePath: c.ignore}}
		if got := tools.pathTools(kubectlOnPath, helmOnPath)(context.Background()); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

func TestLinkToolsKeepsTheirNames(t *testing.T) {
	dir := t.TempDir()
	if err := linkTools(dir, []string{"/usr/sbin/nft", "/opt/bin/iptables"}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"nft": "/usr/sbin/nft", "iptables": "/opt/bin/iptables"} {
		if got, err := os.Readlink(filepath.Join(dir, name)); err != nil || got != want {
			t.Errorf("%s -> %s, %v; want %s", name, got, err, want)
		}
	}
}

func TestInstalledProviderIsTheNewestThatFits(t *testing.T) {
	for _, c := range []struct {
		name     string
		versions []string
		want     string
	}{
		{"none", nil, ""},
		{"too old", []string{"4.24.1", "4.9.0", "3.30.0"}, ""},
		{"too new", []string{"5.0.0"}, ""},
		{"among others", []string{"4.9.0", "4.25.0", "4.26.1", "5.0.0"}, "4.26.1"},
	} {
		home := t.TempDir()
		provider := func(version string) string {
			return filepath.Join(home, "plugins", "resource-kubernetes-v"+version, "pulumi-resource-kubernetes")
		}
		for _, version := range c.versions {
			if err := os.MkdirAll(filepath.Dir(provider(version)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(provider(version), nil, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		got, found := installedProvider(home)
		if found != (c.want != "") {
			t.Errorf("%s: found = %t", c.name, found)
		}
		if found && got != provider(c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, provider(c.want))
		}
	}
}
