package toolchain

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// nodePackages are the repository's own npm packages. A stamp beside them says for which lock file
// they were installed.
func (t *Toolchain) nodePackages() task {
	lockFile := filepath.Join(t.options.Root, "package-lock.json")
	stamp := filepath.Join(t.options.Root, "node_modules", ".istio-mesh-lock")
	inPlace := func() (bool, error) {
		wanted, err := hashFile(lockFile)
		if err != nil {
			return false, err
		}
		installed, err := os.ReadFile(stamp)
		return err == nil && string(installed) == wanted, nil
	}
	return task{
		name:     "node-packages",
		expected: 30 * time.Second,
		inPlace:  inPlace,
		make: func(ctx context.Context, _ string, log io.Writer) error {
			// Two labs of one checkout can come up at once, and npm begins by removing what is there.
			return locked(filepath.Join(t.options.Root, "build", "node-packages.lock"), func() error {
				if done, err := inPlace(); err != nil || done {
					return err
				}
				// The install script of the Kubernetes package would download a plugin that the lab builds itself.
				install := exec.CommandContext(ctx, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
				install.Dir = t.options.Root
				if err := run(install, log); err != nil {
					return err
				}
				wanted, err := hashFile(lockFile)
				if err != nil {
					return err
				}
				return os.WriteFile(stamp, []byte(wanted), 0o644)
			})
		},
	}
}
