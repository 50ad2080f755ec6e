package kubelet

import (
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"istio-mesh/lab/internal/container"
)

func TestExitCode(t *testing.T) {
	for script, want := range map[string]int32{
		"exit 0":        0,
		"exit 7":        7,
		"kill -TERM $$": 143,
		"kill -KILL $$": 137,
	} {
		if got := exitCode(exec.Command("/bin/sh", "-c", script).Run()); got != want {
			t.Errorf("exitCode of %q = %d, want %d", script, got, want)
		}
	}
}

func TestExitCodeOfWhatNeverStarted(t *testing.T) {
	if got := exitCode(errors.New("no such program")); got != 128 {
		t.Errorf("exitCode = %d, want 128", got)
	}
}

func TestInDepthOrderMountsFoldersBeforeWhatIsInside(t *testing.T) {
	mounts := func(targets ...string) []container.Mount {
		var list []container.Mount
		for _, target := range targets {
			list = append(list, container.Mount{Target: target})
		}
		return list
	}
	for _, c := range []struct{ name, given, want string }{
		{"a file before its folder", "/etc/certs/ca.pem /etc/certs", "/etc/certs /etc/certs/ca.pem"},
		{"three levels", "/a/b/c /a /a/b", "/a /a/b /a/b/c"},
		{"equal lengths stay in order", "/bb /aa /cc", "/bb /aa /cc"},
		{"nothing", "", ""},
	} {
		got := inDepthOrder(mounts(strings.Fields(c.given)...))
		if !slices.Equal(got, mounts(strings.Fields(c.want)...)) {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

func TestEnvironmentAddsWhatEveryContainerHas(t *testing.T) {
	pod := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "cart-1"}}
	want := []string{
		"COLOR=blue",
		"HOME=/",
		"HOSTNAME=cart-1",
		"KUBERNETES_SERVICE_HOST=10.96.0.1",
		"KUBERNETES_SERVICE_PORT=443",
		"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
	}
	if got := environment(pod, map[string]string{"COLOR": "blue"}); !slices.Equal(got, want) {
		t.Errorf("environment = %q, want %q", got, want)
	}
}

func TestEnvironmentTellsTheVersionOfThePod(t *testing.T) {
	pod := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Labels: map[string]string{"version": "v2"}}}
	if got := environment(pod, nil); !slices.Contains(got, "LAB_POD_VERSION=v2") {
		t.Errorf("environment = %q, without LAB_POD_VERSION=v2", got)
	}
}

func TestEnvironmentLetsTheContainersOwnVariablesWin(t *testing.T) {
	got := environment(&corev1.Pod{}, map[string]string{"PATH": "/opt/bin", "HOME": "/home/app"})
	for _, want := range []string{"PATH=/opt/bin", "HOME=/home/app"} {
		if !slices.Contains(got, want) {
			t.Errorf("environment = %q, without %s", got, want)
		}
	}
	if len(got) != 5 {
		t.Errorf("%d variables, want 5: %q", len(got), got)
	}
}

func TestGraceIsBounded(t *testing.T) {
	seconds := func(value int64) *int64 { return &value }
	for _, c := range []struct {
		name          string
		spec, deleted *int64
		want          time.Duration
	}{
		{"none given", nil, nil, 10 * time.Second},
		{"the Pod's own", seconds(3), nil, 3 * time.Second},
		{"a long one", seconds(30), nil, 10 * time.Second},
		{"the deletion's wins", seconds(3), seconds(1), time.Second},
		{"a deletion without grace", seconds(3), seconds(0), 0},
	} {
		pod := &corev1.Pod{Spec: corev1.PodSpec{TerminationGracePeriodSeconds: c.spec}}
		pod.DeletionGracePeriodSeconds = c.deleted
		if got := (&runner{pod: pod}).grace(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTerminateAsksFirstAndEndsAfterTheGracePeriod(t *testing.T) {
	for _, c := range []struct {
		name, script string
		grace        time.Duration
		want         int32
	}{
		{"a program that ends by itself", "trap 'exit 5' TERM; echo ready; while :; do sleep 0.02; done", time.Minute, 5},
		{"a program that does not listen", "trap '' TERM; echo ready; while :; do sleep 0.02; done", 50 * time.Millisecond, 137},
	} {
		command := exec.Command("/bin/sh", "-c", c.script)
		output, err := command.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := output.Read(make([]byte, 8)); err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		go terminate(cancelled(), command.Process, c.grace, done)
		code := exitCode(command.Wait())
		close(done)
		if code != c.want {
			t.Errorf("%s: exit code %d, want %d", c.name, code, c.want)
		}
	}
}
