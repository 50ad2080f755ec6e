package toolchain

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// pathTool is a program that is used from PATH where its version fits.
type pathTool struct {
	name      string
	arguments []string
	lowest    [2]int // major, minor
	highest   [2]int
}

const anyMinor = 1 << 30

var (
	kubectlOnPath = pathTool{name: "kubectl", arguments: []string{"version", "--client"}, lowest: [2]int{1, 34}, highest: [2]int{1, anyMinor}}
	helmOnPath    = pathTool{name: "helm", arguments: []string{"version", "--short"}, lowest: [2]int{3, 17}, highest: [2]int{4, anyMinor}}
	envoyOnPath   = pathTool{name: "envoy", arguments: []string{"--version"}, lowest: [2]int{1, 38}, highest: [2]int{1, anyMinor}}
	// What it finds differs between versions.
	shellcheckOnPath = pathTool{name: "shellcheck", arguments: []string{"--version"}, lowest: [2]int{0, 11}, highest: [2]int{0, anyMinor}}
	pulumiOnPath     = pathTool{name: "pulumi", arguments: []string{"version"}, lowest: [2]int{3, 200}, highest: [2]int{3, anyMinor}}
)

// pathTools returns a function that finds all of the tools on PATH in fitting versions, or none.
func (t *Toolchain) pathTools(tools ...pathTool) func(context.Context) []string {
	return func(ctx context.Context) []string {
		if t.options.IgnorePath {
			return nil
		}
		var found []string
		for _, tool := range tools {
			path, ok := tool.find(ctx)
			if !ok {
				return nil
			}
			found = append(found, path)
		}
		return found
	}
}

func (p pathTool) find(ctx context.Context) (string, bool) {
	path, err := exec.LookPath(p.name)
	if err != nil {
		return "", false
	}
	output, err := exec.CommandContext(ctx, path, p.arguments...).Output()
	return path, err == nil && p.fits(string(output))
}

var versionPattern = regexp.MustCompile(`(\d+)\.(\d+)\.\d+`)

// fits reads the first version that a tool prints.
func (p pathTool) fits(output string) bool {
	match := versionPattern.FindStringSubmatch(output)
	if match == nil {
		return false
	}
	major, _ := strconv.Atoi(match[1])
	minor, _ := strconv.Atoi(match[2])
	version := [2]int{major, minor}
	return !less(version, p.lowest) && !less(p.highest, version)
}

func less(a, b [2]int) bool { return a[0] < b[0] || a[0] == b[0] && a[1] < b[1] }

func linkTools(dir string, paths []string) error {
	for _, path := range paths {
		if err := os.Symlink(path, filepath.Join(dir, filepath.Base(path))); err != nil {
			return err
		}
	}
	return nil
}
