package container

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// Enter turns the calling process into the container of the spec in file. It returns only on failure.
func Enter(file string) error {
	spec, err := read(file)
	if err != nil {
		return err
	}
	// Mounts made here must not show outside.
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("private mounts: %w", err)
	}
	if err := buildRoot(spec); err != nil {
		return err
	}
	if err := unix.Chroot(spec.Root); err != nil {
		return fmt.Errorf("chroot: %w", err)
	}
	if err := os.Chdir(orRoot(spec.Dir)); err != nil {
		return err
	}
	if err := become(spec.UID, spec.GID); err != nil {
		return err
	}
	program, err := lookPath(spec)
	if err != nil {
		return err
	}
	return fmt.Errorf("run %s: %w", program, syscall.Exec(program, spec.Args, spec.Env))
}

func become(uid, gid int) error {
	if err := syscall.Setgroups([]int{}); err != nil {
		return fmt.Errorf("setgroups: %w", err)
	}
	if err := syscall.Setgid(gid); err != nil {
		return fmt.Errorf("setgid %d: %w", gid, err)
	}
	if err := syscall.Setuid(uid); err != nil {
		return fmt.Errorf("setuid %d: %w", uid, err)
	}
	return nil
}

// lookPath finds the program on the container's PATH, not on the one of this process.
func lookPath(spec Spec) (string, error) {
	for _, entry := range spec.Env {
		if value, found := strings.CutPrefix(entry, "PATH="); found {
			if err := os.Setenv("PATH", value); err != nil {
				return "", err
			}
		}
	}
	return exec.LookPath(spec.Args[0])
}

// hostDirs are shown to every container as they are on the host.
var hostDirs = []string{"bin", "sbin", "lib", "lib32", "lib64", "libx32"}

// hostEtc is what programs commonly read of /etc; the rest of the host's /etc stays hidden.
var hostEtc = []string{"alternatives", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "nsswitch.conf", "passwd", "group", "protocols", "services", "ssl", "ca-certificates", "pki", "ethertypes", "xtables"}

func buildRoot(spec Spec) error {
	root := spec.Root
	if err := unix.Mount("tmpfs", root, "tmpfs", 0, "mode=0755"); err != nil {
		return fmt.Errorf("root file system: %w", err)
	}
	for _, name := range hostDirs {
		if err := show(filepath.Join("/", name), filepath.Join(root, name)); err != nil {
			return err
		}
	}
	for _, name := range hostEtc {
		if err := show(filepath.Join("/etc", name), filepath.Join(root, "etc", name)); err != nil {
			return err
		}
	}
	if err := showUsr(root); err != nil {
		return err
	}
	if err := scratch(root); err != nil {
		return err
	}
	if err := unix.Mount("proc", filepath.Join(root, "proc"), "proc", 0, ""); err != nil {
		return fmt.Errorf("/proc: %w", err)
	}
	for _, mount := range spec.Mounts {
		if err := bind(mount.Source, filepath.Join(root, mount.Target)); err != nil {
			return err
		}
	}
	return nil
}

// showUsr shows /usr without /usr/local, which belongs to the container's own programs.
func showUsr(root string) error {
	entries, err := os.ReadDir("/usr")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() == "local" {
			continue
		}
		if err := show(filepath.Join("/usr", entry.Name()), filepath.Join(root, "usr", entry.Name())); err != nil {
			return err
		}
	}
	return nil
}

func scratch(root string) error {
	for _, dir := range []string{"proc", "run", "tmp", "var/lib", "var/log", "var/tmp", "usr/local/bin", "home", "root"} {
		path := filepath.Join(root, dir)
		if err := os.MkdirAll(path, 0o755); err != nil {
			return err
		}
		// The writable layer of an image belongs to whoever runs in it.
		if err := os.Chmod(path, 0o777); err != nil {
			return err
		}
	}
	// Relative: mounts below it are made before the chroot.
	if err := os.Symlink("../run", filepath.Join(root, "var/run")); err != nil {
		return err
	}
	return bind("/dev", filepath.Join(root, "dev"))
}

// show repeats a host path in the new root: links as links, the rest bound. What the host lacks is left out.
func show(source, target string) error {
	info, err := os.Lstat(source)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.Mode()&os.ModeSymlink == 0 {
		return bind(source, target)
	}
	link, err := os.Readlink(source)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	return os.Symlink(link, target)
}

func bind(source, target string) error {
	info, err := os.Stat(source)
	if err != nil {
		return err
	}
	if err := mountPoint(target, info.IsDir()); err != nil {
		return err
	}
	if err := unix.Mount(source, target, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return fmt.Errorf("show %s at %s: %w", source, target, err)
	}
	return nil
}

func mountPoint(target string, dir bool) error {
	if dir {
		return os.MkdirAll(target, 0o777)
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return err
	}
	file, err := os.OpenFile(target, os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	return file.Close()
}

func orRoot(dir string) string {
	if dir == "" {
		return "/"
	}
	return dir
}
