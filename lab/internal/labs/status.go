package labs

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"

	"istio-mesh/lab/internal/entrance"
	"istio-mesh/lab/internal/kubelet"
	"istio-mesh/lab/internal/process"
)

// Status is what a running lab tells of itself.
type Status struct {
	Processes []process.State `json:"processes"`
	Pods      []PodSummary    `json:"pods"`
	// MemoryBytes is the memory of all processes, shared pages counted once.
	MemoryBytes int64 `json:"memoryBytes"`
	// Entrance is the host's address that leads to the lab's first gateway.
	Entrance string `json:"entrance,omitempty"`
	// Routes are the hosts and paths that the lab's gateways answer.
	Routes []entrance.Route `json:"routes"`
}

// PodSummary is a Pod in one line.
type PodSummary struct {
	Namespace string `json:"namespace"`
	Name      string `json:"name"`
	App       string `json:"app"`
	Version   string `json:"version"`
	Ready     string `json:"ready"`
	Real      bool   `json:"real"`
	IP        string `json:"ip"`
}

// serveStatus answers on the lab's socket until ctx ends.
func (s *supervisor) serveStatus(ctx context.Context) error {
	_ = os.Remove(s.layout.socket())
	listener, err := net.Listen("unix", s.layout.socket())
	if err != nil {
		return err
	}
	server := &http.Server{Handler: http.HandlerFunc(s.answerStatus), ReadHeaderTimeout: time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *supervisor) answerStatus(response http.ResponseWriter, request *http.Request) {
	memory, err := memoryOf("/proc")
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	world, err := s.look(request.Context())
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	status := Status{Processes: s.processes.States(), MemoryBytes: memory, Routes: world.Routes()}
	for i := range world.Pods {
		status.Pods = append(status.Pods, summary(&world.Pods[i]))
	}
	_ = json.NewEncoder(response).Encode(status)
}

func summary(pod *corev1.Pod) PodSummary {
	ready, total := 0, 0
	statuses := append([]corev1.ContainerStatus{}, pod.Status.ContainerStatuses...)
	for i, container := range pod.Spec.InitContainers {
		if container.RestartPolicy != nil && i < len(pod.Status.InitContainerStatuses) {
			statuses = append(statuses, pod.Status.InitContainerStatuses[i])
		}
	}
	real := false
	for _, container := range statuses {
		total++
		if container.Ready {
			ready++
		}
		real = real || strings.HasPrefix(container.ContainerID, kubelet.ContainerScheme)
	}
	return PodSummary{
		Namespace: pod.Namespace, Name: pod.Name, App: appOf(pod), Version: pod.Labels["version"],
		Ready: fmt.Sprintf("%d/%d", ready, total), Real: real, IP: pod.Status.PodIP,
	}
}

func appOf(pod *corev1.Pod) string {
	return cmp.Or(pod.Labels["app"], pod.Labels["app.kubernetes.io/name"], pod.Name)
}

// memoryOf adds up the proportional set sizes of every process of a /proc folder: a page that
// several processes share counts once.
func memoryOf(proc string) (int64, error) {
	entries, err := os.ReadDir(proc)
	if err != nil {
		return 0, err
	}
	var total int64
	for _, entry := range entries {
		if _, err := strconv.Atoi(entry.Name()); err != nil {
			continue
		}
		// A process may end between the two looks.
		if size, err := proportionalSize(filepath.Join(proc, entry.Name(), "smaps_rollup")); err == nil {
			total += size
		}
	}
	return total, nil
}

func proportionalSize(file string) (int64, error) {
	content, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer content.Close()
	scanner := bufio.NewScanner(content)
	for scanner.Scan() {
		if rest, ok := strings.CutPrefix(scanner.Text(), "Pss:"); ok {
			kib, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kib << 10, err
		}
	}
	return 0, fmt.Errorf("%s has no line Pss", file)
}

// AskStatus asks a running lab.
func (l Layout) AskStatus(ctx context.Context) (Status, error) {
	r, err := l.mustRun()
	if err != nil {
		return Status{}, err
	}
	client := &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", l.socket())
		},
	}}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://lab/status", nil)
	if err != nil {
		return Status{}, err
	}
	response, err := client.Do(request)
	if err != nil {
		return Status{}, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(response.Body)
		return Status{}, fmt.Errorf("status of lab %q: %s", l.Name, strings.TrimSpace(string(text)))
	}
	status := Status{Entrance: r.Address}
	return status, json.NewDecoder(response.Body).Decode(&status)
}

// Print writes a status for people.
func (s Status) Print(name string, out io.Writer) {
	fmt.Fprintf(out, "lab %s: running, %.1f GiB of memory in all processes\n", name, float64(s.MemoryBytes)/(1<<30))
	fmt.Fprintf(out, "index of what the gateways answer: http://%s/\n\n", s.Entrance)
	entrance.PrintRoutes(out, door(name, s.Entrance), s.Routes)
	fmt.Fprintln(out)
	fmt.Fprintf(out, "%-26s %-8s %-8s %s\n", "PROCESS", "RUNNING", "RESTARTS", "SINCE")
	for _, p := range s.Processes {
		fmt.Fprintf(out, "%-26s %-8t %-8d %s\n", p.Name, p.Running, p.Restarts, p.Started.Format(time.TimeOnly))
	}
	fmt.Fprintf(out, "\n%-18s %-44s %-6s %-8s %s\n", "NAMESPACE", "POD", "READY", "KIND", "IP")
	for _, p := range s.Pods {
		kind := "fake"
		if p.Real {
			kind = "process"
		}
		fmt.Fprintf(out, "%-18s %-44s %-6s %-8s %s\n", p.Namespace, p.Name, p.Ready, kind, p.IP)
	}
}
