// Package labs is the life of a lab: bring it up, look at it, enter it, take it down.
package labs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// Layout is where one lab keeps its files. Everything lies below one folder, which `down` removes.
type Layout struct {
	Name string
	Dir  string
}

var labName = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$`)

// NewLayout checks the lab's name; cache is the project's cache folder.
func NewLayout(cache, name string) (Layout, error) {
	if !labName.MatchString(name) {
		return Layout{}, fmt.Errorf("--name: %q is not a lab name; allowed are 1 to 40 characters of a-z, 0-9 and \"-\", beginning and ending with a letter or digit", name)
	}
	return Layout{Name: name, Dir: filepath.Join(cache, "labs", name)}, nil
}

func (l Layout) path(parts ...string) string {
	return filepath.Join(append([]string{l.Dir}, parts...)...)
}

// Kubeconfig is the administrator's kubeconfig; its address is valid inside the lab's network.
func (l Layout) Kubeconfig() string { return l.path("kubeconfig") }

// Bin is the folder with all of the lab's tools, for PATH.
func (l Layout) Bin() string { return l.path("bin") }

// Charts is the folder with one folder per chart of Istio.
func (l Layout) Charts() string { return filepath.Join(l.Bin(), "charts") }

// Logs is the folder of all log files; containers' logs are below "pods".
func (l Layout) Logs() string { return l.path("logs") }

func (l Layout) pods() string   { return l.path("pods") }
func (l Layout) socket() string { return l.path("lab.sock") }
func (l Layout) record() string { return l.path("lab.json") }
func (l Layout) ownLog() string { return l.path("logs", "lab.log") }

func (l Layout) etc() string       { return l.path("etc") }
func (l Layout) pulumi() string    { return l.path("pulumi") }
func (l Layout) kwok() string      { return l.path("kwok.yaml") }
func (l Layout) bootstrap() string { return l.path("envoy_bootstrap_tmpl.json") }

// networks is a path inside the lab's own mount namespace; from outside it is below
// /proc/<init>/root.
const networks = "/run/netns"

func (l Layout) create() error {
	for _, dir := range []string{l.Dir, l.Logs(), filepath.Join(l.Logs(), "pods"), l.pods(), l.etc(), l.path("data")} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	return createPulumiDirs(l.pulumi())
}

// List names the labs that have files in the cache.
func List(cache string) ([]Layout, error) {
	entries, err := os.ReadDir(filepath.Join(cache, "labs"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []Layout
	for _, entry := range entries {
		if layout, err := NewLayout(cache, entry.Name()); err == nil && entry.IsDir() {
			found = append(found, layout)
		}
	}
	return found, nil
}
