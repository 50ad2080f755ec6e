package labs

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// Hidden subcommands of the lab's binary.
const (
	InitCommand      = "__init"
	SuperviseCommand = "__supervise"
)

// Init is the first process of a lab's PID namespace. It gives the lab its own /proc and /run,
// starts the supervisor, and collects orphans. When it ends, whatever the reason, the kernel ends
// every process of the lab and with them their network namespaces: nothing can be left behind.
func Init(self, name string, inherited int) error {
	if os.Getpid() != 1 {
		return fmt.Errorf("%s is started by `lab up` only", InitCommand)
	}
	if err := privateMounts(); err != nil {
		return err
	}
	supervisor := exec.Command(self, SuperviseCommand, name)
	supervisor.Stdout, supervisor.Stderr = os.Stdout, os.Stderr
	for fd := range inherited {
		supervisor.ExtraFiles = append(supervisor.ExtraFiles, os.NewFile(uintptr(3+fd), "inherited"))
	}
	if err := supervisor.Start(); err != nil {
		return err
	}
	for _, file := range supervisor.ExtraFiles {
		_ = file.Close()
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		for s := range signals {
			_ = supervisor.Process.Signal(s)
		}
	}()
	return reap(supervisor.Process.Pid)
}

func privateMounts() error {
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("private mounts: %w", err)
	}
	if err := unix.Mount("proc", "/proc", "proc", 0, ""); err != nil {
		return fmt.Errorf("/proc: %w", err)
	}
	if err := unix.Mount("tmpfs", "/run", "tmpfs", 0, "mode=0755"); err != nil {
		return fmt.Errorf("/run: %w", err)
	}
	return nil
}

// reap collects ended processes until the supervisor is among them.
func reap(supervisor int) error {
	for {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &status, 0, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
		case err != nil:
			return err
		case pid == supervisor && status.ExitStatus() != 0:
			return fmt.Errorf("the supervisor ended with %v", status)
		case pid == supervisor:
			return nil
		}
	}
}
