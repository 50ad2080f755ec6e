package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"istio-mesh/lab/internal/toolchain"
)

// toolchainOf is the toolchain of the repository that lab/lab was called from.
func toolchainOf(out io.Writer) (*toolchain.Toolchain, error) {
	root := os.Getenv("ISTIO_MESH_ROOT")
	if root == "" {
		return nil, fmt.Errorf("call the lab as lab/lab; it says where the repository is")
	}
	cache, err := cacheDir()
	if err != nil {
		return nil, err
	}
	return toolchain.New(toolchain.Options{
		Root:       root,
		Cache:      cache,
		Out:        out,
		IgnorePath: os.Getenv("ISTIO_MESH_IGNORE_PATH_TOOLS") != "",
	}), nil
}

// ensured is the toolchain with the named tools made, all without a name.
func ensured(names ...string) (*toolchain.Toolchain, error) {
	tools, err := toolchainOf(os.Stderr)
	if err != nil {
		return nil, err
	}
	ctx, stop := interruptible()
	defer stop()
	return tools, tools.Ensure(ctx, names...)
}

func cacheDir() (string, error) {
	if dir := os.Getenv("ISTIO_MESH_CACHE"); dir != "" {
		return filepath.Abs(dir)
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("%w; set ISTIO_MESH_CACHE to a folder for built tools", err)
	}
	return filepath.Join(dir, "istio-mesh"), nil
}
