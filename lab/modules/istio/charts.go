package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"istio.io/istio/manifests"
	"istio.io/istio/pkg/version"
)

// releasedCharts maps the name in Istio's chart repository to the folder in its source tree.
var releasedCharts = map[string]string{
	"base":    "charts/base",
	"istiod":  "charts/istio-control/istio-discovery",
	"cni":     "charts/istio-cni",
	"ztunnel": "charts/ztunnel",
	"gateway": "charts/gateway",
}

// exportCharts writes one folder per chart below os.Args[1], stamped with this binary's version, hub
// and tag: in the source tree charts carry placeholders that only a release replaces.
func exportCharts() error {
	if len(os.Args) != 2 {
		return fmt.Errorf("usage: export-charts DIRECTORY")
	}
	for name, source := range releasedCharts {
		if err := exportChart(source, filepath.Join(os.Args[1], name)); err != nil {
			return fmt.Errorf("chart %s: %w", name, err)
		}
	}
	return nil
}

func exportChart(source, target string) error {
	return fs.WalkDir(manifests.FS, source, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(source, path)
		if err != nil {
			return err
		}
		to := filepath.Join(target, relative)
		if entry.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		content, err := manifests.FS.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, []byte(release(relative, string(content))), 0o644)
	})
}

// release replaces the placeholders of the source tree. Anything it does not find is left alone:
// the render tests compare the images and versions that come out.
func release(name, content string) string {
	switch name {
	case "Chart.yaml":
		return rewriteKeys(content, map[string]string{"version": version.Info.Version, "appVersion": version.Info.Version})
	case "values.yaml":
		return rewriteKeys(content, map[string]string{"hub": version.DockerInfo.Hub, "tag": version.DockerInfo.Tag})
	}
	return content
}

func rewriteKeys(content string, values map[string]string) string {
	lines := strings.Split(content, "\n")
	for i, line := range lines {
		key, old, found := strings.Cut(strings.TrimSpace(line), ":")
		value, wanted := values[key]
		if !found || !wanted || strings.TrimSpace(old) == "" || strings.TrimSpace(old) == `""` {
			continue
		}
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		lines[i] = fmt.Sprintf("%s%s: %s", indent, key, value)
	}
	return strings.Join(lines, "\n")
}
