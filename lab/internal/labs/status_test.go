package labs

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"istio-mesh/lab/internal/entrance"
	"istio-mesh/lab/internal/process"
)

// fakeProc makes a /proc folder with the given files.
func fakeProc(t *testing.T, files map[string]string) string {
	t.Helper()
	proc := t.TempDir()
	for name, content := range files {
		file := filepath.Join(proc, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return proc
}

func rollup(pss string) string {
	return "55d4a000-7ffd2000 ---p 00000000 00:00 0    [rollup]\nRss:               99999 kB\nPss:            " + pss + " kB\nPss_Dirty:         77777 kB\nShared_Clean:      88888 kB\n"
}

func TestMemoryOfAddsUpProportionalSizes(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  int64
	}{
		{"nothing", nil, 0},
		{"one process", map[string]string{"1/smaps_rollup": rollup("10")}, 10 << 10},
		{"two processes", map[string]string{"1/smaps_rollup": rollup("10"), "423/smaps_rollup": rollup("5")}, 15 << 10},
		{"more than 4 GiB", map[string]string{"1/smaps_rollup": rollup("8388608")}, 8 << 30},
		{"other folders", map[string]string{"1/smaps_rollup": rollup("10"), "sys/smaps_rollup": rollup("5"), "self/smaps_rollup": rollup("5")}, 10 << 10},
		{"a process that has ended", map[string]string{"1/smaps_rollup": rollup("10"), "2/stat": ""}, 10 << 10},
		{"a kernel thread", map[string]string{"1/smaps_rollup": rollup("10"), "2/smaps_rollup": ""}, 10 << 10},
	} {
		if got, err := memoryOf(fakeProc(t, c.files)); err != nil || got != c.want {
			t.Errorf("%s: %d, %v; want %d", c.name, got, err, c.want)
		}
	}
}

func TestMemoryOfAMissingFolderFails(t *testing.T) {
	if got, err := memoryOf(filepath.Join(t.TempDir(), "proc")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("memory = %d, %v; want an error", got, err)
	}
}

func reported(id string, ready bool) corev1.ContainerStatus {
	return corev1.ContainerStatus{ContainerID: id, Ready: ready}
}

func TestSummary(t *testing.T) {
	always := corev1.ContainerRestartPolicyAlways
	once, side := corev1.Container{Name: "init"}, corev1.Container{Name: "proxy", RestartPolicy: &always}
	for _, c := range []struct {
		name  string
		inits []corev1.Container
		state corev1.PodStatus
		ready string
		real  bool
	}{
		{"not started", nil, corev1.PodStatus{}, "0/0", false},
		{"run by the lab", nil, corev1.PodStatus{ContainerStatuses: []corev1.ContainerStatus{reported("lab://app", true), reported("lab://b", false)}}, "1/2", true},
		{"pretended by kwok", nil, corev1.PodStatus{ContainerStatuses: []corev1.ContainerStatus{reported("", true)}}, "1/1", false},
		{"an init container does not count", []corev1.Container{once}, corev1.PodStatus{
			InitContainerStatuses: []corev1.ContainerStatus{reported("lab://init", true)},
			ContainerStatuses:     []corev1.ContainerStatus{reported("lab://app", true)},
		}, "1/1", true},
		{"a native sidecar counts", []corev1.Container{once, side}, corev1.PodStatus{
			InitContainerStatuses: []corev1.ContainerStatus{reported("lab://init", true), reported("lab://proxy", false)},
			ContainerStatuses:     []corev1.ContainerStatus{reported("lab://app", true)},
		}, "1/2", true},
		{"a sidecar that has no status yet", []corev1.Container{once, side}, corev1.PodStatus{
			InitContainerStatuses: []corev1.ContainerStatus{reported("lab://init", false)},
		}, "0/0", false},
	} {
		c.state.PodIP = "10.244.0.2"
		pod := &corev1.Pod{
			ObjectMeta: metav1.ObjectMeta{Namespace: "shop", Name: "cart-1", Labels: map[string]string{"app": "cart", "version": "v2"}},
			Spec:       corev1.PodSpec{InitContainers: c.inits},
			Status:     c.state,
		}
		want := PodSummary{Namespace: "shop", Name: "cart-1", App: "cart", Version: "v2", Ready: c.ready, Real: c.real, IP: "10.244.0.2"}
		if got := summary(pod); got != want {
			t.Errorf("%s: %+v, want %+v", c.name, got, want)
		}
	}
}

func TestAppOf(t *testing.T) {
	for want, labels := range map[string]map[string]string{
		"cart":   {"app": "cart", "app.kubernetes.io/name": "other"},
		"other":  {"app.kubernetes.io/name": "other"},
		"cart-1": nil,
	} {
		if got := appOf(&corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "cart-1", Labels: labels}}); got != want {
			t.Errorf("appOf %v = %s, want %s", labels, got, want)
		}
	}
}

func TestPrintStatus(t *testing.T) {
	var out bytes.Buffer
	Status{
		Processes:   []process.State{{Name: "etcd", Running: true, Restarts: 2, Started: time.Date(2026, 3, 1, 9, 8, 7, 0, time.UTC)}},
		Pods:        []PodSummary{{Namespace: "shop", Name: "cart-1", Ready: "1/1", Real: true, IP: "10.244.0.2"}, {Namespace: "shop", Name: "db-1", Ready: "0/1", IP: "10.244.128.1"}},
		MemoryBytes: 3 << 29,
		Entrance:    "127.0.0.1:4000",
		Routes:      []entrance.Route{{Owner: "VirtualService shop/cart", Host: "*", Path: "/cart", Scheme: "http", Address: "10.98.0.1", Port: 80}},
	}.Print("dev", &out)
	var rows []string
	for _, line := range strings.Split(out.String(), "\n") {
		rows = append(rows, strings.Join(strings.Fields(line), " "))
	}
	want := `lab dev: running, 1.5 GiB of memory in all processes
index of what the gateways answer: http://127.0.0.1:4000/

ROUTE HOST URL OR COMMAND
VirtualService shop/cart * http://127.0.0.1:4000/cart

PROCESS RUNNING RESTARTS SINCE
etcd true 2 09:08:07

NAMESPACE POD READY KIND IP
shop cart-1 1/1 process 10.244.0.2
shop db-1 0/1 fake 10.244.128.1
`
	if got := strings.Join(rows, "\n"); got != want {
		t.Errorf("status =\n%s\nwant\n%s", got, want)
	}
}
