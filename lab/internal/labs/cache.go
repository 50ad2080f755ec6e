package labs

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sys/unix"
)

// CachePart is something in the project's cache folder.
type CachePart struct {
	// Name is a path below the folder.
	Name  string
	Bytes int64
	// Running is set for the files of a lab that runs.
	Running bool
}

// CacheParts are what a cache folder holds, the largest first.
func CacheParts(cache string) ([]CachePart, error) {
	var parts []CachePart
	for _, pattern := range []string{"*", "tools/*", "labs/*"} {
		found, err := filepath.Glob(filepath.Join(cache, pattern))
		if err != nil {
			return nil, err
		}
		for _, path := range found {
			name, err := filepath.Rel(cache, path)
			if err != nil {
				return nil, err
			}
			if name == "tools" || name == "labs" {
				continue
			}
			size, err := sizeOf(path)
			if err != nil {
				return nil, err
			}
			parts = append(parts, CachePart{Name: name, Bytes: size, Running: runsAt(path)})
		}
	}
	slices.SortFunc(parts, func(a, b CachePart) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), cmp.Compare(a.Name, b.Name))
	})
	return parts, nil
}

func runsAt(dir string) bool {
	_, alive := Layout{Name: filepath.Base(dir), Dir: dir}.running()
	return alive
}

// sizeOf adds up the files at and below path. What a running lab takes away meanwhile does not count.
func sizeOf(path string) (int64, error) {
	var total int64
	err := filepath.WalkDir(path, func(_ string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil && info.Mode().IsRegular() {
			total += info.Size()
		}
		return nil
	})
	return total, err
}

// PrintCache tells the size of a cache folder, part by part.
func PrintCache(cache string, parts []CachePart, out io.Writer) {
	var total int64
	for _, part := range parts {
		total += part.Bytes
	}
	fmt.Fprintf(out, "%9s  %s\n", mebibytes(total), cache)
	for _, part := range parts {
		note := ""
		if part.Running {
			note = " (a lab that runs)"
		}
		fmt.Fprintf(out, "%9s    %s%s\n", mebibytes(part.Bytes), part.Name, note)
	}
}

func mebibytes(size int64) string { return fmt.Sprintf("%.0f MiB", float64(size)/(1<<20)) }

// RemoveCache removes a cache folder, unless somebody uses it.
func RemoveCache(cache string, out io.Writer) error {
	labs, err := List(cache)
	if err != nil {
		return err
	}
	for _, lab := range labs {
		if _, alive := lab.running(); alive {
			return fmt.Errorf("lab %q runs from %s; end it first: lab/lab down --name %s", lab.Name, cache, lab.Name)
		}
	}
	locks, err := filepath.Glob(filepath.Join(cache, "tools", "*", "lock"))
	if err != nil {
		return err
	}
	for _, lock := range locks {
		if held(lock) {
			return fmt.Errorf("%s is being made right now; wait for it, or end that command first", filepath.Base(filepath.Dir(lock)))
		}
	}
	parts, err := CacheParts(cache)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(cache); err != nil {
		return err
	}
	var total int64
	for _, part := range parts {
		total += part.Bytes
	}
	fmt.Fprintf(out, "removed %s (%s)\n", cache, mebibytes(total))
	return nil
}

func held(lock string) bool {
	file, err := os.Open(lock)
	if err != nil {
		return false
	}
	defer file.Close()
	return errors.Is(unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB), unix.EWOULDBLOCK)
}
