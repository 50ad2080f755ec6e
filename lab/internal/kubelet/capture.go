package kubelet

import (
	"context"
	"log"
	"slices"

	"istio-mesh/lab/internal/ambient"
)

const tokenLife = 12 * 60 * 60

// followMode starts and stops the capture of the Pod's connections as its labels, or its
// namespace's, change: an ambient workload joins and leaves the mesh without a restart.
func (r *runner) followMode(ctx context.Context) {
	var capture *ambient.Capture
	stop := func() {
		if capture != nil {
			capture.Stop()
			capture = nil
		}
	}
	defer stop()
	for {
		pod := r.view()
		wanted := ambient.Captured(pod, r.kubelet.cluster.NamespaceLabels(r.namespace))
		switch {
		case wanted && capture == nil:
			started, err := r.startCapture(ctx)
			if err != nil {
				log.Print(err)
			} else {
				capture = started
			}
		case !wanted:
			stop()
		}
		sleep(ctx, retryInterval)
		if ctx.Err() != nil {
			return
		}
	}
}

func (r *runner) startCapture(ctx context.Context) (*ambient.Capture, error) {
	capture, err := ambient.NewCapture(r.name(), r.network, r.kubelet.config.Iptables, r.kubelet.cluster, ambient.Workload{
		Namespace:      r.namespace,
		ServiceAccount: r.view().Spec.ServiceAccountName,
		Token:          func() (string, error) { return r.kubelet.api.Token(r.view(), "istio-ca", tokenLife) },
		Authority:      func() (ambient.Authority, error) { return r.kubelet.authority(r.namespace) },
	})
	if err != nil {
		return nil, err
	}
	go capture.Serve(ctx)
	return capture, nil
}

// isWaypoint recognises istiod's own Deployment for a waypoint by its arguments.
func (c planned) isWaypoint() bool {
	return imageName(c.spec.Image) == "proxyv2" && slices.Contains(c.spec.Args, "waypoint")
}

// adapt prepares the mesh for a container that upstream Envoy could not serve otherwise.
func (r *runner) adapt(ctx context.Context) error {
	if !slices.ContainsFunc(r.containers, planned.isWaypoint) {
		return nil
	}
	service, err := r.kubelet.cluster.istiod()
	if err != nil {
		return err
	}
	return ambient.AdaptWaypoints(ctx, r.kubelet.config.Dynamic, service.Namespace)
}
