package toolchain

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const (
	certManagerModule = "github.com/cert-manager/cert-manager"
	// unreleased stands in the chart of the source tree for the version that a release gives it.
	unreleased = "v0.0.0"
)

// certManagerChart writes the chart of a release, of which the module has all but the version.
func (t *Toolchain) certManagerChart(ctx context.Context, target string, log io.Writer) error {
	source, err := t.dependency(ctx, "cert-manager", certManagerModule, log)
	if err != nil {
		return err
	}
	if err := copyTree(filepath.Join(source, "deploy", "charts", "cert-manager"), target); err != nil {
		return err
	}
	return stampChart(filepath.Join(target, "Chart.yaml"))
}

func stampChart(file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	// Once for the chart and once for the images.
	if found := strings.Count(string(content), unreleased); found != 2 {
		return fmt.Errorf("%s has the version %s %d times, not twice", file, unreleased, found)
	}
	return os.WriteFile(file, []byte(strings.ReplaceAll(string(content), unreleased, certManager)), 0o644)
}
