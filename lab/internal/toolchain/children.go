package toolchain

import (
	"os/exec"
	"syscall"
)

// endWithChildren makes cancelling a command end its whole process group.
func endWithChildren(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Cancel = func() error { return syscall.Kill(-command.Process.Pid, syscall.SIGTERM) }
}
