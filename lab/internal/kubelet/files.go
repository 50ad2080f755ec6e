package kubelet

import (
	"context"
	"fmt"
	"log"
	"path/filepath"

	corev1 "k8s.io/api/core/v1"

	"istio-mesh/lab/internal/network"
)

// view is the Pod as its containers see it through the downward API, with its addresses filled in.
func (r *runner) view() *corev1.Pod {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	pod := r.pod.DeepCopy()
	if r.network != nil {
		pod.Status.PodIP = r.network.IP.String()
	}
	pod.Status.HostIP = network.NodeIP.String()
	return pod
}

func (r *runner) etc() string { return filepath.Join(r.kubelet.config.Etc, r.name()) }

func (r *runner) volumesDir() string { return filepath.Join(r.dir, "volumes") }

func (r *runner) refreshFiles() error {
	pod := r.view()
	for _, volume := range pod.Spec.Volumes {
		files, err := volumeFiles(pod, volume, r.kubelet.api, r.kubelet.api)
		if err != nil {
			return err
		}
		if err := writeFiles(filepath.Join(r.volumesDir(), volume.Name), files); err != nil {
			return err
		}
	}
	if err := r.writeOwnFiles(pod); err != nil {
		return err
	}
	for _, container := range r.containers {
		if _, err := r.programFiles(pod, container); err != nil {
			return err
		}
	}
	return nil
}

func (r *runner) keepFilesFresh(ctx context.Context) {
	for {
		sleep(ctx, refreshInterval)
		if ctx.Err() != nil {
			return
		}
		if err := r.refreshFiles(); err != nil && ctx.Err() == nil {
			log.Printf("files of Pod %s: %v", r.name(), err)
		}
	}
}

// writeOwnFiles writes what the lab itself gives the Pod: names, and the programs' own files.
func (r *runner) writeOwnFiles(pod *corev1.Pod) error {
	hosts := network.HostsFile(fmt.Sprintf("%s\t%s\n", pod.Status.PodIP, pod.Name))
	files := map[string][]byte{"hosts": []byte(hosts), "resolv.conf": []byte(network.ResolvConf(pod.Namespace))}
	return writeFiles(r.etc(), files)
}
