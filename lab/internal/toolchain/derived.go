package toolchain

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

// charts are those of Istio, which its binary carries and writes, and that of cert-manager.
func (t *Toolchain) charts() task {
	return task{
		name:     "charts",
		provides: []string{"charts"},
		after:    []string{"istio"},
		key: func(context.Context) (string, error) {
			binary, err := t.Path("istio")
			return keyOf("charts 2", binary, certManager), err
		},
		make: func(ctx context.Context, dir string, log io.Writer) error {
			binary, err := t.Path("istio")
			if err != nil {
				return err
			}
			charts := filepath.Join(dir, "bin", "charts")
			if err := run(exec.CommandContext(ctx, binary, "export-charts", charts), log); err != nil {
				return err
			}
			return t.certManagerChart(ctx, filepath.Join(charts, "cert-manager"), log)
		},
	}
}

// gatewayAPI joins the custom resource definitions of the Gateway API's standard channel into one
// file, as the project publishes it.
func (t *Toolchain) gatewayAPI() task {
	return task{
		name:     "gateway-api",
		provides: []string{"gateway-api.yaml"},
		expected: 10 * time.Second,
		key:      func(context.Context) (string, error) { return keyOf("gateway-api", gatewayAPIVersion), nil },
		make: func(ctx context.Context, dir string, log io.Writer) error {
			source, err := downloadModule(ctx, "sigs.k8s.io/gateway-api@v"+gatewayAPIVersion, dir, log)
			if err != nil {
				return err
			}
			joined, err := joinYAML(filepath.Join(source, "config/crd/standard"))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, "bin", "gateway-api.yaml"), joined, 0o644)
		},
	}
}

// gatewayAPIConformance is the suite by which implementations of the Gateway API are judged: manifests,
// and the requests with what is to become of them.
func (t *Toolchain) gatewayAPIConformance() task {
	return task{
		name:     "gateway-api-conformance",
		provides: []string{"gateway-api-conformance"},
		expected: 10 * time.Second,
		key: func(context.Context) (string, error) {
			return keyOf("gateway-api-conformance", gatewayAPIVersion), nil
		},
		make: func(ctx context.Context, dir string, log io.Writer) error {
			source, err := downloadModule(ctx, "sigs.k8s.io/gateway-api/conformance@v"+gatewayAPIVersion, dir, log)
			if err != nil {
				return err
			}
			for _, part := range []string{"base", "mesh", "tests"} {
				if err := copyTree(filepath.Join(source, part), filepath.Join(dir, "bin", "gateway-api-conformance", part)); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// moduleFiles are files that a Go module ships beside its code, taken in the version that the
// lab's own module builds with.
func (t *Toolchain) moduleFiles(name, module, dependency, path, target string) task {
	return task{
		name:     name,
		provides: []string{target},
		expected: 10 * time.Second,
		key: func(context.Context) (string, error) {
			content, err := hashFile(filepath.Join(t.moduleDir(module), "go.mod"))
			return keyOf(name, dependency, path, content), err
		},
		make: func(ctx context.Context, dir string, log io.Writer) error {
			source, err := t.dependency(ctx, module, dependency, log)
			if err != nil {
				return err
			}
			return copyTree(filepath.Join(source, path), filepath.Join(dir, "bin", target))
		},
	}
}

// dependency is the folder of a Go module in the version that the lab's own module builds with.
func (t *Toolchain) dependency(ctx context.Context, module, dependency string, log io.Writer) (string, error) {
	list := exec.CommandContext(ctx, "go", "mod", "download", "-json", dependency)
	list.Dir = t.moduleDir(module)
	list.Env = goEnvironment(os.Environ())
	return downloadedDir(list, log)
}

// downloadModule fetches one module outside any module of ours.
func downloadModule(ctx context.Context, module, dir string, log io.Writer) (string, error) {
	command := exec.CommandContext(ctx, "go", "mod", "download", "-json", module)
	command.Dir = dir
	command.Env = goEnvironment(os.Environ())
	return downloadedDir(command, log)
}

func downloadedDir(command *exec.Cmd, log io.Writer) (string, error) {
	var answer bytes.Buffer
	fmt.Fprintf(log, "$ %s\n", strings.Join(command.Args, " "))
	command.Stdout, command.Stderr = &answer, log
	err := command.Run()
	var download struct{ Dir, Error string }
	if jsonErr := json.Unmarshal(answer.Bytes(), &download); jsonErr != nil && err == nil {
		err = jsonErr
	}
	if err != nil {
		return "", fmt.Errorf("go mod download: %w %s", err, download.Error)
	}
	return download.Dir, nil
}

func joinYAML(dir string) ([]byte, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no YAML in %s", dir)
	}
	sort.Strings(files)
	var joined bytes.Buffer
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		joined.WriteString("---\n")
		joined.Write(content)
		joined.WriteString("\n")
	}
	return joined.Bytes(), nil
}

// copyTree copies a file or a folder. Module folders are read-only; copies are not.
func copyTree(source, target string) error {
	return filepath.WalkDir(source, func(path string, entry os.DirEntry, err error) error {
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
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, content, 0o644)
	})
}
