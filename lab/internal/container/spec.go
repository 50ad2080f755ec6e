// Package container runs a program the way a container would: with a root file system of its own,
// put together from bind mounts, in its own mount and PID namespace. There are no images; programs
// come from the host and from the lab's tools.
package container

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
)

// Mount shows a host file or folder at a path of the container.
type Mount struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

// Spec is everything that the program inside sees.
type Spec struct {
	// Root is an empty host folder on which the root file system is mounted.
	Root   string   `json:"root"`
	Mounts []Mount  `json:"mounts"`
	Args   []string `json:"args"`
	Env    []string `json:"env"`
	Dir    string   `json:"dir"`
	UID    int      `json:"uid"`
	GID    int      `json:"gid"`
}

// EnterCommand is the hidden subcommand of the lab's own binary that calls Enter.
const EnterCommand = "__container"

// Command returns the command that, once started, is the container. self is the lab's own binary;
// the spec is handed over in a file of dir.
func Command(self, dir string, spec Spec) (*exec.Cmd, error) {
	content, err := json.Marshal(spec)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(spec.Root, 0o755); err != nil {
		return nil, err
	}
	file := filepath.Join(dir, filepath.Base(spec.Root)+".json")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		return nil, err
	}
	command := exec.Command(self, EnterCommand, file)
	command.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags: syscall.CLONE_NEWNS | syscall.CLONE_NEWPID,
		Setpgid:    true,
	}
	return command, nil
}

func read(file string) (Spec, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return Spec{}, err
	}
	var spec Spec
	if err := json.Unmarshal(content, &spec); err != nil {
		return Spec{}, fmt.Errorf("%s: %w", file, err)
	}
	return spec, nil
}
