package kubelet

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	apiequality "k8s.io/apimachinery/pkg/api/equality"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"istio-mesh/lab/internal/network"
)

const (
	retryInterval   = 500 * time.Millisecond
	refreshInterval = 2 * time.Second
	// longestGrace bounds how long a Pod may take to end: programs without a signal handler would
	// otherwise hold every deletion for their whole grace period.
	longestGrace = 10 * time.Second
)

// runner is the life of one Pod.
type runner struct {
	kubelet    *Kubelet
	namespace  string
	podName    string
	containers []planned
	policy     corev1.RestartPolicy
	since      time.Time
	dir        string
	network    *network.Pod
	stopped    chan struct{}
	dirty      chan struct{}

	mutex  sync.Mutex
	pod    *corev1.Pod
	states []containerState
}

func newRunner(k *Kubelet, pod *corev1.Pod, containers []planned) *runner {
	states := make([]containerState, len(containers))
	for i := range states {
		states[i] = containerState{reason: "PodInitializing"}
	}
	return &runner{
		kubelet:    k,
		namespace:  pod.Namespace,
		podName:    pod.Name,
		pod:        pod,
		containers: containers,
		policy:     pod.Spec.RestartPolicy,
		states:     states,
		since:      time.Now(),
		dir:        filepath.Join(k.config.Dir, string(pod.UID)),
		stopped:    make(chan struct{}),
		dirty:      make(chan struct{}, 1),
	}
}

func (r *runner) name() string { return r.namespace + "_" + r.podName }

// update takes over the Pod's newest version; a deletion ends the runner.
func (r *runner) update(pod *corev1.Pod) {
	r.mutex.Lock()
	r.pod = pod
	r.mutex.Unlock()
	if pod.DeletionTimestamp != nil {
		r.stop()
		return
	}
	r.touch()
}

func (r *runner) stop() {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	select {
	case <-r.stopped:
	default:
		close(r.stopped)
	}
}

func (r *runner) run(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		select {
		case <-r.stopped:
			cancel()
		case <-ctx.Done():
		}
	}()
	defer os.RemoveAll(r.dir)
	defer os.RemoveAll(r.etc())
	if !r.retry(ctx, r.setUpNetwork) {
		return
	}
	defer r.tearDownNetwork()
	go r.report(ctx)
	if !r.retry(ctx, r.refreshFiles) {
		return
	}
	if !r.retry(ctx, func() error { return r.adapt(ctx) }) {
		return
	}
	go r.keepFilesFresh(ctx)
	var mode sync.WaitGroup
	mode.Go(func() { r.followMode(ctx) })
	r.runContainers(ctx)
	mode.Wait()
}

// runContainers follows the start and stop order of a Pod: init containers one by one, those that
// keep running as sidecars, then the main ones; backwards at the end. A Pod that ended by itself
// stays until it is deleted.
func (r *runner) runContainers(ctx context.Context) {
	sidecars, stopSidecars := context.WithCancel(context.WithoutCancel(ctx))
	defer stopSidecars()
	var side, main sync.WaitGroup
	for i, container := range r.containers {
		if ctx.Err() != nil || container.role == initOnce && !r.runToEnd(ctx, i) {
			break
		}
		switch container.role {
		case sidecar:
			side.Go(func() { r.keepRunning(sidecars, i) })
			r.waitStarted(ctx, i)
		case mainRole:
			main.Go(func() { r.keepRunning(ctx, i) })
		}
	}
	main.Wait()
	stopSidecars()
	side.Wait()
	<-ctx.Done()
}

func (r *runner) setUpNetwork() error {
	r.kubelet.mutex.Lock()
	ip, err := r.kubelet.pool.Take()
	r.kubelet.mutex.Unlock()
	if err != nil {
		return err
	}
	path := filepath.Join(r.kubelet.config.Networks, r.name())
	r.network, err = network.AddPod(path, ip, sysctls(r.view().Spec.SecurityContext))
	if err != nil {
		r.kubelet.mutex.Lock()
		r.kubelet.pool.Release(ip)
		r.kubelet.mutex.Unlock()
		return err
	}
	return nil
}

func (r *runner) tearDownNetwork() {
	_ = r.network.Remove()
	r.kubelet.mutex.Lock()
	r.kubelet.pool.Release(r.network.IP)
	r.kubelet.mutex.Unlock()
}

func sysctls(security *corev1.PodSecurityContext) map[string]string {
	values := map[string]string{}
	if security != nil {
		for _, sysctl := range security.Sysctls {
			values[sysctl.Name] = sysctl.Value
		}
	}
	return values
}

// retry repeats a step that may depend on objects not there yet, and says why it waits.
func (r *runner) retry(ctx context.Context, step func() error) bool {
	said := ""
	for ctx.Err() == nil {
		err := step()
		if err == nil {
			return true
		}
		if err.Error() != said {
			said = err.Error()
			log.Printf("Pod %s waits: %v", r.name(), err)
			r.setAll(containerState{reason: "ContainerCreating", message: said})
		}
		sleep(ctx, retryInterval)
	}
	return false
}

func (r *runner) set(i int, change func(*containerState)) {
	r.mutex.Lock()
	change(&r.states[i])
	r.mutex.Unlock()
	r.touch()
}

func (r *runner) setAll(state containerState) {
	r.mutex.Lock()
	for i := range r.states {
		r.states[i] = state
	}
	r.mutex.Unlock()
	r.touch()
}

func (r *runner) touch() {
	select {
	case r.dirty <- struct{}{}:
	default:
	}
}

// report writes the Pod's status whenever something changed.
func (r *runner) report(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.dirty:
		}
		if err := r.writeStatus(ctx); err != nil && ctx.Err() == nil {
			if !apierrors.IsConflict(err) && !apierrors.IsNotFound(err) {
				log.Printf("status of Pod %s: %v", r.name(), err)
			}
			sleep(ctx, retryInterval)
			r.touch()
		}
	}
}

func (r *runner) writeStatus(ctx context.Context) error {
	pods := r.kubelet.client.CoreV1().Pods(r.namespace)
	current, err := pods.Get(ctx, r.podName, metav1.GetOptions{})
	if err != nil {
		return err
	}
	r.mutex.Lock()
	if current.UID != r.pod.UID {
		r.mutex.Unlock()
		return nil
	}
	status := podStatus(current, r.network.IP.String(), r.containers, r.states, r.since)
	r.mutex.Unlock()
	if apiequality.Semantic.DeepEqual(current.Status, status) {
		return nil
	}
	current.Status = status
	_, err = pods.UpdateStatus(ctx, current, metav1.UpdateOptions{})
	return err
}
