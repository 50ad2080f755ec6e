package kubelet

import (
	"context"
	"fmt"
	"log"
	"sync"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"istio-mesh/lab/internal/container"
	"istio-mesh/lab/internal/network"
)

// FakeAnnotation marks the Pods that kwok may pretend to run. The lab sets it on every Pod that it
// does not run itself; kwok's stages select on it, so the two never touch the same Pod.
const FakeAnnotation = "lab.istio-mesh.dev/fake"

// Config is what a kubelet needs to know of its lab.
type Config struct {
	// Self is the lab's own binary.
	Self string
	// Dir is where Pods keep their files while they run.
	Dir string
	// Etc is where each Pod gets a folder <namespace>_<pod> with its hosts and resolv.conf.
	Etc string
	// Networks is where Pods' network namespaces are mounted.
	Networks string
	// Logs is where containers' logs go, as <namespace>_<pod>_<container>.log.
	Logs string
	// Iptables redirects the connections of ambient Pods.
	Iptables string
	// Dynamic writes the objects that waypoints on upstream Envoy need.
	Dynamic dynamic.Interface
	// Tools are shown to every container.
	Tools []container.Mount
}

// Kubelet runs Pods.
type Kubelet struct {
	config Config
	client kubernetes.Interface

	api     *api
	cluster *cluster

	mutex   sync.Mutex
	pool    *network.Pool
	runners map[types.UID]*runner
	wait    sync.WaitGroup
}

// New returns a kubelet that does nothing until Run.
func New(config Config, client kubernetes.Interface) *Kubelet {
	return &Kubelet{
		config:  config,
		client:  client,
		pool:    network.NewPool(network.ProcessPods),
		runners: map[types.UID]*runner{},
	}
}

// Run watches Pods until ctx ends, then stops every process.
func (k *Kubelet) Run(ctx context.Context) error {
	k.api = newAPI(ctx, k.client)
	factory := informers.NewSharedInformerFactory(k.client, 0)
	k.cluster = newCluster(factory)
	informer := factory.Core().V1().Pods().Informer()
	_, err := informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    func(object any) { k.observe(ctx, object.(*corev1.Pod)) },
		UpdateFunc: func(_, object any) { k.observe(ctx, object.(*corev1.Pod)) },
		DeleteFunc: func(object any) {
			if gone, ok := object.(cache.DeletedFinalStateUnknown); ok {
				object = gone.Obj
			}
			if pod, ok := object.(*corev1.Pod); ok {
				k.removed(pod)
			}
		},
	})
	if err != nil {
		return fmt.Errorf("watch Pods: %w", err)
	}
	factory.Start(ctx.Done())
	<-ctx.Done()
	factory.Shutdown()
	k.wait.Wait()
	return nil
}

// observe acts on a Pod's present state. It is called by one goroutine at a time.
func (k *Kubelet) observe(ctx context.Context, pod *corev1.Pod) {
	if pod.Spec.NodeName == "" {
		return
	}
	k.mutex.Lock()
	existing := k.runners[pod.UID]
	k.mutex.Unlock()
	if existing != nil {
		existing.update(pod)
		return
	}
	containers, known := plan(pod)
	switch {
	case !known:
		k.leaveToKwok(ctx, pod)
	case pod.DeletionTimestamp != nil:
		k.release(ctx, pod)
	case isOver(pod):
		// It ended before the lab was brought up again.
	default:
		k.start(ctx, pod, containers)
	}
}

func (k *Kubelet) start(ctx context.Context, pod *corev1.Pod, containers []planned) {
	r := newRunner(k, pod, containers)
	k.mutex.Lock()
	k.runners[pod.UID] = r
	k.mutex.Unlock()
	k.wait.Add(1)
	go func() {
		defer k.wait.Done()
		r.run(ctx)
		k.mutex.Lock()
		delete(k.runners, pod.UID)
		k.mutex.Unlock()
		k.api.forget(pod)
		if ctx.Err() == nil {
			k.release(ctx, pod)
		}
	}()
}

func (k *Kubelet) removed(pod *corev1.Pod) {
	k.mutex.Lock()
	r := k.runners[pod.UID]
	k.mutex.Unlock()
	if r != nil {
		r.stop()
	}
}

// release lets the API server forget a Pod whose processes have ended.
func (k *Kubelet) release(ctx context.Context, pod *corev1.Pod) {
	now := int64(0)
	options := metav1.DeleteOptions{GracePeriodSeconds: &now, Preconditions: &metav1.Preconditions{UID: &pod.UID}}
	_ = k.client.CoreV1().Pods(pod.Namespace).Delete(ctx, pod.Name, options)
}

func (k *Kubelet) leaveToKwok(ctx context.Context, pod *corev1.Pod) {
	if _, marked := pod.Annotations[FakeAnnotation]; marked {
		return
	}
	patch := fmt.Sprintf(`{"metadata":{"annotations":{%q:"true"}}}`, FakeAnnotation)
	_, err := k.client.CoreV1().Pods(pod.Namespace).Patch(ctx, pod.Name, types.MergePatchType, []byte(patch), metav1.PatchOptions{})
	if err != nil {
		log.Printf("leave Pod %s/%s to kwok: %v", pod.Namespace, pod.Name, err)
	}
}
