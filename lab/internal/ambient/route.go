package ambient

import (
	"net/netip"

	corev1 "k8s.io/api/core/v1"
)

const (
	waypointLabel          = "istio.io/use-waypoint"
	waypointNamespaceLabel = "istio.io/use-waypoint-namespace"
	waypointForLabel       = "istio.io/waypoint-for"
	hbonePort              = 15008
)

// Cluster is what routes are decided from.
type Cluster interface {
	// ServiceAt finds the Service with that cluster address.
	ServiceAt(address netip.Addr) (*corev1.Service, bool)
	Service(namespace, name string) (*corev1.Service, bool)
	NamespaceLabels(name string) map[string]string
}

// waypointFor is the address of the waypoint that a connection to destination must pass, if any.
func waypointFor(cluster Cluster, destination netip.AddrPort) (netip.AddrPort, bool) {
	service, found := cluster.ServiceAt(destination.Addr())
	if !found {
		return netip.AddrPort{}, false
	}
	name, namespace := waypointName(service, cluster.NamespaceLabels(service.Namespace))
	if name == "" || name == "none" {
		return netip.AddrPort{}, false
	}
	waypoint, found := cluster.Service(namespace, name)
	if !found || !servesServices(waypoint) {
		return netip.AddrPort{}, false
	}
	address, err := netip.ParseAddr(waypoint.Spec.ClusterIP)
	if err != nil {
		return netip.AddrPort{}, false
	}
	return netip.AddrPortFrom(address, hbonePort), true
}

// waypointName reads the labels: a Service's own win over its namespace's.
func waypointName(service *corev1.Service, namespaceLabels map[string]string) (name, namespace string) {
	for _, labels := range []map[string]string{service.Labels, namespaceLabels} {
		if name, found := labels[waypointLabel]; found {
			if namespace, found := labels[waypointNamespaceLabel]; found {
				return name, namespace
			}
			return name, service.Namespace
		}
	}
	return "", ""
}

func servesServices(waypoint *corev1.Service) bool {
	switch waypoint.Labels[waypointForLabel] {
	case "", "service", "all":
		return true
	}
	return false
}
