package process

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("never: %s", what)
}

func shell(name, script string) Spec {
	return Spec{Name: name, Path: "/bin/sh", Args: []string{"-c", script}, Env: []string{"WORD=hello"}}
}

func TestOutputGoesToTheProgramsOwnLog(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	logs := t.TempDir()
	group := NewGroup(ctx, logs)
	if err := group.Start(shell("one", `echo "out $WORD"; echo err >&2; sleep 60`)); err != nil {
		t.Fatal(err)
	}
	eventually(t, "both lines are in the log", func() bool {
		content, _ := os.ReadFile(filepath.Join(logs, "one.log"))
		return string(content) == "out hello\nerr\n"
	})
	cancel()
	group.Wait()
}

func TestAProgramThatEndsIsStartedAgainAndCounted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	logs := t.TempDir()
	group := NewGroup(ctx, logs)
	if err := group.Start(shell("one", "sleep 60")); err != nil {
		t.Fatal(err)
	}
	first := group.States()[0]
	if !first.Running || first.Restarts != 0 {
		t.Fatalf("at first: %+v", first)
	}
	if err := syscall.Kill(first.PID, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	eventually(t, "it runs again under another process", func() bool {
		now := group.States()[0]
		return now.Running && now.Restarts == 1 && now.PID != first.PID
	})
	content, err := os.ReadFile(group.Log("one"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(content), "lab: one ended (signal: killed); starting it again") {
		t.Errorf("log: %s", content)
	}
	cancel()
	group.Wait()
}

func TestEveryProgramEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	group := NewGroup(ctx, t.TempDir())
	for _, spec := range []Spec{shell("polite", "echo up; exec sleep 60"), shell("stubborn", "trap '' TERM; echo up; while :; do sleep 1; done")} {
		if err := group.Start(spec); err != nil {
			t.Fatal(err)
		}
		eventually(t, spec.Name+" is up", func() bool {
			content, _ := os.ReadFile(group.Log(spec.Name))
			return string(content) == "up\n"
		})
	}
	cancel()
	group.Wait()
	for _, state := range group.States() {
		if err := syscall.Kill(state.PID, 0); !errors.Is(err, syscall.ESRCH) {
			t.Errorf("%s still runs: %v", state.Name, err)
		}
	}
}

func TestAProgramThatCannotStartIsAnErrorWithItsName(t *testing.T) {
	group := NewGroup(context.Background(), t.TempDir())
	err := group.Start(Spec{Name: "etcd", Path: "/no/such/program"})
	if err == nil || !strings.Contains(err.Error(), "start etcd: ") {
		t.Errorf("error %v", err)
	}
	group.Wait()
}
