package toolchain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// iptablesTools are the names under which istio-iptables looks for its program.
var iptablesTools = []string{"iptables", "iptables-save", "iptables-restore", "ip6tables", "ip6tables-save", "ip6tables-restore"}

// netfilter is nft (for kube-proxy) and iptables (for sidecars): those of the host, or else the
// distribution's packages, unpacked into the cache and not installed.
func (t *Toolchain) netfilter() task {
	names := append([]string{"nft"}, iptablesTools...)
	return task{
		name:     "netfilter",
		provides: append(append([]string{}, names...), "netfilter"),
		expected: 30 * time.Second,
		key: func(context.Context) (string, error) {
			return keyOf(append([]string{"netfilter 1"}, t.hostTools(names)...)...), nil
		},
		make: func(ctx context.Context, dir string, log io.Writer) error {
			bin := filepath.Join(dir, "bin")
			if found := t.hostTools(names); found != nil {
				if err := os.Mkdir(filepath.Join(bin, "netfilter"), 0o755); err != nil {
					return err
				}
				return linkTools(bin, found)
			}
			return t.unpackNetfilter(ctx, dir, log)
		},
	}
}

// hostTools finds all of the names on PATH and in the system folders, or none.
func (t *Toolchain) hostTools(names []string) []string {
	if t.options.IgnorePath {
		return nil
	}
	var found []string
	for _, name := range names {
		path := ""
		for _, candidate := range []string{name, "/usr/sbin/" + name, "/sbin/" + name} {
			if resolved, err := exec.LookPath(candidate); err == nil {
				path = resolved
				break
			}
		}
		if path == "" {
			return nil
		}
		found = append(found, path)
	}
	return found
}

var errNoPackages = errors.New("nft and iptables are missing, and this is no Debian or Ubuntu whose packages the lab could unpack; install the packages nftables and iptables")

func (t *Toolchain) unpackNetfilter(ctx context.Context, dir string, log io.Writer) error {
	for _, tool := range []string{"apt-get", "apt-cache", "dpkg-deb"} {
		if _, err := exec.LookPath(tool); err != nil {
			return errNoPackages
		}
	}
	work := filepath.Join(dir, "packages")
	// Lists and archives of its own: the host's package state is neither needed nor changed.
	private := []string{"-o", "Dir::State::Lists=" + filepath.Join(work, "lists"), "-o", "Dir::Cache=" + filepath.Join(work, "cache"), "-o", "APT::Sandbox::User=root"}
	for _, folder := range []string{"lists/partial", "cache/archives/partial"} {
		if err := os.MkdirAll(filepath.Join(work, folder), 0o755); err != nil {
			return err
		}
	}
	if err := run(exec.CommandContext(ctx, "apt-get", append(private, "update")...), log); err != nil {
		return err
	}
	query := append(private, "depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks", "--no-replaces", "--no-enhances", "nftables", "iptables")
	closure, err := exec.CommandContext(ctx, "apt-cache", query...).Output()
	if err != nil {
		return fmt.Errorf("apt-cache: %w", err)
	}
	download := exec.CommandContext(ctx, "apt-get", append(append(private, "download"), packagesToUnpack(string(closure))...)...)
	download.Dir = work
	if err := run(download, log); err != nil {
		return err
	}
	archives, err := filepath.Glob(filepath.Join(work, "*.deb"))
	if err != nil {
		return err
	}
	root := filepath.Join(dir, "bin", "netfilter")
	for _, archive := range archives {
		if err := run(exec.CommandContext(ctx, "dpkg-deb", "-x", archive, root), log); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	return t.writeWrappers(dir, root)
}

// packagesToUnpack picks the two tools and their libraries out of apt-cache's answer. What every
// system has (the C library and its compiler's) stays the host's.
func packagesToUnpack(closure string) []string {
	var packages []string
	for _, line := range strings.Split(closure, "\n") {
		name, _, _ := strings.Cut(line, ":")
		if name == "" || strings.ContainsAny(line[:1], " |<") {
			continue
		}
		if name == "nftables" || name == "iptables" || strings.HasPrefix(name, "lib") && !ofTheSystem[name] {
			packages = append(packages, name)
		}
	}
	return packages
}

var ofTheSystem = map[string]bool{"libc6": true, "libgcc-s1": true, "libcrypt1": true}

// writeWrappers makes programs that find their unpacked libraries. Their paths are final ones: the
// folder that is written now is renamed when it is complete.
func (t *Toolchain) writeWrappers(dir, root string) error {
	libraries, err := filepath.Glob(filepath.Join(root, "usr/lib/*/libnftables.so.1"))
	if err != nil || len(libraries) != 1 {
		return fmt.Errorf("the unpacked packages hold %d libnftables.so.1", len(libraries))
	}
	final := func(path string) string { return strings.Replace(path, dir, strings.TrimSuffix(dir, ".new"), 1) }
	folder := final(filepath.Dir(libraries[0]))
	programs := map[string]string{"nft": final(filepath.Join(root, "usr/sbin/nft"))}
	for _, name := range iptablesTools {
		programs[name] = final(filepath.Join(root, "usr/sbin/xtables-nft-multi")) + " " + name
	}
	for name, program := range programs {
		script := fmt.Sprintf("#!/bin/sh\nexport LD_LIBRARY_PATH=%s XTABLES_LIBDIR=%s/xtables\nexec %s \"$@\"\n", folder, folder, program)
		if err := os.WriteFile(filepath.Join(dir, "bin", name), []byte(script), 0o755); err != nil {
			return err
		}
	}
	return nil
}
