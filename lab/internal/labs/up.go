package labs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// Tools is where a lab's programs come from.
type Tools interface {
	Ensure(ctx context.Context, names ...string) error
	LinkAll(dir string) error
}

// Up brings a lab up and returns when it is usable. The lab goes on by itself. With reuse a lab that
// runs already is taken as it is.
func Up(ctx context.Context, self string, layout Layout, tools Tools, reuse bool, out io.Writer) error {
	if r, alive := layout.running(); alive {
		if reuse {
			fmt.Fprintf(out, "lab %s: runs already\n", layout.Name)
			return nil
		}
		return fmt.Errorf("lab %q is already running (process %d); use it, or end it with: lab/lab down --name %s", layout.Name, r.PID, layout.Name)
	}
	if err := allowed(); err != nil {
		return err
	}
	began := time.Now()
	fmt.Fprintf(out, "lab %s: tools; what is missing is built, all of it in about 25 minutes on two cores\n", layout.Name)
	if err := tools.Ensure(ctx); err != nil {
		return err
	}
	if err := layout.create(); err != nil {
		return err
	}
	if err := tools.LinkAll(layout.Bin()); err != nil {
		return err
	}
	fmt.Fprintf(out, "lab %s: coming up\n", layout.Name)
	if err := layout.launch(ctx, self, out); err != nil {
		return err
	}
	fmt.Fprintf(out, "lab %s: ready after %.1f s\n", layout.Name, time.Since(began).Seconds())
	return nil
}

// launch starts the lab in fresh namespaces and follows its start. A start that fails, or that is
// interrupted, is ended again; its log files stay for reading.
func (l Layout) launch(ctx context.Context, self string, out io.Writer) error {
	entrance, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer entrance.Close()
	listener, err := entrance.(*net.TCPListener).File()
	if err != nil {
		return err
	}
	defer listener.Close()
	events, reports, err := os.Pipe()
	if err != nil {
		return err
	}
	defer events.Close()
	defer reports.Close()
	log, err := os.OpenFile(l.ownLog(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	command := exec.Command(self, InitCommand, l.Name)
	command.Dir = l.Dir
	command.Stdout, command.Stderr = log, log
	command.ExtraFiles = []*os.File{reports, listener}
	command.SysProcAttr = &syscall.SysProcAttr{
		Setsid:     true,
		Cloneflags: syscall.CLONE_NEWNET | syscall.CLONE_NEWNS | syscall.CLONE_NEWPID,
	}
	if err := command.Start(); err != nil {
		return fmt.Errorf("start the lab: %w", err)
	}
	_ = reports.Close()
	started, err := startTime(command.Process.Pid)
	if err != nil {
		return fmt.Errorf("%w\nlog: %s\n%s", err, l.ownLog(), lastLines(l.ownLog(), 12))
	}
	r := record{PID: command.Process.Pid, Started: started, Address: entrance.Addr().String()}
	if err := l.writeRecord(r); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = events.Close() })
	defer stop()
	if err := follow(events, out); err != nil {
		_ = l.end(r, time.Second)
		if ctx.Err() != nil {
			return fmt.Errorf("interrupted; the lab was ended again")
		}
		return fmt.Errorf("%w\nthe lab was ended again; `lab/lab down --name %s` removes its files", err, l.Name)
	}
	return command.Process.Release()
}

// allowed says in words what is missing before anything is created.
func allowed() error {
	if _, err := os.Stat("/proc/self/ns/net"); err != nil {
		return fmt.Errorf("this kernel has no network namespaces (/proc/self/ns/net: %v); a lab needs them. Against a cluster of your own: make up CONTEXT=<kube-context>", err)
	}
	probe := exec.Command("/proc/self/exe", "version")
	probe.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET | syscall.CLONE_NEWNS | syscall.CLONE_NEWPID}
	if err := probe.Run(); err != nil {
		return fmt.Errorf("cannot create network, mount and process namespaces (%v): a lab needs root or the capability CAP_SYS_ADMIN with CAP_NET_ADMIN. Run it with sudo, or against a cluster of your own: make up CONTEXT=<kube-context>", err)
	}
	return nil
}

// Down ends a lab and removes its files. It works on a running lab, on one whose processes died,
// and on one that never came up.
func Down(layout Layout, out io.Writer) error {
	r, alive := layout.running()
	if _, err := os.Stat(layout.Dir); errors.Is(err, fs.ErrNotExist) && !alive {
		fmt.Fprintf(out, "lab %s: not there\n", layout.Name)
		return nil
	}
	if alive {
		if err := layout.end(r, stopTimeout+5*time.Second); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(layout.Dir); err != nil {
		return fmt.Errorf("remove %s: %w", layout.Dir, err)
	}
	// The parent goes too when this was the last lab.
	_ = os.Remove(filepath.Dir(layout.Dir))
	fmt.Fprintf(out, "lab %s: down\n", layout.Name)
	return nil
}

// end asks the lab to stop and ends it for good after patience.
func (l Layout) end(r record, patience time.Duration) error {
	_ = syscall.Kill(r.PID, syscall.SIGTERM)
	if l.gone(patience) {
		return nil
	}
	_ = syscall.Kill(r.PID, syscall.SIGKILL)
	if l.gone(10 * time.Second) {
		return nil
	}
	return fmt.Errorf("process %d of lab %q does not end", r.PID, l.Name)
}

func (l Layout) gone(patience time.Duration) bool {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if _, alive := l.running(); !alive {
			return true
		}
	}
	return false
}
